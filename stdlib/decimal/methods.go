package decimal

import (
	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// The methods of Decimal. Those that take a context compute in it and set its flags.

// unary declares a method of no operand but self.
func unary(name, doc string, op unaryOp) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "context=None", Nameless: true, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		c, err := contextArg(t, args[0])
		if err != nil {
			return value{}, err
		}
		r := newDecimal()
		return c.finished(r, op(&c.Context, &r.number, &self(v).number))
	}}
}

// binary declares a method of one more operand.
func binary(name, doc string, op binaryOp) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "other, context=None", Nameless: true, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		c, err := contextArg(t, args[1])
		if err != nil {
			return value{}, err
		}
		var room number
		b, err := argument(args[0], &room)
		if err != nil {
			return value{}, err
		}
		r := newDecimal()
		return c.finished(r, op(&c.Context, &r.number, &self(v).number, b))
	}}
}

// quiet makes an operation of one that needs no context.
func quiet(op func(r, a, b *number)) binaryOp {
	return func(_ *decnum.Context, r, a, b *number) decnum.Status {
		op(r, a, b)
		return 0
	}
}

func copySign(r, a, b *number) { r.Copy(a, b.Neg) }

// test declares a method that tells something of the number.
func test(name, doc string, f func(a *number) bool) objects.FuncDef {
	return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		return objects.Bool(f(&self(v).number)), nil
	}}
}

// contextTest declares a method that tells something of the number that depends on the context.
func contextTest(name, doc string, f func(c *decnum.Context, a *number) bool) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "context=None", Nameless: true, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		c, err := contextArg(t, args[0])
		if err != nil {
			return value{}, err
		}
		return objects.Bool(f(&c.Context, &self(v).number)), nil
	}}
}

// plain declares a method that returns the number with another sign.
func plain(name, doc string, neg func(a *number) bool) objects.FuncDef {
	return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		a := &self(v).number
		r := newDecimal()
		r.Copy(a, neg(a))
		return objects.ToValue(r), nil
	}}
}

// same declares a method that returns the number itself.
func same(name, sig, doc string) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) { return v, nil }}
}

// integral declares a method that rounds to an integer.
func integral(name, doc string, signals bool) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "rounding=None, context=None", Nameless: true, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		c, err := contextArg(t, args[1])
		if err != nil {
			return value{}, err
		}
		work := c.Context
		if native.Given(args[0]) {
			if work.Round, err = roundingOf(args[0]); err != nil {
				return value{}, err
			}
		}
		r := newDecimal()
		return c.finished(r, work.ToIntegral(&r.number, &self(v).number, signals))
	}}
}

// toInteger declares a method that rounds to an int.
func toInteger(name string, mode decnum.Rounding) objects.FuncDef {
	return objects.FuncDef{Name: name, Fn: func(t *thread, v value, args []value) (value, error) { return toInt(&self(v).number, mode) }}
}

func quantize(t *thread, v value, args []value) (value, error) {
	c, err := contextArg(t, args[2])
	if err != nil {
		return value{}, err
	}
	work := c.Context
	if native.Given(args[1]) {
		if work.Round, err = roundingOf(args[1]); err != nil {
			return value{}, err
		}
	}
	var room number
	b, err := argument(args[0], &room)
	if err != nil {
		return value{}, err
	}
	r := newDecimal()
	return c.finished(r, work.Quantize(&r.number, &self(v).number, b))
}

func fma(t *thread, v value, args []value) (value, error) {
	c, err := contextArg(t, args[2])
	if err != nil {
		return value{}, err
	}
	var rooms [2]number
	b, err := argument(args[0], &rooms[0])
	if err != nil {
		return value{}, err
	}
	d, err := argument(args[1], &rooms[1])
	if err != nil {
		return value{}, err
	}
	r := newDecimal()
	return c.finished(r, c.FMA(&r.number, &self(v).number, b, d))
}

func decimalMethods() []objects.FuncDef {
	return []objects.FuncDef{
		unary("exp", "e to the power of the number, rounded half to even.\n\n", (*decnum.Context).Exp),
		unary("ln", "The natural logarithm, rounded half to even.\n\n", (*decnum.Context).Ln),
		unary("log10", "The logarithm to the base ten, rounded half to even.\n\n", (*decnum.Context).Log10),
		unary("next_minus", "The largest number of the context below this one.\n\n", (*decnum.Context).NextMinus),
		unary("next_plus", "The smallest number of the context above this one.\n\n", (*decnum.Context).NextPlus),
		unary("normalize", "The same value without zeros at the end; every zero becomes Decimal('0')\nwith the same sign.\n\n", (*decnum.Context).Reduce),
		integral("to_integral", "to_integral_value() under its older name.\n\n", false),
		integral("to_integral_exact", "Round to an integer, signaling Rounded and Inexact.\n\n", true),
		integral("to_integral_value", "Round to an integer without signaling Rounded and Inexact.\n\n", false),
		unary("sqrt", "The square root, rounded half to even.\n\n", (*decnum.Context).Sqrt),
		binary("compare", "-1, 0 or 1 as a Decimal, as the number is less than, equal to or greater\nthan other; a NaN where one of them is.\n\n", (*decnum.Context).Compare),
		binary("compare_signal", "compare() where quiet NaNs signal too.\n\n", (*decnum.Context).CompareSignal),
		binary("max", "The larger of two numbers, rounded; a number wins over a quiet NaN.\n\n", (*decnum.Context).MaxOf),
		binary("max_mag", "max() by the absolute values.\n\n", (*decnum.Context).MaxMag),
		binary("min", "The smaller of two numbers, rounded; a number wins over a quiet NaN.\n\n", (*decnum.Context).MinOf),
		binary("min_mag", "min() by the absolute values.\n\n", (*decnum.Context).MinMag),
		binary("next_toward", "The number of the context that is next in the direction of other; with the\nsign of other where both are equal.\n\n", (*decnum.Context).NextToward),
		binary("remainder_near", "What is left when the nearest multiple of other, the even one of two, is\ntaken away.\n\n", (*decnum.Context).RemNear),
		{Name: "quantize", Sig: "exp, rounding=None, context=None", Nameless: true, Doc: "Round to the exponent of exp. It is an invalid operation where the result has\nmore digits than the precision.\n\n    >>> Decimal('2.71828').quantize(Decimal('0.01'))\n    Decimal('2.72')\n\n", Fn: quantize},
		{Name: "fma", Sig: "other, third, context=None", Nameless: true, Doc: "self*other + third, rounded once.\n\n    >>> Decimal(4).fma(6, 1)\n    Decimal('25')\n\n", Fn: fma},
		test("is_canonical", "True: every Decimal is in its canonical form.\n\n", func(a *number) bool { return true }),
		test("is_finite", "Whether the number is neither infinite nor a NaN.\n\n", func(a *number) bool { return a.IsFinite() }),
		test("is_infinite", "Whether the number is an infinity of either sign.\n\n", func(a *number) bool { return a.IsInfinite() }),
		test("is_nan", "Whether the number is a NaN, quiet or signaling.\n\n", func(a *number) bool { return a.IsNaN() }),
		test("is_qnan", "Whether the number is a quiet NaN.\n\n", func(a *number) bool { return a.IsNaN() && !a.IsSignaling() }),
		test("is_snan", "Whether the number is a signaling NaN.\n\n", func(a *number) bool { return a.IsSignaling() }),
		test("is_signed", "Whether the sign is negative, which zeros and NaNs have too.\n\n", func(a *number) bool { return a.Neg }),
		test("is_zero", "Whether the number is a zero of either sign.\n\n", func(a *number) bool { return a.IsZero() }),
		contextTest("is_normal", "Whether the number is finite, not zero, and not too small for the context to\nhave it with all digits.\n\n", (*decnum.Context).IsNormal),
		contextTest("is_subnormal", "Whether the number is not zero and smaller than the context's normal ones.\n\n", (*decnum.Context).IsSubnormal),
		{Name: "adjusted", Doc: "The exponent of the first digit; 0 for infinities and NaNs.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			a := &self(v).number
			if a.IsSpecial() {
				return objects.Int(0), nil
			}
			return objects.Int(a.Adjusted()), nil
		}},
		same("canonical", "", "The number itself, which is in its canonical form.\n\n"),
		same("conjugate", "", "The number itself.\n\n"),
		{Name: "radix", Doc: "Decimal(10), the base of the arithmetic.\n\n", Fn: radix},
		plain("copy_abs", "The number with a positive sign, not rounded.\n\n", func(a *number) bool { return false }),
		plain("copy_negate", "The number with the other sign, not rounded.\n\n", func(a *number) bool { return !a.Neg }),
		unary("logb", "The adjusted exponent as a Decimal; -Infinity, signaling DivisionByZero,\nfor a zero, and Infinity for an infinity.\n\n", (*decnum.Context).LogB),
		unary("logical_invert", "The number with every digit, each 0 or 1, turned round.\n\n", (*decnum.Context).Invert),
		{Name: "number_class", Sig: "context=None", Nameless: true, Doc: "The name of the number's class: sNaN, NaN, or with a sign Infinity, Normal,\nSubnormal or Zero.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			c, err := contextArg(t, args[0])
			if err != nil {
				return value{}, err
			}
			return native.Str(c.Class(&self(v).number)), nil
		}},
		{Name: "to_eng_string", Sig: "context=None", Nameless: true, Doc: "The text in engineering notation, whose exponents are multiples of three.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			c, err := contextArg(t, args[0])
			if err != nil {
				return value{}, err
			}
			return native.Str(string(self(v).Append(nil, c.letter(), true))), nil
		}},
		binary("compare_total", "compare() in the total order of all Decimals, in which equal numbers differ by\ntheir exponents and NaNs have a place.\n\n    >>> Decimal('7.50').compare_total(Decimal('7.5'))\n    Decimal('-1')\n\n", quiet(decnum.CompareTotal)),
		binary("compare_total_mag", "compare_total() without the signs.\n\n", quiet(decnum.CompareTotalMag)),
		binary("copy_sign", "The number with the sign of other, not rounded.\n\n    >>> Decimal('7.50').copy_sign(Decimal('-1'))\n    Decimal('-7.50')\n\n", quiet(copySign)),
		{Name: "same_quantum", Sig: "other, context=None", Nameless: true, Doc: "Whether both have the same exponent, or both are infinite, or both NaNs.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			if _, err := contextArg(t, args[1]); err != nil {
				return value{}, err
			}
			var room number
			b, err := argument(args[0], &room)
			if err != nil {
				return value{}, err
			}
			return objects.Bool(decnum.SameQuantum(&self(v).number, b)), nil
		}},
		binary("logical_and", "The digit-wise and of numbers whose digits are 0 or 1.\n\n", (*decnum.Context).And),
		binary("logical_or", "The digit-wise or of numbers whose digits are 0 or 1.\n\n", (*decnum.Context).Or),
		binary("logical_xor", "The digit-wise exclusive or of numbers whose digits are 0 or 1.\n\n", (*decnum.Context).Xor),
		binary("rotate", "The digits turned round by other places in a field of as many digits as\nthe precision, to the left where other is positive.\n\n", (*decnum.Context).Rotate),
		binary("scaleb", "The number with other added to its exponent.\n\n", (*decnum.Context).ScaleB),
		binary("shift", "The digits moved by other places in a field of as many digits as the\nprecision, to the left where other is positive.\n\n", (*decnum.Context).Shift),
		{Name: "from_float", Kind: objects.ClassFunc, Sig: "f, /", Doc: "A Decimal of exactly the value of a float or an int.\n\n    >>> Decimal.from_float(0.375)\n    Decimal('0.375')\n\n", Fn: func(t *thread, cls value, args []value) (value, error) {
			c, err := current(t)
			if err != nil {
				return value{}, err
			}
			v, err := fromNumber(t, args[0], c, true)
			if err != nil || cls == objects.ToValue(&decimalType) {
				return v, err
			}
			return objects.Call1(t, cls, v)
		}},
		{Name: "as_tuple", Doc: "The number as DecimalTuple(sign, digits, exponent).\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			return asTuple(t, &self(v).number)
		}},
		{Name: "as_integer_ratio", Doc: "The number as a pair of ints, numerator and positive denominator, in lowest\nterms.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			return asRatio(&self(v).number)
		}},
		same("__copy__", "", ""),
		same("__deepcopy__", "object, /", ""),
		{Name: "__format__", Sig: "specifier, override=?, /", NoSig: true, Nameless: true, Fn: format},
		{Name: "__reduce__", Fn: func(t *thread, v value, args []value) (value, error) {
			text, err := objects.ToStr(t, v)
			if err != nil {
				return value{}, err
			}
			return native.Tuple(objects.ToValue(objects.TypeOf(v)), native.Tuple(text)), nil
		}},
		{Name: "__round__", Sig: "ndigits=?, /", NoSig: true, Nameless: true, Fn: round},
		toInteger("__ceil__", decnum.RoundCeiling),
		toInteger("__floor__", decnum.RoundFloor),
		toInteger("__trunc__", decnum.RoundDown),
		{Name: "__complex__", Fn: func(t *thread, v value, args []value) (value, error) {
			f, err := toFloat(&self(v).number)
			if err != nil {
				return value{}, err
			}
			return objects.NewComplex(complex(f, 0)), nil
		}},
		{Name: "__sizeof__", Fn: func(t *thread, v value, args []value) (value, error) {
			return objects.Int(size(&self(v).number)), nil
		}},
	}
}

func radix(t *thread, v value, args []value) (value, error) {
	r := newDecimal()
	r.SetInt64(10)
	return objects.ToValue(r), nil
}
