package jit

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"

	"github.com/adder-lang/adder/bytecode"
)

// Recording of generators in for loops. A generator owns its registers, so that its frame is pushed in earnest, as the root
// frame, and the recording goes on in it; at the yield it is popped, and the recording goes on in the frame of the loop.

// resumedByFor are the flags of the frame of a generator that a for loop in Python has resumed, and nothing else.
const resumedByFor = objects.RecGen | objects.RecGenFor

// resume records FOR_ITER on a generator.
func (r *recorder) resume(ins bytecode.Instr, g *objects.Generator) {
	switch {
	case g.State != objects.GenSuspended && g.State != objects.GenCreated, !g.Plain():
		r.fail(AbortGenerator)
		return
	case !r.linear && r.from == nil:
		r.fail(AbortCall)
		return
	}
	for _, f := range r.frames {
		if f.init || f.operator {
			r.fail(AbortGenerator)
			return
		}
	}
	ref := r.read(ins.A())
	r.object(ref, objects.ToValue(g))
	for len(r.frames) > 1 {
		r.pushInlined()
	}
	r.flush(r.pc)
	r.pushes++
	base := r.b.Resume(ref, ir.Resume{Code: g.Code, PC: g.PC, State: g.State, CallerPC: int32(r.pc + 1)}, r.here())
	caller := r.frames[0]
	clear(caller.dirty)
	caller.pc = r.pc + 1
	f := r.newFrame(nil, g.Code)
	f.fn = ir.NoRef
	if g.State == objects.GenSuspended {
		f.regs[g.Sent], f.dirty[g.Sent] = r.b.Const(objects.None), true
	}
	r.below = append(r.below, caller)
	r.setRoot(f, base)
	r.waiting = true
}

// setRoot makes a frame the root frame, without any that the trace follows above it.
func (r *recorder) setRoot(f *frame, base ir.Ref) {
	r.frames = append(r.frames[:0:0], f)
	r.base, r.code = base, f.code
}

// yield records YIELD in a generator that a for loop has resumed.
func (r *recorder) yield(ins bytecode.Instr) {
	if len(r.frames) > 1 || r.frames[0].rec.Gen == nil {
		r.fail(AbortOpcode)
		return
	}
	f := r.frames[0]
	switch {
	case f.rec.Flags != resumedByFor || ins.C()&bytecode.YieldDelegated != 0 || interp.MustClose(f.rec.Gen, ins):
		r.fail(AbortOpcode)
		return
	case !r.linear && r.from == nil:
		r.fail(AbortCall)
		return
	}
	v := r.read(ins.B())
	r.flush(r.pc + 1)
	r.pushes++
	base := r.b.Yield(ir.Yield{Caller: r.caller(), Instr: ins, PC: int32(r.pc + 1)}, r.here())
	r.backTo(base)
	iter := original(r.code.Instrs[r.pc])
	r.write(iter.B(), v)
	r.backwards(iter.SC())
}

// endGenerator records the return of a generator that a for loop has resumed: the loop ends.
func (r *recorder) endGenerator() {
	if f := r.frames[0]; f.rec.Flags != resumedByFor || !r.linear && r.from == nil {
		r.fail(AbortLeft)
		return
	}
	r.pushes++
	base := r.b.Yield(ir.Yield{Caller: r.caller(), PC: int32(r.pc + 1), End: true}, r.here())
	r.backTo(base)
}

// caller describes the caller of the root frame; it is empty where the trace has pushed the root frame itself.
func (r *recorder) caller() ir.Pop {
	if len(r.below) > 0 {
		return ir.Pop{}
	}
	return popOf(r.frames[0].rec.Prev)
}

// backTo goes on in the frame of the loop that has resumed the generator, at its FOR_ITER.
func (r *recorder) backTo(base ir.Ref) {
	rec := r.frames[0].rec.Prev
	var f *frame
	if n := len(r.below); n > 0 {
		f = r.below[n-1]
		r.below = r.below[:n-1]
	} else {
		f = r.newFrame(rec, rec.Code)
		f.fn = ir.NoRef
	}
	clear(r.iters)
	r.setRoot(f, base)
	r.pc = int(rec.PC) - 1
}
