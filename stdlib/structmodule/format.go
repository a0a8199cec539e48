package structmodule

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/adder-lang/adder/objects"
)

// code is one item of a format: count values of size bytes each, from offset on. For s and p the size is that of the text
// and there is one value; padding (x) is not listed.
type code struct {
	char   byte
	size   int
	offset int
	count  int
}

// layout is a parsed format.
type layout struct {
	codes []code
	size  int
	items int
	order binary.ByteOrder
	// native says that sizes, alignment and conversions are those of C here.
	native bool
}

// sizes returns the size and the alignment of a format character, zero where it is unknown.
func sizes(c byte, native bool) (size, align int) {
	switch c {
	case 'x', 'c', 'b', 'B', '?', 's', 'p':
		size = 1
	case 'h', 'H', 'e':
		size = 2
	case 'i', 'I', 'f':
		size = 4
	case 'l', 'L':
		if size = 4; native {
			size = 8
		}
	case 'q', 'Q', 'd':
		size = 8
	case 'n', 'N', 'P':
		if native {
			size = 8
		}
	}
	if native {
		return size, size
	}
	return size, 1
}

// parse reads a format.
func parse(f string) (*layout, error) {
	l := &layout{order: binary.LittleEndian}
	native := true
	i := 0
	if f != "" {
		switch f[0] {
		case '@':
			i++
		case '=', '<':
			native = false
			i++
		case '>', '!':
			native = false
			l.order = binary.BigEndian
			i++
		}
	}
	tooLong := func() (*layout, error) { return nil, structError("total struct size too long") }
	l.native = native
	for i < len(f) {
		c := f[i]
		i++
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		count := 1
		if c >= '0' && c <= '9' {
			count = int(c - '0')
			for i < len(f) && f[i] >= '0' && f[i] <= '9' {
				if count > (math.MaxInt-9)/10 {
					return tooLong()
				}
				count = count*10 + int(f[i]-'0')
				i++
			}
			if i == len(f) {
				return nil, structError("repeat count given without format specifier")
			}
			c = f[i]
			i++
		}
		size, align := sizes(c, native)
		if size == 0 {
			return nil, structError("bad char in struct format")
		}
		if rest := l.size % align; rest > 0 {
			if l.size > math.MaxInt-align {
				return tooLong()
			}
			l.size += align - rest
		}
		if count > (math.MaxInt-l.size)/size {
			return tooLong()
		}
		switch c {
		case 'x':
		case 's', 'p':
			l.codes = append(l.codes, code{c, count, l.size, 1})
			l.items++
		default:
			if count > 0 {
				l.codes = append(l.codes, code{c, size, l.size, count})
				l.items += count
			}
		}
		l.size += size * count
	}
	return l, nil
}

func structError(msg string, operands ...any) error {
	return objects.Errorf(errorType, msg, operands...)
}

// word reads an unsigned number of the given size.
func (l *layout) word(b []byte, size int) uint64 {
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(l.order.Uint16(b))
	case 4:
		return uint64(l.order.Uint32(b))
	}
	return l.order.Uint64(b)
}

func (l *layout) putWord(b []byte, size int, w uint64) {
	switch size {
	case 1:
		b[0] = byte(w)
	case 2:
		l.order.PutUint16(b, uint16(w))
	case 4:
		l.order.PutUint32(b, uint32(w))
	default:
		l.order.PutUint64(b, w)
	}
}

// unpack makes the values of a buffer of the layout's size.
func (l *layout) unpack(b []byte) value {
	tup := objects.MakeTuple(l.items)
	items := tup.Items()
	n := 0
	for _, c := range l.codes {
		at := b[c.offset:]
		for range c.count {
			items[n] = l.read(at, c)
			n++
			at = at[min(c.size, len(at)):]
		}
	}
	return objects.ToValue(tup)
}

func (l *layout) read(b []byte, c code) value {
	switch c.char {
	case 'b', 'h', 'i', 'l', 'q', 'n':
		shift := 64 - 8*c.size
		return objects.Int(int64(l.word(b, c.size)<<shift) >> shift)
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		return objects.Uint64Value(l.word(b, c.size))
	case '?':
		return objects.Bool(b[0] != 0)
	case 'c':
		return objects.NewBytes([]byte{b[0]})
	case 'd':
		return objects.FloatFromBits(l.word(b, 8))
	case 'f':
		return objects.Float(float64(math.Float32frombits(uint32(l.word(b, 4)))))
	case 'e':
		return objects.Float(objects.HalfToFloat(uint16(l.word(b, 2))))
	case 's':
		return objects.NewBytes(append([]byte(nil), b[:c.size]...))
	default: // p: a Pascal string, its length in the first byte
		if c.size == 0 {
			return objects.NewBytes(nil)
		}
		n := min(int(b[0]), c.size-1)
		return objects.NewBytes(append([]byte(nil), b[1:1+n]...))
	}
}

// pack writes values into a zeroed buffer.
func (l *layout) pack(t *thread, b []byte, args []value) error {
	n := 0
	for _, c := range l.codes {
		for i := range c.count {
			if err := l.write(t, b[c.offset+i*c.size:], c, args[n]); err != nil {
				return err
			}
			n++
		}
	}
	return nil
}

func (l *layout) write(t *thread, b []byte, c code, v value) error {
	switch c.char {
	case 'b', 'h', 'i', 'l', 'q', 'n', 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		w, err := integer(t, c, v)
		if err == nil {
			l.putWord(b, c.size, w)
		}
		return err
	case '?':
		ok, err := objects.Truth(t, v)
		b[0] = 0
		if ok {
			b[0] = 1
		}
		return err
	case 'c':
		x, ok := objects.BytesOf(v)
		if !ok || len(x) != 1 {
			return structError("char format requires a bytes object of length 1")
		}
		b[0] = x[0]
	case 'd', 'f', 'e':
		f, err := objects.FloatFrom(t, v)
		if err != nil {
			if objects.IsError(err, &objects.OverflowErrorType) {
				return structError("int too large to convert")
			}
			return structError("required argument is not a float")
		}
		switch c.char {
		case 'd':
			l.putWord(b, 8, math.Float64bits(f))
		case 'f':
			x := float32(f)
			// The native form converts as C does, to an infinity.
			if !l.native && math.IsInf(float64(x), 0) && !math.IsInf(f, 0) {
				return tooLarge(c, v)
			}
			l.putWord(b, 4, uint64(math.Float32bits(x)))
		default:
			h, ok := objects.FloatToHalf(f)
			if !ok {
				return tooLarge(c, v)
			}
			l.putWord(b, 2, uint64(h))
		}
	default:
		x, ok := objects.BytesOf(v)
		if !ok {
			if objects.TypeOf(v) != &objects.ByteArrayType {
				return structError("argument for '%c' must be a bytes object", c.char)
			}
			var err error
			if x, _, err = objects.BufferBytes(t, v); err != nil {
				return err
			}
		}
		if c.char == 's' {
			copy(b[:c.size], x)
			return nil
		}
		if c.size > 0 {
			n := copy(b[1:c.size], x)
			b[0] = byte(min(n, 255))
		}
	}
	return nil
}

// tooLarge is the error of a number that the float format cannot hold.
func tooLarge(c code, v value) error {
	if objects.IsInt(v) {
		return structError("int too large to convert")
	}
	return objects.OverflowErrorf("float too large to pack with %c format", c.char)
}

// integer converts an argument to the word of an integer format.
func integer(t *thread, c code, v value) (uint64, error) {
	if !objects.IsInt(v) {
		typ := objects.TypeOf(v)
		objects.NewType(typ)
		if typ.Number.Unary[objects.OpIndex] == nil {
			return 0, structError("required argument is not an integer")
		}
		var err error
		if v, err = objects.Index(t, v); err != nil {
			return 0, err
		}
	}
	bits := uint(8 * c.size)
	if c.char >= 'a' {
		n, ok := objects.Int64Of(v)
		if low := int64(-1) << (bits - 1); ok && n >= low && n <= ^low {
			return uint64(n), nil
		}
		low := int64(-1) << (bits - 1)
		return 0, structError("'%c' format requires %d <= number <= %d", c.char, low, ^low)
	}
	if c.char == 'P' && objects.Sign(v) < 0 {
		if n, ok := objects.Int64Of(v); ok {
			return uint64(n), nil
		}
	}
	n, ok := objects.Uint64Of(v)
	if ok && n <= math.MaxUint64>>(64-bits) {
		return n, nil
	}
	if c.char == 'P' {
		return 0, structError("int too large to convert")
	}
	high := new(big.Int).SetUint64(math.MaxUint64 >> (64 - bits))
	return 0, structError("'%c' format requires 0 <= number <= %s", c.char, high.String())
}
