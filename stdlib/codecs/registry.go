package codecs

import (
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// The registry.
//
// Concurrency: without the global lock it would have a lock of its own.
var registry struct {
	search   []value
	cache    map[string]value
	handlers map[string]value
	// started says that the package encodings has been imported, which registers the search function of the library.
	started bool
}

// normalise brings the name of an encoding to the form that search functions are given.
func normalise(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", "_"))
}

// Lookup finds a codec: a tuple (encoder, decoder, stream reader, stream writer), usually a codecs.CodecInfo.
func Lookup(t *thread, encoding string) (value, error) {
	if strings.IndexByte(encoding, 0) >= 0 {
		return value{}, objects.ValueErrorf("embedded null character")
	}
	name := normalise(encoding)
	if v, ok := registry.cache[name]; ok {
		return v, nil
	}
	if !registry.started {
		registry.started = true
		if _, err := interp.ImportModule(t, "encodings"); err != nil {
			registry.started = false
			return value{}, err
		}
	}
	arg := native.Str(name)
	for _, fn := range append([]value(nil), registry.search...) {
		r, err := objects.Call1(t, fn, arg)
		if err != nil {
			return value{}, err
		}
		if r == objects.None {
			continue
		}
		if p, ok := objects.TupleOf(r); !ok || p.Len() != 4 {
			return value{}, objects.TypeErrorf("codec search functions must return 4-tuples")
		}
		if registry.cache == nil {
			registry.cache = map[string]value{}
		}
		registry.cache[name] = r
		return r, nil
	}
	return value{}, objects.Errorf(&objects.LookupErrorType, "unknown encoding: %s", encoding)
}

// LookupText is Lookup for an encoding of text; alternative names what to use for others ("codecs.open()").
func LookupText(t *thread, encoding, alternative string) (value, error) {
	info, err := Lookup(t, encoding)
	if err != nil {
		return value{}, err
	}
	if objects.Is(info, &objects.TupleType) {
		return info, nil
	}
	v, err := objects.FindAttr(t, info, objects.Intern("_is_text_encoding"))
	if err != nil {
		return value{}, err
	}
	if !v.IsZero() {
		text, err := objects.Truth(t, v)
		if err != nil {
			return value{}, err
		}
		if !text {
			return value{}, objects.Errorf(&objects.LookupErrorType,
				"'%s' is not a text encoding; use %s to handle arbitrary codecs", encoding, alternative)
		}
	}
	return info, nil
}

// run calls the encoder (0) or decoder (1) of a codec.
func run(t *thread, info value, which int, v value, encoding, errors string) (value, error) {
	p, _ := objects.TupleOf(info)
	args := []value{v, native.Str(errors)}
	if errors == "" {
		args = args[:1]
	}
	r, err := objects.Call(t, p.Item(which), args, nil)
	name := [...]string{"encoding", "decoding"}[which]
	if err != nil {
		if e, ok := err.(*objects.Exception); ok && e.Matches(&objects.ExceptionType) {
			e.AddNote(native.Str(name + " with '" + encoding + "' codec failed"))
		}
		return value{}, err
	}
	pair, ok := objects.TupleOf(r)
	if !ok || pair.Len() != 2 {
		return value{}, objects.TypeErrorf("%s must return a tuple (object, integer)", [...]string{"encoder", "decoder"}[which])
	}
	return pair.Item(0), nil
}

// encodeText is what str.encode() does for encodings without a fast path.
func encodeText(t *thread, v value, encoding, errors string) (value, error) {
	info, err := LookupText(t, encoding, "codecs.encode()")
	if err != nil {
		return value{}, err
	}
	r, err := run(t, info, 0, v, encoding, errors)
	if err != nil {
		return value{}, err
	}
	if _, ok := objects.BytesOf(r); ok {
		return r, nil
	}
	if objects.IsInstance(r, &objects.ByteArrayType) {
		if err := objects.H.Warn(t, &objects.RuntimeWarningType, "encoder "+encoding+" returned bytearray instead of bytes; "+
			"use codecs.encode() to encode to arbitrary types", 1); err != nil {
			return value{}, err
		}
		b, release, err := native.Bytes(t, r)
		if err != nil {
			return value{}, err
		}
		defer release()
		return objects.NewBytes(append([]byte(nil), b...)), nil
	}
	return value{}, objects.TypeErrorf("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types",
		encoding, objects.TypeOf(r))
}

// decodeText is what bytes.decode() does for encodings without a fast path.
func decodeText(t *thread, v value, encoding, errors string) (value, error) {
	info, err := LookupText(t, encoding, "codecs.decode()")
	if err != nil {
		return value{}, err
	}
	r, err := run(t, info, 1, v, encoding, errors)
	if err != nil {
		return value{}, err
	}
	if _, ok := objects.StrOf(r); !ok {
		return value{}, objects.TypeErrorf("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types",
			encoding, objects.TypeOf(r))
	}
	return r, nil
}

// LookupError finds an error handler by name.
func LookupError(t *thread, name string) (value, error) {
	if name == "" {
		name = "strict"
	}
	if v, ok := registry.handlers[name]; ok {
		return v, nil
	}
	if objects.IsBuiltinErrorHandler(name) {
		v := builtinHandler(name)
		if registry.handlers == nil {
			registry.handlers = map[string]value{}
		}
		registry.handlers[name] = v
		return v, nil
	}
	return value{}, objects.Errorf(&objects.LookupErrorType, "unknown error handler name '%s'", name)
}

// builtinHandler makes the function of a built-in error handler.
func builtinHandler(name string) value {
	fn := name
	if !strings.HasPrefix(name, "surrogate") {
		fn += "_errors"
	}
	def := &objects.FuncDef{Name: fn, Sig: "exc, /", NoSig: true,
		Doc: "Implements the '" + name + "' error handling.",
		Fn: func(t *thread, self value, args []value) (value, error) {
			repl, next, err := objects.HandleCodecError(t, name, args[0])
			if err != nil {
				return value{}, err
			}
			return native.Tuple(repl, objects.Int(int64(next))), nil
		}}
	return objects.NewBuiltin(def, value{})
}

// Install connects the object model with the registry.
func Install() {
	objects.CodecHook.Encode = encodeText
	objects.CodecHook.Decode = decodeText
	objects.LookupErrorHook = LookupError
}

// EncodeStr encodes a string in an encoding that package objects has.
func EncodeStr(t *thread, encoding string, s *objects.Str, errors string) ([]byte, error) {
	v, err := objects.Encode(t, s.Value(), encoding, errors)
	if err != nil {
		return nil, err
	}
	b, _ := objects.BytesOf(v)
	return b, nil
}

// DecodeBytes decodes bytes in an encoding that package objects has.
func DecodeBytes(t *thread, encoding string, b []byte, errors string) (*objects.Str, error) {
	v, err := objects.Decode(t, objects.NewBytes(b), b, encoding, errors)
	if err != nil {
		return nil, err
	}
	s, _ := objects.StrOf(v)
	return s, nil
}
