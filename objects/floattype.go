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
	typ.Doc = "The float nearest to a number, which can be written in a string."
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
	typ.Repr = func(t *Thread, v Value) (Value, error) { return ToValue(floatStr(floatArg(v))), nil }
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
			{Name: "real", Doc: "the part without j", Get: func(t *Thread, v Value) (Value, error) { return Float(floatArg(v)), nil }},
			{Name: "imag", Doc: "the factor of j", Get: func(t *Thread, v Value) (Value, error) { return Float(0), nil }},
		}
	}
	typ.Methods = floatMethods
}

func floatMethods() []FuncDef {
	rounded := func(f func(float64) float64) func(t *Thread, v Value, args []Value) (Value, error) {
		return func(t *Thread, v Value, args []Value) (Value, error) { return FloatToInt(f(floatArg(v))) }
	}
	return []FuncDef{
		{Name: "conjugate", Doc: "Return the number itself, which has no imaginary part to negate.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return Float(floatArg(v)), nil
		}},
		{Name: "__trunc__", Doc: "Cut off what follows the decimal point and return an integer.", Fn: rounded(math.Trunc)},
		{Name: "__floor__", Doc: "Round down to an int.", Fn: rounded(math.Floor)},
		{Name: "__ceil__", Doc: "Round up to an int.", Fn: rounded(math.Ceil)},
		{Name: "__round__", Sig: "ndigits=None, /", Doc: "Round to an integer, or where ndigits is given to a float with that many\ndecimal places.\n\nA tie goes to the even neighbour.", Fn: floatRound},
		{Name: "as_integer_ratio", Doc: "Return the exact value as a fraction: numerator and denominator in lowest\nterms, the latter positive.\n\nInfinity raises OverflowError and NaN raises ValueError.\n\n>>> (1.5).as_integer_ratio()\n(3, 2)\n>>> (-7.0).as_integer_ratio()\n(-7, 1)\n>>> (.0625).as_integer_ratio()\n(1, 16)", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
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
		{Name: "fromhex", Kind: ClassFunc, Sig: "string, /", Doc: "Read a number in the notation that hex() writes, in which the prefix and the\nexponent are optional.\n\n>>> float.fromhex('0x1.8p+3')\n12.0\n>>> float.fromhex('-a.8')\n-10.5", Fn: func(t *Thread, cls Value, args []Value) (Value, error) {
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
		{Name: "hex", Doc: "Write the exact value as a hexadecimal fraction times a power of two.\n\n>>> (10.5).hex()\n'0x1.5000000000000p+3'\n>>> (-0.25).hex()\n'-0x1.0000000000000p-2'", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return StrValue(floatHex(floatArg(v))), nil
		}},
		{Name: "is_integer", Doc: "Tell whether the float has no fraction.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			x := floatArg(v)
			return Bool(!math.IsInf(x, 0) && x == math.Floor(x)), nil
		}},
		{Name: "__getnewargs__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return ToValue(NewTuple(Float(floatArg(v)))), nil
		}},
		{Name: "__getformat__", Kind: ClassFunc, Sig: "typestr, /", Doc: "Name the representation of the C type 'double' or 'float', for tests that\ndepend on it.\n\nIt is 'IEEE, little-endian' on every machine that Adder runs on.", Fn: func(t *Thread, cls Value, args []Value) (Value, error) {
			s, ok := StrOf(args[0])
			if !ok {
				return Value{}, TypeErrorf("__getformat__() argument must be str, not %s", argTypeName(args[0]))
			}
			if n := s.String(); n != "double" && n != "float" {
				return Value{}, ValueErrorf("__getformat__() argument 1 must be 'double' or 'float'")
			}
			return StrValue("IEEE, little-endian"), nil
		}},
		{Name: "__format__", Sig: "format_spec, /", Doc: "Write the number as format_spec wants it.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return formatMethod(t, v, args[0], formatFloat)
		}},
	}
}
