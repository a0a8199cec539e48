package posix

import (
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// xattrArgs converts the arguments that the functions of extended attributes share.
func xattrArgs(t *thread, name string, path, attr, follow value) (p native.PathArg, key string, link bool, err error) {
	if p, err = native.Path(t, path, name, "path", true, attr.IsZero()); err != nil {
		return
	}
	if !attr.IsZero() {
		var k native.PathArg
		if k, err = native.Path(t, attr, name, "attribute", false, false); err != nil {
			return
		}
		key = k.Path
	}
	f, err := native.Bool(t, follow, true)
	if err == nil && p.FD >= 0 && !f {
		err = objects.ValueErrorf("%s: cannot use fd and follow_symlinks together", name)
	}
	return p, key, !f, err
}

// grown calls f with larger and larger memory until the answer fits.
func grown(f func(b []byte) (int, error)) ([]byte, error) {
	for size := 256; ; size *= 4 {
		b := make([]byte, size)
		n, err := f(b)
		if err == unix.ERANGE && size < 1<<18 {
			continue
		}
		if err != nil {
			return nil, err
		}
		return b[:n], nil
	}
}

func attributeMethods() []objects.FuncDef {
	return []objects.FuncDef{
		fn("getxattr", "path, attribute, *, follow_symlinks=True", "The bytes that a file keeps under the name of an extended attribute.", func(t *thread, a []value) (value, error) {
			p, key, link, err := xattrArgs(t, "getxattr", a[0], a[1], a[2])
			if err != nil {
				return value{}, err
			}
			var out []byte
			if _, err := call(t, &p, func() (err error) {
				out, err = grown(func(b []byte) (int, error) {
					switch {
					case p.FD >= 0:
						return unix.Fgetxattr(p.FD, key, b)
					case link:
						return unix.Lgetxattr(p.Path, key, b)
					}
					return unix.Getxattr(p.Path, key, b)
				})
				return err
			}); err != nil {
				return value{}, err
			}
			return objects.NewBytes(out), nil
		}),
		fn("setxattr", "path, attribute, value, flags=0, *, follow_symlinks=True", "Keep bytes with a file under the name of an extended attribute. The flag XATTR_CREATE demands that the name be new, XATTR_REPLACE that it be there.", func(t *thread, a []value) (value, error) {
			p, key, link, err := xattrArgs(t, "setxattr", a[0], a[1], a[4])
			if err != nil {
				return value{}, err
			}
			b, release, err := native.Bytes(t, a[2])
			if err != nil {
				return value{}, err
			}
			defer release()
			flags, err := native.IntOr(t, a[3], 0)
			if err != nil {
				return value{}, err
			}
			return call(t, &p, func() error {
				switch {
				case p.FD >= 0:
					return unix.Fsetxattr(p.FD, key, b, flags)
				case link:
					return unix.Lsetxattr(p.Path, key, b, flags)
				}
				return unix.Setxattr(p.Path, key, b, flags)
			})
		}),
		fn("removexattr", "path, attribute, *, follow_symlinks=True", "Drop one extended attribute of a file.", func(t *thread, a []value) (value, error) {
			p, key, link, err := xattrArgs(t, "removexattr", a[0], a[1], a[2])
			if err != nil {
				return value{}, err
			}
			return call(t, &p, func() error {
				switch {
				case p.FD >= 0:
					return unix.Fremovexattr(p.FD, key)
				case link:
					return unix.Lremovexattr(p.Path, key)
				}
				return unix.Removexattr(p.Path, key)
			})
		}),
		fn("listxattr", "path=None, *, follow_symlinks=True", "The names of the extended attributes of a file, by default of the current directory.", func(t *thread, a []value) (value, error) {
			p, _, link, err := xattrArgs(t, "listxattr", a[0], value{}, a[1])
			if err != nil {
				return value{}, err
			}
			var out []byte
			if _, err := call(t, &p, func() (err error) {
				out, err = grown(func(b []byte) (int, error) {
					switch {
					case p.FD >= 0:
						return unix.Flistxattr(p.FD, b)
					case link:
						return unix.Llistxattr(p.Path, b)
					}
					return unix.Listxattr(p.Path, b)
				})
				return err
			}); err != nil {
				return value{}, err
			}
			list := objects.NewList()
			for name := range strings.SplitSeq(string(out), "\x00") {
				if name != "" {
					list.Append(native.FSDecode(name))
				}
			}
			return objects.ToValue(list), nil
		}),
	}
}
