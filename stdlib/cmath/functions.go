package cmath

import (
	"math"

	"github.com/adder-lang/adder/internal/libm"
)

// Bounds of arguments beyond which a formula would overflow or lose bits.
const (
	large     = math.MaxFloat64 / 4
	sqrtLarge = 0x1p511  // its square is finite
	sqrtSmall = 0x1p-511 // the square root of the smallest normal float
	minNormal = 0x1p-1022
)

// logLarge is the logarithm of large.
const logLarge = 708.3964185322641

func finite(x float64) bool { return x-x == 0 }

// halfLog is log|z| for a z so large that its length may not be finite.
func halfLog(z complex128) float64 { return libm.Log(libm.Hypot(real(z)/2, imag(z)/2)) + math.Ln2*2 }

func isLarge(z complex128) bool { return math.Abs(real(z)) > large || math.Abs(imag(z)) > large }

func acos(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return acosSpecial.at(x, y)
	}
	if isLarge(z) {
		l := halfLog(z)
		if x < 0 {
			return complex(libm.Atan2(math.Abs(y), x), -math.Copysign(l, y)), none
		}
		return complex(libm.Atan2(math.Abs(y), x), math.Copysign(l, -y)), none
	}
	a, _ := sqrt(complex(1-x, -y))
	b, _ := sqrt(complex(1+x, y))
	return complex(2*libm.Atan2(real(a), real(b)), libm.Asinh(float64(real(b)*imag(a))-float64(imag(b)*real(a)))), none
}

func acosh(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return acoshSpecial.at(x, y)
	}
	if isLarge(z) {
		return complex(halfLog(z), libm.Atan2(y, x)), none
	}
	a, _ := sqrt(complex(x-1, y))
	b, _ := sqrt(complex(x+1, y))
	return complex(libm.Asinh(float64(real(a)*real(b))+float64(imag(a)*imag(b))), 2*libm.Atan2(imag(a), real(b))), none
}

func asinh(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return asinhSpecial.at(x, y)
	}
	if isLarge(z) {
		l := halfLog(z)
		if math.Signbit(y) {
			return complex(-math.Copysign(l, -x), libm.Atan2(y, math.Abs(x))), none
		}
		return complex(math.Copysign(l, x), libm.Atan2(y, math.Abs(x))), none
	}
	a, _ := sqrt(complex(1+y, -x))
	b, _ := sqrt(complex(1-y, x))
	return complex(libm.Asinh(float64(real(a)*imag(b))-float64(real(b)*imag(a))),
		libm.Atan2(y, float64(real(a)*real(b))-float64(imag(a)*imag(b)))), none
}

func atanh(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return atanhSpecial.at(x, y)
	}
	if math.Signbit(x) {
		w, f := atanh(complex(-x, -y))
		return complex(-real(w), -imag(w)), f
	}
	ay := math.Abs(y)
	switch {
	case x > sqrtLarge || ay > sqrtLarge:
		h := libm.Hypot(x/2, y/2)
		return complex(x/4/h/h, -math.Copysign(math.Pi/2, -y)), none
	case x == 1 && ay < sqrtSmall:
		if ay == 0 {
			return complex(math.Inf(1), y), domain
		}
		return complex(-libm.Log(math.Sqrt(ay)/math.Sqrt(libm.Hypot(ay, 2))), math.Copysign(libm.Atan2(2, -ay)/2, y)), none
	}
	return complex(libm.Log1p(4*x/(float64((1-x)*(1-x))+float64(ay*ay)))/4,
		-libm.Atan2(-2*y, float64((1-x)*(1+x))-float64(ay*ay))/2), none
}

// growing is what cosh, sinh and exp have in common: x times cosine and y times sine of an angle, in range or not.
func growing(re, im float64) (complex128, fault) {
	if math.IsInf(re, 0) || math.IsInf(im, 0) {
		return complex(re, im), overflow
	}
	return complex(re, im), none
}

// atInfinity is the direction in which a growing function goes to infinity.
func atInfinity(y, size float64) (re, im float64) {
	return math.Copysign(size, libm.Cos(y)), math.Copysign(size, libm.Sin(y))
}

func cosh(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) && finite(y) && y != 0 {
			re, im := atInfinity(y, math.Inf(1))
			if x < 0 {
				im = -im
			}
			return complex(re, im), none
		}
		return coshSpecial.at(x, y)
	}
	if math.Abs(x) > logLarge {
		less := x - math.Copysign(1, x)
		return growing(float64(libm.Cos(y)*libm.Cosh(less))*math.E, float64(libm.Sin(y)*libm.Sinh(less))*math.E)
	}
	return growing(libm.Cos(y)*libm.Cosh(x), libm.Sin(y)*libm.Sinh(x))
}

func sinh(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) && finite(y) && y != 0 {
			re, im := atInfinity(y, math.Inf(1))
			if x < 0 {
				re = -re
			}
			return complex(re, im), none
		}
		return sinhSpecial.at(x, y)
	}
	if math.Abs(x) > logLarge {
		less := x - math.Copysign(1, x)
		return growing(float64(libm.Cos(y)*libm.Sinh(less))*math.E, float64(libm.Sin(y)*libm.Cosh(less))*math.E)
	}
	return growing(libm.Cos(y)*libm.Sinh(x), libm.Sin(y)*libm.Cosh(x))
}

func tanh(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) && finite(y) && y != 0 {
			return complex(math.Copysign(1, x), math.Copysign(0, float64(2*libm.Sin(y))*libm.Cos(y))), none
		}
		return tanhSpecial.at(x, y)
	}
	if math.Abs(x) > logLarge {
		return complex(math.Copysign(1, x), float64(float64(4*libm.Sin(y))*libm.Cos(y))*libm.Exp(-2*math.Abs(x))), none
	}
	tx, ty := libm.Tanh(x), libm.Tan(y)
	cx := 1 / libm.Cosh(x)
	both := float64(tx * ty)
	den := 1 + float64(both*both)
	return complex(float64(tx*(1+float64(ty*ty)))/den, float64((ty/den)*cx)*cx), none
}

func exp(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		if math.IsInf(x, 0) && finite(y) && y != 0 {
			size := math.Inf(1)
			if x < 0 {
				size = 0
			}
			return complex(atInfinity(y, size)), none
		}
		return expSpecial.at(x, y)
	}
	if x > logLarge {
		l := libm.Exp(x - 1)
		return growing(float64(l*libm.Cos(y))*math.E, float64(l*libm.Sin(y))*math.E)
	}
	l := libm.Exp(x)
	return growing(l*libm.Cos(y), l*libm.Sin(y))
}

func log(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return logSpecial.at(x, y)
	}
	ax, ay := math.Abs(x), math.Abs(y)
	angle := libm.Atan2(y, x)
	switch {
	case isLarge(z):
		return complex(libm.Log(libm.Hypot(ax/2, ay/2))+math.Ln2, angle), none
	case ax < minNormal && ay < minNormal:
		if ax == 0 && ay == 0 {
			return complex(math.Inf(-1), angle), domain
		}
		return complex(libm.Log(libm.Hypot(math.Ldexp(ax, 53), math.Ldexp(ay, 53)))-53*math.Ln2, angle), none
	}
	h := libm.Hypot(ax, ay)
	if h >= 0.71 && h <= 1.73 {
		// Close to the unit circle, h² - 1 without cancellation.
		l, s := max(ax, ay), min(ax, ay)
		return complex(libm.Log1p(float64((l-1)*(l+1))+float64(s*s))/2, angle), none
	}
	return complex(libm.Log(h), angle), none
}

func sqrt(z complex128) (complex128, fault) {
	x, y := real(z), imag(z)
	if !finite(x) || !finite(y) {
		return sqrtSpecial.at(x, y)
	}
	if x == 0 && y == 0 {
		return complex(0, y), none
	}
	ax, ay := math.Abs(x), math.Abs(y)
	var s float64
	if ax < minNormal && ay < minNormal {
		ax = math.Ldexp(ax, 53)
		s = math.Ldexp(math.Sqrt(ax+libm.Hypot(ax, math.Ldexp(ay, 53))), -27)
	} else {
		ax /= 8
		s = 2 * math.Sqrt(ax+libm.Hypot(ax, ay/8))
	}
	d := ay / (2 * s)
	if x >= 0 {
		return complex(s, math.Copysign(d, y)), none
	}
	return complex(d, math.Copysign(s, y)), none
}
