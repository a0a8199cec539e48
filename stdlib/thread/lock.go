package thread

import (
	"math"
	"strconv"
	"time"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var lockType, rlockType objects.Type

// waiter is a thread that waits for a lock.
type waiter struct {
	granted chan struct{}
	next    *waiter
}

// mutex is a lock that hands itself over to the first that waits.
//
// Concurrency: its fields are changed under the global lock only; without that one it would have a spin bit of its own.
type mutex struct {
	locked      bool
	first, last *waiter
}

// tryLock takes a free mutex.
func (m *mutex) tryLock() bool {
	if m.locked {
		return false
	}
	m.locked = true
	return true
}

// unlock gives the mutex to the first that waits, or frees it.
func (m *mutex) unlock() {
	w := m.first
	if w == nil {
		m.locked = false
		return
	}
	m.first = w.next
	if m.first == nil {
		m.last = nil
	}
	close(w.granted)
}

// forget takes a waiter out of the queue.
func (m *mutex) forget(w *waiter) {
	var prev *waiter
	for p := m.first; p != nil; prev, p = p, p.next {
		if p != w {
			continue
		}
		if prev == nil {
			m.first = p.next
		} else {
			prev.next = p.next
		}
		if m.last == p {
			m.last = prev
		}
		return
	}
}

// lock waits for the mutex; a negative timeout waits forever. It reports whether it was taken. On the main thread signals
// are handled while it waits, and an exception from their handlers ends the wait.
func (m *mutex) lock(t *thread, timeout time.Duration) (bool, error) {
	if m.tryLock() {
		return true, nil
	}
	if timeout == 0 {
		return false, nil
	}
	w := &waiter{granted: make(chan struct{})}
	if m.last == nil {
		m.first = w
	} else {
		m.last.next = w
	}
	m.last = w
	var expired <-chan time.Time
	if timeout > 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		expired = timer.C
	}
	var signals <-chan struct{}
	if t == interp.S.Main {
		signals = interp.WakeChan()
	}
	for {
		const (
			got = iota
			late
			woken
		)
		what := got
		objects.H.Blocking(t, func() {
			select {
			case <-w.granted:
			case <-expired:
				what = late
			case <-signals:
				what = woken
			}
		})
		if what == got {
			return true, nil
		}
		var err error
		if what == woken {
			if err = interp.CheckSignals(t); err == nil {
				continue
			}
		}
		// The lock may have come in the meantime.
		select {
		case <-w.granted:
			if err != nil {
				m.unlock()
			}
			return err == nil, err
		default:
			m.forget(w)
			return false, err
		}
	}
}

// lockObject is a _thread.lock.
type lockObject struct {
	objects.Head
	m mutex
}

// rlockObject is a _thread.RLock.
type rlockObject struct {
	objects.Head
	m     mutex
	owner uint64
	count int
}

// timeoutMax is the largest timeout in seconds, as CPython's.
const timeoutMax = 9223372036.0

// acquireArgs converts the arguments of acquire(): -1 waits forever, 0 does not wait.
func acquireArgs(t *thread, args []value) (time.Duration, error) {
	blocking, err := native.Bool(t, args[0], true)
	if err != nil {
		return 0, err
	}
	if args[1].IsZero() {
		if blocking {
			return -1, nil
		}
		return 0, nil
	}
	s, err := native.Float(t, args[1])
	if err != nil {
		return 0, err
	}
	switch {
	case math.IsNaN(s):
		return 0, objects.ValueErrorf("Invalid value NaN (not a number)")
	case !blocking && s != -1:
		return 0, objects.ValueErrorf("can't specify a timeout for a non-blocking call")
	case s < 0 && s != -1:
		return 0, objects.ValueErrorf("timeout value must be a non-negative number")
	case s*1e9 >= 1<<63:
		return 0, objects.OverflowErrorf("timestamp too large to convert to C PyTime_t")
	case s > timeoutMax:
		return 0, objects.OverflowErrorf("timeout value is too large")
	case !blocking:
		return 0, nil
	case s == -1:
		return -1, nil
	}
	return time.Duration(math.Ceil(s * 1e9)), nil
}

func initLocks() {
	typ := &lockType
	typ.Name, typ.Module = "lock", "_thread"
	typ.Doc = "A lock that one thread at a time can have, and any thread can release."
	typ.Flags = objects.FlagWeakrefs
	objects.Layout[lockObject](typ)
	typ.New = objects.NewBound("lock", "", func(t *thread, typ *objects.Type, args []value) (value, error) { return newLock(), nil })
	typ.Repr = func(t *thread, self value) (value, error) {
		word := "unlocked"
		if objects.As[lockObject](self).m.locked {
			word = "locked"
		}
		return native.Str("<" + word + " " + objects.TypeOf(self).FullName() + " object at " + objects.Address(self) + ">"), nil
	}
	typ.Methods = func() []objects.FuncDef {
		acquire := func(t *thread, self value, args []value) (value, error) {
			l := objects.As[lockObject](self)
			if args[0].IsZero() && args[1].IsZero() && l.m.tryLock() {
				return objects.True, nil
			}
			timeout, err := acquireArgs(t, args)
			if err != nil {
				return value{}, err
			}
			ok, err := l.m.lock(t, timeout)
			return objects.Bool(ok), err
		}
		release := func(t *thread, self value, args []value) (value, error) {
			l := objects.As[lockObject](self)
			if !l.m.locked {
				return value{}, objects.RuntimeErrorf("release unlocked lock")
			}
			l.m.unlock()
			return objects.None, nil
		}
		locked := func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(objects.As[lockObject](self).m.locked), nil
		}
		enter := func(t *thread, self value, args []value) (value, error) {
			l := objects.As[lockObject](self)
			if l.m.tryLock() {
				return objects.True, nil
			}
			ok, err := l.m.lock(t, -1)
			return objects.Bool(ok), err
		}
		return []objects.FuncDef{
			{Name: "acquire", Sig: "blocking=True, timeout=-1", Doc: "Take the lock, and return whether that was possible at once or, if blocking, within timeout seconds (-1: ever).", Fn: acquire},
			{Name: "acquire_lock", Sig: "blocking=True, timeout=-1", Doc: "The old name of acquire().", Fn: acquire},
			{Name: "release", Doc: "Give the lock back.", Fn: release},
			{Name: "release_lock", Doc: "The old name of release().", Fn: release},
			{Name: "locked", Doc: "Tell whether a thread has the lock.", Fn: locked},
			{Name: "locked_lock", Doc: "The old name of locked().", Fn: locked},
			{Name: "__enter__", Doc: "Take the lock as soon as it is free.", Fn: enter},
			{Name: "__exit__", Sig: "*exc_info", NoSig: true, Doc: "Give the lock back.", Fn: release},
			{Name: "_at_fork_reinit", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				objects.As[lockObject](self).m = mutex{}
				return objects.None, nil
			}},
		}
	}

	typ = &rlockType
	typ.Name, typ.Module = "RLock", "_thread"
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs
	objects.Layout[rlockObject](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		return typ.Alloc(typ), nil
	}
	typ.Repr = func(t *thread, self value) (value, error) {
		r := objects.As[rlockObject](self)
		word := "unlocked"
		if r.count > 0 {
			word = "locked"
		}
		return native.Str("<" + word + " " + objects.TypeOf(self).FullName() + " object owner=" + strconv.FormatUint(r.owner, 10) +
			" count=" + strconv.Itoa(r.count) + " at " + objects.Address(self) + ">"), nil
	}
	typ.Methods = rlockMethods
}

func newLock() value {
	return objects.ToValue(&lockObject{Head: objects.MakeHead(&lockType)})
}

func (r *rlockObject) acquire(t *thread, timeout time.Duration) (bool, error) {
	if r.count > 0 && r.owner == t.Ident {
		r.count++
		return true, nil
	}
	ok, err := r.m.lock(t, timeout)
	if ok {
		r.owner, r.count = t.Ident, 1
	}
	return ok, err
}

func (r *rlockObject) release(t *thread) error {
	if r.count == 0 || r.owner != t.Ident {
		return objects.RuntimeErrorf("cannot release un-acquired lock")
	}
	if r.count--; r.count == 0 {
		r.owner = 0
		r.m.unlock()
	}
	return nil
}

func rlockMethods() []objects.FuncDef {
	release := func(t *thread, self value, args []value) (value, error) {
		return objects.None, objects.As[rlockObject](self).release(t)
	}
	return []objects.FuncDef{
		{Name: "acquire", Sig: "blocking=True, timeout=-1", Doc: "Take the lock, once more if this thread has it already.\n\nThe result is whether that was possible at once or, if blocking, within timeout seconds (-1: ever).", Fn: func(t *thread, self value, args []value) (value, error) {
			timeout, err := acquireArgs(t, args)
			if err != nil {
				return value{}, err
			}
			ok, err := objects.As[rlockObject](self).acquire(t, timeout)
			return objects.Bool(ok), err
		}},
		{Name: "release", Doc: "Give the lock back, as often as it was taken.", Fn: release},
		{Name: "__enter__", Doc: "Take the lock as soon as it is free, or once more if this thread has it already.", Fn: func(t *thread, self value, args []value) (value, error) {
			ok, err := objects.As[rlockObject](self).acquire(t, -1)
			return objects.Bool(ok), err
		}},
		{Name: "__exit__", Sig: "*exc_info", NoSig: true, Doc: "Give the lock back, as often as it was taken.", Fn: release},
		{Name: "_is_owned", NoSig: true, Doc: "Tell whether this thread has the lock.", Fn: func(t *thread, self value, args []value) (value, error) {
			r := objects.As[rlockObject](self)
			return objects.Bool(r.count > 0 && r.owner == t.Ident), nil
		}},
		{Name: "_recursion_count", NoSig: true, Doc: "Return how many times this thread has taken the lock.", Fn: func(t *thread, self value, args []value) (value, error) {
			r := objects.As[rlockObject](self)
			if r.owner != t.Ident {
				return objects.Int(0), nil
			}
			return objects.Int(int64(r.count)), nil
		}},
		{Name: "_release_save", NoSig: true, Doc: "Give the lock back altogether, and return what _acquire_restore() needs.", Fn: func(t *thread, self value, args []value) (value, error) {
			r := objects.As[rlockObject](self)
			if r.count == 0 {
				return value{}, objects.RuntimeErrorf("cannot release un-acquired lock")
			}
			state := native.Tuple(objects.Int(int64(r.count)), objects.Int(int64(r.owner)))
			r.count, r.owner = 0, 0
			r.m.unlock()
			return state, nil
		}},
		{Name: "_acquire_restore", Sig: "state, /", NoSig: true, Doc: "Take the lock as often as it had been taken before _release_save() returned state.", Fn: func(t *thread, self value, args []value) (value, error) {
			s, ok := objects.TupleOf(args[0])
			if !ok || s.Len() != 2 {
				return value{}, objects.TypeErrorf("_acquire_restore() argument 1 must be tuple, not %s", objects.TypeOf(args[0]))
			}
			count, err := native.Int(t, s.Item(0))
			if err != nil {
				return value{}, err
			}
			owner, err := native.Int64(t, s.Item(1))
			if err != nil {
				return value{}, err
			}
			r := objects.As[rlockObject](self)
			for {
				ok, err := r.m.lock(t, -1)
				if err != nil {
					return value{}, err
				}
				if ok {
					break
				}
			}
			r.count, r.owner = count, uint64(owner)
			return objects.None, nil
		}},
		{Name: "_at_fork_reinit", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			r := objects.As[rlockObject](self)
			r.m, r.owner, r.count = mutex{}, 0, 0
			return objects.None, nil
		}},
	}
}
