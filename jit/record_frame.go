package jit

import (
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Recording of calls that are not followed and of returns from the root frame: the frame is pushed or popped in earnest,
// everything goes to memory, and the trace ends there. What comes next is a trace of its own, a linear one: it begins at a
// place of the code, with nothing but the registers in memory.

// linkable reports whether a call with n positional arguments can end the trace with the frame of the function.
func (r *recorder) linkable(fn *objects.Function, n int) bool {
	for _, f := range r.frames {
		if f.init || f.operator {
			return false
		}
	}
	c := fn.Code.Loaded()
	return c.Flags&notFollowed == 0 && c.Flags&objects.CoOptimized != 0 && c.KwOnlyArgCount == 0 && n <= c.ArgCount &&
		!r.c.given(loopKey{c, 0})
}

// callLinked pushes the frame of a function with its arguments and goes on there.
func (r *recorder) callLinked(fn *objects.Function, ref ir.Ref, args []ir.Ref, dst int) {
	for i, x := range args {
		args[i] = r.b.Box(x)
	}
	for len(r.frames) > 1 {
		r.pushInlined()
	}
	r.flush(r.pc + 1)
	f := r.calleeFrame(fn, ref, args, dst)
	r.pushes++
	base := r.b.Push(ref, ir.Push{Code: fn.Code, PC: int32(r.pc + 1), Dst: uint16(dst)}, r.here())
	for n, x := range f.regs[:fn.Code.NumLocals()] {
		if x != ir.NoRef {
			r.b.Special(ir.StoreReg, ir.Void, r.b.Box(x), base, int64(n), 0)
		}
	}
	r.goOn(0)
}

// pushInlined pushes the lowest of the frames that the trace follows, which becomes the root frame.
func (r *recorder) pushInlined() {
	caller, f := r.frames[0], r.frames[1]
	r.flush(caller.pc)
	at := f.pc
	if len(r.frames) == 2 {
		at = r.pc
	}
	r.pushes++
	base := r.b.Push(f.fn, ir.Push{Code: f.code, PC: int32(caller.pc), Dst: uint16(f.dst)}, r.here())
	zero := r.b.Const(value{})
	for n, x := range f.regs {
		if x == ir.NoRef && n < f.code.NumLocals() {
			x = zero
		}
		if x == ir.NoRef || !f.info.live.Has(at, n) {
			continue
		}
		r.b.Special(ir.StoreReg, ir.Void, r.b.Box(x), base, int64(n), 0)
		f.dirty[n] = false
	}
	r.frames = r.frames[1:]
	r.base, r.code = base, f.code
}

// flush writes the registers of the root frame to memory that are live at pc.
func (r *recorder) flush(pc int) {
	f := r.frames[0]
	for n := range r.iters {
		if f.info.live.Has(pc, n) {
			r.makeIter(n)
		} else {
			delete(r.iters, n)
			f.regs[n] = ir.NoRef
		}
	}
	for n, ref := range f.regs {
		if ref != ir.NoRef && f.dirty[n] && f.info.live.Has(pc, n) {
			r.b.Special(ir.StoreReg, ir.Void, r.b.Box(ref), r.base, int64(n), 0)
		}
	}
}

// goOn ends the trace at an instruction of the root frame; everything lies in memory.
func (r *recorder) goOn(pc int) {
	if r.abort != NoAbort {
		return
	}
	r.b.Special(ir.Leave, ir.Void, ir.NoRef, ir.NoRef, 0, r.b.Snapshot(ir.Snapshot{PC: int32(pc)}))
	r.finish()
}

// returns records the return of a value from the root frame.
func (r *recorder) returns(ref ir.Ref) {
	rec := r.frames[0].rec
	caller := rec.Prev
	if !r.linear && r.from == nil || rec.Flags != 0 || caller == nil {
		r.fail(AbortLeft)
		return
	}
	v := r.b.Box(ref)
	r.pushes++
	base := r.b.Pop(popOf(caller), r.here())
	r.b.Special(ir.StoreReg, ir.Void, v, base, int64(rec.Dst), 0)
	r.goOn(int(caller.PC))
}

// popOf describes a frame that a trace returns to.
func popOf(rec *objects.Record) ir.Pop {
	p := ir.Pop{Code: rec.Code, PC: rec.PC}
	if len(rec.Code.FreeVars) == 0 && rec.Gen == nil {
		p.Fn = rec.Fn
	} else {
		// The function is often made anew.
		p.Globals, p.Builtins = rec.Fn.Globals, rec.Fn.Builtins
	}
	return p
}

// innerLoop ends a trace at the head of a loop that is none of its own.
func (r *recorder) innerLoop(head int) {
	if len(r.frames) > 1 || !r.linear && r.from == nil {
		r.fail(AbortInnerLoop)
		return
	}
	r.flush(head)
	r.goOn(head)
}
