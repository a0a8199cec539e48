package array

import (
	"bytes"
	"slices"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var arrayType, iteratorType objects.Type

// array is an array.array. The size of data cannot change while buffers are exported.
type array struct {
	objects.Head
	kind    *kind
	data    []byte
	exports objects.Exports
}

func asArray(v value) (*array, bool) {
	if v.IsObject() && objects.IsInstance(v, &arrayType) {
		return objects.As[array](v), true
	}
	return nil, false
}

func newArray(k *kind, data []byte) value {
	v := arrayType.NewInstance()
	a := objects.As[array](v)
	a.kind, a.data = k, data
	return v
}

func (a *array) len() int { return len(a.data) / a.kind.size }

func (a *array) item(i int) (value, error) { return a.kind.read(a.data[i*a.kind.size:]) }

func (a *array) resizable() error {
	if a.exports.Any() && a.exports.Held() {
		return objects.Errorf(&objects.BufferErrorType, "cannot resize an array that is exporting buffers")
	}
	return nil
}

// splice replaces items i to j by the bytes b.
func (a *array) splice(i, j int, b []byte) error {
	n := a.kind.size
	if len(b) != (j-i)*n {
		if err := a.resizable(); err != nil {
			return err
		}
		if err := objects.CheckSize(len(a.data)+len(b), 1); err != nil {
			return err
		}
	}
	a.data = slices.Replace(a.data, i*n, j*n, bytes.Clone(b)...)
	return nil
}

func (a *array) append(t *thread, v value) error {
	var item [8]byte
	b := item[:a.kind.size]
	if err := a.kind.write(t, b, v); err != nil {
		return err
	}
	if err := a.resizable(); err != nil {
		return err
	}
	a.data = append(a.data, b...)
	return nil
}

// extend appends the items of an iterable, or those of an array of the same kind.
func (a *array) extend(t *thread, v value) error {
	if o, ok := asArray(v); ok {
		if o.kind != a.kind {
			return objects.TypeErrorf("can only extend with array of same kind")
		}
		return a.splice(a.len(), a.len(), o.data)
	}
	return objects.Each(t, v, func(x value) error { return a.append(t, x) })
}

func (a *array) fromBytes(b []byte) error {
	if len(b)%a.kind.size != 0 {
		return objects.ValueErrorf("bytes length not a multiple of item size")
	}
	return a.splice(a.len(), a.len(), b)
}

func (a *array) fromText(s *objects.Str) error {
	b := make([]byte, 4*s.Len())
	for i := range s.Len() {
		putWord(b[4*i:4*i+4], uint64(s.At(i)))
	}
	return a.splice(a.len(), a.len(), b)
}

func arrayNew(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	if kw.Len() > 0 && typ == &arrayType {
		return value{}, objects.TypeErrorf("array.array() takes no keyword arguments")
	}
	args = args[:len(args)-kw.Len()]
	switch {
	case len(args) < 1:
		return value{}, objects.TypeErrorf("array() takes at least 1 argument (0 given)")
	case len(args) > 2:
		return value{}, objects.TypeErrorf("array() takes at most 2 arguments (%d given)", len(args))
	}
	code, ok := objects.StrOf(args[0])
	if !ok || code.Len() != 1 {
		return value{}, objects.TypeErrorf("array() argument 1 must be a unicode character, not %s", objects.TypeOf(args[0]))
	}
	c := code.At(0)
	if c == 'u' {
		if err := objects.H.Warn(t, &objects.DeprecationWarningType, "The 'u' type code is deprecated and will be removed in Python 3.16", 1); err != nil {
			return value{}, err
		}
	}
	var initial value
	if len(args) > 1 {
		initial = args[1]
	}
	text, isText := objects.StrOf(initial)
	other, isArray := asArray(initial)
	if k := kindOf(c); k == nil || !k.text() {
		switch {
		case isText:
			return value{}, objects.TypeErrorf("cannot use a str to initialize an array with typecode '%c'", c)
		case isArray && other.kind.text():
			return value{}, objects.TypeErrorf("cannot use a unicode array to initialize an array with typecode '%c'", c)
		}
	}
	k := kindOf(c)
	if k == nil {
		return value{}, objects.ValueErrorf("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	v := typ.NewInstance()
	a := objects.As[array](v)
	a.kind = k
	switch {
	case initial.IsZero():
		return v, nil
	case isText:
		return v, a.fromText(text)
	case isArray && other.kind == k:
		return v, a.splice(0, 0, other.data)
	}
	if b, ok := objects.BytesOf(initial); ok {
		return v, a.fromBytes(b)
	}
	if objects.IsInstance(initial, &objects.ByteArrayType) {
		b, release, err := native.Bytes(t, initial)
		if err != nil {
			return value{}, err
		}
		defer release()
		return v, a.fromBytes(b)
	}
	return v, objects.Each(t, initial, func(x value) error { return a.append(t, x) })
}

func arrayRepr(t *thread, self value) (value, error) {
	a := objects.As[array](self)
	name := objects.TypeOf(self).Name
	if a.len() == 0 {
		return native.Str(name + "('" + string(a.kind.code) + "')"), nil
	}
	items, err := a.toList()
	if a.kind.text() {
		items, err = a.text()
	}
	if err != nil {
		return value{}, err
	}
	r, err := objects.ReprString(t, items)
	return native.Str(name + "('" + string(a.kind.code) + "', " + r + ")"), err
}

func (a *array) toList() (value, error) {
	l := objects.NewList()
	for i := range a.len() {
		v, err := a.item(i)
		if err != nil {
			return value{}, err
		}
		l.Append(v)
	}
	return objects.ToValue(l), nil
}

// text is tounicode() of an array of characters.
func (a *array) text() (value, error) {
	runes := make([]rune, a.len())
	for i := range runes {
		w := word(a.data[4*i : 4*i+4])
		if w > 0x10FFFF {
			return value{}, objects.ValueErrorf("character U+%x is not in range [U+0000; U+10ffff]", w)
		}
		runes[i] = rune(w)
	}
	return objects.ToValue(objects.StrFromRunes(runes)), nil
}

func arrayCompare(t *thread, x, y value, op objects.CompareOp) (value, error) {
	a, ok1 := asArray(x)
	b, ok2 := asArray(y)
	if !ok1 || !ok2 {
		return objects.NotImplemented, nil
	}
	if a.len() != b.len() && (op == objects.OpEq || op == objects.OpNe) {
		return objects.Bool(op == objects.OpNe), nil
	}
	for i := 0; i < a.len() && i < b.len(); i++ {
		v, err := a.item(i)
		if err != nil {
			return value{}, err
		}
		w, err := b.item(i)
		if err != nil {
			return value{}, err
		}
		same, err := objects.CompareTruth(t, v, w, objects.OpEq)
		if err != nil {
			return value{}, err
		}
		if !same {
			if op == objects.OpEq || op == objects.OpNe {
				return objects.Bool(op == objects.OpNe), nil
			}
			return objects.Compare(t, v, w, op)
		}
	}
	return objects.Compare(t, objects.Int(int64(a.len())), objects.Int(int64(b.len())), op)
}

// index converts a subscript; what names the operation in the message of IndexError.
func (a *array) index(t *thread, key value, what string) (int, error) {
	if !objects.IsIndex(key) {
		return 0, objects.TypeErrorf("array indices must be integers")
	}
	i, err := objects.IndexInt(t, key, &objects.IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		return 0, objects.IndexErrorf("array %s out of range", what)
	}
	return i, nil
}

func arrayGetItem(t *thread, self, key value) (value, error) {
	a := objects.As[array](self)
	if objects.Is(key, &objects.SliceType) {
		start, _, step, n, err := objects.As[objects.Slice](key).Indices(t, a.len())
		if err != nil {
			return value{}, err
		}
		size := a.kind.size
		data := make([]byte, 0, n*size)
		for i := range n {
			at := (start + i*step) * size
			data = append(data, a.data[at:at+size]...)
		}
		return newArray(a.kind, data), nil
	}
	i, err := a.index(t, key, "index")
	if err != nil {
		return value{}, err
	}
	return a.item(i)
}

func arraySetItem(t *thread, self, key, v value) error {
	a := objects.As[array](self)
	size := a.kind.size
	if !objects.Is(key, &objects.SliceType) {
		i, err := a.index(t, key, "assignment index")
		if err != nil {
			return err
		}
		if v.IsZero() {
			return a.splice(i, i+1, nil)
		}
		var item [8]byte
		if err := a.kind.write(t, item[:size], v); err != nil {
			return err
		}
		copy(a.data[i*size:], item[:size])
		return nil
	}
	start, stop, step, n, err := objects.As[objects.Slice](key).Indices(t, a.len())
	if err != nil {
		return err
	}
	var data []byte
	if !v.IsZero() {
		o, ok := asArray(v)
		if !ok {
			return objects.TypeErrorf("can only assign array (not \"%s\") to array slice", objects.TypeOf(v))
		}
		if o.kind != a.kind {
			return objects.TypeErrorf("bad argument type for built-in operation")
		}
		data = bytes.Clone(o.data)
	}
	if step == 1 {
		return a.splice(start, max(start, stop), data)
	}
	if v.IsZero() {
		if n == 0 {
			return nil
		}
		if err := a.resizable(); err != nil {
			return err
		}
		drop := make([]bool, a.len())
		for i := range n {
			drop[start+i*step] = true
		}
		kept := a.data[:0]
		for i, gone := range drop {
			if !gone {
				kept = append(kept, a.data[i*size:(i+1)*size]...)
			}
		}
		a.data = kept
		return nil
	}
	if len(data) != n*size {
		return objects.ValueErrorf("attempt to assign array of size %d to extended slice of size %d", len(data)/size, n)
	}
	for i := range n {
		copy(a.data[(start+i*step)*size:], data[i*size:(i+1)*size])
	}
	return nil
}

func (a *array) find(t *thread, v value, start, stop int) (int, error) {
	for i := start; i < stop && i < a.len(); i++ {
		x, err := a.item(i)
		if err != nil {
			return 0, err
		}
		if same, err := objects.CompareTruth(t, x, v, objects.OpEq); err != nil || same {
			return i, err
		}
	}
	return -1, nil
}

// repeated is the bytes of a * count.
func (a *array) repeated(t *thread, count value) ([]byte, error) {
	n, err := objects.IndexInt(t, count, &objects.OverflowErrorType)
	if err != nil || n <= 0 || len(a.data) == 0 {
		return nil, err
	}
	if err := objects.CheckSize(n, len(a.data)); err != nil {
		return nil, err
	}
	return bytes.Repeat(a.data, n), nil
}

func initArray() {
	typ := &arrayType
	typ.Name, typ.Module = "array", "array"
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs | objects.FlagSequence
	objects.Layout[array](typ)
	typ.New = arrayNew
	typ.Init = func(t *thread, self value, args []value, kw *objects.Tuple) error { return nil }
	typ.Repr, typ.Compare, typ.Hash = arrayRepr, arrayCompare, objects.HashNotImplemented
	typ.Len = func(t *thread, self value) (int, error) { return objects.As[array](self).len(), nil }
	typ.GetItem, typ.SetItem, typ.Sequence = arrayGetItem, arraySetItem, true
	typ.Contains = func(t *thread, self, v value) (bool, error) {
		a := objects.As[array](self)
		i, err := a.find(t, v, 0, a.len())
		return i >= 0 && err == nil, err
	}
	typ.Concat = func(t *thread, x, y value) (value, error) {
		a := objects.As[array](x)
		b, ok := asArray(y)
		if !ok {
			return value{}, objects.TypeErrorf("can only append array (not \"%s\") to array", objects.TypeOf(y))
		}
		if a.kind != b.kind {
			return value{}, objects.TypeErrorf("bad argument type for built-in operation")
		}
		return newArray(a.kind, slices.Concat(a.data, b.data)), nil
	}
	typ.InplaceConcat = func(t *thread, x, y value) (value, error) {
		if _, ok := asArray(y); !ok {
			return value{}, objects.TypeErrorf("can only extend array with array (not \"%s\")", objects.TypeOf(y))
		}
		return x, objects.As[array](x).extend(t, y)
	}
	typ.Repeat = func(t *thread, self, count value) (value, error) {
		a := objects.As[array](self)
		b, err := a.repeated(t, count)
		if err != nil {
			return value{}, err
		}
		return newArray(a.kind, b), nil
	}
	typ.InplaceRepeat = func(t *thread, self, count value) (value, error) {
		a := objects.As[array](self)
		b, err := a.repeated(t, count)
		if err != nil {
			return value{}, err
		}
		return self, a.splice(0, a.len(), b)
	}
	typ.ReleaseBuffer = objects.GiveBack
	typ.Buffer = func(t *thread, self value, flags int) (*objects.Buffer, error) {
		a := objects.As[array](self)
		format := string(a.kind.code)
		if a.kind.text() {
			format = "w"
		}
		return a.exports.Track(&objects.Buffer{Obj: self, Data: a.data, Format: format, ItemSize: a.kind.size}), nil
	}
	typ.Iter = func(t *thread, self value) (value, error) {
		v := iteratorType.NewInstance()
		objects.As[iterator](v).a = self
		return v, nil
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "typecode", Doc: "the character that names the type of the items", Get: func(t *thread, self value) (value, error) {
				return native.Str(string(objects.As[array](self).kind.code)), nil
			}},
			{Name: "itemsize", Doc: "how many bytes an item takes", Get: func(t *thread, self value) (value, error) {
				return objects.Int(int64(objects.As[array](self).kind.size)), nil
			}},
		}
	}
	typ.Methods = methods
}

// iterator is an arrayiterator; a is zero once it is exhausted.
type iterator struct {
	objects.Head
	a    value
	next int
}

func initIterator() {
	typ := &iteratorType
	typ.Name, typ.Module = "arrayiterator", "array"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[iterator](typ)
	typ.Iter = native.Self
	typ.Next = func(t *thread, self value) (value, error) {
		it := objects.As[iterator](self)
		if it.a.IsZero() {
			return value{}, nil
		}
		a := objects.As[array](it.a)
		if it.next >= a.len() {
			it.a = value{}
			return value{}, nil
		}
		it.next++
		return a.item(it.next - 1)
	}
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[iterator](v).a) }
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "__reduce__", Doc: "Return what pickle needs.", Fn: func(t *thread, self value, args []value) (value, error) {
				fn, err := objects.BuiltinNamed(t, "iter")
				if err != nil {
					return value{}, err
				}
				it := objects.As[iterator](self)
				if it.a.IsZero() {
					return native.Tuple(fn, native.Tuple(objects.ToValue(objects.NewTuple()))), nil
				}
				return native.Tuple(fn, native.Tuple(it.a), objects.Int(int64(it.next))), nil
			}},
			{Name: "__setstate__", Sig: "state, /", Doc: "Move to the position state, which __reduce__() gave.", Fn: func(t *thread, self value, args []value) (value, error) {
				n, err := objects.SizeArg(t, args[0])
				it := objects.As[iterator](self)
				if err == nil && !it.a.IsZero() {
					it.next = min(max(n, 0), objects.As[array](it.a).len())
				}
				return objects.None, err
			}},
		}
	}
}
