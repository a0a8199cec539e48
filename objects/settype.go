package objects

import "strings"

// set and frozenset: their types.

// SetIterator iterates over a set. Set is nil once it is exhausted.
type SetIterator struct {
	Head
	Set  *Set
	pos  int
	used int
	left int
}

func setNext(t *Thread, self Value) (Value, error) {
	it := As[SetIterator](self)
	s := it.Set
	if s == nil {
		return Value{}, nil
	}
	if it.used != s.used {
		it.used = -1
		return Value{}, RuntimeErrorf("Set changed size during iteration")
	}
	v, next, ok := s.Next(it.pos)
	if !ok {
		it.Set = nil
		return Value{}, nil
	}
	it.pos = next
	it.left--
	return v, nil
}

// hashableKey replaces an unhashable set, looked up in another set, by an equal frozenset.
func hashableKey(t *Thread, err error, key Value) (Value, bool) {
	s, ok := SetOf(key)
	if !ok || !IsError(err, &TypeErrorType) || s.typ.IsSubtype(&FrozensetType) {
		return Value{}, false
	}
	f := &Set{Head: Head{&FrozensetType}}
	f.take(s)
	return ToValue(f), true
}

func setContains(t *Thread, self, key Value) (bool, error) {
	ok, err := As[Set](self).Contains(t, key)
	if err != nil {
		if k, is := hashableKey(t, err, key); is {
			return As[Set](self).Contains(t, k)
		}
	}
	return ok, err
}

func setDiscard(t *Thread, s *Set, key Value) (bool, error) {
	ok, err := s.Discard(t, key)
	if err != nil {
		if k, is := hashableKey(t, err, key); is {
			return s.Discard(t, k)
		}
	}
	return ok, err
}

func setRepr(t *Thread, self Value) (Value, error) {
	s := As[Set](self)
	name := TypeOf(self).TpName()
	if s.used == 0 {
		return StrValue(name + "()"), nil
	}
	if t.EnterRepr(self) {
		return StrValue(name + "(...)"), nil
	}
	defer t.LeaveRepr(self)
	items, err := ToSlice(t, self)
	if err != nil {
		return Value{}, err
	}
	var b strings.Builder
	if s.typ != &SetType {
		b.WriteString(name + "(")
	}
	b.WriteByte('{')
	if err := reprItems(t, &b, func() int { return len(items) }, func(i int) Value { return items[i] }); err != nil {
		return Value{}, err
	}
	b.WriteByte('}')
	if s.typ != &SetType {
		b.WriteByte(')')
	}
	return StrValue(b.String()), nil
}

func setCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	x, ok := SetOf(a)
	y, ok2 := SetOf(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	var r bool
	var err error
	switch op {
	case OpEq, OpNe:
		r = x.used == y.used
		if r && x.hash != 0 && y.hash != 0 && x.hash != y.hash {
			r = false
		}
		if r {
			r, err = x.subsetOf(t, y)
		}
		r = r == (op == OpEq)
	case OpLe:
		r, err = x.subsetOf(t, y)
	case OpGe:
		r, err = y.subsetOf(t, x)
	case OpLt:
		if x.used < y.used {
			r, err = x.subsetOf(t, y)
		}
	default:
		if y.used < x.used {
			r, err = y.subsetOf(t, x)
		}
	}
	return Bool(r), err
}

// setBinary makes an operator, which takes only sets.
func setBinary(f func(s *Set, t *Thread, other Value) (*Set, error)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		x, ok := SetOf(a)
		_, ok2 := SetOf(b)
		if !ok || !ok2 {
			return NotImplemented, nil
		}
		r, err := f(x, t, b)
		if err != nil {
			return Value{}, err
		}
		return ToValue(r), nil
	}
}

func setInplace(f func(s *Set, t *Thread, other Value) error) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		if _, ok := SetOf(b); !ok {
			return NotImplemented, nil
		}
		return a, f(As[Set](a), t, b)
	}
}

func (s *Set) union(t *Thread, other Value) (*Set, error) {
	if o, ok := SetOf(other); ok && o != s {
		if c := s.grownCopy(s.baseType(), o.used); c != nil {
			return c, c.merge(t, o)
		}
	}
	c, err := s.copyAs(t, s.baseType())
	if err != nil || As[Set](other) == s {
		return c, err
	}
	return c, c.Update(t, other)
}

func (s *Set) symmetric(t *Thread, other Value) (*Set, error) {
	var o *Set
	var err error
	if p, ok := SetOf(other); ok {
		o, err = p.copyAs(t, s.baseType())
	} else {
		o = newSetAs(s.baseType())
		err = o.Update(t, other)
	}
	if err != nil {
		return nil, err
	}
	return o, o.SymmetricUpdate(t, ToValue(s))
}

func (s *Set) intersectionUpdate(t *Thread, other Value) error {
	r, err := s.intersection(t, other)
	if err == nil {
		s.take(r)
	}
	return err
}

func frozensetNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	if kw.Len() > 0 && (typ == &FrozensetType || funcEqual(typ.Init, objectInit)) {
		return Value{}, TypeErrorf("frozenset() takes no keyword arguments")
	}
	n := len(args) - kw.Len()
	if n > 1 {
		return Value{}, CountError(typ.Name, n, 0, 1, false)
	}
	if n == 1 && typ == &FrozensetType && Is(args[0], &FrozensetType) {
		return args[0], nil
	}
	v := typ.newObject()
	if n == 1 {
		return v, As[Set](v).Update(t, args[0])
	}
	return v, nil
}

// setFold makes a method that folds any number of iterables into a new set: the first by f, the others into its result by next, or each
// by f into a new one where next is nil.
func setFold(name, doc string, f func(s *Set, t *Thread, other Value) (*Set, error), next func(s *Set, t *Thread, other Value) error) FuncDef {
	return FuncDef{Name: name, Sig: "*others", Doc: doc, NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Set](self)
		others := As[Tuple](args[0])
		if others.Len() == 0 {
			c, err := s.copyAs(t, s.baseType())
			return ToValue(c), err
		}
		for i, o := range others.Items() {
			var err error
			if i > 0 && next != nil {
				err = next(s, t, o)
			} else {
				s, err = f(s, t, o)
			}
			if err != nil {
				return Value{}, err
			}
		}
		return ToValue(s), nil
	}}
}

func setUpdater(name, doc string, f func(s *Set, t *Thread, other Value) error) FuncDef {
	return FuncDef{Name: name, Sig: "*others", Doc: doc, NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		for _, o := range As[Tuple](args[0]).Items() {
			if err := f(As[Set](self), t, o); err != nil {
				return Value{}, err
			}
		}
		return None, nil
	}}
}

// asSet returns an iterable as a set.
func asSet(t *Thread, v Value) (*Set, error) {
	if s, ok := SetOf(v); ok {
		return s, nil
	}
	s := NewSet()
	return s, s.Update(t, v)
}

func sharedSetMethods() []FuncDef {
	return []FuncDef{
		{Name: "copy", Doc: "Return a set of the same elements.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Set](self)
			if s.typ == &FrozensetType {
				return self, nil
			}
			c, err := s.copyAs(t, s.baseType())
			return ToValue(c), err
		}},
		setFold("union", "Join the set and all others in a new set.", (*Set).union, (*Set).Update),
		setFold("intersection", "Collect in a new set what every one of the sets has.", (*Set).intersection, nil),
		setFold("difference", "Copy the set, without what any of the others has.", (*Set).difference, (*Set).DifferenceUpdate),
		{Name: "symmetric_difference", Sig: "other, /", Doc: "Collect in a new set what only one of the two has.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			r, err := As[Set](self).symmetric(t, args[0])
			return ToValue(r), err
		}},
		{Name: "isdisjoint", Sig: "other, /", Doc: "Tell whether the set shares no element with other.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Set](self)
			if o, ok := SetOf(args[0]); ok {
				if o == s {
					return Bool(s.used == 0), nil
				}
				r, err := s.disjoint(t, o)
				return Bool(r), err
			}
			it, err := Iter(t, args[0])
			if err != nil {
				return Value{}, err
			}
			for {
				x, err := Next(t, it)
				if err != nil {
					return Value{}, err
				}
				if x.IsZero() {
					return True, nil
				}
				if in, err := s.Contains(t, x); err != nil || in {
					return False, err
				}
			}
		}},
		{Name: "issubset", Sig: "other, /", Doc: "Tell whether every element is in other, too.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			o, err := asSet(t, args[0])
			if err != nil {
				return Value{}, err
			}
			ok, err := As[Set](self).subsetOf(t, o)
			return Bool(ok), err
		}},
		{Name: "issuperset", Sig: "other, /", Doc: "Tell whether every element of other is in this set, too.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			if o, ok := SetOf(args[0]); ok {
				ok, err := o.subsetOf(t, As[Set](self))
				return Bool(ok), err
			}
			ok, err := allIn(t, args[0], self)
			return Bool(ok), err
		}},
		{Name: "__contains__", Sig: "object, /", Doc: "Tell whether an equal element is in the set.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			ok, err := setContains(t, self, args[0])
			return Bool(ok), err
		}},
		{Name: "__reduce__", Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			l := MakeList(0)
			s := As[Set](self)
			for i := 0; ; {
				v, next, ok := s.Next(i)
				if !ok {
					break
				}
				i = next
				l.Append(v)
			}
			state, err := objectGetstate(t, self, false)
			if err != nil {
				return Value{}, err
			}
			return ToValue(NewTuple(ToValue(s.typ), ToValue(NewTuple(ToValue(l))), state)), nil
		}},
		{Name: "__sizeof__", Doc: "How many bytes of memory the set takes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n := sizeOf(self)
			if slots := len(As[Set](self).table); slots > 8 {
				// Eight lie in the struct.
				n += 16 * int64(slots)
			}
			return Int(n), nil
		}},
		{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
	}
}

func initSet() {
	for _, typ := range []*Type{&SetType, &FrozensetType} {
		layout[Set](typ)
		typ.Flags = FlagBase | FlagMatchSelf | FlagWeakrefs
		typ.TextSig = "(iterable=(), /)"
		typ.Repr = setRepr
		typ.Compare = setCompare
		typ.Iter = func(t *Thread, v Value) (Value, error) {
			s := As[Set](v)
			return ToValue(&SetIterator{Head{&SetIterType}, s, 0, s.used, s.used}), nil
		}
		typ.Len = func(t *Thread, v Value) (int, error) { return As[Set](v).used, nil }
		typ.Contains = setContains
		typ.Number.Binary[OpSub] = setBinary((*Set).difference)
		typ.Number.Binary[OpAnd] = setBinary((*Set).intersection)
		typ.Number.Binary[OpOr] = setBinary((*Set).union)
		typ.Number.Binary[OpXor] = setBinary((*Set).symmetric)
		typ.Traverse = func(v Value, visit func(Value)) {
			for _, e := range As[Set](v).table {
				if !e.key.IsZero() {
					visit(e.key)
				}
			}
		}
	}
	typ := &SetType
	typ.Name = "set"
	typ.Doc = "A set has its elements in no order, and no two that are equal."
	typ.Hash = hashNotImplemented
	typ.Consumes = true
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		if o, ok := SetOf(v); ok {
			s, err := o.copyAs(t, &SetType)
			return ToValue(s), err
		}
		s := NewSet()
		if err := s.Update(t, v); err != nil {
			return Value{}, err
		}
		return ToValue(s), nil
	}
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if kw.Len() > 0 && funcEqual(TypeOf(self).Init, SetType.Init) {
			return TypeErrorf("set() takes no keyword arguments")
		}
		n := len(args) - kw.Len()
		if n > 1 {
			return CountError("set", n, 0, 1, false)
		}
		s := As[Set](self)
		s.Clear()
		if n == 1 {
			return s.Update(t, args[0])
		}
		return nil
	}
	typ.Number.Inplace[OpSub] = setInplace((*Set).DifferenceUpdate)
	typ.Number.Inplace[OpAnd] = setInplace((*Set).intersectionUpdate)
	typ.Number.Inplace[OpOr] = setInplace((*Set).Update)
	typ.Number.Inplace[OpXor] = setInplace((*Set).SymmetricUpdate)
	typ.Methods = func() []FuncDef {
		return append(sharedSetMethods(),
			FuncDef{Name: "add", Sig: "object, /", Doc: "Put an element into the set, unless an equal one is already there.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return None, As[Set](self).Add(t, args[0])
			}},
			FuncDef{Name: "clear", Doc: "Make the set empty.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				As[Set](self).Clear()
				return None, nil
			}},
			FuncDef{Name: "discard", Sig: "object, /", Doc: "Take an element out of the set.\n\nNothing happens if it is not there; remove() raises an error then.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				_, err := setDiscard(t, As[Set](self), args[0])
				return None, err
			}},
			FuncDef{Name: "remove", Sig: "object, /", Doc: "Take an element out of the set; KeyError means that it was not there.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				ok, err := setDiscard(t, As[Set](self), args[0])
				if err == nil && !ok {
					err = KeyError(args[0])
				}
				return None, err
			}},
			FuncDef{Name: "pop", Doc: "Take some element out of the set and return it; KeyError means that the\nset was empty.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v := As[Set](self).Pop()
				if v.IsZero() {
					return v, KeyError(StrValue("pop from an empty set"))
				}
				return v, nil
			}},
			setUpdater("update", "Put all elements of the others into the set.", (*Set).Update),
			setUpdater("difference_update", "Take all elements of the others out of the set.", (*Set).DifferenceUpdate),
			setUpdater("intersection_update", "Take out of the set what any of the others lacks.", (*Set).intersectionUpdate),
			FuncDef{Name: "symmetric_difference_update", Sig: "other, /", Doc: "Take out of the set what other has too, and put in what only other has.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return None, As[Set](self).SymmetricUpdate(t, args[0])
			}},
		)
	}

	typ = &FrozensetType
	typ.Name = "frozenset"
	typ.Doc = "Build a set that never changes, and that has a hash for that reason."
	typ.Consumes = true
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		if Is(v, &FrozensetType) {
			return v, nil
		}
		if o, ok := SetOf(v); ok {
			s, err := o.copyAs(t, &FrozensetType)
			return ToValue(s), err
		}
		s := newSetAs(&FrozensetType)
		if err := s.Update(t, v); err != nil {
			return Value{}, err
		}
		return ToValue(s), nil
	}
	typ.New = frozensetNew
	typ.Hash = func(t *Thread, v Value) (int64, error) { return As[Set](v).setHash(), nil }
	typ.Methods = sharedSetMethods

	typ = &SetIterType
	typ.Name = "set_iterator"
	typ.Flags = FlagNoInstantiate
	layout[SetIterator](typ)
	typ.Iter = selfIter
	typ.Next = setNext
	typ.Traverse = func(v Value, visit func(Value)) {
		if s := As[SetIterator](v).Set; s != nil {
			visit(ToValue(s))
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are expected to be left.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				it := As[SetIterator](self)
				if it.Set != nil && it.used == it.Set.used {
					return Int(int64(it.left)), nil
				}
				return Int(0), nil
			}},
			{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				c := *As[SetIterator](self)
				l, err := ToList(t, ToValue(&c))
				if err != nil {
					return Value{}, err
				}
				return reduceCall(t, "iter", func() []Value { return []Value{ToValue(NewTuple(ToValue(l)))} })
			}},
		}
	}
}
