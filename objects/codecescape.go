package objects

import (
	"bytes"
	"fmt"

	"github.com/adder-lang/adder/internal/ucd"
)

// The codecs of backslash escapes: unicode-escape, raw-unicode-escape, and escape for bytes.

// EncodeUnicodeEscape writes a string as it stands within a literal, in ASCII.
func EncodeUnicodeEscape(s *Str) []byte {
	b := make([]byte, 0, s.n)
	for i := range s.n {
		switch r := s.At(i); {
		case r == '\\':
			b = append(b, `\\`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r < ' ' || r >= 0x7F:
			b = appendEscape(b, r)
		default:
			b = append(b, byte(r))
		}
	}
	return b
}

// EncodeRawUnicodeEscape writes a string in Latin-1 with \u and \U escapes for the rest.
func EncodeRawUnicodeEscape(s *Str) []byte {
	b := make([]byte, 0, s.n)
	for i := range s.n {
		if r := s.At(i); r < 0x100 {
			b = append(b, byte(r))
		} else {
			b = appendEscape(b, r)
		}
	}
	return b
}

// hexRun reads up to n hexadecimal digits at position i; end is behind the last.
func hexRun(b []byte, i, n int) (v uint32, end int) {
	for end = i; end < len(b) && end < i+n; end++ {
		d := digitValue(b[end])
		if d >= 16 {
			break
		}
		v = v<<4 | uint32(d)
	}
	return v, end
}

func isOctal(c byte) bool { return c >= '0' && c <= '7' }

// simpleEscape returns what a backslash and c stand for, where that is one character.
func simpleEscape(c byte) (byte, bool) {
	switch c {
	case '\\', '\'', '"':
		return c, true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 't':
		return '\t', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 'v':
		return '\v', true
	case 'a':
		return '\a', true
	}
	return 0, false
}

// warnEscape warns of an escape that means nothing: text is what follows the backslash.
func warnEscape(t *Thread, text []byte) error {
	if len(text) > 1 {
		return H.Warn(t, &DeprecationWarningType, fmt.Sprintf(`invalid octal escape sequence '\%s'`, text), 1)
	}
	return H.Warn(t, &DeprecationWarningType, fmt.Sprintf(`invalid escape sequence '\%s'`, string(rune(text[0]))), 1)
}

// DecodeUnicodeEscape reads the escapes of string literals; other bytes are Latin-1. Unless final, an incomplete escape at
// the end is left: consumed is the number of bytes decoded.
func DecodeUnicodeEscape(t *Thread, b []byte, errors string, final bool) (v Value, consumed int, err error) {
	d := decoding{t: t, encoding: "unicodeescape", errors: errors, data: b}
	var bad []byte
	i := 0
	for i < len(d.data) {
		c := d.data[i]
		if c != '\\' {
			d.out.rune(rune(c))
			i++
			continue
		}
		start := i
		i++
		reason := `\ at end of string`
		incomplete := i >= len(d.data)
		if !incomplete {
			c = d.data[i]
			i++
			if e, ok := simpleEscape(c); ok {
				d.out.rune(rune(e))
				continue
			}
			digits := 0
			switch {
			case c == '\n':
				continue
			case isOctal(c):
				r := rune(c - '0')
				from := i - 1
				for n := 1; n < 3 && i < len(d.data) && isOctal(d.data[i]); n++ {
					r = r<<3 | rune(d.data[i]-'0')
					i++
				}
				if r > 0xFF && bad == nil {
					bad = bytes.Clone(d.data[from:i])
				}
				d.out.rune(r)
				continue
			case c == 'x':
				digits, reason = 2, `truncated \xXX escape`
			case c == 'u':
				digits, reason = 4, `truncated \uXXXX escape`
			case c == 'U':
				digits, reason = 8, `truncated \UXXXXXXXX escape`
			case c == 'N':
				reason = `malformed \N character escape`
				incomplete = i >= len(d.data)
				if !incomplete && d.data[i] == '{' {
					i++
					n := bytes.IndexByte(d.data[i:], '}')
					if n < 0 {
						i = len(d.data)
						incomplete = true
					} else if n > 0 {
						name := string(d.data[i : i+n])
						i += n + 1
						reason = "unknown Unicode character name"
						if r, ok := ucd.Current.Lookup(name); ok {
							d.out.rune(r)
							continue
						}
					}
				}
			default:
				if bad == nil {
					bad = []byte{c}
				}
				d.out.rune('\\')
				d.out.rune(rune(c))
				continue
			}
			if digits > 0 {
				r, end := hexRun(d.data, i, digits)
				complete := end == i+digits
				incomplete = !complete && end >= len(d.data)
				i = end
				if complete {
					if r <= 0x10FFFF {
						d.out.rune(rune(r))
						continue
					}
					reason = "illegal Unicode character"
				}
			}
		}
		if incomplete && !final {
			i = start
			break
		}
		if i, err = d.fail(start, i, reason); err != nil {
			return Value{}, 0, err
		}
	}
	if bad != nil {
		if err := warnEscape(t, bad); err != nil {
			return Value{}, 0, err
		}
	}
	return d.out.value(), i, nil
}

// DecodeRawUnicodeEscape reads Latin-1 with \u and \U escapes.
func DecodeRawUnicodeEscape(t *Thread, b []byte, errors string, final bool) (v Value, consumed int, err error) {
	d := decoding{t: t, encoding: "rawunicodeescape", errors: errors, data: b}
	i := 0
	for i < len(d.data) {
		c := d.data[i]
		if c != '\\' {
			d.out.rune(rune(c))
			i++
			continue
		}
		if i+1 >= len(d.data) {
			if !final {
				break
			}
			d.out.rune('\\')
			i++
			continue
		}
		c = d.data[i+1]
		digits, reason := 4, `truncated \uXXXX escape`
		if c == 'U' {
			digits, reason = 8, `truncated \UXXXXXXXX escape`
		} else if c != 'u' {
			d.out.rune('\\')
			d.out.rune(rune(c))
			i += 2
			continue
		}
		r, end := hexRun(d.data, i+2, digits)
		if end == i+2+digits {
			if r <= 0x10FFFF {
				d.out.rune(rune(r))
				i = end
				continue
			}
			reason = `\Uxxxxxxxx out of range`
		} else if end >= len(d.data) && !final {
			break
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return Value{}, 0, err
		}
	}
	return d.out.value(), i, nil
}

// EncodeEscape writes bytes as they stand within a bytes literal.
func EncodeEscape(b []byte) []byte {
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

// DecodeEscape reads the escapes of bytes literals.
func DecodeEscape(t *Thread, b []byte, errors string) ([]byte, error) {
	out := make([]byte, 0, len(b))
	var bad []byte
	for i := 0; i < len(b); {
		if b[i] != '\\' {
			out = append(out, b[i])
			i++
			continue
		}
		start := i
		i++
		if i >= len(b) {
			return nil, ValueErrorf(`Trailing \ in string`)
		}
		c := b[i]
		i++
		if e, ok := simpleEscape(c); ok {
			out = append(out, e)
			continue
		}
		switch {
		case c == '\n':
		case isOctal(c):
			n := int(c - '0')
			from := i - 1
			for k := 1; k < 3 && i < len(b) && isOctal(b[i]); k++ {
				n = n<<3 | int(b[i]-'0')
				i++
			}
			if n > 0xFF && bad == nil {
				bad = bytes.Clone(b[from:i])
			}
			out = append(out, byte(n))
		case c == 'x':
			v, end := hexRun(b, i, 2)
			if end == i+2 {
				out = append(out, byte(v))
				i = end
				continue
			}
			switch errors {
			case "strict", "":
				return nil, ValueErrorf(`invalid \x escape at position %d`, start)
			case "replace":
				out = append(out, '?')
			case "ignore":
			default:
				return nil, ValueErrorf("decoding error; unknown error handling code: %s", errors)
			}
			i = end
		default:
			if bad == nil {
				bad = []byte{c}
			}
			out = append(out, '\\', c)
		}
	}
	if bad != nil {
		if err := warnEscape(t, bad); err != nil {
			return nil, err
		}
	}
	return out, nil
}
