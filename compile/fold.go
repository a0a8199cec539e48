package compile

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// Constant folding: operators on constants, tuples of constants and subscripts of constants are computed at compile
// time, with limits on the size of what may come out.

const (
	maxFoldInt    = 128 // bits of an int result of ** and <<
	maxFoldStr    = 4096
	maxFoldTuple  = 256
	maxFoldLevels = 20
)

// fold returns the value of an expression that is constant.
func (u *unit) fold(e syntax.Expr) (objects.Value, bool) {
	return u.foldLevel(e, 0)
}

func (u *unit) foldLevel(e syntax.Expr, level int) (objects.Value, bool) {
	if level > maxFoldLevels {
		return objects.Value{}, false
	}
	switch e := e.(type) {
	case *syntax.Constant:
		return ConstValue(e.Value), true
	case *syntax.Name:
		if e.ID == "__debug__" && e.Ctx == syntax.Load {
			return objects.Bool(u.c.Optimize == 0), true
		}
	case *syntax.UnaryOp:
		v, ok := u.foldLevel(e.Operand, level+1)
		if !ok || u.c.Thread == nil {
			return objects.Value{}, false
		}
		t := u.c.Thread
		var r objects.Value
		var err error
		switch e.Op {
		case syntax.Not:
			b, err := objects.Truth(t, v)
			return objects.Bool(!b), err == nil
		case syntax.USub:
			r, err = objects.Unary(t, objects.OpNeg, v)
		case syntax.UAdd:
			r, err = objects.Unary(t, objects.OpPos, v)
		case syntax.Invert:
			r, err = objects.Unary(t, objects.OpInvert, v)
		}
		return r, err == nil
	case *syntax.BinOp:
		return u.foldBinary(e, level)
	case *syntax.Tuple:
		if e.Ctx != syntax.Load {
			return objects.Value{}, false
		}
		items, ok := u.foldItemsLevel(e.Elts, level+1)
		if !ok {
			return objects.Value{}, false
		}
		return objects.ToValue(objects.NewTuple(items...)), true
	case *syntax.Subscript:
		if e.Ctx != syntax.Load || u.c.Thread == nil {
			return objects.Value{}, false
		}
		v, ok := u.foldLevel(e.Value, level+1)
		if !ok {
			return objects.Value{}, false
		}
		k, ok := u.foldLevel(e.Slice, level+1)
		if !ok {
			return objects.Value{}, false
		}
		r, err := objects.GetItem(u.c.Thread, v, k)
		return r, err == nil
	}
	return objects.Value{}, false
}

func (u *unit) foldItems(elts []syntax.Expr) ([]objects.Value, bool) {
	return u.foldItemsLevel(elts, 0)
}

func (u *unit) foldItemsLevel(elts []syntax.Expr, level int) ([]objects.Value, bool) {
	items := make([]objects.Value, len(elts))
	for i, e := range elts {
		v, ok := u.foldLevel(e, level)
		if !ok {
			return nil, false
		}
		items[i] = v
	}
	return items, true
}

var foldOps = [...]objects.BinaryOp{syntax.Add: objects.OpAdd, syntax.Sub: objects.OpSub, syntax.Mult: objects.OpMul,
	syntax.Div: objects.OpTrueDiv, syntax.Mod_: objects.OpMod, syntax.Pow: objects.OpPow, syntax.LShift: objects.OpLShift,
	syntax.RShift: objects.OpRShift, syntax.BitOr: objects.OpOr, syntax.BitXor: objects.OpXor,
	syntax.BitAnd: objects.OpAnd, syntax.FloorDiv: objects.OpFloorDiv}

func (u *unit) foldBinary(e *syntax.BinOp, level int) (objects.Value, bool) {
	if e.Op == syntax.MatMult || u.c.Thread == nil {
		return objects.Value{}, false
	}
	// The right side first: it is not the deep one.
	r, ok := u.foldLevel(e.Right, level+1)
	if !ok {
		return objects.Value{}, false
	}
	l, ok := u.foldLevel(e.Left, level+1)
	if !ok {
		return objects.Value{}, false
	}
	small := func(v objects.Value, limit int64) bool {
		return v.IsInline() && v.Inline() >= 0 && v.Inline() <= limit
	}
	isInt := func(v objects.Value) bool { return objects.TypeOf(v) == &objects.IntType }
	switch e.Op {
	case syntax.Pow:
		if isInt(l) && isInt(r) && (!small(r, maxFoldInt) || !small(l, 1<<40) && !l.IsInline() ||
			r.Inline()*int64(bitLen(l)) > maxFoldInt) {
			return objects.Value{}, false
		}
	case syntax.LShift:
		if isInt(l) && isInt(r) && (!small(r, maxFoldInt) || !l.IsInline()) {
			return objects.Value{}, false
		}
	case syntax.Mult:
		if !u.smallRepeat(l, r) || !u.smallRepeat(r, l) {
			return objects.Value{}, false
		}
	case syntax.Mod_:
		if _, ok := objects.StrOf(l); ok {
			return objects.Value{}, false
		}
		if _, ok := objects.BytesOf(l); ok {
			return objects.Value{}, false
		}
	}
	v, err := objects.Binary(u.c.Thread, foldOps[e.Op], l, r)
	return v, err == nil
}

func bitLen(v objects.Value) int {
	n := 0
	for i := v.Inline(); i != 0 && i != -1; i >>= 1 {
		n++
	}
	return n
}

// smallRepeat limits the size of sequence * int.
func (u *unit) smallRepeat(seq, n objects.Value) bool {
	size, limit := 0, maxFoldStr
	if s, ok := objects.StrOf(seq); ok {
		size = s.Len()
	} else if b, ok := objects.BytesOf(seq); ok {
		size = len(b)
	} else if t, ok := objects.TupleOf(seq); ok {
		size, limit = t.Len(), maxFoldTuple
	} else {
		return true
	}
	if !n.IsInline() {
		return false
	}
	return size == 0 || n.Inline() <= int64(limit/size)
}

// constTruth returns the truth of a condition that is constant.
func (u *unit) constTruth(e syntax.Expr) (value, ok bool) {
	switch e := e.(type) {
	case *syntax.Constant:
	case *syntax.Name:
		if e.ID != "__debug__" {
			return false, false
		}
	case *syntax.UnaryOp:
	default:
		return false, false
	}
	v, ok := u.fold(e)
	if !ok || u.c.Thread == nil {
		return false, false
	}
	b, err := objects.Truth(u.c.Thread, v)
	return b, err == nil
}
