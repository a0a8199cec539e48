package objects

import (
	"bytes"
	"math"
	"unsafe"
)

// BytesType is bytes.
var BytesType Type

// Bytes is an immutable string of bytes.
type Bytes struct {
	Head
	hash int64 // 0: not yet computed
	data []byte
}

var emptyBytes = Bytes{Head: Head{&BytesType}}

// NewBytes makes a bytes object. The slice belongs to it from then on.
func NewBytes(b []byte) Value {
	if len(b) == 0 {
		return ToValue(&emptyBytes)
	}
	return ToValue(&Bytes{Head{&BytesType}, 0, b})
}

// bytesWords is the size of a Bytes in words.
const bytesWords = unsafe.Sizeof(Bytes{}) / 8

// oneByte are the bytes objects of one byte, made at the first use.
var oneByte [256]*Bytes

// makeBytes allocates a bytes object of n > 0 bytes for the caller to fill, in one piece of plain words: it refers to nothing
// but its type, which is a variable of the program, and itself.
func makeBytes(n int) *Bytes {
	p := (*Bytes)(newPlain(bytesWords + (uintptr(n)+7)/8))
	p.typ = &BytesType
	p.data = unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(p), unsafe.Sizeof(Bytes{}))), n)
	return p
}

// BytesRoom makes a bytes object of n zero bytes for the caller to fill before anyone else sees it.
func BytesRoom(n int) (Value, []byte) {
	if n == 0 {
		return ToValue(&emptyBytes), nil
	}
	p := makeBytes(n)
	return ToValue(p), p.data
}

// BytesCopy makes a bytes object of a copy of b.
func BytesCopy(b []byte) Value {
	switch len(b) {
	case 0:
		return ToValue(&emptyBytes)
	case 1:
		p := oneByte[b[0]]
		if p == nil {
			p = makeBytes(1)
			p.data[0] = b[0]
			oneByte[b[0]] = p
		}
		return ToValue(p)
	}
	p := makeBytes(len(b))
	copy(p.data, b)
	return ToValue(p)
}

// BytesOf returns the contents of a bytes object (or of an instance of a class derived from bytes); they must not be
// changed.
func BytesOf(v Value) ([]byte, bool) {
	if typ := objectType(v); typ != nil && (typ == &BytesType || typ.Flags&FlagBytesSub != 0) {
		return As[Bytes](v).data, true
	}
	return nil, false
}

// Hash returns hash(b).
func (b *Bytes) Hash() int64 {
	if b.hash == 0 {
		b.hash = hashBytes(b.data)
	}
	return b.hash
}

// byteArg reads an int in range(256).
func byteArg(t *Thread, v Value) (byte, error) {
	i, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := Int64Of(i)
	if !ok || n < 0 || n > 255 {
		return 0, ValueErrorf("byte must be in range(0, 256)")
	}
	return byte(n), nil
}

// BytesWarnings says that -b asks for a BytesWarning where bytes are compared with a str or an int, or turned into a str.
var BytesWarnings bool

func warnBytes(t *Thread, msg string) error { return H.Warn(t, &BytesWarningType, msg, 1) }

// strOfBytes is the Str slot of bytes and bytearray.
func strOfBytes(name string, repr func(*Thread, Value) (Value, error)) func(*Thread, Value) (Value, error) {
	return func(t *Thread, v Value) (Value, error) {
		if BytesWarnings {
			if err := warnBytes(t, "str() on a "+name+" instance"); err != nil {
				return Value{}, err
			}
		}
		return repr(t, v)
	}
}

// BufferBytes returns the contents of an object that exports a buffer, in C order; ok is false where it exports none. The
// bytes must not be changed and are valid until a program changes the object.
func BufferBytes(t *Thread, v Value) (b []byte, ok bool, err error) {
	if b, ok := BytesOf(v); ok {
		return b, true, nil
	}
	typ := TypeOf(v)
	if typ == &ByteArrayType {
		return As[ByteArray](v).data, true, nil
	}
	typ.ready()
	if typ.Buffer == nil {
		return nil, false, nil
	}
	buf, err := typ.export(t, v, BufFullRO)
	if err != nil {
		return nil, false, err
	}
	b = buf.Bytes()
	buf.release()
	return b, true, nil
}

// bytesLike is BufferBytes with CPython's TypeError.
func bytesLike(t *Thread, v Value) ([]byte, error) {
	b, ok, err := BufferBytes(t, v)
	if err == nil && !ok {
		err = TypeErrorf("a bytes-like object is required, not '%s'", TypeOf(v))
	}
	return b, err
}

// ToBytes returns a copy of the contents of a bytes-like object, or the bytes that __bytes__ or an iterable of ints gives:
// bytes(v) without its special cases.
func ToBytes(t *Thread, v Value) ([]byte, error) {
	if Is(v, &BytesType) {
		return As[Bytes](v).data, nil
	}
	if r, found, err := bytesSpecial(t, v); found || err != nil {
		return r, err
	}
	return bytesFromObject(t, v, "bytes", "bytes")
}

// bytesSpecial calls __bytes__.
func bytesSpecial(t *Thread, v Value) (b []byte, found bool, err error) {
	r, found, err := CallSpecial(t, v, strBytes)
	if err != nil || !found {
		return nil, false, err
	}
	b, ok := BytesOf(r)
	if !ok {
		return nil, false, TypeErrorf("__bytes__ returned non-bytes (type %s)", TypeOf(r))
	}
	return b, true, nil
}

// bytesFromObject copies a buffer or collects an iterable of ints. into is the type that messages name, unit what they
// call an item.
func bytesFromObject(t *Thread, v Value, into, unit string) ([]byte, error) {
	if b, ok, err := BufferBytes(t, v); ok || err != nil {
		return bytes.Clone(b), err
	}
	typ := TypeOf(v)
	typ.ready()
	if _, ok := StrOf(v); ok || typ.Iter == nil && !(typ.GetItem != nil && (typ.Sequence || typ.Flags&FlagHeap != 0)) {
		return nil, TypeErrorf("cannot convert '%s' object to %s", typ, into)
	}
	n, err := LengthHint(t, v, 64)
	if err != nil {
		return nil, err
	}
	if into == "bytes" {
		// A bytearray grows as it is filled.
		if err := CheckSize(n, 1); err != nil {
			return nil, err
		}
	}
	var out []byte
	err = Each(t, v, func(x Value) error {
		i, err := Index(t, x)
		if err != nil {
			return err
		}
		n, ok := Int64Of(i)
		if !ok || n < 0 || n > 255 {
			return ValueErrorf("%s must be in range(0, 256)", unit)
		}
		out = append(out, byte(n))
		return nil
	})
	return out, err
}

// bytesContents evaluates the arguments of bytes() and bytearray().
func bytesContents(t *Thread, name, unit string, args []Value) ([]byte, error) {
	source, encoding, errors := args[0], args[1], args[2]
	for i, v := range args[1:3] {
		if v.IsZero() {
			continue
		}
		if _, ok := StrOf(v); !ok {
			return nil, TypeErrorf("%s() argument '%s' must be str, not %s", name, [...]string{"encoding", "errors"}[i], argTypeName(v))
		}
	}
	if source.IsZero() {
		if !encoding.IsZero() {
			return nil, TypeErrorf("encoding without a string argument")
		}
		if !errors.IsZero() {
			return nil, TypeErrorf("errors without a string argument")
		}
		return nil, nil
	}
	if _, ok := StrOf(source); ok {
		if encoding.IsZero() {
			return nil, TypeErrorf("string argument without an encoding")
		}
		enc, err := codecArg(name, "encoding", encoding, "")
		if err != nil {
			return nil, err
		}
		handler, err := codecArg(name, "errors", errors, "strict")
		if err != nil {
			return nil, err
		}
		v, err := Encode(t, source, enc, handler)
		if err != nil {
			return nil, err
		}
		return As[Bytes](v).data, nil
	}
	if !encoding.IsZero() {
		return nil, TypeErrorf("encoding without a string argument")
	}
	if !errors.IsZero() {
		return nil, TypeErrorf("errors without a string argument")
	}
	if name == "bytes" {
		if b, found, err := bytesSpecial(t, source); found || err != nil {
			return b, err
		}
	}
	if isIndex(source) {
		n, err := IndexInt(t, source, &OverflowErrorType)
		if err == nil {
			if n < 0 {
				return nil, ValueErrorf("negative count")
			}
			if err := CheckSize(n, 1); err != nil {
				return nil, err
			}
			return make([]byte, n), nil
		}
		if !IsError(err, &TypeErrorType) {
			return nil, err
		}
	}
	return bytesFromObject(t, source, name, unit)
}

func bytesNew(t *Thread, typ *Type, args []Value) (Value, error) {
	if typ == &BytesType && Is(args[0], &BytesType) && args[1].IsZero() && args[2].IsZero() {
		return args[0], nil
	}
	b, err := bytesContents(t, "bytes", "bytes", args)
	if err != nil {
		return Value{}, err
	}
	if typ == &BytesType {
		return NewBytes(b), nil
	}
	v := typ.Alloc(typ)
	As[Bytes](v).data = b
	return v, nil
}

// slice returns the bytes from i to j, which must be in range and in order.
func (p *Bytes) slice(i, j int) Value {
	n := j - i
	if n == len(p.data) && p.typ == &BytesType {
		return ToValue(p)
	}
	// Contents never change: a long slice shares them where it keeps most of them alive anyway.
	if n >= 1024 && n >= len(p.data)/2 {
		return NewBytes(p.data[i:j:j])
	}
	return BytesCopy(p.data[i:j])
}

func bytesGetItem(t *Thread, self, key Value) (Value, error) {
	b := As[Bytes](self).data
	if Is(key, &SliceType) {
		start, _, step, n, err := As[Slice](key).Indices(t, len(b))
		if err != nil {
			return Value{}, err
		}
		if n <= 0 {
			return ToValue(&emptyBytes), nil
		}
		if step == 1 {
			return As[Bytes](self).slice(start, start+n), nil
		}
		return NewBytes(everyNth(b, start, step, n)), nil
	}
	if !isIndex(key) {
		return Value{}, TypeErrorf("byte indices must be integers or slices, not %s", TypeOf(key))
	}
	i, err := IndexInt(t, key, &IndexErrorType)
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += len(b)
	}
	if uint(i) >= uint(len(b)) {
		return Value{}, IndexErrorf("index out of range")
	}
	return InlineInt(int64(b[i])), nil
}

func everyNth(b []byte, start, step, n int) []byte {
	out := make([]byte, max(n, 0))
	for i := range out {
		out[i] = b[start+i*step]
	}
	return out
}

// bytesContains is x in b, of a byte or a bytes-like object.
func bytesContains(t *Thread, b []byte, x Value) (bool, error) {
	if isIndex(x) {
		c, err := byteArg(t, x)
		if err == nil {
			return bytes.IndexByte(b, c) >= 0, nil
		}
		if !IsError(err, &TypeErrorType) {
			return false, err
		}
	}
	sub, err := bytesLike(t, x)
	return bytes.Contains(b, sub), err
}

// compareBytes compares a bytes or bytearray with a bytes-like object.
func compareBytes(t *Thread, x []byte, b Value, op CompareOp) (Value, error) {
	y, ok := BytesOf(b)
	if !ok {
		if _, isStr := StrOf(b); isStr || IsInt(b) {
			return NotImplemented, nil
		}
		var err error
		if y, ok, err = BufferBytes(t, b); err != nil {
			return Value{}, err
		}
		if !ok {
			return NotImplemented, nil
		}
	}
	return compareResult(bytes.Compare(x, y), op), nil
}

// tooLong reports whether the size of b * n is no Py_ssize_t.
func tooLong(t *Thread, n Value, b []byte) bool {
	i, err := IndexInt(t, n, nil)
	return err == nil && i > math.MaxInt/len(b)
}

// repeatBytes is b * n; the size is checked.
func repeatBytes(t *Thread, b []byte, count Value) ([]byte, error) {
	n, err := IndexInt(t, count, &OverflowErrorType)
	if err != nil || n <= 0 || len(b) == 0 {
		return nil, err
	}
	if err := CheckSize(n, len(b)); err != nil {
		return nil, err
	}
	out := make([]byte, n*len(b))
	for done := copy(out, b); done < len(out); {
		done += copy(out[done:], out[:done])
	}
	return out, nil
}

// BytesIterType and ByteArrayIterType are the iterators over bytes and bytearray.
var BytesIterType, ByteArrayIterType Type

// BytesIterator iterates over bytes or a bytearray. Obj is zero once it is exhausted.
type BytesIterator struct {
	Head
	Obj   Value
	Index int
}

// byteContents returns the contents of a bytes or bytearray object.
func byteContents(v Value) []byte {
	if b, ok := BytesOf(v); ok {
		return b
	}
	return As[ByteArray](v).data
}

func initBytesIter(typ *Type, name string) {
	typ.Name = name
	typ.Flags = FlagNoInstantiate
	typ.Iter = func(t *Thread, v Value) (Value, error) { return v, nil }
	typ.Next = func(t *Thread, v Value) (Value, error) {
		it := As[BytesIterator](v)
		if it.Obj.IsZero() {
			return Value{}, nil
		}
		b := byteContents(it.Obj)
		if it.Index >= len(b) {
			it.Obj = Value{}
			return Value{}, nil
		}
		it.Index++
		return InlineInt(int64(b[it.Index-1])), nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		if it := As[BytesIterator](v); !it.Obj.IsZero() {
			visit(it.Obj)
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are left.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				it := As[BytesIterator](self)
				if it.Obj.IsZero() {
					return InlineInt(0), nil
				}
				return Int(int64(max(len(byteContents(it.Obj))-it.Index, 0))), nil
			}},
			{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				iter, err := BuiltinNamed(t, "iter")
				if err != nil {
					return Value{}, err
				}
				it := As[BytesIterator](self)
				if it.Obj.IsZero() {
					return ToValue(NewTuple(iter, ToValue(NewTuple(ToValue(NewTuple()))))), nil
				}
				return ToValue(NewTuple(iter, ToValue(NewTuple(it.Obj)), Int(int64(it.Index)))), nil
			}},
			{Name: "__setstate__", Sig: "state, /", NoSig: true, Doc: "Take over the state that was pickled.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				i, err := stateIndex(t, args[0])
				if err != nil {
					return Value{}, err
				}
				if it := As[BytesIterator](self); !it.Obj.IsZero() {
					it.Index = min(max(i, 0), len(byteContents(it.Obj)))
				}
				return None, nil
			}},
		}
	}
}

// reprBytes is repr() of bytes.
func reprBytes(b []byte) []byte {
	quote := byte('\'')
	if bytes.IndexByte(b, '\'') >= 0 && bytes.IndexByte(b, '"') < 0 {
		quote = '"'
	}
	out := make([]byte, 0, len(b)+3)
	out = append(out, 'b', quote)
	for _, c := range b {
		switch {
		case c == quote || c == '\\':
			out = append(out, '\\', c)
		case c == '\t':
			out = append(out, '\\', 't')
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c < ' ' || c >= 0x7F:
			out = append(out, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		default:
			out = append(out, c)
		}
	}
	return append(out, quote)
}

func initBytes() {
	typ := &BytesType
	typ.Name = "bytes"
	typ.Doc = "bytes()\nbytes(size)\nbytes(iterable_of_ints)\nbytes(buffer)\nbytes(string, encoding[, errors])\n\nAn immutable sequence of bytes, integers from 0 to 255. It is empty, or has as\nmany zeros as size says, the integers of the iterable, a copy of what another\nobject shares as a buffer, or the string in the given encoding."
	typ.Flags = FlagBase | FlagBytesSub | FlagMatchSelf
	layout[Bytes](typ)
	typ.New = NewBound("bytes", "source=?, encoding=?, errors=?", bytesNew)
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		return ToValue(strFromASCII(reprBytes(As[Bytes](v).data))), nil
	}
	typ.Str = strOfBytes("bytes", typ.Repr)
	typ.Hash = func(t *Thread, v Value) (int64, error) { return As[Bytes](v).Hash(), nil }
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !IsInstance(b, &BytesType) {
			// What else gives bytes compares itself with them, or does not.
			if BytesWarnings && (op == OpEq || op == OpNe) {
				switch {
				case IsInstance(b, &StrType):
					return NotImplemented, warnBytes(t, "Comparison between bytes and string")
				case IsInstance(b, &IntType):
					return NotImplemented, warnBytes(t, "Comparison between bytes and int")
				}
			}
			return NotImplemented, nil
		}
		return compareBytes(t, As[Bytes](a).data, b, op)
	}
	typ.Iter = func(t *Thread, v Value) (Value, error) {
		return ToValue(&BytesIterator{Head{&BytesIterType}, v, 0}), nil
	}
	typ.Len = func(t *Thread, v Value) (int, error) { return len(As[Bytes](v).data), nil }
	typ.GetItem = bytesGetItem
	typ.Sequence = true
	typ.Contains = func(t *Thread, v, x Value) (bool, error) { return bytesContains(t, As[Bytes](v).data, x) }
	typ.Concat = func(t *Thread, a, b Value) (Value, error) {
		x := As[Bytes](a).data
		y, ok, err := BufferBytes(t, b)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("can't concat %s to bytes", TypeOf(b))
		}
		if len(x) == 0 && Is(b, &BytesType) {
			return b, nil
		}
		if len(y) == 0 && Is(a, &BytesType) {
			return a, nil
		}
		if len(x)+len(y) <= 1 {
			return NewBytes(append(bytes.Clone(x), y...)), nil
		}
		p := makeBytes(len(x) + len(y))
		copy(p.data[copy(p.data, x):], y)
		return ToValue(p), nil
	}
	typ.Repeat = func(t *Thread, v, n Value) (Value, error) {
		if n == InlineInt(1) && Is(v, &BytesType) {
			return v, nil
		}
		b, err := repeatBytes(t, As[Bytes](v).data, n)
		if err != nil && IsError(err, &MemoryErrorType) && tooLong(t, n, As[Bytes](v).data) {
			err = OverflowErrorf("repeated bytes are too long")
		}
		return NewBytes(b), err
	}
	typ.Number.Binary[OpMod] = func(t *Thread, a, b Value) (Value, error) {
		format, ok := BytesOf(a)
		if !ok {
			return NotImplemented, nil
		}
		r, err := percentBytes(t, format, b)
		return NewBytes(r), err
	}
	typ.Buffer = func(t *Thread, v Value, flags int) (*Buffer, error) {
		if flags&BufWritable != 0 {
			return nil, Errorf(&BufferErrorType, "Object is not writable.")
		}
		return &Buffer{Obj: v, Data: As[Bytes](v).data, ReadOnly: true, ItemSize: 1}, nil
	}
	typ.Methods = func() []FuncDef {
		return append(byteStringMethods("bytes", func(v Value) []byte { return As[Bytes](v).data }, NewBytes, func(v Value) Value {
			if Is(v, &BytesType) {
				return v
			}
			return NewBytes(As[Bytes](v).data)
		}), []FuncDef{
			{Name: "__bytes__", Doc: "Return the same bytes as an object of the type bytes itself.", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
				if Is(v, &BytesType) {
					return v, nil
				}
				return NewBytes(As[Bytes](v).data), nil
			}},
			{Name: "__getnewargs__", Fn: func(t *Thread, v Value, args []Value) (Value, error) {
				return ToValue(NewTuple(NewBytes(As[Bytes](v).data))), nil
			}},
		}...)
	}
	initBytesIter(&BytesIterType, "bytes_iterator")
}
