package libm

import "math"

// The parts of ln2 in FDLIBM's functions: products of the first with an exponent are exact.
const (
	fdLn2High = 0x1.62e42feep-1
	fdLn2Low  = 0x1.a39ef35793c76p-33
)

// expm1Poly is FDLIBM's approximation in x²/2 of how exp(x) departs from (2+x)/(2-x).
var expm1Poly = [...]float64{1, -3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
	4.00821782732936239552e-06, -2.01099218183624371326e-07}

// Expm1 returns exp(x)-1 without losing the bits of small results.
func Expm1(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case ax < 0x1p-54:
		return x
	case x > 709.782712893384:
		return math.Inf(1)
	case x < -56*math.Ln2:
		return -1
	}
	// x = k*ln2 + r + c
	k, r, c := 0, x, 0.0
	if ax > 0.5*math.Ln2 {
		if ax < 1.5*math.Ln2 {
			k = 1
		} else {
			k = int(math.FMA(ax, 1/math.Ln2, 0.5))
		}
		if x < 0 {
			k = -k
		}
		hi, lo := x-float64(float64(k)*fdLn2High), float64(float64(k)*fdLn2Low)
		r = hi - lo
		c = (hi - r) - lo
	}
	half := 0.5 * r
	square := float64(r * half)
	r1 := fusedPairs(expm1Poly[:], square)
	t := math.FMA(-r1, half, 3)
	e := float64(square * ((r1 - t) / math.FMA(-r, t, 6)))
	if k == 0 {
		return r - math.FMA(r, e, -square)
	}
	e = math.FMA(r, e-c, -c)
	e -= square
	switch {
	case k == -1:
		return float64(0.5*(r-e)) - 0.5
	case k == 1:
		if r < -0.25 {
			return -2 * (e - (r + 0.5))
		}
		return 1 + 2*(r-e)
	case k <= -2 || k > 56:
		return math.Ldexp(1-(e-r), k) - 1
	case k < 20:
		return math.Ldexp((1-math.Ldexp(1, -k))-(e-r), k)
	}
	return math.Ldexp(r-(e+math.Ldexp(1, -k))+1, k)
}

// log1pPoly is FDLIBM's approximation in s² of (log(1+f)-2s)/s, for s = f/(2+f).
var log1pPoly = [...]float64{6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
	2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01}

// Log1p returns log(1+x) without losing the bits of small results.
func Log1p(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < -1:
		return math.NaN()
	case x == -1:
		return math.Inf(-1)
	case ax < 0x1p-54:
		return x
	case ax < 0x1p-29:
		return x - float64(float64(x*x)*0.5)
	}
	// 1+x = 2^k * (1+f), with a correction c
	k, f, c := 0, x, 0.0
	if x <= math.Sqrt2/2-1 || x >= math.Sqrt2-1 {
		u := x
		if ax < 0x1p53 {
			u = 1 + x
		}
		var m float64
		m, k = math.Frexp(u)
		m *= 2
		k--
		if ax < 0x1p53 {
			if k > 0 {
				c = 1 - (u - x)
			} else {
				c = x - (u - 1)
			}
			c /= u
		}
		if m >= math.Sqrt2 {
			m /= 2
			k++
		}
		f = m - 1
	}
	e := float64(k)
	hfsq := float64(float64(0.5*f) * f)
	if k != 0 && math.Abs(f) < 0x1p-20 {
		if f == 0 {
			return float64(e*fdLn2High) + (c + float64(e*fdLn2Low))
		}
		r := float64(hfsq * math.FMA(-0.66666666666666666, f, 1))
		return math.FMA(e, fdLn2High, -((r - math.FMA(e, fdLn2Low, c)) - f))
	}
	s := f / (2 + f)
	z := float64(s * s)
	z2 := float64(z * z)
	z4 := float64(z2 * z2)
	p := &log1pPoly
	r := math.FMA(z, p[0], float64(z2*math.FMA(z, p[2], p[1])))
	r = math.FMA(z4, math.FMA(z, p[4], p[3]), r)
	r = math.FMA(float64(z4*z2), math.FMA(z, p[6], p[5]), r)
	r = float64(s * (hfsq + r))
	if k == 0 {
		return f - (hfsq - r)
	}
	return float64(e*fdLn2High) - ((hfsq - (r + math.FMA(e, fdLn2Low, c))) - f)
}
