package objects

import (
	"bytes"
	"encoding/binary"
	"math/bits"

	"github.com/adder-lang/adder/internal/ucd"
)

// The methods of str.

// strArg reads argument i (from 1) of a method as a string.
func strArg(method string, i int, v Value) (*Str, error) {
	if s, ok := StrOf(v); ok {
		return s, nil
	}
	if i == 0 {
		return nil, TypeErrorf("%s() argument must be str, not %s", method, argTypeName(v))
	}
	return nil, TypeErrorf("%s() argument %d must be str, not %s", method, i, argTypeName(v))
}

// sliceEnds reads the optional start and end of find() and its like for a sequence of n items. The start is not clipped to
// n, so that start > end finds nothing.
func sliceEnds(t *Thread, start, end Value, n int) (i, j int, err error) {
	j = n
	if !start.IsZero() && start != None {
		if i, err = sliceEnd(t, start); err != nil {
			return
		}
	}
	if !end.IsZero() && end != None {
		if j, err = sliceEnd(t, end); err != nil {
			return
		}
	}
	if j > n {
		j = n
	} else if j < 0 {
		j = max(j+n, 0)
	}
	if i < 0 {
		i = max(i+n, 0)
	}
	return
}

func sliceEnd(t *Thread, v Value) (int, error) {
	if !isIndex(v) {
		return 0, TypeErrorf("slice indices must be integers or None or have an __index__ method")
	}
	return IndexInt(t, v, nil)
}

// findArgs reads the arguments of find() and its like.
func findArgs(t *Thread, method string, s *Str, args []Value) (sub *Str, i, j int, err error) {
	if Is(args[0], &StrType) && args[1].IsZero() && args[2].IsZero() {
		return As[Str](args[0]), 0, s.n, nil
	}
	if sub, err = strArg(method, 1, args[0]); err == nil {
		i, j, err = sliceEnds(t, args[1], args[2], s.n)
	}
	return
}

const findSig = "sub, start=?, end=?, /"

// finder makes find, rfind, index and rindex.
func finder(name, doc string, find func(s, sub *Str, i, j int) int, must bool) FuncDef {
	return FuncDef{Name: name, Sig: findSig, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		sub, i, j, err := findArgs(t, name, s, args)
		if err != nil {
			return Value{}, err
		}
		at := find(s, sub, i, j)
		if at < 0 && must {
			return Value{}, ValueErrorf("substring not found")
		}
		return Int(int64(at)), nil
	}}
}

// affix makes startswith and endswith.
func affix(name, arg, doc string, match func(s, sub *Str, i, j int) bool) FuncDef {
	return FuncDef{Name: name, Sig: arg + ", start=?, end=?, /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		i, j := 0, s.n
		if !args[1].IsZero() || !args[2].IsZero() {
			var err error
			if i, j, err = sliceEnds(t, args[1], args[2], s.n); err != nil {
				return Value{}, err
			}
		}
		if sub, ok := StrOf(args[0]); ok {
			return Bool(j-i >= sub.n && i <= j && match(s, sub, i, j)), nil
		}
		list, ok := TupleOf(args[0])
		if !ok {
			return Value{}, TypeErrorf("%s first arg must be str or a tuple of str, not %s", name, TypeOf(args[0]))
		}
		for _, v := range list.Items() {
			sub, ok := StrOf(v)
			if !ok {
				return Value{}, TypeErrorf("tuple for %s must only contain str, not %s", name, TypeOf(v))
			}
			if j-i >= sub.n && i <= j && match(s, sub, i, j) {
				return True, nil
			}
		}
		return False, nil
	}}
}

// stripper makes strip, lstrip and rstrip.
func stripper(name, doc string, left, right bool) FuncDef {
	return FuncDef{Name: name, Sig: "chars=None, /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		i, j := 0, s.n
		if s.ascii && noneToZero(args[0]).IsZero() {
			text := s.bytes()
			for left && i < j && asciiSpace(text[i]) {
				i++
			}
			for right && i < j && asciiSpace(text[j-1]) {
				j--
			}
			if i == 0 && j == s.n {
				return ToValue(exactStr(s)), nil
			}
			return ToValue(s.Slice(i, j)), nil
		}
		strip := func(r rune) bool { return isSpace(r) }
		if !args[0].IsZero() && args[0] != None {
			chars, ok := StrOf(args[0])
			if !ok {
				return Value{}, TypeErrorf("%s arg must be None or str", name)
			}
			strip = func(r rune) bool {
				for k := range chars.n {
					if chars.At(k) == r {
						return true
					}
				}
				return false
			}
		}
		for left && i < j && strip(s.At(i)) {
			i++
		}
		for right && i < j && strip(s.At(j-1)) {
			j--
		}
		if i == 0 && j == s.n {
			return ToValue(exactStr(s)), nil
		}
		return ToValue(s.Slice(i, j)), nil
	}}
}

// test makes the is* methods that hold where each character has a property and there is one.
func test(name, doc string, mask ucd.Flags) FuncDef {
	return FuncDef{Name: name, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		for i := range s.n {
			if ucd.FlagsOf(s.At(i))&mask == 0 {
				return False, nil
			}
		}
		return Bool(s.n > 0), nil
	}}
}

// caseTest makes islower and isupper: a character with the case, and none with another.
func caseTest(name, doc string, want, other ucd.Flags) FuncDef {
	return FuncDef{Name: name, Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		found := false
		for i := range s.n {
			f := ucd.FlagsOf(s.At(i))
			if f&other != 0 {
				return False, nil
			}
			found = found || f&want != 0
		}
		return Bool(found), nil
	}}
}

// fillChar reads the fill character of center() and its like.
func fillChar(v Value) (rune, error) {
	if v.IsZero() {
		return ' ', nil
	}
	s, ok := StrOf(v)
	if !ok {
		return 0, TypeErrorf("The fill character must be a unicode character, not %s", TypeOf(v))
	}
	if s.n != 1 {
		return 0, TypeErrorf("The fill character must be exactly one character long")
	}
	return s.At(0), nil
}

// padded returns s with left and right fill characters around it.
func (s *Str) padded(left, right int, fill rune) (Value, error) {
	left, right = max(left, 0), max(right, 0)
	if left == 0 && right == 0 {
		return ToValue(exactStr(s)), nil
	}
	kind := max(s.kind, kindOf(fill))
	if err := CheckSize(left+right+s.n, int(kind)); err != nil {
		return Value{}, err
	}
	p := makeStr(left+right+s.n, kind)
	p.ascii = s.ascii && fill < 0x80
	for i := range left {
		p.put(i, fill)
	}
	p.copyUnits(left, s, 0, s.n)
	for i := left + s.n; i < p.n; i++ {
		p.put(i, fill)
	}
	return ToValue(p), nil
}

// padder makes center, ljust and rjust.
func padder(name, doc string, split func(n, width int) (left, right int)) FuncDef {
	return FuncDef{Name: name, Sig: "width, fillchar=' ', /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		width, err := SizeArg(t, args[0])
		if err != nil {
			return Value{}, err
		}
		fill, err := fillChar(args[1])
		if err != nil {
			return Value{}, err
		}
		if width <= s.n {
			return ToValue(exactStr(s)), nil
		}
		left, right := split(s.n, width)
		return s.padded(left, right, fill)
	}}
}

func strJoin(t *Thread, self Value, args []Value) (Value, error) {
	sep := As[Str](self)
	items, err := joinItems(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if len(items) == 1 && Is(items[0], &StrType) {
		return items[0], nil
	}
	n := 0
	kind := uint8(1)
	ascii := true
	if len(items) > 1 {
		n = sep.n * (len(items) - 1)
		kind, ascii = sep.kind, sep.ascii
	}
	for i, v := range items {
		s := As[Str](v)
		if !Is(v, &StrType) {
			var ok bool
			if s, ok = StrOf(v); !ok {
				return Value{}, TypeErrorf("sequence item %d: expected str instance, %s found", i, TypeOf(v))
			}
		}
		n += s.n
		kind = max(kind, s.kind)
		ascii = ascii && s.ascii
	}
	if n == 0 {
		return ToValue(strEmpty), nil
	}
	if err := CheckSize(n, int(kind)); err != nil {
		return Value{}, err
	}
	p := makeStr(n, kind)
	p.ascii = ascii
	if kind == 1 {
		rest, between := p.bytes(), sep.bytes()
		for i, v := range items {
			if i > 0 {
				// One or two characters are stored faster than copied.
				switch k := len(between); k {
				case 0:
				case 1, 2:
					rest[0], rest[k-1] = between[0], between[k-1]
				default:
					copy(rest, between)
				}
				rest = rest[len(between):]
			}
			text := As[Str](v).bytes()
			if len(text) == 1 {
				rest[0] = text[0]
			} else {
				copy(rest, text)
			}
			rest = rest[len(text):]
		}
		return ToValue(p), nil
	}
	at := 0
	for i, v := range items {
		if i > 0 && sep.n > 0 {
			p.copyUnits(at, sep, 0, sep.n)
			at += sep.n
		}
		s := As[Str](v)
		p.copyUnits(at, s, 0, s.n)
		at += s.n
	}
	return ToValue(p), nil
}

// joinItems collects the argument of join().
func joinItems(t *Thread, v Value) ([]Value, error) {
	switch {
	case Is(v, &ListType):
		return As[List](v).Items(), nil
	case Is(v, &TupleType):
		return As[Tuple](v).Items(), nil
	}
	typ := TypeOf(v)
	typ.ready()
	if typ.Iter == nil && !(typ.GetItem != nil && (typ.Sequence || typ.Flags&FlagHeap != 0)) {
		return nil, TypeErrorf("can only join an iterable")
	}
	var items []Value
	err := eachAppend(t, v, &items)
	return items, err
}

// splitArgs reads sep and maxsplit; sep is nil for white space, limit < 0 for no limit.
func splitArgs(t *Thread, args []Value) (sep *Str, limit int, err error) {
	limit = -1
	if !args[1].IsZero() {
		if limit, err = SizeArg(t, args[1]); err != nil {
			return
		}
	}
	if !args[0].IsZero() && args[0] != None {
		var ok bool
		if sep, ok = StrOf(args[0]); !ok {
			return nil, 0, TypeErrorf("must be str or None, not %s", TypeOf(args[0]))
		}
		if sep.n == 0 {
			err = ValueErrorf("empty separator")
		}
	}
	return
}

// asciiSpace is str.isspace of an ASCII character.
func asciiSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F }

// splitSpaces is split() of an ASCII string.
func (s *Str) splitSpaces() *List {
	// Characters up to the blank are looked for eight at a time; nearly all of them are white space.
	text := s.bytes()
	n := 0
	before := uint64(0x80)
	for i := 0; i < len(text); i += 8 {
		low := lowCharacters(text, i)
		n += bits.OnesCount64(^low & (low<<8 | before) & highBits)
		before = low >> 56
	}
	list := makeItems(n, true)
	k, start := 0, 0
	for i := 0; i < len(text); i += 8 {
		for low := lowCharacters(text, i); low != 0; low &= low - 1 {
			at := i + bits.TrailingZeros64(low)/8
			if at >= len(text) {
				break
			}
			if !asciiSpace(text[at]) {
				return s.splitASCII(-1)
			}
			if at > start {
				*list.At(k) = ToValue(s.Slice(start, at))
				k++
			}
			start = at + 1
		}
	}
	if start < len(text) {
		*list.At(k) = ToValue(s.Slice(start, len(text)))
	}
	return list
}

// lowCharacters returns the highest bit of each of the eight bytes from position i on of an ASCII text that is a blank or below,
// or behind the end.
func lowCharacters(text []byte, i int) uint64 {
	w := uint64(' ' * lowBits)
	if i+8 <= len(text) {
		w = binary.LittleEndian.Uint64(text[i:])
	} else {
		for j := len(text) - 1; j >= i; j-- {
			w = w<<8 | uint64(text[j])
		}
	}
	return ^((w | highBits) - ('!' * lowBits)) & highBits
}

// splitShort is split() of an ASCII string of up to 64 characters at a character.
func (s *Str) splitShort(sep byte) *List {
	var room [64]uint8
	text := s.bytes()
	n := 0
	for i, c := range text {
		if c == sep {
			room[n] = uint8(i)
			n++
		}
	}
	list := makeItems(n+1, true)
	from := 0
	for k, at := range room[:n] {
		*list.At(k) = ToValue(s.Slice(from, int(at)))
		from = int(at) + 1
	}
	*list.At(n) = ToValue(exactStr(s.Slice(from, s.n)))
	return list
}

func strSplit(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	sep, limit, err := splitArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	switch {
	case sep == nil && s.ascii && limit < 0:
		return ToValue(s.splitSpaces()), nil
	case sep == nil && s.ascii:
		return ToValue(s.splitASCII(limit)), nil
	case sep == nil:
		return ToValue(s.splitWords(limit)), nil
	case s.ascii && s.n <= 64 && sep.n == 1 && sep.ascii && limit < 0:
		return ToValue(s.splitShort(sep.bytes()[0])), nil
	}
	needle, ok := s.needleBytes(sep)
	if !ok {
		return ToValue(NewList(ToValue(exactStr(s)))), nil
	}
	if s.kind == 1 {
		return ToValue(s.splitBytes(needle, limit)), nil
	}
	list := MakeList(0)
	text, k, i := s.bytes(), int(s.kind), 0
	for limit < 0 || list.Len() < limit {
		at := indexUnits(text[i*k:], needle, k)
		if at < 0 {
			break
		}
		list.Append(ToValue(s.Slice(i, i+at/k)))
		i += at/k + sep.n
	}
	list.Append(ToValue(exactStr(s.Slice(i, s.n))))
	return ToValue(list), nil
}

// splitWords is split() at white space, at most limit times where that is not negative.
func (s *Str) splitWords(limit int) *List {
	list := MakeList(0)
	for i := 0; ; {
		for i < s.n && isSpace(s.At(i)) {
			i++
		}
		if i == s.n {
			return list
		}
		if list.Len() == limit {
			list.Append(ToValue(s.Slice(i, s.n)))
			return list
		}
		j := i + 1
		for j < s.n && !isSpace(s.At(j)) {
			j++
		}
		list.Append(ToValue(s.Slice(i, j)))
		i = j
	}
}

// splitASCII is splitWords of an ASCII string.
func (s *Str) splitASCII(limit int) *List {
	text := s.bytes()
	list := makeItems(max(min(limit, listInline-1)+1, 1), true)
	list.n = 0
	for i := 0; ; {
		for i < len(text) && asciiSpace(text[i]) {
			i++
		}
		if i == len(text) {
			return list
		}
		j := i + 1
		if list.n == limit {
			j = len(text)
		}
		for j < len(text) && !asciiSpace(text[j]) {
			j++
		}
		list.Append(ToValue(s.Slice(i, j)))
		i = j
	}
}

// splitBytes is split() of a string with a byte a character, at most limit times where that is not negative.
func (s *Str) splitBytes(needle []byte, limit int) *List {
	text := s.bytes()
	// The pieces are counted first, so that the list is made in its size.
	n := 0
	switch {
	case limit == 1:
		n = 1
	case limit != 0:
		if n = bytes.Count(text, needle); limit > 0 {
			n = min(n, limit)
		}
	}
	list := makeItems(n+1, true)
	i := 0
	for k := range n {
		at := 0
		if len(needle) == 1 {
			at = bytes.IndexByte(text[i:], needle[0])
		} else {
			at = bytes.Index(text[i:], needle)
		}
		if at < 0 {
			// Only the search for one place has not counted.
			return NewList(ToValue(exactStr(s)))
		}
		*list.At(k) = ToValue(s.Slice(i, i+at))
		i += at + len(needle)
	}
	*list.At(n) = ToValue(exactStr(s.Slice(i, s.n)))
	return list
}

func strRSplit(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	sep, limit, err := splitArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	var parts []Value
	j := s.n
	if sep == nil {
		for {
			for j > 0 && isSpace(s.At(j-1)) {
				j--
			}
			if j == 0 {
				break
			}
			if limit >= 0 && len(parts) == limit {
				parts = append(parts, ToValue(s.Slice(0, j)))
				break
			}
			i := j - 1
			for i > 0 && !isSpace(s.At(i-1)) {
				i--
			}
			parts = append(parts, ToValue(s.Slice(i, j)))
			j = i
		}
	} else {
		var few [4]Value
		parts = few[:0]
		for limit < 0 || len(parts) < limit {
			at := s.RFind(sep, 0, j)
			if at < 0 {
				break
			}
			parts = append(parts, ToValue(s.Slice(at+sep.n, j)))
			j = at
		}
		parts = append(parts, ToValue(exactStr(s.Slice(0, j))))
	}
	for a, b := 0, len(parts)-1; a < b; a, b = a+1, b-1 {
		parts[a], parts[b] = parts[b], parts[a]
	}
	return ToValue(NewList(parts...)), nil
}

// lineEnds tells which characters of ASCII end a line.
var lineEnds = func() (t [256]bool) {
	for c := range rune(128) {
		t[c] = isLineBreak(c)
	}
	return t
}()

func strSplitlines(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	keep := false
	if !args[0].IsZero() {
		var err error
		if keep, err = Truth(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	list := MakeList(0)
	var text []byte
	if s.ascii {
		text = s.bytes()
	}
	for i := 0; i < s.n; {
		j := i
		for j < len(text) && !lineEnds[text[j]] {
			j++
		}
		for j < s.n && !isLineBreak(s.At(j)) {
			j++
		}
		end := j
		if j < s.n {
			if s.At(j) == '\r' && j+1 < s.n && s.At(j+1) == '\n' {
				j++
			}
			j++
		}
		if keep {
			end = j
		}
		list.Append(ToValue(exactStr(s.Slice(i, end))))
		i = j
	}
	return ToValue(list), nil
}

func strExpandtabs(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	size := 8
	if !args[0].IsZero() {
		var err error
		if size, err = cIntArg(t, args[0]); err != nil {
			return Value{}, err
		}
	}
	if !s.hasChar('\t') {
		return ToValue(exactStr(s)), nil
	}
	if size > 0 {
		if err := CheckSize(s.Count(CharStr('\t'), 0, s.n), size); err != nil {
			return Value{}, err
		}
	}
	var b textBuilder
	column := 0
	for i := range s.n {
		r := s.At(i)
		switch r {
		case '\t':
			if size > 0 {
				n := size - column%size
				column += n
				b.fill(' ', n)
			}
			continue
		case '\n', '\r':
			column = -1
		}
		column++
		b.rune(r)
	}
	return b.value(), nil
}

// cIntArg reads an argument that CPython takes as a C int.
func cIntArg(t *Thread, v Value) (int, error) {
	i, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := Int64Of(i)
	if !ok || n > 1<<31-1 || n < -1<<31 {
		return 0, OverflowErrorf("Python int too large to convert to C int")
	}
	return int(n), nil
}

// partitioner makes partition and rpartition.
func partitioner(name, doc string, last bool) FuncDef {
	return FuncDef{Name: name, Sig: "sep, /", Doc: doc, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		s := As[Str](self)
		sep, ok := StrOf(args[0])
		if !ok {
			return Value{}, TypeErrorf("must be str, not %s", TypeOf(args[0]))
		}
		if sep.n == 0 {
			return Value{}, ValueErrorf("empty separator")
		}
		empty := ToValue(strEmpty)
		if last {
			at := s.RFind(sep, 0, s.n)
			if at < 0 {
				return ToValue(NewTuple(empty, empty, ToValue(exactStr(s)))), nil
			}
			return ToValue(NewTuple(ToValue(s.Slice(0, at)), args[0], ToValue(s.Slice(at+sep.n, s.n)))), nil
		}
		at := s.Find(sep, 0, s.n)
		if at < 0 {
			return ToValue(NewTuple(ToValue(exactStr(s)), empty, empty)), nil
		}
		return ToValue(NewTuple(ToValue(s.Slice(0, at)), args[0], ToValue(s.Slice(at+sep.n, s.n)))), nil
	}}
}

func strReplace(t *Thread, self Value, args []Value) (Value, error) {
	old, err := strArg("replace", 1, args[0])
	if err != nil {
		return Value{}, err
	}
	repl, err := strArg("replace", 2, args[1])
	if err != nil {
		return Value{}, err
	}
	limit := -1
	if !args[2].IsZero() {
		if limit, err = SizeArg(t, args[2]); err != nil {
			return Value{}, err
		}
	}
	p, err := As[Str](self).Replace(old, repl, limit)
	return ToValue(p), err
}

func strZfill(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	width, err := SizeArg(t, args[0])
	if err != nil {
		return Value{}, err
	}
	if width <= s.n {
		return ToValue(exactStr(s)), nil
	}
	fill := width - s.n
	v, err := s.padded(fill, 0, '0')
	if err != nil {
		return Value{}, err
	}
	p := As[Str](v)
	if s.n > 0 && (s.At(0) == '+' || s.At(0) == '-') {
		p.put(0, s.At(0))
		p.put(fill, '0')
	}
	return v, nil
}

func strIsIdentifier(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	for i := range s.n {
		mask := ucd.XIDContinue
		if i == 0 {
			mask = ucd.XIDStart
		}
		if ucd.FlagsOf(s.At(i))&mask == 0 {
			return False, nil
		}
	}
	return Bool(s.n > 0), nil
}

// IsIdentifier reports whether a string is an identifier of the language.
func (s *Str) IsIdentifier() bool {
	v, _ := strIsIdentifier(nil, ToValue(s), nil)
	return v == True
}

func strIsTitle(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	cased, previous := false, false
	for i := range s.n {
		switch f := ucd.FlagsOf(s.At(i)); {
		case f&(ucd.Upper|ucd.Title) != 0:
			if previous {
				return False, nil
			}
			cased, previous = true, true
		case f&ucd.Lower != 0:
			if !previous {
				return False, nil
			}
			cased = true
		default:
			previous = false
		}
	}
	return Bool(cased), nil
}

func strMaketrans(t *Thread, self Value, args []Value) (Value, error) {
	d := NewDict()
	if args[1].IsZero() {
		from, ok := DictOf(args[0])
		if !ok {
			return Value{}, TypeErrorf("if you give only one argument to maketrans it must be a dict")
		}
		for i := 0; ; {
			key, v, next, ok := from.NextEntry(i)
			if !ok {
				return ToValue(d), nil
			}
			i = next
			if s, ok := StrOf(key); ok {
				if s.n != 1 {
					return Value{}, ValueErrorf("string keys in translate table must be of length 1")
				}
				key = InlineInt(int64(s.At(0)))
			} else if !IsInt(key) {
				return Value{}, TypeErrorf("keys in translate table must be strings or integers")
			}
			if err := d.Set(t, key, v); err != nil {
				return Value{}, err
			}
		}
	}
	x, ok := StrOf(args[0])
	if !ok {
		if _, ok := StrOf(args[1]); !ok {
			return Value{}, TypeErrorf("maketrans() argument 2 must be str, not %s", argTypeName(args[1]))
		}
		return Value{}, TypeErrorf("first maketrans argument must be a string if there is a second argument")
	}
	y, err := strArg("maketrans", 2, args[1])
	if err != nil {
		return Value{}, err
	}
	var z *Str
	if !args[2].IsZero() {
		if z, err = strArg("maketrans", 3, args[2]); err != nil {
			return Value{}, err
		}
	}
	if x.n != y.n {
		return Value{}, ValueErrorf("the first two maketrans arguments must have equal length")
	}
	for i := range x.n {
		if err := d.Set(t, InlineInt(int64(x.At(i))), InlineInt(int64(y.At(i)))); err != nil {
			return Value{}, err
		}
	}
	for i := 0; z != nil && i < z.n; i++ {
		if err := d.Set(t, InlineInt(int64(z.At(i))), None); err != nil {
			return Value{}, err
		}
	}
	return ToValue(d), nil
}

// translation is what a translate table gives for one character.
type translation struct {
	keep   bool
	delete bool
	r      rune
	s      *Str
}

// lookupTranslation asks a translate table (or a charmap) for a character.
func lookupTranslation(t *Thread, table Value, r rune) (translation, error) {
	v, err := GetItem(t, table, InlineInt(int64(r)))
	if err != nil {
		if IsError(err, &LookupErrorType) {
			return translation{keep: true}, nil
		}
		return translation{}, err
	}
	if v == None {
		return translation{delete: true}, nil
	}
	if s, ok := StrOf(v); ok {
		return translation{s: s}, nil
	}
	if IsInt(v) {
		i, ok := Int64Of(v)
		if !ok || i < 0 || i > 0x10FFFF {
			return translation{}, ValueErrorf("character mapping must be in range(0x%x)", 0x110000)
		}
		return translation{r: rune(i)}, nil
	}
	return translation{}, TypeErrorf("character mapping must return integer, None or str")
}

func strTranslate(t *Thread, self Value, args []Value) (Value, error) {
	s := As[Str](self)
	var b textBuilder
	// ASCII characters are looked up once.
	var cache [128]*translation
	for i := range s.n {
		r := s.At(i)
		var tr translation
		if r < 128 && cache[r] != nil {
			tr = *cache[r]
		} else {
			var err error
			if tr, err = lookupTranslation(t, args[0], r); err != nil {
				return Value{}, err
			}
			if r < 128 {
				c := tr
				cache[r] = &c
			}
		}
		switch {
		case tr.keep:
			b.rune(r)
		case tr.delete:
		case tr.s != nil:
			b.str(tr.s)
		default:
			b.rune(tr.r)
		}
	}
	return b.value(), nil
}

// codecArg reads an encoding or an error handler's name.
func codecArg(function, name string, v Value, absent string) (string, error) {
	if v.IsZero() {
		return absent, nil
	}
	s, ok := StrOf(v)
	if !ok {
		return "", TypeErrorf("%s() argument '%s' must be str, not %s", function, name, argTypeName(v))
	}
	if s.hasChar(0) {
		return "", ValueErrorf("embedded null character")
	}
	return s.String(), nil
}

// plainCodec reports whether the arguments of encode() or decode() name an encoding whose ASCII is ASCII, and no error handler.
func plainCodec(args []Value) bool {
	if !args[1].IsZero() {
		return false
	}
	if args[0].IsZero() {
		return true
	}
	if !Is(args[0], &StrType) {
		return false
	}
	switch s := As[Str](args[0]); s.n {
	case 4, 5, 6, 7:
		if s.ascii {
			switch s.String() {
			case "utf-8", "utf8", "ascii", "latin-1", "latin1", "UTF-8":
				return true
			}
		}
	}
	return false
}

// namesUTF8 reports whether an encoding is named utf-8, just so.
func namesUTF8(v Value) bool {
	return Is(v, &StrType) && As[Str](v).ascii && As[Str](v).String() == "utf-8"
}

func strEncode(t *Thread, self Value, args []Value) (Value, error) {
	if s := As[Str](self); s.ascii && plainCodec(args) {
		return BytesCopy(s.bytes()), nil
	} else if (args[0].IsZero() || namesUTF8(args[0])) && args[1].IsZero() {
		if v, ok := encodePlain(s); ok {
			return v, nil
		}
	}
	encoding, err := codecArg("encode", "encoding", args[0], "utf-8")
	if err != nil {
		return Value{}, err
	}
	errors, err := codecArg("encode", "errors", args[1], "strict")
	if err != nil {
		return Value{}, err
	}
	return Encode(t, self, encoding, errors)
}

func strMethod(name, sig, doc string, fn func(t *Thread, self Value, args []Value) (Value, error)) FuncDef {
	return FuncDef{Name: name, Sig: sig, Doc: doc, Fn: fn}
}

func consuming(d FuncDef) FuncDef {
	d.Consumes = true
	return d
}

func strMethods() []FuncDef {
	return append(strCaseMethods(),
		strMethod("encode", "encoding='utf-8', errors='strict'", "Return the string as bytes in the given encoding.\n\nWhat becomes of a character that the encoding lacks is up to errors:\n'strict' raises UnicodeEncodeError, 'ignore' leaves the character out,\n'replace' writes a question mark; codecs.register_error() adds more ways.", strEncode),
		strMethod("replace", "old, new, /, count=-1", "Return the string with new in the place of every old.\n\nA count of zero or more limits this to so many places, from the left.", strReplace),
		strMethod("split", "sep=None, maxsplit=-1", "Cut the string at each separator and return the list of the parts.\n\nIf sep is None, white space of any length separates, and no part is empty.\nAt most maxsplit cuts are made, from the left; -1 sets no limit.", strSplit),
		strMethod("rsplit", "sep=None, maxsplit=-1", "Cut the string at each separator and return the list of the parts.\n\nThis is split(), except that the maxsplit cuts are made from the right, so\nthat the uncut rest is the first part.", strRSplit),
		consuming(strMethod("join", "iterable, /", "Return the strings of the iterable as one, with this string between any two.\n\nThus ', '.join(['a', 'b', 'c']) is 'a, b, c'.", strJoin)),
		strMethod("expandtabs", "tabsize=8", "Return the string with spaces for each tab, up to the next column that is a\nmultiple of tabsize.", strExpandtabs),
		strMethod("splitlines", "keepends=False", "Cut the string into its lines and return the list of them.\n\nWith keepends=True a line keeps the characters that end it.", strSplitlines),
		strMethod("zfill", "width, /", "Return the string with zeros in front, but after a sign, to fill the width.", strZfill),
		strMethod("translate", "table, /", "Return the string with each character changed as the table says.\n\nThe table is asked for the character's code point, as in table[65]. It gives\na code point or a string to put there, or None for nothing; a character for\nwhich it raises LookupError stays as it is.", strTranslate),
		FuncDef{Name: "maketrans", Kind: StaticFunc, Sig: "x, y=?, z=?, /", Doc: "Make a table for translate().\n\nA single argument is a dictionary that already says what becomes of what;\nits keys may be characters. Of two strings, equally long, each character of\nthe first becomes the one in the same place of the second. A third string\nlists characters to leave out.", Fn: strMaketrans},
		padder("center", "Return the string with copies of fillchar on both sides, to fill the width.", func(n, width int) (int, int) {
			left := (width-n)/2 + (width-n)&width&1
			return left, width - n - left
		}),
		padder("ljust", "Return the string with copies of fillchar behind it, to fill the width.", func(n, width int) (int, int) { return 0, width - n }),
		padder("rjust", "Return the string with copies of fillchar in front, to fill the width.", func(n, width int) (int, int) { return width - n, 0 }),
		partitioner("partition", "Cut the string in two at the first sep: (before, sep, after).\n\nIf there is no sep, the result is the string and two empty ones.", false),
		partitioner("rpartition", "Cut the string in two at the last sep: (before, sep, after).\n\nIf there is no sep, the result is two empty strings and the string.", true),
		FuncDef{Name: "count", Sig: findSig, Doc: "Count the places where sub occurs, none of which overlap.\n\nWith start or end, only that slice of the string counts.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Str](self)
			sub, i, j, err := findArgs(t, "count", s, args)
			if err != nil {
				return Value{}, err
			}
			return Int(int64(s.Count(sub, i, j))), nil
		}},
		finder("find", "Return where sub occurs first, or -1 if it does not.\n\nWith start or end, only that slice of the string counts.", (*Str).Find, false),
		finder("index", "Return where sub occurs first; ValueError means that it does not.\n\nWith start or end, only that slice of the string counts.", (*Str).Find, true),
		finder("rfind", "Return where sub occurs last, or -1 if it does not.\n\nWith start or end, only that slice of the string counts.", (*Str).RFind, false),
		finder("rindex", "Return where sub occurs last; ValueError means that it does not.\n\nWith start or end, only that slice of the string counts.", (*Str).RFind, true),
		affix("startswith", "prefix", "Tell whether prefix, or one of a tuple of them, begins the string.\n\nWith start or end, only that slice of the string counts.", func(s, sub *Str, i, j int) bool { return s.hasAt(sub, i) }),
		affix("endswith", "suffix", "Tell whether suffix, or one of a tuple of them, ends the string.\n\nWith start or end, only that slice of the string counts.", func(s, sub *Str, i, j int) bool { return s.hasAt(sub, j-sub.n) }),
		FuncDef{Name: "removeprefix", Sig: "prefix, /", Doc: "Return what follows the prefix; all of a string that does not begin with it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Str](self)
			sub, err := strArg("removeprefix", 0, args[0])
			if err != nil {
				return Value{}, err
			}
			if s.hasAt(sub, 0) {
				return ToValue(exactStr(s.Slice(sub.n, s.n))), nil
			}
			return ToValue(exactStr(s)), nil
		}},
		FuncDef{Name: "removesuffix", Sig: "suffix, /", Doc: "Return what precedes the suffix; all of a string that does not end with it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Str](self)
			sub, err := strArg("removesuffix", 0, args[0])
			if err != nil {
				return Value{}, err
			}
			if s.hasAt(sub, s.n-sub.n) {
				return ToValue(exactStr(s.Slice(0, s.n-sub.n))), nil
			}
			return ToValue(exactStr(s)), nil
		}},
		stripper("strip", "Return the string without white space at its ends.\n\nIf chars is given, the characters in it go, in any order, and not white space.", true, true),
		stripper("lstrip", "Return the string without white space at its beginning.\n\nIf chars is given, the characters in it go, in any order, and not white space.", true, false),
		stripper("rstrip", "Return the string without white space at its end.\n\nIf chars is given, the characters in it go, in any order, and not white space.", false, true),
		test("isalnum", "Tell whether there are letters, digits or other numerals, and nothing else.", alnum),
		test("isalpha", "Tell whether there are letters, and nothing else.", ucd.Alpha),
		test("isdecimal", "Tell whether there are decimal digits, of any script, and nothing else.", ucd.Decimal),
		test("isdigit", "Tell whether there are digits, superscript and the like included, and\nnothing else.", ucd.Digit),
		test("isnumeric", "Tell whether there are characters with a numeric value, such as digits,\nfractions and Roman numerals, and nothing else.", ucd.Numeric),
		test("isspace", "Tell whether there is white space, and nothing else.", ucd.Space),
		caseTest("islower", "Tell whether there are small letters and no capitals.", ucd.Lower, ucd.Upper|ucd.Title),
		caseTest("isupper", "Tell whether there are capitals and no small letters.", ucd.Upper, ucd.Lower|ucd.Title),
		strMethod("istitle", "", "Tell whether each word, that is each run of letters, has a capital first and\nonly there. There must be a word.", strIsTitle),
		strMethod("isidentifier", "", "Tell whether the string could be a name in a program.\n\nKeywords count too: keyword.iskeyword() finds those.", strIsIdentifier),
		FuncDef{Name: "isprintable", Doc: "Tell whether there is no character, such as a control character, that repr()\nshows by its number.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Str](self)
			for i := range s.n {
				if !isPrintable(s.At(i)) {
					return False, nil
				}
			}
			return True, nil
		}},
		FuncDef{Name: "isascii", Doc: "Tell whether no code point is above 127.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return Bool(As[Str](self).ascii || As[Str](self).n == 0), nil
		}},
		FuncDef{Name: "format", Sig: "*args, **kwargs", NoSig: true, Doc: "Return the string with the fields in braces filled from the arguments.\n\nThus '{} of {total}'.format(1, total=3) is '1 of 3'.", Raw: strFormatMethod},
		strMethod("format_map", "mapping, /", "Return the string with the fields in braces filled from the mapping.", strFormatMap),
		strMethod("__format__", "format_spec, /", "Return the string, padded or cut as format_spec says.", func(t *Thread, v Value, args []Value) (Value, error) {
			return formatMethod(t, v, args[0], formatStr)
		}),
		strMethod("__getnewargs__", "", "", func(t *Thread, self Value, args []Value) (Value, error) {
			// A string of its own, as in CPython.
			s := As[Str](self)
			c := newStrSize(s.n, s.maxUnit(0, s.n))
			c.copyUnits(0, s, 0, s.n)
			return ToValue(NewTuple(ToValue(c))), nil
		}),
		strMethod("__sizeof__", "", "Return how many bytes the string takes.", func(t *Thread, self Value, args []Value) (Value, error) {
			s := As[Str](self)
			head := 56
			if s.ascii || s.n == 0 {
				head = 40
			}
			return Int(int64(head + (s.n+1)*int(s.kind))), nil
		}),
	)
}
