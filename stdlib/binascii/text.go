package binascii

import (
	"encoding/base64"
	"encoding/hex"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// uuLine is the largest number of bytes in a uuencoded line.
const uuLine = 45

// decodeUU decodes a line: a byte of the length, then four characters of six bits for three bytes. Missing characters
// count as zeros, since some encoders leave blanks at the end away; even a missing length does, as 32.
func decodeUU(t *thread, b []byte, _ []value) ([]byte, error) {
	at := func(i int) byte {
		if i < len(b) {
			return b[i]
		}
		return 0
	}
	n := int((at(0) - ' ') & 0x3F)
	out := make([]byte, 0, n)
	bits, left, i := uint32(0), 0, 1
	for ; len(out) < n; i++ {
		c := at(i)
		switch {
		case c == '\n' || c == '\r' || i >= len(b):
			c = 0
		case c < ' ' || c > ' '+64:
			return nil, failf("Illegal char")
		default:
			c = (c - ' ') & 0x3F
		}
		bits = bits<<6 | uint32(c)
		if left += 6; left >= 8 {
			left -= 8
			out = append(out, byte(bits>>left))
		}
	}
	for ; i < len(b); i++ {
		if c := b[i]; c != ' ' && c != ' '+64 && c != '\n' && c != '\r' {
			return nil, failf("Trailing garbage")
		}
	}
	return out, nil
}

func encodeUU(t *thread, b []byte, args []value) ([]byte, error) {
	backtick, err := native.Bool(t, args[0], false)
	if err != nil {
		return nil, err
	}
	if len(b) > uuLine {
		return nil, failf("At most 45 bytes at once")
	}
	char := func(c byte) byte {
		if c == 0 && backtick {
			return '`'
		}
		return ' ' + c
	}
	out := []byte{char(byte(len(b)))}
	for i := 0; i < len(b); i += 3 {
		var group [3]byte
		copy(group[:], b[i:])
		out = append(out, char(group[0]>>2), char(group[0]<<4&0x30|group[1]>>4), char(group[1]<<2&0x3C|group[2]>>6), char(group[2]&0x3F))
	}
	return append(out, '\n'), nil
}

// base64Value returns the value of a character of base64, or 255.
func base64Value(c byte) byte {
	switch {
	case c >= 'A' && c <= 'Z':
		return c - 'A'
	case c >= 'a' && c <= 'z':
		return c - 'a' + 26
	case c >= '0' && c <= '9':
		return c - '0' + 52
	case c == '+':
		return 62
	case c == '/':
		return 63
	}
	return 255
}

// decodeBase64 decodes leniently unless strict_mode: other characters are skipped, and what follows complete padding is
// ignored.
func decodeBase64(t *thread, b []byte, args []value) ([]byte, error) {
	strict, err := native.Bool(t, args[0], false)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(b)/4*3+3)
	if n, err := base64.StdEncoding.Strict().Decode(out[:cap(out)], b); err == nil && len(b)%4 == 0 && plain(b) {
		return out[:n], nil
	}
	if strict && len(b) > 0 && b[0] == '=' {
		return nil, failf("Leading padding not allowed")
	}
	var quad, pads int
	var rest byte
	for i, c := range b {
		if c == '=' {
			if strict && quad == 0 {
				return nil, failf("Excess padding not allowed")
			}
			pads++
			if quad >= 2 && quad+pads >= 4 {
				if strict && i+1 < len(b) {
					return nil, failf("Excess data after padding")
				}
				return out, nil
			}
			continue
		}
		v := base64Value(c)
		if v == 255 {
			if strict {
				return nil, failf("Only base64 data is allowed")
			}
			continue
		}
		if strict && pads > 0 {
			return nil, failf("Discontinuous padding not allowed")
		}
		pads = 0
		switch quad {
		case 0:
			rest = v
		case 1:
			out = append(out, rest<<2|v>>4)
			rest = v & 0x0F
		case 2:
			out = append(out, rest<<4|v>>2)
			rest = v & 0x03
		case 3:
			out = append(out, rest<<6|v)
		}
		quad = (quad + 1) & 3
	}
	switch quad {
	case 0:
		return out, nil
	case 1:
		return nil, failf("Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return nil, failf("Incorrect padding")
}

// plain reports whether there is no line end, which Go's decoder skips.
func plain(b []byte) bool {
	for _, c := range b {
		if c == '\n' || c == '\r' {
			return false
		}
	}
	return true
}

func encodeBase64(t *thread, b []byte, args []value) ([]byte, error) {
	newline, err := native.Bool(t, args[0], true)
	if err != nil {
		return nil, err
	}
	out := base64.StdEncoding.AppendEncode(nil, b)
	if newline {
		out = append(out, '\n')
	}
	return out, nil
}

func decodeHex(t *thread, b []byte, _ []value) ([]byte, error) {
	if len(b)%2 != 0 {
		return nil, failf("Odd-length string")
	}
	out := make([]byte, len(b)/2)
	if _, err := hex.Decode(out, b); err != nil {
		return nil, failf("Non-hexadecimal digit found")
	}
	return out, nil
}

// separator converts the argument sep.
func separator(t *thread, v value) (byte, error) {
	n, err := objects.Len(t, v)
	if err != nil {
		return 0, err
	}
	if n != 1 {
		return 0, objects.ValueErrorf("sep must be length 1.")
	}
	if s, ok := objects.StrOf(v); ok {
		if s.Kind() != 1 {
			return 0, objects.ValueErrorf("sep must be ASCII.")
		}
		return s.Units1()[0], nil
	}
	if b, ok := objects.BytesOf(v); ok {
		return b[0], nil
	}
	return 0, objects.TypeErrorf("sep must be str or bytes.")
}

func encodeHex(t *thread, b []byte, args []value) ([]byte, error) {
	every := 1
	if !args[1].IsZero() {
		var err error
		if every, err = native.Int(t, args[1]); err != nil {
			return nil, err
		}
	}
	var sep byte
	if args[0].IsZero() {
		every = 0
	} else {
		var err error
		if sep, err = separator(t, args[0]); err != nil {
			return nil, err
		}
	}
	if every == 0 {
		return hex.AppendEncode(nil, b), nil
	}
	first := 0
	if every > 0 {
		first = len(b) % every
	} else {
		every = -every
	}
	out := make([]byte, 0, 2*len(b)+len(b)/every)
	for i := range b {
		if i > 0 && (i-first)%every == 0 {
			out = append(out, sep)
		}
		out = hex.AppendEncode(out, b[i:i+1])
	}
	return out, nil
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func decodeQP(t *thread, b []byte, args []value) ([]byte, error) {
	header, err := native.Bool(t, args[0], false)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '_' && header {
			c = ' '
		}
		if c != '=' {
			out = append(out, c)
			continue
		}
		if i++; i >= len(b) {
			break
		}
		switch {
		case b[i] == '\n' || b[i] == '\r':
			// A soft line break: everything up to the line feed goes.
			for i < len(b) && b[i] != '\n' {
				i++
			}
		case b[i] == '=':
			out = append(out, '=')
		default:
			high, ok := hexDigit(b[i])
			if i+1 < len(b) && ok {
				if low, ok := hexDigit(b[i+1]); ok {
					out = append(out, high<<4|low)
					i++
					continue
				}
			}
			out = append(out, '=')
			i--
		}
	}
	return out, nil
}

// qpLine is the largest length of a line of quoted-printable text, its line end aside.
const qpLine = 76

const upperHex = "0123456789ABCDEF"

func encodeQP(t *thread, b []byte, args []value) ([]byte, error) {
	var flags [3]bool
	for i, def := range [3]bool{false, true, false} {
		var err error
		if flags[i], err = native.Bool(t, args[i], def); err != nil {
			return nil, err
		}
	}
	tabs, text, header := flags[0], flags[1], flags[2]
	end := "\n"
	for i, c := range b {
		if c == '\n' {
			if i > 0 && b[i-1] == '\r' {
				end = "\r\n"
			}
			break
		}
	}
	var out []byte
	line := 0
	soft := func() {
		out = append(append(out, '='), end...)
		line = 0
	}
	for i := 0; i < len(b); {
		c := b[i]
		last := i+1 == len(b)
		var quoted bool
		switch c {
		case '=':
			quoted = true
		case '_':
			quoted = header
		case '.':
			quoted = line == 0 && (last || b[i+1] == '\n' || b[i+1] == '\r' || b[i+1] == 0)
		case '\r', '\n':
			quoted = !text
		case ' ', '\t':
			quoted = last || tabs
		default:
			quoted = c > 126 || c < ' '
		}
		switch {
		case quoted:
			if line+3 >= qpLine {
				soft()
			}
			out = append(out, '=', upperHex[c>>4], upperHex[c&15])
			line += 3
			i++
		case text && (c == '\n' || c == '\r' && !last && b[i+1] == '\n'):
			line = 0
			// White space at the end of a line would be lost.
			if n := len(out); n > 0 && (out[n-1] == ' ' || out[n-1] == '\t') {
				w := out[n-1]
				out = append(out[:n-1], '=', upperHex[w>>4], upperHex[w&15])
			}
			out = append(out, end...)
			if c == '\r' {
				i++
			}
			i++
		default:
			if !last && b[i+1] != '\n' && line+1 >= qpLine {
				soft()
			}
			line++
			if header && c == ' ' {
				c = '_'
			}
			out = append(out, c)
			i++
		}
	}
	return out, nil
}
