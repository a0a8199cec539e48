package ucd

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Form is a normal form (Unicode Standard Annex 15).
type Form int

const (
	NFD Form = iota
	NFKD
	NFC
	NFKC
)

// ParseForm finds a form by its name.
func ParseForm(name string) (Form, bool) {
	switch name {
	case "NFC":
		return NFC, true
	case "NFD":
		return NFD, true
	case "NFKC":
		return NFKC, true
	case "NFKD":
		return NFKD, true
	}
	return 0, false
}

func (f Form) compatible() bool { return f == NFKD || f == NFKC }
func (f Form) composes() bool   { return f >= NFC }

// Syllables of Hangul are composed by rule (Unicode Standard, 3.12).
const (
	hangulS, hangulL, hangulV, hangulT = 0xAC00, 0x1100, 0x1161, 0x11A7

	hangulLs, hangulVs, hangulTs = 19, 21, 28
	hangulSs                     = hangulLs * hangulVs * hangulTs
)

// decomposition returns the entry of a character in the pool: the first unit, their number, and the number of the tag.
func decomposition(r rune) (at, n, tag int, ok bool) {
	place := trie(atDecompIndex, atDecompBlocks, decompShift, r)
	if place == 0 {
		return 0, 0, 0, false
	}
	head := u16(atDecompPool + place*2)
	return atDecompPool + place*2 + 2, head & 0xFF, head >> 8, true
}

// unit reads the character at a place in the pool and returns the place after it.
func unit(at int) (rune, int) {
	u := rune(u16(at))
	if u>>10 == 0xD800>>10 {
		return (u-0xD800)<<10 + rune(u16(at+2)) - 0xDC00 + 0x10000, at + 4
	}
	return u, at + 2
}

// Decomposition returns the mapping of a character as one step: a tag such as "<compat>", empty for a canonical mapping,
// and the characters, none if there is no mapping. Hangul is left out.
func (d Database) Decomposition(r rune) (tag string, mapping []rune) {
	at, n, k, ok := decomposition(r)
	if !ok || d == Old && !d.assigned(r) {
		return "", nil
	}
	for end := at + n*2; at < end; {
		var c rune
		c, at = unit(at)
		mapping = append(mapping, c)
	}
	return tags[k], mapping
}

// DecompositionText is the mapping as the database writes it: "<compat> 0020 0308".
func (d Database) DecompositionText(r rune) string {
	tag, mapping := d.Decomposition(r)
	if mapping == nil {
		return ""
	}
	b := append(make([]byte, 0, 32), tag...)
	for _, c := range mapping {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		b = fmt.Appendf(b, "%04X", c)
	}
	return string(b)
}

// appendDecomposed appends the full decomposition of a character.
func (d Database) appendDecomposed(b []rune, r rune, compatible bool) []rune {
	if r < 0xA0 {
		return append(b, r)
	}
	if s := r - hangulS; s >= 0 && s < hangulSs {
		b = append(b, hangulL+s/(hangulVs*hangulTs), hangulV+s%(hangulVs*hangulTs)/hangulTs)
		if t := s % hangulTs; t != 0 {
			b = append(b, hangulT+t)
		}
		return b
	}
	if d == Old {
		for i := range correctionCount {
			if rune(u32(atOldCorrections+i*8)) == r {
				return append(b, rune(u32(atOldCorrections+i*8+4)))
			}
		}
	}
	at, n, tag, ok := decomposition(r)
	if !ok || tag != 0 && !compatible || d == Old && !d.assigned(r) {
		return append(b, r)
	}
	for end := at + n*2; at < end; {
		var c rune
		c, at = unit(at)
		b = d.appendDecomposed(b, c, compatible)
	}
	return b
}

func class(r rune) byte {
	if r < 0x300 {
		return 0
	}
	return tables[record(r)+fieldClass]
}

// reorder brings marks that follow one another into the order of their classes.
func reorder(s []rune) {
	for i := 0; i < len(s); i++ {
		if class(s[i]) == 0 {
			continue
		}
		j := i + 1
		sorted := true
		for j < len(s) && class(s[j]) != 0 {
			sorted = sorted && class(s[j-1]) <= class(s[j])
			j++
		}
		if !sorted {
			slices.SortStableFunc(s[i:j], func(a, b rune) int { return int(class(a)) - int(class(b)) })
		}
		i = j
	}
}

// compose returns the primary composite of two characters.
func compose(a, b rune) (rune, bool) {
	if l := a - hangulL; l >= 0 && l < hangulLs {
		if v := b - hangulV; v >= 0 && v < hangulVs {
			return hangulS + (l*hangulVs+v)*hangulTs, true
		}
	}
	if s := a - hangulS; s >= 0 && s < hangulSs && s%hangulTs == 0 {
		if t := b - hangulT; t > 0 && t < hangulTs {
			return a + t, true
		}
	}
	if b < 0x300 || tables[record(b)+fieldQuick]&quickSecond == 0 {
		return 0, false
	}
	i := sort.Search(composeCount, func(i int) bool {
		at := atComposePairs + i*12
		first := rune(u32(at))
		return first > a || first == a && rune(u32(at+4)) >= b
	})
	if at := atComposePairs + i*12; i < composeCount && rune(u32(at)) == a && rune(u32(at+4)) == b {
		return rune(u32(at + 8)), true
	}
	return 0, false
}

// composeAll composes a decomposed string in place.
func composeAll(s []rune) []rune {
	out := s[:0]
	starter := -1
	var last byte // the class of the character before, while it is not the starter
	for _, r := range s {
		c := class(r)
		if starter >= 0 && (len(out) == starter+1 || last < c && last != 0) {
			if p, ok := compose(out[starter], r); ok {
				out[starter] = p
				continue
			}
		}
		if c == 0 {
			starter = len(out)
		}
		last = c
		out = append(out, r)
	}
	return out
}

// The bits of the quick check: a form changes the character, or the character may be the second part of a composite.
const quickSecond = 1 << 4

// Answer is what the quick check of a form says.
type Answer int

const (
	No Answer = iota
	Maybe
	Yes
)

// QuickCheck tells in one pass whether a string, of n characters, is in a form, or that only normalising it tells.
func QuickCheck(f Form, n int, at func(int) rune) Answer {
	var last byte
	answer := Yes
	for i := range n {
		r := at(i)
		if r < 0xA0 {
			last = 0
			continue
		}
		rec := record(r)
		c, quick := tables[rec+fieldClass], tables[rec+fieldQuick]
		if c != 0 && last > c || quick>>f&1 != 0 {
			return No
		}
		last = c
		if f.composes() && quick&quickSecond != 0 {
			answer = Maybe
		}
	}
	return answer
}

// Normalize returns a string in a form, always newly allocated.
func (d Database) Normalize(f Form, s []rune) []rune {
	b := make([]rune, 0, len(s)+len(s)/4+4)
	for _, r := range s {
		b = d.appendDecomposed(b, r, f.compatible())
	}
	reorder(b)
	if f.composes() {
		b = composeAll(b)
	}
	return b
}

// IsNormalized reports whether a string is in a form.
func (d Database) IsNormalized(f Form, s []rune) bool {
	if d == Current {
		if a := QuickCheck(f, len(s), func(i int) rune { return s[i] }); a != Maybe {
			return a == Yes
		}
	}
	return slices.Equal(d.Normalize(f, s), s)
}

// NormalizeString is Normalize of a string in UTF-8.
func NormalizeString(f Form, s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < utf8.RuneSelf
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range Current.Normalize(f, []rune(s)) {
		b.WriteRune(r)
	}
	return b.String()
}
