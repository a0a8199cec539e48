package objects

import (
	"bytes"
	"unicode/utf8"
)

// Searching in strings. A needle is brought to the kind of the text first; then the bytes are searched, and matches that
// do not begin at a code point are passed over.

// needleBytes returns the bytes of sub in the kind of s; ok is false where sub holds code points that s cannot.
func (s *Str) needleBytes(sub *Str) (b []byte, ok bool) {
	switch {
	case sub.kind == s.kind:
		return sub.bytes(), true
	case sub.kind > s.kind:
		return nil, false
	}
	p := makeStr(sub.n, s.kind)
	p.copyUnits(0, sub, 0, sub.n)
	return p.bytes(), true
}

// indexUnits finds needle in text at a multiple of kind bytes; both are bytes of that kind. The result counts bytes.
func indexUnits(text, needle []byte, kind int) int {
	if kind == 1 {
		return bytes.Index(text, needle)
	}
	at := 0
	for {
		i := bytes.Index(text[at:], needle)
		if i < 0 {
			return -1
		}
		if at += i; at%kind == 0 {
			return at
		}
		at++
	}
}

// lastIndexUnits finds the last needle in text.
func lastIndexUnits(text, needle []byte, kind int) int {
	if kind == 1 {
		return bytes.LastIndex(text, needle)
	}
	end := len(text)
	for {
		i := bytes.LastIndex(text[:end], needle)
		if i < 0 || i%kind == 0 {
			return i
		}
		end = i + len(needle) - 1
	}
}

// Find returns the position of the first sub within code points start to end, or -1.
func (s *Str) Find(sub *Str, start, end int) int {
	if end-start < sub.n || start > end {
		return -1
	}
	if sub.n == 0 {
		return start
	}
	needle, ok := s.needleBytes(sub)
	if !ok {
		return -1
	}
	k := int(s.kind)
	i := indexUnits(s.bytes()[start*k:end*k], needle, k)
	if i < 0 {
		return -1
	}
	return start + i/k
}

// RFind returns the position of the last sub within code points start to end, or -1.
func (s *Str) RFind(sub *Str, start, end int) int {
	if end-start < sub.n || start > end {
		return -1
	}
	if sub.n == 0 {
		return end
	}
	needle, ok := s.needleBytes(sub)
	if !ok {
		return -1
	}
	k := int(s.kind)
	i := lastIndexUnits(s.bytes()[start*k:end*k], needle, k)
	if i < 0 {
		return -1
	}
	return start + i/k
}

// Count returns the number of occurrences of sub that do not overlap.
func (s *Str) Count(sub *Str, start, end int) int {
	if end-start < sub.n || start > end {
		return 0
	}
	if sub.n == 0 {
		return end - start + 1
	}
	needle, ok := s.needleBytes(sub)
	if !ok {
		return 0
	}
	k := int(s.kind)
	text := s.bytes()[start*k : end*k]
	if k == 1 {
		return bytes.Count(text, needle)
	}
	n := 0
	for {
		i := indexUnits(text, needle, k)
		if i < 0 {
			return n
		}
		n++
		text = text[i+len(needle):]
	}
}

// hasAt reports whether sub stands at position i.
func (s *Str) hasAt(sub *Str, i int) bool {
	if i < 0 || i+sub.n > s.n || sub.kind > s.kind {
		return false
	}
	if sub.kind == s.kind {
		k := int(s.kind)
		return string(s.bytes()[i*k:(i+sub.n)*k]) == string(sub.bytes())
	}
	for j := range sub.n {
		if s.At(i+j) != sub.At(j) {
			return false
		}
	}
	return true
}

// Replace returns s with up to limit occurrences of old replaced; limit < 0 means all.
func (s *Str) Replace(old, repl *Str, limit int) (*Str, error) {
	if limit == 0 || old.n > s.n {
		return exactStr(s), nil
	}
	if s.ascii && old.n == 1 && repl.n == 1 && repl.ascii && limit < 0 {
		return s.replaceChar(old.At(0), repl.bytes()[0]), nil
	}
	n := s.Count(old, 0, s.n)
	if limit > 0 {
		n = min(n, limit)
	}
	if n == 0 {
		return exactStr(s), nil
	}
	// All of old that s holds may vanish, so the kind is found by looking, but only where it can shrink.
	kind := max(s.kind, repl.kind)
	if repl.n > old.n {
		if err := CheckSize(n, (repl.n-old.n)*int(kind)); err != nil {
			return nil, err
		}
	}
	p := makeStr(s.n+n*(repl.n-old.n), kind)
	from, at := 0, 0
	if old.n == 0 {
		for i := range n {
			p.copyUnits(at, repl, 0, repl.n)
			at += repl.n
			if i < s.n {
				p.copyUnits(at, s, i, i+1)
				at++
				from = i + 1
			}
		}
	} else {
		needle, _ := s.needleBytes(old)
		k := int(s.kind)
		text := s.bytes()
		if p.kind == 1 && k == 1 {
			rest, with := p.bytes(), repl.bytes()
			for range n {
				i := bytes.Index(text, needle)
				rest = rest[copy(rest, text[:i]):]
				rest = rest[copy(rest, with):]
				text = text[i+len(needle):]
			}
			copy(rest, text)
			if s.ascii && repl.ascii && p.n > 0 {
				p.ascii = true
				return p, nil
			}
			return p.narrowed(true), nil
		}
		for range n {
			i := from + indexUnits(text[from*k:], needle, k)/k
			p.copyUnits(at, s, from, i)
			at += i - from
			p.copyUnits(at, repl, 0, repl.n)
			at += repl.n
			from = i + old.n
		}
	}
	p.copyUnits(at, s, from, s.n)
	return p.narrowed(old.kind > 1 || !old.ascii), nil
}

// replaceChar replaces a character of an ASCII string by another.
func (s *Str) replaceChar(old rune, repl byte) *Str {
	text := s.bytes()
	at := -1
	if old < utf8.RuneSelf {
		at = bytes.IndexByte(text, byte(old))
	}
	if at < 0 {
		return exactStr(s)
	}
	p := makeStr(s.n, 1)
	p.ascii = true
	out := p.bytes()
	copy(out, text)
	for {
		out[at] = repl
		next := bytes.IndexByte(text[at+1:], byte(old))
		if next < 0 {
			return p
		}
		at += 1 + next
	}
}

// narrowed brings a fresh string to the kind that its code points need, and sets its ascii flag. Where it cannot have
// lost its widest code points, check is false.
func (p *Str) narrowed(check bool) *Str {
	if p.n == 0 {
		return strEmpty
	}
	if p.kind == 1 {
		p.ascii = isASCII(p.bytes())
		return p
	}
	if !check {
		return p
	}
	if bound := p.maxUnit(0, p.n); kindOf(bound) != p.kind {
		q := newStrSize(p.n, bound)
		q.copyUnits(0, p, 0, p.n)
		return q
	}
	return p
}
