package objects

import "math"

// float: its type and methods.

func floatNew(t *Thread, typ *Type, args []Value) (Value, error) {
	f := 0.0
	if !args[0].IsZero() {
		if typ == &FloatType && args[0].IsFloat() {
			return args[0], nil
		}
		var err error
		if f, err = FloatFrom(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	return newFloatOf(typ, f), nil
}

// newFloatOf makes a float of a class.
func newFloatOf(typ *Type, f float64) Value {
	if typ == &FloatType {
		return Float(f)
	}
	r := typ.Alloc(typ)
	As[floatObject](r).f = f
	return r
}

func floatArg(v Value) float64 {
	f, _ := FloatOf(v)
	return f
}

// roundHalfEven makes the int nearest to x, halves to even.
func roundHalfEven(x float64) (Value, error) { return FloatToInt(math.RoundToEven(x)) }

func floatRound(t *Thread, self Value, args []Value) (Value, error) {
	x := floatArg(self)
	if args[0].IsZero() || args[0] == None {
		return roundHalfEven(x)
	}
	n, err := IndexInt(t, args[0], nil)
	if err != nil {
		return Value{}, err
	}
	f, ok := roundFloat(x, int64(n))
	if !ok {
		return Value{}, OverflowErrorf("rounded value too large to represent")
	}
	return Float(f), nil
}

func floatUnary(f func(float64) float64) UnaryFunc {
	return func(t *Thread, v Value) (Value, error) { return Float(f(floatArg(v))), nil }
}

func initFloat() {
	typ := &FloatType
	typ.Name = "float"
	typ.Doc = "Convert a string or number to a floating-point number, if possible."
	typ.TextSig = "(x=0, /)"
	typ.Flags = FlagBase | FlagMatchSelf
	layout[floatObject](typ)
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		if v.IsFloat() {
			return v, nil
		}
		f, err := FloatFrom(t, v)
		return Float(f), err
	}
	typ.New = NewBound("float", "x=0, /", floatNew)
	typ.Hash = func(t *Thread, v Value) (int64, error) { return HashFloat(floatArg(v)), nil }
	typ.Repr = func(t *Thread, v Value) (Value, error) { return StrValue(FloatRepr(floatArg(v))), nil }
	typ.Compare = floatCompare
	typ.Bool = func(t *Thread, v Value) (bool, error) { return floatArg(v) != 0, nil }
	n := &typ.Number
	n.Binary = [NumBinaryOps]BinaryFunc{OpAdd: floatAdd, OpSub: floatSub, OpMul: floatMul, OpTrueDiv: floatTrueDiv,
		OpFloorDiv: floatFloorDiv, OpMod: floatMod, OpPow: floatPow, OpDivmod: floatDivmod}
	self := floatUnary(func(x float64) float64 { return x })
	n.Unary = [NumUnaryOps]UnaryFunc{OpNeg: floatUnary(func(x float64) float64 { return -x }), OpPos: self,
		OpAbs: floatUnary(math.Abs), OpToFloat: self, OpToInt: func(t *Thread, v Value) (Value, error) {
			return FloatToInt(floatArg(v))
		}}
	n.Pow3 = func(t *Thread, a, b, m Value) (Value, error) {
		return Value{}, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "real", Doc: "the real part of a complex number", Get: func(t *Thread, v Value) (Value, error) { return Float(floatArg(v)), nil }},
			{Name: "imag", Doc: "the imaginary part of a complex number", Get: func(t *Thread, v Value) (Value, error) { return Float(0), nil }},
		}
	}
	typ.Methods = floatMethods
}

func floatMethods() []FuncDef {
	rounded := func(f func(float64) float64) func(t *Thread, v Value, args []Value) (Value, error) {
		return func(t *Thread, v Value, args []Value) (Value, error) { return FloatToInt(f(floatArg(v))) }
	}
	return []FuncDef{
		{Name: "conjugate", Doc: "Return self, the complex conjugate of any float.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return Float(floatArg(v)), nil
		}},
		{Name: "__trunc__", Doc: "Return the Integral closest to x between 0 and x.", Fn: rounded(math.Trunc)},
		{Name: "__floor__", Doc: "Return the floor as an Integral.", Fn: rounded(math.Floor)},
		{Name: "__ceil__", Doc: "Return the ceiling as an Integral.", Fn: rounded(math.Ceil)},
		{Name: "__round__", Sig: "ndigits=None, /", Doc: "Return the Integral closest to x, rounding half toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits).", Fn: floatRound},
		{Name: "as_integer_ratio", Doc: "Return a pair of integers, whose ratio is exactly equal to the original float.\n\nThe ratio is in lowest terms and has a positive denominator.  Raise\nOverflowError on infinities and a ValueError on NaNs.\n\n>>> (10.0).as_integer_ratio()\n(10, 1)\n>>> (0.0).as_integer_ratio()\n(0, 1)\n>>> (-.25).as_integer_ratio()\n(-1, 4)", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			x := floatArg(v)
			if math.IsInf(x, 0) {
				return Value{}, OverflowErrorf("cannot convert Infinity to integer ratio")
			}
			if x != x {
				return Value{}, ValueErrorf("cannot convert NaN to integer ratio")
			}
			num, den := FloatRatio(x)
			return ToValue(NewTuple(BigInt(num), BigInt(den))), nil
		}},
		{Name: "fromhex", Kind: ClassFunc, Sig: "string, /", Doc: "Create a floating-point number from a hexadecimal string.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375\n>>> float.fromhex('-0x1p-1074')\n-5e-324", Fn: func(t *Thread, cls Value, args []Value) (Value, error) {
			s, ok := StrOf(args[0])
			if !ok {
				return Value{}, TypeErrorf("bad argument type for built-in operation")
			}
			text, err := EncodeUTF8(t, s, "strict")
			if err != nil {
				return Value{}, err
			}
			f, err := floatFromHex(string(text))
			if err != nil || cls == ToValue(&FloatType) {
				return Float(f), err
			}
			return Call1(t, cls, Float(f))
		}},
		{Name: "hex", Doc: "Return a hexadecimal representation of a floating-point number.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'\n>>> 3.14159.hex()\n'0x1.921f9f01b866ep+1'", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return StrValue(floatHex(floatArg(v))), nil
		}},
		{Name: "is_integer", Doc: "Return True if the float is an integer.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			x := floatArg(v)
			return Bool(!math.IsInf(x, 0) && x == math.Floor(x)), nil
		}},
		{Name: "__getnewargs__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return ToValue(NewTuple(Float(floatArg(v)))), nil
		}},
		{Name: "__getformat__", Kind: ClassFunc, Sig: "typestr, /", Doc: "You probably don't want to use this function.\n\n  typestr\n    Must be 'double' or 'float'.\n\nIt exists mainly to be used in Python's test suite.\n\nThis function returns whichever of 'unknown', 'IEEE, big-endian' or 'IEEE,\nlittle-endian' best describes the format of floating-point numbers used by the\nC type named by typestr.", Fn: func(t *Thread, cls Value, args []Value) (Value, error) {
			s, ok := StrOf(args[0])
			if !ok {
				return Value{}, TypeErrorf("__getformat__() argument must be str, not %s", argTypeName(args[0]))
			}
			if n := s.String(); n != "double" && n != "float" {
				return Value{}, ValueErrorf("__getformat__() argument 1 must be 'double' or 'float'")
			}
			return StrValue("IEEE, little-endian"), nil
		}},
		{Name: "__format__", Sig: "format_spec, /", Doc: "Formats the float according to format_spec.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return formatMethod(t, v, args[0], formatFloat)
		}},
	}
}
