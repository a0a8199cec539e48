package socket

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// method declares a method of sockets.
func method(name, sig, doc string, f func(t *thread, s *object, args []value) (value, error)) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
		return f(t, objects.As[object](self), args)
	}}
}

// done makes the result of a call of the system.
func done(err error) (value, error) {
	if err != nil {
		return value{}, osError(err)
	}
	return objects.None, nil
}

func num(n int) value { return objects.Int(int64(n)) }

// withData calls f with the contents of a bytes-like argument.
func withData(t *thread, v value, f func(b []byte) error) error {
	if _, ok := objects.StrOf(v); ok {
		return objects.TypeErrorf("a bytes-like object is required, not 'str'")
	}
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return err
	}
	defer release()
	return f(b)
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		method("_accept", "", "_accept() -> (integer, address info)\n\nWait for a client. The result is a descriptor for the connection and the client's address.", func(t *thread, s *object, args []value) (value, error) {
			return s.accept(t)
		}),
		method("bind", "object, /", "bind(address)\n\nGive the socket an address of this machine: (host, port) for IP, a path for AF_UNIX, (pid, groups) for AF_NETLINK.", func(t *thread, s *object, args []value) (value, error) {
			sa, err := s.address(t, args[0], "bind")
			if err != nil {
				return value{}, err
			}
			return done(unix.Bind(s.fd, sa))
		}),
		method("close", "", "close()\n\nClose the descriptor. Nothing can be done with the socket any more.", func(t *thread, s *object, args []value) (value, error) {
			return done(s.close())
		}),
		method("connect", "object, /", "connect(address)\n\nConnect to the socket that has an address, which is written as for bind().", func(t *thread, s *object, args []value) (value, error) {
			sa, err := s.address(t, args[0], "connect")
			if err != nil {
				return value{}, err
			}
			return done(s.connect(t, sa))
		}),
		method("connect_ex", "object, /", "connect_ex(address) -> errno\n\nLike connect(), but an error of the system is returned as a number. 0 is success.", func(t *thread, s *object, args []value) (value, error) {
			sa, err := s.address(t, args[0], "connect_ex")
			if err != nil {
				return value{}, err
			}
			switch err := s.connect(t, sa).(type) {
			case nil:
				return num(0), nil
			case unix.Errno:
				return num(int(err)), nil
			default:
				if objects.IsError(err, &objects.TimeoutErrorType) {
					return num(int(unix.EAGAIN)), nil
				}
				return value{}, err
			}
		}),
		method("detach", "", "detach()\n\nForget the descriptor and return it, still open. The socket is as after close().", func(t *thread, s *object, args []value) (value, error) {
			fd := s.fd
			s.fd = -1
			return num(fd), nil
		}),
		method("fileno", "", "fileno() -> integer\n\nThe descriptor, or -1 after close().", func(t *thread, s *object, args []value) (value, error) {
			return num(s.fd), nil
		}),
		method("getpeername", "", "getpeername() -> address info\n\nThe address of the socket that this one is connected to.", func(t *thread, s *object, args []value) (value, error) {
			sa, err := unix.Getpeername(s.fd)
			if err != nil {
				return value{}, osError(err)
			}
			return addressValue(sa), nil
		}),
		method("getsockname", "", "getsockname() -> address info\n\nThe address of this socket: (host, port) for IPv4, (host, port, flow label, scope) for IPv6.", func(t *thread, s *object, args []value) (value, error) {
			sa, err := unix.Getsockname(s.fd)
			if err != nil {
				return value{}, osError(err)
			}
			return addressValue(sa), nil
		}),
		method("getsockopt", "level, option, buffersize=?, /", "getsockopt(level, option[, buffersize]) -> value\n\nWhat an option is set to, as an int. With a buffersize other than 0 it is bytes, that many at most.", func(t *thread, s *object, args []value) (value, error) {
			return s.option(t, args)
		}),
		method("setsockopt", "level, option, value, optlen=?, /", "setsockopt(level, option, value: int)\nsetsockopt(level, option, value: buffer)\nsetsockopt(level, option, None, optlen: int)\n\nSet an option to an int or to the contents of a buffer. The last form hands the system no value, only a length.", func(t *thread, s *object, args []value) (value, error) {
			return objects.None, s.setOption(t, args)
		}),
		method("listen", "backlog=?, /", "listen([backlog])\n\nLet clients connect. As many as backlog says, by default 128, can wait for accept().", func(t *thread, s *object, args []value) (value, error) {
			n, err := native.IntOr(t, args[0], 128)
			if err != nil {
				return value{}, err
			}
			return done(unix.Listen(s.fd, max(n, 0)))
		}),
		method("recv", "buffersize, flags=?, /", "recv(buffersize[, flags]) -> data\n\nWait for data and return it, buffersize bytes at most. It is empty when the other end will send no more.", func(t *thread, s *object, args []value) (value, error) {
			b, _, err := s.recv(t, args, "recv")
			if err != nil {
				return value{}, err
			}
			return objects.NewBytes(b), nil
		}),
		method("recvfrom", "buffersize, flags=?, /", "recvfrom(buffersize[, flags]) -> (data, address info)\n\nLike recv(), and tell who sent the data.", func(t *thread, s *object, args []value) (value, error) {
			b, from, err := s.recv(t, args, "recvfrom")
			if err != nil {
				return value{}, err
			}
			return native.Tuple(objects.NewBytes(b), addressValue(from)), nil
		}),
		method("recv_into", "buffer, nbytes=0, flags=0", "recv_into(buffer, [nbytes[, flags]]) -> nbytes_read\n\nLike recv(), but put the data into a writable buffer, nbytes at most if that is not 0.", func(t *thread, s *object, args []value) (value, error) {
			n, _, err := s.recvInto(t, args, "recv_into")
			if err != nil {
				return value{}, err
			}
			return num(n), nil
		}),
		method("recvfrom_into", "buffer, nbytes=0, flags=0", "recvfrom_into(buffer[, nbytes[, flags]])\n\nLike recv_into(), and tell who sent the data: the result is the number of bytes and an address.", func(t *thread, s *object, args []value) (value, error) {
			n, from, err := s.recvInto(t, args, "recvfrom_into")
			if err != nil {
				return value{}, err
			}
			return native.Tuple(num(n), addressValue(from)), nil
		}),
		method("send", "data, flags=?, /", "send(data[, flags]) -> count\n\nSend what the system takes at once of the data. The result is the number of bytes.", func(t *thread, s *object, args []value) (value, error) {
			flags, err := flagArg(t, args[1])
			if err != nil {
				return value{}, err
			}
			n := 0
			err = withData(t, args[0], func(b []byte) error {
				n, err = s.send(t, b, flags, nil)
				return err
			})
			return num(n), err
		}),
		method("sendall", "data, flags=?, /", "sendall(data[, flags])\n\nSend all of the data, by as many calls as that needs. An error leaves open how much of it went.", func(t *thread, s *object, args []value) (value, error) {
			flags, err := flagArg(t, args[1])
			if err != nil {
				return value{}, err
			}
			return objects.None, withData(t, args[0], func(b []byte) error { return s.sendAll(t, b, flags) })
		}),
		method("sendto", "data, flags, address=?, /", "sendto(data[, flags], address) -> count\n\nLike send(), to an address that the socket need not be connected to.", func(t *thread, s *object, args []value) (value, error) {
			to, flags := args[1], 0
			if !args[2].IsZero() {
				var err error
				if flags, err = native.Int(t, args[1]); err != nil {
					return value{}, err
				}
				to = args[2]
			}
			n := 0
			err := withData(t, args[0], func(b []byte) error {
				sa, err := s.address(t, to, "sendto")
				if err != nil {
					return err
				}
				n, err = s.send(t, b, flags, sa)
				return err
			})
			return num(n), err
		}),
		method("setblocking", "object, /", "setblocking(flag)\n\nHave calls wait without limit, or not at all where flag is false.", func(t *thread, s *object, args []value) (value, error) {
			on, err := objects.Truth(t, args[0])
			if err != nil {
				return value{}, err
			}
			if on {
				return objects.None, s.setTimeout(-1)
			}
			return objects.None, s.setTimeout(0)
		}),
		method("getblocking", "", "getblocking()\n\nFalse where calls never wait, True where they do, if only for a time.", func(t *thread, s *object, args []value) (value, error) {
			return objects.Bool(s.timeout != 0), nil
		}),
		method("settimeout", "object, /", "settimeout(timeout)\n\nHave calls wait for so many seconds and then raise TimeoutError. None is no limit; with 0 they never wait.", func(t *thread, s *object, args []value) (value, error) {
			d, err := timeoutArg(t, args[0])
			if err != nil {
				return value{}, err
			}
			return objects.None, s.setTimeout(d)
		}),
		method("gettimeout", "", "gettimeout() -> timeout\n\nWhat settimeout() set.", func(t *thread, s *object, args []value) (value, error) {
			return timeoutValue(s.timeout), nil
		}),
		method("shutdown", "object, /", "shutdown(flag)\n\nEnd receiving (SHUT_RD), sending (SHUT_WR) or both (SHUT_RDWR).", func(t *thread, s *object, args []value) (value, error) {
			how, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			return done(unix.Shutdown(s.fd, how))
		}),
		method("recvmsg", "bufsize, ancbufsize=?, flags=?, /", "recvmsg(bufsize[, ancbufsize[, flags]])\n\nReceive up to bufsize bytes and the control messages that come with them, as far as ancbufsize bytes hold those. The result\nis the data, a list of (level, type, data), flags of the message and the sender's address.", recvMsg),
		method("recvmsg_into", "buffers, ancbufsize=?, flags=?, /", "recvmsg_into(buffers[, ancbufsize[, flags]])\n\nLike recvmsg(), but fill writable buffers, one after the other. The result begins with the number of bytes.", recvMsgInto),
		method("sendmsg", "buffers, ancdata=?, flags=?, address=?, /", "sendmsg(buffers[, ancdata[, flags[, address]]]) -> count\n\nSend the contents of buffers as one message, with the control messages (level, type, data) that ancdata lists.", sendMsg),
	}
}
