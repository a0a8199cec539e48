package objects

import (
	"fmt"
	"strings"

	"github.com/adder-lang/adder/bytecode"
)

// Disassemble returns the instructions of a code object as text, and those of the code objects inside it.
func Disassemble(c *Code) string {
	var b strings.Builder
	disassemble(&b, c)
	return b.String()
}

func disassemble(b *strings.Builder, c *Code) {
	fmt.Fprintf(b, "%s (line %d, %d registers)\n", c.QualName, c.FirstLine, c.NRegs)
	targets := map[int]bool{}
	for pc, i := range c.Instrs {
		info := &bytecode.Table[i.Op().General()]
		if info.B == bytecode.Jump {
			targets[pc+1+i.Long()] = true
		} else if info.C == bytecode.JumpC {
			targets[pc+1+i.SC()] = true
		}
	}
	for _, h := range c.Exceptions {
		targets[int(h.Target)] = true
	}
	line := int32(0)
	for pc := range len(c.Positions()) {
		i := c.Instrs[pc]
		mark := "     "
		if p := c.Positions()[pc]; p.Line != line && p.Line > 0 {
			line = p.Line
			mark = fmt.Sprintf("%5d", line)
		}
		arrow := "  "
		if targets[pc] {
			arrow = ">>"
		}
		fmt.Fprintf(b, "%s %s %5d %-20s %s\n", mark, arrow, pc, i.Op(), c.operands(pc, i))
	}
	for _, h := range c.Exceptions {
		fmt.Fprintf(b, "        exceptions of %d to %d: %d, in %s\n", h.Start, h.End-1, h.Target, c.register(int(h.Reg)))
	}
	b.WriteByte('\n')
	for _, k := range c.Consts {
		if Is(k, &CodeType) {
			disassemble(b, As[Code](k).Loaded())
		}
	}
}

// register names a register: the variable that it holds, or its number.
func (c *Code) register(r int) string {
	if r < len(c.VarNames) {
		return c.VarNames[r].String()
	}
	if r < c.NumLocals() {
		r -= len(c.VarNames)
		if r < len(c.CellVars) {
			return c.CellVars[r].String()
		}
		return c.FreeVars[r-len(c.CellVars)].String()
	}
	return fmt.Sprintf("r%d", r)
}

func (c *Code) operands(pc int, i bytecode.Instr) string {
	info := &bytecode.Table[i.Op()]
	var parts []string
	for _, o := range []struct {
		kind bytecode.Operand
		n    int
		long bool
	}{{info.A, i.A(), false}, {info.B, i.B(), true}, {info.C, i.C(), false}} {
		switch o.kind {
		case bytecode.None:
		case bytecode.Use, bytecode.Def, bytecode.UseDef, bytecode.Window, bytecode.Cell:
			parts = append(parts, c.register(o.n))
		case bytecode.Const:
			parts = append(parts, constText(c.Consts[i.Long()]))
		case bytecode.ConstC:
			parts = append(parts, constText(c.Consts[o.n]))
		case bytecode.SiteRef:
			parts = append(parts, "."+c.Sites[o.n].Name.String())
		case bytecode.NameRef:
			parts = append(parts, c.Names[o.n].String())
		case bytecode.Imm:
			parts = append(parts, fmt.Sprint(int16(o.n)))
		case bytecode.Imm32:
			parts = append(parts, fmt.Sprint(i.Long()))
		case bytecode.Jump:
			parts = append(parts, fmt.Sprintf("-> %d", pc+1+i.Long()))
		case bytecode.JumpC:
			parts = append(parts, fmt.Sprintf("-> %d", pc+1+i.SC()))
		default:
			parts = append(parts, fmt.Sprint(o.n))
		}
	}
	return strings.Join(parts, ", ")
}

// constText shows a constant without running Python code.
func constText(v Value) string {
	switch {
	case v.IsInline():
		return fmt.Sprint(v.Inline())
	case v.IsFloat():
		return fmt.Sprint(v.Float())
	case v == None:
		return "None"
	case v == True:
		return "True"
	case v == False:
		return "False"
	}
	if s, ok := StrOf(v); ok {
		return fmt.Sprintf("%q", s.String())
	}
	if t, ok := TupleOf(v); ok {
		parts := make([]string, t.Len())
		for i, x := range t.Items() {
			parts[i] = constText(x)
		}
		return "(" + strings.Join(parts, ", ") + ")"
	}
	if Is(v, &CodeType) {
		return "<code " + As[Code](v).QualName.String() + ">"
	}
	return "<" + TypeOf(v).Name + ">"
}
