package objects

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// MemoryViewType is memoryview.
var MemoryViewType Type

// The flags that a consumer asks for a buffer with, as in inspect.BufferFlags.
const (
	BufSimple   = 0
	BufWritable = 0x1
	BufFormat   = 0x4
	BufND       = 0x8
	BufStrides  = 0x10 | BufND
	BufFullRO   = 0x100 | BufStrides | BufFormat
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
	// Offset is the position in Data of the item whose indexes are all zero.
	Offset  int
	Release func()
	// Scalar says that the buffer has no dimension: one item.
	Scalar bool
	// exports is what counts the buffer, nil where its memory never moves.
	exports *Exports
}

func (b *Buffer) release() {
	if b.Release != nil {
		b.Release()
	}
}

// view returns the full description of a buffer.
func (b *Buffer) view() viewLayout {
	l := viewLayout{data: b.Data, offset: b.Offset, format: b.Format, itemSize: max(b.ItemSize, 1), shape: b.Shape, strides: b.Strides}
	if l.format == "" {
		l.format = "B"
	}
	if l.shape == nil && !b.Scalar {
		l.shape = []int{len(b.Data) / l.itemSize}
	}
	if l.strides == nil {
		l.strides = cStrides(l.shape, l.itemSize)
	}
	return l
}

// Bytes returns the contents in C order; they are the exporter's memory where that is contiguous.
func (b *Buffer) Bytes() []byte {
	l := b.view()
	return l.bytes()
}

// viewLayout says where the items of a view lie.
type viewLayout struct {
	data     []byte
	offset   int
	format   string
	itemSize int
	shape    []int
	strides  []int
}

func cStrides(shape []int, itemSize int) []int {
	strides := make([]int, len(shape))
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = itemSize
		itemSize *= shape[i]
	}
	return strides
}

// items returns the number of items.
func (l *viewLayout) items() int {
	n := 1
	for _, d := range l.shape {
		n *= d
	}
	return n
}

func (l *viewLayout) size() int { return l.items() * l.itemSize }

// cContiguous and fContiguous report whether the items follow each other, the last or the first index varying fastest.
func (l *viewLayout) cContiguous() bool {
	if l.items() == 0 {
		return true
	}
	n := l.itemSize
	for i := len(l.shape) - 1; i >= 0; i-- {
		if l.shape[i] > 1 && l.strides[i] != n {
			return false
		}
		n *= l.shape[i]
	}
	return true
}

func (l *viewLayout) fContiguous() bool {
	if l.items() == 0 {
		return true
	}
	n := l.itemSize
	for i, d := range l.shape {
		if d > 1 && l.strides[i] != n {
			return false
		}
		n *= d
	}
	return true
}

// each calls f with the offset of every item, in C order.
func (l *viewLayout) each(f func(offset int) error) error {
	if l.items() == 0 {
		return nil
	}
	return l.eachFrom(0, l.offset, f)
}

func (l *viewLayout) eachFrom(dim, offset int, f func(offset int) error) error {
	if dim == len(l.shape) {
		return f(offset)
	}
	for range l.shape[dim] {
		if err := l.eachFrom(dim+1, offset, f); err != nil {
			return err
		}
		offset += l.strides[dim]
	}
	return nil
}

// bytes returns the contents in C order.
func (l *viewLayout) bytes() []byte {
	if l.cContiguous() {
		n := l.size()
		return l.data[l.offset : l.offset+n : l.offset+n]
	}
	return l.copied()
}

func (l *viewLayout) copied() []byte {
	out := make([]byte, 0, l.size())
	l.each(func(at int) error {
		out = append(out, l.data[at:at+l.itemSize]...)
		return nil
	})
	return out
}

// MemoryView is a memoryview. Views derived from it share its managed buffer.
type MemoryView struct {
	Head
	buf      *Buffer
	managed  *managedBuffer
	layout   viewLayout
	readOnly bool
	released bool
	// restricted says that no further views can be made (the argument of __release_buffer__).
	restricted bool
	exports    int
	hash       int64
	hashed     bool
}

// managedBuffer counts the views of one export, which is given back when the last one is released.
type managedBuffer struct {
	buf   *Buffer
	views int
}

// NewMemoryView makes a memoryview of an exported buffer.
func NewMemoryView(b *Buffer) Value {
	managed := &managedBuffer{b, 1}
	if b.exports != nil {
		b.exports.addView(managed)
	}
	return ToValue(&MemoryView{Head: Head{&MemoryViewType}, buf: b, managed: managed, layout: b.view(), readOnly: b.ReadOnly})
}

// derive makes another view of the same buffer.
func (m *MemoryView) derive(l viewLayout) (*MemoryView, error) {
	if err := m.shareable(); err != nil {
		return nil, err
	}
	m.managed.views++
	return &MemoryView{Head: Head{&MemoryViewType}, buf: m.buf, managed: m.managed, layout: l, readOnly: m.readOnly}, nil
}

// shareable fails where no further view of the buffer may be made.
func (m *MemoryView) shareable() error {
	if m.restricted {
		return ValueErrorf("cannot create new view on restricted memoryview")
	}
	return nil
}

// bufferFromMemoryView returns the buffer of what __buffer__ gave.
func bufferFromMemoryView(t *Thread, v Value) (*Buffer, error) {
	if !IsInstance(v, &MemoryViewType) {
		return nil, TypeErrorf("__buffer__ returned non-memoryview object")
	}
	return memoryBuffer(t, v, BufFullRO)
}

// GetBuffer exports the memory of an object.
func GetBuffer(t *Thread, v Value, flags int) (*Buffer, error) {
	typ := TypeOf(v)
	typ.ready()
	if typ.Buffer == nil {
		return nil, TypeErrorf("a bytes-like object is required, not '%s'", typ)
	}
	return typ.export(t, v, flags)
}

// GetWritable exports the memory of an object for writing in place, contiguous; wrongType makes the error of an object
// that cannot.
func GetWritable(t *Thread, v Value, wrongType func() error) (*Buffer, error) {
	typ := TypeOf(v)
	typ.ready()
	if typ.Buffer == nil {
		return nil, wrongType()
	}
	buf, err := typ.export(t, v, BufWritable)
	if err != nil {
		if IsError(err, &BufferErrorType) {
			return nil, wrongType()
		}
		return nil, err
	}
	if buf.ReadOnly {
		buf.release()
		return nil, wrongType()
	}
	l := buf.view()
	if !l.cContiguous() {
		buf.release()
		return nil, wrongType()
	}
	buf.Data = l.bytes()
	return buf, nil
}

// ReleaseBuffer gives an export back.
func ReleaseBuffer(b *Buffer) { b.release() }

// memoryBuffer is the Buffer slot of memoryview.
func memoryBuffer(t *Thread, v Value, flags int) (*Buffer, error) {
	m := As[MemoryView](v)
	if err := m.check(); err != nil {
		return nil, err
	}
	if err := m.shareable(); err != nil {
		return nil, err
	}
	if flags&BufWritable != 0 && m.readOnly {
		return nil, Errorf(&BufferErrorType, "memoryview: underlying buffer is not writable")
	}
	if flags&BufStrides != BufStrides && !m.layout.cContiguous() {
		return nil, Errorf(&BufferErrorType, "memoryview: underlying buffer is not C-contiguous")
	}
	m.exports++
	l := m.layout
	return &Buffer{Obj: v, Data: l.data, ReadOnly: m.readOnly, Format: l.format, ItemSize: l.itemSize, Shape: l.shape,
		Strides: l.strides, Offset: l.offset, Scalar: len(l.shape) == 0, Release: func() { m.exports-- }}, nil
}

func (m *MemoryView) check() error {
	if m.released {
		return ValueErrorf("operation forbidden on released memoryview object")
	}
	return nil
}

func (m *MemoryView) release() error {
	if m.released {
		return nil
	}
	if m.exports > 0 {
		return Errorf(&BufferErrorType, "memoryview has %d exported buffer%s", m.exports, plural(m.exports))
	}
	m.released = true
	// Forgotten, so that the views left may be found dead (Exports.Held).
	managed := m.managed
	m.managed = nil
	managed.drop()
	return nil
}

// drop takes one view away; the last gives the buffer back.
func (b *managedBuffer) drop() {
	if b.views--; b.views == 0 {
		if e := b.buf.exports; e != nil {
			e.dropView(b)
		}
		b.buf.release()
	}
}

// nativeSize returns the size of an item of a format of one character, with an optional '@'; 0 for others.
func nativeSize(format string) (code byte, size int) {
	if len(format) == 2 && format[0] == '@' {
		format = format[1:]
	}
	if len(format) != 1 {
		return 0, 0
	}
	switch format[0] {
	case 'c', 'b', 'B', '?':
		size = 1
	case 'h', 'H', 'e':
		size = 2
	case 'i', 'I', 'f':
		size = 4
	case 'l', 'L', 'q', 'Q', 'n', 'N', 'd', 'P':
		size = 8
	}
	return format[0], size
}

// unpack reads the item at an offset.
func (m *MemoryView) unpack(at int) (Value, error) {
	l := &m.layout
	code, size := nativeSize(l.format)
	if size == 0 {
		return Value{}, Errorf(&NotImplementedErrorType, "memoryview: format %s not supported", l.format)
	}
	return unpackNative(code, l.data[at:at+size]), nil
}

func unpackNative(code byte, b []byte) Value {
	order := binary.LittleEndian
	switch code {
	case 'b':
		return InlineInt(int64(int8(b[0])))
	case 'B':
		return InlineInt(int64(b[0]))
	case 'c':
		return NewBytes([]byte{b[0]})
	case '?':
		return Bool(b[0] != 0)
	case 'h':
		return InlineInt(int64(int16(order.Uint16(b))))
	case 'H':
		return InlineInt(int64(order.Uint16(b)))
	case 'i':
		return InlineInt(int64(int32(order.Uint32(b))))
	case 'I':
		return InlineInt(int64(order.Uint32(b)))
	case 'l', 'q', 'n':
		return Int(int64(order.Uint64(b)))
	case 'L', 'Q', 'N', 'P':
		return Uint64Value(order.Uint64(b))
	case 'e':
		return Float(HalfToFloat(order.Uint16(b)))
	case 'f':
		return Float(float64(math.Float32frombits(order.Uint32(b))))
	}
	return Float(math.Float64frombits(order.Uint64(b)))
}

// pack writes the item at an offset.
func (m *MemoryView) pack(t *Thread, at int, v Value) error {
	l := &m.layout
	code, size := nativeSize(l.format)
	wrongType := func() error { return TypeErrorf("memoryview: invalid type for format '%s'", l.format) }
	wrongValue := func() error { return ValueErrorf("memoryview: invalid value for format '%s'", l.format) }
	if size == 0 {
		return Errorf(&NotImplementedErrorType, "memoryview: format %s not supported", l.format)
	}
	var bits uint64
	switch code {
	case 'c':
		b, ok := BytesOf(v)
		if !ok {
			return wrongType()
		}
		if len(b) != 1 {
			return wrongValue()
		}
		bits = uint64(b[0])
	case '?':
		b, err := Truth(t, v)
		if err != nil {
			return err
		}
		if b {
			bits = 1
		}
	case 'e', 'f', 'd':
		f, err := ToFloat(t, v)
		if err != nil {
			if IsError(err, &TypeErrorType) {
				return wrongType()
			}
			return err
		}
		switch code {
		case 'e':
			h, ok := FloatToHalf(f)
			if !ok {
				return OverflowErrorf("float too large to pack with e format")
			}
			bits = uint64(h)
		case 'f':
			if !math.IsInf(f, 0) && math.IsInf(float64(float32(f)), 0) {
				return OverflowErrorf("float too large to pack with f format")
			}
			bits = uint64(math.Float32bits(float32(f)))
		default:
			bits = math.Float64bits(f)
		}
	default:
		i, err := Index(t, v)
		if err != nil {
			if IsError(err, &TypeErrorType) {
				return wrongType()
			}
			return err
		}
		switch code {
		case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
			u, ok := Uint64Of(i)
			if !ok || size < 8 && u>>(8*size) != 0 {
				return wrongValue()
			}
			bits = u
		default:
			n, ok := Int64Of(i)
			if !ok || size < 8 && (n < -1<<(8*size-1) || n >= 1<<(8*size-1)) {
				return wrongValue()
			}
			bits = uint64(n)
		}
	}
	// The conversions above ran code of the program.
	if err := m.check(); err != nil {
		return err
	}
	for i := range size {
		l.data[at+i] = byte(bits >> (8 * i))
	}
	return nil
}

// item returns the offset of an index in one dimension.
func (m *MemoryView) item(dim, offset, i int) (int, error) {
	n := m.layout.shape[dim]
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		return 0, IndexErrorf("index out of bounds on dimension %d", dim+1)
	}
	return offset + i*m.layout.strides[dim], nil
}

// at finds the offset of the item that a key of integers names; sub is true where it names less than an item.
func (m *MemoryView) at(t *Thread, key Value) (offset int, sub, ok bool, err error) {
	l := &m.layout
	offset = l.offset
	if isIndex(key) {
		i, err := IndexInt(t, key, &IndexErrorType)
		if err != nil {
			return 0, false, true, err
		}
		if err := m.check(); err != nil {
			return 0, false, true, err
		}
		if len(l.shape) == 0 {
			return 0, false, true, TypeErrorf("invalid indexing of 0-dim memory")
		}
		if len(l.shape) > 1 {
			return 0, true, true, nil
		}
		offset, err = m.item(0, offset, i)
		return offset, false, true, err
	}
	tuple, isTuple := TupleOf(key)
	if !isTuple {
		return 0, false, false, nil
	}
	for _, k := range tuple.Items() {
		if !isIndex(k) {
			return 0, false, false, nil
		}
	}
	if tuple.Len() < len(l.shape) {
		return 0, true, true, nil
	}
	if tuple.Len() > len(l.shape) {
		return 0, false, true, TypeErrorf("cannot index %d-dimension view with %d-element tuple", len(l.shape), tuple.Len())
	}
	for dim, k := range tuple.Items() {
		i, err := IndexInt(t, k, &IndexErrorType)
		if err != nil {
			return 0, false, true, err
		}
		if offset, err = m.item(dim, offset, i); err != nil {
			return 0, false, true, err
		}
	}
	return offset, false, true, m.check()
}

// sliced makes the view of a slice of the first dimension.
func (m *MemoryView) sliced(t *Thread, key Value) (viewLayout, error) {
	l := m.layout
	start, _, step, n, err := As[Slice](key).Indices(t, l.shape[0])
	if err != nil {
		return l, err
	}
	l.offset += start * l.strides[0]
	if n == 0 {
		l.offset = m.layout.offset
	}
	l.shape = append([]int{n}, l.shape[1:]...)
	l.strides = append([]int{l.strides[0] * step}, l.strides[1:]...)
	return l, nil
}

func isSliceTuple(key Value) bool {
	tuple, ok := TupleOf(key)
	if !ok || tuple.Len() == 0 {
		return false
	}
	for _, k := range tuple.Items() {
		if !Is(k, &SliceType) {
			return false
		}
	}
	return true
}

func memoryGetItem(t *Thread, self, key Value) (Value, error) {
	m := As[MemoryView](self)
	if err := m.check(); err != nil {
		return Value{}, err
	}
	l := &m.layout
	if len(l.shape) == 0 {
		if tuple, ok := TupleOf(key); ok && tuple.Len() == 0 {
			return m.unpack(l.offset)
		}
		if key == Ellipsis {
			return self, nil
		}
		return Value{}, TypeErrorf("invalid indexing of 0-dim memory")
	}
	if Is(key, &SliceType) {
		// The view is there before the indices are asked for, whose __index__ may release this one.
		v, err := m.derive(m.layout)
		if err != nil {
			return Value{}, err
		}
		managed := m.managed
		if v.layout, err = m.sliced(t, key); err != nil {
			managed.drop()
			return Value{}, err
		}
		return ToValue(v), nil
	}
	offset, sub, ok, err := m.at(t, key)
	switch {
	case err != nil:
		return Value{}, err
	case sub && isIndex(key):
		return Value{}, Errorf(&NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
	case sub:
		return Value{}, Errorf(&NotImplementedErrorType, "sub-views are not implemented")
	case ok:
		return m.unpack(offset)
	case isSliceTuple(key):
		return Value{}, Errorf(&NotImplementedErrorType, "multi-dimensional slicing is not implemented")
	}
	return Value{}, TypeErrorf("memoryview: invalid slice key")
}

func memorySetItem(t *Thread, self, key, v Value) error {
	m := As[MemoryView](self)
	if err := m.check(); err != nil {
		return err
	}
	l := &m.layout
	if m.readOnly {
		return TypeErrorf("cannot modify read-only memory")
	}
	if v.IsZero() {
		return TypeErrorf("cannot delete memory")
	}
	if len(l.shape) == 0 {
		tuple, isTuple := TupleOf(key)
		if key == Ellipsis || isTuple && tuple.Len() == 0 {
			return m.pack(t, l.offset, v)
		}
		return TypeErrorf("invalid indexing of 0-dim memory")
	}
	if Is(key, &SliceType) && len(l.shape) == 1 {
		dst, err := m.sliced(t, key)
		if err != nil {
			return err
		}
		src, err := GetBuffer(t, v, BufFullRO)
		if err != nil {
			return err
		}
		defer src.release()
		// The indices and the source may run a program's code, which may release this view.
		if err := m.check(); err != nil {
			return err
		}
		from := src.view()
		if len(from.shape) != 1 || from.shape[0] != dst.shape[0] || plainFormat(from.format) != plainFormat(dst.format) || from.itemSize != dst.itemSize {
			return ValueErrorf("memoryview assignment: lvalue and rvalue have different structures")
		}
		// The source may overlap.
		b := from.copied()
		return dst.each(func(at int) error {
			copy(dst.data[at:at+dst.itemSize], b)
			b = b[dst.itemSize:]
			return nil
		})
	}
	offset, sub, ok, err := m.at(t, key)
	switch {
	case err != nil:
		return err
	case sub:
		return Errorf(&NotImplementedErrorType, "sub-views are not implemented")
	case ok:
		return m.pack(t, offset, v)
	case Is(key, &SliceType) || isSliceTuple(key):
		return Errorf(&NotImplementedErrorType, "memoryview slice assignments are currently restricted to ndim = 1")
	}
	return TypeErrorf("memoryview: invalid slice key")
}

// plainFormat drops the '@' that means the native form.
func plainFormat(format string) string {
	if len(format) == 2 && format[0] == '@' {
		return format[1:]
	}
	return format
}

// tolist makes nested lists of one dimension and those below.
func (m *MemoryView) tolist(t *Thread, dim, offset int) (Value, error) {
	l := &m.layout
	if dim == len(l.shape) {
		return m.unpack(offset)
	}
	list := MakeList(l.shape[dim])
	for range l.shape[dim] {
		v, err := m.tolist(t, dim+1, offset)
		if err != nil {
			return Value{}, err
		}
		list.Append(v)
		offset += l.strides[dim]
	}
	return ToValue(list), nil
}

func memoryCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	if op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	m := As[MemoryView](a)
	equal := false
	if m.released {
		equal = a == b
		return Bool(equal == (op == OpEq)), nil
	}
	if other, ok := objectMemory(b); ok && other.released {
		return Bool(op == OpNe), nil
	}
	typ := TypeOf(b)
	typ.ready()
	if typ.Buffer == nil {
		return NotImplemented, nil
	}
	buf, err := typ.export(t, b, BufFullRO)
	if err != nil {
		return NotImplemented, nil
	}
	defer buf.release()
	x, y := m.layout, buf.view()
	equal, err = sameViews(t, x, y)
	return Bool(equal == (op == OpEq)), err
}

func objectMemory(v Value) (*MemoryView, bool) {
	if Is(v, &MemoryViewType) {
		return As[MemoryView](v), true
	}
	return nil, false
}

// sameViews compares two views item by item.
func sameViews(t *Thread, x, y viewLayout) (bool, error) {
	if len(x.shape) != len(y.shape) {
		return false, nil
	}
	for i, n := range x.shape {
		if y.shape[i] != n {
			return false, nil
		}
		if n == 0 {
			break
		}
	}
	cx, nx := nativeSize(x.format)
	cy, ny := nativeSize(y.format)
	if nx == 0 || ny == 0 {
		// Formats of struct: equal only where the format and the bytes are the same.
		return x.format == y.format && nx == ny && string(x.bytes()) == string(y.bytes()), nil
	}
	if cx == cy && cx != 'e' && cx != 'f' && cx != 'd' && cx != '?' {
		return string(x.bytes()) == string(y.bytes()), nil
	}
	bx, by := x.bytes(), y.bytes()
	for i := range x.items() {
		eq, err := CompareTruth(t, unpackNative(cx, bx[i*nx:]), unpackNative(cy, by[i*ny:]), OpEq)
		if err != nil || !eq {
			return false, err
		}
	}
	return true, nil
}

func memoryCast(t *Thread, self Value, args []Value) (Value, error) {
	m := As[MemoryView](self)
	if err := m.check(); err != nil {
		return Value{}, err
	}
	f, ok := StrOf(args[0])
	if !ok {
		return Value{}, TypeErrorf("cast() argument 'format' must be str, not %s", argTypeName(args[0]))
	}
	format := f.String()
	l := m.layout
	if !l.cContiguous() {
		return Value{}, TypeErrorf("memoryview: casts are restricted to C-contiguous views")
	}
	var shape []int
	hasShape := !args[1].IsZero()
	if hasShape {
		items, isList := ListOf(args[1])
		tuple, isTuple := TupleOf(args[1])
		if !isList && !isTuple {
			return Value{}, TypeErrorf("shape must be a list or a tuple")
		}
		var dims []Value
		if isList {
			dims = items.Items()
		} else {
			dims = tuple.Items()
		}
		if len(dims) > 64 {
			return Value{}, ValueErrorf("memoryview: number of dimensions must not exceed 64")
		}
		if len(l.shape) != 1 && len(dims) != 1 {
			return Value{}, TypeErrorf("memoryview: cast must be 1D -> ND or ND -> 1D")
		}
		for _, d := range dims {
			if !IsInt(d) {
				return Value{}, TypeErrorf("memoryview.cast(): elements of shape must be integers")
			}
			n, ok := Int64Of(d)
			if !ok || n <= 0 {
				return Value{}, ValueErrorf("memoryview.cast(): elements of shape must be integers > 0")
			}
			shape = append(shape, int(n))
		}
	}
	oldCode, _ := nativeSize(l.format)
	newCode, size := nativeSize(format)
	if size == 0 {
		return Value{}, ValueErrorf("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	isByte := func(c byte) bool { return c == 'B' || c == 'b' || c == 'c' }
	if oldCode == 0 || !isByte(oldCode) && !isByte(newCode) {
		if plainFormat(l.format) != plainFormat(format) || oldCode == 0 {
			return Value{}, TypeErrorf("memoryview: cannot cast between two non-byte formats")
		}
	}
	n := l.size()
	if n%size != 0 {
		return Value{}, TypeErrorf("memoryview: length is not a multiple of itemsize")
	}
	l.format, l.itemSize = format, size
	if !hasShape {
		l.shape = []int{n / size}
	} else {
		l.shape = shape
		product := size
		for _, d := range shape {
			if product > n {
				break
			}
			product *= d
		}
		if product != n {
			return Value{}, TypeErrorf("memoryview: product(shape) * itemsize != buffer size")
		}
	}
	l.strides = cStrides(l.shape, size)
	v, err := m.derive(l)
	return ToValue(v), err
}

func memoryNew(t *Thread, typ *Type, args []Value) (Value, error) {
	v := args[0]
	if m, ok := objectMemory(v); ok {
		if err := m.check(); err != nil {
			return Value{}, err
		}
		d, err := m.derive(m.layout)
		return ToValue(d), err
	}
	return viewOf(t, v, BufFullRO)
}

// viewOf makes a memoryview of an object's buffer, got with some flags.
func viewOf(t *Thread, v Value, flags int) (Value, error) {
	typ := TypeOf(v)
	typ.ready()
	if typ.Buffer == nil {
		return Value{}, TypeErrorf("memoryview: a bytes-like object is required, not '%s'", typ)
	}
	buf, err := typ.export(t, v, flags)
	if err != nil {
		return Value{}, err
	}
	return NewMemoryView(buf), nil
}

func memoryHash(t *Thread, v Value) (int64, error) {
	m := As[MemoryView](v)
	if m.hashed {
		return m.hash, nil
	}
	if err := m.check(); err != nil {
		return 0, err
	}
	if !m.readOnly {
		return 0, ValueErrorf("cannot hash writable memoryview object")
	}
	switch plainFormat(m.layout.format) {
	case "B", "b", "c":
	default:
		return 0, ValueErrorf("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
	}
	if !m.buf.Obj.IsZero() {
		if _, err := Hash(t, m.buf.Obj); err != nil {
			return 0, err
		}
	}
	m.hash, m.hashed = hashBytes(m.layout.bytes()), true
	return m.hash, nil
}

// MemoryIterType is the iterator over a memoryview.
var MemoryIterType Type

type memoryIterator struct {
	Head
	m     *MemoryView
	index int
}

func initMemoryView() {
	typ := &MemoryViewType
	typ.Name = "memoryview"
	typ.Doc = "Give access to the memory of an object without copying it.\n\nThe object is one that supports the buffer protocol, such as a bytearray."
	typ.TextSig = "(object)"
	typ.Flags = FlagSequence | FlagWeakrefs
	layout[MemoryView](typ)
	typ.New = NewBound("memoryview", "object", memoryNew)
	typ.Hash = memoryHash
	typ.Compare = memoryCompare
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		if As[MemoryView](v).released {
			return StrValue("<released memory at " + Address(v) + ">"), nil
		}
		return StrValue("<memory at " + Address(v) + ">"), nil
	}
	typ.Len = func(t *Thread, v Value) (int, error) {
		m := As[MemoryView](v)
		if err := m.check(); err != nil {
			return 0, err
		}
		if len(m.layout.shape) == 0 {
			return 0, TypeErrorf("0-dim memory has no length")
		}
		return m.layout.shape[0], nil
	}
	typ.GetItem = memoryGetItem
	typ.SetItem = memorySetItem
	typ.Sequence = true
	typ.Buffer, typ.ReleaseBuffer = memoryBuffer, GiveBack
	typ.Iter = func(t *Thread, v Value) (Value, error) {
		m := As[MemoryView](v)
		if err := m.check(); err != nil {
			return Value{}, err
		}
		if len(m.layout.shape) == 0 {
			return Value{}, TypeErrorf("invalid indexing of 0-dim memory")
		}
		if len(m.layout.shape) > 1 {
			return Value{}, Errorf(&NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
		}
		if _, size := nativeSize(m.layout.format); size == 0 {
			return Value{}, Errorf(&NotImplementedErrorType, "memoryview: format %s not supported", m.layout.format)
		}
		return ToValue(&memoryIterator{Head{&MemoryIterType}, m, 0}), nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		if m := As[MemoryView](v); !m.released && !m.buf.Obj.IsZero() {
			visit(m.buf.Obj)
		}
	}
	typ.Methods = memoryMethods
	typ.GetSets = memoryGetSets

	it := &MemoryIterType
	it.Name = "memory_iterator"
	it.Flags = FlagNoInstantiate
	it.Iter = func(t *Thread, v Value) (Value, error) { return v, nil }
	it.Next = func(t *Thread, v Value) (Value, error) {
		i := As[memoryIterator](v)
		if i.m == nil {
			return Value{}, nil
		}
		if err := i.m.check(); err != nil {
			return Value{}, err
		}
		l := &i.m.layout
		if i.index >= l.shape[0] {
			i.m = nil
			return Value{}, nil
		}
		i.index++
		return i.m.unpack(l.offset + (i.index-1)*l.strides[0])
	}
	it.Traverse = func(v Value, visit func(Value)) {
		if m := As[memoryIterator](v).m; m != nil {
			visit(ToValue(m))
		}
	}
}

func memoryMethods() []FuncDef {
	return []FuncDef{
		{Name: "release", Doc: "Let go of the object's memory; the view cannot be used afterwards.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return None, As[MemoryView](v).release()
		}},
		{Name: "tobytes", Sig: "order='C'", Doc: "Copy the elements into a bytes object.\n\nWith order 'C', or None, the last index varies fastest; with 'F' the first\ndoes. The order 'A' keeps a Fortran-contiguous view as it lies in memory,\nand is the same as 'C' for any other.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			m := As[MemoryView](v)
			if err := m.check(); err != nil {
				return Value{}, err
			}
			order := "C"
			if !args[0].IsZero() && args[0] != None {
				s, ok := StrOf(args[0])
				if !ok {
					return Value{}, TypeErrorf("tobytes() argument 'order' must be str or None, not %s", TypeOf(args[0]))
				}
				order = s.String()
			}
			switch order {
			case "C":
			case "A":
				if !m.layout.fContiguous() || m.layout.cContiguous() {
					break
				}
				return NewBytes(m.layout.fortran()), nil
			case "F":
				return NewBytes(m.layout.fortran()), nil
			default:
				return Value{}, ValueErrorf("order must be 'C', 'F' or 'A'")
			}
			return NewBytes(m.layout.copied()), nil
		}},
		{Name: "hex", Sig: "sep=?, bytes_per_sep=1", Doc: "Write the bytes as hexadecimal digits, two for each byte.\n\nThe ASCII character sep, if given, separates groups of bytes_per_sep bytes.\nThe groups are counted from the right, or from the left if that number is\nnegative.\n\n>>> view = memoryview(b'\\x01\\x02\\x03')\n>>> view.hex()\n'010203'\n>>> view.hex('-')\n'01-02-03'\n>>> view.hex('-', 2)\n'01-0203'\n>>> view.hex('-', -2)\n'0102-03'", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			m := As[MemoryView](v)
			if err := m.check(); err != nil {
				return Value{}, err
			}
			return hexArgs(t, m.layout.bytes(), args)
		}},
		{Name: "tolist", Doc: "Return the elements as a list, which is nested if there are several dimensions.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			m := As[MemoryView](v)
			if err := m.check(); err != nil {
				return Value{}, err
			}
			return m.tolist(t, 0, m.layout.offset)
		}},
		{Name: "cast", Sig: "format, shape=?", Doc: "Read the same memory as items of another format, or in other dimensions.", Fn: memoryCast},
		{Name: "toreadonly", Doc: "Return a view of the same memory that cannot write.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			m := As[MemoryView](v)
			if err := m.check(); err != nil {
				return Value{}, err
			}
			r, err := m.derive(m.layout)
			if err != nil {
				return Value{}, err
			}
			r.readOnly = true
			return ToValue(r), nil
		}},
		{Name: "_from_flags", Kind: ClassFunc, Sig: "object, flags", Doc: "Make a view, asking the object for its buffer with these flags.", Fn: func(t *Thread, cls Value, args []Value) (Value, error) {
			flags, err := cIntArg(t, args[1])
			if err != nil {
				return Value{}, err
			}
			return viewOf(t, args[0], flags)
		}},
		{Name: "__enter__", NoSig: true, Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return v, As[MemoryView](v).check()
		}},
		{Name: "__exit__", Sig: "*args", NoSig: true, Varargs: true, Doc: "Release the memory, whatever happened.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
			return None, As[MemoryView](v).release()
		}},
	}
}

// fortran returns the contents with the first index varying fastest.
func (l *viewLayout) fortran() []byte {
	n := len(l.shape)
	r := *l
	r.shape, r.strides = make([]int, n), make([]int, n)
	for i := range n {
		r.shape[i], r.strides[i] = l.shape[n-1-i], l.strides[n-1-i]
	}
	return r.copied()
}

func memoryGetSets() []GetSetDef {
	get := func(name, doc string, f func(m *MemoryView) Value) GetSetDef {
		return GetSetDef{Name: name, Doc: doc, Get: func(t *Thread, v Value) (Value, error) {
			m := As[MemoryView](v)
			if err := m.check(); err != nil {
				return Value{}, err
			}
			return f(m), nil
		}}
	}
	ints := func(a []int) Value {
		t := MakeTuple(len(a))
		for i, n := range a {
			t.Items()[i] = Int(int64(n))
		}
		return ToValue(t)
	}
	return []GetSetDef{
		get("obj", "What the memory belongs to.", func(m *MemoryView) Value {
			// A view of a view names the object below.
			for v := m.buf.Obj; ; {
				if v.IsZero() {
					return None
				}
				inner, ok := objectMemory(v)
				if !ok {
					return v
				}
				v = inner.buf.Obj
			}
		}),
		get("nbytes", "How many bytes the elements take, gaps between them not counted.", func(m *MemoryView) Value { return Int(int64(m.layout.size())) }),
		get("readonly", "True if nothing can be written through the view.", func(m *MemoryView) Value { return Bool(m.readOnly) }),
		get("itemsize", "How many bytes one element takes.", func(m *MemoryView) Value { return Int(int64(m.layout.itemSize)) }),
		get("format", "The type of the elements, in the notation of the struct module.", func(m *MemoryView) Value { return StrValue(m.layout.format) }),
		get("ndim", "The number of dimensions; 0 if there is a single element without an index.", func(m *MemoryView) Value { return Int(int64(len(m.layout.shape))) }),
		get("shape", "A tuple of the lengths of the dimensions.", func(m *MemoryView) Value { return ints(m.layout.shape) }),
		get("strides", "A tuple that has, for each dimension, the number of bytes from one\nposition to the next.", func(m *MemoryView) Value { return ints(m.layout.strides) }),
		get("suboffsets", "An empty tuple: no view follows pointers to its elements.", func(m *MemoryView) Value { return ints(nil) }),
		get("c_contiguous", "True if the elements lie side by side, with the last index varying fastest.", func(m *MemoryView) Value { return Bool(m.layout.cContiguous()) }),
		get("f_contiguous", "True if the elements lie side by side, with the first index varying fastest.", func(m *MemoryView) Value { return Bool(m.layout.fContiguous()) }),
		get("contiguous", "True if the view is C-contiguous, Fortran-contiguous or both.", func(m *MemoryView) Value { return Bool(m.layout.cContiguous() || m.layout.fContiguous()) }),
	}
}

// HalfToFloat converts a float of 16 bits (IEEE 754 binary16).
func HalfToFloat(h uint16) float64 {
	sign := 1.0
	if h&0x8000 != 0 {
		sign = -1
	}
	exp, frac := int(h>>10&31), float64(h&0x3FF)
	switch exp {
	case 0:
		return sign * math.Ldexp(frac, -24)
	case 31:
		if frac != 0 {
			return math.NaN()
		}
		return math.Inf(int(sign))
	}
	return sign * math.Ldexp(1024+frac, exp-25)
}

// FloatToHalf converts to a float of 16 bits, halves to even; ok is false where it is too large.
func FloatToHalf(f float64) (h uint16, ok bool) {
	if math.Signbit(f) {
		h = 0x8000
	}
	switch {
	case f != f:
		return h | 0x7E00, true
	case math.IsInf(f, 0):
		return h | 0x7C00, true
	case f == 0:
		return h, true
	}
	_, exp := math.Frexp(f)
	// Units of the last place: 2^-24 for subnormals.
	unit := max(exp-11, -24)
	n := uint16(math.RoundToEven(math.Ldexp(math.Abs(f), -unit)))
	if n == 2048 {
		n, unit = 1024, unit+1
	}
	if unit+25 > 30 && n >= 1024 {
		return 0, false
	}
	if n < 1024 {
		return h | n, true
	}
	return h | uint16(unit+25)<<10 | n&0x3FF, true
}

// MemoryViewSize is the size of the struct for __sizeof__ of small objects.
const MemoryViewSize = unsafe.Sizeof(MemoryView{})
