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

// One store sets both.
var _ = [1]struct{}{}[recFlags-recDst-2]

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
	c, done := g.coldAddress(r, dst, &stop{kind: stopPush, stopCall: &stopCall{push: p}}, in.A)

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
