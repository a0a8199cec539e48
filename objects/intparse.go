package objects

import (
	"math/big"
	"strconv"
	"strings"
)

// Conversion of ints from and to digits.

// IntMaxStrDigits is sys.get_int_max_str_digits(): the number of decimal digits past which conversion between int and str
// is refused, 0 for no limit. Conversion in bases that are powers of two is never limited.
var IntMaxStrDigits = 4300

// maxStrDigitsThreshold is sys.int_info.str_digits_check_threshold: shorter numbers are never checked.
const maxStrDigitsThreshold = 640

// IntString returns an int in decimal, with the ValueError of numbers that are too long.
func IntString(v Value) (string, error) {
	if v.IsInline() {
		return strconv.FormatInt(v.Inline(), 10), nil
	}
	limit := IntMaxStrDigits
	if limit == 0 || limit > directWords*20 {
		var buf [256]byte
		if b, ok := appendDecimal(buf[:0], v); ok {
			return string(b), nil
		}
	}
	n := bigRef(v, &intWork.a)
	// log10(2) is between 0.30102 and 0.30103: only numbers near the limit have to be converted to be counted.
	if bitLen := n.BitLen(); limit > 0 && bitLen > 2000 && int64(bitLen-1)*30102/100000 >= int64(limit) {
		return "", tooManyDigits(limit)
	}
	text := n.String()
	digits := len(text)
	if n.Sign() < 0 {
		digits--
	}
	if limit > 0 && digits > maxStrDigitsThreshold && digits > limit {
		return "", tooManyDigits(limit)
	}
	return text, nil
}

func tooManyDigits(limit int) error {
	return ValueErrorf("Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit", limit)
}

func intRepr(t *Thread, v Value) (Value, error) {
	if v.IsInline() {
		var buf [20]byte
		return ToValue(strFromASCII(strconv.AppendInt(buf[:0], v.Inline(), 10))), nil
	}
	if limit := IntMaxStrDigits; limit == 0 || limit > directWords*20 {
		var buf [256]byte
		if b, ok := appendDecimal(buf[:0], v); ok {
			return ToValue(strFromASCII(b)), nil
		}
	}
	s, err := IntString(v)
	if err != nil {
		return Value{}, err
	}
	return StrValue(s), nil
}

// digitValue returns the value of a digit in any base, 37 where c is none.
func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return 37
}

// parseInt reads an integer literal with sign, prefix and underscores, as int() accepts it; s has no white space around
// it. ok is false where it is malformed. base is 0 or 2 to 36. The error is of numbers that are too long.
func parseInt(s string, base int) (v Value, ok bool, err error) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	prefix := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			prefix = 16
		case 'o', 'O':
			prefix = 8
		case 'b', 'B':
			prefix = 2
		}
	}
	zeroOnly := false
	if base == 0 {
		base = prefix
		if prefix == 0 {
			base = 10
			zeroOnly = s != "" && s[0] == '0'
		}
	}
	if prefix != 0 && prefix == base {
		s = s[2:]
		if s != "" && s[0] == '_' {
			s = s[1:]
		}
	}
	if s == "" || s[0] == '_' || s[len(s)-1] == '_' {
		return Value{}, false, nil
	}
	// Check the digits and take the underscores out.
	digits := s
	if strings.IndexByte(s, '_') >= 0 {
		if strings.Contains(s, "__") {
			return Value{}, false, nil
		}
		digits = strings.ReplaceAll(s, "_", "")
	}
	var small uint64
	leadingZero := false // before another digit, which only zero may have in base 0
	for i := 0; i < len(digits); i++ {
		d := digitValue(digits[i])
		if d >= base {
			return Value{}, false, nil
		}
		leadingZero = leadingZero || zeroOnly && d != 0
		if len(digits) <= 12 {
			small = small*uint64(base) + uint64(d)
		}
	}
	if len(digits) <= 12 {
		if leadingZero {
			return Value{}, false, nil
		}
		i := int64(small)
		if neg {
			i = -i
		}
		return Int(i), true, nil
	}
	if limit := IntMaxStrDigits; base&(base-1) != 0 && limit > 0 && len(digits) > maxStrDigitsThreshold && len(digits) > limit {
		return Value{}, false, ValueErrorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit", limit, len(digits))
	}
	if leadingZero {
		return Value{}, false, nil
	}
	if len(digits) <= basePowers[base].digits {
		return fromMagnitude(neg, 0, digitWord(digits, base)), true, nil
	}
	if len(digits) <= parseSplit {
		n := digitNumber(&intWork.r, digits, base)
		if neg {
			n.Neg(n)
		}
		return resultInt(n), true, nil
	}
	n := parseDigits(digits, base)
	if neg {
		n.Neg(n)
	}
	return BigInt(n), true, nil
}

// parseSplit is the number of digits up to which the quadratic conversion is faster than splitting.
const parseSplit = 2000

// parseDigits converts digits that have been checked. Long numbers are split in halves, so that the time is that of
// multiplication.
func parseDigits(s string, base int) *big.Int {
	if base&(base-1) == 0 {
		n, _ := new(big.Int).SetString(s, base)
		return n
	}
	powers := map[int]*big.Int{}
	var power func(n int) *big.Int
	power = func(n int) *big.Int {
		if p := powers[n]; p != nil {
			return p
		}
		var p *big.Int
		if n <= 64 {
			p = new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(n)), nil)
		} else {
			p = new(big.Int).Mul(power(n/2), power(n-n/2))
		}
		powers[n] = p
		return p
	}
	var convert func(s string) *big.Int
	convert = func(s string) *big.Int {
		if len(s) <= parseSplit {
			return digitNumber(new(big.Int), s, base)
		}
		low := len(s) / 2
		hi, lo := convert(s[:len(s)-low]), convert(s[len(s)-low:])
		return hi.Add(hi.Mul(hi, power(low)), lo)
	}
	return convert(s)
}

// ParseIntLiteral converts the text of an integer literal of the language (prefix and underscores allowed).
func ParseIntLiteral(s string) (Value, error) {
	v, ok, err := parseInt(s, 0)
	if err == nil && !ok {
		err = ValueErrorf("invalid literal for int() with base 0: %s", pyQuote(s))
	}
	return v, err
}

// pyQuote is repr() of an ASCII-safe Go string.
func pyQuote(s string) string { return reprStr(NewStr(s)).String() }

// asciiDigits converts a str for number parsing: white space is stripped, digits of other scripts become ASCII ones, and
// everything else outside ASCII becomes '?', which no number contains.
func asciiDigits(s *Str) string {
	if s.ascii {
		return trimSpaceASCII(s.String())
	}
	i, j := 0, s.n
	for i < j && isSpace(s.At(i)) {
		i++
	}
	for j > i && isSpace(s.At(j-1)) {
		j--
	}
	b := make([]byte, 0, j-i)
	for ; i < j; i++ {
		r := s.At(i)
		switch {
		case r < 128:
			b = append(b, byte(r))
		case isSpace(r):
			b = append(b, ' ')
		default:
			if d := decimalValue(r); d >= 0 {
				b = append(b, byte('0'+d))
			} else {
				b = append(b, '?')
			}
		}
	}
	return string(b)
}

func trimSpaceASCII(s string) string {
	for s != "" && isSpace(rune(s[0])) {
		s = s[1:]
	}
	for s != "" && isSpace(rune(s[len(s)-1])) {
		s = s[:len(s)-1]
	}
	return s
}

// trimSpaceBytes strips what bytes.strip() strips.
func trimSpaceBytes(s string) string {
	for s != "" && isByteSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isByteSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// intFromText is int(text, base) of a str or bytes-like object, given for the message.
func intFromText(t *Thread, text Value, s string, base int) (Value, error) {
	v, ok, err := parseInt(s, base)
	if err != nil {
		return Value{}, err
	}
	if !ok {
		r, err := Repr(t, text)
		if err != nil {
			return Value{}, err
		}
		// CPython shows 200 characters of it.
		if p := As[Str](r); p.n > 200 {
			r = ToValue(p.Slice(0, 200))
		}
		return Value{}, ValueErrorf("invalid literal for int() with base %d: %s", base, As[Str](r))
	}
	return v, nil
}

// ToInt is int(v): numbers by __int__, __index__ or __trunc__, text by its digits.
func ToInt(t *Thread, v Value) (Value, error) {
	if v.IsInline() || Is(v, &IntType) {
		return v, nil
	}
	typ := TypeOf(v)
	typ.ready()
	if f := typ.Number.Unary[OpToInt]; f != nil {
		r, err := f(t, v)
		if err != nil {
			return Value{}, err
		}
		if r.IsInline() || Is(r, &IntType) {
			return r, nil
		}
		if !IsInt(r) {
			return Value{}, TypeErrorf("__int__ returned non-int (type %s)", TypeOf(r))
		}
		if err := H.Warn(t, &DeprecationWarningType, "__int__ returned non-int (type "+TypeOf(r).TpName()+
			").  The ability to return an instance of a strict subclass of int is deprecated, and may be removed "+
			"in a future version of Python.", 1); err != nil {
			return Value{}, err
		}
		return exactInt(r), nil
	}
	if typ.Number.Unary[OpIndex] != nil {
		r, err := Index(t, v)
		if err != nil {
			return Value{}, err
		}
		return exactInt(r), nil
	}
	if fn, unbound, err := lookupSpecial(t, v, strTrunc); err != nil {
		return Value{}, err
	} else if !fn.IsZero() {
		if err := H.Warn(t, &DeprecationWarningType, "The delegation of int() to __trunc__ is deprecated.", 1); err != nil {
			return Value{}, err
		}
		var r Value
		if unbound {
			r, err = Call1(t, fn, v)
		} else {
			r, err = Call0(t, fn)
		}
		if err != nil {
			return Value{}, err
		}
		if IsInt(r) {
			return exactInt(r), nil
		}
		if TypeOf(r).Number.Unary[OpIndex] == nil {
			return Value{}, TypeErrorf("__trunc__ returned non-Integral (type %s)", TypeOf(r))
		}
		r, err = Index(t, r)
		if err != nil {
			return Value{}, err
		}
		return exactInt(r), nil
	}
	if s, ok := StrOf(v); ok {
		return intFromText(t, v, asciiDigits(s), 10)
	}
	if b, ok, err := BufferBytes(t, v); err != nil {
		return Value{}, err
	} else if ok {
		if _, isBytes := BytesOf(v); !isBytes && !IsInstance(v, &ByteArrayType) {
			return intFromText(t, NewBytes(append([]byte(nil), b...)), trimSpaceBytes(string(b)), 10)
		}
		return intFromText(t, v, trimSpaceBytes(string(b)), 10)
	}
	return Value{}, TypeErrorf("int() argument must be a string, a bytes-like object or a real number, not '%s'", typ)
}

// intNew is int(x, base).
func intNew(t *Thread, typ *Type, args []Value) (Value, error) {
	var v Value
	var err error
	switch x, base := args[0], args[1]; {
	case x.IsZero() && !base.IsZero():
		return Value{}, TypeErrorf("int() missing string argument")
	case x.IsZero():
		v = InlineInt(0)
	case base.IsZero():
		v, err = ToInt(t, x)
	default:
		var b int
		if b, err = IndexInt(t, base, nil); err != nil {
			return Value{}, err
		}
		if b != 0 && b < 2 || b > 36 {
			return Value{}, ValueErrorf("int() base must be >= 2 and <= 36, or 0")
		}
		if s, ok := StrOf(x); ok {
			v, err = intFromText(t, x, asciiDigits(s), b)
		} else if s, ok := BytesOf(x); ok {
			v, err = intFromText(t, x, trimSpaceBytes(string(s)), b)
		} else if IsInstance(x, &ByteArrayType) {
			v, err = intFromText(t, x, trimSpaceBytes(string(As[ByteArray](x).data)), b)
		} else {
			return Value{}, TypeErrorf("int() can't convert non-string with explicit base")
		}
	}
	if err != nil || typ == &IntType {
		return v, err
	}
	return newIntOf(typ, v), nil
}

// newIntOf makes an instance of a class derived from int.
func newIntOf(typ *Type, v Value) Value {
	r := typ.Alloc(typ)
	p := As[IntObject](r)
	if w, ok := wideOf(v); ok {
		p.hi, p.lo = w.hi, w.lo
	} else {
		p.big = As[IntObject](v).big
	}
	return r
}
