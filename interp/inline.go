package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// PushInlined pushes the frame of a call that machine code has followed without a frame. It returns the record, whose PC
// and Dst the caller sets, and the registers, all unbound, for it to fill.
func PushInlined(t *objects.Thread, code *objects.Code, fn *objects.Function) (*objects.Record, []value) {
	mark := t.Mark()
	top := t.TopIndex()
	p, _ := t.Reserve(code.NRegs)
	regs := unsafe.Slice(p, code.NRegs)
	clear(regs)
	t.Depth++
	r := t.Push()
	r.Code, r.Fn, r.Base = code, fn, unsafe.Pointer(p)
	r.Top = int32(top)
	if t.ChunkChanged(mark) {
		r.SetMark(mark)
	}
	return r, regs
}

// ResumeGenerator pushes the frame of a generator for the for loop that the running frame is at.
func ResumeGenerator(t *objects.Thread, g *objects.Generator) (*objects.Record, error) {
	return pushGenerator(t, t.Cur, g, objects.None, objects.RecGenFor)
}

// SuspendGenerator takes the frame of a generator off the control stack at the yield ins before rec.PC.
func SuspendGenerator(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) {
	suspend(t, rec, ins)
}

// EndGenerator takes the frame of a generator that returns off the control stack.
func EndGenerator(t *objects.Thread, rec *objects.Record) {
	finishGenerator(t, rec)
	popGenerator(t, rec)
}

// MustClose reports whether closing a generator that is suspended at a yield would run code of the program.
func MustClose(g *objects.Generator, yield bytecode.Instr) bool { return mustClose(g, yield) }

// PopInlined takes the innermost frame away again, whose function goes on in machine code.
func PopInlined(t *objects.Thread) { popFrame(t, t.Cur) }
