package image

import (
	"encoding/binary"
	"unsafe"
)

// Find returns the marshalled code of a frozen module, which must not be written to. ok is false in a build without the image.
func Find(name string) (code []byte, ok bool) { return FindIn(data, name) }

// FindIn is Find in an image that is given.
func FindIn(image, name string) (code []byte, ok bool) {
	for len(image) >= 4 {
		entry, rest, good := cut(image)
		if !good {
			return nil, false
		}
		body, next, good := cut(rest)
		if !good {
			return nil, false
		}
		if entry == name {
			return unsafe.Slice(unsafe.StringData(body), len(body)), true
		}
		image = next
	}
	return nil, false
}

// cut takes a string with its length before it.
func cut(s string) (head, rest string, ok bool) {
	if len(s) < 4 {
		return "", "", false
	}
	n := int(binary.LittleEndian.Uint32([]byte(s[:4])))
	s = s[4:]
	if n < 0 || n > len(s) {
		return "", "", false
	}
	return s[:n], s[n:], true
}

// Append adds an entry to an image.
func Append(image []byte, name string, code []byte) []byte {
	for _, s := range [][]byte{[]byte(name), code} {
		image = binary.LittleEndian.AppendUint32(image, uint32(len(s)))
		image = append(image, s...)
	}
	return image
}
