package objects

// The module builtins: the dictionary. The functions stand in builtinfuncs.go, __build_class__ in buildclass.go.

var builtinsDict *Dict

// builtinTypes are the types that are names in builtins.
func builtinTypes() []*Type {
	return []*Type{&BoolType, &MemoryViewType, &ByteArrayType, &BytesType, &ClassMethodType, &ComplexType, &DictType,
		&EnumerateType, &FilterType, &FloatType, &FrozensetType, &PropertyType, &IntType, &ListType, &MapType,
		&ObjectType, &RangeType, &ReversedType, &SetType, &SliceType, &StaticMethodType, &StrType, &SuperType,
		&TupleType, &TypeType, &ZipType}
}

// BuiltinsDict returns the namespace of the module builtins, made at the first call.
func BuiltinsDict(t *Thread) *Dict {
	if builtinsDict != nil {
		return builtinsDict
	}
	m := NewModule("builtins")
	d := m.Dict()
	builtinsDict = d
	d.SetStr(strDoc, StrValue("What every Python program finds without an import: functions, types, exceptions\nand constants.\n\nA name that neither a function nor its module defines is looked up here. Import\nthe module to reach an object whose name your own code gives to something else."))
	d.SetStr(strPackage, ToValue(strEmpty))
	builtinsModule = m
	m.AddFunctions(builtinFuncs())
	for _, c := range []struct {
		name string
		v    Value
	}{{"None", None}, {"Ellipsis", Ellipsis}, {"NotImplemented", NotImplemented}, {"False", False}, {"True", True}, {"__debug__", True}} {
		d.SetStr(Intern(c.name), c.v)
	}
	for _, typ := range builtinTypes() {
		d.SetStr(Intern(typ.Name), ToValue(typ))
	}
	for _, e := range exceptionTable() {
		d.SetStr(Intern(e.name), ToValue(e.typ))
	}
	d.SetStr(Intern("ExceptionGroup"), ToValue(&ExceptionGroupType))
	for _, n := range []string{"EnvironmentError", "IOError"} {
		d.SetStr(Intern(n), ToValue(exceptionAliases[n]))
	}
	return d
}

var builtinsModule *Module

// BuiltinsModule returns the module builtins.
func BuiltinsModule(t *Thread) *Module {
	BuiltinsDict(t)
	return builtinsModule
}
