package posix

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "posix",
	Doc: "This module provides access to operating system functionality that is\nstandardized by the C Standard and the POSIX" +
		" standard (a thinly\ndisguised Unix interface).  Refer to the library manual and\ncorresponding Unix manual entries for" +
		" more information on calls.",
	Methods: methods,
	Exec:    exec,
}

// constants are those of Linux.
var constants = []struct {
	name string
	n    int64
}{
	{"F_OK", 0}, {"R_OK", 4}, {"W_OK", 2}, {"X_OK", 1},
	{"O_RDONLY", unix.O_RDONLY}, {"O_WRONLY", unix.O_WRONLY}, {"O_RDWR", unix.O_RDWR}, {"O_NDELAY", unix.O_NDELAY},
	{"O_NONBLOCK", unix.O_NONBLOCK}, {"O_APPEND", unix.O_APPEND}, {"O_DSYNC", unix.O_DSYNC}, {"O_RSYNC", unix.O_RSYNC},
	{"O_SYNC", unix.O_SYNC}, {"O_NOCTTY", unix.O_NOCTTY}, {"O_CREAT", unix.O_CREAT}, {"O_EXCL", unix.O_EXCL},
	{"O_TRUNC", unix.O_TRUNC}, {"O_LARGEFILE", unix.O_LARGEFILE}, {"O_DIRECTORY", unix.O_DIRECTORY},
	{"O_NOFOLLOW", unix.O_NOFOLLOW}, {"O_CLOEXEC", unix.O_CLOEXEC}, {"O_ACCMODE", unix.O_ACCMODE}, {"O_PATH", unix.O_PATH},
	{"O_TMPFILE", unix.O_TMPFILE}, {"O_DIRECT", unix.O_DIRECT}, {"O_NOATIME", unix.O_NOATIME}, {"O_ASYNC", unix.O_ASYNC},
	{"EX_OK", 0}, {"EX_USAGE", 64}, {"EX_DATAERR", 65}, {"EX_NOINPUT", 66}, {"EX_NOUSER", 67}, {"EX_NOHOST", 68},
	{"EX_UNAVAILABLE", 69}, {"EX_SOFTWARE", 70}, {"EX_OSERR", 71}, {"EX_OSFILE", 72}, {"EX_CANTCREAT", 73}, {"EX_IOERR", 74},
	{"EX_TEMPFAIL", 75}, {"EX_PROTOCOL", 76}, {"EX_NOPERM", 77}, {"EX_CONFIG", 78},
	{"SEEK_DATA", 3}, {"SEEK_HOLE", 4}, {"TMP_MAX", 238328}, {"NGROUPS_MAX", 65536},
	{"WNOHANG", unix.WNOHANG}, {"WUNTRACED", unix.WUNTRACED}, {"WCONTINUED", unix.WCONTINUED}, {"WEXITED", unix.WEXITED},
	{"WSTOPPED", unix.WSTOPPED}, {"WNOWAIT", unix.WNOWAIT}, {"P_PID", unix.P_PID}, {"P_PGID", unix.P_PGID}, {"P_ALL", unix.P_ALL},
	{"ST_RDONLY", 1}, {"ST_NOSUID", 2}, {"ST_NODEV", 4}, {"ST_NOEXEC", 8}, {"ST_SYNCHRONOUS", 16}, {"ST_MANDLOCK", 64},
	{"ST_WRITE", 128}, {"ST_APPEND", 256}, {"ST_NOATIME", 1024}, {"ST_NODIRATIME", 2048}, {"ST_RELATIME", 4096},
	{"PRIO_PROCESS", 0}, {"PRIO_PGRP", 1}, {"PRIO_USER", 2}, {"RTLD_LAZY", 1}, {"RTLD_NOW", 2}, {"RTLD_GLOBAL", 256},
	{"RTLD_LOCAL", 0}, {"RTLD_NODELETE", 4096}, {"RTLD_NOLOAD", 4}, {"RTLD_DEEPBIND", 8}, {"GRND_RANDOM", 2},
	{"GRND_NONBLOCK", 1}, {"SCHED_OTHER", 0}, {"SCHED_FIFO", 1}, {"SCHED_RR", 2}, {"SCHED_BATCH", 3}, {"SCHED_IDLE", 5},
	{"XATTR_CREATE", 1}, {"XATTR_REPLACE", 2}, {"XATTR_SIZE_MAX", 65536}, {"F_LOCK", 1}, {"F_TLOCK", 2}, {"F_ULOCK", 0},
	{"F_TEST", 3}, {"POSIX_FADV_NORMAL", 0}, {"POSIX_FADV_SEQUENTIAL", 2}, {"POSIX_FADV_RANDOM", 1}, {"POSIX_FADV_NOREUSE", 5},
	{"POSIX_FADV_WILLNEED", 3}, {"POSIX_FADV_DONTNEED", 4},
}

func exec(t *thread, m *objects.Module) error {
	for _, c := range constants {
		m.Set(c.name, objects.Int(c.n))
	}
	m.Set("error", objects.ToValue(&objects.OSErrorType))
	env := objects.NewDict()
	for _, kv := range os.Environ() {
		for i := 1; i < len(kv); i++ {
			if kv[i] == '=' {
				k := objects.NewBytes([]byte(kv[:i]))
				if old, err := env.Get(t, k); err != nil || !old.IsZero() {
					break
				}
				if err := env.Set(t, k, objects.NewBytes([]byte(kv[i+1:]))); err != nil {
					return err
				}
				break
			}
		}
	}
	m.Set("environ", objects.ToValue(env))
	initTypes()
	m.Set("stat_result", objects.ToValue(statResultType))
	m.Set("statvfs_result", objects.ToValue(statvfsResultType))
	m.Set("terminal_size", objects.ToValue(terminalSizeType))
	m.Set("times_result", objects.ToValue(timesResultType))
	m.Set("uname_result", objects.ToValue(unameResultType))
	m.Set("DirEntry", objects.ToValue(&dirEntryType))
	have := objects.NewList()
	for _, n := range []string{"HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN", "HAVE_FCHOWNAT",
		"HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_LINKAT",
		"HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MKDIRAT", "HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT",
		"HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT"} {
		have.Append(objects.StrValue(n))
	}
	m.Set("_have_functions", objects.ToValue(have))
	for _, n := range []string{"pathconf_names", "confstr_names", "sysconf_names"} {
		d := objects.NewDict()
		for _, c := range nameTables[n] {
			d.SetStr(objects.Intern(c.name), objects.Int(c.n))
		}
		m.Set(n, objects.ToValue(d))
	}
	return nil
}

type named struct {
	name string
	n    int64
}

// nameTables are the names that pathconf, confstr and sysconf take, with glibc's numbers.
var nameTables = map[string][]named{
	"pathconf_names": {{"PC_LINK_MAX", 0}, {"PC_MAX_CANON", 1}, {"PC_MAX_INPUT", 2}, {"PC_NAME_MAX", 3}, {"PC_PATH_MAX", 4}, {"PC_PIPE_BUF", 5}},
	"confstr_names":  {{"CS_PATH", 0}, {"CS_GNU_LIBC_VERSION", 2}, {"CS_GNU_LIBPTHREAD_VERSION", 3}},
	"sysconf_names": {{"SC_ARG_MAX", 0}, {"SC_CHILD_MAX", 1}, {"SC_CLK_TCK", 2}, {"SC_NGROUPS_MAX", 3}, {"SC_OPEN_MAX", 4},
		{"SC_PAGE_SIZE", 30}, {"SC_PAGESIZE", 30}, {"SC_IOV_MAX", 60}, {"SC_NPROCESSORS_CONF", 83}, {"SC_NPROCESSORS_ONLN", 84},
		{"SC_PHYS_PAGES", 85}, {"SC_AVPHYS_PAGES", 86}},
}

// oserror is the OSError of a failed call; path may be zero.
func oserror(err error, path value) error {
	if err == nil {
		return nil
	}
	if errno, ok := err.(syscall.Errno); ok {
		return objects.NewOSError(errno, native.Strerror(errno), path)
	}
	return err
}

// atFD is the descriptor that dir_fd names, AT_FDCWD where it was not given.
func atFD(t *thread, v value) (int, error) {
	if !native.Given(v) {
		return unix.AT_FDCWD, nil
	}
	return native.Int(t, v)
}

func follow(t *thread, v value) (int, error) {
	f, err := native.Bool(t, v, true)
	if !f {
		return unix.AT_SYMLINK_NOFOLLOW, err
	}
	return 0, err
}
