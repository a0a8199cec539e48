package objects

import (
	"math"
	"strconv"
	"strings"
	"unsafe"
)

// printf-style formatting of str and bytes (library reference, "printf-style String Formatting").

// percentFormatter formats one string. text is the format; for bytes it is decoded as Latin-1 and the result encoded so.
type percentFormatter struct {
	t       *Thread
	format  *Str
	bytes   bool
	args    []Value
	next    int // -1: args is one value that has not been used, -2: it has
	single  Value
	mapping Value
	out     textBuilder
}

// percentSpec is a conversion specifier.
type percentSpec struct {
	left, plus, space, alternate, zero bool
	width, precision                   int
	code                               rune
}

func percentStr(t *Thread, format *Str, args Value) (Value, error) {
	f := percentFormatter{t: t, format: format}
	f.out.narrow = t.takeScratch()
	if err := f.run(args); err != nil {
		return Value{}, err
	}
	v := f.out.value()
	t.giveScratch(f.out.narrow)
	return v, nil
}

func percentBytes(t *Thread, format []byte, args Value) ([]byte, error) {
	f := percentFormatter{t: t, format: StrFromLatin1(format), bytes: true}
	if err := f.run(args); err != nil {
		return nil, err
	}
	return f.out.narrow, nil
}

func (f *percentFormatter) arg() (Value, error) {
	switch {
	case f.next == -1:
		f.next = -2
		return f.single, nil
	case f.next >= 0 && f.next < len(f.args):
		f.next++
		return f.args[f.next-1], nil
	}
	return Value{}, TypeErrorf("not enough arguments for format string")
}

func (f *percentFormatter) run(args Value) error {
	if tuple, ok := TupleOf(args); ok {
		f.args = tuple.Items()
	} else {
		f.single, f.next = args, -1
		typ := TypeOf(args)
		typ.ready()
		_, isStr := StrOf(args)
		isBytes := false
		if f.bytes {
			_, isBytes = BytesOf(args)
			isBytes = isBytes || IsInstance(args, &ByteArrayType)
		}
		if typ.GetItem != nil && !isStr && !isBytes {
			f.mapping = args
		}
	}
	s := f.format
	for i := 0; i < s.n; {
		r := s.At(i)
		if r != '%' {
			j := i + 1
			for j < s.n && s.At(j) != '%' {
				j++
			}
			f.out.slice(s, i, j)
			i = j
			continue
		}
		var err error
		if i, err = f.convert(i + 1); err != nil {
			return err
		}
	}
	if f.mapping.IsZero() && (f.next == -1 || f.next >= 0 && f.next < len(f.args)) {
		if f.bytes {
			return TypeErrorf("not all arguments converted during bytes formatting")
		}
		return TypeErrorf("not all arguments converted during string formatting")
	}
	return nil
}

// star reads the width or precision that an argument gives.
func (f *percentFormatter) star(what string) (int, error) {
	v, err := f.arg()
	if err != nil {
		return 0, err
	}
	if !IsInt(v) {
		return 0, TypeErrorf("* wants int")
	}
	i, ok := Int64Of(v)
	if what == "precision" {
		if !ok || i > 1<<31-1 || i < -1<<31 {
			return 0, OverflowErrorf("Python int too large to convert to C int")
		}
		return int(i), nil
	}
	if !ok {
		return 0, OverflowErrorf("Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

// digits reads a number from position i.
func (f *percentFormatter) digits(i int, what string, limit int) (n, end int, err error) {
	for ; i < f.format.n; i++ {
		c := f.format.At(i)
		if c < '0' || c > '9' {
			break
		}
		if n > (limit-int(c-'0'))/10 {
			return 0, 0, ValueErrorf("%s too big", what)
		}
		n = n*10 + int(c-'0')
	}
	return n, i, nil
}

// convert formats the conversion whose specifier begins behind the percent sign at i; it returns the position behind it.
func (f *percentFormatter) convert(i int) (int, error) {
	s := f.format
	if i < s.n && s.At(i) == '%' {
		f.out.rune('%')
		return i + 1, nil
	}
	spec := percentSpec{width: -1, precision: -1}
	if i < s.n && s.At(i) == '(' {
		if f.mapping.IsZero() {
			return 0, TypeErrorf("format requires a mapping")
		}
		depth := 1
		start := i + 1
		for i++; i < s.n && depth > 0; i++ {
			switch s.At(i) {
			case '(':
				depth++
			case ')':
				depth--
			}
		}
		if depth > 0 {
			return 0, ValueErrorf("incomplete format key")
		}
		key := ToValue(s.Slice(start, i-1))
		if f.bytes {
			key = NewBytes(s.Slice(start, i-1).bytes())
		}
		v, err := GetItem(f.t, f.mapping, key)
		if err != nil {
			return 0, err
		}
		f.single, f.next, f.args = v, -1, nil
	}
flags:
	for ; i < s.n; i++ {
		switch s.At(i) {
		case '-':
			spec.left = true
		case '+':
			spec.plus = true
		case ' ':
			spec.space = true
		case '#':
			spec.alternate = true
		case '0':
			spec.zero = true
		default:
			break flags
		}
	}
	var err error
	if i < s.n && s.At(i) == '*' {
		if spec.width, err = f.star("width"); err != nil {
			return 0, err
		}
		if spec.width < 0 {
			spec.left = true
			spec.width = -spec.width
		}
		i++
	} else if i < s.n && isDigitRune(s.At(i)) {
		if spec.width, i, err = f.digits(i, "width", 1<<63-1); err != nil {
			return 0, err
		}
	}
	if i < s.n && s.At(i) == '.' {
		spec.precision = 0
		i++
		if i < s.n && s.At(i) == '*' {
			if spec.precision, err = f.star("precision"); err != nil {
				return 0, err
			}
			spec.precision = max(spec.precision, 0)
			i++
		} else if spec.precision, i, err = f.digits(i, "precision", 1<<31-1); err != nil {
			if f.bytes {
				err = ValueErrorf("prec too big")
			}
			return 0, err
		}
	}
	if i < s.n && (s.At(i) == 'h' || s.At(i) == 'l' || s.At(i) == 'L') {
		i++
	}
	if i >= s.n {
		return 0, ValueErrorf("incomplete format")
	}
	spec.code = s.At(i)
	i++
	v, err := f.arg()
	if err != nil {
		return 0, err
	}
	if err := CheckSize(max(spec.width, spec.precision, 0), 4); err != nil {
		return 0, err
	}
	return i, f.value(&spec, v, i-1)
}

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' }

// value formats one argument; at is the position of the code, for messages.
func (f *percentFormatter) value(spec *percentSpec, v Value, at int) error {
	switch spec.code {
	case 's', 'd':
		// The plain cases.
		if v.IsInline() && spec.precision < 0 && (spec.code == 'd' || !f.bytes) {
			f.smallInt(spec, v.Inline())
			return nil
		}
		if spec.code == 's' && spec.width <= 0 && spec.precision < 0 && !f.bytes && Is(v, &StrType) {
			f.out.str(As[Str](v))
			return nil
		}
	}
	switch spec.code {
	case 's', 'r', 'a', 'b':
		if spec.code == 'b' && !f.bytes {
			break
		}
		s, err := f.object(spec.code, v)
		if err != nil {
			return err
		}
		if spec.precision >= 0 && spec.precision < s.n {
			s = s.Slice(0, spec.precision)
		}
		f.pad(spec, "", "", s, false)
		return nil
	case 'd', 'i', 'u', 'o', 'x', 'X':
		return f.integer(spec, v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		x, err := f.float(v)
		if err != nil {
			return err
		}
		precision := spec.precision
		if precision < 0 {
			precision = 6
		}
		text := floatText(x, spec.code, precision, spec.alternate, false)
		sign := ""
		if text[0] == '-' {
			sign, text = "-", text[1:]
		}
		f.pad(spec, f.sign(spec, sign), "", NewStr(text), spec.zero)
		return nil
	case 'c':
		s, err := f.char(v)
		if err != nil {
			return err
		}
		f.pad(spec, "", "", s, false)
		return nil
	}
	shown := spec.code
	if shown < 31 || shown > 126 {
		shown = '?'
	}
	return ValueErrorf("unsupported format character '%s' (0x%x) at index %d", string(shown), int(spec.code), at)
}

func (f *percentFormatter) sign(spec *percentSpec, sign string) string {
	switch {
	case sign != "":
	case spec.plus:
		sign = "+"
	case spec.space:
		sign = " "
	}
	return sign
}

// object converts an argument of s, r, a and b.
func (f *percentFormatter) object(code rune, v Value) (*Str, error) {
	var r Value
	var err error
	switch {
	case code == 'a' || code == 'r' && f.bytes:
		r, err = ASCII(f.t, v)
	case code == 'r':
		r, err = Repr(f.t, v)
	case !f.bytes:
		r, err = ToStr(f.t, v)
	default:
		b, err := f.bytesOf(v)
		if err != nil {
			return nil, err
		}
		return StrFromLatin1(b), nil
	}
	if err != nil {
		return nil, err
	}
	return As[Str](r), nil
}

// bytesOf converts an argument of %b.
func (f *percentFormatter) bytesOf(v Value) ([]byte, error) {
	if b, ok := BytesOf(v); ok {
		return b, nil
	}
	if b, ok, err := BufferBytes(f.t, v); ok || err != nil {
		return b, err
	}
	r, found, err := CallSpecial(f.t, v, strBytes)
	if err != nil {
		return nil, err
	}
	if found {
		b, ok := BytesOf(r)
		if !ok {
			return nil, TypeErrorf("__bytes__ returned non-bytes (type %s)", TypeOf(r))
		}
		return b, nil
	}
	return nil, TypeErrorf("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'", TypeOf(v))
}

func (f *percentFormatter) integer(spec *percentSpec, v Value) error {
	code := string(spec.code)
	if f.bytes && spec.code == 'i' {
		code = "d"
	}
	base, prefix := 10, ""
	switch spec.code {
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	n := v
	if !IsInt(v) {
		typ := TypeOf(v)
		typ.ready()
		number := typ.Number.Unary[OpIndex] != nil || typ.Number.Unary[OpToInt] != nil || typ.Number.Unary[OpToFloat] != nil
		var err error
		if base != 10 {
			if number {
				n, err = Index(f.t, v)
			}
			if !number || err != nil && IsError(err, &TypeErrorType) {
				return TypeErrorf("%%%s format: an integer is required, not %s", code, typ)
			}
		} else {
			if number {
				n, err = ToInt(f.t, v)
			}
			if !number || err != nil && IsError(err, &TypeErrorType) {
				return TypeErrorf("%%%s format: a real number is required, not %s", code, typ)
			}
		}
		if err != nil {
			return err
		}
	}
	digits, err := intDigits(n, base)
	if err != nil {
		return err
	}
	if spec.code == 'X' {
		digits = strings.ToUpper(digits)
	}
	if pad := spec.precision - len(digits); pad > 0 {
		digits = strings.Repeat("0", pad) + digits
	}
	if !spec.alternate {
		prefix = ""
	}
	sign := ""
	if Sign(n) < 0 {
		sign = "-"
	}
	f.pad(spec, f.sign(spec, sign), prefix, strFromASCII([]byte(digits)), spec.zero)
	return nil
}

// smallInt formats a small int for %d or %s.
func (f *percentFormatter) smallInt(spec *percentSpec, i int64) {
	var buf [24]byte
	digits := strconv.AppendUint(buf[:0], uint64(max(i, -i)), 10)
	sign := ""
	if i < 0 {
		sign = "-"
	}
	zero := false
	if spec.code == 'd' {
		sign, zero = f.sign(spec, sign), spec.zero
	}
	fill := max(spec.width-len(sign)-len(digits), 0)
	if !spec.left && !zero {
		f.out.fill(' ', fill)
	}
	f.out.asciiText(sign)
	if !spec.left && zero {
		f.out.fill('0', fill)
	}
	f.out.asciiText(unsafe.String(&digits[0], len(digits)))
	if spec.left {
		f.out.fill(' ', fill)
	}
}

func (f *percentFormatter) float(v Value) (float64, error) {
	x, err := ToFloat(f.t, v)
	if err != nil && f.bytes && IsError(err, &TypeErrorType) {
		return math.NaN(), TypeErrorf("float argument required, not %s", TypeOf(v))
	}
	return x, err
}

// char converts an argument of %c.
func (f *percentFormatter) char(v Value) (*Str, error) {
	if f.bytes {
		b, ok := BytesOf(v)
		if !ok && IsInstance(v, &ByteArrayType) {
			b, ok = As[ByteArray](v).data, true
		}
		if ok {
			if len(b) != 1 {
				return nil, TypeErrorf("%%c requires an integer in range(256) or a single byte")
			}
			return StrFromLatin1(b), nil
		}
		if IsInt(v) {
			i, ok := Int64Of(v)
			if !ok || i < 0 || i > 255 {
				return nil, OverflowErrorf("%%c arg not in range(256)")
			}
			return CharStr(rune(i)), nil
		}
		return nil, TypeErrorf("%%c requires an integer in range(256) or a single byte")
	}
	if s, ok := StrOf(v); ok {
		if s.n != 1 {
			return nil, TypeErrorf("%%c requires int or char")
		}
		return s, nil
	}
	if !isIndex(v) {
		return nil, TypeErrorf("%%c requires int or char")
	}
	n, err := Index(f.t, v)
	if err != nil {
		return nil, err
	}
	i, ok := Int64Of(n)
	if !ok || i < 0 || i > 0x10FFFF {
		return nil, OverflowErrorf("%%c arg not in range(0x110000)")
	}
	return CharStr(rune(i)), nil
}

// pad writes sign, prefix and text with spaces or zeros up to the width.
func (f *percentFormatter) pad(spec *percentSpec, sign, prefix string, text *Str, zero bool) {
	fill := max(spec.width-len(sign)-len(prefix)-text.n, 0)
	if !spec.left && !zero {
		f.out.fill(' ', fill)
	}
	f.out.asciiText(sign)
	f.out.asciiText(prefix)
	if !spec.left && zero {
		f.out.fill('0', fill)
	}
	f.out.str(text)
	if spec.left {
		f.out.fill(' ', fill)
	}
}
