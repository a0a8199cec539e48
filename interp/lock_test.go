package interp

import (
	"sync"
	"testing"
	"time"

	"github.com/adder-lang/adder/objects"
)

// runLocked runs n threads that each take the lock and call body with a poll function until body returns.
func runLocked(n int, body func(i int, t *objects.Thread, poll func())) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			t := new(objects.Thread)
			Acquire(t)
			body(i, t, func() {
				if t.Poll.Load()&objects.PollLock != 0 {
					t.Poll.And(^uint32(objects.PollLock))
					yieldLock(t)
				}
			})
			Release(t)
		}()
	}
	wg.Wait()
}

func TestLockExcludes(t *testing.T) {
	SetSwitchInterval(50 * time.Microsecond)
	defer SetSwitchInterval(0)
	// A plain variable: the race detector and the sum tell whether two threads were inside at once.
	shared, inside := 0, 0
	runLocked(8, func(i int, th *objects.Thread, poll func()) {
		for k := range 2000 {
			inside++
			if inside != 1 {
				t.Errorf("%d threads hold the lock", inside)
			}
			shared++
			inside--
			switch k % 3 {
			case 0:
				poll()
			case 1:
				Blocking(th, func() {})
			}
		}
	})
	if shared != 8*2000 {
		t.Errorf("count is %d", shared)
	}
}

func TestLockIsFair(t *testing.T) {
	SetSwitchInterval(200 * time.Microsecond)
	defer SetSwitchInterval(0)
	// Threads that never block must all advance: with four of them none may be kept out for long.
	const n = 4
	var turns [n]int
	var last = -1
	stop := time.Now().Add(150 * time.Millisecond)
	runLocked(n, func(i int, th *objects.Thread, poll func()) {
		for time.Now().Before(stop) {
			if last != i {
				last = i
				turns[i]++
			}
			poll()
		}
	})
	for i, k := range turns {
		if k < 3 {
			t.Errorf("thread %d had %d turns of %v", i, k, turns)
		}
	}
}

func TestBlockingReleases(t *testing.T) {
	a := new(objects.Thread)
	Acquire(a)
	if !Holds(a) {
		t.Fatal("the lock is not held")
	}
	other := make(chan bool)
	Blocking(a, func() {
		go func() {
			b := new(objects.Thread)
			Acquire(b)
			held := Holds(b)
			Release(b)
			other <- held
		}()
		if !<-other {
			t.Error("another thread could not take the lock")
		}
	})
	if !Holds(a) {
		t.Error("the lock was not taken back")
	}
	Release(a)
	if Holds(a) {
		t.Error("the lock is still held")
	}
}

func TestWake(t *testing.T) {
	main := new(objects.Thread)
	S.Main = main
	defer func() { S.Main, SignalHandler = nil, nil }()
	calls := 0
	SignalHandler = func(*objects.Thread) error { calls++; return nil }
	fd := WakeFD()
	if fd < 0 {
		t.Skip("no pipe")
	}
	SignalArrived()
	select {
	case <-WakeChan():
	default:
		t.Error("WakeChan was not told")
	}
	DrainWakeFD()
	if err := CheckSignals(new(objects.Thread)); err != nil || calls != 0 {
		t.Errorf("another thread ran the handlers: %d %v", calls, err)
	}
	if err := CheckSignals(main); err != nil || calls != 1 {
		t.Errorf("handlers ran %d times, %v", calls, err)
	}
	if err := CheckSignals(main); err != nil || calls != 1 {
		t.Errorf("handlers ran again without a signal: %d, %v", calls, err)
	}
}
