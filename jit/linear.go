package jit

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// Linear traces begin at the entry of a function, where a call returns to, or at the head of a loop that has no trace of its
// own, and end with a call, a return or another such place. They take over from each other through memory, where the frames
// are as the interpreter has them, so that recursion of any depth runs in machine code.

// point is a place that a linear trace may begin at.
type point struct {
	trace  *trace
	aborts int
}

// notFollowed are the kinds of functions whose calls make no plain frame.
const notFollowed = objects.CoVarArgs | objects.CoVarKeywords | objects.CoGenerator | objects.CoCoroutine | objects.CoAsyncGenerator

func (c *compiler) point(k loopKey) *point {
	p := c.points[k]
	if p == nil {
		p = &point{}
		c.points[k] = p
	}
	return p
}

// given says that no linear trace is tried any more at a place.
func (c *compiler) given(k loopKey) bool {
	p := c.points[k]
	return p != nil && p.trace == nil && p.aborts >= maxAborts
}

// HotCall implements interp.JIT.
func (c *compiler) HotCall(t *objects.Thread, rec *objects.Record) {
	code := rec.Code
	k := loopKey{code, 0}
	s := c.thread(t)
	p := c.points[k]
	switch {
	case code.Flags&notFollowed != 0 || code.Flags&objects.CoOptimized == 0 || c.info(code).heads[0] || c.given(k) || p != nil && p.trace != nil:
		return
	case s.rec != nil || rec.Flags != 0:
		code.Calls -= retryCall
		return
	}
	c.recordLinear(s, t, rec, 0)
}

// recordLinear begins to record a linear trace.
func (c *compiler) recordLinear(s *threadState, t *objects.Thread, rec *objects.Record, pc int) {
	c.point(loopKey{rec.Code, pc})
	s.rec = newLinear(c, t, rec, pc)
	t.SetPoll(objects.PollHooks)
}

// carryOn looks for the trace at the place where another one has ended, at the exit e, and attaches it to that; where
// there is none and the exit is hot, it begins to record one.
func (c *compiler) carryOn(s *threadState, t *objects.Thread, rec *objects.Record, e *stop) (recording bool) {
	pc := int(rec.PC)
	k := loopKey{rec.Code, pc}
	tr := traceAt(rec.Code, pc)
	if tr == nil {
		if p := c.points[k]; p != nil {
			tr = p.trace
		}
	}
	if tr != nil {
		if !tr.wide && !tr.dead && rec.Fn.Globals == tr.globals && rec.Fn.Builtins == tr.builtins {
			e.side = tr
			e.trace.code.SetSlot(e.slot, tr.code.Start)
			from := e.trace
			if from.root != nil {
				from = from.root
			}
			from.judgeAnew()
		}
		return false
	}
	e.count++
	if int(e.count) < c.hotExit || s.rec != nil || t.Poll.Load() != 0 {
		return false
	}
	e.count = 0
	if c.info(rec.Code).heads[pc] {
		l := c.loops[k]
		if l == nil {
			l = &loopState{limit: c.hotLoop}
			c.loops[k] = l
		}
		if l.aborts < maxAborts && l.calls < maxCalls {
			l.count = l.limit
			return false
		}
	}
	if c.given(k) {
		return false
	}
	c.recordLinear(s, t, rec, pc)
	return true
}

// publish makes a linear trace known where it begins; at the entry of a function and at the head of a
// loop the interpreter enters it too.
func (c *compiler) publish(tr *trace) {
	c.point(loopKey{tr.obj, tr.head}).trace = tr
	if tr.head != 0 && !c.info(tr.obj).heads[tr.head] {
		return
	}
	ins := tr.obj.Instrs[tr.head]
	tr.original = ins.WithOp(ins.Op().General())
	tr.obj.Instrs[tr.head] = bytecode.MakeLong(bytecode.EnterTrace, 0, int32(tr.id))
}
