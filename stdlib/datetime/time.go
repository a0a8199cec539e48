package datetime

import (
	"fmt"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var timeType typeOf

// timeOfDay is a time. zone is zero for None; hash is zero until it is asked for.
type timeOfDay struct {
	objects.Head
	hms
	zone value
	hash int64
}

func asTime(v value) *timeOfDay { return objects.As[timeOfDay](v) }

// isTime reports whether v is a time or of a derived class.
func isTime(v value) bool { return objects.Is(v, &timeType) || objects.IsInstance(v, &timeType) }

// makeTime makes an instance of fields that are in their ranges.
func makeTime(typ *typeOf, c hms, zone value) value {
	v := typ.NewInstance()
	x := asTime(v)
	x.hms, x.zone = c, zone
	return v
}

// newTime makes a time for a class, by calling it where it is a program's.
func newTime(t *thread, cls *typeOf, c hms, zone value) (value, error) {
	if cls == &timeType {
		return makeTime(cls, c, zone), nil
	}
	return callClass(t, cls, c.fold, intValue(c.hour), intValue(c.minute), intValue(c.second), objects.Int(int64(c.us)), native.None(zone))
}

func intValue(n uint8) value { return objects.InlineInt(int64(n)) }

var foldKeyword *objects.Tuple

// callClass calls a class that derives from time or datetime; the fold goes with it where it is not 0.
func callClass(t *thread, cls *typeOf, fold uint8, args ...value) (value, error) {
	if fold == 0 {
		return objects.Call(t, objects.ToValue(cls), args, nil)
	}
	if foldKeyword == nil {
		foldKeyword = objects.NewTuple(objects.Intern("fold").Value())
	}
	return objects.Call(t, objects.ToValue(cls), append(args, intValue(fold)), foldKeyword)
}

var timeCall = constructor{def: objects.FuncDef{Sig: "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0"},
	params: []string{"hour", "minute", "second", "microsecond", "tzinfo", "fold"}, zone: 4, position: 5}

func timeNew(t *thread, typ *typeOf, args []value, kw *objects.Tuple) (value, error) {
	if n := len(args) - kw.Len(); n == 1 || n == 2 {
		state, ok, err := stateOf(t, args[0], timeState, "time")
		if err != nil {
			return value{}, err
		}
		if ok {
			zone, err := zoneState(args[:n])
			if err != nil {
				return value{}, err
			}
			return makeTime(typ, state.clock(), zone), nil
		}
	}
	var f fields
	if err := timeCall.read(t, &f, args, kw); err != nil {
		return value{}, err
	}
	c, err := checkClock(f.n[0], f.n[1], f.n[2], f.n[3], f.n[5])
	if err != nil {
		return value{}, err
	}
	zone, err := zoneArg(f.zone)
	if err != nil {
		return value{}, err
	}
	return makeTime(typ, c, zone), nil
}

func timeRepr(t *thread, self value) (value, error) {
	x := asTime(self)
	s := fmt.Sprintf("%s(%d, %d%s", objects.TypeOf(self).TpName(), x.hour, x.minute, x.tailRepr())
	if !x.zone.IsZero() {
		z, err := objects.ReprString(t, x.zone)
		if err != nil {
			return value{}, err
		}
		s += ", tzinfo=" + z
	}
	if x.fold != 0 {
		s += ", fold=1"
	}
	return native.Str(s + ")"), nil
}

// tailRepr is seconds and microseconds in a repr, as far as they are not zero.
func (c hms) tailRepr() string {
	switch {
	case c.us != 0:
		return fmt.Sprintf(", %d, %d", c.second, c.us)
	case c.second != 0:
		return fmt.Sprintf(", %d", c.second)
	}
	return ""
}

// offset is utcoffset(), nil for None. A zone is asked about None.
func (x *timeOfDay) offset(t *thread) (*delta, error) {
	return callOffset(t, x.zone, names.utcoffset, objects.None)
}

func timeCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if !isTime(b) {
		return objects.NotImplemented, nil
	}
	x, y := asTime(a), asTime(b)
	if x.zone == y.zone {
		return ordered(int(int64(x.key())-int64(y.key())), op), nil
	}
	p, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	q, err := y.offset(t)
	if err != nil {
		return value{}, err
	}
	switch {
	case p != nil && q != nil:
		return ordered(int(x.micros()-p.offsetMicros()-(y.micros()-q.offsetMicros())), op), nil
	case p == q:
		return ordered(int(int64(x.key())-int64(y.key())), op), nil
	case op == objects.OpEq, op == objects.OpNe:
		return objects.Bool(op == objects.OpNe), nil
	}
	return value{}, objects.TypeErrorf("can't compare offset-naive and offset-aware times")
}

// timeHash is that of the packed fields; where there is an offset from UTC, of the duration that passed since midnight
// there. The fold does not count.
func timeHash(t *thread, self value) (int64, error) {
	x := asTime(self)
	if x.hash != 0 {
		return x.hash, nil
	}
	offset, err := x.offset(t)
	if err != nil {
		return 0, err
	}
	if offset == nil {
		x.hash = objects.HashBytes(appendClock(nil, x.hms))
	} else {
		x.hash = microsHash(x.micros() - offset.offsetMicros())
	}
	return x.hash, nil
}

// microsHash is the hash of a timedelta.
func microsHash(us int64) int64 {
	days, us := floorDiv(us, usPerDay)
	d := delta{days: int32(days), seconds: int32(us / usPerSecond), us: int32(us % usPerSecond)}
	return d.hash()
}

func timeISOFormat(t *thread, self value, args []value) (value, error) {
	x := asTime(self)
	p, err := timespec(t, args[0], 1)
	if err != nil {
		return value{}, err
	}
	b := x.appendISO(make([]byte, 0, 32), p)
	offset, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	if offset != nil {
		b = appendOffset(b, offset, ":")
	}
	return native.Str(string(b)), nil
}

func timeStrftime(t *thread, self value, args []value) (value, error) {
	format, err := strArg(args[0], "strftime", 1)
	if err != nil {
		return value{}, err
	}
	c := asTime(self)
	one := objects.Int(1)
	// The C library may not take years before 1900.
	tuple := native.Tuple(objects.Int(1900), one, one, intValue(c.hour), intValue(c.minute), intValue(c.second), objects.Int(0), one, objects.Int(-1))
	return strftime(t, self, format, tuple, objects.None)
}

// replaceClock applies the arguments hour, minute, second, microsecond, tzinfo and fold of replace().
func replaceClock(t *thread, c hms, zone value, args []value) (hms, value, error) {
	n := [...]int{int(c.hour), int(c.minute), int(c.second), int(c.us), 0, int(c.fold)}
	for i := range n {
		v := args[i]
		if v.IsZero() {
			continue
		}
		if i == 4 {
			zone = v
			continue
		}
		var err error
		if n[i], err = native.Int(t, v); err != nil {
			return hms{}, value{}, err
		}
	}
	c, err := checkClock(n[0], n[1], n[2], n[3], n[5])
	if err != nil {
		return hms{}, value{}, err
	}
	zone, err = zoneArg(zone)
	return c, zone, err
}

func timeReplace(t *thread, self value, args []value) (value, error) {
	x := asTime(self)
	c, zone, err := replaceClock(t, x.hms, x.zone, args)
	if err != nil {
		return value{}, err
	}
	return newTime(t, objects.TypeOf(self), c, zone)
}

// zoneMethods declares utcoffset(), dst() and tzname(), which ask the time zone; about says what about.
func zoneMethods(about func(self value) (zone, arg value)) []objects.FuncDef {
	offset := func(name, doc string) objects.FuncDef {
		method := objects.Intern(name)
		return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
			zone, arg := about(self)
			d, err := callOffset(t, zone, method, arg)
			return orNone(d), err
		}}
	}
	return []objects.FuncDef{
		offset("utcoffset", "What tzinfo.utcoffset() answers; None without a time zone."),
		{Name: "tzname", Doc: "What tzinfo.tzname() answers; None without a time zone.", Fn: func(t *thread, self value, args []value) (value, error) {
			zone, arg := about(self)
			v, err := callName(t, zone, arg)
			return native.None(v), err
		}},
		offset("dst", "What tzinfo.dst() answers; None without a time zone."),
	}
}

// clockFields declares the attributes that time and datetime have in common.
func clockFields(of func(v value) (c *hms, zone value)) []objects.GetSetDef {
	field := func(name string, get func(c *hms) int) objects.GetSetDef {
		return objects.GetSetDef{Name: name, Get: func(t *thread, self value) (value, error) {
			c, _ := of(self)
			return objects.InlineInt(int64(get(c))), nil
		}}
	}
	return []objects.GetSetDef{
		field("hour", func(c *hms) int { return int(c.hour) }),
		field("minute", func(c *hms) int { return int(c.minute) }),
		field("second", func(c *hms) int { return int(c.second) }),
		field("microsecond", func(c *hms) int { return int(c.us) }),
		{Name: "tzinfo", Get: func(t *thread, self value) (value, error) {
			_, zone := of(self)
			return native.None(zone), nil
		}},
		field("fold", func(c *hms) int { return int(c.fold) }),
	}
}

func initTime() {
	typ := &timeType
	typ.Name, typ.Module = "time", "datetime"
	typ.Doc = "time(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)\n\nA time of day, to the microsecond."
	typ.Flags = objects.FlagBase
	objects.Layout[timeOfDay](typ)
	typ.New = timeNew
	typ.Repr, typ.Str, typ.Hash, typ.Compare = timeRepr, isoStr, timeHash, timeCompare
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, asTime(v).zone) }
	typ.GetSets = func() []objects.GetSetDef {
		return clockFields(func(v value) (*hms, value) {
			x := asTime(v)
			return &x.hms, x.zone
		})
	}
	typ.Methods = func() []objects.FuncDef {
		list := []objects.FuncDef{
			{Name: "isoformat", Sig: "timespec=?", NoSig: true, Doc: "Write the time as HH:MM:SS, with microseconds and the offset from UTC where there are any.\n\n" +
				"timespec says how much of it: auto, hours, minutes, seconds, milliseconds or microseconds.", Fn: timeISOFormat},
			{Name: "strftime", Sig: "format", NoSig: true, Doc: "Format by directives as time.strftime() does.", Fn: timeStrftime},
			formatMethod("time"),
			{Name: "fromisoformat", Kind: objects.ClassFunc, Sig: "object, /", Doc: "Read a time in one of the formats of ISO 8601.", Fn: timeFromISOFormat},
		}
		list = append(list, zoneMethods(func(self value) (value, value) { return asTime(self).zone, objects.None })...)
		list = append(list, replaceMethods("hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged",
			"a time", timeReplace)...)
		return append(list, reduceMethods("time", func(self value, keep bool) value {
			x := asTime(self)
			state := appendClock(nil, x.hms)
			if keep && x.fold != 0 {
				state[0] |= foldBit
			}
			return reduced(self, state, x.zone)
		})...)
	}
}
