package objects

import (
	"bytes"
	"unicode/utf8"
	"unsafe"
)

// UTF-8, Latin-1 and ASCII.

// encodeRunes encodes a string code point by code point. emit appends a code point where it can be represented; runs of
// those that cannot go to the error handler.
func encodeRunes(t *Thread, s *Str, errors, encoding, reason string, single bool, emit func(b []byte, r rune) ([]byte, bool)) ([]byte, error) {
	b := make([]byte, 0, s.n)
	for i := 0; i < s.n; {
		next, ok := emit(b, s.At(i))
		if ok {
			b = next
			i++
			continue
		}
		end := i + 1
		for !single && end < s.n {
			if _, ok := emit(b[len(b):], s.At(end)); ok {
				break
			}
			end++
		}
		if errors == "surrogateescape" {
			// The run may begin with escaped bytes; only the rest fails.
			for i < end && s.At(i) >= 0xDC80 && s.At(i) <= 0xDCFF {
				b = append(b, byte(s.At(i)-0xDC00))
				i++
			}
			if i == end {
				continue
			}
		}
		repl, at, err := encodeFailure(t, errors, encoding, s, i, end, reason)
		if err != nil {
			return nil, err
		}
		if raw, ok := BytesOf(repl); ok {
			b = append(b, raw...)
		} else {
			p := As[Str](repl)
			for k := range p.n {
				if b, ok = emit(b, p.At(k)); !ok {
					return nil, NewUnicodeError(&UnicodeEncodeErrorType, encoding, ToValue(s), i, end, reason)
				}
			}
		}
		i = at
	}
	return b, nil
}

// encodePlain encodes a string that is not ASCII in UTF-8, in memory of just the size; ok is false where it has surrogates.
func encodePlain(s *Str) (v Value, ok bool) {
	size := s.n
	switch s.kind {
	case 1:
		for _, u := range s.Units1() {
			size += int(u >> 7)
		}
	case 2:
		for _, u := range s.Units2() {
			if u >= 0x80 {
				size++
				if u >= 0x800 {
					if u >= 0xD800 && u < 0xE000 {
						return Value{}, false
					}
					size++
				}
			}
		}
	default:
		for _, u := range s.Units4() {
			if u >= 0x80 {
				size++
				if u >= 0x800 {
					if u >= 0xD800 && u < 0xE000 {
						return Value{}, false
					}
					size++
					if u >= 0x10000 {
						size++
					}
				}
			}
		}
	}
	if CheckSize(size, 1) != nil {
		return Value{}, false
	}
	p := makeBytes(size)
	b := p.data[:0]
	for i := range s.n {
		b = utf8.AppendRune(b, s.At(i))
	}
	return ToValue(p), true
}

// EncodeUTF8 encodes a string in UTF-8; surrogates go to the error handler.
func EncodeUTF8(t *Thread, s *Str, errors string) ([]byte, error) {
	if s.ascii {
		return bytes.Clone(s.bytes()), nil
	}
	if s.kind == 1 {
		b := make([]byte, 0, s.n+s.n/4+4)
		for _, c := range s.Units1() {
			if c < 0x80 {
				b = append(b, c)
			} else {
				b = append(b, 0xC0|c>>6, 0x80|c&0x3F)
			}
		}
		return b, nil
	}
	return encodeRunes(t, s, errors, "utf-8", "surrogates not allowed", false, func(b []byte, r rune) ([]byte, bool) {
		if r >= 0xD800 && r < 0xE000 {
			return b, false
		}
		return utf8.AppendRune(b, r), true
	})
}

// EncodeLatin1 encodes a string in ISO 8859-1.
func EncodeLatin1(t *Thread, s *Str, errors string) ([]byte, error) {
	if s.kind == 1 {
		return bytes.Clone(s.bytes()), nil
	}
	return encodeRunes(t, s, errors, "latin-1", "ordinal not in range(256)", false, func(b []byte, r rune) ([]byte, bool) {
		if r >= 0x100 {
			return b, false
		}
		return append(b, byte(r)), true
	})
}

// EncodeASCII encodes a string in ASCII.
func EncodeASCII(t *Thread, s *Str, errors string) ([]byte, error) {
	if s.ascii {
		return bytes.Clone(s.bytes()), nil
	}
	return encodeRunes(t, s, errors, "ascii", "ordinal not in range(128)", false, func(b []byte, r rune) ([]byte, bool) {
		if r >= 0x80 {
			return b, false
		}
		return append(b, byte(r)), true
	})
}

// decodeASCII makes a string of bytes that are known to be ASCII.
func decodeASCII(b []byte) *Str {
	if len(b) == 0 {
		return strEmpty
	}
	return strFromASCII(b)
}

func decodeLatin1(b []byte) *Str {
	switch len(b) {
	case 0:
		return strEmpty
	case 1:
		return CharStr(rune(b[0]))
	}
	return StrFromLatin1(b)
}

// DecodeLatin1 decodes ISO 8859-1, which never fails.
func DecodeLatin1(b []byte) Value { return ToValue(decodeLatin1(b)) }

// DecodeASCII decodes ASCII.
func DecodeASCII(t *Thread, b []byte, errors string) (Value, error) {
	if isASCII(b) {
		return ToValue(decodeLatin1(b)), nil
	}
	d := decoding{t: t, encoding: "ascii", errors: errors, data: b}
	for i := 0; i < len(d.data); {
		if c := d.data[i]; c < 0x80 {
			d.out.rune(rune(c))
			i++
			continue
		}
		var err error
		if i, err = d.fail(i, i+1, "ordinal not in range(128)"); err != nil {
			return Value{}, err
		}
	}
	return d.out.value(), nil
}

// DecodeUTF8 decodes complete UTF-8.
func DecodeUTF8(t *Thread, b []byte, errors string) (Value, error) {
	v, _, err := DecodeUTF8Stateful(t, b, errors, true)
	return v, err
}

// utf8Error classifies what stands at the beginning of malformed UTF-8: the number of bytes that cannot be decoded and why.
// truncated says that more bytes could complete it.
func utf8Error(b []byte) (n int, truncated bool) {
	c := b[0]
	need := 0
	switch {
	case c < 0xC2 || c > 0xF4:
		return 1, false
	case c < 0xE0:
		need = 2
	case c < 0xF0:
		need = 3
	default:
		need = 4
	}
	for i := 1; i < need; i++ {
		if i == len(b) {
			return i, true
		}
		low, high := byte(0x80), byte(0xBF)
		if i == 1 {
			switch c {
			case 0xE0:
				low = 0xA0
			case 0xED:
				high = 0x9F
			case 0xF0:
				low = 0x90
			case 0xF4:
				high = 0x8F
			}
		}
		if b[i] < low || b[i] > high {
			return i, false
		}
	}
	return need, false
}

// DecodeUTF8Stateful decodes UTF-8. Unless final, an incomplete sequence at the end is left: consumed is the number of
// bytes decoded.
func DecodeUTF8Stateful(t *Thread, b []byte, errors string, final bool) (v Value, consumed int, err error) {
	if isASCII(b) {
		return ToValue(decodeLatin1(b)), len(b), nil
	}
	text := unsafe.String(unsafe.SliceData(b), len(b))
	if utf8.ValidString(text) {
		return ToValue(NewStr(text)), len(b), nil
	}
	d := decoding{t: t, encoding: "utf-8", errors: errors, data: b}
	i := 0
	for i < len(d.data) {
		r, w := utf8.DecodeRune(d.data[i:])
		if r != utf8.RuneError || w != 1 {
			d.out.rune(r)
			i += w
			continue
		}
		n, truncated := utf8Error(d.data[i:])
		if rest := d.data[i:]; !final && len(rest) == 2 && rest[0] == 0xED && rest[1]&0xE0 == 0xA0 {
			// The first two bytes of a surrogate: the handler surrogatepass needs all three.
			truncated = true
		}
		reason := "invalid continuation byte"
		switch c := d.data[i]; {
		case truncated:
			if !final {
				return d.out.value(), i, nil
			}
			reason = "unexpected end of data"
		case c < 0xC2 || c > 0xF4:
			reason = "invalid start byte"
		}
		if i, err = d.fail(i, i+n, reason); err != nil {
			return Value{}, 0, err
		}
	}
	return d.out.value(), i, nil
}
