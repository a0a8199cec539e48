package libm

import "math"

// ln2 as three floats: the product of the first with a whole number below 2^11 is exact.
const (
	ln2a = 0x1.62e42fefa38p-1
	ln2b = 0x1.ef35793c76p-45
	ln2c = 0x1.cc01f97b57a08p-87
)

var ln2Num = num{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}

// inverseFactorials are 1/n! for n = 3 to 12.
var inverseFactorials = [...]num{
	{0x1.5555555555555p-3, 0x1.5555555555555p-57},
	{0x1.5555555555555p-5, 0x1.5555555555555p-59},
	{0x1.1111111111111p-7, 0x1.1111111111111p-63},
	{0x1.6c16c16c16c17p-10, -0x1.f49f49f49f49fp-65},
	{0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-73},
	{0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76},
	{0x1.71de3a556c734p-19, -0x1.c154f8ddc6cp-73},
	{0x1.27e4fb7789f5cp-22, 0x1.cbbc05b4fa99ap-76},
}

// expSteps is the number of squarings after the series: the argument is divided by 2^expSteps first.
const expSteps = 6

// expm1Reduced returns exp(x)-1 for |x| <= ln2/2.
func expm1Reduced(x num) num {
	r := scale(x, 1.0/(1<<expSteps))
	// |r| < 0.0055: eight terms past the square leave an error below 2^-105.
	last := len(inverseFactorials) - 1
	s := inverseFactorials[last]
	for i := last - 1; i >= 0; i-- {
		s = add(mul(s, r), inverseFactorials[i])
	}
	r2 := mul(r, r)
	s = add(add(mul(mul(s, r), r2), scale(r2, 0.5)), r)
	// exp(2a)-1 = (exp(a)-1)^2 + 2(exp(a)-1)
	for range expSteps {
		s = add(mul(s, s), scale(s, 2))
	}
	return s
}

// slowExp returns exp(x) as m*2^k for |x| below 2^11, with an error of 2^-95 or so.
func slowExp(x num) (m num, k int) {
	n := math.RoundToEven(x.hi * (1 / math.Ln2))
	r := x
	if n != 0 {
		r = add(r, num{-float64(n * ln2a), 0})
		r = add(r, neg(twoProd(n, ln2b)))
		r = add(r, neg(num{float64(n * ln2c), 0}))
	}
	return addFloat(expm1Reduced(r), 1), int(n)
}

// round returns m*2^k as a float, rounded once, subnormal results included.
func round(m num, k int) float64 {
	if k > 1030 {
		return math.Copysign(math.Inf(1), m.hi)
	}
	if k > -1021 {
		f := m.hi + m.lo
		if k > 1000 {
			return f * 0x1p1000 * math.Ldexp(1, k-1000)
		}
		return f * math.Ldexp(1, k)
	}
	// The bits that a subnormal keeps: round to odd first, then once more.
	f := m.hi + m.lo
	if rest := (m.hi - f) + m.lo; rest != 0 {
		b := math.Float64bits(f)
		if b&1 == 0 {
			if rest > 0 == (f > 0) {
				b++
			} else {
				b--
			}
		}
		f = math.Float64frombits(b)
	}
	return math.Ldexp(f, k)
}

// The parts of ln2/128: the product of the first with a whole number below 2^18 is exact.
const (
	ln2By128A = 0x1.62e42fefa0000p-8
	ln2By128B = 0x1.cf79abc9e3b3ap-47
	toBy128   = 0x1.71547652b82fep+7
)

// expError bounds the relative error of fastExp.
const expError = 0x1p-66

// fastExp returns exp(x) as m*2^k for |x| below 2^10: from the table by the nearest multiple of ln2/128, and a series.
func fastExp(x num) (m num, k int) {
	n, i := toInt(float64(x.hi * toBy128))
	r := fastSum(x.hi-float64(n*ln2By128A), x.lo-float64(n*ln2By128B))
	h := r.hi
	q := float64(h*h) * (1.0/2 + float64(h*(1.0/6+float64(h*(1.0/24+float64(h*(1.0/120+float64(h*(1.0/720)))))))))
	t := &exp2Table[i&127]
	p := twoProd(t.hi, h)
	s := fastSum(t.hi, p.hi)
	return num{s.hi, s.lo + (p.lo + (float64(t.hi*(r.lo+q)) + float64(t.lo*(1+h))))}, i >> 7
}

// power2 is 2^k for a normal result.
func power2(k int) float64 { return math.Float64frombits(uint64(1023+k) << 52) }

// expNum returns exp(x), rounded once.
func expNum(x num) float64 {
	switch {
	case x.hi > 710:
		return math.Inf(1)
	case x.hi < -746:
		return 0
	case math.Abs(x.hi) < 0x1p-60:
		return 1 + x.hi
	}
	m, k := fastExp(x)
	if f, ok := certain(m, expError); ok && k > -1021 && k < 1023 {
		return f * power2(k)
	}
	return round(slowExp(x))
}

// Exp returns e**x.
func Exp(x float64) float64 {
	if x != x {
		return x
	}
	return expNum(num{x, 0})
}

// Exp2 returns 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x:
		return x
	case x >= 1025:
		return math.Inf(1)
	case x <= -1080:
		return 0
	}
	n := math.RoundToEven(x)
	if n == x {
		return math.Ldexp(1, int(n))
	}
	// The whole part is exact; the rest is below a half.
	m, k := fastExp(mulFloat(ln2Num, x-n))
	if f, ok := certain(m, expError); ok && k+int(n) > -1021 && k+int(n) < 1023 {
		return f * power2(k+int(n))
	}
	m, k = slowExp(mulFloat(ln2Num, x-n))
	return round(m, k+int(n))
}
