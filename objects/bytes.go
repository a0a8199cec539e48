package objects

// BytesType is bytes.
var BytesType Type

// Bytes is an immutable string of bytes.
type Bytes struct {
	Head
	hash int64 // 0: not yet computed
	data []byte
}

var emptyBytes = Bytes{Head: Head{&BytesType}}

// NewBytes makes a bytes object. The slice belongs to it from then on.
func NewBytes(b []byte) Value {
	if len(b) == 0 {
		return ToValue(&emptyBytes)
	}
	return ToValue(&Bytes{Head{&BytesType}, 0, b})
}

// BytesOf returns the contents of a bytes object (or of an instance of a class derived from bytes); they must not be
// changed.
func BytesOf(v Value) ([]byte, bool) {
	if typ := objectType(v); typ != nil && (typ == &BytesType || typ.Flags&FlagBytesSub != 0) {
		return As[Bytes](v).data, true
	}
	return nil, false
}

// Hash returns hash(b).
func (b *Bytes) Hash() int64 {
	if b.hash == 0 {
		b.hash = hashBytes(b.data)
	}
	return b.hash
}

func initBytes() {
	typ := &BytesType
	typ.Name = "bytes"
	typ.Flags = FlagBase | FlagBytesSub | FlagMatchSelf
	layout[Bytes](typ)
	typ.Hash = func(t *Thread, v Value) (int64, error) { return As[Bytes](v).Hash(), nil }
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		x, ok := BytesOf(a)
		if !ok {
			return NotImplemented, nil
		}
		y, ok := BytesOf(b)
		if !ok {
			return NotImplemented, nil
		}
		switch {
		case string(x) < string(y):
			return compareResult(-1, op), nil
		case string(x) > string(y):
			return compareResult(1, op), nil
		}
		return compareResult(0, op), nil
	}
	typ.Len = func(t *Thread, v Value) (int, error) { return len(As[Bytes](v).data), nil }
}
