package objects

import (
	"slices"
	"sort"
	"strings"
	"unsafe"
)

// object: the root of all classes.

// objectNew is object.__new__.
func objectNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	if len(args) > 0 {
		if !funcEqual(typ.New, objectNew) {
			return Value{}, TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if funcEqual(typ.Init, objectInit) {
			return Value{}, TypeErrorf("%s() takes no arguments", typ)
		}
	}
	if typ.Flags&FlagAbstract != 0 {
		return Value{}, abstractError(t, typ)
	}
	return typ.newObject(), nil
}

// NewInstance makes an instance of a class whose __new__ is object's, without running any code.
func (typ *Type) NewInstance() Value { return typ.newObject() }

// newObject makes an instance without running any code.
func (typ *Type) newObject() Value {
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	v := typ.Alloc(typ)
	if typ.Flags&FlagHasDel != 0 {
		registerDel(v)
	}
	return v
}

// objectInit is object.__init__.
func objectInit(t *Thread, self Value, args []Value, kw *Tuple) error {
	if len(args) == 0 {
		return nil
	}
	typ := TypeOf(self)
	if !funcEqual(typ.Init, objectInit) {
		return TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if funcEqual(typ.New, objectNew) {
		return TypeErrorf("%s.__init__() takes exactly one argument (the instance to initialize)", typ)
	}
	return nil
}

// abstractError names the methods that keep a class from being instantiated.
func abstractError(t *Thread, typ *Type) error {
	var names []string
	err := Each(t, typ.abstract, func(v Value) error {
		s, err := StrString(t, v)
		names = append(names, s)
		return err
	})
	if err != nil {
		return err
	}
	sort.Strings(names)
	word := "method"
	if len(names) > 1 {
		word = "methods"
	}
	return TypeErrorf("Can't instantiate abstract class %s without an implementation for abstract %s '%s'",
		typ.Name, word, strings.Join(names, "', '"))
}

// objectAlloc allocates an instance of object or of a class derived from it alone.
func objectAlloc(typ *Type) Value {
	if typ.AttrsOffset == 0 {
		return ToValue(&singleton{Head{typ}})
	}
	return newInstance(typ)
}

// objectRepr is object.__repr__.
func objectRepr(t *Thread, v Value) (Value, error) {
	typ := TypeOf(v)
	return StrValue("<" + typ.reprName() + " object at " + Address(v) + ">"), nil
}

// reprName is the name of a type in the representation of its instances.
func (typ *Type) reprName() string {
	if m, ok := StrOf(typ.moduleName()); ok && m.String() != "builtins" {
		return m.String() + "." + typ.QualName()
	}
	return typ.TpName()
}

// objectStr is the Repr slot itself: what it returns counts as the result of __str__.
func objectStr(t *Thread, v Value) (Value, error) { return TypeOf(v).Repr(t, v) }

func objectHash(t *Thread, v Value) (int64, error) { return identityHash(v), nil }

// objectCompare knows equality by identity; != is the inverse of whatever == gives.
func objectCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	switch op {
	case OpEq:
		if a == b {
			return True, nil
		}
	case OpNe:
		typ := TypeOf(a)
		if typ.Compare == nil || funcEqual(typ.Compare, objectCompare) {
			if a == b {
				return False, nil
			}
			return NotImplemented, nil
		}
		v, err := typ.Compare(t, a, b, OpEq)
		if err != nil || v == NotImplemented {
			return v, err
		}
		eq, err := Truth(t, v)
		return Bool(!eq), err
	}
	return NotImplemented, nil
}

// setClass is assignment to __class__.
func setClass(t *Thread, self, v Value) error {
	if v.IsZero() {
		return TypeErrorf("can't delete __class__ attribute")
	}
	newType, ok := TypeFrom(v)
	if !ok {
		return TypeErrorf("__class__ must be set to a class, not '%s' object", TypeOf(v))
	}
	oldType := TypeOf(self)
	module := oldType.IsSubtype(&ModuleType) && newType.IsSubtype(&ModuleType)
	if !module && (oldType.Flags&FlagImmutable != 0 || newType.Flags&FlagImmutable != 0) {
		return TypeErrorf("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if !sameLayout(oldType, newType) {
		return TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", newType, oldType)
	}
	if a := AttrsOf(self); a != nil && a.shape != nil {
		// Shapes belong to a type; a dictionary does not.
		a.toDict()
	}
	(*Head)(self.word).typ = newType
	if newType.Flags&FlagHasDel != 0 && oldType.Flags&FlagHasDel == 0 {
		registerDel(self)
	}
	return nil
}

// sameLayout reports whether instances of two types lie alike in memory: both come from the same type but for what adds
// nothing, or add the same to the same base.
func sameLayout(a, b *Type) bool {
	if a.solid != b.solid || a.AttrsOffset != b.AttrsOffset {
		return false
	}
	a, b = a.layoutBase(), b.layoutBase()
	return a == b || a.Base == b.Base && a.HasDict == b.HasDict && a.Flags&FlagWeakrefs == b.Flags&FlagWeakrefs &&
		slices.Equal(a.slotNames, b.slotNames)
}

// layoutBase goes from a class to the base that its instances lie in memory like.
func (typ *Type) layoutBase() *Type {
	for b := typ.Base; b != nil && typ.Flags&FlagHeap != 0; b = typ.Base {
		if typ.solid != b.solid || typ.nslots != b.nslots || typ.HasDict != b.HasDict || typ.Flags&FlagWeakrefs != b.Flags&FlagWeakrefs {
			break
		}
		typ = b
	}
	return typ
}

// copyregCall calls a function of the module copyreg.
func copyregCall(t *Thread, name string, args ...Value) (Value, error) {
	fn, err := importFrom(t, "copyreg", name)
	if err != nil {
		return Value{}, err
	}
	return Call(t, fn, args, nil)
}

// importFrom imports a module and returns one of its attributes.
func importFrom(t *Thread, module, name string) (Value, error) {
	m, err := H.Import(t, module, NewTuple(StrValue(name)), 0, nil)
	if err != nil {
		return Value{}, err
	}
	return GetAttrString(t, m, name)
}

// objectGetstate is the default of __getstate__: the attributes, and the values of __slots__ beside them. required says
// that there must be nothing else to the object.
func objectGetstate(t *Thread, self Value, required bool) (Value, error) {
	typ := TypeOf(self)
	if required && self.IsObject() && typ.solid != &ObjectType && typ.solid.size > ObjectType.size {
		return Value{}, TypeErrorf("cannot pickle '%s' object", typ)
	}
	if required && !self.IsObject() {
		return Value{}, TypeErrorf("cannot pickle '%s' object", typ)
	}
	state := None
	if typ.HasDict {
		d := NewDict()
		PeekDict(self, func(name, v Value) {
			if s, ok := StrOf(name); ok {
				d.SetStr(s, v)
			} else if err := d.Set(t, name, v); err != nil {
				return
			}
		})
		if d.Len() > 0 {
			state = ToValue(d)
		}
	} else {
		d, err := FindAttr(t, self, strDict)
		if err != nil {
			return Value{}, err
		}
		if !d.IsZero() {
			state = d
		}
	}
	if typ.nslots == 0 && !typ.dict.HasStr(strSlotnames) {
		return state, nil
	}
	names, err := copyregCall(t, "_slotnames", ToValue(typ))
	if err != nil {
		return Value{}, err
	}
	slots := NewDict()
	err = Each(t, names, func(n Value) error {
		s, ok := StrOf(n)
		if !ok {
			return TypeErrorf("attribute name must be string, not '%s'", TypeOf(n))
		}
		v, err := FindAttr(t, self, InternStr(s))
		if err == nil && !v.IsZero() {
			err = slots.Set(t, n, v)
		}
		return err
	})
	if err != nil {
		return Value{}, err
	}
	if slots.Len() > 0 {
		return ToValue(NewTuple(state, ToValue(slots))), nil
	}
	return state, nil
}

// getState calls __getstate__, or the default with the check of required.
func getState(t *Thread, self Value, required bool) (Value, error) {
	fn, err := GetAttr(t, self, strGetstate)
	if err != nil {
		return Value{}, err
	}
	if Is(fn, &BuiltinType) && As[Builtin](fn).Self == self && As[Builtin](fn).Def.Name == "__getstate__" {
		if d := TypeOf(self).Lookup(strGetstate); Is(d, &MethodDescrType) && As[MethodDescr](d).Owner == &ObjectType {
			return objectGetstate(t, self, required)
		}
	}
	return Call0(t, fn)
}

// newArguments are what __getnewargs_ex__ or __getnewargs__ give; args is nil where there is neither.
func newArguments(t *Thread, self Value) (args *Tuple, kwargs *Dict, err error) {
	r, found, err := CallSpecial(t, self, strGetnewargsEx)
	if err != nil {
		return nil, nil, err
	}
	if found {
		pair, ok := TupleOf(r)
		if !ok {
			return nil, nil, TypeErrorf("__getnewargs_ex__ should return a tuple, not '%s'", TypeOf(r))
		}
		if pair.Len() != 2 {
			return nil, nil, ValueErrorf("__getnewargs_ex__ should return a tuple of length 2, not %d", pair.Len())
		}
		if args, ok = TupleOf(pair.Item(0)); !ok {
			return nil, nil, TypeErrorf("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", TypeOf(pair.Item(0)))
		}
		if kwargs, ok = DictOf(pair.Item(1)); !ok {
			return nil, nil, TypeErrorf("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", TypeOf(pair.Item(1)))
		}
		return args, kwargs, nil
	}
	if r, found, err = CallSpecial(t, self, strGetnewargs); err != nil || !found {
		return nil, nil, err
	}
	args, ok := TupleOf(r)
	if !ok {
		return nil, nil, TypeErrorf("__getnewargs__ should return a tuple, not '%s'", TypeOf(r))
	}
	return args, nil, nil
}

// reduceNewObject is the reduction of protocol 2 and above.
func reduceNewObject(t *Thread, self Value) (Value, error) {
	typ := TypeOf(self)
	if typ.New == nil || typ.Flags&FlagNoInstantiate != 0 {
		return Value{}, TypeErrorf("cannot pickle '%s' object", typ)
	}
	args, kwargs, err := newArguments(t, self)
	if err != nil {
		return Value{}, err
	}
	hasArgs := args != nil
	var fn, fnArgs Value
	if kwargs.size() == 0 {
		if fn, err = importFrom(t, "copyreg", "__newobj__"); err != nil {
			return Value{}, err
		}
		fnArgs = ToValue(NewTuple(append([]Value{ToValue(typ)}, args.Items()...)...))
	} else {
		if fn, err = importFrom(t, "copyreg", "__newobj_ex__"); err != nil {
			return Value{}, err
		}
		fnArgs = ToValue(NewTuple(ToValue(typ), ToValue(args), ToValue(kwargs)))
	}
	_, isList := ListOf(self)
	_, isDict := DictOf(self)
	state, err := getState(t, self, !hasArgs && !isList && !isDict)
	if err != nil {
		return Value{}, err
	}
	listItems, dictItems := None, None
	if isList {
		if listItems, err = Iter(t, self); err != nil {
			return Value{}, err
		}
	}
	if isDict {
		items, err := CallMethod(t, self, Intern("items"))
		if err != nil {
			return Value{}, err
		}
		if dictItems, err = Iter(t, items); err != nil {
			return Value{}, err
		}
	}
	return ToValue(NewTuple(fn, fnArgs, state, listItems, dictItems)), nil
}

func commonReduce(t *Thread, self Value, proto int64) (Value, error) {
	if proto >= 2 {
		return reduceNewObject(t, self)
	}
	return copyregCall(t, "_reduce_ex", self, Int(proto))
}

// size is Len for a dict that may be nil.
func (d *Dict) size() int {
	if d == nil {
		return 0
	}
	return d.used
}

// mergeClassDict adds the attributes of a class and of its bases to a dict, as dir() collects them.
func mergeClassDict(t *Thread, d *Dict, cls Value) error {
	attrs, err := FindAttr(t, cls, strDict)
	if err != nil {
		return err
	}
	if !attrs.IsZero() {
		if err := DictUpdate(t, d, attrs); err != nil {
			return err
		}
	}
	bases, err := FindAttr(t, cls, strBases)
	if err != nil || bases.IsZero() {
		return err
	}
	b, ok := TupleOf(bases)
	if !ok {
		return nil
	}
	for _, x := range b.Items() {
		if err := mergeClassDict(t, d, x); err != nil {
			return err
		}
	}
	return nil
}

func keysList(d *Dict) Value {
	l := MakeList(d.Len())
	for i := 0; ; {
		k, _, next, ok := d.NextEntry(i)
		if !ok {
			return ToValue(l)
		}
		l.Append(k)
		i = next
	}
}

func objectDir(t *Thread, self Value, args []Value) (Value, error) {
	d := NewDict()
	own, err := FindAttr(t, self, strDict)
	if err != nil {
		return Value{}, err
	}
	if od, ok := DictOf(orNone(own)); ok {
		if err := DictUpdate(t, d, ToValue(od)); err != nil {
			return Value{}, err
		}
	}
	cls, err := FindAttr(t, self, strClass)
	if err != nil {
		return Value{}, err
	}
	if !cls.IsZero() {
		if err := mergeClassDict(t, d, cls); err != nil {
			return Value{}, err
		}
	}
	return keysList(d), nil
}

// sizeMethod declares __sizeof__ of objects that own more than their Go struct; extra returns how many bytes.
func sizeMethod(doc string, extra func(v Value) int) FuncDef {
	return FuncDef{Name: "__sizeof__", NoSig: doc == "", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		return Int(sizeOf(self) + int64(extra(self))), nil
	}}
}

// valueSize is the size in bytes of a value in a register, a list or the like.
const valueSize = int(unsafe.Sizeof(Value{}))

// dictGetSet is the __dict__ of instances.
var dictGetSet = GetSetDef{Name: "__dict__", Doc: "the attributes that the object itself has",
	Get: func(t *Thread, v Value) (Value, error) {
		d := InstanceDict(v)
		if d == nil {
			return Value{}, AttributeError(v, strDict)
		}
		return ToValue(d), nil
	},
	Set: func(t *Thread, self, v Value) error {
		if v.IsZero() {
			SetInstanceDict(self, NewDict())
			return nil
		}
		d, ok := DictOf(v)
		if !ok {
			return TypeErrorf("__dict__ must be set to a dictionary, not a '%s'", TypeOf(v))
		}
		SetInstanceDict(self, d)
		return nil
	}}

// classDictGetSet is the __dict__ that a class statement gives its instances. Where the class derives from a built-in type
// that has one itself (a module, a class, an exception), that one decides what may be done.
var classDictGetSet = GetSetDef{Name: dictGetSet.Name, Doc: dictGetSet.Doc,
	Get: func(t *Thread, v Value) (Value, error) {
		if d := builtinDict(TypeOf(v)); !d.IsZero() {
			return TypeOf(d).DescrGet(t, d, v, TypeOf(v))
		}
		return dictGetSet.Get(t, v)
	},
	Set: func(t *Thread, self, v Value) error {
		if d := builtinDict(TypeOf(self)); !d.IsZero() {
			if set := TypeOf(d).DescrSet; set != nil {
				return set(t, d, self, v)
			}
		}
		return dictGetSet.Set(t, self, v)
	}}

// builtinDict is the descriptor __dict__ of the built-in type that a class derives from; zero where that has none.
func builtinDict(typ *Type) Value {
	for typ.Flags&FlagHeap != 0 && typ.Base != nil {
		typ = typ.Base
	}
	return typ.Lookup(strDict)
}

func initObject() {
	typ := &ObjectType
	typ.Name = "object"
	typ.Doc = "Every class derives from it; one that names no base does so directly.\n\nIts direct instances have no attributes and take none; they serve as values\nthat differ from every other."
	typ.TextSig = "()"
	typ.Flags = FlagBase
	typ.size = unsafe.Sizeof(singleton{})
	typ.Alloc = objectAlloc
	typ.New = objectNew
	typ.Init = objectInit
	typ.Repr = objectRepr
	typ.Str = objectStr
	typ.Hash = objectHash
	typ.Compare = objectCompare
	typ.GetAttr = GenericGetAttr
	typ.SetAttr = GenericSetAttr
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{{Name: "__class__", Doc: "the object's class",
			Get: func(t *Thread, v Value) (Value, error) { return ToValue(TypeOf(v)), nil }, Set: setClass}}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__reduce_ex__", Sig: "protocol, /", Doc: "Helper for pickle.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				proto, err := IndexInt(t, args[0], &OverflowErrorType)
				if err != nil {
					return Value{}, err
				}
				// A __reduce__ of the class's own takes precedence.
				d := TypeOf(self).Lookup(strReduce)
				if !(Is(d, &MethodDescrType) && As[MethodDescr](d).Owner == &ObjectType) {
					fn, err := GetAttr(t, self, strReduce)
					if err != nil {
						return Value{}, err
					}
					return Call0(t, fn)
				}
				return commonReduce(t, self, int64(proto))
			}},
			{Name: "__reduce__", Doc: "Helper for pickle.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return commonReduce(t, self, 0)
			}},
			{Name: "__getstate__", Doc: "Helper for pickle.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return objectGetstate(t, self, false)
			}},
			{Name: "__subclasshook__", Kind: ClassFunc, Sig: "object, /", NoSig: true, Doc: "Let an abstract class answer issubclass() in its own way.\n\nABCMeta.__subclasscheck__() calls it first and remembers an answer of True or\nFalse. The answer NotImplemented, the only one given here, leaves the\nquestion to the ordinary check.",
				Fn: func(t *Thread, self Value, args []Value) (Value, error) { return NotImplemented, nil }},
			{Name: "__init_subclass__", Kind: ClassFunc, NoSig: true, Doc: "Runs for each new class that derives from the one that defines it.\n\nA class overrides it to set up its subclasses; this one does nothing.",
				Fn: func(t *Thread, self Value, args []Value) (Value, error) { return None, nil }},
			{Name: "__format__", Sig: "format_spec, /", Doc: "Formatting as object does it: str(self), and a TypeError for any format_spec.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				spec, ok := StrOf(args[0])
				if !ok {
					return Value{}, TypeErrorf("__format__() argument must be str, not %s", argTypeName(args[0]))
				}
				if spec.Len() > 0 {
					return Value{}, TypeErrorf("unsupported format string passed to %s.__format__", TypeOf(self))
				}
				return ToStr(t, self)
			}},
			{Name: "__sizeof__", Doc: "How many bytes of memory the object takes.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return Int(sizeOf(self)), nil
			}},
			{Name: "__dir__", Doc: "What dir() shows unless a class says otherwise.", Fn: objectDir},
		}
	}
}

// DictGetSet declares __dict__ for a native type whose instances have attributes.
func DictGetSet() GetSetDef { return dictGetSet }
