package io

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// fileIOType is FileIO.
var fileIOType objects.Type

// fileIO is a raw file: a descriptor.
type fileIO struct {
	base
	fd       int // -1: closed or not yet opened
	opened   bool
	readable bool
	writable bool
	created  bool
	append   bool
	closefd  bool
	regular  bool
	// slow says that reading may wait for long (a pipe, a terminal, a socket): signals must be able to interrupt it.
	slow bool
	// seekable is 1 or 0 once it is known, else -1.
	seekable int8
	blksize  int
	// size is the size that fstat gave at the opening.
	size int64
}

func (f *fileIO) value() value { return objects.ToValue(f) }

func (f *fileIO) modeString() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.append && f.readable:
		return "ab+"
	case f.append:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

// parseRawMode reads the mode of FileIO.
func (f *fileIO) parseRawMode(mode string) (flags int, err error) {
	rwa, plus := 0, false
	bad := objects.ValueErrorf("Must have exactly one of create/read/write/append mode and at most one plus")
	f.readable, f.writable, f.created, f.append = false, false, false, false
	for _, c := range mode {
		switch c {
		case 'x':
			f.created, f.writable = true, true
			flags |= unix.O_EXCL | unix.O_CREAT
			rwa++
		case 'r':
			f.readable = true
			rwa++
		case 'w':
			f.writable = true
			flags |= unix.O_CREAT | unix.O_TRUNC
			rwa++
		case 'a':
			f.append, f.writable = true, true
			flags |= unix.O_APPEND | unix.O_CREAT
			rwa++
		case 'b':
		case '+':
			if plus {
				return 0, bad
			}
			f.readable, f.writable, plus = true, true, true
		default:
			return 0, objects.ValueErrorf("invalid mode: %s", mode)
		}
	}
	if rwa != 1 {
		return 0, bad
	}
	switch {
	case f.readable && f.writable:
		flags |= unix.O_RDWR
	case f.readable:
		flags |= unix.O_RDONLY
	default:
		flags |= unix.O_WRONLY
	}
	return flags | unix.O_CLOEXEC, nil
}

func fileIOInit(t *thread, self value, args []value) error {
	f := objects.As[fileIO](self)
	mode := "r"
	if !args[1].IsZero() {
		var err error
		if mode, err = native.Text(args[1], "FileIO", "'mode'"); err != nil {
			return err
		}
	}
	closefd, err := native.Bool(t, args[2], true)
	if err != nil {
		return err
	}
	if err := f.open(t, args[0], mode, closefd, args[3]); err != nil {
		return err
	}
	objects.RegisterFinalizer(self)
	return nil
}

// open opens a file by name, descriptor or opener.
func (f *fileIO) open(t *thread, file value, mode string, closefd bool, opener value) error {
	if f.opened && f.fd >= 0 {
		if f.closefd {
			if err := f.closeFD(t); err != nil {
				return err
			}
		} else {
			f.fd = -1
		}
	}
	f.opened, f.fd, f.seekable = true, -1, -1
	fd := -1
	if objects.IsInt(file) || objects.TypeOf(file).Number.Unary[objects.OpIndex] != nil {
		if err := native.BoolAsFD(t, file); err != nil {
			return err
		}
		n, err := native.Int(t, file)
		if err != nil {
			return err
		}
		if n < 0 {
			return objects.ValueErrorf("negative file descriptor")
		}
		fd = n
	}
	var path native.PathArg
	if fd < 0 {
		var err error
		if path, err = native.Path(t, file, "", "", false, false); err != nil {
			return err
		}
	}
	flags, err := f.parseRawMode(mode)
	if err != nil {
		return err
	}
	fdIsOwn := false
	if fd >= 0 {
		f.fd, f.closefd = fd, closefd
	} else {
		f.closefd = true
		if !closefd {
			return objects.ValueErrorf("Cannot use file name with closefd=False")
		}
		FlushPending(t)
		fdIsOwn = true
		if native.Given(opener) {
			r, err := objects.Call2(t, opener, file, objects.Int(int64(flags)))
			if err != nil {
				return err
			}
			if !objects.IsInt(r) {
				return objects.TypeErrorf("expected integer from opener")
			}
			if f.fd, err = native.Int(t, r); err != nil {
				return err
			}
			if f.fd < 0 {
				n := f.fd
				f.fd = -1
				return objects.ValueErrorf("opener returned %d", n)
			}
			unix.CloseOnExec(f.fd)
		} else if f.fd, err = OpenFD(t, path.Path, flags, 0o666); err != nil {
			f.fd = -1
			return native.OSError(err, file)
		}
	}
	fail := func(err error) error {
		if fdIsOwn {
			_ = unix.Close(f.fd)
		}
		f.fd = -1
		return err
	}
	var st unix.Stat_t
	f.blksize = DefaultBufferSize
	switch err := unix.Fstat(f.fd, &st); err {
	case nil:
		kind := st.Mode & unix.S_IFMT
		if kind == unix.S_IFDIR {
			return fail(native.OSError(unix.EISDIR, file))
		}
		if st.Blksize > 1 {
			f.blksize = int(st.Blksize)
		}
		f.regular = kind == unix.S_IFREG
		f.slow = !f.regular && kind != unix.S_IFBLK
		f.size = st.Size
	case unix.EBADF:
		return fail(native.OSError(err, file))
	}
	if err := objects.SetAttr(t, f.value(), names.name, file); err != nil {
		return fail(err)
	}
	if f.append {
		// As CPython, so that tell() is right from the beginning; what cannot seek does not matter.
		_, _ = unix.Seek(f.fd, 0, 2)
	}
	return nil
}

// OpenFD opens a file. Where the process has run out of descriptors, files that nobody uses any more are closed first.
func OpenFD(t *thread, path string, flags int, mode uint32) (fd int, err error) {
	for try := 0; ; try++ {
		err = native.Call(t, func() (err error) {
			fd, err = unix.Open(path, flags, mode)
			return err
		})
		if err != unix.EMFILE && err != unix.ENFILE || try > 0 || objects.H.Collect == nil {
			return fd, err
		}
		objects.H.Collect(t, nil)
	}
}

func (f *fileIO) closeFD(t *thread) error {
	fd := f.fd
	f.fd = -1
	var err error
	objects.H.Blocking(t, func() { err = unix.Close(fd) })
	if err != nil && err != unix.EINTR {
		return native.OSError(err, value{})
	}
	return nil
}

func (f *fileIO) check(need bool, what string) error {
	if f.fd < 0 {
		return errClosedFile()
	}
	if !need {
		return unsupported("File not open for " + what)
	}
	return nil
}

// WaitReadable waits on the main thread until a slow descriptor can be read, so that a signal can end the wait.
func WaitReadable(t *thread, fd int) error {
	if t != interp.S.Main || interp.SignalHandler == nil {
		return nil
	}
	w := interp.WakeFD()
	if w < 0 {
		return nil
	}
	for {
		fds := [2]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}, {Fd: int32(w), Events: unix.POLLIN}}
		var n int
		var err error
		if n, err = unix.Poll(fds[:], 0); n == 0 || err != nil {
			objects.H.Blocking(t, func() { n, err = unix.Poll(fds[:], -1) })
		}
		if fds[1].Revents != 0 {
			interp.DrainWakeFD()
		}
		if serr := interp.CheckSignals(t); serr != nil {
			return serr
		}
		if err != nil && err != unix.EINTR || fds[0].Revents != 0 {
			return nil
		}
	}
}

// readOnce reads into b; again reports that the descriptor would block.
func (f *fileIO) readOnce(t *thread, b []byte) (n int, again bool, err error) {
	if f.slow {
		if err := WaitReadable(t, f.fd); err != nil {
			return 0, false, err
		}
	}
	if len(b) > 0x7ffff000 {
		b = b[:0x7ffff000]
	}
	err = native.Call(t, func() (err error) {
		n, err = unix.Read(f.fd, b)
		return err
	})
	switch err {
	case nil:
		return n, false, nil
	case unix.EAGAIN:
		return 0, true, nil
	}
	return 0, false, native.OSError(err, value{})
}

// writeOnce writes b; again reports that the descriptor would block.
func (f *fileIO) writeOnce(t *thread, b []byte) (n int, again bool, err error) {
	if len(b) > 0x7ffff000 {
		b = b[:0x7ffff000]
	}
	err = native.Call(t, func() (err error) {
		n, err = unix.Write(f.fd, b)
		return err
	})
	switch err {
	case nil:
		return n, false, nil
	case unix.EAGAIN:
		return 0, true, nil
	}
	return 0, false, native.OSError(err, value{})
}

// readAll reads to the end. none reports that nothing could be read without blocking.
func (f *fileIO) readAll(t *thread) (all []byte, none bool, err error) {
	room := DefaultBufferSize
	if f.regular {
		var st unix.Stat_t
		if pos, err := unix.Seek(f.fd, 0, 1); err == nil && unix.Fstat(f.fd, &st) == nil && st.Size >= pos {
			// One byte more, so that the end is seen without growing.
			room = int(st.Size-pos) + 1
		}
	}
	if err := objects.CheckSize(room, 1); err != nil {
		return nil, false, err
	}
	all = make([]byte, 0, room)
	for {
		if len(all) == cap(all) {
			grown := make([]byte, len(all), max(2*cap(all), DefaultBufferSize))
			copy(grown, all)
			all = grown
		}
		n, again, err := f.readOnce(t, all[len(all):cap(all)])
		if err != nil {
			return nil, false, err
		}
		if again {
			return all, len(all) == 0, nil
		}
		if n == 0 {
			return all, false, nil
		}
		all = all[:len(all)+n]
	}
}

func (f *fileIO) seek(t *thread, offset int64, whence int) (int64, error) {
	var pos int64
	err := native.Call(t, func() (err error) {
		pos, err = unix.Seek(f.fd, offset, whence)
		return err
	})
	if f.seekable < 0 {
		f.seekable = 0
		if err == nil {
			f.seekable = 1
		}
	}
	if err != nil {
		return -1, native.OSError(err, value{})
	}
	return pos, nil
}

func (f *fileIO) isSeekable() bool {
	if f.seekable < 0 {
		f.seekable = 0
		if _, err := unix.Seek(f.fd, 0, 1); err == nil {
			f.seekable = 1
		}
	}
	return f.seekable == 1
}

func isTerminal(fd int) bool {
	_, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	return err == nil
}

func (f *fileIO) close(t *thread) error {
	var first error
	if !f.base.closed {
		// RawIOBase.close(): flush() may be overridden.
		_, first = baseClose(t, f.value(), nil)
	}
	if f.fd < 0 {
		return first
	}
	if !f.closefd {
		f.fd = -1
		return first
	}
	return chain(first, f.closeFD(t))
}

func initFileIO() {
	typ := &fileIOType
	typ.Name, typ.Module = "FileIO", "_io"
	typ.Doc = "A file of the system without a buffer: each read or write is a call of the system."
	typ.TextSig = "(file, mode='r', closefd=True, opener=None)"
	typ.Base = &rawIOBaseType
	typ.Flags = objects.FlagBase
	objects.LayoutAttrs[fileIO](typ, attrsOffset, true)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		return newFileIO(typ).value(), nil
	}
	typ.Init = objects.InitBound("FileIO", "file, mode='r', closefd=True, opener=None", fileIOInit)
	typ.Repr = func(t *thread, self value) (value, error) {
		f := objects.As[fileIO](self)
		if f.fd < 0 {
			return native.Str("<" + objects.TypeOf(self).FullName() + " [closed]>"), nil
		}
		name, err := objects.FindAttr(t, self, names.name)
		if err != nil {
			return value{}, err
		}
		closefd := "True"
		if !f.closefd {
			closefd = "False"
		}
		if name.IsZero() {
			return native.Str("<" + objects.TypeOf(self).FullName() + " fd=" + itoa(f.fd) + " mode='" + f.modeString() + "' closefd=" + closefd + ">"), nil
		}
		if t.EnterRepr(self) {
			return value{}, objects.RuntimeErrorf("reentrant call inside %s.__repr__", objects.TypeOf(self))
		}
		defer t.LeaveRepr(self)
		r, err := objects.ReprString(t, name)
		return native.Str("<" + objects.TypeOf(self).FullName() + " name=" + r + " mode='" + f.modeString() + "' closefd=" + closefd + ">"), err
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "closed", Doc: "whether the file is closed", Get: func(t *thread, self value) (value, error) {
				return objects.Bool(objects.As[fileIO](self).fd < 0), nil
			}},
			{Name: "closefd", Doc: "whether close() closes the descriptor, too", Get: func(t *thread, self value) (value, error) {
				return objects.Bool(objects.As[fileIO](self).closefd), nil
			}},
			{Name: "mode", Doc: "the mode, as open() takes it", Get: func(t *thread, self value) (value, error) {
				return native.Str(objects.As[fileIO](self).modeString()), nil
			}},
			{Name: "_blksize", Get: func(t *thread, self value) (value, error) {
				return objects.Int(int64(objects.As[fileIO](self).blksize)), nil
			}, Set: func(t *thread, self, v value) (err error) {
				if v.IsZero() {
					return objects.TypeErrorf("can't delete numeric/char attribute")
				}
				objects.As[fileIO](self).blksize, err = native.Int(t, v)
				return err
			}},
			{Name: "_finalizing", Get: func(*thread, value) (value, error) { return objects.False, nil }},
		}
	}
	typ.Methods = fileIOMethods
}

func newFileIO(typ *objects.Type) *fileIO {
	f := objects.As[fileIO](typ.Alloc(typ))
	f.fd, f.closefd, f.seekable = -1, true, -1
	return f
}

func fileIOMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "read", Sig: "size=-1, /", Doc: "Return the next bytes, size of them at most, or all if size is negative; None if none have come yet.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if err := f.check(f.readable, "reading"); err != nil {
				return value{}, err
			}
			n, err := native.Size(t, args[0], -1)
			if err != nil {
				return value{}, err
			}
			if n < 0 {
				return objects.CallMethod(t, f.value(), names.readall)
			}
			if err := objects.CheckSize(n, 1); err != nil {
				return value{}, err
			}
			b := make([]byte, n)
			got, again, err := f.readOnce(t, b)
			if err != nil || again {
				return objects.None, err
			}
			return objects.NewBytes(b[:got:got]), nil
		})},
		{Name: "readall", Doc: "Return all bytes up to the end; None if none have come yet.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if err := f.check(f.readable, "reading"); err != nil {
				return value{}, err
			}
			b, none, err := f.readAll(t)
			if err != nil || none {
				return objects.None, err
			}
			return objects.NewBytes(b), nil
		})},
		{Name: "readinto", Sig: "buffer, /", Doc: "Fill buffer with the next bytes, and return how many there were; None if none have come yet.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if err := f.check(f.readable, "reading"); err != nil {
				return value{}, err
			}
			b, release, err := native.WritableBytes(t, args[0], "readinto()")
			if err != nil {
				return value{}, err
			}
			defer release()
			n, again, err := f.readOnce(t, b)
			if err != nil || again {
				return objects.None, err
			}
			return objects.Int(int64(n)), nil
		})},
		{Name: "write", Sig: "b, /", Doc: "Write the bytes of b, and return how many the system took; None if it would have to wait.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if err := f.check(f.writable, "writing"); err != nil {
				return value{}, err
			}
			b, release, err := native.Bytes(t, args[0])
			if err != nil {
				return value{}, err
			}
			defer release()
			n, again, err := f.writeOnce(t, b)
			if err != nil || again {
				return objects.None, err
			}
			return objects.Int(int64(n)), nil
		})},
		{Name: "seek", Sig: "pos, whence=0, /", Doc: "Move to pos, counted from the start, or as whence says from here (1) or the end (2), and return the position.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			whence, err := native.IntOr(t, args[1], 0)
			if err != nil {
				return value{}, err
			}
			if args[0].IsFloat() {
				return value{}, objects.TypeErrorf("an integer is required")
			}
			pos, err := native.Int64(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := f.seek(t, pos, whence)
			return objects.Int(n), err
		})},
		{Name: "tell", Doc: "Return the position in the file.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			n, err := f.seek(t, 0, 1)
			return objects.Int(n), err
		})},
		{Name: "truncate", Sig: "size=None, /", Doc: "Make the file size bytes long, by default up to the present position, and return size.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if err := f.check(f.writable, "writing"); err != nil {
				return value{}, err
			}
			var size int64
			var err error
			if native.Given(args[0]) {
				size, err = native.Int64(t, args[0])
			} else {
				size, err = f.seek(t, 0, 1)
			}
			if err != nil {
				return value{}, err
			}
			return objects.Int(size), native.CallPath(t, value{}, func() error { return unix.Ftruncate(f.fd, size) })
		})},
		{Name: "close", Doc: "Close the file.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			return objects.None, f.close(t)
		})},
		{Name: "seekable", Doc: "Tell whether the file has positions to move to.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			return objects.Bool(f.isSeekable()), nil
		})},
		{Name: "readable", Doc: "Tell whether the mode allows reading.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			return objects.Bool(f.readable), nil
		})},
		{Name: "writable", Doc: "Tell whether the mode allows writing.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			return objects.Bool(f.writable), nil
		})},
		{Name: "fileno", Doc: "Return the number by which the system knows the file.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			return objects.Int(int64(f.fd)), nil
		})},
		{Name: "isatty", Doc: "Tell whether the file is a terminal.", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 {
				return value{}, errClosedFile()
			}
			return objects.Bool(isTerminal(f.fd)), nil
		})},
		{Name: "_isatty_open_only", Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			return objects.Bool(f.fd >= 0 && f.slow && isTerminal(f.fd)), nil
		})},
		{Name: "_dealloc_warn", Sig: "source, /", NoSig: true, Fn: method(func(t *thread, f *fileIO, args []value) (value, error) {
			if f.fd < 0 || !f.closefd {
				return objects.None, nil
			}
			r, err := objects.ReprString(t, args[0])
			if err != nil {
				return value{}, err
			}
			return objects.None, objects.H.Warn(t, &objects.ResourceWarningType, "unclosed file "+r, 1)
		})},
		{Name: "__reduce__", NoSig: true, Fn: cannotPickle},
		{Name: "__reduce_ex__", Sig: "protocol, /", NoSig: true, Fn: cannotPickle},
	}
}
