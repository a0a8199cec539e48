package datetime

import (
	"fmt"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var dateType typeOf

// date is a date, and the beginning of a dateTime.
type date struct {
	objects.Head
	ymd
}

// isDate reports whether v is a date that is not a datetime.
func isDate(v value) bool {
	return objects.Is(v, &dateType) || objects.IsInstance(v, &dateType) && !objects.IsInstance(v, &dateTimeType)
}

// makeDate makes an instance of a day that exists.
func makeDate(typ *typeOf, d ymd) value {
	v := typ.NewInstance()
	objects.As[date](v).ymd = d
	return v
}

// newDate makes a date for a class, by calling it where it is a program's. A datetime has midnight.
func newDate(t *thread, cls *typeOf, year, month, day int) (value, error) {
	if cls != &dateType && cls != &dateTimeType {
		return objects.Call3(t, objects.ToValue(cls), objects.Int(int64(year)), objects.Int(int64(month)), objects.Int(int64(day)))
	}
	d, err := checkDay(year, month, day)
	if err != nil {
		return value{}, err
	}
	if cls == &dateTimeType {
		return makeDateTime(cls, d, hms{}, value{}), nil
	}
	return makeDate(cls, d), nil
}

var dateCall = constructor{def: objects.FuncDef{Sig: "year, month, day"}, params: []string{"year", "month", "day"}, required: 3, zone: -1, position: 3}

func dateNew(t *thread, typ *typeOf, args []value, kw *objects.Tuple) (value, error) {
	if len(args)-kw.Len() == 1 {
		state, ok, err := stateOf(t, args[0], dateState, "date")
		if err != nil {
			return value{}, err
		}
		if ok {
			return makeDate(typ, state.day()), nil
		}
	}
	var f fields
	if err := dateCall.read(t, &f, args, kw); err != nil {
		return value{}, err
	}
	d, err := checkDay(f.n[0], f.n[1], f.n[2])
	if err != nil {
		return value{}, err
	}
	return makeDate(typ, d), nil
}

func dateRepr(t *thread, self value) (value, error) {
	d := objects.As[date](self)
	return native.Str(fmt.Sprintf("%s(%d, %d, %d)", objects.TypeOf(self).TpName(), d.year, d.month, d.day)), nil
}

// isoStr is str(): what the method isoformat() returns.
func isoStr(t *thread, self value) (value, error) {
	return objects.CallMethod(t, self, names.isoformat)
}

func dateHash(t *thread, self value) (int64, error) {
	return objects.HashBytes(appendDay(nil, objects.As[date](self).ymd)), nil
}

func dateCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if !isDate(b) {
		return objects.NotImplemented, nil
	}
	x, y := objects.As[date](a).key(), objects.As[date](b).key()
	return ordered(int(int64(x)-int64(y)), op), nil
}

func outOfRange() error { return objects.OverflowErrorf("date value out of range") }

// shift adds days to a date.
func (d *date) shift(t *thread, days int) (value, error) {
	day, ok := d.plus(days)
	if !ok {
		return value{}, outOfRange()
	}
	if typ := objects.TypeOf(objects.ToValue(d)); typ != &dateType {
		return newDate(t, typ, int(day.year), int(day.month), int(day.day))
	}
	return makeDate(&dateType, day), nil
}

func dateAdd(t *thread, a, b value) (value, error) {
	if isDelta(a) {
		a, b = b, a
	}
	if !isDate(a) || !isDelta(b) {
		return objects.NotImplemented, nil
	}
	return objects.As[date](a).shift(t, int(asDelta(b).days))
}

func dateSub(t *thread, a, b value) (value, error) {
	if !isDate(a) {
		return objects.NotImplemented, nil
	}
	x := objects.As[date](a)
	switch {
	case isDate(b):
		return makeDelta(&deltaType, int32(x.ordinal()-objects.As[date](b).ordinal()), 0, 0), nil
	case isDelta(b):
		return x.shift(t, -int(asDelta(b).days))
	}
	return objects.NotImplemented, nil
}

// timeAttribute is an attribute of module time, which programs may have replaced.
func timeAttribute(t *thread, name string) (value, error) {
	m, err := interp.ImportModule(t, "time")
	if err != nil {
		return value{}, err
	}
	return objects.GetAttrString(t, m, name)
}

// timeTuple makes a time.struct_time.
func timeTuple(t *thread, d ymd, c hms, dst int) (value, error) {
	typ, err := timeAttribute(t, "struct_time")
	if err != nil {
		return value{}, err
	}
	i := func(n int) value { return objects.Int(int64(n)) }
	return objects.Call1(t, typ, native.Tuple(i(int(d.year)), i(int(d.month)), i(int(d.day)),
		i(int(c.hour)), i(int(c.minute)), i(int(c.second)), i(d.weekday()), i(d.yearDay()), i(dst)))
}

// ctime writes a date and time as the C function of that name does.
func ctime(d ymd, c hms) value {
	const days, months = "MonTueWedThuFriSatSun", "JanFebMarAprMayJunJulAugSepOctNovDec"
	w, m := 3*d.weekday(), 3*(int(d.month)-1)
	return native.Str(fmt.Sprintf("%s %s %2d %02d:%02d:%02d %04d", days[w:w+3], months[m:m+3], d.day, c.hour, c.minute, c.second, d.year))
}

func dateFromTimestamp(t *thread, cls value, args []value) (value, error) {
	s, err := wholeSeconds(t, args[0])
	if err != nil {
		return value{}, err
	}
	l, err := localAt(s)
	if err != nil {
		return value{}, err
	}
	typ, _ := objects.TypeFrom(cls)
	return newDate(t, typ, l.year, l.month, l.day)
}

func dateFromOrdinal(t *thread, cls value, args []value) (value, error) {
	n, err := intArg(t, args[0])
	if err != nil {
		return value{}, err
	}
	if n < 1 {
		return value{}, objects.ValueErrorf("ordinal must be >= 1")
	}
	typ, _ := objects.TypeFrom(cls)
	year, month, day := fromOrdinal(n)
	return newDate(t, typ, year, month, day)
}

func dateFromISOCalendar(t *thread, cls value, args []value) (value, error) {
	var n [3]int
	for i := range n {
		var err error
		if n[i], err = intArg(t, args[i]); err != nil {
			if objects.IsError(err, &objects.OverflowErrorType) {
				err = objects.ValueErrorf("ISO calendar component out of range")
			}
			return value{}, err
		}
	}
	year, week, weekday := n[0], n[1], n[2]
	switch {
	case year < minYear || year > maxYear:
		return value{}, objects.ValueErrorf("Year is out of range: %d", year)
	case week < 1 || week > isoWeeks(year):
		return value{}, objects.ValueErrorf("Invalid week: %d", week)
	case weekday < 1 || weekday > 7:
		return value{}, objects.ValueErrorf("Invalid day: %d (range is [1, 7])", weekday)
	}
	typ, _ := objects.TypeFrom(cls)
	y, m, d := fromOrdinal(isoYearStart(year) + 7*(week-1) + weekday - 1)
	return newDate(t, typ, y, m, d)
}

func dateToday(t *thread, cls value, args []value) (value, error) {
	now, err := timeAttribute(t, "time")
	if err != nil {
		return value{}, err
	}
	if now, err = objects.Call0(t, now); err != nil {
		return value{}, err
	}
	return objects.CallMethod(t, cls, names.fromtimestamp, now)
}

func dateReplace(t *thread, self value, args []value) (value, error) {
	d := objects.As[date](self)
	n := [3]int{int(d.year), int(d.month), int(d.day)}
	for i := range n {
		if !args[i].IsZero() {
			var err error
			if n[i], err = native.Int(t, args[i]); err != nil {
				return value{}, err
			}
		}
	}
	return newDate(t, objects.TypeOf(self), n[0], n[1], n[2])
}

func dateStrftime(t *thread, self value, args []value) (value, error) {
	format, err := strArg(args[0], "strftime", 1)
	if err != nil {
		return value{}, err
	}
	tuple, err := objects.CallMethod(t, self, names.timetuple)
	if err != nil {
		return value{}, err
	}
	return strftime(t, self, format, tuple, self)
}

// formatMethod is __format__ of a type: str() for the empty format, else strftime().
func formatMethod(owner string) objects.FuncDef {
	return objects.FuncDef{Name: "__format__", NoSig: true, Doc: "Format with strftime(); the empty format is str().",
		Raw: exactly(owner+".__format__", 1, func(t *thread, self value, args []value) (value, error) {
			format, err := strArg(args[0], "__format__", 1)
			if err != nil {
				return value{}, err
			}
			if format.Len() == 0 {
				return objects.ToStr(t, self)
			}
			return objects.CallMethod(t, self, names.strftime, args[0])
		})}
}

// replaceMethods declares replace() and __replace__(), which is the same.
func replaceMethods(sig, what string, fn func(t *thread, self value, args []value) (value, error)) []objects.FuncDef {
	replace := objects.FuncDef{Name: "replace", Sig: sig, Doc: "Return " + what + " with the given fields changed.", Fn: fn}
	return []objects.FuncDef{replace, {Name: "__replace__", Sig: "**changes", Doc: "The same as replace().",
		Raw: func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
			bound := make([]value, replace.NumParams())
			if err := replace.BindArgs(bound, args, kw); err != nil {
				return value{}, err
			}
			return fn(t, self, bound)
		}}}
}

func dateMethods() []objects.FuncDef {
	ofDay := func(name, doc string, fn func(d ymd) value) objects.FuncDef {
		return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
			return fn(objects.As[date](self).ymd), nil
		}}
	}
	number := func(fn func(d ymd) int) func(d ymd) value {
		return func(d ymd) value { return objects.InlineInt(int64(fn(d))) }
	}
	return append([]objects.FuncDef{
		{Name: "fromtimestamp", Kind: objects.ClassFunc, Sig: "timestamp, /", Doc: "The local date at a number of seconds since the Epoch.", Fn: dateFromTimestamp},
		{Name: "fromordinal", Kind: objects.ClassFunc, NoSig: true, Doc: "The date with a proleptic Gregorian ordinal; 1 January of the year 1 has 1.",
			Raw: exactly("fromordinal", 1, dateFromOrdinal)},
		{Name: "fromisoformat", Kind: objects.ClassFunc, Sig: "object, /", Doc: "Read a date in one of the formats of ISO 8601.", Fn: dateFromISOFormat},
		{Name: "fromisocalendar", Kind: objects.ClassFunc, Sig: "year, week, day", NoSig: true, Doc: "The date with a year, week and weekday of ISO 8601, as isocalendar() gives them.",
			Fn: dateFromISOCalendar},
		{Name: "today", Kind: objects.ClassFunc, Doc: "The present date or datetime: cls.fromtimestamp(time.time()).", Fn: dateToday},
		ofDay("ctime", "Write the date as ctime() of C does.", func(d ymd) value { return ctime(d, hms{}) }),
		{Name: "strftime", Sig: "format", NoSig: true, Doc: "Format by directives as time.strftime() does.", Fn: dateStrftime},
		formatMethod("date"),
		{Name: "timetuple", Doc: "A time.struct_time of the date at midnight.", Fn: func(t *thread, self value, args []value) (value, error) {
			return timeTuple(t, objects.As[date](self).ymd, hms{}, -1)
		}},
		ofDay("isocalendar", "Year, week and weekday of ISO 8601, as a named tuple.", ymd.isoDate),
		ofDay("isoformat", "Write the date as YYYY-MM-DD.", func(d ymd) value { return native.Str(string(d.appendISO(nil))) }),
		ofDay("isoweekday", "The day of the week, Monday being 1 and Sunday 7.", number(func(d ymd) int { return d.weekday() + 1 })),
		ofDay("toordinal", "The proleptic Gregorian ordinal; 1 January of the year 1 has 1.", number(ymd.ordinal)),
		ofDay("weekday", "The day of the week, Monday being 0 and Sunday 6.", number(ymd.weekday)),
		{Name: "__reduce__", Doc: "Return the class and the packed date, for pickle.", Fn: func(t *thread, self value, args []value) (value, error) {
			state := native.Tuple(objects.NewBytes(appendDay(nil, objects.As[date](self).ymd)))
			return native.Tuple(objects.ToValue(objects.TypeOf(self)), state), nil
		}},
	}, replaceMethods("year=unchanged, month=unchanged, day=unchanged", "a date", dateReplace)...)
}

func initDate() {
	typ := &dateType
	typ.Name, typ.Module, typ.Doc = "date", "datetime", "date(year, month, day)\n\nA day of the proleptic Gregorian calendar."
	typ.Flags = objects.FlagBase
	objects.Layout[date](typ)
	typ.New = dateNew
	typ.Repr, typ.Str, typ.Hash, typ.Compare = dateRepr, isoStr, dateHash, dateCompare
	typ.Number.Binary[objects.OpAdd], typ.Number.Binary[objects.OpSub] = dateAdd, dateSub
	typ.Methods = dateMethods
	typ.GetSets = func() []objects.GetSetDef {
		field := func(name string, get func(d *date) int) objects.GetSetDef {
			return objects.GetSetDef{Name: name, Get: func(t *thread, self value) (value, error) {
				return objects.InlineInt(int64(get(objects.As[date](self)))), nil
			}}
		}
		return []objects.GetSetDef{
			field("year", func(d *date) int { return int(d.year) }),
			field("month", func(d *date) int { return int(d.month) }),
			field("day", func(d *date) int { return int(d.day) }),
		}
	}
}
