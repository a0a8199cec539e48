package posix

import (
	"crypto/rand"
	"os"
	"runtime"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

func itoa(n int) string { return strconv.Itoa(n) }

func processMethods() []objects.FuncDef {
	number := func(f func() int) func(*thread, value, []value) (value, error) {
		return func(*thread, value, []value) (value, error) { return objects.Int(int64(f())), nil }
	}
	status := func(f func(w syscall.WaitStatus) value) func(*thread, value, []value) (value, error) {
		return func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			return f(syscall.WaitStatus(n)), err
		}
	}
	return []objects.FuncDef{
		{Name: "getpid", Doc: "Return the current process id.", Fn: number(os.Getpid)},
		{Name: "getppid", Doc: "Return the parent's process id.", Fn: number(os.Getppid)},
		{Name: "getuid", Doc: "Return the current process's user id.", Fn: number(os.Getuid)},
		{Name: "geteuid", Doc: "Return the current process's effective user id.", Fn: number(os.Geteuid)},
		{Name: "getgid", Doc: "Return the current process's group id.", Fn: number(os.Getgid)},
		{Name: "getegid", Doc: "Return the current process's effective group id.", Fn: number(os.Getegid)},
		{Name: "getpgrp", Doc: "Return the current process group id.", Fn: number(unix.Getpgrp)},
		{Name: "getpgid", Sig: "pid", Doc: "Call the system call getpgid(), and return the result.", Fn: byPid(unix.Getpgid)},
		{Name: "getsid", Sig: "pid, /", Doc: "Call the system call getsid(pid) and return the result.", Fn: byPid(unix.Getsid)},
		{Name: "setsid", Doc: "Call the system call setsid().", Fn: func(*thread, value, []value) (value, error) {
			_, err := unix.Setsid()
			return objects.None, oserror(err, value{})
		}},
		{Name: "getgroups", Doc: "Return list of supplemental group IDs for the process.", Fn: getgroups},
		{Name: "getlogin", Doc: "Return the actual login name.", Fn: func(*thread, value, []value) (value, error) {
			return value{}, oserror(unix.ENOTTY, value{})
		}},
		{Name: "cpu_count", Doc: "Return the number of logical CPUs in the system.", Fn: number(runtime.NumCPU)},
		{Name: "sched_getaffinity", Sig: "pid, /", Doc: "Return the affinity of the process identified by pid (or the current process if zero).", Fn: affinity},
		{Name: "sched_yield", Doc: "Voluntarily relinquish the CPU.", Fn: func(t *thread, self value, args []value) (value, error) {
			objects.H.Blocking(t, runtime.Gosched)
			return objects.None, nil
		}},
		{Name: "uname", Doc: "Return an object identifying the current operating system.", Fn: uname},
		{Name: "urandom", Sig: "size, /", Doc: "Return a bytes object containing random bytes suitable for cryptographic use.", Fn: urandom},
		{Name: "getrandom", Sig: "size, flags=0", Doc: "Obtain a series of random bytes.", Fn: urandom},
		{Name: "strerror", Sig: "code, /", Doc: "Translate an error code to a message string.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			return native.Str(native.Strerror(syscall.Errno(n))), err
		}},
		{Name: "_exit", Sig: "status", Doc: "Exit to the system with specified status, without normal exit processing.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			os.Exit(n & 0xFF)
			return value{}, nil
		}},
		{Name: "abort", Doc: "Abort the interpreter immediately.", Fn: func(*thread, value, []value) (value, error) {
			_ = unix.Kill(os.Getpid(), unix.SIGABRT)
			os.Exit(134)
			return value{}, nil
		}},
		{Name: "kill", Sig: "pid, signal, /", Doc: "Kill a process with a signal.", Fn: kill(unix.Kill)},
		{Name: "killpg", Sig: "pgid, signal, /", Doc: "Kill a process group with a signal.", Fn: kill(func(pid int, s syscall.Signal) error { return unix.Kill(-pid, s) })},
		{Name: "putenv", Sig: "name, value, /", Doc: "Change or add an environment variable.", Fn: putenv},
		{Name: "unsetenv", Sig: "name, /", Doc: "Delete an environment variable.", Fn: unsetenv},
		{Name: "times", Doc: "Return a collection containing process timing information.", Fn: times},
		{Name: "waitpid", Sig: "pid, options, /", Doc: "Wait for completion of a given child process.", Fn: waitpid},
		{Name: "waitstatus_to_exitcode", Sig: "status", Doc: "Convert a wait status to an exit code.", Fn: waitstatus},
		{Name: "WIFEXITED", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Bool(w.Exited()) })},
		{Name: "WEXITSTATUS", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Int(int64(w >> 8 & 0xFF)) })},
		{Name: "WIFSIGNALED", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Bool(w.Signaled()) })},
		{Name: "WTERMSIG", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Int(int64(w & 0x7F)) })},
		{Name: "WIFSTOPPED", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Bool(w.Stopped()) })},
		{Name: "WSTOPSIG", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Int(int64(w >> 8 & 0xFF)) })},
		{Name: "WIFCONTINUED", Sig: "status", Fn: status(func(w syscall.WaitStatus) value { return objects.Bool(w.Continued()) })},
		{Name: "WCOREDUMP", Sig: "status, /", Fn: status(func(w syscall.WaitStatus) value { return objects.Bool(w.CoreDump()) })},
		{Name: "sysconf", Sig: "name, /", Doc: "Return an integer-valued system configuration variable.", Fn: sysconf},
		{Name: "confstr", Sig: "name, /", Doc: "Return a string-valued system configuration variable.", Fn: confstr},
		{Name: "getloadavg", Doc: "Return average recent system load information.", Fn: getloadavg},
	}
}

func byPid(f func(pid int) (int, error)) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		pid, err := native.Int(t, args[0])
		if err != nil {
			return value{}, err
		}
		n, err := f(pid)
		return objects.Int(int64(n)), oserror(err, value{})
	}
}

func getgroups(t *thread, self value, args []value) (value, error) {
	ids, err := unix.Getgroups()
	if err != nil {
		return value{}, oserror(err, value{})
	}
	l := objects.NewList()
	for _, id := range ids {
		l.Append(objects.Int(int64(id)))
	}
	return objects.ToValue(l), nil
}

func affinity(t *thread, self value, args []value) (value, error) {
	pid, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	var set unix.CPUSet
	if err := unix.SchedGetaffinity(pid, &set); err != nil {
		return value{}, oserror(err, value{})
	}
	var cpus []value
	for i := range 1024 {
		if set.IsSet(i) {
			cpus = append(cpus, objects.Int(int64(i)))
		}
	}
	return objects.NewSetOf(t, cpus)
}

func uname(t *thread, self value, args []value) (value, error) {
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return value{}, oserror(err, value{})
	}
	s := func(b []byte) value { return native.Str(unix.ByteSliceToString(b)) }
	return objects.NewStructSeq(unameResultType, 5, s(u.Sysname[:]), s(u.Nodename[:]), s(u.Release[:]), s(u.Version[:]), s(u.Machine[:])), nil
}

func urandom(t *thread, self value, args []value) (value, error) {
	n, err := native.Size(t, args[0], 0)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, objects.ValueErrorf("negative argument not allowed")
	}
	if err := objects.CheckSize(n, 1); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return objects.NewBytes(b), nil
}

func kill(f func(pid int, s syscall.Signal) error) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		pid, err := native.Int(t, args[0])
		if err != nil {
			return value{}, err
		}
		sig, err := native.Int(t, args[1])
		if err != nil {
			return value{}, err
		}
		return objects.None, oserror(f(pid, syscall.Signal(sig)), value{})
	}
}

func putenv(t *thread, self value, args []value) (value, error) {
	k, err := native.Path(t, args[0], "putenv", "name", false, false)
	if err != nil {
		return value{}, err
	}
	v, err := native.Path(t, args[1], "putenv", "value", false, false)
	if err != nil {
		return value{}, err
	}
	if err := os.Setenv(k.Path, v.Path); err != nil {
		return value{}, objects.ValueErrorf("illegal environment variable name")
	}
	return objects.None, nil
}

func unsetenv(t *thread, self value, args []value) (value, error) {
	k, err := native.Path(t, args[0], "unsetenv", "name", false, false)
	if err != nil {
		return value{}, err
	}
	return objects.None, oserror(sysErr(os.Unsetenv(k.Path)), value{})
}

func times(t *thread, self value, args []value) (value, error) {
	var u, c unix.Rusage
	_ = unix.Getrusage(unix.RUSAGE_SELF, &u)
	_ = unix.Getrusage(unix.RUSAGE_CHILDREN, &c)
	f := func(tv unix.Timeval) value { return objects.Float(float64(tv.Sec) + float64(tv.Usec)/1e6) }
	var now unix.Timespec
	_ = unix.ClockGettime(unix.CLOCK_MONOTONIC, &now)
	return objects.NewStructSeq(timesResultType, 5, f(u.Utime), f(u.Stime), f(c.Utime), f(c.Stime),
		objects.Float(float64(now.Sec)+float64(now.Nsec/1e7)/100)), nil
}

func waitpid(t *thread, self value, args []value) (value, error) {
	pid, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	options, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	var status unix.WaitStatus
	got := 0
	err = native.CallPath(t, value{}, func() (err error) {
		got, err = unix.Wait4(pid, &status, options, nil)
		return err
	})
	if err != nil {
		return value{}, err
	}
	return native.Tuple(objects.Int(int64(got)), objects.Int(int64(status))), nil
}

func waitstatus(t *thread, self value, args []value) (value, error) {
	n, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	w := syscall.WaitStatus(n)
	switch {
	case w.Exited():
		return objects.Int(int64(w.ExitStatus())), nil
	case w.Signaled():
		return objects.Int(-int64(w.Signal())), nil
	case w.Stopped():
		return value{}, objects.ValueErrorf("process stopped by delivery of signal %d", int(w.StopSignal()))
	}
	return value{}, objects.ValueErrorf("invalid wait status: %d", n)
}

// configName returns the number of a configuration name given as str or int.
func configName(t *thread, v value, table string) (int, error) {
	if s, ok := objects.StrOf(v); ok {
		for _, c := range nameTables[table] {
			if c.name == s.String() {
				return int(c.n), nil
			}
		}
		return 0, objects.ValueErrorf("unrecognized configuration name")
	}
	if !objects.IsInstance(v, &objects.IntType) {
		return 0, objects.TypeErrorf("configuration names must be strings or integers")
	}
	return native.Int(t, v)
}

func sysconf(t *thread, self value, args []value) (value, error) {
	n, err := configName(t, args[0], "sysconf_names")
	if err != nil {
		return value{}, err
	}
	var info unix.Sysinfo_t
	_ = unix.Sysinfo(&info)
	page := int64(os.Getpagesize())
	switch n {
	case 0:
		return objects.Int(2097152), nil
	case 2:
		return objects.Int(100), nil
	case 3:
		return objects.Int(65536), nil
	case 1, 4:
		var lim unix.Rlimit
		which := unix.RLIMIT_NOFILE
		if n == 1 {
			which = unix.RLIMIT_NPROC
		}
		if err := unix.Getrlimit(which, &lim); err != nil {
			return value{}, oserror(err, value{})
		}
		return objects.Int(int64(lim.Cur)), nil
	case 30:
		return objects.Int(page), nil
	case 60:
		return objects.Int(1024), nil
	case 83, 84:
		return objects.Int(int64(runtime.NumCPU())), nil
	case 85:
		return objects.Int(int64(info.Totalram) * int64(info.Unit) / page), nil
	case 86:
		return objects.Int(int64(info.Freeram) * int64(info.Unit) / page), nil
	}
	return value{}, oserror(unix.EINVAL, value{})
}

// confstr answers for the C library that tools expect on Linux: they refuse an interpreter that names none.
func confstr(t *thread, self value, args []value) (value, error) {
	n, err := configName(t, args[0], "confstr_names")
	if err != nil {
		return value{}, err
	}
	switch n {
	case 0:
		return native.Str("/bin:/usr/bin"), nil
	case 2:
		return native.Str("glibc 2.36"), nil
	case 3:
		return native.Str("NPTL 2.36"), nil
	}
	return value{}, oserror(unix.EINVAL, value{})
}

func getloadavg(t *thread, self value, args []value) (value, error) {
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		return value{}, oserror(err, value{})
	}
	f := func(n uint64) value { return objects.Float(float64(n) / 65536) }
	return native.Tuple(f(uint64(info.Loads[0])), f(uint64(info.Loads[1])), f(uint64(info.Loads[2]))), nil
}
