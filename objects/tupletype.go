package objects

import (
	"slices"
	"strings"
)

// tuple: its type.

func tupleNew(t *Thread, typ *Type, args []Value) (Value, error) {
	p := &emptyTuple
	if !args[0].IsZero() {
		var err error
		if p, err = ToTuple(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	if typ == &TupleType {
		return ToValue(p), nil
	}
	v := typ.newObject()
	SetTupleItems(As[Tuple](v), p.Items())
	return v, nil
}

func tupleGetItem(t *Thread, self, key Value) (Value, error) {
	p := As[Tuple](self)
	if isIndex(key) {
		i, err := IndexInt(t, key, &IndexErrorType)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			i += p.n
		}
		if i < 0 || i >= p.n {
			return Value{}, IndexErrorf("tuple index out of range")
		}
		return p.Items()[i], nil
	}
	if !Is(key, &SliceType) {
		return Value{}, wrongIndex("tuple", key)
	}
	start, _, step, n, err := As[Slice](key).Indices(t, p.n)
	if err != nil {
		return Value{}, err
	}
	if n == p.n && step == 1 && p.typ == &TupleType {
		return self, nil
	}
	r := MakeTuple(n)
	items, src := r.Items(), p.Items()
	for i := range items {
		items[i] = src[start]
		start += step
	}
	return ToValue(r), nil
}

func tupleConcat(t *Thread, a, b Value) (Value, error) {
	y, ok := TupleOf(b)
	if !ok {
		return Value{}, TypeErrorf("can only concatenate tuple (not \"%s\") to tuple", TypeOf(b))
	}
	x := As[Tuple](a)
	if x.n == 0 && y.typ == &TupleType {
		return b, nil
	}
	if y.n == 0 && x.typ == &TupleType {
		return a, nil
	}
	r := MakeTuple(x.n + y.n)
	copyValues(r.Items(), x.Items())
	copyValues(r.Items()[x.n:], y.Items())
	return ToValue(r), nil
}

func tupleRepeat(t *Thread, self, count Value) (Value, error) {
	p := As[Tuple](self)
	n, err := IndexInt(t, count, &OverflowErrorType)
	if err != nil {
		return Value{}, err
	}
	if n <= 0 || p.n == 0 {
		return ToValue(&emptyTuple), nil
	}
	if n == 1 && p.typ == &TupleType {
		return self, nil
	}
	if err := CheckSize(n, 8*p.n); err != nil {
		return Value{}, err
	}
	r := MakeTuple(p.n * n)
	items := r.Items()
	for i := 0; i < len(items); i += p.n {
		copy(items[i:], p.Items())
	}
	return ToValue(r), nil
}

func tupleRepr(t *Thread, self Value) (Value, error) {
	p := As[Tuple](self)
	if p.n == 0 {
		return StrValue("()"), nil
	}
	if t.EnterRepr(self) {
		return StrValue("(...)"), nil
	}
	defer t.LeaveRepr(self)
	var b strings.Builder
	b.WriteByte('(')
	if err := reprItems(t, &b, p.Len, p.Item); err != nil {
		return Value{}, err
	}
	if p.n == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return StrValue(b.String()), nil
}

func tupleCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	x, ok := TupleOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := TupleOf(b)
	if !ok {
		return NotImplemented, nil
	}
	if (op == OpEq || op == OpNe) && x.n != y.n {
		return Bool(op == OpNe), nil
	}
	// Tuples do not change: no need to look at the lengths again, as lists must.
	p, q := x.Items(), y.Items()
	for i := 0; i < len(p) && i < len(q); i++ {
		eq, err := Equal(t, p[i], q[i])
		if err != nil {
			return Value{}, err
		}
		if eq {
			continue
		}
		switch op {
		case OpEq:
			return False, nil
		case OpNe:
			return True, nil
		}
		return Compare(t, p[i], q[i], op)
	}
	return compareResult(x.n-y.n, op), nil
}

func initTuple() {
	typ := &TupleType
	typ.Name = "tuple"
	typ.Doc = "Items in an order, for good.\n\nA new tuple has the items of iterable, or none without an argument. A tuple\nas the argument is returned as it is."
	typ.TextSig = "(iterable=(), /)"
	typ.Flags = FlagBase | FlagTupleSub | FlagSequence | FlagMatchSelf
	layout[Tuple](typ)
	typ.Consumes = true
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		p, err := ToTuple(t, v)
		if err != nil {
			return Value{}, err
		}
		return ToValue(p), nil
	}
	typ.New = NewBound("tuple", "iterable=(), /", tupleNew)
	typ.Repr = tupleRepr
	typ.Hash = tupleHash
	typ.Compare = tupleCompare
	typ.Iter = func(t *Thread, v Value) (Value, error) {
		return ToValue(&TupleIterator{Head: Head{&TupleIterType}, Tuple: As[Tuple](v)}), nil
	}
	typ.Len = func(t *Thread, v Value) (int, error) { return As[Tuple](v).n, nil }
	typ.GetItem = tupleGetItem
	typ.Sequence = true
	typ.Contains = func(t *Thread, v, x Value) (bool, error) {
		for _, e := range As[Tuple](v).Items() {
			if eq, err := Equal(t, e, x); eq || err != nil {
				return eq, err
			}
		}
		return false, nil
	}
	typ.Concat = tupleConcat
	typ.Repeat = tupleRepeat
	typ.Traverse = func(v Value, visit func(Value)) {
		for _, x := range slices.Backward(As[Tuple](v).Items()) {
			visitOpt(visit, x)
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__getnewargs__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(NewTuple(ToValue(NewTuple(As[Tuple](self).Items()...)))), nil
			}},
			{Name: "index", Sig: "value, start=0, stop=sys.maxsize, /", Doc: "Return where the first item is that equals value.\n\nItems before start, or from stop on, do not count. ValueError means that\nnone of the others is equal.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				p := As[Tuple](self)
				start, stop, err := searchRange(t, args[1:], p.n)
				if err != nil {
					return Value{}, err
				}
				for i := start; i < min(stop, p.n); i++ {
					if eq, err := Equal(t, p.Items()[i], args[0]); err != nil {
						return Value{}, err
					} else if eq {
						return Int(int64(i)), nil
					}
				}
				return Value{}, ValueErrorf("tuple.index(x): x not in tuple")
			}},
			{Name: "count", Sig: "value, /", Doc: "Count the items that are equal to value.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				n := 0
				for _, x := range As[Tuple](self).Items() {
					if eq, err := Equal(t, x, args[0]); err != nil {
						return Value{}, err
					} else if eq {
						n++
					}
				}
				return Int(int64(n)), nil
			}},
			{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
		}
	}
}
