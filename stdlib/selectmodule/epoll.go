package selectmodule

import (
	"math"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// epollObject is a select.epoll.
type epollObject struct {
	objects.Head
	fd int // negative: closed
}

// defaultEvents is the largest number of events that one call reports where no number is given.
const defaultEvents = setSize - 1

// epollMethod makes a method that needs an open object.
func epollMethod(f func(t *thread, e *epollObject, args []value) (value, error)) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		e := objects.As[epollObject](self)
		if e.fd < 0 {
			return value{}, objects.ValueErrorf("I/O operation on closed epoll object")
		}
		return f(t, e, args)
	}
}

// eventMask converts an event mask for epoll.
func eventMask(t *thread, v value) (uint32, error) {
	if v.IsZero() {
		return unix.EPOLLIN | unix.EPOLLPRI | unix.EPOLLOUT, nil
	}
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	if !ok || n > math.MaxUint32 || n < math.MinInt32 {
		return 0, objects.OverflowErrorf("Python int too large to convert to C unsigned long")
	}
	return uint32(n), nil
}

// control is epoll_ctl.
func (e *epollObject) control(t *thread, op int, fdArg, maskArg value) (value, error) {
	fd, err := native.FileDescriptor(t, fdArg)
	if err != nil {
		return value{}, err
	}
	var ev unix.EpollEvent
	if op != unix.EPOLL_CTL_DEL {
		if ev.Events, err = eventMask(t, maskArg); err != nil {
			return value{}, err
		}
		ev.Fd = int32(fd)
	}
	if err := unix.EpollCtl(e.fd, op, fd, &ev); err != nil {
		return value{}, native.OSError(err, value{})
	}
	return objects.None, nil
}

func (e *epollObject) poll(t *thread, timeoutArg, maxArg value) (value, error) {
	timeout, err := native.Timeout(t, timeoutArg, time.Second, "timeout must be an integer or None")
	if err != nil {
		return value{}, err
	}
	n, err := native.IntOr(t, maxArg, -1)
	if err != nil {
		return value{}, err
	}
	if n == -1 {
		n = defaultEvents
	} else if n < 1 {
		return value{}, objects.ValueErrorf("maxevents must be greater than 0, got %d", n)
	}
	events := make([]unix.EpollEvent, n)
	// The descriptor of an epoll instance is itself ready when events are there.
	got, err := unix.EpollWait(e.fd, events, 0)
	for got == 0 && (err == nil || err == unix.EINTR) && timeout != 0 {
		ready, perr := native.Poll(t, []unix.PollFd{{Fd: int32(e.fd), Events: unix.POLLIN}}, timeout)
		if perr != nil {
			return value{}, native.OSError(perr, value{})
		}
		if got, err = unix.EpollWait(e.fd, events, 0); ready == 0 || timeout > 0 {
			break
		}
	}
	if err != nil && err != unix.EINTR {
		return value{}, native.OSError(err, value{})
	}
	l := objects.NewList()
	for _, ev := range events[:max(got, 0)] {
		l.Append(native.Tuple(objects.Int(int64(ev.Fd)), objects.Int(int64(ev.Events))))
	}
	return objects.ToValue(l), nil
}

func (e *epollObject) close() error {
	if e.fd < 0 {
		return nil
	}
	fd := e.fd
	e.fd = -1
	return unix.Close(fd)
}

func initEpoll() {
	typ := &epollType
	typ.Name, typ.Module = "epoll", "select"
	typ.Doc = "select.epoll(sizehint=-1, flags=0)\n\nReturns an epolling object\n\nsizehint must be a positive integer or -1 for the default size. The\nsizehint is used to optimize internal data structures. It doesn't limit\nthe maximum number of monitored events."
	objects.Layout[epollObject](typ)
	typ.New = objects.NewBound("epoll", "sizehint=-1, flags=0", func(t *thread, typ *objects.Type, args []value) (value, error) {
		hint, err := native.IntOr(t, args[0], -1)
		if err != nil {
			return value{}, err
		}
		flags, err := native.IntOr(t, args[1], 0)
		if err != nil {
			return value{}, err
		}
		if hint != -1 && hint <= 0 {
			return value{}, objects.ValueErrorf("negative sizehint")
		}
		if flags != 0 && flags != unix.EPOLL_CLOEXEC {
			return value{}, objects.NewError(&objects.OSErrorType, native.Str("invalid flags"))
		}
		fd, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
		if err != nil {
			return value{}, native.OSError(err, value{})
		}
		v := typ.NewInstance()
		objects.As[epollObject](v).fd = fd
		return v, nil
	})
	typ.Del = func(t *thread, self value) error { return objects.As[epollObject](self).close() }
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "closed", Doc: "True if the epoll handler is closed", Get: func(t *thread, self value) (value, error) {
			return objects.Bool(objects.As[epollObject](self).fd < 0), nil
		}}}
	}
	typ.Methods = func() []objects.FuncDef {
		const mask = "eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT"
		closeFn := func(t *thread, self value, args []value) (value, error) {
			if err := objects.As[epollObject](self).close(); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.None, nil
		}
		return []objects.FuncDef{
			{Name: "fromfd", Sig: "fd, /", Kind: objects.ClassFunc, Doc: "Create an epoll object from a given control fd.", Fn: func(t *thread, self value, args []value) (value, error) {
				fd, err := native.Int(t, args[0])
				if err != nil {
					return value{}, err
				}
				v := epollType.NewInstance()
				objects.As[epollObject](v).fd = fd
				return v, nil
			}},
			{Name: "close", Doc: "Close the epoll control file descriptor.\n\nFurther operations on the epoll object will raise an exception.", Fn: closeFn},
			{Name: "fileno", Doc: "Return the epoll control file descriptor.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return objects.Int(int64(e.fd)), nil
			})},
			{Name: "register", Sig: "fd, " + mask, Doc: "Registers a new fd or raises an OSError if the fd is already registered.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants\n\nThe epoll interface supports all file descriptors that support poll.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.control(t, unix.EPOLL_CTL_ADD, args[0], args[1])
			})},
			{Name: "modify", Sig: "fd, eventmask", Doc: "Modify event mask for a registered file descriptor.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.control(t, unix.EPOLL_CTL_MOD, args[0], args[1])
			})},
			{Name: "unregister", Sig: "fd", Doc: "Remove a registered file descriptor from the epoll object.\n\n  fd\n    the target file descriptor of the operation", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.control(t, unix.EPOLL_CTL_DEL, args[0], value{})
			})},
			{Name: "poll", Sig: "timeout=None, maxevents=-1", Doc: "Wait for events on the epoll file descriptor.\n\n  timeout\n    the maximum time to wait in seconds (as float);\n    a timeout of None or -1 makes poll wait indefinitely\n  maxevents\n    the maximum number of events returned; -1 means no limit\n\nReturns a list containing any descriptors that have events to report,\nas a list of (fd, events) 2-tuples.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.poll(t, args[0], args[1])
			})},
			{Name: "__enter__", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) { return objects.ToValue(e), nil })},
			{Name: "__exit__", Sig: "exc_type=None, exc_value=None, exc_tb=None, /", Fn: closeFn},
		}
	}
}
