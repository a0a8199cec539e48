// Package ucd is the Unicode character database of the version that Python 3.13 has (15.1.0), and what Unicode 3.2.0 gave
// where it was otherwise: properties, case mappings, normal forms and names. Go's own tables follow the Go release.
//
// The data is one string, tables.bin, that the linker places into the binary: nothing is unpacked at start, and a
// property is two or three loads. tables.py writes it, and layout.go, which says what lies where; the tests compare every
// code point with recorded answers.
package ucd

import (
	_ "embed"
	"math"
)

//go:embed tables.bin
var tables string

func u16(at int) int {
	b := tables[at : at+2]
	return int(b[0]) | int(b[1])<<8
}

func u32(at int) uint32 {
	b := tables[at : at+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func float(at int) float64 {
	return math.Float64frombits(uint64(u32(at)) | uint64(u32(at+4))<<32)
}

// trie looks a code point up.
func trie(index, blocks, shift int, r rune) int {
	block := u16(index + int(r>>shift)*2)
	return u16(blocks + (block<<shift|int(r&(1<<shift-1)))*2)
}

// maxRune is the last code point.
const maxRune = 0x10FFFF

// record returns where the record of a character lies.
func record(r rune) int {
	if uint32(r) > maxRune {
		r = maxRune // unassigned
	}
	return atPropRecords + trie(atPropIndex, atPropBlocks, propShift, r)*recordSize
}

// Where the fields of a record lie.
const (
	fieldFlags    = 0
	fieldCategory = 2
	fieldBidi     = 3
	fieldClass    = 4
	fieldWidth    = 5 // and the bit mirrored
	fieldQuick    = 6
	fieldNumber   = 7
	fieldDecimal  = 8
	fieldDigit    = 9
	recordSize    = 10

	mirroredBit = 0x80
	noValue     = 255
)
