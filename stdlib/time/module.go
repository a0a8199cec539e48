package time

import (
	"strings"
	"syscall"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

const errOverflow = syscall.EOVERFLOW

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "time",
	Doc: "This module provides various functions to manipulate time values.\n\n" +
		"There are two standard representations of time.  One is the number\n" +
		"of seconds since the Epoch, in UTC (a.k.a. GMT).  The other is a tuple of\n" +
		"9 integers giving local time.",
	Methods: func() []objects.FuncDef { return append(clockMethods(), calendarMethods()...) },
	Exec: func(t *thread, m *objects.Module) error {
		initStructTime()
		for _, c := range clockConstants {
			m.Set(c.name, objects.Int(c.id))
		}
		m.Set("struct_time", objects.ToValue(structTime))
		m.Set("_STRUCT_TM_ITEMS", objects.Int(11))
		setZoneAttributes(m)
		module = m
		return nil
	},
}

// module is where tzset() sets timezone and the others.
var module *objects.Module

func calendarMethods() []objects.FuncDef {
	def := func(name, sig, doc string, f func(t *thread, args []value) (value, error)) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) { return f(t, args) }}
	}
	return []objects.FuncDef{
		def("gmtime", "seconds=None, /", "Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).", func(t *thread, args []value) (value, error) {
			u, err := when(t, args[0])
			if err != nil {
				return value{}, err
			}
			b := breakDown(u.UTC())
			b.zone = "UTC"
			return b.value(), nil
		}),
		def("localtime", "seconds=None, /", "Convert seconds since the Epoch to a time tuple expressing local time.", func(t *thread, args []value) (value, error) {
			u, err := when(t, args[0])
			if err != nil {
				return value{}, err
			}
			b := breakDown(u.In(local()))
			return b.value(), nil
		}),
		def("mktime", "tuple, /", "Convert a time tuple in local time to seconds since the Epoch.", func(t *thread, args []value) (value, error) {
			b, err := parse(t, args[0], "mktime(): illegal time tuple argument")
			if err != nil {
				return value{}, err
			}
			return objects.Float(float64(b.mktime().Unix())), nil
		}),
		def("asctime", "tuple=?, /", "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.", func(t *thread, args []value) (value, error) {
			if args[0].IsZero() {
				u, _ := when(t, value{})
				b := breakDown(u.In(local()))
				return native.Str(b.asctime()), nil
			}
			b, err := parse(t, args[0], "asctime(): illegal time tuple argument")
			if err != nil {
				return value{}, err
			}
			if err := b.check(); err != nil {
				return value{}, err
			}
			return native.Str(b.asctime()), nil
		}),
		def("ctime", "seconds=None, /", "Convert a time in seconds since the Epoch to a string in local time.", func(t *thread, args []value) (value, error) {
			u, err := when(t, args[0])
			if err != nil {
				return value{}, err
			}
			b := breakDown(u.In(local()))
			return native.Str(b.asctime()), nil
		}),
		def("strftime", "format, tuple=?, /", "Convert a time tuple to a string according to a format specification.", func(t *thread, args []value) (value, error) {
			s, ok := objects.StrOf(args[0])
			if !ok {
				return value{}, objects.TypeErrorf("strftime() argument 1 must be str, not %s", native.TypeName(args[0]))
			}
			if strings.IndexByte(s.String(), 0) >= 0 {
				return value{}, objects.ValueErrorf("embedded null character")
			}
			var b broken
			if args[1].IsZero() {
				u, _ := when(t, value{})
				b = breakDown(u.In(local()))
			} else {
				var err error
				if b, err = parse(t, args[1], "strftime(): illegal time tuple argument"); err != nil {
					return value{}, err
				}
				if err := b.check(); err != nil {
					return value{}, err
				}
			}
			if b.isdst < -1 {
				b.isdst = -1
			} else if b.isdst > 1 {
				b.isdst = 1
			}
			return native.Str(b.format(s.String())), nil
		}),
		def("strptime", "string, format=?, /", "Parse a string to a time tuple according to a format specification.", func(t *thread, args []value) (value, error) {
			m, err := interp.ImportModule(t, "_strptime")
			if err != nil {
				return value{}, err
			}
			fn, err := objects.GetAttrString(t, m, "_strptime_time")
			if err != nil {
				return value{}, err
			}
			if args[1].IsZero() {
				return objects.Call1(t, fn, args[0])
			}
			return objects.Call2(t, fn, args[0], args[1])
		}),
		def("tzset", "", "Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ'].", func(t *thread, args []value) (value, error) {
			setZoneAttributes(module)
			return objects.None, nil
		}),
	}
}
