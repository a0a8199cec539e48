package objects

// str.format(): replacement fields (library reference, "Format String Syntax").

// formatPart is a piece of a format string: literal text, then a field unless it is the end.
type formatPart struct {
	literal    *Str
	hasField   bool
	name       *Str
	conversion rune // 0: none
	spec       *Str
	nested     bool // spec has fields of its own
}

// formatParser goes through a format string.
type formatParser struct {
	s *Str
	i int
}

// next returns the next piece; done is true at the end.
func (p *formatParser) next() (part formatPart, done bool, err error) {
	s := p.s
	if p.i >= s.n {
		return part, true, nil
	}
	start := p.i
	escaped := false
	var c rune
	for p.i < s.n {
		c = s.At(p.i)
		p.i++
		if c != '{' && c != '}' {
			continue
		}
		escaped = true
		break
	}
	end := p.i
	if !escaped {
		part.literal = s.Slice(start, end)
		return part, false, nil
	}
	atEnd := p.i >= s.n
	if c == '}' && (atEnd || s.At(p.i) != '}') {
		return part, false, ValueErrorf("Single '}' encountered in format string")
	}
	if atEnd && c == '{' {
		return part, false, ValueErrorf("Single '{' encountered in format string")
	}
	if s.At(p.i) == c {
		// A doubled brace stands for itself.
		p.i++
		part.literal = s.Slice(start, end)
		return part, false, nil
	}
	part.literal = s.Slice(start, end-1)
	part.hasField = true
	err = p.field(&part)
	return part, false, err
}

// field reads a replacement field behind its opening brace.
func (p *formatParser) field(part *formatPart) error {
	s := p.s
	start := p.i
	var c rune
name:
	for p.i < s.n {
		c = s.At(p.i)
		p.i++
		switch c {
		case '{':
			return ValueErrorf("unexpected '{' in field name")
		case '[':
			for p.i < s.n && s.At(p.i) != ']' {
				p.i++
			}
		case '}', ':', '!':
			break name
		}
	}
	if c != '}' && c != ':' && c != '!' {
		return ValueErrorf("expected '}' before end of string")
	}
	part.name = s.Slice(start, p.i-1)
	part.spec = strEmpty
	if c == '}' {
		return nil
	}
	if c == '!' {
		if p.i >= s.n {
			return ValueErrorf("end of string while looking for conversion specifier")
		}
		part.conversion = s.At(p.i)
		p.i++
		if p.i < s.n {
			c = s.At(p.i)
			p.i++
			if c == '}' {
				return nil
			}
			if c != ':' {
				return ValueErrorf("expected ':' after conversion specifier")
			}
		}
	}
	start = p.i
	depth := 1
	for p.i < s.n {
		switch s.At(p.i) {
		case '{':
			part.nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				part.spec = s.Slice(start, p.i)
				p.i++
				return nil
			}
		}
		p.i++
	}
	return ValueErrorf("unmatched '{' in format spec")
}

// fieldStep is one attribute or item of a field name.
type fieldStep struct {
	attr  bool
	index int // -1: name is not a number
	name  *Str
}

// fieldName goes through the part of a field name behind its first name.
type fieldName struct {
	s *Str
	i int
}

// splitField reads the first name of a field.
func splitField(name *Str) (first *Str, index int, rest fieldName, err error) {
	i := 0
	for i < name.n && name.At(i) != '.' && name.At(i) != '[' {
		i++
	}
	first = name.Slice(0, i)
	index, err = first.wholeNumber()
	return first, index, fieldName{name, i}, err
}

// wholeNumber returns the number that the string consists of, -1 where it is none.
func (s *Str) wholeNumber() (int, error) {
	n, end, err := s.number(0)
	if err != nil || end != s.n {
		return -1, err
	}
	return n, nil
}

func (f *fieldName) next() (step fieldStep, done bool, err error) {
	s := f.s
	if f.i >= s.n {
		return step, true, nil
	}
	c := s.At(f.i)
	f.i++
	start := f.i
	switch c {
	case '.':
		for f.i < s.n && s.At(f.i) != '.' && s.At(f.i) != '[' {
			f.i++
		}
		step = fieldStep{attr: true, index: -1, name: s.Slice(start, f.i)}
	case '[':
		for f.i < s.n && s.At(f.i) != ']' {
			f.i++
		}
		if f.i >= s.n {
			return step, false, ValueErrorf("Missing ']' in format string")
		}
		step.name = s.Slice(start, f.i)
		f.i++
		if step.index, err = step.name.wholeNumber(); err != nil {
			return step, false, err
		}
	default:
		return step, false, ValueErrorf("Only '.' or '[' may follow ']' in format field specifier")
	}
	if step.name.n == 0 {
		return step, false, ValueErrorf("Empty attribute in format string")
	}
	return step, false, nil
}

// formatter formats one format string.
type formatter struct {
	t    *Thread
	args []Value // nil for format_map
	kw   *Tuple  // names of the values behind the positional arguments
	vals []Value
	// mapping replaces the arguments of format_map.
	mapping Value
	auto    int // next automatic number; -1 after a manual one
	state   int // 0: undecided, 1: automatic, 2: manual
}

// object finds what a field names.
func (f *formatter) object(name *Str) (Value, error) {
	first, index, rest, err := splitField(name)
	if err != nil {
		return Value{}, err
	}
	empty := first.n == 0
	if empty || index >= 0 {
		state := 2
		if empty {
			state = 1
		}
		switch {
		case f.state == 0:
			f.state = state
		case f.state == 2 && state == 1:
			return Value{}, ValueErrorf("cannot switch from manual field specification to automatic field numbering")
		case f.state == 1 && state == 2:
			return Value{}, ValueErrorf("cannot switch from automatic field numbering to manual field specification")
		}
		if empty {
			index = f.auto
			f.auto++
		}
	}
	var v Value
	switch {
	case index < 0 && !f.mapping.IsZero():
		v, err = GetItem(f.t, f.mapping, ToValue(first))
	case index < 0:
		err = KeyError(ToValue(first))
		for i := range f.kw.Len() {
			if As[Str](f.kw.Item(i)).Equal(first) {
				v, err = f.vals[i], nil
				break
			}
		}
	case !f.mapping.IsZero():
		err = ValueErrorf("Format string contains positional fields")
	case index >= len(f.args):
		err = IndexErrorf("Replacement index %d out of range for positional args tuple", index)
	default:
		v = f.args[index]
	}
	for err == nil {
		step, done, err := rest.next()
		if err != nil || done {
			return v, err
		}
		switch {
		case step.attr:
			v, err = GetAttr(f.t, v, InternStr(step.name))
		case step.index >= 0:
			v, err = GetItem(f.t, v, Int(int64(step.index)))
		default:
			v, err = GetItem(f.t, v, ToValue(step.name))
		}
		if err != nil {
			return Value{}, err
		}
	}
	return Value{}, err
}

// run formats s; depth counts how deep specifications may still nest.
func (f *formatter) run(s *Str, depth int) (*Str, error) {
	if depth < 0 {
		return nil, ValueErrorf("Max string recursion exceeded")
	}
	var b textBuilder
	b.narrow = f.t.takeScratch()
	p := formatParser{s: s}
	for {
		part, done, err := p.next()
		if err != nil {
			return nil, err
		}
		if done {
			r := b.result()
			f.t.giveScratch(b.narrow)
			return r, nil
		}
		b.str(part.literal)
		if !part.hasField {
			continue
		}
		v, err := f.object(part.name)
		if err != nil {
			return nil, err
		}
		switch part.conversion {
		case 0:
		case 'r':
			v, err = Repr(f.t, v)
		case 's':
			v, err = ToStr(f.t, v)
		case 'a':
			v, err = ASCII(f.t, v)
		default:
			err = ValueErrorf("Unknown conversion specifier %s", quoteCode(part.conversion))
		}
		if err != nil {
			return nil, err
		}
		spec := part.spec
		if part.nested {
			if spec, err = f.run(spec, depth-1); err != nil {
				return nil, err
			}
		}
		r, err := Format(f.t, v, ToValue(spec))
		if err != nil {
			return nil, err
		}
		b.str(As[Str](r))
	}
}

// formatDepth is how deep specifications nest: a field's may have fields, theirs not.
const formatDepth = 1

func strFormatMethod(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	n := len(args) - kw.Len()
	f := formatter{t: t, args: args[:n], kw: kw, vals: args[n:]}
	if s := As[Str](self); s.ascii {
		if b, ok := f.appendSimply(t.takeScratch(), s.String()); ok {
			r := strEmpty
			if len(b) > 0 {
				r = strFromASCII(b)
			}
			t.giveScratch(b)
			return ToValue(r), nil
		} else {
			t.giveScratch(b)
		}
	}
	r, err := f.run(As[Str](self), formatDepth)
	return ToValue(r), err
}

func strFormatMap(t *Thread, self Value, args []Value) (Value, error) {
	f := formatter{t: t, mapping: args[0]}
	r, err := f.run(As[Str](self), formatDepth)
	return ToValue(r), err
}

// FormatterIteratorType and FieldNameIteratorType are the types of what _string gives to string.Formatter.
var FormatterIteratorType, FieldNameIteratorType Type

type formatterIterator struct {
	Head
	p formatParser
}

type fieldNameIterator struct {
	Head
	f fieldName
}

// FormatterParser is _string.formatter_parser(s): an iterator over the pieces of a format string as tuples (literal,
// name, specification, conversion).
func FormatterParser(s *Str) Value {
	return ToValue(&formatterIterator{Head{&FormatterIteratorType}, formatParser{s: s}})
}

// FormatterFieldNameSplit is _string.formatter_field_name_split(s): the first name of a field and an iterator over the
// rest.
func FormatterFieldNameSplit(s *Str) (Value, error) {
	first, index, rest, err := splitField(s)
	if err != nil {
		return Value{}, err
	}
	v := ToValue(first)
	if index >= 0 {
		v = Int(int64(index))
	}
	return ToValue(NewTuple(v, ToValue(&fieldNameIterator{Head{&FieldNameIteratorType}, rest}))), nil
}

func initFormatIterators() {
	self := func(t *Thread, v Value) (Value, error) { return v, nil }
	typ := &FormatterIteratorType
	typ.Name = "formatteriterator"
	typ.Flags = FlagNoInstantiate
	typ.Iter = self
	typ.Next = func(t *Thread, v Value) (Value, error) {
		part, done, err := As[formatterIterator](v).p.next()
		if done || err != nil {
			return Value{}, err
		}
		if !part.hasField {
			return ToValue(NewTuple(ToValue(part.literal), None, None, None)), nil
		}
		conversion := None
		if part.conversion != 0 {
			conversion = ToValue(CharStr(part.conversion))
		}
		return ToValue(NewTuple(ToValue(part.literal), ToValue(part.name), ToValue(part.spec), conversion)), nil
	}
	typ = &FieldNameIteratorType
	typ.Name = "fieldnameiterator"
	typ.Flags = FlagNoInstantiate
	typ.Iter = self
	typ.Next = func(t *Thread, v Value) (Value, error) {
		step, done, err := As[fieldNameIterator](v).f.next()
		if done || err != nil {
			return Value{}, err
		}
		name := ToValue(step.name)
		if step.index >= 0 {
			name = Int(int64(step.index))
		}
		return ToValue(NewTuple(Bool(step.attr), name)), nil
	}
}
