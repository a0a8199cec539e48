package codecs

import (
	"fmt"
	"unicode/utf8"

	"github.com/adder-lang/adder/internal/ucd"
	"github.com/adder-lang/adder/objects"
)

const hexDigits = "0123456789abcdef"

// text collects decoded code points.
type text struct {
	t        *thread
	encoding string
	errors   string
	data     []byte
	out      []rune
}

func (d *text) value() value { return objects.StrFromRunes(d.out).Value() }

// fail calls the error handler for bytes start to end and returns where to go on.
func (d *text) fail(start, end int, reason string) (int, error) {
	repl, next, data, err := objects.DecodeFailure(d.t, d.errors, d.encoding, d.data, start, end, reason)
	if err != nil {
		return 0, err
	}
	d.data = data
	d.out = append(d.out, repl.Runes()...)
	return next, nil
}

func encodeUnicodeEscape(t *thread, s *objects.Str, errors string) ([]byte, error) {
	b := make([]byte, 0, s.Len())
	for i := range s.Len() {
		switch r := s.At(i); {
		case r == '\\':
			b = append(b, '\\', '\\')
		case r == '\t':
			b = append(b, '\\', 't')
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\r':
			b = append(b, '\\', 'r')
		case r >= ' ' && r < 0x7F:
			b = append(b, byte(r))
		case r < 0x100:
			b = append(b, '\\', 'x', hexDigits[r>>4], hexDigits[r&15])
		case r < 0x10000:
			b = fmt.Appendf(b, "\\u%04x", r)
		default:
			b = fmt.Appendf(b, "\\U%08x", r)
		}
	}
	return b, nil
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hexRun reads up to n hexadecimal digits and returns their value and number.
func hexRun(b []byte, n int) (v, got int) {
	for got < n && got < len(b) {
		h := hexValue(b[got])
		if h < 0 {
			break
		}
		v = v<<4 | h
		got++
	}
	return v, got
}

// simpleEscape is the character of an escape of one letter; ok is false for others.
func simpleEscape(c byte) (r byte, ok bool) {
	switch c {
	case '\\', '\'', '"':
		return c, true
	case 'a':
		return 7, true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'v':
		return '\v', true
	}
	return 0, false
}

// octalRun reads up to three octal digits.
func octalRun(b []byte) (v, got int) {
	for got < 3 && got < len(b) && b[got] >= '0' && b[got] <= '7' {
		v = v<<3 | int(b[got]-'0')
		got++
	}
	return v, got
}

func decodeUnicodeEscape(t *thread, b []byte, errors string, final bool) (value, int, error) {
	d := text{t: t, encoding: "unicodeescape", errors: errors, data: b}
	// The first escape that is not one is reported once the whole has been decoded.
	invalid := ""
	for i := 0; i < len(d.data); {
		c := d.data[i]
		if c != '\\' {
			d.out = append(d.out, rune(c))
			i++
			continue
		}
		start := i
		if i+1 >= len(d.data) {
			if !final {
				return d.value(), start, warnEscape(t, invalid)
			}
			next, err := d.fail(start, len(d.data), "\\ at end of string")
			if err != nil {
				return value{}, 0, err
			}
			i = next
			continue
		}
		c = d.data[i+1]
		i += 2
		if r, ok := simpleEscape(c); ok {
			d.out = append(d.out, rune(r))
			continue
		}
		want, reason := 0, ""
		switch {
		case c == '\n':
			continue
		case c >= '0' && c <= '7':
			v, n := octalRun(d.data[i-1:])
			i += n - 1
			if v > 0xFF && invalid == "" {
				invalid = "invalid octal escape sequence '\\" + string(d.data[start+1:i]) + "'"
			}
			d.out = append(d.out, rune(v))
			continue
		case c == 'x':
			want, reason = 2, "truncated \\xXX escape"
		case c == 'u':
			want, reason = 4, "truncated \\uXXXX escape"
		case c == 'U':
			want, reason = 8, "truncated \\UXXXXXXXX escape"
		case c == 'N':
			next, stop, err := d.named(start, i, final)
			if err != nil {
				return value{}, 0, err
			}
			if stop {
				return d.value(), start, warnEscape(t, invalid)
			}
			i = next
			continue
		default:
			if invalid == "" {
				r, _ := utf8.DecodeRune(d.data[start+1:])
				if r == utf8.RuneError {
					r = rune(c)
				}
				invalid = "invalid escape sequence '\\" + string(r) + "'"
			}
			d.out = append(d.out, '\\', rune(c))
			continue
		}
		v, n := hexRun(d.data[i:], want)
		if n == want && v <= 0x10FFFF {
			d.out = append(d.out, rune(v))
			i += n
			continue
		}
		if n < want && i+n == len(d.data) && !final {
			return d.value(), start, warnEscape(t, invalid)
		}
		if n == want {
			reason = "illegal Unicode character"
		}
		next, err := d.fail(start, i+n, reason)
		if err != nil {
			return value{}, 0, err
		}
		i = next
	}
	return d.value(), len(d.data), warnEscape(t, invalid)
}

func warnEscape(t *thread, message string) error {
	if message == "" {
		return nil
	}
	return objects.H.Warn(t, &objects.DeprecationWarningType, message, 1)
}

// named decodes \N{…}; i is behind the N. stop says that the input ends within it.
func (d *text) named(start, i int, final bool) (next int, stop bool, err error) {
	reason := "malformed \\N character escape"
	end := i
	if i < len(d.data) && d.data[i] == '{' {
		for end = i + 1; end < len(d.data) && d.data[end] != '}'; end++ {
		}
		if end == len(d.data) && !final {
			return 0, true, nil
		}
		if end < len(d.data) && end > i+1 {
			name := string(d.data[i+1 : end])
			end++
			if r, ok := ucd.Current.Lookup(name); ok {
				d.out = append(d.out, r)
				return end, false, nil
			}
			reason = "unknown Unicode character name"
		} else if end < len(d.data) {
			end++
		}
	} else if i == len(d.data) && !final {
		return 0, true, nil
	}
	next, err = d.fail(start, end, reason)
	return next, false, err
}

func encodeRawEscape(t *thread, s *objects.Str, errors string) ([]byte, error) {
	b := make([]byte, 0, s.Len())
	for i := range s.Len() {
		switch r := s.At(i); {
		case r < 0x100:
			b = append(b, byte(r))
		case r < 0x10000:
			b = fmt.Appendf(b, "\\u%04x", r)
		default:
			b = fmt.Appendf(b, "\\U%08x", r)
		}
	}
	return b, nil
}

func decodeRawEscape(t *thread, b []byte, errors string, final bool) (value, int, error) {
	d := text{t: t, encoding: "rawunicodeescape", errors: errors, data: b}
	for i := 0; i < len(d.data); {
		if d.data[i] != '\\' {
			d.out = append(d.out, rune(d.data[i]))
			i++
			continue
		}
		if i+1 == len(d.data) {
			if !final {
				return d.value(), i, nil
			}
			d.out = append(d.out, '\\')
			i++
			continue
		}
		c := d.data[i+1]
		want, reason := 4, "truncated \\uXXXX escape"
		switch c {
		case 'u':
		case 'U':
			want, reason = 8, "truncated \\UXXXXXXXX escape"
		default:
			d.out = append(d.out, '\\', rune(c))
			i += 2
			continue
		}
		start := i
		i += 2
		v, n := hexRun(d.data[i:], want)
		if n == want && v <= 0x10FFFF {
			d.out = append(d.out, rune(v))
			i += n
			continue
		}
		if n < want && i+n == len(d.data) && !final {
			return d.value(), start, nil
		}
		if n == want {
			reason = "\\Uxxxxxxxx out of range"
		}
		next, err := d.fail(start, i+n, reason)
		if err != nil {
			return value{}, 0, err
		}
		i = next
	}
	return d.value(), len(d.data), nil
}

// escapeBytes writes bytes as between the quotes of a literal.
func escapeBytes(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for _, c := range b {
		switch {
		case c == '\'' || c == '\\':
			out = append(out, '\\', c)
		case c == '\t':
			out = append(out, '\\', 't')
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c < ' ' || c >= 0x7F:
			out = append(out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			out = append(out, c)
		}
	}
	return out
}

// unescapeBytes reads the escapes of a bytes literal.
func unescapeBytes(t *thread, b []byte, errors string) ([]byte, error) {
	out := make([]byte, 0, len(b))
	invalid := ""
	for i := 0; i < len(b); {
		if b[i] != '\\' {
			out = append(out, b[i])
			i++
			continue
		}
		i++
		if i == len(b) {
			return nil, objects.ValueErrorf("Trailing \\ in string")
		}
		c := b[i]
		i++
		if r, ok := simpleEscape(c); ok {
			out = append(out, r)
			continue
		}
		switch {
		case c == '\n':
		case c >= '0' && c <= '7':
			v, n := octalRun(b[i-1:])
			if v > 0xFF && invalid == "" {
				invalid = "invalid octal escape sequence '\\" + string(b[i-1:i-1+n]) + "'"
			}
			i += n - 1
			out = append(out, byte(v))
		case c == 'x':
			v, n := hexRun(b[i:], 2)
			if n == 2 {
				out = append(out, byte(v))
				i += 2
				continue
			}
			switch errors {
			case "strict":
				return nil, objects.ValueErrorf("invalid \\x escape at position %d", i-2)
			case "replace":
				out = append(out, '?')
			case "ignore":
			default:
				return nil, objects.ValueErrorf("decoding error; unknown error handling code: %s", errors)
			}
			i += n
		default:
			if invalid == "" {
				invalid = "invalid escape sequence '\\" + string(rune(c)) + "'"
			}
			out = append(out, '\\', c)
		}
	}
	return out, warnEscape(t, invalid)
}
