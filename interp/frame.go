package interp

import (
	"errors"
	"unsafe"

	"github.com/adder-lang/adder/objects"
)

// pushFromGenerator pushes the frame of a function whose parameters are exactly the n arguments at args for a generator that
// calls it: its registers are its own, so that the arguments are copied to the thread's. It returns nil where the caller is
// no generator or a limit is reached.
func pushFromGenerator(t *objects.Thread, caller *objects.Record, fn *objects.Function, args *value, n int) *objects.Record {
	c := fn.Code
	top := t.TopIndex()
	if caller.Flags&objects.RecGen == 0 || t.Depth >= t.RecursionLimit || top+c.NRegs > objects.ChunkRegisters {
		return nil
	}
	p, _ := t.Reserve(c.NRegs)
	copy(unsafe.Slice(p, n), unsafe.Slice(args, n))
	clear(unsafe.Slice(p, len(c.VarNames))[n:])
	if len(c.FreeVars) > 0 {
		copy(window(unsafe.Pointer(p), len(c.VarNames)+len(c.CellVars), len(c.FreeVars)), fn.Closure.Items())
	}
	t.Depth++
	r := t.Push()
	r.Code, r.Fn, r.Base = c, fn, unsafe.Pointer(p)
	r.PC = 0
	r.Top = int32(top)
	return r
}

// pushFunction pushes the frame of any Python function, binding arguments as the language reference (6.3.4) says. args
// may be part of the caller's registers.
func pushFunction(t *objects.Thread, fn *objects.Function, args []value, kw *objects.Tuple) (*objects.Record, error) {
	c := fn.Code.Loaded()
	if t.Depth >= t.RecursionLimit {
		return nil, t.RecursionError("")
	}
	mark := t.Mark()
	top := t.TopIndex()
	p, _ := t.Reserve(c.NRegs)
	base := unsafe.Pointer(p)
	locals := unsafe.Slice(p, c.NRegs)
	if kw.Len() == 0 && len(args) == c.ArgCount && c.Simple {
		copy(locals, args)
		clear(locals[len(args):len(c.VarNames)])
	} else if err := bind(t, fn, locals, args, kw); err != nil {
		t.Release(mark)
		return nil, err
	}
	if len(c.FreeVars) > 0 {
		copy(locals[len(c.VarNames)+len(c.CellVars):], fn.Closure.Items())
	}
	t.Depth++
	r := t.Push()
	r.Code, r.Fn, r.Base = c, fn, base
	r.PC = 0
	r.Top = int32(top)
	if t.ChunkChanged(mark) {
		r.SetMark(mark)
	}
	return r, nil
}

// pushWithSelf pushes the frame of a Python function that is called with self before args.
func pushWithSelf(t *objects.Thread, fn *objects.Function, self value, args []value, kw *objects.Tuple) (*objects.Record, error) {
	c := fn.Code
	mark := t.Mark()
	if kw != nil || !c.Simple || len(args)+1 != c.ArgCount || t.Depth >= t.RecursionLimit {
		p, _ := t.Reserve(len(args) + 1)
		all := unsafe.Slice(p, len(args)+1)
		all[0] = self
		copy(all[1:], args)
		r, err := pushFunction(t, fn, all, kw)
		if err != nil {
			t.Release(mark)
			return nil, err
		}
		// The copied arguments lie below the frame; returning frees both.
		r.Top = int32(mark.Index())
		if t.ChunkChanged(mark) {
			r.SetMark(mark)
		}
		return r, nil
	}
	// The common case copies the arguments once.
	p, _ := t.Reserve(c.NRegs)
	locals := unsafe.Slice(p, c.NRegs)
	locals[0] = self
	copy(locals[1:], args)
	clear(locals[c.ArgCount:len(c.VarNames)])
	if len(c.FreeVars) > 0 {
		copy(locals[len(c.VarNames)+len(c.CellVars):], fn.Closure.Items())
	}
	t.Depth++
	r := t.Push()
	r.Code, r.Fn, r.Base = c, fn, unsafe.Pointer(p)
	r.PC = 0
	r.Top = int32(mark.Index())
	if t.ChunkChanged(mark) {
		r.SetMark(mark)
	}
	return r, nil
}

// bind stores the arguments of a call into the parameters.
func bind(t *objects.Thread, fn *objects.Function, locals, args []value, kw *objects.Tuple) error {
	c := fn.Code
	clear(locals[:len(c.VarNames)])
	nkw := kw.Len()
	npos := len(args) - nkw
	n := min(npos, c.ArgCount)
	copy(locals, args[:n])
	slot := c.ArgCount + c.KwOnlyArgCount
	if c.Flags&objects.CoVarArgs != 0 {
		locals[slot] = objects.ToValue(objects.NewTuple(args[n:npos]...))
		slot++
	}
	var extra *objects.Dict
	if c.Flags&objects.CoVarKeywords != 0 {
		extra = objects.NewDict()
		locals[slot] = objects.ToValue(extra)
	}
	if nkw > 0 {
		params := c.VarNames[:c.ArgCount+c.KwOnlyArgCount]
		var posOnlyNames []string
	keywords:
		for i := range nkw {
			name := objects.As[objects.Str](kw.Item(i))
			for j := c.PosOnlyArgCount; j < len(params); j++ {
				if params[j] == name || params[j].Equal(name) {
					if !locals[j].IsZero() {
						return objects.TypeErrorf("%s() got multiple values for argument '%s'", fn.QualName(), name)
					}
					locals[j] = args[npos+i]
					continue keywords
				}
			}
			if extra != nil {
				extra.SetStr(name, args[npos+i])
				continue
			}
			for j := range c.PosOnlyArgCount {
				if params[j].Equal(name) {
					posOnlyNames = append(posOnlyNames, name.String())
					continue keywords
				}
			}
			if posOnlyNames == nil {
				return unexpectedKeyword(fn, name, kw)
			}
		}
		if posOnlyNames != nil {
			return objects.TypeErrorf("%s() got some positional-only arguments passed as keyword arguments: '%s'", fn.QualName(),
				joinNames(posOnlyNames))
		}
	}
	if npos > c.ArgCount && c.Flags&objects.CoVarArgs == 0 {
		return tooManyPositional(fn, npos, locals)
	}
	if n < c.ArgCount {
		defaults := fn.Defaults.Items()
		m := c.ArgCount - len(defaults)
		for i := n; i < m; i++ {
			if locals[i].IsZero() {
				return missingArguments(fn, locals, n, m, "positional")
			}
		}
		for i := max(n, m); i < c.ArgCount; i++ {
			if locals[i].IsZero() {
				locals[i] = defaults[i-m]
			}
		}
	}
	if c.KwOnlyArgCount > 0 {
		missing := false
		for i := c.ArgCount; i < c.ArgCount+c.KwOnlyArgCount; i++ {
			if locals[i].IsZero() {
				if fn.KwDefaults() != nil {
					if v := fn.KwDefaults().GetStr(c.VarNames[i]); !v.IsZero() {
						locals[i] = v
						continue
					}
				}
				missing = true
			}
		}
		if missing {
			return missingArguments(fn, locals, c.ArgCount, c.ArgCount+c.KwOnlyArgCount, "keyword-only")
		}
	}
	return nil
}

func joinNames(names []string) string {
	s := names[0]
	for _, n := range names[1:] {
		s += ", " + n
	}
	return s
}

func unexpectedKeyword(fn *objects.Function, name *objects.Str, kw *objects.Tuple) error {
	c := fn.Code
	var candidates []*objects.Str
	candidates = append(candidates, c.VarNames[c.PosOnlyArgCount:c.ArgCount+c.KwOnlyArgCount]...)
	if s := objects.Suggest(name, candidates); s != nil {
		return objects.TypeErrorf("%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", fn.QualName(), name, s)
	}
	return objects.TypeErrorf("%s() got an unexpected keyword argument '%s'", fn.QualName(), name)
}

func tooManyPositional(fn *objects.Function, given int, locals []value) error {
	c := fn.Code
	kwGiven := 0
	for i := c.ArgCount; i < c.ArgCount+c.KwOnlyArgCount; i++ {
		if !locals[i].IsZero() {
			kwGiven++
		}
	}
	takes := itoa(c.ArgCount)
	many := c.ArgCount != 1
	if d := fn.Defaults.Len(); d > 0 {
		takes = "from " + itoa(c.ArgCount-d) + " to " + takes
		many = true
	}
	s := ""
	if many {
		s = "s"
	}
	kw := ""
	if kwGiven > 0 {
		kw = " positional argument" + pluralS(given) + " (and " + itoa(kwGiven) + " keyword-only argument" + pluralS(kwGiven) + ")"
	}
	was := "were"
	if given == 1 && kwGiven == 0 {
		was = "was"
	}
	return objects.TypeErrorf("%s() takes %s positional argument%s but %s%s %s given", fn.QualName(), takes, s, itoa(given), kw, was)
}

func pluralS(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func missingArguments(fn *objects.Function, locals []value, from, to int, kind string) error {
	var names []string
	for i := from; i < to; i++ {
		if locals[i].IsZero() {
			if kind == "keyword-only" && fn.KwDefaults() != nil && fn.KwDefaults().HasStr(fn.Code.VarNames[i]) {
				continue
			}
			names = append(names, "'"+fn.Code.VarNames[i].String()+"'")
		}
	}
	var list string
	switch n := len(names); n {
	case 1:
		list = names[0]
	case 2:
		list = names[0] + " and " + names[1]
	default:
		list = joinNames(names[:n-1]) + ", and " + names[n-1]
	}
	return objects.TypeErrorf("%s() missing %s required %s argument%s: %s", fn.QualName(), itoa(len(names)), kind, pluralS(len(names)), list)
}

// call calls anything. Where it is a Python function or a class with a Python __init__, it pushes the frame and returns
// its record, so that the loop goes on without recursion; dst receives the result then.
func call(t *objects.Thread, rec *objects.Record, callee value, args []value, kw *objects.Tuple, dst int) (value, *objects.Record, error) {
	if callee.IsObject() {
		switch typ := objects.TypeOf(callee); typ {
		case &objects.FunctionType:
			r, err := pushFunction(t, objects.As[objects.Function](callee), args, kw)
			if err != nil {
				return value{}, nil, err
			}
			r.Dst = uint16(dst)
			return value{}, r, nil
		case &objects.MethodType:
			m := objects.As[objects.Method](callee)
			if objects.Is(m.Func, &objects.FunctionType) && len(args) < 1000 {
				r, err := pushWithSelf(t, objects.As[objects.Function](m.Func), m.Self, args, kw)
				if err != nil {
					return value{}, nil, err
				}
				r.Dst = uint16(dst)
				return value{}, r, nil
			}
		case &objects.MethodDescrType:
			d := objects.As[objects.MethodDescr](callee)
			if kw == nil && len(args) > 0 && objects.TypeOf(args[0]) == d.Owner && t.ProfileFunc.IsZero() {
				if v, ok, err := d.Def.CallPositional(t, args[0], args[1:]); ok {
					if d.Def.Consumes && len(args) == 2 {
						consumed(rec.Code, rec.PC, args[1])
					}
					return called(t, v, err)
				}
			}
		case &objects.BuiltinType:
			b := objects.As[objects.Builtin](callee)
			if kw == nil && t.ProfileFunc.IsZero() {
				if v, ok, err := b.Def.CallPositional(t, b.Self, args); ok {
					if b.Def.Consumes && len(args) == 1 {
						consumed(rec.Code, rec.PC, args[0])
					}
					return called(t, v, err)
				}
			}
		case &objects.TypeType:
			cls := objects.As[objects.Type](callee)
			if convert := cls.Convert; convert != nil && len(args) == 1 && kw == nil && t.ProfileFunc.IsZero() && cls.Flags&objects.FlagReady != 0 {
				v, err := convert(t, args[0])
				if cls.Consumes {
					consumed(rec.Code, rec.PC, args[0])
				}
				return called(t, v, err)
			}
			if v, r, ok, err := callClass(t, objects.As[objects.Type](callee), args, kw, dst); ok {
				return v, r, err
			}
		}
	}
	if !t.ProfileFunc.IsZero() {
		v, err := callProfiled(t, rec, callee, args, kw)
		if err == nil {
			err = errRecheck
		}
		return v, nil, err
	}
	v, err := objects.Call(t, callee, args, kw)
	return called(t, v, err)
}

// called is the end of a call of Go code.
func called(t *objects.Thread, v value, err error) (value, *objects.Record, error) {
	if err == nil && wantHooks(t) {
		// The call may have been of sys.settrace: the loop looks which of the two it has to be.
		err = errRecheck
	}
	return v, nil, err
}

// callClass makes an instance of a class whose __new__ is object's and whose __init__ is a Python function: the frame of
// __init__ is pushed with the new instance as self. ok is false where the class is not of that kind.
func callClass(t *objects.Thread, typ *objects.Type, args []value, kw *objects.Tuple, dst int) (v value, r *objects.Record, ok bool, err error) {
	if typ.Flags&(objects.FlagHeap|objects.FlagDefaultNew|objects.FlagAbstract) != objects.FlagHeap|objects.FlagDefaultNew || len(args) > 1000 {
		return value{}, nil, false, nil
	}
	init := typ.Lookup(strInit)
	if !objects.Is(init, &objects.FunctionType) {
		return value{}, nil, false, nil
	}
	self := typ.NewInstance()
	if r, err = pushWithSelf(t, objects.As[objects.Function](init), self, args, kw); err != nil {
		return value{}, nil, true, err
	}
	r.Flags |= objects.RecInit
	r.Self = self
	r.Dst = uint16(dst)
	return value{}, r, true, nil
}

// callEx is a call with a sequence of positional arguments in w[1] and, with keywords, a dict in w[2].
func callEx(t *objects.Thread, rec *objects.Record, w []value, keywords bool, dst int) (value, *objects.Record, error) {
	callee := w[0]
	var pos []value
	if tp, ok := objects.TupleOf(w[1]); ok {
		pos = tp.Items()
	} else {
		seq := objects.NewList()
		if err := extendArgs(t, callee, seq, w[1]); err != nil {
			return value{}, nil, err
		}
		pos = seq.Items()
	}
	if !keywords {
		return call(t, rec, callee, pos, nil, dst)
	}
	d := objects.As[objects.Dict](w[2])
	if d.Len() == 0 {
		return call(t, rec, callee, pos, nil, dst)
	}
	kw := objects.MakeTuple(d.Len())
	names := kw.Items()
	// The arguments lie in the register memory: below the frame where one is pushed, whose return frees both.
	mark := t.Mark()
	p, _ := t.Reserve(len(pos) + d.Len())
	args := unsafe.Slice(p, len(pos)+d.Len())
	copy(args, pos)
	at := 0
	for i := 0; ; {
		k, v, next, ok := d.NextEntry(i)
		if !ok {
			break
		}
		i = next
		s, isStr := objects.StrOf(k)
		if !isStr {
			t.Release(mark)
			return value{}, nil, objects.TypeErrorf("keywords must be strings")
		}
		names[at] = objects.InternStr(s).Value()
		args[len(pos)+at] = v
		at++
	}
	v, r, err := call(t, rec, callee, args, kw, dst)
	if r == nil {
		t.Release(mark)
		return v, nil, err
	}
	r.Top = int32(mark.Index())
	if t.ChunkChanged(mark) {
		r.SetMark(mark)
	}
	return v, r, err
}

// leaveFrame pops a frame that has flags, with its result; it returns what the caller receives.
func leaveFrame(t *objects.Thread, rec *objects.Record, v value) (value, error) {
	var err error
	if rec.Flags&objects.RecFrame != 0 {
		endFrame(rec)
	}
	if rec.Flags&objects.RecInit != 0 {
		if v != objects.None {
			err = objects.TypeErrorf("__init__() should return None, not '%s'", objects.TypeOf(v))
		}
		v = rec.Self
	}
	if rec.Flags&objects.RecOperator != 0 && v == objects.NotImplemented {
		err = operatorError(rec.Prev)
	}
	if rec.Flags&objects.RecGen != 0 {
		finishGenerator(t, rec)
		g := rec.Gen
		popGenerator(t, rec)
		if g.Owner == objects.LoopOwner {
			g.TakeBack()
		}
		return v, err
	}
	popFrame(t, rec)
	return v, err
}

// popFrame removes a frame that is not a generator's from the control stack.
func popFrame(t *objects.Thread, rec *objects.Record) {
	if rec.Flags&objects.RecChunk != 0 {
		t.Release(rec.MarkOf())
	}
	t.SetTop(int(rec.Top))
	t.Depth--
	t.Cur = rec.Prev
	if rec.Prev == nil || rec.Flags&objects.RecEntry != 0 && rec.Prev == rec {
		t.Cur = nil
	}
	rec.Reset()
}

// unwindFrame pops a frame that an exception leaves.
func unwindFrame(t *objects.Thread, rec *objects.Record) {
	if rec.Flags&objects.RecFrame != 0 {
		endFrame(rec)
	}
	if rec.Flags&objects.RecGen != 0 {
		finishGenerator(t, rec)
		popGenerator(t, rec)
		return
	}
	popFrame(t, rec)
}

// enter runs the frame on top of the control stack, entered from Go.
func enter(t *objects.Thread, r *objects.Record) (value, error) {
	r.Flags |= objects.RecEntry
	if t.NativeDepth >= objects.NativeDepthLimit {
		unwindFrame(t, r)
		return value{}, t.RecursionError("")
	}
	t.NativeDepth++
	v, err := runLoop(t)
	t.NativeDepth--
	return v, err
}

// errRecheck goes with the result of a call after which the loop has to look whether it is the wanted one.
var errRecheck = errors.New("look for the wanted loop")

// errSwitch and errSwitchEntry are what a loop returns where the other one is to go on with the running frame, in its
// midst or at its beginning, where tracers hear of the call.
var (
	errSwitch      = errors.New("switch to the other loop")
	errSwitchEntry = errors.New("switch to the other loop before the frame begins")
)

// runLoop runs the frame on top of the control stack in the plain or the traced loop, whichever is wanted.
func runLoop(t *objects.Thread) (value, error) {
	t.MidFrame = false
	for {
		run := runPlain
		if wantTraced(t) {
			run = runTraced
		}
		v, err := run(t)
		switch err {
		case errSwitch:
			t.MidFrame = true
		case errSwitchEntry:
			t.MidFrame = false
		default:
			return v, err
		}
	}
}

// callFunction is the hook through which Go code calls Python functions.
func callFunction(t *objects.Thread, fn *objects.Function, args []value, kw *objects.Tuple) (value, error) {
	r, err := pushFunction(t, fn, args, kw)
	if err != nil {
		return value{}, err
	}
	return enter(t, r)
}

// execCode is the hook that runs a code object in namespaces: a module, exec() or eval().
func execCode(t *objects.Thread, code *objects.Code, globals *objects.Dict, locals value, closure *objects.Tuple) (value, error) {
	fn := objects.NewFunction(t, code.Loaded(), globals)
	fn.Closure = closure
	if closure.Len() != len(code.FreeVars) {
		return value{}, objects.TypeErrorf("code object requires a closure of exactly length %d", len(code.FreeVars))
	}
	r, err := pushFunction(t, fn, nil, nil)
	if err != nil {
		return value{}, err
	}
	if code.Flags&objects.CoOptimized == 0 {
		r.Locals = locals
		r.Flags |= objects.RecLocals
	}
	return enter(t, r)
}
