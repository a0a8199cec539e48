package native

import (
	"syscall"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

// Call runs a system call without the global lock. Where a signal interrupts it, the handlers run, and unless one of them
// raises the call is made again (PEP 475).
func Call(t *thread, f func() error) error {
	for {
		var err error
		objects.H.Blocking(t, func() { err = f() })
		if err != syscall.EINTR {
			return err
		}
		if err := interp.CheckSignals(t); err != nil {
			return err
		}
	}
}

// CallPath is Call with the error turned into an OSError about a file.
func CallPath(t *thread, filename value, f func() error) error {
	if err := Call(t, f); err != nil {
		return OSError(err, filename)
	}
	return nil
}
