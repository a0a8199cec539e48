package sre

import "github.com/adder-lang/adder/objects"

func lowerASCII(c uint32) uint32 {
	if c-'A' < 26 {
		return c + 32
	}
	return c
}

func upperASCII(c uint32) uint32 {
	if c-'a' < 26 {
		return c - 32
	}
	return c
}

func lowerUnicode(c uint32) uint32 {
	if c < 128 {
		return lowerASCII(c)
	}
	return uint32(objects.ToLowerRune(rune(c)))
}

func upperUnicode(c uint32) uint32 {
	if c < 128 {
		return upperASCII(c)
	}
	return uint32(objects.ToUpperRune(rune(c)))
}

func isWordASCII(c uint32) bool {
	return c-'0' < 10 || c|32-'a' < 26 && c < 128 || c == '_'
}

func isWordUnicode(c uint32) bool {
	if c < 128 {
		return isWordASCII(c)
	}
	return objects.IsAlnum(rune(c))
}

func isLinebreak(c uint32) bool {
	return c-'\n' < 4 || c-0x1c < 3 || c == 0x85 || c == 0x2028 || c == 0x2029
}

// inCategory reports whether a character belongs to a category. The locale is taken to be one of UTF-8, in which only the
// bytes of ASCII are letters.
func inCategory(cat, c uint32) bool {
	var in bool
	switch cat &^ 1 {
	case catDigit:
		in = c-'0' < 10
	case catSpace:
		in = c == ' ' || c-'\t' < 5
	case catWord, catLocWord:
		in = isWordASCII(c)
	case catLinebreak:
		in = c == '\n'
	case catUniDigit:
		in = objects.IsDecimal(rune(c))
	case catUniSpace:
		in = objects.IsSpace(rune(c))
	case catUniWord:
		in = isWordUnicode(c)
	case catUniLinebreak:
		in = isLinebreak(c)
	}
	return in != (cat&1 != 0)
}

// inSet interprets a set, which ends in FAILURE.
func inSet(set []uint32, c uint32) bool {
	found := true
	for {
		switch set[0] {
		case opFailure:
			return !found
		case opNegate:
			found = !found
			set = set[1:]
		case opLiteral:
			if c == set[1] {
				return found
			}
			set = set[2:]
		case opCategory:
			if inCategory(set[1], c) {
				return found
			}
			set = set[2:]
		case opRange:
			if set[1] <= c && c <= set[2] {
				return found
			}
			set = set[3:]
		case opRangeUniIgnore:
			if set[1] <= c && c <= set[2] {
				return found
			}
			if u := upperUnicode(c); set[1] <= u && u <= set[2] {
				return found
			}
			set = set[3:]
		case opCharset:
			if c < 256 && set[1+c/32]>>(c%32)&1 != 0 {
				return found
			}
			set = set[9:]
		case opBigCharset:
			n := set[1]
			if c < 1<<16 {
				high := c >> 8
				chunk := set[2+high/4] >> (high % 4 * 8) & 255
				if chunk < n && set[66+chunk*8+c%256/32]>>(c%32)&1 != 0 {
					return found
				}
			}
			set = set[66+n*8:]
		default:
			return false
		}
	}
}

// charset is a set with the answers for the first 256 characters, case folding included.
type charset struct {
	bits [8]uint32
	op   uint32 // IN or one of its variants
	set  []uint32
}

func newCharset(op uint32, set []uint32) *charset {
	s := &charset{op: op, set: set}
	for c := range uint32(256) {
		if s.slow(c) {
			s.bits[c/32] |= 1 << (c % 32)
		}
	}
	return s
}

func (s *charset) has(c uint32) bool {
	if c < 256 {
		return s.bits[c/32]>>(c%32)&1 != 0
	}
	return s.slow(c)
}

func (s *charset) slow(c uint32) bool {
	switch s.op {
	case opInIgnore:
		return inSet(s.set, lowerASCII(c))
	case opInUniIgnore:
		return inSet(s.set, lowerUnicode(c))
	case opInLocIgnore:
		l, u := lowerASCII(c), upperASCII(c)
		return inSet(s.set, l) || u != l && inSet(s.set, u)
	}
	return inSet(s.set, c)
}
