package dd

import (
	"math"
	"math/big"
)

// pi/2 as four floats: the products of the first three with a whole number below 2^20 are exact.
const (
	piHalfA = 0x1.921fb544p+0
	piHalfB = 0x1.0b4611a6p-34
	piHalfC = 0x1.3198a2ep-69
	piHalfD = 0x1.b839a252049c1p-104
)

// reduce returns the remainder of x by pi/2 in double-double, and the quotient modulo 4.
func reduce(x float64) (r num, quadrant int) {
	n := math.RoundToEven(x * (2 / math.Pi))
	if math.Abs(n) < 1<<19 {
		r = twoSum(x, -float64(n*piHalfA))
		r = addFloat(r, -float64(n*piHalfB))
		r = addFloat(r, -float64(n*piHalfC))
		r = add(r, neg(twoProd(n, piHalfD)))
		return r, int(n) & 3
	}
	return reduceLarge(x)
}

// reduceLarge reduces with 1,300 bits: exact for every float, and slow.
func reduceLarge(x float64) (r num, quadrant int) {
	const prec = 1300
	half := piHalf(prec)
	v := new(big.Float).SetPrec(prec).SetFloat64(x)
	quo := new(big.Float).SetPrec(prec).Quo(v, half)
	q, _ := quo.Add(quo, big.NewFloat(math.Copysign(0.5, x))).Int(nil)
	v.Sub(v, new(big.Float).SetPrec(prec).Mul(half, new(big.Float).SetPrec(prec).SetInt(q)))
	hi, _ := v.Float64()
	lo, _ := new(big.Float).Sub(v, new(big.Float).SetFloat64(hi)).Float64()
	m := new(big.Int).And(q, big.NewInt(3))
	return num{hi, lo}, int(m.Int64())
}

// piHalf computes pi/2 by Machin's formula, pi/4 = 4 arctan(1/5) - arctan(1/239), in whole numbers.
func piHalf(prec uint) *big.Float {
	const guard = 32
	one := new(big.Int).Lsh(big.NewInt(1), prec+guard)
	arctan := func(n int64) *big.Int {
		square := big.NewInt(n * n)
		term := new(big.Int).Quo(one, big.NewInt(n))
		sum := new(big.Int).Set(term)
		for k := int64(3); term.Sign() != 0; k += 2 {
			term.Quo(term, square)
			part := new(big.Int).Quo(term, big.NewInt(k))
			if k&2 != 0 {
				sum.Sub(sum, part)
			} else {
				sum.Add(sum, part)
			}
		}
		return sum
	}
	v := arctan(5)
	v.Lsh(v, 2)
	v.Sub(v, arctan(239))
	v.Lsh(v, 1)
	f := new(big.Float).SetPrec(prec).SetInt(v)
	return f.SetMantExp(f, -int(prec+guard))
}

// sinCosReduced computes both for |x| <= pi/4 from the angle's sixteenth: the series, then the doubling formulas.
func sinCosReduced(x num) (sin, cos num) {
	const steps = 4
	r := scale(x, 1.0/(1<<steps))
	r2 := mul(r, r)
	// sin r - r and 1 - cos r, which keeps the bits of small angles. |r| < 0.05: seven terms reach 2^-105.
	s, v := num{}, num{}
	for n := 17; n >= 3; n -= 2 {
		s = neg(div(mul(addFloat(s, 1), r2), num{float64(n * (n - 1)), 0}))
	}
	sin = add(r, mul(r, s))
	for n := 18; n >= 4; n -= 2 {
		v = neg(div(mul(addFloat(v, 1), r2), num{float64(n * (n - 1)), 0}))
	}
	vers := mul(scale(r2, 0.5), addFloat(v, 1))
	for range steps {
		// sin 2a = 2 sin a cos a, 1 - cos 2a = 2 sin² a
		c := addFloat(neg(vers), 1)
		vers = scale(mul(sin, sin), 2)
		sin = scale(mul(sin, c), 2)
	}
	return sin, addFloat(neg(vers), 1)
}

// SinCos returns the sine and the cosine of x in radians.
func SinCos(x float64) (sin, cos float64) {
	s, c := sinCos(x)
	return s.hi + s.lo, c.hi + c.lo
}

func sinCos(x float64) (sin, cos num) {
	switch {
	case x != x || math.IsInf(x, 0):
		return num{math.NaN(), 0}, num{math.NaN(), 0}
	case math.Abs(x) < 0x1p-27:
		return num{x, -x * x * x / 6}, num{1, -x * x / 2}
	}
	r, quadrant := reduce(x)
	s, c := sinCosReduced(r)
	switch quadrant {
	case 1:
		return c, neg(s)
	case 2:
		return neg(s), neg(c)
	case 3:
		return neg(c), s
	}
	return s, c
}

// Sin and Cos return the sine and the cosine of x in radians.
func Sin(x float64) float64 {
	if x == 0 {
		return x
	}
	if r, ok := quickSin(x, 0); ok {
		return r
	}
	s, _ := SinCos(x)
	return s
}

func Cos(x float64) float64 {
	if r, ok := quickSin(x, 1); ok {
		return r
	}
	_, c := SinCos(x)
	return c
}

// Tan returns the tangent of x in radians.
func Tan(x float64) float64 {
	if x == 0 || x != x || math.IsInf(x, 0) {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	t := div(s, c)
	return t.hi + t.lo
}

// pi and its halves in double-double.
var (
	piNum     = num{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53}
	piHalfNum = num{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54}
)

// atanRatio is the arctangent of y/x for 0 < y <= x.
func atanRatio(y, x float64) num {
	a := math.Atan(y / x)
	if a < 0x1p-30 {
		t := div(num{y, 0}, num{x, 0})
		return add(t, scale(mul(t, mul(t, t)), -1.0/3))
	}
	// The rest is the angle of the vector turned back by a.
	s, c := sinCos(a)
	num1 := add(mulFloat(c, y), neg(mulFloat(s, x)))
	den := add(mulFloat(c, x), mulFloat(s, y))
	return add(num{a, 0}, div(num1, den))
}

// Atan2 returns the angle of the vector (x, y) in radians.
func Atan2(y, x float64) float64 {
	ay, ax := math.Abs(y), math.Abs(x)
	if x != x || y != y || ay == 0 || ax == 0 || math.IsInf(ax, 0) || math.IsInf(ay, 0) {
		return math.Atan2(y, x)
	}
	// A common scale keeps the products in range.
	_, e := math.Frexp(max(ax, ay))
	if _, small := math.Frexp(min(ax, ay)); e-small > 500 {
		if ay > ax {
			return math.Copysign(math.Pi/2, y)
		}
		if x > 0 {
			return math.Copysign(ay/ax, y)
		}
		return math.Copysign(math.Pi, y)
	}
	sy, sx := math.Ldexp(ay, -e), math.Ldexp(ax, -e)
	var a num
	if sy <= sx {
		a = atanRatio(sy, sx)
	} else {
		a = add(piHalfNum, neg(atanRatio(sx, sy)))
	}
	if x < 0 {
		a = add(piNum, neg(a))
	}
	return math.Copysign(a.hi+a.lo, y)
}

// Atan returns the arctangent of x.
func Atan(x float64) float64 { return Atan2(x, 1) }

// Hypot returns the length of the vector (x, y).
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) || y == 0 || x != x || y != y {
		return math.Hypot(x, y)
	}
	_, e := math.Frexp(x)
	sx, sy := math.Ldexp(x, -e), math.Ldexp(y, -e)
	s := add(twoProd(sx, sx), twoProd(sy, sy))
	r := math.Sqrt(s.hi)
	d := add(s, neg(twoProd(r, r)))
	l := fastSum(r, d.hi/(2*r))
	return round(l, e)
}
