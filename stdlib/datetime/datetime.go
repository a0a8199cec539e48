package datetime

import (
	"fmt"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var dateTimeType typeOf

// dateTime is a datetime; it begins as a date. zone is zero for None; hash is zero until it is asked for.
type dateTime struct {
	objects.Head
	ymd
	hms
	zone value
	hash int64
}

func asDateTime(v value) *dateTime { return objects.As[dateTime](v) }

// isDateTime reports whether v is a datetime or of a derived class.
func isDateTime(v value) bool {
	return objects.Is(v, &dateTimeType) || objects.IsInstance(v, &dateTimeType)
}

// makeDateTime makes an instance of fields that are in their ranges.
func makeDateTime(typ *typeOf, d ymd, c hms, zone value) value {
	v := typ.NewInstance()
	x := asDateTime(v)
	x.ymd, x.hms, x.zone = d, c, zone
	return v
}

// newDateTime makes a datetime for a class, by calling it where it is a program's.
func newDateTime(t *thread, cls *typeOf, d ymd, c hms, zone value) (value, error) {
	if cls == &dateTimeType {
		return makeDateTime(cls, d, c, zone), nil
	}
	return callClass(t, cls, c.fold, objects.Int(int64(d.year)), intValue(d.month), intValue(d.day),
		intValue(c.hour), intValue(c.minute), intValue(c.second), objects.Int(int64(c.us)), native.None(zone))
}

var dateTimeCall = constructor{
	def:      objects.FuncDef{Sig: "year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0"},
	params:   []string{"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"},
	required: 3, zone: 7, position: 8,
}

func dateTimeNew(t *thread, typ *typeOf, args []value, kw *objects.Tuple) (value, error) {
	if n := len(args) - kw.Len(); n == 1 || n == 2 {
		state, ok, err := stateOf(t, args[0], dateTimeState, "datetime")
		if err != nil {
			return value{}, err
		}
		if ok {
			zone, err := zoneState(args[:n])
			if err != nil {
				return value{}, err
			}
			c := state[4:].clock()
			c.fold = state[2] >> 7
			return makeDateTime(typ, state.day(), c, zone), nil
		}
	}
	var f fields
	if err := dateTimeCall.read(t, &f, args, kw); err != nil {
		return value{}, err
	}
	d, err := checkDay(f.n[0], f.n[1], f.n[2])
	if err != nil {
		return value{}, err
	}
	c, err := checkClock(f.n[3], f.n[4], f.n[5], f.n[6], f.n[8])
	if err != nil {
		return value{}, err
	}
	zone, err := zoneArg(f.zone)
	if err != nil {
		return value{}, err
	}
	return makeDateTime(typ, d, c, zone), nil
}

func dateTimeRepr(t *thread, self value) (value, error) {
	x := asDateTime(self)
	s := fmt.Sprintf("%s(%d, %d, %d, %d, %d%s", objects.TypeOf(self).TpName(), x.year, x.month, x.day, x.hour, x.minute, x.tailRepr())
	if x.fold != 0 {
		s += ", fold=1"
	}
	if !x.zone.IsZero() {
		z, err := objects.ReprString(t, x.zone)
		if err != nil {
			return value{}, err
		}
		s += ", tzinfo=" + z
	}
	return native.Str(s + ")"), nil
}

// offset is utcoffset(), nil for None.
func (x *dateTime) offset(t *thread) (*delta, error) {
	return callOffset(t, x.zone, names.utcoffset, objects.ToValue(x))
}

func (x *dateTime) typ() *typeOf { return objects.TypeOf(objects.ToValue(x)) }

// plus is a datetime of the same class and time zone, a number of days and microseconds later.
func (x *dateTime) plus(t *thread, days int, us int64) (value, error) {
	carry, us := floorDiv(x.micros()+us, usPerDay)
	day, ok := x.ymd.plus(days + int(carry))
	if !ok {
		return value{}, outOfRange()
	}
	return newDateTime(t, x.typ(), day, clockOf(us), x.zone)
}

// shift adds microseconds.
func (x *dateTime) shift(t *thread, us int64) (value, error) { return x.plus(t, 0, us) }

func dateTimeAdd(t *thread, a, b value) (value, error) {
	if isDelta(a) {
		a, b = b, a
	}
	if !isDateTime(a) || !isDelta(b) {
		return objects.NotImplemented, nil
	}
	x, d := asDateTime(a), asDelta(b)
	return x.plus(t, int(d.days), d.withinDay())
}

func dateTimeSub(t *thread, a, b value) (value, error) {
	if !isDateTime(a) {
		return objects.NotImplemented, nil
	}
	x := asDateTime(a)
	if isDelta(b) {
		d := asDelta(b)
		return x.plus(t, -int(d.days), -d.withinDay())
	}
	if !isDateTime(b) {
		return objects.NotImplemented, nil
	}
	y := asDateTime(b)
	us := instant(x.ymd, x.hms) - instant(y.ymd, y.hms)
	if x.zone != y.zone {
		p, q, err := bothOffsets(t, x, y)
		if err != nil {
			return value{}, err
		}
		if (p == nil) != (q == nil) {
			return value{}, objects.TypeErrorf("can't subtract offset-naive and offset-aware datetimes")
		}
		if p != nil {
			us -= p.offsetMicros() - q.offsetMicros()
		}
	}
	return deltaOfMicros(&deltaType, us), nil
}

func bothOffsets(t *thread, x, y *dateTime) (p, q *delta, err error) {
	if p, err = x.offset(t); err == nil {
		q, err = y.offset(t)
	}
	return p, q, err
}

// compare orders the fields; the fold does not count.
func (x *dateTime) compare(y *dateTime) int {
	if a, b := x.ymd.key(), y.ymd.key(); a != b {
		return int(int64(a) - int64(b))
	}
	return int(int64(x.hms.key()) - int64(y.hms.key()))
}

func dateTimeCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if !isDateTime(b) {
		return objects.NotImplemented, nil
	}
	x, y := asDateTime(a), asDateTime(b)
	if x.zone == y.zone {
		return ordered(x.compare(y), op), nil
	}
	p, q, err := bothOffsets(t, x, y)
	if err != nil {
		return value{}, err
	}
	equality := op == objects.OpEq || op == objects.OpNe
	var c int
	switch {
	case p != nil && q != nil:
		c = int(instant(x.ymd, x.hms) - p.offsetMicros() - (instant(y.ymd, y.hms) - q.offsetMicros()))
	case p == q:
		c = x.compare(y)
	case equality:
		return objects.Bool(op == objects.OpNe), nil
	default:
		return value{}, objects.TypeErrorf("can't compare offset-naive and offset-aware datetimes")
	}
	if equality && c == 0 {
		// Between zones, a time whose fold matters equals nothing (PEP 495).
		for _, o := range [...]struct {
			x      *dateTime
			offset *delta
		}{{x, p}, {y, q}} {
			matters, err := o.x.foldMatters(t, o.offset)
			if err != nil {
				return value{}, err
			}
			if matters {
				c = 1
				break
			}
		}
	}
	return ordered(c, op), nil
}

// foldMatters reports whether the offset from UTC would be another one than offset if the fold were the other one.
func (x *dateTime) foldMatters(t *thread, offset *delta) (bool, error) {
	if x.zone.IsZero() || objects.Is(x.zone, &timezoneType) {
		return false, nil
	}
	c := x.hms
	c.fold ^= 1
	other, err := asDateTime(makeDateTime(&dateTimeType, x.ymd, c, x.zone)).offset(t)
	if err != nil {
		return false, err
	}
	if other == nil || offset == nil {
		return other != offset, nil
	}
	return other.compare(offset) != 0, nil
}

// dateTimeHash is that of the packed fields; where there is an offset from UTC, that of the duration since day 0 there.
// The fold does not count.
func dateTimeHash(t *thread, self value) (int64, error) {
	x := asDateTime(self)
	if x.hash != 0 {
		return x.hash, nil
	}
	first := x
	if x.fold != 0 && !x.zone.IsZero() {
		c := x.hms
		c.fold = 0
		first = asDateTime(makeDateTime(&dateTimeType, x.ymd, c, x.zone))
	}
	offset, err := first.offset(t)
	if err != nil {
		return 0, err
	}
	if offset == nil {
		x.hash = objects.HashBytes(x.pack())
	} else {
		x.hash = microsHash(instant(x.ymd, x.hms) - offset.offsetMicros())
	}
	return x.hash, nil
}

// pack packs the fields without the fold.
func (x *dateTime) pack() []byte {
	return appendClock(appendDay(make([]byte, 0, dateTimeState), x.ymd), x.hms)
}

func dateTimeReplace(t *thread, self value, args []value) (value, error) {
	x := asDateTime(self)
	n := [3]int{int(x.year), int(x.month), int(x.day)}
	for i := range n {
		if !args[i].IsZero() {
			var err error
			if n[i], err = native.Int(t, args[i]); err != nil {
				return value{}, err
			}
		}
	}
	d, dayErr := checkDay(n[0], n[1], n[2])
	c, zone, err := replaceClock(t, x.hms, x.zone, args[3:])
	if dayErr != nil && (err == nil || !objects.IsError(err, &objects.TypeErrorType) && !objects.IsError(err, &objects.OverflowErrorType)) {
		// Arguments of a wrong type come first.
		err = dayErr
	}
	if err != nil {
		return value{}, err
	}
	return newDateTime(t, objects.TypeOf(self), d, c, zone)
}

func dateTimeISOFormat(t *thread, self value, args []value) (value, error) {
	x := asDateTime(self)
	separator := 'T'
	if v := args[0]; !v.IsZero() {
		s, ok := objects.StrOf(v)
		if !ok || s.Len() != 1 {
			return value{}, objects.TypeErrorf("isoformat() argument 1 must be a unicode character, not %s", native.TypeName(v))
		}
		separator = s.At(0)
	}
	p, err := timespec(t, args[1], 2)
	if err != nil {
		return value{}, err
	}
	b := x.ymd.appendISO(make([]byte, 0, 48))
	b = x.hms.appendISO(append(b, 'T'), p)
	offset, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	if offset != nil {
		b = appendOffset(b, offset, ":")
	}
	const at = len("YYYY-MM-DD")
	if separator < 0x80 {
		b[at] = byte(separator)
		return native.Str(string(b)), nil
	}
	runes := []rune(string(b))
	runes[at] = separator
	return objects.StrFromRunes(runes).Value(), nil
}

// summerTime is the field tm_isdst: whether dst() is not zero, -1 where it is None.
func (x *dateTime) summerTime(t *thread) (int, error) {
	d, err := callOffset(t, x.zone, names.dst, objects.ToValue(x))
	switch {
	case err != nil || d == nil:
		return -1, err
	case d.isZero():
		return 0, nil
	}
	return 1, nil
}

func dateTimeTuple(t *thread, self value, args []value) (value, error) {
	x := asDateTime(self)
	dst, err := x.summerTime(t)
	if err != nil {
		return value{}, err
	}
	return timeTuple(t, x.ymd, x.hms, dst)
}

func dateTimeUTCTuple(t *thread, self value, args []value) (value, error) {
	x := asDateTime(self)
	offset, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	if offset != nil {
		v, err := x.shift(t, -offset.offsetMicros())
		if err != nil {
			return value{}, err
		}
		if !isDateTime(v) {
			return value{}, objects.TypeErrorf("%s() returned no datetime", x.typ())
		}
		x = asDateTime(v)
	}
	return timeTuple(t, x.ymd, x.hms, 0)
}

func dateTimeMethods() []objects.FuncDef {
	part := func(name, doc string, fn func(x *dateTime) value) objects.FuncDef {
		return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
			return fn(asDateTime(self)), nil
		}}
	}
	list := append(dateTimeMakers(),
		part("date", "The date, without the time of day.", func(x *dateTime) value { return makeDate(&dateType, x.ymd) }),
		part("time", "The time of day, without the time zone.", func(x *dateTime) value { return makeTime(&timeType, x.hms, value{}) }),
		part("timetz", "The time of day with the time zone.", func(x *dateTime) value { return makeTime(&timeType, x.hms, x.zone) }),
		part("ctime", "Write the date and time as ctime() of C does.", func(x *dateTime) value { return ctime(x.ymd, x.hms) }),
		objects.FuncDef{Name: "timetuple", Doc: "A time.struct_time of the date and time.", Fn: dateTimeTuple},
		objects.FuncDef{Name: "timestamp", Doc: "The seconds since the Epoch, as a float. Without a time zone the fields are local time.", Fn: dateTimeTimestamp},
		objects.FuncDef{Name: "utctimetuple", Doc: "A time.struct_time of the date and time in UTC.", Fn: dateTimeUTCTuple},
		objects.FuncDef{Name: "isoformat", Sig: "sep=?, timespec=?", NoSig: true,
			Doc: "Write the date and time as YYYY-MM-DDTHH:MM:SS, with microseconds and the offset from UTC where there are any.\n\n" +
				"sep stands in place of the T. timespec says how much of the time: auto, hours, minutes, seconds, milliseconds or\nmicroseconds.",
			Fn: dateTimeISOFormat},
	)
	list = append(list, zoneMethods(func(self value) (value, value) { return asDateTime(self).zone, self })...)
	list = append(list, replaceMethods("year=unchanged, month=unchanged, day=unchanged, hour=unchanged, minute=unchanged, second=unchanged, "+
		"microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged", "a datetime", dateTimeReplace)...)
	list = append(list, objects.FuncDef{Name: "astimezone", Sig: "tz=?", NoSig: true,
		Doc: "The same instant in another time zone; without one, in local time.", Fn: dateTimeInZone})
	return append(list, reduceMethods("datetime", func(self value, keep bool) value {
		x := asDateTime(self)
		state := x.pack()
		if keep && x.fold != 0 {
			state[2] |= foldBit
		}
		return reduced(self, state, x.zone)
	})...)
}

func initDateTime() {
	typ := &dateTimeType
	typ.Name, typ.Module = "datetime", "datetime"
	typ.Doc = "datetime(year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)\n\n" +
		"A date and a time of day, to the microsecond, which may have a time zone."
	typ.Base, typ.Flags = &dateType, objects.FlagBase
	objects.Layout[dateTime](typ)
	typ.New = dateTimeNew
	typ.Repr, typ.Hash, typ.Compare = dateTimeRepr, dateTimeHash, dateTimeCompare
	typ.Str = func(t *thread, self value) (value, error) {
		return objects.CallMethod(t, self, names.isoformat, native.Str(" "))
	}
	typ.Number.Binary[objects.OpAdd], typ.Number.Binary[objects.OpSub] = dateTimeAdd, dateTimeSub
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, asDateTime(v).zone) }
	typ.GetSets = func() []objects.GetSetDef {
		return clockFields(func(v value) (*hms, value) {
			x := asDateTime(v)
			return &x.hms, x.zone
		})
	}
	typ.Methods = dateTimeMethods
}
