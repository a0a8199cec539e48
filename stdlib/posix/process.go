package posix

import (
	"os"
	"runtime"
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
		fn("_exit", "status", "Exit to the system with specified status, without normal exit processing.", func(t *thread, a []value) (value, error) {
			n, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			os.Exit(n & 0xFF)
			return objects.None, nil
		}),
		fn("abort", "", "Abort the interpreter immediately.", func(t *thread, a []value) (value, error) {
			signal.Fatal(int(unix.SIGABRT))
			return objects.None, nil
		}),
		fn("kill", "pid, signal, /", "Kill a process with a signal.", func(t *thread, a []value) (value, error) {
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
		fn("killpg", "pgid, signal, /", "Kill a process group with a signal.", func(t *thread, a []value) (value, error) {
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
		fn("waitpid", "pid, options, /", "Wait for completion of a given child process.", func(t *thread, a []value) (value, error) {
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
		fn("wait", "", "Wait for completion of a child process.", func(t *thread, a []value) (value, error) {
			var ws unix.WaitStatus
			got, err := waitCall(t, 0, func(o int) (int, error) { return unix.Wait4(-1, &ws, o, nil) })
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return native.Tuple(count(got), num(int64(ws))), nil
		}),
		onFD("wait3", "options", "Wait for completion of a child process.", func(t *thread, options int, a []value) (value, error) {
			return wait4(t, -1, options)
		}),
		onFD("wait4", "pid, options", "Wait for completion of a specific child process.", func(t *thread, pid int, a []value) (value, error) {
			options, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return wait4(t, pid, options)
		}),
		onFD("waitid", "idtype, id, options, /", "Returns the result of waiting for a process or processes.", func(t *thread, kind int, a []value) (value, error) {
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
		fn("waitstatus_to_exitcode", "status", "Convert a wait status to an exit code.", func(t *thread, a []value) (value, error) {
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
		statusTest("WIFEXITED", "Return True if the process returning status exited via the exit() system call.", func(w unix.WaitStatus) value { return objects.Bool(w.Exited()) }),
		statusTest("WIFSIGNALED", "Return True if the process returning status was terminated by a signal.", func(w unix.WaitStatus) value { return objects.Bool(w.Signaled()) }),
		statusTest("WIFSTOPPED", "Return True if the process returning status was stopped.", func(w unix.WaitStatus) value { return objects.Bool(w.Stopped()) }),
		statusTest("WIFCONTINUED", "Return True if a particular process was continued from a job control stop.", func(w unix.WaitStatus) value { return objects.Bool(w.Continued()) }),
		statusTest("WEXITSTATUS", "Return the process return code from status.", func(w unix.WaitStatus) value { return count(int(w) >> 8 & 0xFF) }),
		statusTest("WTERMSIG", "Return the signal that terminated the process that provided the status value.", func(w unix.WaitStatus) value { return count(int(w) & 0x7F) }),
		statusTest("WSTOPSIG", "Return the signal that stopped the process that provided the status value.", func(w unix.WaitStatus) value { return count(int(w) >> 8 & 0xFF) }),
		onFD("WCOREDUMP", "status, /", "Return True if the process returning status was dumped to a core file.", func(t *thread, n int, a []value) (value, error) {
			return objects.Bool(n&0x80 != 0), nil
		}),
		fn("execv", "path, argv, /", "Execute an executable path with arguments, replacing current process.", func(t *thread, a []value) (value, error) {
			return execute(t, a[0], a[1], value{}, "execv")
		}),
		fn("execve", "path, argv, env", "Execute an executable path with arguments, replacing current process.", func(t *thread, a []value) (value, error) {
			return execute(t, a[0], a[1], a[2], "execve")
		}),
		fn("posix_spawn", spawnSig, "Execute the program specified by path in a new process.", func(t *thread, a []value) (value, error) {
			return spawn(t, a, "posix_spawn", false)
		}),
		fn("posix_spawnp", spawnSig, "Execute the program specified by path in a new process.", func(t *thread, a []value) (value, error) {
			return spawn(t, a, "posix_spawnp", true)
		}),
		fn("system", "command", "Execute the command in a subshell.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "system", "command", false, false)
			if err != nil {
				return value{}, err
			}
			observe(t)
			pid, err := syscall.ForkExec("/bin/sh", []string{"sh", "-c", p.Path}, &syscall.ProcAttr{Env: Environ(), Files: []uintptr{0, 1, 2}})
			if err != nil {
				return count(127 << 8), nil
			}
			var ws unix.WaitStatus
			if err := native.Call(t, func() error { _, err := unix.Wait4(pid, &ws, 0, nil); return err }); err != nil {
				return count(-1), nil
			}
			return num(int64(ws)), nil
		}),
		fn("register_at_fork", "*, before=?, after_in_child=?, after_in_parent=?", "Register callables to be called when forking a new process.", func(t *thread, a []value) (value, error) {
			given := false
			for _, f := range a {
				if f.IsZero() {
					continue
				}
				given = true
				if !objects.Callable(f) {
					return value{}, objects.TypeErrorf("'before' must be callable, not %s", objects.TypeOf(f))
				}
			}
			if !given {
				return value{}, objects.TypeErrorf("At least one argument is required.")
			}
			return objects.None, nil
		}),
		fn("pidfd_open", "pid, flags=0", "Return a file descriptor referring to the process *pid*.", func(t *thread, a []value) (value, error) {
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
		fn("putenv", "name, value, /", "Change or add an environment variable.", func(t *thread, a []value) (value, error) {
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
		fn("unsetenv", "name, /", "Delete an environment variable.", func(t *thread, a []value) (value, error) {
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
		fn("unshare", "flags", "Disassociate parts of a process execution context.", func(t *thread, a []value) (value, error) {
			n, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Unshare(n) })
		}),
		fn("setns", "fd, nstype=0", "Move the calling thread into different namespaces.", func(t *thread, a []value) (value, error) {
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
	runtime.LockOSThread()
	err = syscall.Exec(file, args, vars)
	runtime.UnlockOSThread()
	return value{}, native.OSError(err, p.Value)
}
