package socket

import (
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// controlData makes the list of ancillary data of a message.
func controlData(oob []byte) value {
	l := objects.NewList()
	msgs, err := unix.ParseSocketControlMessage(oob)
	if err == nil {
		for _, m := range msgs {
			l.Append(native.Tuple(num(int(m.Header.Level)), num(int(m.Header.Type)), objects.NewBytes(m.Data)))
		}
	}
	return objects.ToValue(l)
}

// message receives into b and makes what recvmsg() and recvmsg_into() return behind the data.
func (s *object) message(t *thread, b []byte, args []value, fn string) (int, []value, error) {
	size := 0
	if !args[0].IsZero() {
		var err error
		if size, err = objects.SizeArg(t, args[0]); err != nil {
			return 0, nil, err
		}
	}
	flags, err := flagArg(t, args[1])
	if err != nil {
		return 0, nil, err
	}
	if size < 0 || size > 1<<31-1 {
		return 0, nil, objects.ValueErrorf("invalid ancillary data buffer length")
	}
	oob := make([]byte, size)
	var n, oobn, got int
	var from unix.Sockaddr
	err = s.do(t, unix.POLLIN, func(flag int) (err error) {
		n, oobn, got, from, err = unix.Recvmsg(s.fd, b, oob, flags|flag)
		return err
	})
	if err != nil {
		return 0, nil, err
	}
	return n, []value{controlData(oob[:oobn]), num(got), addressValue(from)}, nil
}

func recvMsg(t *thread, s *object, args []value) (value, error) {
	size, err := objects.SizeArg(t, args[0])
	if err != nil {
		return value{}, err
	}
	if size < 0 {
		return value{}, objects.ValueErrorf("negative buffer size in recvmsg()")
	}
	if err := objects.CheckSize(size, 1); err != nil {
		return value{}, err
	}
	b := make([]byte, size)
	n, rest, err := s.message(t, b, args[1:], "recvmsg")
	if err != nil {
		return value{}, err
	}
	return native.Tuple(append([]value{objects.NewBytes(b[:n])}, rest...)...), nil
}

func recvMsgInto(t *thread, s *object, args []value) (value, error) {
	items, err := objects.ToSlice(t, args[0])
	if err != nil {
		return value{}, objects.TypeErrorf("recvmsg_into() argument 1 must be an iterable")
	}
	var parts [][]byte
	total := 0
	for _, v := range items {
		b, release, err := native.WritableBytes(t, v, "recvmsg_into()")
		if err != nil {
			return value{}, err
		}
		defer release()
		parts = append(parts, b)
		total += len(b)
	}
	b := make([]byte, total)
	n, rest, err := s.message(t, b, args[1:], "recvmsg_into")
	if err != nil {
		return value{}, err
	}
	b = b[:n]
	for _, p := range parts {
		b = b[copy(p, b):]
	}
	return native.Tuple(append([]value{num(n)}, rest...)...), nil
}

// control makes the ancillary data of sendmsg().
func control(t *thread, v value) ([]byte, error) {
	if v.IsZero() {
		return nil, nil
	}
	var oob []byte
	items, err := objects.ToSlice(t, v)
	if err != nil {
		return nil, objects.TypeErrorf("sendmsg() argument 2 must be an iterable")
	}
	for _, item := range items {
		p, ok := objects.TupleOf(item)
		if !ok || p.Len() != 3 {
			return nil, objects.TypeErrorf("[sendmsg() ancillary data items]() argument must be 3-item sequence, not %s", objects.TypeOf(item).TpName())
		}
		level, err := native.Int(t, p.Item(0))
		if err != nil {
			return nil, err
		}
		kind, err := native.Int(t, p.Item(1))
		if err != nil {
			return nil, err
		}
		data, release, err := native.Bytes(t, p.Item(2))
		if err != nil {
			return nil, err
		}
		m := make([]byte, unix.CmsgSpace(len(data)))
		h := (*unix.Cmsghdr)(unsafe.Pointer(&m[0]))
		h.Level, h.Type = int32(level), int32(kind)
		h.SetLen(unix.CmsgLen(len(data)))
		copy(m[unix.CmsgLen(0):], data)
		release()
		oob = append(oob, m...)
	}
	return oob, nil
}

func sendMsg(t *thread, s *object, args []value) (value, error) {
	items, err := objects.ToSlice(t, args[0])
	if err != nil {
		return value{}, objects.TypeErrorf("sendmsg() argument 1 must be an iterable")
	}
	var data []byte
	for _, v := range items {
		if err := withData(t, v, func(b []byte) error {
			data = append(data, b...)
			return nil
		}); err != nil {
			return value{}, err
		}
	}
	oob, err := control(t, args[1])
	if err != nil {
		return value{}, err
	}
	flags, err := flagArg(t, args[2])
	if err != nil {
		return value{}, err
	}
	var to unix.Sockaddr
	if native.Given(args[3]) {
		if to, err = s.address(t, args[3], "sendmsg"); err != nil {
			return value{}, err
		}
	}
	n := 0
	err = s.do(t, unix.POLLOUT, func(flag int) (err error) {
		n, err = unix.SendmsgN(s.fd, data, oob, to, flags|flag)
		return err
	})
	return num(n), err
}
