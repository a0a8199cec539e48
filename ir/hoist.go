package ir

import "github.com/adder-lang/adder/objects"

// Hoist moves what gives the same result in every iteration before the loop label: pure operations, guards on values
// that do not change, and loads from memory that the loop does not store to. A hoisted guard that fails leaves before
// the first iteration, where the interpreter runs the loop itself; so a guard may move even past guards that would have
// left before it.
//
// A load stays behind the guards that protect it: where a guard on an object cannot move, no load from the object does.
func Hoist(t *Trace) {
	if t.LoopAt < 0 {
		return
	}
	entry := -1
	for i := range t.Instrs[:t.LoopAt] {
		if Ops[t.Instrs[i].Op].Guard {
			entry = int(t.Instrs[i].Snap)
			break
		}
	}
	if entry < 0 {
		t.Snaps = append(t.Snaps, Snapshot{PC: t.Head})
		entry = len(t.Snaps) - 1
	}
	stores := loopStores(t)
	hoisted := make([]bool, len(t.Instrs))
	blocked := map[Ref]bool{}
	invariant := func(r Ref) bool { return r == NoRef || int(r) < t.LoopAt || hoisted[r] || t.IsConst(r) }
	n := 0
	for i := t.LoopAt + 1; i < len(t.Instrs); i++ {
		in := &t.Instrs[i]
		info := &Ops[in.Op]
		guard := info.Guard && info.Type == Void && !info.Effect
		ok := (info.Pure || guard || in.Op == Load || in.Op == LoadItem || in.Op == LoadByte) && in.Op != Phi && in.Op != Nop
		if ok {
			t.EachOperand(in, func(r *Ref) { ok = ok && invariant(*r) })
		}
		if ok {
			switch in.Op {
			case Load, LoadItem, LoadByte:
				ok = !stores.hits(Class(in.Aux), in.Imm, in.Op != Load) && !blocked[in.A] && (in.Op == Load || !blocked[in.B])
			case GuardWord, GuardNoWord:
				ok = !stores.hits(Class(in.C), in.Imm, false) && !blocked[in.A]
			case GuardType:
				ok = !stores.foreign || t.builtinType(in)
			}
		}
		if ok {
			hoisted[i] = true
			n++
			if info.Guard {
				in.Snap = uint16(entry)
			}
		} else if guard && in.A != NoRef {
			blocked[in.A] = true
		}
	}
	if n > 0 {
		t.reorder(hoisted)
	}
}

// builtinType reports whether a GuardType is on a type whose instances never change it.
func (t *Trace) builtinType(in *Instr) bool { return !isHeapType(t.Consts[in.Imm]) }

func isHeapType(v objects.Value) bool { return objects.As[objects.Type](v).Flags&objects.FlagHeap != 0 }

// stored is what the body of a loop stores to.
type stored struct {
	classes Effects
	fields  map[place]bool // of classes where single fields are told apart
	shapes  bool
	bytes   bool // contents of bytearrays, not their size
	foreign bool // arbitrary code runs
}

func loopStores(t *Trace) stored {
	s := stored{fields: map[place]bool{}}
	for i := t.LoopAt + 1; i < len(t.Instrs); i++ {
		in := &t.Instrs[i]
		switch in.Op {
		case Store, StoreVal:
			s.fields[place{class: Class(in.Aux), offset: in.Imm}] = true
		case StoreWord:
			s.shapes = true
			s.fields[place{class: Class(in.Aux), offset: in.Imm}] = true
		case StoreByte:
			s.bytes = true
		case StoreItem:
			s.classes |= 1 << Class(in.Aux)
		case CallHelper:
			s.classes |= HelperEffects(in.Aux)
		case CallStep:
			s.classes, s.foreign = AllEffects, true
		}
	}
	return s
}

// hits reports whether the loop may change what a load reads.
func (s *stored) hits(class Class, offset int64, item bool) bool {
	if class == Immutable {
		return false
	}
	if item && class == ByteItems && s.bytes {
		return true
	}
	if s.classes.Has(class) || s.shapes && class == Attribute {
		return true
	}
	return !item && s.fields[place{class: class, offset: offset}]
}

// HelperEffects returns the classes that a helper stores to. The code generator's package sets it.
var HelperEffects = func(helper uint32) Effects { return AllEffects }

// reorder moves instructions before the loop label and renumbers everything.
func (t *Trace) reorder(hoisted []bool) {
	order := make([]Ref, 0, len(t.Instrs))
	for i := range t.LoopAt {
		order = append(order, Ref(i))
	}
	for i := range t.Instrs {
		// A constant is no code: it may stand anywhere before its uses.
		if hoisted[i] || i > t.LoopAt && t.IsConst(Ref(i)) {
			order = append(order, Ref(i))
		}
	}
	at := len(order)
	for i := t.LoopAt; i < len(t.Instrs); i++ {
		if !hoisted[i] && (i == t.LoopAt || !t.IsConst(Ref(i))) {
			order = append(order, Ref(i))
		}
	}
	to := make([]Ref, len(t.Instrs))
	instrs := make([]Instr, len(t.Instrs))
	for i, r := range order {
		to[r] = Ref(i)
		instrs[i] = t.Instrs[r]
	}
	rename := func(r *Ref) {
		if *r != NoRef {
			*r = to[*r]
		}
	}
	for i := range t.Args {
		rename(&t.Args[i])
	}
	t.Instrs = instrs
	t.LoopAt = at
	for i := range t.Instrs {
		in := &t.Instrs[i]
		if in.Op != CallHelper {
			t.EachOperand(in, rename)
		}
	}
	for i := range t.Snaps {
		t.Snaps[i].Each(rename)
	}
}
