package objects

import "unsafe"

// Tuple is an immutable sequence. Short tuples have their items behind the struct, in the same allocation.
type Tuple struct {
	Head
	n    int
	data unsafe.Pointer // *Value
}

// tupleN is a tuple with room for its items; instances of subclasses have Attrs behind a plain Tuple.
type tupleN[T any] struct {
	Tuple
	items T
}

var emptyTuple = Tuple{Head: Head{&TupleType}}

// NewTuple makes a tuple of the given items, which are copied.
func NewTuple(items ...Value) *Tuple {
	p := MakeTuple(len(items))
	copyValues(p.Items(), items)
	return p
}

// copyValues is copy for memory that does not overlap; a few values are stored faster than copied.
func copyValues(dst, src []Value) {
	if len(src) > 8 {
		copy(dst, src)
		return
	}
	dst = dst[:len(src)]
	//lint:ignore S1001 the call of copy is what is saved
	for i, v := range src {
		dst[i] = v
	}
}

// MakeTuple makes a tuple of n items for the caller to fill through Items before anyone else sees it.
func MakeTuple(n int) *Tuple {
	var p *Tuple
	switch {
	case n == 0:
		return &emptyTuple
	case n == 1:
		q := new(tupleN[[1]Value])
		p = &q.Tuple
		p.data = unsafe.Pointer(&q.items)
	case n == 2:
		q := new(tupleN[[2]Value])
		p = &q.Tuple
		p.data = unsafe.Pointer(&q.items)
	case n == 3:
		q := new(tupleN[[3]Value])
		p = &q.Tuple
		p.data = unsafe.Pointer(&q.items)
	case n <= 5:
		q := new(tupleN[[5]Value])
		p = &q.Tuple
		p.data = unsafe.Pointer(&q.items)
	case n <= 9:
		q := new(tupleN[[9]Value])
		p = &q.Tuple
		p.data = unsafe.Pointer(&q.items)
	case n <= 13:
		q := new(tupleN[[13]Value])
		p = &q.Tuple
		p.data = unsafe.Pointer(&q.items)
	default:
		p = new(Tuple)
		p.data = unsafe.Pointer(unsafe.SliceData(make([]Value, n)))
	}
	p.typ = &TupleType
	p.n = n
	return p
}

// Len returns the number of items; a nil tuple is empty.
func (p *Tuple) Len() int {
	if p == nil {
		return 0
	}
	return p.n
}

// Item returns item i, which must exist.
func (p *Tuple) Item(i int) Value { return p.Items()[i] }

// At returns the address of item i, which must exist: nothing is checked.
func (p *Tuple) At(i int) *Value { return (*Value)(unsafe.Add(p.data, uintptr(i)*8)) }

// Items returns the items; they must not be changed.
func (p *Tuple) Items() []Value {
	if p == nil {
		return nil
	}
	return unsafe.Slice((*Value)(p.data), p.n)
}

// TupleOf returns v as a tuple, where it is one or of a derived type.
func TupleOf(v Value) (*Tuple, bool) {
	if typ := objectType(v); typ != nil && (typ == &TupleType || typ.Flags&FlagTupleSub != 0) {
		return As[Tuple](v), true
	}
	return nil, false
}

// SetTupleItems gives a fresh instance of a tuple type its items.
func SetTupleItems(p *Tuple, items []Value) {
	p.n = len(items)
	p.data = unsafe.Pointer(unsafe.SliceData(items))
}
