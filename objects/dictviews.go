package objects

import "strings"

// The views of a dict and their iterators.

// DictView is a view of the keys, the values or the items of a dict; its type says which.
type DictView struct {
	Head
	Dict *Dict
}

// NewDictView makes a view of a type.
func NewDictView(typ *Type, d *Dict) Value { return ToValue(&DictView{Head{typ}, d}) }

// DictIterator iterates over a dict; its type says over what. Dict is nil once it is exhausted.
type DictIterator struct {
	Head
	Dict *Dict
	// Pos is the next position, used the number of entries at the beginning, left what is still to come.
	Pos        int
	used, left int
}

func newDictIter(typ *Type, d *Dict) Value {
	it := &DictIterator{Head{typ}, d, 0, d.used, d.used}
	if typ == &DictRevKeyIterType || typ == &DictRevValueIterType || typ == &DictRevItemIterType {
		it.Pos = len(d.entries) - 1
	}
	return ToValue(it)
}

// step moves to the next entry; e is nil at the end.
func (it *DictIterator) step(reverse bool) (e *dictEntry, err error) {
	d := it.Dict
	if d == nil {
		return nil, nil
	}
	if it.used != d.used {
		it.used = -1
		return nil, RuntimeErrorf("dictionary changed size during iteration")
	}
	if reverse {
		it.Pos = min(it.Pos, len(d.entries)-1)
		for it.Pos >= 0 && d.entries[it.Pos].key.IsZero() {
			it.Pos--
		}
		if it.Pos < 0 {
			it.Dict = nil
			return nil, nil
		}
		e = &d.entries[it.Pos]
		it.Pos--
		it.left--
		return e, nil
	}
	it.Pos = max(it.Pos, int(d.first))
	for it.Pos < len(d.entries) && d.entries[it.Pos].key.IsZero() {
		it.Pos++
	}
	if it.Pos >= len(d.entries) {
		it.Dict = nil
		return nil, nil
	}
	if it.left == 0 {
		it.Dict = nil
		return nil, RuntimeErrorf("dictionary keys changed during iteration")
	}
	it.left--
	e = &d.entries[it.Pos]
	it.Pos++
	return e, nil
}

const (
	viewKeys = iota
	viewValues
	viewItems
)

// plainEntries tells what of which dict the iteration of a value gives, where it runs no Python code: a dict's keys, or what a
// view shows.
func plainEntries(v Value) (d *Dict, what int, ok bool) {
	switch objectType(v) {
	case &DictType:
		return As[Dict](v), viewKeys, true
	case &DictKeysType:
		return As[DictView](v).Dict, viewKeys, true
	case &DictValuesType:
		return As[DictView](v).Dict, viewValues, true
	case &DictItemsType:
		return As[DictView](v).Dict, viewItems, true
	}
	return nil, 0, false
}

// eachEntry calls f, which does not change the dict, with each key, value or pair.
func (d *Dict) eachEntry(what int, f func(Value)) {
	for i := int(d.first); i < len(d.entries); i++ {
		e := &d.entries[i]
		if e.key.IsZero() {
			continue
		}
		switch what {
		case viewKeys:
			f(e.key)
		case viewValues:
			f(e.value)
		default:
			f(ToValue(NewTuple(e.key, e.value)))
		}
	}
}

// appendEntries adds the keys, values or pairs of a dict at the end of the list.
func (p *List) appendEntries(d *Dict, what int) {
	if d.used == 0 {
		return
	}
	p.Reserve(p.n+d.used, what == viewItems || what == viewKeys && !d.mixedKeys)
	d.eachEntry(what, p.Append)
}

func dictIterType(typ *Type, name string, kind int, reverse bool) {
	typ.Name = name
	layout[DictIterator](typ)
	typ.Flags = FlagNoInstantiate
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		e, err := As[DictIterator](self).step(reverse)
		if e == nil {
			return Value{}, err
		}
		switch kind {
		case viewKeys:
			return e.key, nil
		case viewValues:
			return e.value, nil
		}
		return ToValue(NewTuple(e.key, e.value)), nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		if d := As[DictIterator](v).Dict; d != nil {
			visit(ToValue(d))
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are left, or 0 where the dictionary has changed in size.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				it := As[DictIterator](self)
				if it.Dict != nil && it.used == it.Dict.used {
					return Int(int64(it.left)), nil
				}
				return Int(0), nil
			}},
			{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				c := *As[DictIterator](self)
				l, err := ToList(t, ToValue(&c))
				if err != nil {
					return Value{}, err
				}
				return reduceCall(t, "iter", func() []Value { return []Value{ToValue(NewTuple(ToValue(l)))} })
			}},
		}
	}
}

// selfIter is __iter__ of iterators.
func selfIter(t *Thread, self Value) (Value, error) { return self, nil }

// BuiltinNamed returns a built-in function by name, as the running code sees it; a program may have deleted it.
func BuiltinNamed(t *Thread, name string) (Value, error) {
	builtins := BuiltinsDict(t)
	if t.Cur != nil {
		builtins = t.Cur.Fn.Builtins
	}
	v, err := FindBuiltin(t, builtins, Intern(name))
	if err == nil && v.IsZero() {
		err = Errorf(&AttributeErrorType, "%s", name)
	}
	return v, err
}

// reduceCall is the reduction of an iterator to a call of a built-in function: (function, rest...). The rest is asked for
// once the function is found, since finding it may run code that moves the iterator.
func reduceCall(t *Thread, name string, rest func() []Value) (Value, error) {
	fn, err := BuiltinNamed(t, name)
	if err != nil {
		return Value{}, err
	}
	return ToValue(NewTuple(append([]Value{fn}, rest()...)...)), nil
}

func isSetLike(v Value) bool {
	typ := TypeOf(v)
	return typ.IsSubtype(&SetType) || typ.IsSubtype(&FrozensetType) || typ.IsSubtype(&DictKeysType) || typ.IsSubtype(&DictItemsType)
}

// allIn reports whether every member of a is in b.
func allIn(t *Thread, a, b Value) (bool, error) {
	it, err := Iter(t, a)
	if err != nil {
		return false, err
	}
	for {
		x, err := Next(t, it)
		if err != nil || x.IsZero() {
			return err == nil, err
		}
		if ok, err := Contains(t, b, x); err != nil || !ok {
			return false, err
		}
	}
}

// viewCompare compares a view of keys or items as a set.
func viewCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	if !isSetLike(b) {
		return NotImplemented, nil
	}
	la, err := Len(t, a)
	if err != nil {
		return Value{}, err
	}
	lb, err := Len(t, b)
	if err != nil {
		return Value{}, err
	}
	ok := false
	switch op {
	case OpEq, OpNe:
		if la == lb {
			ok, err = allIn(t, a, b)
		}
		ok = ok == (op == OpEq)
	case OpLt:
		if la < lb {
			ok, err = allIn(t, a, b)
		}
	case OpLe:
		if la <= lb {
			ok, err = allIn(t, a, b)
		}
	case OpGt:
		if la > lb {
			ok, err = allIn(t, b, a)
		}
	case OpGe:
		if la >= lb {
			ok, err = allIn(t, b, a)
		}
	}
	return Bool(ok), err
}

// viewSetOp makes a set of what an operand holds and combines it with another operand. The keys of a dict go over as from the dict
// itself, whose size is known beforehand: the order of the result depends on it.
func viewSetOp(op func(t *Thread, s *Set, other Value) error) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		s := NewSet()
		if a.IsObject() && IsInstance(a, &DictKeysType) {
			if d := ToValue(As[DictView](a).Dict); Is(d, &DictType) {
				a = d
			}
		}
		if err := s.Update(t, a); err != nil {
			return Value{}, err
		}
		return ToValue(s), op(t, s, b)
	}
}

func viewAnd(t *Thread, a, b Value) (Value, error) {
	// One operand may be any iterable; members are looked up in the view.
	view, other := a, b
	if !isView(a) {
		view, other = b, a
	}
	if o, ok := SetOf(other); ok && Is(other, &SetType) && As[DictView](view).Dict.used <= o.used {
		view, other = other, view // the shorter one is walked, as by the set's own intersection
	} else if isView(a) && isView(b) && As[DictView](b).Dict.used > As[DictView](a).Dict.used {
		view, other = b, a
	}
	if Is(other, &SetType) && As[DictView](view).Dict.used <= As[Set](other).Len() {
		// As in CPython, which hashes the members of the view then.
		s, err := As[Set](other).intersection(t, view)
		return ToValue(s), err
	}
	s := NewSet()
	return ToValue(s), Each(t, other, func(x Value) error {
		ok, err := Contains(t, view, x)
		if err != nil || !ok {
			return err
		}
		return s.Add(t, x)
	})
}

func isView(v Value) bool {
	return v.IsObject() && (IsInstance(v, &DictKeysType) || IsInstance(v, &DictItemsType))
}

func initDictViews() {
	dictIterType(&DictKeyIterType, "dict_keyiterator", viewKeys, false)
	dictIterType(&DictValueIterType, "dict_valueiterator", viewValues, false)
	dictIterType(&DictItemIterType, "dict_itemiterator", viewItems, false)
	dictIterType(&DictRevKeyIterType, "dict_reversekeyiterator", viewKeys, true)
	dictIterType(&DictRevValueIterType, "dict_reversevalueiterator", viewValues, true)
	dictIterType(&DictRevItemIterType, "dict_reverseitemiterator", viewItems, true)
	for _, v := range []struct {
		typ, iter, rev *Type
		name           string
	}{
		{&DictKeysType, &DictKeyIterType, &DictRevKeyIterType, "dict_keys"},
		{&DictValuesType, &DictValueIterType, &DictRevValueIterType, "dict_values"},
		{&DictItemsType, &DictItemIterType, &DictRevItemIterType, "dict_items"},
	} {
		typ := v.typ
		typ.Name = v.name
		typ.Flags = FlagNoInstantiate
		layout[DictView](typ)
		typ.Len = func(t *Thread, self Value) (int, error) { return As[DictView](self).Dict.used, nil }
		typ.Iter = func(t *Thread, self Value) (Value, error) { return newDictIter(v.iter, As[DictView](self).Dict), nil }
		typ.Traverse = func(self Value, visit func(Value)) { visit(ToValue(As[DictView](self).Dict)) }
		typ.Repr = func(t *Thread, self Value) (Value, error) {
			if t.EnterRepr(self) {
				return StrValue("..."), nil
			}
			defer t.LeaveRepr(self)
			l, err := ToList(t, self)
			if err != nil {
				return Value{}, err
			}
			var b strings.Builder
			b.WriteString(TypeOf(self).Name + "([")
			if err := reprItems(t, &b, l.Len, l.Item); err != nil {
				return Value{}, err
			}
			b.WriteString("])")
			return StrValue(b.String()), nil
		}
		typ.GetSets = func() []GetSetDef {
			return []GetSetDef{{Name: "mapping", Doc: "the mapping whose keys, values or items it shows", Get: func(t *Thread, self Value) (Value, error) {
				return NewMappingProxy(ToValue(As[DictView](self).Dict)), nil
			}}}
		}
		reversed := FuncDef{Name: "__reversed__", NoSig: true, Doc: "Return an iterator that goes from the last to the first.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return newDictIter(v.rev, As[DictView](self).Dict), nil
		}}
		if typ == &DictValuesType {
			typ.Methods = func() []FuncDef { return []FuncDef{reversed} }
			continue
		}
		typ.Compare = viewCompare
		typ.Hash = hashNotImplemented
		typ.Number.Binary[OpSub] = viewSetOp(func(t *Thread, s *Set, o Value) error { return s.DifferenceUpdate(t, o) })
		typ.Number.Binary[OpOr] = viewSetOp(func(t *Thread, s *Set, o Value) error { return s.Update(t, o) })
		typ.Number.Binary[OpXor] = viewSetOp(func(t *Thread, s *Set, o Value) error { return s.SymmetricUpdate(t, o) })
		typ.Number.Binary[OpAnd] = viewAnd
		typ.Methods = func() []FuncDef {
			return []FuncDef{reversed, {Name: "isdisjoint", Sig: "object, /", NoSig: true, Doc: "Tell whether no item of the iterable is in the view.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				disjoint := true
				it, err := Iter(t, args[0])
				if err != nil {
					return Value{}, err
				}
				for disjoint {
					x, err := Next(t, it)
					if err != nil {
						return Value{}, err
					}
					if x.IsZero() {
						break
					}
					in, err := Contains(t, self, x)
					if err != nil {
						return Value{}, err
					}
					disjoint = !in
				}
				return Bool(disjoint), nil
			}}}
		}
	}
	DictKeysType.Contains = func(t *Thread, self, key Value) (bool, error) {
		return DictType.Contains(t, ToValue(As[DictView](self).Dict), key)
	}
	DictItemsType.Contains = func(t *Thread, self, item Value) (bool, error) {
		p, ok := TupleOf(item)
		if !ok || p.Len() != 2 {
			return false, nil
		}
		v, err := As[DictView](self).Dict.Get(t, p.Item(0))
		if err != nil || v.IsZero() {
			return false, err
		}
		return Equal(t, v, p.Item(1))
	}
}
