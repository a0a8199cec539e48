// Package queue is the module _queue: SimpleQueue, an unbounded queue between threads whose put() can be called anywhere,
// from finalisers and signal handlers too, since it never waits.
package queue

import (
	"math"
	"time"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var emptyType, queueType objects.Type

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_queue",
	Doc:  "The part of the module queue that is not written in Python.",
	Exec: func(t *thread, m *objects.Module) error {
		if queueType.Name == "" {
			emptyType.Name, emptyType.Module, emptyType.Base, emptyType.Flags = "Empty", "_queue", &objects.ExceptionType, objects.FlagBase|objects.FlagMutable
			emptyType.Doc = "There was no item to take from a queue."
			initQueue()
		}
		native.Export(m, &emptyType)
		native.Export(m, &queueType)
		return nil
	},
}

// simpleQueue is a SimpleQueue.
//
// Concurrency: its fields are changed under the global lock only.
type simpleQueue struct {
	objects.Head
	items []value
	first int // the items before it have been taken
	// waiting are the threads in get(), the first that came first.
	waiting []chan struct{}
}

func (q *simpleQueue) size() int { return len(q.items) - q.first }

func (q *simpleQueue) put(v value) {
	q.items = append(q.items, v)
	q.wake()
}

// wake lets the first thread that waits look again.
func (q *simpleQueue) wake() {
	if len(q.waiting) > 0 {
		close(q.waiting[0])
		q.waiting = q.waiting[1:]
	}
}

func (q *simpleQueue) take() value {
	v := q.items[q.first]
	q.items[q.first] = value{}
	if q.first++; q.first == len(q.items) {
		q.items, q.first = q.items[:0], 0
	} else if q.first > 64 && q.first > len(q.items)/2 {
		n := copy(q.items, q.items[q.first:])
		clear(q.items[n:])
		q.items, q.first = q.items[:n], 0
	}
	return v
}

// forget takes a waiting thread out; where it has been woken meanwhile, the next one is.
func (q *simpleQueue) forget(w chan struct{}) {
	for i, c := range q.waiting {
		if c == w {
			q.waiting = append(q.waiting[:i:i], q.waiting[i+1:]...)
			return
		}
	}
	if q.size() > 0 {
		q.wake()
	}
}

// get takes the first item, waiting up to a time for one; negative: forever.
func (q *simpleQueue) get(t *thread, timeout time.Duration) (value, error) {
	var expired <-chan time.Time
	var signals <-chan struct{}
	for q.size() == 0 {
		if timeout == 0 {
			return value{}, objects.NewError(&emptyType)
		}
		if timeout > 0 && expired == nil {
			timer := time.NewTimer(timeout)
			defer timer.Stop()
			expired = timer.C
		}
		if t == interp.S.Main {
			signals = interp.WakeChan()
		}
		w := make(chan struct{})
		q.waiting = append(q.waiting, w)
		late, woken := false, false
		objects.H.Blocking(t, func() {
			select {
			case <-w:
			case <-expired:
				late = true
			case <-signals:
				woken = true
			}
		})
		if late || woken {
			q.forget(w)
		}
		if woken {
			if err := interp.CheckSignals(t); err != nil {
				return value{}, err
			}
		}
		if late && q.size() == 0 {
			return value{}, objects.NewError(&emptyType)
		}
	}
	return q.take(), nil
}

// maxTimeout is the largest timeout in seconds.
const maxTimeout = 9223372036.0

func getArgs(t *thread, args []value) (time.Duration, error) {
	block, err := native.Bool(t, args[0], true)
	if err != nil || !block {
		return 0, err
	}
	if !native.Given(args[1]) {
		return -1, nil
	}
	if !args[1].IsFloat() && !objects.IsFloatObject(args[1]) && !objects.IsIndex(args[1]) {
		return 0, objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(args[1]))
	}
	s, err := native.Float(t, args[1])
	switch {
	case err != nil:
		return 0, err
	case math.IsNaN(s):
		return 0, objects.ValueErrorf("Invalid value NaN (not a number)")
	case s < 0:
		return 0, objects.ValueErrorf("'timeout' must be a non-negative number")
	case s >= 1<<63:
		return 0, objects.OverflowErrorf("timestamp out of range for platform time_t")
	case s > maxTimeout:
		return 0, objects.OverflowErrorf("timeout value is too large")
	}
	return time.Duration(math.Ceil(s * 1e9)), nil
}

func initQueue() {
	typ := &queueType
	typ.Name, typ.Module, typ.Doc = "SimpleQueue", "_queue", "A queue that holds any number of items and gives them out in the order in which they came. put() never waits, so finalisers\nand signal handlers can call it."
	typ.TextSig = "()"
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs
	objects.Layout[simpleQueue](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		switch {
		case typ != &queueType:
		case kw.Len() > 0:
			return value{}, objects.TypeErrorf("SimpleQueue() takes no keyword arguments")
		case len(args) > 0:
			return value{}, objects.TypeErrorf("SimpleQueue() takes no positional arguments")
		}
		return typ.NewInstance(), nil
	}
	typ.Traverse = func(self value, visit func(value)) { native.Visit(visit, objects.As[simpleQueue](self).items...) }
	typ.Methods = func() []objects.FuncDef {
		put := func(t *thread, self value, args []value) (value, error) {
			objects.As[simpleQueue](self).put(args[0])
			return objects.None, nil
		}
		return []objects.FuncDef{
			native.ClassGetitem(),
			{Name: "empty", Doc: "Whether there are no items just now. Another thread may put one the moment after.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Bool(objects.As[simpleQueue](self).size() == 0), nil
			}},
			{Name: "get", Sig: "block=True, timeout=None", Doc: "Take the oldest item, waiting for one where there is none. After timeout seconds, or at once where block is false, that raises Empty.", Fn: func(t *thread, self value, args []value) (value, error) {
				timeout, err := getArgs(t, args)
				if err != nil {
					return value{}, err
				}
				return objects.As[simpleQueue](self).get(t, timeout)
			}},
			{Name: "get_nowait", Doc: "Take the oldest item; without one, raise Empty.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.As[simpleQueue](self).get(t, 0)
			}},
			{Name: "put", Sig: "item, block=True, timeout=None", Doc: "Append an item, at once. The other arguments mean nothing: they are here because Queue.put() has them.", Fn: put},
			{Name: "put_nowait", Sig: "item", Doc: "put() under the name that Queue has for it.", Fn: put},
			{Name: "qsize", Doc: "How many items there are just now. Other threads may put and take some the moment after.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(objects.As[simpleQueue](self).size())), nil
			}},
		}
	}
}
