package resident

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// The auxiliary vector's entries that say where the program headers of the executable are (getauxval(3)).
const (
	auxHeaders     = 3
	auxHeaderCount = 5
)

// A program header of a 64-bit executable, and what matters of its fields' values (elf(5)). Package debug/elf has them too, and
// much that is initialised before it.
type programHeader struct {
	kind, flags uint32
	_           uint64 // p_offset
	virtual     uint64
	_, _        uint64 // p_paddr, p_filesz
	memorySize  uint64
	_           uint64 // p_align
}

const (
	headerLoad  = 1 // PT_LOAD
	headerTable = 6 // PT_PHDR
	flagWrite   = 2 // PF_W
)

// DropExecutable gives the pages of the executable's code and constants back to the system, which has them in its page cache:
// those that the program goes on to use are mapped again as they are touched, at well below a millisecond for all.
func DropExecutable() {
	constantSegments(drop)
}

// drop gives pages back. What cannot be dropped stays.
func drop(begin, end uintptr) {
	_, _, _ = unix.RawSyscall(unix.SYS_MADVISE, begin, end-begin, unix.MADV_DONTNEED)
}

// constantSegments calls do with the first address of each loaded segment that is never written to and the one behind its last
// whole page.
func constantSegments(do func(begin, end uintptr)) {
	aux, err := unix.Auxv()
	if err != nil {
		return
	}
	var first, count uintptr
	for _, a := range aux {
		switch a[0] {
		case auxHeaders:
			first = a[1]
		case auxHeaderCount:
			count = a[1]
		}
	}
	if first == 0 {
		return
	}
	headers := unsafe.Slice(*(**programHeader)(unsafe.Pointer(&first)), count)
	var bias uintptr // of an executable that lies elsewhere than it was linked for
	for _, h := range headers {
		if h.kind == headerTable {
			bias = first - uintptr(h.virtual)
		}
	}
	page := uintptr(unix.Getpagesize())
	for _, h := range headers {
		if h.kind == headerLoad && h.flags&flagWrite == 0 {
			do((bias+uintptr(h.virtual))&^(page-1), (bias+uintptr(h.virtual+h.memorySize))&^(page-1))
		}
	}
}
