package objects

// Iterators over sequences, and iter(callable, sentinel).

type listRevIterator struct {
	Head
	list  *List // nil once exhausted
	index int
}

type callableIterator struct {
	Head
	fn, sentinel Value // zero once exhausted
}

// NewCallableIterator is iter(fn, sentinel).
func NewCallableIterator(fn, sentinel Value) Value {
	return ToValue(&callableIterator{Head{&CallableIterType}, fn, sentinel})
}

// hintMethod declares __length_hint__.
func hintMethod(f func(t *Thread, self Value) (int, error)) FuncDef {
	return FuncDef{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are expected to be left.",
		Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n, err := f(t, self)
			return Int(int64(n)), err
		}}
}

// reduceMethod declares __reduce__.
func reduceMethod(f func(t *Thread, self Value) (Value, error)) FuncDef {
	return FuncDef{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.",
		Fn: func(t *Thread, self Value, args []Value) (Value, error) { return f(t, self) }}
}

// stateIndex reads the argument of __setstate__ where that is an index, which must be an int.
func stateIndex(t *Thread, v Value) (int, error) {
	if TypeOf(v).Flags&FlagIntSub == 0 {
		return 0, TypeErrorf("an integer is required")
	}
	return SizeArg(t, v)
}

// setIndexMethod declares __setstate__ of an iterator whose state is an index.
func setIndexMethod(f func(self Value, i int)) FuncDef {
	return FuncDef{Name: "__setstate__", Sig: "object, /", NoSig: true, Doc: "Take over the state that was pickled.",
		Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			i, err := stateIndex(t, args[0])
			if err == nil {
				f(self, i)
			}
			return None, err
		}}
}

// reduceIter is the reduction (iter, (seq,), index), or (iter, (empty,)) of an iterator that is exhausted.
func reduceIter(t *Thread, name string, empty func() Value, left func() (seq Value, index int)) (Value, error) {
	return reduceCall(t, name, func() []Value {
		if seq, index := left(); !seq.IsZero() {
			return []Value{ToValue(NewTuple(seq)), Int(int64(index))}
		}
		return []Value{ToValue(NewTuple(empty()))}
	})
}

func noListItems() Value { return ToValue(NewList()) }
func noItems() Value     { return ToValue(NewTuple()) }

func listIterNext(t *Thread, self Value) (Value, error) {
	it := As[ListIterator](self)
	if it.List == nil {
		return Value{}, nil
	}
	if it.Index < it.List.n {
		v := it.List.Items()[it.Index]
		it.Index++
		return v, nil
	}
	it.List = nil
	return Value{}, nil
}

func tupleIterNext(t *Thread, self Value) (Value, error) {
	it := As[TupleIterator](self)
	if it.Tuple == nil {
		return Value{}, nil
	}
	if it.Index < it.Tuple.n {
		v := it.Tuple.Items()[it.Index]
		it.Index++
		return v, nil
	}
	it.Tuple = nil
	return Value{}, nil
}

func sequenceIterNext(t *Thread, self Value) (Value, error) {
	it := As[SequenceIterator](self)
	if it.Seq.IsZero() {
		return Value{}, nil
	}
	v, err := GetItem(t, it.Seq, Int(int64(it.Index)))
	if err != nil {
		if IsError(err, &IndexErrorType) || IsError(err, &StopIterationType) {
			it.Seq = Value{}
			err = nil
		}
		return Value{}, err
	}
	it.Index++
	return v, nil
}

func initIterators() {
	typ := &ListIterType
	typ.Name = "list_iterator"
	typ.Flags = FlagNoInstantiate
	layout[ListIterator](typ)
	typ.Iter, typ.Next = selfIter, listIterNext
	typ.Traverse = func(v Value, visit func(Value)) {
		if l := As[ListIterator](v).List; l != nil {
			visit(ToValue(l))
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			hintMethod(func(t *Thread, self Value) (int, error) {
				it := As[ListIterator](self)
				if it.List == nil {
					return 0, nil
				}
				return max(it.List.n-it.Index, 0), nil
			}),
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				return reduceIter(t, "iter", noListItems, func() (Value, int) {
					it := As[ListIterator](self)
					if it.List == nil {
						return Value{}, 0
					}
					return ToValue(it.List), it.Index
				})
			}),
			setIndexMethod(func(self Value, i int) {
				if it := As[ListIterator](self); it.List != nil {
					it.Index = min(max(i, 0), it.List.n)
				}
			}),
		}
	}

	typ = &ListRevIterType
	typ.Name = "list_reverseiterator"
	typ.Flags = FlagNoInstantiate
	layout[listRevIterator](typ)
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		it := As[listRevIterator](self)
		if it.list == nil {
			return Value{}, nil
		}
		if it.index >= 0 && it.index < it.list.n {
			v := it.list.Items()[it.index]
			it.index--
			return v, nil
		}
		it.list = nil
		it.index = -1
		return Value{}, nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		if l := As[listRevIterator](v).list; l != nil {
			visit(ToValue(l))
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			hintMethod(func(t *Thread, self Value) (int, error) {
				it := As[listRevIterator](self)
				if it.list == nil || it.list.n < it.index+1 {
					return 0, nil
				}
				return it.index + 1, nil
			}),
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				return reduceIter(t, "reversed", noListItems, func() (Value, int) {
					it := As[listRevIterator](self)
					if it.list == nil || it.index < 0 {
						return Value{}, 0
					}
					return ToValue(it.list), it.index
				})
			}),
			setIndexMethod(func(self Value, i int) {
				if it := As[listRevIterator](self); it.list != nil {
					it.index = min(max(i, -1), it.list.n-1)
				}
			}),
		}
	}

	typ = &TupleIterType
	typ.Name = "tuple_iterator"
	typ.Flags = FlagNoInstantiate
	layout[TupleIterator](typ)
	typ.Iter, typ.Next = selfIter, tupleIterNext
	typ.Traverse = func(v Value, visit func(Value)) {
		if p := As[TupleIterator](v).Tuple; p != nil {
			visit(ToValue(p))
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			hintMethod(func(t *Thread, self Value) (int, error) {
				it := As[TupleIterator](self)
				return it.Tuple.Len() - min(it.Index, it.Tuple.Len()), nil
			}),
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				return reduceIter(t, "iter", noItems, func() (Value, int) {
					it := As[TupleIterator](self)
					if it.Tuple == nil {
						return Value{}, 0
					}
					return ToValue(it.Tuple), it.Index
				})
			}),
			setIndexMethod(func(self Value, i int) {
				if it := As[TupleIterator](self); it.Tuple != nil {
					it.Index = min(max(i, 0), it.Tuple.n)
				}
			}),
		}
	}

	typ = &SequenceIterType
	typ.Name = "iterator"
	typ.Flags = FlagNoInstantiate
	layout[SequenceIterator](typ)
	typ.Iter, typ.Next = selfIter, sequenceIterNext
	typ.Traverse = func(v Value, visit func(Value)) { visitOpt(visit, As[SequenceIterator](v).Seq) }
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__length_hint__", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				it := As[SequenceIterator](self)
				if it.Seq.IsZero() {
					return Int(0), nil
				}
				if TypeOf(it.Seq).Len == nil {
					return NotImplemented, nil
				}
				n, err := Len(t, it.Seq)
				return Int(int64(max(n-it.Index, 0))), err
			}},
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				return reduceIter(t, "iter", noItems, func() (Value, int) {
					it := As[SequenceIterator](self)
					return it.Seq, it.Index
				})
			}),
			setIndexMethod(func(self Value, i int) { As[SequenceIterator](self).Index = max(i, 0) }),
		}
	}

	typ = &CallableIterType
	typ.Name = "callable_iterator"
	typ.Flags = FlagNoInstantiate
	layout[callableIterator](typ)
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		it := As[callableIterator](self)
		if it.fn.IsZero() {
			return Value{}, nil
		}
		v, err := Call0(t, it.fn)
		if err != nil {
			if IsError(err, &StopIterationType) {
				it.fn, it.sentinel = Value{}, Value{}
				err = nil
			}
			return Value{}, err
		}
		if it.fn.IsZero() {
			return Value{}, nil
		}
		eq, err := Equal(t, it.sentinel, v)
		if err != nil {
			return Value{}, err
		}
		if eq {
			it.fn, it.sentinel = Value{}, Value{}
			return Value{}, nil
		}
		return v, nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		visitOpt(visit, As[callableIterator](v).fn)
		visitOpt(visit, As[callableIterator](v).sentinel)
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{reduceMethod(func(t *Thread, self Value) (Value, error) {
			return reduceCall(t, "iter", func() []Value {
				it := As[callableIterator](self)
				if it.fn.IsZero() {
					return []Value{ToValue(NewTuple(noItems()))}
				}
				return []Value{ToValue(NewTuple(it.fn, it.sentinel))}
			})
		})}
	}
}
