package objects

import "slices"

// What tuples, lists and other sequences share.

// ToSlice collects an iterable into a new Go slice.
func ToSlice(t *Thread, v Value) ([]Value, error) {
	switch {
	case Is(v, &TupleType):
		return slices.Clone(As[Tuple](v).Items()), nil
	case Is(v, &ListType):
		return slices.Clone(As[List](v).Items()), nil
	}
	switch objectType(v) {
	case &SetType, &FrozensetType:
		return SetItems(v), nil
	}
	if d, what, ok := plainEntries(v); ok {
		items := make([]Value, 0, d.used)
		d.eachEntry(what, func(x Value) { items = append(items, x) })
		return items, nil
	}
	var items []Value
	err := eachAppend(t, v, &items)
	return items, err
}

// eachAppend appends the values of an iterable.
func eachAppend(t *Thread, v Value, items *[]Value) error {
	return EachTake(t, v, func(x Value) bool {
		*items = append(*items, x)
		return true
	}, func(x Value) error {
		*items = append(*items, x)
		return nil
	})
}

// ToTuple is tuple(v).
func ToTuple(t *Thread, v Value) (*Tuple, error) {
	if Is(v, &TupleType) {
		return As[Tuple](v), nil
	}
	if Is(v, &ListType) {
		return NewTuple(As[List](v).Items()...), nil
	}
	switch objectType(v) {
	case &SetType, &FrozensetType:
		s := As[Set](v)
		p := MakeTuple(s.used)
		s.appendTo(p.Items()[:0])
		return p, nil
	case &StrType:
		s := As[Str](v)
		p := MakeTuple(s.n)
		for i := range p.n {
			*p.At(i) = ToValue(CharStr(s.At(i)))
		}
		return p, nil
	}
	items, err := ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	return NewTuple(items...), nil
}

// ToList is list(v).
func ToList(t *Thread, v Value) (*List, error) {
	switch objectType(v) {
	case &ListType:
		return NewList(As[List](v).Items()...), nil
	case &TupleType:
		return NewList(As[Tuple](v).Items()...), nil
	}
	l := MakeList(0)
	return l, l.ExtendFrom(t, v)
}

// wrongIndex is the error of an index that is neither an integer nor a slice.
func wrongIndex(what string, key Value) error {
	return TypeErrorf("%s indices must be integers or slices, not %s", what, TypeOf(key))
}

// isIndex reports whether v can be an index.
func isIndex(v Value) bool {
	if v.IsInline() {
		return true
	}
	typ := TypeOf(v)
	typ.ready()
	return typ.Number.Unary[OpIndex] != nil
}

// compareLists compares item by item; the first pair that differs decides, else the lengths. A comparison may run Python code,
// which may change the lists.
func compareLists(t *Thread, op CompareOp, a, b *List) (Value, error) {
	if (op == OpEq || op == OpNe) && a.n != b.n {
		return Bool(op == OpNe), nil
	}
	for i := 0; i < a.n && i < b.n; i++ {
		x, y := *a.At(i), *b.At(i)
		if x == y {
			continue
		}
		if !BothInline(x, y) {
			eq, err := Equal(t, x, y)
			if err != nil {
				return Value{}, err
			}
			if eq {
				continue
			}
			if i >= a.n || i >= b.n {
				break
			}
		}
		switch op {
		case OpEq:
			return False, nil
		case OpNe:
			return True, nil
		}
		return Compare(t, *a.At(i), *b.At(i), op)
	}
	switch {
	case a.n < b.n:
		return compareResult(-1, op), nil
	case a.n > b.n:
		return compareResult(1, op), nil
	}
	return compareResult(0, op), nil
}

// searchRange reads the optional start and stop of index().
func searchRange(t *Thread, args []Value, n int) (start, stop int, err error) {
	stop = 1<<63 - 1
	if !args[0].IsZero() {
		if start, err = sliceIndexStrict(t, args[0]); err != nil {
			return
		}
	}
	if !args[1].IsZero() {
		if stop, err = sliceIndexStrict(t, args[1]); err != nil {
			return
		}
	}
	if start < 0 {
		start = max(start+n, 0)
	}
	if stop < 0 {
		stop = max(stop+n, 0)
	}
	return
}

func sliceIndexStrict(t *Thread, v Value) (int, error) {
	if !isIndex(v) {
		return 0, TypeErrorf("slice indices must be integers or have an __index__ method")
	}
	return IndexInt(t, v, nil)
}
