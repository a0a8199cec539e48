package sre

import "github.com/adder-lang/adder/objects"

// The opcodes, in the order of re._constants.
const (
	opFailure = iota
	opSuccess
	opAny
	opAnyAll
	opAssert
	opAssertNot
	opAt
	opBranch
	opCategory
	opCharset
	opBigCharset
	opGroupRef
	opGroupRefExists
	opIn
	opInfo
	opJump
	opLiteral
	opMark
	opMaxUntil
	opMinUntil
	opNotLiteral
	opNegate
	opRange
	opRepeat
	opRepeatOne
	opSubpattern
	opMinRepeatOne
	opAtomicGroup
	opPossessiveRepeat
	opPossessiveRepeatOne
	opGroupRefIgnore
	opInIgnore
	opLiteralIgnore
	opNotLiteralIgnore
	opGroupRefLocIgnore
	opInLocIgnore
	opLiteralLocIgnore
	opNotLiteralLocIgnore
	opGroupRefUniIgnore
	opInUniIgnore
	opLiteralUniIgnore
	opNotLiteralUniIgnore
	opRangeUniIgnore
	numOps
)

// The positions of AT.
const (
	atBeginning = iota
	atBeginningLine
	atBeginningString
	atBoundary
	atNonBoundary
	atEnd
	atEndLine
	atEndString
	atLocBoundary
	atLocNonBoundary
	atUniBoundary
	atUniNonBoundary
)

// The categories of characters. Those with an odd number are the complements of the ones before them.
const (
	catDigit = 2 * iota
	catSpace
	catWord
	catLinebreak
	catLocWord
	catUniDigit
	catUniSpace
	catUniWord
	catUniLinebreak
)

// The flags of the INFO block.
const (
	infoPrefix  = 1
	infoLiteral = 2
	infoCharset = 4
)

func asciiWord(c uint32) bool {
	return c == '_' || c-'0' < 10 || c|0x20-'a' < 26 && c < 128
}

func asciiLower(c uint32) uint32 {
	if c-'A' < 26 {
		return c + 32
	}
	return c
}

// locLower and locUpper follow the C locale, the only one that bytes patterns see here.
func locLower(c uint32) uint32 { return asciiLower(c) }

func locUpper(c uint32) uint32 {
	if c-'a' < 26 {
		return c - 32
	}
	return c
}

func uniLower(c uint32) uint32 {
	if c < 128 {
		return asciiLower(c)
	}
	return uint32(objects.ToLowerRune(rune(c)))
}

func uniUpper(c uint32) uint32 {
	if c < 128 {
		return locUpper(c)
	}
	return uint32(objects.ToUpperRune(rune(c)))
}

func uniWord(c uint32) bool {
	if c < 128 {
		return asciiWord(c)
	}
	return objects.IsAlnum(rune(c))
}

func lineBreak(c uint32) bool {
	return c-10 < 4 || c-0x1c < 3 || c == 0x85 || c == 0x2028 || c == 0x2029
}

// inCategory reports whether a code point belongs to a category.
func inCategory(cat, c uint32) bool {
	var in bool
	switch cat &^ 1 {
	case catDigit:
		in = c-'0' < 10
	case catSpace:
		in = c-9 < 5 || c == ' '
	case catWord, catLocWord:
		in = asciiWord(c)
	case catLinebreak:
		in = c == '\n'
	case catUniDigit:
		in = c-'0' < 10 || c >= 128 && objects.IsDecimal(rune(c))
	case catUniSpace:
		if c < 128 {
			in = c-9 < 5 || c-0x1c < 5
		} else {
			in = objects.IsSpace(rune(c))
		}
	case catUniWord:
		in = uniWord(c)
	case catUniLinebreak:
		in = lineBreak(c)
	}
	return in != (cat&1 != 0)
}

// inSet runs the words of a character set from pc on.
func inSet(code []uint32, pc int, c uint32) bool {
	ok := true
	for {
		op := code[pc]
		pc++
		switch op {
		case opFailure:
			return !ok
		case opLiteral:
			if c == code[pc] {
				return ok
			}
			pc++
		case opNegate:
			ok = !ok
		case opCategory:
			if inCategory(code[pc], c) {
				return ok
			}
			pc++
		case opCharset:
			if c < 256 && code[pc+int(c>>5)]>>(c&31)&1 != 0 {
				return ok
			}
			pc += 8
		case opRange:
			if code[pc] <= c && c <= code[pc+1] {
				return ok
			}
			pc += 2
		case opRangeUniIgnore:
			if code[pc] <= c && c <= code[pc+1] {
				return ok
			}
			if u := uniUpper(c); code[pc] <= u && u <= code[pc+1] {
				return ok
			}
			pc += 2
		case opBigCharset:
			blocks := int(code[pc])
			pc++
			block := -1
			if c < 0x10000 {
				i := int(c >> 8)
				block = int(code[pc+i>>2] >> (i & 3 * 8) & 0xFF)
			}
			pc += 64
			if block >= 0 && code[pc+block*8+int(c>>5&7)]>>(c&31)&1 != 0 {
				return ok
			}
			pc += blocks * 8
		default:
			return false
		}
	}
}
