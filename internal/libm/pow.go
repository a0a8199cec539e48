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
