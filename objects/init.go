package objects

import (
	"sync"
	"unsafe"
)

var initOnce sync.Once

// Init fills the built-in types. It must run before anything else of the package is used; further calls do nothing. It
// builds no dictionaries: each type makes its own when it is first looked into.
func Init() {
	initOnce.Do(func() {
		initNames()
		initSlots()
		for _, f := range [...]func(){
			initObject, initType, initSuper, initProperty, initClassMethod, initDescriptors, initBuiltin, initFunction,
			initCode, initCodePositions, initFrame, initTraceback, initCell, initModule, initNamespace, initSingletons, initGenerator,
			initAsyncGen, initWeakref, initGenericAlias, initUnion, initMappingProxy,
			initInt, initFloat, initComplex, initBytes, initByteArray, initMemoryView, initStr,
			initTuple, initList, initDict, initDictViews, initSet, initRange, initSlice, initIterators, initItertypes,
			initExceptions, initOSErrors, initExceptionGroups, repeatSlots, initAnext,
		} {
			f()
		}
		typeOrder()
	})
}

// layout declares that the instances of typ are T; those of derived types with attributes have Attrs behind it.
func layout[T any](typ *Type) {
	typ.size = unsafe.Sizeof(*new(T))
	typ.Alloc = alloc[T]
}

// layoutAttrs declares that the instances of typ are T, which has its Attrs at the given offset.
func layoutAttrs[T any](typ *Type, offset uintptr, hasDict bool) {
	typ.size = unsafe.Sizeof(*new(T))
	typ.Alloc = allocWhole[T]
	typ.AttrsOffset = offset
	typ.HasDict = hasDict
}

// withAttrs is the instance of a class that derives from a built-in type.
type withAttrs[T any] struct {
	base T
	Attrs
}

func alloc[T any](typ *Type) Value {
	if typ.AttrsOffset == 0 {
		return allocWhole[T](typ)
	}
	p := new(withAttrs[T])
	(*Head)(unsafe.Pointer(p)).typ = typ
	return ToValue(p)
}

func allocWhole[T any](typ *Type) Value {
	p := new(T)
	(*Head)(unsafe.Pointer(p)).typ = typ
	return ToValue(p)
}

// typeOrder gives every type its metatype, which values of types are asked for before they are ready, and exceptions the
// slots that they repeat.
func typeOrder() {
	for _, typ := range [...]*Type{
		&anextDefaultType, &ByteArrayType, &BytesType, &ComplexType, &SlotWrapperType, &MethodWrapperType,
		&MethodDescrType, &ClassMethodDescrType, &GetSetType, &MemberType, &BuiltinType, &MethodType, &FloatType,
		&IntType, &BoolType, &ObjectType, &SuperType, &PropertyType, &ClassMethodType, &StaticMethodType, &FunctionType,
		&CodeType, &FrameType, &TracebackType, &CellType, &ModuleType, &NamespaceType, &NoneType, &EllipsisType,
		&NotImplementedType, &GeneratorType, &CoroutineType, &CoroutineWrapperType, &AsyncGenType, &AsyncGenASendType,
		&AsyncGenAThrowType, &AsyncGenWrappedType, &WeakrefType, &WeakProxyType, &WeakCallableProxyType,
		&GenericAliasType, &UnionType, &MappingProxyType, &FrameLocalsType, &StrType, &TupleType, &ListType, &DictType, &builtinsMappingType,
		&DictKeysType, &DictValuesType, &DictItemsType, &DictKeyIterType, &DictValueIterType, &DictItemIterType,
		&DictRevKeyIterType, &DictRevValueIterType, &DictRevItemIterType, &SetType, &FrozensetType, &SetIterType,
		&RangeType, &RangeIteratorType, &LongRangeIteratorType, &SliceType, &SequenceIterType, &CallableIterType,
		&TupleIterType, &ListIterType, &ListRevIterType, &EnumerateType, &ReversedType, &ZipType, &MapType, &FilterType,
		&MemoryViewType, &aliasIteratorType, &codePositionsType,
	} {
		typ.typ = &TypeType
	}
	for _, d := range exceptionTable() {
		d.typ.typ = &TypeType
		repeatExceptionSlots(&d)
	}
	ExceptionGroupType.typ = &TypeType
	TypeType.ready()
	ObjectType.ready()
}

// NewType completes a built-in type that another package declared; it must be called before a program can see the type.
func NewType(typ *Type) Value {
	typ.ready()
	return ToValue(typ)
}

// HashNotImplemented is the Hash slot of types that are not hashable.
var HashNotImplemented = hashNotImplemented

// Layout declares that the instances of a built-in type of another package are T, which begins with [Head].
func Layout[T any](typ *Type) { layout[T](typ) }

// LayoutAttrs declares that the instances of a native type are T, which begins with [Head] and holds its [Attrs] at the
// given offset. hasDict says that instances have a __dict__.
func LayoutAttrs[T any](typ *Type, offset uintptr, hasDict bool) {
	layoutAttrs[T](typ, offset, hasDict)
}
