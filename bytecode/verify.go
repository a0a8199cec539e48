package bytecode

// Error is what is wrong with a code array.
type Error string

// Error returns the message.
func (e Error) Error() string { return string(e) }

// Limits are the sizes of what operands refer to.
type Limits struct {
	Registers, Consts, Sites, Names int
	// Cells is the first register that holds a cell or nothing, Free the first that a call fills with one; both end at Locals.
	Cells, Free, Locals int
	// Generator says that frames of the code are suspended, which Yield and ReturnGenerator need.
	Generator bool
	// Code reports whether a constant is a code object; Names2 the number of names of a constant tuple of strings.
	Code   func(i int) bool
	Names2 func(i int) (n int, ok bool)
}

// Verify checks code that comes from outside: known general opcodes, operands in range, jumps to instructions, nothing but
// cells where instructions expect cells, an exception table in order, and a trap at the end that nothing reaches.
func Verify(code []Instr, handlers []Handler, l Limits) error {
	n := len(code)
	if n < 2 || code[n-1].Op() != Trap {
		return Error("no end")
	}
	for pc, i := range code[:n-1] {
		if i.Op() >= NumOps || uint16(i)>>8 != 0 {
			return Error("unknown opcode")
		}
		info := &Table[i.Op()]
		if i.Op() == Trap || info.Effects&Special != 0 {
			return Error("opcode out of place")
		}
		if i.Op() == RangeIter && (pc+2 >= n-1 || code[pc+1].Op() != Call || code[pc+2].Op() != GetIter) {
			return Error("range iterator out of place")
		}
		ok := l.operand(code, pc, info.A, i.A(), i) && l.operand(code, pc, info.B, i.B(), i) && l.operand(code, pc, info.C, i.C(), i)
		if !ok || !l.window(i) {
			return Error("operand out of range")
		}
	}
	last := int32(0)
	for _, h := range handlers {
		if h.Start < last || h.End <= h.Start || int(h.End) > n-1 || int(h.Target) >= n-1 || h.Target < 0 || int(h.Reg) >= l.Registers {
			return Error("exception table out of range")
		}
		last = h.End
	}
	if err := l.generator(code); err != nil {
		return err
	}
	if err := l.cells(code, handlers); err != nil {
		return err
	}
	if fallsOff(code, handlers) {
		return Error("falls off the end")
	}
	return nil
}

// generator checks that instructions which suspend a frame come after the one that makes its generator, which no jump
// goes around.
func (l *Limits) generator(code []Instr) error {
	made := false
	for pc, i := range code {
		switch i.Op() {
		case ReturnGenerator:
			if made || !l.Generator {
				return Error("generator out of place")
			}
			made = true
			for _, before := range code[:pc] {
				if op := before.Op(); op != MakeCell && op != Move && op != Clear {
					return Error("generator out of place")
				}
			}
		case Yield:
			if !made {
				return Error("yield outside of a generator")
			}
		default:
			if info := &Table[i.Op()]; made && (info.B == Jump && pc+1+i.Long() < 1 || info.C == JumpC && pc+1+i.SC() < 1) {
				return Error("jump to the start of a generator")
			}
		}
	}
	return nil
}

// fallsOff reports whether an instruction that can run continues at the trap. What no way leads to, as the compiler may
// leave at the end, does not count. Operands have been checked.
func fallsOff(code []Instr, handlers []Handler) bool {
	_, falls := Reachable(code, handlers)
	return falls
}

// Reachable says of each instruction in its general form, but the trap at the end, whether a way leads to it from the first one. It
// stops where one leads to the trap, and says so.
func Reachable(code []Instr, handlers []Handler) (seen []bool, falls bool) {
	end := len(code) - 1
	seen = make([]bool, end)
	work := []int{0}
	for {
		for len(work) > 0 {
			pc := work[len(work)-1]
			work = work[:len(work)-1]
			for pc < end && !seen[pc] {
				seen[pc] = true
				i := code[pc]
				info := &Table[i.Op()]
				switch {
				case info.B == Jump:
					work = append(work, pc+1+i.Long())
				case info.C == JumpC:
					work = append(work, pc+1+i.SC())
				case i.Op() == Send:
					work = append(work, pc+2)
				}
				if info.Effects&Ends != 0 {
					break
				}
				pc++
			}
			if pc >= end {
				return seen, true
			}
		}
		for _, h := range handlers {
			if seen[h.Target] {
				continue
			}
			for pc := h.Start; pc < h.End; pc++ {
				if seen[pc] {
					work = append(work, int(h.Target))
					break
				}
			}
		}
		if len(work) == 0 {
			return seen, false
		}
	}
}

func (l *Limits) operand(code []Instr, pc int, kind Operand, n int, i Instr) bool {
	target := func(d int) bool {
		t := pc + 1 + d
		return t >= 0 && t < len(code)-1
	}
	switch kind {
	case Use, Def, UseDef:
		if i.Op() == Raise && i.C() < 2 {
			// Operands that are not there have no register.
			return n < l.Registers || i.C() == 0 || n == i.B() && n != i.A()
		}
		return n < l.Registers
	case Window:
		// An empty window may lie behind the last register; the rest is checked by window.
		return n <= l.Registers
	case Cell:
		return n < l.Registers
	case Const:
		if k := i.Long(); k < 0 || k >= l.Consts {
			return false
		}
		return i.Op() != MakeFunction || l.Code(i.Long())
	case ConstC:
		if n >= l.Consts {
			return false
		}
		names, ok := l.Names2(n)
		return ok && names <= i.B()
	case SiteRef:
		return n < l.Sites
	case NameRef:
		return n < l.Names
	case Jump:
		return target(i.Long())
	case JumpC:
		return target(i.SC())
	}
	return true
}

// window checks that the registers behind a window's first one exist.
func (l *Limits) window(i Instr) bool {
	fits := func(first, n int) bool { return first+n <= l.Registers }
	switch i.Op() {
	case Call, CallKw, RangeIter:
		return fits(i.A(), 1+i.B())
	case CallMethod, CallMethodKw:
		return fits(i.A(), 2+i.B())
	case CallEx, LoadSuper:
		return fits(i.A(), 3)
	case LoadMethod, BeforeWith, BeforeAsyncWith, ImportName, CheckEgMatch:
		return fits(i.A(), 2)
	case BuildSlice, MatchClass:
		return fits(i.B(), 3)
	case Intrinsic2:
		return fits(i.B(), 2)
	case MakeGenexpr, MakeArgGenexpr:
		return i.C() >= 2 && fits(i.B(), i.C())
	case BuildTuple, BuildList, BuildSet, BuildString:
		return i.C() == 0 || fits(i.B(), i.C())
	case BuildMap:
		return i.C() == 0 || fits(i.B(), 2*i.C())
	case UnpackSeq:
		return fits(i.A(), i.C())
	case UnpackEx:
		return fits(i.A(), i.C()&0xFF+i.C()>>8+1)
	case Raise:
		return i.C() <= 2
	}
	return true
}
