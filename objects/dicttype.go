package objects

import (
	"strings"
	"unsafe"
)

// dict: its type and the functions that update one from anything.

// DictUpdate is d.update(other) for one positional argument.
func DictUpdate(t *Thread, d *Dict, other Value) error {
	if o, ok := DictOf(other); ok && dictIterPlain(other) {
		return d.mergeDict(t, o, true)
	}
	keys, err := FindAttr(t, other, strKeys)
	if err != nil {
		return err
	}
	if !keys.IsZero() {
		return d.mergeMapping(t, other, true)
	}
	return d.mergePairs(t, other)
}

// dictIterPlain reports whether a dict's class iterates as dict does, so that its entries may be read directly.
func dictIterPlain(v Value) bool {
	typ := TypeOf(v)
	return typ == &DictType || funcEqual(typ.Iter, DictType.Iter)
}

// mergeDict adds the entries of another dict; override says whether present keys are replaced.
func (d *Dict) mergeDict(t *Thread, o *Dict, override bool) error {
	if o == d || o.used == 0 {
		return nil
	}
	if d.used == 0 && len(d.entries) == 0 && d.typ == &DictType {
		d.copyTables(o)
		d.changed()
		return nil
	}
	n := o.used
	if n > d.used {
		d.reserve(n)
	}
	version := o.Version()
	for i := 0; i < len(o.entries); i++ {
		e := o.entries[i]
		if e.key.IsZero() {
			continue
		}
		if !override {
			p, err := d.find(t, e.key, e.hash)
			if err != nil {
				return err
			}
			if p >= 0 {
				continue
			}
		}
		if err := d.SetHash(t, e.key, e.hash, e.value); err != nil {
			return err
		}
		if n != o.used || o.version != version {
			return RuntimeErrorf("dict mutated during update")
		}
	}
	return nil
}

func (d *Dict) mergeMapping(t *Thread, other Value, override bool) error {
	keys, err := CallMethod(t, other, strKeys)
	if err != nil {
		return err
	}
	return Each(t, keys, func(k Value) error {
		if !override {
			if v, err := d.Get(t, k); err != nil || !v.IsZero() {
				return err
			}
		}
		v, err := GetItem(t, other, k)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	})
}

func (d *Dict) mergePairs(t *Thread, other Value) error {
	if Is(other, &ZipType) || Is(other, &EnumerateType) {
		// The pairs are not made.
		base, m := t.Reserve(2)
		defer t.Release(m)
		for {
			found, ok, err := NextPair(t, other, base)
			if !ok {
				break
			}
			if err != nil || !found {
				return err
			}
			pair := unsafe.Slice(base, 2)
			if err := d.Set(t, pair[0], pair[1]); err != nil {
				return err
			}
		}
	}
	i := -1
	return EachTake(t, other, func(x Value) bool {
		i++
		p, ok := TupleOf(x)
		if ok && p.n == 2 && p.typ == &TupleType && !d.foreign && comparesPlainly(p.Item(0)) {
			return d.Set(t, p.Item(0), p.Item(1)) == nil
		}
		i--
		return false
	}, func(x Value) error {
		i++
		if p, ok := TupleOf(x); ok && p.n == 2 && p.typ == &TupleType {
			return d.Set(t, p.Item(0), p.Item(1))
		}
		pair, err := ToSlice(t, x)
		if err != nil {
			if IsError(err, &TypeErrorType) && !iterableType(x) {
				err = TypeErrorf("cannot convert dictionary update sequence element #%d to a sequence", i)
			}
			return err
		}
		if len(pair) != 2 {
			return ValueErrorf("dictionary update sequence element #%d has length %d; 2 is required", i, len(pair))
		}
		return d.Set(t, pair[0], pair[1])
	})
}

// updateArgs is dict(...) and dict.update(...).
func (d *Dict) updateArgs(t *Thread, name string, args []Value, kw *Tuple) error {
	npos := len(args) - kw.Len()
	if npos > 1 {
		return CountError(name, npos, 0, 1, false)
	}
	if npos == 1 {
		if err := DictUpdate(t, d, args[0]); err != nil {
			return err
		}
	}
	for i := range kw.Len() {
		d.SetStr(As[Str](kw.Item(i)), args[npos+i])
	}
	return nil
}

func dictGetItem(t *Thread, self, key Value) (Value, error) {
	d := As[Dict](self)
	v, err := d.Get(t, key)
	if err != nil || !v.IsZero() {
		return v, err
	}
	if d.typ != &DictType {
		v, found, err := CallSpecial(t, self, strMissing, key)
		if err != nil || found {
			return v, err
		}
	}
	return Value{}, KeyError(key)
}

func dictSetItem(t *Thread, self, key, v Value) error {
	d := As[Dict](self)
	if !v.IsZero() {
		return d.Set(t, key, v)
	}
	old, err := d.Delete(t, key)
	if err == nil && old.IsZero() {
		err = KeyError(key)
	}
	return err
}

func dictRepr(t *Thread, self Value) (Value, error) {
	d := As[Dict](self)
	if d.used == 0 {
		return StrValue("{}"), nil
	}
	if t.EnterRepr(self) {
		return StrValue("{...}"), nil
	}
	defer t.LeaveRepr(self)
	var b strings.Builder
	b.WriteByte('{')
	first := true
	for i := 0; ; {
		k, v, next, ok := d.NextEntry(i)
		if !ok {
			break
		}
		i = next
		if !first {
			b.WriteString(", ")
		}
		first = false
		s, err := ReprString(t, k)
		if err != nil {
			return Value{}, err
		}
		b.WriteString(s)
		b.WriteString(": ")
		if s, err = ReprString(t, v); err != nil {
			return Value{}, err
		}
		b.WriteString(s)
	}
	b.WriteByte('}')
	return StrValue(b.String()), nil
}

// equal reports whether two dicts have equal entries.
func (d *Dict) equal(t *Thread, o *Dict) (bool, error) {
	if d.used != o.used {
		return false, nil
	}
	for i := 0; i < len(d.entries); i++ {
		e := d.entries[i]
		if e.key.IsZero() {
			continue
		}
		v, err := o.GetHash(t, e.key, e.hash)
		if err != nil || v.IsZero() {
			return false, err
		}
		eq, err := Equal(t, e.value, v)
		if err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

func dictCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	x, ok := DictOf(a)
	y, ok2 := DictOf(b)
	if !ok || !ok2 || op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	eq, err := x.equal(t, y)
	if err != nil {
		return Value{}, err
	}
	return Bool(eq == (op == OpEq)), nil
}

func dictOr(t *Thread, a, b Value) (Value, error) {
	x, ok := DictOf(a)
	y, ok2 := DictOf(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	r := x.Copy()
	return ToValue(r), r.mergeDict(t, y, true)
}

func dictFromKeys(t *Thread, self Value, args []Value) (Value, error) {
	value := orNone(args[1])
	d, err := Call0(t, self)
	if err != nil {
		return Value{}, err
	}
	plain := Is(d, &DictType)
	if src := args[0]; plain && src.IsObject() {
		// The hashes that a set or dictionary has kept are used again.
		switch typ := TypeOf(src); {
		case typ == &SetType || typ == &FrozensetType:
			s := As[Set](src)
			for i := 0; i < len(s.table); i++ {
				if e := s.table[i]; !e.key.IsZero() && e.key != removedKey() {
					if err := As[Dict](d).SetHash(t, e.key, e.hash, value); err != nil {
						return Value{}, err
					}
				}
			}
			return d, nil
		case typ == &DictType:
			from := As[Dict](src)
			for i := 0; i < len(from.entries); i++ {
				if e := from.entries[i]; !e.key.IsZero() {
					if err := As[Dict](d).SetHash(t, e.key, e.hash, value); err != nil {
						return Value{}, err
					}
				}
			}
			return d, nil
		}
	}
	err = Each(t, args[0], func(k Value) error {
		if plain {
			return As[Dict](d).Set(t, k, value)
		}
		return SetItem(t, d, k, value)
	})
	return d, err
}

// SetDefault is dict.setdefault.
func (d *Dict) SetDefault(t *Thread, key, v Value) (Value, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return Value{}, err
	}
	i, err := d.find(t, key, hash)
	if err != nil {
		return Value{}, err
	}
	if i >= 0 {
		return d.entries[i].value, nil
	}
	d.insert(hash, key, v)
	return v, nil
}

// PopItem removes the entry that was added last; ok is false where there is none.
func (d *Dict) PopItem() (key, v Value, ok bool) {
	for i := len(d.entries) - 1; i >= 0; i-- {
		if e := d.entries[i]; !e.key.IsZero() {
			d.removeAt(i)
			d.trim()
			return e.key, e.value, true
		}
	}
	return Value{}, Value{}, false
}

func dictContains(t *Thread, v, key Value) (bool, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := As[Dict](v).find(t, key, hash)
	return i >= 0, err
}

func initDict() {
	typ := &DictType
	typ.Name = "dict"
	typ.Doc = "dict(**kwargs)\ndict(mapping, **kwargs)\ndict(iterable, **kwargs)\n\nA table of values by key, which remembers the order in which the keys came. It\nbegins with the items of a mapping or with the (key, value) pairs of an\niterable, followed by the keyword arguments, whose names are keys."
	typ.Flags = FlagBase | FlagDictSub | FlagMapping | FlagMatchSelf
	layout[Dict](typ)
	typ.Consumes = true
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		if Is(v, &DictType) {
			return ToValue(As[Dict](v).Copy()), nil
		}
		d := NewDict()
		if err := DictUpdate(t, d, v); err != nil {
			return Value{}, err
		}
		return ToValue(d), nil
	}
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		return As[Dict](self).updateArgs(t, "dict", args, kw)
	}
	typ.Repr = dictRepr
	typ.Hash = hashNotImplemented
	typ.Compare = dictCompare
	typ.Iter = func(t *Thread, v Value) (Value, error) { return newDictIter(&DictKeyIterType, As[Dict](v)), nil }
	typ.Len = func(t *Thread, v Value) (int, error) { return As[Dict](v).used, nil }
	typ.GetItem = dictGetItem
	typ.SetItem = dictSetItem
	typ.Contains = dictContains
	typ.Number.Binary[OpOr] = dictOr
	typ.Number.Inplace[OpOr] = func(t *Thread, a, b Value) (Value, error) { return a, DictUpdate(t, As[Dict](a), b) }
	typ.Traverse = func(v Value, visit func(Value)) {
		d := As[Dict](v)
		for i := range d.entries {
			if e := &d.entries[i]; !e.key.IsZero() {
				visit(e.key)
				visitOpt(visit, e.value)
			}
		}
		for _, s := range d.slots {
			visitOpt(visit, s)
		}
	}
	builtinsMappingType.Name = "builtins_mapping"
	builtinsMappingType.Flags = FlagNoInstantiate
	layout[Dict](&builtinsMappingType)
	builtinsMappingType.Traverse = typ.Traverse
	typ.Methods = func() []FuncDef {
		view := func(name, doc string, vt *Type) FuncDef {
			return FuncDef{Name: name, NoSig: true, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(&DictView{Head{vt}, As[Dict](self)}), nil
			}}
		}
		return []FuncDef{
			{Name: "__contains__", Sig: "key, /", Doc: "Tell whether the key is in the dictionary.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				found, err := dictContains(t, self, args[0])
				return Bool(found), err
			}},
			{Name: "__getitem__", Sig: "key, /", Doc: "Return self[key].", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return dictGetItem(t, self, args[0])
			}},
			{Name: "get", Sig: "key, default=None, /", Doc: "Look the value of key up; the result is default where there is no such key.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := As[Dict](self).Get(t, args[0])
				if err == nil && v.IsZero() {
					return orNone(args[1]), nil
				}
				return v, err
			}},
			{Name: "setdefault", Sig: "key, default=None, /", Doc: "Look the value of key up; where there is no such key, add it with default as\nits value.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return As[Dict](self).SetDefault(t, args[0], orNone(args[1]))
			}},
			{Name: "pop", Sig: "key, default=?, /", Doc: "D.pop(k[,d]) -> v\n\nTake the key k out and return its value. Where there is no such key, return d,\nor raise KeyError without one.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				d := As[Dict](self)
				if d.used == 0 {
					if !args[1].IsZero() {
						return args[1], nil
					}
					return Value{}, KeyError(args[0])
				}
				v, err := d.Delete(t, args[0])
				if err == nil && v.IsZero() {
					if args[1].IsZero() {
						return Value{}, KeyError(args[0])
					}
					return args[1], nil
				}
				return v, err
			}},
			{Name: "popitem", Doc: "Take out the pair (key, value) that was added last and return it; an empty\ndictionary raises KeyError.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				k, v, ok := As[Dict](self).PopItem()
				if !ok {
					return Value{}, KeyError(StrValue("popitem(): dictionary is empty"))
				}
				return ToValue(NewTuple(k, v)), nil
			}},
			view("keys", "D.keys() -> a view of the keys, with the operations of a set", &DictKeysType),
			view("items", "D.items() -> a view of the (key, value) pairs, with the operations of a set", &DictItemsType),
			view("values", "D.values() -> a view of the values", &DictValuesType),
			{Name: "update", Sig: "*args, **kwargs", NoSig: true, Doc: "D.update([E, ]**F) -> None\n\nStore the items of E, which is a mapping (whatever has keys()) or an iterable\nof (key, value) pairs, and then those of the keyword arguments.", Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
				return None, As[Dict](self).updateArgs(t, "update", args, kw)
			}},
			{Name: "fromkeys", Kind: ClassFunc, Sig: "iterable, value=None, /", Doc: "Make a dictionary that has each item of the iterable as a key, and the same\nvalue for all.", Fn: dictFromKeys},
			{Name: "clear", Doc: "Make the dict empty.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				As[Dict](self).Clear()
				return None, nil
			}},
			{Name: "copy", Doc: "Return a new dict with the same keys and values.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(As[Dict](self).Copy()), nil
			}},
			{Name: "__reversed__", Doc: "Iterate over the keys, the last one first.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return newDictIter(&DictRevKeyIterType, As[Dict](self)), nil
			}},
			{Name: "__sizeof__", Doc: "How many bytes of memory the dict takes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				d := As[Dict](self)
				n := sizeOf(self)
				if d.used > 0 {
					n += dictTableSize(d.used, !d.mixedKeys)
				}
				return Int(n), nil
			}},
			{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
		}
	}
}
