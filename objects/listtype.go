package objects

import (
	"slices"
	"strings"
	"unsafe"
)

// list: its type.

// ExtendFrom appends the items of an iterable.
func (p *List) ExtendFrom(t *Thread, v Value) error {
	switch TypeOf(v) {
	case &ListType:
		p.Extend(As[List](v).Items())
		return nil
	case &TupleType:
		p.Extend(As[Tuple](v).Items())
		return nil
	case &SetType, &FrozensetType:
		s := As[Set](v)
		if p.n == 0 && p.cap == 0 && s.used > 0 {
			p.Reserve(s.used, false)
		}
		for i := range s.table {
			if k := s.table[i].key; !k.IsZero() && k != removedKey() {
				p.Append(k)
			}
		}
		return nil
	}
	if d, what, ok := plainEntries(v); ok {
		p.appendEntries(d, what)
		return nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	n, err := LengthHint(t, v, 8)
	if err != nil {
		return err
	}
	if p.n == 0 && p.cap == 0 {
		if err := CheckSize(n, 8); err != nil {
			return err
		}
		if k := itemsLeft(it); k >= 0 {
			n = k
		}
		if n > 0 && n < 1<<24 && !Is(it, &GeneratorType) {
			// The first value tells which memory they need.
			x, err := Next(t, it)
			if err != nil || x.IsZero() {
				return err
			}
			if p.n == 0 {
				p.Reserve(n, x.IsObject())
			}
			p.Append(x)
		}
	}
	if Is(it, &RangeIteratorType) {
		r := As[RangeIterator](it)
		for ; r.Remaining > 0; r.Remaining-- {
			p.Append(Int(r.Cur))
			r.Cur += r.Step
		}
		return nil
	}
	if Is(it, &GeneratorType) {
		add := func(x Value) error {
			p.Append(x)
			return nil
		}
		return EachTake(t, it, func(x Value) bool { return add(x) == nil }, add)
	}
	next := TypeOf(it).Next
	for {
		x, err := next(t, it)
		if err != nil || x.IsZero() {
			return err
		}
		p.Append(x)
	}
}

// Insert puts an item before position i, which is clipped.
func (p *List) Insert(i int, v Value) {
	if i < 0 {
		i = max(i+p.n, 0)
	}
	i = min(i, p.n)
	p.Append(v)
	p.move(i+1, i, p.n-1-i)
	items := p.Items()
	items[i] = v
}

// move copies n items within the list.
func (p *List) move(dst, src, n int) {
	items := p.Items()
	if p.scan {
		copy(items[dst:dst+n], items[src:src+n])
	} else {
		w := wordsOf(items)
		copy(w[dst:dst+n], w[src:src+n])
	}
}

// RemoveAt removes item i, which must exist, and returns it.
func (p *List) RemoveAt(i int) Value {
	v := p.Items()[i]
	p.move(i, i+1, p.n-1-i)
	p.SetLen(p.n - 1)
	p.shrink()
	return v
}

// shrink gives memory back once three quarters of it are unused.
func (p *List) shrink() {
	if p.cap > 64 && p.n < p.cap/4 {
		p.resize(p.n * 2)
	}
}

// Clear removes all items.
func (p *List) Clear() { p.data, p.n, p.cap, p.scan = nil, 0, 0, false }

// replace puts items in the place of the items in [start, stop).
func (p *List) replace(start, stop int, items []Value) {
	tail := p.n - stop
	n := start + len(items) + tail
	if !p.scan && AnyObject(items) {
		p.widen(max(p.cap, n))
	}
	old := p.n
	if n > p.n {
		if n > p.cap {
			p.grow(n)
		}
		p.n = n
	}
	p.move(start+len(items), stop, tail)
	if n < old {
		p.SetLen(n)
		p.shrink()
	}
	if p.scan {
		copy(p.Items()[start:], items)
	} else {
		copy(wordsOf(p.Items()[start:]), wordsOf(items))
	}
}

func listGetItem(t *Thread, self, key Value) (Value, error) {
	p := As[List](self)
	if isIndex(key) {
		i, err := IndexInt(t, key, &IndexErrorType)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			i += p.n
		}
		if uint(i) >= uint(p.n) {
			return Value{}, IndexErrorf("list index out of range")
		}
		return p.Items()[i], nil
	}
	if !Is(key, &SliceType) {
		return Value{}, wrongIndex("list", key)
	}
	start, stop, step, err := As[Slice](key).Unpack(t)
	if err != nil {
		return Value{}, err
	}
	start, _, n := AdjustSlice(p.n, start, stop, step)
	return ToValue(p.stepped(start, step, n)), nil
}

func listSetItem(t *Thread, self, key, v Value) error {
	p := As[List](self)
	if isIndex(key) {
		i, err := IndexInt(t, key, &IndexErrorType)
		if err != nil {
			return err
		}
		if i < 0 {
			i += p.n
		}
		if uint(i) >= uint(p.n) {
			return IndexErrorf("list assignment index out of range")
		}
		if v.IsZero() {
			p.RemoveAt(i)
		} else {
			p.SetItem(i, v)
		}
		return nil
	}
	if !Is(key, &SliceType) {
		return wrongIndex("list", key)
	}
	rawStart, rawStop, step, err := As[Slice](key).Unpack(t)
	if err != nil {
		return err
	}
	if v.IsZero() {
		start, stop, n := AdjustSlice(p.n, rawStart, rawStop, step)
		return p.deleteSlice(start, stop, step, n)
	}
	if step == 1 {
		items, err := sliceValues(t, v, "must assign iterable to extended slice")
		if err != nil {
			return err
		}
		start, stop, _ := AdjustSlice(p.n, rawStart, rawStop, step)
		p.replace(start, max(start, stop), items)
		return nil
	}
	items, err := sliceValues(t, v, "must assign iterable to extended slice")
	if err != nil {
		return err
	}
	start, _, n := AdjustSlice(p.n, rawStart, rawStop, step)
	if len(items) != n {
		return ValueErrorf("attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
	}
	for _, x := range items {
		p.SetItem(start, x)
		start += step
	}
	return nil
}

// iterableType reports whether iter() could work for v.
func iterableType(v Value) bool {
	typ := TypeOf(v)
	typ.ready()
	return typ.Iter != nil || typ.GetItem != nil
}

// sliceValues collects what is assigned to a slice; the copy keeps l[:] = l right.
func sliceValues(t *Thread, v Value, message string) ([]Value, error) {
	if !iterableType(v) {
		return nil, TypeErrorf("%s", message)
	}
	return ToSlice(t, v)
}

func (p *List) deleteSlice(start, stop, step, n int) error {
	if n == 0 {
		return nil
	}
	if step == 1 {
		p.replace(start, stop, nil)
		return nil
	}
	if step < 0 {
		start, step = start+step*(n-1), -step
	}
	items := p.Items()
	dst, next := start, start
	removed := 0
	for i := start; i < p.n; i++ {
		if removed < n && i == next {
			removed++
			next += step
			continue
		}
		items[dst] = items[i]
		dst++
	}
	p.SetLen(dst)
	p.shrink()
	return nil
}

func listRepr(t *Thread, self Value) (Value, error) {
	p := As[List](self)
	if p.n == 0 {
		return StrValue("[]"), nil
	}
	if t.EnterRepr(self) {
		return StrValue("[...]"), nil
	}
	defer t.LeaveRepr(self)
	var b strings.Builder
	b.WriteByte('[')
	if err := reprItems(t, &b, p.Len, p.Item); err != nil {
		return Value{}, err
	}
	b.WriteByte(']')
	return StrValue(b.String()), nil
}

func listCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	x, ok := ListOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := ListOf(b)
	if !ok {
		return NotImplemented, nil
	}
	return compareLists(t, op, x, y)
}

func listConcat(t *Thread, a, b Value) (Value, error) {
	y, ok := ListOf(b)
	if !ok {
		return Value{}, TypeErrorf("can only concatenate list (not \"%s\") to list", TypeOf(b))
	}
	x := As[List](a)
	r := makeItems(x.n+y.n, x.scan || y.scan)
	r.fill(0, x.Items())
	r.fill(x.n, y.Items())
	return ToValue(r), nil
}

func (p *List) repeated(n int) (*List, error) {
	if n <= 0 || p.n == 0 {
		return MakeList(0), nil
	}
	if err := CheckSize(n, 8*p.n); err != nil {
		return nil, err
	}
	objects := p.scan && AnyObject(p.Items())
	r := makeItems(p.n*n, objects)
	if p.n == 1 && !objects {
		words, w := wordsOf(r.Items()), p.Items()[0].Bits()
		for i := range words {
			words[i] = w
		}
		return r, nil
	}
	// What is there is copied behind itself, twice as much each time.
	if objects {
		items := r.Items()
		for done := copy(items, p.Items()); done < len(items); {
			done += copy(items[done:], items[:done])
		}
	} else {
		words := wordsOf(r.Items())
		for done := copy(words, wordsOf(p.Items())); done < len(words); {
			done += copy(words[done:], words[:done])
		}
	}
	return r, nil
}

func listRepeat(t *Thread, self, count Value) (Value, error) {
	n, err := IndexInt(t, count, &OverflowErrorType)
	if err != nil {
		return Value{}, err
	}
	r, err := As[List](self).repeated(n)
	if err != nil {
		return Value{}, err
	}
	return ToValue(r), nil
}

func listInplaceRepeat(t *Thread, self, count Value) (Value, error) {
	n, err := IndexInt(t, count, &OverflowErrorType)
	if err != nil {
		return Value{}, err
	}
	p := As[List](self)
	r, err := p.repeated(n)
	if err != nil {
		return Value{}, err
	}
	p.data, p.n, p.cap, p.scan = r.data, r.n, r.cap, r.scan
	return self, nil
}

func listPop(t *Thread, self Value, args []Value) (Value, error) {
	p := As[List](self)
	i := -1
	if !args[0].IsZero() {
		var err error
		if i, err = SizeArg(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	if p.n == 0 {
		return Value{}, IndexErrorf("pop from empty list")
	}
	if i < 0 {
		i += p.n
	}
	if last := p.n - 1; i == last && p.cap <= 64 {
		// The list is too short to give memory back.
		at := p.At(i)
		v := *at
		*at = Value{}
		p.n = last
		return v, nil
	}
	if uint(i) >= uint(p.n) {
		return Value{}, IndexErrorf("pop index out of range")
	}
	return p.RemoveAt(i), nil
}

// find returns the position of the first item that equals v in [start, stop), or -1.
func (p *List) find(t *Thread, v Value, start, stop int) (int, error) {
	for i := start; i < min(stop, p.n); i++ {
		if eq, err := Equal(t, p.Items()[i], v); err != nil {
			return -1, err
		} else if eq {
			return i, nil
		}
	}
	return -1, nil
}

func initList() {
	typ := &ListType
	typ.Name = "list"
	typ.Doc = "Items in an order, which can be changed.\n\nA new list has the items of iterable, or none without an argument."
	typ.TextSig = "(iterable=(), /)"
	typ.Flags = FlagBase | FlagListSub | FlagSequence | FlagMatchSelf
	layout[List](typ)
	typ.Consumes = true
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		l, err := ToList(t, v)
		if err != nil {
			return Value{}, err
		}
		return ToValue(l), nil
	}
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if kw.Len() > 0 && funcEqual(TypeOf(self).New, ListType.New) {
			return TypeErrorf("list() takes no keyword arguments")
		}
		n := len(args) - kw.Len()
		if n > 1 {
			return CountError("list", n, 0, 1, false)
		}
		p := As[List](self)
		p.Clear()
		if n == 1 {
			return p.ExtendFrom(t, args[0])
		}
		return nil
	}
	typ.Repr = listRepr
	typ.Hash = hashNotImplemented
	typ.Compare = listCompare
	typ.Iter = func(t *Thread, v Value) (Value, error) {
		return ToValue(&ListIterator{Head: Head{&ListIterType}, List: As[List](v)}), nil
	}
	typ.Len = func(t *Thread, v Value) (int, error) { return As[List](v).n, nil }
	typ.GetItem = listGetItem
	typ.SetItem = listSetItem
	typ.Sequence = true
	typ.Contains = func(t *Thread, v, x Value) (bool, error) {
		i, err := As[List](v).find(t, x, 0, 1<<62)
		return i >= 0, err
	}
	typ.Concat = listConcat
	typ.InplaceConcat = func(t *Thread, a, b Value) (Value, error) { return a, As[List](a).ExtendFrom(t, b) }
	typ.Repeat = listRepeat
	typ.InplaceRepeat = listInplaceRepeat
	typ.Traverse = func(v Value, visit func(Value)) {
		p := As[List](v)
		if !p.scan {
			return
		}
		// From the end, the order that gc.get_referents shows.
		for _, x := range slices.Backward(p.Items()) {
			visitOpt(visit, x)
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__getitem__", Sig: "index, /", Doc: "Return self[index].", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return listGetItem(t, self, args[0])
			}},
			{Name: "clear", Doc: "Make the list empty.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				As[List](self).Clear()
				return None, nil
			}},
			{Name: "copy", Doc: "Return a new list of the same items.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(NewList(As[List](self).Items()...)), nil
			}},
			{Name: "append", Sig: "object, /", Doc: "Make the object the new last item.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				As[List](self).Append(args[0])
				return None, nil
			}},
			{Name: "insert", Sig: "index, object, /", Doc: "Put the object where the index points; what follows moves up.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				i, err := SizeArg(t, args[0])
				if err != nil {
					return Value{}, err
				}
				As[List](self).Insert(i, args[1])
				return None, nil
			}},
			{Name: "extend", Sig: "iterable, /", Doc: "Append every item of the iterable, one after the other.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return None, As[List](self).ExtendFrom(t, args[0])
			}},
			{Name: "pop", Sig: "index=-1, /", Doc: "Take the item at index, by default the last, out of the list and return it.\n\nIndexError means that there is no such item.", Fn: listPop},
			{Name: "remove", Sig: "value, /", Doc: "Delete the first item that equals value.\n\nValueError means that there is no such item.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				p := As[List](self)
				i, err := p.find(t, args[0], 0, 1<<62)
				if err != nil {
					return Value{}, err
				}
				if i < 0 {
					return Value{}, ValueErrorf("list.remove(x): x not in list")
				}
				if i < p.n {
					p.RemoveAt(i)
				}
				return None, nil
			}},
			{Name: "index", Sig: "value, start=0, stop=sys.maxsize, /", Doc: "Return where the first item is that equals value.\n\nItems before start, or from stop on, do not count. ValueError means that\nnone of the others is equal.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				p := As[List](self)
				start, stop, err := searchRange(t, args[1:], p.n)
				if err != nil {
					return Value{}, err
				}
				i, err := p.find(t, args[0], start, stop)
				if err != nil {
					return Value{}, err
				}
				if i < 0 {
					r, err := ReprString(t, args[0])
					if err != nil {
						return Value{}, err
					}
					return Value{}, ValueErrorf("%s is not in list", r)
				}
				return Int(int64(i)), nil
			}},
			{Name: "count", Sig: "value, /", Doc: "Count the items that are equal to value.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				p := As[List](self)
				n := 0
				for i := 0; i < p.n; i++ {
					if eq, err := Equal(t, p.Items()[i], args[0]); err != nil {
						return Value{}, err
					} else if eq {
						n++
					}
				}
				return Int(int64(n)), nil
			}},
			{Name: "reverse", Doc: "Reverse *IN PLACE*.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				As[List](self).Reverse()
				return None, nil
			}},
			{Name: "sort", Sig: "*, key=None, reverse=False", Doc: "Put the items in order, the lowest first, within this same list.\n\nA key function is called once for each item, and the results are compared\nin place of the items. With reverse=True the highest comes first. Either\nway, items that compare equal stay in the order they had.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				reverse := false
				if !args[1].IsZero() {
					var err error
					if reverse, err = Truth(t, args[1]); err != nil {
						return Value{}, err
					}
				}
				return None, As[List](self).Sort(t, noneToZero(args[0]), reverse)
			}},
			{Name: "__reversed__", Doc: "Iterate over the items, the last one first.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				p := As[List](self)
				return ToValue(&listRevIterator{Head{&ListRevIterType}, p, p.n - 1}), nil
			}},
			{Name: "__sizeof__", Doc: "Return how many bytes the list takes, its items not included.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				p := As[List](self)
				room := p.cap
				if p.data == unsafe.Add(unsafe.Pointer(p), unsafe.Sizeof(List{})) {
					// The room behind the list comes in a few sizes; CPython's is exact.
					room = p.n
				}
				return Int(sizeOf(self) + 8*int64(room)), nil
			}},
			{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
		}
	}
}

// Reverse reverses the list in place.
func (p *List) Reverse() {
	items := p.Items()
	if !p.scan {
		w := wordsOf(items)
		for i, j := 0, len(w)-1; i < j; i, j = i+1, j-1 {
			w[i], w[j] = w[j], w[i]
		}
		return
	}
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
}
