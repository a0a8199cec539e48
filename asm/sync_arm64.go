//go:build linux && arm64 && !nojit

package asm

import "unsafe"

// cacheType reads the processor's description of its caches, CTR_EL0.
func cacheType() uint64

// cleanData writes the data cache's lines in [from, to) back to where instructions are fetched from.
//
//go:noescape
func cleanData(from, to unsafe.Pointer, line uintptr)

// dropInstructions drops the instruction cache's lines in [from, to), on all processors.
//
//go:noescape
func dropInstructions(from, to unsafe.Pointer, line uintptr)

// syncCode drops what this processor has fetched ahead. A thread does so before it runs code published since it
// last did.
//
//go:noescape
func syncCode()

// cleanCache makes written code visible to instruction fetches. The two mappings are the same memory: data is
// cleaned through the one and instructions are dropped through the other.
func cleanCache(write, run unsafe.Pointer, n uintptr) {
	ctr := cacheType()
	dline, iline := uintptr(4)<<(ctr>>16&15), uintptr(4)<<(ctr&15)
	align := func(p unsafe.Pointer, line uintptr) unsafe.Pointer {
		return unsafe.Add(p, -int(uintptr(p)&(line-1)))
	}
	cleanData(align(write, dline), unsafe.Add(write, n), dline)
	dropInstructions(align(run, iline), unsafe.Add(run, n), iline)
}
