package datetime

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var timezoneType typeOf

// utc is timezone.utc.
var utc value

// timezone is a time zone that is always as far from UTC. name is zero where it was not given.
type timezone struct {
	objects.Head
	offset, name value
}

// makeTimezone makes an instance of an offset that is known to be less than a day.
func makeTimezone(offset, name value) value {
	v := timezoneType.NewInstance()
	z := objects.As[timezone](v)
	z.offset, z.name = offset, name
	return v
}

var timezoneCall = objects.FuncDef{Name: "timezone", Sig: "offset, name=?"}

func timezoneNew(t *thread, typ *typeOf, args []value, kw *objects.Tuple) (value, error) {
	var bound [2]value
	err := timezoneCall.BindArgs(bound[:], args, kw)
	if err != nil && (bound[0].IsZero() || len(args) > 2) {
		return value{}, err
	}
	// The types are checked first, as CPython does while it goes over the arguments.
	if !isDelta(bound[0]) {
		return value{}, objects.TypeErrorf("timezone() argument 1 must be datetime.timedelta, not %s", native.TypeName(bound[0]))
	}
	if _, ok := objects.StrOf(bound[1]); !bound[1].IsZero() && !ok {
		return value{}, objects.TypeErrorf("timezone() argument 2 must be str, not %s", native.TypeName(bound[1]))
	}
	if err != nil {
		return value{}, err
	}
	return newTimezone(t, bound[0], bound[1])
}

// newTimezone checks the offset; UTC without a name is one object.
func newTimezone(t *thread, offset, name value) (value, error) {
	d := asDelta(offset)
	if name.IsZero() && d.isZero() {
		return utc, nil
	}
	if !d.isOffset() {
		r, err := objects.ReprString(t, offset)
		if err != nil {
			return value{}, err
		}
		return value{}, objects.ValueErrorf("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", r)
	}
	return makeTimezone(offset, name), nil
}

func timezoneRepr(t *thread, self value) (value, error) {
	z := objects.As[timezone](self)
	typ := objects.TypeOf(self).TpName()
	if self == utc {
		return native.Str(typ + ".utc"), nil
	}
	r, err := objects.ReprString(t, z.offset)
	if err != nil {
		return value{}, err
	}
	if !z.name.IsZero() {
		name, err := objects.ReprString(t, z.name)
		if err != nil {
			return value{}, err
		}
		r += ", " + name
	}
	return native.Str(typ + "(" + r + ")"), nil
}

// label is the name that was given, else one made of the offset.
func (z *timezone) label() value {
	if !z.name.IsZero() {
		return z.name
	}
	d := asDelta(z.offset)
	if d.isZero() {
		return native.Str("UTC")
	}
	return native.Str(string(appendOffset([]byte("UTC"), d, ":")))
}

// appendOffset writes an offset from UTC as +HH:MM, with seconds and microseconds where they are not zero.
func appendOffset(b []byte, d *delta, separator string) []byte {
	us := d.offsetMicros()
	sign := byte('+')
	if us < 0 {
		us, sign = -us, '-'
	}
	c := clockOf(us)
	b = append2(append(b, sign), c.hour)
	b = append2(append(b, separator...), c.minute)
	if c.second != 0 || c.us != 0 {
		b = append2(append(b, separator...), c.second)
	}
	if c.us != 0 {
		b = appendDigits(append(b, '.'), int(c.us), 6)
	}
	return b
}

// aboutDatetime checks the argument that a method of a zone is asked about.
func aboutDatetime(method string, v value) error {
	if v == objects.None || objects.IsInstance(v, &dateTimeType) {
		return nil
	}
	return objects.TypeErrorf("%s(dt) argument must be a datetime instance or None, not %s", method, objects.TypeOf(v))
}

func initTimezone() {
	typ := &timezoneType
	typ.Name, typ.Module = "timezone", "datetime"
	typ.Doc = "A time zone with a fixed offset from UTC."
	typ.Base = &tzinfoType
	objects.Layout[timezone](typ)
	typ.New = timezoneNew
	typ.Repr = timezoneRepr
	typ.Str = func(t *thread, self value) (value, error) { return objects.As[timezone](self).label(), nil }
	typ.Hash = func(t *thread, self value) (int64, error) {
		return asDelta(objects.As[timezone](self).offset).hash(), nil
	}
	typ.Compare = func(t *thread, a, b value, op objects.CompareOp) (value, error) {
		if op != objects.OpEq && op != objects.OpNe || !objects.Is(b, &timezoneType) {
			return objects.NotImplemented, nil
		}
		x, y := asDelta(objects.As[timezone](a).offset), asDelta(objects.As[timezone](b).offset)
		return ordered(x.compare(y), op), nil
	}
	typ.Traverse = func(v value, visit func(value)) {
		z := objects.As[timezone](v)
		native.Visit(visit, z.offset, z.name)
	}
	typ.Methods = func() []objects.FuncDef {
		method := func(name, doc string, fn func(z *timezone) value) objects.FuncDef {
			return objects.FuncDef{Name: name, Sig: "object, /", Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
				if err := aboutDatetime(name, args[0]); err != nil {
					return value{}, err
				}
				return fn(objects.As[timezone](self)), nil
			}}
		}
		return []objects.FuncDef{
			method("tzname", "The zone's name: the one it was made with, else UTC followed by the offset.", (*timezone).label),
			method("utcoffset", "The zone's offset from UTC.", func(z *timezone) value { return z.offset }),
			method("dst", "None: the zone has no summer time.", func(z *timezone) value { return objects.None }),
			{Name: "fromutc", Sig: "object, /", Doc: "Convert a datetime that holds UTC to the zone's time.", Fn: func(t *thread, self value, args []value) (value, error) {
				x, err := ofZone(self, args[0])
				if err != nil {
					return value{}, err
				}
				return x.shift(t, asDelta(objects.As[timezone](self).offset).offsetMicros())
			}},
			{Name: "__getinitargs__", Doc: "Return the arguments that make an equal zone, for pickle.", Fn: func(t *thread, self value, args []value) (value, error) {
				z := objects.As[timezone](self)
				if z.name.IsZero() {
					return native.Tuple(z.offset), nil
				}
				return native.Tuple(z.offset, z.name), nil
			}},
		}
	}
}
