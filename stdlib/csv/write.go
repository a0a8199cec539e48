package csv

import (
	"strings"
	"unicode/utf8"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// writer is a _csv.writer.
type writer struct {
	objects.Head
	*dialect
	write  value
	record []byte // in WTF-8
	fields int    // in the record
}

func newWriter(t *thread, _ value, args []value, kw *objects.Tuple) (value, error) {
	if n := len(args) - kw.Len(); n < 1 || n > 2 {
		return value{}, objects.CountError("", n, 1, 2, false)
	}
	write, err := objects.GetAttrString(t, args[0], "write")
	if err != nil && !objects.IsError(err, &objects.AttributeErrorType) {
		return value{}, err
	}
	if err != nil || !objects.Callable(write) {
		return value{}, objects.TypeErrorf("argument 1 must have a \"write\" method")
	}
	_, d, err := withDialect(t, args, kw)
	if err != nil {
		return value{}, err
	}
	v := writerType.NewInstance()
	w := objects.As[writer](v)
	w.dialect, w.write = d, write
	return v, nil
}

// special reports whether a character needs quotes or an escape.
func (w *writer) special(c rune) bool {
	return c == w.delimiter || c == w.escapeChar || c == w.quoteChar || c == '\n' || c == '\r' || w.end != "" && strings.ContainsRune(w.end, c)
}

func appendChar(b []byte, c rune) []byte {
	if c >= 0xD800 && c < 0xE000 {
		return append(b, 0xE0|byte(c>>12), 0x80|byte(c>>6&0x3F), 0x80|byte(c&0x3F))
	}
	return utf8.AppendRune(b, c)
}

// field appends a field; null says that it is None.
func (w *writer) field(s *objects.Str, null, quoted bool) error {
	if w.fields > 0 {
		w.record = appendChar(w.record, w.delimiter)
	}
	n := s.Len()
	nullLeft := null && (w.quoting == quoteStrings || w.quoting == quoteNotNull)
	if n == 0 && w.delimiter == ' ' && w.skipSpace {
		if w.quoting == quoteNone || nullLeft {
			return failf("empty field must be quoted if delimiter is a space and skipinitialspace is true")
		}
		quoted = true
	}
	start := len(w.record)
	for i := range n {
		c := s.At(i)
		if !w.special(c) {
			w.record = appendChar(w.record, c)
			continue
		}
		escape := w.quoting == quoteNone
		if !escape {
			switch {
			case c == w.quoteChar && w.doubleQuote:
				w.record = appendChar(w.record, c)
			case c == w.quoteChar || c == w.escapeChar:
				escape = true
			}
			quoted = quoted || !escape
		}
		if escape {
			if w.escapeChar == unset {
				return failf("need to escape, but no escapechar set")
			}
			w.record = appendChar(w.record, w.escapeChar)
		}
		w.record = appendChar(w.record, c)
	}
	if quoted {
		quote := appendChar(nil, w.quoteChar)
		w.record = append(w.record, quote...)
		copy(w.record[start+len(quote):], w.record[start:len(w.record)-len(quote)])
		copy(w.record[start:], quote)
		w.record = append(w.record, quote...)
	}
	w.fields++
	return nil
}

func (w *writer) quotes(v value) bool {
	switch w.quoting {
	case quoteAll:
		return true
	case quoteNonNumeric:
		return !isNumber(v)
	case quoteStrings:
		_, ok := objects.StrOf(v)
		return ok
	case quoteNotNull:
		return v != objects.None
	}
	return false
}

// isNumber reports whether v can be converted to a number.
func isNumber(v value) bool {
	if objects.IsInt(v) || v.IsFloat() || objects.IsComplex(v) {
		return true
	}
	typ := objects.TypeOf(v)
	return objects.IsIndex(v) || !typ.Lookup(objects.Intern("__int__")).IsZero() || !typ.Lookup(objects.Intern("__float__")).IsZero()
}

func (w *writer) row(t *thread, seq value) (value, error) {
	it, err := objects.Iter(t, seq)
	if err != nil {
		if objects.IsError(err, &objects.TypeErrorType) {
			err = failf("iterable expected, not %s", objects.TypeOf(seq).TpName())
		}
		return value{}, err
	}
	w.record, w.fields = w.record[:0], 0
	null := false
	for {
		v, err := objects.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if v.IsZero() {
			break
		}
		quoted := w.quotes(v)
		null = v == objects.None
		s, ok := objects.StrOf(v)
		switch {
		case ok:
		case null:
			s = objects.Intern("")
		default:
			text, err := objects.ToStr(t, v)
			if err != nil {
				return value{}, err
			}
			s, _ = objects.StrOf(text)
		}
		if err := w.field(s, null, quoted); err != nil {
			return value{}, err
		}
	}
	if w.fields > 0 && len(w.record) == 0 {
		if w.quoting == quoteNone || null && (w.quoting == quoteStrings || w.quoting == quoteNotNull) {
			return value{}, failf("single empty field record must be quoted")
		}
		w.fields--
		if err := w.field(objects.Intern(""), true, true); err != nil {
			return value{}, err
		}
	}
	return objects.Call1(t, w.write, native.Str(string(w.record)+w.end))
}

func initWriter() {
	typ := &writerType
	typ.Name, typ.Module, typ.Doc = "writer", "_csv", "What writes rows of fields as CSV text.\n"
	typ.Flags = objects.FlagNoInstantiate | objects.FlagBase
	objects.Layout[writer](typ)
	typ.Traverse = func(self value, visit func(value)) { native.Visit(visit, objects.As[writer](self).write) }
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "writerow", Sig: "object, /", Doc: "writerow(iterable)\n\nWrite the fields as one row. What is not a str is written as str() shows it, None as nothing.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.As[writer](self).row(t, args[0])
			}},
			{Name: "writerows", Sig: "object, /", Doc: "writerows(iterable of iterables)\n\nWrite a row for each iterable of fields.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.None, objects.Each(t, args[0], func(v value) error {
					_, err := objects.As[writer](self).row(t, v)
					return err
				})
			}},
		}
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "dialect", ReadOnly: true, Get: func(self value) value { return objects.ToValue(objects.As[writer](self).dialect) }}}
	}
}
