package bytecode

import "math/bits"

// Cells are the one kind of value that instructions use without looking at its type, so that the verifier follows them:
// a forward analysis finds, before each instruction, the registers that hold a cell whichever way led there.

// cellFlow is the state of the analysis: a set of registers for each instruction.
type cellFlow struct {
	l     *Limits
	code  []Instr
	words int
	sets  []uint64
	known []bool // instructions that some way leads to
	work  []int
}

// cells reports where an instruction takes a register for a cell that may hold something else.
func (l *Limits) cells(code []Instr, handlers []Handler) error {
	uses := false
	for _, i := range code {
		info := &Table[i.Op()]
		uses = uses || info.A == Cell || info.B == Cell || info.C == Cell
		if writes(i, func(reg int) bool { return reg >= l.Cells && reg < l.Locals }) && i.Op() != MakeCell && i.Op() != Clear && i.Op() != Move {
			return Error("no cell in a register for cells")
		}
	}
	if !uses {
		return nil
	}
	f := &cellFlow{l: l, code: code, words: (l.Registers + 63) / 64}
	f.sets, f.known = make([]uint64, len(code)*f.words), make([]bool, len(code))
	entry := make([]uint64, f.words)
	for reg := l.Free; reg < l.Locals; reg++ {
		entry[reg>>6] |= 1 << (reg & 63)
	}
	f.join(0, entry)
	state := make([]uint64, f.words)
	for len(f.work) > 0 {
		pc := f.work[len(f.work)-1]
		f.work = f.work[:len(f.work)-1]
		i := code[pc]
		info := &Table[i.Op()]
		copy(state, f.at(pc))
		f.step(state, i)
		for _, h := range handlers {
			if int(h.Start) <= pc && pc < int(h.End) {
				// An exception may come before or after the instruction has written.
				both := make([]uint64, f.words)
				for w := range both {
					both[w] = state[w] & f.at(pc)[w]
				}
				both[h.Reg>>6] &^= 1 << (h.Reg & 63)
				f.join(int(h.Target), both)
			}
		}
		switch {
		case info.B == Jump:
			f.join(pc+1+i.Long(), state)
		case info.C == JumpC:
			f.join(pc+1+i.SC(), state)
		case i.Op() == Send:
			f.join(pc+2, state)
		}
		if info.Effects&Ends == 0 {
			f.join(pc+1, state)
		}
	}
	for pc, i := range code {
		info := &Table[i.Op()]
		for _, o := range [...]struct {
			kind Operand
			reg  int
		}{{info.A, i.A()}, {info.B, i.B()}, {info.C, i.C()}} {
			if o.kind == Cell && f.known[pc] && f.at(pc)[o.reg>>6]>>(o.reg&63)&1 == 0 {
				return Error("no cell where one is used")
			}
		}
	}
	for pc, i := range code {
		if i.Op() == Move && f.known[pc] && i.A() >= l.Cells && i.A() < l.Locals && f.at(pc)[i.B()>>6]>>(i.B()&63)&1 == 0 {
			return Error("no cell in a register for cells")
		}
	}
	return nil
}

func (f *cellFlow) at(pc int) []uint64 { return f.sets[pc*f.words : (pc+1)*f.words] }

// join meets what is known before pc with another way there.
func (f *cellFlow) join(pc int, state []uint64) {
	if pc >= len(f.code) {
		return
	}
	at := f.at(pc)
	if !f.known[pc] {
		f.known[pc] = true
		copy(at, state)
		f.work = append(f.work, pc)
		return
	}
	changed := 0
	for w := range at {
		changed += bits.OnesCount64(at[w] &^ state[w])
		at[w] &= state[w]
	}
	if changed > 0 {
		f.work = append(f.work, pc)
	}
}

// step applies an instruction.
func (f *cellFlow) step(state []uint64, i Instr) {
	cell := i.Op() == MakeCell || i.Op() == Move && state[i.B()>>6]>>(i.B()&63)&1 != 0
	writes(i, func(reg int) bool {
		if reg < f.l.Registers {
			state[reg>>6] &^= 1 << (reg & 63)
		}
		return false
	})
	switch i.Op() {
	case Call, CallMethod, CallKw, CallMethodKw, CallEx:
		// The registers of what is called lie over the window.
		for reg := i.A(); reg < f.l.Registers; reg++ {
			state[reg>>6] &^= 1 << (reg & 63)
		}
	}
	if cell {
		state[i.A()>>6] |= 1 << (i.A() & 63)
	}
}

// writes asks about the registers that an instruction writes until one is answered with true.
func writes(i Instr, ask func(reg int) bool) bool {
	info := &Table[i.Op()]
	for _, o := range [...]struct {
		kind Operand
		reg  int
	}{{info.A, i.A()}, {info.B, i.B()}, {info.C, i.C()}} {
		if (o.kind == Def || o.kind == UseDef) && ask(o.reg) {
			return true
		}
	}
	if info.A != Window {
		return false
	}
	n := 2
	switch i.Op() {
	case Call, CallMethod, CallEx, RangeIter:
		n = 0
	case CallKw, CallMethodKw:
		n = 1
	case UnpackSeq:
		n = i.C()
	case UnpackEx:
		n = i.C()&0xFF + i.C()>>8 + 1
	}
	for k := range n {
		if ask(i.A() + k) {
			return true
		}
	}
	return false
}
