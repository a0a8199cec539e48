package interp

import (
	"unsafe"

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

// PopInlined takes the innermost frame away again, whose function goes on in machine code.
func PopInlined(t *objects.Thread) { popFrame(t, t.Cur) }
