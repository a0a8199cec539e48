package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
)

// frameOf returns the frame object of a record, made on demand.
func frameOf(t *objects.Thread, rec *objects.Record) *objects.Frame {
	if rec.Frame != nil {
		return rec.Frame
	}
	f := &objects.Frame{Head: objects.MakeHead(&objects.FrameType), Code: rec.Code, Fn: rec.Fn, Rec: rec, Gen: rec.Gen,
		Globals: rec.Fn.Globals, Builtins: rec.Fn.Builtins, Thread: t}
	if rec.Flags&objects.RecLocals != 0 {
		f.LocalsNS = rec.Locals
	}
	f.Regs = unsafe.Slice((*value)(rec.Base), rec.Code.NRegs)
	f.LastLine, f.LastPC = -1, -1
	rec.Frame = f
	rec.Flags |= objects.RecFrame
	if rec.Gen != nil {
		rec.Gen.Frame = f
	}
	return f
}

// endFrame gives the frame object of a frame that ends a copy of the variables. Temporaries die with the frame.
func endFrame(rec *objects.Record) {
	f := rec.Frame
	keepLocals(f, unsafe.Slice((*value)(rec.Base), rec.Code.NRegs))
	f.PC = max(rec.PC-1, 0)
	f.Rec = nil
	f.Back = nil
	if rec.Prev != nil {
		f.Back = frameOf(f.Thread, rec.Prev)
	}
}

func keepLocals(f *objects.Frame, regs []value) {
	f.Regs = append([]value(nil), regs[:f.Code.NumLocals()]...)
}

// caller returns the record that called rec, nil at the bottom of the stack.
func caller(rec *objects.Record) *objects.Record {
	if rec == nil {
		return nil
	}
	return rec.Prev
}

// CurrentFrame returns the frame object depth levels up from the running Python frame, nil where there is none.
func CurrentFrame(t *objects.Thread, depth int) *objects.Frame {
	r := t.Cur
	for ; r != nil && depth > 0; depth-- {
		r = caller(r)
	}
	if r == nil {
		return nil
	}
	return frameOf(t, r)
}

// frameBack returns f_back.
func frameBack(t *objects.Thread, f *objects.Frame) *objects.Frame {
	if f.Rec == nil {
		return f.Back
	}
	p := caller(f.Rec)
	if p == nil {
		return nil
	}
	return frameOf(f.Thread, p)
}

// framePC returns the index of the instruction that a frame is at.
func framePC(f *objects.Frame) int32 {
	if f.Rec != nil {
		return max(f.Rec.PC-1, 0)
	}
	if f.Gen != nil && f.Gen.State != objects.GenClosed {
		return max(f.Gen.PC-1, 0)
	}
	return f.PC
}

// generatorFrame returns the frame object of a generator that has not ended.
func generatorFrame(t *objects.Thread, g *objects.Generator) *objects.Frame {
	if g.Frame != nil {
		return g.Frame
	}
	for r := t.Cur; r != nil && g.State == objects.GenRunning; r = r.Prev {
		if r.Gen == g {
			return frameOf(t, r)
		}
	}
	f := &objects.Frame{Head: objects.MakeHead(&objects.FrameType), Code: g.Code, Fn: g.Fn, Gen: g, Globals: g.Fn.Globals,
		Builtins: g.Fn.Builtins, LocalsNS: g.Locals(), Regs: g.Regs(), LastLine: -1, LastPC: -1}
	g.Frame = f
	return f
}
