package ir

import "math"

// Builder appends instructions to a trace. It folds constants, reuses equal pure values, and drops guards that hold
// already.
type Builder struct {
	Trace
	// chains are the latest instruction of each operation; prev links back.
	last [NumOps]Ref
	prev []Ref
}

// NewBuilder begins a trace.
func NewBuilder() *Builder {
	b := &Builder{}
	b.LoopAt = -1
	for i := range b.last {
		b.last[i] = NoRef
	}
	return b
}

// Full reports whether the trace has reached its limit.
func (b *Builder) Full() bool { return len(b.Instrs) >= MaxInstrs }

// append adds an instruction as it is.
func (b *Builder) append(i Instr) Ref {
	r := Ref(len(b.Instrs))
	b.Instrs = append(b.Instrs, i)
	b.prev = append(b.prev, b.last[i.Op])
	b.last[i.Op] = r
	return r
}

// Int returns a constant.
func (b *Builder) Int(v int64) Ref {
	return b.pure(Instr{Op: ConstInt, Type: I64, A: NoRef, B: NoRef, Imm: v})
}

// Float returns a constant.
func (b *Builder) Float(f float64) Ref {
	return b.pure(Instr{Op: ConstFloat, Type: F64, A: NoRef, B: NoRef, Imm: int64(math.Float64bits(f))})
}

// pure appends a pure instruction or returns an equal one.
func (b *Builder) pure(i Instr) Ref {
	for r := b.last[i.Op]; r != NoRef; r = b.prev[r] {
		j := &b.Instrs[r]
		if j.A == i.A && j.B == i.B && j.Imm == i.Imm {
			return r
		}
	}
	return b.append(i)
}

// Emit appends an operation on values. snap is the snapshot of a guard, made only where it is needed.
func (b *Builder) Emit(op Op, x, y Ref, snap func() uint16) Ref {
	info := &Ops[op]
	if info.Comm && b.isConst(x) && !b.isConst(y) {
		x, y = y, x
	}
	if r, ok := b.fold(op, x, y); ok {
		return r
	}
	i := Instr{Op: op, Type: info.Type, A: x, B: y}
	if info.Args < 2 {
		i.B = NoRef
	}
	if info.Pure {
		for r := b.last[op]; r != NoRef; r = b.prev[r] {
			if j := &b.Instrs[r]; j.A == i.A && j.B == i.B {
				return r
			}
		}
	} else if info.Guard && info.Args == 2 {
		// A guard that was passed before holds still: its operands do not change.
		for r := b.last[op]; r != NoRef; r = b.prev[r] {
			if j := &b.Instrs[r]; j.A == i.A && j.B == i.B {
				return r
			}
		}
	}
	if info.Guard {
		i.Snap = snap()
	}
	return b.append(i)
}

// Special appends an operation with an immediate that is neither folded nor shared.
func (b *Builder) Special(op Op, typ Type, x, y Ref, imm int64, snap uint16) Ref {
	return b.append(Instr{Op: op, Type: typ, A: x, B: y, Imm: imm, Snap: snap})
}

// Snapshot adds a snapshot and returns its index.
func (b *Builder) Snapshot(s Snapshot) uint16 {
	b.Snaps = append(b.Snaps, s)
	return uint16(len(b.Snaps) - 1)
}

func (b *Builder) isConst(r Ref) bool {
	return r != NoRef && (b.Instrs[r].Op == ConstInt || b.Instrs[r].Op == ConstFloat)
}

// TypeOf returns the type of a value.
func (b *Builder) TypeOf(r Ref) Type { return b.Instrs[r].Type }
