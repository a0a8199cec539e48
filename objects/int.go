package objects

import (
	"math/big"
	"math/bits"
)

// IntType is int, BoolType bool.
var IntType, BoolType Type

// IntObject is an int that has an object: one that does not fit 49 bits, or an instance of a class derived from int. Where big
// is nil the value is the 128-bit two's complement number hi:lo; otherwise it is *big, which then does not fit 128 bits.
type IntObject struct {
	Head
	hi  int64
	lo  uint64
	big *big.Int
}

// boxInt64 makes the object of an int that does not fit 49 bits.
func boxInt64(i int64) Value {
	return wordsInt(i>>63, uint64(i))
}

// wordsInt makes the object of an int of up to 127 bits. It refers to nothing but its type, which is a variable of the program.
func wordsInt(hi int64, lo uint64) Value {
	p := newInt()
	p.typ, p.hi, p.lo = &IntType, hi, lo
	return ToValue(p)
}

// setInt gives an int object its value.
func (p *IntObject) setInt(v *big.Int) {
	if v.BitLen() > 127 {
		p.big = v
		return
	}
	p.hi, p.lo = 0, 0
	for i, w := range v.Bits() {
		if bits.UintSize == 64 && i == 1 {
			p.hi = int64(w)
		} else if i == 0 {
			p.lo = uint64(w)
		}
	}
	if v.Sign() < 0 {
		var borrow uint64
		p.lo, borrow = bits.Sub64(0, p.lo, 0)
		hi, _ := bits.Sub64(0, uint64(p.hi), borrow)
		p.hi = int64(hi)
	}
}

// BigInt makes an int. The number belongs to the value from then on.
func BigInt(v *big.Int) Value {
	if v.IsInt64() {
		return Int(v.Int64())
	}
	p := &IntObject{Head: Head{&IntType}}
	p.setInt(v)
	return ToValue(p)
}

// Big returns the value of an int object as a number that the caller may change.
func (p *IntObject) Big() *big.Int {
	if p.big != nil {
		return new(big.Int).Set(p.big)
	}
	neg := p.hi < 0
	hi, lo := uint64(p.hi), p.lo
	if neg {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
	}
	v := new(big.Int).SetBits([]big.Word{big.Word(lo), big.Word(hi)})
	if neg {
		v.Neg(v)
	}
	return v
}

// BigOf returns the value of an int as a number that the caller may change; nil where v is no int.
func BigOf(v Value) *big.Int {
	if v.IsInline() {
		return big.NewInt(v.Inline())
	}
	if typ := objectType(v); typ != nil && typ.Flags&FlagIntSub != 0 {
		return As[IntObject](v).Big()
	}
	return nil
}

// Int64Of returns the value of an int (or of an instance of a class derived from it) that fits 64 bits.
func Int64Of(v Value) (int64, bool) {
	if v.IsInline() {
		return v.Inline(), true
	}
	if typ := objectType(v); typ != nil && typ.Flags&FlagIntSub != 0 {
		p := As[IntObject](v)
		if p.big == nil && p.hi == int64(p.lo)>>63 {
			return int64(p.lo), true
		}
	}
	return 0, false
}

// IsInt reports whether v is an int or of a class derived from it.
func IsInt(v Value) bool {
	if v.IsInline() {
		return true
	}
	typ := objectType(v)
	return typ != nil && typ.Flags&FlagIntSub != 0
}

// Sign returns the sign of an int: -1, 0 or 1.
func Sign(v Value) int {
	if v.IsInline() {
		switch i := v.Inline(); {
		case i < 0:
			return -1
		case i > 0:
			return 1
		}
		return 0
	}
	p := As[IntObject](v)
	switch {
	case p.big != nil:
		return p.big.Sign()
	case p.hi < 0:
		return -1
	case p.hi == 0 && p.lo == 0:
		return 0
	}
	return 1
}

// intModulus is the prime 2^61-1, by which CPython hashes numbers so that equal ones of different types agree.
const intModulus = 1<<61 - 1

// hashInline is hash() of an inline int.
func hashInline(i int64) int64 {
	if i == -1 {
		return -2
	}
	// 49 bits are always below the modulus.
	return i
}

// intHash is hash() of an int.
func intHash(t *Thread, v Value) (int64, error) {
	if v.IsInline() {
		return hashInline(v.Inline()), nil
	}
	p := As[IntObject](v)
	if i, ok := Int64Of(v); ok {
		h := i % intModulus
		if h == -1 {
			h = -2
		}
		return h, nil
	}
	if p.big == nil {
		neg, hi, lo := p.magnitude()
		_, r := bits.Div64(hi%intModulus, lo, intModulus)
		return signedHash(neg, r), nil
	}
	// A limb is 64 bits, so each multiplies what stands above it by 2^64 = 8 modulo 2^61-1.
	var r uint64
	words := p.big.Bits()
	for i := len(words) - 1; i >= 0; i-- {
		_, r = bits.Div64(r, uint64(words[i]), intModulus)
	}
	return signedHash(p.big.Sign() < 0, r), nil
}

func signedHash(neg bool, r uint64) int64 {
	h := int64(r)
	if neg {
		h = -h
	}
	return fixHash(h)
}

// magnitude returns the sign and the absolute value of a number without big.
func (p *IntObject) magnitude() (neg bool, hi, lo uint64) {
	hi, lo = uint64(p.hi), p.lo
	if p.hi < 0 {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
		return true, hi, lo
	}
	return false, hi, lo
}

// compareResult turns the sign of a difference into the result of a comparison.
func compareResult(c int, op CompareOp) Value {
	switch op {
	case OpLt:
		return Bool(c < 0)
	case OpLe:
		return Bool(c <= 0)
	case OpEq:
		return Bool(c == 0)
	case OpNe:
		return Bool(c != 0)
	case OpGt:
		return Bool(c > 0)
	}
	return Bool(c >= 0)
}

// idOfWord is the int of a word that is not an address; it is never the address of an object.
func idOfWord(bits uint64) Value {
	return BigInt(new(big.Int).SetUint64(bits))
}
