package decnum

import "math/big"

// Div makes r the quotient of a and b.
func (c *Context) Div(r, a, b *Number) Status {
	neg := a.Neg != b.Neg
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
		if a.Form == Infinite {
			if b.Form == Infinite {
				return r.fail(InvalidOperation)
			}
			r.SetInfinite(neg)
			return 0
		}
		r.set(neg, coef{}, c.Etiny())
		return Clamped
	}
	if b.coef.isZero() {
		if a.coef.isZero() {
			return r.fail(DivisionUndefined)
		}
		r.SetInfinite(neg)
		return DivisionByZero
	}
	ideal := a.Exp - b.Exp
	if a.coef.isZero() {
		r.set(neg, coef{}, ideal)
		return c.finish(r)
	}
	// The quotient gets one digit or two more than the precision; its last one stands for the remainder too.
	shift := b.Digits - a.Digits + c.Prec + 1
	exp := ideal - shift
	if a.coef.big == nil && b.coef.big == nil && c.Prec+2 <= maxWordDigits && shift >= 0 && a.Digits+shift <= maxWideDigits {
		q, rest := a.coef.word.shifted(shift).div(b.coef.word)
		k := q.word()
		if !rest.isZero() {
			if c.Prec+2 < 20 && k.lo%5 == 0 || c.Prec+2 >= 20 && (&coef{word: k}).mod(5) == 0 {
				k.lo++ // cannot carry: the number ends in 0 or 5
			}
			*r = Number{coef: coef{word: k}, Exp: exp, Digits: k.digits(), Neg: neg}
			return c.finish(r)
		}
		return c.exactQuotient(r, neg, coef{word: k}, exp, ideal)
	}
	if shift > MaxDigits || a.Digits+shift > MaxDigits || b.Digits-shift > MaxDigits {
		return r.fail(MallocError)
	}
	x, y := a.coef, b.coef
	if shift > 0 {
		x = x.mulPow10(shift, a.Digits)
	} else {
		y = y.mulPow10(-shift, b.Digits)
	}
	k, rest := x.divMod(&y)
	if rest.isZero() {
		return c.exactQuotient(r, neg, k, exp, ideal)
	}
	if k.mod(5) == 0 {
		k = k.addOne()
	}
	r.set(neg, k, exp)
	return c.finish(r)
}

// exactQuotient finishes a quotient without remainder: zeros at the end go as far as the ideal exponent.
func (c *Context) exactQuotient(r *Number, neg bool, k coef, exp, ideal int64) Status {
	digits := k.digits()
	if exp < ideal {
		if n := min(k.trailingZeros(digits), ideal-exp); n > 0 {
			k, _ = k.divPow10(n, digits)
			exp += n
		}
	}
	r.set(neg, k, exp)
	return c.finish(r)
}

// divMod is the division with remainder of finite numbers, b not zero: the quotient is an integer, the remainder has the sign
// of a. The results are not rounded.
func (c *Context) divMod(q, r, a, b *Number) Status {
	neg := a.Neg != b.Neg
	ideal := min(a.Exp, b.Exp)
	if a.coef.isZero() {
		rneg := a.Neg
		q.set(neg, coef{}, 0)
		r.set(rneg, coef{}, ideal)
		return 0
	}
	if compareAbs(a, b) < 0 {
		// The remainder is a, with the smaller exponent of both.
		rest := *a
		if n := a.Exp - ideal; n > 0 {
			if a.Digits+n > c.Prec && a.Digits+n > MaxDigits {
				q.SetNaN()
				return r.fail(MallocError)
			}
			rest.shiftInto(n)
		}
		q.set(neg, coef{}, 0)
		*r = rest
		return 0
	}
	if a.Adjusted()-b.Adjusted() > c.Prec {
		q.SetNaN()
		return r.fail(DivisionImpossible)
	}
	if s, ok := c.smallDivMod(q, r, a, b, ideal); ok {
		return s
	}
	x, y := a.coef, b.coef
	switch {
	case a.Exp > b.Exp:
		if a.Digits+a.Exp-b.Exp > MaxDigits {
			q.SetNaN()
			return r.fail(MallocError)
		}
		x = x.mulPow10(a.Exp-b.Exp, a.Digits)
	case b.Exp > a.Exp:
		if b.Digits+b.Exp-a.Exp > MaxDigits {
			q.SetNaN()
			return r.fail(MallocError)
		}
		y = y.mulPow10(b.Exp-a.Exp, b.Digits)
	}
	rneg := a.Neg
	kq, kr := x.divMod(&y)
	if kq.digits() > c.Prec {
		q.SetNaN()
		return r.fail(DivisionImpossible)
	}
	q.set(neg, kq, 0)
	r.set(rneg, kr, ideal)
	return 0
}

// smallDivMod is divMod where a word divides a wide.
func (c *Context) smallDivMod(q, r, a, b *Number, ideal int64) (s Status, ok bool) {
	if a.coef.big != nil || b.coef.big != nil || a.Digits+a.Exp-ideal > maxWideDigits || b.Digits+b.Exp-ideal > maxWordDigits {
		return 0, false
	}
	neg, rneg := a.Neg != b.Neg, a.Neg
	x := a.coef.word.shifted(a.Exp - ideal)
	y := b.coef.word.shifted(b.Exp - ideal).word()
	wq, wr := x.div(y)
	digits := wq.digits()
	if digits > c.Prec {
		q.SetNaN()
		return r.fail(DivisionImpossible), true
	}
	k := coef{word: wq.word()}
	if !wq.isWord() {
		k = coef{big: bigOf(wq)}
	}
	q.set(neg, k, 0)
	r.set(rneg, coef{word: wr}, ideal)
	return 0, true
}

// divSpecial handles what divisions with remainder have in common: NaNs, infinities and zeros; ok is false where the operands
// are numbers to divide. q or r may be nil.
func (c *Context) divSpecial(q, r, a, b *Number) (s Status, ok bool) {
	set := func(n *Number, f func(n *Number)) {
		if n != nil {
			f(n)
		}
	}
	neg := a.Neg != b.Neg
	if a.Form|b.Form != Finite {
		var nan Number
		if s, ok := c.checkNaN(&nan, a, b); ok {
			set(q, func(n *Number) { *n = nan })
			set(r, func(n *Number) { *n = nan })
			return s, true
		}
		if a.Form == Infinite {
			if b.Form == Infinite || q == nil {
				set(q, (*Number).SetNaN)
				set(r, (*Number).SetNaN)
				return InvalidOperation, true
			}
			q.SetInfinite(neg)
			if r != nil {
				r.SetNaN()
				return InvalidOperation, true
			}
			return 0, true
		}
		rest := *a
		set(q, func(n *Number) { n.set(neg, coef{}, 0) })
		if r != nil {
			*r = rest
			return c.finish(r), true
		}
		return 0, true
	}
	if !b.coef.isZero() {
		return 0, false
	}
	zero := a.coef.isZero()
	switch {
	case zero:
		set(q, (*Number).SetNaN)
		set(r, (*Number).SetNaN)
		return DivisionUndefined, true
	case q == nil:
		r.SetNaN()
		return InvalidOperation, true
	}
	q.SetInfinite(neg)
	if r != nil {
		r.SetNaN()
		return DivisionByZero | InvalidOperation, true
	}
	return DivisionByZero, true
}

// DivInt makes r the integer part of the quotient of a and b.
func (c *Context) DivInt(r, a, b *Number) Status {
	if s, ok := c.divSpecial(r, nil, a, b); ok {
		return s
	}
	var rest Number
	s := c.divMod(r, &rest, a, b)
	return s | c.finish(r)
}

// Rem makes r what DivInt leaves.
func (c *Context) Rem(r, a, b *Number) Status {
	if s, ok := c.divSpecial(nil, r, a, b); ok {
		return s
	}
	var q Number
	s := c.divMod(&q, r, a, b)
	return s | c.finish(r)
}

// DivMod makes q what DivInt gives and r what Rem gives.
func (c *Context) DivMod(q, r, a, b *Number) Status {
	if s, ok := c.divSpecial(q, r, a, b); ok {
		return s
	}
	s := c.divMod(q, r, a, b)
	s |= c.finish(q)
	return s | c.finish(r)
}

// RemNear makes r what is left of a when the nearest multiple of b, the even one of two, is taken away.
func (c *Context) RemNear(r, a, b *Number) Status {
	if s, ok := c.divSpecial(nil, r, a, b); ok {
		return s
	}
	var q, rest Number
	s := c.divMod(&q, &rest, a, b)
	if rest.Form != Finite || rest.coef.isZero() {
		*r = rest
		return s | c.finish(r)
	}
	if d := b.Adjusted() - rest.Adjusted(); d >= -1 && d <= 1 {
		var other Number
		op := (*Context).Sub
		if a.Neg != b.Neg {
			op = (*Context).Add
		}
		if w := op(&Max, &other, &rest, b); w&Errors != 0 {
			return r.fail(w & Errors)
		}
		if cmp := compareAbs(&other, &rest); cmp < 0 || cmp == 0 && q.isOdd() {
			if q.Digits == c.Prec {
				if top := nines(c.Prec); q.coef.cmp(&top) == 0 {
					return r.fail(DivisionImpossible)
				}
			}
			rest = other
		}
	}
	*r = rest
	return s | c.finish(r)
}

// Sqrt makes r the square root of a, rounded to the nearest.
func (c *Context) Sqrt(r, a *Number) Status {
	if a.Form != Finite {
		if s, ok := c.checkNaN(r, a, nil); ok {
			return s
		}
		if a.Neg {
			return r.fail(InvalidOperation)
		}
		r.SetInfinite(false)
		return 0
	}
	ideal := (a.Exp - a.Exp&1) / 2
	if a.coef.isZero() {
		r.set(a.Neg, coef{}, ideal)
		return c.finish(r)
	}
	if a.Neg {
		return r.fail(InvalidOperation)
	}
	// An integer with twice as many digits as the root shall have, one more than the precision.
	k, digits := a.coef, a.Digits
	half := (digits + 1) >> 1
	if a.Exp&1 != 0 {
		half = digits>>1 + 1
		k = k.mulPow10(1, digits)
		digits++
	}
	shift := c.Prec + 1 - half
	whole := true
	if shift >= 0 {
		if shift > MaxDigits || digits+2*shift > MaxDigits {
			return r.fail(MallocError)
		}
		if k.big == nil && digits+2*shift <= maxWideDigits {
			root, isSquare := k.word.shifted(2 * shift).sqrt()
			return c.finishRoot(r, coef{word: root}, isSquare, ideal, shift)
		}
		k = k.mulPow10(2*shift, digits)
	} else {
		var t tail
		k, t = k.divPow10(-2*shift, digits)
		whole = t == exact
	}
	square := k.bigInt()
	root := new(big.Int).Sqrt(square)
	whole = whole && new(big.Int).Mul(root, root).Cmp(square) == 0
	return c.finishRoot(r, coefOf(root), whole, ideal, shift)
}

// finishRoot rounds the square root of a number that was shifted by twice the given number of places.
func (c *Context) finishRoot(r *Number, q coef, whole bool, ideal, shift int64) Status {
	exp := ideal - shift
	switch {
	case whole && shift >= 0:
		q, _ = q.divPow10(shift, q.digits())
		exp = ideal
	case whole:
		q = q.mulPow10(-shift, q.digits())
		exp = ideal
	case q.mod(5) == 0:
		// Not a number that looks exact, or half way between two.
		q = q.addOne()
	}
	r.set(false, q, exp)
	nearest := *c
	nearest.Round = RoundHalfEven
	return nearest.finish(r)
}
