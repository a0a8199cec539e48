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

// expParts returns what exp(hi+lo) consists of: 2^k * s * (1+t), for |hi| below 2^10.
func expParts(hi, lo float64) (s, t float64, k int) {
	const magic = 0x1.8p52
	z := math.FMA(hi, toBy128, magic)
	i := int(int32(math.Float64bits(z)))
	n := z - magic
	r := math.FMA(n, -ln2By128B, math.FMA(n, -ln2By128A, hi)) + lo
	p := &exp2Table[i&127]
	r2 := float64(r * r)
	t = math.FMA(r2, math.FMA(r, expPoly[1], expPoly[0]), p.tail+r)
	t = math.FMA(float64(r2*r2), math.FMA(r, expPoly[3], expPoly[2]), t)
	return p.value, t, i >> 7
}

// assemble returns 2^k * s * (1+t) for s from 1 to 2 and small t, rounded once where fused is set or the result is subnormal;
// otherwise the product s*t is rounded too.
func assemble(s, t float64, k int, fused bool) float64 {
	var y float64
	switch p := float64(s * t); {
	case k > 1024:
		return math.Inf(1)
	case k <= -1022:
		return subnormal(fastSum(s, p), k)
	case fused:
		y = math.FMA(s, t, s)
	default:
		y = s + p
	}
	if k == 1024 {
		return y * 2 * power2(k-1)
	}
	return y * power2(k)
}

// subnormal returns 2^k * a for k <= -1022 and a below 2, rounded once.
func subnormal(a num, k int) float64 {
	if k == -1022 && a.hi >= 1 {
		return a.hi * 0x1p-1022
	}
	// The bits that remain are those that adding a power of two leaves.
	magic := math.Ldexp(1, -1022-k)
	s := fastSum(magic, a.hi)
	return math.Ldexp(s.hi+(s.lo+a.lo)-magic, k)
}

// power2 is 2^k for a normal result.
func power2(k int) float64 { return math.Float64frombits(uint64(1023+k) << 52) }

// Exp returns e**x.
func Exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 710:
		return math.Inf(1)
	case x < -746:
		return 0
	case math.Abs(x) < 0x1p-54:
		return 1 + x
	}
	s, t, k := expParts(x, 0)
	return assemble(s, t, k, x > -512)
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
	case math.Abs(x) < 0x1p-54:
		return 1 + x
	}
	// The nearest multiple of 1/128.
	const magic = 0x1.8p45
	z := x + magic
	i := int(int32(math.Float64bits(z)))
	r := x - (z - magic)
	p := &exp2Table[i&127]
	r2 := float64(r * r)
	t := p.tail + float64(r*exp2Poly[0]) + float64(r2*(exp2Poly[1]+float64(r*exp2Poly[2])))
	t += float64(float64(r2*r2) * (exp2Poly[3] + float64(r*exp2Poly[4])))
	return assemble(p.value, t, i>>7, false)
}
