package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/adder-lang/adder/internal/ucd"
)

// defaultMaxIntDigits is the number of digits that a decimal literal may have unless the program sets another limit.
const defaultMaxIntDigits = 4300

// numberAtom reads a number, which is next.
func (p *parser) numberAtom() Expr {
	start := p.pos
	p.pos++
	if p.opts.FeatureVersion > 0 && strings.IndexByte(p.text(start), '_') >= 0 {
		p.since(6, "Underscores in numeric literals are")
	}
	c := p.number(start)
	return &Constant{Pos: p.from(start), Value: c}
}

// number gives the value of a number's token.
func (p *parser) number(at int) Const {
	s := p.text(at)
	if strings.IndexByte(s, '_') >= 0 {
		s = strings.ReplaceAll(s, "_", "")
	}
	last := s[len(s)-1]
	if len(s) > 2 && s[0] == '0' {
		base := 0
		switch s[1] {
		case 'x', 'X':
			base = 16
		case 'o', 'O':
			base = 8
		case 'b', 'B':
			base = 2
		}
		if base != 0 {
			return intConst(s[2:], base)
		}
	}
	if last == 'j' || last == 'J' {
		f, _ := strconv.ParseFloat(s[:len(s)-1], 64)
		return Const{Kind: ComplexConst, Float: f}
	}
	if strings.ContainsAny(s, ".eE") {
		f, _ := strconv.ParseFloat(s, 64)
		return Const{Kind: FloatConst, Float: f}
	}
	limit := p.opts.MaxIntDigits
	if limit == 0 {
		limit = defaultMaxIntDigits
	}
	if limit > 0 && len(s) > limit {
		t := p.toks[at]
		panic(bailout{p.located("SyntaxError", fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: "+
			"value has %d digits; use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", limit, len(s)),
			int(t.Line), 0, int(t.EndLine), 0)})
	}
	return intConst(s, 10)
}

func intConst(digits string, base int) Const {
	if n, err := strconv.ParseInt(digits, base, 64); err == nil {
		return Const{Kind: IntConst, Int: n}
	}
	b, _ := new(big.Int).SetString(digits, base)
	return Const{Kind: IntConst, Big: b}
}

// escapeError is a wrong escape sequence: the beginning of SyntaxError's message is the codec's.
type escapeError struct{ msg string }

// unicodeErrorPrefix begins the message of a SyntaxError that a codec caused.
const unicodeErrorPrefix = "(unicode error) "

// badUnicode makes the error of the unicode-escape codec for the bytes from start up to end.
func badUnicode(start, end int, first byte, reason string) *escapeError {
	place := fmt.Sprintf("bytes in position %d-%d", start, end-1)
	if end-start == 1 {
		place = fmt.Sprintf("byte 0x%02x in position %d", first, start)
	}
	return &escapeError{unicodeErrorPrefix + "'unicodeescape' codec can't decode " + place + ": " + reason}
}

// simpleEscape gives the character that a one-letter escape stands for.
func simpleEscape(c byte) (byte, bool) {
	switch c {
	case '\\', '\'', '"':
		return c, true
	case 'a':
		return 7, true
	case 'b':
		return 8, true
	case 't':
		return '\t', true
	case 'n':
		return '\n', true
	case 'v':
		return 11, true
	case 'f':
		return '\f', true
	case 'r':
		return '\r', true
	}
	return 0, false
}

// octal reads up to three octal digits at i.
func octal(s string, i int) (value, next int) {
	end := min(i+3, len(s))
	for i < end && s[i] >= '0' && s[i] <= '7' {
		value = value<<3 | int(s[i]-'0')
		i++
	}
	return value, i
}

func hexDigit(c byte) int {
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

// appendRune appends a code point, lone surrogates too (WTF-8).
func appendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r <= 0xDFFF {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0xBF, 0x80|byte(r)&0xBF)
	}
	return utf8.AppendRune(b, r)
}

// expandedLength is what CPython's codec, in whose input positions of errors count, has for a character outside ASCII:
// \UXXXXXXXX. A backslash before one becomes \u005c.
const (
	expandedLength    = 10
	expandedBackslash = 6
)

// decodeString replaces the escapes of a string literal. invalid is the first escape that is not one, without its
// backslash, and is as long as the warning shows it.
func decodeString(s string) (text, invalid string, err *escapeError) {
	b := make([]byte, 0, len(s))
	at := 0 // position in the codec's input
	for i := 0; i < len(s); {
		c := s[i]
		if c != '\\' {
			j := i + 1
			if c >= utf8.RuneSelf {
				r, size := utf8.DecodeRuneInString(s[i:])
				if r == utf8.RuneError && size == 1 {
					// CPython decodes each run of characters outside ASCII on its own.
					k := i
					for k > 0 && s[k-1] >= utf8.RuneSelf {
						k--
					}
					end := i
					for end < len(s) && s[end] >= utf8.RuneSelf {
						end++
					}
					return "", "", &escapeError{unicodeErrorPrefix + utf8Message(s[k:end], i-k)}
				}
				j = i + size
				at += expandedLength
			} else {
				at++
			}
			b = append(b, s[i:j]...)
			i = j
			continue
		}
		i++
		if i == len(s) {
			// Text of an f-string may end so, before a bracket.
			b = append(b, '\\')
			break
		}
		c = s[i]
		if c >= utf8.RuneSelf {
			// CPython's codec sees an escaped backslash here and finds nothing wrong.
			b = append(b, '\\')
			at += expandedBackslash
			continue
		}
		i++
		if v, ok := simpleEscape(c); ok {
			b = append(b, v)
			at += 2
			continue
		}
		switch c {
		case '\n':
			at += 2
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v, next := octal(s, i-1)
			if v > 0o377 && invalid == "" {
				invalid = s[i-1 : next]
			}
			b = appendRune(b, rune(v))
			at += 1 + next - (i - 1)
			i = next
		case 'x', 'u', 'U':
			n, reason := 2, "truncated \\xXX escape"
			if c == 'u' {
				n, reason = 4, "truncated \\uXXXX escape"
			} else if c == 'U' {
				n, reason = 8, "truncated \\UXXXXXXXX escape"
			}
			v, k := 0, 0
			for ; k < n && i+k < len(s) && hexDigit(s[i+k]) >= 0; k++ {
				v = v<<4 | hexDigit(s[i+k])
			}
			if k < n {
				return "", "", badUnicode(at, at+2+k, '\\', reason)
			}
			if v > utf8.MaxRune {
				return "", "", badUnicode(at, at+2+k, '\\', "illegal Unicode character")
			}
			b = appendRune(b, rune(v))
			at += 2 + n
			i += n
		case 'N':
			end := -1
			if i < len(s) && s[i] == '{' {
				end = strings.IndexByte(s[i:], '}')
			}
			switch {
			case end < 0:
				// The codec complains of all it has looked at.
				n := 0
				if i < len(s) && s[i] == '{' {
					n = codecLength(s[i:])
				}
				return "", "", badUnicode(at, at+2+n, '\\', "malformed \\N character escape")
			case end == 1:
				return "", "", badUnicode(at, at+3, '\\', "malformed \\N character escape")
			}
			name := s[i+1 : i+end]
			n := codecLength(s[i : i+end+1])
			r, ok := ucd.Current.Lookup(name)
			if !ok {
				return "", "", badUnicode(at, at+2+n, '\\', "unknown Unicode character name")
			}
			b = utf8.AppendRune(b, r)
			at += 2 + n
			i += end + 1
		default:
			if invalid == "" {
				invalid = s[i-1 : i]
			}
			b = append(b, '\\', c)
			at += 2
		}
	}
	return string(b), invalid, nil
}

// codecLength gives the length of s in the codec's input.
func codecLength(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] < utf8.RuneSelf:
			n++
		case s[i] >= 0xC0:
			n += expandedLength
		}
	}
	return n
}

// decodeBytes replaces the escapes of a bytes literal.
func decodeBytes(s string) (text, invalid string, err *escapeError) {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] != '\\' {
			b = append(b, s[i])
			i++
			continue
		}
		i++
		if i == len(s) {
			return "", "", &escapeError{"(value error) Trailing \\ in string"}
		}
		c := s[i]
		i++
		if v, ok := simpleEscape(c); ok {
			b = append(b, v)
			continue
		}
		switch c {
		case '\n':
		case '0', '1', '2', '3', '4', '5', '6', '7':
			v, next := octal(s, i-1)
			if v > 0o377 && invalid == "" {
				invalid = s[i-1 : next]
			}
			b = append(b, byte(v))
			i = next
		case 'x':
			if i+1 < len(s) && hexDigit(s[i]) >= 0 && hexDigit(s[i+1]) >= 0 {
				b = append(b, byte(hexDigit(s[i])<<4|hexDigit(s[i+1])))
				i += 2
				break
			}
			return "", "", &escapeError{fmt.Sprintf("(value error) invalid \\x escape at position %d", i-2)}
		default:
			if invalid == "" {
				invalid = s[i-1 : i]
			}
			b = append(b, '\\', c)
		}
	}
	return string(b), invalid, nil
}
