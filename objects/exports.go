package objects

import (
	"runtime"
	"weak"
)

// Exports counts the buffers that an object whose size can change has given out. A memoryview that a program has dropped
// without releasing it counts until the Go collector finds it dead; before somebody is refused because of one, Held asks
// for a collection.
type Exports struct {
	count int
	views []weak.Pointer[managedBuffer]
}

// sweepViews is the number of views from which on dead ones are looked for when another is added.
const sweepViews = 64

// Track counts a buffer that is being exported and makes its Release give it back.
func (e *Exports) Track(b *Buffer) *Buffer {
	e.count++
	b.exports = e
	released := false
	b.Release = func() {
		if !released {
			released = true
			e.count--
		}
	}
	return b
}

// Any reports whether buffers are exported, dead views included.
func (e *Exports) Any() bool { return e.count > 0 }

// Held reports whether a buffer is exported. It may collect to find out.
func (e *Exports) Held() bool {
	if e.count > 0 && len(e.views) > 0 {
		e.sweep()
		if e.count > 0 && len(e.views) > 0 {
			if H.ClearDead != nil {
				H.ClearDead()
			}
			runtime.GC()
			e.sweep()
		}
	}
	return e.count > 0
}

// addView remembers that a memoryview holds one of the counted buffers.
func (e *Exports) addView(m *managedBuffer) {
	if n := len(e.views); n >= sweepViews && n&(n-1) == 0 {
		e.sweep()
	}
	e.views = append(e.views, weak.Make(m))
}

// sweep forgets the views that are released, and gives back the buffers of those that are dead.
func (e *Exports) sweep() {
	live := e.views[:0]
	for _, w := range e.views {
		switch m := w.Value(); {
		case m == nil:
			e.count--
		case m.views > 0:
			live = append(live, w)
		}
	}
	clear(e.views[len(live):])
	e.views = live
}

// dropView forgets a view that is being released.
func (e *Exports) dropView(m *managedBuffer) {
	for i, w := range e.views {
		if w.Value() == m {
			e.views[i] = e.views[len(e.views)-1]
			e.views = e.views[:len(e.views)-1]
			return
		}
	}
}
