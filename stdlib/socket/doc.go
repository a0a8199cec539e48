// Package socket is the module _socket over the system's socket calls: object.go is the socket, address.go converts
// addresses, message.go is recvmsg and sendmsg, names.go the functions about names and numbers. Waiting is done with poll,
// so that signals are handled meanwhile; calls themselves never block.
package socket

import (
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var socketType, gaiErrorType, hErrorType objects.Type

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_socket",
	Doc:     "What the module socket is made of.",
	Methods: functions,
	Exec: func(t *thread, m *objects.Module) error {
		if socketType.Name == "" {
			for typ, name := range map[*objects.Type]string{&gaiErrorType: "gaierror", &hErrorType: "herror"} {
				typ.Name, typ.Module, typ.Base, typ.Flags = name, "socket", &objects.OSErrorType, objects.FlagBase
			}
			initSocket()
		}
		m.Set("socket", objects.NewType(&socketType))
		m.Set("SocketType", objects.ToValue(&socketType))
		m.Set("error", objects.ToValue(&objects.OSErrorType))
		m.Set("timeout", objects.ToValue(&objects.TimeoutErrorType))
		native.Export(m, &gaiErrorType)
		native.Export(m, &hErrorType)
		m.Set("has_ipv6", objects.True)
		for _, c := range &constants {
			m.Set(c.name, objects.Int(c.n))
		}
		return nil
	},
}

// osError makes the OSError of a failed call; errors of Python pass.
func osError(err error) error { return native.OSError(err, value{}) }

// again reports that a call would have to wait.
func again(err error) bool { return err == unix.EAGAIN || err == unix.EINTR }

// timedOut is the error of a wait that took too long.
func timedOut() error {
	return objects.NewError(&objects.TimeoutErrorType, native.Str("timed out"))
}

// newError makes an error of a class derived from OSError.
func newError(t *thread, typ *objects.Type, code int, text string) error {
	v, err := objects.Call2(t, objects.ToValue(typ), objects.Int(int64(code)), native.Str(text))
	if err != nil {
		return err
	}
	return objects.As[objects.Exception](v)
}

// gaiError makes the error of a name that cannot be resolved.
func gaiError(t *thread, code int, text string) error {
	return newError(t, &gaiErrorType, code, text)
}

// noName is EAI_NONAME.
func noName(t *thread) error { return gaiError(t, -2, "Name or service not known") }

// retry makes a call again that a signal interrupted.
func retry(f func() error) error {
	for {
		if err := f(); err != syscall.EINTR {
			return err
		}
	}
}
