package array

import (
	"encoding/binary"
	"math"

	"github.com/adder-lang/adder/objects"
)

// kind is a type code: how an item lies in memory.
type kind struct {
	code byte
	size int
	// name is what messages of overflow call the C type; integers of eight bytes have messages of their own.
	name string
	// machine is the machine format code of pickles.
	machine int
}

// kinds are the type codes in the order of array.typecodes.
var kinds = [...]kind{
	{'b', 1, "signed char", 1}, {'B', 1, "unsigned byte integer", 0}, {'u', 4, "", 20}, {'w', 4, "", 20},
	{'h', 2, "signed short integer", 4}, {'H', 2, "unsigned short", 2}, {'i', 4, "signed integer", 8},
	{'I', 4, "unsigned int", 6}, {'l', 8, "", 12}, {'L', 8, "", 10}, {'q', 8, "", 12}, {'Q', 8, "", 10},
	{'f', 4, "", 14}, {'d', 8, "", 16},
}

func kindOf(code rune) *kind {
	for i := range kinds {
		if rune(kinds[i].code) == code {
			return &kinds[i]
		}
	}
	return nil
}

// text reports whether items are characters.
func (k *kind) text() bool { return k.code == 'u' || k.code == 'w' }

func word(b []byte) uint64 {
	switch len(b) {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(binary.LittleEndian.Uint16(b))
	case 4:
		return uint64(binary.LittleEndian.Uint32(b))
	}
	return binary.LittleEndian.Uint64(b)
}

func putWord(b []byte, w uint64) {
	for i := range b {
		b[i] = byte(w)
		w >>= 8
	}
}

// read returns the item in b.
func (k *kind) read(b []byte) (value, error) {
	w := word(b[:k.size])
	switch k.code {
	case 'f':
		return objects.Float(float64(math.Float32frombits(uint32(w)))), nil
	case 'd':
		return objects.Float(math.Float64frombits(w)), nil
	case 'u', 'w':
		if w > 0x10FFFF {
			return value{}, objects.ValueErrorf("character U+%x is not in range [U+0000; U+10ffff]", w)
		}
		return objects.ToValue(objects.StrFromRunes([]rune{rune(w)})), nil
	case 'B', 'H', 'I', 'L', 'Q':
		return objects.Uint64Value(w), nil
	}
	shift := uint(64 - 8*k.size)
	return objects.Int(int64(w<<shift) >> shift), nil
}

// write converts v to an item in b.
func (k *kind) write(t *thread, b []byte, v value) error {
	switch k.code {
	case 'f', 'd':
		f, err := objects.ToFloat(t, v)
		if err != nil {
			return err
		}
		if k.code == 'f' {
			putWord(b, uint64(math.Float32bits(float32(f))))
		} else {
			putWord(b, math.Float64bits(f))
		}
		return nil
	case 'u', 'w':
		s, ok := objects.StrOf(v)
		if !ok || s.Len() != 1 {
			return objects.TypeErrorf("array item must be unicode character")
		}
		putWord(b, uint64(s.At(0)))
		return nil
	}
	i, err := objects.Index(t, v)
	if err != nil {
		return err
	}
	w, err := k.integer(i)
	if err == nil {
		putWord(b, w)
	}
	return err
}

// integer checks the range of an integer.
func (k *kind) integer(i value) (uint64, error) {
	bits := uint(8 * k.size)
	n, fits := objects.Int64Of(i)
	negative := objects.Sign(i) < 0
	switch k.code {
	case 'I', 'L':
		if negative {
			return 0, objects.OverflowErrorf("can't convert negative value to unsigned int")
		}
	case 'Q':
		if negative {
			return 0, objects.OverflowErrorf("can't convert negative int to unsigned")
		}
	}
	if k.size == 8 && (k.code == 'L' || k.code == 'Q') {
		u, ok := objects.Uint64Of(i)
		if !ok {
			return 0, objects.OverflowErrorf("int too big to convert")
		}
		return u, nil
	}
	if !fits {
		if k.code == 'q' {
			return 0, objects.OverflowErrorf("int too big to convert")
		}
		return 0, objects.OverflowErrorf("Python int too large to convert to C long")
	}
	low, high := int64(-1)<<(bits-1), int64(math.MaxInt64)>>(64-bits)
	if k.code < 'a' {
		low, high = 0, int64(1)<<bits-1
	}
	switch {
	case n < low:
		return 0, objects.OverflowErrorf("%s is less than minimum", k.name)
	case n > high:
		return 0, objects.OverflowErrorf("%s is greater than maximum", k.name)
	}
	return uint64(n), nil
}
