package dd

import (
	"math"
	"math/bits"
)

// Pow returns x**y with the special cases of C's pow.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case x != x || y != y:
		return math.NaN()
	case x == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	case y == 2:
		return x * x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	case y == -1:
		return 1 / x
	}
	negative := false
	if x < 0 {
		if y != math.Floor(y) {
			return math.NaN()
		}
		negative = math.Mod(y, 2) != 0
		x = -x
		if x == 1 {
			if negative {
				return -1
			}
			return 1
		}
	}
	r, ok := exactPow(x, y)
	if !ok {
		r = generalPow(x, y)
	}
	if negative {
		r = -r
	}
	return r
}

// exactPow multiplies out the powers whose exact value has at most 54 bits: those that could lie half way between two
// floats, where no approximation decides the rounding.
func exactPow(x, y float64) (float64, bool) {
	if m, e := math.Frexp(x); m == 0.5 {
		// A power of two.
		if k := float64(float64(e-1) * y); k == math.Floor(k) {
			return math.Ldexp(1, int(min(max(k, -2000), 2000))), true
		}
	}
	if y < 2 || y > 34 || y != math.Floor(y) {
		return 0, false
	}
	m, _ := math.Frexp(x)
	b := uint64(math.Ldexp(m, 53))
	if float64(53-bits.TrailingZeros64(b)-1)*y > 54 {
		return 0, false
	}
	r := x
	for range int(y) - 1 {
		r *= x
	}
	// Below the normal range the factors would be rounded more than once.
	return r, r >= 0x1p-1000 && !math.IsInf(r, 0)
}

func generalPow(x, y float64) float64 {
	log := log(x)
	if rough := log.hi * y; math.Abs(rough) > 800 {
		if rough > 0 {
			return math.Inf(1)
		}
		return 0
	}
	l := mulFloat(log, y)
	switch {
	case l.hi > 710:
		return math.Inf(1)
	case l.hi < -746:
		return 0
	case math.Abs(l.hi) < 0x1p-60:
		return 1 + l.hi
	}
	return round(exp(l))
}
