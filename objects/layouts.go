package objects

// The layouts of the objects whose methods stand in the files named after them, and the variables of their types.

// The types of objects whose structs stand here.
var (
	ObjectType, TypeType, SuperType, PropertyType, ClassMethodType, StaticMethodType, FunctionType, CodeType, FrameType,
	TracebackType, CellType, ModuleType, NamespaceType, NoneType, EllipsisType, NotImplementedType, GeneratorType,
	CoroutineType, CoroutineWrapperType, AsyncGenType, AsyncGenASendType, AsyncGenAThrowType, AsyncGenWrappedType,
	WeakrefType, WeakProxyType, WeakCallableProxyType, GenericAliasType, UnionType, MappingProxyType, FrameLocalsType,
	StrType, TupleType, ListType, DictType, DictKeysType, DictValuesType, DictItemsType, DictKeyIterType,
	DictValueIterType, DictItemIterType, DictRevKeyIterType, DictRevValueIterType, DictRevItemIterType,
	SetType, FrozensetType, SetIterType, RangeType, RangeIteratorType, LongRangeIteratorType, SliceType,
	SequenceIterType, CallableIterType, TupleIterType, ListIterType, ListRevIterType, EnumerateType, ReversedType,
	ZipType, MapType, FilterType Type
)

// Module is a module; its attributes are a dictionary from the beginning, so that functions share it as their globals.
type Module struct {
	Head
	Attrs
	// State is what a native module keeps for itself.
	State any
}

// ListIterator iterates over a list. List is nil once it is exhausted. Machine code reads Index and List.
type ListIterator struct {
	Head
	List  *List
	Index int
	// Owned says that nobody but one loop has the iterator: exhausted, it serves another loop. See Thread.LoopIter.
	Owned bool
}

// TupleIterator iterates over a tuple. Tuple is nil once it is exhausted.
type TupleIterator struct {
	Head
	Tuple *Tuple
	Index int
	Owned bool // as that of a ListIterator
}

// SequenceIterator iterates by asking for item after item until IndexError. Seq is zero once it is exhausted.
type SequenceIterator struct {
	Head
	Seq   Value
	Index int
}

// Range is a range; Start, Stop, Step and Length are ints. Where Small is set they fit 64 bits, and so do all members and
// the member behind the last.
type Range struct {
	Head
	Start, Stop, Step, Length Value
	Small                     bool
	start, stop, step, length int64
}

// RangeIterator iterates over a range whose members fit 64 bits: the next member is Cur, Remaining of them are left, and
// Cur grows by Step with each. Cur stays where it is once Remaining is 0.
type RangeIterator struct {
	Head
	Cur, Step, Remaining int64
	Owned                bool // as that of a ListIterator
}

// Slice is a slice; absent parts are None.
type Slice struct {
	Head
	Start, Stop, Step Value
}

// NewSlice makes a slice; zero values become None.
func NewSlice(start, stop, step Value) Value {
	return ToValue(&Slice{Head{&SliceType}, orNone(start), orNone(stop), orNone(step)})
}

// StaticMethod is a staticmethod.
type StaticMethod struct {
	Head
	Attrs
	Func Value
}

// ClassMethod is a classmethod.
type ClassMethod struct {
	Head
	Attrs
	Func Value
}

// Property is a property; absent functions are zero.
type Property struct {
	Head
	Get, Set, Del, Doc, Name Value
	// getterDoc says that the documentation was taken from the getter.
	getterDoc bool
}

// Super is a super object.
type Super struct {
	Head
	// Start is the class behind which the search begins, Obj the bound object (zero: unbound), ObjType the type whose
	// MRO is searched.
	Start   *Type
	Obj     Value
	ObjType *Type
}

// NewStaticMethod wraps a function.
func NewStaticMethod(fn Value) Value {
	return ToValue(&StaticMethod{Head{&StaticMethodType}, Attrs{}, fn})
}

// NewClassMethod wraps a function.
func NewClassMethod(fn Value) Value {
	return ToValue(&ClassMethod{Head{&ClassMethodType}, Attrs{}, fn})
}

// NewSequenceIterator iterates over a sequence by index.
func NewSequenceIterator(seq Value) Value {
	return ToValue(&SequenceIterator{Head{&SequenceIterType}, seq, 0})
}

// NewCode makes an empty code object.
func NewCode() *Code { return &Code{Head: Head{&CodeType}} }
