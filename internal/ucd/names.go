package ucd

import (
	"fmt"
	"sort"
	"strings"
)

// Words that stand for something: the end of a name, and the character's own number in hexadecimal after a hyphen.
const (
	wordEnd = iota
	wordOwn
	firstWord
)

// MaxName is the length that no name exceeds, in bytes.
const MaxName = 256

const (
	hangulPrefix    = "HANGUL SYLLABLE "
	ideographPrefix = "CJK UNIFIED IDEOGRAPH-"
)

// The short names of the letters of Hangul (Unicode Standard, table 4-8).
var (
	hangulInitials = [hangulLs]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	hangulVowels   = [hangulVs]string{
		"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I",
	}
	hangulFinals = [hangulTs]string{
		"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG",
		"J", "C", "K", "T", "P", "H",
	}
)

func isIdeograph(r rune) bool {
	for i := range ideographRanges {
		if at := atIdeographs + i*8; r >= rune(u32(at)) && r <= rune(u32(at+4)) {
			return true
		}
	}
	return false
}

// Name returns the name of a character, empty where it has none. Aliases and control characters' labels are no names.
func (d Database) Name(r rune) string {
	if uint32(r) > maxRune || d == Old && !d.assigned(r) {
		return ""
	}
	if s := r - hangulS; s >= 0 && s < hangulSs {
		return hangulPrefix + hangulInitials[s/(hangulVs*hangulTs)] + hangulVowels[s%(hangulVs*hangulTs)/hangulTs] + hangulFinals[s%hangulTs]
	}
	if isIdeograph(r) {
		return fmt.Sprintf("%s%X", ideographPrefix, r)
	}
	// The last run that begins at the character or before; the final one begins past all of them.
	i := sort.Search(nameRunCount, func(i int) bool { return rune(u32(atNameRuns+i*8)) > r }) - 1
	if i < 0 {
		return ""
	}
	at := atNameRuns + i*8
	n := int(u32(at+4)) + int(r) - int(u32(at))
	if n >= int(u32(at+12)) {
		return ""
	}
	return string(appendName(make([]byte, 0, 64), n, r))
}

// character returns the character that has a name of a number below characterNames.
func character(n int) rune {
	i := sort.Search(nameRunCount, func(i int) bool { return int(u32(atNameRuns+i*8+4)) > n }) - 1
	at := atNameRuns + i*8
	return rune(u32(at)) + rune(n) - rune(u32(at+4))
}

// word reads the number of a word of the stream and returns the place after it.
func word(at int) (w, next int) {
	b := int(tables[at])
	if b < shortWords {
		return b, at + 1
	}
	return shortWords + (b-shortWords)<<8 + int(tables[at+1]), at + 2
}

// appendName appends the name of a number; r is its character.
func appendName(b []byte, n int, r rune) []byte {
	at := atNameStream + int(u32(atNameGroups+n/16*4))
	for range n % 16 {
		w := -1
		for w != wordEnd {
			w, at = word(at)
		}
	}
	for i := 0; ; i++ {
		var w int
		w, at = word(at)
		switch {
		case w == wordEnd:
			return b
		case w == wordOwn:
			b = fmt.Appendf(b, "-%X", r)
			continue
		case i > 0:
			b = append(b, ' ')
		}
		b = append(b, wordText(w)...)
	}
}

func wordText(w int) string {
	if w < shortWords {
		at := atShortWordOffsets + (w-firstWord)*2
		return tables[atLexicon+u16(at) : atLexicon+u16(at+2)]
	}
	// The longer words stand by length: skip the classes before the word's own.
	at := atLexicon + longWords
	for length := 1; ; length++ {
		first, next := u16(atWordLengths+length*2), u16(atWordLengths+length*2+2)
		if w < next || length == longestWord {
			at += (w - first) * length
			return tables[at : at+length]
		}
		at += (next - first) * length
	}
}

func hashName(name []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range name {
		h = (h ^ uint32(c)) * 16777619
	}
	return (h ^ h>>16) % buckets
}

// Lookup finds the character that has a name or alias. The names of syllables and ideographs, which are computed, are
// compared as they are, others without regard to case.
func (d Database) Lookup(name string) (rune, bool) {
	if s, ok := strings.CutPrefix(name, hangulPrefix); ok {
		return hangulSyllable(s)
	}
	if s, ok := strings.CutPrefix(name, ideographPrefix); ok {
		return ideograph(s)
	}
	n, ok := findName(name)
	switch {
	case !ok:
		return 0, false
	case n < characterNames:
		return character(n), true
	case n < characterNames+aliasNames && d == Current:
		return rune(u32(atAliases + (n-characterNames)*4)), true
	}
	return 0, false
}

// LookupSequence finds a named sequence of characters.
func LookupSequence(name string) ([]rune, bool) {
	n, ok := findName(name)
	n -= characterNames + aliasNames
	if !ok || n < 0 {
		return nil, false
	}
	var s []rune
	for i := u16(atSequences + n*2); i < u16(atSequences+n*2+2); i++ {
		s = append(s, rune(u32(atSequencePool+i*4)))
	}
	return s, true
}

func findName(name string) (n int, ok bool) {
	if len(name) == 0 || len(name) > MaxName {
		return 0, false
	}
	var upper, have [MaxName]byte
	want := upper[:copy(upper[:], name)]
	for i, c := range want {
		if c >= 'a' && c <= 'z' {
			want[i] = c - 'a' + 'A'
		}
	}
	h := int(hashName(want))
	for i := u16(atBucketStarts + h*2); i < u16(atBucketStarts+h*2+2); i++ {
		n := u16(atBucketNames + i*2)
		var r rune
		if n < characterNames {
			r = character(n)
		}
		if string(appendName(have[:0], n, r)) == string(want) {
			return n, true
		}
	}
	return 0, false
}

// longestPrefix returns the number of the longest part that s begins with, -1 if none matches.
func longestPrefix(parts []string, s string) int {
	best := -1
	for i, p := range parts {
		if strings.HasPrefix(s, p) && (best < 0 || len(p) > len(parts[best])) {
			best = i
		}
	}
	return best
}

func hangulSyllable(s string) (rune, bool) {
	l := longestPrefix(hangulInitials[:], s)
	s = s[len(hangulInitials[l]):]
	v := longestPrefix(hangulVowels[:], s)
	if v < 0 {
		return 0, false
	}
	s = s[len(hangulVowels[v]):]
	t := longestPrefix(hangulFinals[:], s)
	if s != hangulFinals[t] {
		return 0, false
	}
	return hangulS + rune((l*hangulVs+v)*hangulTs+t), true
}

func ideograph(hex string) (rune, bool) {
	if len(hex) != 4 && len(hex) != 5 {
		return 0, false
	}
	r := rune(0)
	for i := range len(hex) {
		switch c := hex[i]; {
		case c >= '0' && c <= '9':
			r = r<<4 | rune(c-'0')
		case c >= 'A' && c <= 'F':
			r = r<<4 | rune(c-'A'+10)
		default:
			return 0, false
		}
	}
	return r, isIdeograph(r)
}
