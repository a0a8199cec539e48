package dd

import (
	"math"
	"sync"
)

// Sine and cosine with about 66 bits, which decide the rounding of all but one result in some thousand (Ziv, "Fast evaluation
// of elementary mathematical functions with correctly rounded last bit", 1991); the rest is left to the series in
// double-double, which take ten times as long. The reduced angle is split into a multiple of 1/64, whose sine and cosine
// come from a table, and a rest of at most 1/128, for which a few terms in single floats do.

// quickError is a bound of the relative error of quickSin with a margin of 2^3.
const quickError = 0x1p-64

// sinTable holds sine and cosine of the multiples of 1/64 up to pi/4, made when they are first asked for.
var sinTable struct {
	once     sync.Once
	sin, cos [52]num
}

func fillSinTable() {
	for k := range sinTable.sin {
		sinTable.sin[k], sinTable.cos[k] = sinCosReduced(num{float64(k) / 64, 0})
	}
}

// quickSin returns the sine of x, or with quarter 1 the cosine; ok is false where it does not know how to round.
func quickSin(x float64, quarter int) (result float64, ok bool) {
	if a := math.Abs(x); !(a >= 0x1p-20 && a < 1<<18) {
		return 0, false
	}
	sinTable.once.Do(fillSinTable)
	r, quadrant := reduce(x)
	quadrant = (quadrant + quarter) & 3
	negative := quadrant&2 != 0
	if r.hi < 0 {
		r = neg(r)
		if quadrant&1 == 0 {
			negative = !negative
		}
	}
	k := math.RoundToEven(r.hi * 64)
	// The difference of neighbouring floats is exact.
	d := twoSum(r.hi-k/64, r.lo)
	s, c := sinTable.sin[int(k)], sinTable.cos[int(k)]
	h := d.hi
	h2 := float64(h * h)
	sd := num{d.hi, d.lo + float64(float64(h*h2)*(-1.0/6+float64(h2*(1.0/120+float64(h2*(-1.0/5040+float64(h2*(1.0/362880))))))))}
	p := twoProd(h, h)
	cd := num{-p.hi / 2, -p.lo/2 - float64(h*d.lo) + float64(float64(h2*h2)*(1.0/24+float64(h2*(-1.0/720+float64(h2*(1.0/40320))))))}
	// sin(a+d) = s + (s*(cos d - 1) + c*sin d), cos(a+d) = c + (c*(cos d - 1) - s*sin d)
	var y num
	if quadrant&1 == 0 {
		y = add(s, add(mul(c, sd), mul(s, cd)))
	} else {
		y = add(c, add(mul(c, cd), neg(mul(s, sd))))
	}
	e := math.Abs(y.hi) * quickError
	result = y.hi + (y.lo + e)
	if result != y.hi+(y.lo-e) {
		return 0, false
	}
	if negative {
		result = -result
	}
	return result, true
}
