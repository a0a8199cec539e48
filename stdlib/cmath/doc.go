// Package cmath is the module cmath: functions of complex numbers. The formulas are Kahan's ("Branch cuts for complex
// elementary functions", 1987), which keep the signs of zeros, with scaling where intermediate results would leave the
// range; arguments that are not finite are looked up in tables of C99's annex G (special.go).
package cmath

import (
	"math"

	"github.com/adder-lang/adder/internal/libm"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "cmath",
	Doc:     "Mathematical functions of complex numbers.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		m.Set("pi", objects.Float(math.Pi))
		m.Set("e", objects.Float(math.E))
		m.Set("tau", objects.Float(2*math.Pi))
		m.Set("inf", objects.Float(math.Inf(1)))
		m.Set("infj", objects.NewComplex(complex(0, math.Inf(1))))
		m.Set("nan", objects.Float(math.NaN()))
		m.Set("nanj", objects.NewComplex(complex(0, math.NaN())))
		return nil
	},
}

// fault says how a computation failed, as C's errno does.
type fault int

const (
	none fault = iota
	domain
	overflow
)

// result gives a value or the exception of its fault.
func result(c complex128, f fault) (value, error) {
	switch f {
	case domain:
		return value{}, objects.ValueErrorf("math domain error")
	case overflow:
		return value{}, objects.OverflowErrorf("math range error")
	}
	return objects.NewComplex(c), nil
}

// one declares a function of a complex number.
func one(name, doc string, f func(z complex128) (complex128, fault)) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "z, /", Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
		z, err := objects.ToComplex(t, args[0])
		if err != nil {
			return value{}, err
		}
		return result(f(z))
	}}
}

func test(name, doc string, f func(x, y float64) bool) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "z, /", Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
		z, err := objects.ToComplex(t, args[0])
		return objects.Bool(f(real(z), imag(z))), err
	}}
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		one("acos", "Return the angle in radians whose cosine is z.", acos),
		one("acosh", "Return the number whose hyperbolic cosine is z.", acosh),
		one("asin", "Return the angle in radians whose sine is z.", turned(asinh)),
		one("asinh", "Return the number whose hyperbolic sine is z.", asinh),
		one("atan", "Return the angle in radians whose tangent is z.", turned(atanh)),
		one("atanh", "Return the number whose hyperbolic tangent is z.", atanh),
		one("cos", "Return the cosine of z.", func(z complex128) (complex128, fault) { return cosh(complex(-imag(z), real(z))) }),
		one("cosh", "Return the hyperbolic cosine of z.", cosh),
		one("exp", "Return e to the power of z.", exp),
		{Name: "isclose", Sig: "a, b, *, rel_tol=1e-09, abs_tol=0.0", Doc: "Tell whether a and b are nearly equal: no further apart than abs_tol, or than rel_tol times the larger of their magnitudes.\n\nAn infinity is close only to itself, NaN to nothing.", Fn: isClose},
		test("isfinite", "Tell whether neither part of z is an infinity or NaN.", func(x, y float64) bool { return finite(x) && finite(y) }),
		test("isinf", "Tell whether a part of z is an infinity.", func(x, y float64) bool { return math.IsInf(x, 0) || math.IsInf(y, 0) }),
		test("isnan", "Tell whether a part of z is NaN.", func(x, y float64) bool { return x != x || y != y }),
		{Name: "log", Sig: "z, base=<unrepresentable>, /", Doc: "Return the logarithm of z, the natural one unless a base is given.", Fn: logBase},
		one("log10", "Return the logarithm of z to base 10.", func(z complex128) (complex128, fault) {
			l, f := log(z)
			return complex(real(l)/math.Ln10, imag(l)/math.Ln10), f
		}),
		{Name: "phase", Sig: "z, /", Doc: "Return the angle between z and the positive real axis in radians, from -pi to pi.", Fn: phase},
		{Name: "polar", Sig: "z, /", Doc: "Return (r, phi): how far z is from 0, and its angle in radians.", Fn: polar},
		{Name: "rect", Sig: "r, phi, /", Doc: "Return the complex number that is r away from 0 at the angle phi, in radians.", Fn: rect},
		one("sin", "Return the sine of z.", turned(sinh)),
		one("sinh", "Return the hyperbolic sine of z.", sinh),
		one("sqrt", "Return the square root of z.", sqrt),
		one("tan", "Return the tangent of z.", turned(tanh)),
		one("tanh", "Return sinh(z)/cosh(z), the hyperbolic tangent.", tanh),
	}
}

// turned makes a circular function of a hyperbolic one: f(iz)/i.
func turned(f func(z complex128) (complex128, fault)) func(z complex128) (complex128, fault) {
	return func(z complex128) (complex128, fault) {
		w, err := f(complex(-imag(z), real(z)))
		return complex(imag(w), -real(w)), err
	}
}

func logBase(t *thread, self value, args []value) (value, error) {
	z, err := objects.ToComplex(t, args[0])
	if err != nil {
		return value{}, err
	}
	var base complex128
	if !args[1].IsZero() {
		if base, err = objects.ToComplex(t, args[1]); err != nil {
			return value{}, err
		}
	}
	l, f := log(z)
	if !args[1].IsZero() {
		var b complex128
		b, f = log(base) // what happened to the first is forgotten, as C's errno is
		q, ok := objects.ComplexDiv(l, b)
		if !ok {
			f = domain
		}
		l = q
	}
	return result(l, f)
}

func phase(t *thread, self value, args []value) (value, error) {
	z, err := objects.ToComplex(t, args[0])
	a := libm.Atan2(imag(z), real(z))
	if a == 0 && imag(z) != 0 && !math.IsInf(real(z), 0) {
		return result(0, overflow) // an underflow: C reports both as range errors
	}
	return objects.Float(a), err
}

func polar(t *thread, self value, args []value) (value, error) {
	z, err := objects.ToComplex(t, args[0])
	if err != nil {
		return value{}, err
	}
	r := libm.Hypot(real(z), imag(z))
	if math.IsInf(r, 0) && finite(real(z)) && finite(imag(z)) {
		return result(0, overflow)
	}
	return native.Tuple(objects.Float(r), objects.Float(libm.Atan2(imag(z), real(z)))), nil
}

func rect(t *thread, self value, args []value) (value, error) {
	r, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	phi, err := native.Float(t, args[1])
	if err != nil {
		return value{}, err
	}
	switch {
	case finite(r) && finite(phi):
		if phi == 0 {
			// The product keeps the zero's sign.
			return objects.NewComplex(complex(r, r*phi)), nil
		}
		return objects.NewComplex(complex(r*libm.Cos(phi), r*libm.Sin(phi))), nil
	case math.IsInf(r, 0) && finite(phi) && phi != 0:
		c, s := math.Copysign(math.Inf(1), libm.Cos(phi)), math.Copysign(math.Inf(1), libm.Sin(phi))
		if r < 0 {
			c, s = -c, -s
		}
		return objects.NewComplex(complex(c, s)), nil
	}
	return result(rectSpecial.at(r, phi))
}

func isClose(t *thread, self value, args []value) (value, error) {
	a, err := objects.ToComplex(t, args[0])
	if err != nil {
		return value{}, err
	}
	b, err := objects.ToComplex(t, args[1])
	if err != nil {
		return value{}, err
	}
	rel, abs := 1e-9, 0.0
	if !args[2].IsZero() {
		if rel, err = native.Float(t, args[2]); err != nil {
			return value{}, err
		}
	}
	if !args[3].IsZero() {
		if abs, err = native.Float(t, args[3]); err != nil {
			return value{}, err
		}
	}
	if rel < 0 || abs < 0 {
		return value{}, objects.ValueErrorf("tolerances must be non-negative")
	}
	if a == b {
		return objects.True, nil
	}
	inf := func(c complex128) bool { return math.IsInf(real(c), 0) || math.IsInf(imag(c), 0) }
	if inf(a) || inf(b) {
		return objects.False, nil
	}
	size := func(c complex128) float64 { return libm.Hypot(real(c), imag(c)) }
	d := size(a - b)
	return objects.Bool(d <= rel*size(b) || d <= rel*size(a) || d <= abs), nil
}
