//go:build linux && (amd64 || arm64) && !nojit

package asm

import "fmt"

// Disassemble decodes code that lies at address base, one line an instruction: offset, bytes and text. What does
// not decode is shown as such, and decoding goes on behind it.
func Disassemble(code []byte, base uint64) []string {
	var lines []string
	for at := 0; at < len(code); {
		text, n := decode(code[at:], base+uint64(at))
		lines = append(lines, fmt.Sprintf("%6x  %-24x  %s", at, code[at:at+n], text))
		at += n
	}
	return lines
}
