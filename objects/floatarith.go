package objects

import (
	"math"
	"math/big"

	"github.com/adder-lang/adder/internal/libm"
)

// Arithmetic of floats.

// toFloat returns the value of a float or int operand; ok is false for other types. The error is of an int that is too
// large.
func toFloat(v Value) (f float64, ok bool, err error) {
	if v.IsFloat() {
		return v.Float(), true, nil
	}
	if IsInt(v) {
		f, err = IntFloat(v)
		return f, true, err
	}
	f, ok = FloatOf(v)
	return f, ok, nil
}

// floatOperands converts both operands of an operator.
func floatOperands(a, b Value) (x, y float64, ok bool, err error) {
	if a.IsFloat() && b.IsFloat() {
		return a.Float(), b.Float(), true, nil
	}
	if x, ok, err = toFloat(a); !ok || err != nil {
		return
	}
	y, ok, err = toFloat(b)
	return
}

func floatAdd(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	return Float(x + y), nil
}

func floatSub(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	return Float(x - y), nil
}

func floatMul(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	return Float(x * y), nil
}

func floatTrueDiv(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	if y == 0 {
		return Value{}, zeroDivision("float division by zero")
	}
	return Float(x / y), nil
}

// FloatDivmod is divmod(x, y) for y other than 0: the remainder has the sign of y and the quotient is a whole number.
func FloatDivmod(x, y float64) (q, r float64) {
	r = math.Mod(x, y)
	// x-r is close to a multiple of y; the division is exact but for a last rounding.
	q = (x - r) / y
	if r != 0 {
		if y < 0 != (r < 0) {
			r += y
			q--
		}
	} else {
		r = math.Copysign(0, y)
	}
	if q != 0 {
		floor := math.Floor(q)
		if q-floor > 0.5 {
			floor++
		}
		return floor, r
	}
	return math.Copysign(0, x/y), r
}

// FloatMod is x % y for y other than 0.
func FloatMod(x, y float64) float64 {
	r := math.Mod(x, y)
	if r != 0 {
		if y < 0 != (r < 0) {
			r += y
		}
		return r
	}
	return math.Copysign(0, y)
}

func floatFloorDiv(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	if y == 0 {
		return Value{}, zeroDivision("float floor division by zero")
	}
	q, _ := FloatDivmod(x, y)
	return Float(q), nil
}

func floatMod(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	if y == 0 {
		return Value{}, zeroDivision("float modulo by zero")
	}
	return Float(FloatMod(x, y)), nil
}

func floatDivmod(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	if y == 0 {
		return Value{}, zeroDivision("float divmod()")
	}
	q, r := FloatDivmod(x, y)
	return ToValue(NewTuple(Float(q), Float(r))), nil
}

func floatPow(t *Thread, a, b Value) (Value, error) {
	x, y, ok, err := floatOperands(a, b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	return floatPower(x, y)
}

// floatPower is x ** y of floats: complex where x is negative and y no whole number.
func floatPower(x, y float64) (Value, error) {
	if x == 0 && y < 0 && !math.IsInf(y, -1) {
		return Value{}, zeroDivision("0.0 cannot be raised to a negative power")
	}
	if x < 0 && !math.IsInf(x, 0) && !math.IsInf(y, 0) && y == y && y != math.Floor(y) {
		return complexPower(complex(x, 0), complex(y, 0))
	}
	r := libm.Pow(x, y)
	if math.IsInf(r, 0) && !math.IsInf(x, 0) && !math.IsInf(y, 0) {
		// The C library sets errno, whose number and text the exception has.
		return Value{}, NewError(&OverflowErrorType, InlineInt(34), StrValue("Numerical result out of range"))
	}
	return Float(r), nil
}

// compareFloatInt returns the sign of x-i for a finite x.
func compareFloatInt(x float64, i Value) int {
	if i.IsInline() {
		switch y := float64(i.Inline()); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	}
	sx, si := 0, Sign(i)
	if x > 0 {
		sx = 1
	} else if x < 0 {
		sx = -1
	}
	if sx != si {
		return sx - si
	}
	_, exp := math.Frexp(x)
	if n := bitLength(i); exp != n {
		if exp < n {
			return -si
		}
		return si
	}
	whole, frac := math.Modf(x)
	if c := wholeFloat(whole).Cmp(bigRef(i, &intWork.a)); c != 0 {
		return c
	}
	switch {
	case frac > 0:
		return 1
	case frac < 0:
		return -1
	}
	return 0
}

// wholeFloat returns a float without a fraction as a number.
func wholeFloat(x float64) *big.Int {
	m, exp := math.Frexp(x)
	v := big.NewInt(int64(math.Ldexp(m, 53)))
	if exp >= 53 {
		return v.Lsh(v, uint(exp-53))
	}
	neg := v.Sign() < 0
	v.Abs(v)
	v.Rsh(v, uint(53-exp))
	if neg {
		v.Neg(v)
	}
	return v
}

// FloatToInt makes the int of a float without its fraction: ValueError of a NaN, OverflowError of an infinity.
func FloatToInt(x float64) (Value, error) {
	if math.Abs(x) < 1<<62 {
		return Int(int64(x)), nil
	}
	switch {
	case math.IsInf(x, 0):
		return Value{}, OverflowErrorf("cannot convert float infinity to integer")
	case x != x:
		return Value{}, ValueErrorf("cannot convert float NaN to integer")
	}
	return BigInt(wholeFloat(x)), nil
}

func floatCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	x, ok := FloatOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := FloatOf(b)
	if !ok {
		if !IsInt(b) {
			return NotImplemented, nil
		}
		if !math.IsInf(x, 0) && x == x {
			return compareResult(compareFloatInt(x, b), op), nil
		}
		y = 0
	}
	switch op {
	case OpLt:
		return Bool(x < y), nil
	case OpLe:
		return Bool(x <= y), nil
	case OpEq:
		return Bool(x == y), nil
	case OpNe:
		return Bool(x != y), nil
	case OpGt:
		return Bool(x > y), nil
	}
	return Bool(x >= y), nil
}
