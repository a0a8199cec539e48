package decnum

// Quantize makes r a with the exponent of b.
func (c *Context) Quantize(r, a, b *Number) Status {
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
		if a.Form == Infinite && b.Form == Infinite {
			*r = *a
			return 0
		}
		return r.fail(InvalidOperation)
	}
	exp := b.Exp
	if exp > c.Emax || exp < c.Etiny() {
		return r.fail(InvalidOperation)
	}
	if a.coef.isZero() {
		r.set(a.Neg, coef{}, exp)
		return c.finish(r)
	}
	shift := a.Exp - exp
	if a.Digits+shift > c.Prec {
		return r.fail(InvalidOperation)
	}
	var s Status
	if shift >= 0 {
		*r = *a
		if !r.shiftInto(shift) {
			return r.fail(MallocError)
		}
	} else {
		neg := a.Neg
		k, t := a.coef.divPow10(-shift, a.Digits)
		if s = Rounded; t != exact {
			s |= Inexact
		}
		if c.Round.up(neg, &k, t) {
			k = k.addOne()
		}
		r.set(neg, k, exp)
		if r.Digits > c.Prec {
			return r.fail(InvalidOperation)
		}
	}
	if r.Adjusted() > c.Emax || r.Adjusted() < c.Etiny() {
		return r.fail(InvalidOperation)
	}
	return s | c.finish(r)
}

// rescale makes r a with the exponent exp, whatever precision that takes.
func (c *Context) rescale(r, a *Number, exp int64) Status {
	if a.Form != Finite {
		*r = *a
		return 0
	}
	neg := a.Neg
	if a.coef.isZero() {
		r.set(neg, coef{}, exp)
		return 0
	}
	var s Status
	if shift := a.Exp - exp; shift >= 0 {
		if a.Digits+shift > MaxPrec+1 {
			return r.fail(InvalidOperation)
		}
		*r = *a
		if !r.shiftInto(shift) {
			return r.fail(MallocError)
		}
	} else {
		k, t := a.coef.divPow10(-shift, a.Digits)
		if s = Rounded; t != exact {
			s |= Inexact
		}
		if c.Round.up(neg, &k, t) {
			k = k.addOne()
		}
		r.set(neg, k, exp)
	}
	if c.IsSubnormal(r) {
		s |= Subnormal
	}
	return s
}

// Rescale makes r a with the exponent exp, rounded but not limited to the precision.
func (c *Context) Rescale(r, a *Number, exp int64) Status {
	if exp > MaxEmax+1 || exp < MinEtiny {
		return r.fail(InvalidOperation)
	}
	return c.rescale(r, a, exp)
}

// ToIntegral makes r a rounded to an integer, without regard to the precision. With signals it tells of the rounding.
func (c *Context) ToIntegral(r, a *Number, signals bool) Status {
	if s, ok := c.unary(r, a); ok {
		return s
	}
	if a.Exp >= 0 {
		*r = *a
		return 0
	}
	neg := a.Neg
	if a.coef.isZero() {
		r.set(neg, coef{}, 0)
		return 0
	}
	k, t := a.coef.divPow10(-a.Exp, a.Digits)
	if c.Round.up(neg, &k, t) {
		k = k.addOne()
	}
	r.set(neg, k, 0)
	switch {
	case !signals:
		return 0
	case t != exact:
		return Rounded | Inexact
	}
	return Rounded
}

// ScaleB makes r a with b added to its exponent.
func (c *Context) ScaleB(r, a, b *Number) Status {
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
	}
	if b.Form != Finite || b.Exp != 0 {
		return r.fail(InvalidOperation)
	}
	n, ok := b.Int64()
	// The specification sets this limit.
	if limit := 2 * (c.Emax + c.Prec); !ok || n > limit || n < -limit {
		return r.fail(InvalidOperation)
	}
	*r = *a
	if a.Form == Infinite {
		return 0
	}
	r.Exp = min(max(a.Exp+n, tinyExp), hugeExp)
	return c.finish(r)
}

// LogB makes r the adjusted exponent of a.
func (c *Context) LogB(r, a *Number) Status {
	if a.Form != Finite {
		if s, ok := c.checkNaN(r, a, nil); ok {
			return s
		}
		r.SetInfinite(false)
		return 0
	}
	if a.coef.isZero() {
		r.SetInfinite(true)
		return DivisionByZero
	}
	r.SetInt64(a.Adjusted())
	return c.finish(r)
}

// shiftCount is the second operand of Shift and Rotate.
func (c *Context) shiftCount(r, a, b *Number) (n int64, s Status, ok bool) {
	if a.Form|b.Form != Finite {
		if s, ok := c.checkNaN(r, a, b); ok {
			return 0, s, false
		}
	}
	n, isInt := b.Int64()
	if b.Form != Finite || b.Exp != 0 || !isInt || n > c.Prec || n < -c.Prec {
		return 0, r.fail(InvalidOperation), false
	}
	if a.Form == Infinite {
		*r = *a
		return 0, 0, false
	}
	return n, 0, true
}

// cap leaves the digits at the end that the precision has room for.
func (c *Context) cap(r *Number) {
	if r.Digits > c.Prec {
		r.coef = r.coef.lowDigits(c.Prec)
		r.Digits = r.coef.digits()
	}
}

// Shift makes r a with its digits moved by b places, to the left where b is positive.
func (c *Context) Shift(r, a, b *Number) Status {
	n, s, ok := c.shiftCount(r, a, b)
	if !ok {
		return s
	}
	*r = *a
	exp := a.Exp
	if n >= 0 {
		if !r.shiftInto(n) {
			return r.fail(MallocError)
		}
		r.Exp = exp
		c.cap(r)
		return 0
	}
	c.cap(r)
	k, _ := r.coef.divPow10(-n, r.Digits)
	r.set(r.Neg, k, exp)
	return 0
}

// Rotate makes r a with its digits turned round by b places, in a circle of Prec digits.
func (c *Context) Rotate(r, a, b *Number) Status {
	n, s, ok := c.shiftCount(r, a, b)
	if !ok {
		return s
	}
	*r = *a
	c.cap(r)
	left, right := n, c.Prec-n
	if n < 0 {
		left, right = c.Prec+n, -n
	}
	low, _ := r.coef.divPow10(right, r.Digits)
	exp := r.Exp
	if !r.shiftInto(left) {
		return r.fail(MallocError)
	}
	c.cap(r)
	r.set(r.Neg, r.coef.add(&low), exp)
	return 0
}

// bitsOf returns the digits of a logical operand, which are all 0 or 1; ok is false for other numbers.
func bitsOf(a *Number) (digits []byte, ok bool) {
	if a.Form != Finite || a.Neg || a.Exp != 0 {
		return nil, false
	}
	digits = a.coef.append(nil)
	for _, d := range digits {
		if d > '1' {
			return nil, false
		}
	}
	return digits, true
}

// logical combines the digits of two operands.
func (c *Context) logical(r, a, b *Number, op func(x, y byte) byte) Status {
	x, ok1 := bitsOf(a)
	y, ok2 := bitsOf(b)
	if !ok1 || !ok2 {
		return r.fail(InvalidOperation)
	}
	if len(x) < len(y) {
		x, y = y, x
	}
	gap := len(x) - len(y)
	for i := range x {
		d := byte('0')
		if i >= gap {
			d = y[i-gap]
		}
		x[i] = '0' + op(x[i]-'0', d-'0')
	}
	r.set(false, coefOfDigits(x), 0)
	c.cap(r)
	return 0
}

// And makes r the digit-wise and of a and b.
func (c *Context) And(r, a, b *Number) Status {
	return c.logical(r, a, b, func(x, y byte) byte { return x & y })
}

// Or makes r the digit-wise or of a and b.
func (c *Context) Or(r, a, b *Number) Status {
	return c.logical(r, a, b, func(x, y byte) byte { return x | y })
}

// Xor makes r the digit-wise exclusive or of a and b.
func (c *Context) Xor(r, a, b *Number) Status {
	return c.logical(r, a, b, func(x, y byte) byte { return x ^ y })
}

// Invert makes r the digit-wise inversion of a.
func (c *Context) Invert(r, a *Number) Status {
	x, ok := bitsOf(a)
	if !ok {
		return r.fail(InvalidOperation)
	}
	n := max(c.Prec, int64(len(x)))
	if n > MaxDigits {
		return r.fail(MallocError)
	}
	d := make([]byte, n)
	gap := len(d) - len(x)
	for i := range d {
		d[i] = '1'
		if i >= gap {
			d[i] ^= x[i-gap] & 1
		}
	}
	r.set(false, coefOfDigits(d), 0)
	c.cap(r)
	return 0
}

// next makes r the nearest number of the context beside a, below it where down.
func (c *Context) next(r, a *Number, down bool) Status {
	if a.Form != Finite {
		if s, ok := c.checkNaN(r, a, nil); ok {
			return s
		}
		if a.Neg == down {
			*r = *a
			return 0
		}
		if c.Prec > MaxDigits {
			return r.fail(MallocError)
		}
		*r = Number{coef: nines(c.Prec), Exp: c.Etop(), Digits: c.Prec, Neg: !down}
		return 0
	}
	work := *c
	work.Round = RoundCeiling
	if down {
		work.Round = RoundFloor
	}
	x := *a
	if s := work.finish(&x); s&(Inexact|Errors) != 0 {
		*r = x
		return s & Errors
	}
	var tiny Number
	tiny.setSmall(down, 1, c.Etiny()-1)
	return work.Add(r, a, &tiny) & Errors
}

// NextMinus makes r the largest number below a, NextPlus the smallest above it.
func (c *Context) NextMinus(r, a *Number) Status { return c.next(r, a, true) }
func (c *Context) NextPlus(r, a *Number) Status  { return c.next(r, a, false) }

// NextToward makes r the number next to a in the direction of b.
func (c *Context) NextToward(r, a, b *Number) Status {
	if a.Form|b.Form >= QuietNaN {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
	}
	cmp := compareNumbers(a, b)
	if cmp == 0 {
		r.Copy(a, b.Neg)
		return 0
	}
	s := c.next(r, a, cmp > 0)
	switch {
	case r.Form == Infinite:
		s |= Overflow | Rounded | Inexact
	case r.Form == Finite && r.Adjusted() < c.Emin:
		s |= Underflow | Subnormal | Rounded | Inexact
		if r.coef.isZero() {
			s |= Clamped
		}
	}
	return s
}
