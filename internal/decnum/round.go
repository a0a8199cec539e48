package decnum

// up reports whether a coefficient is to be increased for what was cut off.
func (m Rounding) up(neg bool, k *coef, t tail) bool {
	if t == exact {
		return false
	}
	switch m {
	case RoundUp:
		return true
	case RoundDown:
		return false
	case RoundCeiling:
		return !neg
	case RoundFloor:
		return neg
	case RoundHalfUp:
		return t >= half
	case RoundHalfDown:
		return t > half
	case RoundHalfEven:
		return t > half || t == half && k.odd()
	}
	return k.mod(5) == 0 // Round05Up: the last digit is 0 or 5
}

// finish rounds a result to the context: precision, overflow, subnormal numbers, clamping.
func (c *Context) finish(r *Number) Status {
	if r.Form != Finite {
		if r.Form != Infinite {
			c.fixNaN(r)
		}
		return 0
	}
	var s Status
	adjusted := r.Exp + r.Digits - 1
	if r.Digits <= c.Prec && adjusted <= c.Emax && adjusted >= c.Emin && !c.Clamp {
		return 0
	}
	s = c.checkRange(r)
	if r.Form == Finite && r.Digits > c.Prec {
		shift := r.Digits - c.Prec
		k, t := r.coef.divPow10(shift, r.Digits)
		s |= c.setRounded(r, k, r.Exp+shift, t)
	}
	return s
}

// setRounded makes r the rounded value of a coefficient of Prec digits and what was cut off behind it.
func (c *Context) setRounded(r *Number, k coef, exp int64, t tail) Status {
	r.coef, r.Exp, r.Digits = k, exp, c.Prec
	s := Rounded
	if t != exact {
		s |= Inexact
		if c.Round.up(r.Neg, &k, t) {
			r.coef = k.addOne()
			if c.Prec < maxWordDigits {
				if r.coef.word == pow10[c.Prec] {
					r.coef.word = pow10[c.Prec-1]
					r.Exp++
					return s | c.checkRange(r)
				}
			} else if r.coef.digits() > c.Prec {
				r.coef, _ = r.coef.divPow10(1, c.Prec+1)
				r.Exp++
				return s | c.checkRange(r)
			}
		}
	}
	return s
}

// finishWide makes r a result that has more than maxWordDigits digits perhaps, and rounds it.
func (c *Context) finishWide(r *Number, neg bool, w wide, exp int64) Status {
	if w.isWord() {
		k := w.word()
		*r = Number{coef: coef{word: k}, Exp: exp, Digits: k.digits(), Neg: neg}
		return c.finish(r)
	}
	digits := w.digits()
	if adjusted := exp + digits - 1; c.Prec < maxWordDigits && digits > c.Prec && adjusted <= c.Emax && adjusted >= c.Emin {
		shift := digits - c.Prec
		q, t := divWide(w, shift)
		r.Form, r.Neg = Finite, neg
		return c.setRounded(r, coef{word: q.word()}, exp+shift, t)
	}
	k := coef{big: bigOf(w)}
	if k.big.BitLen() <= 128 {
		k = coefOf(k.big)
	}
	*r = Number{coef: k, Exp: exp, Digits: digits, Neg: neg}
	return c.finish(r)
}

// checkRange handles exponents outside the context's range.
func (c *Context) checkRange(r *Number) Status {
	adjusted := r.Adjusted()
	switch {
	case adjusted > c.Emax:
		if r.coef.isZero() {
			r.Exp = c.Emax
			if c.Clamp {
				r.Exp = c.Etop()
			}
			return Clamped
		}
		c.overflow(r)
		return Overflow | Inexact | Rounded
	case c.Clamp && r.Exp > c.Etop():
		s := Clamped
		if !r.coef.isZero() {
			if adjusted < c.Emin {
				s |= Subnormal
			}
			shift := r.Exp - c.Etop()
			if r.Digits+shift > MaxDigits {
				return r.fail(MallocError)
			}
			r.coef = r.coef.mulPow10(shift, r.Digits)
			r.Digits += shift
		}
		r.Exp = c.Etop()
		return s
	case adjusted < c.Emin:
		etiny := c.Etiny()
		if r.coef.isZero() {
			if r.Exp >= etiny {
				return 0
			}
			r.Exp = etiny
			return Clamped
		}
		s := Subnormal
		if r.Exp >= etiny {
			return s
		}
		s |= Rounded
		k, t := r.coef.divPow10(etiny-r.Exp, r.Digits)
		if c.Round.up(r.Neg, &k, t) {
			k = k.addOne()
		}
		r.set(r.Neg, k, etiny)
		if t != exact {
			s |= Inexact | Underflow
			if k.isZero() {
				s |= Clamped
			}
		}
		return s
	}
	return 0
}

// overflow makes r an infinity or the largest number, as the rounding wants.
func (c *Context) overflow(r *Number) {
	toInfinity := true
	switch c.Round {
	case RoundDown, Round05Up:
		toInfinity = false
	case RoundCeiling:
		toInfinity = !r.Neg
	case RoundFloor:
		toInfinity = r.Neg
	}
	if toInfinity {
		r.SetInfinite(r.Neg)
		return
	}
	if c.Prec > MaxDigits {
		r.SetNaN()
		return
	}
	*r = Number{coef: nines(c.Prec), Exp: c.Etop(), Digits: c.Prec, Neg: r.Neg}
}

// shiftInto multiplies the coefficient of r by 10**n; it fails where the result has too many digits.
func (r *Number) shiftInto(n int64) bool {
	if n == 0 {
		return true
	}
	if r.coef.isZero() {
		r.Exp -= n
		return true
	}
	if n > MaxDigits || r.Digits+n > MaxDigits {
		return false
	}
	r.coef = r.coef.mulPow10(n, r.Digits)
	r.Digits += n
	r.Exp -= n
	return true
}

// Finish rounds a number to the context, as the operation plus does without its treatment of zeros.
func (c *Context) Finish(r *Number) Status { return c.finish(r) }
