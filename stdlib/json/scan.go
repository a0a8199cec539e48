package json

import (
	"strings"
	"unicode/utf8"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// scanner is a _json.Scanner: the settings of a decoder.
type scanner struct {
	objects.Head
	strict                                                     bool
	objectHook, pairsHook, parseFloat, parseInt, parseConstant value
}

// unit is a code point of a str of one, two or four bytes a code point.
type unit interface{ uint8 | uint16 | uint32 }

// scan is one call of a scanner: positions are indexes of code points.
type scan[U unit] struct {
	*scanner
	t    *thread
	s    *objects.Str
	text []U
	// memo has the keys seen, so that equal keys are one object.
	memo map[string]value
	key  []byte
}

// decodeError makes a json.JSONDecodeError.
func decodeError(t *thread, msg string, s *objects.Str, pos int) error {
	m, err := interp.ImportModule(t, "json.decoder")
	if err != nil {
		return err
	}
	cls, err := objects.GetAttrString(t, m, "JSONDecodeError")
	if err != nil {
		return err
	}
	exc, err := objects.Call3(t, cls, native.Str(msg), s.Value(), objects.Int(int64(pos)))
	if err != nil {
		return err
	}
	return objects.As[objects.Exception](exc)
}

func (p *scan[U]) fail(msg string, pos int) error { return decodeError(p.t, msg, p.s, pos) }

// stop is the error of text that is no value: the decoder makes its message of it.
func stop(pos int) error {
	return objects.NewError(&objects.StopIterationType, objects.Int(int64(pos)))
}

// space returns the position behind white space.
func (p *scan[U]) space(i int) int {
	for i < len(p.text) && (p.text[i] == ' ' || p.text[i] == '\n' || p.text[i] == '\r' || p.text[i] == '\t') {
		i++
	}
	return i
}

// has reports whether a word stands at a position.
func (p *scan[U]) has(i int, word string) bool {
	if len(p.text)-i < len(word) {
		return false
	}
	for k := range len(word) {
		if p.text[i+k] != U(word[k]) {
			return false
		}
	}
	return true
}

// value reads the value at a position and returns the position behind it.
func (p *scan[U]) value(i int) (value, int, error) {
	if i >= len(p.text) {
		return value{}, 0, stop(i)
	}
	switch p.text[i] {
	case '"':
		return p.str(i+1, p.strict)
	case '{':
		if err := p.t.EnterNative(" while decoding a JSON object from a unicode string"); err != nil {
			return value{}, 0, err
		}
		defer p.t.LeaveNative()
		return p.object(i + 1)
	case '[':
		if err := p.t.EnterNative(" while decoding a JSON array from a unicode string"); err != nil {
			return value{}, 0, err
		}
		defer p.t.LeaveNative()
		return p.array(i + 1)
	case 'n':
		if p.has(i, "null") {
			return objects.None, i + 4, nil
		}
	case 't':
		if p.has(i, "true") {
			return objects.True, i + 4, nil
		}
	case 'f':
		if p.has(i, "false") {
			return objects.False, i + 5, nil
		}
	case 'N':
		if p.has(i, "NaN") {
			return p.constant(i, "NaN")
		}
	case 'I':
		if p.has(i, "Infinity") {
			return p.constant(i, "Infinity")
		}
	case '-':
		if p.has(i, "-Infinity") {
			return p.constant(i, "-Infinity")
		}
	}
	return p.number(i)
}

func (p *scan[U]) constant(i int, name string) (value, int, error) {
	v, err := objects.Call1(p.t, p.parseConstant, objects.Intern(name).Value())
	return v, i + len(name), err
}

func digit[U unit](u U) bool { return u >= '0' && u <= '9' }

// number reads an int or float.
func (p *scan[U]) number(start int) (value, int, error) {
	text, i := p.text, start
	if text[i] == '-' {
		i++
	}
	switch {
	case i < len(text) && text[i] >= '1' && text[i] <= '9':
		for i++; i < len(text) && digit(text[i]); i++ {
		}
	case i < len(text) && text[i] == '0':
		i++
	default:
		return value{}, 0, stop(start)
	}
	isFloat := false
	if i+1 < len(text) && text[i] == '.' && digit(text[i+1]) {
		isFloat = true
		for i += 2; i < len(text) && digit(text[i]); i++ {
		}
	}
	if i+1 < len(text) && (text[i] == 'e' || text[i] == 'E') {
		e := i + 1
		if e+1 < len(text) && (text[e] == '-' || text[e] == '+') {
			e++
		}
		if digit(text[e]) {
			isFloat = true
			for i = e + 1; i < len(text) && digit(text[i]); i++ {
			}
		}
	}
	if !isFloat && i-start < 18 && p.parseInt == objects.ToValue(&objects.IntType) {
		n := int64(0)
		for _, u := range text[start:i] {
			if u != '-' {
				n = n*10 + int64(u-'0')
			}
		}
		if text[start] == '-' {
			n = -n
		}
		return objects.Int(n), i, nil
	}
	var b strings.Builder
	for _, u := range text[start:i] {
		b.WriteByte(byte(u))
	}
	parse := p.parseInt
	if isFloat {
		if parse = p.parseFloat; parse == objects.ToValue(&objects.FloatType) {
			f, _ := objects.ParseFloat(b.String())
			return objects.Float(f), i, nil
		}
	}
	v, err := objects.Call1(p.t, parse, native.Str(b.String()))
	return v, i, err
}

// object reads the rest of an object.
func (p *scan[U]) object(i int) (value, int, error) {
	d := objects.NewDict()
	var pairs *objects.List
	if p.pairsHook != objects.None {
		pairs = objects.NewList()
	}
	i = p.space(i)
	for n := 0; n > 0 || i >= len(p.text) || p.text[i] != '}'; n++ {
		if i >= len(p.text) || p.text[i] != '"' {
			return value{}, 0, p.fail("Expecting property name enclosed in double quotes", i)
		}
		key, next, err := p.name(i + 1)
		if err != nil {
			return value{}, 0, err
		}
		i = p.space(next)
		if i >= len(p.text) || p.text[i] != ':' {
			return value{}, 0, p.fail("Expecting ':' delimiter", i)
		}
		v, next, err := p.value(p.space(i + 1))
		if err != nil {
			return value{}, 0, err
		}
		if pairs != nil {
			pairs.Append(native.Tuple(key, v))
		} else {
			d.SetStr(objects.As[objects.Str](key), v)
		}
		i = p.space(next)
		if i < len(p.text) && p.text[i] == '}' {
			break
		}
		if i >= len(p.text) || p.text[i] != ',' {
			return value{}, 0, p.fail("Expecting ',' delimiter", i)
		}
		comma := i
		i = p.space(i + 1)
		if i < len(p.text) && p.text[i] == '}' {
			return value{}, 0, p.fail("Illegal trailing comma before end of object", comma)
		}
	}
	i++
	if pairs != nil {
		v, err := objects.Call1(p.t, p.pairsHook, objects.ToValue(pairs))
		return v, i, err
	}
	if p.objectHook != objects.None {
		v, err := objects.Call1(p.t, p.objectHook, objects.ToValue(d))
		return v, i, err
	}
	return objects.ToValue(d), i, nil
}

// array reads the rest of an array.
func (p *scan[U]) array(i int) (value, int, error) {
	l := objects.NewList()
	i = p.space(i)
	for n := 0; n > 0 || i >= len(p.text) || p.text[i] != ']'; n++ {
		v, next, err := p.value(i)
		if err != nil {
			return value{}, 0, err
		}
		l.Append(v)
		i = p.space(next)
		if i < len(p.text) && p.text[i] == ']' {
			break
		}
		if i >= len(p.text) || p.text[i] != ',' {
			return value{}, 0, p.fail("Expecting ',' delimiter", i)
		}
		comma := i
		i = p.space(i + 1)
		if i < len(p.text) && p.text[i] == ']' {
			return value{}, 0, p.fail("Illegal trailing comma before end of array", comma)
		}
	}
	return objects.ToValue(l), i + 1, nil
}

// name reads the rest of a key, behind its quote.
func (p *scan[U]) name(i int) (value, int, error) {
	p.key = p.key[:0]
	for k := i; k < len(p.text); k++ {
		switch u := p.text[k]; {
		case u == '"':
			if v, ok := p.memo[string(p.key)]; ok {
				return v, k + 1, nil
			}
			v, next, err := p.str(i, p.strict)
			if err == nil {
				if p.memo == nil {
					p.memo = map[string]value{}
				}
				p.memo[string(p.key)] = v
			}
			return v, next, err
		case u == '\\' || u < ' ' || u >= utf8.RuneSelf:
			return p.str(i, p.strict)
		default:
			p.key = append(p.key, byte(u))
		}
	}
	return p.str(i, p.strict)
}

// hex reads the four hexadecimal digits of an escape.
func (p *scan[U]) hex(i int) (rune, bool) {
	r := rune(0)
	for _, u := range p.text[i : i+4] {
		switch {
		case digit(u):
			r = r<<4 | rune(u-'0')
		case u >= 'a' && u <= 'f':
			r = r<<4 | rune(u-'a'+10)
		case u >= 'A' && u <= 'F':
			r = r<<4 | rune(u-'A'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// str reads the rest of a string, behind its quote.
func (p *scan[U]) str(i int, strict bool) (value, int, error) {
	begin, from := i-1, i
	var runes []rune
	for {
		for i < len(p.text) && p.text[i] != '"' && p.text[i] != '\\' {
			if p.text[i] < ' ' && strict {
				return value{}, 0, p.fail("Invalid control character at", i)
			}
			i++
		}
		if i >= len(p.text) {
			return value{}, 0, p.fail("Unterminated string starting at", begin)
		}
		if p.text[i] == '"' && runes == nil {
			return p.s.Slice(from, i).Value(), i + 1, nil
		}
		if runes == nil {
			runes = make([]rune, 0, i-from+16)
		}
		for _, u := range p.text[from:i] {
			runes = append(runes, rune(u))
		}
		if p.text[i] == '"' {
			return objects.StrFromRunes(runes).Value(), i + 1, nil
		}
		if i++; i >= len(p.text) {
			return value{}, 0, p.fail("Unterminated string starting at", begin)
		}
		if p.text[i] != 'u' {
			r := rune(0)
			switch p.text[i] {
			case '"', '\\', '/':
				r = rune(p.text[i])
			case 'b':
				r = '\b'
			case 'f':
				r = '\f'
			case 'n':
				r = '\n'
			case 'r':
				r = '\r'
			case 't':
				r = '\t'
			default:
				return value{}, 0, p.fail("Invalid \\escape", i-1)
			}
			runes = append(runes, r)
			i++
			from = i
			continue
		}
		if i+5 >= len(p.text) {
			return value{}, 0, p.fail("Invalid \\uXXXX escape", i)
		}
		r, ok := p.hex(i + 1)
		if !ok {
			return value{}, 0, p.fail("Invalid \\uXXXX escape", i)
		}
		i += 5
		if r&^0x3FF == 0xD800 && i+6 < len(p.text) && p.text[i] == '\\' && p.text[i+1] == 'u' {
			low, ok := p.hex(i + 2)
			if !ok {
				return value{}, 0, p.fail("Invalid \\uXXXX escape", i+1)
			}
			if low&^0x3FF == 0xDC00 {
				r = 0x10000 + (r-0xD800)<<10 + (low - 0xDC00)
				i += 6
			}
		}
		runes = append(runes, r)
		from = i
	}
}

// each runs f for a scan of the string's kind.
func each(sc *scanner, t *thread, s *objects.Str, wide1 func(*scan[uint8]) (value, int, error), wide2 func(*scan[uint16]) (value, int, error), wide4 func(*scan[uint32]) (value, int, error)) (value, error) {
	var v value
	var i int
	var err error
	switch s.Kind() {
	case 1:
		v, i, err = wide1(&scan[uint8]{scanner: sc, t: t, s: s, text: s.Units1()})
	case 2:
		v, i, err = wide2(&scan[uint16]{scanner: sc, t: t, s: s, text: s.Units2()})
	default:
		v, i, err = wide4(&scan[uint32]{scanner: sc, t: t, s: s, text: s.Units4()})
	}
	if err != nil {
		return value{}, err
	}
	return native.Tuple(v, objects.Int(int64(i))), nil
}

// scanString is scanstring().
func scanString(t *thread, _ value, args []value) (value, error) {
	end, err := objects.IndexInt(t, args[1], &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	strict := true
	if !args[2].IsZero() {
		n, err := native.Int(t, args[2])
		if err != nil {
			return value{}, err
		}
		strict = n != 0
	}
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("first argument must be a string, not %s", objects.TypeOf(args[0]).TpName())
	}
	if end < 0 || end > s.Len() {
		return value{}, objects.ValueErrorf("end is out of bounds")
	}
	return each(nil, t, s, func(p *scan[uint8]) (value, int, error) { return p.str(end, strict) },
		func(p *scan[uint16]) (value, int, error) { return p.str(end, strict) },
		func(p *scan[uint32]) (value, int, error) { return p.str(end, strict) })
}

func initScanner() {
	typ := &scannerType
	typ.Name, typ.Module, typ.Doc = "Scanner", "_json", "JSON scanner object"
	objects.Layout[scanner](typ)
	typ.New = objects.NewBound("make_scanner", "context", func(t *thread, typ *objects.Type, args []value) (value, error) {
		v := typ.NewInstance()
		p := objects.As[scanner](v)
		strict, err := objects.GetAttrString(t, args[0], "strict")
		if err != nil {
			return value{}, err
		}
		if p.strict, err = objects.Truth(t, strict); err != nil {
			return value{}, err
		}
		for _, f := range []struct {
			name string
			at   *value
		}{{"object_hook", &p.objectHook}, {"object_pairs_hook", &p.pairsHook}, {"parse_float", &p.parseFloat}, {"parse_int", &p.parseInt}, {"parse_constant", &p.parseConstant}} {
			if *f.at, err = objects.GetAttrString(t, args[0], f.name); err != nil {
				return value{}, err
			}
		}
		return v, nil
	})
	call := &objects.FuncDef{Name: "scan_once", Sig: "string, idx"}
	typ.Call = func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		var bound [2]value
		if err := call.BindArgs(bound[:], args, kw); err != nil {
			return value{}, err
		}
		i, err := objects.IndexInt(t, bound[1], &objects.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		s, ok := objects.StrOf(bound[0])
		if !ok {
			return value{}, objects.TypeErrorf("first argument must be a string, not %s", objects.TypeOf(bound[0]).TpName())
		}
		if i < 0 {
			return value{}, objects.ValueErrorf("idx cannot be negative")
		}
		return each(objects.As[scanner](self), t, s, func(p *scan[uint8]) (value, int, error) { return p.value(i) },
			func(p *scan[uint16]) (value, int, error) { return p.value(i) },
			func(p *scan[uint32]) (value, int, error) { return p.value(i) })
	}
	typ.Traverse = func(self value, visit func(value)) {
		p := objects.As[scanner](self)
		native.Visit(visit, p.objectHook, p.pairsHook, p.parseFloat, p.parseInt, p.parseConstant)
	}
	typ.Members = func() []objects.MemberDef {
		member := func(name string, get func(p *scanner) value) objects.MemberDef {
			return objects.MemberDef{Name: name, Doc: name, ReadOnly: true, Get: func(self value) value { return get(objects.As[scanner](self)) }}
		}
		return []objects.MemberDef{
			member("strict", func(p *scanner) value { return objects.Bool(p.strict) }),
			member("object_hook", func(p *scanner) value { return p.objectHook }),
			member("object_pairs_hook", func(p *scanner) value { return p.pairsHook }),
			member("parse_float", func(p *scanner) value { return p.parseFloat }),
			member("parse_int", func(p *scanner) value { return p.parseInt }),
			member("parse_constant", func(p *scanner) value { return p.parseConstant }),
		}
	}
}
