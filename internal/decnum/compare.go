package decnum

// compareAbs compares the absolute values of finite numbers.
func compareAbs(a, b *Number) int {
	switch {
	case a.coef.isZero():
		if b.coef.isZero() {
			return 0
		}
		return -1
	case b.coef.isZero():
		return 1
	}
	if a.Exp == b.Exp {
		return a.coef.cmp(&b.coef)
	}
	switch x, y := a.Adjusted(), b.Adjusted(); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	// Equal orders of magnitude: the exponents differ by less than the longer coefficient has digits.
	if a.Exp > b.Exp {
		k := a.coef.mulPow10(a.Exp-b.Exp, a.Digits)
		return k.cmp(&b.coef)
	}
	k := b.coef.mulPow10(b.Exp-a.Exp, b.Digits)
	return a.coef.cmp(&k)
}

// sign is -1, 0 or 1.
func (a *Number) sign() int {
	switch {
	case a.IsZero():
		return 0
	case a.Neg:
		return -1
	}
	return 1
}

// compareNumbers compares numbers that are not NaN.
func compareNumbers(a, b *Number) int {
	x, y := a.sign(), b.sign()
	if x != y {
		if x < y {
			return -1
		}
		return 1
	}
	if x == 0 {
		return 0
	}
	return x * compareMagnitudes(a, b)
}

// compareMagnitudes compares the absolute values of numbers that are not NaN.
func compareMagnitudes(a, b *Number) int {
	switch {
	case a.Form == Infinite && b.Form == Infinite:
		return 0
	case a.Form == Infinite:
		return 1
	case b.Form == Infinite:
		return -1
	}
	return compareAbs(a, b)
}

// Cmp compares numbers as ==, < and > do; ok is false where one is a NaN. The status is InvalidOperation where one signals.
func Cmp(a, b *Number) (cmp int, s Status, ok bool) {
	if a.Form >= QuietNaN || b.Form >= QuietNaN {
		if a.Form == SignalingNaN || b.Form == SignalingNaN {
			s = InvalidOperation
		}
		return 0, s, false
	}
	return compareNumbers(a, b), 0, true
}

// Compare makes r -1, 0 or 1, as a is less than, equal to or greater than b.
func (c *Context) Compare(r, a, b *Number) Status {
	if a.Form|b.Form >= QuietNaN {
		if s, ok := c.checkNaN(r, a, b); ok {
			return s
		}
	}
	r.SetInt64(int64(compareNumbers(a, b)))
	return 0
}

// CompareSignal is Compare where every NaN is an invalid operation.
func (c *Context) CompareSignal(r, a, b *Number) Status {
	return c.Compare(r, a, b) | invalidNaN(a, b)
}

func invalidNaN(a, b *Number) Status {
	if a.Form >= QuietNaN || b.Form >= QuietNaN {
		return InvalidOperation
	}
	return 0
}

// compareTotal is the total order, in which numbers that are equal differ by their exponents.
func compareTotal(a, b *Number, neg bool) int {
	sign := 1
	if neg {
		sign = -1
	}
	// Finite numbers and infinities come before signaling NaNs, these before quiet ones.
	rank := func(n *Number) int { return [...]int{Finite: 0, Infinite: 0, SignalingNaN: 1, QuietNaN: 2}[n.Form] }
	x, y := rank(a), rank(b)
	switch {
	case x < y:
		return -sign
	case x > y:
		return sign
	case x > 0:
		return sign * a.coef.cmp(&b.coef)
	}
	if cmp := compareMagnitudes(a, b); cmp != 0 {
		return sign * cmp
	}
	switch {
	case a.Exp < b.Exp:
		return -sign
	case a.Exp > b.Exp:
		return sign
	}
	return 0
}

// CompareTotal compares by the total order of representations.
func CompareTotal(r, a, b *Number) {
	cmp := 0
	switch {
	case a.Neg == b.Neg:
		cmp = compareTotal(a, b, a.Neg)
	case a.Neg:
		cmp = -1
	default:
		cmp = 1
	}
	r.SetInt64(int64(cmp))
}

// CompareTotalMag is CompareTotal without the signs.
func CompareTotalMag(r, a, b *Number) {
	r.SetInt64(int64(compareTotal(a, b, false)))
}

// extreme chooses the larger (want 1) or smaller (want -1) of two numbers, by their absolute values first or alone.
func (c *Context) extreme(r, a, b *Number, want int, magnitude bool) Status {
	if a.Form >= QuietNaN || b.Form >= QuietNaN {
		// A number wins over a quiet NaN.
		switch {
		case a.Form == QuietNaN && b.Form < QuietNaN:
			*r = *b
		case b.Form == QuietNaN && a.Form < QuietNaN:
			*r = *a
		default:
			s, _ := c.checkNaN(r, a, b)
			return s
		}
		return c.finish(r)
	}
	var cmp int
	if magnitude {
		cmp = compareMagnitudes(a, b)
	} else {
		cmp = compareNumbers(a, b)
	}
	if cmp == 0 {
		var order Number
		CompareTotal(&order, a, b)
		cmp = order.sign()
	}
	if cmp == want || cmp == 0 && want < 0 {
		*r = *a
	} else {
		*r = *b
	}
	return c.finish(r)
}

// MaxOf, MinOf, MaxMag and MinMag make r one of two numbers.
func (c *Context) MaxOf(r, a, b *Number) Status  { return c.extreme(r, a, b, 1, false) }
func (c *Context) MinOf(r, a, b *Number) Status  { return c.extreme(r, a, b, -1, false) }
func (c *Context) MaxMag(r, a, b *Number) Status { return c.extreme(r, a, b, 1, true) }
func (c *Context) MinMag(r, a, b *Number) Status { return c.extreme(r, a, b, -1, true) }

// SameQuantum reports whether the exponents are equal, or both are NaN, or both infinite.
func SameQuantum(a, b *Number) bool {
	if a.Form|b.Form != Finite {
		return a.IsNaN() && b.IsNaN() || a.Form == Infinite && b.Form == Infinite
	}
	return a.Exp == b.Exp
}

// Class returns the name of the number's class, which the specification gives.
func (c *Context) Class(a *Number) string {
	switch a.Form {
	case QuietNaN:
		return "NaN"
	case SignalingNaN:
		return "sNaN"
	}
	name := "Zero"
	switch {
	case a.Form == Infinite:
		name = "Infinity"
	case a.coef.isZero():
	case c.IsSubnormal(a):
		name = "Subnormal"
	default:
		name = "Normal"
	}
	if a.Neg {
		return "-" + name
	}
	return "+" + name
}
