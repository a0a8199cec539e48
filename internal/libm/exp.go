package libm

import "math"

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
// otherwise the product s*t is rounded too. The C library fuses in exp and pow for exponents above -512, never in exp2.
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
