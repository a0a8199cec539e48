package time

import (
	"math"
	gotime "time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// clock describes a clock of time.get_clock_info().
type clock struct {
	name, implementation  string
	id                    int32
	monotonic, adjustable bool
}

var clocks = [...]clock{
	{"time", "clock_gettime(CLOCK_REALTIME)", unix.CLOCK_REALTIME, false, true},
	{"monotonic", "clock_gettime(CLOCK_MONOTONIC)", unix.CLOCK_MONOTONIC, true, false},
	{"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", unix.CLOCK_MONOTONIC, true, false},
	{"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", unix.CLOCK_PROCESS_CPUTIME_ID, true, false},
	{"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", unix.CLOCK_THREAD_CPUTIME_ID, true, false},
}

var clockConstants = [...]struct {
	name string
	id   int64
}{
	{"CLOCK_REALTIME", unix.CLOCK_REALTIME}, {"CLOCK_MONOTONIC", unix.CLOCK_MONOTONIC},
	{"CLOCK_MONOTONIC_RAW", unix.CLOCK_MONOTONIC_RAW}, {"CLOCK_PROCESS_CPUTIME_ID", unix.CLOCK_PROCESS_CPUTIME_ID},
	{"CLOCK_THREAD_CPUTIME_ID", unix.CLOCK_THREAD_CPUTIME_ID}, {"CLOCK_BOOTTIME", unix.CLOCK_BOOTTIME},
	{"CLOCK_TAI", unix.CLOCK_TAI},
}

// start is where the fast monotonic clock of Go began, as nanoseconds of CLOCK_MONOTONIC.
var start struct {
	at     gotime.Time
	offset int64
	set    bool
}

// monotonic reads CLOCK_MONOTONIC without a system call.
func monotonic() int64 {
	if !start.set {
		start.at, start.offset, start.set = gotime.Now(), 0, true
		start.offset, _ = gettime(unix.CLOCK_MONOTONIC)
	}
	return start.offset + int64(gotime.Since(start.at))
}

func gettime(id int32) (int64, error) {
	var ts unix.Timespec
	err := unix.ClockGettime(id, &ts)
	return ts.Nano(), err
}

// read reads a clock in nanoseconds.
func (c *clock) read() (int64, error) {
	switch c.id {
	case unix.CLOCK_REALTIME:
		return gotime.Now().UnixNano(), nil
	case unix.CLOCK_MONOTONIC:
		return monotonic(), nil
	}
	return gettime(c.id)
}

// seconds makes a float of nanoseconds as CPython does: correctly rounded.
func seconds(ns int64) value {
	if ns%1e9 == 0 {
		return objects.Float(float64(ns / 1e9))
	}
	return objects.Float(float64(ns) / 1e9)
}

func clockMethods() []objects.FuncDef {
	var list []objects.FuncDef
	docs := [...]string{"Return the time since the epoch", "Return the time of a clock that never goes back",
		"Return the time of the clock with the finest steps, for benchmarks",
		"Return the processor time that this process has used, in its own code and in the system's",
		"Return the processor time that this thread has used, in its own code and in the system's"}
	for i := range clocks {
		c := &clocks[i]
		list = append(list,
			objects.FuncDef{Name: c.name, Doc: docs[i] + ", in seconds.", Fn: func(t *thread, self value, args []value) (value, error) {
				ns, err := c.read()
				if err != nil {
					return value{}, native.OSError(err, value{})
				}
				return seconds(ns), nil
			}},
			objects.FuncDef{Name: c.name + "_ns", Doc: docs[i] + ", in nanoseconds.", Fn: func(t *thread, self value, args []value) (value, error) {
				ns, err := c.read()
				if err != nil {
					return value{}, native.OSError(err, value{})
				}
				return objects.Int(ns), nil
			}})
	}
	onClock := func(name, sig, doc string, f func(id int32, args []value, t *thread) (value, error)) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: sig, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) {
			id, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			return f(int32(id), args, t)
		}}
	}
	return append(list,
		onClock("clock_gettime", "clk_id, /", "Return the time of the clock clk_id in seconds.", func(id int32, args []value, t *thread) (value, error) {
			ns, err := gettime(id)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return seconds(ns), nil
		}),
		onClock("clock_gettime_ns", "clk_id, /", "Return the time of the clock clk_id in nanoseconds.", func(id int32, args []value, t *thread) (value, error) {
			ns, err := gettime(id)
			if err != nil {
				return value{}, native.OSError(err, value{})
			}
			return objects.Int(ns), nil
		}),
		onClock("clock_getres", "clk_id, /", "Return the shortest time that the clock clk_id can tell, in seconds.", func(id int32, args []value, t *thread) (value, error) {
			var ts unix.Timespec
			if err := unix.ClockGetres(id, &ts); err != nil {
				return value{}, native.OSError(err, value{})
			}
			return seconds(ts.Nano()), nil
		}),
		onClock("clock_settime", "clk_id, time, /", "Set the clock clk_id to a time in seconds.", func(id int32, args []value, t *thread) (value, error) {
			ts, err := native.Timespec(t, args[1])
			if err != nil {
				return value{}, err
			}
			return objects.None, settime(id, ts)
		}),
		onClock("clock_settime_ns", "clk_id, time, /", "Set the clock clk_id to a time in nanoseconds.", func(id int32, args []value, t *thread) (value, error) {
			ns, err := native.Int64(t, args[1])
			if err != nil {
				return value{}, err
			}
			return objects.None, settime(id, unix.NsecToTimespec(ns))
		}),
		objects.FuncDef{Name: "pthread_getcpuclockid", Sig: "thread_id, /", Doc: "Return the clk_id of the clock that counts the processor time of a thread.", Fn: func(t *thread, self value, args []value) (value, error) {
			if _, err := native.Int64(t, args[0]); err != nil {
				return value{}, err
			}
			return objects.Int(unix.CLOCK_THREAD_CPUTIME_ID), nil
		}},
		objects.FuncDef{Name: "get_clock_info", Sig: "name, /", Doc: "Return what is known of the clock that the function of this name reads, such as 'monotonic'.", Fn: clockInfo},
		objects.FuncDef{Name: "sleep", Sig: "seconds, /", Doc: "Let the thread rest for a number of seconds, which need not be whole.", Fn: sleep},
	)
}

func settime(id int32, ts unix.Timespec) error {
	if err := unix.ClockSettime(id, &ts); err != nil {
		return native.OSError(err, value{})
	}
	return nil
}

func clockInfo(t *thread, self value, args []value) (value, error) {
	name, err := native.Text(args[0], "get_clock_info", "1")
	if err != nil {
		return value{}, err
	}
	for i := range clocks {
		c := &clocks[i]
		if c.name != name {
			continue
		}
		var ts unix.Timespec
		if err := unix.ClockGetres(c.id, &ts); err != nil {
			return value{}, native.OSError(err, value{})
		}
		ns := objects.NewNamespace()
		for _, f := range [...]struct {
			name string
			v    value
		}{{"implementation", native.Str(c.implementation)}, {"monotonic", objects.Bool(c.monotonic)},
			{"adjustable", objects.Bool(c.adjustable)}, {"resolution", seconds(ts.Nano())}} {
			if err := objects.SetAttr(t, ns, objects.Intern(f.name), f.v); err != nil {
				return value{}, err
			}
		}
		return ns, nil
	}
	return value{}, objects.ValueErrorf("unknown clock")
}

// duration converts a number of seconds, rounded up to nanoseconds.
func duration(t *thread, v value) (gotime.Duration, error) {
	if v.IsFloat() {
		f := v.Float()
		if math.IsNaN(f) {
			return 0, objects.ValueErrorf("Invalid value NaN (not a number)")
		}
		ns := math.Ceil(f * 1e9)
		if f < 0 {
			ns = math.Floor(f * 1e9)
		}
		if math.Abs(ns) >= 1<<63 {
			return 0, objects.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return gotime.Duration(ns), nil
	}
	if objects.TypeOf(v).Number.Unary[objects.OpIndex] == nil && !objects.IsInt(v) {
		return 0, objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(v))
	}
	n, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	s, ok := objects.Int64Of(n)
	if !ok || s > math.MaxInt64/int64(1e9) || s < math.MinInt64/int64(1e9) {
		return 0, objects.OverflowErrorf("timestamp too large to convert to C PyTime_t")
	}
	return gotime.Duration(s * 1e9), nil
}

func sleep(t *thread, self value, args []value) (value, error) {
	d, err := duration(t, args[0])
	if err != nil {
		return value{}, err
	}
	if d < 0 {
		return value{}, objects.ValueErrorf("sleep length must be non-negative")
	}
	if t != interp.S.Main {
		objects.H.Blocking(t, func() { gotime.Sleep(d) })
		return objects.None, nil
	}
	// The main thread can be woken by signals; unless a handler raises it sleeps on.
	timer := gotime.NewTimer(d)
	defer timer.Stop()
	for expired := false; !expired; {
		objects.H.Blocking(t, func() {
			select {
			case <-timer.C:
				expired = true
			case <-interp.WakeChan():
			}
		})
		if err := interp.CheckSignals(t); err != nil {
			return value{}, err
		}
	}
	return objects.None, nil
}
