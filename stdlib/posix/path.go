package posix

import (
	"strings"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// futimens sets the times of an open file: utimensat without a path.
func futimens(fd int, ts *[2]unix.Timespec) error {
	_, _, e := unix.Syscall6(unix.SYS_UTIMENSAT, uintptr(fd), 0, uintptr(unsafe.Pointer(ts)), 0, 0, 0)
	if e != 0 {
		return e
	}
	return nil
}

// onPath declares a function of one path.
func onPath(name, sig, doc string, allowFD bool, f func(t *thread, p *native.PathArg, a []value) (value, error)) objects.FuncDef {
	return fn(name, sig, doc, func(t *thread, a []value) (value, error) {
		p, err := native.Path(t, a[0], name, "path", allowFD, false)
		if err != nil {
			return value{}, err
		}
		return f(t, &p, a)
	})
}

// twoPaths converts the arguments src and dst with their directories.
func twoPaths(t *thread, name string, a []value, srcDir, dstDir int) (src, dst native.PathArg, from, to int, err error) {
	if src, err = native.Path(t, a[0], name, "src", false, false); err != nil {
		return
	}
	if dst, err = native.Path(t, a[1], name, "dst", false, false); err != nil {
		return
	}
	if from, err = dirFD(t, a[srcDir]); err != nil {
		return
	}
	to, err = dirFD(t, a[dstDir])
	return
}

// rename is rename() and replace().
func rename(name string) objects.FuncDef {
	return fn(name, "src, dst, *, src_dir_fd=None, dst_dir_fd=None", "Give a file or directory a new path on the same file system. A file that has the path already is replaced.", func(t *thread, a []value) (value, error) {
		src, dst, from, to, err := twoPaths(t, name, a, 2, 3)
		if err != nil {
			return value{}, err
		}
		observe(t)
		if err := native.Call(t, func() error { return unix.Renameat(from, src.Path, to, dst.Path) }); err != nil {
			return value{}, native.OSError2(err, src.Value, dst.Value)
		}
		return objects.None, nil
	})
}

func remove(name string) objects.FuncDef {
	return onPath(name, "path, *, dir_fd=None", "Take a file out of its directory. Directories need rmdir().", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
		at, err := dirFD(t, a[1])
		if err != nil {
			return value{}, err
		}
		return call(t, p, func() error { return unix.Unlinkat(at, p.Path, 0) })
	})
}

// own converts the arguments uid and gid.
func own(t *thread, uid, gid value) (u, g int, err error) {
	x, err := native.Uint32(t, uid, "uid")
	if err != nil {
		return 0, 0, err
	}
	y, err := native.Uint32(t, gid, "gid")
	return int(int32(x)), int(int32(y)), err
}

func pathMethods() []objects.FuncDef {
	return []objects.FuncDef{
		rename("rename"), rename("replace"), remove("remove"), remove("unlink"),
		onPath("mkdir", "path, mode=511, *, dir_fd=None", "Make a directory, with those permissions of mode that the umask leaves.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			mode, err := native.IntOr(t, a[1], 0o777)
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[2])
			if err != nil {
				return value{}, err
			}
			return call(t, p, func() error { return unix.Mkdirat(at, p.Path, uint32(mode)) })
		}),
		onPath("rmdir", "path, *, dir_fd=None", "Delete a directory, which must be empty.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			at, err := dirFD(t, a[1])
			if err != nil {
				return value{}, err
			}
			return call(t, p, func() error { return unix.Unlinkat(at, p.Path, unix.AT_REMOVEDIR) })
		}),
		fn("link", "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", "Give the file src a second path, dst.", func(t *thread, a []value) (value, error) {
			src, dst, from, to, err := twoPaths(t, "link", a, 2, 3)
			if err != nil {
				return value{}, err
			}
			follow, err := native.Bool(t, a[4], true)
			if err != nil {
				return value{}, err
			}
			flags := 0
			if follow && !a[4].IsZero() {
				flags = unix.AT_SYMLINK_FOLLOW
			}
			if err := native.Call(t, func() error { return unix.Linkat(from, src.Path, to, dst.Path, flags) }); err != nil {
				return value{}, native.OSError2(err, src.Value, dst.Value)
			}
			return objects.None, nil
		}),
		fn("symlink", "src, dst, target_is_directory=False, *, dir_fd=None", "Make dst a symbolic link that leads to src. Only Windows looks at target_is_directory.", func(t *thread, a []value) (value, error) {
			src, err := native.Path(t, a[0], "symlink", "src", false, false)
			if err != nil {
				return value{}, err
			}
			dst, err := native.Path(t, a[1], "symlink", "dst", false, false)
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[3])
			if err != nil {
				return value{}, err
			}
			if err := native.Call(t, func() error { return unix.Symlinkat(src.Path, at, dst.Path) }); err != nil {
				return value{}, native.OSError2(err, src.Value, dst.Value)
			}
			return objects.None, nil
		}),
		onPath("readlink", "path, *, dir_fd=None", "Where a symbolic link leads, in the words of the link.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			at, err := dirFD(t, a[1])
			if err != nil {
				return value{}, err
			}
			b := make([]byte, 4096)
			n := 0
			if _, err := call(t, p, func() (err error) {
				n, err = unix.Readlinkat(at, p.Path, b)
				return err
			}); err != nil {
				return value{}, err
			}
			return p.Convert(string(b[:n])), nil
		}),
		onPath("chmod", "path, mode, *, dir_fd=None, follow_symlinks=True", "Give a file the permissions in mode, an int such as 0o644.", true, func(t *thread, p *native.PathArg, a []value) (value, error) {
			mode, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[2])
			if err != nil {
				return value{}, err
			}
			follow, err := native.Bool(t, a[3], true)
			if err != nil {
				return value{}, err
			}
			if !follow {
				if p.FD >= 0 {
					return value{}, objects.ValueErrorf("chmod: cannot use fd and follow_symlinks together")
				}
				return value{}, objects.Errorf(&objects.NotImplementedErrorType, "chmod: follow_symlinks unavailable on this platform")
			}
			return call(t, p, func() error {
				if p.FD >= 0 {
					return unix.Fchmod(p.FD, uint32(mode))
				}
				return unix.Fchmodat(at, p.Path, uint32(mode), 0)
			})
		}),
		fn("fchmod", "fd, mode", "Like chmod(), for an open file.", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			mode, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fchmod(fd, uint32(mode)) })
		}),
		onPath("chown", "path, uid, gid, *, dir_fd=None, follow_symlinks=True", "Give a file to another user and group. An id of -1 leaves that one as it is.", true, func(t *thread, p *native.PathArg, a []value) (value, error) {
			uid, gid, err := own(t, a[1], a[2])
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[3])
			if err != nil {
				return value{}, err
			}
			follow, err := native.Bool(t, a[4], true)
			if err != nil {
				return value{}, err
			}
			flags := 0
			if !follow {
				flags = unix.AT_SYMLINK_NOFOLLOW
			}
			return call(t, p, func() error {
				if p.FD >= 0 {
					return unix.Fchown(p.FD, uid, gid)
				}
				return unix.Fchownat(at, p.Path, uid, gid, flags)
			})
		}),
		onPath("lchown", "path, uid, gid", "Like chown(), but a symbolic link itself changes its owner.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			uid, gid, err := own(t, a[1], a[2])
			if err != nil {
				return value{}, err
			}
			return call(t, p, func() error { return unix.Lchown(p.Path, uid, gid) })
		}),
		fn("fchown", "fd, uid, gid", "Like chown(), for an open file.", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			uid, gid, err := own(t, a[1], a[2])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fchown(fd, uid, gid) })
		}),
		onPath("chdir", "path", "Make relative paths start from another directory, given by path or descriptor.", true, func(t *thread, p *native.PathArg, a []value) (value, error) {
			return call(t, p, func() error {
				if p.FD >= 0 {
					return unix.Fchdir(p.FD)
				}
				return unix.Chdir(p.Path)
			})
		}),
		fn("fchdir", "fd", "Like chdir(), for an open directory.", func(t *thread, a []value) (value, error) {
			fd, err := native.FileDescriptor(t, a[0])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fchdir(fd) })
		}),
		onPath("chroot", "path", "Make this process take another directory for the root of the file system.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			return call(t, p, func() error { return unix.Chroot(p.Path) })
		}),
		fn("getcwd", "", "The directory that relative paths start from.", func(t *thread, a []value) (value, error) {
			d, err := getcwd(t)
			return native.FSDecode(d), err
		}),
		fn("getcwdb", "", "Like getcwd(), as bytes.", func(t *thread, a []value) (value, error) {
			d, err := getcwd(t)
			return objects.NewBytes([]byte(d)), err
		}),
		onPath("truncate", "path, length", "Cut a file down to length bytes, or fill it up with zeros.", true, func(t *thread, p *native.PathArg, a []value) (value, error) {
			n, err := native.Int64(t, a[1])
			if err != nil {
				return value{}, err
			}
			observe(t)
			return call(t, p, func() error {
				if p.FD >= 0 {
					return unix.Ftruncate(p.FD, n)
				}
				return unix.Truncate(p.Path, n)
			})
		}),
		onPath("mkfifo", "path, mode=438, *, dir_fd=None", "Make a named pipe, with those permissions of mode that the umask leaves.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			mode, err := native.IntOr(t, a[1], 0o666)
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[2])
			if err != nil {
				return value{}, err
			}
			return call(t, p, func() error { return unix.Mkfifoat(at, p.Path, uint32(mode)) })
		}),
		onPath("mknod", "path, mode=384, device=0, *, dir_fd=None", "Make a file of the type that mode says, with the permissions in it. For device files, device is what makedev() returns.", false, func(t *thread, p *native.PathArg, a []value) (value, error) {
			mode, err := native.IntOr(t, a[1], 0o600)
			if err != nil {
				return value{}, err
			}
			dev := int64(0)
			if !a[2].IsZero() {
				if dev, err = native.Int64(t, a[2]); err != nil {
					return value{}, err
				}
			}
			at, err := dirFD(t, a[3])
			if err != nil {
				return value{}, err
			}
			return call(t, p, func() error { return unix.Mknodat(at, p.Path, uint32(mode), int(dev)) })
		}),
		fn("major", "device, /", "The part of a device number that stands for the driver.", func(t *thread, a []value) (value, error) {
			n, err := native.Int64(t, a[0])
			return num(int64(unix.Major(uint64(n)))), err
		}),
		fn("minor", "device, /", "The part of a device number that only the driver understands.", func(t *thread, a []value) (value, error) {
			n, err := native.Int64(t, a[0])
			return num(int64(unix.Minor(uint64(n)))), err
		}),
		fn("makedev", "major, minor, /", "Join what major() and minor() take out of a device number.", func(t *thread, a []value) (value, error) {
			x, err := native.Int64(t, a[0])
			if err != nil {
				return value{}, err
			}
			y, err := native.Int64(t, a[1])
			return objects.Uint64Value(unix.Mkdev(uint32(x), uint32(y))), err
		}),
		fn("fspath", "path", "A path as str or bytes: these as they are, other objects by their method __fspath__().", func(t *thread, a []value) (value, error) {
			return native.FSPath(t, a[0])
		}),
		fn("_path_normpath", "path", "Simplify the text of a path: no \".\", no empty parts, and \"..\" only at the front.", func(t *thread, a []value) (value, error) {
			p, err := pathText(t, a[0], "_path_normpath")
			if err != nil {
				return value{}, err
			}
			return p.Convert(normpath(p.Path)), nil
		}),
		fn("_path_splitroot_ex", "path", "Cut a path into the drive, which is always empty here, the root and what follows.", func(t *thread, a []value) (value, error) {
			p, err := pathText(t, a[0], "_path_splitroot_ex")
			if err != nil {
				return value{}, err
			}
			root := ""
			switch {
			case !strings.HasPrefix(p.Path, "/"):
			case strings.HasPrefix(p.Path, "//") && !strings.HasPrefix(p.Path, "///"):
				root = "//"
			default:
				root = "/"
			}
			return native.Tuple(p.Convert(""), p.Convert(root), p.Convert(p.Path[len(root):])), nil
		}),
	}
}

// pathText takes a path that never reaches the system, so that null characters do no harm.
func pathText(t *thread, v value, name string) (native.PathArg, error) {
	r, err := native.FSPath(t, v)
	if err != nil {
		return native.PathArg{}, err
	}
	p := native.PathArg{FD: -1, Value: r}
	if b, ok := objects.BytesOf(r); ok {
		p.Path, p.Bytes = string(b), true
		return p, nil
	}
	s, _ := objects.StrOf(r)
	p.Path, err = native.FSEncode(s)
	return p, err
}

func normpath(path string) string {
	if path == "" {
		return "."
	}
	root := ""
	if strings.HasPrefix(path, "/") {
		root = "/"
		if strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "///") {
			root = "//"
		}
	}
	var parts []string
	for part := range strings.SplitSeq(path, "/") {
		switch {
		case part == "" || part == ".":
		case part != "..", root == "" && len(parts) == 0, len(parts) > 0 && parts[len(parts)-1] == "..":
			parts = append(parts, part)
		case len(parts) > 0:
			parts = parts[:len(parts)-1]
		}
	}
	if s := root + strings.Join(parts, "/"); s != "" {
		return s
	}
	return "."
}

func getcwd(t *thread) (string, error) {
	b := make([]byte, 4096)
	n := 0
	if _, err := simple(t, func() (err error) {
		n, err = unix.Getcwd(b)
		return err
	}); err != nil {
		return "", err
	}
	return string(b[:max(n-1, 0)]), nil
}
