//go:build linux && arm64 && !nojit

package asm

import "golang.org/x/arch/arm64/arm64asm"

// decode gives the text and length of the first instruction, in GNU's syntax.
func decode(code []byte, pc uint64) (text string, n int) {
	if len(code) < 4 {
		return "(bad)", len(code)
	}
	inst, err := arm64asm.Decode(code)
	if err != nil {
		return "(bad)", 4
	}
	return arm64asm.GNUSyntax(inst), 4
}
