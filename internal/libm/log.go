package libm

import "math"

// The parts of ln2: the product of the first with an exponent is exact.
const (
	ln2High = 0x1.62e42fefa3800p-1
	ln2Low  = 0x1.ef35793c76730p-45
)

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case x >= 1-1.0/16 && x < 1+265.0/4096:
		return logNear(x - 1)
	}
	z, k := mantissa(x, firstMantissa)
	i := math.Float64bits(z) - firstMantissa
	p := &logPoints[i>>45]
	r := math.FMA(z, p.inv, -1)
	e := float64(k)
	w := math.FMA(e, ln2High, p.log)
	hi := w + r
	lo := math.FMA(e, ln2Low, w-hi+r)
	r2 := float64(r * r)
	q := math.FMA(r2, math.FMA(r, logPoly[4], logPoly[3]), math.FMA(r, logPoly[2], logPoly[1]))
	return math.FMA(float64(r*r2), q, math.FMA(r2, logPoly[0], lo)) + hi
}

// logNear is log(1+r) for small r: r-r²/2 with twice the bits, and a longer series.
func logNear(r float64) float64 {
	if r == 0 {
		return 0
	}
	q := logNearPoly[len(logNearPoly)-1]
	for i := len(logNearPoly) - 2; i >= 0; i-- {
		q = math.FMA(r, q, logNearPoly[i])
	}
	square := twoProd(r, r)
	s := fastSum(r, -square.hi/2)
	lo := s.lo - square.lo/2
	return s.hi + math.FMA(float64(r*square.hi), q, lo)
}

// firstMantissa is 11/16.
const firstMantissa = 0x3fe6 << 48

// mantissa writes positive x as 2^k * z for z from first, which is given by its bits, to twice that.
func mantissa(x float64, first uint64) (z float64, k int) {
	if x < 0x1p-1022 {
		x *= 0x1p52
		k = -52
	}
	b := math.Float64bits(x) - first
	return math.Float64frombits(b&(1<<52-1) + first), k + int(int64(b)>>52)
}

// The parts of log2e: the first has 32 bits.
const (
	log2eHigh = 0x1.71547652p+0
	log2eLow  = 0x1.705fc2eefa200p-33
)

var log2e = num{0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56}

// Log2 returns the logarithm of x to the base 2.
func Log2(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	const root = 1.0442737824274138 // 2^(1/16)
	if x >= 1/root && x < root {
		if x == 1 {
			return 0
		}
		l := mul(powLog(x), log2e)
		return l.hi + l.lo
	}
	z, k := mantissa(x, firstMantissa)
	i := math.Float64bits(z) - firstMantissa
	p := &log2Points[i>>46]
	r := math.FMA(z, p.inv, -1)
	t := float64(r * log2eHigh)
	u := math.FMA(r, log2eLow, math.FMA(r, log2eHigh, -t))
	e := float64(k) + p.log
	hi := e + t
	lo := e - hi + t + u
	r2 := float64(r * r)
	c := &log2Poly
	q := math.FMA(r2, math.FMA(r, c[3], c[2]), math.FMA(r, c[1], c[0]))
	q = math.FMA(float64(r2*r2), math.FMA(r, c[5], c[4]), q)
	return math.FMA(r2, q, lo) + hi
}

// Log10 returns the logarithm of x to the base 10, by FDLIBM's formula: the exponent apart, the mantissa's logarithm
// times a constant.
func Log10(x float64) float64 {
	const (
		ivln10  = 4.34294481903251816668e-01
		log2Hi  = 3.01029995663611771306e-01
		log2Low = 3.69423907715893078616e-13
	)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	m, k := math.Frexp(x)
	m *= 2
	k--
	// A negative exponent goes with a mantissa below 1.
	if k < 0 {
		m /= 2
		k++
	}
	y := float64(k)
	z := float64(y*log2Low) + float64(ivln10*Log(m))
	return z + float64(y*log2Hi)
}
