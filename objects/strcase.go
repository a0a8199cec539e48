package objects

import (
	"encoding/binary"

	"github.com/adder-lang/adder/internal/ucd"
)

// The case methods of str.

// mapASCII maps each byte of an ASCII string.
func (s *Str) mapASCII(f func(i int, c byte) byte) *Str {
	if s.n == 0 {
		return strEmpty
	}
	p := makeStr(s.n, 1)
	p.ascii = true
	dst := p.bytes()
	for i, c := range s.Units1() {
		dst[i] = f(i, c)
	}
	return p
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c + 'A' - 'a'
	}
	return c
}

// caseASCII exchanges the case of the letters from first to last of an ASCII string, eight at a time: the highest bit of a
// byte, which is free, tells whether the byte is one of them.
func (s *Str) caseASCII(first, last byte) *Str {
	if s.n == 0 {
		return strEmpty
	}
	p := makeStr(s.n, 1)
	p.ascii = true
	dst, src := p.bytes(), s.bytes()
	for ; len(src) >= 8; src, dst = src[8:], dst[8:] {
		w := binary.LittleEndian.Uint64(src)
		from := w + lowBits*uint64(0x80-first)
		past := w + lowBits*uint64(0x7F-last)
		binary.LittleEndian.PutUint64(dst, w^(from&^past&highBits)>>2)
	}
	for i, c := range src {
		if c >= first && c <= last {
			c ^= 0x20
		}
		dst[i] = c
	}
	return p
}

// appendLowerAt appends the lower case of code point i, which for a sigma at the end of a word is the final form.
func (s *Str) appendLowerAt(b []rune, i int) []rune {
	r := s.At(i)
	if r != 0x3A3 {
		return ucd.AppendLower(b, r)
	}
	j := i - 1
	for j >= 0 && ucd.FlagsOf(s.At(j))&ucd.CaseIgnorable != 0 {
		j--
	}
	final := j >= 0 && ucd.FlagsOf(s.At(j))&ucd.Cased != 0
	if final {
		j = i + 1
		for j < s.n && ucd.FlagsOf(s.At(j))&ucd.CaseIgnorable != 0 {
			j++
		}
		final = j == s.n || ucd.FlagsOf(s.At(j))&ucd.Cased == 0
	}
	if final {
		return append(b, 0x3C2)
	}
	return append(b, 0x3C3)
}

// Lower returns the lower case of a string.
func (s *Str) Lower() *Str {
	if s.ascii {
		return s.caseASCII('A', 'Z')
	}
	b := make([]rune, 0, s.n)
	for i := range s.n {
		b = s.appendLowerAt(b, i)
	}
	return StrFromRunes(b)
}

// Upper returns the upper case of a string.
func (s *Str) Upper() *Str {
	if s.ascii {
		return s.caseASCII('a', 'z')
	}
	b := make([]rune, 0, s.n)
	for i := range s.n {
		b = ucd.AppendUpper(b, s.At(i))
	}
	return StrFromRunes(b)
}

// Title returns the string with words in title case.
func (s *Str) Title() *Str {
	if s.ascii {
		cased := false
		return s.mapASCII(func(_ int, c byte) byte {
			letter := isAlphaByte(c)
			if cased {
				c = lowerByte(c)
			} else {
				c = upperByte(c)
			}
			cased = letter
			return c
		})
	}
	b := make([]rune, 0, s.n)
	cased := false
	for i := range s.n {
		r := s.At(i)
		if cased {
			b = s.appendLowerAt(b, i)
		} else {
			b = ucd.AppendTitle(b, r)
		}
		cased = isCasedRune(r)
	}
	return StrFromRunes(b)
}

// isCasedRune reports whether a character is cased, ignorable ones included.
func isCasedRune(r rune) bool {
	return ucd.FlagsOf(r)&(ucd.Lower|ucd.Upper|ucd.Title|ucd.Cased) != 0
}

// Casefold returns the string for comparison without regard to case.
func (s *Str) Casefold() *Str {
	if s.ascii {
		return s.Lower()
	}
	b := make([]rune, 0, s.n)
	for i := range s.n {
		b = ucd.AppendFold(b, s.At(i))
	}
	return StrFromRunes(b)
}

// Capitalize returns the string with the first character in title case, the rest in lower case.
func (s *Str) Capitalize() *Str {
	if s.ascii {
		return s.mapASCII(func(i int, c byte) byte {
			if i == 0 {
				return upperByte(c)
			}
			return lowerByte(c)
		})
	}
	b := ucd.AppendTitle(make([]rune, 0, s.n), s.At(0))
	for i := 1; i < s.n; i++ {
		b = s.appendLowerAt(b, i)
	}
	return StrFromRunes(b)
}

// Swapcase returns the string with upper and lower case exchanged.
func (s *Str) Swapcase() *Str {
	if s.ascii {
		return s.mapASCII(func(_ int, c byte) byte {
			if isLowerByte(c) {
				return upperByte(c)
			}
			return lowerByte(c)
		})
	}
	b := make([]rune, 0, s.n)
	for i := range s.n {
		r := s.At(i)
		switch f := ucd.FlagsOf(r); {
		case f&ucd.Upper != 0:
			b = s.appendLowerAt(b, i)
		case f&ucd.Lower != 0:
			b = ucd.AppendUpper(b, r)
		default:
			b = append(b, r)
		}
	}
	return StrFromRunes(b)
}

func strCaseMethods() []FuncDef {
	def := func(name, doc string, f func(*Str) *Str) FuncDef {
		return FuncDef{Name: name, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Str](self)
			if s.n == 0 {
				return ToValue(strEmpty), nil
			}
			return ToValue(f(s)), nil
		}}
	}
	return []FuncDef{
		def("lower", "Return the string with all its letters small.", (*Str).Lower),
		def("upper", "Return the string with all its letters as capitals.", (*Str).Upper),
		def("title", "Return the string with a capital at the beginning of each word, that is each\nrun of letters, and small letters elsewhere.", (*Str).Title),
		def("casefold", "Return a form of the string for comparison without regard to case.\n\nThis goes further than lower(): the German sharp s becomes 'ss', for one.", (*Str).Casefold),
		def("capitalize", "Return the string with a capital first and all other letters small.", (*Str).Capitalize),
		def("swapcase", "Return the string with capitals for small letters, and the reverse.", (*Str).Swapcase),
	}
}
