//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"sync/atomic"
	"unsafe"
)

// This is the one file that knows Go's runtime from inside. SelfTest checks what it claims.

// writeBarrier is the collector's flag. The runtime marks it as kept for packages that read it.
//
//go:linkname writeBarrier runtime.writeBarrier
var writeBarrier struct {
	enabled bool
	pad     [3]byte
	alignme uint64
}

// barrierFlag is the address of the flag; compiled code reads it as 32 bits too.
func barrierFlag() *uint32 { return (*uint32)(unsafe.Pointer(&writeBarrier)) }

// Offsets in runtime.g, which begins with its stack's bounds.
const (
	stackLoOffset    = 0
	stackHiOffset    = 8
	stackguardOffset = 16 // stackguard0, compared with SP by every prologue
)

// preemptMark and above, unsigned, is what stackguard0 holds while the scheduler wants the goroutine to stop.
// Comparing with SP instead would give false alarms, as the guard moves with the stack.
const preemptMark = -4096

// enter calls code and returns its exit number. It is written in assembly: Go never preempts such a function
// asynchronously, so between its reading of the write barrier's flag and the code's last store no collection starts
// or ends. The arrays do not escape; SelfTest makes sure.
//
//go:noescape
func enter(ctx *Context, code uintptr, values unsafe.Pointer) uint64

// readG copies the first words of the running goroutine's g.
//
//go:noescape
func readG(words *[4]uint64)

// codeEpoch counts publications; see syncCode.
var codeEpoch atomic.Uint64

// noescape hides a pointer from escape analysis. The result points into the stack and moves with it, like every
// pointer on the stack; it must not reach the heap.
//
//go:nosplit
func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return *(*unsafe.Pointer)(unsafe.Pointer(&x))
}
