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
	Doc:     "What the module signal is made of.",
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
	ossignal.Ignore(unix.SIGPIPE, unix.SIGXFSZ)
	intHandlerDef = objects.FuncDef{Name: "default_int_handler", Sig: "signalnum, frame, /",
		Doc: "Raise KeyboardInterrupt: what SIGINT does unless a program changes it.",
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
		fields := []objects.StructSeqField{{Name: "si_signo", Doc: "which signal"}, {Name: "si_code", Doc: "reason for the signal"},
			{Name: "si_errno", Doc: "error number, mostly 0"}, {Name: "si_pid", Doc: "process that sent it"},
			{Name: "si_uid", Doc: "user of that process"}, {Name: "si_status", Doc: "how the child ended, for SIGCHLD"},
			{Name: "si_band", Doc: "which events, for SIGPOLL"}}
		siginfoType = objects.NewStructSeqType(objects.StructSeqDef{Name: "signal.struct_siginfo", Fields: fields,
			Doc: "What is known about a signal that has arrived."})
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
		{Name: "signal", Sig: "signalnum, handler, /", Doc: "Set what a signal does: nothing (SIG_IGN), what the system does by default (SIG_DFL), or a call of handler with the number and\nthe frame that was running. The result is what it did before.", Fn: setSignal},
		{Name: "getsignal", Sig: "signalnum, /", Doc: "What a signal does: SIG_IGN, SIG_DFL or its handler. None means something that is not Python's.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := number(t, args[0])
			if err != nil {
				return value{}, err
			}
			return handlerOf(n), nil
		}},
		{Name: "raise_signal", Sig: "signalnum, /", Doc: "Send a signal to this process.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			return objects.None, raise(t, n)
		}},
		{Name: "strsignal", Sig: "signalnum, /", Doc: "A signal in words; None where there are none for it.", Fn: func(t *thread, self value, args []value) (value, error) {
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
		{Name: "siginterrupt", Sig: "signalnum, flag, /", Doc: "Check the arguments and do nothing more: a signal always interrupts a call that waits, as if flag were true. The call is\nmade again after the handler.", Fn: func(t *thread, self value, args []value) (value, error) {
			if _, err := number(t, args[0]); err != nil {
				return value{}, err
			}
			_, err := native.Int(t, args[1])
			return objects.None, err
		}},
		{Name: "set_wakeup_fd", Sig: "fd, /, *, warn_on_full_buffer=True", Doc: "Have every signal written to fd, its number as a byte, so that a wait for the other end is over; -1 turns that off. The\nresult is the fd before.", Fn: setWakeupFD},
		{Name: "alarm", Sig: "seconds, /", Doc: "Have SIGALRM arrive in some seconds, or not at all where they are 0. The result is how many were left of an alarm set before.", Fn: func(t *thread, self value, args []value) (value, error) {
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
		{Name: "setitimer", Sig: "which, seconds, interval=0.0, /", Doc: "Have a timer send its signal in some seconds, and then again every interval. 0 seconds stops it. The result is what\ngetitimer() returned before.", Fn: setTimer},
		{Name: "getitimer", Sig: "which, /", Doc: "The seconds that a timer has left, and its interval.", Fn: func(t *thread, self value, args []value) (value, error) {
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
		{Name: "pause", Doc: "Do nothing until a signal has been handled.", Fn: func(t *thread, self value, args []value) (value, error) {
			var fired bool
			for !fired {
				objects.H.Blocking(t, func() { <-interp.WakeChan() })
				fired = t.Poll.Load()&objects.PollSignal != 0
			}
			return objects.None, interp.CheckSignals(t)
		}},
		{Name: "pthread_kill", Sig: "thread_id, signalnum, /", Doc: "Send a signal to this process if it has a thread thread_id. With the number 0, only see whether it has.", Fn: func(t *thread, self value, args []value) (value, error) {
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
		{Name: "pthread_sigmask", Sig: "how, mask, /", Doc: "Change which signals are held back: those in mask too (SIG_BLOCK), no longer (SIG_UNBLOCK) or only they (SIG_SETMASK). The\nresult is the set before.", Fn: sigmask},
		{Name: "sigpending", Doc: "The set of the signals that have arrived while held back.", Fn: func(t *thread, self value, args []value) (value, error) {
			return setOf(t, state.held.Load())
		}},
		{Name: "sigwait", Sig: "sigset, /", Doc: "Take one of the signals in sigset, which must be held back, as soon as it is there. The result is its number.", Fn: func(t *thread, self value, args []value) (value, error) {
			set, err := MaskOf(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := waitHeld(t, set, -1)
			return objects.Int(int64(n)), err
		}},
		{Name: "sigwaitinfo", Sig: "sigset, /", Doc: "Like sigwait(), with all that is known of the signal as result.", Fn: func(t *thread, self value, args []value) (value, error) {
			set, err := MaskOf(t, args[0])
			if err != nil {
				return value{}, err
			}
			n, err := waitHeld(t, set, -1)
			if err != nil {
				return value{}, err
			}
			return siginfo(n), nil
		}},
		{Name: "sigtimedwait", Sig: "sigset, timeout, /", Doc: "Like sigwaitinfo(), but return None when timeout, a number of seconds, has passed.", Fn: func(t *thread, self value, args []value) (value, error) {
			set, err := MaskOf(t, args[0])
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
		{Name: "valid_signals", Doc: "The set of the numbers that stand for a signal on this system.", Fn: func(t *thread, self value, args []value) (value, error) {
			return setOf(t, math.MaxUint64&^(1<<31|1<<32))
		}},
		{Name: "pidfd_send_signal", Sig: "pidfd, signalnum, siginfo=None, flags=0, /", Doc: "Send a signal to the process that the descriptor pidfd stands for.", Fn: func(t *thread, self value, args []value) (value, error) {
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

// MaskOf converts an iterable of signal numbers to a set with the bit n-1 for the signal n. What is no iterable of ints is a
// TypeError, a number below 1 or above 64 a ValueError; the two that the C library uses itself are left out with a warning.
func MaskOf(t *thread, v value) (uint64, error) {
	var set uint64
	err := objects.Each(t, v, func(x value) error {
		x, err := objects.Index(t, x)
		if err != nil {
			return err
		}
		n, ok := objects.Int64Of(x)
		if !ok {
			n = -1 // which CPython's message names
		}
		if n < 1 || n >= NumSignals {
			return objects.ValueErrorf("signal number %d out of range [1; %d]", n, NumSignals-1)
		}
		if n == 32 || n == 33 {
			return objects.H.Warn(t, &objects.RuntimeWarningType, "invalid signal number "+strconv.FormatInt(n, 10)+", please use valid_signals()", 1)
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
	set, err := MaskOf(t, args[1])
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
