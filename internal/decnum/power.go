package decnum

import "math/big"

// Exponents that are certainly out of every context's range.
const (
	hugeExp = 2000000000000000001
	tinyExp = -4000000000000000001
)

// Pow makes r the power a**b. It follows libmpdec, whose result is correctly rounded nearly always: integer powers are squared
// with some more digits, others are exp(b*ln(a)) with 23 more.
func (c *Context) Pow(r, a, b *Number) Status {
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
	}
	integer := b.IsInteger()
	neg := integer && a.Neg && b.isOdd()
	if a.IsZero() {
		switch {
		case b.IsZero():
			return r.fail(InvalidOperation)
		case b.Neg:
			r.SetInfinite(neg)
		default:
			r.set(neg, coef{}, 0)
		}
		return 0
	}
	if a.Neg && (!integer || b.Form == Infinite) {
		return r.fail(InvalidOperation)
	}
	var one Number
	one.SetInt64(1)
	switch {
	case b.Form == Infinite:
		switch cmp := compareNumbers(a, &one); {
		case cmp == 0:
			return c.paddedOne(r, neg, c.Prec-1) | Inexact | Rounded
		case cmp > 0 == b.Neg:
			r.set(neg, coef{}, 0)
		default:
			r.SetInfinite(neg)
		}
		return 0
	case a.Form == Infinite:
		switch {
		case b.IsZero():
			r.set(neg, one.coef, 0)
		case b.Neg:
			r.set(neg, coef{}, 0)
		default:
			r.SetInfinite(neg)
		}
		return 0
	case b.IsZero():
		r.set(neg, one.coef, 0)
		return 0
	case compareAbs(a, &one) == 0:
		return c.powOfOne(r, a, b, integer, neg)
	}
	if s, ok := c.powBounds(r, a, b, neg); ok {
		return s
	}
	if integer {
		return c.powInt(r, a, b, neg)
	}
	return c.powReal(r, a, b)
}

// paddedOne makes r a one with n zeros behind the point.
func (c *Context) paddedOne(r *Number, neg bool, n int64) Status {
	if n > MaxDigits {
		return r.fail(MallocError)
	}
	one := coef{word: word{lo: 1}}
	k := one.mulPow10(n, 1)
	*r = Number{coef: k, Exp: -n, Digits: n + 1, Neg: neg}
	return 0
}

// powOfOne is the power of 1.00… or -1.00…
func (c *Context) powOfOne(r, a, b *Number, integer, neg bool) Status {
	if !integer {
		return c.paddedOne(r, neg, c.Prec-1) | Inexact | Rounded
	}
	if b.Neg {
		r.setSmall(neg, 1, 0)
		return 0
	}
	// 1.000**3 has nine zeros.
	var n Number
	n.SetInt64(-a.Exp)
	var zeros Number
	if s := c.Mul(&zeros, b, &n); s&Errors != 0 {
		return r.fail(s & Errors)
	}
	shift, ok := zeros.Int64()
	if !ok || shift > c.Prec-1 {
		return c.paddedOne(r, neg, c.Prec-1) | Rounded
	}
	if shift < 0 {
		// 1E+2 is no power of one, so the exponent of a is not positive.
		shift = 0
	}
	return c.paddedOne(r, neg, shift)
}

// powBounds finds powers that overflow or underflow certainly, from the orders of magnitude of log10(a) and b.
func (c *Context) powBounds(r, a, b *Number, neg bool) (s Status, ok bool) {
	x := *a
	x.Neg = false
	t := x.Adjusted()
	var order int64
	switch {
	case t > 0:
		order = expDigits(t) - 1
	case t < -1:
		order = expDigits(t+1) - 1
	default:
		var one, d Number
		one.SetInt64(1)
		if s := Max.Sub(&d, &x, &one); s&MallocError != 0 {
			return r.fail(MallocError), true
		}
		order = d.Adjusted() - 1
		if t == 0 {
			order--
		}
	}
	exp := int64(hugeExp)
	limit := expDigits(c.Emax)
	if (t < 0) != b.Neg {
		exp = c.Etiny() - 1
		limit = expDigits(c.Etiny())
	}
	if limit >= order+b.Adjusted() {
		return 0, false
	}
	r.setSmall(neg, 1, exp)
	return c.finish(r), true
}

// expDigits is the number of digits of an exponent.
func expDigits(n int64) int64 { return word{lo: uint64(max(n, -n))}.digits() }

// powInt is the power with an integer that is not zero. The roundings on the way count as libmpdec's do.
func (c *Context) powInt(r, a, b *Number, neg bool) Status {
	work := *c
	work.Round, work.Clamp = RoundHalfEven, false
	work.Prec += b.Digits + b.Exp + 2
	base := *a
	var s Status
	if b.Neg {
		work.Prec++
		var one Number
		one.SetInt64(1)
		if s = work.Div(&base, &one, a); s&Errors != 0 {
			return r.fail(s)
		}
	}
	n := b.absBig()
	if n == nil {
		return r.fail(MallocError)
	}
	var x Number
	done := func() bool { return x.Form != Finite || x.coef.isZero() && s&Clamped != 0 }
	if n.BitLen() <= 64 {
		x = base
		for i := n.BitLen() - 2; i >= 0; i-- {
			s |= work.Mul(&x, &x, &x)
			if n.Bit(i) == 1 {
				s |= work.Mul(&x, &x, &base)
			}
			if done() {
				break
			}
		}
	} else {
		// From the right, as libmpdec does for exponents beyond a machine word.
		x.SetInt64(1)
		for i := range n.BitLen() {
			if n.Bit(i) == 1 {
				if s |= work.Mul(&x, &x, &base); done() {
					break
				}
			}
			work.Mul(&base, &base, &base)
		}
	}
	x.Neg = neg
	if x.Form == Infinite {
		x.setSmall(neg, 1, hugeExp)
	}
	*r = x
	return s | c.finish(r)
}

// powReal is the power with an exponent that is not an integer; a is positive.
func (c *Context) powReal(r, a, b *Number) Status {
	work := Max
	work.Prec = max(a.Digits, c.Prec) + 4 + 19
	var x Number
	s := work.Ln(&x, a) & Errors
	s |= work.Mul(&x, &x, b) & Errors
	s |= work.Exp(&x, &x)
	s |= Inexact | Rounded
	*r = x
	var one Number
	one.SetInt64(1)
	if r.Form == Finite && compareNumbers(r, &one) == 0 {
		s |= c.paddedOne(r, false, c.Prec-1)
	}
	if r.Form == Infinite {
		r.setSmall(false, 1, hugeExp)
	}
	return s | c.finish(r)
}

// absBig returns the absolute value of a number that is an integer, nil where it has too many digits.
func (a *Number) absBig() *big.Int {
	if a.Exp > 0 {
		if a.coef.isZero() {
			return new(big.Int)
		}
		if a.Digits+a.Exp > MaxDigits {
			return nil
		}
		k := a.coef.mulPow10(a.Exp, a.Digits)
		return k.bigInt()
	}
	k, _ := a.coef.divPow10(-a.Exp, a.Digits)
	return k.bigInt()
}

// PowMod makes r the value of a**b % m for integers, without computing the power.
func (c *Context) PowMod(r, a, b, m *Number) Status {
	if a.Form|b.Form|m.Form != Finite {
		for _, form := range [...]Form{SignalingNaN, QuietNaN} {
			for _, n := range [...]*Number{a, b, m} {
				if n.Form == form {
					s, _ := c.checkNaN(r, n, nil)
					return s
				}
			}
		}
		return r.fail(InvalidOperation)
	}
	if !a.IsInteger() || !b.IsInteger() || !m.IsInteger() || m.coef.isZero() || m.Digits+m.Exp > c.Prec {
		return r.fail(InvalidOperation)
	}
	neg := a.Neg && b.isOdd()
	if b.coef.isZero() {
		if a.coef.isZero() {
			return r.fail(InvalidOperation)
		}
		var one Number
		one.SetInt64(1)
		n := uint64(1)
		if compareAbs(m, &one) == 0 {
			n = 0
		}
		r.setSmall(neg, n, 0)
		return 0
	}
	if b.Neg {
		return r.fail(InvalidOperation)
	}
	if a.coef.isZero() {
		r.set(neg, coef{}, 0)
		return 0
	}
	mod := m.absBig()
	if mod == nil {
		return r.fail(MallocError)
	}
	// What stands behind the exponents goes in by powers of ten, so that neither number grows.
	split := func(x *Number) (k *big.Int, zeros int64) {
		if x.Exp <= 0 {
			return x.absBig(), 0
		}
		return x.coef.bigInt(), x.Exp
	}
	base, zeros := split(a)
	base = new(big.Int).Mod(base, mod)
	if zeros > 0 {
		base.Mul(base, new(big.Int).Exp(big.NewInt(10), big.NewInt(zeros), mod))
		base.Mod(base, mod)
	}
	n, zeros := split(b)
	ten := big.NewInt(10)
	for range zeros {
		base.Exp(base, ten, mod)
		if base.BitLen() <= 1 {
			break // 0 and 1 stay
		}
	}
	r.set(neg, coefOf(new(big.Int).Exp(base, n, mod)), 0)
	return 0
}
