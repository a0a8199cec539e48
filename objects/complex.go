package objects

import (
	"math"
	"strings"

	"github.com/adder-lang/adder/internal/libm"
)

// ComplexType is complex.
var ComplexType Type

// Complex is a complex number.
type Complex struct {
	Head
	C complex128
}

// NewComplex makes a complex number.
func NewComplex(c complex128) Value { return ToValue(&Complex{Head{&ComplexType}, c}) }

// IsComplex reports whether v is a complex number or of a class derived from complex.
func IsComplex(v Value) bool {
	typ := objectType(v)
	return typ != nil && (typ == &ComplexType || typ.IsSubtype(&ComplexType))
}

// ComplexOf returns the value of a complex number (or of an instance of a class derived from complex).
func ComplexOf(v Value) complex128 { return As[Complex](v).C }

// toComplex converts an operand of arithmetic; ok is false for types that are no numbers.
func toComplex(v Value) (c complex128, ok bool, err error) {
	if IsComplex(v) {
		return ComplexOf(v), true, nil
	}
	f, ok, err := toFloat(v)
	return complex(f, 0), ok, err
}

func complexBinary(f func(a, b complex128) (Value, error)) BinaryFunc {
	return func(t *Thread, a, b Value) (Value, error) {
		x, ok, err := toComplex(a)
		if !ok || err != nil {
			return NotImplemented, err
		}
		y, ok, err := toComplex(b)
		if !ok || err != nil {
			return NotImplemented, err
		}
		return f(x, y)
	}
}

// complexMul multiplies without the recovery of infinities of C's annex G, and without fused operations.
func complexMul(a, b complex128) complex128 {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	return complex(float64(ar*br)-float64(ai*bi), float64(ar*bi)+float64(ai*br))
}

// ComplexDiv divides by Smith's method, which scales by the larger part of the divisor; ok is false for a zero divisor.
func ComplexDiv(a, b complex128) (c complex128, ok bool) {
	ar, ai, br, bi := real(a), imag(a), real(b), imag(b)
	absR, absI := math.Abs(br), math.Abs(bi)
	switch {
	case absR >= absI:
		if absR == 0 {
			return 0, false
		}
		ratio := bi / br
		den := br + float64(bi*ratio)
		return complex((ar+float64(ai*ratio))/den, (ai-float64(ar*ratio))/den), true
	case absI >= absR:
		ratio := br / bi
		den := float64(br*ratio) + bi
		return complex((float64(ar*ratio)+ai)/den, (float64(ai*ratio)-ar)/den), true
	}
	return complex(math.NaN(), math.NaN()), true
}

// complexPowInt is c**n for a small n, by squaring.
func complexPowInt(c complex128, n int) complex128 {
	neg := n < 0
	if neg {
		n = -n
	}
	r, p := complex(1, 0), c
	for mask := 1; mask > 0 && n >= mask; mask <<= 1 {
		if n&mask != 0 {
			r = complexMul(r, p)
		}
		p = complexMul(p, p)
	}
	if neg {
		r, _ = ComplexDiv(1, r)
	}
	return r
}

// complexPower is a ** b.
func complexPower(a, b complex128) (Value, error) {
	var r complex128
	switch {
	case imag(b) == 0 && real(b) == math.Floor(real(b)) && math.Abs(real(b)) <= 100:
		if a == 0 && real(b) < 0 {
			return Value{}, zeroDivision("0.0 to a negative or complex power")
		}
		r = complexPowInt(a, int(real(b)))
	case b == 0:
		r = 1
	case a == 0:
		if imag(b) != 0 || real(b) < 0 {
			return Value{}, zeroDivision("0.0 to a negative or complex power")
		}
		r = 0
	default:
		abs := libm.Hypot(real(a), imag(a))
		length := libm.Pow(abs, real(b))
		angle := libm.Atan2(imag(a), real(a))
		phase := float64(angle * real(b))
		if imag(b) != 0 {
			length /= libm.Exp(angle * imag(b))
			phase += float64(imag(b) * libm.Log(abs))
		}
		if math.IsInf(phase, 0) {
			// The C library's sine is undefined there, which CPython takes for this error.
			return Value{}, zeroDivision("0.0 to a negative or complex power")
		}
		sin, cos := libm.SinCos(phase)
		r = complex(length*cos, length*sin)
	}
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return Value{}, OverflowErrorf("complex exponentiation")
	}
	return NewComplex(r), nil
}

func complexCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	if op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	x := ComplexOf(a)
	var eq bool
	switch {
	case IsComplex(b):
		eq = x == ComplexOf(b)
	case IsInt(b):
		v, err := floatCompare(t, Float(real(x)), b, OpEq)
		if err != nil {
			return v, err
		}
		eq = imag(x) == 0 && v == True
	default:
		f, ok := FloatOf(b)
		if !ok {
			return NotImplemented, nil
		}
		eq = imag(x) == 0 && real(x) == f
	}
	return Bool(eq == (op == OpEq)), nil
}

// ComplexRepr is repr() of a complex number.
func ComplexRepr(c complex128) string {
	part := func(x float64) string { return strings.TrimSuffix(FloatRepr(x), ".0") }
	re, im := real(c), imag(c)
	if re == 0 && !math.Signbit(re) {
		return part(im) + "j"
	}
	s := part(im)
	if s[0] != '-' {
		s = "+" + s
	}
	return "(" + part(re) + s + "j)"
}

// parseComplex reads text as complex() accepts it, without white space around it.
func parseComplex(s string) (complex128, bool) {
	if strings.IndexByte(s, '_') >= 0 {
		if !validUnderscores(s) {
			return 0, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, false
		}
		s = trimSpaceASCII(s[1 : len(s)-1])
	}
	number := func(text string) (float64, bool) {
		if strings.IndexByte(text, '_') >= 0 {
			return 0, false
		}
		return parseFloat(text)
	}
	if s == "" {
		return 0, false
	}
	last := s[len(s)-1]
	if last != 'j' && last != 'J' {
		f, ok := number(s)
		return complex(f, 0), ok
	}
	s = s[:len(s)-1]
	// The imaginary part begins at the last sign that is not an exponent's.
	i := len(s) - 1
	for ; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1] != 'e' && s[i-1] != 'E' {
			break
		}
	}
	re, im := 0.0, 0.0
	ok := true
	if i > 0 {
		if re, ok = number(s[:i]); !ok {
			return 0, false
		}
		s = s[i:]
	}
	switch s {
	case "", "+":
		im = 1
	case "-":
		im = -1
	default:
		im, ok = number(s)
	}
	return complex(re, im), ok
}

// complexSpecial calls __complex__ of v; found is false where it has none.
func complexSpecial(t *Thread, v Value) (c complex128, found bool, err error) {
	if Is(v, &ComplexType) {
		return ComplexOf(v), true, nil
	}
	r, found, err := CallSpecial(t, v, strComplex)
	if err != nil || !found {
		return 0, found, err
	}
	if !IsComplex(r) {
		return 0, true, TypeErrorf("__complex__ returned non-complex (type %s)", TypeOf(r))
	}
	if !Is(r, &ComplexType) {
		err = H.Warn(t, &DeprecationWarningType, "__complex__ returned non-complex (type "+TypeOf(r).TpName()+
			").  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed "+
			"in a future version of Python.", 1)
	}
	return ComplexOf(r), true, err
}

// ToComplex is complex(v) of a number.
func ToComplex(t *Thread, v Value) (complex128, error) {
	c, found, err := complexSpecial(t, v)
	if err != nil || found {
		return c, err
	}
	if IsComplex(v) {
		return ComplexOf(v), nil
	}
	f, err := ToFloat(t, v)
	return complex(f, 0), err
}

func complexNew(t *Thread, typ *Type, args []Value) (Value, error) {
	r, i := args[0], args[1]
	if i.IsZero() && Is(r, &ComplexType) && typ == &ComplexType {
		return r, nil
	}
	if s, ok := StrOf(r); !r.IsZero() && ok {
		if !i.IsZero() {
			return Value{}, TypeErrorf("complex() can't take second arg if first is a string")
		}
		text := asciiDigits(s)
		c, ok := parseComplex(text)
		if !ok {
			if !validUnderscores(text) {
				r, err := ReprString(t, r)
				if err != nil {
					return Value{}, err
				}
				return Value{}, ValueErrorf("could not convert string to complex: %s", r)
			}
			return Value{}, ValueErrorf("complex() arg is a malformed string")
		}
		return newComplexOf(typ, c), nil
	}
	if !i.IsZero() {
		if _, ok := StrOf(i); ok {
			return Value{}, TypeErrorf("complex() second arg can't be a string")
		}
	}
	isNumber := func(v Value) bool {
		u := TypeOf(v)
		u.ready()
		return IsComplex(v) || u.Number.Unary[OpToFloat] != nil || u.Number.Unary[OpIndex] != nil
	}
	var c complex128
	realIsComplex := false
	if !r.IsZero() {
		v, found, err := complexSpecial(t, r)
		switch {
		case err != nil:
			return Value{}, err
		case found:
			c, realIsComplex = v, true
		case !isNumber(r):
			return Value{}, TypeErrorf("complex() first argument must be a string or a number, not '%s'", TypeOf(r))
		case IsComplex(r):
			c, realIsComplex = ComplexOf(r), true
		default:
			f, err := ToFloat(t, r)
			if err != nil {
				return Value{}, err
			}
			c = complex(f, 0)
		}
	}
	if !i.IsZero() {
		if !isNumber(i) {
			return Value{}, TypeErrorf("complex() second argument must be a number, not '%s'", TypeOf(i))
		}
		if IsComplex(i) {
			// real + imag*1j, without the products that would spoil signed zeros.
			v := ComplexOf(i)
			re, im := real(c)-imag(v), real(v)
			if realIsComplex {
				im += imag(c)
			}
			c = complex(re, im)
		} else {
			f, err := ToFloat(t, i)
			if err != nil {
				return Value{}, err
			}
			if realIsComplex {
				f += imag(c)
			}
			c = complex(real(c), f)
		}
	}
	return newComplexOf(typ, c), nil
}

func newComplexOf(typ *Type, c complex128) Value {
	v := typ.Alloc(typ)
	As[Complex](v).C = c
	return v
}

func initComplex() {
	typ := &ComplexType
	typ.Name = "complex"
	typ.Doc = "A text such as '1+2j' read as a number, or real + imag*1j."
	typ.TextSig = "(real=0, imag=0)"
	typ.Flags = FlagBase
	layout[Complex](typ)
	typ.New = NewBound("complex", "real=0, imag=0", complexNew)
	typ.Repr = func(t *Thread, v Value) (Value, error) { return StrValue(ComplexRepr(ComplexOf(v))), nil }
	typ.Hash = func(t *Thread, v Value) (int64, error) {
		c := ComplexOf(v)
		return fixHash(int64(uint64(HashFloat(real(c))) + 1000003*uint64(HashFloat(imag(c))))), nil
	}
	typ.Compare = complexCompare
	typ.Bool = func(t *Thread, v Value) (bool, error) { return ComplexOf(v) != 0, nil }
	n := &typ.Number
	n.Binary[OpAdd] = complexBinary(func(a, b complex128) (Value, error) { return NewComplex(a + b), nil })
	n.Binary[OpSub] = complexBinary(func(a, b complex128) (Value, error) { return NewComplex(a - b), nil })
	n.Binary[OpMul] = complexBinary(func(a, b complex128) (Value, error) { return NewComplex(complexMul(a, b)), nil })
	n.Binary[OpTrueDiv] = complexBinary(func(a, b complex128) (Value, error) {
		c, ok := ComplexDiv(a, b)
		if !ok {
			return Value{}, zeroDivision("complex division by zero")
		}
		return NewComplex(c), nil
	})
	n.Binary[OpPow] = complexBinary(complexPower)
	n.Pow3 = func(t *Thread, a, b, m Value) (Value, error) {
		return complexBinary(func(x, y complex128) (Value, error) { return Value{}, ValueErrorf("complex modulo") })(t, a, b)
	}
	n.Unary[OpNeg] = func(t *Thread, v Value) (Value, error) { return NewComplex(-ComplexOf(v)), nil }
	n.Unary[OpPos] = func(t *Thread, v Value) (Value, error) { return NewComplex(ComplexOf(v)), nil }
	n.Unary[OpAbs] = func(t *Thread, v Value) (Value, error) {
		c := ComplexOf(v)
		r := libm.Hypot(real(c), imag(c))
		if math.IsInf(r, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
			return Value{}, OverflowErrorf("absolute value too large")
		}
		return Float(r), nil
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "real", Member: true, Doc: "the part without j", Get: func(t *Thread, v Value) (Value, error) { return Float(real(ComplexOf(v))), nil }},
			{Name: "imag", Member: true, Doc: "the factor of j", Get: func(t *Thread, v Value) (Value, error) { return Float(imag(ComplexOf(v))), nil }},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "conjugate", Doc: "Return the number with the sign of its imaginary part turned.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
				c := ComplexOf(v)
				return NewComplex(complex(real(c), -imag(c))), nil
			}},
			{Name: "__complex__", Doc: "Return the same number as an object of the type complex itself.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
				if Is(v, &ComplexType) {
					return v, nil
				}
				return NewComplex(ComplexOf(v)), nil
			}},
			{Name: "__getnewargs__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
				c := ComplexOf(v)
				return ToValue(NewTuple(Float(real(c)), Float(imag(c)))), nil
			}},
			{Name: "__format__", Sig: "format_spec, /", Doc: "Write the number as format_spec wants it.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
				return formatMethod(t, v, args[0], formatComplex)
			}},
		}
	}
	initFormatIterators()
}
