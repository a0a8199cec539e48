package jit

import (
	"math"
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

type value = objects.Value

// recorder turns one run of a loop, or of what follows an exit, into a trace. The traced loop shows it each instruction
// before it runs; the values in the frame's registers say which way the program goes.
type recorder struct {
	b     *ir.Builder
	rec   *objects.Record
	code  *objects.Code
	head  int // index of the first instruction of the loop; of a side trace: where it began
	root  *trace
	from  *exit // the exit that a side trace begins at
	base  ir.Ref
	count int // instructions seen

	// regs are the values of the frame's registers as far as they are known; mem those that memory holds.
	regs map[int]ir.Ref
	mem  map[int]ir.Ref
	// opaque are registers that hold something else than a number.
	opaque map[int]bool
	// iters are range iterators by register.
	iters map[int]*rangeState
	// phis are the PHIs of registers, of a root trace.
	phis map[int]ir.Ref

	pc    int // index of the instruction that is recorded
	abort Abort
	done  bool
	link  *trace
}

// rangeState is a range iterator whose fields are kept in SSA values.
type rangeState struct {
	obj, step       ir.Ref
	cur, left       ir.Ref
	curMem, leftMem ir.Ref
	curPhi, leftPhi ir.Ref
}

// Layout of objects.RangeIterator.
const (
	rangeCur  = int64(unsafe.Offsetof(objects.RangeIterator{}.Cur))
	rangeStep = int64(unsafe.Offsetof(objects.RangeIterator{}.Step))
	rangeLeft = int64(unsafe.Offsetof(objects.RangeIterator{}.Remaining))
)

// layouts are the object types that traces guard.
var layouts = []ir.Layout{
	{Name: "range_iterator", Word: func() uintptr { return uintptr(unsafe.Pointer(&objects.RangeIteratorType)) }},
}

// newRecorder begins a recording at the frame's present instruction.
func newRecorder(rec *objects.Record, head int, root *trace, from *exit) *recorder {
	r := &recorder{b: ir.NewBuilder(), rec: rec, code: rec.Code, head: head, root: root, from: from, regs: map[int]ir.Ref{},
		mem: map[int]ir.Ref{}, opaque: map[int]bool{}, iters: map[int]*rangeState{}, phis: map[int]ir.Ref{}, pc: head}
	r.b.Types = layouts
	r.base = r.b.Special(ir.Base, ir.Addr, ir.NoRef, ir.NoRef, 0, 0)
	if from == nil {
		r.enterLoop()
	} else {
		r.inherit()
	}
	return r
}

// register returns the present value of a register.
func (r *recorder) register(n int) value {
	return *(*value)(unsafe.Add(r.rec.Base, uintptr(n)*8))
}

// enterLoop loads every number that the frame holds and makes a PHI for each: what the loop does not need is dropped
// when the trace is finished.
func (r *recorder) enterLoop() {
	snap := r.b.Snapshot(ir.Snapshot{PC: int32(r.head)})
	type entry struct {
		reg int
		ref ir.Ref
	}
	var loads []entry
	for n := range r.code.NRegs {
		switch v := r.register(n); {
		case v.IsInline():
			loads = append(loads, entry{n, r.b.Special(ir.LoadInt, ir.I64, r.base, ir.NoRef, int64(n), snap)})
		case v.IsFloat():
			loads = append(loads, entry{n, r.b.Special(ir.LoadFloat, ir.F64, r.base, ir.NoRef, int64(n), snap)})
		case objects.Is(v, &objects.RangeIteratorType):
			obj := r.b.Special(ir.LoadObject, ir.Object, r.base, 0, int64(n), snap)
			s := &rangeState{obj: obj}
			s.step = r.b.Special(ir.FieldInt, ir.I64, obj, ir.NoRef, rangeStep, 0)
			s.curMem = r.b.Special(ir.FieldInt, ir.I64, obj, ir.NoRef, rangeCur, 0)
			s.leftMem = r.b.Special(ir.FieldInt, ir.I64, obj, ir.NoRef, rangeLeft, 0)
			r.iters[n] = s
		default:
			r.opaque[n] = true
		}
	}
	r.b.Special(ir.Loop, ir.Void, ir.NoRef, ir.NoRef, 0, 0)
	r.b.LoopAt = len(r.b.Instrs) - 1
	for _, e := range loads {
		phi := r.b.Special(ir.Phi, r.b.TypeOf(e.ref), e.ref, ir.NoRef, int64(e.reg), 0)
		r.phis[e.reg] = phi
		r.regs[e.reg] = phi
	}
	for n, s := range r.iters {
		s.curPhi = r.b.Special(ir.Phi, ir.I64, s.curMem, ir.NoRef, int64(n), 0)
		s.leftPhi = r.b.Special(ir.Phi, ir.I64, s.leftMem, ir.NoRef, int64(n), 0)
		s.cur, s.left = s.curPhi, s.leftPhi
	}
}

// inherit takes over the values that the exit hands over.
func (r *recorder) inherit() {
	s := r.from.snap
	n := 0
	for _, x := range s.Slots {
		typ := r.from.trace.ir.Instrs[x.Ref].Type
		r.regs[int(x.Reg)] = r.b.Special(ir.Inherit, typ, ir.NoRef, ir.NoRef, int64(n), 0)
		n++
	}
	for _, f := range s.Fields {
		ref := r.b.Special(ir.Inherit, ir.I64, ir.NoRef, ir.NoRef, int64(n), 0)
		n++
		reg := int(r.from.trace.ir.Instrs[f.Obj].Imm)
		it := r.iterator(reg)
		if it == nil {
			r.abort = AbortType
			return
		}
		switch int64(f.Offset) {
		case rangeCur:
			it.cur = ref
		case rangeLeft:
			it.left = ref
		}
	}
	r.b.Inherited = n
}

// snapshot describes the present state, with the interpreter going on at pc.
func (r *recorder) snapshot(pc int) uint16 {
	s := ir.Snapshot{PC: int32(pc)}
	for n := range r.code.NRegs {
		if ref, ok := r.regs[n]; ok && r.mem[n] != ref+1 {
			s.Slots = append(s.Slots, ir.Slot{Reg: uint16(n), Ref: ref})
		}
	}
	for n := range r.code.NRegs {
		it := r.iters[n]
		if it == nil {
			continue
		}
		if it.cur != it.curMem {
			s.Fields = append(s.Fields, ir.Field{Obj: it.obj, Offset: int32(rangeCur), Ref: it.cur})
		}
		if it.left != it.leftMem {
			s.Fields = append(s.Fields, ir.Field{Obj: it.obj, Offset: int32(rangeLeft), Ref: it.left})
		}
	}
	return r.b.Snapshot(s)
}

// here is a snapshot that runs the recorded instruction again.
func (r *recorder) here() uint16 { return r.snapshot(r.pc) }

func (r *recorder) fail(why Abort) ir.Ref {
	if r.abort == NoAbort {
		r.abort = why
	}
	return ir.NoRef
}

// read returns the value of a register as a number; a side trace loads it from the frame at its first use.
func (r *recorder) read(n int) ir.Ref {
	if ref, ok := r.regs[n]; ok {
		return ref
	}
	if r.root == nil || r.opaque[n] {
		return r.fail(AbortType)
	}
	v := r.register(n)
	var ref ir.Ref
	switch {
	case v.IsInline():
		ref = r.b.Special(ir.LoadInt, ir.I64, r.base, ir.NoRef, int64(n), r.here())
	case v.IsFloat():
		ref = r.b.Special(ir.LoadFloat, ir.F64, r.base, ir.NoRef, int64(n), r.here())
	default:
		return r.fail(AbortType)
	}
	r.regs[n] = ref
	r.mem[n] = ref + 1 // zero is no entry
	return ref
}

// iterator returns the state of the range iterator in a register, nil where it is none.
func (r *recorder) iterator(n int) *rangeState {
	if it := r.iters[n]; it != nil {
		return it
	}
	if r.root == nil || r.opaque[n] {
		return nil
	}
	if !objects.Is(r.register(n), &objects.RangeIteratorType) {
		return nil
	}
	if _, ok := r.regs[n]; ok {
		return nil
	}
	obj := r.b.Special(ir.LoadObject, ir.Object, r.base, 0, int64(n), r.here())
	it := &rangeState{obj: obj}
	it.step = r.b.Special(ir.FieldInt, ir.I64, obj, ir.NoRef, rangeStep, 0)
	it.curMem = r.b.Special(ir.FieldInt, ir.I64, obj, ir.NoRef, rangeCur, 0)
	it.leftMem = r.b.Special(ir.FieldInt, ir.I64, obj, ir.NoRef, rangeLeft, 0)
	it.cur, it.left = it.curMem, it.leftMem
	r.iters[n] = it
	return it
}

// write makes a register hold a value.
func (r *recorder) write(n int, ref ir.Ref) {
	if ref == ir.NoRef {
		return
	}
	r.regs[n] = ref
	delete(r.mem, n)
	delete(r.iters, n)
	delete(r.opaque, n)
}

// float converts an operand to a float. Ints past 53 bits do not convert exactly and are left to the interpreter.
func (r *recorder) float(ref ir.Ref) ir.Ref {
	if ref == ir.NoRef || r.b.TypeOf(ref) == ir.F64 {
		return ref
	}
	const limit = 1 << 53
	r.b.Emit(ir.Le, ref, r.b.Int(limit), r.here)
	r.b.Emit(ir.Ge, ref, r.b.Int(-limit), r.here)
	return r.b.Emit(ir.IntToFloat, ref, ir.NoRef, nil)
}

// step records one instruction. It runs before the interpreter executes it.
func (r *recorder) step(rec *objects.Record, ins bytecode.Instr) {
	pc := int(rec.PC) - 1
	if rec != r.rec || rec.Code != r.code {
		r.fail(AbortLeft)
		return
	}
	r.pc = pc
	if pc == r.head && r.count > 0 && r.from == nil {
		r.close()
		return
	}
	if t := traceAt(r.code, pc); t != nil && t.rootable && (r.count > 0 || r.from != nil) {
		r.linkTo(t)
		return
	}
	r.count++
	if r.b.Full() || r.count > ir.MaxInstrs {
		r.fail(AbortTooLong)
		return
	}
	r.instr(ins)
}

func (r *recorder) instr(ins bytecode.Instr) {
	a, b, c := ins.A(), ins.B(), ins.C()
	switch op := ins.Op().General(); op {
	case bytecode.Move:
		if it := r.iters[b]; it != nil {
			r.fail(AbortType)
			return
		}
		r.write(a, r.read(b))
	case bytecode.LoadInt:
		r.write(a, r.b.Int(int64(ins.Long())))
	case bytecode.LoadConst:
		switch v := r.code.Consts[ins.Long()]; {
		case v.IsInline():
			r.write(a, r.b.Int(v.Inline()))
		case v.IsFloat():
			r.write(a, r.b.Float(v.Float()))
		default:
			r.fail(AbortType)
		}
	case bytecode.CheckBound:
		r.read(a)
	case bytecode.Add, bytecode.IAdd, bytecode.Sub, bytecode.ISub, bytecode.Mul, bytecode.IMul, bytecode.TrueDiv, bytecode.ITrueDiv,
		bytecode.FloorDiv, bytecode.IFloorDiv, bytecode.Mod, bytecode.IMod, bytecode.LShift, bytecode.ILShift, bytecode.RShift,
		bytecode.IRShift, bytecode.And, bytecode.IAnd, bytecode.Or, bytecode.IOr, bytecode.Xor, bytecode.IXor:
		if op >= bytecode.IAdd {
			op -= bytecode.IAdd - bytecode.Add
		}
		r.write(a, r.binary(op, r.read(b), r.read(c), r.register(c)))
	case bytecode.AddInt, bytecode.IAddInt:
		r.write(a, r.binary(bytecode.Add, r.read(b), r.b.Int(int64(ins.SC())), objects.InlineInt(int64(ins.SC()))))
	case bytecode.SubInt, bytecode.ISubInt:
		r.write(a, r.binary(bytecode.Sub, r.read(b), r.b.Int(int64(ins.SC())), objects.InlineInt(int64(ins.SC()))))
	case bytecode.MulInt:
		r.write(a, r.binary(bytecode.Mul, r.read(b), r.b.Int(int64(ins.SC())), objects.InlineInt(int64(ins.SC()))))
	case bytecode.Neg:
		x := r.read(b)
		if x == ir.NoRef {
			return
		}
		if r.b.TypeOf(x) == ir.F64 {
			r.write(a, r.b.Emit(ir.FNeg, x, ir.NoRef, nil))
		} else {
			r.write(a, r.b.Emit(ir.SubOv, r.b.Int(0), x, r.here))
		}
	case bytecode.JumpTo:
	case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
		r.truthJump(op == bytecode.JumpIfTrue, ins)
	case bytecode.ForIter:
		r.forIter(a, b)
	default:
		if op >= bytecode.JumpLt && op <= bytecode.JumpNotGeInt {
			r.compareJump(op, ins)
			return
		}
		r.fail(AbortOpcode)
	}
	if t := r.b.Instrs; len(t) > ir.MaxInstrs {
		r.fail(AbortTooLong)
	}
}

// binary emits an arithmetic operation. right is the present value of the right operand.
func (r *recorder) binary(op bytecode.Op, x, y ir.Ref, right value) ir.Ref {
	if x == ir.NoRef || y == ir.NoRef {
		return ir.NoRef
	}
	if r.b.TypeOf(x) == ir.F64 || r.b.TypeOf(y) == ir.F64 || op == bytecode.TrueDiv {
		fop := map[bytecode.Op]ir.Op{bytecode.Add: ir.FAdd, bytecode.Sub: ir.FSub, bytecode.Mul: ir.FMul, bytecode.TrueDiv: ir.FDiv}[op]
		if fop == ir.Nop {
			return r.fail(AbortType)
		}
		fx, fy := r.float(x), r.float(y)
		if op == bytecode.TrueDiv {
			if f := toFloat(right); f == 0 {
				return r.fail(AbortType)
			}
			r.b.Emit(ir.FNe, fy, r.b.Float(0), r.here)
		}
		return r.b.Emit(fop, fx, fy, nil)
	}
	switch op {
	case bytecode.Add:
		return r.b.Emit(ir.AddOv, x, y, r.here)
	case bytecode.Sub:
		return r.b.Emit(ir.SubOv, x, y, r.here)
	case bytecode.Mul:
		return r.b.Emit(ir.MulOv, x, y, r.here)
	case bytecode.And:
		return r.b.Emit(ir.And, x, y, nil)
	case bytecode.Or:
		return r.b.Emit(ir.Or, x, y, nil)
	case bytecode.Xor:
		return r.b.Emit(ir.Xor, x, y, nil)
	case bytecode.FloorDiv, bytecode.Mod:
		if !right.IsInline() || right.Inline() <= 0 {
			return r.fail(AbortType)
		}
		r.b.Emit(ir.Gt, y, r.b.Int(0), r.here)
		if op == bytecode.FloorDiv {
			return r.b.Emit(ir.DivFloor, x, y, nil)
		}
		return r.b.Emit(ir.ModFloor, x, y, nil)
	case bytecode.LShift, bytecode.RShift:
		if !right.IsInline() || right.Inline() < 0 || right.Inline() > 62 {
			return r.fail(AbortType)
		}
		r.b.Emit(ir.Ge, y, r.b.Int(0), r.here)
		r.b.Emit(ir.Le, y, r.b.Int(62), r.here)
		if op == bytecode.LShift {
			return r.b.Emit(ir.ShlOv, x, y, r.here)
		}
		return r.b.Emit(ir.Sar, x, y, nil)
	}
	return r.fail(AbortOpcode)
}

func toFloat(v value) float64 {
	if v.IsFloat() {
		return v.Float()
	}
	if v.IsInline() {
		return float64(v.Inline())
	}
	return math.NaN()
}

// compareJump emits the guard for the way that a fused comparison and jump goes.
func (r *recorder) compareJump(op bytecode.Op, ins bytecode.Instr) {
	x := r.read(ins.A())
	var y ir.Ref
	vx := r.register(ins.A())
	var vy value
	if op >= bytecode.JumpLtInt {
		vy = objects.InlineInt(int64(ins.SB()))
		y = r.b.Int(int64(ins.SB()))
		op -= bytecode.JumpLtInt - bytecode.JumpLt
	} else {
		y = r.read(ins.B())
		vy = r.register(ins.B())
	}
	if x == ir.NoRef || y == ir.NoRef {
		return
	}
	negate := op >= bytecode.JumpNotLt
	cmp := int(op - bytecode.JumpLt)
	if negate {
		cmp -= 6
	}
	// Order of the comparisons: lt le eq ne gt ge.
	var holds bool
	if r.b.TypeOf(x) == ir.I64 && r.b.TypeOf(y) == ir.I64 {
		i, ok1 := objects.Int64Of(vx)
		j, ok2 := objects.Int64Of(vy)
		if !ok1 || !ok2 {
			r.fail(AbortType)
			return
		}
		holds = [...]bool{i < j, i <= j, i == j, i != j, i > j, i >= j}[cmp]
		g := [...]ir.Op{ir.Lt, ir.Le, ir.Eq, ir.Ne, ir.Gt, ir.Ge}[cmp]
		if !holds {
			g = [...]ir.Op{ir.Ge, ir.Gt, ir.Ne, ir.Eq, ir.Le, ir.Lt}[cmp]
		}
		r.b.Emit(g, x, y, func() uint16 { return r.otherWay(ins, holds != negate) })
		return
	}
	f, h := toFloat(vx), toFloat(vy)
	holds = [...]bool{f < h, f <= h, f == h, f != h, f > h, f >= h}[cmp]
	g := [...]ir.Op{ir.FLt, ir.FLe, ir.FEq, ir.FNe, ir.FGt, ir.FGe}[cmp]
	if !holds {
		g = [...]ir.Op{ir.FNotLt, ir.FNotLe, ir.FNe, ir.FEq, ir.FNotGt, ir.FNotGe}[cmp]
	}
	fx, fy := r.float(x), r.float(y)
	r.b.Emit(g, fx, fy, func() uint16 { return r.otherWay(ins, holds != negate) })
}

// truthJump emits the guard for a jump on the truth of a number.
func (r *recorder) truthJump(sense bool, ins bytecode.Instr) {
	x := r.read(ins.A())
	if x == ir.NoRef {
		return
	}
	v := r.register(ins.A())
	truth := v != objects.InlineInt(0)
	g, otherwise, zero := ir.Ne, ir.Eq, r.b.Int(0)
	if r.b.TypeOf(x) == ir.F64 {
		truth = toFloat(v) != 0
		g, otherwise, zero = ir.FNe, ir.FEq, r.b.Float(0)
	}
	if !truth {
		g = otherwise
	}
	r.b.Emit(g, x, zero, func() uint16 {
		next := r.pc + 1
		if truth == sense {
			return r.snapshot(next)
		}
		return r.snapshot(next + ins.Long())
	})
}

// otherWay is the snapshot of a guard on a jump: the interpreter goes the way that was not recorded.
func (r *recorder) otherWay(ins bytecode.Instr, taken bool) uint16 {
	next := r.pc + 1
	if taken {
		return r.snapshot(next)
	}
	return r.snapshot(next + ins.SC())
}

// forIter is a for loop over a range.
func (r *recorder) forIter(iter, target int) {
	it := r.iterator(iter)
	if it == nil {
		r.fail(AbortType)
		return
	}
	v := objects.As[objects.RangeIterator](r.register(iter))
	zero := r.b.Int(0)
	if v.Remaining <= 0 {
		r.b.Emit(ir.Le, it.left, zero, r.here)
		return
	}
	r.b.Emit(ir.Gt, it.left, zero, r.here)
	cur := it.cur
	it.cur = r.b.Emit(ir.Add, cur, it.step, nil)
	it.left = r.b.Emit(ir.Sub, it.left, r.b.Int(1), nil)
	r.write(target, cur)
}

// close ends a root trace that has come back to its head.
func (r *recorder) close() {
	r.b.Special(ir.Poll, ir.Void, ir.NoRef, ir.NoRef, 0, r.snapshot(r.head))
	end := map[ir.Ref]ir.Ref{}
	for n, phi := range r.phis {
		ref, ok := r.regs[n]
		if !ok {
			ref = ir.NoRef
		}
		end[phi] = ref
	}
	for i := range r.b.Instrs {
		if in := &r.b.Instrs[i]; in.Op == ir.Phi {
			if _, ok := end[ir.Ref(i)]; ok {
				continue
			}
			it := r.iters[int(in.Imm)]
			switch {
			case it == nil:
				r.fail(AbortUnstable)
				return
			case it.curPhi == ir.Ref(i):
				end[ir.Ref(i)] = it.cur
			default:
				end[ir.Ref(i)] = it.left
			}
		}
	}
	r.dropDeadTemporaries(end)
	// A variable that was no number before the loop wrote it has no PHI: a snapshot before the write would leave its old
	// value in the frame. The next recording finds it a number.
	for n := range r.code.NumLocals() {
		if _, ok := r.regs[n]; ok && r.phis[n] == 0 {
			r.fail(AbortUnstable)
			return
		}
	}
	if !r.b.CloseLoop(end) {
		r.fail(AbortUnstable)
		return
	}
	r.done = true
}

// dropDeadTemporaries removes the PHIs of temporaries that the loop writes before it reads them: they are dead at the
// loop head, since a temporary that lives across it belongs to code around the loop, which the loop does not write.
func (r *recorder) dropDeadTemporaries(end map[ir.Ref]ir.Ref) {
	used := map[ir.Ref]bool{}
	for i := range r.b.Instrs {
		in := &r.b.Instrs[i]
		if in.Op != ir.Phi {
			used[in.A], used[in.B] = true, true
		}
	}
	for phi, ref := range end {
		if ref != phi {
			used[ref] = true
		}
	}
	dead := map[ir.Ref]bool{}
	for n, phi := range r.phis {
		if n >= r.code.NumLocals() && !used[phi] {
			dead[phi] = true
			end[phi] = phi
		}
	}
	for i := range r.b.Snaps {
		s := &r.b.Snaps[i]
		slots := s.Slots[:0]
		for _, x := range s.Slots {
			if !dead[x.Ref] {
				slots = append(slots, x)
			}
		}
		s.Slots = slots
	}
}

// linkTo ends the recording by going on in a root trace: its loop values are made from what is known here, what else
// has changed is written back.
func (r *recorder) linkTo(t *trace) {
	owned := map[int]bool{}
	for _, lv := range t.loopValues {
		if lv.op == ir.LoadInt || lv.op == ir.LoadFloat {
			if t.phiRegs[lv.reg] {
				owned[lv.reg] = true
			}
		}
	}
	snap := r.snapshot(r.pc)
	for n := range r.code.NRegs {
		if ref, ok := r.regs[n]; ok && r.mem[n] != ref+1 && !owned[n] {
			r.b.Special(ir.StoreReg, ir.Void, ref, ir.NoRef, int64(n), snap)
		}
	}
	for n := range r.code.NRegs {
		it := r.iters[n]
		if it == nil || t.phiFields[n] {
			continue
		}
		if it.cur != it.curMem {
			r.b.Special(ir.StoreField, ir.Void, it.obj, it.cur, rangeCur, 0)
		}
		if it.left != it.leftMem {
			r.b.Special(ir.StoreField, ir.Void, it.obj, it.left, rangeLeft, 0)
		}
	}
	for _, lv := range t.loopValues {
		var ref ir.Ref
		switch lv.op {
		case ir.Base:
			ref = r.base
		case ir.ConstFloat:
			ref = r.b.Float(math.Float64frombits(uint64(lv.bits)))
		case ir.LoadInt, ir.LoadFloat:
			ref = r.read(lv.reg)
			if ref != ir.NoRef && r.b.TypeOf(ref) != lv.typ {
				r.fail(AbortUnstable)
			}
		case ir.LoadObject, ir.FieldInt:
			it := r.iterator(lv.reg)
			switch {
			case it == nil:
				r.fail(AbortUnstable)
			case lv.op == ir.LoadObject:
				ref = it.obj
			case lv.field == rangeCur:
				ref = it.cur
			case lv.field == rangeLeft:
				ref = it.left
			default:
				ref = it.step
			}
		}
		if r.abort != NoAbort {
			return
		}
		r.b.LinkArgs = append(r.b.LinkArgs, ref)
	}
	r.b.Special(ir.Link, ir.Void, ir.NoRef, ir.NoRef, int64(t.id), 0)
	r.link = t
	r.done = true
}
