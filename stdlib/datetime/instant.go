package datetime

import (
	gotime "time"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Datetimes from instants and back: now(), timestamps, and conversion between time zones; and the other ways to make one.

// fromInstant makes a datetime of seconds and microseconds since the Epoch: local time, or UTC where the time zone is to
// convert it.
func fromInstant(t *thread, cls *typeOf, s, us int64, local bool, zone value) (value, error) {
	var b broken
	var err error
	if local {
		b, err = localAt(s)
	} else {
		b, err = breakDown(s)
	}
	if err != nil {
		return value{}, err
	}
	d, err := checkDay(b.year, b.month, b.day)
	if err != nil {
		return value{}, err
	}
	c := clockOf(int64(b.clock)*usPerSecond + us)
	if local && zone.IsZero() {
		shown := int64(d.ordinal())*secondsPerDay + int64(b.clock) - epochSeconds
		again, err := localFold(s, shown)
		if err != nil {
			return value{}, err
		}
		if again {
			c.fold = 1
		}
	}
	return newDateTime(t, cls, d, c, zone)
}

// inZone is fromInstant for a time zone that may be absent (local time) or convert.
func inZone(t *thread, cls value, s, us int64, zone value) (value, error) {
	typ, _ := objects.TypeFrom(cls)
	v, err := fromInstant(t, typ, s, us, zone.IsZero(), zone)
	if err != nil || zone.IsZero() {
		return v, err
	}
	return objects.CallMethod(t, zone, names.fromutc, v)
}

// present is the time now, in seconds and microseconds since the Epoch.
func present() (s, us int64) {
	return floorDiv(gotime.Now().UnixMicro(), usPerSecond)
}

func dateTimeNow(t *thread, cls value, args []value) (value, error) {
	zone, err := zoneArg(args[0])
	if err != nil {
		return value{}, err
	}
	s, us := present()
	return inZone(t, cls, s, us, zone)
}

func dateTimeFromTimestamp(t *thread, cls value, args []value) (value, error) {
	zone, err := zoneArg(args[1])
	if err != nil {
		return value{}, err
	}
	s, us, err := timestamp(t, args[0])
	if err != nil {
		return value{}, err
	}
	return inZone(t, cls, s, us, zone)
}

// deprecated warns of the functions that make naive datetimes of UTC.
func deprecated(t *thread, name, instead string) error {
	return objects.H.Warn(t, &objects.DeprecationWarningType, "datetime.datetime."+name+"() is deprecated and scheduled for removal in a "+
		"future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime."+instead+".", 1)
}

func dateTimeUTCNow(t *thread, cls value, args []value) (value, error) {
	if err := deprecated(t, "utcnow", "now(datetime.UTC)"); err != nil {
		return value{}, err
	}
	s, us := present()
	typ, _ := objects.TypeFrom(cls)
	return fromInstant(t, typ, s, us, false, value{})
}

func dateTimeFromUTCTimestamp(t *thread, cls value, args []value, kw *objects.Tuple) (value, error) {
	if kw.Len() == 0 {
		if err := deprecated(t, "utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)"); err != nil {
			return value{}, err
		}
	}
	return exactly("utcfromtimestamp", 1, func(t *thread, cls value, args []value) (value, error) {
		s, us, err := timestamp(t, args[0])
		if err != nil {
			return value{}, err
		}
		typ, _ := objects.TypeFrom(cls)
		return fromInstant(t, typ, s, us, false, value{})
	})(t, cls, args, kw)
}

func dateTimeStrptime(t *thread, cls value, args []value) (value, error) {
	for i, v := range args {
		if _, err := strArg(v, "strptime", i+1); err != nil {
			return value{}, err
		}
	}
	m, err := interp.ImportModule(t, "_strptime")
	if err != nil {
		return value{}, err
	}
	fn, err := objects.GetAttrString(t, m, "_strptime_datetime")
	if err != nil {
		return value{}, err
	}
	return objects.Call3(t, fn, cls, args[0], args[1])
}

func dateTimeCombine(t *thread, cls value, args []value) (value, error) {
	if !objects.IsInstance(args[0], &dateType) {
		return value{}, objects.TypeErrorf("combine() argument 1 must be datetime.date, not %s", native.TypeName(args[0]))
	}
	if !isTime(args[1]) {
		return value{}, objects.TypeErrorf("combine() argument 2 must be datetime.time, not %s", native.TypeName(args[1]))
	}
	x := asTime(args[1])
	zone := x.zone
	if !args[2].IsZero() {
		var err error
		if zone, err = zoneArg(args[2]); err != nil {
			return value{}, err
		}
	}
	typ, _ := objects.TypeFrom(cls)
	return newDateTime(t, typ, objects.As[date](args[0]).ymd, x.hms, zone)
}

func dateTimeTimestamp(t *thread, self value, args []value) (value, error) {
	x := asDateTime(self)
	if !x.zone.IsZero() {
		offset, err := x.offset(t)
		if err != nil {
			return value{}, err
		}
		if offset == nil {
			return value{}, objects.TypeErrorf("can't subtract offset-naive and offset-aware datetimes")
		}
		us := instant(x.ymd, x.hms) - offset.offsetMicros() - epochSeconds*usPerSecond
		days, rest := floorDiv(us, usPerDay)
		return deltaSeconds(t, &delta{days: int32(days), seconds: int32(rest / usPerSecond), us: int32(rest % usPerSecond)})
	}
	s, err := fromLocal(x.naiveSeconds(), x.fold != 0)
	if err != nil {
		return value{}, err
	}
	return objects.Float(float64(s) + float64(x.us)/usPerSecond), nil
}

// dateTimeInZone is astimezone().
func dateTimeInZone(t *thread, self value, args []value) (value, error) {
	x := asDateTime(self)
	target, err := zoneArg(args[0])
	if err != nil {
		return value{}, err
	}
	if !x.zone.IsZero() && x.zone == target {
		return self, nil
	}
	offset, err := x.offset(t)
	if err != nil {
		return value{}, err
	}
	if offset == nil {
		// Local time.
		s, err := x.zoneSeconds()
		if err != nil {
			return value{}, err
		}
		zone, err := localZone(t, s)
		if err != nil {
			return value{}, err
		}
		if zone == target {
			return self, nil
		}
		offset = asDelta(objects.As[timezone](zone).offset)
	}
	v, err := x.shift(t, -offset.offsetMicros())
	if err != nil {
		return value{}, err
	}
	if !isDateTime(v) {
		return value{}, objects.TypeErrorf("fromutc: argument must be a datetime")
	}
	// The UTC has the new zone already, whose fromutc() asks for that.
	u := asDateTime(v)
	if target.IsZero() {
		if target, err = localZone(t, u.naiveSeconds()); err != nil {
			return value{}, err
		}
	}
	if u.zone.IsZero() {
		v = makeDateTime(u.typ(), u.ymd, u.hms, target)
	} else {
		u.zone = target
	}
	return objects.CallMethod(t, target, names.fromutc, v)
}

// dateTimeMakers are the class methods.
func dateTimeMakers() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "now", Kind: objects.ClassFunc, Sig: "tz=None", Doc: "The present time in a time zone; without one, local time.", Fn: dateTimeNow},
		{Name: "utcnow", Kind: objects.ClassFunc, Doc: "The present time in UTC, without a time zone. Deprecated.", Fn: dateTimeUTCNow},
		{Name: "fromtimestamp", Kind: objects.ClassFunc, Sig: "timestamp, tz=None", NoSig: true,
			Doc: "The time in a time zone, or local time, at a number of seconds since the Epoch.", Fn: dateTimeFromTimestamp},
		{Name: "utcfromtimestamp", Kind: objects.ClassFunc, NoSig: true, Doc: "UTC at a number of seconds since the Epoch, without a time zone. Deprecated.",
			Raw: dateTimeFromUTCTimestamp},
		{Name: "strptime", Kind: objects.ClassFunc, NoSig: true, Doc: "strptime(string, format)\n\nRead a datetime by directives, as time.strptime() does.",
			Raw: exactly("strptime", 2, dateTimeStrptime)},
		{Name: "combine", Kind: objects.ClassFunc, Sig: "date, time, tzinfo=?", NoSig: true, Doc: "A datetime of a date and a time; tzinfo stands in place of the time's.",
			Fn: dateTimeCombine},
		{Name: "fromisoformat", Kind: objects.ClassFunc, Sig: "object, /", Doc: "Read a datetime in one of the formats of ISO 8601.", Fn: dateTimeFromISOFormat},
	}
}
