package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Error is a failure to read a program. Its fields are those of Python's SyntaxError.
type Error struct {
	// Kind is the name of the Python exception: "SyntaxError", "IndentationError", "TabError", "_IncompleteInputError",
	// "MemoryError" (the program nests too deeply).
	Kind     string
	Msg      string
	Filename string
	// Line, Col, EndLine and EndCol are lineno, offset, end_lineno and end_offset: columns count characters from 1;
	// 0 and -1 occur where CPython knows no place.
	Line, Col, EndLine, EndCol int
	// Text is the line of source that the error shows.
	Text    string
	HasText bool
	// NoLocation is true where the exception has only its message (lineno and the rest are None).
	NoLocation bool
	// NoEnd is true where end_offset is None, and end_lineno too if EndLine is 0.
	NoEnd bool
	// Warnings are those given before the error was found.
	Warnings []Warning
}

// Error gives the message as str() of the Python exception does.
func (e *Error) Error() string {
	if e.NoLocation {
		return e.Msg
	}
	name := e.Filename
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	if name == "" {
		return fmt.Sprintf("%s (line %d)", e.Msg, e.Line)
	}
	return fmt.Sprintf("%s (%s, line %d)", e.Msg, name, e.Line)
}

// Warning is a warning that reading a program gives. Where the filters turn it into an exception, Python raises a
// SyntaxError with the same message at the columns given.
type Warning struct {
	Category string // "SyntaxWarning"
	Message  string
	// Line is the line the warning is reported at. Span is the token that a SyntaxError made of it would show.
	Line int
	Span Pos
}

// countChars counts the characters of s as decoding it with the error handler "replace" would: each maximal invalid
// part is one. Lone surrogates (three bytes each, WTF-8) count as one.
func countChars(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			n++
			continue
		}
		if isSurrogateAt(s, i) {
			i += 3
			n++
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		if size == 1 {
			// A truncated character at the end is one replacement, whatever its length.
			size = truncatedPrefix(s[i:])
		}
		i += size
		n++
	}
	return n
}

// replaceInvalid puts U+FFFD for each maximal part of s that is not UTF-8, as the error handler "replace" does.
func replaceInvalid(s string) string {
	i := invalidUTF8(s)
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = invalidUTF8(s) {
		b.WriteString(s[:i])
		b.WriteRune(utf8.RuneError)
		s = s[i+truncatedPrefix(s[i:]):]
	}
	b.WriteString(s)
	return b.String()
}

// isSurrogateAt says whether three bytes at i encode a lone surrogate.
func isSurrogateAt(s string, i int) bool {
	return s[i] == 0xED && i+2 < len(s) && s[i+1] >= 0xA0 && s[i+1] <= 0xBF && s[i+2]&0xC0 == 0x80
}

// truncatedPrefix gives the length of the maximal prefix of s that begins a valid character, at least 1.
func truncatedPrefix(s string) int {
	want := 0
	lo, hi := byte(0x80), byte(0xBF)
	switch c := s[0]; {
	case c >= 0xC2 && c <= 0xDF:
		want = 1
	case c >= 0xE0 && c <= 0xEF:
		want = 2
		if c == 0xE0 {
			lo = 0xA0
		} else if c == 0xED {
			hi = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		want = 3
		if c == 0xF0 {
			lo = 0x90
		} else if c == 0xF4 {
			hi = 0x8F
		}
	}
	n := 1
	for ; n <= want && n < len(s); n++ {
		if s[n] < lo || s[n] > hi {
			break
		}
		lo, hi = 0x80, 0xBF
	}
	return n
}

// charColumn turns a column that counts bytes of line from 1 into one that counts characters.
func charColumn(line string, col int) int {
	if col <= 0 {
		return col
	}
	if col > len(line) {
		// The byte after the line's last one counts as a character.
		return countChars(line) + 1
	}
	return countChars(line[:col])
}
