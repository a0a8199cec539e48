package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// activation is one run of machine code: it enters a trace, does what the code asks of Go, and handles the exit that
// ends it.
type activation struct {
	c     *compiler
	t     *objects.Thread
	rec   *objects.Record
	entry *trace
	// out is the stop that ended the run; moved says that the frames are past the loop head, err is an error raised by
	// an instruction that the interpreter executed.
	out  *stop
	step bool
	err  error
	args [maxHelperArgs]value
}

// begin returns an activation that is not in use; machine code may be entered again while Go code that it called runs.
func (s *threadState) begin() *activation {
	if s.depth == len(s.acts) {
		s.acts = append(s.acts, &activation{})
	}
	a := s.acts[s.depth]
	s.depth++
	return a
}

// Enter implements interp.JIT.
func (c *compiler) Enter(t *objects.Thread, rec *objects.Record, id int) (moved bool, err error) {
	tr := c.traces[id]
	if rec.Fn.Globals != tr.globals || rec.Fn.Builtins != tr.builtins || t.Depth+tr.depth >= t.RecursionLimit {
		return false, nil
	}
	base := rec.Base
	s := c.thread(t)
	a := s.begin()
	a.c, a.t, a.rec, a.entry, a.out, a.step, a.err = c, t, rec, tr, nil, false, nil
	tr.entered++
	probing := tr.entered <= probeEntries
	if probing {
		tr.saved += left(rec, tr.iter) * uint64(tr.worth)
		s.ctx.Aux[savedAux] = 0
	}
	var fault error
	if tr.wide {
		fault = asm.RunWide(s.ctx, a)
	} else {
		fault = asm.Run(s.ctx, a)
	}
	s.depth--
	if fault != nil {
		// The state of the trace is lost, so the program cannot go on: this is a bug of Adder and reported as one.
		panic(fault)
	}
	if probing {
		tr.saved += s.ctx.Aux[savedAux]
		if tr.entered == probeEntries {
			c.judge(tr)
		}
	}
	out, root := a.out, a.rec
	err = a.err
	clear(a.args[:])
	a.rec, a.err = nil, nil
	if a.step {
		return true, err
	}
	entry := out.trace == tr && len(out.locs) == 0 && int(out.snap.PC) == tr.head && !out.leave
	if entry {
		// The first iteration may differ from the others in what is bound already: a side trace goes through it.
		if c.hot(s, t, root, out) {
			return true, nil
		}
		if out.side == nil {
			c.missed(tr)
		}
	} else if out.leave && out.side == nil && c.carryOn(s, t, root, out) || !out.leave && c.hot(s, t, root, out) {
		return true, nil
	}
	// Back at the head the interpreter runs the instruction there itself, or it would come to the same exit for ever.
	return t.Cur != rec || int(rec.PC) != tr.head || rec.Code != tr.obj || rec.Base != base, nil
}

// left is the number of iterations that the iterator in a register has left, 0 where it does not tell.
func left(rec *objects.Record, n int) uint64 {
	if n < 0 {
		return 0
	}
	v := *(*value)(unsafe.Add(rec.Base, uintptr(n)*8))
	if !v.IsObject() || v.IsZero() {
		return 0
	}
	switch objects.TypeOf(v) {
	case &objects.RangeIteratorType:
		return uint64(objects.As[objects.RangeIterator](v).Remaining)
	case &objects.ListIterType:
		if it := objects.As[objects.ListIterator](v); it.List != nil {
			return uint64(max(it.List.Len()-it.Index, 0))
		}
	case &objects.TupleIterType:
		if it := objects.As[objects.TupleIterator](v); it.Tuple != nil {
			return uint64(max(it.Tuple.Len()-it.Index, 0))
		}
	default:
		return unknownRounds
	}
	return 0
}

// judge gives a root trace up that is entered for a few instructions only: entering costs more than they gain. The
// iterations of loops around it that side traces have brought into it count too.
func (c *compiler) judge(tr *trace) {
	if tr.saved >= fewInstrs*tr.entered || c.opts.Eager {
		return
	}
	if tr.linear {
		// Other traces may still go on with it.
		tr.obj.Instrs[tr.head] = tr.original
		c.log("leave  %d  %s: entered %d times, %d instructions saved", tr.id, c.where(tr.obj, tr.head), tr.entered, tr.saved)
		return
	}
	c.retire(tr)
	if l := c.loops[loopKey{tr.obj, tr.head}]; l != nil {
		l.aborts = maxAborts
	}
}

// judgeAnew forgets how a root trace has done so far: with another way to go on it is worth more than it was.
func (t *trace) judgeAnew() { t.entered, t.saved, t.misses = 0, 0, 0 }

// missed counts entries that came to nothing; a trace that hardly ever fits is given up.
func (c *compiler) missed(tr *trace) {
	tr.misses++
	if tr.misses > maxMisses && tr.misses*2 > tr.entered {
		c.retire(tr)
	}
}

// Start implements asm.Handler: the machine code gets the address of the frame's registers.
func (a *activation) Start(v asm.View) uintptr {
	v.SetValue(0, a.rec.Base)
	return a.entry.code.Start
}

// Exit implements asm.Handler.
func (a *activation) Exit(n uint32, v asm.View) uintptr {
	st := a.c.stops[n]
	// The code may have pushed and popped frames.
	a.rec = a.t.Cur
	switch st.kind {
	case stopHelper:
		h := st.helper
		args := a.args[:len(st.args)]
		for i := range args {
			// What lies in a word as it is needs no call.
			if l := &st.args[i]; l.kind == locValue {
				args[i] = objects.FromPointer(v.Value(int(l.slot)))
			} else {
				args[i] = l.read(v)
			}
		}
		r, ok := h.fn(a.t, args)
		if !ok {
			if st.side != nil {
				// Everything lies in words already, as at the exit of a guard.
				return st.side.code.Start
			}
			break
		}
		if st.result.kind == locValue {
			v.SetValue(int(st.result.slot), r.Pointer())
		} else {
			st.result.write(v, r)
		}
		return st.resume
	case stopStep:
		return a.runStep(st, v)
	case stopStore:
		obj := v.Value(int(st.args[0].slot))
		if st.args[0].kind == locConst {
			obj = st.args[0].value.Pointer()
		}
		switch {
		case st.word != nil:
			*(*unsafe.Pointer)(unsafe.Add(obj, st.offset)) = st.word
		case st.offset >= 0:
			*(*value)(unsafe.Add(obj, st.offset)) = st.args[1].read(v)
		default:
			i := st.args[2].read(v)
			n, _ := objects.Int64Of(i)
			*(*value)(unsafe.Add(obj, 8*n)) = st.args[1].read(v)
		}
		return st.resume
	case stopPush:
		a.push(st, v)
		return st.resume
	case stopResume:
		a.resume(st, v)
		return st.resume
	case stopYield:
		a.yield(st, v)
		return st.resume
	case stopBox:
		st.result.write(v, st.args[0].read(v))
		return st.resume
	}
	a.out = st
	a.restore(st, v)
	return 0
}

// read returns the value at a location, boxed.
func (l *location) read(v asm.View) value {
	switch l.kind {
	case locConst:
		return l.value
	case locValue:
		return objects.FromPointer(v.Value(int(l.slot)))
	}
	if l.typ == ir.F64 {
		return objects.FloatFromBits(v.Raw(int(l.slot)))
	}
	return objects.Int(int64(v.Raw(int(l.slot))))
}

// write stores a value at a location.
func (l *location) write(v asm.View, x value) {
	switch l.kind {
	case locValue:
		v.SetValue(int(l.slot), x.Pointer())
	case locRaw:
		v.SetRaw(int(l.slot), uint64(x.Inline()))
	}
}

// restore gives the frames back to the interpreter as a snapshot says.
func (a *activation) restore(st *stop, v asm.View) {
	s := st.snap
	k := 0
	next := func() value {
		l := &st.locs[k]
		k++
		return l.read(v)
	}
	base := a.rec.Base
	for i := range s.Slots {
		*(*value)(unsafe.Add(base, uintptr(s.Slots[i].Reg)*8)) = next()
	}
	a.rec.PC = s.PC
	for i := range s.Frames {
		f := &s.Frames[i]
		r, regs := interp.PushInlined(a.t, f.Code, objects.As[objects.Function](next()))
		r.PC, r.Dst = f.PC, f.Dst
		if f.Operator {
			r.Flags |= objects.RecOperator
		}
		if f.Init {
			r.Flags |= objects.RecInit
			r.Self = next()
		}
		for j := range f.Slots {
			regs[f.Slots[j].Reg] = next()
		}
	}
	for i := range s.Iters {
		obj := next()
		cur, _ := objects.Int64Of(next())
		left, _ := objects.Int64Of(next())
		step, _ := objects.Int64Of(next())
		*(*value)(unsafe.Add(base, uintptr(s.Iters[i].Reg)*8)) = objects.RangeIteratorAt(obj, cur, left, step)
	}
}

// runStep has the interpreter execute an instruction. The frames are restored for it, since it may look at them or raise;
// afterwards the inlined ones go again, unless somebody has taken hold of one.
func (a *activation) runStep(st *stop, v asm.View) uintptr {
	a.restore(st, v)
	t := a.t
	cur := t.Cur
	cur.PC++
	ins := st.step.ins
	taken, err := interp.Step(t, cur, ins)
	if err != nil {
		a.out, a.step, a.err = st, true, err
		return 0
	}
	leave := a.rec.Frame != nil && a.rec.Frame.Exposed
	for r := cur; r != a.rec; r = r.Prev {
		leave = leave || r.Flags&objects.RecFrame != 0
	}
	for r, n := a.rec.Prev, st.snap.Below; n > 0; r, n = r.Prev, n-1 {
		leave = leave || r.Flags&objects.RecFrame != 0
	}
	if leave {
		if taken {
			d, _ := jumpOf(ins)
			cur.PC += int32(d)
		}
		a.out, a.step = st, true
		return 0
	}
	for i, reg := range st.step.results {
		if l := &st.values[i]; l.kind == locValue {
			l.write(v, *(*value)(unsafe.Add(cur.Base, uintptr(reg)*8)))
		}
	}
	if st.taken.kind == locRaw {
		n := uint64(0)
		if taken {
			n = 1
		}
		v.SetRaw(int(st.taken.slot), n)
	}
	for t.Cur != a.rec {
		interp.PopInlined(t)
	}
	return st.resume
}

// hot counts an exit and begins to record a side trace at it.
func (c *compiler) hot(s *threadState, t *objects.Thread, rec *objects.Record, e *stop) (recording bool) {
	e.count++
	root := e.trace
	if root.root != nil {
		root = root.root
	}
	if e.side != nil || int(e.count) < c.hotExit || e.aborts >= maxAborts || root.side >= maxSideTraces || s.rec != nil || t.Poll.Load() != 0 || root.dead || e.poll {
		return false
	}
	e.count = 0
	r := newRecorder(c, t, rec, int(rec.PC), root, e)
	if r.abort != NoAbort {
		c.aborted(r)
		return false
	}
	s.rec = r
	t.SetPoll(objects.PollHooks)
	return true
}
