package interp

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/adder-lang/adder/objects"
)

// The global lock. The thread that runs Python code holds it; the others stand in a queue. Whoever gives the lock up hands
// it to the first of the queue, so that nobody starves. A thread that has waited for the switch interval sets the poll
// bit of the holder, which hands the lock over at its next poll; blocking calls release it around the wait.
//
// Nothing may rely on the lock for more than the atomicity of single operations: the aim is to remove it.
var lock struct {
	mu          sync.Mutex
	holder      *objects.Thread
	first, last *lockWaiter
}

// lockWaiter is a place in the queue.
type lockWaiter struct {
	t *objects.Thread
	// granted receives a value when t has become the holder.
	granted chan struct{}
	next    *lockWaiter
}

var lockWaiters = sync.Pool{New: func() any { return &lockWaiter{granted: make(chan struct{}, 1)} }}

// DefaultSwitchInterval is the time that a thread may run while others wait, as CPython's.
const DefaultSwitchInterval = 5 * time.Millisecond

var switchInterval atomic.Int64

// SetSwitchInterval sets the time that a thread may run while others wait; 0 means the default.
func SetSwitchInterval(d time.Duration) { switchInterval.Store(int64(d)) }

// SwitchInterval returns the time that a thread may run while others wait.
func SwitchInterval() time.Duration {
	if d := switchInterval.Load(); d > 0 {
		return time.Duration(d)
	}
	return DefaultSwitchInterval
}

// enqueue puts a thread at the end of the queue; the lock's mutex is held.
func enqueue(t *objects.Thread) *lockWaiter {
	w := lockWaiters.Get().(*lockWaiter)
	w.t, w.next = t, nil
	if lock.last == nil {
		lock.first = w
	} else {
		lock.last.next = w
	}
	lock.last = w
	return w
}

// handOver gives the lock to the first of the queue, or to nobody; the lock's mutex is held.
func handOver() {
	w := lock.first
	if w == nil {
		lock.holder = nil
		return
	}
	lock.first = w.next
	if lock.first == nil {
		lock.last = nil
	}
	lock.holder = w.t
	w.granted <- struct{}{}
}

// wait returns when the lock has been handed to the waiter; from time to time it asks the holder for it.
func (w *lockWaiter) wait() {
	select {
	case <-w.granted:
	default:
		timer := time.NewTimer(SwitchInterval())
		for granted := false; !granted; {
			select {
			case <-w.granted:
				granted = true
			case <-timer.C:
				lock.mu.Lock()
				if h := lock.holder; h != nil && h != w.t {
					h.SetPoll(objects.PollLock)
				}
				lock.mu.Unlock()
				timer.Reset(SwitchInterval())
			}
		}
		timer.Stop()
	}
	w.t = nil
	lockWaiters.Put(w)
}

// Acquire takes the lock for a thread, which must not hold it.
func Acquire(t *objects.Thread) {
	lock.mu.Lock()
	if lock.holder == nil {
		lock.holder = t
		lock.mu.Unlock()
		return
	}
	w := enqueue(t)
	lock.mu.Unlock()
	w.wait()
}

// Release gives the lock up.
func Release(t *objects.Thread) {
	lock.mu.Lock()
	handOver()
	lock.mu.Unlock()
}

// yieldLock lets the first of the queue run, if there is one, and waits for its own turn.
func yieldLock(t *objects.Thread) {
	lock.mu.Lock()
	if lock.first == nil {
		lock.mu.Unlock()
		return
	}
	w := enqueue(t)
	handOver()
	lock.mu.Unlock()
	w.wait()
}

// Holds reports whether a thread holds the lock.
func Holds(t *objects.Thread) bool {
	lock.mu.Lock()
	defer lock.mu.Unlock()
	return lock.holder == t
}

// Blocking runs f without the lock.
func Blocking(t *objects.Thread, f func()) {
	Release(t)
	defer Acquire(t)
	f()
}
