package objects

// type: the metatype's methods and attributes, and instance and subclass checks.

// moduleName is __module__ of a type, zero where it has none.
func (typ *Type) moduleName() Value {
	if typ.Flags&FlagHeap != 0 {
		return typ.dict.GetStr(strModule)
	}
	if typ.Module == "" {
		return ToValue(strBuiltins0)
	}
	return ToValue(Intern(typ.Module))
}

func typeRepr(t *Thread, v Value) (Value, error) {
	typ := As[Type](v)
	typ.ready()
	if m, ok := StrOf(typ.moduleName()); ok && m.String() != "builtins" {
		return StrValue("<class '" + m.String() + "." + typ.QualName() + "'>"), nil
	}
	return StrValue("<class '" + typ.QualName() + "'>"), nil
}

// typeCall makes an instance: __new__, then __init__ where the result is an instance of the type.
func typeCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	typ := As[Type](self)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if len(args) == 1 && kw == nil && typ.Convert != nil {
		return typ.Convert(t, args[0])
	}
	if len(args) == 0 {
		// What factories are called for.
		switch typ {
		case &IntType:
			return InlineInt(0), nil
		case &StrType:
			return ToValue(strEmpty), nil
		case &TupleType:
			return ToValue(&emptyTuple), nil
		case &ListType:
			return ToValue(MakeList(0)), nil
		case &DictType:
			return ToValue(NewDict()), nil
		case &SetType:
			return ToValue(NewSet()), nil
		}
	}
	var v Value
	if typ.Flags&(FlagDefaultNew|FlagAbstract) == FlagDefaultNew && !funcEqual(typ.Init, objectInit) {
		// object.__new__ beside an __init__ of the class's own: arguments are the latter's business.
		v = typ.newObject()
		return v, typ.Init(t, v, args, kw)
	}
	if typ == &TypeType {
		if npos := len(args) - kw.Len(); npos == 1 && kw.Len() == 0 {
			return ToValue(TypeOf(args[0])), nil
		} else if npos == 1 {
			return Value{}, TypeErrorf("type() takes no keyword arguments")
		} else if npos != 3 {
			return Value{}, TypeErrorf("type() takes 1 or 3 arguments")
		}
	}
	if typ.New == nil || typ.Flags&FlagNoInstantiate != 0 {
		return Value{}, TypeErrorf("cannot create '%s' instances", typ)
	}
	v, err := typ.New(t, typ, args, kw)
	if err != nil {
		return Value{}, err
	}
	vt := TypeOf(v)
	if vt != typ && !vt.IsSubtype(typ) {
		return v, nil
	}
	if vt.Init != nil {
		if err := vt.Init(t, v, args, kw); err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

func typeInit(t *Thread, self Value, args []Value, kw *Tuple) error {
	npos := len(args) - kw.Len()
	if npos == 1 && kw.Len() > 0 {
		return TypeErrorf("type.__init__() takes no keyword arguments")
	}
	if npos != 1 && npos != 3 {
		return TypeErrorf("type.__init__() takes 1 or 3 arguments")
	}
	return nil
}

func mroTuple(typ *Type) Value {
	typ.ready()
	if typ.MRO == nil {
		// mro() is just being asked for it.
		return None
	}
	p := MakeTuple(len(typ.MRO))
	for i, b := range typ.MRO {
		p.Items()[i] = ToValue(b)
	}
	return ToValue(p)
}

// IsInstanceOf is isinstance(v, cls).
func IsInstanceOf(t *Thread, v, cls Value) (bool, error) {
	if typ, ok := TypeFrom(cls); ok && TypeOf(v) == typ {
		return true, nil
	}
	if Is(cls, &TypeType) {
		return instanceCheck(t, v, cls)
	}
	if Is(cls, &UnionType) {
		cls = ToValue(As[Union](cls).Args)
	}
	if tuple, ok := TupleOf(cls); ok {
		for _, c := range tuple.Items() {
			if c == ToValue(TypeOf(v)) {
				return true, nil
			}
			if Is(c, &TypeType) {
				if ok, err := instanceCheck(t, v, c); ok || err != nil {
					return ok, err
				}
				continue
			}
			if err := t.EnterNative(" in __instancecheck__"); err != nil {
				return false, err
			}
			ok, err := IsInstanceOf(t, v, c)
			t.LeaveNative()
			if ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	if err := t.EnterNative(" in __instancecheck__"); err != nil {
		return false, err
	}
	defer t.LeaveNative()
	r, found, err := CallSpecial(t, cls, strInstancecheck, v)
	if err != nil {
		return false, err
	}
	if found {
		return Truth(t, r)
	}
	return instanceCheck(t, v, cls)
}

// instanceCheck is type.__instancecheck__, and the check for objects that only have __bases__.
func instanceCheck(t *Thread, v, cls Value) (bool, error) {
	if typ, ok := TypeFrom(cls); ok {
		if IsInstance(v, typ) {
			return true, nil
		}
		if d := TypeOf(v); d.Flags&FlagDefaultGetAttr != 0 {
			// __class__ can only differ from the type where the class or the instance defines it.
			if g := d.Lookup(strClass); Is(g, &GetSetType) && As[GetSet](g).Owner == &ObjectType {
				return false, nil
			}
		}
		c, err := FindAttr(t, v, strClass)
		if err != nil || c.IsZero() {
			return false, err
		}
		if ct, ok := TypeFrom(c); ok && ct != TypeOf(v) {
			return ct.IsSubtype(typ), nil
		}
		return false, nil
	}
	if err := checkClass(t, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"); err != nil {
		return false, err
	}
	c, err := FindAttr(t, v, strClass)
	if err != nil || c.IsZero() {
		return false, err
	}
	return abstractSubclass(t, c, cls)
}

// basesOf returns __bases__ of an object that acts as a class, nil where there is no tuple.
func basesOf(t *Thread, v Value) (*Tuple, error) {
	b, err := FindAttr(t, v, strBases)
	if err != nil || b.IsZero() {
		return nil, err
	}
	p, ok := TupleOf(b)
	if !ok {
		return nil, nil
	}
	return p, nil
}

func checkClass(t *Thread, cls Value, message string) error {
	b, err := basesOf(t, cls)
	if err == nil && b == nil {
		err = TypeErrorf("%s", message)
	}
	return err
}

func abstractSubclass(t *Thread, derived, cls Value) (bool, error) {
	if err := t.EnterNative(" in __issubclass__"); err != nil {
		return false, err
	}
	defer t.LeaveNative()
	if derived == cls {
		return true, nil
	}
	bases, err := basesOf(t, derived)
	if err != nil {
		return false, err
	}
	for _, b := range bases.Items() {
		if ok, err := abstractSubclass(t, b, cls); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// IsSubclassOf is issubclass(v, cls).
func IsSubclassOf(t *Thread, v, cls Value) (bool, error) {
	if Is(cls, &TypeType) {
		if v == cls {
			return true, nil
		}
		return subclassCheck(t, v, cls)
	}
	if Is(cls, &UnionType) {
		cls = ToValue(As[Union](cls).Args)
	}
	if err := t.EnterNative(" in __subclasscheck__"); err != nil {
		return false, err
	}
	defer t.LeaveNative()
	if tuple, ok := TupleOf(cls); ok {
		for _, c := range tuple.Items() {
			if ok, err := IsSubclassOf(t, v, c); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	}
	r, found, err := CallSpecial(t, cls, strSubclasscheck, v)
	if err != nil {
		return false, err
	}
	if found {
		return Truth(t, r)
	}
	return subclassCheck(t, v, cls)
}

func subclassCheck(t *Thread, v, cls Value) (bool, error) {
	ct, ok := TypeFrom(cls)
	vt, ok2 := TypeFrom(v)
	if ok && ok2 {
		return vt.IsSubtype(ct), nil
	}
	if err := checkClass(t, v, "issubclass() arg 1 must be a class"); err != nil {
		return false, err
	}
	if !ok {
		if err := checkClass(t, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"); err != nil {
			return false, err
		}
	}
	return abstractSubclass(t, v, cls)
}

// The values of type.__flags__ that Python code looks at.
var flagBits = []struct {
	flag TypeFlags
	bit  int64
}{
	{FlagSequence, 1 << 5}, {FlagMapping, 1 << 6}, {FlagNoInstantiate, 1 << 7}, {FlagImmutable, 1 << 8}, {FlagHeap, 1 << 9},
	{FlagBase, 1 << 10}, {FlagReady, 1 << 12}, {FlagMethodDescr, 1 << 17}, {FlagAbstract, 1 << 20}, {FlagMatchSelf, 1 << 22},
	{FlagIntSub, 1 << 24}, {FlagListSub, 1 << 25}, {FlagTupleSub, 1 << 26}, {FlagBytesSub, 1 << 27}, {FlagStrSub, 1 << 28},
	{FlagDictSub, 1 << 29}, {FlagExceptionSub, 1 << 30}, {FlagTypeSub, 1 << 31},
}

// showsHeap reports whether __flags__ says that a program made the type. CPython says so of the types of most modules, and
// copyreg goes by it.
func (typ *Type) showsHeap() bool {
	if typ.Flags&FlagHeap != 0 {
		return true
	}
	switch typ.Module {
	case "", "builtins", "types", "sys", "datetime", "_contextvars", "weakref":
		return false
	case "collections":
		return typ.Name != "OrderedDict"
	case "typing":
		return typ.Name != "TypeAliasType"
	}
	return true
}

// layoutFlags are the bits of __flags__ that say what CPython puts before an object: values inline, weak references, the dictionary, and
// the head that its collector needs.
func (typ *Type) layoutFlags() int64 {
	var n int64
	if typ.Flags&FlagHeap != 0 {
		if typ.HasDict && !typ.solid.HasDict {
			n |= 1 << 4
			if typ.solid == &ObjectType && typ.nslots == 0 {
				n |= 1 << 2
			}
		}
		if typ.Flags&FlagWeakrefs != 0 && typ.solid.Flags&FlagWeakrefs == 0 {
			n |= 1 << 3
		}
	}
	if HiddenSize(typ) > 0 {
		n |= 1 << 14
	}
	return n
}

// typeSetter checks a settable attribute of a class.
func typeSetter(name string, set func(t *Thread, typ *Type, v Value) error) func(t *Thread, self, v Value) error {
	return func(t *Thread, self, v Value) error {
		typ := As[Type](self)
		if typ.Flags&FlagImmutable != 0 {
			return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", name, typ.Name)
		}
		if v.IsZero() {
			return TypeErrorf("cannot delete '%s' attribute of immutable type '%s'", name, typ.Name)
		}
		return set(t, typ, v)
	}
}

func typeAnnotations(t *Thread, self Value) (Value, error) {
	typ := As[Type](self)
	if typ.Flags&FlagHeap == 0 {
		return Value{}, AttributeError(self, strAnnotations)
	}
	v := typ.dict.GetStr(strAnnotations)
	if v.IsZero() {
		v = ToValue(NewDict())
		typ.dict.SetStr(strAnnotations, v)
		typ.modified()
		return v, nil
	}
	if get := TypeOf(v).DescrGet; get != nil {
		return get(t, v, Value{}, typ)
	}
	return v, nil
}

func initType() {
	typ := &TypeType
	typ.Name = "type"
	typ.typ = typ
	typ.Doc = "type(object) -> class of the object\ntype(name, bases, dict, **kwds) -> new class"
	typ.Flags = FlagBase | FlagTypeSub | FlagWeakrefs
	layout[Type](typ)
	typ.Alloc = func(typ *Type) Value { return ToValue(&Type{Head: Head{typ}}) }
	typ.New = typeNew
	typ.Init = typeInit
	typ.Call = typeCall
	typ.Repr = typeRepr
	typ.GetAttr = typeGetAttr
	typ.SetAttr = typeSetAttr
	typ.Number.Binary[OpOr] = UnionOr
	typ.Traverse = func(v Value, visit func(Value)) {
		typ := As[Type](v)
		if typ.dict != nil {
			visit(ToValue(typ.dict))
		}
		if typ.Bases != nil {
			visit(ToValue(typ.Bases))
		}
		for _, b := range typ.MRO {
			visit(ToValue(b))
		}
		visitOpt(visit, typ.abstract)
	}
	typ.GetSets = typeGetSets
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "mro", Doc: "Work out in which order attributes are looked up in the base classes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				mro, err := mergeMRO(As[Type](self), As[Type](self).Bases.Items())
				if err != nil {
					return Value{}, err
				}
				l := MakeList(len(mro))
				for _, b := range mro {
					l.Append(ToValue(b))
				}
				return ToValue(l), nil
			}},
			{Name: "__subclasses__", Doc: "List the classes that name this one as a base, as far as they live.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				l := MakeList(0)
				As[Type](self).Subclasses(func(s *Type) { l.Append(ToValue(s)) })
				return ToValue(l), nil
			}},
			{Name: "__prepare__", Kind: ClassFunc, Sig: "name, bases, /, **kwds", NoSig: true, Doc: "Return the mapping in which the body of a class statement runs",
				Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) { return ToValue(NewDict()), nil }},
			{Name: "__instancecheck__", Sig: "instance, /", Doc: "What isinstance() asks.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				ok, err := instanceCheck(t, args[0], self)
				return Bool(ok), err
			}},
			{Name: "__subclasscheck__", Sig: "subclass, /", Doc: "What issubclass() asks.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				ok, err := subclassCheck(t, args[0], self)
				return Bool(ok), err
			}},
			{Name: "__dir__", Doc: "The attributes of a class and of its bases.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				d := NewDict()
				if err := mergeClassDict(t, d, self); err != nil {
					return Value{}, err
				}
				return keysList(d), nil
			}},
			{Name: "__sizeof__", Doc: "How many bytes of memory the type takes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return Int(TypeType.basicSize()), nil
			}},
		}
	}
}

func typeGetSets() []GetSetDef {
	get := func(f func(typ *Type) Value) func(t *Thread, v Value) (Value, error) {
		return func(t *Thread, v Value) (Value, error) {
			typ := As[Type](v)
			typ.ready()
			return f(typ), nil
		}
	}
	return []GetSetDef{
		{Name: "__name__", Get: get(func(typ *Type) Value { return StrValue(typ.Name) }),
			Set: typeSetter("__name__", func(t *Thread, typ *Type, v Value) error {
				s, ok := StrOf(v)
				if !ok {
					return TypeErrorf("can only assign string to %s.__name__, not '%s'", typ.Name, TypeOf(v))
				}
				if err := checkTypeName(t, s); err != nil {
					return err
				}
				if typ.Qual == "" {
					typ.Qual = typ.Name
				}
				typ.Name = s.String()
				typ.modified()
				return nil
			})},
		{Name: "__qualname__", Get: get(func(typ *Type) Value { return StrValue(typ.QualName()) }),
			Set: typeSetter("__qualname__", func(t *Thread, typ *Type, v Value) error {
				s, ok := StrOf(v)
				if !ok {
					return TypeErrorf("can only assign string to %s.__qualname__, not '%s'", typ.Name, TypeOf(v))
				}
				typ.Qual = s.String()
				return nil
			})},
		{Name: "__bases__", Get: get(func(typ *Type) Value { return ToValue(typ.Bases) }),
			Set: typeSetter("__bases__", func(t *Thread, typ *Type, v Value) error { return typ.setBases(t, v) })},
		{Name: "__base__", Member: true, Get: get(func(typ *Type) Value {
			if typ.Base == nil {
				return None
			}
			return ToValue(typ.Base)
		})},
		{Name: "__mro__", Get: get(mroTuple)},
		{Name: "__module__", Get: func(t *Thread, v Value) (Value, error) {
			m := As[Type](v).moduleName()
			if m.IsZero() {
				return Value{}, AttributeError(v, strModule)
			}
			return m, nil
		}, Set: typeSetter("__module__", func(t *Thread, typ *Type, v Value) error {
			typ.dict.SetStr(strModule, v)
			typ.dict.DeleteStr(strFirstlineno)
			typ.modified()
			return nil
		})},
		{Name: "__dict__", Get: get(func(typ *Type) Value { return NewMappingProxy(ToValue(typ.dict)) })},
		{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) {
			typ := As[Type](v)
			typ.ready()
			doc := typ.dict.GetStr(strDoc)
			if doc.IsZero() {
				return None, nil
			}
			if get := TypeOf(doc).DescrGet; get != nil {
				return get(t, doc, Value{}, typ)
			}
			return doc, nil
		}, Set: typeSetter("__doc__", func(t *Thread, typ *Type, v Value) error {
			typ.dict.SetStr(strDoc, v)
			typ.modified()
			return nil
		})},
		{Name: "__text_signature__", Get: get(func(typ *Type) Value {
			if typ.TextSig == "" || typ.Flags&FlagHeap != 0 {
				return None
			}
			return StrValue(typ.TextSig)
		})},
		{Name: "__annotations__", Get: typeAnnotations, Set: func(t *Thread, self, v Value) error {
			typ := As[Type](self)
			if typ.Flags&FlagImmutable != 0 {
				return TypeErrorf("cannot set '__annotations__' attribute of immutable type '%s'", typ.Name)
			}
			if v.IsZero() {
				if !typ.dict.DeleteStr(strAnnotations) {
					return Errorf(&AttributeErrorType, "__annotations__")
				}
			} else {
				typ.dict.SetStr(strAnnotations, v)
			}
			typ.modified()
			return nil
		}},
		{Name: "__type_params__", Get: get(func(typ *Type) Value {
			if v := typ.dict.GetStr(strTypeParams); !v.IsZero() && typ.Flags&FlagHeap != 0 {
				return v
			}
			return ToValue(NewTuple())
		}), Set: typeSetter("__type_params__", func(t *Thread, typ *Type, v Value) error {
			typ.dict.SetStr(strTypeParams, v)
			typ.modified()
			return nil
		})},
		{Name: "__abstractmethods__", Get: func(t *Thread, v Value) (Value, error) {
			if a := As[Type](v).abstract; !a.IsZero() && As[Type](v) != &TypeType {
				return a, nil
			}
			return Value{}, AttributeError(v, strAbstractmethods)
		}, Set: func(t *Thread, self, v Value) error {
			typ := As[Type](self)
			if v.IsZero() {
				if typ.abstract.IsZero() {
					return AttributeError(self, strAbstractmethods)
				}
				typ.abstract = Value{}
				typ.dict.DeleteStr(strAbstractmethods)
				typ.Flags &^= FlagAbstract
				typ.modified()
				return nil
			}
			abstract, err := Truth(t, v)
			if err != nil {
				return err
			}
			typ.abstract = v
			typ.dict.SetStr(strAbstractmethods, v)
			typ.modified()
			typ.Flags &^= FlagAbstract
			if abstract {
				typ.Flags |= FlagAbstract
			}
			return nil
		}},
		{Name: "__basicsize__", Member: true, Get: get(func(typ *Type) Value { return Int(typ.basicSize()) })},
		{Name: "__itemsize__", Member: true, Get: get(func(typ *Type) Value {
			return Int(typ.itemSize())
		})},
		{Name: "__dictoffset__", Member: true, Get: get(func(typ *Type) Value {
			if typ.HasDict {
				return Int(int64(typ.AttrsOffset))
			}
			return Int(0)
		})},
		{Name: "__weakrefoffset__", Member: true, Get: get(func(typ *Type) Value {
			if typ.Flags&FlagWeakrefs != 0 {
				return Int(int64(typ.solid.size))
			}
			return Int(0)
		})},
		{Name: "__flags__", Member: true, Get: get(func(typ *Type) Value {
			var n int64
			for _, f := range flagBits {
				if typ.Flags&f.flag != 0 || f.flag == FlagHeap && typ.showsHeap() {
					n |= f.bit
				}
			}
			return Int(n | typ.layoutFlags())
		})},
	}
}
