package io

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// The abstract base classes of the module.
var ioBaseType, rawIOBaseType, bufferedIOBaseType, textIOBaseType objects.Type

// unsupportedOperation is io.UnsupportedOperation, made when the module is executed.
var unsupportedOperation *objects.Type

// base is what every file object begins with.
type base struct {
	objects.Head
	objects.Attrs
	closed bool
}

const attrsOffset = unsafe.Offsetof(base{}.Attrs)

var names struct {
	read, readall, readinto, write, seek, tell, truncate, flush, close, closed, readable, writable, seekable, fileno,
	isatty, readline, readlines, peek, read1, name, mode, decode, encode, reset, getstate, setstate, raw, detach,
	readinto1, isattyOpenOnly, deallocWarn *objects.Str
}

func initNames() {
	for _, n := range []struct {
		p    **objects.Str
		name string
	}{
		{&names.read, "read"}, {&names.readall, "readall"}, {&names.readinto, "readinto"}, {&names.write, "write"},
		{&names.seek, "seek"}, {&names.tell, "tell"}, {&names.truncate, "truncate"}, {&names.flush, "flush"},
		{&names.close, "close"}, {&names.closed, "closed"}, {&names.readable, "readable"}, {&names.writable, "writable"},
		{&names.seekable, "seekable"}, {&names.fileno, "fileno"}, {&names.isatty, "isatty"}, {&names.readline, "readline"},
		{&names.readlines, "readlines"}, {&names.peek, "peek"}, {&names.read1, "read1"}, {&names.name, "name"},
		{&names.mode, "mode"}, {&names.decode, "decode"}, {&names.encode, "encode"}, {&names.reset, "reset"},
		{&names.getstate, "getstate"}, {&names.setstate, "setstate"}, {&names.raw, "raw"}, {&names.detach, "detach"},
		{&names.readinto1, "readinto1"}, {&names.isattyOpenOnly, "_isatty_open_only"}, {&names.deallocWarn, "_dealloc_warn"},
	} {
		*n.p = objects.Intern(n.name)
	}
}

func unsupported(message string) error {
	return objects.NewError(unsupportedOperation, native.Str(message))
}

func errClosedFile() error { return objects.ValueErrorf("I/O operation on closed file") }

// isClosed asks an object's attribute closed.
func isClosed(t *thread, v value) (bool, error) {
	c, err := objects.GetAttr(t, v, names.closed)
	if err != nil {
		return false, err
	}
	return objects.Truth(t, c)
}

// checkClosed fails where an object says that it is closed; for file objects of this package it looks at the field.
func checkClosed(t *thread, v value) error {
	closed, err := isClosed(t, v)
	if err == nil && closed {
		err = objects.ValueErrorf("I/O operation on closed file.")
	}
	return err
}

// ask calls a method such as readable() and takes the truth of the answer.
func ask(t *thread, v value, method *objects.Str) (bool, error) {
	r, err := objects.CallMethod(t, v, method)
	if err != nil {
		return false, err
	}
	return objects.Truth(t, r)
}

// check fails with UnsupportedOperation where a method such as readable() does not say True.
func check(t *thread, v value, method *objects.Str, message string) error {
	r, err := objects.CallMethod(t, v, method)
	if err == nil && r != objects.True {
		err = unsupported(message)
	}
	return err
}

func closeOf(t *thread, v value) error {
	_, err := objects.CallMethod(t, v, names.close)
	return err
}

func flushOf(t *thread, v value) error {
	_, err := objects.CallMethod(t, v, names.flush)
	return err
}

// chain makes an earlier error the context of a later one and returns the error that remains.
func chain(first, second error) error {
	if first == nil {
		return second
	}
	if second == nil {
		return first
	}
	a, b := objects.AsException(first), objects.AsException(second)
	if a != b && b.Context.IsZero() {
		b.Context = a.Value()
	}
	return b
}

// method returns a FuncDef's Fn for a method of a type with a Go struct.
func method[T any](f func(t *thread, self *T, args []value) (value, error)) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) { return f(t, objects.As[T](self), args) }
}

func noMethod(name string) func(*thread, value, []value) (value, error) {
	return func(*thread, value, []value) (value, error) { return value{}, unsupported(name) }
}

func constMethod(v value) func(*thread, value, []value) (value, error) {
	return func(*thread, value, []value) (value, error) { return v, nil }
}

func cannotPickle(t *thread, self value, args []value) (value, error) {
	return value{}, objects.TypeErrorf("cannot pickle '%s' instances", objects.TypeOf(self).Name)
}

// initBase fills the abstract classes.
func initBase() {
	typ := &ioBaseType
	typ.Name, typ.Module = "_IOBase", "_io"
	typ.Doc = "What all classes of files have in common."
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs | objects.FlagHasDel
	objects.LayoutAttrs[base](typ, attrsOffset, true)
	typ.New = newFile
	typ.Iter = func(t *thread, self value) (value, error) { return self, checkClosed(t, self) }
	typ.Next = nextLine
	typ.Del = finalize
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "seek", Sig: "offset, whence=0, /", Doc: "Move to a position, offset from the start or as whence says (1: from here, 2: from the end), and return it.", Fn: noMethod("seek")},
			{Name: "tell", Doc: "Return the position in the file.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.CallMethod(t, self, names.seek, objects.Int(0), objects.Int(1))
			}},
			{Name: "truncate", Sig: "size=None, /", Doc: "Make the file size bytes long, by default up to the present position.", Fn: noMethod("truncate")},
			{Name: "flush", Doc: "Write out what waits to be written.", Fn: baseFlush},
			{Name: "close", Doc: "Write out what waits to be written, and close the file.", Fn: baseClose},
			{Name: "seekable", Doc: "Tell whether seek() works.", Fn: constMethod(objects.False)},
			{Name: "readable", Doc: "Tell whether reading works.", Fn: constMethod(objects.False)},
			{Name: "writable", Doc: "Tell whether writing works.", Fn: constMethod(objects.False)},
			{Name: "_checkClosed", Sig: "msg=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.None, checkClosed(t, self)
			}},
			{Name: "_checkSeekable", Sig: "msg=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.True, check(t, self, names.seekable, "File or stream is not seekable.")
			}},
			{Name: "_checkReadable", Sig: "msg=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.True, check(t, self, names.readable, "File or stream is not readable.")
			}},
			{Name: "_checkWritable", Sig: "msg=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.True, check(t, self, names.writable, "File or stream is not writable.")
			}},
			{Name: "fileno", Doc: "Return the number by which the system knows the file; OSError if there is none.", Fn: noMethod("fileno")},
			{Name: "isatty", Doc: "Tell whether the stream is a terminal.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.False, checkClosed(t, self)
			}},
			{Name: "__enter__", Fn: func(t *thread, self value, args []value) (value, error) { return self, checkClosed(t, self) }},
			{Name: "__exit__", Sig: "*exc_info", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.CallMethod(t, self, names.close)
			}},
			{Name: "readline", Sig: "size=-1, /", Doc: "Return the next line with its end, or as much of it as size allows.", Fn: baseReadline},
			{Name: "readlines", Sig: "hint=-1, /", Doc: "Return the lines that are left, in a list; hint is a number of bytes after which no other line is begun.", Fn: baseReadlines},
			{Name: "writelines", Sig: "lines, /", Doc: "Write one line after the other, adding no line ends.", Fn: baseWritelines},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "closed", Get: func(t *thread, self value) (value, error) {
			return objects.Bool(objects.As[base](self).closed), nil
		}}, {Name: "__dict__", Get: getDict}}
	}

	typ = &rawIOBaseType
	typ.Name, typ.Module = "_RawIOBase", "_io"
	typ.Doc = "What the classes of unbuffered binary files have in common."
	typ.Base = &ioBaseType
	typ.Flags = objects.FlagBase
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "read", Sig: "size=-1, /", Fn: rawRead},
			{Name: "readall", Doc: "Call read() until there is nothing left, and return all of it.", Fn: rawReadAll},
		}
	}

	typ = &bufferedIOBaseType
	typ.Name, typ.Module = "_BufferedIOBase", "_io"
	typ.Doc = "What the classes of buffered binary files have in common."
	typ.Base = &ioBaseType
	typ.Flags = objects.FlagBase
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "detach", Doc: "Take the raw file out and return it; nothing else works afterwards.", Fn: noMethod("detach")},
			{Name: "read", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most; a negative size means all.", Fn: noMethod("read")},
			{Name: "read1", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most, for which the raw file is read once or not at all.", Fn: noMethod("read1")},
			{Name: "readinto", Sig: "buffer, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return genericReadinto(t, self, args[0], names.read, "readinto()")
			}},
			{Name: "readinto1", Sig: "buffer, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return genericReadinto(t, self, args[0], names.read1, "readinto1()")
			}},
			{Name: "write", Sig: "b, /", Doc: "Take the bytes of b to be written, and return how many they are.", Fn: noMethod("write")},
		}
	}

	typ = &textIOBaseType
	typ.Name, typ.Module = "_TextIOBase", "_io"
	typ.Doc = "What the classes of text files have in common."
	typ.Base = &ioBaseType
	typ.Flags = objects.FlagBase
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "detach", Doc: "Take the binary file out and return it; nothing else works afterwards.", Fn: noMethod("detach")},
			{Name: "read", Sig: "size=-1, /", Doc: "Return the next characters, size of them at most; a negative size means all.", Fn: noMethod("read")},
			{Name: "readline", Sig: "size=-1, /", Doc: "Return the next line with its end, or as much of it as size allows.", Fn: noMethod("readline")},
			{Name: "write", Sig: "s, /", Doc: "Write s and return its length.", Fn: noMethod("write")},
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		none := func(*thread, value) (value, error) { return objects.None, nil }
		return []objects.GetSetDef{
			{Name: "encoding", Doc: "the name of the encoding, or None", Get: none},
			{Name: "newlines", Doc: "the line ends met so far: None, a str or a tuple of them", Get: none},
			{Name: "errors", Doc: "the name of the error handler, or None", Get: none},
		}
	}
}

// newFile is __new__ of the file classes: arguments are left to __init__.
func newFile(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	v := typ.Alloc(typ)
	if typ.Flags&objects.FlagHeap != 0 {
		objects.RegisterFinalizer(v)
	}
	return v, nil
}

func getDict(t *thread, self value) (value, error) {
	return objects.ToValue(objects.InstanceDict(self)), nil
}

// finalize is __del__: the file is closed, and errors of that are dropped as CPython drops them.
func finalize(t *thread, self value) error {
	closed, err := isClosed(t, self)
	if err != nil || closed {
		return nil
	}
	if warn, err := objects.FindAttr(t, self, names.deallocWarn); err == nil && !warn.IsZero() {
		if _, err := objects.Call1(t, warn, self); err != nil {
			objects.H.Unraisable(t, err, "", self)
		}
	}
	_ = closeOf(t, self)
	return nil
}

func baseFlush(t *thread, self value, args []value) (value, error) {
	if objects.As[base](self).closed {
		return value{}, objects.ValueErrorf("I/O operation on closed file.")
	}
	return objects.None, nil
}

func baseClose(t *thread, self value, args []value) (value, error) {
	b := objects.As[base](self)
	if b.closed {
		return objects.None, nil
	}
	err := flushOf(t, self)
	b.closed = true
	objects.UnregisterFinalizer(self)
	return objects.None, err
}

func nextLine(t *thread, self value) (value, error) {
	line, err := objects.CallMethod(t, self, names.readline)
	if err != nil {
		return value{}, err
	}
	n, err := objects.Len(t, line)
	if err != nil || n == 0 {
		return value{}, err
	}
	return line, nil
}

// baseReadline reads a line through peek() where there is one, else byte by byte.
func baseReadline(t *thread, self value, args []value) (value, error) {
	limit, err := native.Size(t, args[0], -1)
	if err != nil {
		return value{}, err
	}
	peek, err := objects.FindAttr(t, self, names.peek)
	if err != nil {
		return value{}, err
	}
	var line []byte
	for limit < 0 || len(line) < limit {
		n := 1
		if !peek.IsZero() {
			r, err := objects.Call1(t, peek, objects.Int(1))
			if err != nil {
				return value{}, err
			}
			b, ok := objects.BytesOf(r)
			if !ok {
				return value{}, objects.Errorf(&objects.OSErrorType, "peek() should have returned a bytes object, not '%s'", objects.TypeOf(r))
			}
			if len(b) > 0 {
				if limit >= 0 && len(b) > limit-len(line) {
					b = b[:limit-len(line)]
				}
				n = len(b)
				for i, c := range b {
					if c == '\n' {
						n = i + 1
						break
					}
				}
			}
		}
		r, err := objects.CallMethod(t, self, names.read, objects.Int(int64(n)))
		if err != nil {
			return value{}, err
		}
		b, ok := objects.BytesOf(r)
		if !ok {
			return value{}, objects.Errorf(&objects.OSErrorType, "read() should have returned a bytes object, not '%s'", objects.TypeOf(r))
		}
		if len(b) == 0 {
			break
		}
		line = append(line, b...)
		if line[len(line)-1] == '\n' {
			break
		}
	}
	return objects.NewBytes(line), nil
}

func baseReadlines(t *thread, self value, args []value) (value, error) {
	hint, err := native.Size(t, args[0], -1)
	if err != nil {
		return value{}, err
	}
	list := objects.NewList()
	it, err := objects.Iter(t, self)
	if err != nil {
		return value{}, err
	}
	for total := 0; hint <= 0 || total < hint; {
		line, err := objects.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if line.IsZero() {
			break
		}
		list.Append(line)
		if hint > 0 {
			n, err := objects.Len(t, line)
			if err != nil {
				return value{}, err
			}
			total += n
		}
	}
	return objects.ToValue(list), nil
}

func baseWritelines(t *thread, self value, args []value) (value, error) {
	if err := checkClosed(t, self); err != nil {
		return value{}, err
	}
	return objects.None, objects.Each(t, args[0], func(line value) error {
		_, err := objects.CallMethod(t, self, names.write, line)
		return err
	})
}

// rawRead is RawIOBase.read on top of readinto().
func rawRead(t *thread, self value, args []value) (value, error) {
	n, err := native.Size(t, args[0], -1)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return objects.CallMethod(t, self, names.readall)
	}
	if err := objects.CheckSize(n, 1); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	got, none, err := readInto(t, self, names.readinto, b)
	if err != nil || none {
		return objects.None, err
	}
	return objects.NewBytes(b[:got]), nil
}

// readInto calls readinto() (or what method names) of an object with memory of ours; none reports that it returned None.
func readInto(t *thread, self value, method *objects.Str, b []byte) (n int, none bool, err error) {
	array := objects.NewByteArray(b)
	r, err := objects.CallMethod(t, self, method, array)
	if err != nil {
		return 0, false, err
	}
	if r == objects.None {
		return 0, true, nil
	}
	n, err = objects.IndexInt(t, r, &objects.ValueErrorType)
	if err != nil {
		return 0, false, err
	}
	if n < 0 || n > len(b) {
		return 0, false, objects.Errorf(&objects.OSErrorType, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(b))
	}
	// The object may have replaced the memory of the array.
	if buf, err := objects.GetBuffer(t, array, objects.BufSimple); err == nil {
		if len(buf.Data) > 0 && len(b) > 0 && &buf.Data[0] != &b[0] {
			copy(b, buf.Data)
		}
		if buf.Release != nil {
			buf.Release()
		}
	}
	return n, false, nil
}

func rawReadAll(t *thread, self value, args []value) (value, error) {
	var all []byte
	for {
		r, err := objects.CallMethod(t, self, names.read, objects.Int(DefaultBufferSize))
		if err != nil {
			return value{}, err
		}
		if r == objects.None {
			if len(all) == 0 {
				return objects.None, nil
			}
			break
		}
		b, ok := objects.BytesOf(r)
		if !ok {
			return value{}, objects.TypeErrorf("read() should return bytes")
		}
		if len(b) == 0 {
			break
		}
		all = append(all, b...)
	}
	return objects.NewBytes(all), nil
}

// genericReadinto is readinto() on top of read() or read1().
func genericReadinto(t *thread, self, target value, via *objects.Str, fn string) (value, error) {
	dst, release, err := native.WritableBytes(t, target, fn)
	if err != nil {
		return value{}, err
	}
	defer release()
	r, err := objects.CallMethod(t, self, via, objects.Int(int64(len(dst))))
	if err != nil {
		return value{}, err
	}
	b, ok := objects.BytesOf(r)
	if !ok {
		return value{}, objects.TypeErrorf("read() should return bytes")
	}
	if len(b) > len(dst) {
		return value{}, objects.ValueErrorf("read() returned too much data: %d bytes requested, %d returned", len(dst), len(b))
	}
	copy(dst, b)
	return objects.Int(int64(len(b))), nil
}

// reprWith makes "<_io.BufferedReader name='x'>"; extra is put before the closing bracket.
func reprWith(t *thread, self value, extra func() (string, error)) (value, error) {
	typ := objects.TypeOf(self)
	text := "<" + typ.TpName()
	if typ.Flags&objects.FlagHeap != 0 {
		text = "<" + typ.FullName()
	}
	name, err := objects.FindAttr(t, self, names.name)
	if err != nil && !objects.IsError(err, &objects.ValueErrorType) {
		return value{}, err
	}
	if err == nil && !name.IsZero() {
		if t.EnterRepr(self) {
			return value{}, objects.RuntimeErrorf("reentrant call inside %s.__repr__", typ)
		}
		r, err := objects.ReprString(t, name)
		t.LeaveRepr(self)
		if err != nil {
			return value{}, err
		}
		text += " name=" + r
	}
	if extra != nil {
		s, err := extra()
		if err != nil {
			return value{}, err
		}
		text += s
	}
	return native.Str(text + ">"), nil
}
