package codecs

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_codecs",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		Install()
		objects.AddRoots(func(visit func(value)) {
			native.Visit(visit, registry.search...)
			for _, v := range registry.cache {
				visit(v)
			}
			for _, v := range registry.handlers {
				visit(v)
			}
		})
		return nil
	},
}

// errorsArg returns the name of an error handler, "strict" where none was given.
func errorsArg(v value, fn string) (string, error) {
	if !native.Given(v) {
		return "strict", nil
	}
	s, ok := objects.StrOf(v)
	if !ok {
		return "", objects.TypeErrorf("%s() argument 2 must be str or None, not %s", fn, objects.TypeOf(v))
	}
	return s.String(), nil
}

// encoder declares an encoding function.
func encoder(name string, f func(t *thread, s *objects.Str, errors string) ([]byte, error)) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "str, errors=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
		s, ok := objects.StrOf(args[0])
		if !ok {
			return value{}, objects.TypeErrorf("%s() argument 1 must be str, not %s", name, native.TypeName(args[0]))
		}
		errors, err := errorsArg(args[1], name)
		if err != nil {
			return value{}, err
		}
		b, err := f(t, s, errors)
		if err != nil {
			return value{}, err
		}
		return native.Tuple(objects.NewBytes(b), objects.Int(int64(s.Len()))), nil
	}}
}

// decoder declares a decoding function; stateful ones take final.
func decoder(name string, stateful, finalDefault bool, f func(t *thread, b []byte, errors string, final bool) (v value, consumed int, err error)) objects.FuncDef {
	sig := "data, errors=None, /"
	if stateful {
		sig = "data, errors=None, final=False, /"
		if finalDefault {
			sig = "data, errors=None, final=True, /"
		}
	}
	return objects.FuncDef{Name: name, Sig: sig, Fn: func(t *thread, self value, args []value) (value, error) {
		var b []byte
		if s, ok := objects.StrOf(args[0]); ok && finalDefault {
			b = []byte(s.String())
		} else {
			p, release, err := native.Bytes(t, args[0])
			if err != nil {
				return value{}, err
			}
			defer release()
			b = p
		}
		errors, err := errorsArg(args[1], name)
		if err != nil {
			return value{}, err
		}
		final := true
		if stateful {
			if final, err = native.Bool(t, args[2], finalDefault); err != nil {
				return value{}, err
			}
		}
		v, n, err := f(t, b, errors, final)
		if err != nil {
			return value{}, err
		}
		return native.Tuple(v, objects.Int(int64(n))), nil
	}}
}

type decodeFunc = func(t *thread, b []byte, errors string, final bool) (value, int, error)

func wide(f func(t *thread, b []byte, errors string, order int, final bool) (value, int, int, error), order int) decodeFunc {
	return func(t *thread, b []byte, errors string, final bool) (value, int, error) {
		v, n, _, err := f(t, b, errors, order, final)
		return v, n, err
	}
}

// exDecode declares utf_16_ex_decode and utf_32_ex_decode, which take and give the byte order.
func exDecode(name string, f func(t *thread, b []byte, errors string, order int, final bool) (value, int, int, error)) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "data, errors=None, byteorder=0, final=False, /", Fn: func(t *thread, self value, args []value) (value, error) {
		b, release, err := native.Bytes(t, args[0])
		if err != nil {
			return value{}, err
		}
		defer release()
		errors, err := errorsArg(args[1], name)
		if err != nil {
			return value{}, err
		}
		order, err := native.IntOr(t, args[2], 0)
		if err != nil {
			return value{}, err
		}
		final, err := native.Bool(t, args[3], false)
		if err != nil {
			return value{}, err
		}
		v, n, found, err := f(t, b, errors, order, final)
		if err != nil {
			return value{}, err
		}
		return native.Tuple(v, objects.Int(int64(n)), objects.Int(int64(found))), nil
	}}
}

func wideEncoder(name string, f func(t *thread, s *objects.Str, errors string, order int) ([]byte, error), order int) objects.FuncDef {
	return encoder(name, func(t *thread, s *objects.Str, errors string) ([]byte, error) { return f(t, s, errors, order) })
}

// orderedEncoder declares utf_16_encode and utf_32_encode, which take the byte order.
func orderedEncoder(name string, f func(t *thread, s *objects.Str, errors string, order int) ([]byte, error)) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "str, errors=None, byteorder=0, /", Fn: func(t *thread, self value, args []value) (value, error) {
		s, ok := objects.StrOf(args[0])
		if !ok {
			return value{}, objects.TypeErrorf("%s() argument 1 must be str, not %s", name, native.TypeName(args[0]))
		}
		errors, err := errorsArg(args[1], name)
		if err != nil {
			return value{}, err
		}
		order, err := native.IntOr(t, args[2], 0)
		if err != nil {
			return value{}, err
		}
		b, err := f(t, s, errors, order)
		if err != nil {
			return value{}, err
		}
		return native.Tuple(objects.NewBytes(b), objects.Int(int64(s.Len()))), nil
	}}
}

func textArg(v value, fn, arg string) (string, error) { return native.Text(v, fn, arg) }

func methods() []objects.FuncDef {
	list := []objects.FuncDef{
		{Name: "register", Sig: "search_function, /", Doc: "Add a function that finds codecs: called with the name of an encoding, it returns a CodecInfo object or None.", Fn: func(t *thread, self value, args []value) (value, error) {
			if !objects.Callable(args[0]) {
				return value{}, objects.TypeErrorf("argument must be callable")
			}
			registry.search = append(registry.search, args[0])
			return objects.None, nil
		}},
		{Name: "unregister", Sig: "search_function, /", Doc: "Take a search function away again, and forget the codecs found so far.", Fn: func(t *thread, self value, args []value) (value, error) {
			for i, fn := range registry.search {
				if fn == args[0] {
					registry.search = append(append([]value(nil), registry.search[:i]...), registry.search[i+1:]...)
					registry.cache = nil
					break
				}
			}
			return objects.None, nil
		}},
		{Name: "lookup", Sig: "encoding, /", Doc: "Return the CodecInfo object of an encoding, or raise LookupError.", Fn: func(t *thread, self value, args []value) (value, error) {
			name, err := textArg(args[0], "lookup", "")
			if err != nil {
				return value{}, err
			}
			return Lookup(t, name)
		}},
		{Name: "encode", Sig: "obj, encoding='utf-8', errors='strict'", Doc: "Return what the codec of an encoding makes of obj; errors names the error handler.", Fn: func(t *thread, self value, args []value) (value, error) {
			return general(t, args, 0)
		}},
		{Name: "decode", Sig: "obj, encoding='utf-8', errors='strict'", Doc: "Return what the codec of an encoding reads from obj; errors names the error handler.", Fn: func(t *thread, self value, args []value) (value, error) {
			return general(t, args, 1)
		}},
		{Name: "register_error", Sig: "errors, handler, /", Doc: "Make handler the error handler named errors.\n\nA codec calls it with the exception, and it returns a replacement and the position to go on at.", Fn: func(t *thread, self value, args []value) (value, error) {
			name, err := textArg(args[0], "register_error", "1")
			if err != nil {
				return value{}, err
			}
			if !objects.Callable(args[1]) {
				return value{}, objects.TypeErrorf("handler must be callable")
			}
			if registry.handlers == nil {
				registry.handlers = map[string]value{}
			}
			registry.handlers[name] = args[1]
			return objects.None, nil
		}},
		{Name: "lookup_error", Sig: "name, /", Doc: "Return the error handler of that name, or raise LookupError.", Fn: func(t *thread, self value, args []value) (value, error) {
			name, err := textArg(args[0], "lookup_error", "")
			if err != nil {
				return value{}, err
			}
			return LookupError(t, name)
		}},
		encoder("utf_8_encode", objects.EncodeUTF8),
		decoder("utf_8_decode", true, false, objects.DecodeUTF8Stateful),
		encoder("latin_1_encode", objects.EncodeLatin1),
		decoder("latin_1_decode", false, false, func(t *thread, b []byte, errors string, final bool) (value, int, error) {
			return objects.DecodeLatin1(b), len(b), nil
		}),
		encoder("ascii_encode", objects.EncodeASCII),
		decoder("ascii_decode", false, false, func(t *thread, b []byte, errors string, final bool) (value, int, error) {
			v, err := objects.DecodeASCII(t, b, errors)
			return v, len(b), err
		}),
		orderedEncoder("utf_16_encode", objects.EncodeUTF16), wideEncoder("utf_16_le_encode", objects.EncodeUTF16, -1),
		wideEncoder("utf_16_be_encode", objects.EncodeUTF16, 1),
		orderedEncoder("utf_32_encode", objects.EncodeUTF32), wideEncoder("utf_32_le_encode", objects.EncodeUTF32, -1),
		wideEncoder("utf_32_be_encode", objects.EncodeUTF32, 1),
		decoder("utf_16_decode", true, false, wide(objects.DecodeUTF16, 0)), decoder("utf_16_le_decode", true, false, wide(objects.DecodeUTF16, -1)),
		decoder("utf_16_be_decode", true, false, wide(objects.DecodeUTF16, 1)),
		decoder("utf_32_decode", true, false, wide(objects.DecodeUTF32, 0)), decoder("utf_32_le_decode", true, false, wide(objects.DecodeUTF32, -1)),
		decoder("utf_32_be_decode", true, false, wide(objects.DecodeUTF32, 1)),
		exDecode("utf_16_ex_decode", objects.DecodeUTF16), exDecode("utf_32_ex_decode", objects.DecodeUTF32),
		encoder("utf_7_encode", func(_ *thread, s *objects.Str, _ string) ([]byte, error) { return objects.EncodeUTF7(s), nil }),
		decoder("utf_7_decode", true, false, objects.DecodeUTF7),
		encoder("unicode_escape_encode", encodeUnicodeEscape), decoder("unicode_escape_decode", true, true, decodeUnicodeEscape),
		encoder("raw_unicode_escape_encode", encodeRawEscape), decoder("raw_unicode_escape_decode", true, true, decodeRawEscape),
		{Name: "escape_encode", Sig: "data, errors=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
			b, ok := objects.BytesOf(args[0])
			if !ok {
				return value{}, objects.TypeErrorf("escape_encode() argument 1 must be bytes, not %s", native.TypeName(args[0]))
			}
			return native.Tuple(objects.NewBytes(escapeBytes(b)), objects.Int(int64(len(b)))), nil
		}},
		{Name: "escape_decode", Sig: "data, errors=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
			var b []byte
			if s, ok := objects.StrOf(args[0]); ok {
				b = []byte(s.String())
			} else {
				p, release, err := native.Bytes(t, args[0])
				if err != nil {
					return value{}, err
				}
				defer release()
				b = p
			}
			errors, err := errorsArg(args[1], "escape_decode")
			if err != nil {
				return value{}, err
			}
			out, err := unescapeBytes(t, b, errors)
			if err != nil {
				return value{}, err
			}
			return native.Tuple(objects.NewBytes(out), objects.Int(int64(len(b)))), nil
		}},
		{Name: "readbuffer_encode", Sig: "data, errors=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
			var b []byte
			if s, ok := objects.StrOf(args[0]); ok {
				b = []byte(s.String())
			} else {
				p, release, err := native.Bytes(t, args[0])
				if err != nil {
					return value{}, err
				}
				defer release()
				b = append([]byte(nil), p...)
			}
			return native.Tuple(objects.NewBytes(b), objects.Int(int64(len(b)))), nil
		}},
		{Name: "charmap_encode", Sig: "str, errors=None, mapping=None, /", Fn: charmapEncode},
		{Name: "charmap_decode", Sig: "data, errors=None, mapping=None, /", Fn: charmapDecode},
		{Name: "charmap_build", Sig: "map, /", Fn: charmapBuild},
	}
	return list
}

// general is codecs.encode and codecs.decode.
func general(t *thread, args []value, which int) (value, error) {
	fn := [...]string{"encode", "decode"}[which]
	encoding, errors := "utf-8", ""
	var err error
	if !args[1].IsZero() {
		if encoding, err = textArg(args[1], fn, "'encoding'"); err != nil {
			return value{}, err
		}
	}
	if !args[2].IsZero() {
		if errors, err = textArg(args[2], fn, "'errors'"); err != nil {
			return value{}, err
		}
	}
	info, err := Lookup(t, encoding)
	if err != nil {
		return value{}, err
	}
	return run(t, info, which, args[0], encoding, errors)
}
