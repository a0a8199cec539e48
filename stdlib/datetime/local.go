package datetime

import (
	"math"
	"syscall"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/time"
)

// Local time. A local time is counted in seconds as if it were UTC; the seconds of UTC are those since the Epoch.

// epochDays is the ordinal of 1 January 1970, epochSeconds the seconds from day 0 to it.
const (
	epochDays    = 719_163
	epochSeconds = epochDays * secondsPerDay
)

// The years that fit the C library's struct tm, in seconds since the Epoch.
const (
	firstSecond = -67_768_040_609_740_800
	lastSecond  = 67_768_036_191_676_799
)

// broken is a number of seconds since the Epoch in fields; the year may be out of range.
type broken struct {
	year, month, day int
	clock            int // seconds since midnight
}

// breakDown splits seconds. It fails where the C library would.
func breakDown(s int64) (broken, error) {
	if s < firstSecond || s > lastSecond {
		return broken{}, native.OSError(syscall.EOVERFLOW, value{})
	}
	days, clock := floorDiv(s, secondsPerDay)
	// Years before the first are counted in periods of 400.
	period, days := floorDiv(days+epochDays-1, 146_097)
	year, month, day := fromOrdinal(int(days) + 1)
	return broken{year + int(period)*400, month, day, int(clock)}, nil
}

// localAt is the local time at a number of seconds since the Epoch.
func localAt(s int64) (broken, error) {
	if s < firstSecond || s > lastSecond {
		return broken{}, native.OSError(syscall.EOVERFLOW, value{})
	}
	offset, _ := time.Offset(s)
	return breakDown(s + int64(offset))
}

// localSeconds is the local time at a number of seconds of UTC. It fails where the year is none that a date may have.
func localSeconds(s int64) (int64, error) {
	b, err := localAt(s)
	if err != nil {
		return 0, err
	}
	if b.year < minYear || b.year > maxYear {
		return 0, objects.ValueErrorf("year %d is out of range", b.year)
	}
	d := ymd{uint16(b.year), uint8(b.month), uint8(b.day)}
	return int64(d.ordinal())*secondsPerDay + int64(b.clock) - epochSeconds, nil
}

// A zone's offset changes by less than maxFold at once.
const maxFold = secondsPerDay

// fromLocal finds the UTC of a local time. Where a clock shows it twice, or not at all, fold decides: 0 is the earlier of
// two, and the offset before a gap (PEP 495).
func fromLocal(local int64, fold bool) (int64, error) {
	l, err := localSeconds(local)
	if err != nil {
		return 0, err
	}
	// The offset around the time, and what it makes of it.
	a := l - local
	u1 := local - a
	back, err := localSeconds(u1)
	if err != nil {
		return 0, err
	}
	var b int64
	if back == local {
		// A solution; another one has the offset of the day before or after.
		probe := u1 - maxFold
		if fold {
			probe = u1 + maxFold
		}
		if l, err = localSeconds(probe); err != nil {
			return 0, err
		}
		if b = l - probe; a == b {
			return u1, nil
		}
	} else {
		b = back - u1
	}
	u2 := local - b
	again, err := localSeconds(u2)
	switch {
	case err != nil:
		return 0, err
	case again == local:
		return u2, nil
	case back == local:
		return u1, nil
	case fold:
		return min(u1, u2), nil
	}
	return max(u1, u2), nil
}

// localFold reports whether a local time, which UTC s shows, has been shown before.
func localFold(s, local int64) (bool, error) {
	// The time a day earlier is defined wherever local is.
	before, err := localSeconds(s - maxFold)
	if err != nil {
		return false, err
	}
	// How far the clock was set back meanwhile.
	jump := local - before - maxFold
	if jump >= 0 {
		return false, nil
	}
	shown, err := localSeconds(s + jump)
	return shown == local, err
}

// localZone is the time zone in force locally at a number of seconds since the Epoch, with its name.
func localZone(t *thread, s int64) (value, error) {
	offset, name := time.Offset(s)
	return newTimezone(t, deltaOfMicros(&deltaType, int64(offset)*usPerSecond), native.Str(name))
}

// naiveSeconds are the seconds of a datetime's fields as if they were UTC.
func (x *dateTime) naiveSeconds() int64 {
	return int64(x.ordinal())*secondsPerDay + int64(x.seconds()) - epochSeconds
}

// zoneSeconds are the seconds of UTC at which the time zone is in force that a datetime's fields mean as local time. In a
// gap that is not the one which fromLocal finds: the offset before it makes the later time.
func (x *dateTime) zoneSeconds() (int64, error) {
	local, fold := x.naiveSeconds(), x.fold != 0
	s, err := fromLocal(local, fold)
	if err != nil {
		return 0, err
	}
	other, err := fromLocal(local, !fold)
	if other != s && (other > s) == fold {
		s = other
	}
	return s, err
}

func outOfTime() error { return objects.OverflowErrorf("timestamp out of range for platform time_t") }

// timestamp converts a number of seconds since the Epoch to whole ones and microseconds, rounded to the nearest, ties to
// even.
func timestamp(t *thread, v value) (s, us int64, err error) {
	f, ok := objects.FloatOf(v)
	if !ok {
		s, err = wholeSeconds(t, v)
		return s, 0, err
	}
	if math.IsNaN(f) {
		return 0, 0, objects.ValueErrorf("Invalid value NaN (not a number)")
	}
	whole, fraction := math.Modf(f)
	fraction = math.RoundToEven(fraction * usPerSecond)
	if fraction >= usPerSecond {
		fraction -= usPerSecond
		whole++
	} else if fraction < 0 {
		fraction += usPerSecond
		whole--
	}
	if whole < -(1<<63) || whole >= 1<<63 {
		return 0, 0, outOfTime()
	}
	return int64(whole), int64(fraction), nil
}

// wholeSeconds converts a number of seconds since the Epoch, rounding down.
func wholeSeconds(t *thread, v value) (int64, error) {
	if f, ok := objects.FloatOf(v); ok {
		if math.IsNaN(f) {
			return 0, objects.ValueErrorf("Invalid value NaN (not a number)")
		}
		f = math.Floor(f)
		if f < -(1<<63) || f >= 1<<63 {
			return 0, outOfTime()
		}
		return int64(f), nil
	}
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	if !ok {
		return 0, outOfTime()
	}
	return n, nil
}
