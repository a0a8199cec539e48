package posix

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// statValue makes an os.stat_result.
func statValue(st *unix.Stat_t) value {
	ns := func(ts unix.Timespec) value { return objects.Int(ts.Sec*1e9 + ts.Nsec) }
	seconds := func(ts unix.Timespec) value {
		return objects.Float(float64(ts.Sec) + float64(1e-9*float64(ts.Nsec)))
	}
	dev := objects.Uint64Value(uint64(st.Dev))
	return objects.NewStructSeq(statResult, 10, num(int64(st.Mode)), objects.Uint64Value(st.Ino), dev, num(int64(st.Nlink)),
		num(int64(st.Uid)), num(int64(st.Gid)), num(st.Size), num(st.Atim.Sec), num(st.Mtim.Sec), num(st.Ctim.Sec),
		seconds(st.Atim), seconds(st.Mtim), seconds(st.Ctim), ns(st.Atim), ns(st.Mtim), ns(st.Ctim),
		num(int64(st.Blksize)), num(st.Blocks), objects.Uint64Value(uint64(st.Rdev)))
}

func doStat(t *thread, name string, path, dir value, follow bool) (value, error) {
	p, err := native.Path(t, path, name, "path", name == "stat", false)
	if err != nil {
		return value{}, err
	}
	at, err := dirFD(t, dir)
	if err != nil {
		return value{}, err
	}
	if p.FD >= 0 && (at != unix.AT_FDCWD || !follow) {
		what := "dir_fd"
		if at == unix.AT_FDCWD {
			return value{}, objects.ValueErrorf("%s: cannot use fd and follow_symlinks together", name)
		}
		return value{}, objects.ValueErrorf("%s: can't specify %s without matching path", name, what)
	}
	observe(t)
	var st unix.Stat_t
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	if _, err := call(t, &p, func() error {
		if p.FD >= 0 {
			return unix.Fstat(p.FD, &st)
		}
		return unix.Fstatat(at, p.Path, &st, flags)
	}); err != nil {
		return value{}, err
	}
	return statValue(&st), nil
}

func statvfsValue(s *unix.Statfs_t) value {
	u := func(n uint64) value { return objects.Uint64Value(n) }
	// The kernel's flags have ST_VALID in addition to those of statvfs().
	const valid = 0x20
	fsid := uint64(uint32(s.Fsid.Val[0])) | uint64(uint32(s.Fsid.Val[1]))<<32
	frsize := s.Frsize
	if frsize == 0 {
		frsize = s.Bsize
	}
	return objects.NewStructSeq(statvfsResult, 10, num(int64(s.Bsize)), num(int64(frsize)), u(s.Blocks), u(s.Bfree), u(s.Bavail),
		u(s.Files), u(s.Ffree), u(s.Ffree), num(int64(s.Flags)&^valid), num(int64(s.Namelen)), u(fsid))
}

func statMethods() []objects.FuncDef {
	return []objects.FuncDef{
		fn("stat", "path, *, dir_fd=None, follow_symlinks=True", "What the file system records of a file: its size, type, times and so on, as a stat_result.", func(t *thread, a []value) (value, error) {
			follow, err := native.Bool(t, a[2], true)
			if err != nil {
				return value{}, err
			}
			return doStat(t, "stat", a[0], a[1], follow)
		}),
		fn("lstat", "path, *, dir_fd=None", "Like stat(), but of a symbolic link itself.", func(t *thread, a []value) (value, error) {
			return doStat(t, "lstat", a[0], a[1], false)
		}),
		fn("fstat", "fd", "Like stat(), for an open file.", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			observe(t)
			var st unix.Stat_t
			if _, err := simple(t, func() error { return unix.Fstat(fd, &st) }); err != nil {
				return value{}, err
			}
			return statValue(&st), nil
		}),
		fn("statvfs", "path", "The size of the file system that a path is on, its free space and its limits.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "statvfs", "path", true, false)
			if err != nil {
				return value{}, err
			}
			var s unix.Statfs_t
			if _, err := call(t, &p, func() error {
				if p.FD >= 0 {
					return unix.Fstatfs(p.FD, &s)
				}
				return unix.Statfs(p.Path, &s)
			}); err != nil {
				return value{}, err
			}
			return statvfsValue(&s), nil
		}),
		fn("fstatvfs", "fd, /", "Like statvfs(), for an open file.", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			var s unix.Statfs_t
			if _, err := simple(t, func() error { return unix.Fstatfs(fd, &s) }); err != nil {
				return value{}, err
			}
			return statvfsValue(&s), nil
		}),
		fn("access", "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", "Whether a file is there (mode is F_OK), or may be read, written and executed (R_OK, W_OK and X_OK joined). The answer is for the real user, unless effective_ids is true.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "access", "path", false, false)
			if err != nil {
				return value{}, err
			}
			mode, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[2])
			if err != nil {
				return value{}, err
			}
			effective, err := native.Bool(t, a[3], false)
			if err != nil {
				return value{}, err
			}
			follow, err := native.Bool(t, a[4], true)
			if err != nil {
				return value{}, err
			}
			flags := 0
			if effective {
				flags |= unix.AT_EACCESS
			}
			if !follow {
				flags |= unix.AT_SYMLINK_NOFOLLOW
			}
			var r error
			objects.H.Blocking(t, func() { r = unix.Faccessat(at, p.Path, uint32(mode), flags) })
			return objects.Bool(r == nil), nil
		}),
		fn("umask", "mask, /", "Set which permissions new files do not get. The result is the mask before.", func(t *thread, a []value) (value, error) {
			n, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			return count(unix.Umask(n)), nil
		}),
		fn("utime", "path, times=None, *, ns=?, dir_fd=None, follow_symlinks=True", "Set when a file was last read and last changed, as a pair of seconds (times) or of nanoseconds (ns); without either it is now.", utime),
	}
}

// pairOf takes the two items of a tuple.
func pairOf(v value) (a, b value, ok bool) {
	p, isTuple := objects.TupleOf(v)
	if !isTuple || p.Len() != 2 {
		return value{}, value{}, false
	}
	return p.Item(0), p.Item(1), true
}

func utime(t *thread, a []value) (value, error) {
	p, err := native.Path(t, a[0], "utime", "path", true, false)
	if err != nil {
		return value{}, err
	}
	if native.Given(a[1]) && !a[2].IsZero() {
		return value{}, objects.ValueErrorf("utime: you may specify either 'times' or 'ns' but not both")
	}
	at, err := dirFD(t, a[3])
	if err != nil {
		return value{}, err
	}
	follow, err := native.Bool(t, a[4], true)
	if err != nil {
		return value{}, err
	}
	const now = (1 << 30) - 1
	ts := [2]unix.Timespec{{Nsec: now}, {Nsec: now}}
	switch {
	case native.Given(a[1]):
		x, y, ok := pairOf(a[1])
		if !ok {
			return value{}, objects.TypeErrorf("utime: 'times' must be either a tuple of two ints or None")
		}
		for i, v := range [...]value{x, y} {
			if ts[i], err = native.Timespec(t, v); err != nil {
				return value{}, err
			}
		}
	case !a[2].IsZero():
		x, y, ok := pairOf(a[2])
		if !ok {
			return value{}, objects.TypeErrorf("utime: 'ns' must be a tuple of two ints")
		}
		for i, v := range [...]value{x, y} {
			dm, err := objects.Binary(t, objects.OpDivmod, v, objects.Int(1e9))
			if err != nil {
				return value{}, err
			}
			s, n, ok := pairOf(dm)
			if !ok {
				return value{}, objects.TypeErrorf("%s.__divmod__() must return a 2-tuple, not %s", objects.TypeOf(v), objects.TypeOf(dm))
			}
			if ts[i].Sec, err = native.Int64(t, s); err != nil {
				return value{}, err
			}
			if ts[i].Nsec, err = native.Int64(t, n); err != nil {
				return value{}, err
			}
		}
	}
	if p.FD >= 0 && (at != unix.AT_FDCWD || !follow) {
		if at != unix.AT_FDCWD {
			return value{}, objects.ValueErrorf("utime: can't specify dir_fd without matching path")
		}
		return value{}, objects.ValueErrorf("utime: cannot use fd and follow_symlinks together")
	}
	observe(t)
	return call(t, &p, func() error {
		if p.FD >= 0 {
			return futimens(p.FD, &ts)
		}
		flags := 0
		if !follow {
			flags = unix.AT_SYMLINK_NOFOLLOW
		}
		return unix.UtimesNanoAt(at, p.Path, ts[:], flags)
	})
}
