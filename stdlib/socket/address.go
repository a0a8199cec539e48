package socket

import (
	"net/netip"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// maxUnixPath is the size of sun_path.
const maxUnixPath = 108

// hostText converts a host argument: str (other than ASCII by the codec idna) or bytes.
func hostText(t *thread, v value) (string, error) {
	if s, ok := objects.StrOf(v); ok {
		if s.IsASCII() {
			return s.String(), nil
		}
		e, err := objects.Encode(t, v, "idna", "strict")
		if err != nil {
			return "", err
		}
		v = e
	}
	if objects.IsInstance(v, &objects.BytesType) || objects.IsInstance(v, &objects.ByteArrayType) {
		b, release, err := native.Bytes(t, v)
		if err != nil {
			return "", err
		}
		defer release()
		return string(b), nil
	}
	return "", objects.TypeErrorf("str, bytes or bytearray expected, not %s", objects.TypeOf(v).TpName())
}

// port converts a port number.
func port(t *thread, v value, fn string) (int, error) {
	n, err := native.Int(t, v)
	if err != nil {
		return 0, err
	}
	if n < 0 || n > 0xFFFF {
		return 0, objects.OverflowErrorf("%s(): port must be 0-65535.", fn)
	}
	return n, nil
}

// address converts the argument that a socket is bound or connected to. fn names the function in messages.
func (s *object) address(t *thread, v value, fn string) (unix.Sockaddr, error) {
	switch s.family {
	case unix.AF_UNIX:
		return unixAddress(t, v)
	case unix.AF_INET, unix.AF_INET6:
		return s.internetAddress(t, v, fn)
	case unix.AF_NETLINK:
		p, ok := objects.TupleOf(v)
		if !ok {
			return nil, objects.TypeErrorf("%s(): AF_NETLINK address must be tuple, not %s", fn, objects.TypeOf(v).TpName())
		}
		if p.Len() != 2 {
			return nil, objects.TypeErrorf("AF_NETLINK address must be a pair (pid, groups)")
		}
		pid, err := native.Uint32(t, p.Item(0), "pid")
		if err != nil {
			return nil, err
		}
		groups, err := native.Uint32(t, p.Item(1), "groups")
		if err != nil {
			return nil, err
		}
		return &unix.SockaddrNetlink{Family: unix.AF_NETLINK, Pid: pid, Groups: groups}, nil
	}
	return nil, objects.NewError(&objects.OSErrorType, native.Str(fn+"(): bad family"))
}

func unixAddress(t *thread, v value) (unix.Sockaddr, error) {
	var path string
	if s, ok := objects.StrOf(v); ok {
		var err error
		if path, err = native.FSEncode(s); err != nil {
			return nil, err
		}
	} else {
		b, release, err := native.Bytes(t, v)
		if err != nil {
			return nil, err
		}
		path = string(b)
		release()
	}
	abstract := strings.HasPrefix(path, "\x00")
	if n := len(path); n > maxUnixPath || n == maxUnixPath && !abstract {
		return nil, objects.NewError(&objects.OSErrorType, native.Str("AF_UNIX path too long"))
	}
	if strings.HasPrefix(path, "@") {
		// Package unix takes this for the sign of an abstract address.
		path = "./" + path
	}
	return &unix.SockaddrUnix{Name: path}, nil
}

func (s *object) internetAddress(t *thread, v value, fn string) (unix.Sockaddr, error) {
	name, most, shape := "AF_INET", 2, "pair (host, port)"
	if s.family == unix.AF_INET6 {
		name, most, shape = "AF_INET6", 4, "tuple (host, port[, flowinfo[, scopeid]])"
	}
	p, ok := objects.TupleOf(v)
	if !ok {
		return nil, objects.TypeErrorf("%s(): %s address must be tuple, not %s", fn, name, objects.TypeOf(v).TpName())
	}
	if p.Len() < 2 || p.Len() > most {
		return nil, objects.TypeErrorf("%s address must be a %s", name, shape)
	}
	host, err := hostText(t, p.Item(0))
	if err != nil {
		return nil, err
	}
	if strings.IndexByte(host, 0) >= 0 {
		return nil, objects.TypeErrorf("host name must not contain null character")
	}
	if !objects.IsIndex(p.Item(1)) {
		return nil, objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(p.Item(1)).TpName())
	}
	n, err := port(t, p.Item(1), fn)
	if err != nil {
		return nil, err
	}
	scope := uint32(0)
	if p.Len() > 2 {
		flow, err := native.Uint32(t, p.Item(2), "flowinfo")
		if err != nil {
			return nil, err
		}
		if flow > 0xFFFFF {
			return nil, objects.OverflowErrorf("%s(): flowinfo must be 0-1048575.", fn)
		}
	}
	if p.Len() > 3 {
		if scope, err = native.Uint32(t, p.Item(3), "scopeid"); err != nil {
			return nil, err
		}
	}
	addr, err := resolveOne(t, host, s.family)
	if err != nil {
		return nil, err
	}
	if s.family == unix.AF_INET {
		return &unix.SockaddrInet4{Port: n, Addr: addr.Unmap().As4()}, nil
	}
	return &unix.SockaddrInet6{Port: n, ZoneId: scope, Addr: addr.As16()}, nil
}

// addressValue makes the Python form of an address.
func addressValue(sa unix.Sockaddr) value {
	num := func(n int) value { return objects.Int(int64(n)) }
	switch a := sa.(type) {
	case *unix.SockaddrInet4:
		return native.Tuple(native.Str(netip.AddrFrom4(a.Addr).String()), num(a.Port))
	case *unix.SockaddrInet6:
		return native.Tuple(native.Str(netip.AddrFrom16(a.Addr).String()), num(a.Port), num(0), objects.Int(int64(a.ZoneId)))
	case *unix.SockaddrUnix:
		if a.Name == "@" {
			return native.Str("")
		}
		if strings.HasPrefix(a.Name, "@") || strings.HasPrefix(a.Name, "\x00") {
			return objects.NewBytes([]byte("\x00" + a.Name[1:]))
		}
		return native.FSDecode(a.Name)
	case *unix.SockaddrNetlink:
		return native.Tuple(objects.Int(int64(a.Pid)), objects.Int(int64(a.Groups)))
	}
	return objects.None
}
