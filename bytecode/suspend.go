package bytecode

// What operand C of Yield says.
const (
	// YieldDelegated marks the yield of `yield from` and await: the iterator that the generator delegates to lies in the
	// register before A.
	YieldDelegated = 1 << iota
	// YieldBare marks a yield outside of handlers: a generator that is closed there runs no code of the program.
	YieldBare
)

// MarkYields sets YieldBare in each yield of a code where it is true.
func MarkYields(code []Instr, handlers []Handler) {
	for pc, i := range code {
		if i.Op() == Yield {
			flags := i.C() &^ YieldBare
			if !runsWhenClosed(code, handlers, pc) {
				flags |= YieldBare
			}
			code[pc] = Make(Yield, i.A(), i.B(), flags)
		}
	}
}

// runsWhenClosed reports whether closing a generator that is suspended at the yield at pc would run a handler of the program.
func runsWhenClosed(code []Instr, handlers []Handler, pc int) bool {
	target, _ := FindHandler(handlers, pc)
	if code[pc].C()&YieldDelegated != 0 && target >= 0 {
		// The innermost handler belongs to the delegation.
		target, _ = FindHandler(handlers, target)
	}
	// The handler around the whole body only turns StopIteration into RuntimeError.
	return target >= 0 && code[target] != Make(Intrinsic1, code[target].A(), code[target].B(), IntrinsicStopIterationError)
}

// FindHandler returns the first instruction of the handler of the instruction at pc and the register for the exception; the
// first is -1 where nothing handles it.
func FindHandler(table []Handler, pc int) (target, reg int) {
	lo, hi := 0, len(table)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if int(table[m].End) <= pc {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(table) && int(table[lo].Start) <= pc {
		return int(table[lo].Target), int(table[lo].Reg)
	}
	return -1, 0
}
