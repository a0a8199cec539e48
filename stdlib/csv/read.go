package csv

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// state is where the reader is within a record.
type state uint8

const (
	startRecord state = iota
	startField
	escapedChar     // behind an escape character
	afterEscapedEnd // behind an escaped line end
	inField         // in a field without quotes
	inQuoted        // in a field in quotes
	escapedInQuoted // behind an escape character there
	quoteInQuoted   // behind a quote there: the end of the field, or the first of two
	eatEnd          // behind a line end
)

// endOfLine stands for the end of a string that the iterator gave.
const endOfLine rune = -2

// reader is a _csv.reader.
type reader struct {
	objects.Head
	*dialect
	lines    value
	line     int
	state    state
	row      *objects.List
	field    []rune
	unquoted bool // the field has no quotes
}

func newReader(t *thread, _ value, args []value, kw *objects.Tuple) (value, error) {
	if n := len(args) - kw.Len(); n < 1 || n > 2 {
		return value{}, objects.CountError("", n, 1, 2, false)
	}
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	_, d, err := withDialect(t, args, kw)
	if err != nil {
		return value{}, err
	}
	v := readerType.NewInstance()
	r := objects.As[reader](v)
	r.dialect, r.lines = d, it
	return v, nil
}

// save ends a field.
func (r *reader) save(t *thread) error {
	n := len(r.field)
	s := r.text()
	r.field = r.field[:0]
	return r.add(t, s, n)
}

func (r *reader) text() *objects.Str {
	for _, c := range r.field {
		if c > 0xFF {
			return objects.StrFromRunes(r.field)
		}
	}
	b := make([]byte, len(r.field))
	for i, c := range r.field {
		b[i] = byte(c)
	}
	return objects.StrFromLatin1(b)
}

// add appends a field to the record: a str, or what the dialect makes of a field without quotes.
func (r *reader) add(t *thread, s *objects.Str, n int) error {
	v := s.Value()
	if r.unquoted {
		switch {
		case n == 0 && (r.quoting == quoteNotNull || r.quoting == quoteStrings):
			v = objects.None
		case n != 0 && (r.quoting == quoteNonNumeric || r.quoting == quoteStrings):
			f, err := objects.FloatFrom(t, v)
			if err != nil {
				return err
			}
			v = objects.Float(f)
		}
	}
	r.row.Append(v)
	return nil
}

func (r *reader) append(c rune) error {
	if len(r.field) >= fieldLimit {
		return failf("field larger than field limit (%d)", fieldLimit)
	}
	r.field = append(r.field, c)
	return nil
}

// ended goes on behind a field that a line end has ended.
func (r *reader) ended(t *thread, c rune) error {
	r.state = eatEnd
	if c == endOfLine {
		r.state = startRecord
	}
	return r.save(t)
}

func isEnd(c rune) bool { return c == '\n' || c == '\r' || c == endOfLine }

// char takes the next character.
func (r *reader) char(t *thread, c rune) error {
	switch r.state {
	case startRecord, startField:
		if r.state == startRecord {
			if c == endOfLine {
				return nil
			}
			if isEnd(c) {
				r.state = eatEnd
				return nil
			}
			r.state = startField
		}
		r.unquoted = true
		switch {
		case isEnd(c):
			return r.ended(t, c)
		case c == r.quoteChar && r.quoting != quoteNone:
			r.unquoted = false
			r.state = inQuoted
		case c == r.escapeChar:
			r.state = escapedChar
		case c == ' ' && r.skipSpace:
		case c == r.delimiter:
			return r.save(t)
		default:
			r.state = inField
			return r.append(c)
		}
	case escapedChar:
		if c == '\n' || c == '\r' {
			r.state = afterEscapedEnd
			return r.append(c)
		}
		if c == endOfLine {
			c = '\n'
		}
		r.state = inField
		return r.append(c)
	case afterEscapedEnd, inField:
		switch {
		case r.state == afterEscapedEnd && c == endOfLine:
		case isEnd(c):
			return r.ended(t, c)
		case c == r.escapeChar:
			r.state = escapedChar
		case c == r.delimiter:
			r.state = startField
			return r.save(t)
		default:
			r.state = inField
			return r.append(c)
		}
	case inQuoted:
		switch {
		case c == endOfLine:
		case c == r.escapeChar:
			r.state = escapedInQuoted
		case c == r.quoteChar && r.quoting != quoteNone:
			if r.doubleQuote {
				r.state = quoteInQuoted
			} else {
				r.state = inField
			}
		default:
			return r.append(c)
		}
	case escapedInQuoted:
		if c == endOfLine {
			c = '\n'
		}
		r.state = inQuoted
		return r.append(c)
	case quoteInQuoted:
		switch {
		case r.quoting != quoteNone && c == r.quoteChar:
			r.state = inQuoted
			return r.append(c)
		case c == r.delimiter:
			r.state = startField
			return r.save(t)
		case isEnd(c):
			return r.ended(t, c)
		case r.strictness:
			return failf("'%s' expected after '%s'", string(r.delimiter), string(r.quoteChar))
		default:
			r.state = inField
			return r.append(c)
		}
	case eatEnd:
		switch {
		case c == endOfLine:
			r.state = startRecord
		case !isEnd(c):
			return failf("new-line character seen in unquoted field - do you need to open the file with newline=''?")
		}
	}
	return nil
}

// plain takes over a whole field of a line of one-byte characters that begins at i, has no quotes and no escapes and ends
// at a delimiter. It returns the position behind that, or i.
func (r *reader) plain(t *thread, s *objects.Str, units []byte, i int) (int, error) {
	if c := rune(units[i]); isEnd(c) || c == r.escapeChar || c == ' ' && r.skipSpace || c == r.quoteChar && r.quoting != quoteNone {
		return i, nil
	}
	for j := i; j < len(units) && j-i <= fieldLimit; j++ {
		switch c := rune(units[j]); {
		case c == r.delimiter:
			r.unquoted, r.state = true, startField
			return j + 1, r.add(t, s.Slice(i, j), j-i)
		case c == r.escapeChar || isEnd(c):
			return i, nil
		}
	}
	return i, nil
}

func readerNext(t *thread, self value) (value, error) {
	r := objects.As[reader](self)
	r.row, r.field, r.state, r.unquoted = objects.NewList(), r.field[:0], startRecord, false
	for {
		v, err := objects.Next(t, r.lines)
		if err != nil {
			return value{}, err
		}
		if v.IsZero() {
			if len(r.field) == 0 && r.state != inQuoted {
				return value{}, nil
			}
			if r.strictness {
				return value{}, failf("unexpected end of data")
			}
			if err := r.save(t); err != nil {
				return value{}, err
			}
			break
		}
		s, ok := objects.StrOf(v)
		if !ok {
			return value{}, failf("iterator should return strings, not %s (the file should be opened in text mode)", objects.TypeOf(v).TpName())
		}
		r.line++
		var units []byte
		if s.Kind() == 1 {
			units = s.Units1()
		}
		for i, n := 0, s.Len(); i < n; {
			if units != nil && r.state <= startField {
				next, err := r.plain(t, s, units, i)
				if err != nil {
					return value{}, err
				}
				if next > i {
					i = next
					continue
				}
			}
			if err := r.char(t, s.At(i)); err != nil {
				return value{}, err
			}
			i++
		}
		if err := r.char(t, endOfLine); err != nil {
			return value{}, err
		}
		if r.state == startRecord {
			break
		}
	}
	row := r.row
	r.row = nil
	return objects.ToValue(row), nil
}

func initReader() {
	typ := &readerType
	typ.Name, typ.Module, typ.Doc = "reader", "_csv", "An iterator over the rows of CSV text.\n"
	typ.Flags = objects.FlagNoInstantiate | objects.FlagBase
	objects.Layout[reader](typ)
	typ.Iter, typ.Next = native.Self, readerNext
	typ.Traverse = func(self value, visit func(value)) {
		r := objects.As[reader](self)
		native.Visit(visit, r.lines)
		if r.row != nil {
			visit(objects.ToValue(r.row))
		}
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{
			{Name: "dialect", ReadOnly: true, Get: func(self value) value { return objects.ToValue(objects.As[reader](self).dialect) }},
			{Name: "line_num", ReadOnly: true, Get: func(self value) value { return objects.Int(int64(objects.As[reader](self).line)) }},
		}
	}
}
