package ir

import (
	"math"
	"math/bits"
)

// fold returns what an operation is worth where its operands decide that: constants, and identities that hold for every
// value of the type. Guards that always hold fold to no value at all (NoRef).
func (b *Builder) fold(op Op, x, y Ref) (Ref, bool) {
	info := &Ops[op]
	cx := b.constant(x, ConstInt)
	cy := b.constant(y, ConstInt)
	switch {
	case info.Args == 2 && cx != nil && cy != nil && info.Type == I64:
		if v, ok := evalInt(op, *cx, *cy); ok {
			return b.Int(v), true
		}
	case info.Args == 2 && cx != nil && cy != nil && op >= Lt && op <= Ge:
		if compareInts(op, *cx, *cy) {
			return NoRef, true
		}
	case op == IntToFloat && cx != nil:
		return b.Float(float64(*cx)), true
	}
	if cy != nil {
		switch {
		case *cy == 0 && (op == Add || op == Sub || op == AddOv || op == SubOv || op == Or || op == Xor || op == Shl || op == ShlOv || op == Sar):
			return x, true
		case *cy == 1 && (op == Mul || op == MulOv || op == DivFloor):
			return x, true
		case *cy == 0 && (op == And || op == Mul || op == MulOv):
			return b.Int(0), true
		}
	}
	switch op {
	case GuardIs, GuardIsNot:
		if p, ok := b.ConstOf(x); ok {
			if q, ok := b.ConstOf(y); ok && (p == q) == (op == GuardIs) {
				return NoRef, true
			}
		}
	case GuardBound:
		if p, ok := b.ConstOf(x); ok && !p.IsZero() || b.types[x] != nil || b.Instrs[x].Op == BoxInt || b.Instrs[x].Op == BoxFloat {
			return NoRef, true
		}
	case Below:
		if cx != nil && cy != nil && uint64(*cx) < uint64(*cy) {
			return NoRef, true
		}
	}
	if x == y && x != NoRef {
		switch op {
		case Sub, SubOv, Xor:
			return b.Int(0), true
		case And, Or:
			return x, true
		case Le, Ge, Eq:
			return NoRef, true
		}
	}
	if info.Type == F64 && info.Args == 2 {
		fx, fy := b.constant(x, ConstFloat), b.constant(y, ConstFloat)
		if fx != nil && fy != nil {
			p, q := math.Float64frombits(uint64(*fx)), math.Float64frombits(uint64(*fy))
			switch op {
			case FAdd:
				return b.Float(p + q), true
			case FSub:
				return b.Float(p - q), true
			case FMul:
				return b.Float(p * q), true
			case FDiv:
				if q != 0 {
					return b.Float(p / q), true
				}
			}
		}
	}
	return NoRef, false
}

// constant returns the immediate of a constant of the given kind, nil where r is none.
func (b *Builder) constant(r Ref, op Op) *int64 {
	if r == NoRef || b.Instrs[r].Op != op {
		return nil
	}
	return &b.Instrs[r].Imm
}

// evalInt computes an operation on ints; ok is false where its guard would fail or it is undefined.
func evalInt(op Op, x, y int64) (v int64, ok bool) {
	switch op {
	case Add, AddOv:
		v = x + y
		return v, (v > x) == (y > 0)
	case Sub, SubOv:
		v = x - y
		return v, (v < x) == (y > 0)
	case Mul, MulOv:
		hi, lo := bits.Mul64(uint64(x), uint64(y))
		hi -= uint64(x>>63&y) + uint64(y>>63&x)
		return int64(lo), hi == uint64(int64(lo)>>63)
	case And:
		return x & y, true
	case Or:
		return x | y, true
	case Xor:
		return x ^ y, true
	case Shl, ShlOv:
		if y < 0 || y > 62 || x<<uint(y)>>uint(y) != x {
			return 0, false
		}
		return x << uint(y), true
	case Sar:
		if y < 0 || y > 63 {
			return 0, false
		}
		return x >> uint(y), true
	case DivFloor:
		if y <= 0 {
			return 0, false
		}
		v = x / y
		if x%y < 0 {
			v--
		}
	case ModFloor:
		if y <= 0 {
			return 0, false
		}
		v = x % y
		if v < 0 {
			v += y
		}
	default:
		return 0, false
	}
	return v, true
}

func compareInts(op Op, x, y int64) bool {
	switch op {
	case Lt:
		return x < y
	case Le:
		return x <= y
	case Eq:
		return x == y
	case Ne:
		return x != y
	case Gt:
		return x > y
	default:
		return x >= y
	}
}
