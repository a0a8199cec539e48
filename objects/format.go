package objects

import (
	"fmt"
)

// The format mini-language (library reference, "Format Specification Mini-Language"; PEP 3101, 378, 515, 682): parsing of
// specifications and the layout of padding, which the types share.

// Format is format(v, spec); spec may be zero for the empty specification.
func Format(t *Thread, v, spec Value) (Value, error) {
	if spec.IsZero() {
		spec = ToValue(strEmpty)
	}
	s, ok := StrOf(spec)
	if !ok {
		return Value{}, TypeErrorf("Format specifier must be a string, not %s", TypeOf(spec))
	}
	if s.n == 0 {
		switch {
		case Is(v, &StrType):
			return v, nil
		case v.IsInline() || Is(v, &IntType):
			return intRepr(t, v)
		}
	} else {
		if s.ascii && !v.IsObject() || Is(v, &StrType) && s.ascii && As[Str](v).n > 0 {
			b, ok := appendSimple(t.takeScratch(), v, s.String())
			if ok && len(b) > 0 {
				r := strFromASCII(b)
				t.giveScratch(b)
				return ToValue(r), nil
			}
			t.giveScratch(b)
		}
		// The built-in types themselves, without looking __format__ up.
		switch {
		case Is(v, &StrType):
			return formatStr(t, v, s)
		case v.IsInline():
			return formatInt(t, v, s)
		case v.IsFloat():
			return formatFloat(t, v, s)
		}
	}
	r, found, err := CallSpecial(t, v, strFormat, spec)
	if err != nil {
		return Value{}, err
	}
	if !found {
		return Value{}, TypeErrorf("Type %s doesn't define __format__", TypeOf(v))
	}
	if _, ok := StrOf(r); !ok {
		return Value{}, TypeErrorf("__format__ must return a str, not %s", TypeOf(r))
	}
	return r, nil
}

// formatMethod is __format__ of a built-in type.
func formatMethod(t *Thread, v, spec Value, format func(t *Thread, v Value, spec *Str) (Value, error)) (Value, error) {
	s, ok := StrOf(spec)
	if !ok {
		return Value{}, TypeErrorf("__format__() argument must be str, not %s", argTypeName(spec))
	}
	if s.n == 0 {
		return ToStr(t, v)
	}
	return format(t, v, s)
}

// formatSpec is a parsed specification.
type formatSpec struct {
	fill      rune
	align     rune // '<', '>', '=' or '^'
	sign      rune // '+', '-', ' ' or 0
	noNegZero bool
	alternate bool
	width     int
	separator rune // ',' or '_', or 0
	precision int  // -1: none
	code      rune // 0: none
}

func isAlign(r rune) bool { return r == '<' || r == '>' || r == '=' || r == '^' }

// number reads decimal digits from position i; it returns the number (-1 where there are none) and the position behind.
func (s *Str) number(i int) (n, end int, err error) {
	n = -1
	for i < s.n {
		d := decimalValue(s.At(i))
		if d < 0 {
			break
		}
		n = max(n, 0)
		if n > (1<<63-1-d)/10 {
			return 0, i, ValueErrorf("Too many decimal digits in format string")
		}
		n = n*10 + d
		i++
	}
	return n, i, nil
}

// quoteCode shows a format code in a message.
func quoteCode(r rune) string {
	if r > 32 && r < 128 {
		return string(r)
	}
	return fmt.Sprintf(`\x%x`, r)
}

// parseSpec reads a specification for an object of the given type.
func parseSpec(s *Str, typ *Type, code, align rune) (f formatSpec, err error) {
	f = formatSpec{fill: ' ', align: align, precision: -1, code: code, width: -1}
	i := 0
	at := func(k int) rune {
		if k < s.n {
			return s.At(k)
		}
		return -1
	}
	fillSet, alignSet := false, false
	if isAlign(at(1)) {
		f.fill, f.align = at(0), at(1)
		fillSet, alignSet = true, true
		i = 2
	} else if isAlign(at(0)) {
		f.align = at(0)
		alignSet = true
		i = 1
	}
	if c := at(i); c == '+' || c == '-' || c == ' ' {
		f.sign = c
		i++
	}
	if at(i) == 'z' {
		f.noNegZero = true
		i++
	}
	if at(i) == '#' {
		f.alternate = true
		i++
	}
	if !fillSet && at(i) == '0' {
		f.fill = '0'
		if !alignSet && align == '>' {
			f.align = '='
		}
		i++
	}
	if f.width, i, err = s.number(i); err != nil {
		return
	}
	if at(i) == ',' {
		f.separator = ','
		i++
	}
	if at(i) == '_' {
		if f.separator != 0 {
			err = ValueErrorf("Cannot specify both ',' and '_'.")
			return
		}
		f.separator = '_'
		i++
	}
	if at(i) == ',' && f.separator == '_' {
		err = ValueErrorf("Cannot specify both ',' and '_'.")
		return
	}
	if at(i) == '.' {
		if f.precision, i, err = s.number(i + 1); err != nil {
			return
		}
		if f.precision < 0 {
			err = ValueErrorf("Format specifier missing precision")
			return
		}
	}
	if s.n-i > 1 {
		err = ValueErrorf("Invalid format specifier '%s' for object of type '%s'", s, typ)
		return
	}
	if i < s.n {
		f.code = s.At(i)
	}
	if f.separator != 0 {
		switch f.code {
		case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
			return
		case 'b', 'o', 'x', 'X':
			if f.separator == '_' {
				return
			}
		}
		err = ValueErrorf("Cannot specify '%s' with '%s'.", string(f.separator), quoteCode(f.code))
	}
	return
}

func unknownCode(f *formatSpec, typ *Type) error {
	return ValueErrorf("Unknown format code '%s' for object of type '%s'", quoteCode(f.code), typ)
}

// padding returns how many fill characters go to the left and right of n characters.
func (f *formatSpec) padding(n int) (left, right int) {
	total := max(f.width-n, 0)
	switch f.align {
	case '>':
		return total, 0
	case '^':
		return total / 2, total - total/2
	case '<':
		return 0, total
	}
	return 0, 0
}

func formatStr(t *Thread, v Value, spec *Str) (Value, error) {
	s := As[Str](v)
	f, err := parseSpec(spec, TypeOf(v), 's', '<')
	if err != nil {
		return Value{}, err
	}
	switch {
	case f.code != 's':
		return Value{}, unknownCode(&f, TypeOf(v))
	case f.sign == ' ':
		return Value{}, ValueErrorf("Space not allowed in string format specifier")
	case f.sign != 0:
		return Value{}, ValueErrorf("Sign not allowed in string format specifier")
	case f.noNegZero:
		return Value{}, ValueErrorf("Negative zero coercion (z) not allowed in string format specifier")
	case f.alternate:
		return Value{}, ValueErrorf("Alternate form (#) not allowed in string format specifier")
	case f.align == '=':
		return Value{}, ValueErrorf("'=' alignment not allowed in string format specifier")
	}
	if f.precision >= 0 && f.precision < s.n {
		s = s.Slice(0, f.precision)
	}
	left, right := f.padding(s.n)
	return s.padded(left, right, f.fill)
}

// groupDigits puts a separator between groups of digits and zeros before them up to a width.
func groupDigits(digits string, separator rune, size, width int) string {
	if separator == 0 {
		if pad := width - len(digits); pad > 0 {
			b := make([]byte, width)
			for i := range pad {
				b[i] = '0'
			}
			copy(b[pad:], digits)
			return string(b)
		}
		return digits
	}
	// From the right.
	b := make([]byte, 0, max(width+1, len(digits)+len(digits)/size+1))
	for n := 0; n < len(digits) || len(b) < width; n++ {
		if n > 0 && n%size == 0 {
			b = append(b, byte(separator))
		}
		if n < len(digits) {
			b = append(b, digits[len(digits)-1-n])
		} else {
			b = append(b, '0')
		}
	}
	reverseBytes(b)
	return string(b)
}

// number lays out a number: sign, prefix, digits (grouped), and what follows them.
func (f *formatSpec) number(negative bool, prefix, digits, rest string) (*Str, error) {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case f.sign == '+':
		sign = "+"
	case f.sign == ' ':
		sign = " "
	}
	size := 3
	switch f.code {
	case 'b', 'o', 'x', 'X':
		size = 4
	}
	fixed := len(sign) + len(prefix) + len(rest)
	zeroWidth := 0
	if f.fill == '0' && f.align == '=' {
		zeroWidth = f.width - fixed
	}
	if err := CheckSize(max(f.width, 0), 4); err != nil {
		return nil, err
	}
	separator := f.separator
	if digits == "" {
		// An infinity or a NaN.
		separator = 0
	}
	digits = groupDigits(digits, separator, size, zeroWidth)
	n := fixed + len(digits)
	if f.width <= n {
		return strFromASCII([]byte(sign + prefix + digits + rest)), nil
	}
	var b textBuilder
	left, right := f.padding(n)
	b.fill(f.fill, left)
	b.asciiText(sign)
	b.asciiText(prefix)
	if f.align == '=' {
		b.fill(f.fill, f.width-n)
	}
	b.asciiText(digits)
	b.asciiText(rest)
	b.fill(f.fill, right)
	return b.result(), nil
}
