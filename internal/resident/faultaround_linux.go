package resident

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// What x/sys does not declare of userfaultfd(2) and ioctl_userfaultfd(2).
const (
	userModeOnly = 1 // of the call: what unprivileged processes may ask for
	apiVersion   = 0xAA
	// protectAsync resolves faults of write protection in the kernel, without an answer of the process (Linux 6.7).
	protectAsync  = 1 << 15
	protectMode   = 1 << 1
	ioctlAPI      = 0xC018AA3F // UFFDIO_API
	ioctlRegister = 0xC020AA00 // UFFDIO_REGISTER
	// Descriptors from here on disturb no program that expects the lowest free one. Above 63 the kernel would make a larger
	// table and wait for other threads, for some milliseconds.
	quietDescriptors = 60
)

// The kernel does not map the neighbours of a page that is touched where the process watches a mapping for writes, since it
// must see each page for itself. So the segments of constants, which nobody writes, are watched: no page fault is ever
// reported. With the neighbours a start maps 10 MB of them, without 6, and takes no longer, for most of them are never
// touched. Where the kernel is older or forbids it all stays as it was.
func init() {
	fd, _, e := unix.RawSyscall(unix.SYS_USERFAULTFD, unix.O_CLOEXEC|userModeOnly, 0, 0)
	if e != 0 {
		return
	}
	if quiet, err := unix.FcntlInt(fd, unix.F_DUPFD_CLOEXEC, quietDescriptors); err == nil {
		_ = unix.Close(int(fd))
		fd = uintptr(quiet)
	}
	// The descriptor stays open as long as the process, or the kernel would forget.
	api := struct{ version, features, ioctls uint64 }{version: apiVersion, features: protectAsync}
	if _, _, e := unix.RawSyscall(unix.SYS_IOCTL, fd, ioctlAPI, uintptr(unsafe.Pointer(&api))); e != 0 {
		_ = unix.Close(int(fd))
		return
	}
	constantSegments(func(begin, end uintptr) {
		// Go's runtime has touched a little of much by now, and needs most of it no more.
		drop(begin, end)
		r := struct{ begin, size, mode, ioctls uint64 }{uint64(begin), uint64(end - begin), protectMode, 0}
		_, _, _ = unix.RawSyscall(unix.SYS_IOCTL, fd, ioctlRegister, uintptr(unsafe.Pointer(&r)))
	})
}
