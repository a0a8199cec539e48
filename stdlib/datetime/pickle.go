package datetime

import (
	"github.com/adder-lang/adder/objects"
)

// Pickled values are calls of their class with one argument, or two where there is a time zone: the fields packed in
// bytes, which Python 2 wrote as a str. A fold of 1 is the top bit of the month, or of the hour of a time.

// packed is the state of a pickled value.
type packed []byte

// The sizes of packed values.
const (
	dateState     = 4
	timeState     = 6
	dateTimeState = 10
)

const foldBit = 0x80

// stateOf returns the packed fields that an argument holds; ok is false for other arguments. size says of which type, what
// is its name for the error of text that is not Latin-1.
func stateOf(t *thread, v value, size int, what string) (state packed, ok bool, err error) {
	if b, isBytes := objects.BytesOf(v); isBytes {
		return b, len(b) == size && sane(rune(b[checkedAt(size)]), size), nil
	}
	s, isStr := objects.StrOf(v)
	if !isStr || s.Len() != size || !sane(s.At(checkedAt(size)), size) {
		return nil, false, nil
	}
	for i := range size {
		r := s.At(i)
		if r > 0xFF {
			return nil, false, objects.ValueErrorf("Failed to encode latin1 string when unpickling a %s object. "+
				"pickle.load(data, encoding='latin1') is assumed.", what)
		}
		state = append(state, byte(r))
	}
	return state, true, nil
}

// checkedAt is the index of the byte that tells a packed value from other bytes: the month, or the hour of a time.
func checkedAt(size int) int {
	if size == timeState {
		return 0
	}
	return 2
}

// sane reports whether that byte is in its range. Only a date has no fold.
func sane(r rune, size int) bool {
	if r > 0xFF {
		return false
	}
	switch size {
	case timeState:
		return r&^foldBit < 24
	case dateTimeState:
		r &^= foldBit
	}
	return r >= 1 && r <= 12
}

// day unpacks the first four bytes.
func (p packed) day() ymd { return ymd{uint16(p[0])<<8 | uint16(p[1]), p[2] &^ foldBit, p[3]} }

// clock unpacks six bytes of a time of day.
func (p packed) clock() hms {
	return hms{p[0] &^ foldBit, p[1], p[2], p[0] >> 7, uint32(p[3])<<16 | uint32(p[4])<<8 | uint32(p[5])}
}

func appendDay(b []byte, d ymd) []byte {
	return append(b, byte(d.year>>8), byte(d.year), d.month, d.day)
}

// appendClock packs a time of day without its fold.
func appendClock(b []byte, c hms) []byte {
	return append(b, c.hour, c.minute, c.second, byte(c.us>>16), byte(c.us>>8), byte(c.us))
}

// zoneState checks the second argument of a pickled time.
func zoneState(args []value) (value, error) {
	if len(args) < 2 || args[1] == objects.None {
		return value{}, nil
	}
	if !objects.IsInstance(args[1], &tzinfoType) {
		return value{}, objects.TypeErrorf("bad tzinfo state arg")
	}
	return args[1], nil
}

// foldProtocol is the first protocol of pickle that keeps the fold.
const foldProtocol = 4

// reduced is what __reduce_ex__ returns.
func reduced(self value, state []byte, zone value) value {
	args := []value{objects.NewBytes(state)}
	if !zone.IsZero() {
		args = append(args, zone)
	}
	return objects.ToValue(objects.NewTuple(objects.ToValue(objects.TypeOf(self)), objects.ToValue(objects.NewTuple(args...))))
}

// reduceMethods declares __reduce_ex__ and __reduce__ of a type; pack packs the fields, with the fold where keep says so.
func reduceMethods(owner string, pack func(self value, keep bool) value) []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "__reduce_ex__", NoSig: true, Doc: "Return the class and the packed fields, for pickle of a given protocol.",
			Raw: exactly(owner+".__reduce_ex__", 1, func(t *thread, self value, args []value) (value, error) {
				protocol, err := intArg(t, args[0])
				return pack(self, protocol >= foldProtocol), err
			})},
		{Name: "__reduce__", Doc: "Return the class and the packed fields, for pickle.", Fn: func(t *thread, self value, args []value) (value, error) {
			return pack(self, false), nil
		}},
	}
}
