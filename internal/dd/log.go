package dd

import "math"

// log returns the natural logarithm of a positive finite x, with an error of 2^-95 of it or so where x is not close to 1,
// and an absolute one of 2^-105 times the distance there.
func log(x float64) num {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	k := float64(e)
	// One step of Newton's method for exp(y) = m from the library's logarithm: with d = m*exp(-y)-1, of 2^-50 or so, the
	// logarithm is y + d - d²/2 + d³/3.
	y := math.Log(m)
	var l num
	if d := m - 1; math.Abs(d) < 0x1p-8 {
		l = log1pSeries(d)
	} else {
		s := expm1Reduced(num{-y, 0})
		// m*(1+s)-1 = (m-1) + m*s
		r := add(num{d, 0}, mulFloat(s, m))
		r2 := float64(r.hi * r.hi)
		l = add(num{y, 0}, addFloat(r, -r2/2+float64(r2*r.hi)/3))
	}
	if k == 0 {
		return l
	}
	l = add(l, num{float64(k * ln2c), 0})
	l = add(l, twoProd(k, ln2b))
	return add(l, num{float64(k * ln2a), 0})
}

// log1pSeries is log(1+d) for small d by the series of the inverse hyperbolic tangent: 2(z + z³/3 + z⁵/5 …) with
// z = d/(2+d).
func log1pSeries(d float64) num {
	if d == 0 {
		return num{}
	}
	den := twoSum(2, d)
	z := div(num{d, 0}, den)
	z2 := mul(z, z)
	s := num{}
	for n := 15; n >= 3; n -= 2 {
		s = mul(add(s, div(num{1, 0}, num{float64(n), 0})), z2)
	}
	return scale(add(z, mul(z, s)), 2)
}

func div(a, b num) num {
	q := a.hi / b.hi
	r := add(a, neg(mulFloat(b, q)))
	q2 := r.hi / b.hi
	r = add(r, neg(mulFloat(b, q2)))
	return add(fastSum(q, q2), num{r.hi / b.hi, 0})
}

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	l := log(x)
	return l.hi + l.lo
}
