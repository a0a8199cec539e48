package posix

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// clockTicks is sysconf(SC_CLK_TCK): 100 on every Linux.
const clockTicks = 100

func cString(b []byte) string {
	s, _, _ := strings.Cut(string(b), "\x00")
	return s
}

// confName converts a name or number for sysconf() and its like.
func confName(t *thread, v value, table []constant) (int64, error) {
	if objects.IsInt(v) {
		n, err := native.Int(t, v)
		return int64(n), err
	}
	s, ok := objects.StrOf(v)
	if !ok {
		return 0, objects.TypeErrorf("configuration names must be strings or integers")
	}
	for _, c := range table {
		if c.name == s.String() {
			return c.n, nil
		}
	}
	return 0, objects.ValueErrorf("unrecognized configuration name")
}

func nameOf(table []constant, n int64) string {
	for _, c := range table {
		if c.n == n {
			return c.name
		}
	}
	return ""
}

// limit is the soft limit of a resource, -1 where there is none.
func limit(which int) int64 {
	var r unix.Rlimit
	if unix.Getrlimit(which, &r) != nil || r.Cur > 1<<62 {
		return -1
	}
	return int64(r.Cur)
}

// memory returns the memory of the machine in bytes, all and free.
func memory() (total, free uint64) {
	var si unix.Sysinfo_t
	if unix.Sysinfo(&si) != nil {
		return 0, 0
	}
	return si.Totalram * uint64(si.Unit), si.Freeram * uint64(si.Unit)
}

// sysconf answers what a C library would on Linux; ok is false for a name that has no answer (the result is then -1).
func sysconf(name string) (n int64, ok bool) {
	switch name {
	case "SC_PAGESIZE", "SC_PAGE_SIZE":
		return int64(os.Getpagesize()), true
	case "SC_CLK_TCK":
		return clockTicks, true
	case "SC_NPROCESSORS_ONLN":
		return int64(runtime.NumCPU()), true
	case "SC_NPROCESSORS_CONF":
		if b, err := os.ReadFile("/sys/devices/system/cpu/possible"); err == nil {
			s := strings.TrimSpace(string(b))
			if i := strings.LastIndexAny(s, "-,"); i >= 0 {
				s = s[i+1:]
			}
			if n, err := strconv.Atoi(s); err == nil {
				return int64(n) + 1, true
			}
		}
		return int64(runtime.NumCPU()), true
	case "SC_PHYS_PAGES":
		total, _ := memory()
		return int64(total) / int64(os.Getpagesize()), true
	case "SC_AVPHYS_PAGES":
		_, free := memory()
		return int64(free) / int64(os.Getpagesize()), true
	case "SC_OPEN_MAX":
		return limit(unix.RLIMIT_NOFILE), true
	case "SC_CHILD_MAX":
		return limit(unix.RLIMIT_NPROC), true
	case "SC_ARG_MAX":
		if n := limit(unix.RLIMIT_STACK); n > 0 {
			return max(n/4, 131072), true
		}
		return 4611686018427387903, true
	case "SC_IOV_MAX":
		return 1024, true
	case "SC_NGROUPS_MAX":
		return 65536, true
	case "SC_HOST_NAME_MAX", "SC_TTY_NAME_MAX":
		if name == "SC_TTY_NAME_MAX" {
			return 32, true
		}
		return 64, true
	case "SC_LOGIN_NAME_MAX":
		return 256, true
	case "SC_LINE_MAX", "SC_COLL_WEIGHTS_MAX", "SC_EXPR_NEST_MAX", "SC_BC_BASE_MAX", "SC_BC_SCALE_MAX", "SC_BC_STRING_MAX", "SC_BC_DIM_MAX":
		switch name {
		case "SC_COLL_WEIGHTS_MAX":
			return 255, true
		case "SC_EXPR_NEST_MAX":
			return 32, true
		case "SC_LINE_MAX":
			return 2048, true
		case "SC_BC_STRING_MAX":
			return 1000, true
		case "SC_BC_DIM_MAX":
			return 2048, true
		}
		return 99, true
	case "SC_VERSION", "SC_2_VERSION", "SC_THREADS", "SC_TIMERS", "SC_SEMAPHORES", "SC_MAPPED_FILES", "SC_FSYNC", "SC_REALTIME_SIGNALS",
		"SC_ASYNCHRONOUS_IO", "SC_SHARED_MEMORY_OBJECTS", "SC_MESSAGE_PASSING", "SC_MEMLOCK", "SC_MEMLOCK_RANGE", "SC_MEMORY_PROTECTION",
		"SC_PRIORITY_SCHEDULING", "SC_SYNCHRONIZED_IO", "SC_2_C_BIND", "SC_2_C_DEV", "SC_2_SW_DEV", "SC_2_LOCALEDEF", "SC_2_C_VERSION",
		"SC_THREAD_SAFE_FUNCTIONS", "SC_THREAD_ATTR_STACKADDR", "SC_THREAD_ATTR_STACKSIZE", "SC_THREAD_PRIORITY_SCHEDULING",
		"SC_THREAD_PRIO_INHERIT", "SC_THREAD_PRIO_PROTECT", "SC_THREAD_PROCESS_SHARED", "SC_MONOTONIC_CLOCK":
		return 200809, true
	case "SC_JOB_CONTROL", "SC_SAVED_IDS", "SC_XOPEN_CRYPT", "SC_XOPEN_ENH_I18N", "SC_XOPEN_LEGACY", "SC_XOPEN_REALTIME",
		"SC_XOPEN_REALTIME_THREADS", "SC_XOPEN_SHM", "SC_XOPEN_UNIX", "SC_XOPEN_XPG2", "SC_XOPEN_XPG3", "SC_XOPEN_XPG4", "SC_LP64_OFF64", "SC_V7_LP64_OFF64",
		"SC_XBS5_LP64_OFF64", "SC_V6_LP64_OFF64":
		return 1, true
	case "SC_XOPEN_VERSION", "SC_XOPEN_XCU_VERSION":
		if name == "SC_XOPEN_XCU_VERSION" {
			return 4, true
		}
		return 700, true
	case "SC_RTSIG_MAX":
		return 32, true
	case "SC_SEM_VALUE_MAX", "SC_INT_MAX":
		return 2147483647, true
	case "SC_INT_MIN":
		return -2147483648, true
	case "SC_UINT_MAX":
		return 4294967295, true
	case "SC_LONG_BIT":
		return 64, true
	case "SC_WORD_BIT":
		return 32, true
	case "SC_CHAR_BIT":
		return 8, true
	case "SC_CHAR_MAX", "SC_SCHAR_MAX":
		return 127, true
	case "SC_CHAR_MIN", "SC_SCHAR_MIN":
		return -128, true
	case "SC_UCHAR_MAX":
		return 255, true
	case "SC_SHRT_MAX":
		return 32767, true
	case "SC_SHRT_MIN":
		return -32768, true
	case "SC_USHRT_MAX":
		return 65535, true
	case "SC_SSIZE_MAX", "SC_NL_SETMAX", "SC_NL_MSGMAX", "SC_NL_TEXTMAX":
		if name == "SC_SSIZE_MAX" {
			return 32767, true
		}
		return 2147483647, true
	case "SC_NL_ARGMAX":
		return 4096, true
	case "SC_NL_LANGMAX":
		return 2048, true
	case "SC_NZERO":
		return 20, true
	case "SC_MB_LEN_MAX":
		return 16, true
	case "SC_TZNAME_MAX":
		return -1, true
	case "SC_PASS_MAX":
		return 8192, true
	case "SC_ATEXIT_MAX":
		return 2147483647, true
	case "SC_DELAYTIMER_MAX":
		return 2147483647, true
	case "SC_AIO_PRIO_DELTA_MAX":
		return 20, true
	case "SC_GETGR_R_SIZE_MAX", "SC_GETPW_R_SIZE_MAX":
		return 1024, true
	case "SC_THREAD_KEYS_MAX":
		return 1024, true
	case "SC_THREAD_DESTRUCTOR_ITERATIONS":
		return 4, true
	case "SC_THREAD_STACK_MIN":
		return 16384, true
	case "SC_MINSIGSTKSZ":
		return 2048, true
	case "SC_UIO_MAXIOV", "SC_T_IOV_MAX":
		return 1024, true
	}
	return -1, true
}

// pathconf answers for a path or descriptor.
func pathconf(name string) int64 {
	switch name {
	case "PC_LINK_MAX":
		return 127
	case "PC_MAX_CANON", "PC_MAX_INPUT", "PC_NAME_MAX":
		return 255
	case "PC_PATH_MAX", "PC_PIPE_BUF", "PC_REC_MIN_XFER_SIZE", "PC_REC_XFER_ALIGN", "PC_ALLOC_SIZE_MIN":
		return 4096
	case "PC_CHOWN_RESTRICTED", "PC_NO_TRUNC":
		return 1
	case "PC_VDISABLE":
		return 0
	case "PC_FILESIZEBITS":
		return 64
	}
	return -1
}

func systemMethods() []objects.FuncDef {
	return []objects.FuncDef{
		fn("uname", "", "What the system and the machine are called, and their versions.", func(t *thread, a []value) (value, error) {
			var u unix.Utsname
			if err := unix.Uname(&u); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.NewStructSeq(unameResult, 5, native.FSDecode(cString(u.Sysname[:])), native.FSDecode(cString(u.Nodename[:])),
				native.FSDecode(cString(u.Release[:])), native.FSDecode(cString(u.Version[:])), native.FSDecode(cString(u.Machine[:]))), nil
		}),
		fn("cpu_count", "", "How many processors there are for this process, hardware threads counted one by one.", func(t *thread, a []value) (value, error) {
			n, _ := sysconf("SC_NPROCESSORS_ONLN")
			return num(n), nil
		}),
		onFD("urandom", "size, /", "Take size bytes from the kernel's random source. They are fit for keys and passwords.", func(t *thread, n int, a []value) (value, error) {
			if n < 0 {
				return value{}, objects.ValueErrorf("negative argument not allowed")
			}
			return random(t, n, 0, true)
		}),
		fn("getrandom", "size, flags=0", "Like urandom(), but with flags of the system call, and perhaps with fewer bytes than size.", func(t *thread, a []value) (value, error) {
			n, err := objects.IndexInt(t, a[0], &objects.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			flags, err := native.IntOr(t, a[1], 0)
			if err != nil {
				return value{}, err
			}
			if n < 0 {
				return value{}, native.OSError(unix.EINVAL, value{})
			}
			return random(t, n, flags, false)
		}),
		onFD("strerror", "code, /", "An error number of the system in words.", func(t *thread, n int, a []value) (value, error) {
			return str(native.Strerror(unix.Errno(n))), nil
		}),
		fn("times", "", "How many seconds of processor time this process and its finished children took, and the time on a clock that only goes forward.", func(t *thread, a []value) (value, error) {
			var u, c unix.Rusage
			if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
				return value{}, native.OSError(err, value{})
			}
			_ = unix.Getrusage(unix.RUSAGE_CHILDREN, &c)
			// The resolution of times() is a clock tick.
			tick := func(v unix.Timeval) value {
				return flt(float64((v.Sec*1e6+v.Usec)/(1e6/clockTicks)) / clockTicks)
			}
			var ts unix.Timespec
			_ = unix.ClockGettime(unix.CLOCK_MONOTONIC, &ts)
			return objects.NewStructSeq(timesResult, 5, tick(u.Utime), tick(u.Stime), tick(c.Utime), tick(c.Stime),
				flt(float64(ts.Nano()/int64(time.Second/clockTicks))/clockTicks)), nil
		}),
		fn("getloadavg", "", "How many threads were running or ready to run, on average over 1, 5 and 15 minutes.", func(t *thread, a []value) (value, error) {
			b, err := os.ReadFile("/proc/loadavg")
			f := strings.Fields(string(b))
			if err != nil || len(f) < 3 {
				return value{}, objects.Errorf(&objects.OSErrorType, "Load averages are unobtainable")
			}
			var vs [3]value
			for i := range vs {
				x, _ := strconv.ParseFloat(f[i], 64)
				vs[i] = flt(x)
			}
			return native.Tuple(vs[:]...), nil
		}),
		fn("sysconf", "name, /", "A limit or property of the system, by a name of sysconf_names or its number; -1 where it has none.", func(t *thread, a []value) (value, error) {
			id, err := confName(t, a[0], sysconfNames[:])
			if err != nil {
				return value{}, err
			}
			name := nameOf(sysconfNames[:], id)
			if name == "" {
				return value{}, native.OSError(unix.EINVAL, value{})
			}
			n, _ := sysconf(name)
			return num(n), nil
		}),
		fn("confstr", "name, /", "A text that the system is configured to, by a name of confstr_names or its number.", func(t *thread, a []value) (value, error) {
			id, err := confName(t, a[0], confstrNames[:])
			if err != nil {
				return value{}, err
			}
			switch nameOf(confstrNames[:], id) {
			case "":
				return value{}, native.OSError(unix.EINVAL, value{})
			case "CS_PATH":
				return str("/bin:/usr/bin"), nil
			case "CS_GNU_LIBC_VERSION":
				// Tools tell by it which C library the system has.
				return str("glibc 2.36"), nil
			case "CS_GNU_LIBPTHREAD_VERSION":
				return str("NPTL 2.36"), nil
			}
			return str(""), nil
		}),
		fn("pathconf", "path, name", "A limit that applies to a path, by a name of pathconf_names or its number.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "pathconf", "path", true, false)
			if err != nil {
				return value{}, err
			}
			id, err := confName(t, a[1], pathconfNames[:])
			if err != nil {
				return value{}, err
			}
			var st unix.Stat_t
			if _, err := call(t, &p, func() error {
				if p.FD >= 0 {
					return unix.Fstat(p.FD, &st)
				}
				return unix.Stat(p.Path, &st)
			}); err != nil {
				return value{}, err
			}
			return num(pathconf(nameOf(pathconfNames[:], id))), nil
		}),
		onFD("fpathconf", "fd, name, /", "Like pathconf(), for an open file.", func(t *thread, fd int, a []value) (value, error) {
			id, err := confName(t, a[1], pathconfNames[:])
			if err != nil {
				return value{}, err
			}
			var st unix.Stat_t
			if _, err := simple(t, func() error { return unix.Fstat(fd, &st) }); err != nil {
				return value{}, err
			}
			return num(pathconf(nameOf(pathconfNames[:], id))), nil
		}),
		fn("_inputhook", "", "Do nothing, since there is no hook for waiting at the prompt.", func(t *thread, a []value) (value, error) { return objects.None, nil }),
		fn("_is_inputhook_installed", "", "Always False.", func(t *thread, a []value) (value, error) { return objects.False, nil }),
	}
}

// random asks the kernel for bytes; all says that the call is repeated until they are complete.
func random(t *thread, n, flags int, all bool) (value, error) {
	if err := objects.CheckSize(n, 1); err != nil {
		return value{}, err
	}
	b := make([]byte, n)
	got := 0
	for got < n {
		k := 0
		if _, err := simple(t, func() (err error) {
			k, err = unix.Getrandom(b[got:], flags)
			return err
		}); err != nil {
			return value{}, err
		}
		got += k
		if !all {
			break
		}
	}
	return objects.NewBytes(b[:got]), nil
}
