package objects

import "unsafe"

// Shape maps the attribute names of an instance to the positions of their values. Instances that set the same
// attributes in the same order share one Shape, so that a cache or a trace proves where an attribute lies with one
// comparison of pointers.
//
// Shapes form a tree for each type: the root is the shape of a fresh instance, an edge adds a name. The first
// Inline values lie in the instance behind its [Attrs], the rest in an array of its own. Values of __slots__ come
// first (positions below Fixed); they are not part of __dict__.
//
// Concurrency: a Shape never changes but for its table of edges, which would be replaced by compare-and-swap.
type Shape struct {
	typ    *Type
	parent *Shape
	name   *Str // the name that this shape added; nil for a root
	// Count is the number of positions in use, slots included.
	Count int
	// Inline is the number of values that lie in the instance itself.
	Inline int
	// index finds the position of a name; nil until it is asked for.
	index map[*Str]int
	edges map[*Str]*Shape
	// one remembers the only edge of a shape, which most have.
	oneName *Str
	oneNext *Shape
}

// maxShapeAttrs is the number of attributes past which an instance keeps them in a dictionary: beyond it positions are
// hardly ever shared and the tables of names cost more than the dictionary.
const maxShapeAttrs = 96

// maxInline is the largest number of values that lie in an instance (a size class of 16+16+8*maxInline bytes).
const maxInline = 16

// dictShape marks instances whose attributes are in a real dictionary.
var dictShape = &Shape{}

// Attrs are the attributes of an instance: a shape and, behind the Attrs in memory, Shape.Inline values; further values
// are in an array. Once a program asks for __dict__, they move to a dictionary for good.
type Attrs struct {
	shape *Shape
	// ext is a *Dict for dictShape, else the array of the values past the inline ones.
	ext unsafe.Pointer
}

// Shape returns the present shape; nil before the first attribute of an instance that was made without one.
func (a *Attrs) Shape() *Shape { return a.shape }

// ShapeOffset is the offset of the shape within Attrs, InlineOffset that of the first inline value: layouts for
// machine code.
const (
	ShapeOffset  = unsafe.Offsetof(Attrs{}.shape)
	ExtOffset    = unsafe.Offsetof(Attrs{}.ext)
	InlineOffset = unsafe.Sizeof(Attrs{})
)

// AttrsOf returns the attributes of an instance, nil where its type has none.
func AttrsOf(v Value) *Attrs {
	typ := objectType(v)
	if typ == nil || typ.AttrsOffset == 0 {
		return nil
	}
	return (*Attrs)(unsafe.Add(v.word, typ.AttrsOffset))
}

// Slot returns the address of position i; the position is in use or has been reserved by grow.
func (a *Attrs) Slot(i int) *Value {
	if i < a.shape.Inline {
		return (*Value)(unsafe.Add(unsafe.Pointer(a), InlineOffset+uintptr(i)*8))
	}
	return (*Value)(unsafe.Add(a.ext, uintptr(i-a.shape.Inline)*8))
}

// extCap is the capacity of the array that holds n values past the inline ones.
func extCap(n int) int {
	c := 4
	for c < n {
		c *= 2
	}
	return c
}

// Fixed is the number of positions that __slots__ take.
func (s *Shape) Fixed() int {
	if s.typ == nil {
		return 0
	}
	return s.typ.nslots
}

// Type returns the type whose instances have the shape.
func (s *Shape) Type() *Type { return s.typ }

// Find returns the position of name, or -1.
func (s *Shape) Find(name *Str) int {
	n := s.Count - s.Fixed()
	if n <= 6 {
		for p := s; p.name != nil; p = p.parent {
			if p.name == name {
				return p.Count - 1
			}
		}
		return -1
	}
	if s.index == nil {
		s.index = make(map[*Str]int, n)
		for p := s; p.name != nil; p = p.parent {
			s.index[p.name] = p.Count - 1
		}
	}
	if i, ok := s.index[name]; ok {
		return i
	}
	return -1
}

// Names returns the names the oldest first, slots left out.
func (s *Shape) Names() []*Str {
	n := s.Count - s.Fixed()
	names := make([]*Str, n)
	for p := s; p.name != nil; p = p.parent {
		n--
		names[n] = p.name
	}
	return names
}

// With returns the shape with one more name.
func (s *Shape) With(name *Str) *Shape {
	if s.oneName == name {
		return s.oneNext
	}
	if next, ok := s.edges[name]; ok {
		return next
	}
	next := &Shape{typ: s.typ, parent: s, name: name, Count: s.Count + 1, Inline: s.Inline}
	if s.oneName == nil {
		s.oneName, s.oneNext = name, next
		return next
	}
	if s.edges == nil {
		s.edges = map[*Str]*Shape{}
	}
	s.edges[name] = next
	return next
}

// root returns the shape of a fresh instance with the given number of inline values.
func (typ *Type) root(inline int) *Shape {
	if typ.rootShape == nil || typ.rootShape.Inline != inline {
		typ.rootShape = &Shape{typ: typ, Count: typ.nslots, Inline: inline}
	}
	return typ.rootShape
}

// attrs returns the attributes of v with a shape set.
func attrsReady(v Value) *Attrs {
	a := AttrsOf(v)
	if a != nil && a.shape == nil {
		typ := TypeOf(v)
		a.shape = typ.root(0)
		if n := typ.nslots; n > 0 {
			arr := make([]Value, extCap(n))
			a.ext = unsafe.Pointer(&arr[0])
		}
	}
	return a
}

// get returns the value of an attribute, zero where it is absent.
func (a *Attrs) get(name *Str) Value {
	s := a.shape
	if s == nil {
		return Value{}
	}
	if s == dictShape {
		return (*Dict)(a.ext).GetStr(name)
	}
	if i := s.Find(name); i >= 0 {
		return *a.Slot(i)
	}
	return Value{}
}

// grow makes room for position n of the next shape.
func (a *Attrs) grow(next *Shape) {
	n := next.Count - next.Inline
	if n <= 0 {
		return
	}
	old := n - 1
	if a.ext != nil && n <= extCap(old) {
		return
	}
	arr := make([]Value, extCap(n))
	if old > 0 {
		copy(arr, unsafe.Slice((*Value)(a.ext), old))
	}
	a.ext = unsafe.Pointer(&arr[0])
}

// Push adds a value under a shape that extends the present one by a name.
func (a *Attrs) Push(next *Shape, v Value) {
	a.grow(next)
	a.shape = next
	*a.Slot(next.Count - 1) = v
}

// set binds an attribute. self is the instance that a belongs to.
func (a *Attrs) set(name *Str, v Value) {
	s := a.shape
	if s == dictShape {
		(*Dict)(a.ext).SetStr(name, v)
		return
	}
	if i := s.Find(name); i >= 0 {
		*a.Slot(i) = v
		return
	}
	if s.Count-s.Fixed() >= maxShapeAttrs {
		a.toDict().SetStr(name, v)
		return
	}
	a.Push(s.With(name), v)
}

// remove unbinds an attribute and reports whether it was there.
func (a *Attrs) remove(name *Str) bool {
	s := a.shape
	if s == nil {
		return false
	}
	if s == dictShape {
		return (*Dict)(a.ext).DeleteStr(name)
	}
	i := s.Find(name)
	if i < 0 {
		return false
	}
	names := s.Names()
	fixed := s.Fixed()
	ns := s.typ.rootOf(s)
	for j, n := range names {
		if j+fixed == i {
			continue
		}
		ns = ns.With(n)
	}
	for j := i; j < s.Count-1; j++ {
		*a.Slot(j) = *a.Slot(j + 1)
	}
	*a.Slot(s.Count - 1) = Value{}
	a.shape = ns
	return true
}

// rootOf returns the root of the tree that s is in.
func (typ *Type) rootOf(s *Shape) *Shape {
	for s.name != nil {
		s = s.parent
	}
	return s
}

// toDict moves the attributes to a dictionary, which is from now on what __dict__ gives. Values of __slots__ stay where
// they are if they are inline; see slotValue.
func (a *Attrs) toDict() *Dict {
	s := a.shape
	if s == dictShape {
		return (*Dict)(a.ext)
	}
	d := NewDict()
	if s != nil {
		fixed := s.Fixed()
		for j, n := range s.Names() {
			d.SetStr(n, *a.Slot(fixed + j))
		}
		if fixed > 0 {
			// The slots' values move to an array that hangs from the dictionary.
			d.slots = make([]Value, fixed)
			for j := range fixed {
				d.slots[j] = *a.Slot(j)
			}
		}
		for j := 0; j < s.Count && j < s.Inline; j++ {
			*a.Slot(j) = Value{}
		}
	}
	a.shape = dictShape
	a.ext = unsafe.Pointer(d)
	return d
}

// slotAt returns the address of the i-th __slots__ value.
func (a *Attrs) slotAt(i int) *Value {
	if a.shape == dictShape {
		d := (*Dict)(a.ext)
		for len(d.slots) <= i {
			d.slots = append(d.slots, Value{})
		}
		return &d.slots[i]
	}
	return a.Slot(i)
}

// InstanceDict returns the __dict__ of v, made on demand; nil where v's type has none.
func InstanceDict(v Value) *Dict {
	typ := objectType(v)
	if typ == nil || !typ.HasDict {
		return nil
	}
	return attrsReady(v).toDict()
}

// PeekDict calls f for each attribute of v without making a __dict__.
func PeekDict(v Value, f func(name, value Value)) {
	a := AttrsOf(v)
	if a == nil || a.shape == nil {
		return
	}
	if a.shape == dictShape {
		d := (*Dict)(a.ext)
		for i := 0; ; {
			k, val, next, ok := d.NextEntry(i)
			if !ok {
				return
			}
			f(k, val)
			i = next
		}
	}
	fixed := a.shape.Fixed()
	for j, n := range a.shape.Names() {
		f(ToValue(n), *a.Slot(fixed + j))
	}
}

// SetInstanceDict replaces the __dict__ of v.
func SetInstanceDict(v Value, d *Dict) {
	a := attrsReady(v)
	old := a.toDict()
	d.slots = old.slots
	a.ext = unsafe.Pointer(d)
}

// traverseAttrs visits the attributes of an instance.
func traverseAttrs(v Value, visit func(Value)) {
	a := AttrsOf(v)
	if a == nil || a.shape == nil {
		return
	}
	if a.shape == dictShape {
		visit(ToValue((*Dict)(a.ext)))
		for _, s := range (*Dict)(a.ext).slots {
			if !s.IsZero() {
				visit(s)
			}
		}
		return
	}
	for i := range a.shape.Count {
		if s := *a.Slot(i); !s.IsZero() {
			visit(s)
		}
	}
}

// The structs of plain instances: a head, attributes, and 0 to maxInline values behind them.
type (
	instance struct {
		Head
		Attrs
	}
	instanceN[T any] struct {
		instance
		_ T // the inline values
	}
)

// newInstance allocates an instance of a type whose layout is object's own.
func newInstance(typ *Type) Value {
	s := typ.rootShape
	if s == nil {
		s = typ.makeRoot()
	}
	var p *instance
	switch {
	case s.Inline <= 2:
		p = &new(instanceN[[2]Value]).instance
	case s.Inline <= 4:
		p = &new(instanceN[[4]Value]).instance
	case s.Inline <= 6:
		p = &new(instanceN[[6]Value]).instance
	case s.Inline <= 8:
		p = &new(instanceN[[8]Value]).instance
	case s.Inline <= 12:
		p = &new(instanceN[[12]Value]).instance
	default:
		p = &new(instanceN[[maxInline]Value]).instance
	}
	p.typ = typ
	p.shape = s
	if typ.nslots > s.Inline {
		arr := make([]Value, extCap(typ.nslots-s.Inline))
		p.ext = unsafe.Pointer(&arr[0])
	}
	return ToValue(p)
}

// makeRoot decides how many values lie in the instances of a type: its slots and the attributes that its methods
// assign through self, as the compiler found them (__static_attributes__).
func (typ *Type) makeRoot() *Shape {
	n := typ.nslots
	if typ.HasDict {
		seen := map[*Str]bool{}
		for _, b := range typ.MRO {
			if b.Flags&FlagHeap == 0 {
				continue
			}
			if names, ok := TupleOf(b.dict.GetStr(strStaticAttributes)); ok {
				for _, v := range names.Items() {
					if s, ok := StrOf(v); ok {
						seen[s] = true
					}
				}
			}
		}
		n += len(seen)
		if n == 0 {
			n = 2
		}
	}
	switch {
	case n <= 2:
		n = 2
	case n <= 8:
		n = (n + 1) &^ 1
	case n <= 12:
		n = 12
	default:
		n = maxInline
	}
	return typ.root(n)
}
