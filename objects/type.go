package objects

import (
	"slices"
	"sync/atomic"
	"unsafe"
	"weak"
)

// TypeFlags are properties of a type.
type TypeFlags uint32

// The flags. Those with a subclass test are inherited.
const (
	FlagHeap           TypeFlags = 1 << iota // made by a class statement or type()
	FlagBase                                 // may be a base class
	FlagImmutable                            // attributes cannot be set (built-in types)
	FlagNoInstantiate                        // calling the type is an error
	FlagIntSub                               // int or derived from it; the next ones alike
	FlagStrSub                               //
	FlagBytesSub                             //
	FlagListSub                              //
	FlagTupleSub                             //
	FlagDictSub                              //
	FlagExceptionSub                         //
	FlagTypeSub                              //
	FlagAbstract                             // has abstract methods (ABCMeta)
	FlagSequence                             // matches a sequence pattern
	FlagMapping                              // matches a mapping pattern
	FlagMatchSelf                            // a class pattern's single positional argument is the object itself
	FlagHasDel                               // defines __del__
	FlagMethodDescr                          // instances bind like functions: LOAD_METHOD may skip the bound method
	FlagReady                                // the dictionary and the MRO are complete
	FlagWeakrefs                             // instances can be referred to weakly
	FlagHasSlots                             // declares __slots__
	FlagDefaultGetAttr                       // attribute reads follow object.__getattribute__: caches may be used
	FlagDefaultSetAttr                       // attribute writes follow object.__setattr__
	FlagDefaultNew                           // instances are made by object.__new__
	FlagMutable                              // built in, but attributes can be set
	FlagValid                                // version is assigned and no base has changed since

	inheritedFlags = FlagIntSub | FlagStrSub | FlagBytesSub | FlagListSub | FlagTupleSub | FlagDictSub |
		FlagExceptionSub | FlagTypeSub | FlagMatchSelf | FlagHasDel | FlagWeakrefs
)

// CompareOp is an operation of rich comparison.
type CompareOp uint8

// The comparisons, in the order of the bytecode's operations.
const (
	OpLt CompareOp = iota
	OpLe
	OpEq
	OpNe
	OpGt
	OpGe
)

// The text of each comparison, and its mirror (a < b is b > a).
var (
	compareText   = [...]string{"<", "<=", "==", "!=", ">", ">="}
	compareMirror = [...]CompareOp{OpGt, OpGe, OpEq, OpNe, OpLt, OpLe}
)

// BinaryOp is a binary operator; [NumberSlots] has a slot for each and for its in-place form.
type BinaryOp uint8

// The binary operators, in the order of the bytecode's operations.
const (
	OpAdd BinaryOp = iota
	OpSub
	OpMul
	OpMatMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpPow
	OpLShift
	OpRShift
	OpAnd
	OpXor
	OpOr
	OpDivmod // divmod(); has no bytecode
	NumBinaryOps
)

// UnaryOp is a unary operator or a conversion to a number.
type UnaryOp uint8

// The unary operators and conversions.
const (
	OpNeg UnaryOp = iota
	OpPos
	OpInvert
	OpAbs
	OpToInt   // __int__
	OpToFloat // __float__
	OpIndex   // __index__
	NumUnaryOps
)

// The types of slots. Each takes the thread first; self comes next.
type (
	UnaryFunc   func(t *Thread, self Value) (Value, error)
	BinaryFunc  func(t *Thread, a, b Value) (Value, error)
	TernaryFunc func(t *Thread, a, b, c Value) (Value, error)
	CallFunc    func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error)
	NewFunc     func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error)
	InitFunc    func(t *Thread, self Value, args []Value, kw *Tuple) error
	GetAttrFunc func(t *Thread, self Value, name *Str) (Value, error)
	SetAttrFunc func(t *Thread, self Value, name *Str, v Value) error
	CompareFunc func(t *Thread, a, b Value, op CompareOp) (Value, error)
	// DescrGetFunc is __get__: obj is zero where the attribute is read from the class.
	DescrGetFunc func(t *Thread, self, obj Value, owner *Type) (Value, error)
	DescrSetFunc func(t *Thread, self, obj, v Value) error
	SetItemFunc  func(t *Thread, self, key, v Value) error
)

// NumberSlots are the slots of arithmetic. A binary slot is called with its type on either side, as CPython's nb_*
// slots, and returns NotImplemented where it does not apply.
type NumberSlots struct {
	Binary  [NumBinaryOps]BinaryFunc
	Inplace [NumBinaryOps]BinaryFunc
	Unary   [NumUnaryOps]UnaryFunc
	// Pow3 is pow() with three arguments.
	Pow3 TernaryFunc
}

// Slots are what operators, calls and protocols go through: CPython's tp_*, sq_* and mp_* slots under Go names.
// A nil slot means that the protocol is not supported. Attribute and item setters delete where the value is zero.
type Slots struct {
	New      NewFunc
	Init     InitFunc
	Call     CallFunc
	Repr     UnaryFunc
	Str      UnaryFunc
	Hash     func(t *Thread, self Value) (int64, error)
	GetAttr  GetAttrFunc // absent: zero Value, nil error
	SetAttr  SetAttrFunc
	DescrGet DescrGetFunc
	DescrSet DescrSetFunc
	Compare  CompareFunc
	Iter     UnaryFunc
	Next     UnaryFunc // exhausted: zero Value, nil error
	Bool     func(t *Thread, self Value) (bool, error)
	Len      func(t *Thread, self Value) (int, error)
	GetItem  BinaryFunc
	SetItem  SetItemFunc
	Contains func(t *Thread, self, v Value) (bool, error)
	// Concat and Repeat are sq_concat and sq_repeat: tried after the number slots.
	Concat        BinaryFunc
	Repeat        BinaryFunc
	InplaceConcat BinaryFunc
	InplaceRepeat BinaryFunc
	// Sequence says that GetItem takes indexes, so that iteration without __iter__ may use it.
	Sequence bool
	Await    UnaryFunc
	AIter    UnaryFunc
	ANext    UnaryFunc
	Buffer   func(t *Thread, self Value, flags int) (*Buffer, error)
	// ReleaseBuffer gives back a memoryview of self: [GiveBack] for built-in types that count their exports.
	ReleaseBuffer func(t *Thread, self, view Value) error
	Del           func(t *Thread, self Value) error
	Number        NumberSlots
	// Traverse calls visit for every value that self refers to, its type and attributes aside.
	Traverse func(self Value, visit func(Value))
}

// Type is a Python type.
//
// Concurrency: without the global lock the dictionary, the flags and the version of a mutable type would be protected by
// one lock over all types (changes are rare); readers validate the version.
type Type struct {
	Head
	Name   string // __name__
	Qual   string // __qualname__, where it differs from Name
	Module string // __module__ of built-in types; heap types keep it in their dictionary
	Doc    string // __doc__ of built-in types
	// TextSig is the signature that inspect shows for calling the type, with parentheses, or empty.
	TextSig string
	// Sig drives argument checking of New where New is made by [NewBound].
	Base  *Type
	Bases *Tuple
	MRO   []*Type
	// Methods, Members and GetSets return the declarations of a built-in type; they run once, when the type is first
	// looked into, so that start-up does not pay for types that are not used.
	Methods func() []FuncDef
	GetSets func() []GetSetDef
	Members func() []MemberDef

	Flags TypeFlags
	// version identifies the present contents of the type and its bases for caches; 0 means "no caching now".
	version uint64
	dict    *Dict

	// weakRef is the weak reference to the type without a callback, as long as it is used.
	weakRef weak.Pointer[WeakRef]
	// attrsOffset is the offset in bytes of the [Attrs] of an instance, 0 where instances have no attributes.
	AttrsOffset uintptr
	// hasDict says that instances have a __dict__, not only slots.
	HasDict bool
	// solid is the type whose Go struct the instances have.
	solid *Type
	// Alloc makes a zeroed instance of a type derived from this solid type, with Attrs at the end.
	Alloc func(typ *Type) Value
	// nslots is the number of values that __slots__ of the type and its bases take.
	nslots int
	// rootShape is the shape of a fresh instance.
	rootShape *Shape
	// slotNames are the names that the class itself declared in __slots__.
	slotNames  []*Str
	subclasses []weak.Pointer[Type]
	// Convert is the call of this very type with one argument by position, where New would do more than needed. It is not
	// inherited.
	Convert UnaryFunc
	// Consumes says that Convert iterates over its argument, and does not keep it.
	Consumes bool
	// size is the size of an instance's Go struct in bytes.
	size uintptr
	// abstract holds __abstractmethods__.
	abstract Value

	Slots
}

// nextVersion is the source of type versions.
var nextVersion atomic.Uint64

// Version returns the version of the type's contents. Equal versions of one type mean equal answers to every lookup.
func (typ *Type) Version() uint64 {
	if typ.version == 0 {
		typ.ready()
		typ.version = nextVersion.Add(1)
		typ.Flags |= FlagValid
	}
	return typ.version
}

// modified is called after a change to the type's dictionary or bases.
func (typ *Type) modified() {
	if typ.version == 0 && typ.Flags&FlagReady == 0 {
		return
	}
	typ.version = 0
	typ.Flags &^= FlagValid
	for _, w := range typ.subclasses {
		if sub := w.Value(); sub != nil {
			sub.modified()
		}
	}
}

// IsSubtype reports whether typ is other or derives from it (by the MRO, not by __subclasscheck__).
func (typ *Type) IsSubtype(other *Type) bool {
	if typ == other {
		return true
	}
	if typ.MRO == nil {
		typ.ready()
	}
	for _, b := range typ.MRO {
		if b == other {
			return true
		}
	}
	return false
}

// Dict returns the type's own dictionary.
func (typ *Type) Dict() *Dict {
	typ.ready()
	return typ.dict
}

// A lookup cache shared by all types: 4096 entries of (version, name) as in CPython, which answers 95 % and more of
// attribute lookups. Without the global lock each thread would have its own.
const lookupCacheBits = 12

type lookupEntry struct {
	version uint64
	name    *Str
	value   Value
}

var lookupCache [1 << lookupCacheBits]lookupEntry

// Lookup finds name in the dictionaries along the MRO. The result is zero where it is absent; name must be interned.
func (typ *Type) Lookup(name *Str) Value {
	version := typ.Version()
	h := (uintptr(version)*0x9E3779B1 ^ uintptr(unsafe.Pointer(name))>>4) & (1<<lookupCacheBits - 1)
	e := &lookupCache[h]
	if e.version == version && e.name == name {
		return e.value
	}
	v := typ.lookupSlow(name)
	// The lookup may have readied a base; only a version that still holds may be cached.
	if typ.version == version {
		*e = lookupEntry{version, name, v}
	}
	return v
}

func (typ *Type) lookupSlow(name *Str) Value {
	for _, b := range typ.MRO {
		if b.Flags&FlagReady == 0 {
			b.ready()
		}
		if v := b.dict.GetStr(name); !v.IsZero() {
			return v
		}
	}
	return Value{}
}

// Subclasses calls f for each direct subclass that is alive.
func (typ *Type) Subclasses(f func(*Type)) {
	for _, w := range typ.subclasses {
		if sub := w.Value(); sub != nil {
			f(sub)
		}
	}
}

func (typ *Type) addSubclass(sub *Type) {
	if n := len(typ.subclasses); n == cap(typ.subclasses) {
		// The dead leave before the list grows, at least by a half so that this stays rare.
		live := typ.subclasses[:0]
		for _, w := range typ.subclasses {
			if w.Value() != nil {
				live = append(live, w)
			}
		}
		clear(typ.subclasses[len(live):])
		typ.subclasses = slices.Grow(live, n/2+1)
	}
	typ.subclasses = append(typ.subclasses, weak.Make(sub))
}

// FullName returns the name as CPython's messages show it for types outside builtins: module.qualname.
func (typ *Type) FullName() string {
	q := typ.QualName()
	if typ.Flags&FlagHeap != 0 {
		if m, ok := StrOf(typ.Dict().GetStr(strModule)); ok && m.String() != "builtins" {
			return m.String() + "." + q
		}
		return q
	}
	if typ.Module != "" && typ.Module != "builtins" {
		return typ.Module + "." + q
	}
	return q
}

// QualName returns __qualname__.
func (typ *Type) QualName() string {
	if typ.Qual != "" {
		return typ.Qual
	}
	return typ.Name
}

// TpName is tp_name: what CPython prints for the type in most messages. Built-in types outside builtins show their
// module there, classes of programs only their name.
func (typ *Type) TpName() string {
	if typ.Flags&FlagHeap != 0 || typ.Module == "" || typ.Module == "builtins" {
		return typ.Name
	}
	return typ.Module + "." + typ.Name
}

// ready completes a built-in type: MRO, inherited slots, and the dictionary from its declarations. Types made by
// programs are ready when they are made.
func (typ *Type) ready() {
	if typ.Flags&FlagReady != 0 {
		return
	}
	typ.Flags |= FlagReady
	if typ.Flags&FlagMutable == 0 {
		typ.Flags |= FlagImmutable
	}
	if typ.typ == nil {
		typ.typ = &TypeType
	}
	if typ.Base == nil && typ != &ObjectType {
		typ.Base = &ObjectType
	}
	if typ.Base != nil {
		typ.Base.ready()
		if typ.Bases == nil {
			typ.Bases = NewTuple(ToValue(typ.Base))
		}
		if typ.MRO == nil {
			typ.MRO = append([]*Type{typ}, typ.Base.MRO...)
		}
		for _, b := range typ.Bases.Items() {
			As[Type](b).addSubclass(typ)
		}
	} else {
		typ.MRO = []*Type{typ}
		typ.Bases = NewTuple()
	}
	own := typ.Slots
	for _, b := range typ.MRO[1:] {
		typ.inheritSlots(b)
	}
	if typ.Base != nil {
		typ.Flags |= typ.Base.Flags & inheritedFlags
		if typ.Flags&(FlagSequence|FlagMapping) == 0 {
			typ.Flags |= typ.Base.Flags & (FlagSequence | FlagMapping)
		}
		if typ.AttrsOffset == 0 {
			typ.AttrsOffset = typ.Base.AttrsOffset
			typ.HasDict = typ.Base.HasDict
		}
		if typ.solid == nil {
			if typ.Alloc != nil && typ.Base.Alloc != nil {
				typ.solid = typ
			} else {
				typ.solid = typ.Base.solid
			}
		}
		if typ.Alloc == nil {
			typ.Alloc = typ.Base.Alloc
		} else {
			typ.solid = typ
		}
	} else {
		typ.solid = typ
	}
	typ.setAttrFlags()
	typ.dict = NewDict()
	typ.fillDict(&own)
}

// setAttrFlags records whether attribute access is object's own.
func (typ *Type) setAttrFlags() {
	typ.Flags &^= FlagDefaultGetAttr | FlagDefaultSetAttr
	if funcEqual(typ.GetAttr, GenericGetAttr) {
		typ.Flags |= FlagDefaultGetAttr
	}
	if funcEqual(typ.SetAttr, GenericSetAttr) {
		typ.Flags |= FlagDefaultSetAttr
	}
}

// funcEqual compares two top-level functions by their code pointers.
func funcEqual[F any](a, b F) bool {
	return *(*unsafe.Pointer)(unsafe.Pointer(&a)) == *(*unsafe.Pointer)(unsafe.Pointer(&b))
}

// fillDict makes the dictionary of a built-in type from its declarations.
func (typ *Type) fillDict(own *Slots) {
	d := typ.dict
	if typ.Methods != nil {
		defs := typ.Methods()
		for i := range defs {
			def := &defs[i]
			d.SetStr(Intern(def.Name), def.descriptor(typ))
		}
	}
	if typ.GetSets != nil {
		defs := typ.GetSets()
		for i := range defs {
			def := &defs[i]
			if def.Member {
				member := &MemberDef{Name: def.Name, Doc: def.Doc, ReadOnly: def.Set == nil, computed: def}
				d.SetStr(Intern(def.Name), ToValue(&Member{Head: Head{&MemberType}, Def: member, Owner: typ}))
				continue
			}
			d.SetStr(Intern(def.Name), ToValue(&GetSet{Head: Head{&GetSetType}, Def: def, Owner: typ}))
		}
	}
	if typ.Members != nil {
		defs := typ.Members()
		for i := range defs {
			def := &defs[i]
			d.SetStr(Intern(def.Name), ToValue(&Member{Head: Head{&MemberType}, Def: def, Owner: typ}))
		}
	}
	typ.addSlotWrappers(own)
	if !d.HasStr(strDoc) {
		if typ.Doc != "" {
			d.SetStr(strDoc, StrValue(typ.Doc))
		} else {
			d.SetStr(strDoc, None)
		}
	}
	if typ.Hash == nil || funcEqual(typ.Hash, hashNotImplemented) {
		typ.Hash = hashNotImplemented
		d.SetStr(strHash, None)
	}
}
