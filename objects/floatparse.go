package objects

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Conversion of floats from and to text.

// parseFloat reads a decimal float as float() accepts it, without white space around it.
func parseFloat(s string) (float64, bool) {
	if strings.IndexByte(s, '_') >= 0 {
		if !validUnderscores(s) {
			return 0, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	if s == "" {
		return 0, false
	}
	// What strconv accepts beyond Python: hexadecimal, and nothing else once the letters are checked.
	for i := 0; i < len(s); i++ {
		if s[i] == 'x' || s[i] == 'X' || s[i] == 'p' || s[i] == 'P' {
			return 0, false
		}
	}
	if (s[0] == '+' || s[0] == '-') && strings.EqualFold(s[1:], "nan") {
		return math.NaN(), true
	}
	if len(s) > maxDecimalText {
		s = shortenDecimal(s)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok && e.Err == strconv.ErrRange {
			return f, true
		}
		return 0, false
	}
	return f, true
}

// maxDecimalText is the length from which on the text of a float is shortened: strconv.ParseFloat counts no more than 800
// digits of a number, nor of its zeros.
const maxDecimalText = 400

// exactDigits is the number of significant digits that decide about any float: what lies half-way between two floats has
// at most 767; behind them only matters whether all are zero.
const exactDigits = 770

// shortenDecimal gives a number with the same nearest float that has not more than exactDigits digits. Text that is no
// number comes back as it is.
func shortenDecimal(s string) string {
	i := 0
	if s[0] == '+' || s[0] == '-' {
		i++
	}
	sign := s[:i]
	digits := make([]byte, 0, len(s))
	point, dot := 0, false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case isDigitByte(c):
			if len(digits) > 0 || c != '0' {
				digits = append(digits, c)
				if !dot {
					point++
				}
			} else if dot {
				point--
			}
			continue
		case c == '.' && !dot:
			dot = true
			continue
		case c == 'e' || c == 'E':
			exp, err := strconv.ParseInt(s[i+1:], 10, 64)
			if e, ok := err.(*strconv.NumError); ok && e.Err != strconv.ErrRange {
				return s
			}
			// Saturated: no text is so long that its digits could make up for it.
			point += int(max(min(exp, 1<<40), -1<<40))
		default:
			return s
		}
		break
	}
	if len(digits) == 0 {
		return s
	}
	if len(digits) > exactDigits {
		rest := digits[exactDigits:]
		digits = digits[:exactDigits]
		if strings.Trim(string(rest), "0") != "" {
			digits = append(digits, '1')
		}
	}
	return sign + "0." + string(digits) + "e" + strconv.Itoa(point)
}

// validUnderscores reports whether every underscore stands between digits.
func validUnderscores(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || !isDigitByte(s[i-1]) || !isDigitByte(s[i+1])) {
			return false
		}
	}
	return true
}

func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }

// ParseFloat converts the text of a float, as float(s) does; ok is false where it is malformed.
func ParseFloat(s string) (f float64, ok bool) { return parseFloat(trimSpaceASCII(s)) }

// floatFromText is float(text) of a str or bytes-like object.
func floatFromText(t *Thread, text Value, s string) (float64, error) {
	f, ok := parseFloat(s)
	if !ok {
		r, err := ReprString(t, text)
		if err != nil {
			return 0, err
		}
		return 0, ValueErrorf("could not convert string to float: %s", r)
	}
	return f, nil
}

// ToFloat is float(v) for numbers: floats, and what has __float__ or __index__.
func ToFloat(t *Thread, v Value) (float64, error) {
	if v.IsFloat() {
		return v.Float(), nil
	}
	if v.IsInline() {
		return float64(v.Inline()), nil
	}
	if f, ok := FloatOf(v); ok {
		return f, nil
	}
	typ := TypeOf(v)
	typ.ready()
	if conv := typ.Number.Unary[OpToFloat]; conv != nil {
		r, err := conv(t, v)
		if err != nil {
			return 0, err
		}
		return floatResult(t, typ, r)
	}
	if typ.Number.Unary[OpIndex] != nil {
		i, err := Index(t, v)
		if err != nil {
			return 0, err
		}
		return IntFloat(i)
	}
	return 0, TypeErrorf("must be real number, not %s", typ)
}

// floatResult checks what __float__ of a type has returned.
func floatResult(t *Thread, typ *Type, r Value) (float64, error) {
	f, ok := FloatOf(r)
	if !ok {
		return 0, TypeErrorf("%s.__float__ returned non-float (type %s)", typ, TypeOf(r))
	}
	if !r.IsFloat() && TypeOf(r) != &FloatType {
		err := H.Warn(t, &DeprecationWarningType, typ.TpName()+".__float__ returned non-float (type "+TypeOf(r).TpName()+
			").  The ability to return an instance of a strict subclass of float is deprecated, and may be removed "+
			"in a future version of Python.", 1)
		return f, err
	}
	return f, nil
}

// FloatFrom is float(v): text too.
func FloatFrom(t *Thread, v Value) (float64, error) {
	if v.IsFloat() || v.IsInline() {
		return ToFloat(t, v)
	}
	typ := TypeOf(v)
	typ.ready()
	if s, ok := StrOf(v); ok && typ.Number.Unary[OpToFloat] == nil {
		return floatFromText(t, v, asciiDigits(s))
	}
	if conv := typ.Number.Unary[OpToFloat]; conv != nil || typ.Number.Unary[OpIndex] != nil {
		if _, ok := FloatOf(v); ok && conv != nil && typ.Flags&FlagHeap != 0 {
			// A class derived from float may define __float__.
			r, err := conv(t, v)
			if err != nil {
				return 0, err
			}
			return floatResult(t, typ, r)
		}
		return ToFloat(t, v)
	}
	if b, ok, err := BufferBytes(t, v); err != nil {
		return 0, err
	} else if ok {
		return floatFromText(t, v, trimSpaceBytes(string(b)))
	}
	return 0, TypeErrorf("float() argument must be a string or a real number, not '%s'", typ)
}

// roundFloat rounds to n decimal digits behind the point, halves of the exact value to even; ok is false on overflow.
func roundFloat(x float64, n int64) (float64, bool) {
	if x == 0 || math.IsInf(x, 0) || x != x || n > 323 {
		return x, true
	}
	if n < -308 {
		return math.Copysign(0, x), true
	}
	if n >= 0 {
		f, err := strconv.ParseFloat(strconv.FormatFloat(x, 'f', int(n), 64), 64)
		return f, err == nil
	}
	// Multiples of a power of ten: exact in whole numbers, the fraction only breaks ties.
	whole, frac := math.Modf(math.Abs(x))
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(-n), nil)
	q, r := new(big.Int).QuoRem(wholeFloat(whole), unit, new(big.Int))
	r.Lsh(r, 1)
	c := r.Cmp(unit)
	if c > 0 || c == 0 && (frac > 0 || q.Bit(0) == 1) {
		q.Add(q, big.NewInt(1))
	}
	f, ok := scaleToFloat(q.Mul(q, unit), 0)
	return math.Copysign(f, x), ok
}

// floatHex is float.hex().
func floatHex(x float64) string {
	switch {
	case math.IsInf(x, 0) || x != x:
		return FloatRepr(x)
	case x == 0:
		if math.Signbit(x) {
			return "-0x0.0p+0"
		}
		return "0x0.0p+0"
	}
	m, e := math.Frexp(math.Abs(x))
	shift := 1 - max(-1021-e, 0)
	m = math.Ldexp(m, shift)
	e -= shift
	const digits = "0123456789abcdef"
	b := make([]byte, 0, 24)
	if x < 0 {
		b = append(b, '-')
	}
	b = append(b, '0', 'x', digits[int(m)], '.')
	m -= float64(int(m))
	for range 13 {
		m *= 16
		b = append(b, digits[int(m)])
		m -= float64(int(m))
	}
	b = append(b, 'p')
	if e >= 0 {
		b = append(b, '+')
	}
	return string(strconv.AppendInt(b, int64(e), 10))
}

// floatFromHex reads what float.hex() writes, and the like.
func floatFromHex(s string) (float64, error) {
	malformed := func() (float64, error) {
		return 0, ValueErrorf("invalid hexadecimal floating-point string")
	}
	tooLarge := func() (float64, error) {
		return 0, OverflowErrorf("hexadecimal value too large to represent as a float")
	}
	s = trimSpaceBytes(s)
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	sign := func(f float64) (float64, error) {
		if neg {
			f = -f
		}
		return f, nil
	}
	switch strings.ToLower(s) {
	case "inf", "infinity":
		return sign(math.Inf(1))
	case "nan":
		return math.NaN(), nil
	}
	if len(s) >= 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') {
		s = s[2:]
	}
	i, point := 0, -1
	var m []byte
	for ; i < len(s); i++ {
		if s[i] == '.' && point < 0 {
			point = len(m)
			continue
		}
		if digitValue(s[i]) >= 16 {
			break
		}
		m = append(m, s[i])
	}
	if len(m) == 0 {
		return malformed()
	}
	if point < 0 {
		point = len(m)
	}
	exp, rest := int64(0), s[i:]
	if rest != "" && rest[0]|0x20 == 'p' {
		n := 1
		if n < len(rest) && (rest[n] == '-' || rest[n] == '+') {
			n++
		}
		first := n
		for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		if n == first {
			return malformed()
		}
		exp, _ = strconv.ParseInt(rest[1:n], 10, 64) // the nearest int64 where it is beyond
		rest = rest[n:]
	}
	// A number that is too large is reported before what follows it.
	number := sign
	sign = func(f float64) (float64, error) {
		if rest != "" {
			return malformed()
		}
		return number(f)
	}
	digits := strings.TrimLeft(string(m), "0")
	if digits == "" {
		return sign(0)
	}
	lead := len(m) - len(digits)
	// The exponent of the first bit, to decide what is far out of range before any arithmetic.
	if exp > 1<<40 {
		return tooLarge()
	}
	if exp < -1<<40 {
		return sign(0)
	}
	top := exp + 4*int64(point-lead)
	if top > 1100 {
		return tooLarge()
	}
	if top < -1100 {
		return sign(0)
	}
	n, _ := new(big.Int).SetString(digits, 16)
	f, ok := scaleToFloat(n, int(exp)-4*(len(m)-point))
	if !ok {
		return tooLarge()
	}
	return sign(f)
}

// FloatRatio returns the numerator and the denominator of a finite float in lowest terms.
func FloatRatio(x float64) (num, den *big.Int) {
	m, exp := math.Frexp(x)
	num = big.NewInt(int64(math.Ldexp(m, 53)))
	exp -= 53
	den = big.NewInt(1)
	if num.Sign() == 0 {
		return num, den
	}
	for num.Bit(0) == 0 && exp < 0 {
		tz := min(int(num.TrailingZeroBits()), -exp)
		neg := num.Sign() < 0
		num.Abs(num)
		num.Rsh(num, uint(tz))
		if neg {
			num.Neg(num)
		}
		exp += tz
	}
	if exp > 0 {
		num.Lsh(num, uint(exp))
	} else {
		den.Lsh(den, uint(-exp))
	}
	return num, den
}
