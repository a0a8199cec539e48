package decnum

// Layout returns the text of the absolute value for a format code: 'e' with an exponent, 'f' without, '%' a hundred times as
// much with a sign for it, 'g' in scientific notation. prec is the number of places behind the point, or of digits for 'g', -1
// where none is asked for. letter is the exponent's.
func (a *Number) Layout(c *Context, kind byte, prec int64, letter byte) (string, Status) {
	n := *a
	n.Neg = false
	if n.Form != Finite {
		b := n.appendSpecial(nil)
		if kind == '%' {
			b = append(b, '%')
		}
		return string(b), 0
	}
	work := *c
	if a.Neg {
		// Rounding up and down is by the sign.
		switch c.Round {
		case RoundCeiling:
			work.Round = RoundFloor
		case RoundFloor:
			work.Round = RoundCeiling
		}
	}
	if kind == '%' {
		n.Exp += 2
	}
	place := int64(1)
	var s Status
	if prec >= 0 {
		switch kind {
		case 'g':
			if digits := max(prec, 1); n.Digits > digits {
				s = work.toDigits(&n, digits)
			}
		case 'e':
			if n.coef.isZero() {
				place = 1 - prec
			} else {
				s = work.toDigits(&n, prec+1)
			}
		default:
			if exp := -prec; exp < MinEtiny-MaxPrec {
				s = InvalidOperation
			} else {
				s = work.rescale(&n, &n, exp)
			}
		}
	}
	if s&Errors != 0 {
		return "", s & Errors
	}
	left := n.Exp + n.Digits
	switch kind {
	case 'g':
		return string(n.Append(nil, letter, false)), 0
	case 'e':
		if place < -MaxDigits {
			return "", MallocError
		}
		return string(n.appendPlaced(nil, place, letter, true)), 0
	}
	if left > MaxDigits || left < -MaxDigits {
		return "", MallocError
	}
	if n.coef.isZero() && n.Exp > 0 {
		left = 1
	}
	b := n.appendPlaced(nil, left, letter, false)
	if kind == '%' {
		b = append(b, '%')
	}
	return string(b), 0
}

// toDigits rounds a number other than zero to a number of digits, or fills it up with zeros.
func (c *Context) toDigits(n *Number, digits int64) Status {
	exp := n.Exp + n.Digits - digits
	s := c.rescale(n, n, exp)
	if s&Errors == 0 && n.Digits > digits {
		s |= c.rescale(n, n, exp+1)
	}
	return s
}
