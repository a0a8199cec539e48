package decnum

import (
	"math"
	"math/big"
	"math/bits"
)

// Int64 returns the value of a number that is an integer of 64 bits.
func (a *Number) Int64() (int64, bool) {
	if a.Form != Finite || !a.IsInteger() || a.Adjusted() > 19 && !a.coef.isZero() {
		return 0, false
	}
	n := a.absBig()
	if !n.IsUint64() {
		return 0, false
	}
	u := n.Uint64()
	if a.Neg {
		return -int64(u), u <= 1<<63
	}
	return int64(u), u < 1<<63
}

// Trunc returns the integer part of a finite number; it is nil where it has too many digits.
func (a *Number) Trunc() *big.Int {
	n := a.absBig()
	if n != nil && a.Neg {
		n = new(big.Int).Neg(n)
	}
	return n
}

// Small returns the integer part of a finite number where coefficient and result take one word.
func (a *Number) Small() (int64, bool) {
	if a.coef.big != nil || a.coef.hi != 0 || a.Exp > 18 || a.coef.lo >= 1<<63 {
		return 0, false
	}
	n := a.coef.lo
	switch {
	case a.Exp > 0:
		hi, lo := bits.Mul64(n, pow10[a.Exp].lo)
		if hi != 0 || lo >= 1<<63 {
			return 0, false
		}
		n = lo
	case a.Exp < -19:
		n = 0
	case a.Exp < 0:
		n /= pow10[-a.Exp].lo
	}
	if a.Neg {
		return -int64(n), true
	}
	return int64(n), true
}

// Ratio returns a finite number as a fraction in lowest terms; num is nil where it has too many digits.
func (a *Number) Ratio() (num, den *big.Int) {
	if a.coef.isZero() {
		return new(big.Int), big.NewInt(1)
	}
	if a.Exp >= 0 {
		return a.Trunc(), big.NewInt(1)
	}
	x := *a
	// Zeros at the end go first, so that the divisor stays small.
	if n := min(x.coef.trailingZeros(x.Digits), -x.Exp); n > 0 {
		x.coef, _ = x.coef.divPow10(n, x.Digits)
		x.Exp += n
	}
	if x.Exp == 0 {
		return x.Trunc(), big.NewInt(1)
	}
	if -x.Exp > MaxDigits {
		return nil, nil
	}
	num = new(big.Int).Set(x.coef.bigInt())
	den = bigPow10(-x.Exp)
	gcd := new(big.Int).GCD(nil, nil, num, den)
	num.Quo(num, gcd)
	if a.Neg {
		num.Neg(num)
	}
	return num, new(big.Int).Quo(den, gcd)
}

// SetFloat makes r exactly the value of a float.
func (r *Number) SetFloat(f float64) Status {
	neg := math.Signbit(f)
	switch {
	case f != f:
		*r = Number{Form: QuietNaN}
		return 0
	case math.IsInf(f, 0):
		r.SetInfinite(neg)
		return 0
	case f == 0:
		r.set(neg, coef{}, 0)
		return 0
	}
	b := math.Float64bits(f)
	exp := int(b>>52) & 0x7FF
	m := b & (1<<52 - 1)
	if exp > 0 {
		m |= 1 << 52
	} else {
		exp = 1
	}
	exp -= 1075
	if z := bits.TrailingZeros64(m); exp < 0 {
		z = min(z, -exp)
		m >>= z
		exp += z
	}
	n := new(big.Int).SetUint64(m)
	if exp >= 0 {
		r.set(neg, coefOf(n.Lsh(n, uint(exp))), 0)
		return 0
	}
	// m/2**e is m*5**e / 10**e.
	n.Mul(n, new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-exp)), nil))
	r.set(neg, coefOf(n), int64(exp))
	return 0
}

// modulus is 2**61-1, by which Python hashes numbers; inverse is 1/10 modulo it.
const (
	modulus = 1<<61 - 1
	inverse = 2075258708292324556
)

// Hash is Python's hash of a finite number, which equals that of an int or a fraction of the same value.
func (a *Number) Hash() int64 {
	base, exp := uint64(10), a.Exp
	if exp < 0 {
		base, exp = inverse, -exp
	}
	h := mulMod(powMod(base, uint64(exp)), a.coef.mod(modulus))
	n := int64(h)
	if a.Neg {
		n = -n
	}
	if n == -1 {
		n = -2
	}
	return n
}

func mulMod(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	_, r := bits.Div64(hi, lo, modulus)
	return r
}

func powMod(base, exp uint64) uint64 {
	p := uint64(1)
	for ; exp > 0; exp >>= 1 {
		if exp&1 != 0 {
			p = mulMod(p, base)
		}
		base = mulMod(base, base)
	}
	return p
}
