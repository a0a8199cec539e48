package datetime

import (
	"math"
	"math/big"
	"math/bits"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Arithmetic of timedelta. Results are timedeltas even where operands are of derived classes. What fits 64 bits, some
// 290,000 years, is computed there.

func deltaAdd(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return objects.NotImplemented, nil
	}
	x, y := asDelta(a), asDelta(b)
	return newDelta(&deltaType, int64(x.days)+int64(y.days), int64(x.seconds)+int64(y.seconds), int64(x.us)+int64(y.us))
}

func deltaSub(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return objects.NotImplemented, nil
	}
	return subtractDeltas(asDelta(a), asDelta(b))
}

func subtractDeltas(x, y *delta) (value, error) {
	return newDelta(&deltaType, int64(x.days)-int64(y.days), int64(x.seconds)-int64(y.seconds), int64(x.us)-int64(y.us))
}

func deltaNeg(t *thread, self value) (value, error) {
	d := asDelta(self)
	return newDelta(&deltaType, -int64(d.days), -int64(d.seconds), -int64(d.us))
}

func deltaPos(t *thread, self value) (value, error) {
	d := asDelta(self)
	return makeDelta(&deltaType, d.days, d.seconds, d.us), nil
}

func deltaAbs(t *thread, self value) (value, error) {
	if asDelta(self).days < 0 {
		return deltaNeg(t, self)
	}
	return deltaPos(t, self)
}

func deltaMul(t *thread, a, b value) (value, error) {
	if !isDelta(a) {
		a, b = b, a
	}
	d := asDelta(a)
	if objects.IsInt(b) {
		us, ok := d.micros()
		n, small := objects.Int64Of(b)
		if ok && small {
			if product, ok := multiply(us, n); ok {
				return deltaOfMicros(&deltaType, product), nil
			}
		}
		return deltaOfBig(&deltaType, new(big.Int).Mul(d.big(), objects.BigOf(b)))
	}
	if _, ok := objects.FloatOf(b); ok {
		return d.scale(t, b, false)
	}
	return objects.NotImplemented, nil
}

// multiply reports whether the product fits.
func multiply(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(max(a, -a)), uint64(max(b, -b)))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// scale multiplies by a float, or divides by it, and rounds to the nearest microsecond, ties to even.
func (d *delta) scale(t *thread, f value, divide bool) (value, error) {
	num, den, err := ratio(t, f)
	if err != nil {
		return value{}, err
	}
	if divide {
		num, den = den, num
	}
	if den.Sign() == 0 {
		return value{}, zeroDivision("integer division or modulo by zero")
	}
	return deltaOfBig(&deltaType, divideNearest(new(big.Int).Mul(d.big(), num), den))
}

// ratio is as_integer_ratio() of a float, which a derived class may define anew.
func ratio(t *thread, v value) (num, den *big.Int, err error) {
	f, _ := objects.FloatOf(v)
	derived := objects.TypeOf(v) != &objects.FloatType
	switch {
	case !derived && math.IsNaN(f):
		return nil, nil, objects.ValueErrorf("cannot convert NaN to integer ratio")
	case !derived && math.IsInf(f, 0):
		return nil, nil, objects.OverflowErrorf("cannot convert Infinity to integer ratio")
	case !derived:
		num, den = objects.FloatRatio(f)
		return num, den, nil
	}
	r, err := objects.CallMethod(t, v, objects.Intern("as_integer_ratio"))
	if err != nil {
		return nil, nil, err
	}
	pair, ok := objects.TupleOf(r)
	switch {
	case !ok:
		return nil, nil, objects.TypeErrorf("unexpected return type from as_integer_ratio(): expected tuple, got '%s'", objects.TypeOf(r))
	case pair.Len() != 2:
		return nil, nil, objects.ValueErrorf("as_integer_ratio() must return a 2-tuple")
	case !objects.IsInt(pair.Item(0)) || !objects.IsInt(pair.Item(1)):
		return nil, nil, objects.TypeErrorf("non-integer arguments in division")
	}
	return objects.BigOf(pair.Item(0)), objects.BigOf(pair.Item(1)), nil
}

// divideNearest divides and rounds to the nearest, ties to even.
func divideNearest(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := new(big.Int).DivMod(a, b, new(big.Int))
	if c := r.Lsh(r, 1).Cmp(b); c > 0 || c == 0 && q.Bit(0) != 0 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

func zeroDivision(message string) error {
	return objects.Errorf(&objects.ZeroDivisionErrorType, "%s", message)
}

func deltaTrueDiv(t *thread, a, b value) (value, error) {
	if !isDelta(a) {
		return objects.NotImplemented, nil
	}
	d := asDelta(a)
	if isDelta(b) {
		return objects.Binary(t, objects.OpTrueDiv, d.total(), asDelta(b).total())
	}
	if objects.IsInt(b) {
		if objects.Sign(b) == 0 {
			return value{}, zeroDivision("integer division or modulo by zero")
		}
		us, ok := d.micros()
		if n, small := objects.Int64Of(b); ok && small && n > 0 {
			q, r := floorDiv(us, n)
			if rest := n - r; r > rest || r == rest && q&1 != 0 {
				q++
			}
			return deltaOfMicros(&deltaType, q), nil
		}
		return deltaOfBig(&deltaType, divideNearest(d.big(), objects.BigOf(b)))
	}
	if _, ok := objects.FloatOf(b); ok {
		return d.scale(t, b, true)
	}
	return objects.NotImplemented, nil
}

// divmod divides the lengths of two durations, rounding down; the remainder has the sign of o. message is for o being 0.
func (d *delta) divmod(o *delta, message string) (q, r *big.Int, err error) {
	if o.isZero() {
		return nil, nil, zeroDivision(message)
	}
	x, okX := d.micros()
	y, okY := o.micros()
	if okX && okY && y > 0 {
		a, b := floorDiv(x, y)
		return big.NewInt(a), big.NewInt(b), nil
	}
	divisor := o.big()
	q, r = new(big.Int).DivMod(d.big(), divisor, new(big.Int))
	if r.Sign() != 0 && divisor.Sign() < 0 {
		// DivMod leaves no negative remainder.
		r.Add(r, divisor)
		q.Sub(q, big.NewInt(1))
	}
	return q, r, nil
}

func deltaFloorDiv(t *thread, a, b value) (value, error) {
	if !isDelta(a) {
		return objects.NotImplemented, nil
	}
	d := asDelta(a)
	const zero = "integer division or modulo by zero"
	if isDelta(b) {
		q, _, err := d.divmod(asDelta(b), zero)
		if err != nil {
			return value{}, err
		}
		return objects.BigInt(q), nil
	}
	if !objects.IsInt(b) {
		return objects.NotImplemented, nil
	}
	if objects.Sign(b) == 0 {
		return value{}, zeroDivision(zero)
	}
	us, ok := d.micros()
	if n, small := objects.Int64Of(b); ok && small && n > 0 {
		q, _ := floorDiv(us, n)
		return deltaOfMicros(&deltaType, q), nil
	}
	divisor := objects.BigOf(b)
	q, r := new(big.Int).DivMod(d.big(), divisor, new(big.Int))
	if r.Sign() != 0 && divisor.Sign() < 0 {
		q.Sub(q, big.NewInt(1))
	}
	return deltaOfBig(&deltaType, q)
}

func deltaMod(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return objects.NotImplemented, nil
	}
	_, r, err := asDelta(a).divmod(asDelta(b), "integer modulo by zero")
	if err != nil {
		return value{}, err
	}
	return deltaOfBig(&deltaType, r)
}

func deltaDivmod(t *thread, a, b value) (value, error) {
	if !isDelta(a) || !isDelta(b) {
		return objects.NotImplemented, nil
	}
	q, r, err := asDelta(a).divmod(asDelta(b), "integer division or modulo by zero")
	if err != nil {
		return value{}, err
	}
	rest, err := deltaOfBig(&deltaType, r)
	if err != nil {
		return value{}, err
	}
	return native.Tuple(objects.BigInt(q), rest), nil
}

// deltaSeconds is total_seconds(): the microseconds divided by a million, rounded once.
func deltaSeconds(t *thread, d *delta) (value, error) {
	if us, ok := d.micros(); ok && us < 1<<53 && us > -1<<53 {
		return objects.Float(float64(us) / usPerSecond), nil
	}
	return objects.Binary(t, objects.OpTrueDiv, d.total(), objects.Int(usPerSecond))
}

func deltaNumber() (n objects.NumberSlots) {
	n.Binary[objects.OpAdd], n.Binary[objects.OpSub] = deltaAdd, deltaSub
	n.Binary[objects.OpMul], n.Binary[objects.OpTrueDiv] = deltaMul, deltaTrueDiv
	n.Binary[objects.OpFloorDiv], n.Binary[objects.OpMod] = deltaFloorDiv, deltaMod
	n.Binary[objects.OpDivmod] = deltaDivmod
	n.Unary[objects.OpNeg], n.Unary[objects.OpPos], n.Unary[objects.OpAbs] = deltaNeg, deltaPos, deltaAbs
	return n
}
