// Package dd computes elementary functions in double-double arithmetic: a number is the unevaluated sum of two floats,
// which gives about 105 bits. Results are rounded to a float once, so that all but a few in 2^40 are correctly rounded, as
// those of a good C library nearly are; Go's math package errs by an ulp or more.
//
// The algorithms are the classic error-free transformations (Dekker, "A floating-point technique for extending the
// available precision", 1971; Knuth, volume 2) and series after argument reduction.
package dd

import "math"

// num is an unevaluated sum hi+lo with |lo| <= ulp(hi)/2.
type num struct{ hi, lo float64 }

// twoSum returns a+b exactly.
func twoSum(a, b float64) num {
	s := a + b
	bb := s - a
	return num{s, (a - (s - bb)) + (b - bb)}
}

// fastSum returns a+b exactly for |a| >= |b|.
func fastSum(a, b float64) num {
	s := a + b
	return num{s, b - (s - a)}
}

// twoProd returns a*b exactly.
func twoProd(a, b float64) num {
	p := float64(a * b)
	return num{p, math.FMA(a, b, -p)}
}

func add(a, b num) num {
	s := twoSum(a.hi, b.hi)
	t := twoSum(a.lo, b.lo)
	s = fastSum(s.hi, s.lo+t.hi)
	return fastSum(s.hi, s.lo+t.lo)
}

func addFloat(a num, b float64) num {
	s := twoSum(a.hi, b)
	return fastSum(s.hi, s.lo+a.lo)
}

func mul(a, b num) num {
	p := twoProd(a.hi, b.hi)
	return fastSum(p.hi, p.lo+(float64(a.hi*b.lo)+float64(a.lo*b.hi)))
}

func mulFloat(a num, b float64) num {
	p := twoProd(a.hi, b)
	return fastSum(p.hi, p.lo+float64(a.lo*b))
}

func neg(a num) num { return num{-a.hi, -a.lo} }

// scale multiplies by a power of two, exactly while the result is normal.
func scale(a num, f float64) num { return num{a.hi * f, a.lo * f} }
