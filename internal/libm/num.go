package libm

import "math"

// num is an unevaluated sum hi+lo with |lo| <= ulp(hi)/2. The algorithms are the classic error-free transformations
// (Dekker, "A floating-point technique for extending the available precision", 1971; Knuth, volume 2).
type num struct{ hi, lo float64 }

// twoSum returns a+b exactly.
func twoSum(a, b float64) num {
	s := a + b
	bb := s - a
	return num{s, (a - (s - bb)) + (b - bb)}
}

// fastSum returns a+b exactly for |a| >= |b| or a zero.
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

// quotient returns a/b with an error of 2^-100 or so.
func quotient(a, b num) num {
	q := a.hi / b.hi
	r := math.FMA(-q, b.hi, a.hi)
	return fastSum(q, (r+(a.lo-float64(q*b.lo)))/b.hi)
}

func neg(a num) num { return num{-a.hi, -a.lo} }

// toInt rounds a float below 2^51 to the nearest whole number.
func toInt(x float64) (n float64, i int) {
	const magic = 0x1.8p52
	n = x + magic - magic
	return n, int(n)
}
