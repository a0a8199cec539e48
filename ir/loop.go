package ir

// CloseLoop ends a trace that has come back to its loop label: end gives, for each phi of the loop, the value that its
// register holds now. A phi whose register did not change is the value from the entry; the snapshots then need not
// restore it. It reports false where a register has changed its type, so that the trace does not fit a second iteration.
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
	b.append(Instr{Op: Jump, A: NoRef, B: NoRef})
	rename := func(r Ref) Ref {
		if r == NoRef {
			return r
		}
		if a, ok := invariant[r]; ok {
			return a
		}
		return r
	}
	for i := range b.Instrs {
		in := &b.Instrs[i]
		if _, ok := invariant[Ref(i)]; ok {
			*in = Instr{Op: Nop, A: NoRef, B: NoRef}
			continue
		}
		in.A, in.B = rename(in.A), rename(in.B)
	}
	for i := range b.Snaps {
		s := &b.Snaps[i]
		slots := s.Slots[:0]
		for _, x := range s.Slots {
			// A register that holds what the entry loaded from it is still in memory.
			if a, ok := invariant[x.Ref]; ok && b.Instrs[a].Imm == int64(x.Reg) && isLoad(b.Instrs[a].Op) {
				continue
			}
			x.Ref = rename(x.Ref)
			slots = append(slots, x)
		}
		s.Slots = slots
		fields := s.Fields[:0]
		for _, f := range s.Fields {
			if a, ok := invariant[f.Ref]; ok && b.Instrs[a].Op == FieldInt && b.Instrs[a].Imm == int64(f.Offset) && b.Instrs[a].A == rename(f.Obj) {
				continue
			}
			f.Ref, f.Obj = rename(f.Ref), rename(f.Obj)
			fields = append(fields, f)
		}
		s.Fields = fields
	}
	return true
}

func isLoad(op Op) bool { return op == LoadInt || op == LoadFloat || op == LoadObject }
