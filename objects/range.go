package objects

import (
	"math/big"
)

// range.

// longRangeIterator iterates over a range that does not fit 64 bits.
type longRangeIterator struct {
	Head
	next, step, remaining *big.Int
}

// NewRange makes a range of ints; step is not zero.
func NewRange(t *Thread, start, stop, step Value) *Range {
	r := &Range{Head: Head{&RangeType}, Start: start, Stop: stop, Step: step}
	a, ok1 := Int64Of(start)
	b, ok2 := Int64Of(stop)
	c, ok3 := Int64Of(step)
	const limit = 1 << 62
	// Within this limit no sum of a member and the step overflows.
	if ok1 && ok2 && ok3 && a >= -limit && a < limit && b >= -limit && b < limit && c >= -limit && c < limit {
		r.Small = true
		r.start, r.stop, r.step = a, b, c
		if c > 0 && a < b {
			r.length = (b-a-1)/c + 1
		} else if c < 0 && a > b {
			r.length = (a-b-1)/-c + 1
		}
		r.Length = Int(r.length)
		return r
	}
	lo, hi, st := BigOf(start), BigOf(stop), BigOf(step)
	diff := new(big.Int).Sub(hi, lo)
	if st.Sign() < 0 {
		diff.Neg(diff)
		st.Neg(st)
	}
	if diff.Sign() <= 0 {
		r.Length = InlineInt(0)
		return r
	}
	diff.Sub(diff, big.NewInt(1))
	diff.Quo(diff, st)
	r.Length = BigInt(diff.Add(diff, big.NewInt(1)))
	return r
}

func rangeNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	if err := NoKeywords("range", kw); err != nil {
		return Value{}, err
	}
	if len(args) < 1 || len(args) > 3 {
		return Value{}, CountError("range", len(args), 1, 3, false)
	}
	var v [3]Value
	for i, a := range args {
		x, err := exactIndex(t, a)
		if err != nil {
			return Value{}, err
		}
		v[i] = x
	}
	start, stop, step := v[0], v[1], v[2]
	if len(args) == 1 {
		start, stop = InlineInt(0), v[0]
	}
	if step.IsZero() {
		step = InlineInt(1)
	}
	if Sign(step) == 0 {
		return Value{}, ValueErrorf("range() arg 3 must not be zero")
	}
	return ToValue(NewRange(t, start, stop, step)), nil
}

// exactIndex is Index with instances of derived classes (bool too) turned into plain ints.
func exactIndex(t *Thread, v Value) (Value, error) {
	x, err := Index(t, v)
	if err != nil || x.IsInline() || Is(x, &IntType) {
		return x, err
	}
	return BigInt(BigOf(x)), nil
}

// item returns member i, which exists.
func (r *Range) item(i int64) Value {
	if r.Small {
		return Int(r.start + i*r.step)
	}
	return r.bigItem(big.NewInt(i))
}

func (r *Range) bigItem(i *big.Int) Value {
	x := new(big.Int).Mul(i, BigOf(r.Step))
	return BigInt(x.Add(x, BigOf(r.Start)))
}

func rangeIter(t *Thread, self Value) (Value, error) {
	r := As[Range](self)
	if r.Small {
		return ToValue(&RangeIterator{Head: Head{&RangeIteratorType}, Cur: r.start, Step: r.step, Remaining: r.length}), nil
	}
	return ToValue(&longRangeIterator{Head{&LongRangeIteratorType}, BigOf(r.Start), BigOf(r.Step), BigOf(r.Length)}), nil
}

func rangeReversed(t *Thread, self Value, args []Value) (Value, error) {
	r := As[Range](self)
	if r.Small {
		return ToValue(&RangeIterator{Head: Head{&RangeIteratorType}, Cur: r.start + (r.length-1)*r.step, Step: -r.step, Remaining: r.length}), nil
	}
	n := BigOf(r.Length)
	last := BigOf(r.bigItem(new(big.Int).Sub(n, big.NewInt(1))))
	step := BigOf(r.Step)
	return ToValue(&longRangeIterator{Head{&LongRangeIteratorType}, last, step.Neg(step), n}), nil
}

func rangeLen(t *Thread, self Value) (int, error) {
	r := As[Range](self)
	if n, ok := Int64Of(r.Length); ok {
		return int(n), nil
	}
	return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
}

func rangeGetItem(t *Thread, self, key Value) (Value, error) {
	r := As[Range](self)
	if isIndex(key) {
		i, err := Index(t, key)
		if err != nil {
			return Value{}, err
		}
		if n, ok := Int64Of(i); ok && r.Small {
			if n < 0 {
				n += r.length
			}
			if uint64(n) >= uint64(r.length) {
				return Value{}, IndexErrorf("range object index out of range")
			}
			return r.item(n), nil
		}
		n, length := BigOf(i), BigOf(r.Length)
		if n.Sign() < 0 {
			n.Add(n, length)
		}
		if n.Sign() < 0 || n.Cmp(length) >= 0 {
			return Value{}, IndexErrorf("range object index out of range")
		}
		return r.bigItem(n), nil
	}
	if !Is(key, &SliceType) {
		return Value{}, TypeErrorf("range indices must be integers or slices, not %s", TypeOf(key))
	}
	if r.Small {
		start, stop, step, _, err := As[Slice](key).Indices(t, int(r.length))
		if err != nil {
			return Value{}, err
		}
		product := new(big.Int).Mul(big.NewInt(r.step), big.NewInt(int64(step)))
		return ToValue(NewRange(t, r.bigItem(big.NewInt(int64(start))), r.bigItem(big.NewInt(int64(stop))), BigInt(product))), nil
	}
	parts, err := sliceIndices(t, key, []Value{r.Length})
	if err != nil {
		return Value{}, err
	}
	p := As[Tuple](parts).Items()
	start, stop := r.bigItem(BigOf(p[0])), r.bigItem(BigOf(p[1]))
	step := new(big.Int).Mul(BigOf(r.Step), BigOf(p[2]))
	return ToValue(NewRange(t, start, stop, BigInt(step))), nil
}

// position returns where an int lies in the range, nil where it does not.
func (r *Range) position(v Value) *big.Int {
	x, lo, st, n := BigOf(v), BigOf(r.Start), BigOf(r.Step), BigOf(r.Length)
	x.Sub(x, lo)
	q, m := new(big.Int).QuoRem(x, st, new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(n) >= 0 {
		return nil
	}
	return q
}

func isExactInt(v Value) bool { return v.IsInline() || Is(v, &IntType) || Is(v, &BoolType) }

func rangeContains(t *Thread, self, v Value) (bool, error) {
	r := As[Range](self)
	if !isExactInt(v) {
		return containsByIteration(t, self, v)
	}
	if x, ok := Int64Of(v); ok && r.Small {
		if r.length == 0 {
			return false, nil
		}
		if r.step > 0 && (x < r.start || x >= r.stop) || r.step < 0 && (x > r.start || x <= r.stop) {
			return false, nil
		}
		return (x-r.start)%r.step == 0, nil
	}
	return r.position(v) != nil, nil
}

// rangeKey is what decides equality of ranges: the length, and where it matters the first member and the step.
func rangeKey(r *Range) *Tuple {
	if Sign(r.Length) == 0 {
		return NewTuple(r.Length, None, None)
	}
	if r.Length == InlineInt(1) {
		return NewTuple(r.Length, r.Start, None)
	}
	return NewTuple(r.Length, r.Start, r.Step)
}

func initRange() {
	typ := &RangeType
	typ.Name = "range"
	typ.Doc = "range(stop) -> range\nrange(start, stop[, step]) -> range\n\nThe integers start, start + step, start + 2*step and so on, as far as they\nstay before stop, which itself is never one of them. A negative step counts\ndown. If not given, start is 0 and step is 1."
	typ.Flags = FlagSequence
	layout[Range](typ)
	typ.New = rangeNew
	typ.Iter = rangeIter
	typ.Len = rangeLen
	typ.GetItem = rangeGetItem
	typ.Sequence = true
	typ.Contains = rangeContains
	typ.Bool = func(t *Thread, v Value) (bool, error) { return Sign(As[Range](v).Length) != 0, nil }
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		r := As[Range](v)
		a, err := ReprString(t, r.Start)
		if err != nil {
			return Value{}, err
		}
		b, err := ReprString(t, r.Stop)
		if err != nil {
			return Value{}, err
		}
		if r.Step == InlineInt(1) {
			return StrValue("range(" + a + ", " + b + ")"), nil
		}
		c, err := ReprString(t, r.Step)
		return StrValue("range(" + a + ", " + b + ", " + c + ")"), err
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &RangeType) || !Is(b, &RangeType) || op != OpEq && op != OpNe {
			return NotImplemented, nil
		}
		return Compare(t, ToValue(rangeKey(As[Range](a))), ToValue(rangeKey(As[Range](b))), op)
	}
	typ.Hash = func(t *Thread, v Value) (int64, error) { return tupleHash(t, ToValue(rangeKey(As[Range](v)))) }
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "start", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[Range](v).Start, nil }},
			{Name: "stop", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[Range](v).Stop, nil }},
			{Name: "step", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[Range](v).Step, nil }},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__reversed__", NoSig: true, Doc: "Iterate from the other end.", Fn: rangeReversed},
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				r := As[Range](self)
				return ToValue(NewTuple(ToValue(&RangeType), ToValue(NewTuple(r.Start, r.Stop, r.Step)))), nil
			}),
			{Name: "count", Sig: "object, /", NoSig: true, Doc: "rangeobject.count(value) -> integer\n\nReturn how many of the integers equal value: one at most, as a rule.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				if isExactInt(args[0]) {
					in, err := rangeContains(t, self, args[0])
					if in {
						return InlineInt(1), err
					}
					return InlineInt(0), err
				}
				n := int64(0)
				err := Each(t, self, func(x Value) error {
					eq, err := Equal(t, x, args[0])
					if eq {
						n++
					}
					return err
				})
				return Int(n), err
			}},
			{Name: "index", Sig: "object, /", NoSig: true, Doc: "rangeobject.index(value) -> integer\n\nReturn the position of value; ValueError means that it is not in the range.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				r := As[Range](self)
				if isExactInt(args[0]) {
					if p := r.position(args[0]); p != nil {
						return BigInt(p), nil
					}
					s, err := ReprString(t, args[0])
					if err != nil {
						return Value{}, err
					}
					return Value{}, ValueErrorf("%s is not in range", s)
				}
				i, found := int64(0), int64(-1)
				err := Each(t, self, func(x Value) error {
					eq, err := Equal(t, x, args[0])
					if eq && found < 0 {
						found = i
					}
					i++
					return err
				})
				if err == nil && found < 0 {
					err = ValueErrorf("sequence.index(x): x not in sequence")
				}
				return Int(found), err
			}},
		}
	}

	typ = &RangeIteratorType
	typ.Name = "range_iterator"
	typ.Flags = FlagNoInstantiate
	layout[RangeIterator](typ)
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		it := As[RangeIterator](self)
		if it.Remaining <= 0 {
			return Value{}, nil
		}
		v := it.Cur
		it.Cur += it.Step
		it.Remaining--
		return Int(v), nil
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			hintMethod(func(t *Thread, self Value) (int, error) { return int(As[RangeIterator](self).Remaining), nil }),
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				it := As[RangeIterator](self)
				r := NewRange(t, Int(it.Cur), Int(it.Cur+it.Remaining*it.Step), Int(it.Step))
				return reduceCall(t, "iter", func() []Value { return []Value{ToValue(NewTuple(ToValue(r))), None} })
			}),
			{Name: "__setstate__", Sig: "object, /", NoSig: true, Doc: "Take over the state that was pickled.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := Index(t, args[0])
				if err != nil {
					return Value{}, err
				}
				i, ok := Int64Of(v)
				if !ok {
					return Value{}, OverflowErrorf("Python int too large to convert to C long")
				}
				it := As[RangeIterator](self)
				n := min(max(i, 0), it.Remaining)
				it.Cur += n * it.Step
				it.Remaining -= n
				return None, nil
			}},
		}
	}

	typ = &LongRangeIteratorType
	typ.Name = "longrange_iterator"
	typ.Flags = FlagNoInstantiate
	layout[longRangeIterator](typ)
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		it := As[longRangeIterator](self)
		if it.remaining.Sign() <= 0 {
			return Value{}, nil
		}
		v := BigInt(new(big.Int).Set(it.next))
		it.next.Add(it.next, it.step)
		it.remaining.Sub(it.remaining, big.NewInt(1))
		return v, nil
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are expected to be left.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return BigInt(new(big.Int).Set(As[longRangeIterator](self).remaining)), nil
			}},
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				it := As[longRangeIterator](self)
				stop := new(big.Int).Mul(it.remaining, it.step)
				stop.Add(stop, it.next)
				r := NewRange(t, BigInt(new(big.Int).Set(it.next)), BigInt(stop), BigInt(new(big.Int).Set(it.step)))
				return reduceCall(t, "iter", func() []Value { return []Value{ToValue(NewTuple(ToValue(r))), None} })
			}),
			{Name: "__setstate__", Sig: "object, /", NoSig: true, Doc: "Take over the state that was pickled.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				it := As[longRangeIterator](self)
				v, err := Index(t, args[0])
				if err != nil {
					return Value{}, err
				}
				n := BigOf(v)
				if n.Sign() < 0 {
					n.SetInt64(0)
				}
				if n.Cmp(it.remaining) > 0 {
					n.Set(it.remaining)
				}
				it.next.Add(it.next, new(big.Int).Mul(n, it.step))
				it.remaining.Sub(it.remaining, n)
				return None, nil
			}},
		}
	}
}
