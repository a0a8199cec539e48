package decnum

// Add makes r the sum of a and b.
func (c *Context) Add(r, a, b *Number) Status { return c.sum(r, a, b, b.Neg) }

// Sub makes r the difference of a and b.
func (c *Context) Sub(r, a, b *Number) Status { return c.sum(r, a, b, !b.Neg) }

// sum adds a and b, the latter with a sign of its own.
func (c *Context) sum(r, a, b *Number, bneg bool) Status {
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
		switch {
		case a.Form != Infinite:
			r.SetInfinite(bneg)
		case b.Form == Infinite && a.Neg != bneg:
			return r.fail(InvalidOperation)
		default:
			r.SetInfinite(a.Neg)
		}
		return 0
	}
	// x has the larger exponent.
	x, y, xneg, yneg := a, b, a.Neg, bneg
	if x.Exp < y.Exp {
		x, y, xneg, yneg = y, x, yneg, xneg
	}
	exp, shift := y.Exp, x.Exp-y.Exp
	if x.coef.big == nil && y.coef.big == nil && shift+x.Digits < maxWideDigits {
		return c.smallSum(r, x.coef.word, y.coef.word, shift, x.Digits, xneg, yneg, exp)
	}
	low := y.coef
	if shift > 0 && !x.coef.isZero() {
		// Where y is far below the last digit that counts, a single digit there has the same effect.
		e := x.Exp - 1
		if x.Digits <= c.Prec {
			e += x.Digits - c.Prec - 1
		}
		if y.Adjusted() < e {
			exp = e
			if !low.isZero() {
				low = coef{word: word{lo: 1}}
			}
			shift = x.Exp - exp
		}
		if x.Digits+shift > MaxDigits {
			return r.fail(MallocError)
		}
	}
	high := x.coef.mulPow10(shift, x.Digits)
	if xneg == yneg {
		r.set(xneg, high.add(&low), exp)
		return c.finish(r)
	}
	switch high.cmp(&low) {
	case 1:
		r.set(xneg, high.sub(&low), exp)
	case -1:
		r.set(yneg, low.sub(&high), exp)
	default:
		r.set(c.Round == RoundFloor, coef{}, exp)
	}
	return c.finish(r)
}

// smallSum adds x * 10**shift and y, whose sum is a wide.
func (c *Context) smallSum(r *Number, x, y word, shift, xdigits int64, xneg, yneg bool, exp int64) Status {
	if shift+xdigits < maxWordDigits {
		if shift > 0 {
			x = x.mul(pow10[shift]).word()
		}
		if xneg != yneg {
			switch {
			case y.less(x):
				r.set(xneg, coef{word: x.sub(y)}, exp)
			case x == y:
				r.set(c.Round == RoundFloor, coef{}, exp)
			default:
				r.set(yneg, coef{word: y.sub(x)}, exp)
			}
			return c.finish(r)
		}
		if s, carry := x.add(y); carry == 0 {
			r.set(xneg, coef{word: s}, exp)
			return c.finish(r)
		}
	}
	high, low := x.shifted(shift), wide{y.lo, y.hi}
	if xneg == yneg {
		return c.finishWide(r, xneg, high.add(low), exp)
	}
	switch {
	case low.less(high):
		return c.finishWide(r, xneg, high.sub(low), exp)
	case high.less(low):
		return c.finishWide(r, yneg, low.sub(high), exp)
	}
	r.set(c.Round == RoundFloor, coef{}, exp)
	return c.finish(r)
}

// Mul makes r the product of a and b.
func (c *Context) Mul(r, a, b *Number) Status {
	neg := a.Neg != b.Neg
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
		if a.IsZero() || b.IsZero() {
			return r.fail(InvalidOperation)
		}
		r.SetInfinite(neg)
		return 0
	}
	exp := a.Exp + b.Exp
	if a.coef.big == nil && b.coef.big == nil {
		if a.coef.hi|b.coef.hi == 0 || a.Digits+b.Digits <= maxWordDigits {
			p := a.coef.word.mul(b.coef.word)
			r.set(neg, coef{word: p.word()}, exp)
			return c.finish(r)
		}
		if a.Digits+b.Digits <= maxWideDigits {
			return c.finishWide(r, neg, a.coef.word.mul(b.coef.word), exp)
		}
	}
	if a.Digits+b.Digits > MaxDigits {
		return r.fail(MallocError)
	}
	r.set(neg, a.coef.mul(&b.coef), exp)
	return c.finish(r)
}

// FMA makes r the value of a*b + d, rounded once.
func (c *Context) FMA(r, a, b, d *Number) Status {
	var p Number
	if a.Form|b.Form != Finite {
		if s := c.Mul(&p, a, b); s != 0 {
			*r = p
			return s
		}
	} else {
		if a.Digits+b.Digits > MaxDigits {
			return r.fail(MallocError)
		}
		if s, ok := c.smallFMA(r, a, b, d); ok {
			return s
		}
		p.set(a.Neg != b.Neg, a.coef.mul(&b.coef), a.Exp+b.Exp)
	}
	return c.Add(r, &p, d)
}

// smallFMA is FMA of finite a and b where the product takes more than a word and the sum at most a wide.
func (c *Context) smallFMA(r, a, b, d *Number) (s Status, ok bool) {
	digits := a.Digits + b.Digits
	if a.coef.big != nil || b.coef.big != nil || d.coef.big != nil || d.Form != Finite || d.coef.isZero() || digits <= maxWordDigits {
		return 0, false
	}
	exp := a.Exp + b.Exp
	shift := exp - d.Exp
	if shift >= maxWideDigits-digits || -shift >= maxWideDigits-d.Digits {
		return 0, false
	}
	p, x := a.coef.word.mul(b.coef.word), wide{d.coef.lo, d.coef.hi}
	if shift > 0 {
		p = p.shifted(shift)
		exp = d.Exp
	} else if shift < 0 {
		x = d.coef.word.shifted(-shift)
	}
	neg := a.Neg != b.Neg
	switch {
	case neg == d.Neg:
		return c.finishWide(r, neg, p.add(x), exp), true
	case x.less(p):
		return c.finishWide(r, neg, p.sub(x), exp), true
	case p.less(x):
		return c.finishWide(r, d.Neg, x.sub(p), exp), true
	}
	r.set(c.Round == RoundFloor, coef{}, exp)
	return c.finish(r), true
}

// unary handles a NaN or an infinity for an operation of one operand; ok is false where a is finite.
func (c *Context) unary(r, a *Number) (s Status, ok bool) {
	if a.Form == Finite {
		return 0, false
	}
	if s, ok := c.checkNaN(r, a, nil); ok {
		return s, true
	}
	*r = *a
	return 0, true
}

// Plus makes r the rounded value of a. A zero loses its sign, except where rounding goes down.
func (c *Context) Plus(r, a *Number) Status { return c.signed(r, a, a.Neg) }

// Minus makes r the rounded value of -a.
func (c *Context) Minus(r, a *Number) Status { return c.signed(r, a, !a.Neg) }

func (c *Context) signed(r, a *Number, neg bool) Status {
	if a.Form >= QuietNaN {
		s, _ := c.checkNaN(r, a, nil)
		return s
	}
	zero := a.IsZero()
	*r = *a
	r.Neg = neg
	if zero {
		r.Neg = neg && c.Round == RoundFloor
	}
	return c.finish(r)
}

// Abs makes r the rounded absolute value of a.
func (c *Context) Abs(r, a *Number) Status {
	if a.Neg {
		return c.Minus(r, a)
	}
	return c.Plus(r, a)
}

// Copy makes r a with a sign of its own, without rounding.
func (r *Number) Copy(a *Number, neg bool) {
	*r = *a
	r.Neg = neg
}

// Reduce makes r the rounded value of a without zeros at the end.
func (c *Context) Reduce(r, a *Number) Status {
	if s, ok := c.unary(r, a); ok {
		return s
	}
	*r = *a
	s := c.finish(r)
	if r.Form != Finite {
		return s
	}
	if r.coef.isZero() {
		neg := r.Neg
		r.set(neg, coef{}, 0)
		return s
	}
	top := c.Emax
	if c.Clamp {
		top = c.Etop()
	}
	if n := min(r.coef.trailingZeros(r.Digits), top-r.Exp); n > 0 {
		r.coef, _ = r.coef.divPow10(n, r.Digits)
		r.Digits -= n
		r.Exp += n
	}
	return s
}
