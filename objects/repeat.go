package objects

// A slot wrapper stands in the dictionary of the type that fills the slot, and messages name that type. Some of CPython's
// types fill a slot with what they would inherit anyway and so have wrappers of their own; this file does the same, after all
// slots are filled.

// repeatGetAttr are the types that name object's __getattribute__ again.
var repeatGetAttr = [...]*Type{&BaseExceptionType, &UnionType, &ByteArrayType, &BytesType, &ComplexType, &DictType,
	&EnumerateType, &FilterType, &IntType, &ListType, &MapType, &MemoryViewType, &PropertyType, &RangeType, &ReversedType,
	&SetType, &SliceType, &TupleType, &ZipType}

func repeatSlots() {
	for _, typ := range repeatGetAttr {
		typ.GetAttr = GenericGetAttr
	}
	NoneType.Compare = ObjectType.Compare
}

// repeatExceptionSlots gives an exception that adds no fields the Init slot of its base, and one that adds nothing at all
// the New slot too.
func repeatExceptionSlots(d *exceptionDef) {
	if typ := d.typ; d.layout == nil {
		typ.Init = d.base.Init
		if funcEqual(typ.Init, BaseExceptionType.Init) && typ.Str == nil {
			typ.New = BaseExceptionType.New
		}
	}
}
