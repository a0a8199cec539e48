package interp

import (
	"sync"

	"github.com/adder-lang/adder/objects"
)

// The threads that run Python code, the main one included.
var threads struct {
	sync.Mutex
	list []*objects.Thread
}

// AddThread enters a thread before it runs Python code; RemoveThread takes it out at its end.
func AddThread(t *objects.Thread) {
	threads.Lock()
	threads.list = append(threads.list, t)
	threads.Unlock()
}

// RemoveThread undoes AddThread. The lock is held.
func RemoveThread(t *objects.Thread) {
	if jit != nil {
		jit.Forget(t)
	}
	threads.Lock()
	defer threads.Unlock()
	for i, x := range threads.list {
		if x == t {
			threads.list = append(threads.list[:i], threads.list[i+1:]...)
			return
		}
	}
}

// Threads returns the threads that run Python code.
func Threads() []*objects.Thread {
	threads.Lock()
	defer threads.Unlock()
	return append([]*objects.Thread(nil), threads.list...)
}

func eachThread(f func(*objects.Thread)) {
	for _, t := range Threads() {
		f(t)
	}
}
