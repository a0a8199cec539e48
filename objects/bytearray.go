package objects

import (
	"bytes"
	"strings"
	"unsafe"
)

// ByteArrayType is bytearray.
var ByteArrayType Type

// ByteArray is a mutable string of bytes. While exports is not zero its size cannot change.
type ByteArray struct {
	Head
	data    []byte
	exports Exports
}

// NewByteArray makes a bytearray. The slice belongs to it from then on.
func NewByteArray(b []byte) Value { return ToValue(&ByteArray{Head: Head{&ByteArrayType}, data: b}) }

// Bytes returns the contents, which are valid until the bytearray changes.
func (p *ByteArray) Bytes() []byte { return p.data }

// SetBytes replaces the contents; BufferError where the size would change while a buffer is exported.
func (p *ByteArray) SetBytes(b []byte) error {
	if err := p.resizable(len(b)); err != nil {
		return err
	}
	p.data = b
	return nil
}

// resizable fails where the size cannot become n because of an exported buffer.
func (p *ByteArray) resizable(n int) error {
	if n != len(p.data) && p.exports.Any() && p.exports.Held() {
		return Errorf(&BufferErrorType, "Existing exports of data: object cannot be re-sized")
	}
	return nil
}

// splice replaces bytes i to j.
func (p *ByteArray) splice(i, j int, b []byte) error {
	if err := p.resizable(len(p.data) - (j - i) + len(b)); err != nil {
		return err
	}
	if err := CheckSize(len(p.data)+len(b), 1); err != nil {
		return err
	}
	if len(b) == j-i {
		copy(p.data[i:], b)
		return nil
	}
	if len(b) > 0 && len(p.data) > 0 && unsafe.SliceData(b) == unsafe.SliceData(p.data) {
		b = bytes.Clone(b)
	}
	if i == len(p.data) {
		p.data = append(p.data, b...)
		return nil
	}
	// Deleting at the front only moves the beginning, so that a buffer that is consumed is linear.
	if i == 0 && len(b) == 0 {
		p.data = p.data[j:]
		return nil
	}
	n := len(p.data) - (j - i) + len(b)
	if n <= cap(p.data) {
		tail := len(p.data) - j
		old := p.data
		p.data = p.data[:n]
		copy(p.data[n-tail:], old[j:j+tail])
		copy(p.data[i:], b)
		return nil
	}
	out := make([]byte, 0, n+n/8)
	out = append(out, p.data[:i]...)
	out = append(out, b...)
	p.data = append(out, p.data[j:]...)
	return nil
}

func byteArrayInit(t *Thread, self Value, args []Value) error {
	p := As[ByteArray](self)
	b, err := bytesContents(t, "bytearray", "byte", args)
	if err != nil {
		return err
	}
	// Contents of a bytes object must not be shared.
	return p.SetBytes(bytes.Clone(b))
}

func byteArrayIndex(t *Thread, p *ByteArray, key Value) (int, error) {
	if !isIndex(key) {
		return 0, TypeErrorf("bytearray indices must be integers or slices, not %s", TypeOf(key))
	}
	i, err := IndexInt(t, key, &IndexErrorType)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += len(p.data)
	}
	if uint(i) >= uint(len(p.data)) {
		return 0, IndexErrorf("bytearray index out of range")
	}
	return i, nil
}

func byteArrayGetItem(t *Thread, self, key Value) (Value, error) {
	p := As[ByteArray](self)
	if Is(key, &SliceType) {
		start, _, step, n, err := As[Slice](key).Indices(t, len(p.data))
		if err != nil {
			return Value{}, err
		}
		return NewByteArray(everyNth(p.data, start, step, n)), nil
	}
	i, err := byteArrayIndex(t, p, key)
	if err != nil {
		return Value{}, err
	}
	return InlineInt(int64(p.data[i])), nil
}

func byteArraySetItem(t *Thread, self, key, v Value) error {
	p := As[ByteArray](self)
	if !Is(key, &SliceType) {
		i, err := byteArrayIndex(t, p, key)
		if err != nil {
			return err
		}
		if v.IsZero() {
			return p.splice(i, i+1, nil)
		}
		c, err := byteArg(t, v)
		if err != nil {
			return err
		}
		// Converting the value may have shortened the bytearray.
		if i >= len(p.data) {
			return IndexErrorf("bytearray index out of range")
		}
		p.data[i] = c
		return nil
	}
	var values []byte
	if !v.IsZero() {
		if v == self {
			values = bytes.Clone(p.data)
		} else if b, ok, err := BufferBytes(t, v); err != nil {
			return err
		} else if ok {
			values = b
		} else {
			typ := TypeOf(v)
			typ.ready()
			if _, ok := StrOf(v); ok || isIndex(v) || typ.Iter == nil && typ.GetItem == nil {
				return TypeErrorf("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
			}
			if values, err = bytesFromObject(t, v, "bytearray", "byte"); err != nil {
				return err
			}
		}
	}
	start, stop, step, n, err := As[Slice](key).Indices(t, len(p.data))
	if err != nil {
		return err
	}
	if step == 1 {
		if stop < start {
			stop = start
		}
		return p.splice(start, stop, values)
	}
	if v.IsZero() {
		if n == 0 {
			return nil
		}
		if err := p.resizable(len(p.data) - n); err != nil {
			return err
		}
		if step < 0 {
			start, step = start+(n-1)*step, -step
		}
		out := p.data[:start]
		for i := start; i < len(p.data); i++ {
			if k := i - start; k%step == 0 && k/step < n {
				continue
			}
			out = append(out, p.data[i])
		}
		p.data = out
		return nil
	}
	if len(values) == 0 && n > 0 {
		return ValueErrorf("attempt to assign bytes of size 0 to extended slice of size %d", n)
	}
	if len(values) != n {
		return ValueErrorf("attempt to assign bytes of size %d to extended slice of size %d", len(values), n)
	}
	for i, c := range values {
		p.data[start+i*step] = c
	}
	return nil
}

func byteArrayExtend(t *Thread, p *ByteArray, v Value) error {
	if b, ok, err := BufferBytes(t, v); err != nil {
		return err
	} else if ok {
		return p.splice(len(p.data), len(p.data), b)
	}
	if _, ok := StrOf(v); ok {
		return TypeErrorf("expected iterable of integers; got: 'str'")
	}
	typ := TypeOf(v)
	typ.ready()
	if typ.Iter == nil && !(typ.GetItem != nil && (typ.Sequence || typ.Flags&FlagHeap != 0)) {
		return TypeErrorf("can't extend bytearray with %s", typ)
	}
	if _, err := LengthHint(t, v, 32); err != nil {
		return err
	}
	var out []byte
	err := Each(t, v, func(x Value) error {
		c, err := byteArg(t, x)
		out = append(out, c)
		return err
	})
	if err != nil {
		return err
	}
	return p.splice(len(p.data), len(p.data), out)
}

// reprByteArray is the literal within repr() of a bytearray, which escapes single quotes even between double ones.
func reprByteArray(b []byte) string {
	s := string(reprBytes(b))
	if s[1] == '"' {
		s = strings.ReplaceAll(s, "'", `\'`)
	}
	return s
}

func initByteArray() {
	typ := &ByteArrayType
	typ.Name = "bytearray"
	typ.Doc = "bytearray()\nbytearray(size)\nbytearray(iterable_of_ints)\nbytearray(buffer)\nbytearray(string, encoding[, errors])\n\nA sequence of bytes, integers from 0 to 255, that can change. It begins empty,\nwith as many zeros as size says, with the integers of the iterable, with a copy\nof what another object shares as a buffer, or with the string in the given\nencoding."
	typ.Flags = FlagBase | FlagMatchSelf
	layout[ByteArray](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = InitBound("bytearray", "source=?, encoding=?, errors=?", byteArrayInit)
	typ.Hash = hashNotImplemented
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		return ToValue(strFromASCII([]byte(TypeOf(v).Name + "(" + reprByteArray(As[ByteArray](v).data) + ")"))), nil
	}
	typ.Str = strOfBytes("bytearray", typ.Repr)
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if BytesWarnings && (op == OpEq || op == OpNe) && IsInstance(b, &StrType) {
			return NotImplemented, warnBytes(t, "Comparison between bytearray and string")
		}
		return compareBytes(t, As[ByteArray](a).data, b, op)
	}
	typ.Iter = func(t *Thread, v Value) (Value, error) {
		return ToValue(&BytesIterator{Head{&ByteArrayIterType}, v, 0}), nil
	}
	typ.Len = func(t *Thread, v Value) (int, error) { return len(As[ByteArray](v).data), nil }
	typ.GetItem = byteArrayGetItem
	typ.SetItem = byteArraySetItem
	typ.Sequence = true
	typ.Contains = func(t *Thread, v, x Value) (bool, error) { return bytesContains(t, As[ByteArray](v).data, x) }
	typ.Concat = func(t *Thread, a, b Value) (Value, error) {
		x := As[ByteArray](a).data
		y, ok, err := BufferBytes(t, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("can't concat %s to bytearray", TypeOf(b))
		}
		return NewByteArray(append(append(make([]byte, 0, len(x)+len(y)), x...), y...)), nil
	}
	typ.InplaceConcat = func(t *Thread, a, b Value) (Value, error) {
		y, ok, err := BufferBytes(t, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("can't concat %s to bytearray", TypeOf(b))
		}
		p := As[ByteArray](a)
		return a, p.splice(len(p.data), len(p.data), y)
	}
	typ.Repeat = func(t *Thread, v, n Value) (Value, error) {
		b, err := repeatBytes(t, As[ByteArray](v).data, n)
		return NewByteArray(b), err
	}
	typ.InplaceRepeat = func(t *Thread, v, n Value) (Value, error) {
		b, err := repeatBytes(t, As[ByteArray](v).data, n)
		if err != nil {
			return Value{}, err
		}
		return v, As[ByteArray](v).SetBytes(b)
	}
	typ.Number.Binary[OpMod] = func(t *Thread, a, b Value) (Value, error) {
		if !IsInstance(a, &ByteArrayType) {
			return NotImplemented, nil
		}
		r, err := percentBytes(t, As[ByteArray](a).data, b)
		return NewByteArray(r), err
	}
	typ.ReleaseBuffer = GiveBack
	typ.Buffer = func(t *Thread, v Value, flags int) (*Buffer, error) {
		p := As[ByteArray](v)
		return p.exports.Track(&Buffer{Obj: v, Data: p.data, ItemSize: 1}), nil
	}
	typ.Methods = byteArrayMethods
	initBytesIter(&ByteArrayIterType, "bytearray_iterator")
}

func byteArrayMethods() []FuncDef {
	contents := func(v Value) []byte { return As[ByteArray](v).data }
	return append(byteStringMethods("bytearray", contents, NewByteArray, func(v Value) Value { return NewByteArray(bytes.Clone(contents(v))) }), []FuncDef{
		{Name: "append", Sig: "item, /", Doc: "Add one byte, an integer from 0 to 255, at the end.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			c, err := byteArg(t, args[0])
			if err != nil {
				return Value{}, err
			}
			p := As[ByteArray](self)
			return None, p.splice(len(p.data), len(p.data), []byte{c})
		}},
		{Name: "extend", Sig: "iterable_of_ints, /", Doc: "Add bytes at the end, taken from a bytes-like object or an iterable of\nintegers.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return None, byteArrayExtend(t, As[ByteArray](self), args[0])
		}},
		{Name: "insert", Sig: "index, item, /", Doc: "Put one byte in before the one at index.\n\nA negative index counts from the end, and one that lies outside means the\nnearer end.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			i, err := SizeArg(t, args[0])
			if err != nil {
				return Value{}, err
			}
			c, err := byteArg(t, args[1])
			if err != nil {
				return Value{}, err
			}
			p := As[ByteArray](self)
			if i < 0 {
				i = max(i+len(p.data), 0)
			}
			i = min(i, len(p.data))
			return None, p.splice(i, i, []byte{c})
		}},
		{Name: "pop", Sig: "index=-1, /", Doc: "Take the byte at index, by default the last one, out and return it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			i := -1
			if !args[0].IsZero() {
				var err error
				if i, err = SizeArg(t, args[0]); err != nil {
					return Value{}, err
				}
			}
			p := As[ByteArray](self)
			if len(p.data) == 0 {
				return Value{}, IndexErrorf("pop from empty bytearray")
			}
			if i < 0 {
				i += len(p.data)
			}
			if uint(i) >= uint(len(p.data)) {
				return Value{}, IndexErrorf("pop index out of range")
			}
			c := p.data[i]
			return InlineInt(int64(c)), p.splice(i, i+1, nil)
		}},
		{Name: "remove", Sig: "value, /", Doc: "Take out the first byte that equals value, or raise ValueError where none does.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			c, err := byteArg(t, args[0])
			if err != nil {
				return Value{}, err
			}
			p := As[ByteArray](self)
			i := bytes.IndexByte(p.data, c)
			if i < 0 {
				return Value{}, ValueErrorf("value not found in bytearray")
			}
			return None, p.splice(i, i+1, nil)
		}},
		{Name: "reverse", Doc: "Turn the order of the bytes round; the first one becomes the last.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			reverseBytes(As[ByteArray](self).data)
			return None, nil
		}},
		{Name: "clear", Doc: "Make the bytearray empty.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return None, As[ByteArray](self).SetBytes(nil)
		}},
		{Name: "copy", Doc: "Return a copy of B.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return NewByteArray(bytes.Clone(contents(self))), nil
		}},
		{Name: "__alloc__", NoSig: true, Doc: "B.__alloc__() -> int\n\nReturn the size of the memory behind the bytes, some of which may be spare.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n := cap(contents(self))
			if n > 0 {
				n++
			}
			return Int(int64(n)), nil
		}},
		{Name: "__sizeof__", Doc: "Return how many bytes of memory the object takes with its contents.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			n := cap(contents(self))
			if n > 0 {
				n++
			}
			return Int(int64(56 + n)), nil
		}},
		{Name: "__reduce__", Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return byteArrayReduce(t, self, 2)
		}},
		{Name: "__reduce_ex__", Sig: "proto=0, /", Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			proto := 0
			if !args[0].IsZero() {
				var err error
				if proto, err = cIntArg(t, args[0]); err != nil {
					return Value{}, err
				}
			}
			return byteArrayReduce(t, self, proto)
		}},
	}...)
}

// byteArrayReduce is the reduction of a bytearray: text in Latin-1 for the protocols without bytes.
func byteArrayReduce(t *Thread, self Value, proto int) (Value, error) {
	b := As[ByteArray](self).data
	state, err := getState(t, self, false)
	if err != nil {
		return Value{}, err
	}
	var args *Tuple
	switch {
	case proto >= 3:
		args = NewTuple(NewBytes(bytes.Clone(b)))
	case len(b) == 0:
		args = NewTuple()
	default:
		args = NewTuple(DecodeLatin1(b), StrValue("latin-1"))
	}
	return ToValue(NewTuple(ToValue(TypeOf(self)), ToValue(args), state)), nil
}
