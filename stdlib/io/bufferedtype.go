package io

import (
	"bytes"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// whole wraps a method body: the file must be open, and it is taken for the thread while the body runs.
func whole(what string, f func(t *thread, b *buffered, args []value) (value, error)) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		b := objects.As[buffered](self)
		if err := b.open(t, what); err != nil {
			return value{}, err
		}
		if err := b.enter(t); err != nil {
			return value{}, err
		}
		v, err := f(t, b, args)
		b.leave()
		return v, err
	}
}

// forward passes a method on to raw.
func forward(name *objects.Str) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		b := objects.As[buffered](self)
		if err := b.usable(); err != nil {
			return value{}, err
		}
		return objects.CallMethod(t, b.raw, name)
	}
}

func sizeArg(t *thread, v value, what string) (int, error) {
	n, err := native.Size(t, v, -1)
	if err == nil && n < -1 {
		err = objects.ValueErrorf("%s length must be non-negative or -1", what)
	}
	return n, err
}

func bufferedRead(t *thread, b *buffered, args []value) (value, error) {
	n, err := sizeArg(t, args[0], "read")
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return b.readAll(t)
	}
	return b.read(t, n)
}

func bufferedRead1(t *thread, b *buffered, args []value) (value, error) {
	n, err := native.Size(t, args[0], -1)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		n = b.size
	}
	if n == 0 {
		return objects.NewBytes(nil), nil
	}
	if b.have() > 0 {
		return objects.NewBytes(bytes.Clone(b.take(min(n, b.have())))), nil
	}
	if err := b.beforeRead(t); err != nil {
		return value{}, err
	}
	if n > b.size {
		if err := objects.CheckSize(n, 1); err != nil {
			return value{}, err
		}
		p := make([]byte, n)
		got, none, err := b.readRaw(t, p)
		if err != nil {
			return value{}, err
		}
		if none {
			got = 0
		}
		return objects.NewBytes(p[:got]), nil
	}
	if _, _, err := b.fill(t); err != nil {
		return value{}, err
	}
	return objects.NewBytes(bytes.Clone(b.take(min(n, b.have())))), nil
}

func bufferedReadinto(single bool, fn string) func(t *thread, b *buffered, args []value) (value, error) {
	return func(t *thread, b *buffered, args []value) (value, error) {
		p, release, err := native.WritableBytes(t, args[0], fn)
		if err != nil {
			return value{}, err
		}
		defer release()
		n, none, err := b.readinto(t, p, single)
		if err != nil || none {
			return objects.None, err
		}
		return objects.Int(int64(n)), nil
	}
}

func bufferedSeek(t *thread, self value, args []value) (value, error) {
	b := objects.As[buffered](self)
	if err := b.open(t, "seek"); err != nil {
		return value{}, err
	}
	whence, err := native.IntOr(t, args[1], 0)
	if err != nil {
		return value{}, err
	}
	if whence < 0 || whence > 4 {
		return value{}, objects.ValueErrorf("whence value %d unsupported", whence)
	}
	if b.file == nil || !b.file.isSeekable() {
		if err := check(t, b.raw, names.seekable, "File or stream is not seekable."); err != nil {
			return value{}, err
		}
	}
	offset, err := native.Int64(t, args[0])
	if err != nil {
		return value{}, err
	}
	if err := b.enter(t); err != nil {
		return value{}, err
	}
	n, err := b.seek(t, offset, whence)
	b.leave()
	return objects.Int(n), err
}

func readerMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "read", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most; a negative size means all.", Fn: whole("read", bufferedRead)},
		{Name: "read1", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most, for which the raw file is read once or not at all.", Fn: whole("read", bufferedRead1)},
		{Name: "readinto", Sig: "buffer, /", Fn: whole("readinto", bufferedReadinto(false, "readinto()"))},
		{Name: "readinto1", Sig: "buffer, /", Fn: whole("readinto", bufferedReadinto(true, "readinto1()"))},
		{Name: "peek", Sig: "size=0, /", Doc: "Return bytes that come next, but do not move on.", Fn: whole("peek", func(t *thread, b *buffered, args []value) (value, error) {
			if err := b.flushForPeek(t); err != nil {
				return value{}, err
			}
			if b.have() == 0 {
				if _, _, err := b.fill(t); err != nil {
					return value{}, err
				}
			}
			return objects.NewBytes(bytes.Clone(b.rbuf[b.rpos:])), nil
		})},
		{Name: "readline", Sig: "size=-1, /", Fn: whole("readline", func(t *thread, b *buffered, args []value) (value, error) {
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			line, err := b.readline(t, n)
			return objects.NewBytes(line), err
		})},
	}
}

func (b *buffered) flushForPeek(t *thread) error { return b.beforeRead(t) }

func writerMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "write", Sig: "buffer, /", Doc: "Take the bytes of buffer to be written, and return how many they are.", Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[buffered](self)
			if err := b.usable(); err != nil {
				return value{}, err
			}
			p, release, err := native.Bytes(t, args[0])
			if err != nil {
				return value{}, err
			}
			defer release()
			if err := b.open(t, "write"); err != nil {
				if objects.IsError(err, &objects.ValueErrorType) {
					err = objects.ValueErrorf("write to closed file")
				}
				return value{}, err
			}
			if err := b.enter(t); err != nil {
				return value{}, err
			}
			n, err := b.write(t, p)
			b.leave()
			return objects.Int(int64(n)), err
		}},
	}
}

var flushWriter = whole("flush", func(t *thread, b *buffered, args []value) (value, error) {
	return objects.None, b.flush(t)
})

// commonMethods are the methods of all three classes.
func commonMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "detach", Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[buffered](self)
			if err := b.usable(); err != nil {
				return value{}, err
			}
			if err := flushOf(t, self); err != nil {
				return value{}, err
			}
			raw := b.raw
			b.raw, b.file, b.ok, b.detached = value{}, nil, false, true
			return raw, nil
		}},
		{Name: "close", Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[buffered](self)
			if err := b.usable(); err != nil {
				return value{}, err
			}
			return objects.None, b.close(t)
		}},
		{Name: "flush", Fn: func(t *thread, self value, args []value) (value, error) {
			if b := objects.As[buffered](self); b.ok && !b.writer {
				// A reader has nothing to save, but its raw stream may want to know.
				return objects.CallMethod(t, b.raw, names.flush)
			}
			return flushWriter(t, self, args)
		}},
		{Name: "seek", Sig: "target, whence=0, /", Fn: bufferedSeek},
		{Name: "tell", Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[buffered](self)
			if err := b.usable(); err != nil {
				return value{}, err
			}
			if err := b.enter(t); err != nil {
				return value{}, err
			}
			n, err := b.tell(t)
			b.leave()
			return objects.Int(n), err
		}},
		{Name: "truncate", Sig: "pos=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[buffered](self)
			if err := b.open(t, "truncate"); err != nil {
				return value{}, err
			}
			if !b.writer {
				return value{}, unsupported("truncate")
			}
			if err := b.enter(t); err != nil {
				return value{}, err
			}
			defer b.leave()
			if err := b.flush(t); err != nil {
				return value{}, err
			}
			v, err := objects.CallMethod(t, b.raw, names.truncate, native.None(args[0]))
			if err != nil {
				return value{}, err
			}
			if _, err := b.tellRaw(t); err != nil && !objects.IsError(err, &objects.ExceptionType) {
				return value{}, err
			}
			return v, nil
		}},
		{Name: "seekable", Fn: forward(names.seekable)},
		{Name: "fileno", Fn: forward(names.fileno)},
		{Name: "isatty", Fn: forward(names.isatty)},
		{Name: "_dealloc_warn", Sig: "source, /", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[buffered](self)
			if b.ok && b.raw != (value{}) {
				if fn, err := objects.FindAttr(t, b.raw, names.deallocWarn); err == nil && !fn.IsZero() {
					return objects.Call1(t, fn, args[0])
				}
			}
			return objects.None, nil
		}},
		{Name: "__reduce__", NoSig: true, Fn: cannotPickle},
		{Name: "__reduce_ex__", Sig: "protocol, /", NoSig: true, Fn: cannotPickle},
		{Name: "__sizeof__", Fn: method(func(t *thread, b *buffered, args []value) (value, error) {
			return objects.Int(int64(200 + b.size)), nil
		})},
	}
}

// bufferedGetSets are the attributes of all three classes.
func bufferedGetSets() []objects.GetSetDef {
	attr := func(name *objects.Str) func(*thread, value) (value, error) {
		return func(t *thread, self value) (value, error) {
			b := objects.As[buffered](self)
			if err := b.usable(); err != nil {
				return value{}, err
			}
			return objects.LookupAttr(t, b.raw, name)
		}
	}
	return []objects.GetSetDef{
		{Name: "closed", Get: attr(names.closed)},
		{Name: "name", Get: attr(names.name)},
		{Name: "mode", Get: attr(names.mode)},
		{Name: "raw", Get: func(t *thread, self value) (value, error) {
			return objects.As[buffered](self).raw, nil
		}},
		{Name: "_finalizing", Get: func(*thread, value) (value, error) { return objects.False, nil }},
	}
}

func bufferedInit(name string, reader, writer bool) objects.InitFunc {
	return objects.InitBound(name, "raw, buffer_size=8192", func(t *thread, self value, args []value) error {
		b := objects.As[buffered](self)
		size := DefaultBufferSize
		b.ok, b.detached = false, false
		if !args[1].IsZero() {
			var err error
			if size, err = objects.IndexInt(t, args[1], &objects.OverflowErrorType); err != nil {
				return err
			}
		}
		if reader && writer && (b.fileOf(args[0]) == nil || !b.fileOf(args[0]).isSeekable()) {
			if err := check(t, args[0], names.seekable, "File or stream is not seekable."); err != nil {
				return err
			}
		}
		if reader && b.fileOf(args[0]) == nil {
			if err := check(t, args[0], names.readable, "File or stream is not readable."); err != nil {
				return err
			}
		}
		if writer && b.fileOf(args[0]) == nil {
			if err := check(t, args[0], names.writable, "File or stream is not writable."); err != nil {
				return err
			}
		}
		if f := b.fileOf(args[0]); f != nil {
			switch {
			case f.fd < 0:
				return errClosedFile()
			case reader && !f.readable:
				return unsupported("File or stream is not readable.")
			case writer && !f.writable:
				return unsupported("File or stream is not writable.")
			}
		}
		return b.setup(t, args[0], size, reader, writer)
	})
}

func (b *buffered) fileOf(raw value) *fileIO {
	if objects.Is(raw, &fileIOType) {
		return objects.As[fileIO](raw)
	}
	return nil
}

func initBuffered() {
	fill := func(typ *objects.Type, name, doc string, reader, writer bool) {
		typ.Name, typ.Module, typ.Doc = name, "_io", doc
		typ.TextSig = "(raw, buffer_size=8192)"
		typ.Base = &bufferedIOBaseType
		typ.Flags = objects.FlagBase
		objects.LayoutAttrs[buffered](typ, attrsOffset, true)
		typ.New = newFile
		typ.Init = bufferedInit(name, reader, writer)
		typ.Repr = func(t *thread, self value) (value, error) { return reprWith(t, self, nil) }
		typ.GetSets = bufferedGetSets
		typ.Methods = func() []objects.FuncDef {
			list := commonMethods()
			if reader {
				list = append(list, readerMethods()...)
				list = append(list, objects.FuncDef{Name: "readable", Fn: forward(names.readable)})
			}
			if writer {
				list = append(list, writerMethods()...)
				list = append(list, objects.FuncDef{Name: "writable", Fn: forward(names.writable)})
			}
			return list
		}
		if reader {
			typ.Next = func(t *thread, self value) (value, error) {
				if objects.TypeOf(self).Flags&objects.FlagHeap != 0 {
					return nextLine(t, self)
				}
				b := objects.As[buffered](self)
				if err := b.open(t, "readline"); err != nil {
					return value{}, err
				}
				if err := b.enter(t); err != nil {
					return value{}, err
				}
				line, err := b.readline(t, -1)
				b.leave()
				if err != nil || len(line) == 0 {
					return value{}, err
				}
				return objects.NewBytes(line), nil
			}
		}
		typ.Traverse = func(self value, visit func(value)) {
			if raw := objects.As[buffered](self).raw; !raw.IsZero() {
				visit(raw)
			}
		}
	}
	fill(&bufferedReaderType, "BufferedReader", "A binary file that reads a raw file ahead of what is asked for.", true, false)
	fill(&bufferedWriterType, "BufferedWriter", "A binary file that writes to a raw file in larger pieces.", false, true)
	fill(&bufferedRandomType, "BufferedRandom", "A binary file that reads and writes a raw file at any position, ahead and in larger pieces.", true, true)
	initPair()
}

// pair is a BufferedRWPair.
type pair struct {
	base
	reader, writer value
}

func initPair() {
	typ := &bufferedRWPairType
	typ.Name, typ.Module = "BufferedRWPair", "_io"
	typ.Doc = "Two raw files with a buffer each: one is read, the other written."
	typ.TextSig = "(reader, writer, buffer_size=8192, /)"
	typ.Base = &bufferedIOBaseType
	typ.Flags = objects.FlagBase
	objects.LayoutAttrs[pair](typ, attrsOffset, true)
	typ.New = newFile
	typ.Init = objects.InitBound("BufferedRWPair", "reader, writer, buffer_size=8192, /", func(t *thread, self value, args []value) error {
		p := objects.As[pair](self)
		if err := check(t, args[0], names.readable, "File or stream is not readable."); err != nil {
			return err
		}
		if err := check(t, args[1], names.writable, "File or stream is not writable."); err != nil {
			return err
		}
		size := native.Or(args[2], objects.Int(DefaultBufferSize))
		r, err := objects.Call2(t, objects.ToValue(&bufferedReaderType), args[0], size)
		if err != nil {
			return err
		}
		w, err := objects.Call2(t, objects.ToValue(&bufferedWriterType), args[1], size)
		if err != nil {
			return err
		}
		p.reader, p.writer = r, w
		return nil
	})
	part := func(self value, write bool) (value, error) {
		p := objects.As[pair](self)
		v := p.reader
		if write {
			v = p.writer
		}
		if v.IsZero() {
			return v, objects.ValueErrorf("I/O operation on uninitialized object")
		}
		return v, nil
	}
	pass := func(name, sig string, write bool) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: sig, Fn: func(t *thread, self value, args []value) (value, error) {
			v, err := part(self, write)
			if err != nil {
				return value{}, err
			}
			if len(args) > 0 && args[0].IsZero() {
				args = nil
			}
			return objects.CallMethod(t, v, objects.Intern(name), args...)
		}}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			pass("read", "size=-1, /", false), pass("peek", "size=0, /", false), pass("read1", "size=-1, /", false),
			pass("readinto", "buffer, /", false), pass("readinto1", "buffer, /", false), pass("readable", "", false),
			pass("write", "buffer, /", true), pass("flush", "", true), pass("writable", "", true),
			{Name: "close", Fn: func(t *thread, self value, args []value) (value, error) {
				p := objects.As[pair](self)
				var first, second error
				if !p.writer.IsZero() {
					first = closeOf(t, p.writer)
				}
				if !p.reader.IsZero() {
					second = closeOf(t, p.reader)
				}
				return objects.None, chain(first, second)
			}},
			{Name: "isatty", Fn: func(t *thread, self value, args []value) (value, error) {
				for _, write := range [...]bool{true, false} {
					v, err := part(self, write)
					if err != nil {
						return value{}, err
					}
					yes, err := ask(t, v, names.isatty)
					if err != nil || yes {
						return objects.Bool(yes), err
					}
				}
				return objects.False, nil
			}},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "closed", Get: func(t *thread, self value) (value, error) {
			v, err := part(self, true)
			if err != nil {
				return value{}, objects.RuntimeErrorf("the BufferedRWPair object is being garbage-collected")
			}
			return objects.GetAttr(t, v, names.closed)
		}}}
	}
	typ.Traverse = func(self value, visit func(value)) {
		p := objects.As[pair](self)
		for _, v := range [...]value{p.reader, p.writer} {
			if !v.IsZero() {
				visit(v)
			}
		}
	}
}
