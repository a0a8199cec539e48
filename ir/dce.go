package ir

// Passes are the passes over a finished trace, in order. Hoisting looks at what the loop does, so dead instructions go
// before it; afterwards nothing new is dead.
var Passes = []struct {
	Name string
	Run  func(*Trace)
}{
	{"dce", EliminateDead},
	{"hoist", Hoist},
}

// Optimise runs the passes.
func Optimise(t *Trace) {
	for _, p := range Passes {
		p.Run(t)
	}
}

// Removable marks, as C of a CallHelper, that the call has no effect but its result; of a guard, that it only protects
// loads from its operand.
const Removable Ref = 1

// EliminateDead turns instructions whose value nobody needs into Nop: those that have an effect or guard a path stay,
// and everything that they and their snapshots use. Arithmetic that guards its result goes with the result.
func EliminateDead(t *Trace) {
	live := make([]bool, len(t.Instrs))
	var work []Ref
	mark := func(r *Ref) {
		if *r != NoRef && !live[*r] {
			live[*r] = true
			work = append(work, *r)
		}
	}
	protects := map[Ref][]Ref{}
	for i := range t.Instrs {
		in := &t.Instrs[i]
		info := &Ops[in.Op]
		r := Ref(i)
		switch {
		case in.Op == GuardType && in.C == Removable:
			protects[in.A] = append(protects[in.A], r)
		case in.Op == CallHelper && in.C == Removable:
		case info.Effect, info.Guard && info.Type == Void:
			mark(&r)
		case (in.Op == UnboxInt || in.Op == UnboxFloat) && i > t.LoopAt:
			// The recording went its way because of what the value is, whether or not anybody needs the number. At the
			// entry it is a guess that only those need who use it.
			mark(&r)
		}
	}
	for _, r := range t.Kept {
		mark(&r)
	}
	t.Kept = nil
	for len(work) > 0 {
		r := work[len(work)-1]
		work = work[:len(work)-1]
		in := &t.Instrs[r]
		t.EachOperand(in, mark)
		if in.Op == Load {
			for _, g := range protects[in.A] {
				mark(&g)
			}
		}
		if Ops[in.Op].Guard && in.Snap != NoSnap {
			t.Snaps[in.Snap].Each(mark)
		}
	}
	for i := range t.Instrs {
		if !live[i] {
			t.Instrs[i] = Instr{Op: Nop, A: NoRef, B: NoRef, C: NoRef}
		}
	}
}
