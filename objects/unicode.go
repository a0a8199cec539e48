package objects

import "github.com/adder-lang/adder/internal/ucd"

// The properties of characters that str asks, from the Unicode database.

func isSpace(r rune) bool     { return ucd.FlagsOf(r)&ucd.Space != 0 }
func isPrintable(r rune) bool { return ucd.FlagsOf(r)&ucd.Printable != 0 }

// IsIdentifierStart and IsIdentifierPart report whether a character may begin or continue an identifier, before
// normalisation.
func IsIdentifierStart(r rune) bool { return ucd.FlagsOf(r)&ucd.XIDStart != 0 }
func IsIdentifierPart(r rune) bool  { return ucd.FlagsOf(r)&ucd.XIDContinue != 0 }

// IsPrintable reports whether repr() shows a character as it is.
func IsPrintable(r rune) bool { return isPrintable(r) }

// alnum are the properties of which str.isalnum() wants one.
const alnum = ucd.Alpha | ucd.Decimal | ucd.Digit | ucd.Numeric

// IsAlnum reports whether str.isalnum() holds for a character.
func IsAlnum(r rune) bool { return ucd.FlagsOf(r)&alnum != 0 }

// IsSpace, IsDecimal and the following are the character tests of str.
func IsSpace(r rune) bool   { return isSpace(r) }
func IsDecimal(r rune) bool { return ucd.FlagsOf(r)&ucd.Decimal != 0 }
func IsAlpha(r rune) bool   { return ucd.FlagsOf(r)&ucd.Alpha != 0 }

// IsUpper and IsLower report the case of a character; IsCased whether it has any.
func IsUpper(r rune) bool { return ucd.FlagsOf(r)&ucd.Upper != 0 }
func IsLower(r rune) bool { return ucd.FlagsOf(r)&ucd.Lower != 0 }

// decimalValue returns the value of a decimal digit of any script, -1 for other characters.
func decimalValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r < 128:
		return -1
	}
	return ucd.Current.Decimal(r)
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

// ToLowerRune is the single-character lower case that regular expressions use.
func ToLowerRune(r rune) rune { return ucd.SimpleLower(r) }

// ToUpperRune is the single-character upper case.
func ToUpperRune(r rune) rune { return ucd.SimpleUpper(r) }
