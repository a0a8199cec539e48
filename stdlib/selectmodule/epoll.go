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
	typ.Flags = objects.FlagMutable
	typ.Doc = "select.epoll(sizehint=-1, flags=0)\n\nA set of descriptors in the kernel, which keeps account of those that are ready. The arguments are only checked: no size\nneeds to be told, and child processes never inherit the set."
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
		return []objects.GetSetDef{{Name: "closed", Doc: "whether close() was called", Get: func(t *thread, self value) (value, error) {
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
			{Name: "fromfd", Sig: "fd, /", Kind: objects.ClassFunc, Doc: "Make an object for a descriptor that is such a set already.", Fn: func(t *thread, self value, args []value) (value, error) {
				fd, err := native.Int(t, args[0])
				if err != nil {
					return value{}, err
				}
				v := epollType.NewInstance()
				objects.As[epollObject](v).fd = fd
				return v, nil
			}},
			{Name: "close", Doc: "Give up the set. Using it afterwards is a ValueError.", Fn: closeFn},
			{Name: "fileno", Doc: "The descriptor of the set itself.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return objects.Int(int64(e.fd)), nil
			})},
			{Name: "register", Sig: "fd, " + mask, Doc: "Add fd to the set and watch it for the events in eventmask, joined EPOLL constants. An fd that is in the set already is a\nFileExistsError.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.control(t, unix.EPOLL_CTL_ADD, args[0], args[1])
			})},
			{Name: "modify", Sig: "fd, eventmask", Doc: "Watch fd, which is in the set, for the events in eventmask from now on.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.control(t, unix.EPOLL_CTL_MOD, args[0], args[1])
			})},
			{Name: "unregister", Sig: "fd", Doc: "Take fd out of the set.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.control(t, unix.EPOLL_CTL_DEL, args[0], value{})
			})},
			{Name: "poll", Sig: "timeout=None, maxevents=-1", Doc: "Wait for events. The result is a list of pairs (fd, events); maxevents is how long it may be, if not -1.\n\nThe list is empty when timeout, a number of seconds, has passed; None\nand negative numbers are no limit.", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) {
				return e.poll(t, args[0], args[1])
			})},
			{Name: "__enter__", Fn: epollMethod(func(t *thread, e *epollObject, args []value) (value, error) { return objects.ToValue(e), nil })},
			{Name: "__exit__", Sig: "exc_type=None, exc_value=None, exc_tb=None, /", Fn: closeFn},
		}
	}
}
