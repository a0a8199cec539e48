package objects

import (
	"github.com/adder-lang/adder/bytecode"
)

// GeneralInstr returns an instruction of a code object as the compiler wrote it.
func GeneralInstr(c *Code, i bytecode.Instr) bytecode.Instr {
	if i.Op() == bytecode.EnterTrace && OriginalInstr != nil {
		i = OriginalInstr(i)
	}
	return i.WithOp(i.Op().General())
}

// OriginalInstr returns the instruction that ENTER_TRACE replaced. The JIT sets it.
var OriginalInstr func(bytecode.Instr) bytecode.Instr

// CheckCode verifies a code object that was read from outside: every operand is in the range of what it refers to, so
// that the interpreter never leaves its arrays. It also sets what is derived.
func CheckCode(c *Code) error {
	if c.NumParams() > len(c.VarNames) || c.PosOnlyArgCount > c.ArgCount {
		return bytecode.Error("more parameters than variables")
	}
	if c.NRegs < c.NumLocals() || c.NRegs > bytecode.MaxRegisters {
		return bytecode.Error("register count out of range")
	}
	for _, v := range c.Consts {
		if v.IsZero() {
			return bytecode.Error("missing constant")
		}
	}
	for _, v := range c.Inlined {
		if int(v.Reg) >= c.NRegs || v.Start < 0 || v.End < v.Start || int(v.End) > len(c.Instrs) {
			return bytecode.Error("inlined variable out of range")
		}
	}
	if c.HasDoc && len(c.Consts) == 0 {
		return bytecode.Error("missing constant")
	}
	err := bytecode.Verify(c.Instrs, c.Exceptions, bytecode.Limits{Registers: c.NRegs, Consts: len(c.Consts),
		Sites: len(c.Sites), Names: len(c.Names), Cells: len(c.VarNames), Free: len(c.VarNames) + len(c.CellVars), Locals: c.NumLocals(),
		Generator: c.Flags&(CoGenerator|CoCoroutine|CoAsyncGenerator) != 0,
		Code:      func(i int) bool { return Is(c.Consts[i], &CodeType) },
		Names2: func(i int) (int, bool) {
			t, ok := TupleOf(c.Consts[i])
			if !ok {
				return 0, false
			}
			for _, v := range t.Items() {
				if !Is(v, &StrType) {
					return 0, false
				}
			}
			return t.Len(), true
		}})
	if err == nil {
		c.Derive()
	}
	return err
}
