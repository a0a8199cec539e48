//go:build linux && amd64 && !nojit

package asm

import "unsafe"

// cleanCache makes written code visible to instruction fetches. The processor does that by itself.
func cleanCache(write, run unsafe.Pointer, n uintptr) {}

// syncCode is what a thread does before it runs code published since it last did.
func syncCode() {}
