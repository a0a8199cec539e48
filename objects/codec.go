package objects

import (
	"strings"

	"github.com/adder-lang/adder/internal/ucd"
)

// Encoding and decoding: the error handlers, and the entry points of str.encode and bytes.decode. The codecs themselves
// stand in the files codec*.go; they know nothing of the registry, so that _codecs is made of them.

// CodecHook encodes or decodes by the registry: what str.encode and bytes.decode do for encodings that have no fast path.
// encode is given a str, decode a bytes-like object.
var CodecHook struct {
	Encode func(t *Thread, v Value, encoding, errors string) (Value, error)
	Decode func(t *Thread, v Value, encoding, errors string) (Value, error)
}

// LookupErrorHook finds an error handler in the registry (codecs.lookup_error).
var LookupErrorHook func(t *Thread, name string) (Value, error)

// normalEncoding brings the name of an encoding to the form that the fast paths compare: lower case, '_' as '-'.
func normalEncoding(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), "_", "-")
}

// Encode is str.encode().
func Encode(t *Thread, v Value, encoding, errors string) (Value, error) {
	s := As[Str](v)
	switch normalEncoding(encoding) {
	case "utf-8", "utf8":
		b, err := EncodeUTF8(t, s, errors)
		return NewBytes(b), err
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1":
		b, err := EncodeLatin1(t, s, errors)
		return NewBytes(b), err
	case "ascii", "us-ascii":
		b, err := EncodeASCII(t, s, errors)
		return NewBytes(b), err
	case "utf-16":
		b, err := EncodeUTF16(t, s, errors, 0)
		return NewBytes(b), err
	case "utf-32":
		b, err := EncodeUTF32(t, s, errors, 0)
		return NewBytes(b), err
	}
	if CodecHook.Encode == nil {
		return Value{}, Errorf(&LookupErrorType, "unknown encoding: %s", encoding)
	}
	return CodecHook.Encode(t, v, encoding, errors)
}

// Decode is bytes.decode() of the contents b of v.
func Decode(t *Thread, v Value, b []byte, encoding, errors string) (Value, error) {
	switch normalEncoding(encoding) {
	case "utf-8", "utf8":
		return DecodeUTF8(t, b, errors)
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1":
		return ToValue(decodeLatin1(b)), nil
	case "ascii", "us-ascii":
		return DecodeASCII(t, b, errors)
	case "utf-16":
		s, _, _, err := DecodeUTF16(t, b, errors, 0, true)
		return s, err
	case "utf-32":
		s, _, _, err := DecodeUTF32(t, b, errors, 0, true)
		return s, err
	}
	if CodecHook.Decode == nil {
		return Value{}, Errorf(&LookupErrorType, "unknown encoding: %s", encoding)
	}
	return CodecHook.Decode(t, v, encoding, errors)
}

// encodeFailure calls the error handler for code points start to end of s, which encoding cannot represent. The
// replacement is a str or bytes, next the position to go on from.
func encodeFailure(t *Thread, errors, encoding string, s *Str, start, end int, reason string) (repl Value, next int, err error) {
	switch errors {
	case "strict", "":
		return Value{}, 0, NewUnicodeError(&UnicodeEncodeErrorType, encoding, ToValue(s), start, end, reason)
	case "ignore":
		return ToValue(strEmpty), end, nil
	}
	exc := NewUnicodeError(&UnicodeEncodeErrorType, encoding, ToValue(s), start, end, reason)
	return callHandler(t, errors, exc.(*Exception).Value(), s.n)
}

// callHandler handles a UnicodeEncodeError or UnicodeDecodeError by name; size is the length of the input, which positions
// are checked against.
func callHandler(t *Thread, name string, exc Value, size int) (repl Value, next int, err error) {
	if IsBuiltinErrorHandler(name) {
		return HandleCodecError(t, name, exc)
	}
	if LookupErrorHook == nil {
		return Value{}, 0, Errorf(&LookupErrorType, "unknown error handler name '%s'", name)
	}
	fn, err := LookupErrorHook(t, name)
	if err != nil {
		return Value{}, 0, err
	}
	r, err := Call1(t, fn, exc)
	if err != nil {
		return Value{}, 0, err
	}
	what := "encoding error handler must return (str/bytes, int) tuple"
	decoding := IsInstance(exc, &UnicodeDecodeErrorType)
	if decoding {
		what = "decoding error handler must return (str, int) tuple"
	} else if IsInstance(exc, &UnicodeTranslateErrorType) {
		what = "translating error handler must return (str, int) tuple"
	}
	pair, ok := TupleOf(r)
	if !ok || pair.Len() != 2 {
		return Value{}, 0, TypeErrorf("%s", what)
	}
	repl = pair.Item(0)
	_, isStr := StrOf(repl)
	_, isBytes := BytesOf(repl)
	if !isStr && (!isBytes || !IsInstance(exc, &UnicodeEncodeErrorType)) || !IsInt(pair.Item(1)) {
		return Value{}, 0, TypeErrorf("%s", what)
	}
	next, err = IndexInt(t, pair.Item(1), &OverflowErrorType)
	if err != nil {
		return Value{}, 0, err
	}
	if decoding {
		// The handler may have replaced the input.
		b, ok := BytesOf(As[UnicodeErrorObject](exc).Object)
		if !ok {
			return Value{}, 0, TypeErrorf("exception attribute object must be bytes")
		}
		size = len(b)
	}
	if next < 0 {
		next += size
	}
	if next < 0 || next > size {
		return Value{}, 0, IndexErrorf("position %d from error handler out of bounds", next)
	}
	return repl, next, nil
}

// IsBuiltinErrorHandler reports whether HandleCodecError knows a handler.
func IsBuiltinErrorHandler(name string) bool {
	switch name {
	case "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass":
		return true
	}
	return false
}

// wrongHandlerType is the error of a handler that was called with something that it cannot handle.
func wrongHandlerType(exc Value) error {
	return TypeErrorf("don't know how to handle %s in error callback", TypeOf(exc))
}

// HandleCodecError is a built-in error handler: codecs.strict_errors and its like. exc is a UnicodeError; the result is
// the replacement and the position to go on from.
func HandleCodecError(t *Thread, name string, exc Value) (repl Value, next int, err error) {
	if name == "strict" {
		if !IsInstance(exc, &BaseExceptionType) {
			return Value{}, 0, TypeErrorf("codec must pass exception instance")
		}
		return Value{}, 0, As[Exception](exc)
	}
	encode := IsInstance(exc, &UnicodeEncodeErrorType)
	decode := IsInstance(exc, &UnicodeDecodeErrorType)
	translate := IsInstance(exc, &UnicodeTranslateErrorType)
	if !encode && !decode && !translate {
		return Value{}, 0, wrongHandlerType(exc)
	}
	e := As[UnicodeErrorObject](exc)
	s, _ := StrOf(orNone(e.Object))
	data, _ := BytesOf(orNone(e.Object))
	size := len(data)
	if !decode {
		if s == nil {
			return Value{}, 0, TypeErrorf("object attribute must be str")
		}
		size = s.n
	}
	start := min(max(e.Start, 0), max(size-1, 0))
	end := min(max(e.End, min(1, size)), size)
	if start >= end && name != "surrogatepass" && name != "surrogateescape" {
		return ToValue(strEmpty), end, nil
	}
	switch name {
	case "ignore":
		return ToValue(strEmpty), end, nil
	case "replace":
		switch {
		case encode:
			return ToValue(StrFromLatin1([]byte(strings.Repeat("?", end-start)))), end, nil
		case decode:
			return ToValue(CharStr(0xFFFD)), end, nil
		}
		return StrValue(strings.Repeat("\uFFFD", end-start)), end, nil
	case "xmlcharrefreplace":
		if !encode {
			return Value{}, 0, wrongHandlerType(exc)
		}
		var b []byte
		for i := start; i < end; i++ {
			b = appendCharRef(b, s.At(i))
		}
		return ToValue(strFromASCII(b)), end, nil
	case "backslashreplace":
		var b []byte
		if decode {
			for _, c := range data[start:end] {
				b = append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
			}
		} else {
			for i := start; i < end; i++ {
				b = appendEscape(b, s.At(i))
			}
		}
		return ToValue(strFromASCII(b)), end, nil
	case "namereplace":
		if !encode {
			return Value{}, 0, wrongHandlerType(exc)
		}
		var b []byte
		for i := start; i < end; i++ {
			b = appendName(b, s.At(i))
		}
		return ToValue(strFromASCII(b)), end, nil
	case "surrogateescape":
		switch {
		case encode:
			b := make([]byte, 0, end-start)
			for i := start; i < end; i++ {
				r := s.At(i)
				if r < 0xDC80 || r > 0xDCFF {
					return Value{}, 0, As[Exception](exc)
				}
				b = append(b, byte(r-0xDC00))
			}
			return NewBytes(b), end, nil
		case decode:
			var b textBuilder
			// As many bytes as a multi-byte sequence has, but none below 128.
			n := 0
			for ; n < 4 && start+n < end && data[start+n] >= 128; n++ {
				b.rune(0xDC00 + rune(data[start+n]))
			}
			if n == 0 {
				return Value{}, 0, As[Exception](exc)
			}
			return b.value(), start + n, nil
		}
		return Value{}, 0, wrongHandlerType(exc)
	case "surrogatepass":
		return surrogatePass(exc, e, s, data, start, end)
	}
	return Value{}, 0, Errorf(&LookupErrorType, "unknown error handler name '%s'", name)
}

// appendCharRef appends the reference of a character in XML.
func appendCharRef(b []byte, r rune) []byte {
	b = append(b, '&', '#')
	var digits [10]byte
	i := len(digits)
	for {
		i--
		digits[i] = byte('0' + r%10)
		if r /= 10; r == 0 {
			break
		}
	}
	return append(append(b, digits[i:]...), ';')
}

// appendName appends \N{…} of a character, or its escape where it has no name.
func appendName(b []byte, r rune) []byte {
	if name := ucd.Current.Name(r); name != "" {
		b = append(b, `\N{`...)
		return append(append(b, name...), '}')
	}
	return appendEscape(b, r)
}

// surrogatePass is the handler that lets surrogates through the UTF codecs.
func surrogatePass(exc Value, e *UnicodeErrorObject, s *Str, data []byte, start, end int) (Value, int, error) {
	fail := func() (Value, int, error) { return Value{}, 0, As[Exception](exc) }
	name, ok := StrOf(orNone(e.Encoding))
	if !ok {
		return Value{}, 0, TypeErrorf("encoding attribute must be str")
	}
	encoding := normalEncoding(name.String())
	width, little := 0, true
	switch encoding {
	case "utf-8", "utf8", "cp65001":
		width = 1
	case "utf-16", "utf16", "utf-16-le", "utf-16le", "utf16le", "utf16-le":
		width = 2
	case "utf-16-be", "utf-16be", "utf16be", "utf16-be":
		width, little = 2, false
	case "utf-32", "utf32", "utf-32-le", "utf-32le", "utf32le", "utf32-le":
		width = 4
	case "utf-32-be", "utf-32be", "utf32be", "utf32-be":
		width, little = 4, false
	default:
		return fail()
	}
	if s != nil {
		if !IsInstance(exc, &UnicodeEncodeErrorType) {
			return Value{}, 0, wrongHandlerType(exc)
		}
		var b []byte
		for i := start; i < end; i++ {
			r := s.At(i)
			if r < 0xD800 || r > 0xDFFF {
				return fail()
			}
			switch width {
			case 1:
				b = appendWTF8(b, r)
			case 2:
				b = appendUnit16(b, uint16(r), little)
			default:
				b = appendUnit32(b, uint32(r), little)
			}
		}
		return NewBytes(b), end, nil
	}
	rest := data[start:]
	var r rune
	switch n := max(width, 1); {
	case width == 1 && len(rest) >= 3 && rest[0] == 0xED && rest[1]&0xE0 == 0xA0 && rest[2]&0xC0 == 0x80:
		r = 0xD000 | rune(rest[1]&0x3F)<<6 | rune(rest[2]&0x3F)
		return ToValue(CharStr(r)), start + 3, nil
	case width == 1 || len(rest) < n:
		return fail()
	case width == 2:
		r = rune(unit16(rest, little))
	default:
		r = rune(unit32(rest, little))
	}
	if r < 0xD800 || r > 0xDFFF {
		return fail()
	}
	return ToValue(CharStr(r)), start + width, nil
}

// decoding is the state of a decoder: its input, which an error handler may replace, and its output.
type decoding struct {
	t        *Thread
	encoding string
	errors   string
	data     []byte
	out      textBuilder
	exc      Value // of the first failure, which later ones change: its args stay
}

// fail calls the error handler for bytes start to end and appends the replacement; the result is the position to go on
// from.
func (d *decoding) fail(start, end int, reason string) (int, error) {
	switch d.errors {
	case "ignore":
		return end, nil
	case "replace":
		d.out.rune(0xFFFD)
		return end, nil
	}
	v := d.exc
	if v.IsZero() {
		exc := NewUnicodeError(&UnicodeDecodeErrorType, d.encoding, NewBytes(append([]byte(nil), d.data...)), start, end, reason)
		if d.errors == "strict" || d.errors == "" {
			return 0, exc
		}
		v = exc.(*Exception).Value()
		d.exc = v
	} else {
		u := As[UnicodeErrorObject](v)
		u.Start, u.End, u.Reason = start, end, StrValue(reason)
	}
	repl, next, err := callHandler(d.t, d.errors, v, len(d.data))
	if err != nil {
		return 0, err
	}
	if b, ok := BytesOf(As[UnicodeErrorObject](v).Object); ok && string(b) != string(d.data) {
		d.data = b
	}
	d.out.str(As[Str](repl))
	return next, nil
}
