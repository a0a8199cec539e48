package ir

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/adder-lang/adder/objects"
)

var typeNames = [...]string{Void: "void", I64: "i64", F64: "f64", Val: "val", Addr: "addr"}

// String returns the name of the type in IR text.
func (t Type) String() string { return typeNames[t] }

// HelperName returns the name of a helper. The code generator's package sets it.
var HelperName = func(helper uint32) string { return strconv.Itoa(int(helper)) }

// String returns the trace as text, an instruction a line; see the package comment.
func (t *Trace) String() string {
	var b strings.Builder
	for i := range t.Instrs {
		in := &t.Instrs[i]
		switch in.Op {
		case Nop, ConstInt, ConstFloat, ConstVal:
			continue
		case Loop:
			b.WriteString("----  loop\n")
			continue
		}
		line := fmt.Sprintf("%04d  %-4s %-10s %s", i, in.Type, in.Op, t.operands(in))
		if Ops[in.Op].Guard && in.Snap != NoSnap {
			s := &t.Snaps[in.Snap]
			line += fmt.Sprintf(" exit %d -> %d%s", in.Snap, s.PC, t.snapshot(s))
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

func ref(r Ref) string { return fmt.Sprintf("%04d", r) }

// operand is a reference, or a constant as its value.
func (t *Trace) operand(r Ref) string {
	if r == NoRef {
		return "-"
	}
	switch in := &t.Instrs[r]; in.Op {
	case ConstInt:
		return fmt.Sprintf("%+d", in.Imm)
	case ConstFloat:
		return floatText(in.Imm)
	case ConstVal:
		return "<" + describe(t.Consts[in.Imm]) + ">"
	}
	return ref(r)
}

// describe names a constant without running Python code.
func describe(v objects.Value) string {
	switch {
	case v.IsZero():
		return "unbound"
	case v == objects.None:
		return "None"
	case v == objects.True:
		return "True"
	case v == objects.False:
		return "False"
	}
	switch typ := objects.TypeOf(v); typ {
	case &objects.FunctionType:
		return "function " + objects.As[objects.Function](v).QualName().String()
	case &objects.TypeType:
		return "type " + objects.As[objects.Type](v).TpName()
	case &objects.StrType:
		if s := objects.As[objects.Str](v).String(); len(s) <= 20 {
			return strconv.Quote(s)
		}
		return "str"
	default:
		return typ.TpName()
	}
}

func floatText(bits int64) string {
	return strconv.FormatFloat(math.Float64frombits(uint64(bits)), 'g', -1, 64)
}

func (t *Trace) operands(in *Instr) string {
	switch in.Op {
	case LoadReg:
		return fmt.Sprintf("r%d", in.Imm)
	case Inherit:
		return fmt.Sprintf("%d", in.Imm)
	case Phi:
		p := in.PhiPlace()
		name := fmt.Sprintf("r%d", p.Reg)
		if p.Offset >= 0 {
			name += fmt.Sprintf(".%d", p.Offset)
		}
		return fmt.Sprintf("%s %s %s", name, t.operand(in.A), t.operand(in.B))
	case GuardType:
		return t.operand(in.A) + " " + objects.As[objects.Type](t.Consts[in.Imm]).TpName()
	case GuardWord, GuardNoWord:
		return fmt.Sprintf("%s.%d %s %s", t.operand(in.A), in.Imm, t.Words[in.Aux].Name, Class(in.C))
	case Load:
		return fmt.Sprintf("%s.%d %s", t.operand(in.A), in.Imm, Class(in.Aux))
	case LoadItem, LoadByte:
		return fmt.Sprintf("%s[%s] %s", t.operand(in.A), t.operand(in.B), Class(in.Aux))
	case Store, StoreVal:
		return fmt.Sprintf("%s.%d %s %s", t.operand(in.A), in.Imm, t.operand(in.B), Class(in.Aux))
	case StoreItem, StoreByte:
		return fmt.Sprintf("%s[%s] %s %s", t.operand(in.A), t.operand(in.B), t.operand(in.C), Class(in.Aux))
	case StoreWord:
		return fmt.Sprintf("%s.%d %s %s", t.operand(in.A), in.Imm, t.Words[in.C].Name, Class(in.Aux))
	case StoreReg:
		return fmt.Sprintf("r%d %s", in.Imm, t.operand(in.A))
	case PushFrame:
		p := &t.Pushes[in.Aux]
		return fmt.Sprintf("%s %s -> r%d", t.operand(in.A), p.Code.QualName, p.Dst)
	case PushGen:
		p := &t.Resumes[in.Aux]
		return fmt.Sprintf("%s %s at %d", t.operand(in.A), p.Code.QualName, p.PC)
	case PopGen:
		if p := &t.Yields[in.Aux]; p.End {
			return "end"
		}
		return ""
	case PopFrame:
		p := &t.Pops[in.Aux]
		return fmt.Sprintf("%s at %d", p.Code.QualName, p.PC)
	case CallHelper:
		parts := []string{HelperName(in.Aux)}
		for _, a := range t.CallArgs(in) {
			parts = append(parts, t.operand(a))
		}
		return strings.Join(parts, " ")
	case CallStep:
		return strconv.FormatInt(int64(in.Aux), 10)
	case Link:
		return strconv.FormatInt(in.Imm, 10)
	case Result:
		return fmt.Sprintf("%s %d", ref(in.A), in.Imm)
	}
	switch Ops[in.Op].Args {
	case 1:
		return t.operand(in.A)
	case 2:
		return t.operand(in.A) + " " + t.operand(in.B)
	}
	return ""
}

func (t *Trace) slots(slots []Slot) []string {
	var parts []string
	for _, x := range slots {
		parts = append(parts, fmt.Sprintf("r%d: %s", x.Reg, t.operand(x.Ref)))
	}
	return parts
}

func (t *Trace) snapshot(s *Snapshot) string {
	parts := t.slots(s.Slots)
	for _, it := range s.Iters {
		parts = append(parts, fmt.Sprintf("r%d: %s at %s, %s left", it.Reg, t.operand(it.Obj), t.operand(it.Cur), t.operand(it.Left)))
	}
	for i := range s.Frames {
		f := &s.Frames[i]
		parts = append(parts, fmt.Sprintf("%s -> %d {%s}", f.Code.QualName, f.PC, strings.Join(t.slots(f.Slots), ", ")))
	}
	if len(parts) == 0 {
		return ""
	}
	return " {" + strings.Join(parts, ", ") + "}"
}
