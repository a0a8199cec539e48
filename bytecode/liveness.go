package bytecode

// Liveness: which registers hold values that are still read. A collection asks it of the frames on the stack, so that
// what a program has dropped can die although a register still holds it.

// Live is the result of Liveness: a set of registers for each instruction.
type Live struct {
	code         []Instr
	handlers     []Handler
	first, words int
	sets         []uint64
}

// Has reports whether a register is read at or after the instruction at pc before it is written. Registers below the
// first that was asked for are always live.
func (l *Live) Has(pc, reg int) bool {
	reg -= l.first
	return reg < 0 || l.sets[pc*l.words+reg>>6]>>(reg&63)&1 != 0
}

// After reports whether a register is read once the call at pc is over, whichever way it ends: what it reads itself does
// not count. For other instructions it answers as Has.
func (l *Live) After(pc, reg int) bool {
	i := l.code[pc]
	switch i.Op() {
	case Call, CallMethod, CallKw, CallMethodKw, CallEx:
	default:
		return l.Has(pc, reg)
	}
	for _, h := range l.handlers {
		if int(h.Start) <= pc && pc < int(h.End) && reg != int(h.Reg) && l.Has(int(h.Target), reg) {
			return true
		}
	}
	written := reg == i.C()
	if i.Op() == CallKw || i.Op() == CallMethodKw {
		written = reg == i.A()
	}
	return !written && l.Has(pc+1, reg)
}

// Liveness computes the live registers before each instruction, for the registers from first to n-1. code holds general
// opcodes only.
func Liveness(code []Instr, handlers []Handler, first, n int) *Live {
	l := &Live{code: code, handlers: handlers, first: first, words: max(1, (n-first+63)/64)}
	l.sets = make([]uint64, len(code)*l.words)
	out := make([]uint64, l.words)
	mark := func(reg int, set bool) {
		if reg -= first; reg >= 0 && reg < n-first {
			if set {
				out[reg>>6] |= 1 << (reg & 63)
			} else {
				out[reg>>6] &^= 1 << (reg & 63)
			}
		}
	}
	join := func(pc int, but int) {
		if pc < 0 || pc >= len(code) {
			return
		}
		for w, bits := range l.sets[pc*l.words : (pc+1)*l.words] {
			if reg := but - first; reg >= 0 && reg>>6 == w {
				bits &^= 1 << (reg & 63)
			}
			out[w] |= bits
		}
	}
	for changed := true; changed; {
		changed = false
		h := len(handlers) - 1
		for pc := len(code) - 1; pc >= 0; pc-- {
			i := code[pc]
			clear(out)
			info := &Table[i.Op()]
			if info.Effects&Ends == 0 {
				join(pc+1, -1)
			}
			switch {
			case i.Op() == Send:
				join(pc+2, -1)
			case info.B == Jump:
				join(pc+1+i.Long(), -1)
			case info.C == JumpC:
				join(pc+1+i.SC(), -1)
			}
			i.Defs(func(reg int) { mark(reg, false) })
			// An exception leaves before the instruction has written anything.
			for h >= 0 && int(handlers[h].Start) > pc {
				h--
			}
			if h >= 0 && pc < int(handlers[h].End) {
				join(int(handlers[h].Target), int(handlers[h].Reg))
			}
			i.Uses(func(reg int) { mark(reg, true) })
			set := l.sets[pc*l.words : (pc+1)*l.words]
			for w, bits := range out {
				if set[w] != bits {
					set[w] = bits
					changed = true
				}
			}
		}
	}
	return l
}

// Defs calls f for each register that an instruction certainly writes.
func (i Instr) Defs(f func(reg int)) {
	info := &Table[i.Op()]
	for k, kind := range [...]Operand{info.A, info.B, info.C} {
		// FOR_ITER leaves its target alone at the end of the iterator, CLEANUP_THROW where it raises.
		if kind == Def && i.Op() != ForIter && i.Op() != CleanupThrow {
			f(i.operand(k))
		}
	}
	span := func(first, n int) {
		for r := range n {
			f(first + r)
		}
	}
	switch i.Op() {
	case LoadMethod, BeforeWith, BeforeAsyncWith:
		span(i.A(), 2)
	case CallKw, CallMethodKw, ImportName:
		span(i.A(), 1)
	case UnpackSeq:
		span(i.A(), i.C())
	case UnpackEx:
		span(i.A(), i.C()&0xFF+i.C()>>8+1)
	}
}

// Uses calls f for each register that an instruction may read.
func (i Instr) Uses(f func(reg int)) {
	info := &Table[i.Op()]
	for k, kind := range [...]Operand{info.A, info.B, info.C} {
		if kind == Use || kind == UseDef || kind == Cell {
			f(i.operand(k))
		}
	}
	span := func(first, n int) {
		for r := range n {
			f(first + r)
		}
	}
	switch i.Op() {
	case Call, CallKw, RangeIter:
		span(i.A(), 1+i.B())
	case CallMethod, CallMethodKw:
		span(i.A(), 2+i.B())
	case CallEx, LoadSuper:
		span(i.A(), 3)
	case ImportName:
		span(i.A(), 2)
	case BuildSlice, MatchClass:
		span(i.B(), 3)
	case Intrinsic2:
		span(i.B(), 2)
	case BuildTuple, BuildList, BuildSet, BuildString, MakeGenexpr, MakeArgGenexpr:
		span(i.B(), i.C())
	case BuildMap:
		span(i.B(), 2*i.C())
	}
}

// operand returns operand field k.
func (i Instr) operand(k int) int {
	switch k {
	case 0:
		return i.A()
	case 1:
		return i.B()
	}
	return i.C()
}
