package objects

// EncodeFailure handles code points start to end of s, which an encoding cannot represent, by the error handler of that
// name. The replacement is a str or bytes, next the position to go on from. It serves the codecs of other packages.
func EncodeFailure(t *Thread, errors, encoding string, s *Str, start, end int, reason string) (repl Value, next int, err error) {
	return encodeFailure(t, errors, encoding, s, start, end, reason)
}

// DecodeFailure handles bytes start to end of data by the error handler of that name: it returns the replacement, the
// position to go on from, and the input, which the handler may have replaced.
func DecodeFailure(t *Thread, errors, encoding string, data []byte, start, end int, reason string) (repl *Str, next int, input []byte, err error) {
	d := decoding{t: t, encoding: encoding, errors: errors, data: data}
	next, err = d.fail(start, end, reason)
	if err != nil {
		return nil, 0, data, err
	}
	return d.out.result(), next, d.data, nil
}

// TranslateFailure handles code points start to end of s, which a mapping cannot translate.
func TranslateFailure(t *Thread, errors string, s *Str, start, end int, reason string) (repl Value, next int, err error) {
	exc := NewUnicodeError(&UnicodeTranslateErrorType, "", ToValue(s), start, end, reason)
	if errors == "strict" || errors == "" {
		return Value{}, 0, exc
	}
	return callHandler(t, errors, exc.(*Exception).Value(), s.n)
}
