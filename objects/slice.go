package objects

import "math"

// slice.

// sliceIndex evaluates one part of a slice as a Go int, clipping what does not fit.
func sliceIndex(t *Thread, v Value) (int, error) {
	if v.IsInline() {
		return int(v.Inline()), nil
	}
	typ := TypeOf(v)
	typ.ready()
	if typ.Number.Unary[OpIndex] == nil {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return IndexInt(t, v, nil)
}

// Unpack evaluates the parts of a slice; absent ones become the ends for the sign of the step.
func (s *Slice) Unpack(t *Thread) (start, stop, step int, err error) {
	const maxInt = 1<<63 - 1
	step = 1
	if s.Step != None {
		if step, err = sliceIndex(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			err = ValueErrorf("slice step cannot be zero")
			return
		}
		step = max(step, -maxInt)
	}
	if step < 0 {
		start, stop = maxInt, -maxInt-1
	} else {
		start, stop = 0, maxInt
	}
	if s.Start != None {
		if start, err = sliceIndex(t, s.Start); err != nil {
			return
		}
	}
	if s.Stop != None {
		stop, err = sliceIndex(t, s.Stop)
	}
	return
}

// smallSlice returns the bounds of a slice whose parts are small ints or None, as [Slice.Unpack] does; ok is false for others.
func smallSlice(start, stop Value, step int) (i, j int, ok bool) {
	j = math.MaxInt
	if step < 0 {
		i, j = math.MaxInt, math.MinInt
	}
	if start.IsInline() {
		i = int(start.Inline())
	} else if start != None {
		return 0, 0, false
	}
	if stop.IsInline() {
		j = int(stop.Inline())
	} else if stop != None {
		return 0, 0, false
	}
	return i, j, true
}

// Stepped is v[start:stop:step] of a list or str; ok is false where v is neither or the parts are no small ints or None.
func Stepped(v, start, stop, step Value) (r Value, ok bool) {
	typ := objectType(v)
	if typ != &ListType && typ != &StrType || !step.IsInline() || step == InlineInt(0) {
		return Value{}, false
	}
	by := int(step.Inline())
	i, j, ok := smallSlice(start, stop, by)
	if !ok {
		return Value{}, false
	}
	if typ == &StrType {
		s := As[Str](v)
		i, _, n := AdjustSlice(s.n, i, j, by)
		return ToValue(s.stepped(i, by, n)), true
	}
	p := As[List](v)
	i, _, n := AdjustSlice(p.n, i, j, by)
	return ToValue(p.stepped(i, by, n)), true
}

// stepped returns a list of n items from item i on.
func (p *List) stepped(i, step, n int) *List {
	if step == 1 {
		return NewList(p.Items()[i : i+n]...)
	}
	r := makeItems(n, p.scan)
	if p.scan {
		for k := range n {
			*r.At(k) = *p.At(i)
			i += step
		}
		return r
	}
	from, to := wordsOf(p.Items()), wordsOf(r.Items())
	for k := range to {
		to[k] = from[i]
		i += step
	}
	return r
}

// StoreSubsequence is v[start:stop] = x for two different lists; ok is false where they are not, or the parts are no small
// ints or None.
func StoreSubsequence(v, start, stop, x Value) (ok bool) {
	if !Is(v, &ListType) || !Is(x, &ListType) || v == x {
		return false
	}
	i, j, ok := smallSlice(start, stop, 1)
	if !ok {
		return false
	}
	p := As[List](v)
	i, j, _ = AdjustSlice(p.n, i, j, 1)
	p.replace(i, max(i, j), As[List](x).Items())
	return true
}

// Subsequence is v[start:stop] of a list, a tuple or a str with parts that are small ints or None; ok is false for others.
func Subsequence(v, start, stop Value) (r Value, ok bool) {
	typ := objectType(v)
	n := 0
	switch typ {
	case &ListType:
		n = As[List](v).n
	case &TupleType:
		n = As[Tuple](v).n
	case &StrType:
		n = As[Str](v).n
	case &BytesType:
		n = len(As[Bytes](v).data)
	default:
		return Value{}, false
	}
	i, j := 0, n
	if start.IsInline() {
		if i = int(start.Inline()); i < 0 {
			i = max(i+n, 0)
		}
	} else if start != None {
		return Value{}, false
	}
	if stop.IsInline() {
		if j = int(stop.Inline()); j < 0 {
			j += n
		}
		j = min(j, n)
	} else if stop != None {
		return Value{}, false
	}
	j = max(i, j)
	i = min(i, j)
	switch typ {
	case &ListType:
		if i >= n {
			return ToValue(MakeList(0)), true
		}
		return ToValue(NewList(As[List](v).Items()[i:j]...)), true
	case &BytesType:
		if i >= n {
			return ToValue(&emptyBytes), true
		}
		return As[Bytes](v).slice(i, j), true
	case &TupleType:
		if i == 0 && j == n {
			return v, true
		}
		if i >= n {
			return ToValue(&emptyTuple), true
		}
		return ToValue(NewTuple(As[Tuple](v).Items()[i:j]...)), true
	}
	return ToValue(As[Str](v).Slice(i, min(j, n))), true
}

// AdjustSlice clips the ends of a slice to a sequence and returns the number of items between them.
func AdjustSlice(length, start, stop, step int) (int, int, int) {
	low, high := 0, length
	if step < 0 {
		low, high = -1, length-1
	}
	clip := func(i int) int {
		if i < 0 {
			if i += length; i < 0 {
				return low
			}
			return i
		}
		return min(i, high)
	}
	start, stop = clip(start), clip(stop)
	n := 0
	if step < 0 {
		if stop < start {
			n = (start-stop-1)/-step + 1
		}
	} else if start < stop {
		n = (stop-start-1)/step + 1
	}
	return start, stop, n
}

// Indices evaluates a slice for a sequence: the items are at start, start+step, … (n of them).
func (s *Slice) Indices(t *Thread, length int) (start, stop, step, n int, err error) {
	if start, stop, step, err = s.Unpack(t); err != nil {
		return
	}
	start, stop, n = AdjustSlice(length, start, stop, step)
	return
}

// sliceIndices is slice.indices(), for lengths of any size.
func sliceIndices(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Slice](self)
	length, err := Index(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if Sign(length) < 0 {
		return Value{}, ValueErrorf("length should not be negative")
	}
	part := func(v Value) (Value, error) {
		if v == None {
			return v, nil
		}
		typ := TypeOf(v)
		typ.ready()
		if typ.Number.Unary[OpIndex] == nil {
			return Value{}, TypeErrorf("slice indices must be integers or None or have an __index__ method")
		}
		return Index(t, v)
	}
	step, err := part(s.Step)
	if err != nil {
		return Value{}, err
	}
	if step == None {
		step = InlineInt(1)
	}
	sign := Sign(step)
	if sign == 0 {
		return Value{}, ValueErrorf("slice step cannot be zero")
	}
	low, high := InlineInt(0), length
	if sign < 0 {
		low = InlineInt(-1)
		if high, err = Binary(t, OpSub, length, InlineInt(1)); err != nil {
			return Value{}, err
		}
	}
	clip := func(v, absent Value) (Value, error) {
		v, err := part(v)
		if err != nil {
			return Value{}, err
		}
		if v == None {
			return absent, nil
		}
		if Sign(v) < 0 {
			if v, err = Binary(t, OpAdd, v, length); err != nil {
				return Value{}, err
			}
			if less, err := CompareTruth(t, v, low, OpLt); err != nil || less {
				return low, err
			}
			return v, nil
		}
		if more, err := CompareTruth(t, v, high, OpGt); err != nil || more {
			return high, err
		}
		return v, nil
	}
	first, last := low, high
	if sign < 0 {
		first, last = high, low
	}
	start, err := clip(s.Start, first)
	if err != nil {
		return Value{}, err
	}
	stop, err := clip(s.Stop, last)
	if err != nil {
		return Value{}, err
	}
	return ToValue(NewTuple(start, stop, step)), nil
}

func initSlice() {
	typ := &SliceType
	typ.Name = "slice"
	typ.Doc = "slice(stop)\nslice(start, stop[, step])\n\nWhat stands between the brackets in a[start:stop:step], as an object; what is\nnot given is None."
	layout[Slice](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if err := NoKeywords("slice", kw); err != nil {
			return Value{}, err
		}
		switch len(args) {
		case 1:
			return NewSlice(None, args[0], None), nil
		case 2:
			return NewSlice(args[0], args[1], None), nil
		case 3:
			return NewSlice(args[0], args[1], args[2]), nil
		}
		return Value{}, CountError("slice", len(args), 1, 3, false)
	}
	parts := func(v Value) *Tuple {
		s := As[Slice](v)
		return NewTuple(s.Start, s.Stop, s.Step)
	}
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		r, err := ReprString(t, ToValue(parts(v)))
		return StrValue("slice" + r), err
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &SliceType) || !Is(b, &SliceType) {
			return NotImplemented, nil
		}
		if a == b {
			return compareResult(0, op), nil
		}
		return Compare(t, ToValue(parts(a)), ToValue(parts(b)), op)
	}
	typ.Hash = func(t *Thread, v Value) (int64, error) { return tupleHash(t, ToValue(parts(v))) }
	typ.Traverse = func(v Value, visit func(Value)) {
		s := As[Slice](v)
		visit(s.Start)
		visit(s.Stop)
		visit(s.Step)
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "start", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[Slice](v).Start, nil }},
			{Name: "stop", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[Slice](v).Stop, nil }},
			{Name: "step", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[Slice](v).Step, nil }},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "indices", Sig: "object, /", NoSig: true, Doc: "S.indices(len) -> (start, stop, stride)\n\nApply the slice to a sequence of that length: the result has range()'s\narguments for the positions selected, without None or negative numbers that\ncount from the end.", Fn: sliceIndices},
			{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(NewTuple(ToValue(&SliceType), ToValue(parts(self)))), nil
			}},
		}
	}
}
