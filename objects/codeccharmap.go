package objects

// The codec of character maps: each byte stands for a character that a mapping or a string of 256 characters gives.

// undefinedChar marks a byte without a character in the string of a decoding map.
const undefinedChar = 0xFFFE

// DecodeCharmap decodes by a mapping from bytes to characters; None stands for Latin-1.
func DecodeCharmap(t *Thread, b []byte, errors string, mapping Value) (Value, error) {
	if mapping.IsZero() || mapping == None {
		return DecodeLatin1(b), nil
	}
	table, isStr := StrOf(mapping)
	d := decoding{t: t, encoding: "charmap", errors: errors, data: b}
	for i := 0; i < len(d.data); {
		c := d.data[i]
		undefined := false
		if isStr {
			if undefined = int(c) >= table.n || table.At(int(c)) == undefinedChar; !undefined {
				d.out.rune(table.At(int(c)))
			}
		} else {
			tr, err := lookupTranslation(t, mapping, rune(c))
			if err != nil {
				if IsError(err, &ValueErrorType) {
					err = TypeErrorf("character mapping must be in range(0x%x)", 0x110000)
				}
				return Value{}, err
			}
			switch {
			case tr.keep || tr.delete || tr.s == nil && tr.r == undefinedChar || tr.s != nil && tr.s.n == 1 && tr.s.At(0) == undefinedChar:
				undefined = true
			case tr.s != nil:
				d.out.str(tr.s)
			default:
				d.out.rune(tr.r)
			}
		}
		if !undefined {
			i++
			continue
		}
		var err error
		if i, err = d.fail(i, i+1, "character maps to <undefined>"); err != nil {
			return Value{}, err
		}
	}
	return d.out.value(), nil
}

// EncodeCharmap encodes by a mapping from characters to bytes; None stands for Latin-1.
func EncodeCharmap(t *Thread, s *Str, errors string, mapping Value) ([]byte, error) {
	if mapping.IsZero() || mapping == None {
		return EncodeLatin1(t, s, errors)
	}
	var failure error
	b, err := encodeRunes(t, s, errors, "charmap", "character maps to <undefined>", false, func(b []byte, r rune) ([]byte, bool) {
		if failure != nil {
			return b, true
		}
		var ok bool
		b, ok, failure = encodeMapped(t, b, r, mapping)
		return b, ok || failure != nil
	})
	if failure != nil {
		return nil, failure
	}
	return b, err
}

// encodeMapped appends what a mapping gives for a character; ok is false where it gives nothing.
func encodeMapped(t *Thread, b []byte, r rune, mapping Value) (out []byte, ok bool, err error) {
	v, err := GetItem(t, mapping, InlineInt(int64(r)))
	if err != nil {
		if IsError(err, &LookupErrorType) {
			return b, false, nil
		}
		return b, false, err
	}
	if v == None {
		return b, false, nil
	}
	if IsInt(v) {
		i, fits := Int64Of(v)
		if !fits || i < 0 || i > 255 {
			return b, false, TypeErrorf("character mapping must be in range(256)")
		}
		return append(b, byte(i)), true, nil
	}
	if p, isBytes := BytesOf(v); isBytes {
		return append(b, p...), true, nil
	}
	return b, false, TypeErrorf("character mapping must return integer, bytes or None, not %s", TypeOf(v))
}

// BuildCharmap inverts the string of a decoding map, for codecs.charmap_build.
func BuildCharmap(table *Str) Value {
	d := NewDict()
	for i := range table.n {
		r := table.At(i)
		if r == undefinedChar {
			continue
		}
		key := InlineInt(int64(r))
		d.SetHash(nil, key, hashInline(int64(r)), Int(int64(i)))
	}
	return ToValue(d)
}
