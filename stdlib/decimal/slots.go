package decimal

import (
	"math/big"

	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// The operations of the arithmetic, as methods of its context.
type (
	unaryOp  = func(c *decnum.Context, r, a *number) decnum.Status
	binaryOp = func(c *decnum.Context, r, a, b *number) decnum.Status
)

// unarySlot makes the slot of a unary operator.
func unarySlot(op unaryOp) objects.UnaryFunc {
	return func(t *thread, v value) (value, error) {
		c, err := current(t)
		if err != nil {
			return value{}, err
		}
		r := newDecimal()
		return c.finished(r, op(&c.Context, &r.number, &self(v).number))
	}
}

// binarySlot makes the slot of a binary operator.
func binarySlot(op binaryOp) objects.BinaryFunc {
	return func(t *thread, x, y value) (value, error) {
		var room number
		a, b := operand(x, &room), operand(y, &room)
		if a == nil || b == nil {
			return objects.NotImplemented, nil
		}
		c, err := current(t)
		if err != nil {
			return value{}, err
		}
		r := newDecimal()
		return c.finished(r, op(&c.Context, &r.number, a, b))
	}
}

func divmod(t *thread, x, y value) (value, error) {
	var room number
	a, b := operand(x, &room), operand(y, &room)
	if a == nil || b == nil {
		return objects.NotImplemented, nil
	}
	c, err := current(t)
	if err != nil {
		return value{}, err
	}
	return c.divmod(a, b)
}

func (c *context) divmod(a, b *number) (value, error) {
	q, r := newDecimal(), newDecimal()
	if err := c.signal(c.DivMod(&q.number, &r.number, a, b)); err != nil {
		return value{}, err
	}
	return native.Tuple(objects.ToValue(q), objects.ToValue(r)), nil
}

// power is pow() with two arguments or three.
func power(t *thread, x, y, m value) (value, error) {
	var rooms [3]number
	a, b := operand(x, &rooms[0]), operand(y, &rooms[1])
	if a == nil || b == nil {
		return objects.NotImplemented, nil
	}
	c, err := current(t)
	if err != nil {
		return value{}, err
	}
	r := newDecimal()
	if m == objects.None {
		return c.finished(r, c.Pow(&r.number, a, b))
	}
	mod := operand(m, &rooms[2])
	if mod == nil {
		return objects.NotImplemented, nil
	}
	return c.finished(r, c.PowMod(&r.number, a, b, mod))
}

func numberSlots() (n objects.NumberSlots) {
	n.Binary = [objects.NumBinaryOps]objects.BinaryFunc{
		objects.OpAdd:      binarySlot((*decnum.Context).Add),
		objects.OpSub:      binarySlot((*decnum.Context).Sub),
		objects.OpMul:      binarySlot((*decnum.Context).Mul),
		objects.OpTrueDiv:  binarySlot((*decnum.Context).Div),
		objects.OpFloorDiv: binarySlot((*decnum.Context).DivInt),
		objects.OpMod:      binarySlot((*decnum.Context).Rem),
		objects.OpPow:      func(t *thread, x, y value) (value, error) { return power(t, x, y, objects.None) },
		objects.OpDivmod:   divmod,
	}
	n.Unary = [objects.NumUnaryOps]objects.UnaryFunc{
		objects.OpNeg: unarySlot((*decnum.Context).Minus),
		objects.OpPos: unarySlot((*decnum.Context).Plus),
		objects.OpAbs: unarySlot((*decnum.Context).Abs),
		objects.OpToInt: func(t *thread, v value) (value, error) {
			return toInt(&self(v).number, decnum.RoundDown)
		},
		objects.OpToFloat: func(t *thread, v value) (value, error) {
			f, err := toFloat(&self(v).number)
			return objects.Float(f), err
		},
	}
	n.Pow3 = power
	return n
}

// compare is rich comparison with Decimals, ints, floats, complex numbers without imaginary part, and rational numbers.
func compare(t *thread, x, y value, op objects.CompareOp) (value, error) {
	a := &self(x).number
	var roomA, roomB number
	equality := op == objects.OpEq || op == objects.OpNe
	b := operand(y, &roomB)
	if b == nil {
		c, err := current(t)
		if err != nil {
			return value{}, err
		}
		f, isFloat := objects.FloatOf(y)
		switch {
		case isFloat && !equality:
			if err := c.signal(decnum.FloatOperation); err != nil {
				return value{}, err
			}
		case isFloat:
			c.status |= decnum.FloatOperation
		case objects.IsComplex(y):
			z := objects.ComplexOf(y)
			if !equality || imag(z) != 0 {
				return objects.NotImplemented, nil
			}
			f, isFloat = real(z), true
			c.status |= decnum.FloatOperation
		}
		if isFloat {
			roomB.SetFloat(f)
			b = &roomB
		} else if a, b, err = rationalOperands(t, a, y, &roomA, &roomB); err != nil {
			return value{}, err
		} else if b == nil {
			return objects.NotImplemented, nil
		}
	}
	cmp, s, ok := decnum.Cmp(a, b)
	if !ok {
		if s != 0 || !equality {
			c, err := current(t)
			if err != nil {
				return value{}, err
			}
			if err := c.signal(decnum.InvalidOperation); err != nil {
				return value{}, err
			}
		}
		return objects.Bool(op == objects.OpNe), nil
	}
	switch op {
	case objects.OpLt:
		return objects.Bool(cmp < 0), nil
	case objects.OpLe:
		return objects.Bool(cmp <= 0), nil
	case objects.OpEq:
		return objects.Bool(cmp == 0), nil
	case objects.OpNe:
		return objects.Bool(cmp != 0), nil
	case objects.OpGt:
		return objects.Bool(cmp > 0), nil
	}
	return objects.Bool(cmp >= 0), nil
}

// rationalOperands compares with a fraction n/d by way of a*d and n; the second operand is nil where y is no rational number.
func rationalOperands(t *thread, a *number, y value, roomA, roomB *number) (*number, *number, error) {
	ok, err := objects.IsInstanceOf(t, y, rational)
	if err != nil || !ok {
		return a, nil, err
	}
	var parts [2]*big.Int
	for i, name := range [...]string{"numerator", "denominator"} {
		v, err := objects.GetAttrString(t, y, name)
		if err != nil {
			return a, nil, err
		}
		if v, err = objects.ToInt(t, v); err != nil {
			return a, nil, err
		}
		parts[i] = objects.BigOf(v)
	}
	roomB.SetBig(parts[0])
	if a.IsSpecial() {
		return a, roomB, nil
	}
	var d number
	d.SetBig(parts[1])
	if s := decnum.Max.Mul(roomA, a, &d); s&decnum.Errors != 0 {
		return a, nil, objects.ValueErrorf("exact conversion for comparison failed")
	}
	return roomA, roomB, nil
}
