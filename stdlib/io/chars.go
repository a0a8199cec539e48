package io

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/adder-lang/adder/objects"
)

func itoa(i int) string { return strconv.Itoa(i) }

// chars is a growing string of code points: one byte each while all are below 256, four once one is not.
type chars struct {
	narrow []byte
	wide   []rune
	isWide bool
}

func (c *chars) len() int {
	if c.isWide {
		return len(c.wide)
	}
	return len(c.narrow)
}

// widen changes to four bytes a code point.
func (c *chars) widen(room int) {
	if c.isWide {
		return
	}
	c.wide = make([]rune, len(c.narrow), len(c.narrow)+room)
	for i, b := range c.narrow {
		c.wide[i] = rune(b)
	}
	c.narrow, c.isWide = nil, true
}

// add appends s[i:j].
func (c *chars) add(s *objects.Str, i, j int) {
	if !c.isWide && s.Kind() == 1 {
		c.narrow = append(c.narrow, s.Units1()[i:j]...)
		return
	}
	c.widen(j - i)
	switch s.Kind() {
	case 1:
		for _, u := range s.Units1()[i:j] {
			c.wide = append(c.wide, rune(u))
		}
	case 2:
		for _, u := range s.Units2()[i:j] {
			c.wide = append(c.wide, rune(u))
		}
	default:
		for _, u := range s.Units4()[i:j] {
			c.wide = append(c.wide, rune(u))
		}
	}
}

// put overwrites from position i on with s, growing as needed; i is at most len.
func (c *chars) put(i int, s *objects.Str) {
	n := s.Len()
	if i == c.len() {
		c.add(s, 0, n)
		return
	}
	if s.Kind() != 1 {
		c.widen(n)
	}
	if end := i + n; end > c.len() {
		c.resize(end)
	}
	if !c.isWide {
		copy(c.narrow[i:], s.Units1())
		return
	}
	for k := range n {
		c.wide[i+k] = s.At(k)
	}
}

// resize cuts off or pads with zeros.
func (c *chars) resize(n int) {
	if c.isWide {
		if n <= len(c.wide) {
			c.wide = c.wide[:n]
			return
		}
		c.wide = append(c.wide, make([]rune, n-len(c.wide))...)
		return
	}
	if n <= len(c.narrow) {
		c.narrow = c.narrow[:n]
		return
	}
	c.narrow = append(c.narrow, make([]byte, n-len(c.narrow))...)
}

// str returns the code points from i to j.
func (c *chars) str(i, j int) *objects.Str {
	if c.isWide {
		return objects.StrFromRunes(c.wide[i:j])
	}
	return objects.StrFromLatin1(c.narrow[i:j])
}

// index returns the position of r at or behind i, or -1.
func (c *chars) index(r rune, i int) int {
	if c.isWide {
		if k := slices.Index(c.wide[i:], r); k >= 0 {
			return i + k
		}
		return -1
	}
	if k := bytes.IndexByte(c.narrow[i:], byte(r)); k >= 0 {
		return i + k
	}
	return -1
}

func (c *chars) at(i int) rune {
	if c.isWide {
		return c.wide[i]
	}
	return rune(c.narrow[i])
}

// substr is s[i:j].
func substr(s *objects.Str, i, j int) *objects.Str {
	if i == 0 && j == s.Len() {
		return s
	}
	switch s.Kind() {
	case 1:
		return objects.StrFromLatin1(s.Units1()[i:j])
	case 2:
		u := s.Units2()[i:j]
		r := make([]rune, len(u))
		for k, c := range u {
			r[k] = rune(c)
		}
		return objects.StrFromRunes(r)
	}
	u := s.Units4()[i:j]
	r := make([]rune, len(u))
	for k, c := range u {
		r[k] = rune(c)
	}
	return objects.StrFromRunes(r)
}

// indexOf returns the position of the ASCII character c in s at or behind i, or -1.
func indexOf(s *objects.Str, c byte, i int) int {
	switch s.Kind() {
	case 1:
		if k := bytes.IndexByte(s.Units1()[i:], c); k >= 0 {
			return i + k
		}
	case 2:
		if k := slices.Index(s.Units2()[i:], uint16(c)); k >= 0 {
			return i + k
		}
	default:
		if k := slices.Index(s.Units4()[i:], uint32(c)); k >= 0 {
			return i + k
		}
	}
	return -1
}

// findSub returns the position of sub in s at or behind i, or -1.
func findSub(s *objects.Str, sub string, i int) int {
	for {
		i = indexOf(s, sub[0], i)
		if i < 0 || i+len(sub) > s.Len() {
			return -1
		}
		k := 1
		for k < len(sub) && s.At(i+k) == rune(sub[k]) {
			k++
		}
		if k == len(sub) {
			return i
		}
		i++
	}
}

// replaceNewlines is s.replace("\n", nl).
func replaceNewlines(s *objects.Str, nl string) *objects.Str {
	i := indexOf(s, '\n', 0)
	if i < 0 {
		return s
	}
	var c chars
	from := 0
	end := objects.NewStr(nl)
	for ; i >= 0; i = indexOf(s, '\n', from) {
		c.add(s, from, i)
		c.add(end, 0, end.Len())
		from = i + 1
	}
	c.add(s, from, s.Len())
	return c.str(0, c.len())
}

// concat is a + b.
func concat(a, b *objects.Str) *objects.Str {
	if a == nil || a.Len() == 0 {
		return b
	}
	if b.Len() == 0 {
		return a
	}
	var c chars
	c.add(a, 0, a.Len())
	c.add(b, 0, b.Len())
	return c.str(0, c.len())
}
