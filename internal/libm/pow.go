package libm

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
	m, e := math.Frexp(x)
	odd := uint64(math.Ldexp(m, 53))
	zeros := bits.TrailingZeros64(odd)
	odd >>= zeros
	n := uint64(1)
	for range int(y) {
		hi, lo := bits.Mul64(n, odd)
		if hi != 0 || lo >= 1<<54 {
			return 0, false
		}
		n = lo
	}
	return round(num{float64(n), float64(int64(n) - int64(float64(n)))}, (e-53+zeros)*int(y)), true
}

// generalPow computes exp(y*log(x)) for positive x.
func generalPow(x, y float64) float64 {
	log := fastLog(x)
	hi := float64(y * log.hi)
	switch {
	case hi > 800:
		return math.Inf(1)
	case hi < -800:
		return 0
	case math.Abs(hi) < 0x1p-54:
		return 1 + hi
	}
	s, t, k := expParts(hi, math.FMA(y, log.lo, math.FMA(y, log.hi, -hi)))
	return assemble(s, t, k, hi > -512)
}
