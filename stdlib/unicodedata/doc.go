// Package unicodedata is the module unicodedata: the Unicode character database of package ucd as Python sees it. The
// module's functions answer for the current version, the methods of ucd_3_2_0 for the old one.
package unicodedata

import (
	"strings"
	"unsafe"

	"github.com/adder-lang/adder/internal/ucd"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "unicodedata",
	Doc:     "The properties of characters in the Unicode Character Database, version " + ucd.Version + ".",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if databaseType.Name == "" {
			initDatabase()
		}
		m.Set("unidata_version", objects.StrValue(ucd.Version))
		old := databaseType.NewInstance()
		objects.As[database](old).version = objects.StrValue(ucd.OldVersion)
		m.Set("UCD", objects.NewType(&databaseType))
		m.Set("ucd_3_2_0", old)
		return nil
	},
}

// database is unicodedata.UCD. The only instance is of the old version.
type database struct {
	objects.Head
	version value
}

var databaseType objects.Type

// versionOf returns the data that a function or method answers from.
func versionOf(self value) ucd.Database {
	if objects.TypeOf(self) == &databaseType {
		return ucd.Old
	}
	return ucd.Current
}

// character converts an argument that has to be a str of length one; where names it in the message.
func character(v value, where string) (rune, error) {
	s, ok := objects.StrOf(v)
	if !ok || s.Len() != 1 {
		return 0, objects.TypeErrorf("%s must be a unicode character, not %s", where, native.TypeName(v))
	}
	return s.At(0), nil
}

// property declares a function of a character that always has an answer.
func property(name, doc string, f func(d ucd.Database, r rune) value) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "chr, /", Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
		r, err := character(args[0], name+"() argument")
		if err != nil {
			return value{}, err
		}
		return f(versionOf(self), r), nil
	}}
}

// partial declares a function of a character that gives a default, or raises ValueError, where there is no answer (zero).
func partial(name, doc, missing string, f func(d ucd.Database, r rune) value) objects.FuncDef {
	return objects.FuncDef{Name: name, Sig: "chr, default=<unrepresentable>, /", Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
		r, err := character(args[0], name+"() argument 1")
		if err != nil {
			return value{}, err
		}
		if v := f(versionOf(self), r); !v.IsZero() {
			return v, nil
		}
		if args[1].IsZero() {
			return value{}, objects.ValueErrorf("%s", missing)
		}
		return args[1], nil
	}}
}

// digit is the value of a digit, absent where it is -1.
func digit(n int) value {
	if n < 0 {
		return value{}
	}
	return objects.Int(int64(n))
}

func methods() []objects.FuncDef {
	str := objects.StrValue
	const otherwise = "\n\nOf another character the result is default; if that is not given, ValueError is raised."
	return []objects.FuncDef{
		partial("decimal", "Return the value of a decimal digit as an int."+otherwise,
			"not a decimal", func(d ucd.Database, r rune) value { return digit(d.Decimal(r)) }),
		partial("digit", "Return the value of a digit, which may be one like a superscript, as an int."+otherwise,
			"not a digit", func(d ucd.Database, r rune) value { return digit(d.Digit(r)) }),
		partial("numeric", "Return the value of a character that stands for a number, such as a fraction, as a float."+otherwise,
			"not a numeric character", func(d ucd.Database, r rune) value {
				if n, ok := d.Numeric(r); ok {
					return objects.Float(n)
				}
				return value{}
			}),
		property("category", "Return the general category of a character, such as 'Lu' for a capital letter.",
			func(d ucd.Database, r rune) value { return str(d.Category(r)) }),
		property("bidirectional", "Return the bidirectional class of a character, or an empty string if it has none.",
			func(d ucd.Database, r rune) value { return str(d.Bidirectional(r)) }),
		property("combining", "Return the canonical combining class of a character, which is 0 for most.",
			func(d ucd.Database, r rune) value { return objects.Int(int64(d.Combining(r))) }),
		property("mirrored", "Return 1 if a character is mirrored in text that runs from right to left, otherwise 0.",
			func(d ucd.Database, r rune) value {
				if d.Mirrored(r) {
					return objects.Int(1)
				}
				return objects.Int(0)
			}),
		property("east_asian_width", "Return the East Asian width of a character: 'W', 'F', 'Na', 'H', 'A' or 'N'.",
			func(d ucd.Database, r rune) value { return str(d.EastAsianWidth(r)) }),
		property("decomposition", "Return what a character decomposes into, as hexadecimal code points behind a tag in angle brackets, if any.\n\nThe string is empty if it does not decompose.",
			func(d ucd.Database, r rune) value { return str(d.DecompositionText(r)) }),
		partial("name", "Return the name of a character.\n\nOf one without a name the result is default; if that is not given, ValueError is raised.",
			"no such name", func(d ucd.Database, r rune) value {
				if n := d.Name(r); n != "" {
					return str(n)
				}
				return value{}
			}),
		{Name: "lookup", Sig: "name, /", Doc: "Return the character that has a name, or the characters of a named sequence; KeyError if there is none.", Fn: lookup},
		{Name: "is_normalized", Sig: "form, unistr, /", Doc: "Tell whether unistr is already what normalize(form, unistr) returns.", Fn: isNormalized},
		{Name: "normalize", Sig: "form, unistr, /", Doc: "Return unistr in the normal form 'NFC', 'NFKC', 'NFD' or 'NFKD'.", Fn: normalize},
	}
}

func lookup(t *thread, self value, args []value) (value, error) {
	var name string
	if s, ok := objects.StrOf(args[0]); ok {
		b, err := objects.EncodeUTF8(t, s, "strict")
		if err != nil {
			return value{}, err
		}
		name = string(b)
	} else {
		b, release, err := native.Bytes(t, args[0])
		if err != nil {
			return value{}, err
		}
		name = string(b)
		release()
	}
	if len(name) > ucd.MaxName {
		return value{}, objects.KeyError(objects.StrValue("name too long"))
	}
	d := versionOf(self)
	if r, ok := d.Lookup(name); ok {
		return objects.CharStr(r).Value(), nil
	}
	if d == ucd.Current {
		if s, ok := ucd.LookupSequence(name); ok {
			return objects.ToValue(objects.StrFromRunes(s)), nil
		}
	}
	// The message is made as C makes it: up to a NUL.
	name, _, _ = strings.Cut(name, "\x00")
	return value{}, objects.KeyError(objects.StrValue("undefined character name '" + name + "'"))
}

// formArgs converts the arguments of normalize and is_normalized. The name of the form is not looked at yet.
func formArgs(args []value, fn string) (form string, s *objects.Str, err error) {
	for i, v := range args {
		if _, ok := objects.StrOf(v); !ok {
			return "", nil, objects.TypeErrorf("%s() argument %d must be str, not %s", fn, i+1, native.TypeName(v))
		}
	}
	return objects.As[objects.Str](args[0]).String(), objects.As[objects.Str](args[1]), nil
}

func normalize(t *thread, self value, args []value) (value, error) {
	name, s, err := formArgs(args, "normalize")
	if err != nil || s.Len() == 0 {
		return args[1], err
	}
	form, ok := ucd.ParseForm(name)
	if !ok {
		return value{}, objects.ValueErrorf("invalid normalization form")
	}
	d := versionOf(self)
	if d == ucd.Current && (s.IsASCII() || ucd.QuickCheck(form, s.Len(), s.At) == ucd.Yes) {
		return args[1], nil
	}
	if err := objects.CheckSize(s.Len(), 8); err != nil {
		return value{}, err
	}
	return objects.ToValue(objects.StrFromRunes(d.Normalize(form, s.Runes()))), nil
}

func isNormalized(t *thread, self value, args []value) (value, error) {
	name, s, err := formArgs(args, "is_normalized")
	if err != nil || s.Len() == 0 {
		return objects.True, err
	}
	form, ok := ucd.ParseForm(name)
	if !ok {
		return value{}, objects.ValueErrorf("invalid normalization form")
	}
	d := versionOf(self)
	if d == ucd.Current && s.IsASCII() {
		return objects.True, nil
	}
	return objects.Bool(d.IsNormalized(form, s.Runes())), nil
}

func initDatabase() {
	typ := &databaseType
	typ.Name, typ.Module = "UCD", "unicodedata"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[database](typ)
	typ.Methods = methods
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "unidata_version", Offset: unsafe.Offsetof(database{}.version), ReadOnly: true}}
	}
}
