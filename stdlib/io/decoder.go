package io

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/codecs"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// decoder turns bytes into text piece by piece: codecs.IncrementalDecoder, or a fast one of our own.
type decoder interface {
	decode(t *thread, b []byte, final bool) (*objects.Str, error)
	getState(t *thread) (rest []byte, flags value, err error)
	setState(t *thread, rest []byte, flags value) error
	reset(t *thread) error
}

// codecKind is an encoding that is handled without calling Python code.
type codecKind uint8

const (
	codecOther codecKind = iota
	codecUTF8
	codecASCII
	codecLatin1
)

var codecNames = [...]string{codecUTF8: "utf-8", codecASCII: "ascii", codecLatin1: "iso-8859-1"}

// codecOf recognises the encodings with fast paths by the names that programs use most.
func codecOf(encoding string) codecKind {
	switch strings.ReplaceAll(strings.ToLower(encoding), "_", "-") {
	case "utf-8", "utf8":
		return codecUTF8
	case "ascii", "us-ascii":
		return codecASCII
	case "latin-1", "latin1", "iso-8859-1", "iso8859-1":
		return codecLatin1
	}
	return codecOther
}

// nativeDecoder decodes UTF-8, ASCII or Latin-1.
type nativeDecoder struct {
	kind   codecKind
	errors string
	// rest are the first bytes of a character that has not ended.
	rest []byte
}

// incompleteTail is the number of bytes at the end of b that begin a character of UTF-8 but do not end it.
func incompleteTail(b []byte) int {
	for i := 1; i <= 3 && i <= len(b); i++ {
		c := b[len(b)-i]
		if c < 0x80 {
			return 0
		}
		if c >= 0xC0 {
			if tail := b[len(b)-i:]; !utf8.FullRune(tail) {
				return i
			}
			return 0
		}
	}
	return 0
}

func (d *nativeDecoder) decode(t *thread, b []byte, final bool) (*objects.Str, error) {
	if len(d.rest) > 0 {
		b = append(append([]byte(nil), d.rest...), b...)
	}
	switch d.kind {
	case codecLatin1:
		return objects.StrFromLatin1(b), nil
	case codecUTF8:
		tail := 0
		if !final {
			tail = incompleteTail(b)
		}
		head := b[:len(b)-tail]
		s, err := decodeUTF8(t, head, d.errors)
		if err != nil {
			return nil, err
		}
		d.rest = append(d.rest[:0:0], b[len(head):]...)
		return s, nil
	}
	s := objects.StrFromLatin1(b)
	if s.IsASCII() {
		return s, nil
	}
	return codecs.DecodeBytes(t, codecNames[d.kind], b, d.errors)
}

// decodeUTF8 decodes whole characters.
func decodeUTF8(t *thread, b []byte, errors string) (*objects.Str, error) {
	if utf8.Valid(b) {
		return objects.NewStr(unsafe.String(unsafe.SliceData(b), len(b))), nil
	}
	return codecs.DecodeBytes(t, "utf-8", b, errors)
}

func (d *nativeDecoder) getState(t *thread) ([]byte, value, error) {
	return d.rest, objects.Int(0), nil
}

func (d *nativeDecoder) setState(t *thread, rest []byte, flags value) error {
	d.rest = append(d.rest[:0:0], rest...)
	return nil
}

func (d *nativeDecoder) reset(t *thread) error {
	d.rest = nil
	return nil
}

// pyDecoder is an incremental decoder that is a Python object.
type pyDecoder struct{ obj value }

func (d pyDecoder) decode(t *thread, b []byte, final bool) (*objects.Str, error) {
	r, err := objects.CallMethod(t, d.obj, names.decode, objects.NewBytes(b), objects.Bool(final))
	if err != nil {
		return nil, err
	}
	s, ok := objects.StrOf(r)
	if !ok {
		return nil, objects.TypeErrorf("decoder should return a string result, not '%s'", objects.TypeOf(r))
	}
	return s, nil
}

func (d pyDecoder) getState(t *thread) ([]byte, value, error) {
	r, err := objects.CallMethod(t, d.obj, names.getstate)
	if err != nil {
		return nil, value{}, err
	}
	s, ok := objects.TupleOf(r)
	if !ok {
		return nil, value{}, objects.TypeErrorf("illegal decoder state")
	}
	if s.Len() != 2 || !objects.IsInt(s.Item(1)) {
		return nil, value{}, objects.TypeErrorf("illegal decoder state")
	}
	b, ok := objects.BytesOf(s.Item(0))
	if !ok {
		return nil, value{}, objects.TypeErrorf("illegal decoder state: the first item should be a bytes object, not '%s'", objects.TypeOf(s.Item(0)))
	}
	return b, s.Item(1), nil
}

func (d pyDecoder) setState(t *thread, rest []byte, flags value) error {
	_, err := objects.CallMethod(t, d.obj, names.setstate, native.Tuple(objects.NewBytes(append([]byte(nil), rest...)), flags))
	return err
}

func (d pyDecoder) reset(t *thread) error {
	_, err := objects.CallMethod(t, d.obj, names.reset)
	return err
}

// appendEncoded appends text in one of the fast encodings; ok is false where the codec has to deal with it.
func appendEncoded(kind codecKind, dst []byte, s *objects.Str) (out []byte, ok bool) {
	if s.IsASCII() {
		return append(dst, s.Units1()...), true
	}
	switch kind {
	case codecLatin1:
		if s.Kind() == 1 {
			return append(dst, s.Units1()...), true
		}
	case codecUTF8:
		switch s.Kind() {
		case 1:
			for _, c := range s.Units1() {
				if c < 0x80 {
					dst = append(dst, c)
				} else {
					dst = append(dst, 0xC0|c>>6, 0x80|c&0x3F)
				}
			}
			return dst, true
		case 2:
			from := len(dst)
			for _, c := range s.Units2() {
				if c >= 0xD800 && c < 0xE000 {
					return dst[:from], false
				}
				dst = utf8.AppendRune(dst, rune(c))
			}
			return dst, true
		default:
			from := len(dst)
			for _, c := range s.Units4() {
				if c >= 0xD800 && c < 0xE000 {
					return dst[:from], false
				}
				dst = utf8.AppendRune(dst, rune(c))
			}
			return dst, true
		}
	}
	return dst, false
}
