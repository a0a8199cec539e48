package objects

// What tuples, lists and other sequences share.

// ToSlice collects an iterable into a new Go slice.
func ToSlice(t *Thread, v Value) ([]Value, error) {
	switch {
	case Is(v, &TupleType):
		return append([]Value(nil), As[Tuple](v).Items()...), nil
	case Is(v, &ListType):
		return append([]Value(nil), As[List](v).Items()...), nil
	}
	var items []Value
	return items, eachAppend(t, v, &items)
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
	items, err := ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	return NewTuple(items...), nil
}

// ToList is list(v).
func ToList(t *Thread, v Value) (*List, error) {
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

// compareSequences compares item by item; the first pair that differs decides, else the lengths.
func compareSequences(t *Thread, op CompareOp, lenA, lenB func() int, itemA, itemB func(int) Value) (Value, error) {
	if (op == OpEq || op == OpNe) && lenA() != lenB() {
		return Bool(op == OpNe), nil
	}
	for i := 0; i < lenA() && i < lenB(); i++ {
		x, y := itemA(i), itemB(i)
		eq, err := Equal(t, x, y)
		if err != nil {
			return Value{}, err
		}
		if eq {
			continue
		}
		if i >= lenA() || i >= lenB() {
			break
		}
		switch op {
		case OpEq:
			return False, nil
		case OpNe:
			return True, nil
		}
		return Compare(t, itemA(i), itemB(i), op)
	}
	la, lb := lenA(), lenB()
	switch {
	case la < lb:
		return compareResult(-1, op), nil
	case la > lb:
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
