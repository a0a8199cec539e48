package objects

// A slot wrapper stands in the dictionary of the type that fills the slot, and messages name that type. Some of CPython's
// types fill a slot with what they would inherit anyway and so have wrappers of their own; repeatSlots does the same, after
// all slots are filled.

// repeatGetAttr are the types that name object's __getattribute__ again.
var repeatGetAttr = [...]*Type{&BaseExceptionType, &UnionType, &ByteArrayType, &BytesType, &ComplexType, &DictType,
	&EnumerateType, &FilterType, &IntType, &ListType, &MapType, &MemoryViewType, &PropertyType, &RangeType, &ReversedType,
	&SetType, &SliceType, &TupleType, &ZipType}

func repeatSlots() {
	for _, typ := range repeatGetAttr {
		typ.GetAttr = GenericGetAttr
	}
	NoneType.Compare = ObjectType.Compare
	// Exceptions that add no fields name the Init slot of their base, and those that add nothing at all New too.
	for _, d := range exceptionTable() {
		if typ := d.typ; d.layout == nil {
			typ.Init = d.base.Init
			if funcEqual(typ.Init, BaseExceptionType.Init) && typ.Str == nil {
				typ.New = BaseExceptionType.New
			}
		}
	}
}
