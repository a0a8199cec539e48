package posix

import (
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// raw makes a system call that has no function in x/sys/unix.
func raw(trap, a, b, c uintptr) (int, error) {
	n, _, e := unix.Syscall(trap, a, b, c)
	if e != 0 {
		return -1, e
	}
	return int(n), nil
}

// priorityOf reads a sched_param.
func priorityOf(t *thread, v value) (int32, error) {
	if objects.TypeOf(v) != schedParam {
		return 0, objects.TypeErrorf("must have a sched_param object")
	}
	p, _ := objects.TupleOf(v)
	n, err := native.Int(t, p.Item(0))
	return int32(n), err
}

func scheduleMethods() []objects.FuncDef {
	return []objects.FuncDef{
		onFD("nice", "increment, /", "Raise the nice value of this process by increment and return it. The higher it is, the more the others come first.", func(t *thread, n int, a []value) (value, error) {
			old, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			// The system call gives 20 minus the priority.
			next := min(max(20-old+n, -20), 19)
			if err := unix.Setpriority(unix.PRIO_PROCESS, 0, next); err != nil {
				if err == unix.EACCES {
					err = unix.EPERM
				}
				return value{}, native.OSError(err, value{})
			}
			return count(next), nil
		}),
		onFD("getpriority", "which, who", "The nice value of a process, of a process group or of a user's processes: which tells what the number who means.", func(t *thread, which int, a []value) (value, error) {
			who, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			n, err := unix.Getpriority(which, who)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return count(20 - n), nil
		}),
		onFD("setpriority", "which, who, priority", "Set the nice value that getpriority() returns for these arguments.", func(t *thread, which int, a []value) (value, error) {
			who, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			n, err := native.Int(t, a[2])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Setpriority(which, who, n) })
		}),
		fn("sched_yield", "", "Let another thread have this processor.", func(t *thread, a []value) (value, error) {
			objects.H.Blocking(t, func() { _, _ = raw(unix.SYS_SCHED_YIELD, 0, 0, 0) })
			return objects.None, nil
		}),
		onFD("sched_get_priority_max", "policy", "The highest priority that there is under a policy.", func(t *thread, p int, a []value) (value, error) {
			return counted(t, func() (int, error) { return raw(unix.SYS_SCHED_GET_PRIORITY_MAX, uintptr(p), 0, 0) })
		}),
		onFD("sched_get_priority_min", "policy", "The lowest priority that there is under a policy.", func(t *thread, p int, a []value) (value, error) {
			return counted(t, func() (int, error) { return raw(unix.SYS_SCHED_GET_PRIORITY_MIN, uintptr(p), 0, 0) })
		}),
		onFD("sched_getscheduler", "pid, /", "Which of the policies SCHED_OTHER, SCHED_FIFO, ... applies to the process pid.", func(t *thread, pid int, a []value) (value, error) {
			return counted(t, func() (int, error) { return raw(unix.SYS_SCHED_GETSCHEDULER, uintptr(pid), 0, 0) })
		}),
		onFD("sched_setscheduler", "pid, policy, param, /", "Apply another policy to the process pid, with the priority in param.", func(t *thread, pid int, a []value) (value, error) {
			policy, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			prio, err := priorityOf(t, a[2])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error {
				_, err := raw(unix.SYS_SCHED_SETSCHEDULER, uintptr(pid), uintptr(policy), uintptr(unsafe.Pointer(&prio)))
				return err
			})
		}),
		onFD("sched_getparam", "pid, /", "The priority of the process pid, wrapped in a sched_param.", func(t *thread, pid int, a []value) (value, error) {
			var prio int32
			if _, err := simple(t, func() error {
				_, err := raw(unix.SYS_SCHED_GETPARAM, uintptr(pid), uintptr(unsafe.Pointer(&prio)), 0)
				return err
			}); err != nil {
				return value{}, err
			}
			return objects.NewStructSeq(schedParam, 1, num(int64(prio))), nil
		}),
		onFD("sched_setparam", "pid, param, /", "Give the process pid the priority in param.", func(t *thread, pid int, a []value) (value, error) {
			prio, err := priorityOf(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error {
				_, err := raw(unix.SYS_SCHED_SETPARAM, uintptr(pid), uintptr(unsafe.Pointer(&prio)), 0)
				return err
			})
		}),
		onFD("sched_rr_get_interval", "pid, /", "How many seconds the process pid runs before SCHED_RR lets the next one run.", func(t *thread, pid int, a []value) (value, error) {
			var ts unix.Timespec
			if _, err := simple(t, func() error {
				_, err := raw(unix.SYS_SCHED_RR_GET_INTERVAL, uintptr(pid), uintptr(unsafe.Pointer(&ts)), 0)
				return err
			}); err != nil {
				return value{}, err
			}
			return flt(float64(ts.Nano()) / 1e9), nil
		}),
		onFD("sched_getaffinity", "pid, /", "The set of the processors on which the process pid may run; 0 means this process.", func(t *thread, pid int, a []value) (value, error) {
			var set unix.CPUSet
			if _, err := simple(t, func() error { return unix.SchedGetaffinity(pid, &set) }); err != nil {
				return value{}, err
			}
			s := objects.NewSet()
			for i := range len(set) * 64 {
				if set.IsSet(i) {
					if err := s.Add(t, count(i)); err != nil {
						return value{}, err
					}
				}
			}
			return objects.ToValue(s), nil
		}),
		onFD("sched_setaffinity", "pid, mask, /", "Let the process pid run only on the processors whose numbers are in mask.", func(t *thread, pid int, a []value) (value, error) {
			var set unix.CPUSet
			if err := objects.Each(t, a[1], func(v value) error {
				n, err := native.Int(t, v)
				if err == nil && n < 0 {
					err = objects.ValueErrorf("negative CPU number")
				}
				if err == nil {
					set.Set(n)
				}
				return err
			}); err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.SchedSetaffinity(pid, &set) })
		}),
	}
}
