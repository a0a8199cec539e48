package objects

import (
	"encoding/binary"
	"unicode/utf8"
	"unsafe"
)

// Str is a string of code points, lone surrogates included, with one, two or four bytes a code point (PEP 393). Short
// strings have their bytes behind the struct, in the same allocation.
//
// The bytes never change once a Str refers to them, but memory behind them may be free: a concatenation whose left side
// is the last user of such a buffer writes there and shares it (see textBuffer), so that repeated s += x is linear.
type Str struct {
	Head
	hash     int64 // 0: not yet computed
	n        int   // code points
	data     unsafe.Pointer
	buf      *textBuffer // where the bytes may be extended, else nil
	kind     uint8       // bytes a code point: 1, 2 or 4
	ascii    bool
	interned bool
}

// Layouts for machine code.
const (
	StrLenOffset  = unsafe.Offsetof(Str{}.n)
	StrDataOffset = unsafe.Offsetof(Str{}.data)
	StrKindOffset = unsafe.Offsetof(Str{}.kind)
)

// textBuffer is memory that strings of growing length share.
//
// Concurrency: used would be advanced by compare-and-swap.
type textBuffer struct {
	mem  []byte
	used int // bytes that belong to the longest string
}

// strWords is the size of a Str in words.
const strWords = unsafe.Sizeof(Str{}) / 8

// makeStr allocates a string for the caller to fill, its bytes behind the struct. The memory is that of plain words, which the
// collector does not look into and whose allocation is cheaper: such a string refers to nothing but variables of the program
// and itself. It never gets a buffer that can be extended: concatenations that have one make their own Str.
func makeStr(n int, kind uint8) *Str { return layStr(newPlain(strSize(n, kind)), n, kind) }

// strSize is the number of words that a string takes with its bytes behind it.
func strSize(n int, kind uint8) uintptr { return strWords + max(1, (uintptr(n)*uintptr(kind)+7)/8) }

// layStr makes a string of fresh memory of strSize words.
func layStr(mem unsafe.Pointer, n int, kind uint8) *Str {
	p := (*Str)(mem)
	p.data = unsafe.Add(mem, unsafe.Sizeof(Str{}))
	p.typ = &StrType
	p.n = n
	p.kind = kind
	return p
}

// allocBytes allocates memory without pointers, aligned for any kind.
func allocBytes(size int) unsafe.Pointer {
	if size >= 16 {
		return unsafe.Pointer(unsafe.SliceData(make([]byte, size)))
	}
	return unsafe.Pointer(new([2]uint64))
}

// bytes returns the memory of the code points.
func (s *Str) bytes() []byte { return unsafe.Slice((*byte)(s.data), s.n*int(s.kind)) }

// Units1, Units2 and Units4 return the code points of a string of that kind.
func (s *Str) Units1() []uint8  { return unsafe.Slice((*uint8)(s.data), s.n) }
func (s *Str) Units2() []uint16 { return unsafe.Slice((*uint16)(s.data), s.n) }
func (s *Str) Units4() []uint32 { return unsafe.Slice((*uint32)(s.data), s.n) }

// Kind returns the number of bytes a code point: 1, 2 or 4.
func (s *Str) Kind() int { return int(s.kind) }

// IsASCII reports whether every code point is below 128.
func (s *Str) IsASCII() bool { return s.ascii }

// Len returns the number of code points.
func (s *Str) Len() int { return s.n }

// At returns code point i, which must exist.
func (s *Str) At(i int) rune {
	switch s.kind {
	case 1:
		return rune(s.Units1()[i])
	case 2:
		return rune(s.Units2()[i])
	default:
		return rune(s.Units4()[i])
	}
}

// latin1 are the strings of one code point below 256, made at the first use.
var latin1 [256]*Str

// CharStr returns the string of one code point.
func CharStr(r rune) *Str {
	if uint32(r) < 256 {
		if p := latin1[r]; p != nil {
			return p
		}
		p := makeStr(1, 1)
		p.bytes()[0] = byte(r)
		p.ascii = r < 128
		latin1[r] = p
		if r < 128 {
			p = InternStr(p)
			latin1[r] = p
		}
		return p
	}
	return StrFromRunes([]rune{r})
}

// NewStr makes a string of a Go string in UTF-8, or in WTF-8 where it has lone surrogates. Bytes that are neither become
// U+FFFD; callers that decode outside data check it first.
func NewStr(s string) *Str {
	n, maxRune := 0, rune(0)
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		p := makeStr(len(s), 1)
		copy(p.bytes(), s)
		p.ascii = true
		return p
	}
	for i := 0; i < len(s); {
		r, w := decodeWTF8(s[i:])
		maxRune = max(maxRune, r)
		i += w
		n++
	}
	p := makeStr(n, kindOf(maxRune))
	for i, j := 0, 0; i < len(s); j++ {
		r, w := decodeWTF8(s[i:])
		p.put(j, r)
		i += w
	}
	return p
}

// decodeWTF8 is utf8.DecodeRuneInString that lets surrogates pass.
func decodeWTF8(s string) (rune, int) {
	r, w := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && w == 1 && len(s) >= 3 && s[0] == 0xED && s[1]&0xE0 == 0xA0 && s[2]&0xC0 == 0x80 {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, w
}

// appendWTF8 is utf8.AppendRune that lets surrogates pass.
func appendWTF8(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(b, r)
}

func kindOf(maxRune rune) uint8 {
	switch {
	case maxRune < 0x100:
		return 1
	case maxRune < 0x10000:
		return 2
	default:
		return 4
	}
}

// put stores code point i of a string that is being made.
func (s *Str) put(i int, r rune) {
	switch s.kind {
	case 1:
		s.Units1()[i] = uint8(r)
	case 2:
		s.Units2()[i] = uint16(r)
	default:
		s.Units4()[i] = uint32(r)
	}
}

// StrFromRunes makes a string of code points.
func StrFromRunes(runes []rune) *Str {
	maxRune := rune(0)
	for _, r := range runes {
		maxRune = max(maxRune, r)
	}
	p := makeStr(len(runes), kindOf(maxRune))
	for i, r := range runes {
		p.put(i, r)
	}
	p.ascii = maxRune < 0x80
	return p
}

// StrFromLatin1 makes a string whose code points are the bytes.
func StrFromLatin1(b []byte) *Str {
	p := makeStr(len(b), 1)
	copy(p.bytes(), b)
	p.ascii = isASCII(b)
	return p
}

func isASCII(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&highBits != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// The highest and the lowest bit of each byte of a word.
const (
	highBits = 0x8080808080808080
	lowBits  = 0x0101010101010101
)

// StrValue is NewStr as a Value.
func StrValue(s string) Value { return ToValue(NewStr(s)) }

// StrOf returns v as a string, where it is one or of a derived type.
func StrOf(v Value) (*Str, bool) {
	if typ := objectType(v); typ != nil && (typ == &StrType || typ.Flags&FlagStrSub != 0) {
		return As[Str](v), true
	}
	return nil, false
}

// String returns the string in UTF-8, lone surrogates in WTF-8. An ASCII string is shared, not copied.
func (s *Str) String() string {
	if s.ascii {
		return unsafe.String((*byte)(s.data), s.n)
	}
	b := make([]byte, 0, s.n*2)
	for i := range s.n {
		b = appendWTF8(b, s.At(i))
	}
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// Value returns the string as a Value.
func (s *Str) Value() Value { return Value{unsafe.Pointer(s)} }

// Equal reports whether two strings have the same code points.
func (s *Str) Equal(o *Str) bool {
	if s == o {
		return true
	}
	if s.n != o.n || s.kind != o.kind || s.interned && o.interned {
		return false
	}
	if s.hash != 0 && o.hash != 0 && s.hash != o.hash {
		return false
	}
	return string(s.bytes()) == string(o.bytes())
}

// Hash returns hash(s).
func (s *Str) Hash() int64 {
	if s.hash == 0 {
		s.hash = hashBytes(s.bytes())
	}
	return s.hash
}

// IsIdentifier reports whether s is an identifier (language reference, 2.3).
func IsIdentifier(s string) bool { return NewStr(s).IsIdentifier() }

// ReprStr is repr() of a string, as a Go string.
func ReprStr(s *Str) string { return reprStr(s).String() }
