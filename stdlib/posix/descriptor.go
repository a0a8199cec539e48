package posix

import (
	"encoding/binary"
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

func inheritable(fd int) (bool, error) {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return flags&unix.FD_CLOEXEC == 0, err
}

func setInheritable(fd int, on bool) error {
	flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	if err != nil {
		return err
	}
	want := flags | unix.FD_CLOEXEC
	if on {
		want = flags &^ unix.FD_CLOEXEC
	}
	if want == flags {
		return nil
	}
	_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, want)
	return err
}

// pipe is pipe() and pipe2().
func pipe(flags int) (value, error) {
	var p [2]int
	if err := unix.Pipe2(p[:], flags); err != nil {
		return value{}, native.OSError(err, value{})
	}
	return native.Tuple(count(p[0]), count(p[1])), nil
}

// ttyName is the path of the terminal behind a descriptor.
func ttyName(fd int) (string, error) {
	if _, err := unix.IoctlGetTermios(fd, unix.TCGETS); err != nil {
		return "", err
	}
	name, err := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd))
	if err != nil {
		return "", unix.ENODEV
	}
	return name, nil
}

func descriptorMethods() []objects.FuncDef {
	return []objects.FuncDef{
		onFD("dup", "fd, /", "Make another descriptor for the same open file. Child processes do not inherit it.", func(t *thread, fd int, a []value) (value, error) {
			return counted(t, func() (int, error) { return unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0) })
		}),
		onFD("dup2", "fd, fd2, inheritable=True", "Make fd2 stand for the same open file as fd, closing what it was before, and return it. Child processes get it unless inheritable is false.", func(t *thread, fd int, a []value) (value, error) {
			fd2, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			inherit, err := native.Bool(t, a[2], true)
			if err != nil {
				return value{}, err
			}
			if fd < 0 || fd2 < 0 {
				return value{}, native.OSError(unix.EBADF, value{})
			}
			flags := unix.O_CLOEXEC
			if inherit {
				flags = 0
			}
			if _, err := simple(t, func() error {
				if fd == fd2 {
					if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
						return err
					}
					return setInheritable(fd, inherit)
				}
				return unix.Dup3(fd, fd2, flags)
			}); err != nil {
				return value{}, err
			}
			return count(fd2), nil
		}),
		fn("pipe", "", "Open a pipe. The result is a pair of descriptors: one to read from, one to write to. Child processes inherit neither.", func(t *thread, a []value) (value, error) { return pipe(unix.O_CLOEXEC) }),
		fn("pipe2", "flags, /", "Like pipe(), but both ends begin with the flags given, such as O_NONBLOCK.", func(t *thread, a []value) (value, error) {
			flags, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			return pipe(flags)
		}),
		onFD("isatty", "fd, /", "Whether a terminal is behind fd.", func(t *thread, fd int, a []value) (value, error) {
			_, err := unix.IoctlGetTermios(fd, unix.TCGETS)
			return objects.Bool(err == nil), nil
		}),
		onFD("ttyname", "fd, /", "Look up the path of the terminal behind fd, /dev/pts/0 for example.", func(t *thread, fd int, a []value) (value, error) {
			name, err := ttyName(fd)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return native.FSDecode(name), nil
		}),
		fn("ctermid", "", "The path by which a process reaches its own terminal, /dev/tty.", func(t *thread, a []value) (value, error) {
			return str("/dev/tty"), nil
		}),
		onFD("device_encoding", "fd", "How text on the terminal behind fd is encoded; None where fd is no terminal.", func(t *thread, fd int, a []value) (value, error) {
			if _, err := unix.IoctlGetTermios(fd, unix.TCGETS); err != nil {
				return objects.None, nil
			}
			return str("utf-8"), nil
		}),
		onFD("get_inheritable", "fd, /", "Whether child processes get fd too.", func(t *thread, fd int, a []value) (value, error) {
			on, err := inheritable(fd)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.Bool(on), nil
		}),
		onFD("set_inheritable", "fd, inheritable, /", "Decide whether child processes get fd too.", func(t *thread, fd int, a []value) (value, error) {
			on, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return setInheritable(fd, on != 0) })
		}),
		onFD("get_blocking", "fd, /", "False where O_NONBLOCK is set on fd, so that reading and writing fail rather than wait.", func(t *thread, fd int, a []value) (value, error) {
			flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.Bool(flags&unix.O_NONBLOCK == 0), nil
		}),
		onFD("set_blocking", "fd, blocking, /", "Clear O_NONBLOCK on fd, or set it where blocking is false.", func(t *thread, fd int, a []value) (value, error) {
			on, err := objects.Truth(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.SetNonblock(fd, !on) })
		}),
		onFD("tcgetpgrp", "fd, /", "Which process group has the terminal behind fd in the foreground.", func(t *thread, fd int, a []value) (value, error) {
			return counted(t, func() (int, error) { return unix.IoctlGetInt(fd, unix.TIOCGPGRP) })
		}),
		onFD("tcsetpgrp", "fd, pgid, /", "Bring the process group pgid to the foreground of the terminal behind fd.", func(t *thread, fd int, a []value) (value, error) {
			pgid, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.IoctlSetPointerInt(fd, unix.TIOCSPGRP, pgid) })
		}),
		fn("get_terminal_size", "fd=?, /", "Ask the terminal behind fd, by default that of standard output, how many columns and lines it shows.", func(t *thread, a []value) (value, error) {
			fd, err := native.IntOr(t, a[0], 1)
			if err != nil {
				return value{}, err
			}
			w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.NewStructSeq(terminalSize, 2, count(int(w.Col)), count(int(w.Row))), nil
		}),
		fn("openpty", "", "Open a new pseudo-terminal. The result is the pair of its descriptors, master and slave.", func(t *thread, a []value) (value, error) {
			master, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			slave, err := openSlave(master)
			if err != nil {
				_ = unix.Close(master)
				return value{}, native.OSError(err, value{})
			}
			return native.Tuple(count(master), count(slave)), nil
		}),
		onFD("posix_openpt", "oflag, /", "Open the master of a new pseudo-terminal and return its descriptor. oflag is what open() takes as flags.", func(t *thread, flags int, a []value) (value, error) {
			return counted(t, func() (int, error) { return unix.Open("/dev/ptmx", flags|unix.O_CLOEXEC, 0) })
		}),
		onFD("grantpt", "fd, /", "Check that fd is the master of a pseudo-terminal. Linux has given its slave to the right user already.", func(t *thread, fd int, a []value) (value, error) {
			return simple(t, func() error { _, err := unix.IoctlGetInt(fd, unix.TIOCGPTN); return err })
		}),
		onFD("unlockpt", "fd, /", "Allow the slave to be opened whose master is fd.", func(t *thread, fd int, a []value) (value, error) {
			return simple(t, func() error { return unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0) })
		}),
		onFD("ptsname", "fd, /", "Where the slave is found whose master is fd: /dev/pts/3 for example.", func(t *thread, fd int, a []value) (value, error) {
			n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return str("/dev/pts/" + strconv.Itoa(n)), nil
		}),
		onFD("login_tty", "fd, /", "Begin a session on the terminal fd, which becomes standard input, output and error of this process.", func(t *thread, fd int, a []value) (value, error) {
			return simple(t, func() error {
				if _, err := unix.Setsid(); err != nil {
					return err
				}
				if err := unix.IoctlSetInt(fd, unix.TIOCSCTTY, 0); err != nil {
					return err
				}
				for i := range 3 {
					if err := unix.Dup3(fd, i, 0); err != nil && fd != i {
						return err
					}
				}
				if fd > 2 {
					return unix.Close(fd)
				}
				return nil
			})
		}),
		fn("eventfd", "initval, flags=524288", "Make a counter in the kernel that processes can wait for, with initval in it, and return its descriptor.", func(t *thread, a []value) (value, error) {
			n, err := native.Int64(t, a[0])
			if err != nil {
				return value{}, err
			}
			flags, err := native.IntOr(t, a[1], unix.EFD_CLOEXEC)
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.Eventfd(uint(n), flags) })
		}),
		onFD("eventfd_read", "fd", "Take what is in the counter fd, which leaves 0. With EFD_SEMAPHORE, 1 is taken and the rest left.", func(t *thread, fd int, a []value) (value, error) {
			var b [8]byte
			if _, err := simple(t, func() error { _, err := unix.Read(fd, b[:]); return err }); err != nil {
				return value{}, err
			}
			return objects.Uint64Value(binary.NativeEndian.Uint64(b[:])), nil
		}),
		onFD("eventfd_write", "fd, value", "Add value to the counter fd.", func(t *thread, fd int, a []value) (value, error) {
			n, ok := objects.Uint64Of(a[1])
			if !ok {
				return value{}, objects.OverflowErrorf("int too big to convert")
			}
			var b [8]byte
			binary.NativeEndian.PutUint64(b[:], n)
			return simple(t, func() error { _, err := unix.Write(fd, b[:]); return err })
		}),
		onFD("timerfd_create", "clockid, /, *, flags=524288", "Make a timer that goes by the clock clockid, and return its descriptor, on which its expirations can be waited for.", func(t *thread, clock int, a []value) (value, error) {
			flags, err := native.IntOr(t, a[1], unix.TFD_CLOEXEC)
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.TimerfdCreate(clock, flags) })
		}),
		timerfdSettime("timerfd_settime", false), timerfdSettime("timerfd_settime_ns", true),
		timerfdGettime("timerfd_gettime", false), timerfdGettime("timerfd_gettime_ns", true),
	}
}

// openSlave opens the other end of a pseudo-terminal.
func openSlave(master int) (int, error) {
	n, err := unix.IoctlGetInt(master, unix.TIOCGPTN)
	if err != nil {
		return -1, err
	}
	if err := unix.IoctlSetPointerInt(master, unix.TIOCSPTLCK, 0); err != nil {
		return -1, err
	}
	return unix.Open("/dev/pts/"+strconv.Itoa(n), unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
}

func timerSpec(t *thread, v value, ns bool) (unix.Timespec, error) {
	if v.IsZero() {
		return unix.Timespec{}, nil
	}
	if ns {
		n, err := native.Int64(t, v)
		return unix.NsecToTimespec(n), err
	}
	f, err := native.Float(t, v)
	return unix.NsecToTimespec(int64(f * float64(time.Second))), err
}

func timerPair(s *unix.ItimerSpec, ns bool) value {
	f := func(ts unix.Timespec) value {
		if ns {
			return num(ts.Nano())
		}
		return flt(float64(ts.Nano()) / 1e9)
	}
	return native.Tuple(f(s.Value), f(s.Interval))
}

func timerfdSettime(name string, ns bool) objects.FuncDef {
	sig := "fd, /, *, flags=0, initial=0.0, interval=0.0"
	if ns {
		sig = "fd, /, *, flags=0, initial=0, interval=0"
	}
	return onFD(name, sig, "Start the timer fd: it expires after the time initial, and from then on every interval. An initial of 0 stops it. The result is the pair of both times as they were.", func(t *thread, fd int, a []value) (value, error) {
		flags, err := native.IntOr(t, a[1], 0)
		if err != nil {
			return value{}, err
		}
		var s, old unix.ItimerSpec
		if s.Value, err = timerSpec(t, a[2], ns); err != nil {
			return value{}, err
		}
		if s.Interval, err = timerSpec(t, a[3], ns); err != nil {
			return value{}, err
		}
		if _, err := simple(t, func() error { return unix.TimerfdSettime(fd, flags, &s, &old) }); err != nil {
			return value{}, err
		}
		return timerPair(&old, ns), nil
	})
}

func timerfdGettime(name string, ns bool) objects.FuncDef {
	return onFD(name, "fd, /", "The pair of the time that is left to the timer fd and its interval.", func(t *thread, fd int, a []value) (value, error) {
		var s unix.ItimerSpec
		if _, err := simple(t, func() error { return unix.TimerfdGettime(fd, &s) }); err != nil {
			return value{}, err
		}
		return timerPair(&s, ns), nil
	})
}
