package signal

import (
	"math"
	ossignal "os/signal"
	"strconv"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_signal",
	Doc:     "This module provides mechanisms to use signal handlers in Python.",
	Methods: methods,
	Exec:    exec,
}

type constant struct {
	name string
	n    int
}

var signals = [...]constant{
	{"SIGHUP", 1}, {"SIGINT", 2}, {"SIGQUIT", 3}, {"SIGILL", 4}, {"SIGTRAP", 5}, {"SIGABRT", 6}, {"SIGIOT", 6},
	{"SIGBUS", 7}, {"SIGFPE", 8}, {"SIGKILL", 9}, {"SIGUSR1", 10}, {"SIGSEGV", 11}, {"SIGUSR2", 12}, {"SIGPIPE", 13},
	{"SIGALRM", 14}, {"SIGTERM", 15}, {"SIGSTKFLT", 16}, {"SIGCHLD", 17}, {"SIGCLD", 17}, {"SIGCONT", 18},
	{"SIGSTOP", 19}, {"SIGTSTP", 20}, {"SIGTTIN", 21}, {"SIGTTOU", 22}, {"SIGURG", 23}, {"SIGXCPU", 24},
	{"SIGXFSZ", 25}, {"SIGVTALRM", 26}, {"SIGPROF", 27}, {"SIGWINCH", 28}, {"SIGIO", 29}, {"SIGPOLL", 29},
	{"SIGPWR", 30}, {"SIGSYS", 31}, {"SIGRTMIN", 34}, {"SIGRTMAX", 64},
}

var otherConstants = [...]constant{
	{"NSIG", NumSignals}, {"SIG_DFL", 0}, {"SIG_IGN", 1}, {"SIG_BLOCK", 0}, {"SIG_UNBLOCK", 1}, {"SIG_SETMASK", 2},
	{"ITIMER_REAL", 0}, {"ITIMER_VIRTUAL", 1}, {"ITIMER_PROF", 2},
}

// descriptions are what strsignal says.
var descriptions = [...]string{1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap",
	6: "Aborted", 7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1",
	11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated",
	16: "Stack fault", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped",
	21: "Stopped (tty input)", 22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded",
	25: "File size limit exceeded", 26: "Virtual timer expired", 27: "Profiling timer expired", 28: "Window changed",
	29: "I/O possible", 30: "Power failure", 31: "Bad system call"}

var (
	itimerError    *objects.Type
	siginfoType    *objects.Type
	intHandlerDef  objects.FuncDef
	intHandlerFunc value
)

// Install sets up the handling of signals at the start: SIGINT raises KeyboardInterrupt, the others keep what they have.
func Install(t *thread) error {
	if state.ready {
		return nil
	}
	state.ready = true
	objects.AddRoots(func(visit func(value)) { native.Visit(visit, state.handlers[:]...) })
	state.wakeFD.Store(-1)
	state.wakeWarn = true
	for n := 1; n < NumSignals; n++ {
		if ossignal.Ignored(syscall.Signal(n)) {
			state.disp[n] = dispIgnore
		}
	}
	state.disp[unix.SIGPIPE], state.disp[unix.SIGXFSZ] = dispIgnore, dispIgnore
	intHandlerDef = objects.FuncDef{Name: "default_int_handler", Sig: "signalnum, frame, /",
		Doc: "The default handler for SIGINT installed by Python.\n\nIt raises KeyboardInterrupt.",
		Fn: func(*thread, value, []value) (value, error) {
			return value{}, objects.NewError(&objects.KeyboardInterruptType)
		}}
	intHandlerFunc = objects.NewBuiltin(&intHandlerDef, value{})
	interp.SignalHandler = run
	if state.disp[unix.SIGINT] == dispDefault {
		set(int(unix.SIGINT), dispHandler, intHandlerFunc)
	}
	return nil
}

func exec(t *thread, m *objects.Module) error {
	if err := Install(t); err != nil {
		return err
	}
	for _, c := range signals {
		m.Set(c.name, objects.Int(int64(c.n)))
	}
	for _, c := range otherConstants {
		m.Set(c.name, objects.Int(int64(c.n)))
	}
	m.Set("default_int_handler", intHandlerFunc)
	if itimerError == nil {
		ns := objects.NewDict()
		ns.SetStr(objects.Intern("__module__"), native.Str("signal"))
		cls, err := objects.Call3(t, objects.ToValue(&objects.TypeType), objects.Intern("itimer_error").Value(),
			native.Tuple(objects.ToValue(&objects.OSErrorType)), objects.ToValue(ns))
		if err != nil {
			return err
		}
		itimerError = objects.As[objects.Type](cls)
		fields := []objects.StructSeqField{{Name: "si_signo", Doc: "signal number"}, {Name: "si_code", Doc: "signal code"},
			{Name: "si_errno", Doc: "errno associated with this signal"}, {Name: "si_pid", Doc: "sending process ID"},
			{Name: "si_uid", Doc: "real user ID of sending process"}, {Name: "si_status", Doc: "exit value or signal"},
			{Name: "si_band", Doc: "band event for SIGPOLL"}}
		siginfoType = objects.NewStructSeqType(objects.StructSeqDef{Name: "signal.struct_siginfo", Fields: fields,
			Doc: "struct_siginfo: Result from sigwaitinfo or sigtimedwait."})
	}
	m.Set("ItimerError", objects.ToValue(itimerError))
	m.Set("struct_siginfo", objects.ToValue(siginfoType))
	return nil
}

// number converts a signal number.
func number(t *thread, v value) (int, error) {
	n, err := native.Int(t, v)
	if err == nil && (n < 1 || n >= NumSignals) {
		err = objects.ValueErrorf("signal number out of range")
	}
	return n, err
}

func handlerOf(n int) value {
	switch state.disp[n] {
	case dispDefault:
		return objects.Int(0)
	case dispIgnore:
		return objects.Int(1)
	case dispHandler:
		return state.handlers[n]
	}
	return objects.None
}

func onlyMain(t *thread, what string) error {
	if t != interp.S.Main {
		return objects.ValueErrorf("%s only works in main thread of the main interpreter", what)
	}
	return nil
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "signal", Sig: "signalnum, handler, /", Doc: "Set the action for the given signal.", Fn: setSignal},
		{Name: "getsignal", Sig: "signalnum, /", Doc: "Return the current action for the given signal.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := number(t, args[0])
			if err != nil {
				return value{}, err
			}
			return handlerOf(n), nil
		}},
		{Name: "raise_signal", Sig: "signalnum, /", Doc: "Send a signal to the executing process.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			return objects.None, raise(t, n)
		}},
		{Name: "strsignal", Sig: "signalnum, /", Doc: "Return the system description of the given signal.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := number(t, args[0])
			if err != nil {
				return value{}, err
			}
			if n < len(descriptions) {
				return native.Str(descriptions[n]), nil
			}
			if n >= 34 {
				return native.Str("Real-time signal " + strconv.Itoa(n-34)), nil
			}
			return objects.None, nil
		}},
		{Name: "siginterrupt", Sig: "signalnum, flag, /", Doc: "Change system call restart behaviour.", Fn: func(t *thread, self value, args []value) (value, error) {
			if _, err := number(t, args[0]); err != nil {
				return value{}, err
			}
			_, err := native.Int(t, args[1])
			return objects.None, err
		}},
		{Name: "set_wakeup_fd", Sig: "fd, /, *, warn_on_full_buffer=True", Doc: "Sets the fd to be written to (with the signal number) when a signal comes in.", Fn: setWakeupFD},
		{Name: "alarm", Sig: "seconds, /", Doc: "Arrange for SIGALRM to arrive after the given number of seconds.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			old, err := unix.Setitimer(unix.ITIMER_REAL, unix.Itimerval{Value: unix.Timeval{Sec: int64(uint32(n))}})
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			left := old.Value.Sec
			if old.Value.Usec >= 500000 || old.Value.Usec > 0 && left == 0 {
				left++
			}
			return objects.Int(left), nil
		}},
		{Name: "setitimer", Sig: "which, seconds, interval=0.0, /", Doc: "Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF).", Fn: setTimer},
		{Name: "getitimer", Sig: "which, /", Doc: "Returns current value of given itimer.", Fn: func(t *thread, self value, args []value) (value, error) {
			which, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			v, err := unix.Getitimer(unix.ItimerWhich(which))
			if err != nil {
				return value{}, timerError(t, err)
			}
			return timerPair(v), nil
		}},
		{Name: "pause", Doc: "Wait until a signal arrives.", Fn: func(t *thread, self value, args []value) (value, error) {
			var fired bool
			for !fired {
				objects.H.Blocking(t, func() { <-interp.WakeChan() })
				fired = t.Poll.Load()&objects.PollSignal != 0
			}
			return objects.None, interp.CheckSignals(t)
		}},
		{Name: "pthread_kill", Sig: "thread_id, signalnum, /", Doc: "Send a signal to a thread.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[1])
			if err != nil {
				return value{}, err
			}
			id, err := native.Int64(t, args[0])
			if err != nil {
				return value{}, err
			}
			found := false
			for _, x := range interp.Threads() {
				found = found || x.Ident == uint64(id)
			}
			if !found {
				return value{}, native.OSError(unix.ESRCH, value{})
			}
			if n == 0 {
				return objects.None, nil
			}
			return objects.None, raise(t, n)
		}},
		{Name: "pthread_sigmask", Sig: "how, mask, /", Doc: "Fetch and/or change the signal mask of the calling thread.", Fn: sigmask},
		{Name: "sigpending", Doc: "Examine pending signals.", Fn: func(t *thread, self value, args []value) (value, error) {
			return setOf(t, state.held.Load())
		}},
		{Name: "sigwait", Sig: "sigset, /", Doc: "Wait for a signal.", Fn: func(t *thread, self value, args []value) (value, error) {
			set, err := maskOf(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := waitHeld(t, set, -1)
			return objects.Int(int64(n)), err
		}},
		{Name: "sigwaitinfo", Sig: "sigset, /", Doc: "Wait synchronously until one of the signals in sigset is delivered.", Fn: func(t *thread, self value, args []value) (value, error) {
			set, err := maskOf(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := waitHeld(t, set, -1)
			if err != nil {
				return value{}, err
			}
			return siginfo(n), nil
		}},
		{Name: "sigtimedwait", Sig: "sigset, timeout, /", Doc: "Like sigwaitinfo(), but with a timeout.", Fn: func(t *thread, self value, args []value) (value, error) {
			set, err := maskOf(t, args[0])
			if err != nil {
				return value{}, err
			}
			s, err := native.Float(t, args[1])
			if err != nil {
				return value{}, err
			}
			if s < 0 {
				return value{}, objects.ValueErrorf("timeout must be non-negative")
			}
			n, err := waitHeld(t, set, time.Duration(s*1e9))
			if err != nil {
				return value{}, err
			}
			if n == 0 {
				return objects.None, nil
			}
			return siginfo(n), nil
		}},
		{Name: "valid_signals", Doc: "Return a set of valid signal numbers on this platform.", Fn: func(t *thread, self value, args []value) (value, error) {
			return setOf(t, math.MaxUint64&^(1<<31|1<<32))
		}},
		{Name: "pidfd_send_signal", Sig: "pidfd, signalnum, siginfo=None, flags=0, /", Doc: "Send a signal to a process referred to by a pid file descriptor.", Fn: func(t *thread, self value, args []value) (value, error) {
			fd, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := native.Int(t, args[1])
			if err != nil {
				return value{}, err
			}
			if native.Given(args[2]) {
				return value{}, objects.TypeErrorf("siginfo must be None")
			}
			flags, err := native.IntOr(t, args[3], 0)
			if err != nil {
				return value{}, err
			}
			if err := unix.PidfdSendSignal(fd, unix.Signal(n), nil, flags); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.None, nil
		}},
	}
}

func siginfo(n int) value {
	return objects.NewStructSeq(siginfoType, 7, objects.Int(int64(n)), objects.Int(0), objects.Int(0),
		objects.Int(int64(unix.Getpid())), objects.Int(int64(unix.Getuid())), objects.Int(0), objects.Int(0))
}

// raise sends a signal to this process, by the kernel where Python does not handle it.
func raise(t *thread, n int) error {
	done, err := Send(t, n)
	if err != nil || done {
		return err
	}
	if err := unix.Kill(unix.Getpid(), syscall.Signal(n)); err != nil {
		return native.OSError(err, value{})
	}
	return nil
}

func setSignal(t *thread, self value, args []value) (value, error) {
	n, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	if err := onlyMain(t, "signal"); err != nil {
		return value{}, err
	}
	if n < 1 || n >= NumSignals {
		return value{}, objects.ValueErrorf("signal number out of range")
	}
	d, fn := dispHandler, args[1]
	if k, ok := objects.Int64Of(fn); ok && (k == 0 || k == 1) {
		d, fn = dispDefault, value{}
		if k == 1 {
			d = dispIgnore
		}
	} else if !objects.Callable(fn) {
		return value{}, objects.TypeErrorf("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
	}
	switch syscall.Signal(n) {
	case unix.SIGKILL, unix.SIGSTOP:
		return value{}, native.OSError(unix.EINVAL, value{})
	}
	if n == 32 || n == 33 {
		return value{}, native.OSError(unix.EINVAL, value{})
	}
	if err := interp.CheckSignals(t); err != nil {
		return value{}, err
	}
	old := handlerOf(n)
	set(n, d, fn)
	return old, nil
}

func setWakeupFD(t *thread, self value, args []value) (value, error) {
	warn, err := native.Bool(t, args[1], true)
	if err != nil {
		return value{}, err
	}
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	if err := onlyMain(t, "set_wakeup_fd"); err != nil {
		return value{}, err
	}
	if fd != -1 {
		flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
		if err != nil {
			return value{}, native.OSError(err, value{})
		}
		if flags&unix.O_NONBLOCK == 0 {
			return value{}, objects.ValueErrorf("the fd %d must be in non-blocking mode", fd)
		}
	}
	state.wakeWarn = warn
	return objects.Int(state.wakeFD.Swap(int64(fd))), nil
}

func timerError(t *thread, err error) error {
	errno, _ := err.(syscall.Errno)
	v, cerr := objects.Call2(t, objects.ToValue(itimerError), objects.Int(int64(errno)), native.Str(native.Strerror(errno)))
	if cerr != nil {
		return cerr
	}
	return objects.As[objects.Exception](v)
}

func timeval(s float64) unix.Timeval {
	whole, frac := math.Modf(s)
	return unix.Timeval{Sec: int64(whole), Usec: int64(frac * 1e6)}
}

func timerPair(v unix.Itimerval) value {
	f := func(tv unix.Timeval) value { return objects.Float(float64(tv.Sec) + float64(float64(tv.Usec)*1e-6)) }
	return native.Tuple(f(v.Value), f(v.Interval))
}

func setTimer(t *thread, self value, args []value) (value, error) {
	which, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	seconds, err := native.Float(t, args[1])
	if err != nil {
		return value{}, err
	}
	interval := 0.0
	if !args[2].IsZero() {
		if interval, err = native.Float(t, args[2]); err != nil {
			return value{}, err
		}
	}
	old, err := unix.Setitimer(unix.ItimerWhich(which), unix.Itimerval{Value: timeval(seconds), Interval: timeval(interval)})
	if err != nil {
		return value{}, timerError(t, err)
	}
	return timerPair(old), nil
}

// maskOf converts an iterable of signal numbers.
func maskOf(t *thread, v value) (uint64, error) {
	var set uint64
	err := objects.Each(t, v, func(x value) error {
		n, err := native.Int64(t, x)
		if err != nil {
			return err
		}
		if n < 1 || n >= NumSignals {
			return objects.ValueErrorf("signal number %d out of range [1; %d]", n, NumSignals-1)
		}
		set |= 1 << (n - 1)
		return nil
	})
	return set, err
}

func setOf(t *thread, mask uint64) (value, error) {
	s := objects.NewSet()
	for n := 1; n < NumSignals; n++ {
		if mask&(1<<(n-1)) != 0 {
			if err := s.Add(t, objects.Int(int64(n))); err != nil {
				return value{}, err
			}
		}
	}
	return objects.ToValue(s), nil
}

func sigmask(t *thread, self value, args []value) (value, error) {
	how, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	set, err := maskOf(t, args[1])
	if err != nil {
		return value{}, err
	}
	old := state.mask.Load()
	mask := old
	switch how {
	case 0:
		mask |= set
	case 1:
		mask &^= set
	case 2:
		mask = set
	default:
		return value{}, native.OSError(unix.EINVAL, value{})
	}
	if err := setMask(t, mask); err != nil {
		return value{}, err
	}
	return setOf(t, old)
}

// waitHeld waits until one of a set of blocked signals has arrived and takes it; 0 after the timeout.
func waitHeld(t *thread, set uint64, timeout time.Duration) (int, error) {
	start()
	var deadline <-chan time.Time
	if timeout >= 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		deadline = timer.C
	}
	for {
		for n := 1; n < NumSignals; n++ {
			bit := uint64(1) << (n - 1)
			if set&bit != 0 && state.held.And(^bit)&bit != 0 {
				return n, nil
			}
		}
		expired := false
		objects.H.Blocking(t, func() {
			select {
			case <-state.heldWake:
			case <-interp.WakeChan():
			case <-deadline:
				expired = true
			}
		})
		if err := interp.CheckSignals(t); err != nil {
			return 0, err
		}
		if expired {
			return 0, nil
		}
	}
}
