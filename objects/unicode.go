package objects

import (
	"sort"
	"unicode"
)

// The properties of characters, from tables of the Unicode version that Python 3.13 has (15.1): Go's own are older. The
// single-character case mappings are Go's, which agree.

// The properties, in the order of unicode_tables.py.
const (
	uniAlpha = 1 << iota
	uniDecimal
	uniDigit
	uniNumeric
	uniLower
	uniUpper
	uniTitle
	uniPrintable
	uniSpace
	uniCased
	uniCaseIgnorable
	uniXIDStart
	uniXIDContinue
)

// unicodeFlags returns the properties of a character.
func unicodeFlags(r rune) uint16 {
	if uint32(r) < 256 {
		return unicodeLatin1[r]
	}
	if uint32(r) > unicode.MaxRune {
		return 0
	}
	p := uint32(r) >> 8
	lo, hi := int(unicodePage[p]), len(unicodeRunStart)
	if int(p)+1 < len(unicodePage) {
		hi = int(unicodePage[p+1]) + 1
	}
	for lo+1 < hi {
		mid := (lo + hi) / 2
		if unicodeRunStart[mid] <= uint32(r) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return unicodeRunFlags[lo]
}

func isSpace(r rune) bool     { return unicodeFlags(r)&uniSpace != 0 }
func isPrintable(r rune) bool { return unicodeFlags(r)&uniPrintable != 0 }

// IsIdentifierStart and IsIdentifierPart report whether a character may begin or continue an identifier, before
// normalisation.
func IsIdentifierStart(r rune) bool { return unicodeFlags(r)&uniXIDStart != 0 }
func IsIdentifierPart(r rune) bool  { return unicodeFlags(r)&uniXIDContinue != 0 }

// IsPrintable reports whether repr() shows a character as it is.
func IsPrintable(r rune) bool { return isPrintable(r) }

// IsAlnum reports whether str.isalnum() holds for a character.
func IsAlnum(r rune) bool {
	return unicodeFlags(r)&(uniAlpha|uniDecimal|uniDigit|uniNumeric) != 0
}

// IsSpace, IsDecimal and the following are the character tests of str.
func IsSpace(r rune) bool   { return isSpace(r) }
func IsDecimal(r rune) bool { return unicodeFlags(r)&uniDecimal != 0 }
func IsAlpha(r rune) bool   { return unicodeFlags(r)&uniAlpha != 0 }

// IsUpper and IsLower report the case of a character; IsCased whether it has any.
func IsUpper(r rune) bool { return unicodeFlags(r)&uniUpper != 0 }
func IsLower(r rune) bool { return unicodeFlags(r)&uniLower != 0 }

// decimalValue returns the value of a decimal digit of any script, -1 for other characters.
func decimalValue(r rune) int {
	if r < 128 {
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if unicodeFlags(r)&uniDecimal == 0 {
		return -1
	}
	i := sort.Search(len(unicodeZeros), func(i int) bool { return unicodeZeros[i] > uint32(r) })
	return int(uint32(r) - unicodeZeros[i-1])
}

// DecimalValue returns the value of a decimal digit of any script, -1 for other characters.
func DecimalValue(r rune) int { return decimalValue(r) }

// isLineBreak reports whether splitlines() splits at a character.
func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// caseSpecial maps a character to up to three.
type caseSpecial struct {
	from rune
	to   [3]rune
}

func findSpecial(table []caseSpecial, r rune) *caseSpecial {
	i := sort.Search(len(table), func(i int) bool { return table[i].from >= r })
	if i < len(table) && table[i].from == r {
		return &table[i]
	}
	return nil
}

func (c *caseSpecial) append(b []rune) []rune {
	for _, r := range c.to {
		if r != 0 {
			b = append(b, r)
		}
	}
	return b
}

// appendLower, appendUpper, appendTitle and appendFold append the full case mapping of a character.
func appendLower(b []rune, r rune) []rune {
	if c := findSpecial(specialLower[:], r); c != nil {
		return c.append(b)
	}
	return append(b, unicode.ToLower(r))
}

func appendUpper(b []rune, r rune) []rune {
	if c := findSpecial(specialUpper[:], r); c != nil {
		return c.append(b)
	}
	return append(b, unicode.ToUpper(r))
}

func appendTitle(b []rune, r rune) []rune {
	if c := findSpecial(specialTitle[:], r); c != nil {
		return c.append(b)
	}
	return append(b, unicode.ToTitle(r))
}

func appendFold(b []rune, r rune) []rune {
	if c := findSpecial(specialFold[:], r); c != nil {
		return c.append(b)
	}
	return appendLower(b, r)
}

// ToLowerRune is the single-character lower case that regular expressions use.
func ToLowerRune(r rune) rune { return unicode.ToLower(r) }

// ToUpperRune is the single-character upper case.
func ToUpperRune(r rune) rune { return unicode.ToUpper(r) }
