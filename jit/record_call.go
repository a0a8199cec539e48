package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Recording of calls: Python functions and classes are followed, some built-in functions have code of their own, and
// everything else is left to the interpreter.

const (
	// maxInline bounds the frames that a trace follows calls into, maxRecursion those of one function.
	maxInline    = 8
	maxRecursion = 2
	// maxInlineInstrs bounds the length of a function that is followed.
	maxInlineInstrs = 400
)

// call emits a call of a helper.
func (r *recorder) call(id helperID, args ...ir.Ref) ir.Ref {
	h := &helpers[id]
	r.helpers++
	snap := ir.NoSnap
	if h.fails {
		snap = r.here()
	}
	ref := r.b.Call(uint32(id), h.result, h.effects, snap, args...)
	if h.pure {
		r.b.Instrs[ref].C = ir.Removable
	}
	return ref
}

// arguments are those of a call: values and present contents.
type arguments struct {
	refs   []ir.Ref
	values []value
	names  *objects.Tuple // of the last ones
}

// recordCall records the call instructions.
func (r *recorder) recordCall(ins bytecode.Instr) {
	f := r.top()
	op := ins.Op().General()
	a := ins.A()
	callee, vc := r.read(a), f.register(a)
	first, n, dst := a+1, ins.B(), ins.C()
	switch op {
	case bytecode.CallMethod, bytecode.CallMethodKw:
		n++
		if f.register(first).IsZero() {
			// Whether there is a self depends on what LOAD_METHOD found, which is guarded where it is known.
			if ref := r.read(first); !r.b.IsConst(ref) {
				r.b.Emit(ir.GuardIs, ref, r.b.Const(value{}), r.here)
			}
			first++
			n--
		} else if ref := r.read(first); r.b.TypeOf(ref) == ir.Val {
			r.b.Emit(ir.GuardBound, ref, ir.NoRef, r.here)
		} else {
			r.b.Keep(ref)
		}
	}
	args := arguments{refs: r.window(first, n)}
	for i := range n {
		args.values = append(args.values, f.register(first+i))
	}
	if op == bytecode.CallKw || op == bytecode.CallMethodKw {
		args.names = objects.As[objects.Tuple](f.code.Consts[ins.C()])
		dst = a
	}
	if r.b.TypeOf(callee) != ir.Val || !vc.IsObject() {
		r.interpret(ins)
		return
	}
	switch objects.TypeOf(vc) {
	case &objects.FunctionType:
		if r.callFunction(objects.As[objects.Function](vc), callee, args, dst, ir.NoRef) {
			return
		}
	case &objects.MethodType:
		m := objects.As[objects.Method](vc)
		if objects.Is(m.Func, &objects.FunctionType) {
			r.object(callee, vc)
			fn := r.b.Load(ir.Val, callee, objects.MethodFuncOffset, ir.Immutable, ir.Width64)
			self := r.b.Load(ir.Val, callee, objects.MethodSelfOffset, ir.Immutable, ir.Width64)
			args.refs = append([]ir.Ref{self}, args.refs...)
			args.values = append([]value{m.Self}, args.values...)
			if r.callFunction(objects.As[objects.Function](m.Func), fn, args, dst, ir.NoRef) {
				return
			}
		}
	case &objects.BuiltinType, &objects.MethodDescrType:
		if args.names == nil {
			if ref := r.builtin(vc, callee, args); ref != ir.NoRef {
				r.write(dst, ref)
				return
			}
		}
	default:
		if typ, ok := objects.TypeFrom(vc); ok {
			if args.names == nil {
				if ref := r.convertType(typ, vc, callee, args); ref != ir.NoRef {
					r.write(dst, ref)
					return
				}
			}
			if r.callClass(typ, callee, args, dst) {
				return
			}
		}
	}
	if r.abort == NoAbort && args.names == nil && r.callPlain(vc, callee, args, dst) {
		return
	}
	if r.abort == NoAbort {
		r.interpret(ins)
	}
}

// inlinable reports whether a call of a function with n positional arguments can be followed.
func (r *recorder) inlinable(fn *objects.Function, n int) bool {
	c := fn.Code.Loaded()
	if c.Flags&notFollowed != 0 || c.Flags&objects.CoOptimized == 0 || c.KwOnlyArgCount > 0 || len(c.Instrs) > maxInlineInstrs ||
		len(r.frames) > maxInline || r.c.noInline[c] || r.c.info(c).loops || n > c.ArgCount {
		return false
	}
	same := 0
	for _, f := range r.frames {
		if f.code == c {
			same++
		}
	}
	if r.linear && same > 0 {
		// The function's own trace is what comes next.
		return false
	}
	return same < maxRecursion && r.t.Depth+2*maxInline < r.t.RecursionLimit
}

// callFunction follows the call of a Python function and reports whether it could. self is the new instance where the
// function is the __init__ of a class that is called.
func (r *recorder) callFunction(fn *objects.Function, callee ir.Ref, args arguments, dst int, self ir.Ref) bool {
	n := len(args.refs) - args.names.Len()
	inline := r.inlinable(fn, n)
	if !inline && (self != ir.NoRef || !r.linkable(fn, n)) {
		return false
	}
	if !inline && !r.linear && r.from == nil {
		// A loop would not come back to its head.
		r.fail(AbortCall)
		return true
	}
	bound, ok := bindStatic(fn, args)
	if !ok {
		return false
	}
	ref := r.guardFunction(fn, callee)
	full := make([]ir.Ref, len(bound))
	for i, b := range bound {
		if b >= 0 {
			full[i] = args.refs[b]
		} else {
			full[i] = r.b.Const(fn.Defaults.Item(-b - 1))
		}
	}
	if !inline {
		r.callLinked(fn, ref, full, dst)
		return true
	}
	r.enter(fn, ref, full, dst)
	if self != ir.NoRef {
		r.entering.init, r.entering.self = true, self
	}
	return true
}

// guardFunction makes sure that the called function is the present one, or, for a closure that a program makes again and
// again, one with the same code and namespace.
func (r *recorder) guardFunction(fn *objects.Function, callee ir.Ref) ir.Ref {
	ref := callee
	if r.b.IsConst(callee) || len(fn.Code.FreeVars) == 0 {
		ref = r.guardIs(callee, objects.ToValue(fn))
	} else {
		r.b.GuardType(ref, &objects.FunctionType, r.here)
		r.b.GuardWord(ref, unsafe.Offsetof(fn.Globals), ir.TypeVersion, ir.Address("globals", unsafe.Pointer(fn.Globals)), r.here)
		r.b.GuardWord(ref, unsafe.Offsetof(fn.Builtins), ir.TypeVersion, ir.Address("builtins", unsafe.Pointer(fn.Builtins)), r.here)
	}
	r.b.GuardWord(ref, objects.FunctionCodeOffset, ir.TypeVersion, ir.Address("code", unsafe.Pointer(fn.Code)), r.here)
	if fn.Defaults != nil {
		r.b.GuardWord(ref, objects.FunctionDefaultsOffset, ir.TypeVersion, ir.Address("defaults", unsafe.Pointer(fn.Defaults)), r.here)
	}
	return ref
}

// bindStatic binds arguments to parameters as far as that does not depend on their values: for each parameter the
// argument's index, or -1-i for default i.
func bindStatic(fn *objects.Function, args arguments) ([]int, bool) {
	c := fn.Code
	const unset = 1 << 30
	bound := make([]int, c.ArgCount)
	nkw := args.names.Len()
	npos := len(args.refs) - nkw
	for i := range bound {
		bound[i] = unset
		if i < npos {
			bound[i] = i
		}
	}
keywords:
	for i := range nkw {
		name := objects.As[objects.Str](args.names.Item(i))
		for j := c.PosOnlyArgCount; j < c.ArgCount; j++ {
			if c.VarNames[j].Equal(name) {
				if bound[j] != unset {
					return nil, false
				}
				bound[j] = npos + i
				continue keywords
			}
		}
		return nil, false
	}
	m := c.ArgCount - fn.Defaults.Len()
	for i := range bound {
		if bound[i] == unset {
			if i < m {
				return nil, false
			}
			bound[i] = -1 - (i - m)
		}
	}
	return bound, true
}

// enter makes the frame of a function that the interpreter is about to enter.
func (r *recorder) enter(fn *objects.Function, ref ir.Ref, args []ir.Ref, dst int) {
	r.inlined++
	r.top().pc = r.pc + 1
	r.entering = r.calleeFrame(fn, ref, args, dst)
}

// calleeFrame is the frame of a function before its first instruction.
func (r *recorder) calleeFrame(fn *objects.Function, ref ir.Ref, args []ir.Ref, dst int) *frame {
	f := r.newFrame(nil, fn.Code)
	f.fn, f.dst, f.self = ref, dst, ir.NoRef
	copy(f.regs, args)
	zero := r.b.Const(value{})
	for i := len(args); i < len(fn.Code.VarNames); i++ {
		f.regs[i] = zero
	}
	at := len(fn.Code.VarNames) + len(fn.Code.CellVars)
	if n := len(fn.Code.FreeVars); n > 0 && r.b.IsConst(ref) {
		for i := range n {
			f.regs[at+i] = r.b.Const(fn.Closure.Item(i))
		}
	} else if n > 0 {
		closure := r.b.Load(ir.Val, ref, unsafe.Offsetof(fn.Closure), ir.Immutable, ir.Width64)
		cells := r.b.Load(ir.Addr, closure, objects.TupleDataOffset, ir.Immutable, ir.Width64)
		for i := range n {
			f.regs[at+i] = r.b.LoadItem(cells, r.b.Int(int64(i)), ir.Immutable)
		}
	}
	return f
}

// callClass follows the call of a class whose instances are plain: a new instance, and its __init__ if that is a Python
// function.
func (r *recorder) callClass(typ *objects.Type, callee ir.Ref, args arguments, dst int) bool {
	if typ.Flags&(objects.FlagHeap|objects.FlagDefaultNew|objects.FlagAbstract|objects.FlagHasDel) != objects.FlagHeap|objects.FlagDefaultNew ||
		objects.TypeOf(objects.ToValue(typ)) != &objects.TypeType || !typ.PlainInstances() {
		return false
	}
	init := typ.Lookup(nameInit)
	if !objects.Is(init, &objects.FunctionType) {
		return false
	}
	fn := objects.As[objects.Function](init)
	full := arguments{refs: append([]ir.Ref{ir.NoRef}, args.refs...), values: append([]value{{}}, args.values...), names: args.names}
	if !r.inlinable(fn, len(full.refs)-args.names.Len()) {
		return false
	}
	if _, ok := bindStatic(fn, full); !ok {
		return false
	}
	class := r.guardIs(callee, objects.ToValue(typ))
	r.guardVersion(typ)
	self := r.call(helperInstance, class)
	r.b.SetType(self, typ)
	full.refs[0] = self
	return r.callFunction(fn, r.b.Const(init), full, dst, self)
}

// leave records the return of a value from the innermost frame.
func (r *recorder) leave(ref ir.Ref) {
	if len(r.frames) == 1 {
		if r.frames[0].rec.Gen != nil {
			r.endGenerator()
			return
		}
		r.returns(ref)
		return
	}
	f := r.top()
	r.frames = r.frames[:len(r.frames)-1]
	if f.operator {
		if r.b.TypeOf(ref) == ir.Val {
			if v, ok := r.b.ConstOf(ref); ok && v == objects.NotImplemented {
				r.fail(AbortType)
				return
			} else if !ok && r.b.KnownType(ref) == nil {
				r.frames = append(r.frames, f)
				r.b.Emit(ir.GuardIsNot, ref, r.b.Const(objects.NotImplemented), r.here)
				r.frames = r.frames[:len(r.frames)-1]
			}
		}
	}
	if f.init {
		if v, ok := r.b.ConstOf(ref); !ok || v != objects.None {
			r.fail(AbortType)
			return
		}
		ref = f.self
	}
	r.write(f.dst, ref)
}

// callPlain records the call of a built-in function, method or type with arguments that keep it from running Python code.
func (r *recorder) callPlain(vc value, callee ir.Ref, args arguments, dst int) bool {
	if len(args.refs) >= maxHelperArgs {
		return false
	}
	all := []ir.Ref{callee}
	values := make([]value, len(args.refs))
	for i, x := range args.refs {
		all = append(all, x)
		values[i] = r.present(x, args.values[i])
	}
	if !objects.PlainCall(vc, values) {
		return false
	}
	h := helperCall
	if objects.Is(vc, &objects.MethodDescrType) {
		switch objects.As[objects.MethodDescr](vc).Owner {
		case &objects.ListType:
			h = helperCallList
		case &objects.DictType:
			h = helperCallDict
		case &objects.ByteArrayType:
			h = helperCallBytes
		}
	}
	all[0] = r.guardIs(callee, vc)
	r.write(dst, r.call(h, all...))
	return true
}

// builtin records the call of a built-in function or method that has code here; NoRef where it has none.
func (r *recorder) builtin(vc value, callee ir.Ref, args arguments) ir.Ref {
	rec := r.c.builtins[vc]
	if rec == nil {
		// Modules may be imported after the start: their functions are known by name.
		if module, name := objects.NativeFunction(vc); module == "math" {
			rec = mathRecorder(name)
		}
	}
	if rec == nil {
		return ir.NoRef
	}
	r.guardIs(callee, vc)
	return rec(r, args)
}

// builtinRecorder records the call of one built-in function; it returns NoRef, without having emitted any effect, where
// the arguments are not of a kind that it has code for.
type builtinRecorder func(r *recorder, args arguments) ir.Ref

// findBuiltins looks the functions up that have recorders.
func (c *compiler) findBuiltins(builtins *objects.Dict) {
	c.builtins = map[value]builtinRecorder{}
	for name, rec := range map[string]builtinRecorder{"len": recordLen, "abs": recordAbs, "min": recordMin, "max": recordMax,
		"isinstance": recordIsInstance, "ord": recordOrd, "chr": recordChr} {
		if v := builtins.GetStr(objects.Intern(name)); !v.IsZero() {
			c.builtins[v] = rec
		}
	}
	for _, m := range []struct {
		typ  *objects.Type
		name string
		rec  builtinRecorder
	}{{&objects.ListType, "append", recordAppend}, {&objects.DictType, "get", recordDictGet}, {&objects.ListType, "pop", recordPop}} {
		c.builtins[m.typ.Lookup(objects.Intern(m.name))] = m.rec
	}
}

func recordLen(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 1 || !args.values[0].IsObject() {
		return ir.NoRef
	}
	x, v := args.refs[0], args.values[0]
	var offset uintptr
	class := ir.Immutable
	switch objects.TypeOf(v) {
	case &objects.ListType:
		offset, class = objects.ListLenOffset, ir.ListLen
	case &objects.TupleType:
		offset = objects.TupleLenOffset
	case &objects.StrType:
		offset = objects.StrLenOffset
	case &objects.DictType:
		offset, class = objects.DictUsedOffset, ir.DictLayout
	default:
		return ir.NoRef
	}
	r.object(x, v)
	return r.b.Load(ir.I64, x, offset, class, ir.Width64)
}

func recordAbs(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 1 {
		return ir.NoRef
	}
	x, v := args.refs[0], args.values[0]
	switch r.rawKind(x, v) {
	case ir.F64:
		return r.b.Emit(ir.FAbs, r.number(x, v), ir.NoRef, nil)
	case ir.I64:
		i, ok := r.int64Of(x, v)
		if !ok || v == objects.True || v == objects.False {
			return ir.NoRef
		}
		n := r.number(x, v)
		if i >= 0 {
			r.b.Emit(ir.Ge, n, r.b.Int(0), r.here)
			return n
		}
		r.b.Emit(ir.Lt, n, r.b.Int(0), r.here)
		return r.b.Emit(ir.SubOv, r.b.Int(0), n, r.here)
	}
	return ir.NoRef
}

// mathRecorder returns the recorder of a function of the module math.
func mathRecorder(name string) builtinRecorder {
	switch name {
	case "sqrt":
		return recordSqrt
	case "fabs":
		return recordFabs
	}
	return nil
}

// mathArgument is the only argument of a mathematical function as a float.
func (r *recorder) mathArgument(args arguments) ir.Ref {
	if len(args.refs) != 1 || r.rawKind(args.refs[0], args.values[0]) == ir.Void || !exactFloat(args.values[0]) {
		return ir.NoRef
	}
	return r.float(args.refs[0], args.values[0])
}

func recordSqrt(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 1 || !(toFloat(args.values[0]) >= 0) {
		return ir.NoRef
	}
	x := r.mathArgument(args)
	if x == ir.NoRef {
		return x
	}
	r.b.Emit(ir.FGe, x, r.b.Float(0), r.here)
	return r.b.Emit(ir.FSqrt, x, ir.NoRef, nil)
}

func recordFabs(r *recorder, args arguments) ir.Ref {
	x := r.mathArgument(args)
	if x == ir.NoRef {
		return x
	}
	return r.b.Emit(ir.FAbs, x, ir.NoRef, nil)
}

func recordMin(r *recorder, args arguments) ir.Ref { return r.extreme(args, objects.OpLt) }
func recordMax(r *recorder, args arguments) ir.Ref { return r.extreme(args, objects.OpGt) }

// extreme is min or max of two numbers: the second where it compares better than the first.
func (r *recorder) extreme(args arguments, op objects.CompareOp) ir.Ref {
	if len(args.refs) != 2 || r.rawKind(args.refs[0], args.values[0]) == ir.Void || r.rawKind(args.refs[1], args.values[1]) == ir.Void {
		return ir.NoRef
	}
	second, ok := r.compare(int(op), args.refs[1], args.refs[0], args.values[1], args.values[0], r.here)
	if !ok {
		return ir.NoRef
	}
	if second {
		return args.refs[1]
	}
	return args.refs[0]
}

func recordIsInstance(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 2 {
		return ir.NoRef
	}
	cls, ok := r.b.ConstOf(args.refs[1])
	if !ok {
		return ir.NoRef
	}
	typ, ok := objects.TypeFrom(cls)
	if !ok || objects.TypeOf(cls) != &objects.TypeType {
		return ir.NoRef
	}
	x, v := args.refs[0], args.values[0]
	var vt *objects.Type
	switch r.b.TypeOf(x) {
	case ir.I64:
		vt = &objects.IntType
		r.b.Keep(x)
	case ir.F64:
		vt = &objects.FloatType
		r.b.Keep(x)
	default:
		vt = objects.TypeOf(v)
		switch {
		case v.IsInline(), v.IsFloat():
			r.number(x, v)
		default:
			r.object(x, v)
			if vt.Flags&objects.FlagHeap != 0 {
				// __class__ may be a property of the object's class.
				if vt.Flags&objects.FlagDefaultGetAttr == 0 {
					return ir.NoRef
				}
				r.guardVersion(vt)
			}
		}
	}
	return r.b.Const(objects.Bool(vt == typ || vt.IsSubtype(typ)))
}

func recordOrd(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 1 || !objects.Is(args.values[0], &objects.StrType) {
		return ir.NoRef
	}
	return r.call(helperOrd, args.refs[0])
}

func recordChr(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 1 || !args.values[0].IsInline() {
		return ir.NoRef
	}
	s := r.call(helperChr, args.refs[0])
	r.b.SetType(s, &objects.StrType)
	return s
}

func recordAppend(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 2 || !objects.Is(args.values[0], &objects.ListType) {
		return ir.NoRef
	}
	r.object(args.refs[0], args.values[0])
	r.call(helperAppend, args.refs...)
	return r.b.Const(objects.None)
}

func recordPop(r *recorder, args arguments) ir.Ref {
	if len(args.refs) != 1 || !objects.Is(args.values[0], &objects.ListType) || objects.As[objects.List](args.values[0]).Len() == 0 {
		return ir.NoRef
	}
	r.object(args.refs[0], args.values[0])
	return r.call(helperPop, args.refs[0])
}

func recordDictGet(r *recorder, args arguments) ir.Ref {
	if len(args.refs) < 2 || len(args.refs) > 3 || !objects.Is(args.values[0], &objects.DictType) ||
		!objects.As[objects.Dict](args.values[0]).Plain(r.present(args.refs[1], args.values[1])) {
		return ir.NoRef
	}
	v, ok := objects.As[objects.Dict](args.values[0]).GetNoCall(r.t, r.present(args.refs[1], args.values[1]))
	if !ok {
		return ir.NoRef
	}
	found := !v.IsZero()
	r.object(args.refs[0], args.values[0])
	item := r.call(helperDictGet, args.refs[0], args.refs[1])
	if found {
		r.b.Emit(ir.GuardBound, item, ir.NoRef, r.here)
		return item
	}
	r.b.Emit(ir.GuardIs, item, r.b.Const(value{}), r.here)
	if len(args.refs) == 3 {
		return args.refs[2]
	}
	return r.b.Const(objects.None)
}

// convertType records the call of a built-in type.
func (r *recorder) convertType(typ *objects.Type, vc value, callee ir.Ref, args arguments) ir.Ref {
	switch typ {
	case &objects.RangeType:
		if len(args.refs) < 1 || len(args.refs) > 3 {
			return ir.NoRef
		}
		var p [3]ir.Ref
		for i, x := range args.refs {
			v := args.values[i]
			n, ok := r.int64Of(x, v)
			if r.rawKind(x, v) != ir.I64 || !ok || n < -1<<48 || n > 1<<48 {
				return ir.NoRef
			}
			p[i] = r.number(x, v)
			if r.b.Instrs[p[i]].Op != ir.UnboxInt {
				r.b.Emit(ir.Ge, p[i], r.b.Int(-1<<48), r.here)
				r.b.Emit(ir.Le, p[i], r.b.Int(1<<48), r.here)
			}
		}
		switch len(args.refs) {
		case 1:
			p = [3]ir.Ref{r.b.Int(0), p[0], r.b.Int(1)}
		case 2:
			p[2] = r.b.Int(1)
		case 3:
			if n, _ := r.int64Of(args.refs[2], args.values[2]); n == 0 {
				return ir.NoRef
			}
			r.b.Emit(ir.Ne, p[2], r.b.Int(0), r.here)
		}
		r.guardIs(callee, vc)
		ref := r.call(helperRange, p[0], p[1], p[2])
		r.b.SetType(ref, &objects.RangeType)
		r.ranges[ref] = p
		return ref
	case &objects.FloatType:
		if len(args.refs) != 1 || r.rawKind(args.refs[0], args.values[0]) == ir.Void || !exactFloat(args.values[0]) {
			return ir.NoRef
		}
		r.guardIs(callee, vc)
		return r.float(args.refs[0], args.values[0])
	case &objects.IntType:
		if len(args.refs) != 1 {
			return ir.NoRef
		}
		x, v := args.refs[0], args.values[0]
		switch r.rawKind(x, v) {
		case ir.I64:
			r.guardIs(callee, vc)
			return r.number(x, v)
		case ir.F64:
			if f := v.Float(); !(f > -1<<62 && f < 1<<62) {
				return ir.NoRef
			}
			r.guardIs(callee, vc)
			return r.b.Emit(ir.FloatToInt, r.number(x, v), ir.NoRef, r.here)
		}
	case &objects.BoolType:
		if len(args.refs) != 1 {
			return ir.NoRef
		}
		if truth, ok := r.truth(args.refs[0], args.values[0], r.here); ok {
			r.guardIs(callee, vc)
			return r.b.Const(objects.Bool(truth))
		}
	}
	return ir.NoRef
}

// contains records `x in c` for containers that ask no Python code; NoRef where it cannot.
func (r *recorder) contains(x, c ir.Ref, vx, vc value) (in, ok bool) {
	if r.b.TypeOf(c) != ir.Val || !vc.IsObject() {
		return false, false
	}
	vx = r.present(x, vx)
	var ref ir.Ref
	switch objects.TypeOf(vc) {
	case &objects.DictType:
		v, ok := objects.As[objects.Dict](vc).GetNoCall(r.t, vx)
		if !ok {
			return false, false
		}
		in = !v.IsZero()
		r.object(c, vc)
		ref = r.call(helperDictHas, c, x)
	case &objects.SetType, &objects.FrozensetType:
		s := objects.As[objects.Set](vc)
		if !s.Plain(vx) {
			return false, false
		}
		in, _ = s.Contains(r.t, vx)
		r.object(c, vc)
		ref = r.call(helperSetHas, c, x)
	case &objects.StrType:
		if !objects.Is(vx, &objects.StrType) {
			return false, false
		}
		in, _ = objects.Contains(r.t, vc, vx)
		r.object(c, vc)
		r.object(x, vx)
		ref = r.call(helperStrHas, c, x)
	default:
		return false, false
	}
	r.b.Emit(equalTo(in), ref, r.b.Int(1), r.here)
	return in, true
}
