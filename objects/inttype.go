package objects

import (
	"math/big"
)

// int: its type and methods.

// intRound is int.__round__: to a multiple of a power of ten, halves to even.
func intRound(t *Thread, self Value, args []Value) (Value, error) {
	if args[0].IsZero() {
		return exactInt(self), nil
	}
	nd, err := Index(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if Sign(nd) >= 0 {
		return exactInt(self), nil
	}
	n, ok := Int64Of(nd)
	// A power of ten with more digits than the number rounds it to zero.
	if !ok || -n > int64(bitLength(self))*30103/100000+2 {
		return InlineInt(0), nil
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(-n), nil)
	x := BigOf(self)
	q, r := new(big.Int).DivMod(x, unit, new(big.Int))
	r.Lsh(r, 1)
	if c := r.Cmp(unit); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return BigInt(q.Mul(q, unit)), nil
}

// byteOrder reads a byteorder argument; little is the result.
func byteOrder(t *Thread, v Value) (little bool, err error) {
	if v.IsZero() {
		return false, nil
	}
	s, ok := StrOf(v)
	if !ok {
		return false, TypeErrorf("argument 'byteorder' must be str, not %s", argTypeName(v))
	}
	switch s.String() {
	case "little":
		return true, nil
	case "big":
		return false, nil
	}
	return false, ValueErrorf("byteorder must be either 'little' or 'big'")
}

func intToBytes(t *Thread, self Value, args []Value) (Value, error) {
	length := 1
	var err error
	if !args[0].IsZero() {
		if length, err = SizeArg(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	if s, ok := StrOf(args[1]); !args[1].IsZero() && !ok {
		return Value{}, TypeErrorf("to_bytes() argument 'byteorder' must be str, not %s", argTypeName(args[1]))
	} else if ok && s.String() != "little" && s.String() != "big" {
		return Value{}, ValueErrorf("byteorder must be either 'little' or 'big'")
	}
	little, err := byteOrder(t, args[1])
	if err != nil {
		return Value{}, err
	}
	signed := false
	if !args[2].IsZero() {
		if signed, err = Truth(t, args[2]); err != nil {
			return Value{}, err
		}
	}
	if length < 0 {
		return Value{}, ValueErrorf("length argument must be non-negative")
	}
	if err := CheckSize(length, 1); err != nil {
		return Value{}, err
	}
	var buf [32]byte
	b, err := appendIntBytes(buf[:0], self, length, little, signed)
	if err != nil {
		return Value{}, err
	}
	return BytesCopy(b), nil
}

// IntBytes returns an int in two's complement (or unsigned) form of length bytes; OverflowError where it does not fit.
func IntBytes(v Value, length int, little, signed bool) ([]byte, error) {
	return appendIntBytes(nil, v, length, little, signed)
}

// appendIntBytes is IntBytes in memory of the caller, if that is enough; it must be zero.
func appendIntBytes(room []byte, v Value, length int, little, signed bool) ([]byte, error) {
	neg := Sign(v) < 0
	if neg && !signed {
		return nil, OverflowErrorf("can't convert negative int to unsigned")
	}
	n := bitLength(v)
	limit := length * 8
	w, wide := wideOf(v)
	x := bigRef(v, &intWork.a)
	if signed {
		limit--
		if neg {
			// -2^limit is the one negative number of limit+1 bits.
			if wide {
				n = bitLength(wide128{^w.hi, ^w.lo}.value())
			} else {
				x = new(big.Int).Not(x)
				n = x.BitLen()
			}
		}
	}
	if n > limit && !(length == 0 && n == 0) {
		return nil, OverflowErrorf("int too big to convert")
	}
	b := room
	if length <= cap(room) {
		b = b[:length]
	} else {
		b = make([]byte, length)
	}
	if wide {
		for i := range b {
			at := i
			if !little {
				at = length - 1 - i
			}
			b[at] = byte(w.lo)
			w.lo = w.lo>>8 | uint64(w.hi)<<56
			w.hi >>= 8
		}
		return b, nil
	}
	x.FillBytes(b)
	if neg {
		for i := range b {
			b[i] = ^b[i]
		}
	}
	if little {
		reverseBytes(b)
	}
	return b, nil
}

func reverseBytes(b []byte) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}

// IntFromBytes makes the int of bytes in two's complement (or unsigned) form.
func IntFromBytes(b []byte, little, signed bool) Value {
	if len(b) <= 8 {
		var u uint64
		for i := range b {
			c := b[i]
			if little {
				c = b[len(b)-1-i]
			}
			u = u<<8 | uint64(c)
		}
		if signed && len(b) > 0 {
			shift := 64 - 8*len(b)
			return Int(int64(u<<shift) >> shift)
		}
		return Uint64Value(u)
	}
	b = append([]byte(nil), b...)
	if little {
		reverseBytes(b)
	}
	neg := signed && b[0]&0x80 != 0
	if neg {
		for i := range b {
			b[i] = ^b[i]
		}
	}
	x := new(big.Int).SetBytes(b)
	if neg {
		x.Not(x)
	}
	return BigInt(x)
}

func intFromBytes(t *Thread, cls Value, args []Value) (Value, error) {
	if !args[1].IsZero() {
		if _, ok := StrOf(args[1]); !ok {
			return Value{}, TypeErrorf("from_bytes() argument 'byteorder' must be str, not %s", argTypeName(args[1]))
		}
	}
	little, err := byteOrder(t, args[1])
	if err != nil {
		return Value{}, err
	}
	signed := false
	if !args[2].IsZero() {
		if signed, err = Truth(t, args[2]); err != nil {
			return Value{}, err
		}
	}
	b, err := ToBytes(t, args[0])
	if err != nil {
		return Value{}, err
	}
	v := IntFromBytes(b, little, signed)
	if typ := As[Type](cls); typ != &IntType {
		return Call1(t, cls, v)
	}
	return v, nil
}

func initInt() {
	typ := &IntType
	typ.Name = "int"
	typ.Doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\nMake an integer of x: what x.__int__() or x.__index__() gives, which for a\nfloat is its value without the fraction. Without x it is zero.\n\nA str, bytes or bytearray is read as a numeral, with an optional sign and\nwhite space around it. The base is 2 to 36; with base 0 the prefix 0b, 0o\nor 0x tells it, as in source code.\n>>> int('ff', 16)\n255"
	typ.Flags = FlagBase | FlagIntSub | FlagMatchSelf
	layout[IntObject](typ)
	typ.Convert = ToInt
	bound := NewBound("int", "x=0, /, base=10", intNew)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if kw.Len() == 0 && len(args) > 2 {
			return Value{}, CountError("int", len(args), 0, 2, false)
		}
		return bound(t, typ, args, kw)
	}
	typ.Repr = intRepr
	typ.Hash = intHash
	typ.Compare = intCompare
	typ.Bool = func(t *Thread, v Value) (bool, error) { return Sign(v) != 0, nil }
	n := &typ.Number
	n.Binary = [NumBinaryOps]BinaryFunc{OpAdd: intAdd, OpSub: intSub, OpMul: intMul, OpTrueDiv: intTrueDiv,
		OpFloorDiv: intFloorDiv, OpMod: intMod, OpPow: intPow, OpLShift: intLShift, OpRShift: intRShift, OpAnd: intAnd,
		OpXor: intXor, OpOr: intOr, OpDivmod: intDivmod}
	exact := func(t *Thread, v Value) (Value, error) { return exactInt(v), nil }
	n.Unary = [NumUnaryOps]UnaryFunc{OpNeg: intNeg, OpPos: exact, OpInvert: intInvert, OpAbs: intAbs, OpToInt: exact,
		OpIndex: exact, OpToFloat: func(t *Thread, v Value) (Value, error) {
			f, err := IntFloat(v)
			return Float(f), err
		}}
	n.Pow3 = intPow3
	typ.Methods = intMethods
	typ.GetSets = func() []GetSetDef {
		self := func(t *Thread, v Value) (Value, error) { return exactInt(v), nil }
		return []GetSetDef{
			{Name: "real", Doc: "the part without j", Get: self},
			{Name: "imag", Doc: "the factor of j", Get: func(t *Thread, v Value) (Value, error) { return InlineInt(0), nil }},
			{Name: "numerator", Doc: "the integer itself, as the upper part of a fraction", Get: self},
			{Name: "denominator", Doc: "always 1, the lower part of the fraction that an integer is", Get: func(t *Thread, v Value) (Value, error) { return InlineInt(1), nil }},
		}
	}
	initBool()
}

func intMethods() []FuncDef {
	self := func(t *Thread, v Value, args []Value) (Value, error) { return exactInt(v), nil }
	return []FuncDef{
		{Name: "conjugate", Doc: "Return the integer: having no imaginary part, it is its own conjugate.", Fn: self},
		{Name: "bit_length", Doc: "Return how many binary digits the absolute value has; zero has none.\n\n>>> (-5).bit_length()\n3\n>>> (0).bit_length()\n0", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return Int(int64(bitLength(v))), nil
		}},
		{Name: "bit_count", Doc: "Count the 1 bits of the absolute value.\n\n>>> (-5).bit_count()\n2\n>>> (256).bit_count()\n1", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return Int(int64(bitCount(v))), nil
		}},
		{Name: "to_bytes", Sig: "length=1, byteorder='big', *, signed=False", Doc: "Write the integer as a bytes object of exactly that length.\n\nThe byteorder 'big' puts the highest byte first, 'little' puts it last; see\nalso sys.byteorder. With signed=True a negative integer is written in two's\ncomplement. An integer that does not fit raises OverflowError, as does a\nnegative one that is to be unsigned.", Fn: intToBytes},
		{Name: "from_bytes", Kind: ClassFunc, Sig: "bytes, byteorder='big', *, signed=False", Doc: "Read an integer out of a bytes-like object or an iterable of byte values.\n\nThe byteorder tells where the highest byte is: 'big' at the beginning,\n'little' at the end; see also sys.byteorder. With signed=True the highest\nbit is the sign, as in two's complement.", Fn: intFromBytes},
		{Name: "as_integer_ratio", Doc: "Return the integer as a fraction, the tuple of it and 1.\n\n>>> (12).as_integer_ratio()\n(12, 1)\n>>> (-3).as_integer_ratio()\n(-3, 1)\n>>> True.as_integer_ratio()\n(1, 1)", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return ToValue(NewTuple(exactInt(v), InlineInt(1))), nil
		}},
		{Name: "is_integer", Doc: "Return True, as float.is_integer() does for a float without a fraction.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return True, nil
		}},
		{Name: "__trunc__", Doc: "Return the integer: there is no fraction to cut off.", Fn: self},
		{Name: "__floor__", Doc: "Return the integer, the greatest one not above itself.", Fn: self},
		{Name: "__ceil__", Doc: "Return the integer, the least one not below itself.", Fn: self},
		{Name: "__round__", Sig: "ndigits=?, /", Doc: "Return the integer, rounded if ndigits is negative.\n\nIt then becomes the nearest multiple of 10**-ndigits; halfway between two,\nthe even one.", Fn: intRound},
		{Name: "__getnewargs__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return ToValue(NewTuple(exactInt(v))), nil
		}},
		{Name: "__format__", Sig: "format_spec, /", Doc: "Write the number as format_spec wants it.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return formatMethod(t, v, args[0], formatInt)
		}},
		{Name: "__sizeof__", Doc: "How many bytes of memory the number takes.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return Int(24 + 4*int64(max(1, (bitLength(v)+29)/30))), nil
		}},
	}
}
