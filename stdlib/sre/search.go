package sre

import (
	"bytes"
	"unsafe"
)

// matchFrom matches at one position.
func matchFrom[U unit](st *state, s []U, pos int) bool {
	st.reset()
	return match(st, s, 0, pos)
}

// search finds the first position from pos on at which the program matches. The INFO block at the beginning of the program
// says how short a match may be and how it begins.
func search[U unit](st *state, s []U, pos int) bool {
	code := st.code
	last := len(s)
	var prefix []uint32
	charset := -1
	literal := false
	if code[0] == opInfo {
		flags := code[2]
		if least := int(code[3]); least > 0 {
			last -= least
		}
		switch {
		case flags&infoPrefix != 0:
			prefix = code[7 : 7+code[5]]
			literal = flags&infoLiteral != 0
		case flags&infoCharset != 0:
			charset = 5
		}
	}
	if pos > last {
		return false
	}
	switch {
	case len(prefix) > 0:
		for pos <= last {
			i := find(s, prefix, pos)
			if i < 0 || i > last {
				return false
			}
			if literal && len(st.marks) == 0 && !st.whole {
				st.reset()
				st.start, st.end = i, i+len(prefix)
				return true
			}
			if matchFrom(st, s, i) {
				return true
			}
			pos = i + 1
		}
		return false
	case charset >= 0:
		set := st.set(charset)
		for ; pos <= last && pos < len(s); pos++ {
			if c := uint32(s[pos]); c < 256 {
				if set[c>>6]>>(c&63)&1 == 0 {
					continue
				}
			} else if !inSet(code, charset, c) {
				continue
			}
			if matchFrom(st, s, pos) {
				return true
			}
		}
		return false
	}
	for ; pos <= last; pos++ {
		if matchFrom(st, s, pos) {
			return true
		}
		// Only a match at the first position may have to be longer than nothing: the state compares positions.
	}
	return false
}

// find returns the first position of a literal from pos on, or -1.
func find[U unit](s []U, want []uint32, pos int) int {
	if len(want) > len(s)-pos {
		return -1
	}
	first := want[0]
	if unsafe.Sizeof(U(0)) == 1 {
		b := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s))
		if first > 255 {
			return -1
		}
	next:
		for {
			i := bytes.IndexByte(b[pos:], byte(first))
			if i < 0 || len(b)-(pos+i) < len(want) {
				return -1
			}
			pos += i
			for j, w := range want {
				if uint32(b[pos+j]) != w {
					pos++
					continue next
				}
			}
			return pos
		}
	}
	if uint32(U(first)) != first {
		return -1
	}
next2:
	for ; pos <= len(s)-len(want); pos++ {
		if uint32(s[pos]) != first {
			continue
		}
		for j, w := range want {
			if uint32(s[pos+j]) != w {
				continue next2
			}
		}
		return pos
	}
	return -1
}
