package objects

import (
	"bytes"
	"math"
	"strconv"
)

// FloatType is float.
var FloatType Type

// floatObject is a float that has an object: the one whose word the collector rejects, or an instance of a class derived
// from float.
type floatObject struct {
	Head
	f float64
}

func boxFloat(f float64) Value {
	return ToValue(&floatObject{Head{&FloatType}, f})
}

// FloatOf returns the value of a float (or of an instance of a class derived from it).
func FloatOf(v Value) (float64, bool) {
	if v.IsFloat() {
		return v.Float(), true
	}
	if IsFloatObject(v) {
		return As[floatObject](v).f, true
	}
	return 0, false
}

// IsFloatObject reports whether v is a float that has an object.
func IsFloatObject(v Value) bool {
	typ := objectType(v)
	return typ != nil && (typ == &FloatType || typ.IsSubtype(&FloatType))
}

// HashFloat is hash() of a float as CPython defines it: equal to the hash of an equal int. A NaN hashes by identity there;
// here NaNs have no identity and hash to 0.
func HashFloat(f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		return -314159
	case f != f:
		return 0
	}
	m, e := math.Frexp(f)
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	var x uint64
	for m != 0 {
		x = x<<28&intModulus | x>>(61-28)
		m *= 1 << 28
		e -= 28
		y := uint64(m)
		m -= float64(y)
		x += y
		if x >= intModulus {
			x -= intModulus
		}
	}
	e %= 61
	if e < 0 {
		e += 61
	}
	x = x<<e&intModulus | x>>(61-e)
	h := int64(x) * sign
	if h == -1 {
		h = -2
	}
	return h
}

// FloatRepr is repr() of a float: the shortest digits that give the same float back.
func FloatRepr(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "inf"
	case math.IsInf(f, -1):
		return "-inf"
	case f != f:
		return "nan"
	}
	var buf [32]byte
	return string(appendFloat(buf[:0], f))
}

// appendFloat appends repr() of a finite float.
func appendFloat(b []byte, f float64) []byte {
	a := math.Abs(f)
	switch {
	case a >= 1e-4 && a < 1e15 && a == math.Trunc(a):
		return append(strconv.AppendInt(b, int64(f), 10), ".0"...)
	case f != 0 && (a < 1e-4 || a >= 1e16):
		// Neither bound rounds to the other side: both are as short as the format allows.
		return strconv.AppendFloat(b, f, 'e', -1, 64)
	}
	at := len(b)
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	if bytes.IndexByte(b[at:], '.') < 0 {
		b = append(b, ".0"...)
	}
	return b
}

// floatStr is repr() of a float.
func floatStr(f float64) *Str {
	if math.IsInf(f, 0) || f != f {
		return NewStr(FloatRepr(f))
	}
	var buf [32]byte
	return strFromASCII(appendFloat(buf[:0], f))
}
