package posix

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/io"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "posix",
	Doc:     "The system calls that the module os offers, nearly as the system has them. Import os.",
	Methods: methods,
	Exec:    exec,
}

func methods() []objects.FuncDef {
	var list []objects.FuncDef
	for _, part := range [...]func() []objects.FuncDef{statMethods, pathMethods, dirMethods, fileMethods, descriptorMethods,
		processMethods, identityMethods, systemMethods, scheduleMethods, attributeMethods} {
		list = append(list, part()...)
	}
	return list
}

// have are the names by which os.py decides what each function supports.
var have = [...]string{"HAVE_EVENTFD", "HAVE_TIMERFD_CREATE", "HAVE_FACCESSAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FCHMODAT", "HAVE_FCHOWN",
	"HAVE_FCHOWNAT", "HAVE_FEXECVE", "HAVE_FDOPENDIR", "HAVE_FPATHCONF", "HAVE_FSTATAT", "HAVE_FSTATVFS", "HAVE_FTRUNCATE", "HAVE_FUTIMENS", "HAVE_FUTIMES",
	"HAVE_FUTIMESAT", "HAVE_LINKAT", "HAVE_LCHOWN", "HAVE_LSTAT", "HAVE_LUTIMES", "HAVE_MEMFD_CREATE", "HAVE_MKDIRAT", "HAVE_MKFIFOAT", "HAVE_MKNODAT",
	"HAVE_OPENAT", "HAVE_READLINKAT", "HAVE_RENAMEAT", "HAVE_SYMLINKAT", "HAVE_UNLINKAT", "HAVE_UTIMENSAT", "HAVE_PTSNAME_R"}

func exec(t *thread, m *objects.Module) error {
	for _, c := range constants {
		m.Set(c.name, objects.Int(c.n))
	}
	for _, c := range [...]constant{{"O_DIRECTORY", unix.O_DIRECTORY}, {"O_NOFOLLOW", unix.O_NOFOLLOW}, {"O_DIRECT", unix.O_DIRECT},
		{"O_TMPFILE", unix.O_TMPFILE}} {
		m.Set(c.name, objects.Int(c.n))
	}
	names := make([]value, len(have))
	for i, n := range have {
		names[i] = objects.Intern(n).Value()
	}
	m.Set("_have_functions", objects.ToValue(objects.NewList(names...)))
	for name, list := range map[string][]constant{"sysconf_names": sysconfNames[:], "confstr_names": confstrNames[:], "pathconf_names": pathconfNames[:]} {
		d := objects.NewDictSize(len(list))
		for _, c := range list {
			d.SetStr(objects.Intern(c.name), objects.Int(c.n))
		}
		m.Set(name, objects.ToValue(d))
	}
	m.Set("error", objects.ToValue(&objects.OSErrorType))
	env := objects.NewDict()
	for _, kv := range os.Environ() {
		k, v, ok := strings.Cut(kv, "=")
		if !ok || k == "" {
			continue
		}
		key := objects.NewBytes([]byte(k))
		if old, err := env.Get(t, key); err != nil {
			return err
		} else if !old.IsZero() {
			continue
		}
		if err := env.Set(t, key, objects.NewBytes([]byte(v))); err != nil {
			return err
		}
	}
	m.Set("environ", objects.ToValue(env))
	initTypes()
	for _, typ := range [...]*objects.Type{statResult, statvfsResult, terminalSize, timesResult, unameResult, waitidResult, schedParam, &dirEntryType} {
		m.Set(typ.Name, objects.ToValue(typ))
	}
	return nil
}

var statResult, statvfsResult, terminalSize, timesResult, unameResult, waitidResult, schedParam *objects.Type

func fields(names ...string) []objects.StructSeqField {
	list := make([]objects.StructSeqField, len(names))
	for i, n := range names {
		list[i].Name = n
	}
	return list
}

// initTypes makes the struct sequences.
func initTypes() {
	if statResult != nil {
		return
	}
	statResult = objects.NewStructSeqType(objects.StructSeqDef{Name: "os.stat_result", Visible: 10,
		Doc: "What a file system records of a file. The items of the tuple are the first ten fields, with the times in whole seconds; the\n" +
			"attributes have the fractions of the times, and more.",
		Fields: fields("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "",
			"st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")})
	statvfsResult = objects.NewStructSeqType(objects.StructSeqDef{Name: "os.statvfs_result", Visible: 10,
		Doc: "What a file system says of itself: a tuple whose items have names.",
		Fields: fields("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag",
			"f_namemax", "f_fsid")})
	terminalSize = objects.NewStructSeqType(objects.StructSeqDef{Name: "os.terminal_size",
		Doc: "The size of a terminal in characters, columns first.", Fields: fields("columns", "lines")})
	timesResult = objects.NewStructSeqType(objects.StructSeqDef{Name: "posix.times_result",
		Doc:    "The times of a process in seconds: a tuple whose items have names.",
		Fields: fields("user", "system", "children_user", "children_system", "elapsed")})
	unameResult = objects.NewStructSeqType(objects.StructSeqDef{Name: "posix.uname_result",
		Doc: "What the system is called: a tuple whose items have names.", Fields: fields("sysname", "nodename", "release", "version", "machine")})
	waitidResult = objects.NewStructSeqType(objects.StructSeqDef{Name: "posix.waitid_result",
		Doc: "What happened to a child process: a tuple whose items have names.", Fields: fields("si_pid", "si_uid", "si_signo", "si_status", "si_code")})
	schedParam = objects.NewStructSeqType(objects.StructSeqDef{Name: "posix.sched_param",
		Doc: "What a scheduling policy needs to know of a process: its priority.", Fields: fields("sched_priority")})
	schedParam.New = objects.NewBound("sched_param", "sched_priority", func(t *thread, typ *objects.Type, args []value) (value, error) {
		return objects.NewStructSeq(schedParam, 1, args[0]), nil
	})
	initDirEntry()
}

// fn declares a function.
func fn(name, sig, doc string, f func(t *thread, args []value) (value, error)) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) { return f(t, args) }}
}

// dirFD converts a dir_fd argument.
func dirFD(t *thread, v value) (int, error) {
	if !native.Given(v) {
		return unix.AT_FDCWD, nil
	}
	if objects.TypeOf(v).Number.Unary[objects.OpIndex] == nil {
		return 0, objects.TypeErrorf("argument should be integer or None, not %s", objects.TypeOf(v))
	}
	if err := native.BoolAsFD(t, v); err != nil {
		return 0, err
	}
	return native.FD(t, v)
}

// fail makes the OSError of a failed call about a path.
func fail(err error, p *native.PathArg) error {
	if err == nil {
		return nil
	}
	if p == nil || p.FD >= 0 && false {
		return native.OSError(err, value{})
	}
	return native.OSError(err, p.Value)
}

// call runs a system call about a path.
func call(t *thread, p *native.PathArg, f func() error) (value, error) {
	if err := native.Call(t, f); err != nil {
		if _, ok := err.(*objects.Exception); ok {
			return value{}, err
		}
		return value{}, fail(err, p)
	}
	return objects.None, nil
}

// simple runs a system call about nothing in particular.
func simple(t *thread, f func() error) (value, error) {
	if err := native.Call(t, f); err != nil {
		return value{}, native.OSError(err, value{})
	}
	return objects.None, nil
}

// observe is called before anything looks at files from outside: what this process has not saved yet is written.
func observe(t *thread) { io.FlushPending(t) }

func str(s string) value  { return objects.StrValue(s) }
func num(n int64) value   { return objects.Int(n) }
func count(n int) value   { return objects.Int(int64(n)) }
func flt(f float64) value { return objects.Float(f) }
