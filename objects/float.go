package objects

import (
	"math"
	"strconv"
	"strings"
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
	s := strconv.FormatFloat(f, 'e', -1, 64)
	i := strings.IndexByte(s, 'e')
	exp, _ := strconv.Atoi(s[i+1:])
	if exp < -4 || exp >= 16 {
		return s
	}
	s = strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
