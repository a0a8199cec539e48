package native

import (
	"math"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

// Poll waits until one of fds is ready, without the global lock, and returns how many are. A negative timeout waits
// forever. Signals are handled meanwhile; unless a handler raises, the wait goes on for the rest of the time (PEP 475).
func Poll(t *thread, fds []unix.PollFd, timeout time.Duration) (int, error) {
	n, err := unix.Poll(fds, 0)
	if n > 0 || timeout == 0 || err != nil && err != unix.EINTR {
		return n, err
	}
	all := fds
	if t == interp.S.Main {
		if w := interp.WakeFD(); w >= 0 {
			all = append(fds[:len(fds):len(fds)], unix.PollFd{Fd: int32(w), Events: unix.POLLIN})
		}
	}
	end := time.Now().Add(timeout)
	for {
		// ppoll takes nanoseconds, poll would round.
		var limit *unix.Timespec
		if timeout >= 0 {
			ts := unix.NsecToTimespec(int64(max(0, time.Until(end))))
			limit = &ts
		}
		objects.H.Blocking(t, func() { n, err = unix.Ppoll(all, limit, nil) })
		if err != nil && err != unix.EINTR {
			return n, err
		}
		if len(all) > len(fds) && all[len(fds)].Revents != 0 {
			interp.DrainWakeFD()
			n--
		}
		copy(fds, all)
		if err := interp.CheckSignals(t); err != nil {
			return 0, err
		}
		if n > 0 || timeout >= 0 && time.Until(end) <= 0 {
			return max(n, 0), nil
		}
	}
}

// Timeout converts a timeout in units of the given length, rounded up; None is negative. wrong is the message for an
// argument of another type.
func Timeout(t *thread, v value, unit time.Duration, wrong string) (time.Duration, error) {
	if !Given(v) {
		return -1, nil
	}
	if !v.IsFloat() && !objects.IsFloatObject(v) {
		if !objects.IsIndex(v) {
			return 0, objects.TypeErrorf("%s", wrong)
		}
		i, err := objects.Index(t, v)
		if err != nil {
			return 0, err
		}
		n, ok := objects.Int64Of(i)
		if !ok || n > math.MaxInt64/int64(unit) || n < math.MinInt64/int64(unit) {
			return 0, objects.OverflowErrorf("timestamp too large to convert to C PyTime_t")
		}
		return time.Duration(n) * unit, nil
	}
	f, err := Float(t, v)
	if err != nil {
		return 0, err
	}
	if math.IsNaN(f) {
		return 0, objects.ValueErrorf("Invalid value NaN (not a number)")
	}
	f *= float64(unit)
	if f >= 1<<63 || f < -1<<63 {
		return 0, objects.OverflowErrorf("timestamp out of range for platform time_t")
	}
	if f < 0 {
		return time.Duration(math.Floor(f)), nil
	}
	return time.Duration(math.Ceil(f)), nil
}
