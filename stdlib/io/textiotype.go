package io

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// onText wraps a method body that needs an open file.
func onText(f func(t *thread, x *textIO, args []value) (value, error)) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		x := objects.As[textIO](self)
		if err := x.open(t); err != nil {
			return value{}, err
		}
		return f(t, x, args)
	}
}

// forwardText passes a method on to the buffer.
func forwardText(name *objects.Str) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		x := objects.As[textIO](self)
		if err := x.usable(); err != nil {
			return value{}, err
		}
		return objects.CallMethod(t, x.buffer, name)
	}
}

func initTextIO() {
	typ := &textIOType
	typ.Name, typ.Module = "TextIOWrapper", "_io"
	typ.Doc = "A text file on top of a binary one.\n\nencoding and errors say how characters become bytes, newline how lines end. Text is passed on at each line end with\nline_buffering, at once with write_through."
	typ.TextSig = "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)"
	typ.Base = &textIOBaseType
	typ.Flags = objects.FlagBase
	objects.LayoutAttrs[textIO](typ, attrsOffset, true)
	typ.New = newFile
	typ.Init = objects.InitBound("TextIOWrapper", "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False", textIOInit)
	typ.Next = textIONext
	typ.Iter = func(t *thread, self value) (value, error) { return self, objects.As[textIO](self).open(t) }
	typ.Repr = func(t *thread, self value) (value, error) {
		x := objects.As[textIO](self)
		if err := x.usable(); err != nil {
			return value{}, err
		}
		return reprWith(t, self, func() (string, error) {
			text := ""
			mode, err := objects.FindAttr(t, self, names.mode)
			if err != nil {
				return "", err
			}
			if !mode.IsZero() {
				r, err := objects.ReprString(t, mode)
				if err != nil {
					return "", err
				}
				text = " mode=" + r
			}
			r, err := objects.ReprString(t, native.Str(x.encoding))
			return text + " encoding=" + r, err
		})
	}
	typ.Traverse = func(self value, visit func(value)) {
		x := objects.As[textIO](self)
		for _, v := range [...]value{x.buffer, x.encoder, x.info} {
			if !v.IsZero() {
				visit(v)
			}
		}
		d := x.decoder
		if x.universal != nil {
			d = x.universal.inner
		}
		if p, ok := d.(pyDecoder); ok {
			visit(p.obj)
		}
	}
	typ.GetSets = textIOGetSets
	typ.Methods = textIOMethods
}

func textIONext(t *thread, self value) (value, error) {
	x := objects.As[textIO](self)
	if err := x.usable(); err != nil {
		return value{}, err
	}
	x.telling = false
	var line *objects.Str
	if objects.TypeOf(self).Flags&objects.FlagHeap == 0 {
		if err := x.open(t); err != nil {
			return value{}, err
		}
		s, err := x.readline(t, -1)
		if err != nil {
			return value{}, err
		}
		line = s
	} else {
		v, err := objects.CallMethod(t, self, names.readline)
		if err != nil {
			return value{}, err
		}
		s, ok := objects.StrOf(v)
		if !ok {
			return value{}, objects.Errorf(&objects.OSErrorType, "readline() should have returned a str object, not '%s'", objects.TypeOf(v))
		}
		line = s
	}
	if line.Len() == 0 {
		x.snapshot = false
		x.telling = x.seekable
		return value{}, nil
	}
	return line.Value(), nil
}

func textIOGetSets() []objects.GetSetDef {
	field := func(f func(x *textIO) value) func(*thread, value) (value, error) {
		return func(t *thread, self value) (value, error) {
			x := objects.As[textIO](self)
			if err := x.usable(); err != nil {
				return value{}, err
			}
			return f(x), nil
		}
	}
	return []objects.GetSetDef{
		{Name: "encoding", Get: field(func(x *textIO) value { return native.Str(x.encoding) })},
		{Name: "buffer", Get: field(func(x *textIO) value { return x.buffer })},
		{Name: "line_buffering", Get: field(func(x *textIO) value { return objects.Bool(x.lineBuffering) })},
		{Name: "write_through", Get: field(func(x *textIO) value { return objects.Bool(x.writeThrough) })},
		{Name: "errors", Get: field(func(x *textIO) value { return native.Str(x.errors) })},
		{Name: "newlines", Get: field(func(x *textIO) value {
			if x.universal == nil {
				return objects.None
			}
			return x.universal.newlines()
		})},
		{Name: "name", Get: func(t *thread, self value) (value, error) {
			x := objects.As[textIO](self)
			if err := x.usable(); err != nil {
				return value{}, err
			}
			return objects.LookupAttr(t, x.buffer, names.name)
		}},
		{Name: "closed", Get: func(t *thread, self value) (value, error) {
			x := objects.As[textIO](self)
			if err := x.usable(); err != nil {
				return value{}, err
			}
			if x.fast == nil {
				return objects.GetAttr(t, x.buffer, names.closed)
			}
			closed, err := x.isClosed(t)
			return objects.Bool(closed), err
		}},
		{Name: "_CHUNK_SIZE", Get: field(func(x *textIO) value { return objects.Int(int64(x.chunkSize)) }),
			Set: func(t *thread, self, v value) error {
				x := objects.As[textIO](self)
				if err := x.usable(); err != nil {
					return err
				}
				if v.IsZero() {
					return objects.Errorf(&objects.AttributeErrorType, "cannot delete attribute")
				}
				n, err := objects.IndexInt(t, v, &objects.ValueErrorType)
				if err != nil {
					return err
				}
				if n <= 0 {
					return objects.ValueErrorf("a strictly positive integer is required")
				}
				x.chunkSize = n
				return nil
			}},
		{Name: "_finalizing", Get: func(*thread, value) (value, error) { return objects.False, nil }},
	}
}

func textIOMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "detach", Fn: func(t *thread, self value, args []value) (value, error) {
			x := objects.As[textIO](self)
			if err := x.usable(); err != nil {
				return value{}, err
			}
			if err := flushOf(t, self); err != nil {
				return value{}, err
			}
			b := x.buffer
			x.buffer, x.fast, x.ok, x.detached = value{}, nil, false, true
			return b, nil
		}},
		{Name: "reconfigure", Sig: "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None", Doc: "Change the parameters that are given, after writing out what waits to be written.", Fn: reconfigure},
		{Name: "write", Sig: "text, /", Fn: func(t *thread, self value, args []value) (value, error) {
			x := objects.As[textIO](self)
			s, ok := objects.StrOf(args[0])
			if !ok {
				return value{}, objects.TypeErrorf("write() argument must be str, not %s", objects.TypeOf(args[0]))
			}
			if err := x.open(t); err != nil {
				return value{}, err
			}
			n := s.Len()
			if err := x.write(t, s); err != nil {
				return value{}, err
			}
			return objects.Int(int64(n)), nil
		}},
		{Name: "read", Sig: "size=-1, /", Fn: onText(func(t *thread, x *textIO, args []value) (value, error) {
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			s, err := x.read(t, n)
			if err != nil {
				return value{}, err
			}
			return s.Value(), nil
		})},
		{Name: "readline", Sig: "size=-1, /", Fn: onText(func(t *thread, x *textIO, args []value) (value, error) {
			n, err := objects.IndexInt(t, native.Or(args[0], objects.Int(-1)), &objects.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			s, err := x.readline(t, n)
			if err != nil {
				return value{}, err
			}
			return s.Value(), nil
		})},
		{Name: "flush", Fn: onText(func(t *thread, x *textIO, args []value) (value, error) {
			return objects.None, x.flush(t)
		})},
		{Name: "close", Fn: func(t *thread, self value, args []value) (value, error) {
			x := objects.As[textIO](self)
			if err := x.usable(); err != nil {
				return value{}, err
			}
			return objects.None, x.close(t)
		}},
		{Name: "fileno", Fn: forwardText(names.fileno)},
		{Name: "seekable", Fn: forwardText(names.seekable)},
		{Name: "readable", Fn: forwardText(names.readable)},
		{Name: "writable", Fn: forwardText(names.writable)},
		{Name: "isatty", Fn: forwardText(names.isatty)},
		{Name: "seek", Sig: "cookie, whence=0, /", Doc: "Move to a position that tell() returned, to the start (0), or to the end (0 with 2 as whence); return the position.", Fn: func(t *thread, self value, args []value) (value, error) {
			whence, err := native.IntOr(t, args[1], 0)
			if err != nil {
				return value{}, err
			}
			return objects.As[textIO](self).seek(t, args[0], whence)
		}},
		{Name: "tell", Doc: "Return a number for the present position, of use only to seek().", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.As[textIO](self).tell(t)
		}},
		{Name: "truncate", Sig: "pos=None, /", Fn: onText(func(t *thread, x *textIO, args []value) (value, error) {
			if err := x.flush(t); err != nil {
				return value{}, err
			}
			return objects.CallMethod(t, x.buffer, names.truncate, native.None(args[0]))
		})},
		{Name: "_dealloc_warn", Sig: "source, /", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			x := objects.As[textIO](self)
			if x.ok {
				if fn, err := objects.FindAttr(t, x.buffer, names.deallocWarn); err == nil && !fn.IsZero() {
					return objects.Call1(t, fn, args[0])
				}
			}
			return objects.None, nil
		}},
		{Name: "__reduce__", NoSig: true, Fn: cannotPickle},
		{Name: "__reduce_ex__", Sig: "protocol, /", NoSig: true, Fn: cannotPickle},
	}
}

func reconfigure(t *thread, self value, args []value) (value, error) {
	x := objects.As[textIO](self)
	if err := x.usable(); err != nil {
		return value{}, err
	}
	encoding, errors, newline := args[0], args[1], args[2]
	// A read position in the middle of decoded text cannot be carried over.
	if (native.Given(encoding) || native.Given(errors) || !newline.IsZero()) && x.chunk != nil {
		return value{}, unsupported("It is not possible to set the encoding or newline of stream after the first read")
	}
	nl := x.newline
	if !newline.IsZero() {
		var err error
		if nl, err = newlineArg(t, newline, "reconfigure() argument 'newline'"); err != nil {
			return value{}, err
		}
	}
	newEncoding, newErrors := x.encoding, x.errors
	switch {
	case native.Given(encoding):
		s, ok := objects.StrOf(encoding)
		if !ok {
			return value{}, objects.TypeErrorf("reconfigure() argument 'encoding' must be str or None, not %s", objects.TypeOf(encoding))
		}
		newEncoding = s.String()
		if newEncoding == "locale" {
			newEncoding = localeEncoding()
		}
		newErrors = "strict"
	}
	if native.Given(errors) {
		s, ok := objects.StrOf(errors)
		if !ok {
			return value{}, objects.TypeErrorf("reconfigure() argument 'errors' must be str or None, not %s", objects.TypeOf(errors))
		}
		newErrors = s.String()
	}
	lineBuffering, writeThrough := x.lineBuffering, x.writeThrough
	var err error
	if native.Given(args[3]) {
		if lineBuffering, err = objects.Truth(t, args[3]); err != nil {
			return value{}, err
		}
	}
	if native.Given(args[4]) {
		if writeThrough, err = objects.Truth(t, args[4]); err != nil {
			return value{}, err
		}
	}
	if err := flushOf(t, self); err != nil {
		return value{}, err
	}
	if native.Given(encoding) || native.Given(errors) || !newline.IsZero() {
		oldEncoding, oldErrors, oldKind, oldInfo := x.encoding, x.errors, x.kind, x.info
		x.encoding, x.errors, x.kind = newEncoding, newErrors, codecOf(newEncoding)
		if newEncoding != oldEncoding {
			x.info = value{}
		}
		x.setNewline(nl)
		if err := x.makeCoders(t); err != nil {
			x.encoding, x.errors, x.kind, x.info = oldEncoding, oldErrors, oldKind, oldInfo
			return value{}, err
		}
		if err := x.startEncoder(t); err != nil {
			return value{}, err
		}
	}
	x.lineBuffering, x.writeThrough = lineBuffering, writeThrough
	return objects.None, nil
}
