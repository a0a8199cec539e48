package libm

import "math"

// The coefficients of FDLIBM's rational approximations of the error function: of erf(x)/x - 1 in x² below 0.84375, of
// erf(x) - erfOffset in |x|-1 up to 1.25, and of log(x*exp(x²)*erfc(x)) + 0.5625 in 1/x², for x below 1/0.35 and above.
var (
	erfSmallP = [...]float64{1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02, -5.77027029648944159157e-03, -2.37630166566501626084e-05}
	erfSmallQ = [...]float64{1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03, 1.32494738004321644526e-04, -3.96022827877536812320e-06}
	erfOneP   = [...]float64{-2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01, 3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02, -2.16637559486879084300e-03}
	erfOneQ   = [...]float64{1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02, 1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02}
	erfMidP   = [...]float64{-9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01, -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00}
	erfMidQ   = [...]float64{1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02, 6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02}
	erfTailP  = [...]float64{-9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01, -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03, -4.83519191608651397019e+02}
	erfTailQ  = [...]float64{1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03, 3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02, -2.24409524465858183362e+01}
)

const (
	erfOffset = 8.45062911510467529297e-01
	erfSlope  = 1.28379167095512586316e-01 // 2/sqrt(pi) - 1
)

// pairs evaluates a polynomial, the lowest coefficient first, as the C library does: pairs of terms times the even powers
// of x, added from the lowest. The powers are made of the second and fourth.
func pairs(c []float64, x float64) float64 {
	x2 := float64(x * x)
	x4 := float64(x2 * x2)
	powers := [...]float64{1, x2, x4, x4 * x2, x4 * x4}
	sum := 0.0
	for i := 0; i < len(c); i += 2 {
		term := c[i]
		if i+1 < len(c) {
			term += float64(x * c[i+1])
		}
		if i == 0 {
			sum = term
		} else {
			sum += float64(powers[i/2] * term)
		}
	}
	return sum
}

// fusedPairs is pairs with the products fused into the sums.
func fusedPairs(c []float64, x float64) float64 {
	x2 := float64(x * x)
	power, sum := 1.0, 0.0
	for i := 0; i < len(c); i += 2 {
		term := c[i]
		if i+1 < len(c) {
			term = math.FMA(x, c[i+1], term)
		}
		if i == 0 {
			sum = term
		} else {
			sum = math.FMA(power, term, sum)
		}
		power *= x2
	}
	return sum
}

// erfSmall is erf(x)/x - 1 for |x| < 0.84375.
func erfSmall(x float64) float64 {
	z := float64(x * x)
	return pairs(erfSmallP[:], z) / pairs(erfSmallQ[:], z)
}

// erfNearOne is erf(x) - erfOffset for x from 0.84375 to 1.25.
func erfNearOne(x float64) float64 {
	s := x - 1
	return pairs(erfOneP[:], s) / pairs(erfOneQ[:], s)
}

// erfcTail is erfc(x) for x from 1.25 on, while it does not vanish.
func erfcTail(x float64) float64 {
	s := 1 / float64(x*x)
	var q float64
	if x < 1/0.35 {
		q = pairs(erfMidP[:], s) / pairs(erfMidQ[:], s)
	} else {
		q = pairs(erfTailP[:], s) / pairs(erfTailQ[:], s)
	}
	// exp(-x²) in two factors, the first exact in its argument.
	z := math.Float64frombits(math.Float64bits(x) &^ (1<<32 - 1))
	r := float64(Exp(float64(-z*z)-0.5625) * Exp(float64((z-x)*(z+x))+q))
	return r / x
}

// Erf returns the error function at x.
func Erf(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x:
		return x
	case ax < 0x1p-28:
		if ax < 0x1p-1016 {
			return 0.0625 * (float64(16*x) + float64(16*erfSlope*x))
		}
		return x + float64(erfSlope*x)
	case ax < 0.84375:
		return x + float64(x*erfSmall(x))
	case ax < 1.25:
		return math.Copysign(erfOffset+erfNearOne(ax), x)
	case ax >= 6:
		return math.Copysign(1, x)
	}
	return math.Copysign(1-erfcTail(ax), x)
}

// Erfc returns 1 - Erf(x), without losing the bits of small results.
func Erfc(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x:
		return x
	case ax < 0x1p-56:
		return 1 - x
	case ax < 0.84375:
		y := erfSmall(x)
		if x < 0.25 {
			return 1 - (x + float64(x*y))
		}
		return 0.5 - (x - 0.5 + float64(x*y))
	case ax < 1.25:
		if x > 0 {
			return 1 - erfOffset - erfNearOne(ax)
		}
		return 1 + (erfOffset + erfNearOne(ax))
	case x <= -6:
		return 2
	case x >= 28:
		return 0
	case x > 0:
		return erfcTail(x)
	}
	return 2 - erfcTail(ax)
}
