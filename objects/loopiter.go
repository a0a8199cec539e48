package objects

// Iterators that loops own. A loop over a list, a tuple or a range has an iterator that nobody else ever sees; when it is
// exhausted the next loop takes it. Programs run many short loops, and an allocation costs as much as several steps of one.

// LoopIter returns the iterator of v for a loop that alone will have it, zero where v is no exact list, tuple or small range.
func (t *Thread) LoopIter(v Value) Value {
	switch objectType(v) {
	case &ListType:
		it := t.SpareList
		if it == nil {
			it = &ListIterator{Head: Head{&ListIterType}}
		}
		t.SpareList = nil
		it.List, it.Index, it.Owned = As[List](v), 0, true
		return ToValue(it)
	case &TupleType:
		it := t.SpareTuple
		if it == nil {
			it = &TupleIterator{Head: Head{&TupleIterType}}
		}
		t.SpareTuple = nil
		it.Tuple, it.Index, it.Owned = As[Tuple](v), 0, true
		return ToValue(it)
	case &RangeType:
		if r := As[Range](v); r.Small {
			return t.loopRange(r.start, r.step, r.length)
		}
	}
	return Value{}
}

// LoopRange returns the iterator of range(*args) for a loop that alone will have it, zero where the arguments are not one to
// three small ints, or the last is a step of 0.
func (t *Thread) LoopRange(args []Value) Value {
	start, stop, step := int64(0), int64(0), int64(1)
	for _, a := range args {
		if !a.IsInline() {
			return Value{}
		}
	}
	switch len(args) {
	case 1:
		stop = args[0].Inline()
	case 3:
		if step = args[2].Inline(); step == 0 {
			return Value{}
		}
		fallthrough
	case 2:
		start, stop = args[0].Inline(), args[1].Inline()
	default:
		return Value{}
	}
	return t.loopRange(start, step, members(start, stop, step))
}

func (t *Thread) loopRange(start, step, n int64) Value {
	it := t.SpareRange
	if it == nil {
		it = &RangeIterator{Head: Head{&RangeIteratorType}}
	}
	t.SpareRange = nil
	it.Cur, it.Step, it.Remaining, it.Owned = start, step, n, true
	return ToValue(it)
}

// Disown takes an iterator away from its loop: somebody else has got hold of it.
func Disown(v Value) {
	switch objectType(v) {
	case &ListIterType:
		As[ListIterator](v).Owned = false
	case &TupleIterType:
		As[TupleIterator](v).Owned = false
	case &RangeIteratorType:
		As[RangeIterator](v).Owned = false
	}
}
