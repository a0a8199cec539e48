package socket

import (
	"runtime"
	"strconv"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// object is a _socket.socket.
type object struct {
	objects.Head
	fd                  int // -1: closed
	family, kind, proto int
	timeout             time.Duration // negative: none; 0: never wait
}

// defaultTimeout is what setdefaulttimeout() set.
var defaultTimeout time.Duration = -1

// timeoutArg converts a timeout in seconds.
func timeoutArg(t *thread, v value) (time.Duration, error) {
	d, err := native.Timeout(t, v, time.Second, "")
	if err != nil {
		if native.Given(v) && !v.IsFloat() && !objects.IsFloatObject(v) && !objects.IsIndex(v) {
			err = objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(v).TpName())
		}
		return 0, err
	}
	if native.Given(v) && d < 0 {
		return 0, objects.ValueErrorf("Timeout value out of range")
	}
	return d, nil
}

func timeoutValue(d time.Duration) value {
	if d < 0 {
		return objects.None
	}
	return objects.Float(d.Seconds())
}

// setTimeout sets the timeout and the mode of the descriptor that goes with it.
func (s *object) setTimeout(d time.Duration) error {
	s.timeout = d
	if err := unix.SetNonblock(s.fd, d >= 0); err != nil {
		return osError(err)
	}
	return nil
}

// wait waits until the socket is ready for an event; end is when to give up, where there is a timeout.
func (s *object) wait(t *thread, events int16, end time.Time) error {
	d := time.Duration(-1)
	if s.timeout >= 0 {
		d = max(0, time.Until(end))
	}
	n, err := native.Poll(t, []unix.PollFd{{Fd: int32(s.fd), Events: events}}, d)
	if err == nil && n == 0 {
		err = timedOut()
	}
	return err
}

// do makes a call that never blocks, waiting until it can be done as far as the timeout allows. flag is MSG_DONTWAIT where
// the descriptor itself would block.
func (s *object) do(t *thread, events int16, f func(flag int) error) error {
	flag := 0
	if s.timeout < 0 {
		flag = unix.MSG_DONTWAIT
	}
	end := time.Now().Add(s.timeout)
	for {
		err := retry(func() error { return f(flag) })
		if err != unix.EAGAIN || s.timeout == 0 {
			if err != nil {
				return osError(err)
			}
			return nil
		}
		if err := s.wait(t, events, end); err != nil {
			return osError(err)
		}
	}
}

// accept returns the descriptor and the address of a connection.
func (s *object) accept(t *thread) (value, error) {
	end := time.Now().Add(s.timeout)
	for {
		if s.timeout < 0 {
			if err := s.wait(t, unix.POLLIN, end); err != nil {
				return value{}, osError(err)
			}
		}
		fd, sa, err := unix.Accept4(s.fd, unix.SOCK_CLOEXEC)
		switch {
		case err == nil:
			return native.Tuple(objects.Int(int64(fd)), addressValue(sa)), nil
		case !again(err) || s.timeout == 0 && err == unix.EAGAIN:
			return value{}, osError(err)
		case s.timeout > 0:
			if err := s.wait(t, unix.POLLIN, end); err != nil {
				return value{}, osError(err)
			}
		}
	}
}

// connect connects the socket; errors of the system are not yet OSError.
func (s *object) connect(t *thread, sa unix.Sockaddr) error {
	if s.timeout < 0 {
		if err := unix.SetNonblock(s.fd, true); err != nil {
			return err
		}
		defer func() { _ = unix.SetNonblock(s.fd, false) }()
	}
	end := time.Now().Add(s.timeout)
	err := unix.Connect(s.fd, sa)
	for err == unix.EAGAIN && s.family == unix.AF_UNIX && s.timeout < 0 {
		// The queue of a local server is full, and poll() does not tell when that changes.
		objects.H.Blocking(t, func() { time.Sleep(time.Millisecond) })
		if err := native.Call(t, func() error { return nil }); err != nil {
			return err
		}
		err = unix.Connect(s.fd, sa)
	}
	if err != unix.EINPROGRESS && err != unix.EINTR || s.timeout == 0 {
		return err
	}
	if err := s.wait(t, unix.POLLOUT, end); err != nil {
		return err
	}
	// Asking again gives the outcome and, other than SO_ERROR, leaves a failed socket fit for another attempt.
	if err = unix.Connect(s.fd, sa); err == unix.EISCONN {
		err = nil
	}
	return err
}

func (s *object) close() error {
	if s.fd < 0 {
		return nil
	}
	fd := s.fd
	s.fd = -1
	if err := unix.Close(fd); err != nil && err != unix.ECONNRESET {
		return osError(err)
	}
	return nil
}

// receive is recv and its like: it fills b, with the sender's address where wanted.
func (s *object) receive(t *thread, b []byte, flags int) (n int, from unix.Sockaddr, err error) {
	err = s.do(t, unix.POLLIN, func(flag int) (err error) {
		n, from, err = unix.Recvfrom(s.fd, b, flags|flag)
		return err
	})
	return n, from, err
}

// flagArg converts the optional argument flags.
func flagArg(t *thread, v value) (int, error) { return native.IntOr(t, v, 0) }

// recv is recv() and recvfrom().
func (s *object) recv(t *thread, args []value, fn string) ([]byte, unix.Sockaddr, error) {
	size, err := objects.SizeArg(t, args[0])
	if err != nil {
		return nil, nil, err
	}
	flags, err := flagArg(t, args[1])
	if err != nil {
		return nil, nil, err
	}
	if size < 0 {
		return nil, nil, objects.ValueErrorf("negative buffersize in %s", fn)
	}
	if err := objects.CheckSize(size, 1); err != nil {
		return nil, nil, err
	}
	b := make([]byte, size)
	n, from, err := s.receive(t, b, flags)
	if err != nil {
		return nil, nil, err
	}
	if n < size/2 {
		b = append([]byte(nil), b[:n]...)
	}
	return b[:n], from, nil
}

// recvInto is recv_into() and recvfrom_into().
func (s *object) recvInto(t *thread, args []value, fn string) (int, unix.Sockaddr, error) {
	b, release, err := native.WritableBytes(t, args[0], fn+"() argument 1")
	if err != nil {
		return 0, nil, err
	}
	defer release()
	size := 0
	if !args[1].IsZero() {
		if size, err = objects.SizeArg(t, args[1]); err != nil {
			return 0, nil, err
		}
	}
	flags, err := flagArg(t, args[2])
	if err != nil {
		return 0, nil, err
	}
	if size < 0 {
		return 0, nil, objects.ValueErrorf("negative buffersize in %s", fn)
	}
	if size > len(b) {
		what := "buffer too small for requested bytes"
		if fn == "recvfrom_into" {
			what = "nbytes is greater than the length of the buffer"
		}
		return 0, nil, objects.ValueErrorf("%s", what)
	}
	if size == 0 {
		size = len(b)
	}
	return s.receive(t, b[:size], flags)
}

func (s *object) send(t *thread, b []byte, flags int, to unix.Sockaddr) (n int, err error) {
	err = s.do(t, unix.POLLOUT, func(flag int) (err error) {
		n, err = unix.SendmsgN(s.fd, b, nil, to, flags|flag)
		return err
	})
	return n, err
}

// sendAll sends everything; the timeout is for the whole.
func (s *object) sendAll(t *thread, b []byte, flags int) error {
	whole := s.timeout
	end := time.Now().Add(whole)
	defer func() { s.timeout = whole }()
	for {
		n, err := s.send(t, b, flags, nil)
		if err != nil {
			return err
		}
		if b = b[n:]; len(b) == 0 {
			return nil
		}
		if whole > 0 {
			if s.timeout = time.Until(end); s.timeout <= 0 {
				return timedOut()
			}
		}
	}
}

// option is getsockopt().
func (s *object) option(t *thread, args []value) (value, error) {
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = native.IntOr(t, args[i], 0); err != nil {
			return value{}, err
		}
	}
	if n[2] == 0 {
		v, err := unix.GetsockoptInt(s.fd, n[0], n[1])
		if err != nil {
			return value{}, osError(err)
		}
		return objects.Int(int64(v)), nil
	}
	if n[2] < 0 || n[2] > 1024 {
		return value{}, objects.NewError(&objects.OSErrorType, native.Str("getsockopt buflen out of range"))
	}
	b := make([]byte, n[2])
	size := uint32(len(b))
	_, _, e := unix.Syscall6(unix.SYS_GETSOCKOPT, uintptr(s.fd), uintptr(n[0]), uintptr(n[1]), uintptr(unsafe.Pointer(&b[0])), uintptr(unsafe.Pointer(&size)), 0)
	if e != 0 {
		return value{}, osError(e)
	}
	return objects.NewBytes(b[:size]), nil
}

// setOption is setsockopt().
func (s *object) setOption(t *thread, args []value) error {
	var n [2]int
	for i := range n {
		var err error
		if n[i], err = native.Int(t, args[i]); err != nil {
			return err
		}
	}
	var p unsafe.Pointer
	size := 0
	var b []byte
	var num int32
	switch {
	case !args[3].IsZero():
		if args[2] != objects.None {
			return objects.TypeErrorf("setsockopt() argument 3 must be None, not %s", objects.TypeOf(args[2]).TpName())
		}
		var err error
		if size, err = native.Int(t, args[3]); err != nil {
			return err
		}
	case objects.IsIndex(args[2]):
		v, err := native.Int(t, args[2])
		if err != nil {
			return err
		}
		num = int32(v)
		p, size = unsafe.Pointer(&num), 4
	case objects.TypeOf(args[2]).Buffer != nil:
		data, release, err := native.Bytes(t, args[2])
		if err != nil {
			return err
		}
		defer release()
		b = data
		if size = len(b); size > 0 {
			p = unsafe.Pointer(&b[0])
		}
	default:
		return objects.TypeErrorf("a bytes-like object is required, not '%s'", objects.TypeOf(args[2]).TpName())
	}
	_, _, e := unix.Syscall6(unix.SYS_SETSOCKOPT, uintptr(s.fd), uintptr(n[0]), uintptr(n[1]), uintptr(p), uintptr(size), 0)
	runtime.KeepAlive(b)
	runtime.KeepAlive(&num)
	if e != 0 {
		return osError(e)
	}
	return nil
}

// adopt takes over a descriptor that is a socket already.
func (s *object) adopt(t *thread, v value, family, kind, proto int) error {
	fd, err := native.Int(t, v)
	if err != nil {
		return err
	}
	if fd < 0 {
		return objects.ValueErrorf("negative file descriptor")
	}
	for _, o := range [...]struct {
		at     *int
		option int
	}{{&family, unix.SO_DOMAIN}, {&kind, unix.SO_TYPE}, {&proto, unix.SO_PROTOCOL}} {
		if _, err := unix.Getsockname(fd); err == unix.EBADF || err == unix.ENOTSOCK {
			return osError(err)
		}
		if *o.at == -1 {
			if *o.at, err = unix.GetsockoptInt(fd, unix.SOL_SOCKET, o.option); err != nil {
				return osError(err)
			}
		}
	}
	return s.open(fd, family, kind, proto)
}

// open makes the object use a descriptor.
func (s *object) open(fd, family, kind, proto int) error {
	s.fd, s.family, s.proto = fd, family, proto
	s.kind = kind &^ (unix.SOCK_NONBLOCK | unix.SOCK_CLOEXEC)
	if kind&unix.SOCK_NONBLOCK != 0 {
		s.timeout = 0
		return nil
	}
	s.timeout = -1
	if defaultTimeout >= 0 {
		return s.setTimeout(defaultTimeout)
	}
	return nil
}

func initObject(t *thread, self value, args []value) error {
	s := objects.As[object](self)
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = native.IntOr(t, args[i], -1); err != nil {
			return err
		}
	}
	if native.Given(args[3]) {
		return s.adopt(t, args[3], n[0], n[1], n[2])
	}
	for i, def := range [3]int{unix.AF_INET, unix.SOCK_STREAM, 0} {
		if n[i] == -1 {
			n[i] = def
		}
	}
	fd, err := unix.Socket(n[0], n[1]|unix.SOCK_CLOEXEC, n[2])
	if err != nil {
		return osError(err)
	}
	return s.open(fd, n[0], n[1], n[2])
}

func initSocket() {
	typ := &socketType
	typ.Name, typ.Module = "socket", "_socket"
	typ.Doc = "socket(family=AF_INET, type=SOCK_STREAM, proto=0)\nsocket(family=-1, type=-1, proto=-1, fileno=descriptor)\n\nOne end of a connection, by default of TCP over IPv4; SOCK_DGRAM is for messages that stand alone. The second form takes over\na descriptor that is a socket already, and finds out what is -1."
	typ.Flags = objects.FlagBase
	objects.Layout[object](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		v := typ.NewInstance()
		s := objects.As[object](v)
		s.fd, s.timeout = -1, -1
		return v, nil
	}
	typ.Init = objects.InitBound("socket", "family=-1, type=-1, proto=-1, fileno=None", initObject)
	typ.Repr = func(t *thread, self value) (value, error) {
		s := objects.As[object](self)
		return native.Str("<socket object, fd=" + strconv.Itoa(s.fd) + ", family=" + strconv.Itoa(s.family) + ", type=" + strconv.Itoa(s.kind) +
			", proto=" + strconv.Itoa(s.proto) + ">"), nil
	}
	typ.Del = func(t *thread, self value) error {
		s := objects.As[object](self)
		if s.fd < 0 {
			return nil
		}
		text, err := objects.ReprString(t, self)
		if err == nil {
			err = objects.H.Warn(t, &objects.ResourceWarningType, "unclosed "+text, 1)
		}
		_ = s.close()
		return err
	}
	typ.Members = func() []objects.MemberDef {
		member := func(name, doc string, get func(s *object) int) objects.MemberDef {
			return objects.MemberDef{Name: name, Doc: doc, ReadOnly: true, Get: func(self value) value { return objects.Int(int64(get(objects.As[object](self)))) }}
		}
		return []objects.MemberDef{
			member("family", "one of the constants AF_", func(s *object) int { return s.family }),
			member("type", "one of the constants SOCK_", func(s *object) int { return s.kind }),
			member("proto", "number of the protocol, 0 for the usual one", func(s *object) int { return s.proto }),
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "timeout", Doc: "what settimeout() set", Get: func(t *thread, self value) (value, error) {
			return timeoutValue(objects.As[object](self).timeout), nil
		}}}
	}
	typ.Methods = methods
}
