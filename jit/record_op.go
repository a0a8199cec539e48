package jit

import (
	"math"
	"math/bits"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// instr records an instruction by its opcode. What has no recorder here is left to the interpreter.
func (r *recorder) instr(ins bytecode.Instr) {
	f := r.top()
	a, b, c := ins.A(), ins.B(), ins.C()
	switch op := ins.Op().General(); op {
	case bytecode.Move:
		r.write(a, r.read(b))
	case bytecode.LoadInt:
		r.write(a, r.b.Int(int64(ins.Long())))
	case bytecode.LoadConst:
		r.write(a, r.b.Const(f.code.Consts[ins.Long()]))
	case bytecode.Clear:
		r.write(a, r.b.Const(value{}))
	case bytecode.CheckBound:
		if f.register(a).IsZero() {
			r.fail(AbortException)
			return
		}
		if ref := r.read(a); r.b.TypeOf(ref) == ir.Val {
			r.b.Emit(ir.GuardBound, ref, ir.NoRef, r.here)
		} else {
			r.b.Keep(ref)
		}

	case bytecode.Add, bytecode.IAdd, bytecode.Sub, bytecode.ISub, bytecode.Mul, bytecode.IMul, bytecode.TrueDiv, bytecode.ITrueDiv,
		bytecode.FloorDiv, bytecode.IFloorDiv, bytecode.Mod, bytecode.IMod, bytecode.LShift, bytecode.ILShift, bytecode.RShift,
		bytecode.IRShift, bytecode.And, bytecode.IAnd, bytecode.Or, bytecode.IOr, bytecode.Xor, bytecode.IXor, bytecode.Pow, bytecode.IPow:
		if op >= bytecode.IAdd {
			op -= bytecode.IAdd - bytecode.Add
		}
		r.binary(ins, op, r.read(b), r.read(c), f.register(b), f.register(c))
	case bytecode.AddInt, bytecode.IAddInt:
		r.binaryInt(ins, bytecode.Add)
	case bytecode.SubInt, bytecode.ISubInt:
		r.binaryInt(ins, bytecode.Sub)
	case bytecode.MulInt:
		r.binaryInt(ins, bytecode.Mul)
	case bytecode.Neg:
		r.negate(ins)
	case bytecode.Invert:
		if v := f.register(b); v.IsInline() {
			r.write(a, r.b.Emit(ir.Xor, r.number(r.read(b), v), r.b.Int(-1), nil))
			return
		}
		r.interpret(ins)
	case bytecode.Not, bytecode.ToBool:
		truth, ok := r.truth(r.read(b), f.register(b), r.here)
		if !ok {
			r.interpret(ins)
			return
		}
		r.write(a, r.b.Const(objects.Bool(truth == (op == bytecode.ToBool))))

	case bytecode.Lt, bytecode.Le, bytecode.Eq, bytecode.Ne, bytecode.Gt, bytecode.Ge:
		if holds, ok := r.compare(int(op-bytecode.Lt), r.read(b), r.read(c), f.register(b), f.register(c), r.here); ok {
			r.write(a, r.b.Const(objects.Bool(holds)))
			return
		}
		r.interpret(ins)
	case bytecode.Is, bytecode.IsNot:
		same, ok := r.identical(r.read(b), r.read(c), f.register(b), f.register(c), r.here)
		if !ok {
			r.fail(AbortType)
			return
		}
		r.write(a, r.b.Const(objects.Bool(same == (op == bytecode.Is))))
	case bytecode.In, bytecode.NotIn:
		if in, ok := r.contains(r.read(b), r.read(c), f.register(b), f.register(c)); ok {
			r.write(a, r.b.Const(objects.Bool(in == (op == bytecode.In))))
			return
		}
		r.interpret(ins)

	case bytecode.JumpTo:
		r.backwards(ins.Long())
	case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
		next := r.pc + 1
		sense := op == bytecode.JumpIfTrue
		truth, ok := false, false
		ref, v := r.read(a), f.register(a)
		truth, ok = r.truth(ref, v, func() uint16 {
			if r.simpleTruth(ref, v) == sense {
				return r.snapshot(next)
			}
			return r.snapshot(next + ins.Long())
		})
		switch {
		case !ok:
			r.interpret(ins)
		case truth == sense:
			r.backwards(ins.Long())
		}
	case bytecode.JumpIfNone, bytecode.JumpIfNotNone:
		next := r.pc + 1
		isNone := f.register(a) == objects.None
		taken := isNone == (op == bytecode.JumpIfNone)
		ref := r.read(a)
		if r.b.TypeOf(ref) == ir.Val {
			g := ir.GuardIsNot
			if isNone {
				g = ir.GuardIs
			}
			if r.b.KnownType(ref) == nil || isNone {
				r.b.Emit(g, ref, r.b.Const(objects.None), func() uint16 { return r.snapshot(otherWay(next, ins.Long(), taken)) })
			}
		} else {
			r.b.Keep(ref)
		}
		if taken {
			r.backwards(ins.Long())
		}
	case bytecode.ForIter:
		r.forIter(ins)

	case bytecode.LoadGlobal:
		r.loadGlobal(ins)
	case bytecode.LoadName:
		if r.inModule() {
			r.loadGlobal(ins)
			return
		}
		r.interpret(ins)
	case bytecode.StoreGlobal:
		r.storeGlobal(ins)
	case bytecode.StoreName:
		if r.inModule() {
			r.storeGlobal(ins)
			return
		}
		r.interpret(ins)
	case bytecode.LoadDeref:
		v := r.loadCell(b)
		if objects.As[objects.Cell](f.register(b)).V.IsZero() {
			r.fail(AbortException)
			return
		}
		r.b.Emit(ir.GuardBound, v, ir.NoRef, r.here)
		r.write(a, v)
	case bytecode.StoreDeref:
		r.b.StoreVal(r.cell(b), objects.CellValueOffset, ir.CellValue, r.b.Box(r.read(a)))
	case bytecode.MakeCell:
		init := r.b.Const(value{})
		if a != b {
			init = r.read(b)
		}
		cell := r.call(helperCell, init)
		r.b.SetType(cell, &objects.CellType)
		r.write(a, cell)

	case bytecode.LoadAttr:
		r.loadAttr(ins)
	case bytecode.StoreAttr:
		r.storeAttr(ins)
	case bytecode.LoadMethod:
		r.loadMethod(ins)
	case bytecode.LoadItem:
		r.loadItem(ins)
	case bytecode.StoreItem:
		r.storeItem(ins)
	case bytecode.SetAdd:
		if objects.As[objects.Set](f.register(a)).Plain(r.present(r.read(b), f.register(b))) {
			r.call(helperSetAdd, r.read(a), r.read(b))
			return
		}
		r.interpret(ins)
	case bytecode.MapAdd:
		if objects.As[objects.Dict](f.register(a)).Plain(r.present(r.read(b), f.register(b))) {
			r.call(helperDictSet, r.read(a), r.read(b), r.read(c))
			return
		}
		r.interpret(ins)
	case bytecode.DeleteItem:
		if v := f.register(a); objects.Is(v, &objects.DictType) && objects.As[objects.Dict](v).Plain(r.present(r.read(b), f.register(b))) {
			r.object(r.read(a), v)
			r.call(helperDelItem, r.read(a), r.read(b))
			return
		}
		r.interpret(ins)
	case bytecode.BuildMap:
		w := r.window(b, 2*c)
		plain := 2*c <= maxHelperArgs
		for i := 0; i < len(w); i += 2 {
			plain = plain && objects.PlainKey(r.present(w[i], f.register(b+i)))
		}
		if !plain {
			r.interpret(ins)
			return
		}
		d := r.call(helperMap, w...)
		r.b.SetType(d, &objects.DictType)
		r.write(a, d)
	case bytecode.FormatSimple, bytecode.FormatSpec:
		v, spec := r.read(b), r.b.Const(value{})
		if op == bytecode.FormatSpec {
			spec = r.read(c)
		}
		if !objects.IsPlain(r.present(v, f.register(b))) {
			r.interpret(ins)
			return
		}
		s := r.call(helperFormat, v, spec)
		r.b.SetType(s, &objects.StrType)
		r.write(a, s)
	case bytecode.Convert:
		h := helperStr
		if c == 2 {
			h = helperRepr
		}
		if c > 2 || !objects.IsPlain(r.present(r.read(b), f.register(b))) {
			r.interpret(ins)
			return
		}
		s := r.call(h, r.read(b))
		r.b.SetType(s, &objects.StrType)
		r.write(a, s)
	case bytecode.BuildString:
		if c > maxHelperArgs {
			r.interpret(ins)
			return
		}
		s := r.call(helperJoin, r.window(b, c)...)
		r.b.SetType(s, &objects.StrType)
		r.write(a, s)
	case bytecode.ListAppend:
		r.call(helperAppend, r.read(a), r.read(b))
	case bytecode.BuildTuple:
		r.buildTuple(ins)
	case bytecode.BuildList:
		if c > maxHelperArgs {
			r.interpret(ins)
			return
		}
		list := r.call(helperList, r.window(b, c)...)
		r.b.SetType(list, &objects.ListType)
		r.write(a, list)
	case bytecode.BuildSlice:
		r.buildSlice(ins)
	case bytecode.UnpackSeq:
		r.unpack(ins)
	case bytecode.RangeIter:
		// CALL and GET_ITER, which the traced loop does not skip, are recorded.
	case bytecode.GetIter:
		r.getIter(ins)

	case bytecode.Call, bytecode.CallMethod, bytecode.CallKw, bytecode.CallMethodKw:
		r.recordCall(ins)
	case bytecode.Yield:
		r.yield(ins)
	case bytecode.Return:
		r.leave(r.read(a))
	case bytecode.ReturnNone:
		r.leave(r.b.Const(objects.None))
	default:
		if op >= bytecode.JumpLt && op <= bytecode.JumpNotGeInt {
			r.compareJump(op, ins)
			return
		}
		r.interpret(ins)
	}
}

// window are the values of n registers from a on.
func (r *recorder) window(a, n int) []ir.Ref {
	refs := make([]ir.Ref, n)
	for i := range refs {
		refs[i] = r.read(a + i)
	}
	return refs
}

// otherWay is where the interpreter goes on when a jump goes the way that was not recorded.
func otherWay(next, distance int, taken bool) int {
	if taken {
		return next
	}
	return next + distance
}

// backwards notes a jump that is taken. One backwards to another place than the head of the loop is an inner loop, which
// becomes a trace of its own; a side trace may go through the head of a loop around its root's, once.
func (r *recorder) backwards(distance int) {
	to := r.pc + 1 + distance
	if distance >= 0 {
		return
	}
	if len(r.frames) == 1 {
		if t := traceAt(r.code, to); to == r.head && r.root == nil && !r.linear || t != nil && t.loopValues != nil {
			return
		}
	}
	if k := (loopKey{r.code, to}); len(r.frames) == 1 && r.frames[0].rec.Gen != nil && (r.linear || r.from != nil) && !r.passed[k] {
		// A generator goes on behind its yield, which lies in a loop more often than not.
		r.passed[k] = true
		return
	}
	if len(r.frames) == 1 && r.root != nil && r.code == r.root.obj && to < r.root.head && !r.outer[to] {
		if r.outer == nil {
			r.outer = map[int]bool{}
		}
		r.outer[to] = true
		return
	}
	r.innerLoop(to)
}

// binaryInt is an operation with a small int in the instruction.
func (r *recorder) binaryInt(ins bytecode.Instr, op bytecode.Op) {
	n := int64(ins.SC())
	r.binary(ins, op, r.read(ins.B()), r.b.Int(n), r.register(ins.B()), objects.InlineInt(n))
}

// binary records an arithmetic operation into register A of the instruction.
func (r *recorder) binary(ins bytecode.Instr, op bytecode.Op, x, y ir.Ref, vx, vy value) {
	if ref := r.numeric(op, x, y, vx, vy); ref != ir.NoRef {
		r.write(ins.A(), ref)
		return
	}
	if r.abort != NoAbort {
		return
	}
	inPlace := ins.Op().General() >= bytecode.IAdd && ins.Op().General() <= bytecode.IOr
	vx, vy = r.present(x, vx), r.present(y, vy)
	switch {
	case op == bytecode.Add && objects.Is(vx, &objects.StrType) && objects.Is(vy, &objects.StrType):
		s := r.call(helperConcat, x, y)
		r.b.SetType(s, &objects.StrType)
		r.write(ins.A(), s)
	case objects.PlainBinary(objects.BinaryOp(op-bytecode.Add), vx, vy) && !(inPlace && changesInPlace(vx)):
		r.write(ins.A(), r.call(helperArith+helperID(op-bytecode.Add), x, y))
	case r.callOperator(ins, objects.BinaryOp(op-bytecode.Add), inPlace, x, y, vx, vy):
	default:
		r.interpret(ins)
	}
}

// callOperator follows the method of a class that a binary operator comes to, and reports whether it could.
func (r *recorder) callOperator(ins bytecode.Instr, op objects.BinaryOp, inPlace bool, x, y ir.Ref, vx, vy value) bool {
	fn, reflected := objects.OperatorFunction(op, inPlace, vx, vy)
	if fn == nil || fn.Code.ArgCount != 2 || !r.inlinable(fn, 2) {
		return false
	}
	for _, o := range []struct {
		ref ir.Ref
		v   value
	}{{x, vx}, {y, vy}} {
		switch {
		case r.b.TypeOf(o.ref) != ir.Val:
			r.b.Keep(o.ref)
		case o.v.IsInline() || o.v.IsFloat():
			r.number(o.ref, o.v)
		default:
			r.object(o.ref, o.v)
			if typ := objects.TypeOf(o.v); typ.Flags&objects.FlagHeap != 0 {
				r.guardVersion(typ)
			}
		}
	}
	args := arguments{refs: []ir.Ref{x, y}, values: []value{vx, vy}}
	if reflected {
		args = arguments{refs: []ir.Ref{y, x}, values: []value{vy, vx}}
	}
	if !r.callFunction(fn, r.b.Const(objects.ToValue(fn)), args, ins.A(), ir.NoRef) {
		return false
	}
	r.entering.operator = true
	return true
}

// changesInPlace reports whether an operation in place changes its left operand.
func changesInPlace(v value) bool {
	return objects.Is(v, &objects.ListType) || objects.Is(v, &objects.ByteArrayType)
}

// numeric emits arithmetic on raw numbers, NoRef where the operands or the outcome are not of that kind.
func (r *recorder) numeric(op bytecode.Op, x, y ir.Ref, vx, vy value) ir.Ref {
	rawX, rawY := r.rawKind(x, vx), r.rawKind(y, vy)
	if rawX == ir.Void || rawY == ir.Void {
		return ir.NoRef
	}
	if rawX == ir.F64 || rawY == ir.F64 || op == bytecode.TrueDiv {
		var fop ir.Op
		switch op {
		case bytecode.Add:
			fop = ir.FAdd
		case bytecode.Sub:
			fop = ir.FSub
		case bytecode.Mul:
			fop = ir.FMul
		case bytecode.TrueDiv:
			fop = ir.FDiv
			if toFloat(vy) == 0 {
				return ir.NoRef
			}
		case bytecode.Pow:
			// Squares are exact under both names, but the power that overflows raises; other powers are the library's.
			if v, ok := r.b.ConstOf(y); ok && v.IsInline() && v.Inline() == 2 && rawX == ir.F64 && math.Abs(vx.Float()) < 1e150 {
				fx := r.float(x, vx)
				square := r.b.Emit(ir.FMul, fx, fx, nil)
				r.b.Emit(ir.FLt, square, r.b.Float(math.Inf(1)), r.here)
				return square
			}
			return ir.NoRef
		default:
			return ir.NoRef
		}
		if !exactFloat(vx) || !exactFloat(vy) {
			return ir.NoRef
		}
		fx, fy := r.float(x, vx), r.float(y, vy)
		if fop == ir.FDiv {
			r.b.Emit(ir.FNe, fy, r.b.Float(0), r.here)
		}
		return r.b.Emit(fop, fx, fy, nil)
	}
	i, ok1 := r.int64Of(x, vx)
	j, ok2 := r.int64Of(y, vy)
	if !ok1 || !ok2 {
		return ir.NoRef
	}
	// What overflows 64 bits now is left to a helper.
	switch op {
	case bytecode.Add:
		if s := i + j; (s > i) != (j > 0) && j != 0 {
			return ir.NoRef
		}
	case bytecode.Sub:
		if s := i - j; (s < i) != (j > 0) && j != 0 {
			return ir.NoRef
		}
	case bytecode.Mul:
		hi, lo := bits.Mul64(uint64(i), uint64(j))
		hi -= uint64(i>>63&j) + uint64(j>>63&i)
		if hi != uint64(int64(lo)>>63) {
			return ir.NoRef
		}
	case bytecode.FloorDiv, bytecode.Mod:
		if j <= 0 {
			return ir.NoRef
		}
	case bytecode.LShift:
		if j < 0 || j > 62 || i<<uint(j)>>uint(j) != i {
			return ir.NoRef
		}
	case bytecode.RShift:
		if j < 0 || j > 62 {
			return ir.NoRef
		}
	case bytecode.Pow:
		if v, ok := r.b.ConstOf(y); ok && v.IsInline() && v.Inline() == 2 && i > -1<<31 && i < 1<<31 {
			nx := r.number(x, vx)
			return r.b.Emit(ir.MulOv, nx, nx, r.here)
		}
		return ir.NoRef
	}
	nx, ny := r.number(x, vx), r.number(y, vy)
	switch op {
	case bytecode.Add:
		return r.b.Emit(ir.AddOv, nx, ny, r.here)
	case bytecode.Sub:
		return r.b.Emit(ir.SubOv, nx, ny, r.here)
	case bytecode.Mul:
		return r.b.Emit(ir.MulOv, nx, ny, r.here)
	case bytecode.And:
		return r.b.Emit(ir.And, nx, ny, nil)
	case bytecode.Or:
		return r.b.Emit(ir.Or, nx, ny, nil)
	case bytecode.Xor:
		return r.b.Emit(ir.Xor, nx, ny, nil)
	case bytecode.FloorDiv, bytecode.Mod:
		r.b.Emit(ir.Gt, ny, r.b.Int(0), r.here)
		if op == bytecode.FloorDiv {
			return r.b.Emit(ir.DivFloor, nx, ny, nil)
		}
		return r.b.Emit(ir.ModFloor, nx, ny, nil)
	case bytecode.LShift, bytecode.RShift:
		r.b.Emit(ir.Ge, ny, r.b.Int(0), r.here)
		r.b.Emit(ir.Le, ny, r.b.Int(62), r.here)
		if op == bytecode.LShift {
			return r.b.Emit(ir.ShlOv, nx, ny, r.here)
		}
		return r.b.Emit(ir.Sar, nx, ny, nil)
	}
	return ir.NoRef
}

// rawKind is the type that number would give a value, Void where it is no number.
func (r *recorder) rawKind(ref ir.Ref, v value) ir.Type {
	switch {
	case ref == ir.NoRef:
		return ir.Void
	case r.b.TypeOf(ref) != ir.Val:
		return r.b.TypeOf(ref)
	case v.IsInline(), v == objects.True, v == objects.False:
		return ir.I64
	case v.IsFloat():
		return ir.F64
	}
	return ir.Void
}

// int64Of is the present value of an int.
func (r *recorder) int64Of(ref ir.Ref, v value) (int64, bool) {
	if in := &r.b.Instrs[ref]; in.Op == ir.ConstInt {
		return in.Imm, true
	}
	return objects.Int64Of(v)
}

// exactFloat reports whether a number converts to a float without rounding. Ints past 53 bits are left to a helper.
func exactFloat(v value) bool {
	i, ok := objects.Int64Of(v)
	return !ok || i >= -1<<53 && i <= 1<<53
}

// float returns a number as a float.
func (r *recorder) float(ref ir.Ref, v value) ir.Ref {
	ref = r.number(ref, v)
	if ref == ir.NoRef || r.b.TypeOf(ref) == ir.F64 {
		return ref
	}
	const limit = 1 << 53
	if in := &r.b.Instrs[ref]; in.Op != ir.UnboxInt {
		r.b.Emit(ir.Le, ref, r.b.Int(limit), r.here)
		r.b.Emit(ir.Ge, ref, r.b.Int(-limit), r.here)
	}
	return r.b.Emit(ir.IntToFloat, ref, ir.NoRef, nil)
}

func toFloat(v value) float64 {
	switch {
	case v.IsFloat():
		return v.Float()
	case v == objects.True:
		return 1
	case v == objects.False:
		return 0
	}
	if i, ok := objects.Int64Of(v); ok {
		return float64(i)
	}
	return math.NaN()
}

// negate records unary minus.
func (r *recorder) negate(ins bytecode.Instr) {
	x, v := r.read(ins.B()), r.register(ins.B())
	switch r.rawKind(x, v) {
	case ir.F64:
		r.write(ins.A(), r.b.Emit(ir.FNeg, r.number(x, v), ir.NoRef, nil))
	case ir.I64:
		r.write(ins.A(), r.b.Emit(ir.SubOv, r.b.Int(0), r.number(x, v), r.here))
	default:
		r.interpret(ins)
	}
}

var intCompare = [...]ir.Op{ir.Lt, ir.Le, ir.Eq, ir.Ne, ir.Gt, ir.Ge}
var intCompareNot = [...]ir.Op{ir.Ge, ir.Gt, ir.Ne, ir.Eq, ir.Le, ir.Lt}
var floatCompare = [...]ir.Op{ir.FLt, ir.FLe, ir.FEq, ir.FNe, ir.FGt, ir.FGe}
var floatCompareNot = [...]ir.Op{ir.FNotLt, ir.FNotLe, ir.FNe, ir.FEq, ir.FNotGt, ir.FNotGe}

// compare guards that a comparison comes out as it does at present; other is the snapshot for the other outcome. ok is
// false where it has no code.
func (r *recorder) compare(cmp int, x, y ir.Ref, vx, vy value, other func() uint16) (holds, ok bool) {
	kx, ky := r.rawKind(x, vx), r.rawKind(y, vy)
	switch {
	case kx == ir.I64 && ky == ir.I64:
		i, ok1 := r.int64Of(x, vx)
		j, ok2 := r.int64Of(y, vy)
		if !ok1 || !ok2 {
			return false, false
		}
		holds = [...]bool{i < j, i <= j, i == j, i != j, i > j, i >= j}[cmp]
		g := intCompare[cmp]
		if !holds {
			g = intCompareNot[cmp]
		}
		nx, ny := r.number(x, vx), r.number(y, vy)
		r.b.Emit(g, nx, ny, other)
		return holds, true
	case kx != ir.Void && ky != ir.Void:
		if !exactFloat(vx) || !exactFloat(vy) {
			return false, false
		}
		f, h := toFloat(vx), toFloat(vy)
		holds = [...]bool{f < h, f <= h, f == h, f != h, f > h, f >= h}[cmp]
		g := floatCompare[cmp]
		if !holds {
			g = floatCompareNot[cmp]
		}
		fx, fy := r.float(x, vx), r.float(y, vy)
		r.b.Emit(g, fx, fy, other)
		return holds, true
	case objects.Is(vx, &objects.StrType) && objects.Is(vy, &objects.StrType):
		r.object(x, vx)
		r.object(y, vy)
		a, b := objects.As[objects.Str](vx), objects.As[objects.Str](vy)
		if cmp == int(objects.OpEq) || cmp == int(objects.OpNe) {
			same := a.Equal(b)
			r.b.Emit(equalTo(same), r.b.Emit(ir.StrEqual, x, y, nil), r.b.Int(1), other)
			return same == (cmp == int(objects.OpEq)), true
		}
		s := a.Compare(b)
		holds = [...]bool{s < 0, s <= 0, s == 0, s != 0, s > 0, s >= 0}[cmp]
		g := intCompare[cmp]
		if !holds {
			g = intCompareNot[cmp]
		}
		r.b.Emit(g, r.call(helperStrCompare, x, y), r.b.Int(0), other)
		return holds, true
	case vx == objects.None || vy == objects.None:
		// None equals itself; the other side decides for itself unless it is a plain value.
		if (cmp == int(objects.OpEq) || cmp == int(objects.OpNe)) && vx == vy {
			r.guardIs(x, vx)
			r.guardIs(y, vy)
			return cmp == int(objects.OpEq), true
		}
	case objects.IsPlain(vx) && objects.IsPlain(vy):
		h := helperCompare + helperID(cmp)
		v, err := objects.Compare(r.t, vx, vy, objects.CompareOp(cmp))
		if err != nil {
			return false, false
		}
		holds = v == objects.True
		r.b.Emit(equalTo(holds), r.call(h, x, y), r.b.Int(1), other)
		return holds, true
	}
	return false, false
}

// equalTo is the guard that a result is 1, or that it is not.
func equalTo(holds bool) ir.Op {
	if holds {
		return ir.Eq
	}
	return ir.Ne
}

// compareJump records a fused comparison and jump.
func (r *recorder) compareJump(op bytecode.Op, ins bytecode.Instr) {
	f := r.top()
	x, vx := r.read(ins.A()), f.register(ins.A())
	var y ir.Ref
	var vy value
	if op >= bytecode.JumpLtInt {
		vy = objects.InlineInt(int64(ins.SB()))
		y = r.b.Int(int64(ins.SB()))
		op -= bytecode.JumpLtInt - bytecode.JumpLt
	} else {
		y, vy = r.read(ins.B()), f.register(ins.B())
	}
	negate := op >= bytecode.JumpNotLt
	cmp := int(op-bytecode.JumpLt) % 6
	next := r.pc + 1
	// The snapshot is asked for while the guard is made, when the outcome is known from the values.
	var taken bool
	holds, ok := false, false
	holds, ok = r.compareTo(cmp, x, y, vx, vy, func(holds bool) uint16 {
		return r.snapshot(otherWay(next, ins.SC(), holds != negate))
	})
	if !ok {
		r.interpret(ins)
		return
	}
	taken = holds != negate
	if taken {
		r.backwards(ins.SC())
	}
}

// compareTo is compare where the other way's snapshot depends on the outcome.
func (r *recorder) compareTo(cmp int, x, y ir.Ref, vx, vy value, other func(holds bool) uint16) (bool, bool) {
	if !r.comparable(vx, vy, x, y) {
		return false, false
	}
	v, err := objects.Compare(r.t, r.present(x, vx), r.present(y, vy), objects.CompareOp(cmp))
	if err != nil {
		return false, false
	}
	want := v == objects.True
	return r.compare(cmp, x, y, vx, vy, func() uint16 { return other(want) })
}

// present is the value of a constant or of a register.
func (r *recorder) present(ref ir.Ref, v value) value {
	if c, ok := r.b.ConstOf(ref); ok {
		return c
	}
	return v
}

// comparable reports whether comparing two values runs no Python code.
func (r *recorder) comparable(vx, vy value, x, y ir.Ref) bool {
	return objects.IsPlain(r.present(x, vx)) && objects.IsPlain(r.present(y, vy))
}

// simpleTruth is the truth of a value that truth can decide.
func (r *recorder) simpleTruth(ref ir.Ref, v value) bool {
	switch {
	case v.IsInline():
		return v.Inline() != 0
	case v.IsFloat():
		return v.Float() != 0
	case v == objects.True:
		return true
	case v == objects.False, v == objects.None:
		return false
	}
	switch objects.TypeOf(v) {
	case &objects.ListType:
		return objects.As[objects.List](v).Len() > 0
	case &objects.TupleType:
		return objects.As[objects.Tuple](v).Len() > 0
	case &objects.StrType:
		return objects.As[objects.Str](v).Len() > 0
	case &objects.DictType:
		return objects.As[objects.Dict](v).Len() > 0
	}
	return true
}

// truth guards that a value is as true as it is at present; other is the snapshot for the other outcome.
func (r *recorder) truth(ref ir.Ref, v value, other func() uint16) (truth, ok bool) {
	if ref == ir.NoRef {
		return false, false
	}
	v = r.present(ref, v)
	truth = r.simpleTruth(ref, v)
	if _, ok := r.b.ConstOf(ref); ok && (v.IsInline() || v.IsFloat() || v == objects.True || v == objects.False || v == objects.None) {
		return truth, true
	}
	nonzero := func(n ir.Ref) {
		g := ir.Eq
		if truth {
			g = ir.Ne
		}
		r.b.Emit(g, n, r.b.Int(0), other)
	}
	switch {
	case r.rawKind(ref, v) == ir.F64:
		g := ir.FEq
		if truth {
			g = ir.FNe
		}
		r.b.Emit(g, r.number(ref, v), r.b.Float(0), other)
		return truth, true
	case v == objects.True || v == objects.False || v == objects.None:
		// The other outcome is nearly always the other bool, which the interpreter sorts out at the same instruction.
		r.guardIs(ref, v)
		return truth, true
	case r.rawKind(ref, v) == ir.I64:
		nonzero(r.number(ref, v))
		return truth, true
	}
	typ := objects.TypeOf(v)
	var offset uintptr
	class := ir.Immutable
	switch typ {
	case &objects.ListType:
		offset, class = objects.ListLenOffset, ir.ListLen
	case &objects.TupleType:
		offset = objects.TupleLenOffset
	case &objects.StrType:
		offset = objects.StrLenOffset
	case &objects.DictType:
		offset, class = objects.DictUsedOffset, ir.DictLayout
	default:
		if typ.Flags&objects.FlagHeap == 0 || !plainlyTrue(typ) {
			return false, false
		}
		r.object(ref, v)
		r.guardVersion(typ)
		return true, true
	}
	r.object(ref, v)
	nonzero(r.b.Load(ir.I64, ref, offset, class, ir.Width64))
	return truth, true
}

// identical guards that two values are, or are not, the same object, as at present.
func (r *recorder) identical(x, y ir.Ref, vx, vy value, other func() uint16) (same, ok bool) {
	kx, ky := r.b.TypeOf(x), r.b.TypeOf(y)
	if kx != ir.Val || ky != ir.Val {
		switch {
		case kx == ir.I64 && ky == ir.I64 && vx.IsInline() && vy.IsInline():
			return r.compare(int(objects.OpEq), x, y, vx, vy, other)
		case kx == ir.Val && vx.IsObject() && r.b.KnownType(x) != nil, ky == ir.Val && vy.IsObject() && r.b.KnownType(y) != nil:
			r.b.Keep(x)
			r.b.Keep(y)
			return false, true
		}
		x, y = r.b.Box(x), r.b.Box(y)
	}
	same = vx == vy
	g := ir.GuardIsNot
	if same {
		g = ir.GuardIs
	}
	if !r.b.IsConst(y) {
		x, y = y, x
	}
	r.b.Emit(g, x, y, other)
	return same, true
}

// forIter records FOR_ITER.
func (r *recorder) forIter(ins bytecode.Instr) {
	f := r.top()
	v := f.register(ins.A())
	if len(r.frames) == 1 && !r.linear {
		r.loopIter = ins.A()
	}
	next := r.pc + 1
	more := false
	zero := r.b.Int(0)
	if it := r.iters[ins.A()]; it != nil && len(r.frames) == 1 {
		more = objects.As[objects.RangeIterator](v).Remaining > 0
		g := ir.Le
		if more {
			g = ir.Gt
		}
		r.position(ins.A(), it)
		// The instruction is run again where the guard fails: it is cheap, and has no effect before.
		r.b.Emit(g, it.left, zero, r.here)
		if more {
			cur := it.cur
			it.cur = r.b.Emit(ir.Add, cur, it.step, nil)
			it.left = r.b.Emit(ir.Sub, it.left, r.b.Int(1), nil)
			r.write(ins.B(), cur)
			r.backwards(ins.SC())
		}
		return
	}
	if v.IsObject() && objects.TypeOf(v) == &objects.GeneratorType {
		r.resume(ins, objects.As[objects.Generator](v))
		return
	}
	obj := r.read(ins.A())
	switch objects.TypeOf(v) {
	case &objects.RangeIteratorType:
		more = objects.As[objects.RangeIterator](v).Remaining > 0
		g := ir.Le
		if more {
			g = ir.Gt
		}
		r.object(obj, v)
		left := r.b.Load(ir.I64, obj, rangeLeft, ir.Iterator, ir.Width64)
		r.b.Emit(g, left, zero, r.here)
		if more {
			cur := r.b.Load(ir.I64, obj, rangeCur, ir.Iterator, ir.Width64)
			step := r.b.Load(ir.I64, obj, rangeStep, ir.Immutable, ir.Width64)
			r.b.Store(obj, rangeCur, ir.Iterator, r.b.Emit(ir.Add, cur, step, nil))
			r.b.Store(obj, rangeLeft, ir.Iterator, r.b.Emit(ir.Sub, left, r.b.Int(1), nil))
			r.write(ins.B(), cur)
		}
	case &objects.ListIterType:
		li := objects.As[objects.ListIterator](v)
		if li.List == nil || objects.TypeOf(objects.ToValue(li.List)) != &objects.ListType {
			r.fail(AbortType)
			return
		}
		more = li.Index < li.List.Len()
		r.object(obj, v)
		list := r.b.Load(ir.Val, obj, listIterList, ir.Iterator, ir.Width64)
		r.b.Emit(ir.GuardBound, list, ir.NoRef, r.here)
		index := r.b.Load(ir.I64, obj, listIterIndex, ir.Iterator, ir.Width64)
		n := r.b.Load(ir.I64, list, objects.ListLenOffset, ir.ListLen, ir.Width64)
		if !more {
			// The interpreter drops the list.
			r.b.Emit(ir.Ge, index, n, r.here)
			r.interpretExhausted(ins)
			return
		}
		r.b.Emit(ir.Lt, index, n, r.here)
		data := r.b.Load(ir.Addr, list, objects.ListDataOffset, ir.ListData, ir.Width64)
		item := r.b.LoadItem(data, index, ir.ListItems)
		r.b.Store(obj, listIterIndex, ir.Iterator, r.b.Emit(ir.Add, index, r.b.Int(1), nil))
		r.write(ins.B(), item)
	case &objects.TupleIterType:
		ti := objects.As[objects.TupleIterator](v)
		if ti.Tuple == nil {
			r.fail(AbortType)
			return
		}
		more = ti.Index < ti.Tuple.Len()
		r.object(obj, v)
		tuple := r.b.Load(ir.Val, obj, tupIterTuple, ir.Iterator, ir.Width64)
		r.b.Emit(ir.GuardBound, tuple, ir.NoRef, r.here)
		index := r.b.Load(ir.I64, obj, tupIterIndex, ir.Iterator, ir.Width64)
		n := r.b.Load(ir.I64, tuple, objects.TupleLenOffset, ir.Immutable, ir.Width64)
		if !more {
			r.b.Emit(ir.Ge, index, n, r.here)
			r.interpretExhausted(ins)
			return
		}
		r.b.Emit(ir.Lt, index, n, r.here)
		data := r.b.Load(ir.Addr, tuple, objects.TupleDataOffset, ir.Immutable, ir.Width64)
		item := r.b.LoadItem(data, index, ir.Immutable)
		r.b.Store(obj, tupIterIndex, ir.Iterator, r.b.Emit(ir.Add, index, r.b.Int(1), nil))
		r.write(ins.B(), item)
	case &objects.GeneratorType:
		// Resuming a generator within the interpreter's loop is quicker than from here.
		r.fail(AbortGenerator)
		return
	default:
		old := f.regs[ins.B()]
		if objects.PlainIterator(v) {
			item := r.call(helperNext, obj)
			// Whether there was one is known once the interpreter has executed the instruction.
			r.afterJump = func(pc int) {
				if pc == next {
					r.b.Emit(ir.GuardIs, item, r.b.Const(value{}), func() uint16 {
						r.write(ins.B(), item)
						return r.snapshot(next + ins.SC())
					})
					f.regs[ins.B()] = old
					return
				}
				r.b.Emit(ir.GuardBound, item, ir.NoRef, func() uint16 { return r.snapshot(next) })
				r.write(ins.B(), item)
			}
			return
		}
		r.interpret(ins)
		if after := r.afterJump; after != nil {
			r.afterJump = func(pc int) {
				if pc == next {
					f.regs[ins.B()] = old
				}
				after(pc)
			}
		}
		return
	}
	if more {
		r.backwards(ins.SC())
	}
}

// interpretExhausted leaves the end of an iterator to the interpreter: there is no value, and no jump.
func (r *recorder) interpretExhausted(ins bytecode.Instr) {
	f := r.top()
	old := f.regs[ins.B()]
	r.interpret(ins)
	f.regs[ins.B()] = old
}
