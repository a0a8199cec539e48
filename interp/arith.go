package interp

import (
	"strconv"
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

func itoa(n int) string { return strconv.Itoa(n) }

var strInit, strGetItem *objects.Str

// The slow paths of arithmetic and comparison: everything that is not two small ints or two floats.

// binarySlow is a binary instruction or its in-place form.
func binarySlow(t *objects.Thread, op bytecode.Op, a, b value) (value, error) {
	if a.IsFloat() && b.IsInline() || a.IsInline() && b.IsFloat() {
		x, _ := number(a)
		y, _ := number(b)
		switch op {
		case bytecode.Add, bytecode.IAdd:
			return objects.Float(x + y), nil
		case bytecode.Sub, bytecode.ISub:
			return objects.Float(x - y), nil
		case bytecode.Mul, bytecode.IMul:
			return objects.Float(x * y), nil
		case bytecode.TrueDiv, bytecode.ITrueDiv:
			if y != 0 {
				return objects.Float(x / y), nil
			}
		}
	}
	if objects.PlainInt(a) && objects.PlainInt(b) {
		if op >= bytecode.IAdd {
			op -= bytecode.IAdd - bytecode.Add
		}
		return objects.IntBinary(t, objects.BinaryOp(op-bytecode.Add), a, b)
	}
	if bothStr(a, b) && (op == bytecode.Add || op == bytecode.IAdd) {
		return objects.ConcatStrs(a, b)
	}
	if op >= bytecode.IAdd {
		return objects.InplaceBinary(t, objects.BinaryOp(op-bytecode.IAdd), a, b)
	}
	return objects.Binary(t, objects.BinaryOp(op-bytecode.Add), a, b)
}

// pushOperator pushes the frame of the Python function that a binary instruction comes to, nil where that is not so simple.
func pushOperator(t *objects.Thread, ins bytecode.Instr, base unsafe.Pointer) *objects.Record {
	a, b := rb(base, ins), rc(base, ins)
	if !objects.OfClass(*a) && !objects.OfClass(*b) {
		return nil
	}
	op, inplace := binaryOp(ins.Op())
	fn, reflected := objects.OperatorFunction(op, inplace, *a, *b)
	if fn == nil || !fn.Code.Simple || fn.Code.ArgCount != 2 || t.Depth >= t.RecursionLimit {
		return nil
	}
	if reflected {
		a, b = b, a
	}
	r, err := pushWithSelf(t, fn, *a, unsafe.Slice(b, 1), nil)
	if err != nil {
		return nil
	}
	r.Flags |= objects.RecOperator
	r.Dst = uint16(ins.A())
	return r
}

// binaryOp returns the operator of a binary instruction and whether it is its in-place form.
func binaryOp(op bytecode.Op) (objects.BinaryOp, bool) {
	if op = op.General(); op >= bytecode.IAdd {
		return objects.BinaryOp(op - bytecode.IAdd), true
	}
	return objects.BinaryOp(op - bytecode.Add), false
}

// operatorError is the error of the binary instruction that a frame is at.
func operatorError(rec *objects.Record) error {
	ins := objects.GeneralInstr(rec.Code, rec.Code.Instrs[rec.PC-1])
	op, inplace := binaryOp(ins.Op())
	return objects.OperatorError(op, inplace, *rb(rec.Base, ins), *rc(rec.Base, ins))
}

func binaryIntSlow(t *objects.Thread, op bytecode.Op, a value, n int64) (value, error) {
	b := objects.InlineInt(n)
	if objects.PlainInt(a) {
		switch op {
		case bytecode.AddInt, bytecode.IAddInt:
			return objects.IntBinary(t, objects.OpAdd, a, b)
		case bytecode.MulInt:
			return objects.IntBinary(t, objects.OpMul, a, b)
		default:
			return objects.IntBinary(t, objects.OpSub, a, b)
		}
	}
	switch op {
	case bytecode.AddInt:
		return objects.Binary(t, objects.OpAdd, a, b)
	case bytecode.SubInt:
		return objects.Binary(t, objects.OpSub, a, b)
	case bytecode.MulInt:
		return objects.Binary(t, objects.OpMul, a, b)
	case bytecode.IAddInt:
		return objects.InplaceBinary(t, objects.OpAdd, a, b)
	default:
		return objects.InplaceBinary(t, objects.OpSub, a, b)
	}
}

// number returns the float of a float or of an int that is exact as one.
func number(v value) (float64, bool) {
	if v.IsFloat() {
		return v.Float(), true
	}
	if v.IsInline() {
		return float64(v.Inline()), true
	}
	return 0, false
}

func compareFloats(a, b float64, op objects.CompareOp) bool {
	switch op {
	case objects.OpLt:
		return a < b
	case objects.OpLe:
		return a <= b
	case objects.OpEq:
		return a == b
	case objects.OpNe:
		return a != b
	case objects.OpGt:
		return a > b
	default:
		return a >= b
	}
}

func compareSlow(t *objects.Thread, op bytecode.Op, a, b value) (value, error) {
	c := objects.CompareOp(op - bytecode.Lt)
	if bothStr(a, b) {
		return objects.Bool(compareStrs(a, b, c)), nil
	}
	if x, ok := number(a); ok {
		if y, ok := number(b); ok {
			return objects.Bool(compareFloats(x, y, c)), nil
		}
	}
	return objects.Compare(t, a, b, c)
}

// compareJumpSlow decides a fused comparison and jump.
func compareJumpSlow(t *objects.Thread, ins bytecode.Instr, base unsafe.Pointer) (bool, error) {
	op := ins.Op()
	a := *ra(base, ins)
	var b value
	if op >= bytecode.JumpLtInt {
		b = objects.InlineInt(int64(int16(ins >> 32)))
		op -= bytecode.JumpLtInt
	} else {
		b = *rb(base, ins)
		op -= bytecode.JumpLt
	}
	negate := op >= 6
	if negate {
		op -= 6
	}
	c := objects.CompareOp(op)
	if bothStr(a, b) {
		return compareStrs(a, b, c) != negate, nil
	}
	if x, ok := number(a); ok {
		if y, ok := number(b); ok {
			return compareFloats(x, y, c) != negate, nil
		}
	}
	v, err := objects.Compare(t, a, b, c)
	if err != nil {
		return false, err
	}
	truth, err := objects.Truth(t, v)
	return truth != negate, err
}

// loadItem is a subscript that the loop did not answer itself. A __getitem__ that is a Python function pushes its frame.
func loadItem(t *objects.Thread, a, k value) (value, *objects.Record, error) {
	if a.IsObject() {
		switch typ := objects.HeadType(a); {
		case typ == &objects.DictType:
			d := objects.As[objects.Dict](a)
			v, err := d.Get(t, k)
			if err == nil && v.IsZero() {
				err = objects.KeyError(k)
			}
			return v, nil, err
		case typ.Flags&objects.FlagHeap != 0:
			if fn := typ.Lookup(strGetItem); objects.Is(fn, &objects.FunctionType) {
				args := [2]value{a, k}
				r, err := pushFunction(t, objects.As[objects.Function](fn), args[:], nil)
				return value{}, r, err
			}
		}
	}
	v, err := objects.GetItem(t, a, k)
	return v, nil, err
}

// unpacksPair reports whether an instruction, to which FOR_ITER jumps, does nothing but unpack the value of FOR_ITER, which
// nobody else can see, into two registers.
func unpacksPair(code *objects.Code, iter, unpack bytecode.Instr) bool {
	return unpack.Op() == bytecode.UnpackSeq && unpack.C() == 2 && unpack.B() == iter.B() && iter.B() >= code.NumLocals()
}

// loadSlice does BUILD_SLICE and the LOAD_ITEM or STORE_ITEM behind it at once, where no other instruction sees the slice, since the result
// lies below it, and the types are the common ones.
func loadSlice(code *objects.Code, base unsafe.Pointer, slice, load bytecode.Instr) bool {
	if slice.A() < code.NumLocals() {
		return false
	}
	if load.Op() == bytecode.StoreItem && load.B() == slice.A() && slice.C() == 2 {
		// The slice was made for an assignment, whose value was there before.
		w := window(base, slice.B(), 2)
		return objects.StoreSubsequence(*ra(base, load), w[0], w[1], *rc(base, load))
	}
	if load.Op() != bytecode.LoadItem || load.C() != slice.A() || load.A() >= slice.A() {
		return false
	}
	if slice.C() == 3 {
		w := window(base, slice.B(), 3)
		v, ok := objects.Stepped(*rb(base, load), w[0], w[1], w[2])
		if ok {
			*ra(base, load) = v
		}
		return ok
	}
	w := window(base, slice.B(), 2)
	v, ok := objects.Subsequence(*rb(base, load), w[0], w[1])
	if ok {
		*ra(base, load) = v
	}
	return ok
}

// bothStr reports whether two values are instances of str itself.
func bothStr(a, b value) bool {
	return a.IsObject() && b.IsObject() && objects.HeadType(a) == &objects.StrType && objects.HeadType(b) == &objects.StrType
}

// compareStrs compares two instances of str.
func compareStrs(a, b value, c objects.CompareOp) bool {
	x, y := objects.As[objects.Str](a), objects.As[objects.Str](b)
	switch c {
	case objects.OpEq:
		return x.Equal(y)
	case objects.OpNe:
		return !x.Equal(y)
	case objects.OpLt:
		return x.Compare(y) < 0
	case objects.OpLe:
		return x.Compare(y) <= 0
	case objects.OpGt:
		return x.Compare(y) > 0
	default:
		return x.Compare(y) >= 0
	}
}

func storeItem(t *objects.Thread, a, k, v value) error {
	if objects.Is(a, &objects.DictType) {
		return objects.As[objects.Dict](a).Set(t, k, v)
	}
	return objects.SetItem(t, a, k, v)
}

// unpackSequence stores exactly len(dst) items of src.
func unpackSequence(t *objects.Thread, src value, dst []value) error {
	n := len(dst)
	var items []value
	switch objects.TypeOf(src) {
	case &objects.ListType:
		items = objects.As[objects.List](src).Items()
	case &objects.TupleType:
		items = objects.As[objects.Tuple](src).Items()
	default:
		return unpackIterable(t, src, dst)
	}
	if len(items) < n {
		return objects.ValueErrorf("not enough values to unpack (expected %d, got %d)", n, len(items))
	}
	if len(items) > n {
		return objects.ValueErrorf("too many values to unpack (expected %d)", n)
	}
	copy(dst, items)
	return nil
}

func unpackIterable(t *objects.Thread, src value, dst []value) error {
	it, err := objects.Iter(t, src)
	if err != nil {
		if objects.IsError(err, &objects.TypeErrorType) && objects.TypeOf(src).Iter == nil {
			err = objects.TypeErrorf("cannot unpack non-iterable %s object", objects.TypeOf(src))
		}
		return err
	}
	for i := range dst {
		v, err := objects.Next(t, it)
		if err != nil {
			return err
		}
		if v.IsZero() {
			return objects.ValueErrorf("not enough values to unpack (expected %d, got %d)", len(dst), i)
		}
		dst[i] = v
	}
	v, err := objects.Next(t, it)
	if err != nil {
		return err
	}
	if !v.IsZero() {
		return objects.ValueErrorf("too many values to unpack (expected %d)", len(dst))
	}
	return nil
}

// unpackEx stores before items, a list of the middle, and after items.
func unpackEx(t *objects.Thread, src value, dst []value, before, after int) error {
	it, err := objects.Iter(t, src)
	if err != nil {
		if objects.IsError(err, &objects.TypeErrorType) && objects.TypeOf(src).Iter == nil {
			err = objects.TypeErrorf("cannot unpack non-iterable %s object", objects.TypeOf(src))
		}
		return err
	}
	list := objects.NewList()
	for i := range before {
		v, err := objects.Next(t, it)
		if err != nil {
			return err
		}
		if v.IsZero() {
			return objects.ValueErrorf("not enough values to unpack (expected at least %d, got %d)", before+after, i)
		}
		dst[i] = v
	}
	for {
		v, err := objects.Next(t, it)
		if err != nil {
			return err
		}
		if v.IsZero() {
			break
		}
		list.Append(v)
	}
	n := list.Len() - after
	if n < 0 {
		return objects.ValueErrorf("not enough values to unpack (expected at least %d, got %d)", before+after, before+list.Len())
	}
	copy(dst[before+1:], list.Items()[n:])
	list.SetLen(n)
	dst[before] = objects.ToValue(list)
	return nil
}
