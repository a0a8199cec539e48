package libm

import "math"

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
	r := generalPow(x, y)
	if negative {
		r = -r
	}
	return r
}

// generalPow computes exp(y*log(x)) for positive x.
func generalPow(x, y float64) float64 {
	log := powLog(x)
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

// firstPowMantissa is 271/384, cut to 32 bits: the step across 1 and the one before it, those without a reciprocal, then reach
// equally far, from 1-1/192 to 1+1/192.
const firstPowMantissa = 0x3fe69555 << 32

// powLog returns the natural logarithm of a positive finite x, with a relative error of 2^-68 or less: that of the power of
// two, that of a short reciprocal of the mantissa, from a table, and a series for what remains, its first two terms exactly.
func powLog(x float64) num {
	z, k := mantissa(x, firstPowMantissa)
	i := math.Float64bits(z) - firstPowMantissa
	p := &powTable[i>>45]
	r := math.FMA(z, p.inv, -1)
	e := float64(k)
	w := math.FMA(e, ln2High, p.log)
	lo := math.FMA(e, ln2Low, p.tail)
	s := w + r
	lo += w - s + r
	r2 := float64(r * r)
	hi := s - r2/2
	lo += math.FMA(r, r, -r2)/-2 + (s - hi - r2/2)
	c := &powPoly
	q := math.FMA(r2, math.FMA(r2, math.FMA(r, c[5], c[4]), math.FMA(r, c[3], c[2])), math.FMA(r, c[1], c[0]))
	return fastSum(hi, math.FMA(float64(r*r2), q, lo))
}
