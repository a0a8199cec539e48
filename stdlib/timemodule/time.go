// Package timemodule is the module time.
package timemodule

import (
	"fmt"
	"math"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "time", Doc: "This module provides various functions to manipulate time values.", Methods: methods, Exec: exec}

var structTimeType *objects.Type

func exec(t *thread, m *objects.Module) error {
	f := make([]objects.StructSeqField, 0, 11)
	for _, n := range [][2]string{{"tm_year", "year, for example, 1993"}, {"tm_mon", "month of year, range [1, 12]"},
		{"tm_mday", "day of month, range [1, 31]"}, {"tm_hour", "hours, range [0, 23]"}, {"tm_min", "minutes, range [0, 59]"},
		{"tm_sec", "seconds, range [0, 61])"}, {"tm_wday", "day of week, range [0, 6], Monday is 0"},
		{"tm_yday", "day of year, range [1, 366]"}, {"tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"},
		{"tm_zone", "abbreviation of timezone name"}, {"tm_gmtoff", "offset from UTC in seconds"}} {
		f = append(f, objects.StructSeqField{Name: n[0], Doc: n[1]})
	}
	structTimeType = objects.NewStructSeqType(objects.StructSeqDef{Name: "time.struct_time", Visible: 9, Fields: f,
		Doc: "The time value as returned by gmtime(), localtime(), and strptime(), and\naccepted by asctime(), mktime() and strftime()."})
	m.Set("struct_time", objects.ToValue(structTimeType))
	for name, n := range map[string]int64{"CLOCK_REALTIME": 0, "CLOCK_MONOTONIC": 1, "CLOCK_PROCESS_CPUTIME_ID": 2,
		"CLOCK_THREAD_CPUTIME_ID": 3, "CLOCK_MONOTONIC_RAW": 4, "CLOCK_BOOTTIME": 7, "CLOCK_TAI": 11} {
		m.Set(name, objects.Int(n))
	}
	setZone(m)
	return nil
}

// zone is the local time zone: that of TZ, or the system's.
var zone = time.Local

// setZone sets timezone, altzone, daylight and tzname.
func setZone(m *objects.Module) {
	year := time.Now().Year()
	jan := time.Date(year, 1, 1, 0, 0, 0, 0, zone)
	jul := time.Date(year, 7, 1, 0, 0, 0, 0, zone)
	std, dst := jan, jul
	if jan.IsDST() {
		std, dst = jul, jan
	}
	stdName, stdOff := std.Zone()
	dstName, dstOff := dst.Zone()
	m.Set("timezone", objects.Int(int64(-stdOff)))
	m.Set("altzone", objects.Int(int64(-dstOff)))
	m.Set("daylight", objects.Int(0))
	if stdOff != dstOff {
		m.Set("daylight", objects.Int(1))
	}
	m.Set("tzname", native.Tuple(native.Str(stdName), native.Str(dstName)))
}

func clock(id int32) func() (int64, error) {
	return func() (int64, error) {
		var ts unix.Timespec
		err := unix.ClockGettime(id, &ts)
		return ts.Nano(), err
	}
}

func methods() []objects.FuncDef {
	seconds := func(f func() (int64, error)) func(*thread, value, []value) (value, error) {
		return func(*thread, value, []value) (value, error) {
			n, err := f()
			return objects.Float(toSeconds(n)), err
		}
	}
	nanos := func(f func() (int64, error)) func(*thread, value, []value) (value, error) {
		return func(*thread, value, []value) (value, error) {
			n, err := f()
			return objects.Int(n), err
		}
	}
	real, mono := clock(unix.CLOCK_REALTIME), clock(unix.CLOCK_MONOTONIC)
	proc, thr := clock(unix.CLOCK_PROCESS_CPUTIME_ID), clock(unix.CLOCK_THREAD_CPUTIME_ID)
	return []objects.FuncDef{
		{Name: "time", Doc: "Return the current time in seconds since the Epoch.", Fn: seconds(real)},
		{Name: "time_ns", Doc: "Return the current time in nanoseconds since the Epoch.", Fn: nanos(real)},
		{Name: "monotonic", Doc: "Monotonic clock, cannot go backward.", Fn: seconds(mono)},
		{Name: "monotonic_ns", Doc: "Monotonic clock, cannot go backward, as nanoseconds.", Fn: nanos(mono)},
		{Name: "perf_counter", Doc: "Performance counter for benchmarking.", Fn: seconds(mono)},
		{Name: "perf_counter_ns", Doc: "Performance counter for benchmarking as nanoseconds.", Fn: nanos(mono)},
		{Name: "process_time", Doc: "Process time for profiling: sum of the kernel and user-space CPU time.", Fn: seconds(proc)},
		{Name: "process_time_ns", Doc: "Process time for profiling as nanoseconds.", Fn: nanos(proc)},
		{Name: "thread_time", Doc: "Thread time for profiling: sum of the kernel and user-space CPU time.", Fn: seconds(thr)},
		{Name: "thread_time_ns", Doc: "Thread time for profiling as nanoseconds.", Fn: nanos(thr)},
		{Name: "clock_gettime", Sig: "clk_id, /", Doc: "Return the time of the specified clock clk_id as a float.", Fn: clockGet(false)},
		{Name: "clock_gettime_ns", Sig: "clk_id, /", Doc: "Return the time of the specified clock clk_id as nanoseconds (int).", Fn: clockGet(true)},
		{Name: "clock_getres", Sig: "clk_id, /", Doc: "Return the resolution (precision) of the specified clock clk_id.", Fn: clockRes},
		{Name: "sleep", Sig: "seconds, /", Doc: "Delay execution for a given number of seconds.", Fn: sleep},
		{Name: "gmtime", Sig: "seconds=None, /", Doc: "Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).", Fn: broken(func() *time.Location { return time.UTC })},
		{Name: "localtime", Sig: "seconds=None, /", Doc: "Convert seconds since the Epoch to a time tuple expressing local time.", Fn: broken(func() *time.Location { return zone })},
		{Name: "mktime", Sig: "tuple, /", Doc: "Convert a time tuple in local time to seconds since the Epoch.", Fn: mktime},
		{Name: "asctime", Sig: "tuple=?, /", Doc: "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.", Fn: asctime},
		{Name: "ctime", Sig: "seconds=None, /", Doc: "Convert a time in seconds since the Epoch to a string in local time.", Fn: ctime},
		{Name: "strftime", Sig: "format, tuple=?, /", Doc: "Convert a time tuple to a string according to a format specification.", Fn: strftime},
		{Name: "strptime", Sig: "*args", Doc: "Parse a string to a time tuple according to a format specification.", Raw: strptime},
		{Name: "tzset", Doc: "Initialize, or reinitialize, the local timezone to the value stored in the environment variable TZ.", Fn: tzset},
		{Name: "get_clock_info", Sig: "name, /", Doc: "Get information of the specified clock.", Fn: clockInfo},
	}
}

// toSeconds divides as CPython does: by the seconds and the rest, so that the result is rounded once.
func toSeconds(ns int64) float64 {
	if ns%1e9 == 0 {
		return float64(ns / 1e9)
	}
	return float64(ns) / 1e9
}

func clockGet(ns bool) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		id, err := native.Int(t, args[0])
		if err != nil {
			return value{}, err
		}
		n, err := clock(int32(id))()
		if err != nil {
			return value{}, native.OSError(err, value{})
		}
		if ns {
			return objects.Int(n), nil
		}
		return objects.Float(toSeconds(n)), nil
	}
}

func clockRes(t *thread, self value, args []value) (value, error) {
	id, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	var ts unix.Timespec
	if err := unix.ClockGetres(int32(id), &ts); err != nil {
		return value{}, native.OSError(err, value{})
	}
	return objects.Float(toSeconds(ts.Nano())), nil
}

// sleep waits without the lock; signals are handled while it lasts (PEP 475).
func sleep(t *thread, self value, args []value) (value, error) {
	s, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	if s != s {
		return value{}, objects.ValueErrorf("Invalid value NaN (not a number)")
	}
	if s < 0 {
		return value{}, objects.ValueErrorf("sleep length must be non-negative")
	}
	if s > math.MaxInt64/1e9 {
		return value{}, objects.OverflowErrorf("timestamp too large to convert to C PyTime_t")
	}
	end := time.Now().Add(time.Duration(math.Ceil(s * 1e9)))
	for {
		left := time.Until(end)
		if left <= 0 {
			// Even an empty sleep lets other threads run.
			objects.H.Blocking(t, func() {})
			return objects.None, nil
		}
		// Short pieces, so that a signal does not wait for the end.
		objects.H.Blocking(t, func() { time.Sleep(min(left, 50*time.Millisecond)) })
		if err := interp.CheckSignals(t); err != nil {
			return value{}, err
		}
	}
}

// argTime is the time that an optional argument gives in seconds, now where it was omitted.
func argTime(t *thread, v value) (time.Time, error) {
	if !native.Given(v) {
		return time.Now(), nil
	}
	f, err := native.Float(t, v)
	if err != nil {
		return time.Time{}, err
	}
	if f != f {
		return time.Time{}, objects.ValueErrorf("Invalid value NaN (not a number)")
	}
	fl := math.Floor(f)
	if fl < -67768100567755200 || fl > 67767976233532799 {
		return time.Time{}, objects.OverflowErrorf("timestamp out of range for platform time_t")
	}
	return time.Unix(int64(fl), int64((f-fl)*1e9)), nil
}

func structTime(tm time.Time) value {
	name, off := tm.Zone()
	dst := int64(0)
	if tm.IsDST() {
		dst = 1
	}
	i := func(n int) value { return objects.Int(int64(n)) }
	return objects.NewStructSeq(structTimeType, 9, i(tm.Year()), i(int(tm.Month())), i(tm.Day()), i(tm.Hour()), i(tm.Minute()), i(tm.Second()),
		i((int(tm.Weekday())+6)%7), i(tm.YearDay()), objects.Int(dst), native.Str(name), i(off))
}

func broken(loc func() *time.Location) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		tm, err := argTime(t, args[0])
		if err != nil {
			return value{}, err
		}
		return structTime(tm.In(loc())), nil
	}
}

// fieldsOf are the nine numbers of a time tuple.
func fieldsOf(t *thread, v value, fn string) ([9]int, error) {
	var f [9]int
	tp, ok := objects.TupleOf(v)
	if !ok {
		return f, objects.TypeErrorf("Tuple or struct_time argument required")
	}
	if tp.Len() != 9 {
		return f, objects.TypeErrorf("%s(): illegal time tuple argument", fn)
	}
	for i := range f {
		n, err := native.Int(t, tp.Item(i))
		if err != nil {
			return f, err
		}
		f[i] = n
	}
	return f, nil
}

func mktime(t *thread, self value, args []value) (value, error) {
	f, err := fieldsOf(t, args[0], "mktime")
	if err != nil {
		return value{}, err
	}
	tm := time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, zone)
	if f[8] == 0 && tm.IsDST() {
		tm = tm.Add(time.Hour)
	}
	return objects.Float(float64(tm.Unix())), nil
}

// check verifies the ranges of a time tuple as strftime and asctime do.
func check(f *[9]int) error {
	if f[1] == 0 {
		f[1] = 1
	} else if f[1] < 0 || f[1] > 12 {
		return objects.ValueErrorf("month out of range")
	}
	if f[2] == 0 {
		f[2] = 1
	} else if f[2] < 0 || f[2] > 31 {
		return objects.ValueErrorf("day of month out of range")
	}
	switch {
	case f[3] < 0 || f[3] > 23:
		return objects.ValueErrorf("hour out of range")
	case f[4] < 0 || f[4] > 59:
		return objects.ValueErrorf("minute out of range")
	case f[5] < 0 || f[5] > 61:
		return objects.ValueErrorf("seconds out of range")
	case f[6] < 0:
		return objects.ValueErrorf("day of week out of range")
	}
	f[6] = (f[6] + 1) % 7
	if f[7] == 0 {
		f[7] = 1
	} else if f[7] < 0 || f[7] > 366 {
		return objects.ValueErrorf("day of year out of range")
	}
	return nil
}

var (
	days   = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func nowFields() [9]int {
	tm := time.Now().In(zone)
	dst := 0
	if tm.IsDST() {
		dst = 1
	}
	return [9]int{tm.Year(), int(tm.Month()), tm.Day(), tm.Hour(), tm.Minute(), tm.Second(), (int(tm.Weekday()) + 6) % 7, tm.YearDay(), dst}
}

func asctime(t *thread, self value, args []value) (value, error) {
	f := nowFields()
	if !args[0].IsZero() {
		var err error
		if f, err = fieldsOf(t, args[0], "asctime"); err != nil {
			return value{}, err
		}
	}
	if err := check(&f); err != nil {
		return value{}, err
	}
	return native.Str(fmt.Sprintf("%s %s%3d %02d:%02d:%02d %d", days[f[6]][:3], months[f[1]-1][:3], f[2], f[3], f[4], f[5], f[0])), nil
}

func ctime(t *thread, self value, args []value) (value, error) {
	tm, err := argTime(t, args[0])
	if err != nil {
		return value{}, err
	}
	tm = tm.In(zone)
	return native.Str(fmt.Sprintf("%s %s%3d %02d:%02d:%02d %d", tm.Weekday().String()[:3], tm.Month().String()[:3], tm.Day(), tm.Hour(), tm.Minute(), tm.Second(), tm.Year())), nil
}

func strftime(t *thread, self value, args []value) (value, error) {
	s, ok := objects.StrOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("strftime() argument 1 must be str, not %s", objects.TypeOf(args[0]))
	}
	f := nowFields()
	zoneName, zoneOff := time.Now().In(zone).Zone()
	if !args[1].IsZero() {
		var err error
		if f, err = fieldsOf(t, args[1], "strftime"); err != nil {
			return value{}, err
		}
		tm := time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, zone)
		zoneName, zoneOff = tm.Zone()
		if objects.TypeOf(args[1]) == structTimeType {
			if z, err := objects.GetAttrString(t, args[1], "tm_zone"); err == nil {
				if zs, ok := objects.StrOf(z); ok {
					zoneName = zs.String()
				}
			}
			if o, err := objects.GetAttrString(t, args[1], "tm_gmtoff"); err == nil && o.IsInline() {
				zoneOff = int(o.Inline())
			}
		}
	}
	if err := check(&f); err != nil {
		return value{}, err
	}
	return native.Str(Format(s.String(), f, zoneName, zoneOff)), nil
}

// Format writes broken-down time as the C locale does. f[6] counts from Sunday.
func Format(format string, f [9]int, zoneName string, zoneOff int) string {
	var b strings.Builder
	date := time.Date(f[0], time.Month(f[1]), f[2], 0, 0, 0, 0, time.UTC)
	hour12 := (f[3]+11)%12 + 1
	ampm := "AM"
	if f[3] >= 12 {
		ampm = "PM"
	}
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 == len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		pad := byte(0)
		for strings.IndexByte("-_0^#EO", format[i]) >= 0 && i+1 < len(format) {
			if strings.IndexByte("-_0", format[i]) >= 0 {
				pad = format[i]
			}
			i++
		}
		num := func(n, width int, fill byte) {
			if pad == '-' {
				width = 0
			} else if pad == '_' {
				fill = ' '
			} else if pad == '0' {
				fill = '0'
			}
			s := fmt.Sprint(n)
			for k := len(s); k < width; k++ {
				b.WriteByte(fill)
			}
			b.WriteString(s)
		}
		switch format[i] {
		case 'a':
			b.WriteString(days[f[6]][:3])
		case 'A':
			b.WriteString(days[f[6]])
		case 'b', 'h':
			b.WriteString(months[f[1]-1][:3])
		case 'B':
			b.WriteString(months[f[1]-1])
		case 'c':
			b.WriteString(Format("%a %b %e %H:%M:%S %Y", f, zoneName, zoneOff))
		case 'C':
			num(f[0]/100, 2, '0')
		case 'd':
			num(f[2], 2, '0')
		case 'D', 'x':
			b.WriteString(Format("%m/%d/%y", f, zoneName, zoneOff))
		case 'e':
			num(f[2], 2, ' ')
		case 'F':
			b.WriteString(Format("%Y-%m-%d", f, zoneName, zoneOff))
		case 'g', 'G':
			y, _ := date.ISOWeek()
			if format[i] == 'g' {
				num(y%100, 2, '0')
			} else {
				num(y, 0, '0')
			}
		case 'V':
			_, w := date.ISOWeek()
			num(w, 2, '0')
		case 'H':
			num(f[3], 2, '0')
		case 'I':
			num(hour12, 2, '0')
		case 'j':
			num(f[7], 3, '0')
		case 'k':
			num(f[3], 2, ' ')
		case 'l':
			num(hour12, 2, ' ')
		case 'm':
			num(f[1], 2, '0')
		case 'M':
			num(f[4], 2, '0')
		case 'n':
			b.WriteByte('\n')
		case 'p':
			b.WriteString(ampm)
		case 'P':
			b.WriteString(strings.ToLower(ampm))
		case 'r':
			b.WriteString(Format("%I:%M:%S %p", f, zoneName, zoneOff))
		case 'R':
			b.WriteString(Format("%H:%M", f, zoneName, zoneOff))
		case 's':
			num(int(time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, zone).Unix()), 0, '0')
		case 'S':
			num(f[5], 2, '0')
		case 't':
			b.WriteByte('\t')
		case 'T', 'X':
			b.WriteString(Format("%H:%M:%S", f, zoneName, zoneOff))
		case 'u':
			num((f[6]+6)%7+1, 1, '0')
		case 'w':
			num(f[6], 1, '0')
		case 'U':
			num((f[7]-1+7-f[6])/7, 2, '0')
		case 'W':
			num((f[7]-1+7-(f[6]+6)%7)/7, 2, '0')
		case 'y':
			num(((f[0]%100)+100)%100, 2, '0')
		case 'Y':
			num(f[0], 0, '0')
		case 'z':
			sign, off := '+', zoneOff
			if off < 0 {
				sign, off = '-', -off
			}
			fmt.Fprintf(&b, "%c%02d%02d", sign, off/3600, off/60%60)
		case 'Z':
			b.WriteString(zoneName)
		case '%':
			b.WriteByte('%')
		default:
			b.WriteByte('%')
			b.WriteByte(format[i])
		}
	}
	return b.String()
}

// strptime is the library's own.
func strptime(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	m, err := interp.ImportModule(t, "_strptime")
	if err != nil {
		return value{}, err
	}
	fn, err := objects.GetAttrString(t, m, "_strptime_time")
	if err != nil {
		return value{}, err
	}
	return objects.Call(t, fn, args, kw)
}

func tzset(t *thread, self value, args []value) (value, error) {
	zone = time.Local
	if tz, ok := os.LookupEnv("TZ"); ok {
		if tz == "" || tz == "UTC" || tz == "UTC0" || tz == "UTC+0" {
			zone = time.UTC
		} else if l, err := time.LoadLocation(strings.TrimPrefix(tz, ":")); err == nil {
			zone = l
		}
	}
	if m := interp.S.Modules.GetStr(objects.Intern("time")); objects.Is(m, &objects.ModuleType) {
		setZone(objects.As[objects.Module](m))
	}
	return objects.None, nil
}

func clockInfo(t *thread, self value, args []value) (value, error) {
	name, err := native.Text(args[0], "get_clock_info", "name")
	if err != nil {
		return value{}, err
	}
	ns := objects.NewNamespace()
	impl, adjustable, monotonic := "", objects.False, objects.True
	switch name {
	case "time":
		impl, adjustable, monotonic = "clock_gettime(CLOCK_REALTIME)", objects.True, objects.False
	case "monotonic", "perf_counter":
		impl = "clock_gettime(CLOCK_MONOTONIC)"
	case "process_time":
		impl = "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)"
	case "thread_time":
		impl = "clock_gettime(CLOCK_THREAD_CPUTIME_ID)"
	default:
		return value{}, objects.ValueErrorf("unknown clock")
	}
	for _, kv := range []struct {
		name string
		v    value
	}{{"implementation", native.Str(impl)}, {"monotonic", monotonic}, {"adjustable", adjustable}, {"resolution", objects.Float(1e-9)}} {
		if err := objects.SetAttr(t, ns, objects.Intern(kv.name), kv.v); err != nil {
			return value{}, err
		}
	}
	return ns, nil
}
