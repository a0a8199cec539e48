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
	Name:    "time",
	Doc:     "Clocks, and the calendar.\n\nA point of time is a number of seconds since the beginning of 1970 in UTC, the epoch, or a tuple of nine numbers like\nstruct_time.",
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
		def("gmtime", "seconds=None, /", "Return the struct_time in UTC of seconds since the epoch, by default of now.", func(t *thread, args []value) (value, error) {
			u, err := when(t, args[0])
			if err != nil {
				return value{}, err
			}
			b := breakDown(u.UTC())
			b.zone = "GMT"
			return b.value(), nil
		}),
		def("localtime", "seconds=None, /", "Return the struct_time in local time of seconds since the epoch, by default of now.", func(t *thread, args []value) (value, error) {
			u, err := when(t, args[0])
			if err != nil {
				return value{}, err
			}
			b := breakDown(u.In(local()))
			return b.value(), nil
		}),
		def("mktime", "tuple, /", "Return the seconds since the epoch of a tuple in local time.", func(t *thread, args []value) (value, error) {
			b, err := parse(t, args[0], "mktime(): illegal time tuple argument")
			if err != nil {
				return value{}, err
			}
			return objects.Float(float64(b.mktime().Unix())), nil
		}),
		def("asctime", "tuple=?, /", "Return a text like 'Thu Jan  1 00:00:00 1970' of a tuple, by default of now in local time.", func(t *thread, args []value) (value, error) {
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
		def("ctime", "seconds=None, /", "Return a text like 'Thu Jan  1 00:00:00 1970' of seconds since the epoch (by default now) in local time.", func(t *thread, args []value) (value, error) {
			u, err := when(t, args[0])
			if err != nil {
				return value{}, err
			}
			b := breakDown(u.In(local()))
			return native.Str(b.asctime()), nil
		}),
		def("strftime", "format, tuple=?, /", "Return a text of a tuple, by default of now in local time, in which format says what stands where.", func(t *thread, args []value) (value, error) {
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
		def("strptime", "string, format=?, /", "Return the struct_time that a text stands for in which format says what stands where.", func(t *thread, args []value) (value, error) {
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
		def("tzset", "", "Take the local time zone from the environment variable TZ.", func(t *thread, args []value) (value, error) {
			setZoneAttributes(module)
			return objects.None, nil
		}),
	}
}
