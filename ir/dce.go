package ir

// Passes are the passes over a finished trace, in order.
var Passes = []struct {
	Name string
	Run  func(*Trace)
}{
	{"dce", EliminateDead},
}

// Optimise runs the passes.
func Optimise(t *Trace) {
	for _, p := range Passes {
		p.Run(t)
	}
}

// EliminateDead turns instructions whose value nobody needs into Nop: those that have an effect or guard a path stay,
// and everything that they and their snapshots use. Loads on entry guard a type, but only for whoever uses the value.
func EliminateDead(t *Trace) {
	live := make([]bool, len(t.Instrs))
	var work []Ref
	mark := func(r Ref) {
		if r != NoRef && !live[r] {
			live[r] = true
			work = append(work, r)
		}
	}
	keeps := func(op Op) bool {
		info := &Ops[op]
		return info.Effect || info.Guard && !isLoad(op) && info.Type == Void
	}
	for _, r := range t.LinkArgs {
		mark(r)
	}
	for i := range t.Instrs {
		if keeps(t.Instrs[i].Op) {
			mark(Ref(i))
		}
	}
	for len(work) > 0 {
		r := work[len(work)-1]
		work = work[:len(work)-1]
		in := &t.Instrs[r]
		mark(in.A)
		if in.Op != LoadObject {
			mark(in.B)
		}
		if Ops[in.Op].Guard {
			s := &t.Snaps[in.Snap]
			for _, x := range s.Slots {
				mark(x.Ref)
			}
			for _, f := range s.Fields {
				mark(f.Obj)
				mark(f.Ref)
			}
		}
	}
	for i := range t.Instrs {
		if !live[i] {
			t.Instrs[i] = Instr{Op: Nop, A: NoRef, B: NoRef}
		}
	}
}
