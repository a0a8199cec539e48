package objects

// str: its type, its operators and its iterator.

// StrIterType is the type of iterators over strings, StrASCIIIterType of those over ASCII strings; the layout is the same.
var StrIterType, StrASCIIIterType Type

// StrIterator iterates over a string. Str is nil once it is exhausted.
type StrIterator struct {
	Head
	Str   *Str
	Index int
}

// NewStrIterator iterates over the code points of a string.
func NewStrIterator(s *Str) Value {
	typ := &StrIterType
	if s.ascii {
		typ = &StrASCIIIterType
	}
	return ToValue(&StrIterator{Head{typ}, s, 0})
}

func strIterNext(t *Thread, v Value) (Value, error) {
	it := As[StrIterator](v)
	s := it.Str
	if s == nil {
		return Value{}, nil
	}
	i := it.Index
	if i >= s.n {
		it.Str = nil
		return Value{}, nil
	}
	it.Index = i + 1
	if s.kind == 1 {
		if p := latin1[s.Units1()[i]]; p != nil {
			return ToValue(p), nil
		}
	}
	return ToValue(CharStr(s.At(i))), nil
}

func initStrIter(typ *Type, name string) {
	typ.Name = name
	typ.Flags = FlagNoInstantiate
	typ.Iter = func(t *Thread, v Value) (Value, error) { return v, nil }
	typ.Next = strIterNext
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__length_hint__", NoSig: true, Doc: "Return how many items are expected to be left.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				it := As[StrIterator](self)
				if it.Str == nil {
					return InlineInt(0), nil
				}
				return Int(int64(it.Str.n - it.Index)), nil
			}},
			{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the object again.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				iter, err := BuiltinNamed(t, "iter")
				if err != nil {
					return Value{}, err
				}
				it := As[StrIterator](self)
				if it.Str == nil {
					return ToValue(NewTuple(iter, ToValue(NewTuple(ToValue(strEmpty))))), nil
				}
				return ToValue(NewTuple(iter, ToValue(NewTuple(ToValue(it.Str))), Int(int64(it.Index)))), nil
			}},
			{Name: "__setstate__", Sig: "state, /", NoSig: true, Doc: "Take over the state that was pickled.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				i, err := stateIndex(t, args[0])
				if err != nil {
					return Value{}, err
				}
				if it := As[StrIterator](self); it.Str != nil {
					it.Index = min(max(i, 0), it.Str.n)
				}
				return None, nil
			}},
		}
	}
}

func strConstruct(t *Thread, typ *Type, args []Value) (Value, error) {
	var v Value
	var err error
	switch {
	case args[0].IsZero():
		v = ToValue(strEmpty)
	case args[1].IsZero() && args[2].IsZero():
		v, err = ToStr(t, args[0])
	default:
		encoding, errors := "utf-8", "strict"
		if encoding, err = codecArg("str", "encoding", args[1], encoding); err != nil {
			return Value{}, err
		}
		if errors, err = codecArg("str", "errors", args[2], errors); err != nil {
			return Value{}, err
		}
		if _, ok := StrOf(args[0]); ok {
			return Value{}, TypeErrorf("decoding str is not supported")
		}
		b, ok, err2 := BufferBytes(t, args[0])
		if err2 != nil {
			return Value{}, err2
		}
		if !ok {
			return Value{}, TypeErrorf("decoding to str: need a bytes-like object, %s found", TypeOf(args[0]))
		}
		if len(b) == 0 {
			v = ToValue(strEmpty)
		} else {
			v, err = Decode(t, args[0], b, encoding, errors)
		}
	}
	if err != nil || typ == &StrType {
		return v, err
	}
	return newStrOf(typ, As[Str](v)), nil
}

func strCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	x, ok := StrOf(a)
	if !ok {
		return NotImplemented, nil
	}
	y, ok := StrOf(b)
	if !ok {
		return NotImplemented, nil
	}
	switch op {
	case OpEq:
		return Bool(x.Equal(y)), nil
	case OpNe:
		return Bool(!x.Equal(y)), nil
	}
	return compareResult(x.Compare(y), op), nil
}

func strConcat(t *Thread, a, b Value) (Value, error) {
	y, ok := StrOf(b)
	if !ok {
		return Value{}, TypeErrorf("can only concatenate str (not \"%s\") to str", TypeOf(b))
	}
	x := As[Str](a)
	if err := CheckSize(x.n+y.n, 1); err != nil {
		return Value{}, err
	}
	return ToValue(x.Concat(y)), nil
}

// ConcatStrs is a + b for two instances of str itself.
func ConcatStrs(a, b Value) (Value, error) { return strConcat(nil, a, b) }

func strRepeat(t *Thread, self, count Value) (Value, error) {
	n, err := IndexInt(t, count, &OverflowErrorType)
	if err != nil {
		return Value{}, err
	}
	p, err := As[Str](self).Repeat(n)
	return ToValue(p), err
}

// stepped returns a string of n characters from position i on.
func (s *Str) stepped(i, step, n int) *Str {
	switch {
	case n <= 0:
		return strEmpty
	case step == 1:
		return s.Slice(i, i+n)
	case n == 1:
		return CharStr(s.At(i))
	}
	p := makeStr(n, s.kind)
	if s.kind == 1 {
		text, to := s.bytes(), p.bytes()
		for k := range to {
			to[k] = text[i]
			i += step
		}
		if s.ascii {
			p.ascii = true
			return p
		}
	} else {
		for k := range n {
			p.put(k, s.At(i))
			i += step
		}
	}
	return p.narrowed(true)
}

func strGetItem(t *Thread, self, key Value) (Value, error) {
	s := As[Str](self)
	if key.IsInline() {
		i := int(key.Inline())
		if i < 0 {
			i += s.n
		}
		if uint(i) >= uint(s.n) {
			return Value{}, IndexErrorf("string index out of range")
		}
		return ToValue(CharStr(s.At(i))), nil
	}
	if Is(key, &SliceType) {
		start, _, step, n, err := As[Slice](key).Indices(t, s.n)
		if err != nil {
			return Value{}, err
		}
		if n <= 0 {
			return ToValue(strEmpty), nil
		}
		return ToValue(s.stepped(start, step, n)), nil
	}
	if !isIndex(key) {
		return Value{}, TypeErrorf("string indices must be integers, not '%s'", TypeOf(key))
	}
	i, err := IndexInt(t, key, &IndexErrorType)
	if err != nil {
		return Value{}, err
	}
	return strGetItem(t, self, InlineInt(min(max(int64(i), MinInline), MaxInline)))
}

func initStr() {
	typ := &StrType
	typ.Name = "str"
	typ.Doc = "str(object='') -> str\nstr(bytes_or_buffer, encoding='utf-8', errors='strict') -> str\n\nReturn an object as text: what its __str__() gives, which for most types is\nthe same as repr().\n\nWith an encoding or errors given, the object is bytes or another buffer, and\nits contents are decoded."
	typ.Flags = FlagBase | FlagStrSub | FlagMatchSelf
	layout[Str](typ)
	typ.Convert = ToStr
	construct := NewBound("str", "object=?, encoding=?, errors=?", strConstruct)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if n := len(args) - kw.Len(); n > 3 {
			return Value{}, CountError("str", n, 0, 3, false)
		}
		if kw == nil && typ == &StrType && len(args) > 1 {
			// By position the type is named in full: NoneType, not None.
			for i, name := range []string{"encoding", "errors"}[:len(args)-1] {
				if _, ok := StrOf(args[1+i]); !ok {
					return Value{}, TypeErrorf("str() argument '%s' must be str, not %s", name, TypeOf(args[1+i]))
				}
			}
		}
		return construct(t, typ, args, kw)
	}
	typ.Repr = func(t *Thread, v Value) (Value, error) { return ToValue(reprStr(As[Str](v))), nil }
	typ.Str = func(t *Thread, v Value) (Value, error) { return ToValue(exactStr(As[Str](v))), nil }
	typ.Hash = func(t *Thread, v Value) (int64, error) { return As[Str](v).Hash(), nil }
	typ.Compare = strCompare
	typ.Iter = func(t *Thread, v Value) (Value, error) { return NewStrIterator(As[Str](v)), nil }
	typ.Len = func(t *Thread, v Value) (int, error) { return As[Str](v).n, nil }
	typ.GetItem = strGetItem
	typ.Sequence = true
	typ.Contains = func(t *Thread, v, x Value) (bool, error) {
		sub, ok := StrOf(x)
		if !ok {
			return false, TypeErrorf("'in <string>' requires string as left operand, not %s", TypeOf(x))
		}
		s := As[Str](v)
		return s.Find(sub, 0, s.n) >= 0, nil
	}
	typ.Concat = strConcat
	typ.Repeat = strRepeat
	typ.Number.Binary[OpMod] = func(t *Thread, a, b Value) (Value, error) {
		s, ok := StrOf(a)
		if !ok {
			return NotImplemented, nil
		}
		return percentStr(t, s, b)
	}
	typ.Methods = strMethods
	initStrIter(&StrIterType, "str_iterator")
	initStrIter(&StrASCIIIterType, "str_ascii_iterator")
}

const hexDigits = "0123456789abcdef"

// reprStr is repr() of a string.
func reprStr(s *Str) *Str {
	quote := rune('\'')
	if s.hasChar('\'') && !s.hasChar('"') {
		quote = '"'
	}
	if s.ascii {
		plain := true
		for _, c := range s.Units1() {
			if c < 0x20 || c == 0x7F || c == '\\' || rune(c) == quote {
				plain = false
				break
			}
		}
		if plain {
			p := makeStr(s.n+2, 1)
			p.ascii = true
			b := p.bytes()
			b[0], b[s.n+1] = byte(quote), byte(quote)
			copy(b[1:], s.bytes())
			return p
		}
	}
	var b textBuilder
	b.rune(quote)
	for i := range s.n {
		b.reprRune(s.At(i), quote)
	}
	b.rune(quote)
	return b.result()
}

func (s *Str) hasChar(r rune) bool { return s.Find(CharStr(r), 0, s.n) >= 0 }

// reprRune appends a character as repr() shows it within the given quotes.
func (b *textBuilder) reprRune(r, quote rune) {
	switch {
	case r == quote || r == '\\':
		b.rune('\\')
		b.rune(r)
	case r == '\t':
		b.asciiText(`\t`)
	case r == '\n':
		b.asciiText(`\n`)
	case r == '\r':
		b.asciiText(`\r`)
	case r < 0x20 || r == 0x7F:
		b.escape(r)
	case r < 0x7F || isPrintable(r):
		b.rune(r)
	default:
		b.escape(r)
	}
}

// escape appends \xXX, \uXXXX or \UXXXXXXXX.
func (b *textBuilder) escape(r rune) {
	var buf [10]byte
	b.asciiText(string(appendEscape(buf[:0], r)))
}

// appendEscape appends the backslash escape of a character.
func appendEscape(b []byte, r rune) []byte {
	n := 8
	switch {
	case r < 0x100:
		b, n = append(b, `\x`...), 2
	case r < 0x10000:
		b, n = append(b, `\u`...), 4
	default:
		b = append(b, `\U`...)
	}
	for shift := 4 * (n - 1); shift >= 0; shift -= 4 {
		b = append(b, hexDigits[r>>shift&15])
	}
	return b
}

// ASCII is ascii(v): repr(v) with everything outside ASCII escaped.
func ASCII(t *Thread, v Value) (Value, error) {
	r, err := Repr(t, v)
	if err != nil {
		return Value{}, err
	}
	s := As[Str](r)
	if s.ascii {
		return r, nil
	}
	b := make([]byte, 0, s.n*2)
	for i := range s.n {
		if c := s.At(i); c < 0x80 {
			b = append(b, byte(c))
		} else {
			b = appendEscape(b, c)
		}
	}
	return ToValue(strFromASCII(b)), nil
}
