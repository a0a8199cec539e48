package posix

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// entry is what a directory says about a name.
type entry struct {
	name string
	ino  uint64
	kind uint8
}

// readDir reads the entries of an open directory.
func readDir(t *thread, fd int) ([]entry, error) {
	var list []entry
	buf := make([]byte, 32<<10)
	for {
		n := 0
		err := native.Call(t, func() (err error) {
			n, err = unix.Getdents(fd, buf)
			return err
		})
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return list, nil
		}
		for b := buf[:n]; len(b) >= 19; {
			size := int(binary.LittleEndian.Uint16(b[16:]))
			if size < 19 || size > len(b) {
				break
			}
			name := b[19:size]
			if i := bytes.IndexByte(name, 0); i >= 0 {
				name = name[:i]
			}
			if s := string(name); s != "." && s != ".." {
				list = append(list, entry{s, binary.LittleEndian.Uint64(b), b[18]})
			}
			b = b[size:]
		}
	}
}

// openDir opens a directory argument; own says that the caller closes the descriptor.
func openDir(t *thread, p *native.PathArg) (fd int, own bool, err error) {
	observe(t)
	if p.FD >= 0 {
		// A descriptor of its own, which reads from the beginning.
		if fd, err = unix.FcntlInt(uintptr(p.FD), unix.F_DUPFD_CLOEXEC, 0); err != nil {
			return -1, false, err
		}
		if _, err = unix.Seek(fd, 0, 0); err != nil {
			_ = unix.Close(fd)
			return -1, false, err
		}
		return fd, true, nil
	}
	err = native.Call(t, func() (err error) {
		fd, err = unix.Open(p.Path, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		return err
	})
	return fd, true, err
}

// entries reads a directory argument.
func entries(t *thread, p *native.PathArg) ([]entry, error) {
	fd, own, err := openDir(t, p)
	if err != nil {
		return nil, err
	}
	if own {
		defer unix.Close(fd)
	}
	return readDir(t, fd)
}

func dirMethods() []objects.FuncDef {
	return []objects.FuncDef{
		fn("listdir", "path=None", "List the names in a directory, by default the current one, in no particular order and without \".\" and \"..\". A path of bytes gives names of bytes.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "listdir", "path", native.Given(a[0]), true)
			if err != nil {
				return value{}, err
			}
			list, err := entries(t, &p)
			if err != nil {
				if _, ok := err.(*objects.Exception); ok {
					return value{}, err
				}
				if !native.Given(a[0]) {
					return value{}, native.OSError(err, str("."))
				}
				return value{}, fail(err, &p)
			}
			out := make([]value, len(list))
			for i := range list {
				out[i] = p.Convert(list[i].name)
			}
			return objects.ToValue(objects.NewList(out...)), nil
		}),
		fn("scandir", "path=None", "Go through a directory, with an os.DirEntry for every name in it.", scandir),
	}
}

var dirEntryType, scandirType objects.Type

// dirEntry is an os.DirEntry.
type dirEntry struct {
	objects.Head
	name, path  value
	full        string
	dirFD       int // -1: full is looked up as it is
	ino         uint64
	kind        uint8
	stat, lstat value
}

// scandirIter is what scandir() returns.
type scandirIter struct {
	objects.Head
	list []entry
	next int
	path native.PathArg
	// done says that the iterator is exhausted or closed.
	done bool
}

func scandir(t *thread, a []value) (value, error) {
	p, err := native.Path(t, a[0], "scandir", "path", native.Given(a[0]), true)
	if err != nil {
		return value{}, err
	}
	list, err := entries(t, &p)
	if err != nil {
		if _, ok := err.(*objects.Exception); ok {
			return value{}, err
		}
		if !native.Given(a[0]) {
			return value{}, native.OSError(err, str("."))
		}
		return value{}, fail(err, &p)
	}
	return objects.ToValue(&scandirIter{Head: objects.MakeHead(&scandirType), list: list, path: p}), nil
}

func (it *scandirIter) entry() value {
	e := it.list[it.next]
	it.next++
	d := &dirEntry{Head: objects.MakeHead(&dirEntryType), ino: e.ino, kind: e.kind, dirFD: -1}
	d.name = it.path.Convert(e.name)
	switch {
	case it.path.FD >= 0:
		d.full, d.dirFD, d.path = e.name, it.path.FD, d.name
	case it.path.Path == "" || strings.HasSuffix(it.path.Path, "/"):
		d.full = it.path.Path + e.name
		d.path = it.path.Convert(d.full)
	default:
		d.full = it.path.Path + "/" + e.name
		d.path = it.path.Convert(d.full)
	}
	return objects.ToValue(d)
}

// status returns the cached result of stat() or lstat().
func (d *dirEntry) status(t *thread, follow bool) (value, error) {
	cache := &d.lstat
	if follow && d.kind == unix.DT_LNK || follow && d.kind == unix.DT_UNKNOWN {
		cache = &d.stat
	}
	if !cache.IsZero() {
		return *cache, nil
	}
	at, flags := unix.AT_FDCWD, 0
	if d.dirFD >= 0 {
		at = d.dirFD
	}
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	observe(t)
	var st unix.Stat_t
	if err := native.Call(t, func() error { return unix.Fstatat(at, d.full, &st, flags) }); err != nil {
		return value{}, native.OSError(err, d.path)
	}
	*cache = statValue(&st)
	return *cache, nil
}

// is tests the type of the file.
func (d *dirEntry) is(t *thread, follow bool, kind uint8, mode int64) (value, error) {
	if d.kind != unix.DT_UNKNOWN && !(follow && d.kind == unix.DT_LNK) {
		return objects.Bool(d.kind == kind), nil
	}
	st, err := d.status(t, follow)
	if err != nil {
		if objects.IsError(err, &objects.FileNotFoundErrorType) {
			return objects.False, nil
		}
		return value{}, err
	}
	s, _ := objects.TupleOf(st)
	m, _ := objects.Int64Of(s.Item(0))
	return objects.Bool(m&unix.S_IFMT == mode), nil
}

func initDirEntry() {
	typ := &dirEntryType
	typ.Name, typ.Module = "DirEntry", "posix"
	typ.Flags = objects.FlagNoInstantiate | objects.FlagMutable
	objects.Layout[dirEntry](typ)
	typ.Repr = func(t *thread, self value) (value, error) {
		r, err := objects.ReprString(t, objects.As[dirEntry](self).name)
		return str("<DirEntry " + r + ">"), err
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{
			{Name: "name", Doc: "what the directory calls the file", Offset: unsafe.Offsetof(dirEntry{}.name), ReadOnly: true},
			{Name: "path", Doc: "the name, joined to the path that scandir() was given", Offset: unsafe.Offsetof(dirEntry{}.path), ReadOnly: true},
		}
	}
	typ.Methods = func() []objects.FuncDef {
		test := func(name, doc string, kind uint8, mode int64) objects.FuncDef {
			return objects.FuncDef{Name: name, Sig: "*, follow_symlinks=True", Doc: doc, Fn: func(t *thread, self value, a []value) (value, error) {
				follow, err := native.Bool(t, a[0], true)
				if err != nil {
					return value{}, err
				}
				return objects.As[dirEntry](self).is(t, follow, kind, mode)
			}}
		}
		return []objects.FuncDef{
			test("is_dir", "Whether this is a directory or, unless follow_symlinks is false, a symbolic link to one.", unix.DT_DIR, unix.S_IFDIR),
			test("is_file", "Whether this is a regular file or, unless follow_symlinks is false, a symbolic link to one.", unix.DT_REG, unix.S_IFREG),
			{Name: "is_symlink", Doc: "Whether this is a symbolic link, even one that leads nowhere.", Fn: func(t *thread, self value, a []value) (value, error) {
				return objects.As[dirEntry](self).is(t, false, unix.DT_LNK, unix.S_IFLNK)
			}},
			{Name: "is_junction", Doc: "Always False: only Windows has junctions.", Fn: func(*thread, value, []value) (value, error) {
				return objects.False, nil
			}},
			{Name: "stat", Sig: "*, follow_symlinks=True", Doc: "What os.stat() says of the file, or os.lstat() where follow_symlinks is false. The answer is kept for the next call.", Fn: func(t *thread, self value, a []value) (value, error) {
				follow, err := native.Bool(t, a[0], true)
				if err != nil {
					return value{}, err
				}
				return objects.As[dirEntry](self).status(t, follow)
			}},
			{Name: "inode", Doc: "The number of the file's inode.", Fn: func(t *thread, self value, a []value) (value, error) {
				return objects.Uint64Value(objects.As[dirEntry](self).ino), nil
			}},
			{Name: "__fspath__", Doc: "The same as the attribute path.", Fn: func(t *thread, self value, a []value) (value, error) {
				return objects.As[dirEntry](self).path, nil
			}},
			{Name: "__class_getitem__", Kind: objects.ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: func(t *thread, self value, a []value) (value, error) {
				return objects.NewGenericAlias(t, self, a[0])
			}},
		}
	}

	typ = &scandirType
	typ.Name, typ.Module = "ScandirIterator", "posix"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[scandirIter](typ)
	typ.Iter = func(t *thread, self value) (value, error) { return self, nil }
	typ.Next = func(t *thread, self value) (value, error) {
		it := objects.As[scandirIter](self)
		if it.done || it.next >= len(it.list) {
			it.done, it.list = true, nil
			return value{}, nil
		}
		return it.entry(), nil
	}
	typ.Methods = func() []objects.FuncDef {
		closeIt := func(t *thread, self value, a []value) (value, error) {
			it := objects.As[scandirIter](self)
			it.done, it.list = true, nil
			return objects.None, nil
		}
		return []objects.FuncDef{
			{Name: "__enter__", Fn: func(t *thread, self value, a []value) (value, error) { return self, nil }},
			{Name: "__exit__", Sig: "*exc_info", NoSig: true, Fn: closeIt},
			{Name: "close", Fn: closeIt},
		}
	}
	objects.NewType(&dirEntryType)
	objects.NewType(&scandirType)
}
