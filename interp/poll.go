package interp

import (
	"github.com/adder-lang/adder/objects"
)

// edgeBudget is the number of loop edges between two visits to edge: the loop counters of the JIT advance by so many.
// It is prime so that inner loops of round lengths do not always count at the same place.
var edgeBudget = 61

// firstBudget is the budget of a loop that is entered anew: any number up to edgeBudget, so that loops in functions that
// Go code calls, each for a few iterations, are counted as often as others.
func firstBudget(t *objects.Thread) int {
	t.Sample = t.Sample*1664525 + 1013904223
	return int(uint64(t.Sample) * uint64(edgeBudget+1) >> 32)
}

// edgeAction says how the loop goes on after a poll.
type edgeAction uint8

const (
	edgeContinue edgeAction = iota
	edgeReload              // the frame's state was changed
	edgeSwitch              // the other loop is to go on
)

// edge runs at a loop head or at the entry of a frame when something waits or the budget is used up.
func edge(t *objects.Thread, rec *objects.Record, traced bool) (edgeAction, error) {
	if p := t.Poll.Load(); p != 0 {
		rec.Flags |= objects.RecPolling
		err := safepoint(t, p)
		rec.Flags &^= objects.RecPolling
		if err != nil {
			return edgeContinue, err
		}
		if wantTraced(t) != traced {
			return edgeSwitch, nil
		}
	}
	if jit != nil && !traced {
		return jitEdge(t, rec)
	}
	return edgeContinue, nil
}

// safepoint does what a poll found waiting.
func safepoint(t *objects.Thread, p uint32) error {
	if p&objects.PollLock != 0 {
		t.Poll.And(^uint32(objects.PollLock))
		yieldLock(t)
	}
	if p&objects.PollPending != 0 {
		t.Poll.And(^uint32(objects.PollPending))
		objects.RunPending(t)
	}
	if p&objects.PollHooks != 0 {
		t.Poll.And(^uint32(objects.PollHooks))
	}
	if p&objects.PollAsyncExc != 0 {
		t.Poll.And(^uint32(objects.PollAsyncExc))
		if e := t.AsyncExc.Swap(nil); e != nil {
			return e
		}
	}
	if p&objects.PollSignal != 0 {
		t.Poll.And(^uint32(objects.PollSignal))
		if SignalHandler != nil {
			return SignalHandler(t)
		}
	}
	return nil
}

// SignalHandler runs the handlers of signals that have arrived, on the main thread. The signal module sets it.
var SignalHandler func(t *objects.Thread) error
