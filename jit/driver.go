package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// activation is one run of machine code: it enters a trace, and handles the exit that ends it.
type activation struct {
	c     *compiler
	t     *objects.Thread
	rec   *objects.Record
	entry *trace
	out   *exit
}

// Enter implements interp.JIT.
func (c *compiler) Enter(t *objects.Thread, rec *objects.Record, id int) (moved bool, err error) {
	s := c.thread(t)
	tr := c.traces[id]
	a := &s.act
	a.c, a.t, a.rec, a.entry, a.out = c, t, rec, tr, nil
	tr.entered++
	if fault := asm.Run(s.ctx, a); fault != nil {
		// The state of the trace is lost, so the program cannot go on: this is a bug of Adder and reported as one.
		panic(fault)
	}
	rec.PC = a.out.snap.PC
	a.rec = nil
	// An exit at the head without a value to restore is a guard of the entry: the interpreter runs the loop itself.
	moved = int(rec.PC) != tr.head || a.out.trace != tr || len(a.out.snap.Slots)+len(a.out.snap.Fields) > 0
	if moved {
		c.hot(s, t, rec, a.out)
	}
	return moved, nil
}

// Start implements asm.Handler: the machine code gets the address of the frame's registers.
func (a *activation) Start(v asm.View) uintptr {
	v.SetValue(0, a.rec.Base)
	return a.entry.code.Start
}

// Exit implements asm.Handler: it gives the frame back to the interpreter.
func (a *activation) Exit(n uint32, v asm.View) uintptr {
	e := a.c.exits[n]
	a.out = e
	instrs := e.trace.ir.Instrs
	i := 0
	for _, s := range e.snap.Slots {
		w := v.Raw(i)
		i++
		p := (*value)(unsafe.Add(a.rec.Base, uintptr(s.Reg)*8))
		if instrs[s.Ref].Type == ir.F64 {
			*p = objects.FloatFromBits(w)
		} else {
			*p = objects.Int(int64(w))
		}
	}
	for _, f := range e.snap.Fields {
		w := v.Raw(i)
		i++
		obj := *(*value)(unsafe.Add(a.rec.Base, uintptr(instrs[f.Obj].Imm)*8))
		*(*int64)(unsafe.Add(obj.Pointer(), uintptr(f.Offset))) = int64(w)
	}
	return 0
}

// hot counts an exit and begins to record a side trace at it.
func (c *compiler) hot(s *threadState, t *objects.Thread, rec *objects.Record, e *exit) {
	e.count++
	root := e.trace
	if root.root != nil {
		root = root.root
	}
	if e.side != nil || e.count < c.hotExit || e.aborts >= maxAborts || root.side >= maxSideTraces || s.rec != nil || t.Poll.Load() != 0 {
		return
	}
	e.count = 0
	r := newRecorder(rec, int(rec.PC), root, e)
	if r.abort != NoAbort {
		c.aborted(r)
		return
	}
	s.rec = r
	t.SetPoll(objects.PollHooks)
}
