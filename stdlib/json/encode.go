package json

import (
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// encoder is a _json.Encoder.
type encoder struct {
	objects.Head
	markers, def, encoder, indent, keySep, itemSep value
	sortKeys, skipKeys, allowNaN                   bool
	// fast says that strings are encoded here: 0 by a call of encoder, otherwise without, for ASCII or for all of Unicode.
	fast uint8
}

// The values of encoder.fast.
const (
	viaCall = iota
	viaASCII
	viaUnicode
)

const hexDigits = "0123456789abcdef"

// quote appends the JSON form of a string in WTF-8.
func quote(b []byte, s *objects.Str, ascii bool) []byte {
	b = append(b, '"')
	switch s.Kind() {
	case 1:
		b = quoteUnits(b, s.Units1(), ascii)
	case 2:
		b = quoteUnits(b, s.Units2(), ascii)
	default:
		b = quoteUnits(b, s.Units4(), ascii)
	}
	return append(b, '"')
}

func escape(b []byte, r uint32) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}

func quoteUnits[U unit](b []byte, units []U, ascii bool) []byte {
	for _, u := range units {
		switch r := uint32(u); {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= ' ' && r < 0x7F:
			b = append(b, byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r == '\r':
			b = append(b, '\\', 'r')
		case r == '\t':
			b = append(b, '\\', 't')
		case r == '\b':
			b = append(b, '\\', 'b')
		case r == '\f':
			b = append(b, '\\', 'f')
		case r < ' ':
			b = escape(b, r)
		case !ascii:
			if r >= 0xD800 && r < 0xE000 {
				// A lone surrogate in WTF-8.
				b = append(b, 0xE0|byte(r>>12), 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
			} else {
				b = utf8.AppendRune(b, rune(r))
			}
		case r > 0xFFFF:
			r -= 0x10000
			b = escape(escape(b, 0xD800|r>>10), 0xDC00|r&0x3FF)
		default:
			b = escape(b, r)
		}
	}
	return b
}

// encodeFunc makes encode_basestring and encode_basestring_ascii.
func encodeFunc(ascii bool) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		s, ok := objects.StrOf(args[0])
		if !ok {
			return value{}, objects.TypeErrorf("first argument must be a string, not %s", objects.TypeOf(args[0]).TpName())
		}
		return native.Str(string(quote(make([]byte, 0, s.Len()+2), s, ascii))), nil
	}
}

// output is one call of an encoder.
type output struct {
	*encoder
	t                       *thread
	b                       []byte
	keySepText, itemSepText string
	// indentText is one level of indentation, level the present one; both unused without indentation.
	indentText string
	level      int
}

func (o *output) str(v value, s *objects.Str) error {
	if o.fast != viaCall {
		o.b = quote(o.b, s, o.fast == viaASCII)
		return nil
	}
	r, err := objects.Call1(o.t, o.encoder.encoder, v)
	if err != nil {
		return err
	}
	text, ok := objects.StrOf(r)
	if !ok {
		return objects.TypeErrorf("encoder() must return a string, not %s", objects.TypeOf(r).TpName())
	}
	o.b = append(o.b, text.String()...)
	return nil
}

// float appends a float as float.__repr__ shows it.
func (o *output) float(v value, f float64) error {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		if !o.allowNaN {
			r, err := objects.ReprString(o.t, v)
			if err != nil {
				return err
			}
			return objects.ValueErrorf("Out of range float values are not JSON compliant: %s", r)
		}
		switch {
		case math.IsNaN(f):
			o.b = append(o.b, "NaN"...)
		case f > 0:
			o.b = append(o.b, "Infinity"...)
		default:
			o.b = append(o.b, "-Infinity"...)
		}
		return nil
	}
	o.b = append(o.b, objects.FloatRepr(f)...)
	return nil
}

func (o *output) int(v value) error {
	if n, ok := objects.Int64Of(v); ok {
		o.b = strconv.AppendInt(o.b, n, 10)
		return nil
	}
	s, err := objects.IntString(v)
	o.b = append(o.b, s...)
	return err
}

// scalar appends a constant or number; found is false for anything else.
func (o *output) scalar(v value) (found bool, err error) {
	switch {
	case v == objects.None:
		o.b = append(o.b, "null"...)
	case v == objects.True:
		o.b = append(o.b, "true"...)
	case v == objects.False:
		o.b = append(o.b, "false"...)
	case objects.IsInt(v):
		return true, o.int(v)
	default:
		f, ok := objects.FloatOf(v)
		if !ok {
			return false, nil
		}
		return true, o.float(v, f)
	}
	return true, nil
}

// mark notes that a container is being encoded; unmark ends that.
func (o *output) mark(v value) (unmark func() error, err error) {
	if o.markers == objects.None {
		return func() error { return nil }, nil
	}
	d := objects.As[objects.Dict](o.markers)
	id := objects.ID(v)
	old, err := d.Get(o.t, id)
	if err != nil {
		return nil, err
	}
	if !old.IsZero() {
		return nil, objects.ValueErrorf("Circular reference detected")
	}
	if err := d.Set(o.t, id, v); err != nil {
		return nil, err
	}
	return func() error {
		old, err := d.Delete(o.t, id)
		if err == nil && old.IsZero() {
			err = objects.KeyError(id)
		}
		return err
	}, nil
}

func (o *output) value(v value) error {
	if s, ok := objects.StrOf(v); ok {
		return o.str(v, s)
	}
	if found, err := o.scalar(v); found {
		return err
	}
	_, isList := objects.ListOf(v)
	_, isTuple := objects.TupleOf(v)
	d, isDict := objects.DictOf(v)
	if err := o.t.EnterNative(" while encoding a JSON object"); err != nil {
		return err
	}
	defer o.t.LeaveNative()
	if isDict && d.Len() == 0 {
		o.b = append(o.b, "{}"...)
		return nil
	}
	if isList || isTuple {
		items, err := objects.ToSlice(o.t, v)
		if err != nil {
			return err
		}
		if len(items) == 0 {
			o.b = append(o.b, "[]"...)
			return nil
		}
		unmark, err := o.mark(v)
		if err != nil {
			return err
		}
		if err := o.array(items); err != nil {
			return err
		}
		return unmark()
	}
	unmark, err := o.mark(v)
	if err != nil {
		return err
	}
	if isDict {
		err = o.dict(v, d)
	} else {
		var r value
		if r, err = objects.Call1(o.t, o.def, v); err == nil {
			err = o.value(r)
		}
	}
	if err != nil {
		return err
	}
	return unmark()
}

// line begins a line that is deeper by n levels, where lines are asked for.
func (o *output) line(n int) error {
	if o.indent == objects.None {
		return nil
	}
	if _, ok := objects.StrOf(o.indent); !ok {
		return objects.TypeErrorf("can only concatenate str (not \"%s\") to str", objects.TypeOf(o.indent))
	}
	o.level += n
	o.b = append(o.b, '\n')
	for range o.level {
		o.b = append(o.b, o.indentText...)
	}
	return nil
}

func (o *output) array(items []value) error {
	o.b = append(o.b, '[')
	if err := o.line(1); err != nil {
		return err
	}
	for i, v := range items {
		if i > 0 {
			o.b = append(o.b, o.itemSepText...)
			if err := o.line(0); err != nil {
				return err
			}
		}
		if err := o.value(v); err != nil {
			return err
		}
	}
	if err := o.line(-1); err != nil {
		return err
	}
	o.b = append(o.b, ']')
	return nil
}

// pair appends a key and its value; it reports false for a key that is skipped.
func (o *output) pair(first *bool, key, v value) error {
	at := len(o.b)
	if !*first {
		o.b = append(o.b, o.itemSepText...)
		if err := o.line(0); err != nil {
			return err
		}
	}
	if s, ok := objects.StrOf(key); ok {
		if err := o.str(key, s); err != nil {
			return err
		}
	} else {
		// Other keys are written as strings of their JSON form.
		from := len(o.b)
		found, err := o.scalar(key)
		if err != nil {
			return err
		}
		if !found {
			if o.skipKeys {
				o.b = o.b[:at]
				return nil
			}
			return objects.TypeErrorf("keys must be str, int, float, bool or None, not %s", objects.TypeOf(key).TpName())
		}
		text := objects.NewStr(string(o.b[from:]))
		o.b = o.b[:from]
		if err := o.str(text.Value(), text); err != nil {
			return err
		}
	}
	*first = false
	o.b = append(o.b, o.keySepText...)
	return o.value(v)
}

func (o *output) dict(v value, d *objects.Dict) error {
	o.b = append(o.b, '{')
	if err := o.line(1); err != nil {
		return err
	}
	first := true
	if o.sortKeys || !objects.Is(v, &objects.DictType) {
		items, err := objects.CallMethod(o.t, v, objects.Intern("items"))
		if err != nil {
			return err
		}
		l, err := objects.ToList(o.t, items)
		if err != nil {
			return err
		}
		if o.sortKeys {
			if err := l.Sort(o.t, value{}, false); err != nil {
				return err
			}
		}
		for i := range l.Len() {
			p, ok := objects.TupleOf(l.Item(i))
			if !ok || p.Len() != 2 {
				return objects.ValueErrorf("items must return 2-tuples")
			}
			if err := o.pair(&first, p.Item(0), p.Item(1)); err != nil {
				return err
			}
		}
	} else {
		for i := 0; ; {
			key, item, next, ok := d.NextEntry(i)
			if !ok {
				break
			}
			i = next
			if err := o.pair(&first, key, item); err != nil {
				return err
			}
		}
	}
	if err := o.line(-1); err != nil {
		return err
	}
	o.b = append(o.b, '}')
	return nil
}

func initEncoder() {
	typ := &encoderType
	typ.Name, typ.Module = "Encoder", "_json"
	typ.Doc = "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan) -> function that turns objects into pieces of JSON text"
	objects.Layout[encoder](typ)
	typ.New = objects.NewBound("make_encoder", "markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan", func(t *thread, typ *objects.Type, a []value) (value, error) {
		for i := 4; i <= 5; i++ {
			if _, ok := objects.StrOf(a[i]); !ok {
				return value{}, objects.TypeErrorf("make_encoder() argument %d must be str, not %s", i+1, native.TypeName(a[i]))
			}
		}
		if _, ok := objects.DictOf(a[0]); !ok && a[0] != objects.None {
			return value{}, objects.TypeErrorf("make_encoder() argument 1 must be dict or None, not %s", objects.TypeOf(a[0]).TpName())
		}
		v := typ.NewInstance()
		e := objects.As[encoder](v)
		e.markers, e.def, e.encoder, e.indent, e.keySep, e.itemSep = a[0], a[1], a[2], a[3], a[4], a[5]
		for i, f := range [...]*bool{&e.sortKeys, &e.skipKeys, &e.allowNaN} {
			var err error
			if *f, err = objects.Truth(t, a[6+i]); err != nil {
				return value{}, err
			}
		}
		e.fast = encoding(a[2])
		return v, nil
	})
	call := &objects.FuncDef{Name: "_iterencode", Sig: "obj, _current_indent_level"}
	typ.Call = func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		var bound [2]value
		if err := call.BindArgs(bound[:], args, kw); err != nil {
			return value{}, err
		}
		level, err := objects.IndexInt(t, bound[1], &objects.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		e := objects.As[encoder](self)
		key, _ := objects.StrOf(e.keySep)
		item, _ := objects.StrOf(e.itemSep)
		o := output{encoder: e, t: t, keySepText: key.String(), itemSepText: item.String(), level: max(level, 0)}
		if text, ok := objects.StrOf(e.indent); ok {
			o.indentText = text.String()
		}
		if err := o.value(bound[0]); err != nil {
			return value{}, err
		}
		return native.Tuple(native.Str(string(o.b))), nil
	}
	typ.Traverse = func(self value, visit func(value)) {
		e := objects.As[encoder](self)
		native.Visit(visit, e.markers, e.def, e.encoder, e.indent, e.keySep, e.itemSep)
	}
	typ.Members = func() []objects.MemberDef {
		member := func(name string, get func(e *encoder) value) objects.MemberDef {
			return objects.MemberDef{Name: name, Doc: name, ReadOnly: true, Get: func(self value) value { return get(objects.As[encoder](self)) }}
		}
		return []objects.MemberDef{
			member("markers", func(e *encoder) value { return e.markers }),
			member("default", func(e *encoder) value { return e.def }),
			member("encoder", func(e *encoder) value { return e.encoder }),
			member("indent", func(e *encoder) value { return e.indent }),
			member("key_separator", func(e *encoder) value { return e.keySep }),
			member("item_separator", func(e *encoder) value { return e.itemSep }),
			member("sort_keys", func(e *encoder) value { return objects.Bool(e.sortKeys) }),
			member("skipkeys", func(e *encoder) value { return objects.Bool(e.skipKeys) }),
		}
	}
}

// encoding says how an encoder given as an argument is done: by this module's functions where it is one of them.
func encoding(fn value) uint8 {
	if objects.TypeOf(fn) != &objects.BuiltinType {
		return viaCall
	}
	b := objects.As[objects.Builtin](fn)
	if module, ok := objects.StrOf(native.None(b.Module)); !ok || module.String() != moduleName {
		return viaCall
	}
	switch b.Def.Name {
	case "encode_basestring_ascii":
		return viaASCII
	case "encode_basestring":
		return viaUnicode
	}
	return viaCall
}
