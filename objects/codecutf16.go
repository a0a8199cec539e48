package objects

import (
	"encoding/binary"
)

// UTF-16 and UTF-32. order is the byte order: -1 little-endian, 1 big-endian, 0 by the byte order mark (native without
// one, which is little-endian on both processors that Adder runs on).

func appendUnit16(b []byte, u uint16, little bool) []byte {
	if little {
		return binary.LittleEndian.AppendUint16(b, u)
	}
	return binary.BigEndian.AppendUint16(b, u)
}

func appendUnit32(b []byte, u uint32, little bool) []byte {
	if little {
		return binary.LittleEndian.AppendUint32(b, u)
	}
	return binary.BigEndian.AppendUint32(b, u)
}

func unit16(b []byte, little bool) uint16 {
	if little {
		return binary.LittleEndian.Uint16(b)
	}
	return binary.BigEndian.Uint16(b)
}

func unit32(b []byte, little bool) uint32 {
	if little {
		return binary.LittleEndian.Uint32(b)
	}
	return binary.BigEndian.Uint32(b)
}

// orderSuffix is what the byte order adds to the name of the encoding in errors.
func orderSuffix(order int) string {
	switch {
	case order < 0:
		return "-le"
	case order > 0:
		return "-be"
	}
	return ""
}

// encodeWide encodes with units of a fixed width in bytes, behind a byte order mark where the order is 0.
func encodeWide(t *Thread, s *Str, errors string, order, width int, encoding string, put func(b []byte, r rune, little bool) []byte) ([]byte, error) {
	little := order <= 0
	emit := func(b []byte, r rune) ([]byte, bool) {
		if r >= 0xD800 && r < 0xE000 {
			return b, false
		}
		return put(b, r, little), true
	}
	b := make([]byte, 0, (s.n+1)*width)
	if order == 0 {
		b = put(b, 0xFEFF, little)
	}
	for i := 0; i < s.n; {
		next, ok := emit(b, s.At(i))
		if ok {
			b = next
			i++
			continue
		}
		const reason = "surrogates not allowed"
		fail := func() error {
			return NewUnicodeError(&UnicodeEncodeErrorType, encoding, ToValue(s), i, i+1, reason)
		}
		repl, at, err := encodeFailure(t, errors, encoding, s, i, i+1, reason)
		if err != nil {
			return nil, err
		}
		if raw, ok := BytesOf(repl); ok {
			if len(raw)%width != 0 {
				return nil, fail()
			}
			b = append(b, raw...)
		} else {
			p := As[Str](repl)
			// Only ASCII replacements are certain to be encodable.
			if !p.ascii && p.n > 0 {
				return nil, fail()
			}
			for k := range p.n {
				b = put(b, p.At(k), little)
			}
		}
		i = at
	}
	return b, nil
}

// EncodeUTF16 encodes a string in UTF-16.
func EncodeUTF16(t *Thread, s *Str, errors string, order int) ([]byte, error) {
	return encodeWide(t, s, errors, order, 2, "utf-16"+orderSuffix(order), func(b []byte, r rune, little bool) []byte {
		if r < 0x10000 {
			return appendUnit16(b, uint16(r), little)
		}
		r -= 0x10000
		b = appendUnit16(b, uint16(0xD800|r>>10), little)
		return appendUnit16(b, uint16(0xDC00|r&0x3FF), little)
	})
}

// EncodeUTF32 encodes a string in UTF-32.
func EncodeUTF32(t *Thread, s *Str, errors string, order int) ([]byte, error) {
	return encodeWide(t, s, errors, order, 4, "utf-32"+orderSuffix(order), func(b []byte, r rune, little bool) []byte {
		return appendUnit32(b, uint32(r), little)
	})
}

// DecodeUTF16 decodes UTF-16. Unless final, an incomplete character at the end is left: consumed is the number of bytes
// decoded. found is the byte order in use.
func DecodeUTF16(t *Thread, b []byte, errors string, order int, final bool) (v Value, consumed, found int, err error) {
	i := 0
	if order == 0 && len(b) >= 2 {
		switch unit16(b, true) {
		case 0xFEFF:
			order, i = -1, 2
		case 0xFFFE:
			order, i = 1, 2
		}
	}
	little := order <= 0
	encoding := "utf-16-le"
	if !little {
		encoding = "utf-16-be"
	}
	d := decoding{t: t, encoding: encoding, errors: errors, data: b}
	for i < len(d.data) {
		start, end, reason := i, i+2, ""
		if i+2 > len(d.data) {
			if !final {
				break
			}
			end, reason = len(d.data), "truncated data"
		} else {
			u := rune(unit16(d.data[i:], little))
			switch {
			case u < 0xD800 || u > 0xDFFF:
				d.out.rune(u)
				i += 2
				continue
			case u >= 0xDC00:
				reason = "illegal encoding"
			case i+4 > len(d.data):
				if !final {
					return d.out.value(), i, order, nil
				}
				end, reason = len(d.data), "unexpected end of data"
			default:
				low := rune(unit16(d.data[i+2:], little))
				if low >= 0xDC00 && low <= 0xDFFF {
					d.out.rune(0x10000 + (u-0xD800)<<10 + (low - 0xDC00))
					i += 4
					continue
				}
				reason = "illegal UTF-16 surrogate"
			}
		}
		if i, err = d.fail(start, end, reason); err != nil {
			return Value{}, 0, order, err
		}
	}
	return d.out.value(), i, order, nil
}

// DecodeUTF32 decodes UTF-32, as DecodeUTF16 does UTF-16.
func DecodeUTF32(t *Thread, b []byte, errors string, order int, final bool) (v Value, consumed, found int, err error) {
	i := 0
	if order == 0 && len(b) >= 4 {
		switch unit32(b, true) {
		case 0xFEFF:
			order, i = -1, 4
		case 0xFFFE0000:
			order, i = 1, 4
		}
	}
	little := order <= 0
	encoding := "utf-32-le"
	if !little {
		encoding = "utf-32-be"
	}
	d := decoding{t: t, encoding: encoding, errors: errors, data: b}
	for i < len(d.data) {
		start, end, reason := i, i+4, ""
		if i+4 > len(d.data) {
			if !final {
				break
			}
			end, reason = len(d.data), "truncated data"
		} else {
			u := unit32(d.data[i:], little)
			switch {
			case u >= 0xD800 && u < 0xE000:
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			case u > 0x10FFFF:
				reason = "code point not in range(0x110000)"
			default:
				d.out.rune(rune(u))
				i += 4
				continue
			}
		}
		if i, err = d.fail(start, end, reason); err != nil {
			return Value{}, 0, order, err
		}
	}
	return d.out.value(), i, order, nil
}
