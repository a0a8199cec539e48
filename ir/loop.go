package ir

// Place is what a PHI stands for: a register of the root frame, or the raw field of the object in one.
type Place struct {
	Reg int
	// Offset of the field, -1 for the register itself.
	Offset int
}

// imm packs a place into the immediate of a PHI.
func (p Place) imm() int64 { return int64(p.Reg) | int64(p.Offset+1)<<32 }

// PhiPlace returns what a PHI stands for.
func (in *Instr) PhiPlace() Place { return Place{int(int32(in.Imm)), int(in.Imm>>32) - 1} }

// Phi adds a PHI behind the loop label.
func (b *Builder) Phi(entry Ref, p Place) Ref {
	return b.Special(Phi, b.TypeOf(entry), entry, NoRef, p.imm(), 0)
}

// BeginLoop places the loop label. What is known of memory is only known of the first iteration.
func (b *Builder) BeginLoop() {
	b.Special(Loop, Void, NoRef, NoRef, 0, 0)
	b.LoopAt = len(b.Instrs) - 1
	clear(b.mem)
	clear(b.words)
}

// CloseLoop ends a trace that has come back to its loop label: end gives, for each PHI of the loop, the value that its
// place holds now. A PHI whose place did not change is the value from the entry; the snapshots then need not restore
// it. It reports false where a place has changed its type, so that the trace does not fit a second iteration.
func (b *Builder) CloseLoop(end map[Ref]Ref) bool {
	invariant := map[Ref]Ref{}
	for phi, v := range end {
		if v == NoRef || b.Instrs[v].Type != b.Instrs[phi].Type {
			return false
		}
		if v == phi {
			invariant[phi] = b.Instrs[phi].A
		} else {
			b.Instrs[phi].B = v
		}
	}
	b.append(Instr{Op: Jump, A: NoRef, B: NoRef, C: NoRef})
	rename := func(r *Ref) {
		if a, ok := invariant[*r]; ok {
			*r = a
		}
	}
	for i := range b.Instrs {
		in := &b.Instrs[i]
		if _, ok := invariant[Ref(i)]; ok {
			*in = Instr{Op: Nop, A: NoRef, B: NoRef, C: NoRef}
			continue
		}
		b.EachOperand(in, rename)
	}
	for i := range b.Kept {
		rename(&b.Kept[i])
	}
	for i := range b.Snaps {
		s := &b.Snaps[i]
		s.Each(rename)
		slots := s.Slots[:0]
		for _, x := range s.Slots {
			// A register that holds what the entry loaded from it is still in memory.
			if n, ok := b.loadedFrom(x.Ref); !ok || n != int(x.Reg) {
				slots = append(slots, x)
			}
		}
		s.Slots = slots
		iters := s.Iters[:0]
		for _, it := range s.Iters {
			// An iterator of a loop around stays where the entry found it.
			if n, ok := b.loadedFrom(it.Obj); !ok || n != int(it.Reg) || !b.entryField(it.Cur, it.Obj) || !b.entryField(it.Left, it.Obj) {
				iters = append(iters, it)
			}
		}
		s.Iters = iters
	}
	return true
}

// entryField reports whether a value is what the entry of the loop loaded from a field of an object.
func (b *Builder) entryField(r, obj Ref) bool {
	return int(r) < b.LoopAt && b.Instrs[r].Op == Load && b.Instrs[r].A == obj
}

// loadedFrom returns the register that the entry of the loop loaded a value from.
func (b *Builder) loadedFrom(r Ref) (int, bool) {
	if int(r) > b.LoopAt {
		return 0, false
	}
	in := &b.Instrs[r]
	if in.Op == UnboxInt || in.Op == UnboxFloat {
		in = &b.Instrs[in.A]
	}
	if in.Op != LoadReg {
		return 0, false
	}
	return int(in.Imm), true
}
