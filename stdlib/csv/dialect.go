package csv

import (
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// The values of quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
	quoteStrings
	quoteNotNull
)

// unset is a character that a dialect does not have.
const unset rune = -1

// dialect is a _csv.Dialect.
type dialect struct {
	objects.Head
	delimiter, quoteChar, escapeChar   rune
	lineEnd                            *objects.Str
	end                                string
	quoting                            int
	doubleQuote, skipSpace, strictness bool
}

// parameters are the names of a dialect's settings in the order of the constructor's arguments.
var parameters = [...]string{"delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"}

// character converts a setting that is one character; none says that None is allowed.
func character(v value, name string, def rune, none bool) (rune, error) {
	if v.IsZero() {
		return def, nil
	}
	if none && v == objects.None {
		return unset, nil
	}
	s, ok := objects.StrOf(v)
	if !ok {
		or := ""
		if none {
			or = " or None"
		}
		return 0, objects.TypeErrorf("\"%s\" must be string%s, not %s", name, or, objects.TypeOf(v).TpName())
	}
	if s.Len() != 1 {
		return 0, objects.TypeErrorf("\"%s\" must be a 1-character string", name)
	}
	return s.At(0), nil
}

// set takes the settings over from the constructor's arguments.
func (d *dialect) set(t *thread, a []value) (err error) {
	if d.delimiter, err = character(a[0], "delimiter", ',', false); err != nil {
		return err
	}
	if d.doubleQuote, err = native.Bool(t, a[1], true); err != nil {
		return err
	}
	if d.escapeChar, err = character(a[2], "escapechar", unset, true); err != nil {
		return err
	}
	d.lineEnd = objects.NewStr("\r\n")
	if !a[3].IsZero() {
		var ok bool
		if d.lineEnd, ok = objects.StrOf(a[3]); !ok && a[3] != objects.None {
			return objects.TypeErrorf("\"lineterminator\" must be a string")
		}
	}
	if d.quoteChar, err = character(a[4], "quotechar", '"', true); err != nil {
		return err
	}
	if !a[5].IsZero() {
		if objects.TypeOf(a[5]) != &objects.IntType {
			return objects.TypeErrorf("\"quoting\" must be an integer")
		}
		if d.quoting, err = native.Int(t, a[5]); err != nil {
			return err
		}
	}
	if d.skipSpace, err = native.Bool(t, a[6], false); err != nil {
		return err
	}
	if d.strictness, err = native.Bool(t, a[7], false); err != nil {
		return err
	}
	if d.quoting < quoteMinimal || d.quoting > quoteNotNull {
		return objects.TypeErrorf("bad \"quoting\" value")
	}
	if d.quoteChar == unset && a[5].IsZero() {
		d.quoting = quoteNone
	}
	if d.quoteChar == unset && d.quoting != quoteNone {
		return objects.TypeErrorf("quotechar must be set if quoting enabled")
	}
	if d.lineEnd == nil {
		return objects.TypeErrorf("lineterminator must be set")
	}
	d.end = d.lineEnd.String()
	return d.check()
}

// check makes sure that the special characters can be told apart.
func (d *dialect) check() error {
	chars := [...]struct {
		name  string
		char  rune
		space bool // may be a space that is skipped
	}{{"delimiter", d.delimiter, true}, {"escapechar", d.escapeChar, !d.skipSpace}, {"quotechar", d.quoteChar, !d.skipSpace}}
	for _, c := range chars {
		if c.char == '\n' || c.char == '\r' || c.char == ' ' && !c.space {
			return objects.ValueErrorf("bad %s value", c.name)
		}
	}
	for i, c := range chars {
		for _, o := range chars[i+1:] {
			if c.char == o.char && c.char != unset {
				return objects.ValueErrorf("bad %s or %s value", c.name, o.name)
			}
		}
	}
	for _, c := range chars {
		if c.char != unset && strings.ContainsRune(d.end, c.char) {
			return objects.ValueErrorf("bad %s or lineterminator value", c.name)
		}
	}
	return nil
}

func newDialect(t *thread, typ *objects.Type, a []value) (value, error) {
	base := a[0]
	if base == objects.None {
		base = value{}
	}
	if !base.IsZero() {
		if _, ok := objects.StrOf(base); ok {
			var err error
			if base, err = registered(t, base); err != nil {
				return value{}, err
			}
		}
		plain := objects.IsInstance(base, &dialectType)
		for i, name := range parameters {
			if !a[i+1].IsZero() {
				plain = false
				continue
			}
			v, err := objects.GetAttrString(t, base, name)
			if err == nil {
				a[i+1] = v
			} else if !objects.IsError(err, &objects.AttributeErrorType) {
				return value{}, err
			}
		}
		if plain {
			return base, nil
		}
	}
	v := typ.NewInstance()
	return v, objects.As[dialect](v).set(t, a[1:])
}

func charValue(r rune) value {
	if r == unset {
		return objects.None
	}
	return objects.CharStr(r).Value()
}

func initDialect() {
	typ := &dialectType
	typ.Name, typ.Module, typ.Doc = "Dialect", "_csv", "How a kind of CSV text is written: delimiter, quotes, line ends and so on.\n"
	typ.Flags = objects.FlagBase
	objects.Layout[dialect](typ)
	typ.New = objects.NewBound("", "dialect=?, delimiter=?, doublequote=?, escapechar=?, lineterminator=?, quotechar=?, quoting=?, skipinitialspace=?, strict=?", newDialect)
	member := func(name string, get func(d *dialect) value) objects.MemberDef {
		return objects.MemberDef{Name: name, ReadOnly: true, Get: func(self value) value { return get(objects.As[dialect](self)) }}
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{
			member("skipinitialspace", func(d *dialect) value { return objects.Bool(d.skipSpace) }),
			member("doublequote", func(d *dialect) value { return objects.Bool(d.doubleQuote) }),
			member("strict", func(d *dialect) value { return objects.Bool(d.strictness) }),
		}
	}
	attribute := func(name string, get func(d *dialect) value) objects.GetSetDef {
		return objects.GetSetDef{Name: name, Get: func(t *thread, self value) (value, error) { return get(objects.As[dialect](self)), nil }}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			attribute("delimiter", func(d *dialect) value { return charValue(d.delimiter) }),
			attribute("escapechar", func(d *dialect) value { return charValue(d.escapeChar) }),
			attribute("lineterminator", func(d *dialect) value { return d.lineEnd.Value() }),
			attribute("quotechar", func(d *dialect) value { return charValue(d.quoteChar) }),
			attribute("quoting", func(d *dialect) value { return objects.Int(int64(d.quoting)) }),
		}
	}
	typ.Methods = func() []objects.FuncDef {
		reduce := func(t *thread, self value, args []value) (value, error) {
			return value{}, objects.TypeErrorf("cannot pickle '%s' instances", objects.TypeOf(self).Name)
		}
		return []objects.FuncDef{{Name: "__reduce__", Sig: "*args", NoSig: true, Fn: reduce}, {Name: "__reduce_ex__", Sig: "*args", NoSig: true, Fn: reduce}}
	}
}
