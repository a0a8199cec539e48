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
	Doc:     "This module provides access to the mathematical functions\ndefined by the C standard.",
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
		def("acos", "x, /", "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.", one(libm.Acos, false)),
		def("acosh", "x, /", "Return the inverse hyperbolic cosine of x.", one(libm.Acosh, false)),
		def("asin", "x, /", "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", one(libm.Asin, false)),
		def("asinh", "x, /", "Return the inverse hyperbolic sine of x.", one(libm.Asinh, false)),
		def("atan", "x, /", "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.", one(libm.Atan, false)),
		def("atan2", "y, x, /", "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.", two(libm.Atan2)),
		def("atanh", "x, /", "Return the inverse hyperbolic tangent of x.", one(libm.Atanh, false)),
		def("cbrt", "x, /", "Return the cube root of x.", one(libm.Cbrt, false)),
		def("ceil", "x, /", "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.", rounding("__ceil__", math.Ceil)),
		def("copysign", "x, y, /", "Return a float with the magnitude (absolute value) of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\nreturns -1.0.\n", two(math.Copysign)),
		def("cos", "x, /", "Return the cosine of x (measured in radians).", one(libm.Cos, false)),
		def("cosh", "x, /", "Return the hyperbolic cosine of x.", one(libm.Cosh, true)),
		def("degrees", "x, /", "Convert angle x from radians to degrees.", func(t *thread, self value, args []value) (value, error) {
			x, err := native.Float(t, args[0])
			return objects.Float(x * (180 / math.Pi)), err
		}),
		def("dist", "p, q, /", "Return the Euclidean distance between two points p and q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both inputs must have the same dimension.\n\nRoughly equivalent to:\n    sqrt(sum((px - qx) ** 2.0 for px, qx in zip(p, q)))", dist),
		def("erf", "x, /", "Error function at x.", one(libm.Erf, false)),
		def("erfc", "x, /", "Complementary error function at x.", one(libm.Erfc, false)),
		def("exp", "x, /", "Return e raised to the power of x.", one(libm.Exp, true)),
		def("exp2", "x, /", "Return 2 raised to the power of x.", one(libm.Exp2, true)),
		def("expm1", "x, /", "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.", one(libm.Expm1, true)),
		def("fabs", "x, /", "Return the absolute value of the float x.", one(math.Abs, false)),
		def("factorial", "n, /", "Find n!.\n\nRaise a ValueError if x is negative or non-integral.", factorial),
		def("floor", "x, /", "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.", rounding("__floor__", math.Floor)),
		def("fma", "x, y, z, /", "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.", fma),
		def("fmod", "x, y, /", "Return fmod(x, y), according to platform C.\n\nx % y may differ.", two(math.Mod)),
		def("frexp", "x, /", "Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0.  Else 0.5 <= abs(m) < 1.0.", frexp),
		def("fsum", "seq, /", "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.", fsum),
		def("gamma", "x, /", "Gamma function at x.", one(func(x float64) float64 {
			if x == 0 {
				return nan // a pole without a side
			}
			return libm.Gamma(x)
		}, true)),
		def("gcd", "*integers", "Greatest Common Divisor.", gcd),
		{Name: "hypot", Sig: "*coordinates", NoSig: true, Fn: hypot, Doc: "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))"},
		def("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Determine whether two floating-point numbers are close in value.\n\n  rel_tol\n    maximum difference for being considered \"close\", relative to the\n    magnitude of the input values\n  abs_tol\n    maximum difference for being considered \"close\", regardless of the\n    magnitude of the input values\n\nReturn True if a is close in value to b, and False otherwise.", isClose),
		def("isfinite", "x, /", "Return True if x is neither an infinity nor a NaN, and False otherwise.", test(func(x float64) bool { return x-x == 0 })),
		def("isinf", "x, /", "Return True if x is a positive or negative infinity, and False otherwise.", test(func(x float64) bool { return math.IsInf(x, 0) })),
		def("isnan", "x, /", "Return True if x is a NaN (not a number), and False otherwise.", test(func(x float64) bool { return x != x })),
		def("isqrt", "n, /", "Return the integer part of the square root of the input.", isqrt),
		def("lcm", "*integers", "Least Common Multiple.", lcm),
		def("ldexp", "x, i, /", "Return x * (2**i).\n\nThis is essentially the inverse of frexp().", ldexp),
		def("lgamma", "x, /", "Natural logarithm of absolute value of Gamma function at x.", one(func(x float64) float64 {
			if x <= 0 && x == math.Floor(x) && x-x == 0 {
				return nan
			}
			return libm.Lgamma(x)
		}, true)),
		{Name: "log", Sig: "x, base=?, /", NoSig: true, Doc: "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base is not specified, returns the natural logarithm (base e) of x.", Fn: logBase},
		def("log10", "x, /", "Return the base 10 logarithm of x.", func(t *thread, self value, args []value) (value, error) {
			r, err := logarithm(t, args[0], libm.Log10, libm.Log10(2))
			return objects.Float(r), err
		}),
		def("log1p", "x, /", "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.", one(libm.Log1p, false)),
		def("log2", "x, /", "Return the base 2 logarithm of x.", func(t *thread, self value, args []value) (value, error) {
			r, err := logarithm(t, args[0], libm.Log2, 1)
			return objects.Float(r), err
		}),
		def("modf", "x, /", "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.", modf),
		def("nextafter", "x, y, /, *, steps=None", "Return the floating-point value the given number of steps after x towards y.\n\nIf steps is not specified or is None, it defaults to 1.\n\nRaises a TypeError, if x or y is not a double, or if steps is not an integer.\nRaises ValueError if steps is negative.", nextAfter),
		def("perm", "n, k=None, /", "Number of ways to choose k items from n items without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\nto zero when k > n.", perm),
		def("comb", "n, k, /", "Number of ways to choose k items from n items without repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\nto zero when k > n.", comb),
		def("pow", "x, y, /", "Return x**y (x to the power of y).", pow),
		def("prod", "iterable, /, *, start=1", "Calculate the product of all the elements in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the iterable is empty, return the start value.  This function is\nintended specifically for use with numeric values and may reject\nnon-numeric types.", prod),
		def("radians", "x, /", "Convert angle x from degrees to radians.", one(func(x float64) float64 { return x * (math.Pi / 180) }, false)),
		def("remainder", "x, y, /", "Difference between x and the closest integer multiple of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn the case where x is exactly halfway between two multiples of\ny, the nearest even value of n is used. The result is always exact.", two(math.Remainder)),
		def("sin", "x, /", "Return the sine of x (measured in radians).", one(libm.Sin, false)),
		def("sinh", "x, /", "Return the hyperbolic sine of x.", one(libm.Sinh, true)),
		def("sqrt", "x, /", "Return the square root of x.", one(math.Sqrt, false)),
		def("sumprod", "p, q, /", "Return the sum of products of values from two iterables p and q.\n\nRoughly equivalent to:\n\n    sum(itertools.starmap(operator.mul, zip(p, q, strict=True)))\n\nFor float and mixed int/float inputs, the intermediate products\nand sums are computed with extended precision.", sumProd),
		def("tan", "x, /", "Return the tangent of x (measured in radians).", one(libm.Tan, false)),
		def("tanh", "x, /", "Return the hyperbolic tangent of x.", one(libm.Tanh, false)),
		def("trunc", "x, /", "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.", trunc),
		def("ulp", "x, /", "Return the value of the least significant bit of the float x.", ulp),
	}
}
