package objects

import "unsafe"

// maxAllocation is the size in bytes past which an allocation fails without being tried: Go's own out-of-memory error
// ends the process and cannot be caught. SetMemoryLimit lowers it to what the machine has.
var maxAllocation uint64 = 1 << 40

// SetMemoryLimit sets the size in bytes of the largest single allocation that a program may ask for.
func SetMemoryLimit(bytes uint64) { maxAllocation = bytes }

// CheckSize fails with MemoryError where n items of the given size in bytes are too large to allocate. Every allocation
// whose size a program chooses asks it first.
func CheckSize(n int, itemSize int) error {
	if n < 0 || itemSize > 0 && uint64(n) > maxAllocation/uint64(itemSize) {
		return NewError(&MemoryErrorType)
	}
	return nil
}

// Room for small objects that refer to nothing but variables of the program and themselves: ints that do not fit a word,
// short strings. Several are cut from one allocation of plain words, which the collector does not look into: 32 bytes cost 17 ns,
// 128 cost 22. An object that lives on keeps its neighbours' memory. With 256 bytes for strings, programs that keep one string of
// some that they make had half as much memory again, and were no faster.
//
// Concurrency: without the global lock each thread would have its own.
var (
	intRoom struct {
		ints *[intsInRoom]IntObject
		used int
	}
	strRoom struct {
		words *[strRoomWords]uint64
		used  uintptr // words
	}
)

const (
	intsInRoom   = 4
	strRoomWords = 16
)

// newInt allocates an int object for the caller to fill with a number of up to 127 bits.
func newInt() *IntObject {
	r := &intRoom
	if i := r.used; i < intsInRoom && r.ints != nil {
		r.used++
		return &r.ints[i]
	}
	p := (*[intsInRoom]IntObject)(unsafe.Pointer(new([intsInRoom * unsafe.Sizeof(IntObject{}) / 8]uint64)))
	r.ints, r.used = p, 1
	return &p[0]
}

// newPlain allocates words for an object without pointers.
func newPlain(words uintptr) unsafe.Pointer {
	r := &strRoom
	if i := r.used; r.words != nil && i+words <= strRoomWords {
		r.used += words
		return unsafe.Pointer(&r.words[i])
	}
	if words > strRoomWords/2 {
		return unsafe.Pointer(unsafe.SliceData(make([]uint64, words)))
	}
	p := new([strRoomWords]uint64)
	r.words, r.used = p, words
	return unsafe.Pointer(p)
}
