package decimal

import (
	"strconv"
	"strings"

	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// spec is a parsed format specification.
type spec struct {
	fill  rune
	align rune // '<', '>', '=', '^', or 'z' for zeros between sign and digits
	sign  byte // '-', '+' or ' '
	width int64
	prec  int64 // -1: none
	kind  byte  // one of e, f, g, %, or a capital letter
	// dot is the decimal point where the specification has conventions of a locale, else empty; separator stands between groups of digits, whose sizes grouping gives from the right: the
	// last one repeats, one of 127 ends the grouping.
	dot, separator string
	grouping       string
}

func isAlign(r rune) bool { return r == '<' || r == '>' || r == '=' || r == '^' }

// parseSpec reads a specification; ok is false for those that this grammar does not have.
func parseSpec(text []rune, kind byte) (f spec, ok bool) {
	f = spec{fill: ' ', align: '>', sign: '-', prec: -1, kind: kind}
	at := func(i int) rune {
		if i < len(text) {
			return text[i]
		}
		return -1
	}
	number := func(i int) (n int64, end int, ok bool) {
		start := i
		for at(i) >= '0' && at(i) <= '9' {
			i++
		}
		n, err := strconv.ParseInt(string(text[start:i]), 10, 64)
		return n, i, err == nil
	}
	i, aligned := 0, true
	switch {
	case isAlign(at(1)):
		f.fill, f.align = text[0], text[1]
		i = 2
	case isAlign(at(0)):
		f.align = text[0]
		i = 1
	default:
		aligned = false
	}
	if c := at(i); c == '+' || c == '-' || c == ' ' {
		f.sign = byte(c)
		i++
	}
	if at(i) == '0' {
		if aligned {
			return f, false
		}
		f.fill, f.align = '0', 'z'
		i++
	}
	if c := at(i); c >= '0' && c <= '9' {
		if c == '0' {
			return f, false
		}
		if f.width, i, ok = number(i); !ok {
			return f, false
		}
	}
	if at(i) == ',' {
		f.dot, f.separator, f.grouping = ".", ",", "\x03"
		i++
	}
	if at(i) == '.' {
		if f.prec, i, ok = number(i + 1); !ok {
			return f, false
		}
	}
	if i < len(text) {
		switch c := text[i]; c {
		case 'e', 'E', 'f', 'F', 'g', 'G', '%':
			f.kind = byte(c)
		case 'n', 'N':
			// The conventions of the locale are those of C.
			if f.separator != "" {
				return f, false
			}
			f.kind, f.dot = byte(c)-('n'-'g'), "."
		default:
			return f, false
		}
		i++
	}
	return f, i == len(text)
}

// format is Decimal.__format__.
func format(t *thread, v value, args []value) (value, error) {
	c, err := current(t)
	if err != nil {
		return value{}, err
	}
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("format arg must be str")
	}
	if n := s.Len(); n > 0 && s.At(n-1) == 'N' {
		if err := objects.H.Warn(t, &objects.DeprecationWarningType, "Format specifier 'N' is deprecated", 1); err != nil {
			return value{}, err
		}
	}
	text := make([]rune, s.Len())
	for i := range text {
		text[i] = s.At(i)
	}
	kind := byte('g')
	if c.capitals != 0 {
		kind = 'G'
	}
	f, ok := parseSpec(text, kind)
	if !ok {
		return formatElsewhere(t, v, args[0], c)
	}
	if !args[1].IsZero() {
		if err := f.override(t, args[1]); err != nil {
			return value{}, err
		}
	}
	r, s2 := f.format(&self(v).number, &c.Context)
	if s2&decnum.MallocError != 0 {
		return value{}, noMemory()
	}
	if s2&decnum.Errors != 0 {
		return value{}, objects.ValueErrorf("format specification exceeds internal limits of _decimal")
	}
	return r, nil
}

// formatElsewhere leaves what the grammar lacks (z, for one) to the library's own Decimal.
func formatElsewhere(t *thread, v, text value, c *context) (value, error) {
	module, err := interp.ImportModule(t, "_pydecimal")
	if err != nil {
		return value{}, err
	}
	class, err := objects.GetAttrString(t, module, "Decimal")
	if err != nil {
		return value{}, err
	}
	d, err := objects.Call1(t, class, native.Str(self(v).String()))
	if err != nil {
		return value{}, err
	}
	r, err := objects.CallMethod(t, d, objects.Intern("__format__"), text, objects.ToValue(c))
	if err != nil && objects.IsError(err, &objects.ValueErrorType) {
		err = objects.ValueErrorf("invalid format string")
	}
	return r, err
}

// override takes the conventions of a locale from a dict.
func (f *spec) override(t *thread, v value) error {
	d, ok := objects.DictOf(v)
	if !ok {
		return objects.TypeErrorf("optional argument must be a dict")
	}
	for _, o := range [...]struct {
		name string
		at   *string
	}{{"decimal_point", &f.dot}, {"thousands_sep", &f.separator}, {"grouping", &f.grouping}} {
		x, err := d.Get(t, native.Str(o.name))
		if err != nil {
			return err
		}
		if x.IsZero() {
			continue
		}
		s, ok := objects.StrOf(x)
		if !ok {
			return objects.TypeErrorf("bad argument type for built-in operation")
		}
		text, err := objects.EncodeUTF8(t, s, "strict")
		if err != nil {
			return err
		}
		*o.at, _, _ = strings.Cut(string(text), "\x00")
	}
	wrong := strings.IndexFunc(f.grouping, func(r rune) bool { return r >= 128 }) >= 0
	const longest = 4 // bytes of a point or a separator
	if wrong || f.dot == "" || len(f.dot) > longest || len(f.separator) > longest {
		return objects.ValueErrorf("invalid override dict")
	}
	return nil
}

// format lays a number out.
func (f *spec) format(a *number, c *decnum.Context) (value, decnum.Status) {
	const widest = decnum.MaxPrec
	if f.width > widest || f.prec > widest {
		return value{}, decnum.InvalidOperation
	}
	if f.width > decnum.MaxDigits || f.prec > decnum.MaxDigits {
		return value{}, decnum.MallocError
	}
	letter := byte('e')
	kind := f.kind
	if kind >= 'A' && kind <= 'Z' {
		letter = 'E'
		kind += 'a' - 'A'
	}
	body, s := a.Layout(c, kind, f.prec, letter)
	if s&decnum.Errors != 0 {
		return value{}, s
	}
	sign := ""
	switch {
	case a.Neg:
		sign = "-"
	case f.sign != '-':
		sign = string(f.sign)
	}
	g := *f
	if a.IsSpecial() {
		if g.align == 'z' {
			g.fill, g.align = ' ', '>'
		}
	} else {
		whole := strings.IndexFunc(body, func(r rune) bool { return r < '0' || r > '9' })
		if whole < 0 {
			whole = len(body)
		}
		digits, rest := body[:whole], body[whole:]
		if g.dot != "" {
			rest = strings.Replace(rest, ".", g.dot, 1)
		}
		room := int64(0)
		if g.align == 'z' {
			room = g.width - int64(len(sign)) - int64(len([]rune(rest)))
		}
		body = g.group(digits, room) + rest
	}
	return g.pad(sign, body), 0
}

// group puts separators between groups of digits and zeros before them up to a width.
func (f *spec) group(digits string, width int64) string {
	if f.separator == "" || f.grouping == "" {
		if n := width - int64(len(digits)); n > 0 {
			return strings.Repeat("0", int(n)) + digits
		}
		return digits
	}
	var groups []string
	length := int64(len([]rune(f.separator)))
	for i := 0; ; {
		size := int64(f.grouping[i])
		left := max(int64(len(digits)), width, 1)
		if size == 127 {
			size = left
		}
		size = min(size, left)
		cut := max(int64(len(digits))-size, 0)
		part := digits[cut:]
		groups = append(groups, strings.Repeat("0", int(size-int64(len(part))))+part)
		digits = digits[:cut]
		if width -= size; digits == "" && width <= 0 {
			break
		}
		width -= length
		if i+1 < len(f.grouping) {
			i++
		}
	}
	var b strings.Builder
	for i := len(groups) - 1; i >= 0; i-- {
		b.WriteString(groups[i])
		if i > 0 {
			b.WriteString(f.separator)
		}
	}
	return b.String()
}

// pad fills up to the width.
func (f *spec) pad(sign, body string) value {
	n := f.width - int64(len(sign)) - int64(len([]rune(body)))
	if n <= 0 {
		return native.Str(sign + body)
	}
	left, middle, right := int64(0), int64(0), int64(0)
	switch f.align {
	case '<':
		right = n
	case '^':
		left = n / 2
		right = n - left
	case '=', 'z':
		middle = n
	default:
		left = n
	}
	runes := make([]rune, 0, f.width)
	fill := func(n int64) {
		for range n {
			runes = append(runes, f.fill)
		}
	}
	fill(left)
	runes = append(runes, []rune(sign)...)
	fill(middle)
	runes = append(runes, []rune(body)...)
	fill(right)
	return objects.ToValue(objects.StrFromRunes(runes))
}
