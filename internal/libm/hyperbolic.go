package libm

import "math"

// Beyond logMax, exp overflows while half of it may not.
const logMax = 709.782712893384

// halfExp is exp(x)/2 for positive x, where exp(x) itself may be too large.
func halfExp(x float64) float64 {
	if x < logMax {
		return 0.5 * Exp(x)
	}
	w := Exp(0.5 * x)
	return float64(0.5*w) * w
}

// Sinh, Cosh and Tanh are the hyperbolic functions.
func Sinh(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x-x != 0 || ax < 0x1p-28:
		return x
	case ax >= 22:
		return math.Copysign(halfExp(ax), x)
	}
	t := Expm1(ax)
	h := math.Copysign(0.5, x)
	if ax < 1 {
		return h * (float64(2*t) - float64(t*t)/(t+1))
	}
	return h * (t + t/(t+1))
}

func Cosh(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x-x != 0:
		return ax
	case ax >= 22:
		return halfExp(ax)
	case ax < 0x1p-55:
		return 1
	case ax < 0.5*math.Ln2:
		t := Expm1(ax)
		w := 1 + t
		return 1 + float64(t*t)/(w+w)
	}
	t := Exp(ax)
	return float64(0.5*t) + 0.5/t
}

func Tanh(x float64) float64 {
	ax := math.Abs(x)
	var z float64
	switch {
	case x != x || ax < 0x1p-55:
		return x
	case ax >= 22:
		z = 1
	case ax >= 1:
		z = 1 - 2/(Expm1(2*ax)+2)
	default:
		t := Expm1(-2 * ax)
		z = -t / (t + 2)
	}
	return math.Copysign(z, x)
}

// Asinh, Acosh and Atanh are their inverses.
func Asinh(x float64) float64 {
	ax := math.Abs(x)
	var w float64
	switch {
	case x-x != 0 || ax < 0x1p-28:
		return x
	case ax > 0x1p28:
		w = Log(ax) + math.Ln2
	case ax > 2:
		w = Log(float64(2*ax) + 1/(math.Sqrt(float64(x*x)+1)+ax))
	default:
		t := float64(x * x)
		w = Log1p(ax + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

func Acosh(x float64) float64 {
	switch {
	case x != x || x < 1:
		return math.NaN()
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(float64(2*x) - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return Log1p(t + math.Sqrt(float64(2*t)+float64(t*t)))
}

func Atanh(x float64) float64 {
	ax := math.Abs(x)
	switch {
	case x != x || ax > 1:
		return math.NaN()
	case ax == 1:
		return math.Inf(int(x))
	case ax < 0x1p-28:
		return x
	case ax < 0.5:
		t := ax + ax
		return math.Copysign(0.5*Log1p(t+float64(t*ax)/(1-ax)), x)
	}
	return math.Copysign(0.5*Log1p((ax+ax)/(1-ax)), x)
}

// Cbrt returns the cube root of x: of the mantissa by a polynomial and one step of Halley's method, as the C library's.
func Cbrt(x float64) float64 {
	if x == 0 || x-x != 0 {
		return x
	}
	m, e := math.Frexp(math.Abs(x))
	u := -0.145263899385486377
	for _, c := range [...]float64{0.784932344976639262, -1.83469277483613086, 2.44693122563534430, -2.11499494167371287,
		1.50819193781584896, 0.354895765043919860} {
		u = c + float64(u*m)
	}
	t := float64(float64(u*u) * u)
	y := float64(u*(t+2*m)) / (float64(2*t) + m)
	// 2^(e/3) for what remains of the exponent; the quotients are rounded as floats.
	cbrt2, cbrt4 := 1.2599210498948731648, 1.5874010519681994748
	switch e % 3 {
	case -2:
		y *= 1 / cbrt4
	case -1:
		y *= 1 / cbrt2
	case 1:
		y *= cbrt2
	case 2:
		y *= cbrt4
	}
	return math.Copysign(math.Ldexp(y, e/3), x)
}
