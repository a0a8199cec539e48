package io

import (
	"bytes"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// bytesIOType is BytesIO.
var bytesIOType, bytesIOBufferType objects.Type

// bytesIO is a binary file in memory.
type bytesIO struct {
	base
	data    []byte
	pos     int
	exports objects.Exports
	// shared says that data belongs to a bytes object (taken or given out) and must be copied before it is changed.
	shared bool
}

// bytesIOBuffer exports the memory of a BytesIO to getbuffer().
type bytesIOBuffer struct {
	objects.Head
	source *bytesIO
}

func (b *bytesIO) open() error {
	if b.closed {
		return objects.ValueErrorf("I/O operation on closed file.")
	}
	return nil
}

func (b *bytesIO) resizable() error {
	if b.exports.Any() && b.exports.Held() {
		return objects.Errorf(&objects.BufferErrorType, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// own makes the memory safe to change.
func (b *bytesIO) own() {
	if b.shared {
		b.data = bytes.Clone(b.data)
		b.shared = false
	}
}

func (b *bytesIO) write(p []byte) (int, error) {
	if err := b.resizable(); err != nil {
		return 0, err
	}
	if len(p) == 0 {
		return 0, nil
	}
	b.own()
	switch end := b.pos + len(p); {
	case b.pos == len(b.data):
		b.data = append(b.data, p...)
	default:
		if err := objects.CheckSize(end, 1); err != nil {
			return 0, err
		}
		if end > len(b.data) {
			b.data = append(b.data, make([]byte, end-len(b.data))...)
		}
		copy(b.data[b.pos:], p)
	}
	b.pos += len(p)
	return len(p), nil
}

// rest is what lies behind the position.
func (b *bytesIO) rest() []byte {
	if b.pos >= len(b.data) {
		return nil
	}
	return b.data[b.pos:]
}

func (b *bytesIO) read(n int) value {
	p := b.rest()
	if n >= 0 && n < len(p) {
		p = p[:n]
	}
	b.pos += len(p)
	if len(p) > 1 && len(p) == len(b.data) && !b.exports.Any() {
		// All of it: share the memory.
		b.shared = true
		return objects.NewBytes(b.data[:len(b.data):len(b.data)])
	}
	return objects.NewBytes(bytes.Clone(p))
}

func (b *bytesIO) line(limit int) value {
	p := b.rest()
	if i := bytes.IndexByte(p, '\n'); i >= 0 {
		p = p[:i+1]
	}
	if limit >= 0 && limit < len(p) {
		p = p[:limit]
	}
	b.pos += len(p)
	return objects.NewBytes(bytes.Clone(p))
}

func opened(f func(t *thread, b *bytesIO, args []value) (value, error)) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		b := objects.As[bytesIO](self)
		if err := b.open(); err != nil {
			return value{}, err
		}
		return f(t, b, args)
	}
}

func initBytesIO() {
	typ := &bytesIOBufferType
	typ.Name, typ.Module = "_BytesIOBuffer", "_io"
	objects.Layout[bytesIOBuffer](typ)
	typ.Flags = objects.FlagNoInstantiate
	typ.Buffer = func(t *thread, self value, flags int) (*objects.Buffer, error) {
		b := objects.As[bytesIOBuffer](self).source
		b.own()
		return b.exports.Track(&objects.Buffer{Obj: self, Data: b.data, Format: "B", ItemSize: 1}), nil
	}
	typ.Traverse = func(self value, visit func(value)) { visit(objects.ToValue(objects.As[bytesIOBuffer](self).source)) }

	typ = &bytesIOType
	typ.Name, typ.Module = "BytesIO", "_io"
	typ.Doc = "A binary file in memory."
	typ.TextSig = "(initial_bytes=b'')"
	typ.Base = &bufferedIOBaseType
	typ.Flags = objects.FlagBase
	objects.LayoutAttrs[bytesIO](typ, attrsOffset, true)
	typ.New = newFile
	typ.Init = objects.InitBound("BytesIO", "initial_bytes=b''", func(t *thread, self value, args []value) error {
		b := objects.As[bytesIO](self)
		if err := b.resizable(); err != nil {
			return err
		}
		b.data, b.pos, b.shared, b.closed = nil, 0, false, false
		if !native.Given(args[0]) {
			return nil
		}
		p, release, err := native.Bytes(t, args[0])
		if err != nil {
			return err
		}
		defer release()
		if objects.Is(args[0], &objects.BytesType) {
			b.data, b.shared = p, true
			return nil
		}
		b.data = bytes.Clone(p)
		return nil
	})
	typ.Next = func(t *thread, self value) (value, error) {
		if objects.TypeOf(self).Flags&objects.FlagHeap != 0 {
			return nextLine(t, self)
		}
		b := objects.As[bytesIO](self)
		if err := b.open(); err != nil {
			return value{}, err
		}
		if len(b.rest()) == 0 {
			return value{}, nil
		}
		return b.line(-1), nil
	}
	typ.Iter = func(t *thread, self value) (value, error) {
		return self, objects.As[bytesIO](self).open()
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "closed", Doc: "whether close() has been called", Get: func(t *thread, self value) (value, error) {
			return objects.Bool(objects.As[bytesIO](self).closed), nil
		}}}
	}
	typ.Methods = bytesIOMethods
}

func bytesIOMethods() []objects.FuncDef {
	yes := opened(func(*thread, *bytesIO, []value) (value, error) { return objects.True, nil })
	read := opened(func(t *thread, b *bytesIO, args []value) (value, error) {
		n, err := native.Size(t, args[0], -1)
		if err != nil {
			return value{}, err
		}
		return b.read(n), nil
	})
	return []objects.FuncDef{
		{Name: "readable", Doc: "Return True: it can be read.", Fn: yes},
		{Name: "writable", Doc: "Return True: it can be written.", Fn: yes},
		{Name: "seekable", Doc: "Return True: it has positions to move to.", Fn: yes},
		{Name: "flush", Doc: "Does nothing.", Fn: opened(func(*thread, *bytesIO, []value) (value, error) { return objects.None, nil })},
		{Name: "isatty", Doc: "Return False: it is no terminal.", Fn: opened(func(*thread, *bytesIO, []value) (value, error) { return objects.False, nil })},
		{Name: "getbuffer", Doc: "Return a memoryview of the contents, by which they can be changed.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			return viewOf(t, objects.ToValue(&bytesIOBuffer{objects.MakeHead(&bytesIOBufferType), b}))
		})},
		{Name: "getvalue", Doc: "Return all of the contents.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			if b.exports.Any() || len(b.data) <= 1 {
				return objects.NewBytes(bytes.Clone(b.data)), nil
			}
			b.shared = true
			return objects.NewBytes(b.data[:len(b.data):len(b.data)]), nil
		})},
		{Name: "tell", Doc: "Return the position.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			return objects.Int(int64(b.pos)), nil
		})},
		{Name: "read", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most; a negative size means all.", Fn: read},
		{Name: "read1", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most; a negative size means all.", Fn: read},
		{Name: "readline", Sig: "size=-1, /", Doc: "Return the bytes up to the next line end and with it, or as much of them as size allows.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			return b.line(n), nil
		})},
		{Name: "readlines", Sig: "size=None, /", Doc: "Return the lines that are left, in a list; once they have size bytes, no other line is begun.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			list := objects.NewList()
			for total := 0; len(b.rest()) > 0 && (n <= 0 || total < n); {
				from := b.pos
				list.Append(b.line(-1))
				total += b.pos - from
			}
			return objects.ToValue(list), nil
		})},
		{Name: "readinto", Sig: "buffer, /", Doc: "Fill buffer with the next bytes, and return how many there were.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			p, release, err := native.WritableBytes(t, args[0], "readinto()")
			if err != nil {
				return value{}, err
			}
			defer release()
			n := copy(p, b.rest())
			b.pos += n
			return objects.Int(int64(n)), nil
		})},
		{Name: "truncate", Sig: "size=None, /", Doc: "Drop what lies behind size, by default the present position, and return size.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			if err := b.resizable(); err != nil {
				return value{}, err
			}
			n, err := native.Size(t, args[0], b.pos)
			if err != nil {
				return value{}, err
			}
			if n < 0 {
				return value{}, objects.ValueErrorf("negative size value %d", n)
			}
			if n < len(b.data) {
				b.own()
				b.data = b.data[:n]
			}
			return objects.Int(int64(n)), nil
		})},
		{Name: "seek", Sig: "pos, whence=0, /", Doc: "Move to pos, counted from the start, or as whence says from here (1) or the end (2), and return the position.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			pos, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			whence, err := native.IntOr(t, args[1], 0)
			if err != nil {
				return value{}, err
			}
			origin := 0
			switch whence {
			case 0:
				if pos < 0 {
					return value{}, objects.ValueErrorf("negative seek value %d", pos)
				}
			case 1:
				origin = b.pos
			case 2:
				origin = len(b.data)
			default:
				return value{}, objects.ValueErrorf("invalid whence (%d, should be 0, 1 or 2)", whence)
			}
			if pos > 0 && origin > maxInt-pos {
				return value{}, objects.OverflowErrorf("new position too large")
			}
			b.pos = max(origin+pos, 0)
			return objects.Int(int64(b.pos)), nil
		})},
		{Name: "write", Sig: "b, /", Doc: "Write the bytes of b at the present position, and return how many they are.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			if err := b.resizable(); err != nil {
				return value{}, err
			}
			p, release, err := native.Bytes(t, args[0])
			if err != nil {
				return value{}, err
			}
			defer release()
			n, err := b.write(p)
			return objects.Int(int64(n)), err
		})},
		{Name: "writelines", Sig: "lines, /", Doc: "Write one bytes-like object after the other.", Fn: opened(func(t *thread, b *bytesIO, args []value) (value, error) {
			return objects.None, objects.Each(t, args[0], func(v value) error {
				p, release, err := native.Bytes(t, v)
				if err != nil {
					return err
				}
				defer release()
				_, err = b.write(p)
				return err
			})
		})},
		{Name: "close", Doc: "Drop the contents; nothing can be read or written afterwards.", Fn: method(func(t *thread, b *bytesIO, args []value) (value, error) {
			if err := b.resizable(); err != nil {
				return value{}, err
			}
			b.data, b.closed = nil, true
			return objects.None, nil
		})},
		{Name: "__getstate__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[bytesIO](self)
			if err := b.open(); err != nil {
				return value{}, err
			}
			dict := objects.None
			if d := objects.InstanceDict(self); d != nil && d.Len() > 0 {
				dict = objects.ToValue(d.Copy())
			}
			return native.Tuple(objects.NewBytes(bytes.Clone(b.data)), objects.Int(int64(b.pos)), dict), nil
		}},
		{Name: "__setstate__", Sig: "state, /", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			b := objects.As[bytesIO](self)
			s, ok := objects.TupleOf(args[0])
			if !ok || s.Len() < 3 {
				return value{}, objects.TypeErrorf("%s.__setstate__ argument should be 3-tuple, got %s", objects.TypeOf(self), objects.TypeOf(args[0]))
			}
			if err := b.resizable(); err != nil {
				return value{}, err
			}
			p, release, err := native.Bytes(t, s.Item(0))
			if err != nil {
				return value{}, err
			}
			defer release()
			return objects.None, setState(t, self, s, "position value must be an integer, not %s", func(pos int) {
				b.data, b.shared, b.pos = bytes.Clone(p), false, pos
			})
		}},
		{Name: "__sizeof__", Fn: method(func(t *thread, b *bytesIO, args []value) (value, error) {
			return objects.Int(int64(80 + cap(b.data))), nil
		})},
	}
}

const maxInt = 1<<63 - 1

// setState finishes __setstate__ of the files in memory: the position, last but one, and the attributes, last.
func setState(t *thread, self value, s *objects.Tuple, notInt string, set func(pos int)) error {
	n := s.Len()
	if !objects.IsInt(s.Item(n - 2)) {
		return objects.TypeErrorf(notInt, objects.TypeOf(s.Item(n-2)))
	}
	pos, err := objects.IndexInt(t, s.Item(n-2), &objects.OverflowErrorType)
	if err != nil {
		return err
	}
	if pos < 0 {
		return objects.ValueErrorf("position value cannot be negative")
	}
	set(pos)
	if d := s.Item(n - 1); d != objects.None {
		m, ok := objects.DictOf(d)
		if !ok {
			return objects.TypeErrorf("third item of state should be a dict, got a %s", objects.TypeOf(d))
		}
		return objects.DictUpdate(t, objects.InstanceDict(self), objects.ToValue(m))
	}
	return nil
}
