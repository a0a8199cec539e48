// Package datetime is the module _datetime: dates, times of day, durations and time zones, in the proleptic Gregorian
// calendar.
//
// A value is a small struct behind the head of an object. Fields of a date and of a time of day are two packed groups, ymd
// and hms, which date, timeOfDay and dateTime share; a dateTime begins as a date does, so that methods of date serve both.
// Arithmetic goes through numbers: calendar.go turns a date into the count of days since the year 1 and back, and an
// instant is a count of microseconds in an int64, which holds all years that a date may have. Only durations can be too
// large for that; delta.go falls back to math/big for those.
//
// What the names of an object's methods say is overridden by classes of a program, so that the methods of a time zone are
// called by name (tzinfo.go), and results that belong to a derived class are made by calling it (newDate and the like).
// Local time comes from package time (local.go), formatting with directives goes through time.strftime (strftime.go).
package datetime

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	typeOf = objects.Type
)

// The range of years.
const (
	minYear = 1
	maxYear = 9999
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_datetime",
	Doc:  "The types of the module datetime.",
	Exec: func(t *thread, m *objects.Module) error {
		if dateType.Name == "" {
			initNames()
			initDelta()
			initTzinfo()
			initTimezone()
			initISODate()
			initDate()
			initTime()
			initDateTime()
			setLimits()
		}
		m.Set("MINYEAR", objects.Int(minYear))
		m.Set("MAXYEAR", objects.Int(maxYear))
		for _, typ := range [...]*typeOf{&dateType, &timeType, &dateTimeType, &deltaType, &tzinfoType, &timezoneType} {
			native.Export(m, typ)
		}
		m.Set("UTC", utc)
		return nil
	},
}

// The names of methods that are called on objects which may be a program's.
var names struct {
	utcoffset, dst, tzname, fromutc, strftime, isoformat, timetuple, fromtimestamp *objects.Str
}

func initNames() {
	for _, n := range [...]struct {
		at   **objects.Str
		name string
	}{
		{&names.utcoffset, "utcoffset"}, {&names.dst, "dst"}, {&names.tzname, "tzname"}, {&names.fromutc, "fromutc"},
		{&names.strftime, "strftime"}, {&names.isoformat, "isoformat"}, {&names.timetuple, "timetuple"},
		{&names.fromtimestamp, "fromtimestamp"},
	} {
		*n.at = objects.Intern(n.name)
	}
}

// setLimits gives the types their least and greatest values and their resolution.
func setLimits() {
	set := func(typ *typeOf, name string, v value) {
		objects.NewType(typ)
		typ.Dict().SetStr(objects.Intern(name), v)
	}
	midnight, last := hms{}, hms{hour: 23, minute: 59, second: 59, us: 999_999}
	first, end := ymd{minYear, 1, 1}, ymd{maxYear, 12, 31}
	day, us := makeDelta(&deltaType, 1, 0, 0), makeDelta(&deltaType, 0, 0, 1)

	set(&deltaType, "resolution", us)
	set(&deltaType, "min", makeDelta(&deltaType, -maxDeltaDays, 0, 0))
	set(&deltaType, "max", makeDelta(&deltaType, maxDeltaDays, secondsPerDay-1, 999_999))

	set(&dateType, "min", makeDate(&dateType, first))
	set(&dateType, "max", makeDate(&dateType, end))
	set(&dateType, "resolution", day)

	set(&timeType, "min", makeTime(&timeType, midnight, value{}))
	set(&timeType, "max", makeTime(&timeType, last, value{}))
	set(&timeType, "resolution", us)

	set(&dateTimeType, "min", makeDateTime(&dateTimeType, first, midnight, value{}))
	set(&dateTimeType, "max", makeDateTime(&dateTimeType, end, last, value{}))
	set(&dateTimeType, "resolution", us)

	utc = makeTimezone(makeDelta(&deltaType, 0, 0, 0), value{})
	set(&timezoneType, "utc", utc)
	set(&timezoneType, "min", makeTimezone(makeDelta(&deltaType, -1, 60, 0), value{}))
	set(&timezoneType, "max", makeTimezone(makeDelta(&deltaType, 0, secondsPerDay-60, 0), value{}))
}
