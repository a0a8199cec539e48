package socket

import (
	"bufio"
	"context"
	"errors"
	"net"
	"net/netip"
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// numeric parses an address as the C library does: IPv6 with an optional zone, IPv4 also in the short forms of inet_aton.
func numeric(host string) (netip.Addr, bool) {
	if a, err := netip.ParseAddr(host); err == nil {
		return a, true
	}
	if b, ok := parseAton(host); ok {
		return netip.AddrFrom4(b), true
	}
	return netip.Addr{}, false
}

// parseAton parses an IPv4 address of one to four numbers, decimal, octal or hexadecimal, the last of which fills the
// remaining bytes.
func parseAton(s string) (b [4]byte, ok bool) {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return b, false
	}
	for i, p := range parts {
		if p == "" || p[0] < '0' || p[0] > '9' || strings.Contains(p, "_") {
			return b, false
		}
		low := strings.ToLower(p)
		if strings.HasPrefix(low, "0b") || strings.HasPrefix(low, "0o") {
			return b, false
		}
		n, err := strconv.ParseUint(p, 0, 32)
		if err != nil {
			return b, false
		}
		if i < len(parts)-1 {
			if n > 255 {
				return b, false
			}
			b[i] = byte(n)
			continue
		}
		left := 4 - i
		if left < 4 && n >= 1<<(8*left) {
			return b, false
		}
		for k := 3; k >= i; k-- {
			b[k] = byte(n)
			n >>= 8
		}
	}
	return b, true
}

// lookup resolves a name; the network is asked without the global lock.
func lookup(t *thread, host string, family int) ([]netip.Addr, error) {
	network := map[int]string{unix.AF_INET: "ip4", unix.AF_INET6: "ip6"}[family]
	if network == "" {
		network = "ip"
	}
	var addrs []netip.Addr
	var err error
	objects.H.Blocking(t, func() {
		addrs, err = net.DefaultResolver.LookupNetIP(context.Background(), network, host)
	})
	if err == nil && len(addrs) > 0 {
		return addrs, nil
	}
	var dns *net.DNSError
	if errors.As(err, &dns) && dns.IsTemporary && !dns.IsNotFound {
		return nil, gaiError(t, -3, "Temporary failure in name resolution")
	}
	return nil, noName(t)
}

// resolveOne returns the address that a host argument of bind() or connect() means.
func resolveOne(t *thread, host string, family int) (netip.Addr, error) {
	switch host {
	case "":
		if family == unix.AF_INET6 {
			return netip.IPv6Unspecified(), nil
		}
		return netip.IPv4Unspecified(), nil
	case "<broadcast>", "255.255.255.255":
		if family != unix.AF_INET {
			return netip.Addr{}, objects.NewError(&objects.OSErrorType, native.Str("address family mismatched"))
		}
		return netip.AddrFrom4([4]byte{255, 255, 255, 255}), nil
	}
	if a, ok := numeric(host); ok {
		if a.Is4() != (family == unix.AF_INET) {
			return netip.Addr{}, gaiError(t, -9, "Address family for hostname not supported")
		}
		return a.WithZone(""), nil
	}
	addrs, err := lookup(t, host, family)
	if err != nil {
		return netip.Addr{}, err
	}
	return addrs[0], nil
}

// service is a line of /etc/services.
type service struct {
	name, proto string
	port        int
}

// findService looks through /etc/services for the first line that matches.
func findService(match func(s service, alias string) bool) (service, bool) {
	f, err := os.Open("/etc/services")
	if err != nil {
		return service{}, false
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line, _, _ := strings.Cut(lines.Text(), "#")
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		number, proto, ok := strings.Cut(fields[1], "/")
		n, err := strconv.Atoi(number)
		if !ok || err != nil {
			continue
		}
		s := service{fields[0], proto, n}
		for i, name := range fields {
			if i != 1 && match(s, name) {
				return s, true
			}
		}
	}
	return service{}, false
}

// socketKinds are the combinations of type and protocol that getaddrinfo() gives.
var socketKinds = [...]struct {
	kind, proto int
	name        string
}{{unix.SOCK_STREAM, unix.IPPROTO_TCP, "tcp"}, {unix.SOCK_DGRAM, unix.IPPROTO_UDP, "udp"}, {unix.SOCK_RAW, 0, ""}}

// servicePort returns the port of the argument port for a protocol; found is false where the service has none there.
func servicePort(text, proto string) (port int, isNumber, found bool) {
	if text == "" {
		return 0, true, true
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n & 0xFFFF, true, true
	}
	s, ok := findService(func(s service, alias string) bool { return alias == text && s.proto == proto })
	return s.port, false, ok
}

// getAddrInfo is getaddrinfo() (RFC 3493, section 6.1).
func getAddrInfo(t *thread, _ value, args []value) (value, error) {
	var n [4]int // family, type, protocol, flags
	for i := range n {
		var err error
		if n[i], err = native.IntOr(t, args[2+i], 0); err != nil {
			return value{}, err
		}
	}
	host, hasHost := "", native.Given(args[0])
	if hasHost {
		_, isStr := objects.StrOf(args[0])
		_, isBytes := objects.BytesOf(args[0])
		if !isStr && !isBytes {
			return value{}, objects.TypeErrorf("getaddrinfo() argument 1 must be string or None")
		}
		var err error
		if host, err = hostText(t, args[0]); err != nil {
			return value{}, err
		}
		if strings.IndexByte(host, 0) >= 0 {
			return value{}, objects.ValueErrorf("embedded null character")
		}
	}
	portText, hasPort := "", native.Given(args[1])
	switch {
	case !hasPort:
	case objects.IsInt(args[1]):
		s, err := objects.IntString(args[1])
		if err != nil {
			return value{}, err
		}
		if _, ok := objects.Int64Of(args[1]); !ok {
			return value{}, objects.OverflowErrorf("Python int too large to convert to C long")
		}
		portText = s
	default:
		if s, ok := objects.StrOf(args[1]); ok {
			portText = s.String()
		} else if b, ok := objects.BytesOf(args[1]); ok {
			portText = string(b)
		} else {
			return value{}, objects.NewError(&objects.OSErrorType, native.Str("Int or String expected"))
		}
	}
	list, err := addrInfo(t, host, hasHost, portText, hasPort, n[0], n[1], n[2], n[3])
	if err != nil {
		return value{}, err
	}
	return objects.ToValue(objects.NewList(list...)), nil
}

// addrInfo makes the tuples of getaddrinfo().
func addrInfo(t *thread, host string, hasHost bool, portText string, hasPort bool, family, kind, proto, flags int) ([]value, error) {
	switch {
	case !hasHost && !hasPort:
		return nil, noName(t)
	case family != unix.AF_UNSPEC && family != unix.AF_INET && family != unix.AF_INET6:
		return nil, gaiError(t, -6, "ai_family not supported")
	case flags&^(0x407|0x20|0x08|0x10|0x40|0x80|0x100|0x200) != 0:
		return nil, gaiError(t, -1, "Bad value for ai_flags")
	}
	if host == "" {
		hasHost = false
	}
	addrs, err := hostAddresses(t, host, hasHost, family, flags)
	if err != nil {
		return nil, err
	}
	var list []value
	known, served := false, false
	for _, a := range addrs {
		for _, k := range socketKinds {
			if kind != 0 && kind != k.kind || proto != 0 && proto != k.proto && (k.kind != unix.SOCK_RAW || kind == 0) {
				continue
			}
			known = true
			port, isNumber, ok := servicePort(portText, k.name)
			if !ok || k.kind == unix.SOCK_RAW && !isNumber {
				continue
			}
			served = true
			p := k.proto
			if p == 0 {
				p = proto
			}
			fam, sa := unix.AF_INET6, unix.Sockaddr(&unix.SockaddrInet6{Port: port, Addr: a.As16(), ZoneId: zone(a)})
			if a.Is4() {
				fam, sa = unix.AF_INET, &unix.SockaddrInet4{Port: port, Addr: a.As4()}
			}
			name := ""
			if flags&aiCanonName != 0 && len(list) == 0 {
				name = host
			}
			list = append(list, native.Tuple(num(fam), num(k.kind), num(p), native.Str(name), addressValue(sa)))
		}
	}
	switch {
	case !known:
		return nil, gaiError(t, -7, "ai_socktype not supported")
	case !served:
		return nil, gaiError(t, -8, "Servname not supported for ai_socktype")
	}
	return list, nil
}

// zone returns the number of an address's zone.
func zone(a netip.Addr) uint32 {
	if a.Zone() == "" {
		return 0
	}
	if n, err := strconv.Atoi(a.Zone()); err == nil {
		return uint32(n)
	}
	if i, err := net.InterfaceByName(a.Zone()); err == nil {
		return uint32(i.Index)
	}
	return 0
}

func hostAddresses(t *thread, host string, hasHost bool, family, flags int) ([]netip.Addr, error) {
	var addrs []netip.Addr
	if !hasHost {
		v4, v6 := netip.AddrFrom4([4]byte{127, 0, 0, 1}), netip.IPv6Loopback()
		if flags&aiPassive != 0 {
			v4, v6 = netip.IPv4Unspecified(), netip.IPv6Unspecified()
		}
		switch family {
		case unix.AF_INET:
			return []netip.Addr{v4}, nil
		case unix.AF_INET6:
			return []netip.Addr{v6}, nil
		}
		if flags&aiPassive != 0 {
			return []netip.Addr{v4, v6}, nil
		}
		return []netip.Addr{v6, v4}, nil
	}
	if a, ok := numeric(host); ok {
		if a.Is4() && family == unix.AF_INET6 || a.Is6() && family == unix.AF_INET {
			return nil, gaiError(t, -9, "Address family for hostname not supported")
		}
		return []netip.Addr{a}, nil
	}
	if flags&aiNumericHost != 0 {
		return nil, noName(t)
	}
	addrs, err := lookup(t, host, family)
	for i := range addrs {
		addrs[i] = addrs[i].Unmap()
	}
	return addrs, err
}

// Flags of getaddrinfo() that package unix does not have.
const (
	aiPassive     = 1
	aiCanonName   = 2
	aiNumericHost = 4
)
