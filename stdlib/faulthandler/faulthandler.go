// Package faulthandler is the module faulthandler: tracebacks of all threads on demand, after a time, or on a signal. Faults
// of the interpreter itself are reported by Go, which enable() leaves as it is.
package faulthandler

import (
	"fmt"
	"os"
	ossignal "os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/signal"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// state is what the module keeps.
//
// Concurrency: under the global lock.
var state struct {
	enabled bool
	// later stops the running dump_traceback_later(), nil where there is none.
	later chan struct{}
	users map[int]*user
}

// user is a signal that register() took.
type user struct {
	arrived chan os.Signal
	stop    chan struct{}
}

// maxFrames is how many frames of a thread are shown.
const maxFrames = 100

// appendFrames appends the frames of a thread, the innermost first.
func appendFrames(b *strings.Builder, t *thread) {
	f := interp.CurrentFrame(t, 0)
	if f == nil {
		b.WriteString("  <no Python frame>\n")
	}
	for n := 0; f != nil && n < maxFrames; n++ {
		fmt.Fprintf(b, "  File \"%s\", line %d in %s\n", f.Code.Filename, f.Line(), f.Code.Name)
		f = objects.H.FrameBack(t, f)
	}
}

// dump writes the traceback of a thread, or of all threads, to a descriptor; current is marked.
func dump(fd int, current *thread, all bool) {
	var b strings.Builder
	if !all {
		b.WriteString("Stack (most recent call first):\n")
		appendFrames(&b, current)
	} else {
		list := interp.Threads()
		for i := len(list) - 1; i >= 0; i-- {
			word := "Thread"
			if list[i] == current {
				word = "Current thread"
			}
			fmt.Fprintf(&b, "%s 0x%016x (most recent call first):\n", word, list[i].Ident)
			appendFrames(&b, list[i])
			if i > 0 {
				b.WriteByte('\n')
			}
		}
	}
	write(fd, b.String())
}

func write(fd int, s string) {
	for p := []byte(s); len(p) > 0; {
		n, err := unix.Write(fd, p)
		if err != nil && err != unix.EINTR {
			return
		}
		p = p[max(n, 0):]
	}
}

// locked runs f from a goroutine that is no Python thread, with the global lock.
func locked(f func()) {
	t := objects.NewThread()
	interp.Acquire(t)
	f()
	interp.Release(t)
}

// fileArg returns the descriptor of the argument file, sys.stderr by default, after flushing it.
func fileArg(t *thread, v value) (int, error) {
	if !native.Given(v) {
		var err error
		if v, err = objects.H.SysAttr(t, "stderr"); err != nil {
			return 0, err
		}
		if v.IsZero() {
			return 0, objects.RuntimeErrorf("unable to get sys.stderr")
		}
		if v == objects.None {
			return 0, objects.RuntimeErrorf("sys.stderr is None")
		}
	} else if objects.IsInt(v) {
		fd, err := native.Int(t, v)
		if err == nil && fd < 0 {
			err = objects.ValueErrorf("file is not a valid file descriptor")
		}
		return fd, err
	}
	r, err := objects.CallMethod(t, v, objects.Intern("fileno"))
	if err != nil {
		return 0, err
	}
	fd := -1
	if objects.IsInt(r) {
		if n, ok := objects.Int64Of(r); ok && n >= 0 && n < 1<<31 {
			fd = int(n)
		}
	}
	if fd < 0 {
		return 0, objects.RuntimeErrorf("file.fileno() is not a valid file descriptor")
	}
	_, _ = objects.CallMethod(t, v, objects.Intern("flush"))
	return fd, nil
}

// where converts the arguments file and all_threads.
func where(t *thread, file, all value) (int, bool, error) {
	fd, err := fileArg(t, file)
	if err != nil {
		return 0, false, err
	}
	on, err := native.Bool(t, all, true)
	return fd, on, err
}

// cancel ends the running dump_traceback_later().
func cancel() {
	if state.later != nil {
		close(state.later)
		state.later = nil
	}
}

func dumpLater(t *thread, _ value, args []value) (value, error) {
	timeout, err := native.Timeout(t, args[0], time.Second, fmt.Sprintf("'%s' object cannot be interpreted as an integer", objects.TypeOf(args[0])))
	if err != nil {
		return value{}, err
	}
	repeat, err := native.Bool(t, args[1], false)
	if err != nil {
		return value{}, err
	}
	fd, err := fileArg(t, args[2])
	if err != nil {
		return value{}, err
	}
	exit, err := native.Bool(t, args[3], false)
	if err != nil {
		return value{}, err
	}
	if timeout <= 0 {
		return value{}, objects.ValueErrorf("timeout must be greater than 0")
	}
	cancel()
	stop := make(chan struct{})
	state.later = stop
	header := "Timeout (" + clock(timeout) + ")!\n"
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(timeout):
			}
			var stopped atomic.Bool
			locked(func() {
				select {
				case <-stop:
					stopped.Store(true)
				default:
					write(fd, header)
					dump(fd, nil, true)
				}
			})
			if stopped.Load() {
				return
			}
			if exit {
				os.Exit(1)
			}
			if !repeat {
				return
			}
		}
	}()
	return objects.None, nil
}

// clock formats a time as hours, minutes and seconds.
func clock(d time.Duration) string {
	us := d.Microseconds()
	s := fmt.Sprintf("%d:%02d:%02d", us/3_600_000_000, us/60_000_000%60, us/1_000_000%60)
	if us%1_000_000 != 0 {
		s += fmt.Sprintf(".%06d", us%1_000_000)
	}
	return s
}

// signalArg converts the argument signum.
func signalArg(t *thread, v value) (int, error) {
	n, err := native.Int(t, v)
	if err != nil {
		return 0, err
	}
	switch syscall.Signal(n) {
	case unix.SIGSEGV, unix.SIGFPE, unix.SIGABRT, unix.SIGBUS, unix.SIGILL:
		return 0, objects.RuntimeErrorf("signal %d cannot be registered, use enable() instead", n)
	}
	if n < 1 || n > 64 {
		return 0, objects.ValueErrorf("signal number out of range")
	}
	return n, nil
}

func register(t *thread, _ value, args []value) (value, error) {
	n, err := signalArg(t, args[0])
	if err != nil {
		return value{}, err
	}
	fd, all, err := where(t, args[1], args[2])
	if err != nil {
		return value{}, err
	}
	unregister(n)
	u := &user{make(chan os.Signal, 1), make(chan struct{})}
	if state.users == nil {
		state.users = map[int]*user{}
	}
	state.users[n] = u
	signal.Share(n, true)
	ossignal.Notify(u.arrived, syscall.Signal(n))
	go func() {
		for {
			select {
			case <-u.stop:
				return
			case <-u.arrived:
				locked(func() { dump(fd, interp.S.Main, all) })
			}
		}
	}()
	return objects.None, nil
}

func unregister(n int) bool {
	u := state.users[n]
	if u == nil {
		return false
	}
	delete(state.users, n)
	signal.Share(n, false)
	ossignal.Stop(u.arrived)
	close(u.stop)
	return true
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "faulthandler",
	Doc:  "faulthandler module.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "enable", Sig: "file=sys.stderr, all_threads=True", Doc: "Turn the handler on, which is_enabled() reports and which has no other effect: faults are Go's to report.", Fn: func(t *thread, self value, args []value) (value, error) {
				if _, _, err := where(t, args[0], args[1]); err != nil {
					return value{}, err
				}
				state.enabled = true
				return objects.None, nil
			}},
			{Name: "disable", Doc: "Turn the handler off and return whether it was on.", Fn: func(t *thread, self value, args []value) (value, error) {
				was := state.enabled
				state.enabled = false
				return objects.Bool(was), nil
			}},
			{Name: "is_enabled", Doc: "Tell whether the handler is on.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Bool(state.enabled), nil
			}},
			{Name: "dump_traceback", Sig: "file=sys.stderr, all_threads=True", Doc: "Write the stack of this thread, or those of all threads, to file.", Fn: func(t *thread, self value, args []value) (value, error) {
				fd, all, err := where(t, args[0], args[1])
				if err != nil {
					return value{}, err
				}
				dump(fd, t, all)
				return objects.None, nil
			}},
			{Name: "dump_traceback_later", Sig: "timeout, repeat=False, file=sys.stderr, exit=False", Doc: "Write the stacks of all threads to file once timeout seconds have passed, and if repeat is true, again each time they\nhave. exit then ends the process at once, with status 1.", Fn: dumpLater},
			{Name: "cancel_dump_traceback_later", Doc: "Call off what dump_traceback_later() has planned.", Fn: func(t *thread, self value, args []value) (value, error) {
				cancel()
				return objects.None, nil
			}},
			{Name: "register", Sig: "signum, file=sys.stderr, all_threads=True, chain=False", Doc: "Write the stack of the main thread, or those of all threads, to file whenever the signal signum arrives.", Fn: register},
			{Name: "unregister", Sig: "signum, /", Doc: "Undo register() for a signal, and return whether there was anything to undo.", Fn: func(t *thread, self value, args []value) (value, error) {
				n, err := signalArg(t, args[0])
				if err != nil {
					return value{}, err
				}
				return objects.Bool(unregister(n)), nil
			}},
		}
	},
}
