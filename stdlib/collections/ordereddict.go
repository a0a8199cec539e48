package collections

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// OrderedDict is a dict whose entries move within dict's own order, so that what reads a dict directly sees them in the
// order of the program too.

var orderedType, orderedIterType, orderedKeysType, orderedValuesType, orderedItemsType objects.Type

type orderedDict struct {
	objects.Dict
	objects.Attrs
}

// What an iterator yields.
const (
	orderedKeys = iota
	orderedValues
	orderedItems
)

// orderedIter iterates over an OrderedDict. dict is zero once it is exhausted.
type orderedIter struct {
	head
	dict    value
	version uint64
	pos     int
	kind    uint8
	reverse bool
}

func newOrderedIter(d value, kind uint8, reverse bool) value {
	it := &orderedIter{head: objects.MakeHead(&orderedIterType), dict: d, kind: kind, reverse: reverse}
	p := objects.As[objects.Dict](d)
	it.version = p.Version()
	if reverse {
		it.pos = p.NumPositions() - 1
	}
	return objects.ToValue(it)
}

func orderedNext(t *thread, self value) (value, error) {
	it := objects.As[orderedIter](self)
	if it.dict.IsZero() {
		return value{}, nil
	}
	d := objects.As[objects.Dict](it.dict)
	if d.Version() != it.version {
		it.dict = value{}
		return value{}, objects.RuntimeErrorf("OrderedDict mutated during iteration")
	}
	var k, v value
	var ok bool
	if it.reverse {
		k, v, it.pos, ok = d.PrevEntry(it.pos)
	} else {
		k, v, it.pos, ok = d.NextEntry(it.pos)
	}
	if !ok {
		it.dict = value{}
		return value{}, nil
	}
	switch it.kind {
	case orderedKeys:
		return k, nil
	case orderedValues:
		return v, nil
	}
	return native.Tuple(k, v), nil
}

// setOrdered is od[key] = v as a program sees it: a class of the program may define it.
func setOrdered(t *thread, self, key, v value) error {
	if objects.TypeOf(self) == &orderedType {
		return objects.As[objects.Dict](self).Set(t, key, v)
	}
	return objects.SetItem(t, self, key, v)
}

// addPairs assigns the pairs that an iterable gives.
func addPairs(t *thread, self, pairs value) error {
	return objects.Each(t, pairs, func(pair value) error {
		var key, v value
		n := 0
		if p, ok := objects.TupleOf(pair); ok && objects.TypeOf(pair) == &objects.TupleType && p.Len() == 2 {
			return setOrdered(t, self, p.Item(0), p.Item(1))
		}
		it, err := objects.Iter(t, pair)
		if err != nil {
			return err
		}
		for ; n < 3; n++ {
			x, err := objects.Next(t, it)
			if err != nil {
				return err
			}
			if x.IsZero() {
				break
			}
			if n == 0 {
				key = x
			} else {
				v = x
			}
		}
		switch n {
		case 0:
			return objects.ValueErrorf("need more than 0 values to unpack")
		case 1:
			return objects.ValueErrorf("need more than 1 value to unpack")
		case 3:
			return objects.ValueErrorf("too many values to unpack (expected 2)")
		}
		return setOrdered(t, self, key, v)
	})
}

// updateOrdered assigns the entries of a mapping or of an iterable of pairs.
func updateOrdered(t *thread, self, other value) error {
	if typ := objects.TypeOf(other); typ == &objects.DictType || typ == &orderedType && other != self {
		items, err := objects.CallMethod(t, other, objects.Intern("items"))
		if err == nil {
			var list *objects.List
			if list, err = objects.ToList(t, items); err == nil {
				err = addPairs(t, self, objects.ToValue(list))
			}
		}
		return err
	}
	keys, err := objects.FindAttr(t, other, objects.Intern("keys"))
	if err != nil {
		return err
	}
	if !keys.IsZero() {
		if keys, err = objects.Call0(t, keys); err != nil {
			return err
		}
		return objects.Each(t, keys, func(k value) error {
			v, err := objects.GetItem(t, other, k)
			if err != nil {
				return err
			}
			return setOrdered(t, self, k, v)
		})
	}
	items, err := objects.FindAttr(t, other, objects.Intern("items"))
	if err != nil {
		return err
	}
	if !items.IsZero() {
		if other, err = objects.Call0(t, items); err != nil {
			return err
		}
	}
	return addPairs(t, self, other)
}

func updateArgs(t *thread, self value, args []value, kw *objects.Tuple) error {
	npos := len(args) - kw.Len()
	if npos > 0 {
		if err := updateOrdered(t, self, args[0]); err != nil {
			return err
		}
	}
	for i := range kw.Len() {
		if err := setOrdered(t, self, kw.Item(i), args[npos+i]); err != nil {
			return err
		}
	}
	return nil
}

func orderedRepr(t *thread, self value) (value, error) {
	name := objects.TypeOf(self).Name
	d := objects.As[objects.Dict](self)
	if d.Len() == 0 {
		return native.Str(name + "()"), nil
	}
	if t.EnterRepr(self) {
		return native.Str("..."), nil
	}
	defer t.LeaveRepr(self)
	var plain value
	if typ := objects.TypeOf(self); typ == &orderedType {
		plain = objects.ToValue(d.Copy())
	} else {
		c := objects.NewDict()
		if err := objects.DictUpdate(t, c, self); err != nil {
			return value{}, err
		}
		plain = objects.ToValue(c)
	}
	s, err := objects.ReprString(t, plain)
	return native.Str(name + "(" + s + ")"), err
}

// orderedCompare compares with another OrderedDict in order, with other dicts as dict does.
func orderedCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	r, err := objects.DictType.Compare(t, a, b, op)
	if err != nil || r == objects.NotImplemented || !objects.IsInstance(a, &orderedType) || !objects.IsInstance(b, &orderedType) ||
		r == objects.Bool(op == objects.OpNe) {
		return r, err
	}
	x, y := objects.As[objects.Dict](a), objects.As[objects.Dict](b)
	if x.Len() != y.Len() {
		// Comparing the items has removed some.
		return objects.Bool(op == objects.OpNe), nil
	}
	xv, yv := x.Version(), y.Version()
	for i, j := 0, 0; ; {
		k, _, next, ok := x.NextEntry(i)
		l, _, nextL, okL := y.NextEntry(j)
		if !ok || !okL {
			return r, nil
		}
		i, j = next, nextL
		eq, err := objects.Equal(t, k, l)
		if err != nil {
			return value{}, err
		}
		if x.Version() != xv || y.Version() != yv {
			return value{}, objects.RuntimeErrorf("OrderedDict mutated during iteration")
		}
		if !eq {
			return objects.Bool(op == objects.OpNe), nil
		}
	}
}

func orderedCopy(t *thread, self value, args []value) (value, error) {
	typ, d := objects.TypeOf(self), objects.As[objects.Dict](self)
	if typ == &orderedType {
		c := typ.NewInstance()
		return c, objects.DictUpdate(t, objects.As[objects.Dict](c), objects.ToValue(d.Copy()))
	}
	c, err := objects.Call0(t, objects.ToValue(typ))
	if err != nil {
		return value{}, err
	}
	version := d.Version()
	for i := 0; ; {
		k, _, next, ok := d.NextEntry(i)
		if !ok {
			return c, nil
		}
		i = next
		v, err := objects.GetItem(t, self, k)
		if err != nil {
			return value{}, err
		}
		if err = objects.SetItem(t, c, k, v); err != nil {
			return value{}, err
		}
		if d.Version() != version {
			return value{}, objects.RuntimeErrorf("OrderedDict mutated during iteration")
		}
	}
}

func orderedOr(t *thread, a, b value) (value, error) {
	_, okA := objects.DictOf(a)
	_, okB := objects.DictOf(b)
	if !okA || !okB {
		return objects.NotImplemented, nil
	}
	typ := objects.TypeOf(a)
	if !objects.IsInstance(a, &orderedType) {
		typ = objects.TypeOf(b)
	}
	r, err := objects.Call1(t, objects.ToValue(typ), a)
	if err != nil {
		return value{}, err
	}
	return r, updateOrdered(t, r, b)
}

func orderedPop(t *thread, self value, args []value) (value, error) {
	v, err := objects.As[objects.Dict](self).Delete(t, args[0])
	if err == nil && v.IsZero() {
		if v = args[1]; v.IsZero() {
			err = objects.KeyError(args[0])
		}
	}
	return v, err
}

func orderedPopItem(t *thread, self value, args []value) (value, error) {
	last, err := native.Bool(t, args[0], true)
	if err != nil {
		return value{}, err
	}
	d := objects.As[objects.Dict](self)
	var k, v value
	var ok bool
	if last {
		k, v, ok = d.PopItem()
	} else {
		k, v, ok = d.PopFirst()
	}
	if !ok {
		return value{}, objects.KeyError(native.Str("dictionary is empty"))
	}
	return native.Tuple(k, v), nil
}

func orderedMoveToEnd(t *thread, self value, args []value) (value, error) {
	last, err := native.Bool(t, args[1], true)
	if err != nil {
		return value{}, err
	}
	ok, err := objects.As[objects.Dict](self).MoveToEnd(t, args[0], last)
	if err == nil && !ok {
		err = objects.KeyError(args[0])
	}
	return objects.None, err
}

func orderedSetDefault(t *thread, self value, args []value) (value, error) {
	key, v := args[0], native.None(args[1])
	if objects.TypeOf(self) == &orderedType {
		return objects.As[objects.Dict](self).SetDefault(t, key, v)
	}
	in, err := objects.Contains(t, self, key)
	if err != nil {
		return value{}, err
	}
	if in {
		return objects.GetItem(t, self, key)
	}
	return v, objects.SetItem(t, self, key, v)
}

func orderedReduce(t *thread, self value, args []value) (value, error) {
	state, err := objects.CallMethod(t, self, objects.Intern("__getstate__"))
	if err != nil {
		return value{}, err
	}
	items, err := objects.CallMethod(t, self, objects.Intern("items"))
	if err != nil {
		return value{}, err
	}
	it, err := objects.Iter(t, items)
	return native.Tuple(objects.ToValue(objects.TypeOf(self)), native.Tuple(), state, objects.None, it), err
}

func orderedFromKeys(t *thread, self value, args []value) (value, error) {
	d, err := objects.Call0(t, self)
	if err != nil {
		return value{}, err
	}
	v := native.None(args[1])
	return d, objects.Each(t, args[0], func(k value) error { return setOrdered(t, d, k, v) })
}

func initOrderedDict() {
	typ := &orderedType
	typ.Name, typ.Module, typ.Base = "OrderedDict", "collections", &objects.DictType
	typ.Doc = "A dict to which the order of its items matters: == compares it, and move_to_end() changes it."
	typ.Flags = objects.FlagBase | objects.FlagDictSub | objects.FlagWeakrefs
	objects.LayoutAttrs[orderedDict](typ, unsafe.Offsetof(orderedDict{}.Attrs), true)
	typ.Init = func(t *thread, self value, args []value, kw *objects.Tuple) error {
		if n := len(args) - kw.Len(); n > 1 {
			return objects.TypeErrorf("expected at most 1 arguments, got %d", n)
		}
		return updateArgs(t, self, args, kw)
	}
	typ.Repr, typ.Compare, typ.Hash = orderedRepr, orderedCompare, objects.DictType.Hash
	typ.Iter = func(t *thread, self value) (value, error) { return newOrderedIter(self, orderedKeys, false), nil }
	typ.SetItem = func(t *thread, self, key, v value) error { return objects.DictType.SetItem(t, self, key, v) }
	typ.Number.Binary[objects.OpOr] = orderedOr
	typ.Number.Inplace[objects.OpOr] = func(t *thread, a, b value) (value, error) { return a, updateOrdered(t, a, b) }
	typ.GetSets = func() []objects.GetSetDef { return []objects.GetSetDef{objects.DictGetSet()} }
	typ.Methods = func() []objects.FuncDef {
		view := func(name string, vt *objects.Type) objects.FuncDef {
			return objects.FuncDef{Name: name, Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.NewDictView(vt, objects.As[objects.Dict](self)), nil
			}}
		}
		return []objects.FuncDef{
			{Name: "fromkeys", Kind: objects.ClassFunc, Sig: "iterable, value=None", Doc: "Return an OrderedDict with keys from iterable that all have the same value.", Fn: orderedFromKeys},
			{Name: "setdefault", Sig: "key, default=None", Doc: "Return the value of key; an absent key is added with default first.", Fn: orderedSetDefault},
			{Name: "pop", Sig: "key, default=<unrepresentable>", Doc: "od.pop(key[,default]) -> v\n\nRemove key and return its value. If it is absent, return default, or raise KeyError if none is given.", Fn: orderedPop},
			{Name: "popitem", Sig: "last=True", Doc: "Remove the last item, or the first if last is false, and return it as a pair.", Fn: orderedPopItem},
			{Name: "move_to_end", Sig: "key, last=True", Doc: "Move key to the end, or to the beginning if last is false.\n\nAn absent key raises KeyError.", Fn: orderedMoveToEnd},
			{Name: "update", Sig: "*args, **kwargs", NoSig: true, Raw: func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
				if n := len(args) - kw.Len(); n > 1 {
					return value{}, objects.TypeErrorf("update() takes at most 1 positional argument (%d given)", n)
				}
				return objects.None, updateArgs(t, self, args, kw)
			}},
			{Name: "clear", Doc: "od.clear() -> None\n\nDrop every item.", Fn: func(t *thread, self value, args []value) (value, error) {
				objects.As[objects.Dict](self).Clear()
				return objects.None, nil
			}},
			{Name: "copy", Doc: "od.copy() -> another OrderedDict with the same items", Fn: orderedCopy},
			view("keys", &orderedKeysType),
			view("values", &orderedValuesType),
			view("items", &orderedItemsType),
			{Name: "__reversed__", Doc: "Return an iterator over the keys from the last to the first.", Fn: func(t *thread, self value, args []value) (value, error) {
				return newOrderedIter(self, orderedKeys, true), nil
			}},
			{Name: "__reduce__", Doc: "Return what pickle needs.", Fn: orderedReduce},
			{Name: "__sizeof__", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(unsafe.Sizeof(orderedDict{})) + int64(objects.As[objects.Dict](self).NumPositions())*32), nil
			}},
		}
	}

	iter := &orderedIterType
	iter.Name = "odict_iterator"
	iter.Flags = objects.FlagNoInstantiate
	objects.Layout[orderedIter](iter)
	iter.Iter, iter.Next = native.Self, orderedNext
	iter.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[orderedIter](v).dict) }
	iter.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", Doc: "Return what pickle needs.", Fn: func(t *thread, self value, args []value) (value, error) {
			rest := *objects.As[orderedIter](self)
			list, err := objects.ToList(t, objects.ToValue(&rest))
			if err != nil {
				return value{}, err
			}
			fn, err := objects.BuiltinNamed(t, "iter")
			return native.Tuple(fn, native.Tuple(objects.ToValue(list))), err
		}}}
	}

	for kind, v := range [...]struct {
		typ, base *objects.Type
		name      string
	}{
		{&orderedKeysType, &objects.DictKeysType, "odict_keys"},
		{&orderedValuesType, &objects.DictValuesType, "odict_values"},
		{&orderedItemsType, &objects.DictItemsType, "odict_items"},
	} {
		dict := func(self value) value { return objects.ToValue(objects.As[objects.DictView](self).Dict) }
		v.typ.Name, v.typ.Base = v.name, v.base
		v.typ.Flags = objects.FlagNoInstantiate
		objects.Layout[objects.DictView](v.typ)
		v.typ.Iter = func(t *thread, self value) (value, error) { return newOrderedIter(dict(self), uint8(kind), false), nil }
		v.typ.Methods = func() []objects.FuncDef {
			return []objects.FuncDef{{Name: "__reversed__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				return newOrderedIter(dict(self), uint8(kind), true), nil
			}}}
		}
	}
}
