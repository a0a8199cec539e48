package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

type value = objects.Value

// recorder turns one run of a loop, or of what follows an exit, into a trace. The traced loop shows it each instruction
// before it runs; the values in the frames' registers say which way the program goes.
type recorder struct {
	c      *compiler
	t      *objects.Thread
	b      *ir.Builder
	frames []*frame
	code   *objects.Code // of the root frame at present
	// start and fn are the code and the function of the frame that the trace begins in.
	start  *objects.Code
	fn     *objects.Function
	head   int // index of the first instruction of the loop; of a side trace: where it began
	root   *trace
	from   *stop // the exit that a side trace begins at
	linear bool  // see linear.go
	base   ir.Ref
	count  int // instructions seen
	// helpers and inlined count the calls of helpers and the Python calls that are followed.
	helpers, inlined int
	// entries counts the steps that call Python code, frames the frames that are pushed and popped.
	entries, pushes int
	depth           int // largest number of inlined frames

	// entering is the frame of a call that the interpreter is about to push; running says that it runs code which the
	// trace leaves to it, so that frames above the top one are none of ours.
	entering *frame
	running  bool
	// waiting says that the interpreter is about to resume the generator of the root frame.
	waiting bool
	// loopIter is the register of the iterator of the last FOR_ITER.
	loopIter int
	// afterJump, where it is set, makes the guard for a jump that the interpreter decided.
	afterJump func(pc int)

	// iters are range iterators in registers of the root frame whose parts live in SSA values.
	iters map[int]*rangeState
	// ranges are the parts of range objects that the trace makes.
	ranges map[ir.Ref][3]ir.Ref
	// tuples are the items of tuples that the trace makes.
	tuples map[ir.Ref][]ir.Ref
	// slices are the parts of slices without a step that the trace makes.
	slices map[ir.Ref][]ir.Ref
	steps  []step
	// below are the frames under the root frame that the trace itself has put there; their registers lie in memory.
	below []*frame
	// passed are the heads of loops of generators that the trace has come through.
	passed map[loopKey]bool
	// peeled are the heads of loops with a trace whose first iteration is part of this one.
	peeled map[int]bool
	// outer are the heads of loops around the root's that a side trace has come through.
	outer map[int]bool

	pc    int // index of the instruction that is recorded
	abort Abort
	done  bool
	link  *trace
}

// frame is a frame of the trace: the root frame, or one of a call that the trace follows.
type frame struct {
	rec  *objects.Record
	code *objects.Code
	info *codeInfo
	fn   ir.Ref
	// regs are the values of the registers as far as they are known: NoRef is what memory holds in the root frame, and
	// nothing in others. dirty are registers of the root frame whose memory is out of date.
	regs  []ir.Ref
	dirty []bool
	// pc is where the frame goes on while a call above it runs; dst the register of the caller that receives the result.
	pc   int
	dst  int
	init bool
	// operator says that the frame is of the method of a binary operator.
	operator bool
	self     ir.Ref
}

// rangeState is a range iterator whose position is kept in SSA values. obj is the object, or the zero word, also at run
// time, for one that is only made where the trace is left. All but step are NoRef where memory is up to date.
type rangeState struct {
	obj, cur, left, step ir.Ref
	curPhi, leftPhi      ir.Ref
}

// Layout of objects.RangeIterator and objects.ListIterator.
const (
	rangeCur      = unsafe.Offsetof(objects.RangeIterator{}.Cur)
	rangeStep     = unsafe.Offsetof(objects.RangeIterator{}.Step)
	rangeLeft     = unsafe.Offsetof(objects.RangeIterator{}.Remaining)
	listIterList  = unsafe.Offsetof(objects.ListIterator{}.List)
	listIterIndex = unsafe.Offsetof(objects.ListIterator{}.Index)
	tupIterTuple  = unsafe.Offsetof(objects.TupleIterator{}.Tuple)
	tupIterIndex  = unsafe.Offsetof(objects.TupleIterator{}.Index)
)

// newRecorder begins the recording of a loop, or of a side trace at an exit. rec is the frame of the loop; of a side trace
// it is the root frame, and the frames that the exit restored lie above it.
func newRecorder(c *compiler, t *objects.Thread, rec *objects.Record, head int, root *trace, from *stop) *recorder {
	r := emptyRecorder(c, t, rec, head)
	r.root, r.from = root, from
	if from == nil {
		r.enterLoop()
	} else {
		r.inherit()
	}
	return r
}

// newLinear begins the recording of a linear trace.
func newLinear(c *compiler, t *objects.Thread, rec *objects.Record, head int) *recorder {
	r := emptyRecorder(c, t, rec, head)
	r.linear = true
	return r
}

func emptyRecorder(c *compiler, t *objects.Thread, rec *objects.Record, head int) *recorder {
	r := &recorder{c: c, t: t, b: ir.NewBuilder(), code: rec.Code, start: rec.Code, fn: rec.Fn, head: head, iters: map[int]*rangeState{},
		ranges: map[ir.Ref][3]ir.Ref{}, tuples: map[ir.Ref][]ir.Ref{}, slices: map[ir.Ref][]ir.Ref{}, peeled: map[int]bool{}, passed: map[loopKey]bool{}, loopIter: -1, pc: head}
	r.base = r.b.Special(ir.Base, ir.Addr, ir.NoRef, ir.NoRef, 0, 0)
	r.frames = []*frame{r.newFrame(rec, rec.Code)}
	r.frames[0].fn = ir.NoRef
	return r
}

func (r *recorder) newFrame(rec *objects.Record, code *objects.Code) *frame {
	f := &frame{rec: rec, code: code, info: r.c.info(code), regs: make([]ir.Ref, code.NRegs), dirty: make([]bool, code.NRegs)}
	for i := range f.regs {
		f.regs[i] = ir.NoRef
	}
	return f
}

// top is the innermost frame.
func (r *recorder) top() *frame { return r.frames[len(r.frames)-1] }

// register returns the present content of a register of the innermost frame.
func (r *recorder) register(n int) value { return r.top().register(n) }

func (f *frame) register(n int) value {
	return *(*value)(unsafe.Add(f.rec.Base, uintptr(n)*8))
}

// enterLoop loads every register of the frame and makes a PHI for each; a number is unboxed. What the loop does not need
// is dropped when the trace is finished.
func (r *recorder) enterLoop() {
	f := r.frames[0]
	r.b.Head = int32(r.head)
	at := r.b.Snapshot(ir.Snapshot{PC: int32(r.head)})
	snap := func() uint16 { return at }
	entry := make([]ir.Ref, f.code.NRegs)
	boxed := r.c.boxed[loopKey{r.code, r.head}]
	var iterators []ir.Ref
	states := map[int]*rangeState{}
	seen := map[unsafe.Pointer]bool{}
	for n := range f.code.NRegs {
		if !f.info.live.Has(r.head, n) {
			entry[n] = ir.NoRef
			continue
		}
		ref := r.b.Special(ir.LoadReg, ir.Val, r.base, ir.NoRef, int64(n), 0)
		v := f.register(n)
		switch {
		case boxed[n]:
		case v.IsInline():
			ref = r.b.Unbox(ir.UnboxInt, ref, snap)
		case v.IsFloat():
			ref = r.b.Unbox(ir.UnboxFloat, ref, snap)
		case n >= f.code.NumLocals() && objects.Is(v, &objects.RangeIteratorType):
			if seen[v.Pointer()] {
				r.abort = AbortType
				return
			}
			seen[v.Pointer()] = true
			r.b.GuardType(ref, &objects.RangeIteratorType, snap)
			r.b.Instrs[len(r.b.Instrs)-1].C = ir.Removable
			s := &rangeState{}
			s.step = r.b.Load(ir.I64, ref, rangeStep, ir.Immutable, ir.Width64)
			s.cur = r.b.Load(ir.I64, ref, rangeCur, ir.Iterator, ir.Width64)
			s.left = r.b.Load(ir.I64, ref, rangeLeft, ir.Iterator, ir.Width64)
			// Two registers with the same iterator would each move it.
			for _, o := range iterators {
				r.b.Emit(ir.GuardIsNot, ref, o, snap)
			}
			iterators = append(iterators, ref)
			states[n] = s
		}
		entry[n] = ref
	}
	r.b.BeginLoop()
	for n, ref := range entry {
		if ref == ir.NoRef {
			continue
		}
		phi := r.b.Phi(ref, ir.Place{Reg: n, Offset: -1})
		f.regs[n] = phi
		f.dirty[n] = true
		if s := states[n]; s != nil {
			r.b.SetType(phi, &objects.RangeIteratorType)
			s.curPhi = r.b.Phi(s.cur, ir.Place{Reg: n, Offset: int(rangeCur)})
			s.leftPhi = r.b.Phi(s.left, ir.Place{Reg: n, Offset: int(rangeLeft)})
			s.obj, s.cur, s.left = phi, s.curPhi, s.leftPhi
			r.iters[n] = s
		}
	}
}

// inherit takes over the values that the exit hands over.
func (r *recorder) inherit() {
	s, parent := r.from.snap, r.from.trace
	k := -1
	taken := map[ir.Ref]ir.Ref{}
	take := func(ref ir.Ref) ir.Ref {
		k++
		if r, ok := taken[ref]; ok {
			return r
		}
		if l := r.from.locs[k]; l.kind == locConst {
			if l.typ == ir.Val {
				return r.b.Const(l.value)
			}
			in := &parent.ir.Instrs[ref]
			if l.typ == ir.I64 {
				return r.b.Int(in.Imm)
			}
			return r.b.Float(l.value.Float())
		}
		taken[ref] = r.b.Special(ir.Inherit, parent.ir.Instrs[ref].Type, ir.NoRef, ir.NoRef, int64(k), 0)
		return taken[ref]
	}
	root := r.frames[0]
	root.pc = int(s.PC)
	for _, x := range s.Slots {
		root.regs[x.Reg], root.dirty[x.Reg] = take(x.Ref), true
	}
	rec := root.rec
	for i := range s.Frames {
		in := &s.Frames[i]
		rec = rec.Next
		f := r.newFrame(rec, in.Code)
		f.fn = take(in.Fn)
		f.pc, f.dst, f.init, f.operator = int(in.PC), int(in.Dst), in.Init, in.Operator
		if in.Init {
			f.self = take(in.Self)
		}
		for _, x := range in.Slots {
			f.regs[x.Reg] = take(x.Ref)
		}
		r.frames = append(r.frames, f)
	}
	r.depth = len(r.frames) - 1
	for _, x := range s.Iters {
		it := &rangeState{obj: take(x.Obj), cur: take(x.Cur), left: take(x.Left), step: take(x.Step)}
		r.iters[int(x.Reg)] = it
		root.regs[x.Reg] = it.obj
	}
	r.b.Inherited = k + 1
}

// snapshot describes the present state, with the interpreter going on at pc of the innermost frame.
func (r *recorder) snapshot(pc int) uint16 {
	s := ir.Snapshot{Below: len(r.below)}
	for i, f := range r.frames {
		at := f.pc
		if i == len(r.frames)-1 {
			at = pc
		}
		var slots []ir.Slot
		for n, ref := range f.regs {
			if i == 0 && r.iters[n] != nil {
				if it := r.iters[n]; it.cur != ir.NoRef && f.info.live.Has(at, n) {
					s.Iters = append(s.Iters, ir.Iter{Reg: uint16(n), Obj: it.obj, Cur: it.cur, Left: it.left, Step: it.step})
				}
				continue
			}
			if ref != ir.NoRef && (i > 0 || f.dirty[n]) && f.info.live.Has(at, n) {
				slots = append(slots, ir.Slot{Reg: uint16(n), Ref: ref})
			}
		}
		if i == 0 {
			s.PC, s.Slots = int32(at), slots
			continue
		}
		s.Frames = append(s.Frames, ir.Inlined{Code: f.code, Fn: f.fn, PC: int32(at), Dst: uint16(f.dst), Init: f.init, Operator: f.operator,
			Self: f.self, Slots: slots})
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

// read returns the value of a register of the innermost frame.
func (r *recorder) read(n int) ir.Ref {
	return r.readFrame(len(r.frames)-1, n)
}

func (r *recorder) readFrame(i, n int) ir.Ref {
	f := r.frames[i]
	if i == 0 && r.iters[n] != nil {
		return r.makeIter(n)
	}
	if ref := f.regs[n]; ref != ir.NoRef {
		return ref
	}
	if i > 0 {
		return r.b.Const(value{})
	}
	ref := r.b.Special(ir.LoadReg, ir.Val, r.base, ir.NoRef, int64(n), 0)
	f.regs[n] = ref
	return ref
}

// write makes a register of the innermost frame hold a value.
func (r *recorder) write(n int, ref ir.Ref) {
	if ref == ir.NoRef {
		return
	}
	f := r.top()
	f.regs[n], f.dirty[n] = ref, true
	if len(r.frames) == 1 {
		delete(r.iters, n)
	}
}

// number returns a value as a raw int or float, with a guard on its kind; NoRef where it is neither at present. v is its
// present value.
func (r *recorder) number(ref ir.Ref, v value) ir.Ref {
	if ref == ir.NoRef {
		return ref
	}
	if r.b.TypeOf(ref) != ir.Val {
		r.b.Keep(ref)
		return ref
	}
	switch {
	case v.IsInline():
		return r.b.Unbox(ir.UnboxInt, ref, r.here)
	case v.IsFloat():
		return r.b.Unbox(ir.UnboxFloat, ref, r.here)
	case v == objects.True:
		r.guardIs(ref, v)
		return r.b.Int(1)
	case v == objects.False:
		r.guardIs(ref, v)
		return r.b.Int(0)
	}
	return ir.NoRef
}

// guardIs makes sure that a boxed value is what it is at present, and returns the constant.
func (r *recorder) guardIs(ref ir.Ref, v value) ir.Ref {
	c := r.b.Const(v)
	if ref != c {
		r.b.Emit(ir.GuardIs, ref, c, r.here)
	}
	return c
}

// object makes sure that a boxed value is an object of the type that it has at present.
func (r *recorder) object(ref ir.Ref, v value) {
	r.b.GuardType(ref, objects.TypeOf(v), r.here)
}

// step records one instruction. It runs before the interpreter executes it.
func (r *recorder) step(rec *objects.Record, ins bytecode.Instr) {
	pc := int(rec.PC) - 1
	if f := r.entering; f != nil {
		r.entering = nil
		if rec.Code != f.code || rec.Prev != r.top().rec {
			r.fail(AbortLeft)
			return
		}
		f.rec = rec
		r.frames = append(r.frames, f)
		r.depth = max(r.depth, len(r.frames)-1)
	}
	f := r.top()
	if r.waiting {
		// The interpreter has resumed the generator.
		r.waiting = false
		f.rec = rec
		if rec.Gen == nil || rec.Flags != resumedByFor || rec.Prev != r.below[len(r.below)-1].rec {
			r.fail(AbortLeft)
			return
		}
	}
	if rec != f.rec {
		if !r.running {
			r.fail(AbortLeft)
		}
		return
	}
	if rec.Code != f.code {
		r.fail(AbortLeft)
		return
	}
	r.running = false
	if r.afterJump != nil {
		r.afterJump(pc)
		r.afterJump = nil
	}
	r.pc = pc
	if len(r.frames) == 1 {
		if pc == r.head && r.count > 0 && r.from == nil && !r.linear {
			r.close()
			return
		}
		if t := traceAt(r.code, pc); t != nil && t.loopValues != nil && r.count > 0 {
			if r.fits(t) || r.peeled[pc] {
				r.linkTo(t)
				return
			}
			// The first iteration comes before the loop.
			r.peeled[pc] = true
		}
	}
	r.count++
	if r.b.Full() || r.count > ir.MaxInstrs {
		r.fail(AbortTooLong)
		return
	}
	r.instr(ins)
}

// interpret leaves an instruction to the interpreter.
func (r *recorder) interpret(ins bytecode.Instr) {
	if !interp.Steppable(ins.Op()) {
		r.fail(AbortOpcode)
		return
	}
	f := r.top()
	ins = ins.WithOp(ins.Op().General())
	if r.callsPython(ins) {
		r.entries++
	}
	defs := written(ins)
	at := r.b.Step(uint32(len(r.steps)), r.here())
	r.steps = append(r.steps, step{ins: ins, results: defs, what: r.describe(ins)})
	root := r.frames[0]
	clear(root.dirty)
	for n, it := range r.iters {
		// The step has restored the iterators.
		it.obj, it.cur, it.left = ir.NoRef, ir.NoRef, ir.NoRef
		root.regs[n] = ir.NoRef
	}
	for i, n := range defs {
		if len(r.frames) == 1 {
			delete(r.iters, n)
		}
		f.regs[n] = r.b.Special(ir.Result, ir.Val, at, ir.NoRef, int64(i), 0)
	}
	r.running = true
	d, jumps := jumpOf(ins)
	if !jumps {
		return
	}
	// The guard on which way it went is made once the interpreter has gone it.
	taken := r.b.Special(ir.Result, ir.I64, at, ir.NoRef, resultTaken, 0)
	next := r.pc + 1
	r.afterJump = func(pc int) {
		g, other := ir.Eq, next
		if pc == next {
			other = next + d
		} else {
			g = ir.Ne
		}
		r.b.Emit(g, taken, r.b.Int(0), func() uint16 { return r.snapshot(other) })
	}
}

// callsPython reports whether an instruction calls what is written in Python, as far as that is evident.
func (r *recorder) callsPython(ins bytecode.Instr) bool {
	switch ins.Op() {
	case bytecode.Call, bytecode.CallMethod, bytecode.CallKw, bytecode.CallMethodKw, bytecode.CallEx:
		v := r.register(ins.A())
		if !v.IsObject() {
			return false
		}
		switch typ := objects.TypeOf(v); typ {
		case &objects.BuiltinType, &objects.MethodDescrType:
			return false
		case &objects.TypeType:
			return objects.As[objects.Type](v).Flags&objects.FlagHeap != 0
		}
		return true
	}
	return false
}

// describe names an instruction that is left to the interpreter, with the kinds of its operands, for dumps.
func (r *recorder) describe(ins bytecode.Instr) string {
	if r.c.opts.Dump == nil {
		return ""
	}
	f := r.top()
	text := ins.Op().String()
	ins.Uses(func(n int) {
		v := f.register(n)
		switch {
		case v.IsZero():
			return
		case v.IsObject() && (objects.Is(v, &objects.BuiltinType) || objects.Is(v, &objects.MethodDescrType)):
			if s, err := objects.ReprString(r.t, v); err == nil {
				text += " " + s
				return
			}
		case objects.Is(v, &objects.FunctionType):
			text += " function " + objects.As[objects.Function](v).QualName().String()
			return
		case objects.Is(v, &objects.TypeType):
			text += " class " + objects.As[objects.Type](v).TpName()
			return
		}
		text += " " + objects.TypeOf(v).TpName()
	})
	return text
}

// resultTaken is the number of the result that says whether a step jumped.
const resultTaken = -1

// position makes the parts of an iterator known: after code that may have moved it they are read from its register.
func (r *recorder) position(n int, it *rangeState) {
	if it.cur != ir.NoRef {
		return
	}
	it.obj = r.b.Special(ir.LoadReg, ir.Val, r.base, ir.NoRef, int64(n), 0)
	r.b.SetType(it.obj, &objects.RangeIteratorType)
	it.cur = r.b.Load(ir.I64, it.obj, rangeCur, ir.Iterator, ir.Width64)
	it.left = r.b.Load(ir.I64, it.obj, rangeLeft, ir.Iterator, ir.Width64)
}

// makeIter makes the object of an iterator that something else than its loop wants to see.
func (r *recorder) makeIter(n int) ir.Ref {
	it := r.iters[n]
	r.position(n, it)
	delete(r.iters, n)
	obj := r.call(helperIterObject, it.obj, it.cur, it.left, it.step)
	r.b.SetType(obj, &objects.RangeIteratorType)
	r.frames[0].regs[n], r.frames[0].dirty[n] = obj, true
	return obj
}

// close ends a root trace that has come back to its head.
func (r *recorder) close() {
	f := r.frames[0]
	end := map[ir.Ref]ir.Ref{}
	for n, it := range r.iters {
		r.position(n, it)
	}
	r.b.Special(ir.Poll, ir.Void, ir.NoRef, ir.NoRef, 0, r.snapshot(r.head))
	for i := r.b.LoopAt + 1; i < len(r.b.Instrs) && r.b.Instrs[i].Op == ir.Phi; i++ {
		in := &r.b.Instrs[i]
		p := in.PhiPlace()
		it := r.iters[p.Reg]
		switch {
		case p.Offset >= 0 && it == nil:
			// Another value has taken the iterator's place.
			r.fail(AbortUnstable)
			return
		case p.Offset == int(rangeCur):
			end[ir.Ref(i)] = it.cur
			continue
		case p.Offset >= 0:
			end[ir.Ref(i)] = it.left
			continue
		case it != nil:
			end[ir.Ref(i)] = it.obj
			continue
		}
		ref := r.readFrame(0, p.Reg)
		want := r.b.Instrs[i].Type
		if got := r.b.TypeOf(ref); got != want {
			v := f.register(p.Reg)
			switch {
			case want == ir.Val:
				ref = r.b.Box(ref)
			case want == ir.I64 && got == ir.Val && v.IsInline(), want == ir.F64 && got == ir.Val && v.IsFloat():
				ref = r.number(ref, v)
			default:
				// The place holds values of several kinds: the next recording keeps it boxed.
				r.c.keepBoxed(loopKey{r.code, r.head}, p.Reg)
				r.fail(AbortUnstable)
				return
			}
		}
		end[ir.Ref(i)] = ref
	}
	if !r.b.CloseLoop(end) {
		r.fail(AbortUnstable)
		return
	}
	r.finish()
}

// finish ends the recording, unless the trace would not save anything.
func (r *recorder) finish() {
	if r.abort != NoAbort {
		return
	}
	gain := r.gain()
	if r.from != nil || r.linear && r.head != 0 {
		// Leaving the machine code here would cost as well.
		gain += costLeave
	}
	if !r.c.opts.Eager && gain <= 0 {
		r.c.log("gain   %s: %d instructions, %d calls followed, %d helpers, %d steps, %d of them calls", r.c.where(r.start, r.head), r.count,
			r.inlined, r.helpers, len(r.steps), r.entries)
		r.fail(AbortGain)
		return
	}
	r.done = true
}

// gain estimates what an iteration of the trace saves, in nanoseconds.
func (r *recorder) gain() int {
	n := len(r.steps)
	return (r.count-r.helpers-n)*gainInstr + r.inlined*gainCall + r.pushes*gainPush - r.helpers*costHelper - n*costStep - r.entries*costEntry
}

// fits reports whether the registers have at present the types that the loop of a root trace wants.
func (r *recorder) fits(t *trace) bool {
	f := r.frames[0]
	for i := range t.ir.Instrs[:t.ir.LoopAt] {
		in := &t.ir.Instrs[i]
		if in.Op != ir.UnboxInt && in.Op != ir.UnboxFloat && in.Op != ir.GuardType || t.ir.Instrs[in.A].Op != ir.LoadReg {
			continue
		}
		n := int(t.ir.Instrs[in.A].Imm)
		if r.iters[n] != nil {
			continue
		}
		v := f.register(n)
		switch in.Op {
		case ir.UnboxInt:
			if !v.IsInline() {
				return false
			}
		case ir.UnboxFloat:
			if !v.IsFloat() {
				return false
			}
		default:
			if !v.IsObject() || objects.TypeOf(v) != objects.As[objects.Type](t.ir.Consts[in.Imm]) {
				return false
			}
		}
	}
	return true
}

// linkTo ends the recording by going on in a root trace at its loop label: what lives there is computed anew from the
// present state, with the guards that the target's entry has; registers that the target does not keep in values are
// written back.
func (r *recorder) linkTo(t *trace) {
	if t.wide && (r.root == nil || !r.root.wide) {
		// The activation has too few words for the target.
		r.fail(AbortRegisters)
		return
	}
	f := r.frames[0]
	owned := map[int]bool{}
	for i := t.ir.LoopAt + 1; i < len(t.ir.Instrs); i++ {
		if in := &t.ir.Instrs[i]; in.Op == ir.Phi {
			// A place of the target's: also the register of an iterator whose parts it keeps.
			owned[in.PhiPlace().Reg] = true
		}
	}
	for n := range r.iters {
		if !owned[n] && f.info.live.Has(r.pc, n) {
			r.makeIter(n)
		}
	}
	made := map[ir.Ref]ir.Ref{ir.NoRef: ir.NoRef}
	// The entry of the target, on the present values.
	for i := 0; i < t.ir.LoopAt && r.abort == NoAbort; i++ {
		made[ir.Ref(i)] = r.replay(t, ir.Ref(i), made)
	}
	if r.abort != NoAbort {
		return
	}
	for _, lv := range t.loopValues {
		in := &t.ir.Instrs[lv.ref]
		ref := made[lv.ref]
		if in.Op == ir.Phi {
			ref = made[in.A]
			if p := in.PhiPlace(); p.Offset < 0 && ref == ir.NoRef {
				ref = r.convert(r.readFrame(0, p.Reg), f.register(p.Reg), in.Type)
			}
		}
		if ref == ir.NoRef {
			r.fail(AbortUnstable)
			return
		}
		r.b.LinkArgs = append(r.b.LinkArgs, ref)
	}
	snap := r.snapshot(r.pc)
	r.b.Special(ir.Poll, ir.Void, ir.NoRef, ir.NoRef, 0, snap)
	for n, ref := range f.regs {
		if ref != ir.NoRef && f.dirty[n] && !owned[n] && r.iters[n] == nil && f.info.live.Has(r.pc, n) {
			r.b.Special(ir.StoreReg, ir.Void, r.b.Box(ref), r.base, int64(n), 0)
		}
	}
	r.b.Special(ir.Link, ir.Void, ir.NoRef, ir.NoRef, int64(t.id), 0)
	r.link = t
	r.finish()
}

// convert gives a value the type that a loop wants.
func (r *recorder) convert(ref ir.Ref, v value, want ir.Type) ir.Ref {
	got := r.b.TypeOf(ref)
	switch {
	case got == want:
		return ref
	case want == ir.Val:
		return r.b.Box(ref)
	case want == ir.I64 && v.IsInline() && got == ir.Val, want == ir.F64 && v.IsFloat() && got == ir.Val:
		return r.number(ref, v)
	}
	r.fail(AbortUnstable)
	return ir.NoRef
}

// iterOf returns the iterator in the register that an instruction of another trace's entry loads.
func (r *recorder) iterOf(t *trace, ref ir.Ref) (int, *rangeState) {
	if ref == ir.NoRef || t.ir.Instrs[ref].Op != ir.LoadReg {
		return 0, nil
	}
	n := int(t.ir.Instrs[ref].Imm)
	return n, r.iters[n]
}

// replay emits one instruction of another trace's entry.
func (r *recorder) replay(t *trace, ref ir.Ref, made map[ir.Ref]ir.Ref) ir.Ref {
	f := r.frames[0]
	in := &t.ir.Instrs[ref]
	a, b := made[in.A], made[in.B]
	// What is known of an iterator here need not be read from an object, which may not even exist.
	if n, it := r.iterOf(t, in.A); it != nil {
		r.position(n, it)
		switch in.Op {
		case ir.GuardType:
			return ir.NoRef
		case ir.GuardIsNot:
			if _, other := r.iterOf(t, in.B); other != nil {
				return ir.NoRef
			}
		case ir.Load:
			switch uintptr(in.Imm) {
			case rangeCur:
				return it.cur
			case rangeLeft:
				return it.left
			}
			return it.step
		}
	}
	switch in.Op {
	case ir.Nop:
		return ir.NoRef
	case ir.ConstInt:
		return r.b.Int(in.Imm)
	case ir.ConstFloat:
		return r.b.Const(objects.FloatFromBits(uint64(in.Imm)))
	case ir.ConstVal:
		return r.b.Const(t.ir.Consts[in.Imm])
	case ir.Base:
		return r.base
	case ir.LoadReg:
		if it := r.iters[int(in.Imm)]; it != nil {
			r.position(int(in.Imm), it)
			return it.obj
		}
		return r.b.Box(r.readFrame(0, int(in.Imm)))
	case ir.UnboxInt, ir.UnboxFloat:
		if l := &t.ir.Instrs[in.A]; l.Op == ir.LoadReg {
			return r.convert(r.readFrame(0, int(l.Imm)), f.register(int(l.Imm)), in.Type)
		}
		return r.b.Unbox(in.Op, a, r.here)
	case ir.GuardType:
		typ := objects.As[objects.Type](t.ir.Consts[in.Imm])
		if in := &r.b.Instrs[a]; in.Op == ir.ConstInt || in.Op == ir.ConstFloat {
			return r.fail(AbortUnstable)
		}
		r.b.GuardType(a, typ, r.here)
		return ir.NoRef
	case ir.GuardWord:
		r.b.GuardWord(a, uintptr(in.Imm), ir.Class(in.C), t.ir.Words[in.Aux], r.here)
		return ir.NoRef
	case ir.GuardNoWord:
		r.b.GuardNoWord(a, uintptr(in.Imm), ir.Class(in.C), t.ir.Words[in.Aux], r.here)
		return ir.NoRef
	case ir.Load:
		return r.b.Load(in.Type, a, uintptr(in.Imm), ir.Class(in.Aux), in.C)
	case ir.LoadItem:
		return r.b.LoadItem(a, b, ir.Class(in.Aux))
	case ir.Loop, ir.CallHelper, ir.CallStep:
		return r.fail(AbortUnstable)
	}
	if ir.Ops[in.Op].Pure || ir.Ops[in.Op].Guard {
		return r.b.Emit(in.Op, a, b, r.here)
	}
	return r.fail(AbortUnstable)
}
