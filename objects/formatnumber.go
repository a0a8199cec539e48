package objects

import (
	"math"
	"strconv"
	"strings"
)

// __format__ of int, float and complex.

func formatInt(t *Thread, v Value, spec *Str) (Value, error) {
	f, err := parseSpec(spec, TypeOf(v), 'd', '>')
	if err != nil {
		return Value{}, err
	}
	switch f.code {
	case 'b', 'c', 'd', 'o', 'x', 'X', 'n':
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		x, err := IntFloat(v)
		if err != nil {
			return Value{}, err
		}
		return formatFloatSpec(x, f)
	default:
		return Value{}, unknownCode(&f, TypeOf(v))
	}
	if f.precision >= 0 {
		return Value{}, ValueErrorf("Precision not allowed in integer format specifier")
	}
	if f.noNegZero {
		return Value{}, ValueErrorf("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if f.code == 'c' {
		if f.sign != 0 {
			return Value{}, ValueErrorf("Sign not allowed with integer format specifier 'c'")
		}
		if f.alternate {
			return Value{}, ValueErrorf("Alternate form (#) not allowed with integer format specifier 'c'")
		}
		i, ok := Int64Of(v)
		if !ok {
			return Value{}, OverflowErrorf("Python int too large to convert to C long")
		}
		if i < 0 || i > 0x10FFFF {
			return Value{}, OverflowErrorf("%%c arg not in range(0x110000)")
		}
		left, right := f.padding(1)
		if f.align == '=' {
			left = max(f.width-1, 0)
		}
		return CharStr(rune(i)).padded(left, right, f.fill)
	}
	base, prefix := 10, ""
	switch f.code {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	if !f.alternate {
		prefix = ""
	}
	digits, err := intDigits(v, base)
	if err != nil {
		return Value{}, err
	}
	if f.code == 'X' {
		digits = strings.ToUpper(digits)
	}
	p, err := f.number(Sign(v) < 0, prefix, digits, "")
	return ToValue(p), err
}

// intDigits returns the digits of the absolute value of an int.
func intDigits(v Value, base int) (string, error) {
	var s string
	if i, ok := Int64Of(v); ok {
		s = strconv.FormatInt(i, base)
	} else if base == 10 {
		var err error
		if s, err = IntString(v); err != nil {
			return "", err
		}
	} else {
		return string(appendBits(nil, v, base)), nil
	}
	return strings.TrimPrefix(s, "-"), nil
}

// IntBase is bin(v), oct(v) or hex(v): an int with the prefix of its base.
func IntBase(v Value, base int) Value {
	var buf [72]byte
	b := buf[:0]
	if Sign(v) < 0 {
		b = append(b, '-')
	}
	letter := byte('x')
	switch base {
	case 2:
		letter = 'b'
	case 8:
		letter = 'o'
	}
	b = append(b, '0', letter)
	if v.IsInline() {
		i := v.Inline()
		b = strconv.AppendUint(b, uint64(max(i, -i)), base)
	} else {
		b = appendBits(b, v, base)
	}
	return ToValue(strFromASCII(b))
}

func formatFloat(t *Thread, v Value, spec *Str) (Value, error) {
	f, err := parseSpec(spec, TypeOf(v), 0, '>')
	if err != nil {
		return Value{}, err
	}
	switch f.code {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return formatFloatSpec(floatArg(v), f)
	}
	return Value{}, unknownCode(&f, TypeOf(v))
}

// maxPrecision is the precision that CPython accepts: what fits a C int.
const maxPrecision = 1<<31 - 1

func formatFloatSpec(x float64, f formatSpec) (Value, error) {
	code, suffix := f.code, ""
	if f.precision > maxPrecision {
		return Value{}, ValueErrorf("precision too big")
	}
	if err := CheckSize(max(f.precision, 0), 1); err != nil {
		return Value{}, err
	}
	if code == '%' {
		code, suffix = 'f', "%"
		x *= 100
	}
	text := floatText(x, code, f.precision, f.alternate, f.noNegZero)
	negative := text[0] == '-'
	if negative {
		text = text[1:]
	}
	n := 0
	for n < len(text) && isDigitByte(text[n]) {
		n++
	}
	p, err := f.number(negative, "", text[:n], text[n:]+suffix)
	return ToValue(p), err
}

// floatText formats a float with one of the codes e, f, g, n, their capitals, r (repr), or 0 (as str, or as g with at
// least one digit behind the point where there is a precision). precision -1 means the default.
func floatText(x float64, code rune, precision int, alternate, noNegZero bool) string {
	upper := code >= 'A' && code <= 'Z'
	if upper {
		code += 'a' - 'A'
	}
	dotZero := false
	switch code {
	case 0:
		dotZero = true
		code = 'r'
		if precision >= 0 {
			code = 'g'
		}
	case 'n':
		code = 'g'
	}
	if precision < 0 {
		precision = 6
	}
	var s string
	switch {
	case math.IsInf(x, 0) || x != x:
		s = FloatRepr(x)
	case code == 'r':
		s = FloatRepr(x)
		if !dotZero {
			s = strings.TrimSuffix(s, ".0")
		}
		if alternate && !strings.Contains(s, ".") {
			// The point goes before the exponent.
			if i := strings.IndexByte(s, 'e'); i >= 0 {
				s = s[:i] + "." + s[i:]
			} else {
				s += "."
			}
		}
	case code == 'e', code == 'f':
		s = strconv.FormatFloat(x, byte(code), precision, 64)
		if alternate && precision == 0 {
			if i := strings.IndexByte(s, 'e'); i >= 0 {
				s = s[:i] + "." + s[i:]
			} else {
				s += "."
			}
		}
	default:
		s = generalFloat(x, max(precision, 1), alternate, dotZero)
	}
	if noNegZero && s[0] == '-' && !strings.ContainsAny(mantissa(s), "123456789n") {
		s = s[1:]
	}
	if upper {
		s = strings.ToUpper(s)
	}
	return s
}

// mantissa returns a float's text without the exponent.
func mantissa(s string) string {
	m, _, _ := strings.Cut(s, "e")
	return m
}

// generalFloat is the code g: precision significant digits, with an exponent where it is below -4 or too large.
func generalFloat(x float64, precision int, alternate, dotZero bool) string {
	// No float has more than 767 significant digits; the zeros behind them are only made where they show.
	digits := min(precision, 800)
	s := strconv.FormatFloat(x, 'e', digits-1, 64)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	m, e, _ := strings.Cut(s, "e")
	exp, _ := strconv.Atoi(e)
	m = strings.Replace(m, ".", "", 1)
	if alternate {
		m += strings.Repeat("0", precision-len(m))
	} else {
		m = strings.TrimRight(m, "0")
		if m == "" {
			m = "0"
		}
	}
	limit := precision
	if dotZero {
		limit--
	}
	if exp < -4 || exp+1 > limit {
		if len(m) > 1 || alternate {
			m = m[:1] + "." + m[1:]
		}
		return sign + m + "e" + e
	}
	switch {
	case exp < 0:
		m = "0." + strings.Repeat("0", -exp-1) + m
	case len(m) <= exp+1:
		m += strings.Repeat("0", exp+1-len(m))
		if alternate {
			m += "."
		}
		if dotZero {
			m = strings.TrimSuffix(m, ".") + ".0"
		}
	default:
		m = m[:exp+1] + "." + m[exp+1:]
	}
	return sign + m
}

// FloatText formats a float as PyOS_double_to_string does: code is e, f, g, r or a capital of them.
func FloatText(x float64, code rune, precision int, alternate bool) string {
	return floatText(x, code, precision, alternate, false)
}

func formatComplex(t *Thread, v Value, spec *Str) (Value, error) {
	f, err := parseSpec(spec, TypeOf(v), 0, '>')
	if err != nil {
		return Value{}, err
	}
	switch f.code {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return Value{}, unknownCode(&f, TypeOf(v))
	}
	if f.precision > maxPrecision {
		return Value{}, ValueErrorf("precision too big")
	}
	if f.fill == '0' {
		return Value{}, ValueErrorf("Zero padding is not allowed in complex format specifier")
	}
	if f.align == '=' {
		return Value{}, ValueErrorf("'=' alignment flag is not allowed in complex format specifier")
	}
	c := ComplexOf(v)
	part := func(x float64, sign rune) string {
		text := floatText(x, complexCode(f.code, f.precision), f.precision, f.alternate, f.noNegZero)
		g := formatSpec{fill: ' ', align: '<', sign: sign, separator: f.separator, width: -1}
		negative := text[0] == '-'
		if negative {
			text = text[1:]
		}
		n := 0
		for n < len(text) && isDigitByte(text[n]) {
			n++
		}
		p, _ := g.number(negative, "", text[:n], text[n:])
		return p.String()
	}
	var s string
	if f.code == 0 && real(c) == 0 && !math.Signbit(real(c)) {
		s = part(imag(c), f.sign) + "j"
	} else {
		s = part(real(c), f.sign) + part(imag(c), '+') + "j"
		if f.code == 0 {
			s = "(" + s + ")"
		}
	}
	p := strFromASCII([]byte(s))
	left, right := f.padding(p.n)
	return p.padded(left, right, f.fill)
}

// complexCode chooses how the parts of a complex number are formatted: as repr() without ".0" where nothing is asked for.
func complexCode(code rune, precision int) rune {
	if code == 0 {
		if precision >= 0 {
			return 'g'
		}
		return 'r'
	}
	return code
}
