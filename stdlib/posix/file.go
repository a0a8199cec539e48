package posix

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/io"
)

// onFD declares a function whose first argument is a descriptor.
func onFD(name, sig, doc string, f func(t *thread, fd int, a []value) (value, error)) objects.FuncDef {
	return fn(name, sig, doc, func(t *thread, a []value) (value, error) {
		fd, err := native.Int(t, a[0])
		if err != nil {
			return value{}, err
		}
		return f(t, fd, a)
	})
}

// buffers exports a sequence of bytes-like objects.
func buffers(t *thread, v value, fn string, writable bool) (list [][]byte, release func(), err error) {
	var done []func()
	release = func() {
		for _, f := range done {
			f()
		}
	}
	if objects.TypeOf(v).GetItem == nil || objects.TypeOf(v).Len == nil {
		return nil, release, objects.TypeErrorf("%s() arg 2 must be a sequence", fn)
	}
	err = objects.Each(t, v, func(x value) error {
		var b []byte
		var r func()
		var err error
		if writable {
			b, r, err = native.WritableBytes(t, x, fn+"()")
		} else {
			b, r, err = native.Bytes(t, x)
		}
		if err == nil {
			list, done = append(list, b), append(done, r)
		}
		return err
	})
	return list, release, err
}

// counted runs a call that returns a number of bytes.
func counted(t *thread, f func() (int, error)) (value, error) {
	n := 0
	if _, err := simple(t, func() (err error) {
		n, err = f()
		return err
	}); err != nil {
		return value{}, err
	}
	return count(n), nil
}

// readBytes reads up to n bytes.
func readBytes(t *thread, n int, f func(b []byte) (int, error)) (value, error) {
	if n < 0 {
		return value{}, native.OSError(unix.EINVAL, value{})
	}
	if err := objects.CheckSize(n, 1); err != nil {
		return value{}, err
	}
	b := make([]byte, min(n, 0x7ffff000))
	got := 0
	if _, err := simple(t, func() (err error) {
		got, err = f(b)
		return err
	}); err != nil {
		return value{}, err
	}
	return objects.NewBytes(b[:got:got]), nil
}

func fileMethods() []objects.FuncDef {
	return []objects.FuncDef{
		fn("open", "path, flags, mode=511, *, dir_fd=None", "Open a file and return its descriptor, which child processes do not inherit. flags are made of the O_ constants; mode counts where the file is new.", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "open", "path", false, false)
			if err != nil {
				return value{}, err
			}
			flags, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			mode, err := native.IntOr(t, a[2], 0o777)
			if err != nil {
				return value{}, err
			}
			at, err := dirFD(t, a[3])
			if err != nil {
				return value{}, err
			}
			observe(t)
			fd := -1
			if at == unix.AT_FDCWD {
				fd, err = io.OpenFD(t, p.Path, flags|unix.O_CLOEXEC, uint32(mode))
			} else {
				err = native.Call(t, func() (err error) {
					fd, err = unix.Openat(at, p.Path, flags|unix.O_CLOEXEC, uint32(mode))
					return err
				})
			}
			if err != nil {
				return value{}, fail(err, &p)
			}
			return count(fd), nil
		}),
		onFD("close", "fd", "Close a descriptor.", func(t *thread, fd int, a []value) (value, error) {
			var err error
			objects.H.Blocking(t, func() { err = unix.Close(fd) })
			if err != nil && err != unix.EINTR {
				return value{}, native.OSError(err, value{})
			}
			return objects.None, nil
		}),
		fn("closerange", "fd_low, fd_high, /", "Close what is open of the descriptors from fd_low on and below fd_high.", func(t *thread, a []value) (value, error) {
			low, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			high, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			if low = max(low, 0); low < high {
				if unix.CloseRange(uint(low), uint(high-1), 0) != nil {
					for fd := low; fd < min(high, 1<<16); fd++ {
						_ = unix.Close(fd)
					}
				}
			}
			return objects.None, nil
		}),
		onFD("read", "fd, length, /", "Take up to length bytes from a descriptor: as many as are there, and none at the end of the file.", func(t *thread, fd int, a []value) (value, error) {
			n, err := objects.IndexInt(t, a[1], &objects.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			if err := io.WaitReadable(t, fd); err != nil {
				return value{}, err
			}
			return readBytes(t, n, func(b []byte) (int, error) { return unix.Read(fd, b) })
		}),
		onFD("write", "fd, data, /", "Hand bytes to a descriptor. The result is how many of them it took.", func(t *thread, fd int, a []value) (value, error) {
			b, release, err := native.Bytes(t, a[1])
			if err != nil {
				return value{}, err
			}
			defer release()
			if len(b) > 0x7ffff000 {
				b = b[:0x7ffff000]
			}
			return counted(t, func() (int, error) { return unix.Write(fd, b) })
		}),
		onFD("readv", "fd, buffers, /", "Read into writable buffers, filling one after the other. The result is the number of bytes.", func(t *thread, fd int, a []value) (value, error) {
			list, release, err := buffers(t, a[1], "readv", true)
			defer release()
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.Readv(fd, list) })
		}),
		onFD("writev", "fd, buffers, /", "Write the contents of several buffers with one call. The result is the number of bytes.", func(t *thread, fd int, a []value) (value, error) {
			list, release, err := buffers(t, a[1], "writev", false)
			defer release()
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.Writev(fd, list) })
		}),
		onFD("pread", "fd, length, offset, /", "Take up to length bytes from the position offset, without moving the descriptor's own position.", func(t *thread, fd int, a []value) (value, error) {
			n, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			off, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			return readBytes(t, n, func(b []byte) (int, error) { return unix.Pread(fd, b, off) })
		}),
		onFD("pwrite", "fd, buffer, offset, /", "Write at the position offset, without moving the descriptor's own position. The result is the number of bytes.", func(t *thread, fd int, a []value) (value, error) {
			b, release, err := native.Bytes(t, a[1])
			if err != nil {
				return value{}, err
			}
			defer release()
			off, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.Pwrite(fd, b, off) })
		}),
		onFD("preadv", "fd, buffers, offset, flags=0, /", "Like readv(), but from the position offset and without moving the descriptor's own. flags are made of the RWF_ constants.", func(t *thread, fd int, a []value) (value, error) {
			list, release, err := buffers(t, a[1], "preadv", true)
			defer release()
			if err != nil {
				return value{}, err
			}
			off, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			flags, err := native.IntOr(t, a[3], 0)
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.Preadv2(fd, list, off, flags) })
		}),
		onFD("pwritev", "fd, buffers, offset, flags=0, /", "Like writev(), but at the position offset and without moving the descriptor's own. flags are made of the RWF_ constants.", func(t *thread, fd int, a []value) (value, error) {
			list, release, err := buffers(t, a[1], "pwritev", false)
			defer release()
			if err != nil {
				return value{}, err
			}
			off, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			flags, err := native.IntOr(t, a[3], 0)
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.Pwritev2(fd, list, off, flags) })
		}),
		onFD("lseek", "fd, position, whence, /", "Move a descriptor's position, counted from the start (whence is 0), from where it is (1) or from the end (2). The result counts from the start.", func(t *thread, fd int, a []value) (value, error) {
			pos, err := native.Int64(t, a[1])
			if err != nil {
				return value{}, err
			}
			whence, err := native.Int(t, a[2])
			if err != nil {
				return value{}, err
			}
			var n int64
			_, err = simple(t, func() (err error) {
				n, err = unix.Seek(fd, pos, whence)
				return err
			})
			return num(n), err
		}),
		onFD("ftruncate", "fd, length, /", "Cut the open file down to length bytes, or fill it up with zeros.", func(t *thread, fd int, a []value) (value, error) {
			n, err := native.Int64(t, a[1])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Ftruncate(fd, n) })
		}),
		fn("fsync", "fd", "Wait until everything that was written to the file has reached the disk.", func(t *thread, a []value) (value, error) {
			fd, err := native.FileDescriptor(t, a[0])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fsync(fd) })
		}),
		fn("fdatasync", "fd", "Like fsync(), but skip what is not needed to read the data back, such as times.", func(t *thread, a []value) (value, error) {
			fd, err := native.FileDescriptor(t, a[0])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fdatasync(fd) })
		}),
		fn("sync", "", "Have the system save what it has not written to the disks yet.", func(t *thread, a []value) (value, error) {
			objects.H.Blocking(t, unix.Sync)
			return objects.None, nil
		}),
		fn("posix_fallocate", "fd, offset, length, /", "Reserve space on the disk, so that writing length bytes from offset on cannot fail for want of it.", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			off, err := native.Int64(t, a[1])
			if err != nil {
				return value{}, err
			}
			n, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fallocate(fd, 0, off, n) })
		}),
		fn("posix_fadvise", "fd, offset, length, advice, /", "Tell the system how a part of a file is going to be read, by one of the POSIX_FADV_ constants.", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			off, err := native.Int64(t, a[1])
			if err != nil {
				return value{}, err
			}
			n, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			advice, err := native.Int(t, a[3])
			if err != nil {
				return value{}, err
			}
			return simple(t, func() error { return unix.Fadvise(fd, off, n, advice) })
		}),
		fn("sendfile", "out_fd, in_fd, offset, count", "Have the kernel copy up to count bytes from in_fd to out_fd. Where offset is None, the position of in_fd counts and moves. The result is the number of bytes.", func(t *thread, a []value) (value, error) {
			out, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			in, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			n, err := objects.IndexInt(t, a[3], &objects.OverflowErrorType)
			if err != nil {
				return value{}, err
			}
			var at *int64
			if native.Given(a[2]) {
				off, err := native.Int64(t, a[2])
				if err != nil {
					return value{}, err
				}
				at = &off
			}
			return counted(t, func() (int, error) { return unix.Sendfile(out, in, at, n) })
		}),
		fn("copy_file_range", "src, dst, count, offset_src=None, offset_dst=None", "Have the kernel copy up to count bytes of one file to another. Where an offset is None, the file's own position counts and moves. The result is the number of bytes.", func(t *thread, a []value) (value, error) {
			return transfer(t, a, func(src int, from *int64, dst int, to *int64, n, flags int) (int, error) {
				return unix.CopyFileRange(src, from, dst, to, n, flags)
			})
		}),
		fn("splice", "src, dst, count, offset_src=None, offset_dst=None, flags=0", "Have the kernel move up to count bytes between a pipe and another descriptor. The result is the number of bytes, 0 at the end of the input.", func(t *thread, a []value) (value, error) {
			return transfer(t, a, func(src int, from *int64, dst int, to *int64, n, flags int) (int, error) {
				k, err := unix.Splice(src, from, dst, to, n, flags)
				return int(k), err
			})
		}),
		fn("lockf", "fd, command, length, /", "Lock length bytes of a file from its position on (F_LOCK, or F_TLOCK where it should not wait), unlock them (F_ULOCK), or fail where another process has locked them (F_TEST).", func(t *thread, a []value) (value, error) {
			fd, err := native.Int(t, a[0])
			if err != nil {
				return value{}, err
			}
			cmd, err := native.Int(t, a[1])
			if err != nil {
				return value{}, err
			}
			n, err := native.Int64(t, a[2])
			if err != nil {
				return value{}, err
			}
			lk := unix.Flock_t{Type: unix.F_WRLCK, Whence: 1, Len: n}
			op := unix.F_SETLKW
			switch cmd {
			case 0:
				lk.Type, op = unix.F_UNLCK, unix.F_SETLK
			case 1:
			case 2:
				op = unix.F_SETLK
			case 3:
				op = unix.F_GETLK
			default:
				return value{}, native.OSError(unix.EINVAL, value{})
			}
			return simple(t, func() error {
				err := unix.FcntlFlock(uintptr(fd), op, &lk)
				if err == nil && cmd == 3 && lk.Type != unix.F_UNLCK && int(lk.Pid) != unix.Getpid() {
					err = unix.EACCES
				}
				return err
			})
		}),
		fn("memfd_create", "name, flags=1", "", func(t *thread, a []value) (value, error) {
			p, err := native.Path(t, a[0], "", "", false, false)
			if err != nil {
				return value{}, err
			}
			flags, err := native.IntOr(t, a[1], unix.MFD_CLOEXEC)
			if err != nil {
				return value{}, err
			}
			return counted(t, func() (int, error) { return unix.MemfdCreate(p.Path, flags) })
		}),
	}
}

// transfer is copy_file_range() and splice().
func transfer(t *thread, a []value, f func(src int, from *int64, dst int, to *int64, n, flags int) (int, error)) (value, error) {
	var ints [3]int
	for i := range ints {
		var err error
		if ints[i], err = objects.IndexInt(t, a[i], &objects.OverflowErrorType); err != nil {
			return value{}, err
		}
	}
	if ints[2] < 0 {
		return value{}, objects.ValueErrorf("negative value for 'count' not allowed")
	}
	var offsets [2]*int64
	for i := range offsets {
		if native.Given(a[3+i]) {
			n, err := native.Int64(t, a[3+i])
			if err != nil {
				return value{}, err
			}
			offsets[i] = &n
		}
	}
	flags := 0
	if len(a) > 5 {
		var err error
		if flags, err = native.IntOr(t, a[5], 0); err != nil {
			return value{}, err
		}
	}
	return counted(t, func() (int, error) { return f(ints[0], offsets[0], ints[1], offsets[1], ints[2], flags) })
}
