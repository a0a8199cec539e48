package objects

// MemoryViewType is memoryview.
var MemoryViewType Type

// The flags that a consumer asks for a buffer with, as in inspect.BufferFlags.
const (
	BufSimple   = 0
	BufWritable = 0x1
	BufFormat   = 0x4
	BufND       = 0x8
	BufStrides  = 0x10 | BufND
)

// Buffer is an exported view of an object's memory (PEP 3118). Release gives it back and must be called once.
type Buffer struct {
	Obj      Value
	Data     []byte
	ReadOnly bool
	Format   string // "" means "B"
	ItemSize int
	Shape    []int // nil: one dimension of len(Data)/ItemSize
	Strides  []int // nil: contiguous in C order
	Release  func()
}

// MemoryView is a memoryview.
type MemoryView struct {
	Head
	buf      *Buffer
	released bool
	exports  int
	hash     int64
}

// NewMemoryView makes a memoryview of an exported buffer.
func NewMemoryView(b *Buffer) Value { return ToValue(&MemoryView{Head: Head{&MemoryViewType}, buf: b}) }

// bufferFromMemoryView returns the buffer of what __buffer__ gave.
func bufferFromMemoryView(t *Thread, v Value) (*Buffer, error) {
	if !IsInstance(v, &MemoryViewType) {
		return nil, TypeErrorf("__buffer__ returned non-memoryview object")
	}
	return As[MemoryView](v).buf, nil
}

// GetBuffer exports the memory of an object.
func GetBuffer(t *Thread, v Value, flags int) (*Buffer, error) {
	typ := TypeOf(v)
	typ.ready()
	if typ.Buffer == nil {
		return nil, TypeErrorf("a bytes-like object is required, not '%s'", typ)
	}
	return typ.Buffer(t, v, flags)
}

// BufferBytes returns a copy of the memory of a bytes-like object; ok is false where v is none.
func BufferBytes(t *Thread, v Value) (b []byte, ok bool, err error) {
	if b, ok := BytesOf(v); ok {
		return b, true, nil
	}
	typ := TypeOf(v)
	typ.ready()
	if typ.Buffer == nil {
		return nil, false, nil
	}
	buf, err := typ.Buffer(t, v, BufSimple)
	if err != nil {
		return nil, false, err
	}
	b = append([]byte(nil), buf.Data...)
	if buf.Release != nil {
		buf.Release()
	}
	return b, true, nil
}

func initMemoryView() {
	typ := &MemoryViewType
	typ.Name = "memoryview"
	typ.Flags = FlagSequence
	layout[MemoryView](typ)
}
