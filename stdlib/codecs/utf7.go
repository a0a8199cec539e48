package codecs

import (
	"strings"

	"github.com/adder-lang/adder/objects"
)

// UTF-7 (RFC 2152): characters outside a direct set are UTF-16 in base 64 between "+" and "-".

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func base64Value(c byte) int { return strings.IndexByte(base64Digits, c) }

// direct reports whether a character stands for itself; the optional direct characters of the RFC do too, as in CPython.
func direct(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == 0:
		return true
	case r < ' ' || r > '~':
		return false
	}
	return r != '+' && r != '\\' && r != '~'
}

func encodeUTF7(t *thread, s *objects.Str, errors string) ([]byte, error) {
	b := make([]byte, 0, s.Len()+s.Len()/2)
	inShift := false
	var bits uint32
	n := 0
	put := func(unit uint32) {
		bits = bits<<16 | unit
		n += 16
		for n >= 6 {
			b = append(b, base64Digits[bits>>(n-6)&63])
			n -= 6
		}
		bits &= 1<<n - 1
	}
	for i := range s.Len() {
		r := s.At(i)
		if inShift && direct(r) {
			if n > 0 {
				b = append(b, base64Digits[bits<<(6-n)&63])
				n, bits = 0, 0
			}
			inShift = false
			if base64Value(byte(r)) >= 0 || r == '-' {
				b = append(b, '-')
			}
		}
		switch {
		case inShift:
		case r == '+':
			b = append(b, '+', '-')
			continue
		case direct(r):
			b = append(b, byte(r))
			continue
		default:
			b = append(b, '+')
			inShift = true
		}
		if r >= 0x10000 {
			r -= 0x10000
			put(uint32(0xD800 | r>>10))
			r = 0xDC00 | r&0x3FF
		}
		put(uint32(r))
	}
	if n > 0 {
		b = append(b, base64Digits[bits<<(6-n)&63])
	}
	if inShift {
		b = append(b, '-')
	}
	return b, nil
}

func decodeUTF7(t *thread, data []byte, errors string, final bool) (value, int, error) {
	d := text{t: t, encoding: "utf7", errors: errors, data: data}
	inShift := false
	shiftStart, shiftOut := 0, 0
	var bits uint32
	n := 0
	high := rune(0)
	i := 0
	var err error
	for i < len(d.data) {
		c := d.data[i]
		if inShift {
			if v := base64Value(c); v >= 0 {
				bits = bits<<6 | uint32(v)
				n += 6
				i++
				if n < 16 {
					continue
				}
				unit := rune(bits >> (n - 16) & 0xFFFF)
				n -= 16
				bits &= 1<<n - 1
				if high != 0 {
					if unit >= 0xDC00 && unit <= 0xDFFF {
						d.out = append(d.out, 0x10000+(high-0xD800)<<10+(unit-0xDC00))
						high = 0
						continue
					}
					d.out = append(d.out, high)
					high = 0
				}
				if unit >= 0xD800 && unit <= 0xDBFF {
					high = unit
				} else {
					d.out = append(d.out, unit)
				}
				continue
			}
			inShift = false
			reason := ""
			if n > 0 {
				if n >= 6 {
					reason = "partial character in base64 sequence"
				} else if bits != 0 {
					reason = "non-zero padding bits in base64 sequence"
				}
			}
			if reason != "" {
				if i, err = d.fail(shiftStart, i+1, reason); err != nil {
					return value{}, 0, err
				}
				high = 0
				continue
			}
			if high != 0 {
				d.out = append(d.out, high)
				high = 0
			}
			if c == '-' {
				i++
				continue
			}
			if direct(rune(c)) || c < 0x80 {
				d.out = append(d.out, rune(c))
				i++
				continue
			}
			if i, err = d.fail(i, i+1, "unexpected special character"); err != nil {
				return value{}, 0, err
			}
			continue
		}
		switch {
		case c == '+':
			shiftStart, shiftOut = i, len(d.out)
			i++
			if i < len(d.data) && d.data[i] == '-' {
				d.out = append(d.out, '+')
				i++
				continue
			}
			if i < len(d.data) && base64Value(d.data[i]) < 0 {
				if i, err = d.fail(shiftStart, i+1, "ill-formed sequence"); err != nil {
					return value{}, 0, err
				}
				continue
			}
			inShift, bits, n, high = true, 0, 0, 0
		case c < 0x80:
			d.out = append(d.out, rune(c))
			i++
		default:
			if i, err = d.fail(i, i+1, "unexpected special character"); err != nil {
				return value{}, 0, err
			}
		}
	}
	if inShift {
		if !final {
			d.out = d.out[:shiftOut]
			return d.value(), shiftStart, nil
		}
		if high != 0 || n >= 6 || n > 0 && bits != 0 {
			if _, err = d.fail(shiftStart, len(d.data), "unterminated shift sequence"); err != nil {
				return value{}, 0, err
			}
		}
	}
	return d.value(), len(d.data), nil
}
