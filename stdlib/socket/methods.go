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
		method("_accept", "", "_accept() -> (integer, address info)\n\nWait for an incoming connection.  Return a new socket file descriptor\nrepresenting the connection, and the address of the client.\nFor IP sockets, the address info is a pair (hostaddr, port).", func(t *thread, s *object, args []value) (value, error) {
			return s.accept(t)
		}),
		method("bind", "object, /", "bind(address)\n\nBind the socket to a local address.  For IP sockets, the address is a\npair (host, port); the host must refer to the local host. For raw packet\nsockets the address is a tuple (ifname, proto [,pkttype [,hatype [,addr]]])", func(t *thread, s *object, args []value) (value, error) {
			sa, err := s.address(t, args[0], "bind")
			if err != nil {
				return value{}, err
			}
			return done(unix.Bind(s.fd, sa))
		}),
		method("close", "", "close()\n\nClose the socket.  It cannot be used after this call.", func(t *thread, s *object, args []value) (value, error) {
			return done(s.close())
		}),
		method("connect", "object, /", "connect(address)\n\nConnect the socket to a remote address.  For IP sockets, the address\nis a pair (host, port).", func(t *thread, s *object, args []value) (value, error) {
			sa, err := s.address(t, args[0], "connect")
			if err != nil {
				return value{}, err
			}
			return done(s.connect(t, sa))
		}),
		method("connect_ex", "object, /", "connect_ex(address) -> errno\n\nThis is like connect(address), but returns an error code (the errno value)\ninstead of raising an exception when an error occurs.", func(t *thread, s *object, args []value) (value, error) {
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
		method("detach", "", "detach()\n\nClose the socket object without closing the underlying file descriptor.\nThe object cannot be used after this call, but the file descriptor\ncan be reused for other purposes.  The file descriptor is returned.", func(t *thread, s *object, args []value) (value, error) {
			fd := s.fd
			s.fd = -1
			return num(fd), nil
		}),
		method("fileno", "", "fileno() -> integer\n\nReturn the integer file descriptor of the socket.", func(t *thread, s *object, args []value) (value, error) {
			return num(s.fd), nil
		}),
		method("getpeername", "", "getpeername() -> address info\n\nReturn the address of the remote endpoint.  For IP sockets, the address\ninfo is a pair (hostaddr, port).", func(t *thread, s *object, args []value) (value, error) {
			sa, err := unix.Getpeername(s.fd)
			if err != nil {
				return value{}, osError(err)
			}
			return addressValue(sa), nil
		}),
		method("getsockname", "", "getsockname() -> address info\n\nReturn the address of the local endpoint. The format depends on the\naddress family. For IPv4 sockets, the address info is a pair\n(hostaddr, port). For IPv6 sockets, the address info is a 4-tuple\n(hostaddr, port, flowinfo, scope_id).", func(t *thread, s *object, args []value) (value, error) {
			sa, err := unix.Getsockname(s.fd)
			if err != nil {
				return value{}, osError(err)
			}
			return addressValue(sa), nil
		}),
		method("getsockopt", "level, option, buffersize=?, /", "getsockopt(level, option[, buffersize]) -> value\n\nGet a socket option.  See the Unix manual for level and option.\nIf a nonzero buffersize argument is given, the return value is a\nstring of that length; otherwise it is an integer.", func(t *thread, s *object, args []value) (value, error) {
			return s.option(t, args)
		}),
		method("setsockopt", "level, option, value, optlen=?, /", "setsockopt(level, option, value: int)\nsetsockopt(level, option, value: buffer)\nsetsockopt(level, option, None, optlen: int)\n\nSet a socket option.  See the Unix manual for level and option.\nThe value argument can either be an integer, a string buffer, or\nNone, optlen.", func(t *thread, s *object, args []value) (value, error) {
			return objects.None, s.setOption(t, args)
		}),
		method("listen", "backlog=?, /", "listen([backlog])\n\nEnable a server to accept connections.  If backlog is specified, it must be\nat least 0 (if it is lower, it is set to 0); it specifies the number of\nunaccepted connections that the system will allow before refusing new\nconnections. If not specified, a default reasonable value is chosen.", func(t *thread, s *object, args []value) (value, error) {
			n, err := native.IntOr(t, args[0], 128)
			if err != nil {
				return value{}, err
			}
			return done(unix.Listen(s.fd, max(n, 0)))
		}),
		method("recv", "buffersize, flags=?, /", "recv(buffersize[, flags]) -> data\n\nReceive up to buffersize bytes from the socket.  For the optional flags\nargument, see the Unix manual.  When no data is available, block until\nat least one byte is available or until the remote end is closed.  When\nthe remote end is closed and all data is read, return the empty string.", func(t *thread, s *object, args []value) (value, error) {
			b, _, err := s.recv(t, args, "recv")
			if err != nil {
				return value{}, err
			}
			return objects.NewBytes(b), nil
		}),
		method("recvfrom", "buffersize, flags=?, /", "recvfrom(buffersize[, flags]) -> (data, address info)\n\nLike recv(buffersize, flags) but also return the sender's address info.", func(t *thread, s *object, args []value) (value, error) {
			b, from, err := s.recv(t, args, "recvfrom")
			if err != nil {
				return value{}, err
			}
			return native.Tuple(objects.NewBytes(b), addressValue(from)), nil
		}),
		method("recv_into", "buffer, nbytes=0, flags=0", "recv_into(buffer, [nbytes[, flags]]) -> nbytes_read\n\nA version of recv() that stores its data into a buffer rather than creating\na new string.  Receive up to buffersize bytes from the socket.  If buffersize\nis not specified (or 0), receive up to the size available in the given buffer.\n\nSee recv() for documentation about the flags.", func(t *thread, s *object, args []value) (value, error) {
			n, _, err := s.recvInto(t, args, "recv_into")
			if err != nil {
				return value{}, err
			}
			return num(n), nil
		}),
		method("recvfrom_into", "buffer, nbytes=0, flags=0", "recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)\n\nLike recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info.", func(t *thread, s *object, args []value) (value, error) {
			n, from, err := s.recvInto(t, args, "recvfrom_into")
			if err != nil {
				return value{}, err
			}
			return native.Tuple(num(n), addressValue(from)), nil
		}),
		method("send", "data, flags=?, /", "send(data[, flags]) -> count\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  Return the number of bytes\nsent; this may be less than len(data) if the network is busy.", func(t *thread, s *object, args []value) (value, error) {
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
		method("sendall", "data, flags=?, /", "sendall(data[, flags])\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  This calls send() repeatedly\nuntil all data is sent.  If an error occurs, it's impossible\nto tell how much data has been sent.", func(t *thread, s *object, args []value) (value, error) {
			flags, err := flagArg(t, args[1])
			if err != nil {
				return value{}, err
			}
			return objects.None, withData(t, args[0], func(b []byte) error { return s.sendAll(t, b, flags) })
		}),
		method("sendto", "data, flags, address=?, /", "sendto(data[, flags], address) -> count\n\nLike send(data, flags) but allows specifying the destination address.\nFor IP sockets, the address is a pair (hostaddr, port).", func(t *thread, s *object, args []value) (value, error) {
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
		method("setblocking", "object, /", "setblocking(flag)\n\nSet the socket to blocking (flag is true) or non-blocking (false).\nsetblocking(True) is equivalent to settimeout(None);\nsetblocking(False) is equivalent to settimeout(0.0).", func(t *thread, s *object, args []value) (value, error) {
			on, err := objects.Truth(t, args[0])
			if err != nil {
				return value{}, err
			}
			if on {
				return objects.None, s.setTimeout(-1)
			}
			return objects.None, s.setTimeout(0)
		}),
		method("getblocking", "", "getblocking()\n\nReturns True if socket is in blocking mode, or False if it\nis in non-blocking mode.", func(t *thread, s *object, args []value) (value, error) {
			return objects.Bool(s.timeout != 0), nil
		}),
		method("settimeout", "object, /", "settimeout(timeout)\n\nSet a timeout on socket operations.  'timeout' can be a float,\ngiving in seconds, or None.  Setting a timeout of None disables\nthe timeout feature and is equivalent to setblocking(1).\nSetting a timeout of zero is the same as setblocking(0).", func(t *thread, s *object, args []value) (value, error) {
			d, err := timeoutArg(t, args[0])
			if err != nil {
				return value{}, err
			}
			return objects.None, s.setTimeout(d)
		}),
		method("gettimeout", "", "gettimeout() -> timeout\n\nReturns the timeout in seconds (float) associated with socket\noperations. A timeout of None indicates that timeouts on socket\noperations are disabled.", func(t *thread, s *object, args []value) (value, error) {
			return timeoutValue(s.timeout), nil
		}),
		method("shutdown", "object, /", "shutdown(flag)\n\nShut down the reading side of the socket (flag == SHUT_RD), the writing side\nof the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR).", func(t *thread, s *object, args []value) (value, error) {
			how, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			return done(unix.Shutdown(s.fd, how))
		}),
		method("recvmsg", "bufsize, ancbufsize=?, flags=?, /", "recvmsg(bufsize[, ancbufsize[, flags]]) -> (data, ancdata, msg_flags, address)\n\nReceive normal data (up to bufsize bytes) and ancillary data from the socket.", recvMsg),
		method("recvmsg_into", "buffers, ancbufsize=?, flags=?, /", "recvmsg_into(buffers[, ancbufsize[, flags]]) -> (nbytes, ancdata, msg_flags, address)\n\nReceive normal data and ancillary data from the socket, scattering the\nnormal data into a series of buffers.", recvMsgInto),
		method("sendmsg", "buffers, ancdata=?, flags=?, address=?, /", "sendmsg(buffers[, ancdata[, flags[, address]]]) -> count\n\nSend normal and ancillary data to the socket, gathering the\nnon-ancillary data from a series of buffers and concatenating it into\na single message.", sendMsg),
	}
}
