package objects

// ByteArrayType is bytearray.
var ByteArrayType Type

// ByteArray is a mutable string of bytes. While exports is not zero its size cannot change.
type ByteArray struct {
	Head
	data    []byte
	exports int
}

// NewByteArray makes a bytearray. The slice belongs to it from then on.
func NewByteArray(b []byte) Value { return ToValue(&ByteArray{Head{&ByteArrayType}, b, 0}) }

func initByteArray() {
	typ := &ByteArrayType
	typ.Name = "bytearray"
	typ.Flags = FlagBase | FlagMatchSelf
	layout[ByteArray](typ)
	typ.Hash = hashNotImplemented
	typ.Len = func(t *Thread, v Value) (int, error) { return len(As[ByteArray](v).data), nil }
}
