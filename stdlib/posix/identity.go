package posix

import (
	"os"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// getter declares a function without arguments that cannot fail.
func getter(name, doc string, f func() int) objects.FuncDef {
	return fn(name, "", doc, func(t *thread, a []value) (value, error) { return count(f()), nil })
}

// setter declares a function that sets ids, each for the whole process.
func setter(name, sig, what string, f func(ids []int) error) objects.FuncDef {
	n := strings.Count(sig, ",")
	return fn(name, sig, "", func(t *thread, a []value) (value, error) {
		ids := make([]int, n)
		for i := range ids {
			id, err := native.Uint32(t, a[i], what)
			if err != nil {
				return value{}, err
			}
			ids[i] = int(int32(id))
		}
		if err := f(ids); err != nil {
			return value{}, native.OSError(err, value{})
		}
		return objects.None, nil
	})
}

func ids(list []int) value {
	vs := make([]value, len(list))
	for i, n := range list {
		vs[i] = count(n)
	}
	return objects.ToValue(objects.NewList(vs...))
}

// groupsOf reads the groups that a user belongs to from /etc/group.
func groupsOf(user string, gid int) []int {
	list := []int{gid}
	b, _ := os.ReadFile("/etc/group")
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), ":")
		if len(f) < 4 {
			continue
		}
		g, err := strconv.Atoi(f[2])
		if err != nil || g == gid {
			continue
		}
		for m := range strings.SplitSeq(f[3], ",") {
			if m == user {
				list = append(list, g)
			}
		}
	}
	return list
}

func identityMethods() []objects.FuncDef {
	return []objects.FuncDef{
		getter("getpid", "The number of this process.", unix.Getpid),
		getter("getppid", "The number of the process that this one is a child of.", unix.Getppid),
		getter("getuid", "The number of the user who runs this process.", unix.Getuid),
		getter("geteuid", "The number of the user whose permissions this process has.", unix.Geteuid),
		getter("getgid", "The number of the group that runs this process.", unix.Getgid),
		getter("getegid", "The number of the group whose permissions this process has.", unix.Getegid),
		getter("getpgrp", "The number of the process group that this process is in.", unix.Getpgrp),
		fn("getresuid", "", "The three user ids of this process: real, effective, saved.", func(t *thread, a []value) (value, error) {
			r, e, s := unix.Getresuid()
			return native.Tuple(count(r), count(e), count(s)), nil
		}),
		fn("getresgid", "", "The three group ids of this process: real, effective, saved.", func(t *thread, a []value) (value, error) {
			r, e, s := unix.Getresgid()
			return native.Tuple(count(r), count(e), count(s)), nil
		}),
		setter("setuid", "uid, /", "uid", func(a []int) error { return syscall.Setuid(a[0]) }),
		setter("setgid", "gid, /", "gid", func(a []int) error { return syscall.Setgid(a[0]) }),
		setter("seteuid", "euid, /", "uid", func(a []int) error { return syscall.Setreuid(-1, a[0]) }),
		setter("setegid", "egid, /", "gid", func(a []int) error { return syscall.Setregid(-1, a[0]) }),
		setter("setreuid", "ruid, euid, /", "uid", func(a []int) error { return syscall.Setreuid(a[0], a[1]) }),
		setter("setregid", "rgid, egid, /", "gid", func(a []int) error { return syscall.Setregid(a[0], a[1]) }),
		setter("setresuid", "ruid, euid, suid, /", "uid", func(a []int) error { return syscall.Setresuid(a[0], a[1], a[2]) }),
		setter("setresgid", "rgid, egid, sgid, /", "gid", func(a []int) error { return syscall.Setresgid(a[0], a[1], a[2]) }),
		fn("getgroups", "", "List the groups that this process is in besides its main one.", func(t *thread, a []value) (value, error) {
			g, err := unix.Getgroups()
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return ids(g), nil
		}),
		fn("setgroups", "groups, /", "Replace the groups that this process is in besides its main one.", func(t *thread, a []value) (value, error) {
			var list []int
			if err := objects.Each(t, a[0], func(v value) error {
				n, err := native.Uint32(t, v, "gid")
				list = append(list, int(n))
				return err
			}); err != nil {
				return value{}, err
			}
			if err := syscall.Setgroups(list); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.None, nil
		}),
		fn("initgroups", "username, gid, /", "Put this process into gid and into the groups of which /etc/group makes username a member.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "", "", false, false)
			if err != nil {
				return value{}, err
			}
			gid, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			if err := syscall.Setgroups(groupsOf(p.Path, gid)); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.None, nil
		}),
		fn("getgrouplist", "user, group, /", "List the group given and those of which /etc/group makes user a member.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "", "", false, false)
			if err != nil {
				return value{}, err
			}
			gid, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return ids(groupsOf(p.Path, gid)), nil
		}),
		onFD("getpgid", "pid", "Which process group the process pid is in; 0 means this process.", func(t *thread, pid int, a []value) (value, error) {
			return counted(t, func() (int, error) { return unix.Getpgid(pid) })
		}),
		onFD("setpgid", "pid, pgrp, /", "Move the process pid into the process group pgrp.", func(t *thread, pid int, a []value) (value, error) {
			g, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Setpgid(pid, g) })
		}),
		fn("setpgrp", "", "Move this process into a process group of its own.", func(t *thread, a []value) (value, error) {
			return simple(t, func() error { return unix.Setpgid(0, 0) })
		}),
		onFD("getsid", "pid, /", "Which session the process pid is in; 0 means this process.", func(t *thread, pid int, a []value) (value, error) {
			return counted(t, func() (int, error) { return unix.Getsid(pid) })
		}),
		fn("setsid", "", "Move this process into a session of its own, without a terminal.", func(t *thread, a []value) (value, error) {
			return simple(t, func() error { _, err := unix.Setsid(); return err })
		}),
		fn("getlogin", "", "The name of the user whose login led to this process.", func(t *thread, a []value) (value, error) {
			b, err := os.ReadFile("/proc/self/loginuid")
			if err == nil {
				if uid, err := strconv.ParseUint(strings.TrimSpace(string(b)), 10, 32); err == nil && uid != 1<<32-1 {
					passwd, _ := os.ReadFile("/etc/passwd")
					for line := range strings.Lines(string(passwd)) {
						if f := strings.Split(line, ":"); len(f) > 2 && f[2] == strconv.FormatUint(uid, 10) {
							return native.FSDecode(f[0]), nil
						}
					}
				}
			}
			return value{}, native.OSError(unix.ENXIO, value{})
		}),
	}
}
