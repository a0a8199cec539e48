package objects

import (
	"unsafe"
)

// module.

// NewModule makes a module with the attributes that every module has.
func NewModule(name string) *Module {
	m := As[Module](ModuleType.Alloc(&ModuleType))
	d := m.Dict()
	d.SetStr(strName, ToValue(Intern(name)))
	for _, n := range [...]*Str{strDoc, strPackage, strLoader, strSpec} {
		d.SetStr(n, None)
	}
	return m
}

// Dict returns the namespace of a module.
func (m *Module) Dict() *Dict { return (*Dict)(m.ext) }

// ModuleDict returns the namespace of a module (or of an instance of a class derived from it), nil where v is none.
func ModuleDict(v Value) *Dict {
	if !v.IsObject() || !IsInstance(v, &ModuleType) {
		return nil
	}
	return As[Module](v).Dict()
}

// AddFunctions puts declared functions into the namespace of a native module.
func (m *Module) AddFunctions(defs []FuncDef) {
	d := m.Dict()
	name := d.GetStr(strName)
	for i := range defs {
		def := &defs[i]
		d.SetStr(Intern(def.Name), ToValue(&Builtin{Head: Head{&BuiltinType}, Def: def, Self: ToValue(m), Module: name}))
	}
}

func moduleAlloc(typ *Type) Value {
	v := allocWhole[Module](typ)
	m := As[Module](v)
	m.shape = dictShape
	m.ext = unsafe.Pointer(NewDict())
	return v
}

// attrOf reads an attribute of a module's spec without raising.
func specAttr(t *Thread, spec Value, name string) Value {
	if spec.IsZero() || spec == None {
		return Value{}
	}
	v, err := FindAttr(t, spec, Intern(name))
	if err != nil {
		return Value{}
	}
	return v
}

func moduleGetAttr(t *Thread, self Value, name *Str) (Value, error) {
	v, err := GenericGetAttr(t, self, name)
	if err != nil || !v.IsZero() {
		return v, err
	}
	d := As[Module](self).Dict()
	if fn := d.GetStr(strGetattr); !fn.IsZero() {
		return Call1(t, fn, ToValue(name))
	}
	return Value{}, nil
}

// moduleAttributeError is the error of a missing attribute of a module: it says what may be wrong with an import.
func moduleAttributeError(obj Value, name *Str) error {
	d := As[Module](obj).Dict()
	mod, ok := StrOf(d.GetStr(strName))
	if !ok {
		return withObjName(Errorf(&AttributeErrorType, "module has no attribute '%s'", name), obj, name)
	}
	spec := d.GetStr(strSpec)
	if !spec.IsZero() && spec != None {
		if a := AttrsOf(spec); a != nil && a.shape != nil {
			origin := ""
			if s, ok := StrOf(a.get(Intern("origin"))); ok && !a.get(Intern("_set_fileattr")).IsZero() {
				if b := a.get(Intern("_set_fileattr")); b == True {
					origin = s.String()
				}
			}
			shadow := H.Shadows != nil && origin != "" && H.Shadows(mod.String(), origin)
			if shadow {
				return withObjName(Errorf(&AttributeErrorType, "module '%s' has no attribute '%s' (consider renaming '%s' since it has the same name as the standard library module named '%s' and the import system gives it precedence)",
					mod, name, origin, mod), obj, name)
			}
			if a.get(Intern("_initializing")) == True {
				if origin != "" {
					return withObjName(Errorf(&AttributeErrorType, "partially initialized module '%s' from '%s' has no attribute '%s' (most likely due to a circular import)",
						mod, origin, name), obj, name)
				}
				return withObjName(Errorf(&AttributeErrorType, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)",
					mod, name), obj, name)
			}
			if subs := a.get(Intern("_uninitialized_submodules")); !subs.IsZero() {
				if l, ok := ListOf(subs); ok {
					for _, s := range l.Items() {
						if n, ok := StrOf(s); ok && n.Equal(name) {
							return withObjName(Errorf(&AttributeErrorType, "cannot access submodule '%s' of module '%s' (most likely due to a circular import)",
								name, mod), obj, name)
						}
					}
				}
			}
		}
	}
	return withObjName(Errorf(&AttributeErrorType, "module '%s' has no attribute '%s'", mod, name), obj, name)
}

// moduleRepr shows a module by its spec, as importlib does.
func moduleRepr(t *Thread, self Value) (Value, error) {
	d := As[Module](self).Dict()
	spec := d.GetStr(strSpec)
	name := d.GetStr(strName)
	if !spec.IsZero() && spec != None {
		if n := specAttr(t, spec, "name"); !n.IsZero() {
			name = n
		}
	}
	text := "'?'"
	if !name.IsZero() {
		var err error
		if text, err = ReprString(t, name); err != nil {
			return Value{}, err
		}
	}
	if !spec.IsZero() && spec != None {
		origin, loader := specAttr(t, spec, "origin"), specAttr(t, spec, "loader")
		if origin.IsZero() || origin == None {
			if loader.IsZero() || loader == None {
				return StrValue("<module " + text + ">"), nil
			}
			if typ := TypeOf(loader); typ.Name == "NamespaceLoader" && typ.reprName() == "_frozen_importlib_external.NamespaceLoader" {
				path, err := GetAttr(t, loader, Intern("_path"))
				if err != nil {
					return Value{}, err
				}
				list, err := ToList(t, path)
				if err != nil {
					return Value{}, err
				}
				r, err := ReprString(t, ToValue(list))
				return StrValue("<module " + text + " (namespace) from " + r + ">"), err
			}
			r, err := ReprString(t, loader)
			return StrValue("<module " + text + " (" + r + ")>"), err
		}
		o, err := StrString(t, origin)
		if err != nil {
			return Value{}, err
		}
		if specAttr(t, spec, "has_location") == True {
			q, err := ReprString(t, origin)
			return StrValue("<module " + text + " from " + q + ">"), err
		}
		return StrValue("<module " + text + " (" + o + ")>"), nil
	}
	if f := d.GetStr(strFile); !f.IsZero() {
		q, err := ReprString(t, f)
		return StrValue("<module " + text + " from " + q + ">"), err
	}
	if l := d.GetStr(strLoader); !l.IsZero() && l != None {
		q, err := ReprString(t, l)
		return StrValue("<module " + text + " (" + q + ")>"), err
	}
	return StrValue("<module " + text + ">"), nil
}

func initModule() {
	typ := &ModuleType
	typ.Name = "module"
	typ.Doc = "Make an empty module with the given name.\n\nThe doc argument, a string or anything else, becomes its __doc__."
	typ.TextSig = "(name, doc=None)"
	typ.Flags = FlagBase | FlagWeakrefs
	layoutAttrs[Module](typ, unsafe.Offsetof(Module{}.Attrs), true)
	typ.Alloc = moduleAlloc
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = InitBound("module", "name, doc=None", func(t *Thread, self Value, args []Value) error {
		s, ok := StrOf(args[0])
		if !ok {
			return TypeErrorf("module() argument 'name' must be str, not %s", argTypeName(args[0]))
		}
		d := As[Module](self).Dict()
		d.SetStr(strName, ToValue(s))
		d.SetStr(strDoc, orNone(args[1]))
		for _, n := range [...]*Str{strPackage, strLoader, strSpec} {
			d.SetStr(n, None)
		}
		return nil
	})
	typ.GetAttr = moduleGetAttr
	typ.Repr = moduleRepr
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "__dict__", Member: true, Get: dictGetSet.Get},
			{Name: "__annotations__", Get: func(t *Thread, v Value) (Value, error) {
				d := As[Module](v).Dict()
				a := d.GetStr(strAnnotations)
				if a.IsZero() {
					a = ToValue(NewDict())
					d.SetStr(strAnnotations, a)
				}
				return a, nil
			}, Set: func(t *Thread, self, v Value) error {
				d := As[Module](self).Dict()
				if v.IsZero() {
					if !d.DeleteStr(strAnnotations) {
						return AttributeError(self, strAnnotations)
					}
					return nil
				}
				d.SetStr(strAnnotations, v)
				return nil
			}},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__dir__", Sig: "", NoSig: true, Doc: "__dir__() -> list\nThe names of the module's attributes, or what its function __dir__ gives.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			v, err := GetAttr(t, self, strDict)
			if err != nil {
				return Value{}, err
			}
			d, ok := DictOf(v)
			if !ok {
				return Value{}, TypeErrorf("<module>.__dict__ is not a dictionary")
			}
			if fn := d.GetStr(strDir); !fn.IsZero() {
				return Call0(t, fn)
			}
			return keysList(d), nil
		}}}
	}
}

// Namespace is types.SimpleNamespace.
type Namespace struct {
	Head
	Attrs
}

// NewNamespace makes a SimpleNamespace without attributes.
func NewNamespace() Value { return allocWhole[Namespace](&NamespaceType) }

func namespaceRepr(t *Thread, self Value) (Value, error) {
	name := "namespace"
	if TypeOf(self) != &NamespaceType {
		name = TypeOf(self).Name
	}
	if t.EnterRepr(self) {
		return StrValue(name + "(...)"), nil
	}
	defer t.LeaveRepr(self)
	text := name + "("
	first := true
	var err error
	PeekDict(self, func(k, v Value) {
		s, ok := StrOf(k)
		if err != nil || !ok || s.Len() == 0 {
			return
		}
		var r string
		if r, err = ReprString(t, v); err != nil {
			return
		}
		if !first {
			text += ", "
		}
		first = false
		text += s.String() + "=" + r
	})
	return StrValue(text + ")"), err
}

func initNamespace() {
	typ := &NamespaceType
	typ.Name = "SimpleNamespace"
	typ.Module = "types"
	typ.Doc = "An object that holds the attributes it is given."
	typ.TextSig = "(mapping_or_iterable=(), /, **kwargs)"
	typ.Flags = FlagBase
	layoutAttrs[Namespace](typ, unsafe.Offsetof(Namespace{}.Attrs), true)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		npos := len(args) - kw.Len()
		if npos > 1 {
			return CountError(TypeOf(self).Name, npos, 0, 1, false)
		}
		a := attrsReady(self)
		if npos == 1 {
			d := NewDict()
			if err := DictUpdate(t, d, args[0]); err != nil {
				return err
			}
			for i := 0; ; {
				k, v, next, ok := d.NextEntry(i)
				if !ok {
					break
				}
				i = next
				s, ok := StrOf(k)
				if !ok {
					return TypeErrorf("keywords must be strings")
				}
				a.set(InternStr(s), v)
			}
		}
		for i := range kw.Len() {
			a.set(InternStr(As[Str](kw.Item(i))), args[npos+i])
		}
		return nil
	}
	typ.Repr = namespaceRepr
	typ.Hash = hashNotImplemented
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !IsInstance(a, &NamespaceType) || !IsInstance(b, &NamespaceType) {
			return NotImplemented, nil
		}
		return Compare(t, ToValue(InstanceDict(a)), ToValue(InstanceDict(b)), op)
	}
	typ.GetSets = func() []GetSetDef { return []GetSetDef{{Name: "__dict__", Member: true, Get: dictGetSet.Get}} }
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(NewTuple(ToValue(TypeOf(self)), ToValue(NewTuple()), ToValue(InstanceDict(self)))), nil
			}},
			{Name: "__replace__", Sig: "**changes", NoSig: true, Doc: "Copy the namespace, with the given attributes set anew in the copy.", Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
				if len(args) > kw.Len() {
					return Value{}, TypeErrorf("__replace__() takes no positional arguments")
				}
				v, err := Call0(t, ToValue(TypeOf(self)))
				if err != nil {
					return Value{}, err
				}
				a := attrsReady(v)
				PeekDict(self, func(k, x Value) { a.set(As[Str](k), x) })
				for i := range kw.Len() {
					a.set(InternStr(As[Str](kw.Item(i))), args[i])
				}
				return v, nil
			}},
		}
	}
}

// initSingletons fills the types of None, Ellipsis and NotImplemented.
func initSingletons() {
	one := func(typ *Type, name, repr string, v Value) {
		constructor := name
		if name == "ellipsis" {
			constructor = "EllipsisType"
		}
		typ.Name = name
		typ.size = unsafe.Sizeof(singleton{})
		typ.Alloc = func(*Type) Value { return v }
		typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
			if len(args) > 0 {
				return Value{}, TypeErrorf("%s takes no arguments", constructor)
			}
			return v, nil
		}
		typ.Repr = func(t *Thread, v Value) (Value, error) { return StrValue(repr), nil }
	}
	reduce := func(name string) func() []FuncDef {
		return func() []FuncDef {
			return []FuncDef{{Name: "__reduce__", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return StrValue(name), nil
			}}}
		}
	}
	one(&NoneType, "NoneType", "None", None)
	NoneType.Doc = "What None is an instance of."
	NoneType.Bool = func(t *Thread, v Value) (bool, error) { return false, nil }
	NoneType.Hash = func(t *Thread, v Value) (int64, error) { return 0xFCA86420, nil }
	one(&EllipsisType, "ellipsis", "Ellipsis", Ellipsis)
	EllipsisType.Doc = "What ... is an instance of."
	EllipsisType.Methods = reduce("Ellipsis")
	one(&NotImplementedType, "NotImplementedType", "NotImplemented", NotImplemented)
	NotImplementedType.Doc = "What NotImplemented is an instance of."
	NotImplementedType.Methods = reduce("NotImplemented")
	NotImplementedType.Bool = func(t *Thread, v Value) (bool, error) {
		return true, H.Warn(t, &DeprecationWarningType, "NotImplemented should not be used in a boolean context", 1)
	}
}

// MappingProxy is a read-only view of a mapping (types.MappingProxyType).
type MappingProxy struct {
	Head
	Mapping Value
}

// NewMappingProxy makes a read-only view of a mapping.
func NewMappingProxy(mapping Value) Value {
	return ToValue(&MappingProxy{Head{&MappingProxyType}, mapping})
}

func initMappingProxy() {
	typ := &MappingProxyType
	inner := func(v Value) Value { return As[MappingProxy](v).Mapping }
	typ.Name = "mappingproxy"
	typ.Doc = "A mapping seen through a window: nothing can be changed here."
	typ.TextSig = "(mapping)"
	typ.Flags = FlagMapping
	layout[MappingProxy](typ)
	typ.New = NewBound("mappingproxy", "mapping", func(t *Thread, typ *Type, args []Value) (Value, error) {
		mt := TypeOf(args[0])
		mt.ready()
		_, isList := ListOf(args[0])
		_, isTuple := TupleOf(args[0])
		if mt.GetItem == nil || isList || isTuple || mt.Sequence {
			return Value{}, TypeErrorf("mappingproxy() argument must be a mapping, not %s", mt)
		}
		return NewMappingProxy(args[0]), nil
	})
	typ.Len = func(t *Thread, v Value) (int, error) { return Len(t, inner(v)) }
	typ.GetItem = func(t *Thread, v, key Value) (Value, error) { return GetItem(t, inner(v), key) }
	typ.Contains = func(t *Thread, v, key Value) (bool, error) { return Contains(t, inner(v), key) }
	typ.Iter = func(t *Thread, v Value) (Value, error) { return Iter(t, inner(v)) }
	typ.Str = func(t *Thread, v Value) (Value, error) { return ToStr(t, inner(v)) }
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		r, err := ReprString(t, inner(v))
		return StrValue("mappingproxy(" + r + ")"), err
	}
	typ.Hash = func(t *Thread, v Value) (int64, error) { return Hash(t, inner(v)) }
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &MappingProxyType) {
			return NotImplemented, nil
		}
		return Compare(t, inner(a), b, op)
	}
	typ.Number.Binary[OpOr] = func(t *Thread, a, b Value) (Value, error) {
		if Is(a, &MappingProxyType) {
			a = inner(a)
		}
		if Is(b, &MappingProxyType) {
			b = inner(b)
		}
		return Binary(t, OpOr, a, b)
	}
	typ.Number.Inplace[OpOr] = func(t *Thread, a, b Value) (Value, error) {
		return Value{}, TypeErrorf("'|=' is not supported by %s; use '|' instead", TypeOf(a))
	}
	typ.Traverse = func(v Value, visit func(Value)) { visit(inner(v)) }
	typ.Methods = func() []FuncDef {
		forward := func(name, doc string) FuncDef {
			return FuncDef{Name: name, Doc: doc, NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return CallMethod(t, inner(self), Intern(name))
			}}
		}
		return []FuncDef{
			{Name: "get", Sig: "key, default=None, /", Doc: "Return what the mapping has for key, or default if it has nothing.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return CallMethod(t, inner(self), Intern("get"), args[0], orNone(args[1]))
			}},
			forward("keys", "the mapping's keys, as keys() of it gives them"),
			forward("values", "the mapping's values, as values() of it gives them"),
			forward("items", "the mapping's pairs, as items() of it gives them"),
			forward("copy", "what copy() of the mapping gives"),
			{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
			{Name: "__reversed__", Doc: "iterate over the keys, the last one first", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return CallMethod(t, inner(self), strReversed)
			}},
		}
	}
}

// classGetitem is __class_getitem__ of the built-in generic types.
func classGetitem(t *Thread, self Value, args []Value) (Value, error) {
	return NewGenericAlias(t, self, args[0])
}
