package decimal

import (
	"math"
	"math/big"
	"strconv"

	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var decimalType objects.Type

// decimal is a Decimal. hash is its hash once it was asked for, else 0, which no number other than zero has.
type decimal struct {
	objects.Head
	number
	hash int64
}

// newDecimal makes a Decimal for an operation to fill.
func newDecimal() *decimal { return &decimal{Head: objects.MakeHead(&decimalType)} }

func decimalOf(v value) (*decimal, bool) {
	if v.IsObject() && (objects.HeadType(v) == &decimalType || objects.IsInstance(v, &decimalType)) {
		return objects.As[decimal](v), true
	}
	return nil, false
}

func self(v value) *decimal { return objects.As[decimal](v) }

// finished is a result together with what its operation reported.
func (c *context) finished(d *decimal, s decnum.Status) (value, error) {
	if s != 0 {
		if err := c.signal(s); err != nil {
			return value{}, err
		}
	}
	return objects.ToValue(d), nil
}

func noMemory() error { return objects.Errorf(&objects.MemoryErrorType, "") }

// toInt rounds to an int.
func toInt(a *number, mode decnum.Rounding) (value, error) {
	switch {
	case a.IsNaN():
		return value{}, objects.ValueErrorf("cannot convert NaN to integer")
	case a.IsInfinite():
		return value{}, objects.OverflowErrorf("cannot convert Infinity to integer")
	}
	if mode == decnum.RoundDown {
		if n, ok := a.Small(); ok {
			return objects.Int(n), nil
		}
	}
	var r number
	c := decnum.Max
	c.Round = mode
	if s := c.ToIntegral(&r, a, false); s&decnum.Errors != 0 {
		return value{}, noMemory()
	}
	n := r.Trunc()
	if n == nil {
		return value{}, noMemory()
	}
	return objects.BigInt(new(big.Int).Set(n)), nil
}

func toFloat(a *number) (float64, error) {
	if a.IsNaN() {
		if a.IsSignaling() {
			return 0, objects.ValueErrorf("cannot convert signaling NaN to float")
		}
		return math.NaN(), nil
	}
	f, _ := strconv.ParseFloat(a.String(), 64)
	return f, nil
}

// asTuple makes the DecimalTuple of a number.
func asTuple(t *thread, a *number) (value, error) {
	sign := objects.Int(0)
	if a.Neg {
		sign = objects.Int(1)
	}
	exp := objects.Int(a.Exp)
	text := a.AppendDigits(nil)
	switch a.Form {
	case decnum.Infinite:
		exp, text = native.Str("F"), []byte("0")
	case decnum.QuietNaN:
		exp = native.Str("n")
	case decnum.SignalingNaN:
		exp = native.Str("N")
	}
	digits := objects.MakeTuple(len(text))
	for i, d := range text {
		digits.Items()[i] = objects.Int(int64(d - '0'))
	}
	return objects.Call3(t, decimalTuple, sign, objects.ToValue(digits), exp)
}

func asRatio(a *number) (value, error) {
	switch {
	case a.IsNaN():
		return value{}, objects.ValueErrorf("cannot convert NaN to integer ratio")
	case a.IsInfinite():
		return value{}, objects.OverflowErrorf("cannot convert Infinity to integer ratio")
	}
	num, den := a.Ratio()
	if num == nil {
		return value{}, noMemory()
	}
	return native.Tuple(objects.BigInt(new(big.Int).Set(num)), objects.BigInt(new(big.Int).Set(den))), nil
}

// round is __round__: to the nearest int, or to a number of places.
func round(t *thread, v value, args []value) (value, error) {
	a := &self(v).number
	if args[0].IsZero() {
		return toInt(a, decnum.RoundHalfEven)
	}
	c, err := current(t)
	if err != nil {
		return value{}, err
	}
	if !objects.IsInt(args[0]) {
		return value{}, objects.TypeErrorf("optional arg must be an integer")
	}
	n, ok := objects.Int64Of(args[0])
	if !ok {
		return value{}, objects.OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	var unit number
	unit.SetInt64(1)
	unit.Exp = -max(n, -math.MaxInt64)
	r := newDecimal()
	return c.finished(r, c.Quantize(&r.number, a, &unit))
}

func hash(t *thread, v value) (int64, error) {
	d := self(v)
	if d.hash != 0 {
		return d.hash, nil
	}
	const infinity = 314159
	switch {
	case d.IsSignaling():
		return 0, objects.TypeErrorf("Cannot hash a signaling NaN value")
	case d.IsNaN():
		return objects.ObjectType.Hash(t, v)
	case d.IsInfinite() && d.Neg:
		return -infinity, nil
	case d.IsInfinite():
		return infinity, nil
	}
	d.hash = d.Hash()
	return d.hash, nil
}

// size is what CPython's object takes: four words of 19 digits lie inside.
func size(a *number) int64 {
	const base, inside = 104, 4
	if words := (a.Digits + 18) / 19; words > inside {
		return base + 8*words
	}
	return base
}

func initDecimal() {
	typ := &decimalType
	typ.Name, typ.Module = "Decimal", "decimal"
	typ.TextSig = "(value=\"0\", context=None)"
	typ.Doc = "A decimal number, made exactly from an int, a float, a string, a tuple\n(sign, digits, exponent) or another Decimal; 0 without a value. The context\nonly says whether an invalid value raises InvalidOperation.\n\n"
	typ.Flags = objects.FlagBase
	objects.Layout[decimal](typ)
	typ.New = objects.NewBound("", "value=?, context=None", construct)
	typ.Convert = func(t *thread, v value) (value, error) { return construct(t, &decimalType, []value{v, {}}) }
	typ.Repr = func(t *thread, v value) (value, error) {
		c, err := current(t)
		if err != nil {
			return value{}, err
		}
		return native.Str(string(append(self(v).Append([]byte("Decimal('"), c.letter(), false), "')"...))), nil
	}
	typ.Str = func(t *thread, v value) (value, error) {
		c, err := current(t)
		if err != nil {
			return value{}, err
		}
		var buf [48]byte
		return native.Str(string(self(v).Append(buf[:0], c.letter(), false))), nil
	}
	typ.Hash, typ.Compare = hash, compare
	typ.Bool = func(t *thread, v value) (bool, error) { return !self(v).IsZero(), nil }
	typ.Number = numberSlots()
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "real", Get: func(t *thread, v value) (value, error) { return v, nil }},
			{Name: "imag", Get: func(t *thread, v value) (value, error) { return objects.ToValue(newDecimal().zero()), nil }},
		}
	}
	typ.Methods = decimalMethods
}

// zero makes d the number 0.
func (d *decimal) zero() *decimal {
	d.SetInt64(0)
	return d
}
