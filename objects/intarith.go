package objects

import (
	"math"
	"math/big"
	"math/bits"
)

// Arithmetic of ints. Three ranges: inline ints in one register, numbers up to 127 bits in two words, the rest in
// math/big. The middle one is where 64-bit hashes and random generators live: it allocates nothing but its result.

// wide128 is a two's complement number of 128 bits.
type wide128 struct {
	hi int64
	lo uint64
}

// wideOf returns an int as 128 bits; ok is false where it is larger.
func wideOf(v Value) (w wide128, ok bool) {
	if v.IsInline() {
		i := v.Inline()
		return wide128{i >> 63, uint64(i)}, true
	}
	p := As[IntObject](v)
	return wide128{p.hi, p.lo}, p.big == nil
}

// value makes the int of 128 bits.
func (w wide128) value() Value {
	if w.hi == int64(w.lo)>>63 {
		if i := int64(w.lo); FitsInline(i) {
			return InlineInt(i)
		}
	} else if w.hi == math.MinInt64 && w.lo == 0 {
		// -2^127 belongs to math/big, so that a number has one form.
		return longInt2(true, 1<<63, 0)
	}
	return wordsInt(w.hi, w.lo)
}

// magnitude returns the sign and the absolute value.
func (w wide128) magnitude() (neg bool, hi, lo uint64) {
	hi, lo = uint64(w.hi), w.lo
	if w.hi < 0 {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
		return true, hi, lo
	}
	return false, hi, lo
}

// fromMagnitude makes the int of a sign and an absolute value of 128 bits.
func fromMagnitude(neg bool, hi, lo uint64) Value {
	if hi>>63 != 0 {
		return longInt2(neg, hi, lo)
	}
	if neg {
		var borrow uint64
		lo, borrow = bits.Sub64(0, lo, 0)
		hi, _ = bits.Sub64(0, hi, borrow)
	}
	return wide128{int64(hi), lo}.value()
}

// Uint64Value makes the int of an unsigned 64-bit number.
func Uint64Value(u uint64) Value { return wide128{0, u}.value() }

// Uint64Of returns the value of an int that fits an unsigned 64-bit number.
func Uint64Of(v Value) (uint64, bool) {
	if !IsInt(v) {
		return 0, false
	}
	w, ok := wideOf(v)
	return w.lo, ok && w.hi == 0
}

// bigScratch is room for the big.Int view of a small int.
type bigScratch struct {
	v     big.Int
	words [2]big.Word
}

// bigRef returns an int as a number that must not be changed, in scratch where it has none of its own.
func bigRef(v Value, s *bigScratch) *big.Int {
	if !v.IsInline() {
		if p := As[IntObject](v); p.big != nil {
			return p.big
		}
	}
	w, _ := wideOf(v)
	neg, hi, lo := w.magnitude()
	s.words = [2]big.Word{big.Word(lo), big.Word(hi)}
	s.v.SetBits(s.words[:])
	if neg {
		s.v.Neg(&s.v)
	}
	return &s.v
}

// maxIntBits is the size in bits past which an int would exceed what a computer can hold; shifts and powers check it
// before they begin.
const maxIntBits = 1 << 40

func checkIntBits(n uint64) error {
	if n > maxIntBits {
		return NewError(&MemoryErrorType)
	}
	return CheckSize(int(n/8), 1)
}

// intPair reports whether both operands are ints.
func intPair(a, b Value) bool { return IsInt(a) && IsInt(b) }

// PlainInt reports whether v is an int, of no class derived from it.
func PlainInt(v Value) bool { return v.IsInline() || v.IsObject() && HeadType(v) == &IntType }

// IntBinary is a op b for two ints of which [PlainInt] is true; it asks no class.
func IntBinary(t *Thread, op BinaryOp, a, b Value) (Value, error) {
	switch op {
	case OpAdd:
		return intAdd(t, a, b)
	case OpSub:
		return intSub(t, a, b)
	case OpMul:
		return intMul(t, a, b)
	case OpAnd:
		return intAnd(t, a, b)
	case OpXor:
		return intXor(t, a, b)
	case OpOr:
		return intOr(t, a, b)
	case OpRShift:
		return intRShift(t, a, b)
	case OpLShift:
		return intLShift(t, a, b)
	}
	if f := IntType.Number.Binary[op]; f != nil {
		return f(t, a, b)
	}
	return Binary(t, op, a, b)
}

func intAdd(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		return Int(a.Inline() + b.Inline()), nil
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		lo, carry := bits.Add64(x.lo, y.lo, 0)
		hi, _ := bits.Add64(uint64(x.hi), uint64(y.hi), carry)
		if r := int64(hi); (x.hi^r)&(y.hi^r) >= 0 {
			return wide128{r, lo}.value(), nil
		}
	}
	return resultInt(intWork.r.Add(bigPair(a, b))), nil
}

func intSub(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		return Int(a.Inline() - b.Inline()), nil
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		lo, borrow := bits.Sub64(x.lo, y.lo, 0)
		hi, _ := bits.Sub64(uint64(x.hi), uint64(y.hi), borrow)
		if r := int64(hi); (x.hi^y.hi)&(x.hi^r) >= 0 {
			return wide128{r, lo}.value(), nil
		}
	}
	return resultInt(intWork.r.Sub(bigPair(a, b))), nil
}

func intMul(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		x, y := a.Inline(), b.Inline()
		hi, lo := bits.Mul64(uint64(x), uint64(y))
		// The signed high word from the unsigned one.
		h := int64(hi) - x>>63&y - y>>63&x
		return wide128{h, lo}.value(), nil
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		nx, xh, xl := x.magnitude()
		ny, yh, yl := y.magnitude()
		if xh == 0 || yh == 0 {
			hi, lo := bits.Mul64(xl, yl)
			h1, l1 := bits.Mul64(xh, yl)
			h2, l2 := bits.Mul64(xl, yh)
			hi, carry := bits.Add64(hi, l1+l2, 0)
			if h1|h2|carry == 0 {
				return fromMagnitude(nx != ny, hi, lo), nil
			}
		}
	}
	return resultInt(intWork.r.Mul(bigPair(a, b))), nil
}

func zeroDivision(format string) error { return Errorf(&ZeroDivisionErrorType, "%s", format) }

// What floorDivide is to make.
const (
	wantQuotient = 1 << iota
	wantRemainder
)

// floorDivide divides with the quotient rounded down: the remainder has the sign of the divisor, which is not zero.
func floorDivide(a, b Value, want int) (q, r Value) {
	if BothInline(a, b) {
		x, y := a.Inline(), b.Inline()
		d, m := x/y, x%y
		if m != 0 && m^y < 0 {
			d--
			m += y
		}
		return Int(d), Int(m)
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		nx, xh, xl := x.magnitude()
		ny, yh, yl := y.magnitude()
		if yh == 0 {
			var qh, rest uint64
			if xh != 0 {
				qh, rest = xh/yl, xh%yl
			}
			ql, m := bits.Div64(rest, xl, yl)
			if m != 0 && nx != ny {
				var carry uint64
				ql, carry = bits.Add64(ql, 1, 0)
				qh += carry
				m = yl - m
			}
			if want&wantQuotient != 0 {
				q = fromMagnitude(nx != ny, qh, ql)
			}
			if want&wantRemainder != 0 {
				r = fromMagnitude(ny, 0, m)
			}
			return q, r
		}
	}
	n, d := bigPair(a, b)
	quo, rem := intWork.r.QuoRem(n, d, &intWork.second)
	if rem.Sign() != 0 && rem.Sign() != d.Sign() {
		quo.Sub(quo, bigOne)
		rem.Add(rem, d)
	}
	if want&wantQuotient != 0 {
		q = resultInt(quo)
	} else if len(quo.Bits()) > longScratch {
		quo.SetBits(nil)
	}
	if want&wantRemainder != 0 {
		r = resultInt(rem)
	} else if len(rem.Bits()) > longScratch {
		rem.SetBits(nil)
	}
	return q, r
}

func intFloorDiv(t *Thread, a, b Value) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) == 0 {
		return Value{}, zeroDivision("integer division or modulo by zero")
	}
	if x, ok := wideOf(a); ok && x.hi == 0 {
		if y, ok := wideOf(b); ok && y.hi == 0 {
			return wide128{0, x.lo / y.lo}.value(), nil
		}
	}
	q, _ := floorDivide(a, b, wantQuotient)
	return q, nil
}

func intMod(t *Thread, a, b Value) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) == 0 {
		return Value{}, zeroDivision("integer modulo by zero")
	}
	if BothInline(a, b) {
		x, y := a.Inline(), b.Inline()
		m := x % y
		if m != 0 && m^y < 0 {
			m += y
		}
		return InlineInt(m), nil
	}
	if x, ok := wideOf(a); ok && x.hi == 0 {
		if y, ok := wideOf(b); ok && y.hi == 0 {
			return wide128{0, x.lo % y.lo}.value(), nil
		}
	}
	_, r := floorDivide(a, b, wantRemainder)
	return r, nil
}

func intDivmod(t *Thread, a, b Value) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) == 0 {
		return Value{}, zeroDivision("integer division or modulo by zero")
	}
	q, r := floorDivide(a, b, wantQuotient|wantRemainder)
	return ToValue(NewTuple(q, r)), nil
}

// intTrueDiv is a / b, rounded once.
func intTrueDiv(t *Thread, a, b Value) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) == 0 {
		return Value{}, zeroDivision("division by zero")
	}
	if BothInline(a, b) {
		// 49 bits are exact as floats.
		return Float(float64(a.Inline()) / float64(b.Inline())), nil
	}
	f, ok := divideInts(a, b)
	if !ok {
		return Value{}, OverflowErrorf("integer division result too large for a float")
	}
	return Float(f), nil
}

// divideInts returns the float nearest to a/b; ok is false where it is too large.
func divideInts(a, b Value) (float64, bool) {
	n, d := bigPair(a, b)
	if n.Sign() == 0 {
		if d.Sign() < 0 {
			return math.Copysign(0, -1), true
		}
		return 0, true
	}
	neg := n.Sign() != d.Sign()
	// Scale to a quotient of 55 bits or more, with a sticky bit for the rest. Subnormal results have fewer bits, so that
	// the rounding happens once, in the last step.
	diff := n.BitLen() - d.BitLen()
	if diff > 1024 {
		return 0, false
	}
	if diff < -1076 {
		if neg {
			return math.Copysign(0, -1), true
		}
		return 0, true
	}
	shift := 64 - diff
	var num, den big.Int
	num.Abs(n)
	den.Abs(d)
	if shift > 0 {
		num.Lsh(&num, uint(shift))
	} else {
		den.Lsh(&den, uint(-shift))
	}
	q, r := new(big.Int).QuoRem(&num, &den, new(big.Int))
	if r.Sign() != 0 {
		q.SetBit(q, 0, 1)
	}
	f, ok := scaleToFloat(q, -shift)
	if neg {
		f = -f
	}
	return f, ok
}

// scaleToFloat returns the float nearest to m*2^exp for m > 0, whose lowest bit may stand for a non-zero rest; ok is
// false where it is too large.
func scaleToFloat(m *big.Int, exp int) (float64, bool) {
	n := m.BitLen()
	// The exponent of the last bit that the float keeps.
	drop := max(n-53, -1074-exp)
	if drop > 0 {
		var low big.Int
		q := new(big.Int).Rsh(m, uint(drop))
		low.Sub(m, new(big.Int).Lsh(q, uint(drop)))
		half := new(big.Int).Lsh(big.NewInt(1), uint(drop-1))
		if c := low.Cmp(half); c > 0 || c == 0 && q.Bit(0) == 1 {
			q.Add(q, big.NewInt(1))
		}
		m = q
		exp += drop
	}
	f := math.Ldexp(float64(m.Uint64()), exp)
	return f, !math.IsInf(f, 0)
}

// intToFloat converts an int; ok is false where it is too large.
func intToFloat(v Value) (float64, bool) {
	if v.IsInline() {
		return float64(v.Inline()), true
	}
	if i, ok := Int64Of(v); ok {
		return float64(i), true
	}
	n := bigRef(v, &intWork.a)
	if n.BitLen() > 64 {
		return nearestFloat(n)
	}
	f, ok := scaleToFloat(new(big.Int).Abs(n), 0)
	if n.Sign() < 0 {
		f = -f
	}
	return f, ok
}

// IntFloat is float(v) of an int, with CPython's OverflowError.
func IntFloat(v Value) (float64, error) {
	f, ok := intToFloat(v)
	if !ok {
		return 0, OverflowErrorf("int too large to convert to float")
	}
	return f, nil
}

func intPow(t *Thread, a, b Value) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) < 0 {
		x, err := IntFloat(a)
		if err != nil {
			return Value{}, err
		}
		y, err := IntFloat(b)
		if err != nil {
			return Value{}, err
		}
		return floatPower(x, y)
	}
	if a.IsInline() && b.IsInline() {
		x, e := a.Inline(), b.Inline()
		switch x {
		case 0:
			return Bool01(e == 0), nil
		case 1:
			return a, nil
		case -1:
			if e&1 == 0 {
				return InlineInt(1), nil
			}
			return a, nil
		}
		if e < 64 {
			r, ok := powInt64(x, e)
			if ok {
				return Int(r), nil
			}
		}
	} else if Sign(b) == 0 {
		return InlineInt(1), nil
	} else if x, ok := Int64Of(a); ok && x >= -1 && x <= 1 {
		if x == -1 && !IsOdd(b) {
			x = 1
		}
		return InlineInt(x), nil
	}
	e, ok := Int64Of(b)
	if !ok {
		return Value{}, NewError(&MemoryErrorType)
	}
	if e == 0 {
		return InlineInt(1), nil
	}
	if e == 2 {
		return intMul(t, a, a)
	}
	base := bigRef(a, &intWork.a)
	hi, n := bits.Mul64(uint64(base.BitLen()), uint64(e))
	if hi != 0 {
		return Value{}, NewError(&MemoryErrorType)
	}
	if err := checkIntBits(n); err != nil {
		return Value{}, err
	}
	// Powers of two are shifts.
	if tz := base.TrailingZeroBits(); base.Sign() > 0 && int(tz)+1 == base.BitLen() {
		return resultInt(intWork.r.Lsh(bigOne, tz*uint(e))), nil
	}
	return BigInt(new(big.Int).Exp(base, big.NewInt(e), nil)), nil
}

// IsOdd reports whether an int is odd.
func IsOdd(v Value) bool {
	if v.IsInline() {
		return v.Inline()&1 != 0
	}
	return BigOf(v).Bit(0) != 0
}

// Bool01 is int(b).
func Bool01(b bool) Value {
	if b {
		return InlineInt(1)
	}
	return InlineInt(0)
}

// powInt64 is x**e by squaring; ok is false where it leaves 64 bits.
func powInt64(x, e int64) (r int64, ok bool) {
	r = 1
	for {
		if e&1 != 0 {
			if r, ok = mulInt64(r, x); !ok {
				return 0, false
			}
		}
		e >>= 1
		if e == 0 {
			return r, true
		}
		if x, ok = mulInt64(x, x); !ok {
			return 0, false
		}
	}
}

func mulInt64(x, y int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	h := int64(hi) - x>>63&y - y>>63&x
	return int64(lo), h == int64(lo)>>63
}

// intPow3 is pow(a, b, m).
// powMod is x**y modulo n > 0; it fails where y is negative and x has no inverse.
func powMod(x, y, n int64) (int64, bool) {
	if x %= n; x < 0 {
		x += n
	}
	if y < 0 {
		if x, y = inverseMod(x, n), -y; x < 0 || y < 0 {
			return 0, false
		}
	}
	m := uint64(n)
	mul := func(a, b uint64) uint64 {
		hi, lo := bits.Mul64(a, b)
		if hi == 0 {
			return lo % m
		}
		return bits.Rem64(hi, lo, m)
	}
	r, p := 1%m, uint64(x)
	for ; y > 0; y >>= 1 {
		if y&1 != 0 {
			r = mul(r, p)
		}
		p = mul(p, p)
	}
	return int64(r), true
}

// inverseMod returns the inverse of x, 0 <= x < n, modulo n by the extended algorithm of Euclid, -1 where there is none. The
// coefficients stay below n.
func inverseMod(x, n int64) int64 {
	a, b, u, v := n, x, int64(0), int64(1)
	for b != 0 {
		q := a / b
		a, b = b, a-q*b
		u, v = v, u-q*v
	}
	if a != 1 {
		return -1
	}
	if u < 0 {
		u += n
	}
	return u
}

func intPow3(t *Thread, a, b, m Value) (Value, error) {
	if !intPair(a, b) || !IsInt(m) {
		return NotImplemented, nil
	}
	if Sign(m) == 0 {
		return Value{}, ValueErrorf("pow() 3rd argument cannot be 0")
	}
	if x, ok := Int64Of(a); ok {
		if y, ok := Int64Of(b); ok {
			if n, ok := Int64Of(m); ok && n > 0 {
				if r, ok := powMod(x, y, n); ok {
					return Int(r), nil
				}
			}
		}
	}
	base, e, mod := bigRef(a, &intWork.a), bigRef(b, &intWork.b), bigRef(m, &intWork.c)
	if e.Sign() < 0 && e.IsInt64() && e.Int64() == -1 && mod.Sign() > 0 && base.IsUint64() && mod.BitLen() > 1 {
		if inv, known := inverse64(base.Uint64(), mod); known {
			if inv == 0 {
				return Value{}, ValueErrorf("base is not invertible for the given modulus")
			}
			return Uint64Value(inv), nil
		}
	}
	abs := new(big.Int).Abs(mod)
	if e.Sign() < 0 {
		inv := new(big.Int).ModInverse(base, abs)
		if inv == nil {
			return Value{}, ValueErrorf("base is not invertible for the given modulus")
		}
		base = inv
		e = new(big.Int).Neg(e)
	}
	r := new(big.Int)
	if abs.IsInt64() && abs.Int64() == 1 {
		return InlineInt(0), nil
	}
	r.Exp(base, e, abs)
	r.Mod(r, abs)
	if mod.Sign() < 0 && r.Sign() != 0 {
		r.Add(r, mod)
	}
	return BigInt(r), nil
}

// inverse64 returns the inverse of a modulo m, which is greater than 1, by Euclid's extended algorithm, 0 where there is
// none. known is false where m is greater than 2**64.
func inverse64(a uint64, m *big.Int) (inv uint64, known bool) {
	var q, r0, r1 uint64
	switch {
	case m.IsUint64():
		r0 = m.Uint64()
		if r1 = a % r0; r1 == 0 {
			return 0, true
		}
		q, r0, r1 = r0/r1, r1, r0%r1
	case m.BitLen() == 65 && m.TrailingZeroBits() == 64:
		if a <= 1 {
			return a, true
		}
		q, r1 = bits.Div64(1, 0, a)
		r0 = a
	default:
		return 0, false
	}
	// The coefficients of a: their signs alternate, and none is greater than m.
	t0, t1 := uint64(1), q
	negative := false
	for r1 != 0 {
		q = r0 / r1
		r0, r1 = r1, r0%r1
		t0, t1 = t1, t0+q*t1
		negative = !negative
	}
	switch {
	case r0 != 1:
		return 0, true
	case negative:
		// Where m is 2**64 the difference wraps around to what it should be.
		return m.Uint64() - t0, true
	}
	return t0, true
}

func intLShift(t *Thread, a, b Value) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	if Sign(a) == 0 {
		return InlineInt(0), nil
	}
	n, ok := Int64Of(b)
	if !ok {
		// CPython counts digits of 30 bits, each of four bytes, in 63.
		if n := new(big.Int).Lsh(BigOf(b), 2); n.Quo(n, big.NewInt(30)).IsInt64() {
			return Value{}, NewError(&MemoryErrorType)
		}
		return Value{}, OverflowErrorf("too many digits in integer")
	}
	if w, ok := wideOf(a); ok && n < 127 {
		neg, hi, lo := w.magnitude()
		length := int64(128 - bits.LeadingZeros64(hi))
		if hi == 0 {
			length = int64(bits.Len64(lo))
		}
		if length+n <= 127 {
			if n >= 64 {
				hi, lo = lo<<(n-64), 0
			} else {
				hi, lo = hi<<n|lo>>(64-n), lo<<n
			}
			return fromMagnitude(neg, hi, lo), nil
		}
	}
	x := bigRef(a, &intWork.a)
	if err := checkIntBits(uint64(x.BitLen()) + uint64(n)); err != nil {
		return Value{}, err
	}
	return resultInt(intWork.r.Lsh(x, uint(n))), nil
}

func intRShift(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		if n := b.Inline(); n >= 0 {
			return InlineInt(a.Inline() >> min(n, 63)), nil
		}
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	if Sign(b) < 0 {
		return Value{}, ValueErrorf("negative shift count")
	}
	n, ok := Int64Of(b)
	if !ok {
		n = math.MaxInt64
	}
	if w, ok := wideOf(a); ok {
		switch {
		case n >= 128:
			return InlineInt(w.hi >> 63), nil
		case n >= 64:
			return wide128{w.hi >> 63, uint64(w.hi >> (n - 64))}.value(), nil
		}
		return wide128{w.hi >> n, w.lo>>n | uint64(w.hi)<<(64-n)}.value(), nil
	}
	x := bigRef(a, &intWork.a)
	if n >= int64(x.BitLen()) {
		return InlineInt(int64(x.Sign()) >> 63), nil
	}
	return resultInt(intWork.r.Rsh(x, uint(n))), nil
}

func intAnd(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		return InlineInt(a.Inline() & b.Inline()), nil
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		return wide128{x.hi & y.hi, x.lo & y.lo}.value(), nil
	}
	// A mask that is not negative keeps the lowest words only.
	if ok2 && y.hi >= 0 {
		hi, lo := lowWords(As[IntObject](a).big)
		return wide128{int64(hi) & y.hi, lo & y.lo}.value(), nil
	}
	if ok1 && x.hi >= 0 {
		hi, lo := lowWords(As[IntObject](b).big)
		return wide128{int64(hi) & x.hi, lo & x.lo}.value(), nil
	}
	return resultInt(intWork.r.And(bigPair(a, b))), nil
}

func intOr(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		return InlineInt(a.Inline() | b.Inline()), nil
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		return wide128{x.hi | y.hi, x.lo | y.lo}.value(), nil
	}
	return resultInt(intWork.r.Or(bigPair(a, b))), nil
}

func intXor(t *Thread, a, b Value) (Value, error) {
	if BothInline(a, b) {
		return InlineInt(a.Inline() ^ b.Inline()), nil
	}
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		return wide128{x.hi ^ y.hi, x.lo ^ y.lo}.value(), nil
	}
	return resultInt(intWork.r.Xor(bigPair(a, b))), nil
}

// exactInt returns an int as an instance of int itself.
func exactInt(v Value) Value {
	if v.IsInline() || Is(v, &IntType) {
		return v
	}
	p := As[IntObject](v)
	if p.big != nil {
		return ToValue(&IntObject{Head: Head{&IntType}, big: p.big})
	}
	return wide128{p.hi, p.lo}.value()
}

func intNeg(t *Thread, v Value) (Value, error) {
	if v.IsInline() {
		return Int(-v.Inline()), nil
	}
	if w, ok := wideOf(v); ok {
		neg, hi, lo := w.magnitude()
		return fromMagnitude(!neg, hi, lo), nil
	}
	return resultInt(intWork.r.Neg(As[IntObject](v).big)), nil
}

func intAbs(t *Thread, v Value) (Value, error) {
	if Sign(v) < 0 {
		return intNeg(t, v)
	}
	return exactInt(v), nil
}

func intInvert(t *Thread, v Value) (Value, error) {
	if v.IsInline() {
		return InlineInt(^v.Inline()), nil
	}
	if w, ok := wideOf(v); ok {
		return wide128{^w.hi, ^w.lo}.value(), nil
	}
	return resultInt(intWork.r.Not(As[IntObject](v).big)), nil
}

// compareInts returns the sign of a-b.
func compareInts(a, b Value) int {
	if BothInline(a, b) {
		x, y := a.Inline(), b.Inline()
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	}
	x, ok1 := wideOf(a)
	y, ok2 := wideOf(b)
	if ok1 && ok2 {
		switch {
		case x.hi != y.hi:
			if x.hi < y.hi {
				return -1
			}
			return 1
		case x.lo < y.lo:
			return -1
		case x.lo > y.lo:
			return 1
		}
		return 0
	}
	x1, y1 := bigPair(a, b)
	return x1.Cmp(y1)
}

func intCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	if !intPair(a, b) {
		return NotImplemented, nil
	}
	return compareResult(compareInts(a, b), op), nil
}

// bitLength is int.bit_length().
func bitLength(v Value) int {
	if w, ok := wideOf(v); ok {
		_, hi, lo := w.magnitude()
		if hi != 0 {
			return 64 + bits.Len64(hi)
		}
		return bits.Len64(lo)
	}
	return As[IntObject](v).big.BitLen()
}

// bitCount is int.bit_count().
func bitCount(v Value) int {
	if w, ok := wideOf(v); ok {
		_, hi, lo := w.magnitude()
		return bits.OnesCount64(hi) + bits.OnesCount64(lo)
	}
	n := 0
	for _, w := range As[IntObject](v).big.Bits() {
		n += bits.OnesCount(uint(w))
	}
	return n
}
