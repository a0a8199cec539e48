package codecs

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// encodingMap is what charmap_build makes of a decoding table: the byte of each character.
type encodingMap struct {
	objects.Head
	bytes map[rune]byte
}

var encodingMapType objects.Type

func charmapBuild(t *thread, self value, args []value) (value, error) {
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("charmap_build() argument must be str, not %s", native.TypeName(args[0]))
	}
	if encodingMapType.Name == "" {
		encodingMapType.Name = "EncodingMap"
		encodingMapType.Flags = objects.FlagNoInstantiate
		objects.Layout[encodingMap](&encodingMapType)
		objects.NewType(&encodingMapType)
	}
	m := &encodingMap{Head: objects.MakeHead(&encodingMapType), bytes: make(map[rune]byte, s.Len())}
	for i := range min(s.Len(), 256) {
		if r := s.At(i); r != 0xFFFE {
			if _, dup := m.bytes[r]; !dup || i != 0 {
				m.bytes[r] = byte(i)
			}
		}
	}
	return objects.ToValue(m), nil
}

// item looks a key up in a mapping; absence is the zero value.
func item(t *thread, mapping, key value) (value, error) {
	v, err := objects.GetItem(t, mapping, key)
	if err != nil {
		if objects.IsError(err, &objects.LookupErrorType) {
			return value{}, nil
		}
		return value{}, err
	}
	if v == objects.None {
		v = value{}
	}
	return v, nil
}

// mapped appends what a mapping gives for a character; ok is false where it gives nothing.
func mapped(t *thread, out []byte, mapping value, r rune) ([]byte, bool, error) {
	if objects.Is(mapping, &encodingMapType) {
		b, ok := objects.As[encodingMap](mapping).bytes[r]
		if ok {
			out = append(out, b)
		}
		return out, ok, nil
	}
	v, err := item(t, mapping, objects.Int(int64(r)))
	if err != nil || v.IsZero() {
		return out, false, err
	}
	if objects.IsInt(v) {
		n, ok := objects.Int64Of(v)
		if !ok || n < 0 || n > 255 {
			return out, false, objects.TypeErrorf("character mapping must be in range(256)")
		}
		return append(out, byte(n)), true, nil
	}
	if b, ok := objects.BytesOf(v); ok {
		return append(out, b...), true, nil
	}
	return out, false, objects.TypeErrorf("character mapping must return integer, bytes or None, not %s", objects.TypeOf(v))
}

func charmapEncode(t *thread, self value, args []value) (value, error) {
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("charmap_encode() argument 1 must be str, not %s", native.TypeName(args[0]))
	}
	errors, err := errorsArg(args[1], "charmap_encode")
	if err != nil {
		return value{}, err
	}
	size := objects.Int(int64(s.Len()))
	if !native.Given(args[2]) {
		b, err := objects.EncodeLatin1(t, s, errors)
		if err != nil {
			return value{}, err
		}
		return native.Tuple(objects.NewBytes(b), size), nil
	}
	mapping := args[2]
	out := make([]byte, 0, s.Len())
	for i := 0; i < s.Len(); {
		next, found, err := mapped(t, out, mapping, s.At(i))
		if err != nil {
			return value{}, err
		}
		if found {
			out = next
			i++
			continue
		}
		// Characters in a row that have no mapping are one error.
		end := i + 1
		for ; end < s.Len(); end++ {
			_, found, err := mapped(t, nil, mapping, s.At(end))
			if err != nil {
				return value{}, err
			}
			if found {
				break
			}
		}
		repl, at, err := objects.EncodeFailure(t, errors, "charmap", s, i, end, "character maps to <undefined>")
		if err != nil {
			return value{}, err
		}
		if b, ok := objects.BytesOf(repl); ok {
			out = append(out, b...)
		} else if rs, ok := objects.StrOf(repl); ok {
			for k := range rs.Len() {
				next, found, err := mapped(t, out, mapping, rs.At(k))
				if err != nil {
					return value{}, err
				}
				if !found {
					return value{}, objects.NewUnicodeError(&objects.UnicodeEncodeErrorType, "charmap", s.Value(), i, end, "character maps to <undefined>")
				}
				out = next
			}
		}
		i = at
	}
	return native.Tuple(objects.NewBytes(out), size), nil
}

func charmapDecode(t *thread, self value, args []value) (value, error) {
	b, release, err := native.Bytes(t, args[0])
	if err != nil {
		return value{}, err
	}
	defer release()
	errors, err := errorsArg(args[1], "charmap_decode")
	if err != nil {
		return value{}, err
	}
	size := objects.Int(int64(len(b)))
	if !native.Given(args[2]) {
		return native.Tuple(objects.DecodeLatin1(b), size), nil
	}
	d := text{t: t, encoding: "charmap", errors: errors, data: b}
	d.out = make([]rune, 0, len(b))
	table, isStr := objects.StrOf(args[2])
	for i := 0; i < len(d.data); {
		c := d.data[i]
		found := false
		if isStr {
			if int(c) < table.Len() && table.At(int(c)) != 0xFFFE {
				d.out = append(d.out, table.At(int(c)))
				found = true
			}
		} else {
			v, err := item(t, args[2], objects.Int(int64(c)))
			if err != nil {
				return value{}, err
			}
			if n, ok := objects.Int64Of(native.None(v)); ok {
				if n < 0 || n > 0x10FFFF {
					return value{}, objects.TypeErrorf("character mapping must be in range(0x%x)", 0x110000)
				}
				if n != 0xFFFE {
					d.out = append(d.out, rune(n))
					found = true
				}
			} else if s, ok := objects.StrOf(native.None(v)); ok {
				if s.Len() != 1 || s.At(0) != 0xFFFE {
					d.out = append(d.out, s.Runes()...)
					found = true
				}
			} else if !v.IsZero() {
				return value{}, objects.TypeErrorf("character mapping must return integer, None or str")
			}
		}
		if found {
			i++
			continue
		}
		if i, err = d.fail(i, i+1, "character maps to <undefined>"); err != nil {
			return value{}, err
		}
	}
	return native.Tuple(d.value(), size), nil
}
