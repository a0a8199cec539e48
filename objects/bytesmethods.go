package objects

import "bytes"

// The methods that bytes and bytearray share. contents reads the receiver, wrap makes the result, same is what a method
// gives back that changed nothing: the receiver for bytes, a copy for bytearray.

type byteString struct {
	name     string
	contents func(Value) []byte
	wrap     func([]byte) Value
	same     func(Value) Value
}

// copied wraps a copy of part of a receiver.
func (s *byteString) copied(b []byte) Value {
	if s.name == "bytes" {
		return BytesCopy(b)
	}
	return s.wrap(bytes.Clone(b))
}

// room makes a result of n bytes for the caller to fill.
func (s *byteString) room(n int) (Value, []byte) {
	if s.name == "bytes" && n > 1 {
		p := makeBytes(n)
		return ToValue(p), p.data
	}
	b := make([]byte, n)
	return s.wrap(b), b
}

func isByteSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// byteNeedle reads what find() and its like look for: bytes or a single byte.
func byteNeedle(t *Thread, v Value) ([]byte, error) {
	if b, ok, err := BufferBytes(t, v); ok || err != nil {
		return b, err
	}
	if !isIndex(v) {
		return nil, TypeErrorf("argument should be integer or bytes-like object, not '%s'", TypeOf(v))
	}
	c, err := byteArg(t, v)
	return []byte{c}, err
}

func (s *byteString) finder(name, doc string, last, must bool) FuncDef {
	return FuncDef{Name: name, Sig: findSig, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		i, j, err := sliceEnds(t, args[1], args[2], len(s.contents(self)))
		if err != nil {
			return Value{}, err
		}
		sub, err := byteNeedle(t, args[0])
		if err != nil {
			return Value{}, err
		}
		b := s.contents(self)
		j = min(j, len(b)) // the conversions may have shortened it
		at := -1
		if i <= j {
			if last {
				at = bytes.LastIndex(b[i:j], sub)
			} else {
				at = bytes.Index(b[i:j], sub)
			}
		}
		if at >= 0 {
			at += i
		} else if must {
			return Value{}, ValueErrorf("subsection not found")
		}
		return Int(int64(at)), nil
	}}
}

func (s *byteString) affix(name, arg, doc string, test func(b, sub []byte) bool) FuncDef {
	return FuncDef{Name: name, Sig: arg + ", start=?, end=?, /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		b := s.contents(self)
		i, j, err := sliceEnds(t, args[1], args[2], len(b))
		if err != nil {
			return Value{}, err
		}
		match := func(sub []byte) bool { return i <= j && test(b[i:j], sub) }
		if list, ok := TupleOf(args[0]); ok {
			for _, v := range list.Items() {
				sub, err := bytesLike(t, v)
				if err != nil {
					return Value{}, err
				}
				if match(sub) {
					return True, nil
				}
			}
			return False, nil
		}
		sub, ok, err := BufferBytes(t, args[0])
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", name, TypeOf(args[0]))
		}
		return Bool(match(sub)), nil
	}}
}

func (s *byteString) stripper(name, doc string, left, right bool) FuncDef {
	return FuncDef{Name: name, Sig: "bytes=None, /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		b := s.contents(self)
		strip := isByteSpace
		if !args[0].IsZero() && args[0] != None {
			chars, err := bytesLike(t, args[0])
			if err != nil {
				return Value{}, err
			}
			strip = func(c byte) bool { return bytes.IndexByte(chars, c) >= 0 }
		}
		i, j := 0, len(b)
		for left && i < j && strip(b[i]) {
			i++
		}
		for right && i < j && strip(b[j-1]) {
			j--
		}
		if i == 0 && j == len(b) {
			return s.same(self), nil
		}
		return s.copied(b[i:j]), nil
	}}
}

// test makes the is* methods that hold where each byte passes and there is one.
func (s *byteString) test(name, doc string, ok func(c byte) bool) FuncDef {
	return FuncDef{Name: name, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		b := s.contents(self)
		for _, c := range b {
			if !ok(c) {
				return False, nil
			}
		}
		return Bool(len(b) > 0), nil
	}}
}

func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLowerByte(c byte) bool { return c >= 'a' && c <= 'z' }
func isAlphaByte(c byte) bool { return isUpperByte(c) || isLowerByte(c) }

func (s *byteString) caseTest(name, doc string, want, other func(byte) bool) FuncDef {
	return FuncDef{Name: name, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		found := false
		for _, c := range s.contents(self) {
			if other(c) {
				return False, nil
			}
			found = found || want(c)
		}
		return Bool(found), nil
	}}
}

// mapper makes the case methods.
func (s *byteString) mapper(name, doc string, f func(previous, c byte, i int) byte) FuncDef {
	return FuncDef{Name: name, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		b := s.contents(self)
		r, out := s.room(len(b))
		previous := byte(0)
		for i, c := range b {
			out[i] = f(previous, c, i)
			previous = c
		}
		return r, nil
	}}
}

func (s *byteString) padder(name, doc string, split func(n, width int) (left, right int)) FuncDef {
	return FuncDef{Name: name, Sig: "width, fillchar=b' ', /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		width, err := SizeArg(t, args[0])
		if err != nil {
			return Value{}, err
		}
		fill := byte(' ')
		if v := args[1]; !v.IsZero() {
			f, ok := BytesOf(v)
			if !ok && IsInstance(v, &ByteArrayType) {
				f, ok = As[ByteArray](v).data, true
			}
			if !ok || len(f) != 1 {
				return Value{}, TypeErrorf("%s() argument 2 must be a byte string of length 1, not %s", name, TypeOf(v))
			}
			fill = f[0]
		}
		b := s.contents(self)
		if width <= len(b) {
			return s.same(self), nil
		}
		if err := CheckSize(width, 1); err != nil {
			return Value{}, err
		}
		left, right := split(len(b), width)
		out := make([]byte, 0, width)
		for range left {
			out = append(out, fill)
		}
		out = append(out, b...)
		for range right {
			out = append(out, fill)
		}
		return s.wrap(out), nil
	}}
}

// splitArgs reads sep and maxsplit; sep is nil for white space.
func (s *byteString) splitArgs(t *Thread, args []Value) (sep []byte, limit int, err error) {
	limit = -1
	if !args[1].IsZero() {
		if limit, err = SizeArg(t, args[1]); err != nil {
			return
		}
	}
	if !args[0].IsZero() && args[0] != None {
		if sep, err = bytesLike(t, args[0]); err == nil && len(sep) == 0 {
			err = ValueErrorf("empty separator")
		}
	}
	return
}

func (s *byteString) split(t *Thread, self Value, args []Value) (Value, error) {
	sep, limit, err := s.splitArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	b := s.contents(self)
	if sep != nil && limit < 0 {
		list := makeItems(bytes.Count(b, sep)+1, true)
		for k := range list.n - 1 {
			i := bytes.Index(b, sep)
			*list.At(k) = s.copied(b[:i])
			b = b[i+len(sep):]
		}
		*list.At(list.n - 1) = s.copied(b)
		return ToValue(list), nil
	}
	list := MakeList(0)
	if sep != nil {
		for limit < 0 || list.Len() < limit {
			i := bytes.Index(b, sep)
			if i < 0 {
				break
			}
			list.Append(s.copied(b[:i]))
			b = b[i+len(sep):]
		}
		list.Append(s.copied(b))
		return ToValue(list), nil
	}
	for {
		for len(b) > 0 && isByteSpace(b[0]) {
			b = b[1:]
		}
		if len(b) == 0 {
			return ToValue(list), nil
		}
		i := 0
		if limit >= 0 && list.Len() == limit {
			list.Append(s.copied(b))
			return ToValue(list), nil
		}
		for i < len(b) && !isByteSpace(b[i]) {
			i++
		}
		list.Append(s.copied(b[:i]))
		b = b[i:]
	}
}

func (s *byteString) rsplit(t *Thread, self Value, args []Value) (Value, error) {
	sep, limit, err := s.splitArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	b := s.contents(self)
	list := MakeList(0)
	if sep != nil {
		for limit < 0 || list.Len() < limit {
			i := bytes.LastIndex(b, sep)
			if i < 0 {
				break
			}
			list.Append(s.copied(b[i+len(sep):]))
			b = b[:i]
		}
		list.Append(s.copied(b))
		list.Reverse()
		return ToValue(list), nil
	}
	for {
		for len(b) > 0 && isByteSpace(b[len(b)-1]) {
			b = b[:len(b)-1]
		}
		if len(b) == 0 {
			break
		}
		if limit >= 0 && list.Len() == limit {
			list.Append(s.copied(b))
			break
		}
		i := len(b)
		for i > 0 && !isByteSpace(b[i-1]) {
			i--
		}
		list.Append(s.copied(b[i:]))
		b = b[:i]
	}
	list.Reverse()
	return ToValue(list), nil
}

func (s *byteString) splitlines(t *Thread, self Value, args []Value) (Value, error) {
	keep := false
	if !args[0].IsZero() {
		var err error
		if keep, err = Truth(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	b := s.contents(self)
	list := MakeList(0)
	for i := 0; i < len(b); {
		j := i
		for j < len(b) && b[j] != '\n' && b[j] != '\r' {
			j++
		}
		end := j
		if j < len(b) {
			if b[j] == '\r' && j+1 < len(b) && b[j+1] == '\n' {
				j++
			}
			j++
		}
		if keep {
			end = j
		}
		list.Append(s.copied(b[i:end]))
		i = j
	}
	return ToValue(list), nil
}

func (s *byteString) join(t *Thread, self Value, args []Value) (Value, error) {
	if IsInstance(self, &ByteArrayType) {
		// The separator must not change while Python code gives the items.
		defer As[ByteArray](self).exports.Track(&Buffer{}).release()
	}
	items, err := joinItems(t, args[0])
	if err != nil {
		return Value{}, err
	}
	sep := s.contents(self)
	if len(items) == 1 && Is(items[0], &BytesType) && s.name == "bytes" {
		return items[0], nil
	}
	var few [8][]byte
	parts := few[:0]
	n := len(sep) * max(len(items)-1, 0)
	for i, v := range items {
		b, ok, err := BufferBytes(t, v)
		if err != nil {
			return Value{}, err
		}
		if !ok {
			return Value{}, TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, TypeOf(v))
		}
		parts = append(parts, b)
		n += len(b)
	}
	if err := CheckSize(n, 1); err != nil {
		return Value{}, err
	}
	r, out := s.room(n)
	for i, b := range parts {
		if i > 0 {
			out = out[copy(out, sep):]
		}
		out = out[copy(out, b):]
	}
	return r, nil
}

func (s *byteString) replace(t *Thread, self Value, args []Value) (Value, error) {
	old, err := bytesLike(t, args[0])
	if err != nil {
		return Value{}, err
	}
	repl, err := bytesLike(t, args[1])
	if err != nil {
		return Value{}, err
	}
	limit := -1
	if !args[2].IsZero() {
		if limit, err = SizeArg(t, args[2]); err != nil {
			return Value{}, err
		}
	}
	b := s.contents(self)
	n := 0
	if limit != 0 && len(old) <= len(b) {
		n = len(b) + 1
		if len(old) > 0 {
			n = bytes.Count(b, old)
		}
	}
	if n == 0 {
		return s.same(self), nil
	}
	if limit > 0 {
		n = min(n, limit)
	}
	if len(repl) > len(old) {
		if err := CheckSize(n, len(repl)-len(old)); err != nil {
			return Value{}, err
		}
	}
	r, out := s.room(len(b) + n*(len(repl)-len(old)))
	out = out[:0]
	if len(old) == 0 {
		// Before each byte and at the end; bytes.Replace would look for characters of UTF-8.
		for i := range n {
			out = append(out, repl...)
			if i < len(b) {
				out = append(out, b[i])
			}
		}
		if n < len(b) {
			_ = append(out, b[n:]...)
		}
		return r, nil
	}
	for range n {
		i := bytes.Index(b, old)
		out = append(append(out, b[:i]...), repl...)
		b = b[i+len(old):]
	}
	_ = append(out, b...)
	return r, nil
}

func (s *byteString) translate(t *Thread, self Value, args []Value) (Value, error) {
	var table, remove []byte
	var err error
	if args[0] != None {
		if table, err = bytesLike(t, args[0]); err != nil {
			return Value{}, err
		}
		if len(table) != 256 {
			return Value{}, ValueErrorf("translation table must be 256 characters long")
		}
	}
	if !args[1].IsZero() {
		if remove, err = bytesLike(t, args[1]); err != nil {
			return Value{}, err
		}
	}
	if len(remove) == 0 && table != nil {
		b := s.contents(self)
		r, out := s.room(len(b))
		for i, c := range b {
			out[i] = table[c]
		}
		return r, nil
	}
	var drop [256]bool
	for _, c := range remove {
		drop[c] = true
	}
	b := s.contents(self)
	out := make([]byte, 0, len(b))
	for _, c := range b {
		if drop[c] {
			continue
		}
		if table != nil {
			c = table[c]
		}
		out = append(out, c)
	}
	return s.wrap(out), nil
}

func bytesMaketrans(t *Thread, self Value, args []Value) (Value, error) {
	from, err := bytesLike(t, args[0])
	if err != nil {
		return Value{}, err
	}
	to, err := bytesLike(t, args[1])
	if err != nil {
		return Value{}, err
	}
	if len(from) != len(to) {
		return Value{}, ValueErrorf("maketrans arguments must have same length")
	}
	table := make([]byte, 256)
	for i := range table {
		table[i] = byte(i)
	}
	for i, c := range from {
		table[c] = to[i]
	}
	return NewBytes(table), nil
}

func (s *byteString) partitioner(name, doc string, last bool) FuncDef {
	return FuncDef{Name: name, Sig: "sep, /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		sep, err := bytesLike(t, args[0])
		if err != nil {
			return Value{}, err
		}
		if len(sep) == 0 {
			return Value{}, ValueErrorf("empty separator")
		}
		b := s.contents(self)
		at := bytes.Index(b, sep)
		if last {
			at = bytes.LastIndex(b, sep)
		}
		switch {
		case at >= 0:
			middle := args[0]
			if s.name == "bytearray" || !Is(middle, &BytesType) {
				middle = s.copied(sep)
			}
			return ToValue(NewTuple(s.copied(b[:at]), middle, s.copied(b[at+len(sep):]))), nil
		case last:
			return ToValue(NewTuple(s.wrap(nil), s.wrap(nil), s.same(self))), nil
		}
		return ToValue(NewTuple(s.same(self), s.wrap(nil), s.wrap(nil))), nil
	}}
}

// hexText is the hexadecimal form of bytes, with a separator between groups counted from the right (from the left where
// group is negative).
func hexText(b []byte, sep byte, group int) []byte {
	if group == 0 {
		out := make([]byte, 2*len(b))
		putHex(out, b)
		return out
	}
	out := make([]byte, 0, len(b)*3)
	for i, c := range b {
		if group != 0 && i > 0 {
			if group > 0 && (len(b)-i)%group == 0 || group < 0 && i%-group == 0 {
				out = append(out, sep)
			}
		}
		out = append(out, hexDigits[c>>4], hexDigits[c&15])
	}
	return out
}

// putHex writes bytes in hexadecimal.
func putHex(out, b []byte) {
	out = out[:2*len(b)]
	for i, c := range b {
		out[2*i], out[2*i+1] = hexDigits[c>>4], hexDigits[c&15]
	}
}

// hexArgs reads the arguments of hex() and makes its result.
func hexArgs(t *Thread, b []byte, args []Value) (Value, error) {
	sep, group, width := byte(0), 0, 1
	if !args[1].IsZero() {
		var err error
		if width, err = cIntArg(t, args[1]); err != nil {
			return Value{}, err
		}
	}
	if !args[0].IsZero() {
		n, err := Len(t, args[0])
		if err != nil {
			return Value{}, err
		}
		if n != 1 {
			return Value{}, ValueErrorf("sep must be length 1.")
		}
		if p, ok := StrOf(args[0]); ok {
			if !p.ascii {
				return Value{}, ValueErrorf("sep must be ASCII.")
			}
			sep = byte(p.At(0))
		} else if p, ok := BytesOf(args[0]); ok {
			if p[0] >= 0x80 {
				return Value{}, ValueErrorf("sep must be ASCII.")
			}
			sep = p[0]
		} else {
			return Value{}, TypeErrorf("sep must be str or bytes.")
		}
		group = width
	}
	if err := CheckSize(len(b), 3); err != nil {
		return Value{}, err
	}
	if group == 0 && len(b) > 0 {
		p := makeStr(2*len(b), 1)
		p.ascii = true
		putHex(p.bytes(), b)
		return ToValue(p), nil
	}
	return ToValue(strFromASCII(hexText(b, sep, group))), nil
}

// HexText is bytes.hex() without a separator.
func HexText(b []byte) Value { return ToValue(strFromASCII(hexText(b, 0, 0))) }

// HexArgs evaluates hex(sep, bytes_per_sep) for binascii.hexlify and its like.
func HexArgs(t *Thread, b []byte, args []Value) (Value, error) { return hexArgs(t, b, args) }

// bytesFromHex reads what hex() writes, with white space between bytes.
func bytesFromHex(s *Str) ([]byte, error) {
	out := make([]byte, 0, s.n/2)
	digit := func(i int) int {
		if i < s.n {
			if r := s.At(i); r < 0x80 {
				return digitValue(byte(r))
			}
		}
		return 37
	}
	for i := 0; i < s.n; {
		if r := s.At(i); r < 0x80 && isByteSpace(byte(r)) {
			i++
			continue
		}
		hi := digit(i)
		if hi >= 16 {
			return nil, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", i)
		}
		lo := digit(i + 1)
		if lo >= 16 {
			return nil, ValueErrorf("non-hexadecimal number found in fromhex() arg at position %d", i+1)
		}
		out = append(out, byte(hi<<4|lo))
		i += 2
	}
	return out, nil
}

func (s *byteString) expandtabs(t *Thread, self Value, args []Value) (Value, error) {
	size := 8
	if !args[0].IsZero() {
		var err error
		if size, err = cIntArg(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	b := s.contents(self)
	if size > 0 {
		if err := CheckSize(bytes.Count(b, []byte{'\t'}), size); err != nil {
			return Value{}, err
		}
	}
	var out []byte
	column := 0
	for _, c := range b {
		switch c {
		case '\t':
			if size > 0 {
				n := size - column%size
				column += n
				for range n {
					out = append(out, ' ')
				}
			}
			continue
		case '\n', '\r':
			column = -1
		}
		column++
		out = append(out, c)
	}
	return s.wrap(out), nil
}

func (s *byteString) zfill(t *Thread, self Value, args []Value) (Value, error) {
	width, err := SizeArg(t, args[0])
	if err != nil {
		return Value{}, err
	}
	b := s.contents(self)
	fill := width - len(b)
	if fill <= 0 {
		return s.same(self), nil
	}
	if err := CheckSize(width, 1); err != nil {
		return Value{}, err
	}
	out := append(bytes.Repeat([]byte{'0'}, fill), b...)
	if len(b) > 0 && (b[0] == '+' || b[0] == '-') {
		out[0], out[fill] = b[0], '0'
	}
	return s.wrap(out), nil
}

func (s *byteString) decode(t *Thread, self Value, args []Value) (Value, error) {
	if b := s.contents(self); plainCodec(args) && isASCII(b) {
		return ToValue(decodeASCII(b)), nil
	}
	encoding, err := codecArg("decode", "encoding", args[0], "utf-8")
	if err != nil {
		return Value{}, err
	}
	errors, err := codecArg("decode", "errors", args[1], "strict")
	if err != nil {
		return Value{}, err
	}
	b := s.contents(self)
	if len(b) == 0 {
		// Nothing to decode: the names are not looked up.
		return StrValue(""), nil
	}
	return Decode(t, self, b, encoding, errors)
}

func byteStringMethods(name string, contents func(Value) []byte, wrap func([]byte) Value, same func(Value) Value) []FuncDef {
	s := &byteString{name, contents, wrap, same}
	return []FuncDef{
		s.finder("find", "Find the first place of sub in the slice from start to end; return its index,\nor -1 where there is none.\n\nsub is a bytes-like object, or an integer for a single byte.", false, false),
		s.finder("index", "Find the first place of sub in the slice from start to end; return its index,\nor raise ValueError where there is none.\n\nsub is a bytes-like object, or an integer for a single byte.", false, true),
		s.finder("rfind", "Find the last place of sub in the slice from start to end; return its index, or\n-1 where there is none.\n\nsub is a bytes-like object, or an integer for a single byte.", true, false),
		s.finder("rindex", "Find the last place of sub in the slice from start to end; return its index, or\nraise ValueError where there is none.\n\nsub is a bytes-like object, or an integer for a single byte.", true, true),
		{Name: "count", Sig: findSig, Doc: "Return how many times sub occurs, without overlaps, in the slice from start to\nend.\n\nsub is a bytes-like object, or an integer for a single byte.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			i, j, err := sliceEnds(t, args[1], args[2], len(contents(self)))
			if err != nil {
				return Value{}, err
			}
			sub, err := byteNeedle(t, args[0])
			if err != nil {
				return Value{}, err
			}
			b := contents(self)
			if j = min(j, len(b)); i > j { // the conversions may have shortened it
				return InlineInt(0), nil
			}
			if len(sub) == 0 {
				return Int(int64(j - i + 1)), nil
			}
			return Int(int64(bytes.Count(b[i:j], sub))), nil
		}},
		s.affix("startswith", "prefix", "Tell whether the slice from start to end begins with prefix, or with one of\nseveral prefixes in a tuple.", bytes.HasPrefix),
		s.affix("endswith", "suffix", "Tell whether the slice from start to end finishes with suffix, or with one of\nseveral suffixes in a tuple.", bytes.HasSuffix),
		s.stripper("strip", "Drop from both ends each byte that occurs in the argument, up to the first that\ndoes not. The default is ASCII white space.", true, true),
		s.stripper("lstrip", "Drop from the beginning each byte that occurs in the argument, up to the first\nthat does not. The default is ASCII white space.", true, false),
		s.stripper("rstrip", "Drop from the end each byte that occurs in the argument, up to the first that\ndoes not. The default is ASCII white space.", false, true),
		{Name: "removeprefix", Sig: "prefix, /", Doc: "Return what follows the prefix, or everything where the prefix is missing.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			sub, err := bytesLike(t, args[0])
			if err != nil {
				return Value{}, err
			}
			if b := contents(self); len(sub) > 0 && bytes.HasPrefix(b, sub) {
				return s.copied(b[len(sub):]), nil
			}
			return same(self), nil
		}},
		{Name: "removesuffix", Sig: "suffix, /", Doc: "Return what precedes the suffix, or everything where the suffix is missing.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			sub, err := bytesLike(t, args[0])
			if err != nil {
				return Value{}, err
			}
			if b := contents(self); len(sub) > 0 && bytes.HasSuffix(b, sub) {
				return s.copied(b[:len(b)-len(sub)]), nil
			}
			return same(self), nil
		}},
		{Name: "split", Sig: "sep=None, maxsplit=-1", Doc: "Cut the bytes wherever sep occurs and return the list of parts.\n\nWhere sep is None, runs of ASCII white space separate the parts, of which none\nis empty. maxsplit limits the number of cuts, which begin at the left; -1 is no\nlimit.", Fn: s.split},
		{Name: "rsplit", Sig: "sep=None, maxsplit=-1", Doc: "Cut the bytes as split() does, except that the cuts, which maxsplit may limit,\nbegin at the right.", Fn: s.rsplit},
		{Name: "splitlines", Sig: "keepends=False", Doc: "Return the list of lines, each of which ends with \\n, \\r or \\r\\n; keepends\nleaves these endings on.", Fn: s.splitlines},
		{Name: "join", Sig: "iterable_of_bytes, /", Doc: "Concatenate the bytes-like objects of an iterable, with the object itself\nbetween each two.\n\nExample: b', '.join([b'one', b'two']) -> b'one, two'", Fn: s.join},
		{Name: "replace", Sig: "old, new, count=-1, /", Doc: "Return a copy with new wherever old was, or only in the first count places\nunless count is -1.", Fn: s.replace},
		{Name: "translate", Sig: "table, /, delete=b''", Doc: "Return a copy without the bytes that are in delete; the others are replaced by\ntable[byte].\n\ntable has a length of 256, or is None to leave them as they are.", Fn: s.translate},
		{Name: "maketrans", Kind: StaticFunc, Sig: "frm, to, /", Doc: "Make a table for translate() that turns each byte of frm into the one at the\nsame index in to.\n\nBoth have the same length.", Fn: bytesMaketrans},
		s.partitioner("partition", "Cut at the first sep and return three parts: what precedes it, sep itself, what\nfollows it.\n\nWhere sep does not occur, the first part is the whole and the others are empty.", false),
		s.partitioner("rpartition", "Cut at the last sep and return three parts: what precedes it, sep itself, what\nfollows it.\n\nWhere sep does not occur, the last part is the whole and the others are empty.", true),
		{Name: "hex", Sig: "sep=?, bytes_per_sep=1", Doc: "Write each byte as two hexadecimal digits.\n\nWhere sep is given, a single character, it stands between groups of\nbytes_per_sep bytes. They are counted from the right, or from the left where\nthe number is negative.\n\n>>> data = b'\\x01\\x7f\\xa0'\n>>> data.hex()\n'017fa0'\n>>> data.hex('-')\n'01-7f-a0'\n>>> data.hex('-', 2)\n'01-7fa0'\n>>> data.hex('-', -2)\n'017f-a0'", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return hexArgs(t, contents(self), args)
		}},
		{Name: "fromhex", Kind: ClassFunc, Sig: "string, /", Doc: "Make an object out of a text that has two hexadecimal digits for each byte.\n\nWhite space between the bytes is ignored.", Fn: func(t *Thread, cls Value, args []Value) (Value, error) {
			p, ok := StrOf(args[0])
			if !ok {
				return Value{}, TypeErrorf("fromhex() argument must be str, not %s", argTypeName(args[0]))
			}
			b, err := bytesFromHex(p)
			if err != nil {
				return Value{}, err
			}
			if typ := As[Type](cls); typ != &BytesType && typ != &ByteArrayType {
				return Call1(t, cls, NewBytes(b))
			}
			return wrap(b), nil
		}},
		{Name: "expandtabs", Sig: "tabsize=8", Doc: "Replace each tab by as many spaces as lead to the next multiple of tabsize\ncolumns.", Fn: s.expandtabs},
		{Name: "zfill", Sig: "width, /", Doc: "Fill up to width with zeros on the left, which go behind a sign if there is\none.", Fn: s.zfill},
		{Name: "decode", Sig: "encoding='utf-8', errors='strict'", Doc: "Turn the bytes, which are a text in the given encoding, into a string.\n\nerrors names what to do with invalid ones: 'strict' raises UnicodeDecodeError,\n'ignore' leaves them out, 'replace' puts U+FFFD in their place.\ncodecs.register_error() adds more names.", Fn: s.decode},
		s.padder("center", "Fill up to width with fillchar, half of it on each side.", func(n, width int) (int, int) {
			left := (width-n)/2 + (width-n)&width&1
			return left, width - n - left
		}),
		s.padder("ljust", "Fill up to width with fillchar on the right.", func(n, width int) (int, int) { return 0, width - n }),
		s.padder("rjust", "Fill up to width with fillchar on the left.", func(n, width int) (int, int) { return width - n, 0 }),
		s.mapper("lower", "B.lower() -> copy of B\n\nASCII capitals are small letters in the copy.", func(_, c byte, _ int) byte { return lowerByte(c) }),
		s.mapper("upper", "B.upper() -> copy of B\n\nSmall ASCII letters are capitals in the copy.", func(_, c byte, _ int) byte { return upperByte(c) }),
		s.mapper("swapcase", "B.swapcase() -> copy of B\n\nASCII letters have the other case in the copy.", func(_, c byte, _ int) byte {
			if isLowerByte(c) {
				return upperByte(c)
			}
			return lowerByte(c)
		}),
		s.mapper("capitalize", "B.capitalize() -> copy of B\n\nIf the first byte of B is an ASCII letter, it is a capital in the copy; other\nletters are small.", func(_, c byte, i int) byte {
			if i == 0 {
				return upperByte(c)
			}
			return lowerByte(c)
		}),
		s.mapper("title", "B.title() -> copy of B\n\nWhere ASCII letters follow each other, the copy has a capital and then small\nletters.", func(previous, c byte, _ int) byte {
			if isAlphaByte(previous) {
				return lowerByte(c)
			}
			return upperByte(c)
		}),
		s.test("isalnum", "B.isalnum() -> bool\n\nTell whether B is made of ASCII letters and digits, at least one.", func(c byte) bool { return isAlphaByte(c) || isDigitByte(c) }),
		s.test("isalpha", "B.isalpha() -> bool\n\nTell whether B is made of ASCII letters, at least one.", isAlphaByte),
		s.test("isdigit", "B.isdigit() -> bool\n\nTell whether B is made of ASCII digits, at least one.", isDigitByte),
		s.test("isspace", "B.isspace() -> bool\n\nTell whether B is made of ASCII white space, and not empty.", isByteSpace),
		{Name: "isascii", Doc: "B.isascii() -> bool\n\nTell whether B has no byte above 127.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Bool(isASCII(contents(self))), nil
		}},
		s.caseTest("islower", "B.islower() -> bool\n\nTell whether B has small ASCII letters and no capitals.", isLowerByte, isUpperByte),
		s.caseTest("isupper", "B.isupper() -> bool\n\nTell whether B has ASCII capitals and no small letters.", isUpperByte, isLowerByte),
		{Name: "istitle", Doc: "B.istitle() -> bool\n\nTell whether B has ASCII letters and wherever they follow each other, only the\nfirst is a capital.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			cased, previous := false, false
			for _, c := range contents(self) {
				switch {
				case isUpperByte(c):
					if previous {
						return False, nil
					}
					cased, previous = true, true
				case isLowerByte(c):
					if !previous {
						return False, nil
					}
					cased = true
				default:
					previous = false
				}
			}
			return Bool(cased), nil
		}},
	}
}
