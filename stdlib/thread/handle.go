package thread

import (
	"runtime/debug"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var handleType objects.Type

// handle is a _ThreadHandle: what joins a thread. It is shared by the thread and whoever started it.
type handle struct {
	objects.Head
	state  handleState
	t      *thread
	ident  uint64
	done   chan struct{}
	daemon bool
	once   sync.Once
}

type handleState uint8

const (
	notStarted handleState = iota
	starting
	running
	finished
)

func newHandle() *handle {
	return &handle{Head: objects.MakeHead(&handleType), done: make(chan struct{})}
}

func (h *handle) setDone() {
	h.state = finished
	h.once.Do(func() { close(h.done) })
}

// joinable are the handles of the threads that the end of the program waits for.
var joinable map[*handle]bool

// count is _thread._count().
var count atomic.Int64

// wait waits for a thread's end; a negative timeout waits forever. It reports whether the thread has ended.
func (h *handle) wait(t *thread, timeout time.Duration) (bool, error) {
	var expired <-chan time.Time
	if timeout >= 0 {
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		expired = timer.C
	}
	var signals <-chan struct{}
	if t == interp.S.Main {
		signals = interp.WakeChan()
	}
	for {
		select {
		case <-h.done:
			return true, nil
		default:
		}
		late := false
		objects.H.Blocking(t, func() {
			select {
			case <-h.done:
			case <-expired:
				late = true
			case <-signals:
			}
		})
		if late {
			return false, nil
		}
		if err := interp.CheckSignals(t); err != nil {
			return false, err
		}
	}
}

// start runs a function in a new thread.
func start(fn value, args []value, kw *objects.Tuple, h *handle) {
	t := objects.NewThread()
	t.RecursionLimit = interp.S.Main.RecursionLimit
	interp.AddThread(t)
	t.Ident = identOf(t)
	if h != nil {
		h.t, h.ident, h.state = t, t.Ident, running
		if !h.daemon {
			joinable[h] = true
		}
	}
	// A collection finds the function and its arguments in the register memory.
	base, mark := t.Reserve(2)
	held := unsafe.Slice(base, 2)
	held[0], held[1] = fn, objects.ToValue(objects.NewTuple(args...))
	count.Add(1)
	go func() {
		defer t.Release(mark)
		debug.SetPanicOnFault(true)
		interp.Acquire(t)
		_, err := objects.Call(t, fn, args, kw)
		if err != nil && !objects.IsError(err, &objects.SystemExitType) {
			r, rerr := objects.ReprString(t, fn)
			if rerr != nil {
				r = "?"
			}
			objects.H.Unraisable(t, err, "Exception ignored in thread started by "+r, value{})
		}
		dropLocals(t)
		if h != nil {
			delete(joinable, h)
			h.t = nil // whose registers are large
			h.setDone()
		}
		count.Add(-1)
		interp.RemoveThread(t)
		interp.Release(t)
	}()
}

func initHandle() {
	typ := &handleType
	typ.Name, typ.Module = "_ThreadHandle", "_thread"
	objects.Layout[handle](typ)
	typ.New = objects.NewBound("_ThreadHandle", "", func(t *thread, typ *objects.Type, args []value) (value, error) {
		return objects.ToValue(newHandle()), nil
	})
	typ.Repr = func(t *thread, self value) (value, error) {
		h := objects.As[handle](self)
		return native.Str("<_ThreadHandle object: ident=" + strconv.FormatUint(h.ident, 10) + ">"), nil
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "ident", Get: func(t *thread, self value) (value, error) {
			return objects.Int(int64(objects.As[handle](self).ident)), nil
		}}}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "join", Sig: "timeout=None, /", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				h := objects.As[handle](self)
				timeout := time.Duration(-1)
				if native.Given(args[0]) {
					s, err := native.Float(t, args[0])
					if err != nil {
						return value{}, err
					}
					switch {
					case s > timeoutMax:
						return value{}, objects.OverflowErrorf("timestamp too large to convert to C PyTime_t")
					case s >= 0:
						timeout = time.Duration(s * 1e9)
					}
				}
				switch {
				case h.state == notStarted || h.state == starting:
					return value{}, objects.RuntimeErrorf("thread not started")
				case h.state == running && h.t == t:
					return value{}, objects.RuntimeErrorf("Cannot join current thread")
				}
				_, err := h.wait(t, timeout)
				return objects.None, err
			}},
			{Name: "is_done", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Bool(objects.As[handle](self).state == finished), nil
			}},
			{Name: "_set_done", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				h := objects.As[handle](self)
				if h.state == notStarted || h.state == starting {
					return value{}, objects.RuntimeErrorf("thread not started")
				}
				h.setDone()
				return objects.None, nil
			}},
		}
	}
}
