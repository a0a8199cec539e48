package interp

import (
	"sync"

	"github.com/adder-lang/adder/objects"
)

// The global lock. The thread that runs Python code holds it; others ask for it by setting the poll bit of the holder,
// which hands it over at its next poll. Blocking calls release it around the wait.
//
// Nothing may rely on the lock for more than the atomicity of single operations: the aim is to remove it.
var lock struct {
	mu      sync.Mutex
	cond    sync.Cond
	holder  *objects.Thread
	waiting int
	// turn grows with each hand-over, so that the thread that yields waits until another has run.
	turn uint64
}

func init() { lock.cond.L = &lock.mu }

// Acquire takes the lock for a thread.
func Acquire(t *objects.Thread) {
	lock.mu.Lock()
	for lock.holder != nil {
		lock.holder.SetPoll(objects.PollLock)
		lock.waiting++
		lock.cond.Wait()
		lock.waiting--
	}
	lock.holder = t
	lock.turn++
	lock.mu.Unlock()
}

// Release gives the lock up.
func Release(t *objects.Thread) {
	lock.mu.Lock()
	lock.holder = nil
	lock.mu.Unlock()
	lock.cond.Signal()
}

// yieldLock lets another thread run, if one waits.
func yieldLock(t *objects.Thread) {
	lock.mu.Lock()
	if lock.waiting == 0 {
		lock.mu.Unlock()
		return
	}
	turn := lock.turn
	lock.holder = nil
	lock.cond.Signal()
	for lock.holder != nil || lock.turn == turn && lock.waiting > 0 {
		if lock.holder != nil {
			lock.holder.SetPoll(objects.PollLock)
		}
		lock.waiting++
		lock.cond.Wait()
		lock.waiting--
		if lock.holder == nil {
			break
		}
	}
	lock.holder = t
	lock.turn++
	lock.mu.Unlock()
}

// Blocking runs f without the lock.
func Blocking(t *objects.Thread, f func()) {
	Release(t)
	defer Acquire(t)
	f()
}
