package decnum

import (
	"math/big"
	"strconv"
	"strings"
)

const chunk = 1e19 // the largest power of ten that fits 64 bits

// append appends the digits of a coefficient.
func (k *coef) append(b []byte) []byte {
	if k.big != nil {
		return k.big.Append(b, 10)
	}
	if k.hi == 0 {
		return strconv.AppendUint(b, k.lo, 10)
	}
	ten19 := word{lo: chunk}
	q, r := k.word.div(ten19)
	top := coef{word: q}
	if q.hi == 0 && q.lo < chunk {
		b = strconv.AppendUint(b, q.lo, 10)
	} else {
		b = top.append(b)
	}
	start := len(b)
	b = append(b, "0000000000000000000"...)
	for i, n := len(b)-1, r.lo; i >= start && n > 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return b
}

// coefOfDigits makes a coefficient of decimal digits.
func coefOfDigits(d []byte) coef {
	for len(d) > 1 && d[0] == '0' {
		d = d[1:]
	}
	if len(d) > maxWordDigits {
		return coefOf(bigOfDigits(d))
	}
	read := func(d []byte) (n uint64) {
		for _, c := range d {
			n = n*10 + uint64(c-'0')
		}
		return n
	}
	if len(d) <= 19 {
		return coef{word: word{lo: read(d)}}
	}
	split := len(d) - 19
	p := word{lo: read(d[:split])}.mul(pow10[19])
	w, _ := p.word().add(word{lo: read(d[split:])})
	return coef{word: w}
}

// bigOfDigits reads many digits by halves, since package big takes quadratic time.
func bigOfDigits(d []byte) *big.Int {
	const few = 1000 // digits that are read at once: more take longer than their halves and the product
	powers := []*big.Int{bigPow10(few)}
	for few<<len(powers) < len(d) {
		p := powers[len(powers)-1]
		powers = append(powers, new(big.Int).Mul(p, p))
	}
	var read func(d []byte, level int) *big.Int
	read = func(d []byte, level int) *big.Int {
		if level < 0 || len(d) <= few {
			n, _ := new(big.Int).SetString(string(d), 10)
			return n
		}
		low := few << level
		if len(d) <= low {
			return read(d, level-1)
		}
		n := read(d[:len(d)-low], level-1)
		n.Mul(n, powers[level])
		return n.Add(n, read(d[len(d)-low:], level-1))
	}
	return read(d, len(powers)-1)
}

// maxParsedExp bounds exponents that a text gives, so that sums with them do not overflow.
const maxParsedExp = 4_500_000_000_000_000_000

// Parse makes r the number that a text gives, rounded to the context. The grammar is the specification's, in ASCII; what is no
// number is ConversionSyntax.
func (c *Context) Parse(r *Number, s string) Status {
	if !r.parse(s) {
		return r.fail(ConversionSyntax)
	}
	if r.Form >= QuietNaN {
		room := c.Prec
		if c.Clamp {
			room--
		}
		if r.Digits > room {
			return r.fail(ConversionSyntax)
		}
		return 0
	}
	if r.Form == Finite && (r.Exp > hugeExp || r.Exp < tinyExp) && r.coef.isZero() {
		r.Exp = min(max(r.Exp, tinyExp), hugeExp)
	}
	return c.finish(r)
}

// ParseExact makes r exactly the number that a text gives: what would be rounded is an invalid operation.
func (r *Number) ParseExact(s string) Status {
	return exactly(r, Max.Parse(r, s))
}

// exactly turns the loss of digits into an invalid operation.
func exactly(r *Number, s Status) Status {
	if s&(Inexact|Rounded|Clamped) != 0 {
		r.SetNaN()
		s |= InvalidOperation
	}
	return s & Errors
}

func (r *Number) parse(s string) bool {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return false
	}
	if c := s[0] | 0x20; c == 'n' || c == 's' || c == 'i' {
		return r.parseSpecial(strings.ToLower(s), neg)
	}
	// Digits with a point among them, then an exponent.
	var buf [64]byte
	digits := buf[:0]
	point, seen := int64(0), false
	i := 0
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits = append(digits, c)
			if seen {
				point++
			}
			continue
		case c == '.' && !seen:
			seen = true
			continue
		}
		break
	}
	if len(digits) == 0 || int64(len(digits)) > MaxDigits {
		return false
	}
	exp := int64(0)
	if i < len(s) {
		if s[i]|0x20 != 'e' {
			return false
		}
		var ok bool
		if exp, ok = parseExp(s[i+1:]); !ok {
			return false
		}
	}
	r.set(neg, coefOfDigits(digits), exp-point)
	return true
}

// parseExp reads an exponent; beyond maxParsedExp it stays there.
func parseExp(s string) (int64, bool) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "" {
		return 0, false
	}
	n := int64(0)
	for i := range len(s) {
		switch {
		case s[i] < '0' || s[i] > '9':
			return 0, false
		case n >= maxParsedExp/10:
			n = maxParsedExp
		default:
			n = n*10 + int64(s[i]-'0')
		}
	}
	if neg {
		n = -n
	}
	return n, true
}

func (r *Number) parseSpecial(s string, neg bool) bool {
	if s == "inf" || s == "infinity" {
		r.SetInfinite(neg)
		return true
	}
	form := QuietNaN
	if s[0] == 's' {
		form, s = SignalingNaN, s[1:]
	}
	payload, ok := strings.CutPrefix(s, "nan")
	if !ok {
		return false
	}
	for i := range len(payload) {
		if payload[i] < '0' || payload[i] > '9' {
			return false
		}
	}
	*r = Number{Form: form, Neg: neg}
	if payload = strings.TrimLeft(payload, "0"); payload != "" {
		r.coef = coefOfDigits([]byte(payload))
		r.Digits = int64(len(payload))
	}
	return true
}

// appendSpecial appends the text of an infinity or a NaN.
func (a *Number) appendSpecial(b []byte) []byte {
	switch a.Form {
	case Infinite:
		return append(b, "Infinity"...)
	case SignalingNaN:
		b = append(b, 's')
	}
	b = append(b, "NaN"...)
	if a.Digits > 0 {
		b = a.coef.append(b)
	}
	return b
}

// Append appends the text of a number in scientific notation, or in engineering notation, whose exponents are multiples of
// three. letter is the exponent's, 'E' or 'e'.
func (a *Number) Append(b []byte, letter byte, engineering bool) []byte {
	if a.Neg {
		b = append(b, '-')
	}
	if a.Form != Finite {
		return a.appendSpecial(b)
	}
	// place is the number of digits before the point.
	left := a.Exp + a.Digits
	place := int64(1)
	switch {
	case a.Exp <= 0 && left > -6:
		place = left
	case engineering && a.coef.isZero():
		place = (left+1)%3 - 1
		if place < -1 {
			place += 3
		}
	case engineering:
		if place += (left - 1) % 3; left-1 < 0 && (left-1)%3 != 0 {
			place += 3
		}
	}
	return a.appendPlaced(b, place, letter, left != place)
}

// appendPlaced appends the digits with the point behind the given number of them, and the exponent where asked for.
func (a *Number) appendPlaced(b []byte, place int64, letter byte, withExp bool) []byte {
	start := len(b)
	if place <= 0 {
		b = append(b, "0."...)
		for range -place {
			b = append(b, '0')
		}
		b = a.coef.append(b)
	} else {
		b = a.coef.append(b)
		if n := int64(len(b) - start); n < place {
			for range place - n {
				b = append(b, '0')
			}
		} else if n > place {
			b = append(b, 0)
			at := start + int(place)
			copy(b[at+1:], b[at:])
			b[at] = '.'
		}
	}
	if withExp {
		b = append(b, letter)
		exp := a.Exp + a.Digits - place
		if exp >= 0 {
			b = append(b, '+')
		}
		b = strconv.AppendInt(b, exp, 10)
	}
	return b
}

// String is the text in scientific notation with a capital E.
func (a *Number) String() string { return string(a.Append(nil, 'E', false)) }

// AppendDigits appends the digits of the coefficient or payload, nothing where there is none.
func (a *Number) AppendDigits(b []byte) []byte {
	if a.Form == Infinite || a.Form >= QuietNaN && a.Digits == 0 {
		return b
	}
	return a.coef.append(b)
}
