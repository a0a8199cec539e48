package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Code that resumes and suspends the generator of a for loop: as emit_frame.go does with the frames of functions, but that a
// generator has its own registers, remembers where it stands, and handles exceptions of its own.

// Layout of objects.Generator.
const (
	genCode      = int32(unsafe.Offsetof(objects.Generator{}.Code))
	genFn        = int32(unsafe.Offsetof(objects.Generator{}.Fn))
	genBase      = int32(unsafe.Offsetof(objects.Generator{}.Base))
	genPC        = int32(unsafe.Offsetof(objects.Generator{}.PC))
	genState     = int32(unsafe.Offsetof(objects.Generator{}.State))
	genStarted   = int32(unsafe.Offsetof(objects.Generator{}.Started))
	genFrame     = int32(unsafe.Offsetof(objects.Generator{}.Frame))
	genSent      = int32(unsafe.Offsetof(objects.Generator{}.Sent))
	genDelegated = int32(unsafe.Offsetof(objects.Generator{}.Delegated))
	genExc       = int32(unsafe.Offsetof(objects.Generator{}.Exc))
	genExcPrev   = genExc + int32(unsafe.Offsetof(objects.ExcState{}.Prev))

	recGen        = int32(unsafe.Offsetof(objects.Record{}.Gen))
	threadHandled = int32(unsafe.Offsetof(objects.Thread{}.Handled))
)

// One store sets both.
var _ = [1]struct{}{}[genStarted-genState-1]

// pushGen pushes the frame of a generator as the interpreter's pushGenerator does.
func (g *generator) pushGen(r ir.Ref, in *ir.Instr) {
	a := g.a
	p := &g.t.Resumes[in.Aux]
	if g.t.IsConst(in.A) {
		g.fail(AbortGenerator)
		return
	}
	gen := g.use(in.A, g.g1)
	dst := g.dest(r)
	t, rec, next := g.temp(), g.temp(), g.temp()
	poll, out := g.pollExit(in.Snap), g.exit(in.Snap)
	c, done := g.coldAddress(r, dst, &stop{kind: stopResume, stopCall: &stopCall{caller: p.CallerPC}}, in.A)

	a.Poll(poll)
	a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Code))))
	a.BranchMem(asm.NE, asm.W64, asm.At(gen, int(genCode)), g.g2, out)
	a.BranchMemImm(asm.NE, asm.U32, asm.At(gen, int(genPC)), p.PC, out)
	a.BranchMemImm(asm.NE, asm.U8, asm.At(gen, int(genState)), int32(p.State), out)
	a.BranchMemImm(asm.NE, asm.W64, asm.At(gen, int(genFrame)), 0, out)
	a.BranchMemImm(asm.NE, asm.W64, asm.At(gen, int(objects.GeneratorExtraOffset)), 0, out)
	a.Load(t, asm.W64, asm.Ctx(asm.AuxOffset(threadAux)))
	a.Load(g.g1, asm.W64, asm.At(t, int(threadDepth)))
	a.IntImm(asm.Add, g.g1, g.g1, pushMargin)
	a.BranchMem(asm.LE, asm.W64, asm.At(t, int(threadLimit)), g.g1, poll)
	a.BranchBarrier(c.label)
	a.Load(rec, asm.W64, asm.At(t, int(threadCur)))
	a.Load(next, asm.W64, asm.At(rec, int(recNext)))
	a.BranchImm(asm.EQ, next, 0, c.label)

	a.IntImm(asm.Sub, g.g1, g.g1, pushMargin-1)
	a.Store(asm.W64, asm.At(t, int(threadDepth)), g.g1)
	a.StoreImm(asm.U32, asm.At(rec, int(recPC)), p.CallerPC)
	a.Store(asm.W64, asm.At(t, int(threadCur)), next)
	a.Store(asm.W64, asm.At(next, int(recCode)), g.g2)
	a.Load(g.g1, asm.W64, asm.At(gen, int(genFn)))
	a.Store(asm.W64, asm.At(next, int(recFn)), g.g1)
	a.Load(g.g1, asm.W64, asm.At(t, int(threadTop)))
	a.Store(asm.U32, asm.At(next, int(recTop)), g.g1)
	a.StoreImm(asm.U32, asm.At(next, int(recDst)), int32(resumedByFor)<<16)
	a.Store(asm.W64, asm.At(next, int(recGen)), gen)
	a.Load(dst, asm.W64, asm.At(gen, int(genBase)))
	a.Store(asm.W64, asm.At(next, int(recBase)), dst)
	a.StoreImm(asm.U16, asm.At(gen, int(genState)), int32(objects.GenRunning)|1<<8)
	a.Load(g.g1, asm.W64, asm.At(t, int(threadHandled)))
	a.Store(asm.W64, asm.At(gen, int(genExcPrev)), g.g1)
	a.IntImm(asm.Add, g.g1, gen, int64(genExc))
	a.Store(asm.W64, asm.At(t, int(threadHandled)), g.g1)
	a.Store(asm.W64, asm.ValueSlot(0), dst)
	a.Bind(c.back)
	done()
}

// popGen takes the frame of a generator off the stack as the interpreter's suspend does; a generator that ends is left to Go.
func (g *generator) popGen(r ir.Ref, in *ir.Instr) {
	a := g.a
	p := &g.t.Yields[in.Aux]
	dst := g.dest(r)
	t, rec, prev, gen := g.temp(), g.temp(), g.temp(), g.temp()
	poll, out := g.pollExit(in.Snap), g.exit(in.Snap)
	c, done := g.coldAddress(r, dst, &stop{kind: stopYield, stopCall: &stopCall{yield: p}})

	a.Poll(poll)
	a.Load(t, asm.W64, asm.Ctx(asm.AuxOffset(threadAux)))
	a.Load(rec, asm.W64, asm.At(t, int(threadCur)))
	a.BranchMemImm(asm.NE, asm.U16, asm.At(rec, int(recFlags)), int32(resumedByFor), out)
	a.Load(prev, asm.W64, asm.At(rec, int(recPrev)))
	if p.Caller.Code != nil {
		g.checkCaller(prev, &p.Caller, out)
	}
	if p.End {
		a.Jump(c.label)
		a.Bind(c.back)
		done()
		return
	}
	a.BranchBarrier(c.label)
	a.Load(gen, asm.W64, asm.At(rec, int(recGen)))
	a.StoreImm(asm.U32, asm.At(gen, int(genPC)), p.PC)
	a.StoreImm(asm.U16, asm.At(gen, int(genSent)), int32(p.Instr.A()))
	a.StoreImm(asm.U8, asm.At(gen, int(genDelegated)), 0)
	a.StoreImm(asm.U8, asm.At(gen, int(genState)), int32(objects.GenSuspended))
	a.Load(g.g1, asm.W64, asm.At(gen, int(genExcPrev)))
	a.Store(asm.W64, asm.At(t, int(threadHandled)), g.g1)
	a.StoreImm(asm.W64, asm.At(gen, int(genExcPrev)), 0)
	a.StoreImm(asm.W64, asm.At(rec, int(recGen)), 0)
	a.StoreImm(asm.U32, asm.At(rec, int(recDst)), 0)
	g.popRecord(t, rec, prev, dst)
	a.Bind(c.back)
	done()
}

// resume is what Go does for PushGen, yield what it does for PopGen.
func (a *activation) resume(st *stop, v asm.View) {
	gen := objects.As[objects.Generator](st.args[0].read(v))
	a.rec.PC = st.caller
	// The limit has been looked at.
	r, _ := interp.ResumeGenerator(a.t, gen)
	v.SetValue(0, r.Base)
	v.SetValue(int(st.result.slot), r.Base)
}

func (a *activation) yield(st *stop, v asm.View) {
	rec := a.rec
	rec.PC = st.yield.PC
	if st.yield.End {
		interp.EndGenerator(a.t, rec)
	} else {
		interp.SuspendGenerator(a.t, rec, st.yield.Instr)
	}
	base := a.t.Cur.Base
	v.SetValue(0, base)
	v.SetValue(int(st.result.slot), base)
}
