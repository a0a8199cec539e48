package posix

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

func methods() []objects.FuncDef {
	return append(fileMethods(), processMethods()...)
}

func fileMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "stat", Sig: "path, *, dir_fd=None, follow_symlinks=True", Doc: "Perform a stat system call on the given path.", Fn: stat},
		{Name: "lstat", Sig: "path, *, dir_fd=None", Doc: "Perform a stat system call on the given path, without following symbolic links.", Fn: lstat},
		{Name: "fstat", Sig: "fd", Doc: "Perform a stat system call on the given file descriptor.", Fn: fstat},
		{Name: "statvfs", Sig: "path", Doc: "Perform a statvfs system call on the given path.", Fn: statvfs},
		{Name: "fstatvfs", Sig: "fd, /", Doc: "Perform an fstatvfs system call on the given fd.", Fn: statvfs},
		{Name: "access", Sig: "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", Doc: "Use the real uid/gid to test for access to a path.", Fn: access},
		{Name: "listdir", Sig: "path=None", Doc: "Return a list containing the names of the files in the directory.", Fn: listdir},
		{Name: "scandir", Sig: "path=None", Doc: "Return an iterator of DirEntry objects for given path.", Fn: scandir},
		{Name: "getcwd", Doc: "Return a unicode string representing the current working directory.", Fn: getcwd},
		{Name: "getcwdb", Doc: "Return a bytes string representing the current working directory.", Fn: getcwdb},
		{Name: "chdir", Sig: "path", Doc: "Change the current working directory to the specified path.", Fn: chdir},
		{Name: "fchdir", Sig: "fd", Doc: "Change to the directory of the given file descriptor.", Fn: chdir},
		{Name: "mkdir", Sig: "path, mode=511, *, dir_fd=None", Doc: "Create a directory.", Fn: mkdir},
		{Name: "rmdir", Sig: "path, *, dir_fd=None", Doc: "Remove a directory.", Fn: remover("rmdir", unix.AT_REMOVEDIR)},
		{Name: "unlink", Sig: "path, *, dir_fd=None", Doc: "Remove a file (same as remove()).", Fn: remover("unlink", 0)},
		{Name: "remove", Sig: "path, *, dir_fd=None", Doc: "Remove a file (same as unlink()).", Fn: remover("remove", 0)},
		{Name: "rename", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Doc: "Rename a file or directory.", Fn: rename("rename")},
		{Name: "replace", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None", Doc: "Rename a file or directory, overwriting the destination.", Fn: rename("replace")},
		{Name: "link", Sig: "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", Doc: "Create a hard link to a file.", Fn: link},
		{Name: "symlink", Sig: "src, dst, target_is_directory=False, *, dir_fd=None", Doc: "Create a symbolic link pointing to src named dst.", Fn: symlink},
		{Name: "readlink", Sig: "path, *, dir_fd=None", Doc: "Return a string representing the path to which the symbolic link points.", Fn: readlink},
		{Name: "chmod", Sig: "path, mode, *, dir_fd=None, follow_symlinks=True", Doc: "Change the access permissions of a file.", Fn: chmod},
		{Name: "fchmod", Sig: "fd, mode", Doc: "Change the access permissions of the file given by file descriptor fd.", Fn: fchmod},
		{Name: "chown", Sig: "path, uid, gid, *, dir_fd=None, follow_symlinks=True", Doc: "Change the owner and group id of path to the numeric uid and gid.", Fn: chown},
		{Name: "utime", Sig: "path, times=None, *, ns=?, dir_fd=None, follow_symlinks=True", Doc: "Set the access and modified time of path.", Fn: utime},
		{Name: "truncate", Sig: "path, length", Doc: "Truncate a file, specified by path, to a specific length.", Fn: truncate},
		{Name: "ftruncate", Sig: "fd, length, /", Doc: "Truncate a file, specified by file descriptor, to a specific length.", Fn: truncate},
		{Name: "umask", Sig: "mask, /", Doc: "Set the current numeric umask and return the previous umask.", Fn: umask},
		{Name: "open", Sig: "path, flags, mode=511, *, dir_fd=None", Doc: "Open a file for low level IO.  Returns a file descriptor (integer).", Fn: open},
		{Name: "close", Sig: "fd", Doc: "Close a file descriptor.", Fn: closeFD},
		{Name: "closerange", Sig: "fd_low, fd_high, /", Doc: "Closes all file descriptors in [fd_low, fd_high), ignoring errors.", Fn: closeRange},
		{Name: "read", Sig: "fd, length, /", Doc: "Read from a file descriptor.  Returns a bytes object.", Fn: read},
		{Name: "pread", Sig: "fd, length, offset, /", Doc: "Read a number of bytes from a file descriptor starting at a particular offset.", Fn: pread},
		{Name: "write", Sig: "fd, data, /", Doc: "Write a bytes object to a file descriptor.", Fn: write},
		{Name: "pwrite", Sig: "fd, buffer, offset, /", Doc: "Write bytes to a file descriptor starting at a particular offset.", Fn: pwrite},
		{Name: "lseek", Sig: "fd, position, whence, /", Doc: "Set the position of a file descriptor.  Return the new position.", Fn: lseek},
		{Name: "dup", Sig: "fd, /", Doc: "Return a duplicate of a file descriptor.", Fn: dup},
		{Name: "dup2", Sig: "fd, fd2, inheritable=True", Doc: "Duplicate file descriptor.", Fn: dup2},
		{Name: "pipe", Doc: "Create a pipe.", Fn: pipe},
		{Name: "pipe2", Sig: "flags, /", Doc: "Create a pipe with flags set atomically.", Fn: pipe},
		{Name: "fsync", Sig: "fd", Doc: "Force write of fd to disk.", Fn: fsync},
		{Name: "fdatasync", Sig: "fd", Doc: "Force write of fd to disk without forcing update of metadata.", Fn: fsync},
		{Name: "isatty", Sig: "fd, /", Doc: "Return True if the fd is connected to a terminal.", Fn: isatty},
		{Name: "get_inheritable", Sig: "fd, /", Doc: "Get the close-on-exe flag of the specified file descriptor.", Fn: getInheritable},
		{Name: "set_inheritable", Sig: "fd, inheritable, /", Doc: "Set the inheritable flag of the specified file descriptor.", Fn: setInheritable},
		{Name: "get_blocking", Sig: "fd, /", Doc: "Get the blocking mode of the file descriptor.", Fn: getBlocking},
		{Name: "set_blocking", Sig: "fd, blocking, /", Doc: "Set the blocking mode of the specified file descriptor.", Fn: setBlocking},
		{Name: "get_terminal_size", Sig: "fd=?, /", Doc: "Return the size of the terminal window as (columns, lines).", Fn: terminalSize},
		{Name: "fspath", Sig: "path", Doc: "Return the file system path representation of the object.", Fn: func(t *thread, self value, args []value) (value, error) {
			return native.FSPath(t, args[0])
		}},
	}
}

// path1 converts the first argument of a function, and its dir_fd.
func path1(t *thread, fn string, v, dir value, fd bool) (native.PathArg, int, error) {
	p, err := native.Path(t, v, fn, "path", fd, false)
	if err != nil {
		return p, 0, err
	}
	at, err := atFD(t, dir)
	return p, at, err
}

func access(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "access", args[0], args[2], false)
	if err != nil {
		return value{}, err
	}
	mode, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	flags, err := follow(t, args[4])
	if err != nil {
		return value{}, err
	}
	if eff, err := native.Bool(t, args[3], false); err != nil {
		return value{}, err
	} else if eff {
		flags |= unix.AT_EACCESS
	}
	return objects.Bool(unix.Faccessat(at, p.Path, uint32(mode), flags) == nil), nil
}

// readDir reads the names of a directory and the types that it tells.
func readDir(t *thread, p *native.PathArg) ([]os.DirEntry, error) {
	name := p.Path
	if p.FD >= 0 {
		name = "/proc/self/fd/" + itoa(p.FD)
	} else if name == "" && p.Value.IsZero() {
		name = "."
	}
	var list []os.DirEntry
	err := native.Call(t, func() error {
		f, err := os.Open(name)
		if err == nil {
			list, err = f.ReadDir(-1)
			f.Close()
		}
		return sysErr(err)
	})
	return list, err
}

// sysErr returns the system's error inside an error of package os.
func sysErr(err error) error {
	for err != nil {
		if errno, ok := err.(syscall.Errno); ok {
			return errno
		}
		u, ok := err.(interface{ Unwrap() error })
		if !ok {
			return err
		}
		err = u.Unwrap()
	}
	return nil
}

func dirArg(t *thread, fn string, v value) (native.PathArg, error) {
	if !native.Given(v) {
		return native.PathArg{Path: ".", FD: -1, Value: native.Str(".")}, nil
	}
	return native.Path(t, v, fn, "path", true, false)
}

func listdir(t *thread, self value, args []value) (value, error) {
	p, err := dirArg(t, "listdir", args[0])
	if err != nil {
		return value{}, err
	}
	entries, err := readDir(t, &p)
	if err != nil {
		return value{}, oserror(err, p.Value)
	}
	l := objects.MakeList(len(entries))
	for _, e := range entries {
		l.Append(p.Convert(e.Name()))
	}
	return objects.ToValue(l), nil
}

// scandirIter is the iterator of scandir.
type scandirIter struct {
	objects.Head
	list []value
	pos  int
}

var scandirType objects.Type

func scandir(t *thread, self value, args []value) (value, error) {
	if scandirType.Name == "" {
		typ := &scandirType
		typ.Name, typ.Module = "ScandirIterator", "posix"
		typ.Flags = objects.FlagNoInstantiate
		objects.Layout[scandirIter](typ)
		typ.Iter = func(t *thread, self value) (value, error) { return self, nil }
		typ.Next = func(t *thread, self value) (value, error) {
			it := objects.As[scandirIter](self)
			if it.pos >= len(it.list) {
				it.list = nil
				return value{}, nil
			}
			it.pos++
			return it.list[it.pos-1], nil
		}
		done := func(t *thread, self value, args []value) (value, error) {
			it := objects.As[scandirIter](self)
			it.list, it.pos = nil, 0
			return objects.None, nil
		}
		typ.Methods = func() []objects.FuncDef {
			return []objects.FuncDef{
				{Name: "__enter__", Fn: func(t *thread, self value, args []value) (value, error) { return self, nil }},
				{Name: "__exit__", Sig: "*args", Fn: done},
				{Name: "close", Fn: done},
			}
		}
		objects.NewType(typ)
	}
	p, err := dirArg(t, "scandir", args[0])
	if err != nil {
		return value{}, err
	}
	entries, err := readDir(t, &p)
	if err != nil {
		return value{}, oserror(err, p.Value)
	}
	it := &scandirIter{Head: objects.MakeHead(&scandirType)}
	for _, e := range entries {
		kind := map[os.FileMode]uint8{0: unix.DT_REG, os.ModeDir: unix.DT_DIR, os.ModeSymlink: unix.DT_LNK, os.ModeNamedPipe: unix.DT_FIFO,
			os.ModeSocket: unix.DT_SOCK, os.ModeDevice: unix.DT_BLK, os.ModeDevice | os.ModeCharDevice: unix.DT_CHR}[e.Type()]
		d := &dirEntry{Head: objects.MakeHead(&dirEntryType), dir: p.Path, name: e.Name(), kind: kind, bytes: p.Bytes, atDir: p.FD}
		if info, err := e.Info(); err == nil {
			if st, ok := info.Sys().(*syscall.Stat_t); ok {
				d.ino = st.Ino
			}
		}
		it.list = append(it.list, objects.ToValue(d))
	}
	return objects.ToValue(it), nil
}

func getcwd(t *thread, self value, args []value) (value, error) {
	s, err := unix.Getwd()
	if err != nil {
		return value{}, oserror(err, value{})
	}
	return native.FSDecode(s), nil
}

func getcwdb(t *thread, self value, args []value) (value, error) {
	s, err := unix.Getwd()
	if err != nil {
		return value{}, oserror(err, value{})
	}
	return objects.NewBytes([]byte(s)), nil
}

func chdir(t *thread, self value, args []value) (value, error) {
	p, err := native.Path(t, args[0], "chdir", "path", true, false)
	if err != nil {
		return value{}, err
	}
	if p.FD >= 0 {
		err = unix.Fchdir(p.FD)
	} else {
		err = unix.Chdir(p.Path)
	}
	return objects.None, oserror(err, p.Value)
}

func mkdir(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "mkdir", args[0], args[2], false)
	if err != nil {
		return value{}, err
	}
	mode, err := native.IntOr(t, args[1], 0o777)
	if err != nil {
		return value{}, err
	}
	return objects.None, oserror(unix.Mkdirat(at, p.Path, uint32(mode)), p.Value)
}

func remover(fn string, flags int) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		p, at, err := path1(t, fn, args[0], args[1], false)
		if err != nil {
			return value{}, err
		}
		return objects.None, oserror(unix.Unlinkat(at, p.Path, flags), p.Value)
	}
}

// twoPaths is the error of a call on two paths.
func twoPaths(err error, a, b value) error {
	if err == nil {
		return nil
	}
	e := oserror(err, a)
	if x, ok := e.(*objects.Exception); ok {
		objects.As[objects.OSErrorObject](x.Value()).Filename2 = b
	}
	return e
}

func rename(fn string) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		a, at1, err := path1(t, fn, args[0], args[2], false)
		if err != nil {
			return value{}, err
		}
		b, at2, err := path1(t, fn, args[1], args[3], false)
		if err != nil {
			return value{}, err
		}
		return objects.None, twoPaths(unix.Renameat(at1, a.Path, at2, b.Path), a.Value, b.Value)
	}
}

func link(t *thread, self value, args []value) (value, error) {
	a, at1, err := path1(t, "link", args[0], args[2], false)
	if err != nil {
		return value{}, err
	}
	b, at2, err := path1(t, "link", args[1], args[3], false)
	if err != nil {
		return value{}, err
	}
	flags := unix.AT_SYMLINK_FOLLOW
	if f, err := native.Bool(t, args[4], true); err != nil {
		return value{}, err
	} else if !f {
		flags = 0
	}
	return objects.None, twoPaths(unix.Linkat(at1, a.Path, at2, b.Path, flags), a.Value, b.Value)
}

func symlink(t *thread, self value, args []value) (value, error) {
	a, _, err := path1(t, "symlink", args[0], value{}, false)
	if err != nil {
		return value{}, err
	}
	b, at, err := path1(t, "symlink", args[1], args[3], false)
	if err != nil {
		return value{}, err
	}
	return objects.None, twoPaths(unix.Symlinkat(a.Path, at, b.Path), a.Value, b.Value)
}

func readlink(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "readlink", args[0], args[1], false)
	if err != nil {
		return value{}, err
	}
	buf := make([]byte, 4096)
	n, err := unix.Readlinkat(at, p.Path, buf)
	if err != nil {
		return value{}, oserror(err, p.Value)
	}
	return p.Convert(string(buf[:n])), nil
}

func chmod(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "chmod", args[0], args[2], true)
	if err != nil {
		return value{}, err
	}
	mode, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	if p.FD >= 0 {
		return objects.None, oserror(unix.Fchmod(p.FD, uint32(mode)), p.Value)
	}
	return objects.None, oserror(unix.Fchmodat(at, p.Path, uint32(mode), 0), p.Value)
}

func fchmod(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	mode, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	return objects.None, oserror(unix.Fchmod(fd, uint32(mode)), value{})
}

func chown(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "chown", args[0], args[3], true)
	if err != nil {
		return value{}, err
	}
	uid, err := native.Uint32(t, args[1], "uid")
	if err != nil {
		return value{}, err
	}
	gid, err := native.Uint32(t, args[2], "gid")
	if err != nil {
		return value{}, err
	}
	flags, err := follow(t, args[4])
	if err != nil {
		return value{}, err
	}
	if p.FD >= 0 {
		return objects.None, oserror(unix.Fchown(p.FD, int(int32(uid)), int(int32(gid))), p.Value)
	}
	return objects.None, oserror(unix.Fchownat(at, p.Path, int(int32(uid)), int(int32(gid)), flags), p.Value)
}

func utime(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "utime", args[0], args[3], true)
	if err != nil {
		return value{}, err
	}
	flags, err := follow(t, args[4])
	if err != nil {
		return value{}, err
	}
	if native.Given(args[1]) && !args[2].IsZero() {
		return value{}, objects.ValueErrorf("utime: you may specify either 'times' or 'ns' but not both")
	}
	now := unix.Timespec{Nsec: unix.UTIME_NOW}
	ts := []unix.Timespec{now, now}
	if native.Given(args[1]) {
		tp, ok := objects.TupleOf(args[1])
		if !ok || tp.Len() != 2 {
			return value{}, objects.TypeErrorf("utime: 'times' must be either a tuple of two ints or None")
		}
		for i := range ts {
			f, err := native.Float(t, tp.Item(i))
			if err != nil {
				return value{}, err
			}
			ts[i] = unix.NsecToTimespec(int64(f * 1e9))
		}
	} else if !args[2].IsZero() {
		tp, ok := objects.TupleOf(args[2])
		if !ok || tp.Len() != 2 {
			return value{}, objects.TypeErrorf("utime: 'ns' must be a tuple of two ints")
		}
		for i := range ts {
			n, err := native.Int64(t, tp.Item(i))
			if err != nil {
				return value{}, err
			}
			ts[i] = unix.NsecToTimespec(n)
		}
	}
	name := p.Path
	if p.FD >= 0 {
		at, name = unix.AT_FDCWD, "/proc/self/fd/"+itoa(p.FD)
	}
	return objects.None, oserror(unix.UtimesNanoAt(at, name, ts, flags), p.Value)
}

func truncate(t *thread, self value, args []value) (value, error) {
	p, err := native.Path(t, args[0], "truncate", "path", true, false)
	if err != nil {
		return value{}, err
	}
	n, err := native.Int64(t, args[1])
	if err != nil {
		return value{}, err
	}
	if p.FD >= 0 {
		err = unix.Ftruncate(p.FD, n)
	} else {
		err = unix.Truncate(p.Path, n)
	}
	return objects.None, oserror(err, p.Value)
}

func umask(t *thread, self value, args []value) (value, error) {
	n, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	return objects.Int(int64(unix.Umask(n))), nil
}

func open(t *thread, self value, args []value) (value, error) {
	p, at, err := path1(t, "open", args[0], args[3], false)
	if err != nil {
		return value{}, err
	}
	flags, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	mode, err := native.IntOr(t, args[2], 0o777)
	if err != nil {
		return value{}, err
	}
	fd := -1
	err = native.CallPath(t, p.Value, func() (err error) {
		fd, err = unix.Openat(at, p.Path, flags|unix.O_CLOEXEC, uint32(mode))
		return err
	})
	return objects.Int(int64(fd)), err
}

func closeFD(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	err = unix.Close(fd)
	if err == unix.EINTR {
		err = nil
	}
	return objects.None, oserror(err, value{})
}

func closeRange(t *thread, self value, args []value) (value, error) {
	lo, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	hi, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	if lo < hi {
		_ = unix.CloseRange(uint(max(lo, 0)), uint(hi-1), 0)
	}
	return objects.None, nil
}

func readAt(t *thread, args []value, f func(fd int, b []byte) (int, error)) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	n, err := native.Size(t, args[1], 0)
	if err != nil {
		return value{}, err
	}
	if n < 0 {
		return value{}, oserror(unix.EINVAL, value{})
	}
	buf := make([]byte, min(n, 0x7ffff000))
	err = native.CallPath(t, value{}, func() (err error) {
		n, err = f(fd, buf)
		return err
	})
	if err != nil {
		return value{}, err
	}
	return objects.NewBytes(buf[:n:n]), nil
}

func read(t *thread, self value, args []value) (value, error) { return readAt(t, args, unix.Read) }

func pread(t *thread, self value, args []value) (value, error) {
	off, err := native.Int64(t, args[2])
	if err != nil {
		return value{}, err
	}
	return readAt(t, args, func(fd int, b []byte) (int, error) { return unix.Pread(fd, b, off) })
}

func writeAt(t *thread, args []value, f func(fd int, b []byte) (int, error)) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	b, done, err := native.Bytes(t, args[1])
	if err != nil {
		return value{}, err
	}
	defer done()
	n := 0
	err = native.CallPath(t, value{}, func() (err error) {
		n, err = f(fd, b)
		return err
	})
	return objects.Int(int64(n)), err
}

func write(t *thread, self value, args []value) (value, error) { return writeAt(t, args, unix.Write) }

func pwrite(t *thread, self value, args []value) (value, error) {
	off, err := native.Int64(t, args[2])
	if err != nil {
		return value{}, err
	}
	return writeAt(t, args, func(fd int, b []byte) (int, error) { return unix.Pwrite(fd, b, off) })
}

func lseek(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	pos, err := native.Int64(t, args[1])
	if err != nil {
		return value{}, err
	}
	whence, err := native.Int(t, args[2])
	if err != nil {
		return value{}, err
	}
	n, err := unix.Seek(fd, pos, whence)
	return objects.Int(n), oserror(err, value{})
}

func dup(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	n, err := unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0)
	return objects.Int(int64(n)), oserror(err, value{})
}

func dup2(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	fd2, err := native.Int(t, args[1])
	if err != nil {
		return value{}, err
	}
	inherit, err := native.Bool(t, args[2], true)
	if err != nil {
		return value{}, err
	}
	flags := 0
	if !inherit {
		flags = unix.O_CLOEXEC
	}
	if fd == fd2 {
		_, err = unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	} else {
		err = unix.Dup3(fd, fd2, flags)
	}
	return objects.Int(int64(fd2)), oserror(err, value{})
}

func pipe(t *thread, self value, args []value) (value, error) {
	flags := unix.O_CLOEXEC
	if len(args) > 0 {
		n, err := native.Int(t, args[0])
		if err != nil {
			return value{}, err
		}
		flags = n
	}
	var p [2]int
	if err := unix.Pipe2(p[:], flags); err != nil {
		return value{}, oserror(err, value{})
	}
	return native.Tuple(objects.Int(int64(p[0])), objects.Int(int64(p[1]))), nil
}

func fsync(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	return objects.None, native.CallPath(t, value{}, func() error { return unix.Fsync(fd) })
}

func isatty(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	_, err = unix.IoctlGetTermios(fd, unix.TCGETS)
	return objects.Bool(err == nil), nil
}

func getInheritable(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	n, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return objects.Bool(n&unix.FD_CLOEXEC == 0), oserror(err, value{})
}

func setInheritable(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	on, err := native.Bool(t, args[1], false)
	if err != nil {
		return value{}, err
	}
	flag := unix.FD_CLOEXEC
	if on {
		flag = 0
	}
	_, err = unix.FcntlInt(uintptr(fd), unix.F_SETFD, flag)
	return objects.None, oserror(err, value{})
}

func getBlocking(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	n, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0)
	return objects.Bool(n&unix.O_NONBLOCK == 0), oserror(err, value{})
}

func setBlocking(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	on, err := native.Bool(t, args[1], true)
	if err != nil {
		return value{}, err
	}
	return objects.None, oserror(unix.SetNonblock(fd, !on), value{})
}

func terminalSize(t *thread, self value, args []value) (value, error) {
	fd, err := native.IntOr(t, args[0], 1)
	if err != nil {
		return value{}, err
	}
	w, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil {
		return value{}, oserror(err, value{})
	}
	return objects.NewStructSeq(terminalSizeType, 2, objects.Int(int64(w.Col)), objects.Int(int64(w.Row))), nil
}
