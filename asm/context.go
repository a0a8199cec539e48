package asm

import "unsafe"

// Context is what machine code knows of the thread that runs it. The fixed register [CtxReg] holds its address.
// One exists for each Python thread; it is a Go object like any other. Fields that the trampoline fills are valid
// from an entry to the next exit only.
//
// Machine code writes raw words only, so it needs no write barrier here.
type Context struct {
	// Filled by the trampoline at each entry.
	g       uintptr // the goroutine
	base    uintptr // &Values[0] of the running activation
	sp      uintptr // stack pointer during the call, for the self-test
	barrier uint64  // copy of the collector's write barrier flag

	flag      *uint32 // the collector's write barrier flag
	attention *uint32 // the thread's attention word
	epoch     uint64  // the code epoch at the last entry; see Memory.Publish
	save      [2]uint64

	// Raw words for the code generator's use, for instance a helper's number and its raw arguments. Calls of
	// helpers that run machine code on the same thread overwrite them.
	Aux [8]uint64
}

// NewContext makes the context of a thread. Polls leave machine code while *attention is not zero; other threads set
// it by atomic operations.
func NewContext(attention *uint32) *Context {
	return &Context{flag: barrierFlag(), attention: attention}
}

// AuxOffset is the offset of Aux[i] in bytes, for use with [Ctx].
func AuxOffset(i int) uintptr { return unsafe.Offsetof(Context{}.Aux) + 8*uintptr(i) }

const (
	offG         = unsafe.Offsetof(Context{}.g)
	offBarrier   = unsafe.Offsetof(Context{}.barrier)
	offAttention = unsafe.Offsetof(Context{}.attention)
	offSave      = unsafe.Offsetof(Context{}.save)
)

// Sizes of an activation's two arrays, in words each.
const (
	NarrowSlots = 64   // used by Run; costs 19 ns of zeroing an activation
	WideSlots   = 1024 // used by RunWide, for the rare trace that keeps more alive at an exit
)

// narrow and wide are the arrays of an activation: registers as the collector sees them. They are local variables
// of Run and RunWide, so that they count as the goroutine's stack.
type narrow struct {
	//lint:ignore U1000 machine code writes it
	raws   [NarrowSlots]uint64
	values [NarrowSlots]unsafe.Pointer
}

type wide struct {
	//lint:ignore U1000 machine code writes it
	raws   [WideSlots]uint64
	values [WideSlots]unsafe.Pointer
}

// View gives Go access to the arrays of a running activation. It points into the goroutine's stack: it may be passed
// to functions but never stored in the heap, in a closure that outlives the call, or sent elsewhere.
type View struct {
	base unsafe.Pointer // &values[0]
	n    int
}

// Len is the number of words in each of the two arrays.
func (v View) Len() int { return v.n }

// Value reads word i of the values.
func (v View) Value(i int) unsafe.Pointer { return *(*unsafe.Pointer)(v.at(i, 8*i)) }

// SetValue writes word i of the values: a Go pointer, or a word that the Go collector takes for none.
func (v View) SetValue(i int, p unsafe.Pointer) { *(*unsafe.Pointer)(v.at(i, 8*i)) = p }

// Raw reads word i of the raw numbers.
func (v View) Raw(i int) uint64 { return *(*uint64)(v.at(i, -8*(i+1))) }

// SetRaw writes word i of the raw numbers.
func (v View) SetRaw(i int, x uint64) { *(*uint64)(v.at(i, -8*(i+1))) = x }

func (v View) at(i, offset int) unsafe.Pointer {
	if uint(i) >= uint(v.n) {
		panic("asm: slot out of range")
	}
	return unsafe.Add(v.base, offset)
}
