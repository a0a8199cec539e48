package libm

import "math"

// pi and its half in double-double.
var (
	piNum     = num{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53}
	piHalfNum = num{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54}
)

// atanRatio is the arctangent of y/x for 0 <= y <= x of normal size: from the table for the nearest 128th c of the ratio, and
// a series for the angle between, whose tangent is (y-c*x)/(x+c*y).
func atanRatio(y, x num) num {
	_, j := toInt(y.hi / x.hi * 128)
	c := float64(j) / 128
	p, q := twoProd(c, x.hi), twoProd(c, y.hi)
	n := twoSum(y.hi, -p.hi)
	d := fastSum(x.hi, q.hi)
	t := quotient(fastSum(n.hi, n.lo+(y.lo-float64(c*x.lo)-p.lo)), num{d.hi, d.lo + (q.lo + x.lo + float64(c*y.lo))})
	h2 := float64(t.hi * t.hi)
	rest := float64(float64(t.hi*h2) * (-1.0/3 + float64(h2*(1.0/5-float64(h2*(1.0/7-float64(h2*(1.0/9))))))))
	a := &atanTable[j]
	s := fastSum(a.hi, t.hi)
	return fastSum(s.hi, s.lo+(a.lo+t.lo+rest))
}

// angle is the angle of the vector (x, y) for y and x of normal size, not negative.
func angle(y, x num) num {
	if y.hi <= x.hi {
		return atanRatio(y, x)
	}
	return add(piHalfNum, neg(atanRatio(x, y)))
}

// bias is by how much the arctangent of a ratio from 33/512 to 1 comes out larger in the C library before rounding: near each
// multiple c of 1/256 it uses the best polynomial of degree five, which replaces the term in the sixth power of the distance by
// the even powers that are closest to it (Chebyshev's economisation).
func bias(ratio float64) float64 {
	if ratio < 33.0/512 || ratio > 1 {
		return 0
	}
	m, j := toInt(ratio * 256)
	z := (ratio - m/256) * 512
	zz := float64(z * z)
	rest := float64(zz*float64(zz*zz)) - float64(48.0/32*zz*zz) + float64(18.0/32*zz) - 1.0/32
	return -float64(atanSixth[j-17] * float64(0x1p-54*rest))
}

// Atan2 returns the angle of the vector (x, y) in radians.
func Atan2(y, x float64) float64 {
	ay, ax := math.Abs(y), math.Abs(x)
	if x != x || y != y || ay == 0 || ax == 0 || math.IsInf(ax, 0) || math.IsInf(ay, 0) {
		return math.Atan2(y, x)
	}
	larger, smaller := max(ay, ax), min(ay, ax)
	if larger > 0x1p400 || smaller < 0x1p-400 {
		_, e := math.Frexp(larger)
		if _, small := math.Frexp(smaller); e-small > 400 {
			switch {
			case ay > ax:
				return math.Copysign(math.Pi/2, y)
			case x > 0:
				return math.Copysign(ay/ax, y)
			}
			return math.Copysign(math.Pi, y)
		}
		ay, ax = math.Ldexp(ay, -e), math.Ldexp(ax, -e)
	}
	a := angle(num{ay, 0}, num{ax, 0})
	if ay < ax {
		a.lo += bias(ay / ax)
	}
	if x < 0 {
		a = add(piNum, neg(a))
	}
	return math.Copysign(a.hi+a.lo, y)
}

// Atan returns the arctangent of x.
func Atan(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x || x == 0:
		return x
	case ax < 0x1p-26:
		return x - float64(x*float64(x*x))/3
	case ax > 0x1p66:
		return math.Copysign(math.Pi/2, x)
	}
	a := angle(num{ax, 0}, num{1, 0})
	a.lo += bias(ax)
	return math.Copysign(a.hi+a.lo, x)
}

// leg is sqrt(1-x²).
func leg(x float64) num {
	p := twoProd(x, x)
	s := fastSum(1, -p.hi)
	s = fastSum(s.hi, s.lo-p.lo)
	r := math.Sqrt(s.hi)
	if r == 0 {
		return num{}
	}
	return fastSum(r, (math.FMA(-r, r, s.hi)+s.lo)/(2*r))
}

// asinSmall returns q and x³, so that asin(x) = x + q*x³, for x from 0 to 1/8.
func asinSmall(x float64) (q, cube float64) {
	z := float64(x * x)
	for i := len(asinSmallPoly) - 1; i >= 0; i-- {
		q = math.FMA(z, q, asinSmallPoly[i])
	}
	return q, float64(z * x)
}

// asinParts returns asin(x), for x from 1/8 to 15/16, as a float and a small rest.
func asinParts(x float64) (h, rest float64) {
	j := int(x * 256)
	t := &asinTable[j-32]
	z := x - (float64(j)+0.5)/256
	q := t[11]
	for i := 10; i >= 3; i-- {
		q = math.FMA(z, q, t[i])
	}
	return t[0], math.FMA(t[2], z, math.FMA(float64(z*z), q, t[1]))
}

// Asin and Acos return the arc sine and the arc cosine of x in radians, NaN beyond 1.
func Asin(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x || ax > 1:
		return math.NaN()
	case ax < 0x1p-26:
		return x
	case ax < 0.125:
		q, cube := asinSmall(ax)
		return math.Copysign(math.FMA(q, cube, ax), x)
	case ax < 15.0/16:
		h, rest := asinParts(ax)
		return math.Copysign(h+rest, x)
	}
	a := angle(num{ax, 0}, leg(x))
	return math.Copysign(a.hi+a.lo, x)
}

func Acos(x float64) float64 {
	ax := math.Abs(x)
	if x != x || ax > 1 {
		return math.NaN()
	}
	if ax < 15.0/16 {
		var h, rest float64
		if ax < 0.125 {
			q, cube := asinSmall(ax)
			h, rest = ax, float64(q*cube)
		} else {
			h, rest = asinParts(ax)
		}
		if x > 0 {
			h, rest = -h, -rest
		}
		s := fastSum(piHalfNum.hi, h)
		return s.hi + (s.lo + (piHalfNum.lo + rest))
	}
	var a num
	if ax < 1 {
		a = angle(leg(x), num{ax, 0})
	}
	if x < 0 {
		a = add(piNum, neg(a))
	}
	return a.hi + a.lo
}
