package posix

import (
	"os"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/io"
	"github.com/adder-lang/adder/stdlib/signal"
)

// waitCall runs a wait of the system so that a signal can end it: on the main thread it asks without blocking and sleeps
// in between until a signal or a short time has passed.
func waitCall(t *thread, options int, f func(options int) (pid int, err error)) (int, error) {
	if t != interp.S.Main || options&unix.WNOHANG != 0 {
		pid := 0
		err := native.Call(t, func() (err error) {
			pid, err = f(options)
			return err
		})
		return pid, err
	}
	// SIGCHLD would wake us at once, but belongs to the program: wait on another goroutine and listen for signals here.
	type result struct {
		pid int
		err error
	}
	done := make(chan result, 1)
	pid, err := f(options | unix.WNOHANG)
	if err == unix.EINTR {
		err = nil
	}
	if err != nil || pid != 0 {
		return pid, err
	}
	pause := 200 * time.Microsecond
	for {
		objects.H.Blocking(t, func() {
			select {
			case <-interp.WakeChan():
			case <-time.After(pause):
			}
			p, e := f(options | unix.WNOHANG)
			done <- result{p, e}
		})
		r := <-done
		if r.err == unix.EINTR {
			r.err = nil
		}
		if r.err != nil || r.pid != 0 {
			return r.pid, r.err
		}
		if err := interp.CheckSignals(t); err != nil {
			return 0, err
		}
		pause = min(pause*3/2, 20*time.Millisecond)
	}
}

// A child that cannot run its program reports that and exits; here the child is gone by then, as Go waits for it. Its
// exit status stays here under a number that no process has, until the parent asks for it.
//
// Concurrency: under the global lock.
var failed struct {
	last     int
	statuses map[int]int
}

// maxPID is above every process id of Linux (PID_MAX_LIMIT).
const maxPID = 4 << 20

// Failed notes the wait status of a child that never ran and returns its number.
func Failed(status int) int {
	if failed.statuses == nil {
		failed.statuses = map[int]int{}
	}
	failed.last++
	pid := maxPID + failed.last
	failed.statuses[pid] = status
	return pid
}

func takeFailed(pid int) (status int, ok bool) {
	status, ok = failed.statuses[pid]
	delete(failed.statuses, pid)
	return status, ok
}

func status(n int) unix.WaitStatus { return unix.WaitStatus(uint32(n)) }

// statusTest declares WIFEXITED and its like.
func statusTest(name, doc string, f func(w unix.WaitStatus) value) objects.FuncDef {
	return onFD(name, "status", doc, func(t *thread, n int, a []value) (value, error) { return f(status(n)), nil })
}

func rusageValue(u *unix.Rusage) ([]value, bool) {
	tv := func(v unix.Timeval) value { return flt(float64(v.Sec) + float64(v.Usec)/1e6) }
	return []value{tv(u.Utime), tv(u.Stime), num(u.Maxrss), num(u.Ixrss), num(u.Idrss), num(u.Isrss), num(u.Minflt), num(u.Majflt),
		num(u.Nswap), num(u.Inblock), num(u.Oublock), num(u.Msgsnd), num(u.Msgrcv), num(u.Nsignals), num(u.Nvcsw), num(u.Nivcsw)}, true
}

// rusage makes a resource.struct_rusage through the module resource.
func rusage(t *thread, u *unix.Rusage) (value, error) {
	m, err := interp.ImportModule(t, "resource")
	if err != nil {
		return value{}, err
	}
	cls, err := objects.GetAttrString(t, m, "struct_rusage")
	if err != nil {
		return value{}, err
	}
	vs, _ := rusageValue(u)
	return objects.Call1(t, cls, native.Tuple(vs...))
}

// wait4 is wait3() and wait4().
func wait4(t *thread, pid, options int) (value, error) {
	var ws unix.WaitStatus
	var u unix.Rusage
	got, err := waitCall(t, options, func(o int) (int, error) { return unix.Wait4(pid, &ws, o, &u) })
	if err != nil {
		return value{}, native.OSError(err, value{})
	}
	r, err := rusage(t, &u)
	if err != nil {
		return value{}, err
	}
	return native.Tuple(count(got), num(int64(ws)), r), nil
}

func processMethods() []objects.FuncDef {
	return []objects.FuncDef{
		fn("_exit", "status", "End the process at once, with status as its exit code: no finaliser runs and no file is flushed.", func(t *thread, a []value) (value, error) {
			n, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			os.Exit(n & 0xFF)
			return objects.None, nil
		}),
		fn("abort", "", "Kill this process by SIGABRT, with nothing tidied up.", func(t *thread, a []value) (value, error) {
			signal.Fatal(int(unix.SIGABRT))
			return objects.None, nil
		}),
		fn("kill", "pid, signal, /", "Send a signal to a process. With the number 0, only see whether that would be possible.", func(t *thread, a []value) (value, error) {
			pid, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			sig, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			if pid == unix.Getpid() && sig > 0 {
				done, err := signal.Send(t, sig)
				if err != nil || done {
					return objects.None, err
				}
			}
			if err := unix.Kill(pid, syscall.Signal(sig)); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.None, interp.CheckSignals(t)
		}),
		fn("killpg", "pgid, signal, /", "Send a signal to every process of a group.", func(t *thread, a []value) (value, error) {
			pid, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			sig, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Kill(-pid, syscall.Signal(sig)) })
		}),
		fn("waitpid", "pid, options, /", "Wait for the child pid, -1 being any, to end. The result is its number and its wait status, or 0 and 0 where options has WNOHANG and none has ended.", func(t *thread, a []value) (value, error) {
			pid, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			options, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			if status, ok := takeFailed(pid); ok {
				return native.Tuple(count(pid), count(status)), nil
			}
			var ws unix.WaitStatus
			got, err := waitCall(t, options, func(o int) (int, error) { return unix.Wait4(pid, &ws, o, nil) })
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return native.Tuple(count(got), num(int64(ws))), nil
		}),
		fn("wait", "", "Wait for any child to end. The result is its number and its wait status.", func(t *thread, a []value) (value, error) {
			var ws unix.WaitStatus
			got, err := waitCall(t, 0, func(o int) (int, error) { return unix.Wait4(-1, &ws, o, nil) })
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return native.Tuple(count(got), num(int64(ws))), nil
		}),
		onFD("wait3", "options", "Like waitpid() for any child, with what the child used of the system as a third item.", func(t *thread, options int, a []value) (value, error) {
			return wait4(t, -1, options)
		}),
		onFD("wait4", "pid, options", "Like waitpid(), with what the child used of the system as a third item.", func(t *thread, pid int, a []value) (value, error) {
			options, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return wait4(t, pid, options)
		}),
		onFD("waitid", "idtype, id, options, /", "Wait for something to happen to the children that idtype and id select. Which events count is in options; with WNOHANG the result may be None.", func(t *thread, kind int, a []value) (value, error) {
			id, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			options, err := native.Int(t, a[2])
			if err != nil {
				return value{}, err
			}
			var info siginfo
			_, err = waitCall(t, options, func(o int) (int, error) {
				info = siginfo{}
				if err := waitid(kind, id, &info, o); err != nil {
					return 0, err
				}
				return int(info.pid), nil
			})
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			if info.pid == 0 {
				return objects.None, nil
			}
			return objects.NewStructSeq(waitidResult, 5, num(int64(info.pid)), num(int64(info.uid)), num(int64(info.signo)),
				num(int64(info.status)), num(int64(info.code))), nil
		}),
		fn("waitstatus_to_exitcode", "status", "Read a wait status: the exit code, or the negative number of the signal that killed the process.", func(t *thread, a []value) (value, error) {
			n, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			switch w := status(n); {
			case w.Exited():
				return count(w.ExitStatus()), nil
			case w.Signaled():
				return count(-int(w.Signal())), nil
			case w.Stopped():
				return value{}, objects.ValueErrorf("process stopped by delivery of signal %d", int(w.StopSignal()))
			}
			return value{}, objects.ValueErrorf("invalid wait status: %d", n)
		}),
		statusTest("WIFEXITED", "Whether a wait status is that of a process which ended by itself.", func(w unix.WaitStatus) value { return objects.Bool(w.Exited()) }),
		statusTest("WIFSIGNALED", "Whether a wait status is that of a process which a signal killed.", func(w unix.WaitStatus) value { return objects.Bool(w.Signaled()) }),
		statusTest("WIFSTOPPED", "Whether a wait status says that the process was stopped and may go on.", func(w unix.WaitStatus) value { return objects.Bool(w.Stopped()) }),
		statusTest("WIFCONTINUED", "Whether a wait status says that the process went on after a stop.", func(w unix.WaitStatus) value { return objects.Bool(w.Continued()) }),
		statusTest("WEXITSTATUS", "The exit code within a wait status, where WIFEXITED() is true.", func(w unix.WaitStatus) value { return count(int(w) >> 8 & 0xFF) }),
		statusTest("WTERMSIG", "The signal within a wait status, where WIFSIGNALED() is true.", func(w unix.WaitStatus) value { return count(int(w) & 0x7F) }),
		statusTest("WSTOPSIG", "The signal within a wait status, where WIFSTOPPED() is true.", func(w unix.WaitStatus) value { return count(int(w) >> 8 & 0xFF) }),
		onFD("WCOREDUMP", "status, /", "Whether a wait status says that the process left an image of its memory.", func(t *thread, n int, a []value) (value, error) {
			return objects.Bool(n&0x80 != 0), nil
		}),
		fn("execv", "path, argv, /", "Go on as another program, in the same process. argv is the list of its arguments, of which the first is its name.", func(t *thread, a []value) (value, error) {
			return execute(t, a[0], a[1], value{}, "execv")
		}),
		fn("execve", "path, argv, env", "Like execv(), with the environment that the mapping env says.", func(t *thread, a []value) (value, error) {
			return execute(t, a[0], a[1], a[2], "execve")
		}),
		fn("posix_spawn", spawnSig, "Start a program as a child of this process and return its number. The environment is that of env, or of this process where env is None.", func(t *thread, a []value) (value, error) {
			return spawn(t, a, "posix_spawn", false)
		}),
		fn("posix_spawnp", spawnSig, "Like posix_spawn(), but look along PATH for a name without a slash.", func(t *thread, a []value) (value, error) {
			return spawn(t, a, "posix_spawnp", true)
		}),
		fn("system", "command", "Have the shell run a command, wait for it and return its wait status.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "system", "command", false, false)
			if err != nil {
				return value{}, err
			}
			observe(t)
			pid := 0
			err = signal.Inherited().Start(func() (err error) {
				pid, err = syscall.ForkExec("/bin/sh", []string{"sh", "-c", p.Path}, &syscall.ProcAttr{Env: Environ(), Files: []uintptr{0, 1, 2}})
				return err
			})
			if err != nil {
				return count(127 << 8), nil
			}
			var ws unix.WaitStatus
			if err := native.Call(t, func() error { _, err := unix.Wait4(pid, &ws, 0, nil); return err }); err != nil {
				return count(-1), nil
			}
			return num(int64(ws)), nil
		}),
		fn("register_at_fork", "*, before=?, after_in_child=?, after_in_parent=?", "Take functions to be called before and after a fork(). There is none here, so that they are not kept.", func(t *thread, a []value) (value, error) {
			given := false
			for _, f := range a {
				given = given || !f.IsZero()
			}
			if !given {
				return value{}, objects.TypeErrorf("At least one argument is required.")
			}
			for i, name := range [...]string{"before", "after_in_child", "after_in_parent"} {
				if f := a[i]; !f.IsZero() && !objects.Callable(f) {
					return value{}, objects.TypeErrorf("'%s' must be callable, not %s", name, objects.TypeOf(f))
				}
			}
			return objects.None, nil
		}),
		fn("pidfd_open", "pid, flags=0", "Open a descriptor that stands for the process pid, even when another process gets that number later.", func(t *thread, a []value) (value, error) {
			pid, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			flags, err := native.IntOr(t, a[1], 0)
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.PidfdOpen(pid, flags) })
		}),
		fn("putenv", "name, value, /", "Set an environment variable for the child processes to come. os.environ does not notice.", func(t *thread, a []value) (value, error) {
			k, v, err := envPair(t, a)
			if err != nil {
				return value{}, err
			}
			if strings.Contains(k, "=") || k == "" {
				return value{}, objects.ValueErrorf("illegal environment variable name")
			}
			if err := os.Setenv(k, v); err != nil {
				return value{}, native.OSError(unix.EINVAL, value{})
			}
			return objects.None, nil
		}),
		fn("unsetenv", "name, /", "Drop an environment variable for the child processes to come. os.environ does not notice.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "", "", false, false)
			if err != nil {
				return value{}, err
			}
			if p.Path == "" || strings.Contains(p.Path, "=") {
				return value{}, native.OSError(unix.EINVAL, value{})
			}
			_ = os.Unsetenv(p.Path)
			return objects.None, nil
		}),
		fn("unshare", "flags", "Stop sharing with other processes what the CLONE_ constants in flags name.", func(t *thread, a []value) (value, error) {
			n, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Unshare(n) })
		}),
		fn("setns", "fd, nstype=0", "Join the namespaces that fd stands for. nstype restricts them to a kind, unless it is 0.", func(t *thread, a []value) (value, error) {
			fd, err := native.FileDescriptor(t, a[0])
			if err != nil {
				return value{}, err
			}
			n, err := native.IntOr(t, a[1], 0)
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Setns(fd, n) })
		}),
	}
}

func envPair(t *thread, a []value) (k, v string, err error) {
	p, err := native.Path(t, a[0], "", "", false, false)
	if err != nil {
		return "", "", err
	}
	q, err := native.Path(t, a[1], "", "", false, false)
	return p.Path, q.Path, err
}

// Environ is the environment of the process as os.putenv left it.
func Environ() []string { return os.Environ() }

// Strings converts a sequence of paths such as argv.
func Strings(t *thread, v value, fn, arg string) ([]string, error) {
	_, isList := objects.ListOf(v)
	_, isTuple := objects.TupleOf(v)
	if !isList && !isTuple {
		return nil, objects.TypeErrorf("%s: %s must be a tuple or list", fn, arg)
	}
	var list []string
	err := objects.Each(t, v, func(x value) error {
		p, err := native.Path(t, x, "", "", false, false)
		list = append(list, p.Path)
		return err
	})
	return list, err
}

// environment converts a mapping to "name=value" strings.
func environment(t *thread, v value) ([]string, error) {
	keys, err := objects.CallMethod(t, v, objects.Intern("keys"))
	if err != nil {
		return nil, err
	}
	var env []string
	err = objects.Each(t, keys, func(k value) error {
		x, err := objects.GetItem(t, v, k)
		if err != nil {
			return err
		}
		name, val, err := envPair(t, []value{k, x})
		if err != nil {
			return err
		}
		if name == "" || strings.Contains(name, "=") {
			return objects.ValueErrorf("illegal environment variable name")
		}
		env = append(env, name+"="+val)
		return nil
	})
	return env, err
}

func execute(t *thread, path, argv, env value, name string) (value, error) {
	p, err := native.Path(t, path, name, "path", name == "execve", false)
	if err != nil {
		return value{}, err
	}
	args, err := Strings(t, argv, name, "argv")
	if err != nil {
		return value{}, objects.TypeErrorf("%s() arg 2 must be a tuple or list", name)
	}
	if len(args) == 0 {
		return value{}, objects.ValueErrorf("%s() arg 2 must not be empty", name)
	}
	if args[0] == "" {
		return value{}, objects.ValueErrorf("%s() arg 2 first element cannot be empty", name)
	}
	vars := Environ()
	if !env.IsZero() {
		if objects.TypeOf(env).GetItem == nil {
			return value{}, objects.TypeErrorf("execve: environment must be a mapping object")
		}
		if vars, err = environment(t, env); err != nil {
			return value{}, err
		}
	}
	file := p.Path
	if p.FD >= 0 {
		file = "/proc/self/fd/" + count2(p.FD)
	}
	io.FlushPending(t)
	err = signal.Inherited().Start(func() error { return syscall.Exec(file, args, vars) })
	return value{}, native.OSError(err, p.Value)
}
