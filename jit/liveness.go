package jit

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// newLiveness says which temporaries of a code object are read from each instruction on. Named variables always count as
// live: a debugger or locals() may look at them.
func newLiveness(code *objects.Code) *bytecode.Live {
	instrs := make([]bytecode.Instr, len(code.Instrs))
	for i, ins := range code.Instrs {
		ins = original(ins)
		instrs[i] = ins.WithOp(ins.Op().General())
	}
	return bytecode.Liveness(instrs, code.Exceptions, code.NumLocals(), code.NRegs)
}

// jumpOf returns the distance of an instruction's jump from the instruction behind it.
func jumpOf(ins bytecode.Instr) (int, bool) {
	info := &bytecode.Table[ins.Op()]
	switch {
	case info.B == bytecode.Jump:
		return ins.Long(), true
	case info.C == bytecode.JumpC:
		return ins.SC(), true
	}
	return 0, false
}

// written are the registers that an instruction writes, or leaves alone where it has nothing to write.
func written(ins bytecode.Instr) []int {
	var regs []int
	ins.Defs(func(r int) { regs = append(regs, r) })
	switch ins.Op() {
	case bytecode.ForIter:
		regs = append(regs, ins.B())
	case bytecode.LoadSuper:
		regs = append(regs, ins.A(), ins.A()+1)
	}
	return regs
}
