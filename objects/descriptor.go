package objects

import (
	"strings"
	"unsafe"
)

// The descriptors through which built-in types show their functions and fields, and bound methods.

// The types of descriptors.
var (
	SlotWrapperType      Type
	MethodWrapperType    Type
	MethodDescrType      Type
	ClassMethodDescrType Type
	GetSetType           Type
	MemberType           Type
	BuiltinType          Type
	MethodType           Type
)

// Builtin is a built-in function or a built-in method bound to an object (builtin_function_or_method).
type Builtin struct {
	Head
	Attrs  *Dict // unused slot values; built-in functions take no attributes
	Def    *FuncDef
	Self   Value // the object of a bound method, the module of a function; zero for neither
	Module Value // __module__: a str, or zero
	// IsNew marks a __new__: Self is then the type that it belongs to.
	IsNew bool
}

// MethodDescr is a method of a built-in type, unbound (method_descriptor).
type MethodDescr struct {
	Head
	Def   *FuncDef
	Owner *Type
}

// ClassMethodDescr is a class method of a built-in type (classmethod_descriptor).
type ClassMethodDescr struct {
	Head
	Def   *FuncDef
	Owner *Type
}

// GetSet is a computed attribute of a built-in type (getset_descriptor).
type GetSet struct {
	Head
	Def   *GetSetDef
	Owner *Type
}

// Member is an attribute of a built-in type that is a field, or a __slots__ value (member_descriptor).
type Member struct {
	Head
	Def   *MemberDef
	Owner *Type
}

// Method is a function bound to an object (method).
type Method struct {
	Head
	Func, Self Value
}

// NewMethod binds a function to an object.
func NewMethod(fn, self Value) Value { return ToValue(&Method{Head{&MethodType}, fn, self}) }

// NewBuiltin makes a built-in function that belongs to no module.
func NewBuiltin(def *FuncDef, self Value) Value {
	return ToValue(&Builtin{Head: Head{&BuiltinType}, Def: def, Self: self})
}

// newDef declares the __new__ that every built-in type with a New slot has.
var newDef FuncDef

// callNew is __new__ of a built-in type, called as a function: type.__new__(cls, ...).
func callNew(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	owner := As[Type](self)
	if len(args)-kw.Len() < 1 {
		return Value{}, TypeErrorf("%s.__new__(): not enough arguments", owner.TpName())
	}
	cls, ok := TypeFrom(args[0])
	if !ok {
		return Value{}, TypeErrorf("%s.__new__(X): X is not a type object (%s)", owner.TpName(), TypeOf(args[0]))
	}
	if !cls.IsSubtype(owner) {
		return Value{}, TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", owner.TpName(), cls.TpName(), cls.TpName(), owner.TpName())
	}
	// The nearest base whose __new__ is built in decides the layout: object.__new__ must not make a dict.
	base := cls
	for funcEqual(base.New, slotNew) {
		base = base.Base
	}
	if !funcEqual(base.New, owner.New) {
		return Value{}, TypeErrorf("%s.__new__(%s) is not safe, use %s.__new__()", owner.TpName(), cls.TpName(), base.TpName())
	}
	return owner.New(t, cls, args[1:], kw)
}

// descriptor makes what the dictionary of a built-in type holds for a declared function.
func (d *FuncDef) descriptor(typ *Type) Value {
	switch d.Kind {
	case ClassFunc:
		return ToValue(&ClassMethodDescr{Head{&ClassMethodDescrType}, d, typ})
	case StaticFunc:
		b := &Builtin{Head: Head{&BuiltinType}, Def: d, Self: ToValue(typ)}
		return NewStaticMethod(ToValue(b))
	}
	return ToValue(&MethodDescr{Head{&MethodDescrType}, d, typ})
}

// wrongReceiver is the error of a method of one type called for an object of another.
func wrongReceiver(name string, owner *Type, self Value) error {
	return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, owner, TypeOf(self))
}

func methodDescrCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	d := As[MethodDescr](self)
	if len(args)-kw.Len() < 1 {
		return Value{}, TypeErrorf("unbound method %s.%s() needs an argument", d.Owner.Name, d.Def.Name)
	}
	obj := args[0]
	if typ := TypeOf(obj); typ != d.Owner && !typ.IsSubtype(d.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Def.Name, d.Owner, typ)
	}
	return d.Def.call(t, obj, args[1:], kw, func() string { return d.Owner.Name + "." + d.Def.Name + "()" })
}

func methodDescrGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	d := As[MethodDescr](self)
	if obj.IsZero() {
		return self, nil
	}
	if !IsInstance(obj, d.Owner) {
		return Value{}, wrongReceiver(d.Def.Name, d.Owner, obj)
	}
	return NewBuiltin(d.Def, obj), nil
}

func classMethodDescrGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	d := As[ClassMethodDescr](self)
	if owner == nil {
		if obj.IsZero() {
			return Value{}, TypeErrorf("descriptor '%s' for type '%s' needs either an object or a type", d.Def.Name, d.Owner)
		}
		owner = TypeOf(obj)
	}
	if !owner.IsSubtype(d.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' requires a subtype of '%s' but received '%s'", d.Def.Name, d.Owner, owner)
	}
	return NewBuiltin(d.Def, ToValue(owner)), nil
}

func classMethodDescrCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	d := As[ClassMethodDescr](self)
	if len(args)-kw.Len() < 1 {
		return Value{}, TypeErrorf("descriptor '%s' of '%s' object needs an argument", d.Def.Name, d.Owner)
	}
	cls, ok := TypeFrom(args[0])
	if !ok {
		return Value{}, TypeErrorf("descriptor '%s' requires a type but received a '%s' instance", d.Def.Name, TypeOf(args[0]))
	}
	if !cls.IsSubtype(d.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' requires a subtype of '%s' but received '%s'", d.Def.Name, d.Owner, cls)
	}
	return d.Def.call(t, args[0], args[1:], kw, func() string { return d.Owner.Name + "." + d.Def.Name + "()" })
}

func slotWrapperCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	w := As[SlotWrapper](self)
	if len(args)-kw.Len() < 1 {
		return Value{}, TypeErrorf("descriptor '%s' of '%s' object needs an argument", w.def.name, w.Owner)
	}
	if !IsInstance(args[0], w.Owner) {
		return Value{}, TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", w.def.name, w.Owner, TypeOf(args[0]))
	}
	// A class can make slots that call each other (__repr__ = object.__str__), without a Python frame in between.
	if err := t.EnterNative(" while calling a Python object"); err != nil {
		return Value{}, err
	}
	v, err := w.invoke(t, args[0], args[1:], kw)
	t.LeaveNative()
	return v, err
}

// unpacked is what CPython's message about the number of arguments begins with: a space, behind an empty name, where the
// wrapper takes its arguments apart by the general function.
func (w *SlotWrapper) unpacked() string {
	switch w.def.name {
	case "__mul__", "__rmul__", "__imul__":
		// Those of sequences only.
		if w.Owner.Repeat != nil {
			return " "
		}
	case "__setitem__", "__setattr__", "__set__", "__buffer__", "__release_buffer__":
		return " "
	}
	return ""
}

// invoke calls the slot for a checked receiver.
func (w *SlotWrapper) invoke(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	d := w.def
	if kw.Len() > 0 && !d.keywords {
		return Value{}, TypeErrorf("wrapper %s() takes no keyword arguments", d.name)
	}
	if d.nargs >= 0 && len(args) != d.nargs {
		return Value{}, TypeErrorf("%sexpected %d argument%s, got %d", w.unpacked(), d.nargs, plural(d.nargs), len(args))
	}
	return d.call(t, &w.Owner.Slots, self, args, kw)
}

func slotWrapperGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	w := As[SlotWrapper](self)
	if obj.IsZero() {
		return self, nil
	}
	if !IsInstance(obj, w.Owner) {
		return Value{}, wrongReceiver(w.def.name, w.Owner, obj)
	}
	return ToValue(&MethodWrapper{Head{&MethodWrapperType}, w, obj}), nil
}

func getsetGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	d := As[GetSet](self)
	if obj.IsZero() {
		return self, nil
	}
	if !IsInstance(obj, d.Owner) {
		return Value{}, wrongReceiver(d.Def.Name, d.Owner, obj)
	}
	if d.Def.Get == nil {
		return Value{}, Errorf(&AttributeErrorType, "attribute '%s' of '%s' objects is not readable", d.Def.Name, d.Owner)
	}
	return d.Def.Get(t, obj)
}

func getsetSet(t *Thread, self, obj, v Value) error {
	d := As[GetSet](self)
	if !IsInstance(obj, d.Owner) {
		return wrongReceiver(d.Def.Name, d.Owner, obj)
	}
	if d.Def.Set == nil {
		return Errorf(&AttributeErrorType, "attribute '%s' of '%s' objects is not writable", d.Def.Name, d.Owner)
	}
	return d.Def.Set(t, obj, v)
}

// field returns the address of the value that a member describes.
func (d *Member) field(obj Value) *Value {
	if d.Def.Slot > 0 {
		return attrsReady(obj).slotAt(d.Def.Slot - 1)
	}
	return (*Value)(unsafe.Add(obj.word, d.Def.Offset))
}

func memberGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	d := As[Member](self)
	if obj.IsZero() {
		return self, nil
	}
	if !IsInstance(obj, d.Owner) {
		return Value{}, wrongReceiver(d.Def.Name, d.Owner, obj)
	}
	var v Value
	if d.Def.computed != nil {
		return d.Def.computed.Get(t, obj)
	}
	if d.Def.Get != nil {
		v = d.Def.Get(obj)
	} else {
		v = *d.field(obj)
	}
	if v.IsZero() {
		if d.Def.Optional {
			return None, nil
		}
		return Value{}, withObjName(Errorf(&AttributeErrorType, "'%s' object has no attribute '%s'", strings.TrimPrefix(TypeOf(obj).FullName(), "__main__."), d.Def.Name),
			obj, Intern(d.Def.Name))
	}
	return v, nil
}

func memberSet(t *Thread, self, obj, v Value) error {
	d := As[Member](self)
	if !IsInstance(obj, d.Owner) {
		return wrongReceiver(d.Def.Name, d.Owner, obj)
	}
	if d.Def.ReadOnly {
		return Errorf(&AttributeErrorType, "readonly attribute")
	}
	if d.Def.computed != nil {
		return d.Def.computed.Set(t, obj, v)
	}
	if d.Def.Set != nil {
		d.Def.Set(obj, v)
		return nil
	}
	p := d.field(obj)
	if v.IsZero() && p.IsZero() && !d.Def.Optional {
		return Errorf(&AttributeErrorType, "%s", d.Def.Name)
	}
	*p = v
	return nil
}

func builtinCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	b := As[Builtin](self)
	d := b.Def
	if kw == nil && d.Direct(len(args)) {
		// The common case without the closure for the full name.
		return d.Fn(t, b.Self, args)
	}
	return d.call(t, b.Self, args, kw, b.fullName)
}

// fullName is the name that CPython shows where a function without keywords got some: the qualified name of a method.
func (b *Builtin) fullName() string {
	name := b.Def.Name + "()"
	if b.Def.Varargs {
		return name
	}
	if b.Self.IsZero() || Is(b.Self, &ModuleType) {
		if m, ok := StrOf(b.Module); ok && m.String() != "builtins" {
			return m.String() + "." + name
		}
		return name
	}
	if typ, ok := TypeFrom(b.Self); ok {
		return typ.QualName() + "." + name
	}
	return TypeOf(b.Self).QualName() + "." + name
}

func (b *Builtin) qualName() string {
	if b.Self.IsZero() || Is(b.Self, &ModuleType) {
		return b.Def.Name
	}
	typ, ok := TypeFrom(b.Self)
	if !ok {
		typ = TypeOf(b.Self)
	}
	return typ.QualName() + "." + b.Def.Name
}

func methodCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	m := As[Method](self)
	return CallWith(t, m.Func, m.Self, args, kw)
}

// reduceGetattr is __reduce__ of what can be found again as an attribute of an object.
func reduceGetattr(t *Thread, obj Value, name string) (Value, error) {
	fn, err := BuiltinNamed(t, "getattr")
	if err != nil {
		return Value{}, err
	}
	return ToValue(NewTuple(fn, ToValue(NewTuple(obj, StrValue(name))))), nil
}

// compareIdentity compares with == and != by a function that tells whether two objects of one type are equal.
func compareSame(a, b Value, op CompareOp, same bool) (Value, error) {
	switch op {
	case OpEq:
		return Bool(same), nil
	case OpNe:
		return Bool(!same), nil
	}
	return NotImplemented, nil
}

// descrGetSets are the attributes that all descriptors of built-in types share; bound is for method-wrapper.
func descrGetSets(bound bool, name func(Value) string, owner func(Value) *Type, doc func(Value) (string, bool), sig func(Value) Value) []GetSetDef {
	sets := []GetSetDef{
		{Name: "__doc__", Get: func(t *Thread, self Value) (Value, error) {
			if s, ok := doc(self); ok {
				return StrValue(s), nil
			}
			return None, nil
		}},
		{Name: "__name__", Member: !bound, Get: func(t *Thread, self Value) (Value, error) { return StrValue(name(self)), nil }},
		{Name: "__qualname__", Get: func(t *Thread, self Value) (Value, error) {
			return StrValue(owner(self).QualName() + "." + name(self)), nil
		}},
		{Name: "__objclass__", Member: !bound, Get: func(t *Thread, self Value) (Value, error) { return ToValue(owner(self)), nil }},
	}
	if sig != nil {
		sets = append(sets, GetSetDef{Name: "__text_signature__", Get: func(t *Thread, self Value) (Value, error) { return sig(self), nil }})
	}
	return sets
}

// reduceMethods is __reduce__ of a descriptor: getattr(owner, name).
func reduceMethods(name func(Value) string, owner func(Value) *Type) func() []FuncDef {
	return func() []FuncDef {
		return []FuncDef{{Name: "__reduce__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return reduceGetattr(t, ToValue(owner(self)), name(self))
		}}}
	}
}

func optionalDoc(s string) (string, bool) { return s, s != "" }

func initDescriptors() {
	newDef = FuncDef{Name: "__new__", Sig: "*args, **kwargs",
		Doc: "Make an instance; help(type) tells with which arguments.", Raw: callNew}

	wrapName := func(v Value) string { return As[SlotWrapper](v).def.name }
	wrapOwner := func(v Value) *Type { return As[SlotWrapper](v).Owner }
	SlotWrapperType.Name = "wrapper_descriptor"
	SlotWrapperType.Flags = FlagMethodDescr | FlagNoInstantiate
	SlotWrapperType.Call = slotWrapperCall
	SlotWrapperType.DescrGet = slotWrapperGet
	SlotWrapperType.Repr = func(t *Thread, v Value) (Value, error) {
		return StrValue("<slot wrapper '" + wrapName(v) + "' of '" + wrapOwner(v).TpName() + "' objects>"), nil
	}
	SlotWrapperType.GetSets = func() []GetSetDef {
		return descrGetSets(false, wrapName, wrapOwner, func(v Value) (string, bool) { return optionalDoc(As[SlotWrapper](v).def.doc) },
			func(v Value) Value { d := As[SlotWrapper](v).def; return (&FuncDef{Sig: d.sig}).TextSignature("$self") })
	}
	SlotWrapperType.Methods = reduceMethods(wrapName, wrapOwner)

	MethodWrapperType.Name = "method-wrapper"
	MethodWrapperType.Flags = FlagNoInstantiate
	MethodWrapperType.Call = func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		m := As[MethodWrapper](self)
		return m.Wrapper.invoke(t, m.Self, args, kw)
	}
	MethodWrapperType.Repr = func(t *Thread, v Value) (Value, error) {
		m := As[MethodWrapper](v)
		return StrValue("<method-wrapper '" + m.Wrapper.def.name + "' of " + TypeOf(m.Self).TpName() + " object at " + Address(m.Self) + ">"), nil
	}
	MethodWrapperType.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &MethodWrapperType) || !Is(b, &MethodWrapperType) {
			return NotImplemented, nil
		}
		x, y := As[MethodWrapper](a), As[MethodWrapper](b)
		return compareSame(a, b, op, x.Wrapper == y.Wrapper && x.Self == y.Self)
	}
	MethodWrapperType.Hash = func(t *Thread, v Value) (int64, error) {
		m := As[MethodWrapper](v)
		return fixHash(identityHash(m.Self) ^ identityHash(ToValue(m.Wrapper))), nil
	}
	MethodWrapperType.Traverse = func(v Value, visit func(Value)) {
		visit(As[MethodWrapper](v).Self)
		visit(ToValue(As[MethodWrapper](v).Wrapper))
	}
	MethodWrapperType.GetSets = func() []GetSetDef {
		return append(descrGetSets(true, func(v Value) string { return As[MethodWrapper](v).Wrapper.def.name },
			func(v Value) *Type { return As[MethodWrapper](v).Wrapper.Owner },
			func(v Value) (string, bool) { return optionalDoc(As[MethodWrapper](v).Wrapper.def.doc) },
			func(v Value) Value {
				return (&FuncDef{Sig: As[MethodWrapper](v).Wrapper.def.sig}).TextSignature("$self")
			}), GetSetDef{Name: "__self__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[MethodWrapper](v).Self, nil }})
	}
	MethodWrapperType.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__reduce__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return reduceGetattr(t, As[MethodWrapper](self).Self, As[MethodWrapper](self).Wrapper.def.name)
		}}}
	}

	descrName := func(v Value) string { return As[MethodDescr](v).Def.Name }
	descrOwner := func(v Value) *Type { return As[MethodDescr](v).Owner }
	descrDoc := func(v Value) (string, bool) { return optionalDoc(As[MethodDescr](v).Def.Doc) }
	MethodDescrType.Name = "method_descriptor"
	MethodDescrType.Flags = FlagMethodDescr | FlagNoInstantiate
	MethodDescrType.Call = methodDescrCall
	MethodDescrType.DescrGet = methodDescrGet
	MethodDescrType.Repr = func(t *Thread, v Value) (Value, error) {
		return StrValue("<method '" + descrName(v) + "' of '" + descrOwner(v).TpName() + "' objects>"), nil
	}
	MethodDescrType.GetSets = func() []GetSetDef {
		return descrGetSets(false, descrName, descrOwner, descrDoc, func(v Value) Value { return As[MethodDescr](v).Def.TextSignature("$self") })
	}
	MethodDescrType.Methods = reduceMethods(descrName, descrOwner)

	ClassMethodDescrType.Name = "classmethod_descriptor"
	ClassMethodDescrType.Flags = FlagNoInstantiate
	ClassMethodDescrType.Call = classMethodDescrCall
	ClassMethodDescrType.DescrGet = classMethodDescrGet
	ClassMethodDescrType.Repr = MethodDescrType.Repr
	ClassMethodDescrType.GetSets = func() []GetSetDef {
		return descrGetSets(false, descrName, descrOwner, descrDoc, func(v Value) Value { return As[MethodDescr](v).Def.TextSignature("$type") })
	}

	GetSetType.Name = "getset_descriptor"
	GetSetType.Flags = FlagNoInstantiate
	GetSetType.DescrGet = getsetGet
	GetSetType.DescrSet = getsetSet
	getsetName := func(v Value) string { return As[GetSet](v).Def.Name }
	getsetOwner := func(v Value) *Type { return As[GetSet](v).Owner }
	GetSetType.Repr = func(t *Thread, v Value) (Value, error) {
		return StrValue("<attribute '" + getsetName(v) + "' of '" + getsetOwner(v).TpName() + "' objects>"), nil
	}
	GetSetType.GetSets = func() []GetSetDef {
		return descrGetSets(false, getsetName, getsetOwner, func(v Value) (string, bool) { return optionalDoc(As[GetSet](v).Def.Doc) }, nil)
	}

	MemberType.Name = "member_descriptor"
	MemberType.Flags = FlagNoInstantiate
	MemberType.DescrGet = memberGet
	MemberType.DescrSet = memberSet
	memberName := func(v Value) string { return As[Member](v).Def.Name }
	memberOwner := func(v Value) *Type { return As[Member](v).Owner }
	MemberType.Repr = func(t *Thread, v Value) (Value, error) {
		return StrValue("<member '" + memberName(v) + "' of '" + memberOwner(v).TpName() + "' objects>"), nil
	}
	MemberType.GetSets = func() []GetSetDef {
		return descrGetSets(false, memberName, memberOwner, func(v Value) (string, bool) { return optionalDoc(As[Member](v).Def.Doc) }, nil)
	}
	MemberType.Methods = reduceMethods(memberName, memberOwner)
}

func initBuiltin() {
	typ := &BuiltinType
	typ.Name = "builtin_function_or_method"
	typ.Flags = FlagWeakrefs | FlagNoInstantiate
	typ.Call = builtinCall
	typ.Traverse = func(v Value, visit func(Value)) {
		b := As[Builtin](v)
		visitOpt(visit, b.Self)
		visitOpt(visit, b.Module)
	}
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		b := As[Builtin](v)
		if b.Self.IsZero() || Is(b.Self, &ModuleType) {
			return StrValue("<built-in function " + b.Def.Name + ">"), nil
		}
		return StrValue("<built-in method " + b.Def.Name + " of " + TypeOf(b.Self).TpName() + " object at " + Address(b.Self) + ">"), nil
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &BuiltinType) || !Is(b, &BuiltinType) {
			return NotImplemented, nil
		}
		x, y := As[Builtin](a), As[Builtin](b)
		return compareSame(a, b, op, x.Def == y.Def && x.Self == y.Self)
	}
	typ.Hash = func(t *Thread, v Value) (int64, error) {
		b := As[Builtin](v)
		h := pointerHash(unsafe.Pointer(b.Def))
		if !b.Self.IsZero() {
			h ^= identityHash(b.Self)
		}
		return fixHash(h), nil
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) {
				if d := As[Builtin](v).Def.Doc; d != "" {
					return StrValue(d), nil
				}
				return None, nil
			}},
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) { return StrValue(As[Builtin](v).Def.Name), nil }},
			{Name: "__qualname__", Get: func(t *Thread, v Value) (Value, error) { return StrValue(As[Builtin](v).qualName()), nil }},
			{Name: "__self__", Get: func(t *Thread, v Value) (Value, error) { return orNone(As[Builtin](v).Self), nil }},
			{Name: "__module__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return orNone(As[Builtin](v).Module), nil },
				Set: func(t *Thread, v, m Value) error { As[Builtin](v).Module = m; return nil }},
			{Name: "__text_signature__", Get: func(t *Thread, v Value) (Value, error) {
				b := As[Builtin](v)
				if b.IsNew {
					return StrValue("($type, *args, **kwargs)"), nil
				}
				first := "$self"
				if b.Self.IsZero() || Is(b.Self, &ModuleType) {
					first = "$module"
				} else if b.Def.Kind == ClassFunc {
					first = "$type"
				} else if b.Def.Kind == StaticFunc {
					first = ""
				}
				return b.Def.TextSignature(first), nil
			}},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__reduce__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			b := As[Builtin](v)
			if b.Self.IsZero() || Is(b.Self, &ModuleType) {
				return StrValue(b.Def.Name), nil
			}
			return reduceGetattr(t, b.Self, b.Def.Name)
		}}}
	}

	typ = &MethodType
	typ.Name = "method"
	typ.Doc = "A function together with the object that it gets as its first argument."
	typ.Flags = FlagWeakrefs
	typ.New = NewBound("method", "function, instance, /", func(t *Thread, typ *Type, args []Value) (Value, error) {
		if !Callable(args[0]) {
			return Value{}, TypeErrorf("first argument must be callable")
		}
		if args[1] == None {
			return Value{}, TypeErrorf("instance must not be None")
		}
		return NewMethod(args[0], args[1]), nil
	})
	typ.Call = methodCall
	typ.Traverse = func(v Value, visit func(Value)) {
		visit(As[Method](v).Func)
		visit(As[Method](v).Self)
	}
	// A bound method that is a class attribute does not bind again.
	typ.DescrGet = func(t *Thread, self, obj Value, owner *Type) (Value, error) { return self, nil }
	typ.GetAttr = func(t *Thread, self Value, name *Str) (Value, error) {
		// Attributes of the method type win; what it lacks comes from the function.
		mt := TypeOf(self)
		if d := mt.Lookup(name); !d.IsZero() {
			if get := TypeOf(d).DescrGet; get != nil {
				return get(t, d, self, mt)
			}
			return d, nil
		}
		fn := As[Method](self).Func
		v, err := FindAttr(t, fn, name)
		if err == nil && v.IsZero() {
			err = AttributeError(fn, name)
		}
		return v, err
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &MethodType) || !Is(b, &MethodType) {
			return NotImplemented, nil
		}
		x, y := As[Method](a), As[Method](b)
		if x.Self != y.Self {
			return compareSame(a, b, op, false)
		}
		eq, err := Equal(t, x.Func, y.Func)
		if err != nil {
			return Value{}, err
		}
		return compareSame(a, b, op, eq)
	}
	typ.Hash = func(t *Thread, v Value) (int64, error) {
		m := As[Method](v)
		h, err := Hash(t, m.Func)
		return fixHash(h ^ identityHash(m.Self)), err
	}
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		m := As[Method](v)
		name, err := FindAttr(t, m.Func, strQualname)
		if err == nil && name.IsZero() {
			name, err = FindAttr(t, m.Func, strName)
		}
		if err != nil {
			return Value{}, err
		}
		text := "?"
		if s, ok := StrOf(name); ok {
			text = s.String()
		}
		self, err := ReprString(t, m.Self)
		if err != nil {
			return Value{}, err
		}
		return StrValue("<bound method " + text + " of " + self + ">"), nil
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "__func__", Member: true, Doc: "what the method calls, with the instance as the first argument",
				Get: func(t *Thread, v Value) (Value, error) { return As[Method](v).Func, nil }},
			{Name: "__self__", Member: true, Doc: "what the function gets as its first argument",
				Get: func(t *Thread, v Value) (Value, error) { return As[Method](v).Self, nil }},
			{Name: "__doc__", Get: func(t *Thread, v Value) (Value, error) { return GetAttr(t, As[Method](v).Func, strDoc) }},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__reduce__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			m := As[Method](v)
			name, err := GetAttr(t, m.Func, strName)
			if err != nil {
				return Value{}, err
			}
			fn, err := BuiltinNamed(t, "getattr")
			if err != nil {
				return Value{}, err
			}
			return ToValue(NewTuple(fn, ToValue(NewTuple(m.Self, name)))), nil
		}}}
	}
}

// orNone is None for no value.
func orNone(v Value) Value {
	if v.IsZero() {
		return None
	}
	return v
}

// visitOpt visits a value that may be absent.
func visitOpt(visit func(Value), v Value) {
	if !v.IsZero() {
		visit(v)
	}
}
