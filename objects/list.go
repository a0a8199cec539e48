package objects

import "unsafe"

// List is a mutable sequence. As long as no item is an object, the items lie in memory that the collector does not scan:
// the same words, so that reading is the same. The first object stored moves them to scanned memory ([List.widen]); a
// list of ten million ints would otherwise cost every collection 70–90 ms.
//
// Concurrency: without the global lock a list would have a lock of its own for growth; reads check the length again.
type List struct {
	Head
	n    int
	data unsafe.Pointer // *Value
	cap  int
	scan bool // data is memory with pointers
	// room is the number of items that the first growth makes room for, where it is known.
	room uint32
}

// Layouts for machine code.
const (
	ListLenOffset  = unsafe.Offsetof(List{}.n)
	ListDataOffset = unsafe.Offsetof(List{}.data)
	ListScanOffset = unsafe.Offsetof(List{}.scan)
)

// NewList makes a list of the given items, which are copied.
func NewList(items ...Value) *List {
	if len(items) == 0 {
		return &List{Head: Head{&ListType}}
	}
	p := makeItems(len(items), len(items) <= listInline || AnyObject(items))
	p.fill(0, items)
	return p
}

// listN is a list with room for its first items: one allocation instead of two. The room is lost once the list has grown
// past it, so that only lists whose length is known in advance have it.
type listN[T any] struct {
	List
	items T
}

// listInline is the length up to which the items of a list of known length lie behind it.
const listInline = 10

// makeItems makes a list of n items for the caller to store before anyone else sees it; scan says that objects are among them.
func makeItems(n int, scan bool) *List {
	var p *List
	switch {
	case n == 0:
		return &List{Head: Head{&ListType}}
	case n > listInline:
		p = &List{Head: Head{&ListType}, n: n, cap: n, scan: scan}
		p.data = newItems(n, scan)
		return p
	case n <= 2:
		q := new(listN[[2]Value])
		p = &q.List
		p.cap, p.data = 2, unsafe.Pointer(&q.items)
	case n <= 4:
		q := new(listN[[4]Value])
		p = &q.List
		p.cap, p.data = 4, unsafe.Pointer(&q.items)
	case n <= 6:
		q := new(listN[[6]Value])
		p = &q.List
		p.cap, p.data = 6, unsafe.Pointer(&q.items)
	default:
		q := new(listN[[listInline]Value])
		p = &q.List
		p.cap, p.data = listInline, unsafe.Pointer(&q.items)
	}
	p.typ = &ListType
	p.n, p.scan = n, true
	return p
}

// fill stores copies of items from position i on, which must exist; the list has memory for them.
func (p *List) fill(i int, items []Value) {
	if p.scan {
		copyValues(p.Items()[i:], items)
	} else {
		copy(wordsOf(p.Items()[i:]), wordsOf(items))
	}
}

// maxRoom bounds the room that a list gets for items that are only expected.
const maxRoom = 1 << 12

// NewListFor makes an empty list whose first growth makes room for what an iterator gives, if that is known.
func NewListFor(it Value) *List {
	p := &List{Head: Head{&ListType}}
	if n := itemsLeft(it); n > 0 {
		p.room = uint32(min(n, maxRoom))
	}
	return p
}

// itemsLeft returns how many values an iterator of a built-in type is expected to give, -1 where that is not known. It asks no
// class.
func itemsLeft(it Value) int {
	switch objectType(it) {
	case &ListIterType:
		if li := As[ListIterator](it); li.List != nil {
			return max(li.List.n-li.Index, 0)
		}
		return 0
	case &TupleIterType:
		if ti := As[TupleIterator](it); ti.Tuple != nil {
			return ti.Tuple.n - ti.Index
		}
		return 0
	case &RangeIteratorType:
		return int(min(As[RangeIterator](it).Remaining, maxRoom))
	case &DictKeyIterType, &DictValueIterType, &DictItemIterType:
		if di := As[DictIterator](it); di.Dict != nil {
			return di.left
		}
		return 0
	case &SetIterType:
		if si := As[SetIterator](it); si.Set != nil {
			return max(si.left, 0)
		}
		return 0
	case &EnumerateType:
		return itemsLeft(As[enumerateObject](it).it)
	case &ZipType, &MapType:
		n := -1
		for _, x := range As[iterGroup](it).its {
			if k := itemsLeft(x); k >= 0 && (n < 0 || k < n) {
				n = k
			}
		}
		return n
	}
	return -1
}

// MakeList makes an empty list with room for n items.
func MakeList(n int) *List {
	p := &List{Head: Head{&ListType}}
	if n > 0 {
		p.grow(n)
	}
	return p
}

// ListOf returns v as a list, where it is one or of a derived type.
func ListOf(v Value) (*List, bool) {
	if typ := objectType(v); typ != nil && (typ == &ListType || typ.Flags&FlagListSub != 0) {
		return As[List](v), true
	}
	return nil, false
}

// Len returns the number of items.
func (p *List) Len() int { return p.n }

// Item returns item i, which must exist.
func (p *List) Item(i int) Value { return p.Items()[i] }

// At returns the address of item i, which must exist: nothing is checked. Objects must be stored through SetItem.
func (p *List) At(i int) *Value { return (*Value)(unsafe.Add(p.data, uintptr(i)*8)) }

// Items returns the items. The slice is valid until the list changes; items must be stored through SetItem.
func (p *List) Items() []Value { return unsafe.Slice((*Value)(p.data), p.n) }

// Holds says that v can be stored in place of an item through [List.At]: the memory of the items has pointers, or v is none.
func (p *List) Holds(v Value) bool { return p.scan || !v.IsObject() }

// SetItem replaces item i, which must exist.
func (p *List) SetItem(i int, v Value) {
	if v.IsObject() && !p.scan {
		p.widen(p.cap)
	}
	p.Items()[i] = v
}

// Append adds an item at the end.
func (p *List) Append(v Value) {
	if v.IsObject() && !p.scan {
		if p.n == p.cap {
			p.scan = true
		} else {
			p.widen(p.cap)
		}
	}
	n := p.n
	if n == p.cap {
		p.grow(n + 1)
	}
	p.n = n + 1
	*(*Value)(unsafe.Add(p.data, uintptr(n)*8)) = v
}

// grow makes room for at least n items.
func (p *List) grow(n int) {
	c := p.cap
	if c < 256 {
		c *= 2
	} else if c < 4096 {
		c += c >> 1
	} else {
		c += c >> 2
	}
	c = max(c, n, 4, int(p.room))
	p.room = 0
	p.resize(c)
}

// resize moves the items to new memory of capacity c.
func (p *List) resize(c int) {
	old := p.Items()
	p.data = newItems(c, p.scan)
	p.cap = c
	if p.scan {
		copy(p.Items(), old)
	} else {
		copy(wordsOf(p.Items()), wordsOf(old))
	}
}

// widen moves the items to memory with pointers, of capacity c.
func (p *List) widen(c int) {
	p.scan = true
	p.resize(c)
}

// newItems allocates memory for c values.
func newItems(c int, scan bool) unsafe.Pointer {
	if scan {
		return unsafe.Pointer(unsafe.SliceData(make([]Value, c)))
	}
	return unsafe.Pointer(unsafe.SliceData(make([]uint64, c)))
}

// wordsOf views values that are not objects as plain words, so that copying needs no barrier.
func wordsOf(v []Value) []uint64 {
	return unsafe.Slice((*uint64)(unsafe.Pointer(unsafe.SliceData(v))), len(v))
}

// SetLen shortens or lengthens the list within its capacity; new items are zero until the caller stores them.
func (p *List) SetLen(n int) {
	if n > p.cap {
		p.grow(n)
	}
	if n < p.n {
		clear(p.Items()[n:])
	}
	p.n = n
}

// Adopt makes the list consist of items without copying; the slice must not be used afterwards.
func (p *List) Adopt(items []Value) {
	p.data = unsafe.Pointer(unsafe.SliceData(items))
	p.n, p.cap, p.scan = len(items), cap(items), true
}

// Reserve makes room for n items in all; scan says that objects will be among them.
func (p *List) Reserve(n int, scan bool) {
	if scan && !p.scan {
		p.widen(max(p.cap, n))
	} else if n > p.cap {
		p.resize(n)
	}
}

// AnyObject reports whether one of the values is an object.
func AnyObject(items []Value) bool {
	for _, v := range items {
		if v.IsObject() {
			return true
		}
	}
	return false
}

// Extend adds copies of items at the end.
func (p *List) Extend(items []Value) {
	if len(items) == 0 {
		return
	}
	n := p.n + len(items)
	scan := p.scan || AnyObject(items)
	if scan && !p.scan {
		p.widen(max(p.cap, n))
	} else if n > p.cap {
		p.grow(n)
	}
	old := p.n
	p.n = n
	if scan {
		copy(p.Items()[old:], items)
	} else {
		copy(wordsOf(p.Items()[old:]), wordsOf(items))
	}
}
