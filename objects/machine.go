package objects

import "unsafe"

// What machine code reads of objects beyond the offsets that stand beside their structs.

// Offsets of fields in bytes.
const (
	TypeVersionOffset      = unsafe.Offsetof(Type{}.version)
	FunctionCodeOffset     = unsafe.Offsetof(Function{}.Code)
	FunctionDefaultsOffset = unsafe.Offsetof(Function{}.Defaults)
	CellValueOffset        = unsafe.Offsetof(Cell{}.V)
	TupleLenOffset         = unsafe.Offsetof(Tuple{}.n)
	TupleDataOffset        = unsafe.Offsetof(Tuple{}.data)
	ListCapOffset          = unsafe.Offsetof(List{}.cap)
	BytesDataOffset        = unsafe.Offsetof(Bytes{}.data)
	ByteArrayDataOffset    = unsafe.Offsetof(ByteArray{}.data)
	DictVersionOffset      = unsafe.Offsetof(Dict{}.version)
	DictEntriesOffset      = unsafe.Offsetof(Dict{}.entries)
	DictUsedOffset         = unsafe.Offsetof(Dict{}.used)
	DictEntrySize          = unsafe.Sizeof(dictEntry{})
	DictValueOffset        = unsafe.Offsetof(dictEntry{}.value)
	MethodFuncOffset       = unsafe.Offsetof(Method{}.Func)
	MethodSelfOffset       = unsafe.Offsetof(Method{}.Self)
)

// GetNoCall returns the value of a key without running Python code, zero where the key is absent. ok is false where it
// cannot tell: the key is not a str, int or float of exactly that type, or a key of the dictionary would have to be
// asked.
func (d *Dict) GetNoCall(t *Thread, key Value) (v Value, ok bool) {
	if !d.Plain(key) {
		return Value{}, false
	}
	v, err := d.Get(t, key)
	return v, err == nil
}

// SetNoCall assigns to a key under the conditions of GetNoCall.
func (d *Dict) SetNoCall(t *Thread, key, v Value) bool {
	return d.Plain(key) && d.Set(t, key, v) == nil
}

// Plain reports whether looking key up runs no Python code.
func (d *Dict) Plain(key Value) bool { return !d.foreign && comparesPlainly(key) }

// Plain reports whether looking key up runs no Python code.
func (s *Set) Plain(key Value) bool { return !s.foreign && comparesPlainly(key) }

// ByteSize returns the size of a bytes object or a bytearray.
func ByteSize(v Value) (n int, ok bool) {
	switch objectType(v) {
	case &BytesType:
		return len(As[Bytes](v).data), true
	case &ByteArrayType:
		return len(As[ByteArray](v).data), true
	}
	return 0, false
}

// Scan reports whether the items lie in memory that the collector scans, so that objects may be among them.
func (p *List) Scan() bool { return p.scan }

// NewRangeIterator makes the iterator of range(start, stop, step); all are within ±2^48, and step is not 0.
func NewRangeIterator(start, stop, step int64) Value {
	return ToValue(&RangeIterator{Head: Head{&RangeIteratorType}, Cur: start, Step: step, Remaining: members(start, stop, step)})
}

// members is the length of range(start, stop, step); all are within ±2^48, and step is not 0.
func members(start, stop, step int64) int64 {
	if step > 0 && start < stop {
		return (stop-start-1)/step + 1
	} else if step < 0 && start > stop {
		return (start-stop-1)/-step + 1
	}
	return 0
}

// RangeIteratorAt gives a range iterator its position: the object v, or a new one where v is zero.
func RangeIteratorAt(v Value, cur, left, step int64) Value {
	if v.IsZero() {
		return ToValue(&RangeIterator{Head: Head{&RangeIteratorType}, Cur: cur, Step: step, Remaining: left})
	}
	it := As[RangeIterator](v)
	it.Cur, it.Remaining = cur, left
	return v
}

// PopLast removes the last item; ok is false for an empty list.
func (p *List) PopLast() (v Value, ok bool) {
	if p.n == 0 {
		return Value{}, false
	}
	return p.RemoveAt(p.n - 1), true
}

// PlainInstances reports whether instances have object's own layout: a head, attributes, and values behind them.
func (typ *Type) PlainInstances() bool { return typ.solid == &ObjectType && typ.AttrsOffset != 0 }
