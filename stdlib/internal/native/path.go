package native

import (
	"bytes"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/adder-lang/adder/objects"
)

// Paths travel as Go strings of the bytes that the system sees. In Python they are str, in which a byte that is not valid
// UTF-8 is a lone surrogate from U+DC80 on (PEP 383), or bytes.

// FSDecode makes the str of a path.
func FSDecode(path string) value {
	if utf8.ValidString(path) {
		return objects.StrValue(path)
	}
	runes := make([]rune, 0, len(path))
	for i := 0; i < len(path); {
		r, n := utf8.DecodeRuneInString(path[i:])
		if r == utf8.RuneError && n == 1 {
			r = 0xDC00 + rune(path[i])
		}
		runes = append(runes, r)
		i += n
	}
	return objects.StrFromRunes(runes).Value()
}

// FSEncode returns the bytes of a path given as str.
func FSEncode(s *objects.Str) (string, error) {
	if s.IsASCII() {
		return s.String(), nil
	}
	b := make([]byte, 0, s.Len()*2)
	for i := range s.Len() {
		r := s.At(i)
		switch {
		case r >= 0xDC80 && r <= 0xDCFF:
			b = append(b, byte(r-0xDC00))
		case r >= 0xD800 && r <= 0xDFFF:
			return "", objects.NewUnicodeError(&objects.UnicodeEncodeErrorType, "utf-8", s.Value(), i, i+1, "surrogates not allowed")
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b), nil
}

// PathArg is a converted path argument.
type PathArg struct {
	Path string
	// FD is the descriptor where the argument was an int, else -1.
	FD int
	// Bytes says that the argument was bytes, so that results are bytes too.
	Bytes bool
	// Value is the argument for error messages (after __fspath__).
	Value value
}

// Convert gives a name back in the kind that the argument had.
func (p *PathArg) Convert(name string) value {
	if p.Bytes {
		return objects.NewBytes([]byte(name))
	}
	return FSDecode(name)
}

// Path converts a path argument: str, bytes or os.PathLike. allowFD also admits descriptors, allowNone None, which is
// the present directory. fn and arg name it in messages.
func Path(t *thread, v value, fn, arg string, allowFD, allowNone bool) (PathArg, error) {
	p := PathArg{FD: -1, Value: v}
	if allowNone && (v.IsZero() || v == objects.None) {
		p.Path, p.Value = ".", objects.None
		return p, nil
	}
	if s, ok := objects.StrOf(v); ok {
		return p, p.fromStr(s, fn, arg)
	}
	if b, ok := objects.BytesOf(v); ok {
		return p, p.fromBytes(b, fn, arg)
	}
	if allowFD && objects.TypeOf(v).Number.Unary[objects.OpIndex] != nil {
		if err := BoolAsFD(t, v); err != nil {
			return p, err
		}
		fd, err := FD(t, v)
		p.FD = fd
		return p, err
	}
	expected := "string, bytes or os.PathLike"
	switch {
	case allowFD && allowNone:
		expected = "string, bytes, os.PathLike, integer or None"
	case allowFD:
		expected = "string, bytes, os.PathLike or integer"
	case allowNone:
		expected = "string, bytes, os.PathLike or None"
	}
	r, found, err := objects.CallSpecial(t, v, objects.Intern("__fspath__"))
	if err != nil {
		return p, err
	}
	if !found {
		if allowFD || fn != "" {
			return p, objects.TypeErrorf("%s: %s should be %s, not %s", fn, arg, expected, objects.TypeOf(v))
		}
		return p, objects.TypeErrorf("expected str, bytes or os.PathLike object, not %s", objects.TypeOf(v))
	}
	p.Value = r
	if s, ok := objects.StrOf(r); ok {
		return p, p.fromStr(s, fn, arg)
	}
	if b, ok := objects.BytesOf(r); ok {
		return p, p.fromBytes(b, fn, arg)
	}
	return p, objects.TypeErrorf("expected %s.__fspath__() to return str or bytes, not %s", objects.TypeOf(v), objects.TypeOf(r))
}

func (p *PathArg) fromStr(s *objects.Str, fn, arg string) (err error) {
	if p.Path, err = FSEncode(s); err != nil {
		return err
	}
	if strings.IndexByte(p.Path, 0) >= 0 {
		return nullError(fn, arg)
	}
	return nil
}

func (p *PathArg) fromBytes(b []byte, fn, arg string) error {
	p.Path, p.Bytes = string(b), true
	if bytes.IndexByte(b, 0) >= 0 {
		return nullError(fn, arg)
	}
	return nil
}

func nullError(fn, arg string) error {
	if fn == "" {
		return objects.ValueErrorf("embedded null byte")
	}
	return objects.ValueErrorf("%s: embedded null character in %s", fn, arg)
}

// FSPath is os.fspath.
func FSPath(t *thread, v value) (value, error) {
	if _, ok := objects.StrOf(v); ok {
		return v, nil
	}
	if _, ok := objects.BytesOf(v); ok {
		return v, nil
	}
	r, found, err := objects.CallSpecial(t, v, objects.Intern("__fspath__"))
	if err != nil {
		return value{}, err
	}
	if !found {
		return value{}, objects.TypeErrorf("expected str, bytes or os.PathLike object, not %s", objects.TypeOf(v))
	}
	if _, ok := objects.StrOf(r); ok {
		return r, nil
	}
	if _, ok := objects.BytesOf(r); ok {
		return r, nil
	}
	return value{}, objects.TypeErrorf("expected %s.__fspath__() to return str or bytes, not %s", objects.TypeOf(v), objects.TypeOf(r))
}

// BoolAsFD warns where a bool is used as a descriptor.
func BoolAsFD(t *thread, v value) error {
	if v == objects.True || v == objects.False {
		return objects.H.Warn(t, &objects.RuntimeWarningType, "bool is used as a file descriptor", 1)
	}
	return nil
}

// FD converts a descriptor given as an int (a C int, as for path arguments).
func FD(t *thread, v value) (int, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return -1, err
	}
	n, ok := objects.Int64Of(i)
	switch {
	case ok && n >= -1<<31 && n < 1<<31:
		return int(n), nil
	case objects.Sign(i) < 0:
		return -1, objects.OverflowErrorf("fd is less than minimum")
	}
	return -1, objects.OverflowErrorf("fd is greater than maximum")
}

// FileDescriptor converts an object to a descriptor: an int, or what has a fileno() method.
func FileDescriptor(t *thread, v value) (int, error) {
	if objects.IsInt(v) {
		if err := BoolAsFD(t, v); err != nil {
			return -1, err
		}
	} else {
		fn, err := objects.FindAttr(t, v, objects.Intern("fileno"))
		if err != nil {
			return -1, err
		}
		if fn.IsZero() {
			return -1, objects.TypeErrorf("argument must be an int, or have a fileno() method.")
		}
		r, err := objects.Call0(t, fn)
		if err != nil {
			return -1, err
		}
		if !objects.IsInt(r) {
			return -1, objects.TypeErrorf("fileno() returned a non-integer")
		}
		v = r
	}
	fd, err := Int(t, v)
	if err == nil && fd < 0 {
		err = objects.ValueErrorf("file descriptor cannot be a negative integer (%d)", fd)
	}
	return fd, err
}

// OSError makes the OSError of a failed system call. filename is what the program passed, or zero.
func OSError(err error, filename value) error {
	errno, ok := err.(syscall.Errno)
	if !ok {
		if _, isExc := err.(*objects.Exception); isExc {
			return err
		}
		return objects.Errorf(&objects.OSErrorType, "%s", err.Error())
	}
	return objects.NewOSError(errno, Strerror(errno), filename)
}

// OSError2 is OSError with a second file name.
func OSError2(err error, filename, filename2 value) error {
	e := OSError(err, filename)
	if x, ok := e.(*objects.Exception); ok && x.Matches(&objects.OSErrorType) {
		objects.As[objects.OSErrorObject](x.Value()).Filename2 = filename2
	}
	return e
}
