package objects

import (
	"math"
	"slices"
	"unsafe"
)

// Making strings: slices, concatenation, and a builder.

// strFromASCII makes a string of ASCII bytes, which are copied.
func strFromASCII(b []byte) *Str {
	if len(b) == 1 {
		return CharStr(rune(b[0]))
	}
	p := makeStr(len(b), 1)
	copy(p.bytes(), b)
	p.ascii = true
	return p
}

// maxUnit returns an upper bound of the code points with the right kind: some code point of that kind occurs.
func (s *Str) maxUnit(i, j int) rune {
	switch s.kind {
	case 1:
		if s.ascii {
			return 0x7F
		}
		for _, u := range s.Units1()[i:j] {
			if u >= 0x80 {
				return 0xFF
			}
		}
		return 0x7F
	case 2:
		var m uint16
		for _, u := range s.Units2()[i:j] {
			m |= u
		}
		return kindBound(uint32(m))
	}
	var m uint32
	for _, u := range s.Units4()[i:j] {
		m |= u
	}
	return kindBound(m)
}

func kindBound(m uint32) rune {
	switch {
	case m < 0x80:
		return 0x7F
	case m < 0x100:
		return 0xFF
	case m < 0x10000:
		return 0xFFFF
	}
	return 0x10FFFF
}

// newStrSize allocates a string of n code points for the caller to fill, of the kind and the ascii flag for a bound.
func newStrSize(n int, bound rune) *Str {
	p := makeStr(n, kindOf(bound))
	p.ascii = bound < 0x80
	return p
}

// copyUnits copies code points i to j of s into p at position at; p's kind holds them.
func (p *Str) copyUnits(at int, s *Str, i, j int) {
	if p.kind == s.kind {
		k := int(p.kind)
		copy(p.bytes()[at*k:], s.bytes()[i*k:j*k])
		return
	}
	switch p.kind {
	case 1:
		dst := p.Units1()[at:]
		if s.kind == 2 {
			for n, u := range s.Units2()[i:j] {
				dst[n] = uint8(u)
			}
		} else {
			for n, u := range s.Units4()[i:j] {
				dst[n] = uint8(u)
			}
		}
	case 2:
		dst := p.Units2()[at:]
		if s.kind == 1 {
			for n, u := range s.Units1()[i:j] {
				dst[n] = uint16(u)
			}
		} else {
			for n, u := range s.Units4()[i:j] {
				dst[n] = uint16(u)
			}
		}
	default:
		dst := p.Units4()[at:]
		if s.kind == 1 {
			for n, u := range s.Units1()[i:j] {
				dst[n] = uint32(u)
			}
		} else {
			for n, u := range s.Units2()[i:j] {
				dst[n] = uint32(u)
			}
		}
	}
}

// Slice returns code points i to j, which must be in range.
func (s *Str) Slice(i, j int) *Str {
	switch n := j - i; {
	case n <= 0:
		return strEmpty
	case n == s.n && s.typ == &StrType:
		return s
	case n == 1:
		return CharStr(s.At(i))
	}
	if s.ascii {
		return s.piece(i, j)
	}
	p := newStrSize(j-i, s.maxUnit(i, j))
	p.copyUnits(0, s, i, j)
	return p
}

// piece is Slice for an ASCII string and a part of it that is neither empty nor the whole.
func (s *Str) piece(i, j int) *Str {
	text := s.bytes()[i:j]
	if len(text) == 1 {
		return CharStr(rune(text[0]))
	}
	p := makeStr(len(text), 1)
	p.ascii = true
	copy(p.bytes(), text)
	return p
}

// exactStr returns a string as an instance of str itself.
func exactStr(s *Str) *Str {
	if s.typ == &StrType {
		return s
	}
	return &Str{Head: Head{&StrType}, hash: s.hash, n: s.n, data: s.data, kind: s.kind, ascii: s.ascii}
}

// newStrOf makes an instance of a class derived from str.
func newStrOf(typ *Type, s *Str) Value {
	v := typ.Alloc(typ)
	p := As[Str](v)
	p.hash, p.n, p.data, p.kind, p.ascii = s.hash, s.n, s.data, s.kind, s.ascii
	return v
}

// concatenated marks a string that a concatenation made without spare room: the next one that extends it makes room, so
// that single concatenations waste nothing and repeated ones are linear.
var concatenated = &textBuffer{}

// bufferMin is the size in bytes below which a concatenation just copies.
const bufferMin = 64

// Concat returns s+o.
func (s *Str) Concat(o *Str) *Str {
	if s.n == 0 && o.typ == &StrType {
		return o
	}
	if o.n == 0 && s.typ == &StrType {
		return s
	}
	kind := max(s.kind, o.kind)
	n := s.n + o.n
	size := n * int(kind)
	if n < bufferMin && s.ascii && o.ascii {
		p := makeStr(n, 1)
		p.ascii = true
		to := p.bytes()
		copy(to, s.bytes())
		copy(to[s.n:], o.bytes())
		return p
	}
	if size < bufferMin {
		p := makeStr(n, kind)
		p.ascii = s.ascii && o.ascii
		p.copyUnits(0, s, 0, s.n)
		p.copyUnits(s.n, o, 0, o.n)
		return p
	}
	if s.buf == nil {
		p := makeStr(n, kind)
		p.ascii = s.ascii && o.ascii
		p.copyUnits(0, s, 0, s.n)
		p.copyUnits(s.n, o, 0, o.n)
		p.buf = concatenated
		return p
	}
	p := &Str{Head: Head{&StrType}, n: n, kind: kind, ascii: s.ascii && o.ascii}
	if b := s.buf; b != concatenated && kind == s.kind && b.used == s.n*int(kind) && size <= len(b.mem) {
		b.used = size
		p.data, p.buf = s.data, b
	} else {
		// Grow by half of the size, at least to the next size that the allocator has.
		c := size + size/2
		p.data = allocBytes(c)
		p.buf = &textBuffer{mem: unsafe.Slice((*byte)(p.data), c), used: size}
		p.copyUnits(0, s, 0, s.n)
	}
	p.copyUnits(s.n, o, 0, o.n)
	return p
}

// JoinStrings concatenates strings, as an f-string does. Each value is a str or of a class derived from it.
func JoinStrings(parts []Value) (Value, error) {
	n := 0
	kind := uint8(1)
	ascii := true
	for _, v := range parts {
		s := As[Str](v)
		n += s.n
		kind = max(kind, s.kind)
		ascii = ascii && s.ascii
	}
	if n == 0 {
		return ToValue(strEmpty), nil
	}
	if err := CheckSize(n, int(kind)); err != nil {
		return Value{}, err
	}
	p := makeStr(n, kind)
	p.ascii = ascii
	at := 0
	for _, v := range parts {
		s := As[Str](v)
		p.copyUnits(at, s, 0, s.n)
		at += s.n
	}
	return ToValue(p), nil
}

// Repeat returns s repeated n times.
func (s *Str) Repeat(n int) (*Str, error) {
	if n <= 0 || s.n == 0 {
		return strEmpty, nil
	}
	if n == 1 {
		return exactStr(s), nil
	}
	if n > math.MaxInt/s.n {
		return nil, OverflowErrorf("repeated string is too long")
	}
	if err := CheckSize(n, s.n*int(s.kind)); err != nil {
		return nil, err
	}
	p := makeStr(s.n*n, s.kind)
	p.ascii = s.ascii
	dst := p.bytes()
	done := copy(dst, s.bytes())
	for done < len(dst) {
		done += copy(dst[done:], dst[:done])
	}
	return p, nil
}

// textBuilder collects code points: bytes while all are below 256, else runes.
type textBuilder struct {
	narrow []byte
	wide   []rune
	isWide bool
	ascii  bool // nothing beyond ASCII is in narrow
	init   bool
}

func (b *textBuilder) len() int {
	if b.isWide {
		return len(b.wide)
	}
	return len(b.narrow)
}

func (b *textBuilder) start() {
	if !b.init {
		b.init = true
		b.ascii = true
	}
}

func (b *textBuilder) widen() {
	if b.isWide {
		return
	}
	b.start()
	b.isWide = true
	b.wide = make([]rune, len(b.narrow), 2*len(b.narrow)+16)
	for i, c := range b.narrow {
		b.wide[i] = rune(c)
	}
	b.narrow = nil
}

func (b *textBuilder) rune(r rune) {
	b.start()
	if !b.isWide {
		if uint32(r) < 0x100 {
			b.narrow = append(b.narrow, byte(r))
			b.ascii = b.ascii && r < 0x80
			return
		}
		b.widen()
	}
	b.wide = append(b.wide, r)
}

// asciiText appends ASCII bytes.
func (b *textBuilder) asciiText(s string) {
	b.start()
	if !b.isWide {
		b.narrow = append(b.narrow, s...)
		return
	}
	for i := 0; i < len(s); i++ {
		b.wide = append(b.wide, rune(s[i]))
	}
}

// slice appends code points i to j of s.
func (b *textBuilder) slice(s *Str, i, j int) {
	b.start()
	if s.kind == 1 && !b.isWide {
		b.narrow = append(b.narrow, s.Units1()[i:j]...)
		if b.ascii && !s.ascii {
			b.ascii = isASCII(s.Units1()[i:j])
		}
		return
	}
	for ; i < j; i++ {
		b.rune(s.At(i))
	}
}

func (b *textBuilder) str(s *Str) { b.slice(s, 0, s.n) }

// fill appends a character n times.
func (b *textBuilder) fill(r rune, n int) {
	if n <= 0 {
		return
	}
	// The first decides whether the text is wide.
	b.rune(r)
	n--
	if b.isWide {
		b.wide = append(b.wide, slices.Repeat([]rune{r}, n)...)
		return
	}
	at := len(b.narrow)
	b.narrow = slices.Grow(b.narrow, n)[:at+n]
	for i := range b.narrow[at:] {
		b.narrow[at+i] = byte(r)
	}
}

func (b *textBuilder) result() *Str {
	if b.isWide {
		return StrFromRunes(b.wide)
	}
	switch len(b.narrow) {
	case 0:
		return strEmpty
	case 1:
		return CharStr(rune(b.narrow[0]))
	}
	p := makeStr(len(b.narrow), 1)
	copy(p.bytes(), b.narrow)
	p.ascii = b.ascii
	return p
}

func (b *textBuilder) value() Value { return ToValue(b.result()) }

// Runes returns the code points.
func (s *Str) Runes() []rune {
	r := make([]rune, s.n)
	switch s.kind {
	case 1:
		for i, u := range s.Units1() {
			r[i] = rune(u)
		}
	case 2:
		for i, u := range s.Units2() {
			r[i] = rune(u)
		}
	default:
		for i, u := range s.Units4() {
			r[i] = rune(u)
		}
	}
	return r
}

// ValidWTF8 reports whether bytes are UTF-8 in which lone surrogates may occur.
func ValidWTF8(b []byte) bool {
	s := unsafe.String(unsafe.SliceData(b), len(b))
	for i := 0; i < len(s); {
		if s[i] < 0x80 {
			i++
			continue
		}
		r, w := decodeWTF8(s[i:])
		if w == 1 && r == 0xFFFD {
			return false
		}
		i += w
	}
	return true
}
