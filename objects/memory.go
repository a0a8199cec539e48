package objects

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
