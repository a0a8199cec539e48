package jit

import (
	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/ir"
)

// Layout of the raw words of an activation: exits store their values from 0 on, values without a register lie behind.
const (
	maxExitValues = 40
	firstSpill    = maxExitValues
)

// The words of values; see objects.Value.
const (
	floatOffset  = 0x0002 << 48
	intTag       = -2 << 48            // 0xFFFE<<48
	deadWord     = -0x2152411021524111 // 0xdeaddeaddeaddead
	canonicalNaN = 0x7FF8<<48 + floatOffset
)

// location is where a value lies: a register, or a raw word where none was free.
type location struct {
	reg   asm.Reg
	spill int // index of the raw word, -1 where the value has a register
	ok    bool
}

// generator turns one trace into machine code.
type generator struct {
	t          *ir.Trace
	a          asm.Assembler
	loc        []location
	last       []int     // index of the last instruction that uses a value
	gprs, fprs []asm.Reg // free registers
	g1, g2     asm.Reg   // scratch
	f1, f2     asm.Reg
	nspill     int
	loop       asm.Label
	stubs      []stub
	stubSlots  []stubSlot
	exitBase   int
	link       *trace
	failed     Abort
}

// stub is the cold part of a guard.
type stub struct {
	label asm.Label
	snap  uint16
	locs  []location // where the snapshot's values lie at the guard
}

// stubSlot is the word through which the guards of a snapshot leave: several guards may share a snapshot.
type stubSlot struct {
	snap uint16
	slot asm.Slot
}

// generate makes the machine code of a trace. exitBase is the number of its first exit.
func generate(t *ir.Trace, exitBase int, link *trace) (*generator, *asm.Object, Abort) {
	a, err := asm.New()
	if err != nil {
		return nil, nil, AbortAssembler
	}
	g := &generator{t: t, a: a, loc: make([]location, len(t.Instrs)), exitBase: exitBase, link: link}
	n, m := len(asm.GPRs), len(asm.FPRs)
	g.g1, g.g2, g.f1, g.f2 = asm.GPRs[n-1], asm.GPRs[n-2], asm.FPRs[m-1], asm.FPRs[m-2]
	g.gprs = append(g.gprs, asm.GPRs[:n-2]...)
	g.fprs = append(g.fprs, asm.FPRs[:m-2]...)
	g.lifetimes()
	g.body()
	if g.failed != NoAbort {
		return nil, nil, g.failed
	}
	g.coldStubs()
	obj, err := a.Finish()
	if err != nil {
		return nil, nil, AbortAssembler
	}
	return g, obj, NoAbort
}

// lifetimes finds the last use of each value. What is made before the loop label and used behind it lives to the end.
func (g *generator) lifetimes() {
	t := g.t
	g.last = make([]int, len(t.Instrs))
	end := len(t.Instrs) - 1
	use := func(r ir.Ref, at int) {
		if r == ir.NoRef {
			return
		}
		if t.LoopAt >= 0 && int(r) <= t.LoopAt && at > t.LoopAt {
			at = end
		}
		if at > g.last[r] {
			g.last[r] = at
		}
	}
	for i := range t.Instrs {
		in := &t.Instrs[i]
		switch in.Op {
		case ir.Nop:
			continue
		case ir.Phi:
			use(in.A, t.LoopAt)
			use(in.B, end)
			g.last[i] = end
			continue
		case ir.ConstFloat:
			// Made on entry.
			g.last[i] = end
			continue
		}
		use(in.A, i)
		if in.Op != ir.LoadObject {
			use(in.B, i)
		}
		if ir.Ops[in.Op].Guard {
			for _, s := range t.Snaps[in.Snap].Slots {
				use(s.Ref, i)
			}
			for _, f := range t.Snaps[in.Snap].Fields {
				use(f.Obj, i)
				use(f.Ref, i)
			}
		}
	}
	for _, r := range t.LinkArgs {
		use(r, end)
	}
}

// release gives back the registers of values that are not used from instruction i on.
func (g *generator) release(i int) {
	for r := range i {
		l := &g.loc[r]
		if l.ok && l.spill < 0 && g.last[r] < i {
			l.ok = false
			if g.t.Instrs[r].Type == ir.F64 {
				g.fprs = append(g.fprs, l.reg)
			} else {
				g.gprs = append(g.gprs, l.reg)
			}
		}
	}
}

// place chooses where a new value lies.
func (g *generator) place(r ir.Ref) location {
	free := &g.gprs
	if g.t.Instrs[r].Type == ir.F64 {
		free = &g.fprs
	}
	l := location{spill: -1, ok: true}
	if n := len(*free); n > 0 {
		l.reg = (*free)[n-1]
		*free = (*free)[:n-1]
	} else {
		l.spill = firstSpill + g.nspill
		g.nspill++
		if l.spill >= asm.NarrowSlots {
			g.failed = AbortRegisters
			l.spill = firstSpill
		}
	}
	g.loc[r] = l
	return l
}

// target returns the register to compute a new value in; done stores it where it has none of its own.
func (g *generator) target(r ir.Ref) (asm.Reg, func()) {
	l := g.place(r)
	if l.spill < 0 {
		return l.reg, func() {}
	}
	s := g.g1
	if g.t.Instrs[r].Type == ir.F64 {
		s = g.f1
	}
	return s, func() { g.a.Store(asm.W64, asm.RawSlot(l.spill), s) }
}

// constInt returns the value of a constant operand.
func (g *generator) constInt(r ir.Ref) (int64, bool) {
	if in := &g.t.Instrs[r]; in.Op == ir.ConstInt {
		return in.Imm, true
	}
	return 0, false
}

// operand returns a register that holds a value; scratch is used where it has none.
func (g *generator) operand(r ir.Ref, scratch asm.Reg) asm.Reg {
	if v, ok := g.constInt(r); ok {
		g.a.MoveImm(scratch, v)
		return scratch
	}
	l := g.loc[r]
	if l.spill >= 0 {
		g.a.Load(scratch, asm.W64, asm.RawSlot(l.spill))
		return scratch
	}
	return l.reg
}

// exit returns the label to jump to where the guard of an instruction fails.
func (g *generator) exit(in *ir.Instr) asm.Label {
	snap := &g.t.Snaps[in.Snap]
	l := g.a.NewLabel()
	locs := make([]location, 0, len(snap.Slots)+len(snap.Fields))
	for _, s := range snap.Slots {
		locs = append(locs, g.loc[s.Ref])
	}
	for _, f := range snap.Fields {
		locs = append(locs, g.loc[f.Ref])
	}
	if len(locs) > maxExitValues {
		g.failed = AbortRegisters
	}
	g.stubs = append(g.stubs, stub{l, in.Snap, locs})
	return l
}

// coldStubs emits what runs where guards fail: the snapshot's values go to the raw words, and control to the driver or,
// once there is one, to a side trace.
func (g *generator) coldStubs() {
	for _, s := range g.stubs {
		g.a.Bind(s.label)
		snap := &g.t.Snaps[s.snap]
		for i, l := range s.locs {
			var r ir.Ref
			if i < len(snap.Slots) {
				r = snap.Slots[i].Ref
			} else {
				r = snap.Fields[i-len(snap.Slots)].Ref
			}
			in := &g.t.Instrs[r]
			switch {
			case in.Op == ir.ConstInt || in.Op == ir.ConstFloat && !l.ok:
				g.a.MoveImm(g.g1, in.Imm)
				g.a.Store(asm.W64, asm.RawSlot(i), g.g1)
			case l.spill >= 0:
				g.a.Load(g.g1, asm.W64, asm.RawSlot(l.spill))
				g.a.Store(asm.W64, asm.RawSlot(i), g.g1)
			default:
				g.a.Store(asm.W64, asm.RawSlot(i), l.reg)
			}
		}
		out := g.a.NewLabel()
		slot := g.a.JumpSlot(out)
		g.stubSlots = append(g.stubSlots, stubSlot{s.snap, slot})
		g.a.Bind(out)
		g.a.Exit(uint32(g.exitBase + int(s.snap)))
	}
}

var intOps = map[ir.Op]asm.IntOp{ir.Add: asm.Add, ir.Sub: asm.Sub, ir.Mul: asm.Mul, ir.And: asm.And, ir.Or: asm.Or, ir.Xor: asm.Xor,
	ir.Shl: asm.Shl, ir.Sar: asm.Sar, ir.AddOv: asm.Add, ir.SubOv: asm.Sub, ir.MulOv: asm.Mul, ir.ShlOv: asm.Shl}

var floatOps = map[ir.Op]asm.FloatOp{ir.FAdd: asm.FAdd, ir.FSub: asm.FSub, ir.FMul: asm.FMul, ir.FDiv: asm.FDiv, ir.FNeg: asm.FNeg,
	ir.FSqrt: asm.FSqrt, ir.FAbs: asm.FAbs}

// negated are the conditions on which an int guard fails.
var negated = map[ir.Op]asm.Cond{ir.Lt: asm.GE, ir.Le: asm.GT, ir.Eq: asm.NE, ir.Ne: asm.EQ, ir.Gt: asm.LE, ir.Ge: asm.LT}

// floatGuards are the comparison of a float guard and the outcome on which it fails.
var floatGuards = map[ir.Op]struct {
	cond asm.Cond
	fail bool
}{ir.FLt: {asm.LT, false}, ir.FLe: {asm.LE, false}, ir.FEq: {asm.EQ, false}, ir.FNe: {asm.NE, false}, ir.FGt: {asm.GT, false},
	ir.FGe: {asm.GE, false}, ir.FNotLt: {asm.LT, true}, ir.FNotLe: {asm.LE, true}, ir.FNotGt: {asm.GT, true}, ir.FNotGe: {asm.GE, true}}

// body emits the instructions.
func (g *generator) body() {
	t, a := g.t, g.a
	for i := range t.Instrs {
		if in := &t.Instrs[i]; in.Op == ir.ConstFloat {
			dst, done := g.target(ir.Ref(i))
			a.MoveImm(g.g2, in.Imm)
			a.Move(dst, g.g2)
			done()
		}
	}
	for i := range t.Instrs {
		in := &t.Instrs[i]
		if in.Op == ir.Nop || in.Op == ir.ConstInt || in.Op == ir.ConstFloat || in.Op == ir.Phi {
			continue
		}
		g.release(i)
		g.instr(ir.Ref(i), in)
		if g.failed != NoAbort {
			return
		}
	}
}

func (g *generator) instr(r ir.Ref, in *ir.Instr) {
	a := g.a
	switch in.Op {
	case ir.Base:
		dst, done := g.target(r)
		a.Load(dst, asm.W64, asm.ValueSlot(0))
		done()
	case ir.Inherit:
		dst, done := g.target(r)
		a.Load(dst, asm.W64, asm.RawSlot(int(in.Imm)))
		done()
	case ir.LoadInt, ir.LoadFloat, ir.LoadObject:
		g.load(r, in)
	case ir.FieldInt:
		obj := g.operand(in.A, g.g2)
		dst, done := g.target(r)
		a.Load(dst, asm.W64, asm.Mem{Base: obj, Disp: int32(in.Imm)})
		done()
	case ir.StoreField:
		obj := g.operand(in.A, g.g2)
		v := g.operand(in.B, g.g1)
		a.Store(asm.W64, asm.Mem{Base: obj, Disp: int32(in.Imm)}, v)
	case ir.Loop:
		g.enterLoop(r)
	case ir.Add, ir.Sub, ir.Mul, ir.And, ir.Or, ir.Xor, ir.Shl, ir.Sar:
		x := g.operand(in.A, g.g1)
		if v, ok := g.constInt(in.B); ok {
			dst, done := g.target(r)
			a.IntImm(intOps[in.Op], dst, x, v)
			done()
			return
		}
		y := g.operand(in.B, g.g2)
		dst, done := g.target(r)
		a.Int(intOps[in.Op], dst, x, y)
		done()
	case ir.AddOv, ir.SubOv, ir.MulOv, ir.ShlOv:
		out := g.exit(in)
		x := g.operand(in.A, g.g1)
		if v, ok := g.constInt(in.B); ok {
			dst, done := g.target(r)
			a.IntImmOverflow(intOps[in.Op], dst, x, v, out)
			done()
			return
		}
		y := g.operand(in.B, g.g2)
		dst, done := g.target(r)
		a.IntOverflow(intOps[in.Op], dst, x, y, out)
		done()
	case ir.Neg:
		x := g.operand(in.A, g.g1)
		dst, done := g.target(r)
		a.Neg(dst, x)
		done()
	case ir.DivFloor, ir.ModFloor:
		x, y := g.operand(in.A, g.g1), g.operand(in.B, g.g2)
		dst, done := g.target(r)
		if in.Op == ir.DivFloor {
			a.DivFloor(dst, x, y)
		} else {
			a.ModFloor(dst, x, y)
		}
		done()
	case ir.IntToFloat:
		x := g.operand(in.A, g.g1)
		dst, done := g.target(r)
		a.IntToFloat(dst, x)
		done()
	case ir.FAdd, ir.FSub, ir.FMul, ir.FDiv:
		x, y := g.operand(in.A, g.f1), g.operand(in.B, g.f2)
		dst, done := g.target(r)
		a.Float(floatOps[in.Op], dst, x, y)
		done()
	case ir.FNeg, ir.FSqrt, ir.FAbs:
		x := g.operand(in.A, g.f1)
		dst, done := g.target(r)
		a.Float(floatOps[in.Op], dst, x, x)
		done()
	case ir.Lt, ir.Le, ir.Eq, ir.Ne, ir.Gt, ir.Ge:
		out := g.exit(in)
		x := g.operand(in.A, g.g1)
		if v, ok := g.constInt(in.B); ok {
			a.BranchImm(negated[in.Op], x, v, out)
			return
		}
		a.Branch(negated[in.Op], x, g.operand(in.B, g.g2), out)
	case ir.FLt, ir.FLe, ir.FEq, ir.FNe, ir.FGt, ir.FGe, ir.FNotLt, ir.FNotLe, ir.FNotGt, ir.FNotGe:
		out := g.exit(in)
		x, y := g.operand(in.A, g.f1), g.operand(in.B, g.f2)
		c := floatGuards[in.Op]
		a.BranchFloat(c.cond, c.fail, x, y, out)
	case ir.Poll:
		a.Poll(g.exit(in))
	case ir.StoreReg:
		g.storeReg(in)
	case ir.Jump:
		g.jumpBack()
	case ir.Link:
		g.linkTo()
	}
}

// load is a register of the frame with a guard on its type.
func (g *generator) load(r ir.Ref, in *ir.Instr) {
	a := g.a
	out := g.exit(in)
	base := g.operand(in.A, g.g2)
	a.Load(g.g1, asm.W64, asm.Mem{Base: base, Disp: int32(8 * in.Imm)})
	switch in.Op {
	case ir.LoadInt:
		a.IntImm(asm.Shr, g.g2, g.g1, 49)
		a.BranchImm(asm.NE, g.g2, 0x7FFF, out)
		dst, done := g.target(r)
		a.IntImm(asm.Shl, dst, g.g1, 15)
		a.IntImm(asm.Sar, dst, dst, 15)
		done()
	case ir.LoadFloat:
		a.IntImm(asm.Sub, g.g1, g.g1, floatOffset)
		a.BranchImm(asm.UGE, g.g1, intTag-floatOffset, out)
		dst, done := g.target(r)
		a.Move(dst, g.g1)
		done()
	case ir.LoadObject:
		a.IntImm(asm.Shr, g.g2, g.g1, 48)
		a.BranchImm(asm.NE, g.g2, 0, out)
		a.BranchImm(asm.EQ, g.g1, 0, out)
		a.MoveImm(g.g2, int64(g.t.Types[in.B].Word()))
		a.BranchMem(asm.NE, asm.W64, asm.Mem{Base: g.g1}, g.g2, out)
		dst, done := g.target(r)
		a.Move(dst, g.g1)
		done()
	}
}

// storeReg boxes a number and stores it in a register of the frame, unless the write barrier is on.
func (g *generator) storeReg(in *ir.Instr) {
	a := g.a
	out := g.exit(in)
	a.BranchBarrier(out)
	a.Load(g.g2, asm.W64, asm.ValueSlot(0))
	dst := asm.Mem{Base: g.g2, Disp: int32(8 * in.Imm)}
	if v := &g.t.Instrs[in.A]; v.Type == ir.F64 {
		x := g.operand(in.A, g.f1)
		a.BranchFloat(asm.EQ, false, x, x, out) // NaN: Go makes it canonical
		a.Move(g.g1, x)
		a.IntImm(asm.Add, g.g1, g.g1, floatOffset)
		a.BranchImm(asm.EQ, g.g1, deadWord, out)
		a.Store(asm.W64, dst, g.g1)
		return
	}
	x := g.operand(in.A, g.g1)
	// Past 49 bits the int is an object.
	l := g.a
	l.IntImm(asm.Shl, g.g2, x, 15)
	l.IntImm(asm.Sar, g.g2, g.g2, 15)
	l.Branch(asm.NE, g.g2, x, out)
	l.IntImm(asm.Or, g.g1, x, intTag)
	l.Load(g.g2, asm.W64, asm.ValueSlot(0))
	l.Store(asm.W64, dst, g.g1)
}

// phis returns the PHIs of the loop.
func (g *generator) phis() []ir.Ref {
	var list []ir.Ref
	for i := range g.t.Instrs {
		if g.t.Instrs[i].Op == ir.Phi {
			list = append(list, ir.Ref(i))
		}
	}
	return list
}

// enterLoop moves the values of the entry to the registers of the PHIs and binds the loop label.
func (g *generator) enterLoop(at ir.Ref) {
	var late []func()
	var moves []asm.Move
	for _, p := range g.phis() {
		src := g.t.Instrs[p].A
		if l := &g.loc[src]; l.ok && l.spill < 0 && g.last[src] <= int(at) {
			// The entry's value is not needed any more: the PHI takes its register over.
			g.loc[p] = *l
			l.ok = false
			continue
		}
		l := g.place(p)
		if l.spill >= 0 {
			g.failed = AbortRegisters
			return
		}
		if f := g.fill(l.reg, src); f != nil {
			late = append(late, f)
		} else {
			moves = append(moves, asm.Move{Dst: l.reg, Src: g.loc[src].reg})
		}
	}
	asm.ParallelMove(g.a, moves)
	for _, f := range late {
		f()
	}
	g.loop = g.a.NewLabel()
	g.a.Bind(g.loop)
}

// fill returns how to bring a value that is in no register into one, nil where it is in a register.
func (g *generator) fill(dst asm.Reg, src ir.Ref) func() {
	in := &g.t.Instrs[src]
	switch {
	case in.Op == ir.ConstInt:
		return func() { g.a.MoveImm(dst, in.Imm) }
	case g.loc[src].spill >= 0:
		s := g.loc[src].spill
		return func() { g.a.Load(dst, asm.W64, asm.RawSlot(s)) }
	}
	return nil
}

// jumpBack ends an iteration.
func (g *generator) jumpBack() {
	var late []func()
	var moves []asm.Move
	for _, p := range g.phis() {
		dst := g.loc[p].reg
		src := g.t.Instrs[p].B
		if f := g.fill(dst, src); f != nil {
			late = append(late, f)
		} else {
			moves = append(moves, asm.Move{Dst: dst, Src: g.loc[src].reg})
		}
	}
	asm.ParallelMove(g.a, moves)
	for _, f := range late {
		f()
	}
	g.a.Jump(g.loop)
}

// linkTo brings the values of the target's loop label into its places and jumps there.
func (g *generator) linkTo() {
	var late []func()
	var moves []asm.Move
	for i, lv := range g.link.loopValues {
		src := g.t.LinkArgs[i]
		if f := g.fill(lv.loc.reg, src); f != nil {
			late = append(late, f)
		} else {
			moves = append(moves, asm.Move{Dst: lv.loc.reg, Src: g.loc[src].reg})
		}
	}
	asm.ParallelMove(g.a, moves)
	for _, f := range late {
		f()
	}
	g.a.JumpAddress(g.link.code.Label(g.link.loop))
}

// loopValue is a value that lives at the loop label of a root trace: what a side trace has to provide to jump there.
type loopValue struct {
	op    ir.Op // LoadInt, LoadFloat, LoadObject, FieldInt, ConstFloat or Base
	typ   ir.Type
	reg   int   // register of the frame
	field int64 // byte offset, of a field of the object in reg
	bits  int64 // of a constant
	loc   location
}

// loopValues describes the values that live at the loop label.
func (g *generator) loopValues() ([]loopValue, bool) {
	var list []loopValue
	describe := func(r ir.Ref) (loopValue, bool) {
		in := &g.t.Instrs[r]
		v := loopValue{op: in.Op, typ: in.Type, reg: int(in.Imm)}
		switch in.Op {
		case ir.LoadInt, ir.LoadFloat, ir.LoadObject, ir.Base:
		case ir.FieldInt:
			v.reg, v.field = int(g.t.Instrs[in.A].Imm), in.Imm
		case ir.ConstFloat:
			v.bits = in.Imm
		default:
			return v, false
		}
		return v, true
	}
	for i := range g.t.Instrs {
		in := &g.t.Instrs[i]
		r := ir.Ref(i)
		switch {
		case in.Op == ir.Phi:
			v, ok := describe(in.A)
			if !ok {
				return nil, false
			}
			v.typ = in.Type
			v.loc = g.loc[r]
			list = append(list, v)
		case i < g.t.LoopAt && g.last[i] > g.t.LoopAt && in.Op != ir.ConstInt && in.Op != ir.Nop,
			in.Op == ir.ConstFloat:
			v, ok := describe(r)
			if !ok || g.loc[r].spill >= 0 {
				return nil, false
			}
			v.loc = g.loc[r]
			list = append(list, v)
		}
	}
	return list, true
}
