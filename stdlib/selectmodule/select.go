package selectmodule

import (
	"slices"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// setSize is FD_SETSIZE: select() refuses descriptors from it on, as the system call of that name would.
const setSize = 1024

// The conditions of the three lists as poll() reports them.
var conditions = [3]struct{ ask, ready int16 }{
	{unix.POLLIN, unix.POLLIN | unix.POLLHUP | unix.POLLERR},
	{unix.POLLOUT, unix.POLLOUT | unix.POLLERR},
	{unix.POLLPRI, unix.POLLPRI},
}

// selectFunc is select(), made of poll, which knows no limit of descriptors and can wait for signals too.
func selectFunc(t *thread, _ value, args []value) (value, error) {
	timeout, err := native.Timeout(t, args[3], time.Second, "timeout must be a float or None")
	if err != nil {
		return value{}, err
	}
	if native.Given(args[3]) && timeout < 0 {
		return value{}, objects.ValueErrorf("timeout must be non-negative")
	}
	type entry struct {
		v  value
		at int
	}
	var lists [3][]entry
	var fds []unix.PollFd
	place := map[int]int{}
	for i := range lists {
		items, err := objects.ToSlice(t, args[i])
		if err != nil {
			if objects.IsError(err, &objects.TypeErrorType) {
				err = objects.TypeErrorf("arguments 1-3 must be sequences")
			}
			return value{}, err
		}
		for _, v := range slices.Clone(items) {
			fd, err := native.FileDescriptor(t, v)
			if err != nil {
				return value{}, err
			}
			if fd >= setSize {
				return value{}, objects.ValueErrorf("filedescriptor out of range in select()")
			}
			at, ok := place[fd]
			if !ok {
				at = len(fds)
				place[fd] = at
				fds = append(fds, unix.PollFd{Fd: int32(fd)})
			}
			fds[at].Events |= conditions[i].ask
			lists[i] = append(lists[i], entry{v, at})
		}
	}
	if _, err := native.Poll(t, fds, timeout); err != nil {
		return value{}, native.OSError(err, value{})
	}
	var out [3]value
	for i := range lists {
		l := objects.NewList()
		for _, e := range lists[i] {
			got := fds[e.at].Revents
			if got&unix.POLLNVAL != 0 {
				return value{}, native.OSError(unix.EBADF, value{})
			}
			if got&conditions[i].ready != 0 {
				l.Append(e.v)
			}
		}
		out[i] = objects.ToValue(l)
	}
	return native.Tuple(out[:]...), nil
}

// pollObject is a select.poll.
type pollObject struct {
	objects.Head
	events map[int32]int16
	order  []int32 // of registration
	busy   bool
}

// mask converts an event mask for poll.
func mask(t *thread, v value) (int16, error) {
	if v.IsZero() {
		return unix.POLLIN | unix.POLLPRI | unix.POLLOUT, nil
	}
	if !objects.IsInt(v) {
		return 0, objects.TypeErrorf("an integer is required")
	}
	if objects.Sign(v) < 0 {
		return 0, objects.ValueErrorf("value must be positive")
	}
	n, ok := objects.Uint64Of(v)
	if !ok {
		return 0, objects.OverflowErrorf("Python int too large to convert to C unsigned long")
	}
	if n > 0xFFFF {
		return 0, objects.OverflowErrorf("Python int too large for C unsigned short")
	}
	return int16(uint16(n)), nil
}

func (p *pollObject) poll(t *thread, arg value) (value, error) {
	timeout, err := native.Timeout(t, arg, time.Millisecond, "timeout must be an integer or None")
	if err != nil {
		return value{}, err
	}
	if p.busy {
		return value{}, objects.RuntimeErrorf("concurrent poll() invocation")
	}
	fds := make([]unix.PollFd, len(p.order))
	for i, fd := range p.order {
		fds[i] = unix.PollFd{Fd: fd, Events: p.events[fd]}
	}
	p.busy = true
	_, err = native.Poll(t, fds, timeout)
	p.busy = false
	if err != nil {
		return value{}, native.OSError(err, value{})
	}
	l := objects.NewList()
	for _, f := range fds {
		if f.Revents != 0 {
			l.Append(native.Tuple(objects.Int(int64(f.Fd)), objects.Int(int64(uint16(f.Revents)))))
		}
	}
	return objects.ToValue(l), nil
}

func initPoll() {
	typ := &pollType
	typ.Name, typ.Module, typ.Flags = "poll", "select", objects.FlagNoInstantiate
	objects.Layout[pollObject](typ)
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "register", Sig: "fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /", Doc: "Watch fd, a descriptor or an object with fileno(), for the events in eventmask, joined POLL constants. It replaces the mask\nof an fd that is watched already.", Fn: func(t *thread, self value, args []value) (value, error) {
				p := objects.As[pollObject](self)
				fd, err := native.FileDescriptor(t, args[0])
				if err != nil {
					return value{}, err
				}
				m, err := mask(t, args[1])
				if err != nil {
					return value{}, err
				}
				if _, ok := p.events[int32(fd)]; !ok {
					p.order = append(p.order, int32(fd))
				}
				p.events[int32(fd)] = m
				return objects.None, nil
			}},
			{Name: "modify", Sig: "fd, eventmask, /", Doc: "Watch fd, which register() was called for, for other events.", Fn: func(t *thread, self value, args []value) (value, error) {
				p := objects.As[pollObject](self)
				fd, err := native.FileDescriptor(t, args[0])
				if err != nil {
					return value{}, err
				}
				m, err := mask(t, args[1])
				if err != nil {
					return value{}, err
				}
				if _, ok := p.events[int32(fd)]; !ok {
					return value{}, native.OSError(unix.ENOENT, value{})
				}
				p.events[int32(fd)] = m
				return objects.None, nil
			}},
			{Name: "unregister", Sig: "fd, /", Doc: "Watch fd no longer.", Fn: func(t *thread, self value, args []value) (value, error) {
				p := objects.As[pollObject](self)
				fd, err := native.FileDescriptor(t, args[0])
				if err != nil {
					return value{}, err
				}
				if _, ok := p.events[int32(fd)]; !ok {
					return value{}, objects.KeyError(objects.Int(int64(fd)))
				}
				delete(p.events, int32(fd))
				p.order = slices.DeleteFunc(p.order, func(n int32) bool { return n == int32(fd) })
				return objects.None, nil
			}},
			{Name: "poll", Sig: "timeout=None, /", Doc: "Wait for events. The result is a list of pairs (fd, events), empty when timeout, a number of milliseconds, has passed; None\nand negative numbers are no limit.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.As[pollObject](self).poll(t, args[0])
			}},
		}
	}
}
