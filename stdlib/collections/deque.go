package collections

import (
	"strconv"
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var dequeType, iterType, revIterType objects.Type

// deque is a ring: n items from index first of buf on, whose length is a power of two.
type deque struct {
	head
	buf    []value
	first  int
	n      int
	maxLen int    // negative: none
	state  uint64 // changes whenever the items move or their number changes
}

func (d *deque) at(i int) *value { return &d.buf[(d.first+i)&(len(d.buf)-1)] }

func (d *deque) grow() {
	size := max(8, 2*len(d.buf))
	buf := make([]value, size)
	for i := range d.n {
		buf[i] = *d.at(i)
	}
	d.buf, d.first = buf, 0
}

func (d *deque) pushRight(v value) {
	d.state++
	if d.maxLen >= 0 && d.n >= d.maxLen {
		if d.maxLen == 0 {
			return
		}
		d.popLeft()
	}
	if d.n == len(d.buf) {
		d.grow()
	}
	d.n++
	*d.at(d.n - 1) = v
}

func (d *deque) pushLeft(v value) {
	d.state++
	if d.maxLen >= 0 && d.n >= d.maxLen {
		if d.maxLen == 0 {
			return
		}
		d.popRight()
	}
	if d.n == len(d.buf) {
		d.grow()
	}
	d.first = (d.first - 1) & (len(d.buf) - 1)
	d.n++
	d.buf[d.first] = v
}

func (d *deque) popRight() value {
	d.state++
	p := d.at(d.n - 1)
	v := *p
	*p = value{}
	d.n--
	return v
}

func (d *deque) popLeft() value {
	d.state++
	v := d.buf[d.first]
	d.buf[d.first] = value{}
	d.first = (d.first + 1) & (len(d.buf) - 1)
	d.n--
	return v
}

func (d *deque) clear() {
	d.buf, d.first, d.n = nil, 0, 0
	d.state++
}

func (d *deque) items() []value {
	l := make([]value, d.n)
	for i := range l {
		l[i] = *d.at(i)
	}
	return l
}

func (d *deque) rotate(n int) {
	if d.n <= 1 {
		return
	}
	n %= d.n
	if n > d.n/2 {
		n -= d.n
	} else if n < -d.n/2 {
		n += d.n
	}
	d.state++
	mask := len(d.buf) - 1
	for ; n > 0; n-- {
		last := (d.first + d.n - 1) & mask
		v := d.buf[last]
		d.buf[last] = value{}
		d.first = (d.first - 1) & mask
		d.buf[d.first] = v
	}
	for ; n < 0; n++ {
		v := d.buf[d.first]
		d.buf[d.first] = value{}
		d.first = (d.first + 1) & mask
		d.buf[(d.first+d.n-1)&mask] = v
	}
}

func (d *deque) insert(i int, v value) {
	switch {
	case i >= d.n:
		d.pushRight(v)
	case i <= -d.n || i == 0:
		d.pushLeft(v)
	default:
		if i < 0 {
			i += d.n
		}
		d.pushRight(v)
		for j := d.n - 1; j > i; j-- {
			*d.at(j) = *d.at(j - 1)
		}
		*d.at(i) = v
	}
}

func (d *deque) remove(i int) {
	d.state++
	for j := i; j < d.n-1; j++ {
		*d.at(j) = *d.at(j + 1)
	}
	*d.at(d.n - 1) = value{}
	d.n--
}

func mutated() error { return objects.RuntimeErrorf("deque mutated during iteration") }

func (d *deque) extend(t *thread, v value, left bool) error {
	if objects.ToValue(d) == v {
		v = native.Tuple(d.items()...)
	}
	it, err := objects.Iter(t, v)
	if err != nil {
		return err
	}
	for {
		x, err := objects.Next(t, it)
		if err != nil || x.IsZero() {
			return err
		}
		if left {
			d.pushLeft(x)
		} else {
			d.pushRight(x)
		}
	}
}

func dequeInit(t *thread, self value, args []value) error {
	d := objects.As[deque](self)
	maxLen := -1
	if native.Given(args[1]) {
		if !objects.IsInt(args[1]) {
			return objects.TypeErrorf("an integer is required")
		}
		n, err := objects.SizeArg(t, args[1])
		if err != nil {
			return err
		}
		if n < 0 {
			return objects.ValueErrorf("maxlen must be non-negative")
		}
		maxLen = n
	}
	d.maxLen = maxLen
	if d.n > 0 {
		d.clear()
	}
	if args[0].IsZero() {
		return nil
	}
	return d.extend(t, args[0], false)
}

func newDeque(items []value, maxLen int) *deque {
	d := objects.As[deque](dequeType.NewInstance())
	d.maxLen = maxLen
	for _, v := range items {
		d.pushRight(v)
	}
	return d
}

// copyDeque is copy(): an instance of the same class, made by calling it where it is derived.
func copyDeque(t *thread, self value) (value, error) {
	d := objects.As[deque](self)
	if objects.Is(self, &dequeType) {
		return objects.ToValue(newDeque(d.items(), d.maxLen)), nil
	}
	cls := objects.ToValue(objects.TypeOf(self))
	if d.maxLen < 0 {
		return objects.Call1(t, cls, self)
	}
	return objects.Call2(t, cls, self, objects.Int(int64(d.maxLen)))
}

func dequeIndex(t *thread, self, key value) (int, error) {
	d := objects.As[deque](self)
	if !objects.IsIndex(key) {
		return 0, objects.TypeErrorf("sequence index must be integer, not '%s'", objects.TypeOf(key))
	}
	i, err := objects.IndexInt(t, key, &objects.IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, objects.IndexErrorf("deque index out of range")
	}
	return i, nil
}

func dequeGetItem(t *thread, self, key value) (value, error) {
	i, err := dequeIndex(t, self, key)
	if err != nil {
		return value{}, err
	}
	return *objects.As[deque](self).at(i), nil
}

func dequeSetItem(t *thread, self, key, v value) error {
	i, err := dequeIndex(t, self, key)
	if err != nil {
		return err
	}
	d := objects.As[deque](self)
	if v.IsZero() {
		d.remove(i)
	} else {
		*d.at(i) = v
	}
	return nil
}

// search calls found for each index from start up to stop whose item equals v, until it returns false.
func (d *deque) search(t *thread, v value, start, stop int, found func(i int) bool) error {
	state := d.state
	for i := start; i < stop && i < d.n; i++ {
		same, err := objects.Equal(t, *d.at(i), v)
		if err != nil {
			return err
		}
		if d.state != state {
			return mutated()
		}
		if same && !found(i) {
			return nil
		}
	}
	return nil
}

func dequeRepr(t *thread, self value) (value, error) {
	if t.EnterRepr(self) {
		return native.Str("[...]"), nil
	}
	defer t.LeaveRepr(self)
	d := objects.As[deque](self)
	var b strings.Builder
	b.WriteString(objects.TypeOf(self).Name + "([")
	for i, v := range d.items() {
		if i > 0 {
			b.WriteString(", ")
		}
		s, err := objects.ReprString(t, v)
		if err != nil {
			return value{}, err
		}
		b.WriteString(s)
	}
	b.WriteByte(']')
	if d.maxLen >= 0 {
		b.WriteString(", maxlen=" + strconv.Itoa(d.maxLen))
	}
	b.WriteByte(')')
	return native.Str(b.String()), nil
}

func dequeCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if !objects.IsInstance(a, &dequeType) || !objects.IsInstance(b, &dequeType) {
		return objects.NotImplemented, nil
	}
	x, y := objects.As[deque](a), objects.As[deque](b)
	if x.n != y.n && (op == objects.OpEq || op == objects.OpNe) {
		return objects.Bool(op == objects.OpNe), nil
	}
	sx, sy := x.state, y.state
	for i := 0; i < x.n && i < y.n; i++ {
		p, q := *x.at(i), *y.at(i)
		same, err := objects.Equal(t, p, q)
		if err != nil {
			return value{}, err
		}
		if x.state != sx || y.state != sy {
			return value{}, mutated()
		}
		if !same {
			switch op {
			case objects.OpEq:
				return objects.False, nil
			case objects.OpNe:
				return objects.True, nil
			}
			return objects.Compare(t, p, q, op)
		}
	}
	return objects.Compare(t, objects.Int(int64(x.n)), objects.Int(int64(y.n)), op)
}

func dequeRepeat(t *thread, self, times value) (value, error) {
	v, err := copyDeque(t, self)
	if err != nil {
		return value{}, err
	}
	return dequeInplaceRepeat(t, v, times)
}

func dequeInplaceRepeat(t *thread, self, times value) (value, error) {
	d := objects.As[deque](self)
	n, err := objects.IndexInt(t, times, &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	if n <= 0 {
		d.clear()
		return self, nil
	}
	items := d.items()
	if len(items) == 0 || n == 1 {
		return self, nil
	}
	if d.maxLen >= 0 {
		n = min(n, (d.maxLen+len(items)-1)/len(items)+1)
	}
	if n > 1<<60/len(items) {
		return value{}, objects.NewError(&objects.MemoryErrorType)
	}
	if err := objects.CheckSize(n*len(items), 8); err != nil {
		return value{}, err
	}
	for ; n > 1; n-- {
		for _, v := range items {
			d.pushRight(v)
		}
	}
	return self, nil
}

// iterator goes over a deque in either direction.
type iterator struct {
	head
	d     *deque
	i     int // items given
	left  int
	state uint64
}

func newIterator(typ *objects.Type, self value) value {
	v := typ.NewInstance()
	it := objects.As[iterator](v)
	it.d = objects.As[deque](self)
	it.left, it.state = it.d.n, it.d.state
	return v
}

func iteratorNext(reverse bool) objects.UnaryFunc {
	return func(t *thread, self value) (value, error) {
		it := objects.As[iterator](self)
		if it.left == 0 {
			return value{}, nil
		}
		if it.d.state != it.state {
			it.left = 0
			return value{}, mutated()
		}
		i := it.i
		if reverse {
			i = it.d.n - 1 - i
		}
		it.i++
		it.left--
		return *it.d.at(i), nil
	}
}

func dequeMethods() []objects.FuncDef {
	type fn = func(t *thread, d *deque, self value, args []value) (value, error)
	def := func(name, sig, doc string, f fn) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
			return f(t, objects.As[deque](self), self, args)
		}}
	}
	empty := func(pop func(d *deque) value) fn {
		return func(t *thread, d *deque, self value, args []value) (value, error) {
			if d.n == 0 {
				return value{}, objects.IndexErrorf("pop from an empty deque")
			}
			return pop(d), nil
		}
	}
	copyFn := func(t *thread, d *deque, self value, args []value) (value, error) { return copyDeque(t, self) }
	return []objects.FuncDef{
		{Name: "append", Sig: "item, /", Doc: "Put item behind the last one.", Fn: func(t *thread, self value, args []value) (value, error) {
			objects.As[deque](self).pushRight(args[0])
			return objects.None, nil
		}},
		{Name: "appendleft", Sig: "item, /", Doc: "Put item before the first one.", Fn: func(t *thread, self value, args []value) (value, error) {
			objects.As[deque](self).pushLeft(args[0])
			return objects.None, nil
		}},
		def("clear", "", "Drop every item.", func(t *thread, d *deque, self value, args []value) (value, error) {
			d.clear()
			return objects.None, nil
		}),
		native.ClassGetitem(),
		def("__copy__", "", "Return a new deque with the same items and the same maxlen.", copyFn),
		def("copy", "", "Return a new deque with the same items and the same maxlen.", copyFn),
		def("count", "value, /", "Return how many items equal value.", func(t *thread, d *deque, self value, args []value) (value, error) {
			n := 0
			err := d.search(t, args[0], 0, d.n, func(int) bool { n++; return true })
			return objects.Int(int64(n)), err
		}),
		def("extend", "iterable, /", "Put each item of iterable behind the last one.", func(t *thread, d *deque, self value, args []value) (value, error) {
			return objects.None, d.extend(t, args[0], false)
		}),
		def("extendleft", "iterable, /", "Put each item of iterable before the first one, so that they end up in reverse order.", func(t *thread, d *deque, self value, args []value) (value, error) {
			return objects.None, d.extend(t, args[0], true)
		}),
		def("index", "value, start=?, stop=?, /", "Return the position of the first item from start up to stop that equals value, or raise ValueError.", func(t *thread, d *deque, self value, args []value) (value, error) {
			bounds := [2]int{0, d.n}
			for i := range bounds {
				if args[i+1].IsZero() {
					continue
				}
				n, err := objects.IndexInt(t, args[i+1], nil)
				if err != nil {
					return value{}, err
				}
				if n < 0 {
					n = max(n+d.n, 0)
				}
				bounds[i] = min(n, d.n)
			}
			at := -1
			err := d.search(t, args[0], bounds[0], bounds[1], func(i int) bool { at = i; return false })
			if err == nil && at < 0 {
				s, rerr := objects.ReprString(t, args[0])
				if rerr != nil {
					return value{}, rerr
				}
				err = objects.ValueErrorf("%s is not in deque", s)
			}
			return objects.Int(int64(at)), err
		}),
		def("insert", "index, value, /", "Put value before the item at index, or raise IndexError if the deque is full.", func(t *thread, d *deque, self value, args []value) (value, error) {
			i, err := objects.SizeArg(t, args[0])
			if err != nil {
				return value{}, err
			}
			if d.maxLen >= 0 && d.n >= d.maxLen {
				return value{}, objects.IndexErrorf("deque already at its maximum size")
			}
			d.insert(i, args[1])
			return objects.None, nil
		}),
		def("pop", "", "Take the last item off and return it.", empty((*deque).popRight)),
		def("popleft", "", "Take the first item off and return it.", empty((*deque).popLeft)),
		def("__reduce__", "", "Return what pickle needs.", func(t *thread, d *deque, self value, args []value) (value, error) {
			state, err := objects.CallMethod(t, self, objects.Intern("__getstate__"))
			if err != nil {
				return value{}, err
			}
			it, err := objects.Iter(t, self)
			if err != nil {
				return value{}, err
			}
			ctor := native.Tuple()
			if d.maxLen >= 0 {
				ctor = native.Tuple(native.Tuple(), objects.Int(int64(d.maxLen)))
			}
			return native.Tuple(objects.ToValue(objects.TypeOf(self)), ctor, state, it), nil
		}),
		def("remove", "value, /", "Delete the first item that equals value, or raise ValueError.", func(t *thread, d *deque, self value, args []value) (value, error) {
			at, n := -1, d.n
			if err := d.search(t, args[0], 0, d.n, func(i int) bool { at = i; return false }); err != nil {
				if d.n != n {
					return value{}, objects.IndexErrorf("deque mutated during remove().")
				}
				return value{}, err
			}
			if at < 0 {
				s, err := objects.ReprString(t, args[0])
				if err != nil {
					return value{}, err
				}
				return value{}, objects.ValueErrorf("%s is not in deque", s)
			}
			d.remove(at)
			return objects.None, nil
		}),
		def("__reversed__", "", "Return an iterator from the last item to the first.", func(t *thread, d *deque, self value, args []value) (value, error) {
			return newIterator(&revIterType, self), nil
		}),
		def("reverse", "", "Turn the deque round in place.", func(t *thread, d *deque, self value, args []value) (value, error) {
			for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
				p, q := d.at(i), d.at(j)
				*p, *q = *q, *p
			}
			return objects.None, nil
		}),
		def("rotate", "n=1, /", "Move the last item to the beginning n times; a negative n moves the first one to the end.", func(t *thread, d *deque, self value, args []value) (value, error) {
			n := 1
			if !args[0].IsZero() {
				var err error
				if n, err = objects.SizeArg(t, args[0]); err != nil {
					return value{}, err
				}
			}
			d.rotate(n)
			return objects.None, nil
		}),
	}
}

func initDeque() {
	typ := &dequeType
	typ.Name, typ.Module, typ.Doc = "deque", "collections", "A sequence to which items are quickly added, and from which they are quickly taken, at both ends."
	typ.Flags = objects.FlagBase | objects.FlagSequence | objects.FlagWeakrefs
	objects.Layout[deque](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		v := typ.NewInstance()
		objects.As[deque](v).maxLen = -1
		return v, nil
	}
	typ.Init = objects.InitBound("deque", "iterable=?, maxlen=None", dequeInit)
	typ.Repr, typ.Compare, typ.Methods = dequeRepr, dequeCompare, dequeMethods
	typ.Iter = func(t *thread, self value) (value, error) { return newIterator(&iterType, self), nil }
	typ.Len = func(t *thread, self value) (int, error) { return objects.As[deque](self).n, nil }
	typ.Bool = func(t *thread, self value) (bool, error) { return objects.As[deque](self).n > 0, nil }
	typ.GetItem, typ.SetItem, typ.Sequence = dequeGetItem, dequeSetItem, true
	typ.Contains = func(t *thread, self, v value) (bool, error) {
		found := false
		d := objects.As[deque](self)
		err := d.search(t, v, 0, d.n, func(int) bool { found = true; return false })
		return found, err
	}
	typ.Concat = func(t *thread, a, b value) (value, error) {
		if !objects.IsInstance(b, &dequeType) {
			return value{}, objects.TypeErrorf("can only concatenate deque (not \"%s\") to deque", objects.TypeOf(b))
		}
		v, err := copyDeque(t, a)
		if err != nil {
			return value{}, err
		}
		return v, objects.As[deque](v).extend(t, b, false)
	}
	typ.InplaceConcat = func(t *thread, a, b value) (value, error) {
		return a, objects.As[deque](a).extend(t, b, false)
	}
	typ.Repeat, typ.InplaceRepeat = dequeRepeat, dequeInplaceRepeat
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "maxlen", Doc: "how many items the deque may have, or None", Get: func(t *thread, self value) (value, error) {
			if n := objects.As[deque](self).maxLen; n >= 0 {
				return objects.Int(int64(n)), nil
			}
			return objects.None, nil
		}}}
	}
	typ.Traverse = func(v value, visit func(value)) {
		d := objects.As[deque](v)
		for i := range d.n {
			visit(*d.at(i))
		}
	}
	for i, typ := range [...]*objects.Type{&iterType, &revIterType} {
		typ.Name, typ.Module = [...]string{"_deque_iterator", "_deque_reverse_iterator"}[i], "_collections"
		objects.Layout[iterator](typ)
		typ.Iter, typ.Next = native.Self, iteratorNext(i == 1)
		typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
			n := len(args) - kw.Len()
			if n < 1 || n > 2 {
				return value{}, objects.CountError(typ.Name, n, 1, 2, false)
			}
			if !objects.IsInstance(args[0], &dequeType) {
				return value{}, objects.TypeErrorf("%s() argument 1 must be collections.deque, not %s", typ.Name, native.TypeName(args[0]))
			}
			v := newIterator(typ, args[0])
			if n == 2 {
				skip, err := objects.SizeArg(t, args[1])
				if err != nil {
					return value{}, err
				}
				it := objects.As[iterator](v)
				it.i = min(max(skip, 0), it.left)
				it.left -= it.i
			}
			return v, nil
		}
		typ.Traverse = func(v value, visit func(value)) { visit(objects.ToValue(objects.As[iterator](v).d)) }
		typ.Methods = func() []objects.FuncDef {
			return []objects.FuncDef{
				{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are left.", Fn: func(t *thread, self value, args []value) (value, error) {
					return objects.Int(int64(objects.As[iterator](self).left)), nil
				}},
				{Name: "__reduce__", NoSig: true, Doc: "Return what pickle needs.", Fn: func(t *thread, self value, args []value) (value, error) {
					it := objects.As[iterator](self)
					return native.Tuple(objects.ToValue(objects.TypeOf(self)), native.Tuple(objects.ToValue(it.d), objects.Int(int64(it.i)))), nil
				}},
			}
		}
	}
}
