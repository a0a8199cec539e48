package ucd

// Flags are the properties that str tests, in the order of tables.py.
type Flags uint16

const (
	Alpha Flags = 1 << iota
	Decimal
	Digit
	Numeric
	Lower
	Upper
	Title
	Printable
	Space
	Cased
	CaseIgnorable
	XIDStart    // may begin an identifier; its NFKC form may as well
	XIDContinue // may continue one
)

// FlagsOf returns the properties of a character; what is no code point has none.
func FlagsOf(r rune) Flags {
	if uint32(r) < 256 {
		return Flags(u16(atLatin1Flags + int(r)*2))
	}
	return Flags(u16(record(r) + fieldFlags))
}

// Database is a version of the data.
type Database int

// Current is Unicode 15.1.0, Old Unicode 3.2.0, which internationalised domain names are defined by.
const (
	Current Database = iota
	Old
)

func (d Database) record(r rune) int {
	if d == Current {
		return record(r)
	}
	return atOldRecords + trie(atOldIndex, atOldBlocks, oldShift, r)*recordSize
}

// Category returns the general category of a character, such as "Lu".
func (d Database) Category(r rune) string { return categories[tables[d.record(r)+fieldCategory]] }

// Bidirectional returns the bidirectional class, empty for what has none.
func (d Database) Bidirectional(r rune) string { return bidis[tables[d.record(r)+fieldBidi]] }

// Combining returns the canonical combining class.
func (d Database) Combining(r rune) int { return int(tables[d.record(r)+fieldClass]) }

// EastAsianWidth returns the East Asian width, such as "W".
func (d Database) EastAsianWidth(r rune) string {
	return widths[tables[d.record(r)+fieldWidth]&^mirroredBit]
}

// Mirrored reports whether a character is mirrored in text that runs from right to left.
func (d Database) Mirrored(r rune) bool { return tables[d.record(r)+fieldWidth]&mirroredBit != 0 }

// Decimal returns the value of a decimal digit, -1 for other characters.
func (d Database) Decimal(r rune) int { return value(tables[d.record(r)+fieldDecimal]) }

// Digit returns the value of a digit, superscripts and the like included, -1 for other characters.
func (d Database) Digit(r rune) int { return value(tables[d.record(r)+fieldDigit]) }

func value(b byte) int {
	if b == noValue {
		return -1
	}
	return int(b)
}

// Numeric returns the value of a character that stands for a number, a fraction for instance.
func (d Database) Numeric(r rune) (float64, bool) {
	n := tables[d.record(r)+fieldNumber]
	if n == noValue {
		return 0, false
	}
	return float(atNumbers + int(n)*8), true
}

// assigned reports whether a version has a character.
func (d Database) assigned(r rune) bool { return tables[d.record(r)+fieldCategory] != 0 }
