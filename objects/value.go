package objects

import (
	"math"
	"unsafe"
)

// Value is a Python value in one 64-bit word that the collector traces.
//
//	bits 63–48      meaning
//	0x0000          pointer to an object whose first word is its *Type; the zero word is "no value"
//	0x0002–0xFFFA   a float: its IEEE 754 bits plus 0x0002<<48, NaN made canonical
//	0xFFFE–0xFFFF   an int of 49 bits, two's complement
//
// The zero Value stands for an unbound local, an exhausted iterator, an absent attribute or an omitted argument; it is
// never visible to a program. A Value is compared with == for identity (`is`).
//
// Rules that crashed a prototype when broken: no word between 1 and 4095 is ever made; the float whose word would be
// 0xdeaddeaddeaddead is boxed (see [Float]); the bits of a pointer never rest in an integer across a call.
type Value struct{ word unsafe.Pointer }

const (
	floatOffset = 0x0002 << 48
	intTag      = 0xFFFE << 48
	intBits     = 49
	// deadWord is the bit pattern that the collector rejects as a marker of its own.
	deadWord = 0xdeaddeaddeaddead

	// MinInline and MaxInline bound the ints that need no object.
	MinInline = -1 << (intBits - 1)
	MaxInline = 1<<(intBits-1) - 1
)

// fromBits makes a Value of a word that is not a pointer. Adding to a nil pointer keeps the word in a register, where a
// conversion through memory costs a store and a load.
func fromBits(bits uint64) Value { return Value{unsafe.Add(nil, int(bits))} }

// FromWord is [Value] from the word of an int or a float, as machine code leaves it. A pointer's word must never pass
// through here.
func FromWord(bits uint64) Value { return fromBits(bits) }

// FromPointer makes the Value of an object. p is nil or points to a struct that begins with [Head].
func FromPointer(p unsafe.Pointer) Value { return Value{p} }

// Pointer returns the address of the object; only valid where v.IsObject().
func (v Value) Pointer() unsafe.Pointer { return v.word }

// Bits returns the word. The result must not be kept across a call where it may be a pointer.
func (v Value) Bits() uint64 { return uint64(uintptr(v.word)) }

// IsZero reports whether v is "no value".
func (v Value) IsZero() bool { return v.word == nil }

// IsObject reports whether v is a pointer to an object; the zero Value is not one.
//
// The zero word wraps around, so that one comparison does.
func (v Value) IsObject() bool { return (v.Bits()-1)>>48 == 0 }

// IsInline reports whether v is an int without an object.
func (v Value) IsInline() bool { return v.Bits() >= intTag }

// IsFloat reports whether v is a float without an object.
func (v Value) IsFloat() bool {
	return v.Bits()-floatOffset < intTag-floatOffset
}

// Inline returns the int of an inline int.
func (v Value) Inline() int64 { return int64(v.Bits()<<(64-intBits)) >> (64 - intBits) }

// Float returns the float of a float word.
func (v Value) Float() float64 { return math.Float64frombits(v.Bits() - floatOffset) }

// BothInline reports whether both values are inline ints, with one comparison.
func BothInline(a, b Value) bool { return a.Bits()&b.Bits() >= intTag }

// FitsInline reports whether i needs no object.
func FitsInline(i int64) bool { return uint64(i-MinInline) <= MaxInline-MinInline }

// InlineInt makes an int that is known to fit 49 bits.
func InlineInt(i int64) Value { return fromBits(uint64(i) | intTag) }

// Int makes an int.
func Int(i int64) Value {
	if FitsInline(i) {
		return fromBits(uint64(i) | intTag)
	}
	return boxInt64(i)
}

// Float makes a float. NaNs lose sign and payload here, because their bit patterns would collide with the tags.
func Float(f float64) Value {
	bits := math.Float64bits(f)
	if f != f {
		bits = 0x7FF8 << 48
	}
	bits += floatOffset
	if bits == deadWord {
		return boxFloat(f)
	}
	return fromBits(bits)
}

// PlainFloat reports whether f is the number of its word as it stands: it is not NaN and needs no object. With FloatWord it
// is [Float] in parts that are small enough to be inlined in the interpreter's loop.
func PlainFloat(f float64) bool { return f == f && math.Float64bits(f) != deadWord-floatOffset }

// FloatWord makes a float of which PlainFloat is true.
func FloatWord(f float64) Value { return fromBits(math.Float64bits(f) + floatOffset) }

// FloatFromBits makes a float of its IEEE 754 bits.
func FloatFromBits(bits uint64) Value { return Float(math.Float64frombits(bits)) }

// Bool makes a bool.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Head is the first field of every object.
type Head struct{ typ *Type }

// MakeHead returns the head of an object of the given type.
func MakeHead(typ *Type) Head { return Head{typ} }

// SetType changes the type of an object (assignment to __class__).
func (h *Head) SetType(typ *Type) { h.typ = typ }

// TypeOf returns the type of a value that is not zero.
func TypeOf(v Value) *Type {
	switch bits := v.Bits(); {
	case bits>>48 == 0:
		return (*Head)(v.word).typ
	case bits >= intTag:
		return &IntType
	default:
		return &FloatType
	}
}

// HeadType returns the type of an object: [TypeOf] for a value that is known to be one.
func HeadType(v Value) *Type { return (*Head)(v.word).typ }

// objectType returns the type of v where v is an object, else nil. Cheaper than TypeOf where inline values cannot match.
func objectType(v Value) *Type {
	if v.IsObject() {
		return (*Head)(v.word).typ
	}
	return nil
}

// Is reports whether v is an object whose type is exactly typ.
func Is(v Value, typ *Type) bool { return v.IsObject() && (*Head)(v.word).typ == typ }

// IsInstance reports whether v's type is typ or derives from it, without asking __instancecheck__.
func IsInstance(v Value, typ *Type) bool {
	vt := TypeOf(v)
	return vt == typ || vt.IsSubtype(typ)
}

// As returns the object of v as a *T. The caller knows that v's layout is T's.
func As[T any](v Value) *T { return (*T)(v.word) }

// ToValue returns the Value of an object.
func ToValue[T any](p *T) Value { return Value{unsafe.Pointer(p)} }

// singleton objects have nothing but a head.
type singleton struct{ Head }

var (
	noneObject           = singleton{Head{&NoneType}}
	trueObject           = IntObject{Head: Head{&BoolType}, lo: 1}
	falseObject          = IntObject{Head: Head{&BoolType}}
	ellipsisObject       = singleton{Head{&EllipsisType}}
	notImplementedObject = singleton{Head{&NotImplementedType}}
)

// The singletons.
var (
	None           = Value{unsafe.Pointer(&noneObject)}
	True           = Value{unsafe.Pointer(&trueObject)}
	False          = Value{unsafe.Pointer(&falseObject)}
	Ellipsis       = Value{unsafe.Pointer(&ellipsisObject)}
	NotImplemented = Value{unsafe.Pointer(&notImplementedObject)}
)
