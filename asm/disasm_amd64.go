//go:build linux && amd64 && !nojit

package asm

import "golang.org/x/arch/x86/x86asm"

// decode gives the text and length of the first instruction, in Intel's syntax.
func decode(code []byte, pc uint64) (text string, n int) {
	inst, err := x86asm.Decode(code, 64)
	if err != nil || inst.Len == 0 {
		return "(bad)", 1
	}
	return x86asm.IntelSyntax(inst, pc, nil), inst.Len
}
