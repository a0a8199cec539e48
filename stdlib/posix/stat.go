package posix

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var statResultType, statvfsResultType, terminalSizeType, timesResultType, unameResultType *objects.Type

func fields(names ...string) []objects.StructSeqField {
	f := make([]objects.StructSeqField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

func initTypes() {
	statResultType = objects.NewStructSeqType(objects.StructSeqDef{Name: "os.stat_result", Visible: 10, Doc: "stat_result: Result from stat, fstat, or lstat.",
		Fields: fields("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", "", "st_atime", "st_mtime",
			"st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")})
	statvfsResultType = objects.NewStructSeqType(objects.StructSeqDef{Name: "os.statvfs_result", Visible: 10,
		Fields: fields("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid")})
	terminalSizeType = objects.NewStructSeqType(objects.StructSeqDef{Name: "os.terminal_size", Fields: fields("columns", "lines")})
	timesResultType = objects.NewStructSeqType(objects.StructSeqDef{Name: "posix.times_result",
		Fields: fields("user", "system", "children_user", "children_system", "elapsed")})
	unameResultType = objects.NewStructSeqType(objects.StructSeqDef{Name: "posix.uname_result",
		Fields: fields("sysname", "nodename", "release", "version", "machine")})
	initDirEntry()
}

func statResult(st *unix.Stat_t) value {
	sec := func(ts unix.Timespec) float64 { return float64(ts.Sec) + 1e-9*float64(ts.Nsec) }
	ns := func(ts unix.Timespec) value { return objects.Int(ts.Sec*1e9 + ts.Nsec) }
	i := objects.Int
	return objects.NewStructSeq(statResultType, 10, i(int64(st.Mode)), i(int64(st.Ino)), i(int64(st.Dev)), i(int64(st.Nlink)),
		i(int64(st.Uid)), i(int64(st.Gid)), i(st.Size), i(st.Atim.Sec), i(st.Mtim.Sec), i(st.Ctim.Sec),
		objects.Float(sec(st.Atim)), objects.Float(sec(st.Mtim)), objects.Float(sec(st.Ctim)), ns(st.Atim), ns(st.Mtim), ns(st.Ctim),
		i(int64(st.Blksize)), i(st.Blocks), i(int64(st.Rdev)))
}

func statPath(t *thread, args []value, fn string, flags int, dir value) (value, error) {
	p, err := native.Path(t, args[0], fn, "path", fn == "stat", false)
	if err != nil {
		return value{}, err
	}
	var st unix.Stat_t
	if p.FD >= 0 {
		err = oserror(unix.Fstat(p.FD, &st), p.Value)
	} else {
		var at int
		if at, err = atFD(t, dir); err != nil {
			return value{}, err
		}
		err = oserror(unix.Fstatat(at, p.Path, &st, flags), p.Value)
	}
	if err != nil {
		return value{}, err
	}
	return statResult(&st), nil
}

func stat(t *thread, self value, args []value) (value, error) {
	flags, err := follow(t, args[2])
	if err != nil {
		return value{}, err
	}
	return statPath(t, args, "stat", flags, args[1])
}

func lstat(t *thread, self value, args []value) (value, error) {
	return statPath(t, args, "lstat", unix.AT_SYMLINK_NOFOLLOW, args[1])
}

func fstat(t *thread, self value, args []value) (value, error) {
	fd, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	var st unix.Stat_t
	if err := oserror(unix.Fstat(fd, &st), value{}); err != nil {
		return value{}, err
	}
	return statResult(&st), nil
}

func statvfs(t *thread, self value, args []value) (value, error) {
	p, err := native.Path(t, args[0], "statvfs", "path", true, false)
	if err != nil {
		return value{}, err
	}
	var st unix.Statfs_t
	if p.FD >= 0 {
		err = unix.Fstatfs(p.FD, &st)
	} else {
		err = unix.Statfs(p.Path, &st)
	}
	if err != nil {
		return value{}, oserror(err, p.Value)
	}
	i := objects.Int
	return objects.NewStructSeq(statvfsResultType, 10, i(st.Bsize), i(st.Frsize), i(int64(st.Blocks)), i(int64(st.Bfree)),
		i(int64(st.Bavail)), i(int64(st.Files)), i(int64(st.Ffree)), i(int64(st.Ffree)), i(st.Flags), i(st.Namelen),
		i(int64(st.Fsid.Val[0]))), nil
}

// dirEntry is os.DirEntry.
type dirEntry struct {
	objects.Head
	dir   string // the directory as it was given
	name  string
	kind  uint8 // the type that the directory told
	bytes bool
	st    value
	lst   value
	ino   uint64
	atDir int // the directory's descriptor where that was given, else -1
}

var dirEntryType objects.Type

func initDirEntry() {
	typ := &dirEntryType
	if typ.Name != "" {
		return
	}
	typ.Name, typ.Module = "DirEntry", "posix"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[dirEntry](typ)
	typ.Repr = func(t *thread, self value) (value, error) {
		r, err := objects.ReprString(t, entryName(self))
		return objects.StrValue("<DirEntry " + r + ">"), err
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "name", Doc: "the entry's base filename, relative to scandir() \"path\" argument", Get: func(t *thread, self value) (value, error) { return entryName(self), nil }},
			{Name: "path", Doc: "the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)", Get: func(t *thread, self value) (value, error) {
				e := objects.As[dirEntry](self)
				return e.convert(e.path()), nil
			}},
		}
	}
	is := func(kind uint8, mode uint32) func(t *thread, self value, args []value) (value, error) {
		return func(t *thread, self value, args []value) (value, error) {
			e := objects.As[dirEntry](self)
			followLinks := true
			if len(args) > 0 {
				var err error
				if followLinks, err = native.Bool(t, args[0], true); err != nil {
					return value{}, err
				}
			} else {
				followLinks = false
			}
			if e.kind != unix.DT_UNKNOWN && (e.kind != unix.DT_LNK || !followLinks) {
				return objects.Bool(e.kind == kind), nil
			}
			var st unix.Stat_t
			flags := 0
			if !followLinks {
				flags = unix.AT_SYMLINK_NOFOLLOW
			}
			if err := e.fstatat(&st, flags); err != nil {
				if err == unix.ENOENT {
					return objects.False, nil
				}
				return value{}, oserror(err, e.convert(e.path()))
			}
			return objects.Bool(st.Mode&unix.S_IFMT == mode), nil
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "is_dir", Sig: "*, follow_symlinks=True", Doc: "Return True if the entry is a directory; cached per entry.", Fn: is(unix.DT_DIR, unix.S_IFDIR)},
			{Name: "is_file", Sig: "*, follow_symlinks=True", Doc: "Return True if the entry is a file; cached per entry.", Fn: is(unix.DT_REG, unix.S_IFREG)},
			{Name: "is_symlink", Doc: "Return True if the entry is a symbolic link; cached per entry.", Fn: is(unix.DT_LNK, unix.S_IFLNK)},
			{Name: "is_junction", Doc: "Return True if the entry is a junction; cached per entry.", Fn: func(*thread, value, []value) (value, error) { return objects.False, nil }},
			{Name: "inode", Doc: "Return inode of the entry; cached per entry.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(objects.As[dirEntry](self).ino)), nil
			}},
			{Name: "stat", Sig: "*, follow_symlinks=True", Doc: "Return stat_result object for the entry; cached per entry.", Fn: entryStat},
			{Name: "__fspath__", Doc: "Returns the path for the entry.", Fn: func(t *thread, self value, args []value) (value, error) {
				e := objects.As[dirEntry](self)
				return e.convert(e.path()), nil
			}},
		}
	}
	objects.NewType(typ)
}

func (e *dirEntry) path() string {
	if e.atDir >= 0 {
		return e.name
	}
	if e.dir == "" || e.dir[len(e.dir)-1] == '/' {
		return e.dir + e.name
	}
	return e.dir + "/" + e.name
}

func (e *dirEntry) convert(s string) value {
	if e.bytes {
		return objects.NewBytes([]byte(s))
	}
	return native.FSDecode(s)
}

func (e *dirEntry) fstatat(st *unix.Stat_t, flags int) error {
	if e.atDir >= 0 {
		return unix.Fstatat(e.atDir, e.name, st, flags)
	}
	return unix.Fstatat(unix.AT_FDCWD, e.path(), st, flags)
}

func entryName(self value) value {
	e := objects.As[dirEntry](self)
	return e.convert(e.name)
}

func entryStat(t *thread, self value, args []value) (value, error) {
	e := objects.As[dirEntry](self)
	flags, err := follow(t, args[0])
	if err != nil {
		return value{}, err
	}
	cache := &e.st
	if flags != 0 {
		cache = &e.lst
	}
	if cache.IsZero() {
		var st unix.Stat_t
		if err := e.fstatat(&st, flags); err != nil {
			return value{}, oserror(err, e.convert(e.path()))
		}
		*cache = statResult(&st)
	}
	return *cache, nil
}
