package socket

import (
	"context"
	"encoding/binary"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type fn = func(t *thread, self value, args []value) (value, error)

// swap16 makes htons and ntohs.
func swap16(name string) fn {
	return func(t *thread, self value, args []value) (value, error) {
		n, err := native.Int(t, args[0])
		if err != nil {
			return value{}, err
		}
		if n < 0 {
			return value{}, objects.OverflowErrorf("%s: can't convert negative Python int to C 16-bit unsigned integer", name)
		}
		if n > 0xFFFF {
			return value{}, objects.OverflowErrorf("%s: Python int too large to convert to C 16-bit unsigned integer", name)
		}
		return num(n>>8 | n&0xFF<<8), nil
	}
}

// swap32 is htonl and ntohl.
func swap32(t *thread, _ value, args []value) (value, error) {
	if !objects.IsInt(args[0]) {
		return value{}, objects.TypeErrorf("expected int, %s found", objects.TypeOf(args[0]).TpName())
	}
	if objects.Sign(args[0]) < 0 {
		return value{}, objects.OverflowErrorf("can't convert negative value to unsigned int")
	}
	n, ok := objects.Uint64Of(args[0])
	if !ok || n > 0xFFFFFFFF {
		return value{}, objects.OverflowErrorf("int larger than 32 bits")
	}
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], uint32(n))
	return objects.Int(int64(binary.BigEndian.Uint32(b[:]))), nil
}

func ipError(text string) error { return objects.NewError(&objects.OSErrorType, native.Str(text)) }

func inetPton(t *thread, _ value, args []value) (value, error) {
	family, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	text, err := native.Text(args[1], "inet_pton", "2")
	if err != nil {
		return value{}, err
	}
	a, err := netip.ParseAddr(text)
	switch family {
	case unix.AF_INET:
		if err != nil || !a.Is4() {
			return value{}, ipError("illegal IP address string passed to inet_pton")
		}
		b := a.As4()
		return objects.NewBytes(b[:]), nil
	case unix.AF_INET6:
		if err != nil || !a.Is6() || a.Zone() != "" {
			return value{}, ipError("illegal IP address string passed to inet_pton")
		}
		b := a.As16()
		return objects.NewBytes(b[:]), nil
	}
	return value{}, osError(unix.EAFNOSUPPORT)
}

func inetNtop(t *thread, _ value, args []value) (value, error) {
	family, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	b, release, err := native.Bytes(t, args[1])
	if err != nil {
		return value{}, err
	}
	defer release()
	size := map[int]int{unix.AF_INET: 4, unix.AF_INET6: 16}[family]
	if size == 0 {
		return value{}, objects.ValueErrorf("unknown address family %d", family)
	}
	if len(b) != size {
		return value{}, objects.ValueErrorf("invalid length of packed IP address string")
	}
	a, _ := netip.AddrFromSlice(b)
	return native.Str(a.String()), nil
}

// hostArg converts the argument of functions about one host.
func hostArg(t *thread, v value, name string) (string, error) {
	if !isText(v) {
		return "", objects.TypeErrorf("%s() argument 1 must be str, bytes or bytearray, not %s", name, native.TypeName(v))
	}
	return hostText(t, v)
}

func isText(v value) bool {
	_, ok := objects.StrOf(v)
	return ok || objects.IsInstance(v, &objects.BytesType) || objects.IsInstance(v, &objects.ByteArrayType)
}

// hostNames is what gethostbyname_ex() and gethostbyaddr() return.
func hostNames(name string, aliases []string, addrs []netip.Addr) value {
	al, ad := objects.NewList(), objects.NewList()
	for _, a := range aliases {
		al.Append(native.Str(a))
	}
	for _, a := range addrs {
		ad.Append(native.Str(a.Unmap().String()))
	}
	return native.Tuple(native.Str(name), objects.ToValue(al), objects.ToValue(ad))
}

// reverse looks the names of an address up.
func reverse(t *thread, a netip.Addr) ([]string, error) {
	var names []string
	var err error
	objects.H.Blocking(t, func() { names, err = net.DefaultResolver.LookupAddr(context.Background(), a.String()) })
	for i := range names {
		names[i] = strings.TrimSuffix(names[i], ".")
	}
	return names, err
}

func hostByAddr(t *thread, _ value, args []value) (value, error) {
	host, err := hostArg(t, args[0], "gethostbyaddr")
	if err != nil {
		return value{}, err
	}
	a, ok := numeric(host)
	if !ok {
		addrs, err := lookup(t, host, unix.AF_UNSPEC)
		if err != nil {
			return value{}, err
		}
		a = addrs[0].Unmap()
	}
	names, err := reverse(t, a)
	if err != nil || len(names) == 0 {
		return value{}, newError(t, &hErrorType, 1, "Unknown host")
	}
	return hostNames(names[0], names[1:], []netip.Addr{a}), nil
}

// nameInfo is getnameinfo().
func nameInfo(t *thread, _ value, args []value) (value, error) {
	p, ok := objects.TupleOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("getnameinfo() argument 1 must be a tuple")
	}
	flags, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	if p.Len() < 2 || p.Len() > 4 {
		return value{}, objects.TypeErrorf("getnameinfo(): illegal sockaddr argument")
	}
	host, err := native.Text(p.Item(0), "getnameinfo", "1")
	if err != nil {
		return value{}, err
	}
	n, err := native.Int(t, p.Item(1))
	if err != nil {
		return value{}, err
	}
	a, ok := numeric(host)
	if !ok {
		addrs, err := lookup(t, host, unix.AF_UNSPEC)
		if err != nil {
			return value{}, err
		}
		if len(addrs) != 1 {
			return value{}, ipError("sockaddr resolved to multiple addresses")
		}
		a = addrs[0].Unmap()
	}
	const (
		niNumericHost = 1
		niNumericServ = 2
		niNameReqd    = 8
		niDgram       = 16
	)
	name, service := a.String(), strconv.Itoa(n)
	if flags&niNumericHost == 0 {
		if names, err := reverse(t, a); err == nil && len(names) > 0 {
			name = names[0]
		} else if flags&niNameReqd != 0 {
			return value{}, noName(t)
		}
	}
	if flags&niNumericServ == 0 {
		proto := "tcp"
		if flags&niDgram != 0 {
			proto = "udp"
		}
		if s, ok := serviceByPort(n, proto); ok {
			service = s
		}
	}
	return native.Tuple(native.Str(name), native.Str(service)), nil
}

func serviceByPort(port int, proto string) (string, bool) {
	s, ok := findService(func(s service, alias string) bool { return s.port == port && (proto == "" || s.proto == proto) })
	return s.name, ok
}

// optionalText is a str argument that may be omitted.
func optionalText(v value, name, arg string) (string, error) {
	if v.IsZero() {
		return "", nil
	}
	return native.Text(v, name, arg)
}

// socketPair is socketpair(): two sockets of this module; the module socket wraps them.
func socketPair(t *thread, _ value, args []value) (value, error) {
	n := [3]int{unix.AF_UNIX, unix.SOCK_STREAM, 0}
	for i := range n {
		var err error
		if n[i], err = native.IntOr(t, args[i], n[i]); err != nil {
			return value{}, err
		}
	}
	fds, err := unix.Socketpair(n[0], n[1]|unix.SOCK_CLOEXEC, n[2])
	if err != nil {
		return value{}, osError(err)
	}
	var pair [2]value
	for i, fd := range fds {
		pair[i] = socketType.NewInstance()
		s := objects.As[object](pair[i])
		if err := s.open(fd, n[0], n[1], n[2]); err != nil {
			return value{}, err
		}
	}
	return native.Tuple(pair[:]...), nil
}

// controlSize makes CMSG_LEN and CMSG_SPACE.
func controlSize(name string, f func(n int) int) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "length, /", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
		n, err := objects.SizeArg(t, args[0])
		if err != nil {
			return value{}, err
		}
		if n < 0 || n > 1<<31-64 {
			return value{}, objects.OverflowErrorf("%s() argument out of range", name)
		}
		return num(f(n)), nil
	}}
}

func functions() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "getaddrinfo", Sig: "host, port, family=0, type=0, proto=0, flags=0", NoSig: true, Doc: "getaddrinfo(host, port[, family, type, proto, flags])\n\nLook up what to make a socket with to reach a service on a host: a list of (family, type, proto, canonical name, address).\nThe arguments after port narrow it down.", Fn: getAddrInfo},
		{Name: "getnameinfo", Sig: "sockaddr, flags, /", NoSig: true, Doc: "getnameinfo(sockaddr, flags) --> (host, port)\n\nLook up the names of a host and a service by their address. The NI_ constants ask for numbers in their place.", Fn: nameInfo},
		{Name: "gethostbyname", Sig: "host, /", NoSig: true, Doc: "gethostbyname(host) -> address\n\nLook up the IPv4 address of a host, '127.0.0.1' for example.", Fn: func(t *thread, self value, args []value) (value, error) {
			host, err := hostArg(t, args[0], "gethostbyname")
			if err != nil {
				return value{}, err
			}
			a, err := resolveOne(t, host, unix.AF_INET)
			if err != nil {
				return value{}, err
			}
			return native.Str(a.Unmap().String()), nil
		}},
		{Name: "gethostbyname_ex", Sig: "host, /", NoSig: true, Doc: "gethostbyname_ex(host)\n\nLook up the IPv4 addresses of a host. The result is its name, a list of other names, which is empty, and the list of addresses.", Fn: func(t *thread, self value, args []value) (value, error) {
			host, err := hostArg(t, args[0], "gethostbyname_ex")
			if err != nil {
				return value{}, err
			}
			if a, ok := numeric(host); ok {
				return hostNames(host, nil, []netip.Addr{a}), nil
			}
			addrs, err := lookup(t, host, unix.AF_INET)
			if err != nil {
				return value{}, err
			}
			return hostNames(host, nil, addrs), nil
		}},
		{Name: "gethostbyaddr", Sig: "host, /", NoSig: true, Doc: "gethostbyaddr(host)\n\nLook up the names of a host by its address. The result is one name, the list of the others and a list with the address.", Fn: hostByAddr},
		{Name: "gethostname", Doc: "gethostname() -> string\n\nWhat this machine calls itself.", Fn: func(t *thread, self value, args []value) (value, error) {
			name, err := os.Hostname()
			if err != nil {
				return value{}, osError(err)
			}
			return native.FSDecode(name), nil
		}},
		{Name: "sethostname", Sig: "name, /", NoSig: true, Doc: "sethostname(name)\n\nMake this machine call itself something else.", Fn: func(t *thread, self value, args []value) (value, error) {
			p, err := native.Path(t, args[0], "", "", false, false)
			if err != nil {
				return value{}, err
			}
			return done(unix.Sethostname([]byte(p.Path)))
		}},
		{Name: "getservbyname", Sig: "servicename, protocolname=?, /", NoSig: true, Doc: "getservbyname(servicename[, protocolname]) -> port\n\nThe port of a service such as 'http' under the protocol 'tcp' or 'udp', or under any.", Fn: func(t *thread, self value, args []value) (value, error) {
			name, err := native.Text(args[0], "getservbyname", "1")
			if err != nil {
				return value{}, err
			}
			proto, err := optionalText(args[1], "getservbyname", "2")
			if err != nil {
				return value{}, err
			}
			s, ok := findService(func(s service, alias string) bool { return alias == name && (proto == "" || s.proto == proto) })
			if !ok {
				return value{}, ipError("service/proto not found")
			}
			return num(s.port), nil
		}},
		{Name: "getservbyport", Sig: "port, protocolname=?, /", NoSig: true, Doc: "getservbyport(port[, protocolname]) -> string\n\nThe name of the service behind a port of the protocol 'tcp' or 'udp', or of any.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			proto, err := optionalText(args[1], "getservbyport", "2")
			if err != nil {
				return value{}, err
			}
			if n < 0 || n > 0xFFFF {
				return value{}, objects.OverflowErrorf("getservbyport: port must be 0-65535.")
			}
			name, ok := serviceByPort(n, proto)
			if !ok {
				return value{}, ipError("port/proto not found")
			}
			return native.Str(name), nil
		}},
		{Name: "getprotobyname", Sig: "name, /", NoSig: true, Doc: "getprotobyname(name) -> integer\n\nThe number that IP headers have for a protocol such as 'tcp'.", Fn: func(t *thread, self value, args []value) (value, error) {
			name, err := native.Text(args[0], "getprotobyname", "1")
			if err != nil {
				return value{}, err
			}
			n, ok := map[string]int{"ip": 0, "icmp": 1, "igmp": 2, "tcp": 6, "udp": 17, "ipv6": 41, "ipv6-icmp": 58, "sctp": 132}[strings.ToLower(name)]
			if !ok {
				return value{}, ipError("protocol not found")
			}
			return num(n), nil
		}},
		{Name: "close", Sig: "object, /", Doc: "close(integer) -> None\n\nClose the descriptor of a socket.", Fn: func(t *thread, self value, args []value) (value, error) {
			fd, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			if err := unix.Close(fd); err != nil && err != unix.ECONNRESET {
				return value{}, osError(err)
			}
			return objects.None, nil
		}},
		{Name: "dup", Sig: "object, /", Doc: "dup(integer) -> integer\n\nMake another descriptor for the same socket. Child processes do not inherit it.", Fn: func(t *thread, self value, args []value) (value, error) {
			fd, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
			if err != nil {
				return value{}, osError(err)
			}
			return num(n), nil
		}},
		{Name: "htons", Sig: "x, /", Doc: "Turn the two bytes of an int from the machine's order into the network's, high byte first.", Fn: swap16("htons")},
		{Name: "ntohs", Sig: "x, /", Doc: "The reverse of htons().", Fn: swap16("ntohs")},
		{Name: "htonl", Sig: "object, /", Doc: "htonl(integer) -> integer\n\nTurn the four bytes of an int from the machine's order into the network's, high byte first.", Fn: swap32},
		{Name: "ntohl", Sig: "object, /", Doc: "ntohl(integer) -> integer\n\nThe reverse of htonl().", Fn: swap32},
		{Name: "inet_aton", Sig: "ip_addr, /", Doc: "The four bytes of an IPv4 address such as '10.0.0.1'. Short forms such as '10.1' are understood too.", Fn: func(t *thread, self value, args []value) (value, error) {
			text, err := native.Text(args[0], "inet_aton", "")
			if err != nil {
				return value{}, err
			}
			b, ok := parseAton(strings.TrimRight(text, " \t\n"))
			if !ok {
				return value{}, ipError("illegal IP address string passed to inet_aton")
			}
			return objects.NewBytes(b[:]), nil
		}},
		{Name: "inet_ntoa", Sig: "packed_ip, /", Doc: "Four bytes written as an IPv4 address.", Fn: func(t *thread, self value, args []value) (value, error) {
			b, release, err := native.Bytes(t, args[0])
			if err != nil {
				return value{}, err
			}
			defer release()
			if len(b) != 4 {
				return value{}, ipError("packed IP wrong length for inet_ntoa")
			}
			return native.Str(netip.AddrFrom4([4]byte(b)).String()), nil
		}},
		{Name: "inet_pton", Sig: "af, ip, /", NoSig: true, Doc: "inet_pton(af, ip) -> bytes\n\nThe bytes of an address of the family AF_INET or AF_INET6.", Fn: inetPton},
		{Name: "inet_ntop", Sig: "af, packed_ip, /", NoSig: true, Doc: "inet_ntop(af, packed_ip) -> str\n\nBytes written as an address of the family AF_INET or AF_INET6.", Fn: inetNtop},
		{Name: "socketpair", Sig: "family=?, type=?, proto=?, /", NoSig: true, Doc: "socketpair([family[, type[, proto]]])\n\nMake two sockets that are connected to each other, of the family AF_UNIX unless another is given.", Fn: socketPair},
		{Name: "getdefaulttimeout", Doc: "getdefaulttimeout() -> timeout\n\nThe timeout of new sockets: None until setdefaulttimeout() is called.", Fn: func(t *thread, self value, args []value) (value, error) {
			return timeoutValue(defaultTimeout), nil
		}},
		{Name: "setdefaulttimeout", Sig: "object, /", Doc: "setdefaulttimeout(timeout)\n\nSet the timeout of new sockets, in seconds; None is no limit.", Fn: func(t *thread, self value, args []value) (value, error) {
			d, err := timeoutArg(t, args[0])
			if err == nil {
				defaultTimeout = d
			}
			return objects.None, err
		}},
		{Name: "if_nameindex", Doc: "if_nameindex()\n\nList the network interfaces as pairs of number and name.", Fn: func(t *thread, self value, args []value) (value, error) {
			list, err := net.Interfaces()
			if err != nil {
				return value{}, osError(err)
			}
			l := objects.NewList()
			for _, i := range list {
				l.Append(native.Tuple(num(i.Index), native.Str(i.Name)))
			}
			return objects.ToValue(l), nil
		}},
		{Name: "if_nametoindex", Sig: "oname, /", Doc: "The number of a network interface.", Fn: func(t *thread, self value, args []value) (value, error) {
			p, err := native.Path(t, args[0], "", "", false, false)
			if err != nil {
				return value{}, err
			}
			i, err := net.InterfaceByName(p.Path)
			if err != nil {
				return value{}, ipError("no interface with this name")
			}
			return num(i.Index), nil
		}},
		{Name: "if_indextoname", Sig: "object, /", Doc: "if_indextoname(if_index)\n\nThe name of a network interface.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			i, err := net.InterfaceByIndex(n)
			if err != nil {
				return value{}, osError(unix.ENXIO)
			}
			return native.Str(i.Name), nil
		}},
		controlSize("CMSG_LEN", unix.CmsgLen),
		controlSize("CMSG_SPACE", unix.CmsgSpace),
	}
}
