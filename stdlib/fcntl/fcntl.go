// Package fcntl is the module fcntl: file control, I/O control and file locks.
package fcntl

import (
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// maxArg is the size in bytes of the largest buffer that is given to the system as a copy.
const maxArg = 1024

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "fcntl",
	Doc:  "Operations of the system on open files, fcntl() and ioctl(), and locks by means of them.\n\nA file is given by its descriptor, or as an object with a method fileno().",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "fcntl", Sig: "fd, cmd, arg=0, /", Doc: "Call fcntl(2) on a file.\n\nWith a number as arg the result is the system's; with bytes or a str it is the bytes as the system left them.", Fn: fcntl},
			{Name: "ioctl", Sig: "fd, request, arg=0, mutate_flag=True, /", Doc: "Call ioctl(2) on a file.\n\narg is a number, a buffer that the system changes in place (unless mutate_flag is false), or bytes, of which the result\nis a changed copy.", Fn: ioctl},
			{Name: "flock", Sig: "fd, operation, /", Doc: "Call flock(2) on a file, which locks or unlocks all of it.", Fn: flock},
			{Name: "lockf", Sig: "fd, cmd, len=0, start=0, whence=0, /", Doc: "Lock or unlock len bytes of a file (0: all to its end), from start, which is counted as whence says.", Fn: lockf},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		for _, c := range &constants {
			m.Set(c.name, objects.Int(c.n))
		}
		return nil
	},
}

// word converts an argument that the system takes as a number of a register.
func word(t *thread, v value) (uintptr, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := objects.Int64Of(i); ok {
		return uintptr(n), nil
	}
	n, ok := objects.Uint64Of(i)
	if !ok {
		return 0, objects.OverflowErrorf("Python int too large to convert to C long")
	}
	return uintptr(n), nil
}

// call makes a system call without the global lock.
func call(t *thread, nr, a, b, c uintptr) (value, error) {
	var r uintptr
	err := native.Call(t, func() error {
		n, _, e := unix.Syscall(nr, a, b, c)
		if e != 0 {
			return e
		}
		r = n
		return nil
	})
	if err != nil {
		return value{}, native.OSError(err, value{})
	}
	return objects.Int(int64(int32(r))), nil
}

// withBuffer calls the system with a copy of a buffer, which is the result.
func withBuffer(t *thread, nr, a, b uintptr, data []byte, name string) (value, error) {
	if len(data) > maxArg {
		return value{}, objects.ValueErrorf("%s string arg too long", name)
	}
	// A byte more, so that there is an address even of nothing.
	buf := make([]byte, len(data)+1)
	copy(buf, data)
	if _, err := call(t, nr, a, b, uintptr(unsafe.Pointer(&buf[0]))); err != nil {
		return value{}, err
	}
	return objects.NewBytes(buf[:len(data)]), nil
}

// bufferOf returns the contents of an argument that is a str or has a buffer.
func bufferOf(t *thread, v value) (data []byte, ok bool, err error) {
	if s, isStr := objects.StrOf(v); isStr {
		return []byte(s.String()), true, nil
	}
	if objects.TypeOf(v).Buffer == nil {
		return nil, false, nil
	}
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return nil, false, err
	}
	defer release()
	return append([]byte(nil), b...), true, nil
}

func fcntl(t *thread, _ value, args []value) (value, error) {
	fd, err := native.FileDescriptor(t, args[0])
	if err != nil {
		return value{}, err
	}
	cmd, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	arg := uintptr(0)
	if !args[2].IsZero() {
		data, ok, err := bufferOf(t, args[2])
		if err != nil {
			return value{}, err
		}
		if ok {
			return withBuffer(t, unix.SYS_FCNTL, uintptr(fd), uintptr(cmd), data, "fcntl")
		}
		if arg, err = word(t, args[2]); err != nil {
			return value{}, err
		}
	}
	return call(t, unix.SYS_FCNTL, uintptr(fd), uintptr(cmd), arg)
}

func ioctl(t *thread, _ value, args []value) (value, error) {
	fd, err := native.FileDescriptor(t, args[0])
	if err != nil {
		return value{}, err
	}
	request, err := word(t, args[1])
	if err != nil {
		return value{}, err
	}
	mutate, err := native.Bool(t, args[3], true)
	if err != nil {
		return value{}, err
	}
	request = uintptr(uint32(request))
	if args[2].IsZero() || objects.IsIndex(args[2]) {
		arg := uintptr(0)
		if !args[2].IsZero() {
			if arg, err = word(t, args[2]); err != nil {
				return value{}, err
			}
		}
		return call(t, unix.SYS_IOCTL, uintptr(fd), request, arg)
	}
	if mutate && objects.TypeOf(args[2]).Buffer != nil && !objects.Is(args[2], &objects.BytesType) {
		if b, release, err := native.WritableBytes(t, args[2], "ioctl()"); err == nil {
			defer release()
			buf := make([]byte, max(len(b)+1, maxArg+1))
			copy(buf, b)
			r, err := call(t, unix.SYS_IOCTL, uintptr(fd), request, uintptr(unsafe.Pointer(&buf[0])))
			copy(b, buf)
			return r, err
		}
	}
	data, ok, err := bufferOf(t, args[2])
	if err != nil {
		return value{}, err
	}
	if !ok {
		return value{}, objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(args[2]).TpName())
	}
	return withBuffer(t, unix.SYS_IOCTL, uintptr(fd), request, data, "ioctl")
}

func flock(t *thread, _ value, args []value) (value, error) {
	fd, err := native.FileDescriptor(t, args[0])
	if err != nil {
		return value{}, err
	}
	op, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	if err := native.Call(t, func() error { return unix.Flock(fd, op) }); err != nil {
		return value{}, native.OSError(err, value{})
	}
	return objects.None, nil
}

func lockf(t *thread, _ value, args []value) (value, error) {
	fd, err := native.FileDescriptor(t, args[0])
	if err != nil {
		return value{}, err
	}
	cmd, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	var l unix.Flock_t
	switch {
	case cmd == unix.LOCK_UN:
		l.Type = unix.F_UNLCK
	case cmd&unix.LOCK_SH != 0:
		l.Type = unix.F_RDLCK
	case cmd&unix.LOCK_EX != 0:
		l.Type = unix.F_WRLCK
	default:
		return value{}, objects.ValueErrorf("unrecognized lockf argument")
	}
	for i, at := range [...]*int64{&l.Len, &l.Start} {
		if !args[2+i].IsZero() {
			if *at, err = native.Int64(t, args[2+i]); err != nil {
				return value{}, err
			}
		}
	}
	whence, err := native.IntOr(t, args[4], 0)
	if err != nil {
		return value{}, err
	}
	l.Whence = int16(whence)
	op := unix.F_SETLKW
	if cmd&unix.LOCK_NB != 0 {
		op = unix.F_SETLK
	}
	if err := native.Call(t, func() error { return unix.FcntlFlock(uintptr(fd), op, &l) }); err != nil {
		return value{}, native.OSError(err, value{})
	}
	return objects.None, nil
}
