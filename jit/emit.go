package jit

import (
	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

var intOps = [ir.NumOps]asm.IntOp{ir.Add: asm.Add, ir.Sub: asm.Sub, ir.Mul: asm.Mul, ir.And: asm.And, ir.Or: asm.Or, ir.Xor: asm.Xor,
	ir.Shl: asm.Shl, ir.Sar: asm.Sar, ir.AddOv: asm.Add, ir.SubOv: asm.Sub, ir.MulOv: asm.Mul, ir.ShlOv: asm.Shl}

var floatOps = [ir.NumOps]asm.FloatOp{ir.FAdd: asm.FAdd, ir.FSub: asm.FSub, ir.FMul: asm.FMul, ir.FDiv: asm.FDiv, ir.FNeg: asm.FNeg,
	ir.FSqrt: asm.FSqrt, ir.FAbs: asm.FAbs}

// negated are the conditions on which an int guard fails.
var negated = [ir.NumOps]asm.Cond{ir.Lt: asm.GE, ir.Le: asm.GT, ir.Eq: asm.NE, ir.Ne: asm.EQ, ir.Gt: asm.LE, ir.Ge: asm.LT, ir.Below: asm.UGE}

// floatGuards are the comparison of a float guard and the outcome on which it fails.
var floatGuards = [ir.NumOps]struct {
	cond asm.Cond
	fail bool
}{ir.FLt: {asm.LT, false}, ir.FLe: {asm.LE, false}, ir.FEq: {asm.EQ, false}, ir.FNe: {asm.NE, false}, ir.FGt: {asm.GT, false},
	ir.FGe: {asm.GE, false}, ir.FNotLt: {asm.LT, true}, ir.FNotLe: {asm.LE, true}, ir.FNotGt: {asm.GT, true}, ir.FNotGe: {asm.GE, true}}

// instr emits one instruction. Operands come first, then the result's register, then the exit, which notes where values
// lie; an operation that may leave keeps its operands, since its snapshot may need them.
func (g *generator) instr(r ir.Ref, in *ir.Instr) {
	a := g.a
	switch in.Op {
	case ir.Base:
		g.home[r] = home{slot: 0, typ: ir.Addr}
	case ir.Inherit, ir.Result:
		// The words are filled already.
	case ir.LoadReg:
		base := g.use(in.A, g.g1)
		g.early()
		a.Load(g.dest(r), asm.W64, asm.Mem{Base: base, Disp: int32(8 * in.Imm)})
	case ir.Loop:
		g.enterLoop(r)
	case ir.Jump:
		g.jumpBack()
	case ir.Link:
		g.linkTo()
	case ir.Poll:
		out := g.exit(in.Snap)
		g.tr.stops[len(g.tr.stops)-1].poll = true
		a.Poll(out)

	case ir.UnboxInt:
		x := g.use(in.A, g.g1)
		dst := g.dest(r)
		out := g.exit(in.Snap)
		a.IntImm(asm.Shr, g.g2, x, 49)
		a.BranchImm(asm.NE, g.g2, 0x7FFF, out)
		a.IntImm(asm.Shl, dst, x, 15)
		a.IntImm(asm.Sar, dst, dst, 15)
	case ir.UnboxFloat:
		x := g.use(in.A, g.g1)
		dst := g.dest(r)
		out := g.exit(in.Snap)
		a.IntImm(asm.Sub, g.g2, x, floatOffset)
		a.BranchImm(asm.UGE, g.g2, intTag-floatOffset, out)
		a.Move(dst, g.g2)
	case ir.BoxInt, ir.BoxFloat:
		g.box(r, in)
	case ir.GuardType:
		x := g.use(in.A, g.g1)
		out := g.exit(in.Snap)
		a.IntImm(asm.Sub, g.g2, x, 1)
		a.IntImm(asm.Shr, g.g2, g.g2, 48)
		a.BranchImm(asm.NE, g.g2, 0, out)
		a.MoveImm(g.g2, int64(g.t.Consts[in.Imm].Bits()))
		a.BranchMem(asm.NE, asm.W64, asm.Mem{Base: x}, g.g2, out)
	case ir.GuardIs, ir.GuardIsNot:
		x, y := g.use(in.A, g.g1), g.use(in.B, g.g2)
		c := asm.NE
		if in.Op == ir.GuardIsNot {
			c = asm.EQ
		}
		a.Branch(c, x, y, g.exit(in.Snap))
	case ir.GuardBound:
		a.BranchImm(asm.EQ, g.use(in.A, g.g1), 0, g.exit(in.Snap))
	case ir.GuardPlain:
		x := g.use(in.A, g.g1)
		a.IntImm(asm.Shr, g.g2, x, 48)
		a.BranchImm(asm.EQ, g.g2, 0, g.exit(in.Snap))
	case ir.GuardWord, ir.GuardNoWord:
		x := g.use(in.A, g.g1)
		c := asm.NE
		if in.Op == ir.GuardNoWord {
			c = asm.EQ
		}
		w := int64(g.t.Words[in.Aux].Bits)
		m := asm.Mem{Base: x, Disp: int32(in.Imm)}
		out := g.exit(in.Snap)
		if int64(int32(w)) == w {
			a.BranchMemImm(c, asm.W64, m, int32(w), out)
		} else {
			a.MoveImm(g.g2, w)
			a.BranchMem(c, asm.W64, m, g.g2, out)
		}

	case ir.Load:
		x := g.use(in.A, g.g1)
		g.early()
		w := asm.W64
		if in.C == ir.WidthU8 {
			w = asm.U8
		}
		a.Load(g.dest(r), w, asm.Mem{Base: x, Disp: int32(in.Imm)})
	case ir.LoadItem:
		m := g.item(in)
		g.early()
		a.Load(g.dest(r), asm.W64, m)
	case ir.LoadByte:
		m := g.byteItem(in)
		g.early()
		a.Load(g.dest(r), asm.U8, m)
	case ir.StoreByte:
		m := g.byteItem(in)
		if m.Index == g.g2 && g.t.IsConst(in.C) {
			g.fail(AbortRegisters)
			return
		}
		a.Store(asm.U8, m, g.use(in.C, g.g2))
	case ir.StrEqual:
		g.strEqual(r, in)
	case ir.Store:
		x, v := g.use(in.A, g.g1), g.use(in.B, g.g2)
		a.Store(asm.W64, asm.Mem{Base: x, Disp: int32(in.Imm)}, v)
	case ir.StoreVal, ir.StoreItem, ir.StoreWord, ir.StoreReg:
		g.store(in)

	case ir.Add, ir.Sub, ir.Mul, ir.And, ir.Or, ir.Xor, ir.Shl, ir.Sar:
		x := g.use(in.A, g.g1)
		if v, ok := g.constInt(in.B); ok {
			g.early()
			a.IntImm(intOps[in.Op], g.dest(r), x, v)
			return
		}
		y := g.use(in.B, g.g2)
		g.early()
		a.Int(intOps[in.Op], g.dest(r), x, y)
	case ir.AddOv, ir.SubOv, ir.MulOv, ir.ShlOv:
		x := g.use(in.A, g.g1)
		if v, ok := g.constInt(in.B); ok {
			dst := g.dest(r)
			a.IntImmOverflow(intOps[in.Op], dst, x, v, g.exit(in.Snap))
			return
		}
		y := g.use(in.B, g.g2)
		dst := g.dest(r)
		a.IntOverflow(intOps[in.Op], dst, x, y, g.exit(in.Snap))
	case ir.DivFloor, ir.ModFloor:
		x, y := g.use(in.A, g.g1), g.use(in.B, g.g2)
		dst := g.dest(r)
		if in.Op == ir.DivFloor {
			a.DivFloor(dst, x, y)
		} else {
			a.ModFloor(dst, x, y)
		}
	case ir.IntToFloat:
		x := g.use(in.A, g.g1)
		g.early()
		a.IntToFloat(g.dest(r), x)
	case ir.FloatToInt:
		x := g.use(in.A, g.f1)
		dst := g.dest(r)
		a.FloatToInt(dst, x, g.exit(in.Snap))
	case ir.FAdd, ir.FSub, ir.FMul, ir.FDiv:
		x, y := g.use(in.A, g.f1), g.use(in.B, g.f1)
		g.early()
		a.Float(floatOps[in.Op], g.dest(r), x, y)
	case ir.FNeg, ir.FSqrt, ir.FAbs:
		x := g.use(in.A, g.f1)
		g.early()
		a.Float(floatOps[in.Op], g.dest(r), x, x)

	case ir.Lt, ir.Le, ir.Eq, ir.Ne, ir.Gt, ir.Ge, ir.Below:
		x := g.use(in.A, g.g1)
		if v, ok := g.constInt(in.B); ok {
			a.BranchImm(negated[in.Op], x, v, g.exit(in.Snap))
			return
		}
		y := g.use(in.B, g.g2)
		a.Branch(negated[in.Op], x, y, g.exit(in.Snap))
	case ir.FLt, ir.FLe, ir.FEq, ir.FNe, ir.FGt, ir.FGe, ir.FNotLt, ir.FNotLe, ir.FNotGt, ir.FNotGe:
		x, y := g.use(in.A, g.f1), g.use(in.B, g.f1)
		c := floatGuards[in.Op]
		a.BranchFloat(c.cond, c.fail, x, y, g.exit(in.Snap))

	case ir.PushFrame:
		g.pushFrame(r, in)
	case ir.PopFrame:
		g.popFrame(r, in)
	case ir.PushGen:
		g.pushGen(r, in)
	case ir.PopGen:
		g.popGen(r, in)
	case ir.Leave:
		g.leave(in)
	case ir.CallHelper:
		g.callHelper(r, in)
	case ir.CallStep:
		g.callStep(r, in)
	default:
		g.fail(AbortAssembler)
	}
}

// item is the operand of a word of an array.
func (g *generator) item(in *ir.Instr) asm.Mem {
	base := g.use(in.A, g.g1)
	if v, ok := g.constInt(in.B); ok && v >= 0 && v < 1<<24 {
		return asm.Mem{Base: base, Disp: int32(8 * v)}
	}
	return asm.Mem{Base: base, Index: g.use(in.B, g.g2), Scale: 8}
}

// byteItem is the operand of a byte of an array.
func (g *generator) byteItem(in *ir.Instr) asm.Mem {
	base := g.use(in.A, g.g1)
	if v, ok := g.constInt(in.B); ok && v >= 0 && v < 1<<24 {
		return asm.Mem{Base: base, Disp: int32(v)}
	}
	return asm.Mem{Base: base, Index: g.use(in.B, g.g2), Scale: 1}
}

// strEqual compares two strings: the same object, another length and another first byte are told here, and Go compares
// the rest. Strings of different kinds are never equal, so that their first bytes need not mean the same.
func (g *generator) strEqual(r ir.Ref, in *ir.Instr) {
	a := g.a
	x := g.use(in.A, g.g1)
	if x == g.g1 {
		// Both scratch registers are needed.
		x = g.take(false)
		g.pins = append(g.pins, x)
		a.Move(x, g.g1)
	}
	y := g.use(in.B, g.g2)
	if y == g.g2 {
		y = g.take(false)
		g.pins = append(g.pins, y)
		a.Move(y, g.g2)
	}
	dst := g.dest(r)
	g.holder[dst] = ir.NoRef
	st := &stop{kind: stopHelper, stopCall: &stopCall{helper: &helpers[helperStrEqual]}}
	c, done := g.coldStart(st, in.A, in.B)
	g.holder[dst] = r
	c.result, c.raw = dst, true
	c.resultSlot = g.takeSlot(ir.I64)
	st.result = location{kind: locRaw, typ: ir.I64, slot: c.resultSlot}
	a.MoveImm(dst, 1)
	a.Branch(asm.EQ, x, y, c.back)
	a.MoveImm(dst, 0)
	a.Load(g.g1, asm.W64, asm.Mem{Base: x, Disp: int32(objects.StrLenOffset)})
	a.BranchMem(asm.NE, asm.W64, asm.Mem{Base: y, Disp: int32(objects.StrLenOffset)}, g.g1, c.back)
	a.BranchImm(asm.EQ, g.g1, 0, c.label)
	a.Load(g.g1, asm.W64, asm.Mem{Base: x, Disp: int32(objects.StrDataOffset)})
	a.Load(g.g2, asm.W64, asm.Mem{Base: y, Disp: int32(objects.StrDataOffset)})
	a.Load(g.g1, asm.U8, asm.Mem{Base: g.g1})
	a.Load(g.g2, asm.U8, asm.Mem{Base: g.g2})
	a.Branch(asm.NE, g.g1, g.g2, c.back)
	a.Jump(c.label)
	a.Bind(c.back)
	g.raws.give(int(c.resultSlot))
	done()
}

// store writes a value into memory that the collector scans. While its write barrier is on, Go does it.
func (g *generator) store(in *ir.Instr) {
	a := g.a
	st := &stop{kind: stopStore, offset: in.Imm}
	var m asm.Mem
	var v asm.Reg
	var operands []ir.Ref
	switch in.Op {
	case ir.StoreVal:
		x := g.use(in.A, g.g1)
		v = g.use(in.B, g.g2)
		m = asm.Mem{Base: x, Disp: int32(in.Imm)}
		operands = []ir.Ref{in.A, in.B}
	case ir.StoreReg:
		m = asm.Mem{Base: g.use(in.B, g.g1), Disp: int32(8 * in.Imm)}
		v = g.use(in.A, g.g2)
		st.offset = 8 * in.Imm
		operands = []ir.Ref{in.B, in.A}
	case ir.StoreItem:
		m = g.item(in)
		if m.Index == g.g2 && g.t.IsConst(in.C) {
			// Both would be made in the same scratch register: a constant index that is no displacement.
			g.fail(AbortRegisters)
			return
		}
		v = g.use(in.C, g.g2)
		st.offset = -1
		operands = []ir.Ref{in.A, in.C, in.B}
	case ir.StoreWord:
		x := g.use(in.A, g.g1)
		m = asm.Mem{Base: x, Disp: int32(in.Imm)}
		st.word = g.t.Words[in.C].Ptr
		operands = []ir.Ref{in.A}
	}
	c, done := g.coldStart(st, operands...)
	a.BranchBarrier(c.label)
	if in.Op == ir.StoreWord {
		v = g.g2
		a.MoveImm(v, int64(g.t.Words[in.C].Bits))
	}
	a.Store(asm.W64, m, v)
	a.Bind(c.back)
	done()
}

// box makes a value of a raw number. What does not fit a word gets an object from Go.
func (g *generator) box(r ir.Ref, in *ir.Instr) {
	a := g.a
	float := in.Op == ir.BoxFloat
	scratch := g.g1
	if float {
		scratch = g.f1
	}
	x := g.use(in.A, scratch)
	dst := g.dest(r)
	// The result's register holds nothing yet that a cold call would have to keep.
	g.holder[dst] = ir.NoRef
	st := &stop{kind: stopBox, stopCall: &stopCall{}}
	c, done := g.coldStart(st, in.A)
	g.holder[dst] = r
	c.result = dst
	c.resultSlot = g.takeSlot(ir.Val)
	st.result = location{kind: locValue, typ: ir.Val, slot: c.resultSlot}
	if float {
		a.BranchFloat(asm.EQ, false, x, x, c.label) // NaN: Go makes it canonical
		a.Move(g.g1, x)
		a.IntImm(asm.Add, g.g1, g.g1, floatOffset)
		a.BranchImm(asm.EQ, g.g1, deadWord, c.label)
		a.Move(dst, g.g1)
	} else {
		a.IntImm(asm.Shl, g.g2, x, 15)
		a.IntImm(asm.Sar, g.g2, g.g2, 15)
		a.Branch(asm.NE, g.g2, x, c.label)
		a.IntImm(asm.Or, dst, x, intTag)
	}
	a.Bind(c.back)
	g.vals.give(int(c.resultSlot))
	done()
}

// callHelper calls a Go function; its result waits in a word.
func (g *generator) callHelper(r ir.Ref, in *ir.Instr) {
	a := g.a
	st := &stop{kind: stopHelper, stopCall: &stopCall{helper: &helpers[in.Aux]}}
	g.spillAll()
	for _, x := range g.t.CallArgs(in) {
		st.args = append(st.args, g.location(x))
	}
	if in.Snap != ir.NoSnap {
		st.snap = &g.t.Snaps[in.Snap]
		st.snap.Each(func(x *ir.Ref) { st.locs = append(st.locs, g.location(*x)) })
	}
	if in.Type != ir.Void && g.last(r) >= 0 {
		g.home[r] = home{slot: g.takeSlot(in.Type), typ: in.Type}
		st.result = g.location(r)
	}
	n := g.newStop(st)
	a.Exit(uint32(n))
	st.label = a.NewLabel()
	a.Bind(st.label)
}

// callStep has the interpreter execute an instruction; its results wait in words.
func (g *generator) callStep(r ir.Ref, in *ir.Instr) {
	a := g.a
	step := &g.tr.steps[in.Aux]
	st := &stop{kind: stopStep, stopCall: &stopCall{step: step, values: make([]location, len(step.results))}}
	g.spillAll()
	st.snap = &g.t.Snaps[in.Snap]
	st.snap.Each(func(x *ir.Ref) { st.locs = append(st.locs, g.location(*x)) })
	for i := int(r) + 1; i < len(g.t.Instrs); i++ {
		res := &g.t.Instrs[i]
		if res.Op != ir.Result || res.A != r || g.last(ir.Ref(i)) < 0 {
			continue
		}
		g.home[i] = home{slot: g.takeSlot(res.Type), typ: res.Type}
		if res.Imm == resultTaken {
			st.taken = g.location(ir.Ref(i))
		} else {
			st.values[res.Imm] = g.location(ir.Ref(i))
		}
	}
	n := g.newStop(st)
	a.Exit(uint32(n))
	st.label = a.NewLabel()
	a.Bind(st.label)
}
