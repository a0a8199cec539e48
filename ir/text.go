package ir

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

var typeNames = [...]string{Void: "void", I64: "i64", F64: "f64", Object: "obj", Addr: "addr"}

// String returns the name of the type in IR text.
func (t Type) String() string { return typeNames[t] }

// String returns the trace as text, an instruction a line; see the package comment.
func (t *Trace) String() string {
	var b strings.Builder
	for i := range t.Instrs {
		in := &t.Instrs[i]
		if in.Op == Nop {
			continue
		}
		if in.Op == Loop {
			b.WriteString("----  loop\n")
			continue
		}
		fmt.Fprintf(&b, "%04d  %-4s %-10s %s", i, in.Type, in.Op, t.operands(in))
		if Ops[in.Op].Guard {
			s := &t.Snaps[in.Snap]
			fmt.Fprintf(&b, " exit %d -> %d%s", in.Snap, s.PC, t.snapshot(s))
		}
		text := strings.TrimRight(b.String(), " ")
		b.Reset()
		b.WriteString(text + "\n")
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
	}
	return ref(r)
}

func floatText(bits int64) string {
	return strconv.FormatFloat(math.Float64frombits(uint64(bits)), 'g', -1, 64)
}

func (t *Trace) operands(in *Instr) string {
	switch in.Op {
	case ConstInt:
		return fmt.Sprintf("%+d", in.Imm)
	case ConstFloat:
		return floatText(in.Imm)
	case LoadInt, LoadFloat:
		return fmt.Sprintf("r%d", in.Imm)
	case LoadObject:
		return fmt.Sprintf("r%d %s", in.Imm, t.Types[in.B].Name)
	case Inherit:
		return fmt.Sprintf("%d", in.Imm)
	case Phi:
		return fmt.Sprintf("r%d %s %s", in.Imm, ref(in.A), ref(in.B))
	case FieldInt:
		return fmt.Sprintf("%s.%d", ref(in.A), in.Imm)
	case StoreField:
		return fmt.Sprintf("%s.%d %s", ref(in.A), in.Imm, t.operand(in.B))
	case StoreReg:
		return fmt.Sprintf("r%d %s", in.Imm, t.operand(in.A))
	case Link:
		return strconv.FormatInt(in.Imm, 10)
	}
	switch Ops[in.Op].Args {
	case 1:
		return t.operand(in.A)
	case 2:
		return t.operand(in.A) + " " + t.operand(in.B)
	}
	return ""
}

func (t *Trace) snapshot(s *Snapshot) string {
	if len(s.Slots)+len(s.Fields) == 0 {
		return ""
	}
	var parts []string
	for _, x := range s.Slots {
		parts = append(parts, fmt.Sprintf("r%d: %s", x.Reg, t.operand(x.Ref)))
	}
	for _, f := range s.Fields {
		parts = append(parts, fmt.Sprintf("%s.%d: %s", ref(f.Obj), f.Offset, t.operand(f.Ref)))
	}
	return " {" + strings.Join(parts, ", ") + "}"
}
