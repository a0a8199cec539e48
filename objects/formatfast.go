package objects

import (
	"math"
	"strconv"
)

// Formatting of the common: ints, floats and ASCII strings with a specification of alignment, width, precision and type, and
// format strings whose fields are no more than numbers or names. What these functions do not know they leave to the general
// way, before anything has happened that could be seen.

// simpleSpec is such a specification. align is 0 where none is given, precision -1.
type simpleSpec struct {
	align            byte
	zero             bool
	width, precision int
	code             byte // the type, 0 where none is given
}

// maxSimpleWidth bounds what is formatted in memory that is kept.
const maxSimpleWidth = 1000

// parseSimple reads a specification [align][0][width][.precision][type].
func parseSimple(s string) (f simpleSpec, ok bool) {
	f.precision = -1
	i := 0
	if i < len(s) && (s[i] == '<' || s[i] == '>' || s[i] == '^') {
		f.align = s[i]
		i++
	}
	if i < len(s) && s[i] == '0' {
		f.zero = true
		i++
	}
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		if f.width = f.width*10 + int(s[i]-'0'); f.width > maxSimpleWidth {
			return f, false
		}
	}
	if i < len(s) && s[i] == '.' {
		i++
		if i == len(s) || s[i] < '0' || s[i] > '9' {
			return f, false
		}
		f.precision = 0
		for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
			if f.precision = f.precision*10 + int(s[i]-'0'); f.precision > maxSimpleWidth {
				return f, false
			}
		}
	}
	if i < len(s) {
		f.code = s[i]
		i++
	}
	return f, i == len(s) && !(f.zero && f.align != 0)
}

// appendSimple appends format(v, spec) for the types and specifications described above; else ok is false, and b what it was.
func appendSimple(b []byte, v Value, spec string) (_ []byte, ok bool) {
	at := len(b)
	switch {
	case v.IsInline():
		if spec == "" {
			return strconv.AppendInt(b, v.Inline(), 10), true
		}
		f, ok := parseSimple(spec)
		if !ok || f.precision >= 0 {
			return b, false
		}
		switch f.code {
		case 0, 'd':
			b = strconv.AppendInt(b, v.Inline(), 10)
		case 'x':
			b = strconv.AppendInt(b, v.Inline(), 16)
		case 'b':
			b = strconv.AppendInt(b, v.Inline(), 2)
		default:
			return b, false
		}
		return f.pad(b, at, '>'), true
	case v.IsFloat():
		x := v.Float()
		if math.IsInf(x, 0) || x != x {
			return b, false
		}
		if spec == "" {
			return appendFloat(b, x), true
		}
		f, ok := parseSimple(spec)
		if !ok || f.code != 'f' && f.code != 'e' {
			return b, false
		}
		if f.precision < 0 {
			f.precision = 6
		}
		b = strconv.AppendFloat(b, x, f.code, f.precision, 64)
		return f.pad(b, at, '>'), true
	case Is(v, &StrType):
		s := As[Str](v)
		if !s.ascii {
			return b, false
		}
		text := s.bytes()
		if spec == "" {
			return append(b, text...), true
		}
		f, ok := parseSimple(spec)
		if !ok || f.zero || f.code != 0 && f.code != 's' {
			return b, false
		}
		if f.precision >= 0 && f.precision < len(text) {
			text = text[:f.precision]
		}
		return f.pad(append(b, text...), at, '<'), true
	}
	return b, false
}

// pad brings what stands in b from at on to the width.
func (f *simpleSpec) pad(b []byte, at int, align byte) []byte {
	fill := f.width - (len(b) - at)
	if fill <= 0 {
		return b
	}
	if f.align != 0 {
		align = f.align
	}
	left, c := 0, byte(' ')
	switch {
	case f.zero:
		// Behind the sign.
		left, c = fill, '0'
		if b[at] == '-' {
			at++
		}
	case align == '>':
		left = fill
	case align == '^':
		left = fill / 2
	}
	end := len(b)
	for range fill {
		b = append(b, c)
	}
	if left > 0 {
		copy(b[at+left:], b[at:end])
		for i := range b[at : at+left] {
			b[at+i] = c
		}
		for i := left + end; i < len(b); i++ {
			b[i] = c
		}
	}
	return b
}

// appendSimply appends the result of formatting an ASCII string; ok is false where a field or a value is not as described above,
// or there is an error.
func (f *formatter) appendSimply(b []byte, s string) (_ []byte, ok bool) {
	auto, manual := 0, false
	for i := 0; i < len(s); {
		c := s[i]
		i++
		if c != '{' && c != '}' {
			b = append(b, c)
			continue
		}
		if i == len(s) {
			return b, false
		}
		if s[i] == c {
			b = append(b, c)
			i++
			continue
		}
		if c == '}' {
			return b, false
		}
		start := i
		for i < len(s) && (isAlphaByte(s[i]) || s[i] == '_' || s[i] >= '0' && s[i] <= '9') {
			i++
		}
		if i == len(s) {
			return b, false
		}
		name := s[start:i]
		spec := ""
		if s[i] == ':' {
			start = i + 1
			for i = start; i < len(s) && s[i] != '}'; i++ {
				if s[i] == '{' {
					return b, false
				}
			}
			if i == len(s) {
				return b, false
			}
			spec = s[start:i]
		}
		if s[i] != '}' {
			return b, false
		}
		i++
		var v Value
		switch {
		case name == "":
			if manual || auto >= len(f.args) {
				return b, false
			}
			v = f.args[auto]
			auto++
		case name[0] >= '0' && name[0] <= '9':
			n := int(name[0] - '0')
			if len(name) > 1 || auto > 0 || n >= len(f.args) {
				return b, false
			}
			manual = true
			v = f.args[n]
		default:
			for k := range f.kw.Len() {
				if p := As[Str](f.kw.Item(k)); p.ascii && p.String() == name {
					v = f.vals[k]
					break
				}
			}
			if v.IsZero() {
				return b, false
			}
		}
		if b, ok = appendSimple(b, v, spec); !ok {
			return b, false
		}
	}
	return b, true
}
