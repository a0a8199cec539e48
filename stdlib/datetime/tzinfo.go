package datetime

import (
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var tzinfoType typeOf

// callOffset asks a time zone, by its method utcoffset() or dst(), for a duration that is less than a day either way. The
// result is nil where the zone is absent (zero) or answers None. arg is the datetime that is asked about, or None.
func callOffset(t *thread, zone value, method *objects.Str, arg value) (*delta, error) {
	if zone.IsZero() {
		return nil, nil
	}
	if objects.Is(zone, &timezoneType) {
		// Its methods cannot be overridden, and the argument is of the right type.
		if method == names.dst {
			return nil, nil
		}
		return asDelta(objects.As[timezone](zone).offset), nil
	}
	v, err := objects.CallMethod(t, zone, method, arg)
	if err != nil || v == objects.None {
		return nil, err
	}
	if !isDelta(v) {
		return nil, objects.TypeErrorf("tzinfo.%s() must return None or a timedelta, not '%s'", method, objects.TypeOf(v))
	}
	d := asDelta(v)
	if !d.isOffset() {
		return nil, objects.ValueErrorf("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
	}
	return d, nil
}

// isOffset reports whether a duration is strictly between minus a day and a day.
func (d *delta) isOffset() bool { return d.days == 0 || d.days == -1 && (d.seconds != 0 || d.us != 0) }

// offsetMicros is the length of a duration that isOffset.
func (d *delta) offsetMicros() int64 { return int64(d.days)*usPerDay + d.withinDay() }

// callName is the answer of tzname(): a str, or zero for None and where there is no zone.
func callName(t *thread, zone value, arg value) (value, error) {
	if zone.IsZero() {
		return value{}, nil
	}
	v, err := objects.CallMethod(t, zone, names.tzname, arg)
	if err != nil || v == objects.None {
		return value{}, err
	}
	if _, ok := objects.StrOf(v); !ok {
		return value{}, objects.TypeErrorf("tzinfo.tzname() must return None or a string, not '%s'", objects.TypeOf(v))
	}
	return v, nil
}

// plainName is a name in which "%" is doubled, so that a format takes it as it is. A class derived from str does that itself.
func plainName(t *thread, v value) (string, error) {
	if !objects.Is(v, &objects.StrType) {
		var err error
		if v, err = objects.CallMethod(t, v, objects.Intern("replace"), native.Str("%"), native.Str("%%")); err != nil {
			return "", err
		}
		s, ok := objects.StrOf(v)
		if !ok {
			return "", objects.TypeErrorf("tzname.replace() did not return a string")
		}
		return utf8Of(t, s)
	}
	s, err := utf8Of(t, objects.As[objects.Str](v))
	return strings.ReplaceAll(s, "%", "%%"), err
}

// orNone is a duration as a value, None where it is absent.
func orNone(d *delta) value {
	if d == nil {
		return objects.None
	}
	return objects.ToValue(d)
}

// ofZone checks the argument of a zone's fromutc().
func ofZone(self, arg value) (*dateTime, error) {
	if !objects.IsInstance(arg, &dateTimeType) {
		return nil, objects.TypeErrorf("fromutc: argument must be a datetime")
	}
	x := objects.As[dateTime](arg)
	if x.zone != self {
		return nil, objects.ValueErrorf("fromutc: dt.tzinfo is not self")
	}
	return x, nil
}

// fromUTC converts UTC to the local time of a zone whose standard offset does not change: it adds that, and then what
// summer time adds to the result.
func fromUTC(t *thread, self value, args []value) (value, error) {
	x, err := ofZone(self, args[0])
	if err != nil {
		return value{}, err
	}
	offset, err := callOffset(t, self, names.utcoffset, args[0])
	if err != nil {
		return value{}, err
	}
	if offset == nil {
		return value{}, objects.ValueErrorf("fromutc: non-None utcoffset() result required")
	}
	dst, err := callOffset(t, self, names.dst, args[0])
	if err != nil {
		return value{}, err
	}
	if dst == nil {
		return value{}, objects.ValueErrorf("fromutc: non-None dst() result required")
	}
	v, err := x.shift(t, offset.offsetMicros()-dst.offsetMicros())
	if err != nil {
		return value{}, err
	}
	if dst, err = callOffset(t, self, names.dst, v); err != nil {
		return value{}, err
	}
	if dst == nil {
		return value{}, objects.ValueErrorf("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	if dst.isZero() {
		return v, nil
	}
	return objects.As[dateTime](v).shift(t, dst.offsetMicros())
}

// zoneReduce is __reduce__ of time zones: the class, the arguments of __getinitargs__() if there is one, and the state.
func zoneReduce(t *thread, self value, args []value) (value, error) {
	get, err := objects.FindAttr(t, self, objects.Intern("__getinitargs__"))
	if err != nil {
		return value{}, err
	}
	made := native.Tuple()
	if !get.IsZero() {
		if made, err = objects.Call0(t, get); err != nil {
			return value{}, err
		}
	}
	state, err := objects.CallMethod(t, self, objects.Intern("__getstate__"))
	if err != nil {
		return value{}, err
	}
	return native.Tuple(objects.ToValue(objects.TypeOf(self)), made, state), nil
}

func initTzinfo() {
	typ := &tzinfoType
	typ.Name, typ.Module = "tzinfo", "datetime"
	typ.Doc = "The base class of time zones. Derived classes define utcoffset(), dst() and tzname()."
	typ.Flags = objects.FlagBase
	objects.Layout[objects.Head](typ)
	typ.New = func(t *thread, typ *typeOf, args []value, kw *objects.Tuple) (value, error) {
		return typ.NewInstance(), nil
	}
	typ.Methods = func() []objects.FuncDef {
		abstract := func(name, doc string) objects.FuncDef {
			return objects.FuncDef{Name: name, Sig: "object, /", Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
				return value{}, objects.Errorf(&objects.NotImplementedErrorType, "a tzinfo subclass must implement %s()", name)
			}}
		}
		return []objects.FuncDef{
			abstract("tzname", "The name of the time zone at a datetime, or None."),
			abstract("utcoffset", "How far local time is ahead of UTC at a datetime, as a timedelta; negative west of Greenwich."),
			abstract("dst", "How much of the offset from UTC is summer time at a datetime, as a timedelta."),
			{Name: "fromutc", Sig: "object, /", Doc: "Convert a datetime that holds UTC to local time.", Fn: fromUTC},
			{Name: "__reduce__", Doc: "Return the class, its arguments and the state, for pickle.", Fn: zoneReduce},
		}
	}
}
