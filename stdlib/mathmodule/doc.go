// Package mathmodule is the module math: functions of floats, and of ints exactly.
package mathmodule

import (
	"math"

	"github.com/adder-lang/adder/internal/libm"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value    = objects.Value
	thread   = objects.Thread
	function = func(t *thread, self value, args []value) (value, error)
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "math",
	Doc:     "Mathematical functions of floats, those of the C library and others, and of integers.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		m.Set("pi", objects.Float(math.Pi))
		m.Set("e", objects.Float(math.E))
		m.Set("tau", objects.Float(2*math.Pi))
		m.Set("inf", objects.Float(math.Inf(1)))
		m.Set("nan", objects.Float(math.NaN()))
		return nil
	},
}

func domainError() error { return objects.ValueErrorf("math domain error") }
func rangeError() error  { return objects.OverflowErrorf("math range error") }

// check turns the result of a function of finite or infinite arguments into an error, as C reports it: a NaN that no
// argument was, or an infinity out of finite arguments.
func check(r float64, overflow bool, args ...float64) (value, error) {
	if r != r {
		for _, x := range args {
			if x != x {
				return objects.Float(r), nil
			}
		}
		return value{}, domainError()
	}
	if math.IsInf(r, 0) {
		for _, x := range args {
			if math.IsInf(x, 0) || x != x {
				return objects.Float(r), nil
			}
		}
		if overflow {
			return value{}, rangeError()
		}
		return value{}, domainError()
	}
	return objects.Float(r), nil
}

// one declares a function of a float. overflow says that an infinite result means a range error rather than a pole.
func one(f func(x float64) float64, overflow bool) function {
	return func(t *thread, self value, args []value) (value, error) {
		x, err := native.Float(t, args[0])
		if err != nil {
			return value{}, err
		}
		r := f(x)
		if r-r == 0 {
			return objects.Float(r), nil
		}
		return check(r, overflow, x)
	}
}

func two(f func(x, y float64) float64) function {
	return func(t *thread, self value, args []value) (value, error) {
		x, err := native.Float(t, args[0])
		if err != nil {
			return value{}, err
		}
		y, err := native.Float(t, args[1])
		if err != nil {
			return value{}, err
		}
		r := f(x, y)
		if r-r == 0 {
			return objects.Float(r), nil
		}
		return check(r, true, x, y)
	}
}

func test(f func(x float64) bool) function {
	return func(t *thread, self value, args []value) (value, error) {
		x, err := native.Float(t, args[0])
		return objects.Bool(f(x)), err
	}
}

func methods() []objects.FuncDef {
	def := func(name, sig, doc string, fn function) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: fn}
	}
	nan := math.NaN()
	return []objects.FuncDef{
		def("acos", "x, /", "Return the angle whose cosine is x, in radians from 0 to pi.", one(libm.Acos, false)),
		def("acosh", "x, /", "Return the number, 0 or more, whose hyperbolic cosine is x.", one(libm.Acosh, false)),
		def("asin", "x, /", "Return the angle whose sine is x, in radians from -pi/2 to pi/2.", one(libm.Asin, false)),
		def("asinh", "x, /", "Return the number whose hyperbolic sine is x.", one(libm.Asinh, false)),
		def("atan", "x, /", "Return the angle whose tangent is x, in radians from -pi/2 to pi/2.", one(libm.Atan, false)),
		def("atan2", "y, x, /", "Return the angle of the point (x, y) in radians, from -pi to pi.\n\nIts tangent is y/x, and the signs of both say in which quadrant it is.", two(libm.Atan2)),
		def("atanh", "x, /", "Return the number whose hyperbolic tangent is x.", one(libm.Atanh, false)),
		def("cbrt", "x, /", "Return the number whose third power is x.", one(libm.Cbrt, false)),
		def("ceil", "x, /", "Return the smallest integer that is not less than x.", rounding("__ceil__", math.Ceil)),
		def("copysign", "x, y, /", "Return abs(x) with the sign of y, which may be that of -0.0.", two(math.Copysign)),
		def("cos", "x, /", "Return the cosine of x, an angle in radians.", one(libm.Cos, false)),
		def("cosh", "x, /", "Return the hyperbolic cosine of x.", one(libm.Cosh, true)),
		def("degrees", "x, /", "Return the angle x in degrees, given in radians.", func(t *thread, self value, args []value) (value, error) {
			x, err := native.Float(t, args[0])
			return objects.Float(x * (180 / math.Pi)), err
		}),
		def("dist", "p, q, /", "Return the distance of the points p and q, which have the same number of coordinates.", dist),
		def("erf", "x, /", "Return the error function of x.", one(libm.Erf, false)),
		def("erfc", "x, /", "Return 1 - erf(x), precisely also where erf(x) is nearly 1.", one(libm.Erfc, false)),
		def("exp", "x, /", "Return e to the power of x.", one(libm.Exp, true)),
		def("exp2", "x, /", "Return 2 to the power of x.", one(libm.Exp2, true)),
		def("expm1", "x, /", "Return e**x - 1, precisely also where x is nearly 0.", one(libm.Expm1, true)),
		def("fabs", "x, /", "Return x without its sign, as a float.", one(math.Abs, false)),
		def("factorial", "n, /", "Return the product of the integers from 1 to n, or raise ValueError if n is negative.", factorial),
		def("floor", "x, /", "Return the largest integer that is not greater than x.", rounding("__floor__", math.Floor)),
		def("fma", "x, y, z, /", "Return x * y + z, rounded only once.", fma),
		def("fmod", "x, y, /", "Return the remainder of x / y that has the sign of x, as C's fmod() does. That of x % y has the sign of y.", two(math.Mod)),
		def("frexp", "x, /", "Split x into m and e, where x == m * 2**e and 0.5 <= abs(m) < 1.\n\nOf a zero, an infinity or NaN, m is x itself and e is 0.", frexp),
		def("fsum", "seq, /", "Return the sum of the floats in seq, rounded only once, at the end.", fsum),
		def("gamma", "x, /", "Return the gamma function of x.", one(func(x float64) float64 {
			if x == 0 {
				return nan // a pole without a side
			}
			return libm.Gamma(x)
		}, true)),
		{Name: "gcd", Sig: "*integers", Doc: "Return the largest integer that divides all arguments, or 0 if they are all 0.", Raw: gcd},
		{Name: "hypot", Sig: "*coordinates", NoSig: true, Fn: hypot, Doc: "hypot(*coordinates) -> value\n\nReturn the distance between a point and the origin."},
		def("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Tell whether a and b are nearly equal: no further apart than abs_tol, or than rel_tol times the larger of their magnitudes.\n\nAn infinity is close only to itself, NaN to nothing.", isClose),
		def("isfinite", "x, /", "Tell whether x is neither an infinity nor NaN.", test(func(x float64) bool { return x-x == 0 })),
		def("isinf", "x, /", "Tell whether x is an infinity.", test(func(x float64) bool { return math.IsInf(x, 0) })),
		def("isnan", "x, /", "Tell whether x is NaN.", test(func(x float64) bool { return x != x })),
		def("isqrt", "n, /", "Return the largest integer whose square is not greater than n.", isqrt),
		def("lcm", "*integers", "Return the smallest positive integer that all arguments divide, or 0 if one of them is 0.", lcm),
		def("ldexp", "x, i, /", "Return x * 2**i, which puts together again what frexp() has split.", ldexp),
		def("lgamma", "x, /", "Return the natural logarithm of abs(gamma(x)).", one(func(x float64) float64 {
			if x <= 0 && x == math.Floor(x) && x-x == 0 {
				return nan
			}
			return libm.Lgamma(x)
		}, true)),
		{Name: "log", Sig: "x, base=?, /", NoSig: true, Doc: "log(x, [base=math.e])\nThe logarithm of x, the natural one unless a base is given.", Fn: logBase},
		def("log10", "x, /", "Return the logarithm of x to base 10.", func(t *thread, self value, args []value) (value, error) {
			r, err := logarithm(t, args[0], libm.Log10, libm.Log10(2))
			return objects.Float(r), err
		}),
		def("log1p", "x, /", "Return the natural logarithm of 1 + x, precisely also where x is nearly 0.", one(libm.Log1p, false)),
		def("log2", "x, /", "Return the logarithm of x to base 2.", func(t *thread, self value, args []value) (value, error) {
			r, err := logarithm(t, args[0], libm.Log2, 1)
			return objects.Float(r), err
		}),
		def("modf", "x, /", "Split x into its fraction and its whole part, two floats with the sign of x.", modf),
		def("nextafter", "x, y, /, *, steps=None", "Return the float that comes after x in the direction of y, or the one that is so many steps away, but not beyond y.", nextAfter),
		def("perm", "n, k=None, /", "Return in how many ways k of n items can be put in a row, n! / (n - k)!, which is 0 if k > n.\n\nk is n by default.", perm),
		def("comb", "n, k, /", "Return in how many ways k of n items can be chosen, n! / (k! * (n - k)!), which is 0 if k > n.", comb),
		def("pow", "x, y, /", "Return x to the power of y as a float.", pow),
		def("prod", "iterable, /, *, start=1", "Return start multiplied by each item of the iterable.", prod),
		def("radians", "x, /", "Return the angle x in radians, given in degrees.", one(func(x float64) float64 { return x * (math.Pi / 180) }, false)),
		def("remainder", "x, y, /", "Return x - n*y, where n is the integer next to x / y, and the even one if two are as near.\n\nThe result is exact.", two(math.Remainder)),
		def("sin", "x, /", "Return the sine of x, an angle in radians.", one(libm.Sin, false)),
		def("sinh", "x, /", "Return the hyperbolic sine of x.", one(libm.Sinh, true)),
		def("sqrt", "x, /", "Return the square root of x.", one(math.Sqrt, false)),
		def("sumprod", "p, q, /", "Return p[0]*q[0] + p[1]*q[1] and so on, where sums of floats are kept in more than their precision.", sumProd),
		def("tan", "x, /", "Return the tangent of x, an angle in radians.", one(libm.Tan, false)),
		def("tanh", "x, /", "Return sinh(x)/cosh(x), the hyperbolic tangent.", one(libm.Tanh, false)),
		def("trunc", "x, /", "Return the integer part of x, by its method __trunc__().", trunc),
		def("ulp", "x, /", "Return how far apart floats of the size of x are.", ulp),
	}
}
