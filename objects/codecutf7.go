package objects

import "strings"

// UTF-7 (RFC 2152): ASCII, and UTF-16 in base64 between '+' and '-'.

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// utf7Direct reports whether a character stands for itself: all of ASCII but '+', which begins a shift, the two that
// RFC 2152 leaves out, and the control characters that are not white space.
func utf7Direct(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return true
	case r < ' ' || r > '}':
		return false
	}
	return r != '+' && r != '\\'
}

// EncodeUTF7 encodes a string in UTF-7.
func EncodeUTF7(s *Str) []byte {
	var b []byte
	shifted := false
	buffer, bits := uint32(0), 0
	unit := func(u uint16) {
		buffer = buffer<<16 | uint32(u)
		for bits += 16; bits >= 6; bits -= 6 {
			b = append(b, base64Digits[buffer>>(bits-6)&63])
		}
	}
	leave := func() {
		if bits > 0 {
			b = append(b, base64Digits[buffer<<(6-bits)&63])
		}
		buffer, bits, shifted = 0, 0, false
	}
	for i := range s.n {
		r := s.At(i)
		if shifted && utf7Direct(r) {
			leave()
			// The end of the shift shows by itself unless the character could belong to it.
			if r < 128 && strings.IndexByte(base64Digits, byte(r)) >= 0 || r == '-' {
				b = append(b, '-')
			}
			b = append(b, byte(r))
			continue
		}
		if !shifted {
			switch {
			case r == '+':
				b = append(b, "+-"...)
				continue
			case utf7Direct(r):
				b = append(b, byte(r))
				continue
			}
			b = append(b, '+')
			shifted = true
		}
		if r >= 0x10000 {
			r -= 0x10000
			unit(uint16(0xD800 | r>>10))
			unit(uint16(0xDC00 | r&0x3FF))
		} else {
			unit(uint16(r))
		}
	}
	if shifted {
		leave()
		b = append(b, '-')
	}
	return b
}

// DecodeUTF7 decodes UTF-7. Unless final, a shift that has not ended is left: consumed is the number of bytes decoded.
func DecodeUTF7(t *Thread, b []byte, errors string, final bool) (v Value, consumed int, err error) {
	d := decoding{t: t, encoding: "utf7", errors: errors, data: b}
	shifted := false
	start, shiftOut := 0, 0
	buffer, bits := uint32(0), 0
	surrogate := rune(0)
	i := 0
	for {
		for i < len(d.data) {
			c := d.data[i]
			reason := ""
			switch digit := strings.IndexByte(base64Digits, c); {
			case shifted && digit >= 0:
				buffer = buffer<<6 | uint32(digit)
				bits += 6
				i++
				if bits < 16 {
					continue
				}
				bits -= 16
				r := rune(buffer >> bits)
				buffer &= 1<<bits - 1
				if surrogate != 0 {
					if r >= 0xDC00 && r <= 0xDFFF {
						d.out.rune(0x10000 + (surrogate-0xD800)<<10 + (r - 0xDC00))
						surrogate = 0
						continue
					}
					d.out.rune(surrogate)
					surrogate = 0
				}
				if r >= 0xD800 && r <= 0xDBFF {
					surrogate = r
				} else {
					d.out.rune(r)
				}
				continue
			case shifted:
				shifted = false
				switch {
				case bits >= 6:
					i++
					reason = "partial character in shift sequence"
				case bits > 0 && buffer != 0:
					i++
					reason = "non-zero padding bits in shift sequence"
				default:
					if surrogate != 0 && c < 128 && c != '+' {
						d.out.rune(surrogate)
					}
					surrogate = 0
					if c == '-' {
						i++
					}
					continue
				}
			case c == '+':
				start = i
				i++
				switch {
				case i < len(d.data) && d.data[i] == '-':
					i++
					d.out.rune('+')
					continue
				case i < len(d.data) && strings.IndexByte(base64Digits, d.data[i]) < 0:
					i++
					reason = "ill-formed sequence"
				default:
					shifted, surrogate, shiftOut = true, 0, d.out.len()
					buffer, bits = 0, 0
					continue
				}
			case c < 128:
				d.out.rune(rune(c))
				i++
				continue
			default:
				start = i
				i++
				reason = "unexpected special character"
			}
			if i, err = d.fail(start, i, reason); err != nil {
				return Value{}, 0, err
			}
		}
		if !shifted {
			return d.out.value(), i, nil
		}
		if !final {
			d.out.truncate(shiftOut)
			return d.out.value(), start, nil
		}
		shifted = false
		if surrogate == 0 && bits < 6 && (bits == 0 || buffer == 0) {
			return d.out.value(), i, nil
		}
		if i, err = d.fail(start, len(d.data), "unterminated shift sequence"); err != nil {
			return Value{}, 0, err
		}
	}
}

// truncate drops what was collected behind the first n code points.
func (b *textBuilder) truncate(n int) {
	if b.isWide {
		b.wide = b.wide[:n]
	} else {
		b.narrow = b.narrow[:n]
	}
}
