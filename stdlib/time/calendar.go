package time

import (
	"fmt"
	"math"
	gotime "time"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var structTime *objects.Type

func initStructTime() {
	if structTime != nil {
		return
	}
	structTime = objects.NewStructSeqType(objects.StructSeqDef{Name: "time.struct_time", Visible: 9,
		Doc: "A point of time, as nine numbers that have names, too.\n",
		Fields: []objects.StructSeqField{{Name: "tm_year", Doc: "the year, with its century"}, {Name: "tm_mon", Doc: "the month, 1 to 12"},
			{Name: "tm_mday", Doc: "the day of the month, 1 to 31"}, {Name: "tm_hour", Doc: "the hour, 0 to 23"},
			{Name: "tm_min", Doc: "the minute, 0 to 59"}, {Name: "tm_sec", Doc: "the second, 0 to 61"},
			{Name: "tm_wday", Doc: "the day of the week, from 0 for Monday to 6"}, {Name: "tm_yday", Doc: "the day of the year, 1 to 366"},
			{Name: "tm_isdst", Doc: "1 in summer time, 0 at other times, -1 if that is not known"},
			{Name: "tm_zone", Doc: "what the time zone is called"}, {Name: "tm_gmtoff", Doc: "how many seconds the zone is ahead of UTC"}}})
}

// broken is a broken-down time as struct tm: month from 0, weekday from Sunday, day of the year from 0.
type broken struct {
	year                                  int64
	mon, mday, hour, min, sec, wday, yday int
	isdst                                 int
	zone                                  string
	offset                                int
}

func breakDown(u gotime.Time) broken {
	name, off := u.Zone()
	b := broken{year: int64(u.Year()), mon: int(u.Month()) - 1, mday: u.Day(), hour: u.Hour(), min: u.Minute(), sec: u.Second(),
		wday: int(u.Weekday()), yday: u.YearDay() - 1, zone: name, offset: off}
	if u.IsDST() {
		b.isdst = 1
	}
	return b
}

func (b *broken) value() value {
	i := func(n int) value { return objects.Int(int64(n)) }
	return objects.NewStructSeq(structTime, 9, objects.Int(b.year), i(b.mon+1), i(b.mday), i(b.hour), i(b.min), i(b.sec),
		i((b.wday+6)%7), i(b.yday+1), i(b.isdst), native.Str(b.zone), i(b.offset))
}

// when converts an argument in seconds since the epoch, now where it was omitted.
func when(t *thread, v value) (gotime.Time, error) {
	if !native.Given(v) {
		return gotime.Now(), nil
	}
	ts, err := native.Timespec(t, v)
	if err != nil {
		return gotime.Time{}, err
	}
	// struct tm has the year in 32 bits.
	if ts.Sec > 67768036191694799 || ts.Sec < -67768040609740800 {
		return gotime.Time{}, native.OSError(errOverflow, value{})
	}
	return gotime.Unix(ts.Sec, 0), nil
}

// parse reads a broken-down time from a sequence of nine numbers.
func parse(t *thread, v value, format string) (broken, error) {
	p, ok := objects.TupleOf(v)
	if !ok {
		return broken{}, objects.TypeErrorf("Tuple or struct_time argument required")
	}
	if p.Len() != 9 {
		return broken{}, objects.TypeErrorf("%s", format)
	}
	var n [9]int
	for i := range n {
		k, err := native.Int(t, p.Item(i))
		if err != nil {
			return broken{}, err
		}
		n[i] = k
	}
	if int64(n[0]) < math.MinInt32+1900 {
		return broken{}, objects.OverflowErrorf("year out of range")
	}
	b := broken{year: int64(n[0]), mon: n[1] - 1, mday: n[2], hour: n[3], min: n[4], sec: n[5], wday: (n[6] + 1) % 7, yday: n[7] - 1, isdst: n[8]}
	if objects.TypeOf(v) == structTime {
		if z, err := objects.FindAttr(t, v, objects.Intern("tm_zone")); err == nil {
			if s, ok := objects.StrOf(native.None(z)); ok {
				b.zone = s.String()
			}
		}
		if o, err := objects.FindAttr(t, v, objects.Intern("tm_gmtoff")); err == nil {
			if k, ok := objects.Int64Of(native.None(o)); ok {
				b.offset = int(k)
				return b, nil
			}
		}
	}
	b.setZone()
	return b, nil
}

// setZone gives a time without zone the names that isdst calls for.
func (b *broken) setZone() {
	local()
	switch {
	case b.isdst > 0:
		b.zone, b.offset = zone.names[1], -zone.alt
	case b.isdst == 0:
		b.zone, b.offset = zone.names[0], -zone.std
	}
}

// check tests the fields that strftime and asctime index tables with; zeros that can be corrected are.
func (b *broken) check() error {
	fix := func(field *int, low, high int, name string, zero bool) error {
		if zero && *field == low-1 {
			*field = low
		}
		if *field < low || *field > high {
			return objects.ValueErrorf("%s out of range", name)
		}
		return nil
	}
	if err := fix(&b.mon, 0, 11, "month", true); err != nil {
		return err
	}
	if err := fix(&b.mday, 1, 31, "day of month", true); err != nil {
		return err
	}
	if b.hour < 0 || b.hour > 23 {
		return objects.ValueErrorf("hour out of range")
	}
	if b.min < 0 || b.min > 59 {
		return objects.ValueErrorf("minute out of range")
	}
	if b.sec < 0 || b.sec > 61 {
		return objects.ValueErrorf("seconds out of range")
	}
	if b.wday < 0 {
		return objects.ValueErrorf("day of week out of range")
	}
	return fix(&b.yday, 0, 365, "day of year", true)
}

var (
	shortDays   = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
	longDays    = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	shortMonths = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	longMonths  = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func (b *broken) asctime() string {
	return fmt.Sprintf("%s %s%3d %.2d:%.2d:%.2d %d", shortDays[b.wday], shortMonths[b.mon], b.mday, b.hour, b.min, b.sec, b.year)
}

// mktime converts local time to seconds since the epoch; isdst decides between two readings of a clock.
func (b *broken) mktime() gotime.Time {
	loc := local()
	u := gotime.Date(int(b.year), gotime.Month(b.mon+1), b.mday, b.hour, b.min, b.sec, 0, loc)
	if b.isdst < 0 {
		return u
	}
	if u.IsDST() == (b.isdst > 0) {
		return u
	}
	// The other reading, where the clock was set back; else the time as the other offset has it.
	for _, d := range [...]gotime.Duration{gotime.Hour, -gotime.Hour} {
		v := u.Add(d)
		if v.IsDST() == (b.isdst > 0) && v.Hour() == u.Hour() && v.Minute() == u.Minute() {
			return v
		}
	}
	if zone.hasDST {
		want := zone.std
		if b.isdst > 0 {
			want = zone.alt
		}
		_, off := u.Zone()
		return u.Add(gotime.Duration(off+want) * gotime.Second)
	}
	return u
}
