package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Code that pushes and pops frames of the control stack, as the interpreter does at a call and a return.
//
//	thread ── Cur ──▶ record of the root frame ── Next ──▶ record of the frame that is pushed
//	  │ chunk, top       Code PC Fn Base …                     Base = chunk + 8·top
//	  ▼
//	registers: │ root frame │ … │ new frame │ free
//
// Records stay linked for ever, so that storing Thread.Cur needs no write barrier: what it referred to and what it refers
// to are both reached through the chain. The other stores of a push do need it.

// Layout of objects.Record and objects.Thread.
const (
	recPrev  = int32(unsafe.Offsetof(objects.Record{}.Prev))
	recNext  = int32(unsafe.Offsetof(objects.Record{}.Next))
	recCode  = int32(unsafe.Offsetof(objects.Record{}.Code))
	recFn    = int32(unsafe.Offsetof(objects.Record{}.Fn))
	recBase  = int32(unsafe.Offsetof(objects.Record{}.Base))
	recPC    = int32(unsafe.Offsetof(objects.Record{}.PC))
	recTop   = int32(unsafe.Offsetof(objects.Record{}.Top))
	recDst   = int32(unsafe.Offsetof(objects.Record{}.Dst))
	recFlags = int32(unsafe.Offsetof(objects.Record{}.Flags))

	threadCur   = int32(unsafe.Offsetof(objects.Thread{}.Cur))
	threadDepth = int32(unsafe.Offsetof(objects.Thread{}.Depth))
	threadLimit = int32(unsafe.Offsetof(objects.Thread{}.RecursionLimit))
	threadChunk = int32(objects.ThreadChunkOffset)
	threadTop   = int32(objects.ThreadTopOffset)

	fnGlobals  = int32(unsafe.Offsetof(objects.Function{}.Globals))
	fnBuiltins = int32(unsafe.Offsetof(objects.Function{}.Builtins))
)

// One store sets both of two neighbours.
var (
	_ = [1]struct{}{}[recFlags-recDst-2]
	_ = [1]struct{}{}[genStarted-genState-1]
)

// pushMargin is the number of calls that must be left to the recursion limit where machine code pushes a frame: those that
// an exit may have to restore, and one for the interpreter to fail at.
const pushMargin = maxInline + 2

// temp takes a register for the time of the present instruction.
func (g *generator) temp() asm.Reg {
	reg := g.take(false)
	g.pins = append(g.pins, reg)
	return reg
}

// pollExit is an exit that is taken because something waits.
func (g *generator) pollExit(snap uint16) asm.Label {
	out := g.exit(snap)
	g.tr.stops[len(g.tr.stops)-1].poll = true
	return out
}

// pushFrame pushes a frame. While the write barrier is on, and where there is no record for it yet, Go does it.
func (g *generator) pushFrame(r ir.Ref, in *ir.Instr) {
	a := g.a
	p := &g.t.Pushes[in.Aux]
	fn, constant := g.t.ConstValue(in.A)
	var fnReg asm.Reg
	if !constant {
		fnReg = g.use(in.A, g.g1)
	}
	dst := g.dest(r)
	t, rec, next := g.temp(), g.temp(), g.temp()
	out := g.pollExit(in.Snap)
	c, done := g.coldAddress(r, dst, &stop{kind: stopPush, push: p}, in.A)

	n := int64(p.Code.NRegs)
	a.Poll(out)
	a.Load(t, asm.W64, asm.Ctx(asm.AuxOffset(threadAux)))
	a.Load(g.g1, asm.W64, asm.At(t, int(threadDepth)))
	a.IntImm(asm.Add, g.g1, g.g1, pushMargin)
	a.BranchMem(asm.LE, asm.W64, asm.At(t, int(threadLimit)), g.g1, out)
	a.Load(g.g1, asm.W64, asm.At(t, int(threadTop)))
	a.IntImm(asm.Add, g.g2, g.g1, n)
	a.BranchImm(asm.GT, g.g2, objects.ChunkRegisters, out)
	a.BranchBarrier(c.label)
	a.Load(rec, asm.W64, asm.At(t, int(threadCur)))
	a.Load(next, asm.W64, asm.At(rec, int(recNext)))
	a.BranchImm(asm.EQ, next, 0, c.label)

	a.Store(asm.W64, asm.At(t, int(threadTop)), g.g2)
	a.Store(asm.W64, asm.At(t, int(threadCur)), next)
	a.StoreImm(asm.U32, asm.At(rec, int(recPC)), p.PC)
	a.Store(asm.U32, asm.At(next, int(recTop)), g.g1)
	a.StoreImm(asm.U32, asm.At(next, int(recDst)), int32(p.Dst))
	a.Load(dst, asm.W64, asm.At(t, int(threadChunk)))
	a.IntImm(asm.Shl, g.g1, g.g1, 3)
	a.Int(asm.Add, dst, dst, g.g1)
	a.Store(asm.W64, asm.At(next, int(recBase)), dst)
	a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Code))))
	a.Store(asm.W64, asm.At(next, int(recCode)), g.g2)
	if constant {
		fnReg = g.g2
		a.MoveImm(fnReg, int64(fn.Bits()))
	}
	a.Store(asm.W64, asm.At(next, int(recFn)), fnReg)
	a.Load(g.g1, asm.W64, asm.At(t, int(threadDepth)))
	a.IntImm(asm.Add, g.g1, g.g1, 1)
	a.Store(asm.W64, asm.At(t, int(threadDepth)), g.g1)
	a.Store(asm.W64, asm.ValueSlot(0), dst)
	a.Bind(c.back)
	done()
}

// popFrame pops the root frame where it is an ordinary one and its caller the expected one.
func (g *generator) popFrame(r ir.Ref, in *ir.Instr) {
	a := g.a
	p := &g.t.Pops[in.Aux]
	dst := g.dest(r)
	t, rec, prev := g.temp(), g.temp(), g.temp()
	poll := g.pollExit(in.Snap)
	out := g.exit(in.Snap)

	a.Poll(poll)
	a.Load(t, asm.W64, asm.Ctx(asm.AuxOffset(threadAux)))
	a.Load(rec, asm.W64, asm.At(t, int(threadCur)))
	a.BranchMemImm(asm.NE, asm.U16, asm.At(rec, int(recFlags)), 0, out)
	a.Load(prev, asm.W64, asm.At(rec, int(recPrev)))
	g.checkCaller(prev, p, out)
	g.popRecord(t, rec, prev, dst)
}

// checkCaller leaves where a record is not that of the expected caller.
func (g *generator) checkCaller(rec asm.Reg, p *ir.Pop, out asm.Label) {
	a := g.a
	a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Code))))
	a.BranchMem(asm.NE, asm.W64, asm.At(rec, int(recCode)), g.g2, out)
	a.BranchMemImm(asm.NE, asm.U32, asm.At(rec, int(recPC)), p.PC, out)
	if p.Fn != nil {
		a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Fn))))
		a.BranchMem(asm.NE, asm.W64, asm.At(rec, int(recFn)), g.g2, out)
		return
	}
	a.Load(g.g1, asm.W64, asm.At(rec, int(recFn)))
	a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Globals))))
	a.BranchMem(asm.NE, asm.W64, asm.At(g.g1, int(fnGlobals)), g.g2, out)
	a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Builtins))))
	a.BranchMem(asm.NE, asm.W64, asm.At(g.g1, int(fnBuiltins)), g.g2, out)
}

// popRecord makes prev the running record instead of rec; dst receives the address of its register 0.
func (g *generator) popRecord(t, rec, prev, dst asm.Reg) {
	a := g.a
	a.Store(asm.W64, asm.At(t, int(threadCur)), prev)
	a.Load(g.g1, asm.U32, asm.At(rec, int(recTop)))
	a.Store(asm.W64, asm.At(t, int(threadTop)), g.g1)
	a.Load(g.g1, asm.W64, asm.At(t, int(threadDepth)))
	a.IntImm(asm.Sub, g.g1, g.g1, 1)
	a.Store(asm.W64, asm.At(t, int(threadDepth)), g.g1)
	a.Load(dst, asm.W64, asm.At(prev, int(recBase)))
	a.Store(asm.W64, asm.ValueSlot(0), dst)
}

// leave goes on at the place that the snapshot names: with the trace that begins there, once there is one.
func (g *generator) leave(in *ir.Instr) {
	out := g.exit(in.Snap)
	g.tr.stops[len(g.tr.stops)-1].leave = true
	g.a.Jump(out)
}

// push is what Go does for PushFrame.
func (a *activation) push(st *stop, v asm.View) {
	p := st.push
	fn := st.args[0].read(v)
	a.rec.PC = p.PC
	r, _ := interp.PushInlined(a.t, p.Code, objects.As[objects.Function](fn))
	r.PC, r.Dst = 0, p.Dst
	v.SetValue(0, r.Base)
	v.SetValue(int(st.result.slot), r.Base)
}

// Layout of objects.Generator.
const (
	genCode      = int32(unsafe.Offsetof(objects.Generator{}.Code))
	genFn        = int32(unsafe.Offsetof(objects.Generator{}.Fn))
	genRegs      = int32(unsafe.Offsetof(objects.Generator{}.Regs))
	genPC        = int32(unsafe.Offsetof(objects.Generator{}.PC))
	genState     = int32(unsafe.Offsetof(objects.Generator{}.State))
	genStarted   = int32(unsafe.Offsetof(objects.Generator{}.Started))
	genFrame     = int32(unsafe.Offsetof(objects.Generator{}.Frame))
	genLocals    = int32(unsafe.Offsetof(objects.Generator{}.Locals))
	genYieldFrom = int32(unsafe.Offsetof(objects.Generator{}.YieldFrom))
	genSent      = int32(unsafe.Offsetof(objects.Generator{}.Sent))
	genDelegated = int32(unsafe.Offsetof(objects.Generator{}.Delegated))
	genExc       = int32(unsafe.Offsetof(objects.Generator{}.Exc))
	genExcPrev   = genExc + int32(unsafe.Offsetof(objects.ExcState{}.Prev))

	recGen        = int32(unsafe.Offsetof(objects.Record{}.Gen))
	threadHandled = int32(unsafe.Offsetof(objects.Thread{}.Handled))
)

// coldAddress begins the cold call of an instruction that gives an address.
func (g *generator) coldAddress(r ir.Ref, dst asm.Reg, st *stop, operands ...ir.Ref) (*coldCall, func()) {
	g.holder[dst] = ir.NoRef
	c, done := g.coldStart(st, operands...)
	g.holder[dst] = r
	c.result = dst
	c.resultSlot = g.takeSlot(ir.Addr)
	st.result = location{kind: locValue, typ: ir.Addr, slot: c.resultSlot}
	return c, func() {
		g.vals.give(int(c.resultSlot))
		done()
	}
}

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
	c, done := g.coldAddress(r, dst, &stop{kind: stopResume, caller: p.CallerPC}, in.A)

	a.Poll(poll)
	a.MoveImm(g.g2, int64(uintptr(unsafe.Pointer(p.Code))))
	a.BranchMem(asm.NE, asm.W64, asm.At(gen, int(genCode)), g.g2, out)
	a.BranchMemImm(asm.NE, asm.U32, asm.At(gen, int(genPC)), p.PC, out)
	a.BranchMemImm(asm.NE, asm.U8, asm.At(gen, int(genState)), int32(p.State), out)
	a.BranchMemImm(asm.NE, asm.W64, asm.At(gen, int(genFrame)), 0, out)
	a.BranchMemImm(asm.NE, asm.W64, asm.At(gen, int(genLocals)), 0, out)
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
	a.Load(dst, asm.W64, asm.At(gen, int(genRegs)))
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
	c, done := g.coldAddress(r, dst, &stop{kind: stopYield, yield: p})

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
	a.StoreImm(asm.U32, asm.At(gen, int(genYieldFrom)), -1)
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
