package ucd

// Where the fields of a record of case mappings lie: differences, or a string in the pool.
const (
	caseSimpleLower = 4 * iota
	caseSimpleUpper
	caseLower
	caseUpper
	caseTitle
	caseFold
	caseRecordSize
)

func caseRecord(r rune) int {
	return atCaseRecords + trie(atCaseIndex, atCaseBlocks, caseShift, r)*caseRecordSize
}

// SimpleLower and SimpleUpper are the mappings to a single character, which regular expressions use.
func SimpleLower(r rune) rune { return simple(r, caseSimpleLower) }

func SimpleUpper(r rune) rune { return simple(r, caseSimpleUpper) }

func simple(r rune, field int) rune {
	if uint32(r) > maxRune {
		return r
	}
	return r + rune(u32(caseRecord(r)+field))
}

// AppendLower, AppendUpper, AppendTitle and AppendFold append the full mapping of a character, without regard to what
// stands around it.
func AppendLower(b []rune, r rune) []rune { return appendCase(b, r, caseLower) }
func AppendUpper(b []rune, r rune) []rune { return appendCase(b, r, caseUpper) }
func AppendTitle(b []rune, r rune) []rune { return appendCase(b, r, caseTitle) }
func AppendFold(b []rune, r rune) []rune  { return appendCase(b, r, caseFold) }

func appendCase(b []rune, r rune, field int) []rune {
	if uint32(r) > maxRune {
		return append(b, r)
	}
	v := int32(u32(caseRecord(r) + field))
	// A string is marked by bit 30; a difference, which may be negative, has bits 30 and 31 equal.
	if v>>30 != 1 {
		return append(b, r+v)
	}
	at, n := atCasePool+int(v&0xFFFFFF)*4, int(v>>24&0x3F)
	for i := range n {
		b = append(b, rune(u32(at+i*4)))
	}
	return b
}
