package decimal

import (
	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// The methods of Context: the operations with all operands as arguments, which may be Decimals or ints.

// unaryIn declares an operation of one operand.
func unaryIn(name, doc string, op unaryOp) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "x, /", Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		c := objects.As[context](v)
		var room number
		a, err := argument(args[0], &room)
		if err != nil {
			return value{}, err
		}
		r := newDecimal()
		return c.finished(r, op(&c.Context, &r.number, a))
	}}
}

// binaryIn declares an operation of two operands.
func binaryIn(name, doc string, op binaryOp) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "x, y, /", Nameless: true, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		c := objects.As[context](v)
		var rooms [2]number
		a, err := argument(args[0], &rooms[0])
		if err != nil {
			return value{}, err
		}
		b, err := argument(args[1], &rooms[1])
		if err != nil {
			return value{}, err
		}
		r := newDecimal()
		return c.finished(r, op(&c.Context, &r.number, a, b))
	}}
}

// testIn declares a test of one operand.
func testIn(name, doc string, f func(c *decnum.Context, a *number) bool) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "x, /", Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		var room number
		a, err := argument(args[0], &room)
		if err != nil {
			return value{}, err
		}
		return objects.Bool(f(&objects.As[context](v).Context, a)), nil
	}}
}

// textIn declares a conversion of one operand to a str.
func textIn(name, doc string, f func(c *context, a *number) string) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "x, /", Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		var room number
		a, err := argument(args[0], &room)
		if err != nil {
			return value{}, err
		}
		return native.Str(f(objects.As[context](v), a)), nil
	}}
}

// copyIn declares a copy of one operand with a sign of its own.
func copyIn(name, doc string, neg func(a *number) bool) objects.FuncDef {
	return unaryIn(name, doc, func(_ *decnum.Context, r, a *number) decnum.Status {
		r.Copy(a, neg(a))
		return 0
	})
}

// exponent declares a limit of exponents.
func exponent(name, doc string, f func(c *decnum.Context) int64) objects.FuncDef {
	return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, v value, args []value) (value, error) {
		return objects.Int(f(&objects.As[context](v).Context)), nil
	}}
}

func powerIn(t *thread, v value, args []value) (value, error) {
	c := objects.As[context](v)
	var rooms [3]number
	a, err := argument(args[0], &rooms[0])
	if err != nil {
		return value{}, err
	}
	b, err := argument(args[1], &rooms[1])
	if err != nil {
		return value{}, err
	}
	r := newDecimal()
	if !native.Given(args[2]) {
		return c.finished(r, c.Pow(&r.number, a, b))
	}
	m, err := argument(args[2], &rooms[2])
	if err != nil {
		return value{}, err
	}
	return c.finished(r, c.PowMod(&r.number, a, b, m))
}

func fmaIn(t *thread, v value, args []value) (value, error) {
	c := objects.As[context](v)
	var rooms [3]number
	var n [3]*number
	for i := range n {
		var err error
		if n[i], err = argument(args[i], &rooms[i]); err != nil {
			return value{}, err
		}
	}
	r := newDecimal()
	return c.finished(r, c.FMA(&r.number, n[0], n[1], n[2]))
}

// copyDecimal returns a Decimal as it is, an int converted.
func copyDecimal(t *thread, v value, args []value) (value, error) {
	if _, ok := decimalOf(args[0]); ok {
		return args[0], nil
	}
	r := newDecimal()
	n, err := argument(args[0], &r.number)
	if err != nil {
		return value{}, err
	}
	r.number = *n
	return objects.ToValue(r), nil
}

func contextMethods() []objects.FuncDef {
	return []objects.FuncDef{
		unaryIn("abs", "The absolute value of x.\n\n", (*decnum.Context).Abs),
		unaryIn("exp", "e to the power x.\n\n", (*decnum.Context).Exp),
		unaryIn("ln", "The natural logarithm of x.\n\n", (*decnum.Context).Ln),
		unaryIn("log10", "The logarithm of x to the base ten.\n\n", (*decnum.Context).Log10),
		unaryIn("minus", "-x, rounded.\n\n", (*decnum.Context).Minus),
		unaryIn("next_minus", "The largest number of the context below x.\n\n", (*decnum.Context).NextMinus),
		unaryIn("next_plus", "The smallest number of the context above x.\n\n", (*decnum.Context).NextPlus),
		unaryIn("normalize", "x, rounded, without zeros at the end.\n\n", (*decnum.Context).Reduce),
		unaryIn("plus", "x, rounded.\n\n", (*decnum.Context).Plus),
		unaryIn("to_integral", "to_integral_value(x) under its older name.\n\n", toIntegral(false)),
		unaryIn("to_integral_exact", "x rounded to an integer, signaling Rounded and Inexact.\n\n", toIntegral(true)),
		unaryIn("to_integral_value", "x rounded to an integer without signaling Rounded and Inexact.\n\n", toIntegral(false)),
		unaryIn("sqrt", "The square root of x.\n\n", (*decnum.Context).Sqrt),
		binaryIn("add", "x + y.\n\n", (*decnum.Context).Add),
		binaryIn("compare", "-1, 0 or 1, as x is less than, equal to or greater than y.\n\n", (*decnum.Context).Compare),
		binaryIn("compare_signal", "compare() where quiet NaNs signal too.\n\n", (*decnum.Context).CompareSignal),
		binaryIn("divide", "x / y.\n\n", (*decnum.Context).Div),
		binaryIn("divide_int", "The integer part of x / y.\n\n", (*decnum.Context).DivInt),
		{Name: "divmod", Sig: "x, y, /", Nameless: true, Doc: "The integer part of x / y, and the remainder.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			var rooms [2]number
			a, err := argument(args[0], &rooms[0])
			if err != nil {
				return value{}, err
			}
			b, err := argument(args[1], &rooms[1])
			if err != nil {
				return value{}, err
			}
			return objects.As[context](v).divmod(a, b)
		}},
		binaryIn("max", "The larger of x and y.\n\n", (*decnum.Context).MaxOf),
		binaryIn("max_mag", "The one of x and y with the larger absolute value.\n\n", (*decnum.Context).MaxMag),
		binaryIn("min", "The smaller of x and y.\n\n", (*decnum.Context).MinOf),
		binaryIn("min_mag", "The one of x and y with the smaller absolute value.\n\n", (*decnum.Context).MinMag),
		binaryIn("multiply", "x * y.\n\n", (*decnum.Context).Mul),
		binaryIn("next_toward", "The number of the context next to x in the direction of y.\n\n", (*decnum.Context).NextToward),
		binaryIn("quantize", "x rounded to the exponent of y.\n\n", (*decnum.Context).Quantize),
		binaryIn("remainder", "What the integer part of x / y leaves of x; it has the sign of x.\n\n", (*decnum.Context).Rem),
		binaryIn("remainder_near", "What the multiple of y nearest to x leaves of x.\n\n", (*decnum.Context).RemNear),
		binaryIn("subtract", "x - y.\n\n", (*decnum.Context).Sub),
		{Name: "power", Sig: "a, b, modulo=None", Nameless: true, Doc: "a**b, or a**b % modulo, for which all three must be integers, b not negative\nand modulo less than 10**prec.\n\n", Fn: powerIn},
		{Name: "fma", Sig: "x, y, z, /", Nameless: true, Doc: "x*y + z, rounded once.\n\n", Fn: fmaIn},
		exponent("Etiny", "The smallest exponent of subnormal numbers, Emin - prec + 1.\n\n", (*decnum.Context).Etiny),
		exponent("Etop", "The largest exponent of numbers with all digits, Emax - prec + 1.\n\n", (*decnum.Context).Etop),
		{Name: "radix", Doc: "Decimal(10), the base of the arithmetic.\n\n", Fn: radix},
		{Name: "is_canonical", Sig: "x, /", Doc: "True: every Decimal is in its canonical form.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			if _, ok := decimalOf(args[0]); !ok {
				return value{}, objects.TypeErrorf("argument must be a Decimal")
			}
			return objects.True, nil
		}},
		testIn("is_finite", "Whether x is neither infinite nor a NaN.\n\n", func(_ *decnum.Context, a *number) bool { return a.IsFinite() }),
		testIn("is_infinite", "Whether x is an infinity of either sign.\n\n", func(_ *decnum.Context, a *number) bool { return a.IsInfinite() }),
		testIn("is_nan", "Whether x is a NaN, quiet or signaling.\n\n", func(_ *decnum.Context, a *number) bool { return a.IsNaN() }),
		testIn("is_normal", "Whether x is finite, not zero, and not too small for the context to have it\nwith all digits.\n\n", (*decnum.Context).IsNormal),
		testIn("is_qnan", "Whether x is a quiet NaN.\n\n", func(_ *decnum.Context, a *number) bool { return a.IsNaN() && !a.IsSignaling() }),
		testIn("is_signed", "Whether the sign is negative, which zeros and NaNs have too.\n\n", func(_ *decnum.Context, a *number) bool { return a.Neg }),
		testIn("is_snan", "Whether x is a signaling NaN.\n\n", func(_ *decnum.Context, a *number) bool { return a.IsSignaling() }),
		testIn("is_subnormal", "Whether x is not zero and smaller than the context's normal numbers.\n\n", (*decnum.Context).IsSubnormal),
		testIn("is_zero", "Whether x is a zero of either sign.\n\n", func(_ *decnum.Context, a *number) bool { return a.IsZero() }),
		{Name: "_apply", Sig: "object, /", Fn: func(t *thread, v value, args []value) (value, error) {
			c := objects.As[context](v)
			var room number
			a, err := argument(args[0], &room)
			if err != nil {
				return value{}, err
			}
			r := newDecimal()
			r.number = *a
			return c.finished(r, c.Finish(&r.number))
		}},
		{Name: "canonical", Sig: "x, /", Doc: "x itself, which must be a Decimal.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			if _, ok := decimalOf(args[0]); !ok {
				return value{}, objects.TypeErrorf("argument must be a Decimal")
			}
			return args[0], nil
		}},
		copyIn("copy_abs", "x with a positive sign, not rounded.\n\n", func(a *number) bool { return false }),
		{Name: "copy_decimal", Sig: "x, /", Doc: "x as a Decimal, not rounded.\n\n", Fn: copyDecimal},
		copyIn("copy_negate", "x with the other sign, not rounded.\n\n", func(a *number) bool { return !a.Neg }),
		unaryIn("logb", "The adjusted exponent of x.\n\n", (*decnum.Context).LogB),
		unaryIn("logical_invert", "x with every digit, each 0 or 1, turned round.\n\n", (*decnum.Context).Invert),
		textIn("number_class", "The name of the class of x.\n\n", func(c *context, a *number) string { return c.Class(a) }),
		textIn("to_sci_string", "x in scientific notation.\n\n", func(c *context, a *number) string { return string(a.Append(nil, c.letter(), false)) }),
		textIn("to_eng_string", "x in engineering notation, whose exponents are multiples of three.\n\n", func(c *context, a *number) string { return string(a.Append(nil, c.letter(), true)) }),
		binaryIn("compare_total", "compare() in the total order of all Decimals.\n\n", quiet(decnum.CompareTotal)),
		binaryIn("compare_total_mag", "compare_total() without the signs.\n\n", quiet(decnum.CompareTotalMag)),
		binaryIn("copy_sign", "x with the sign of y, not rounded.\n\n", quiet(copySign)),
		binaryIn("logical_and", "The digit-wise and of x and y.\n\n", (*decnum.Context).And),
		binaryIn("logical_or", "The digit-wise or of x and y.\n\n", (*decnum.Context).Or),
		binaryIn("logical_xor", "The digit-wise exclusive or of x and y.\n\n", (*decnum.Context).Xor),
		binaryIn("rotate", "The digits of x turned round by y places.\n\n", (*decnum.Context).Rotate),
		{Name: "same_quantum", Sig: "x, y, /", Nameless: true, Doc: "Whether x and y have the same exponent.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			var rooms [2]number
			a, err := argument(args[0], &rooms[0])
			if err != nil {
				return value{}, err
			}
			b, err := argument(args[1], &rooms[1])
			if err != nil {
				return value{}, err
			}
			return objects.Bool(decnum.SameQuantum(a, b)), nil
		}},
		binaryIn("scaleb", "x with y added to its exponent.\n\n", (*decnum.Context).ScaleB),
		binaryIn("shift", "The digits of x moved by y places.\n\n", (*decnum.Context).Shift),
		{Name: "clear_flags", Doc: "Set all flags to False.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			objects.As[context](v).status = 0
			return objects.None, nil
		}},
		{Name: "clear_traps", Doc: "Set all traps to False.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			objects.As[context](v).traps = 0
			return objects.None, nil
		}},
		{Name: "__copy__", Fn: copyContext},
		{Name: "__reduce__", Fn: func(t *thread, v value, args []value) (value, error) {
			c := objects.As[context](v)
			var items []value
			for i := range attributes {
				items = append(items, attributes[i].get(c))
			}
			items = append(items, signalsOf(c.status), signalsOf(c.traps))
			return native.Tuple(objects.ToValue(objects.TypeOf(v)), native.Tuple(items...)), nil
		}},
		{Name: "copy", Doc: "A context with the same settings, flags and traps.\n\n", Fn: copyContext},
		{Name: "create_decimal", Sig: "num=\"0\", /", Nameless: true, Doc: "A Decimal made as Decimal(num) makes it, but rounded to the context.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			if args[0].IsZero() {
				return objects.ToValue(newDecimal().zero()), nil
			}
			return convert(t, &decimalType, args[0], objects.As[context](v), false)
		}},
		{Name: "create_decimal_from_float", Sig: "f, /", Doc: "A Decimal made of a float or an int, rounded to the context.\n\n", Fn: func(t *thread, v value, args []value) (value, error) {
			return fromNumber(t, args[0], objects.As[context](v), false)
		}},
	}
}

func copyContext(t *thread, v value, args []value) (value, error) {
	return objects.ToValue(objects.As[context](v).copy()), nil
}

func toIntegral(signals bool) unaryOp {
	return func(c *decnum.Context, r, a *number) decnum.Status { return c.ToIntegral(r, a, signals) }
}
