package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// Generators, coroutines and asynchronous generators. A generator owns its registers; while it runs, its record has them
// as its base, and calls out of it copy their arguments to the thread's register memory. In a for loop and in an await
// it is resumed within the running loop; next(), send() and throw() enter the loop anew.

// newGenerator makes the generator of a frame that has just bound its parameters, and gives it a copy of the registers.
func newGenerator(t *objects.Thread, rec *objects.Record) value {
	c := rec.Code
	g := makeGenerator(rec.Fn, c, rec.PC)
	copy(g.Regs(), unsafe.Slice((*value)(rec.Base), c.NumLocals()))
	if rec.Flags&objects.RecLocals != 0 {
		g.SetLocals(rec.Locals)
	}
	if c.Flags&objects.CoCoroutine != 0 && t.OriginTracking > 0 {
		g.SetOrigin(origin(rec.Prev, t.OriginTracking))
	}
	return objects.ToValue(g)
}

// makeGenerator makes a generator that goes on at an instruction; its registers are zero.
func makeGenerator(fn *objects.Function, c *objects.Code, pc int32) *objects.Generator {
	g := objects.NewGenerator(c.NRegs + 1)
	typ := &objects.GeneratorType
	if c.Flags&objects.CoGenerator == 0 {
		typ = &objects.CoroutineType
		if c.Flags&objects.CoAsyncGenerator != 0 {
			typ = &objects.AsyncGenType
		}
	}
	g.Head = objects.MakeHead(typ)
	g.Code, g.Fn, g.PC = c, fn, pc
	g.Name, g.QualName = fn.Name(), fn.QualName()
	if typ == &objects.CoroutineType {
		objects.NoteAwaitable(objects.ToValue(g))
	}
	return g
}

// callGenerator is the call of a function that begins with RETURN_GENERATOR with as many positional arguments as it has
// parameters (see [objects.Code.Generates]): its frame, which would only make the generator, is not pushed.
// caller and pc are the code and the index behind the call.
func callGenerator(t *objects.Thread, fn *objects.Function, args []value, caller *objects.Code, pc int) value {
	c := fn.Code
	g := fn.SpareGenerator()
	if g == nil {
		g = makeGenerator(fn, c, 1)
	}
	if c.Flags&objects.CoGenerator != 0 && goesToLoop(caller, pc) {
		g.Owner = objects.LoopOwner
	}
	regs := g.Regs()
	copy(regs, args)
	if len(c.FreeVars) > 0 {
		copy(regs[len(c.VarNames)+len(c.CellVars):], fn.Closure.Items())
	}
	if c.Flags&objects.CoCoroutine != 0 && t.OriginTracking > 0 {
		g.SetOrigin(origin(t.Cur, t.OriginTracking))
	}
	return objects.ToValue(g)
}

// goesToLoop reports whether the result of the call before pc goes to a for loop or a `yield from`, and to nobody else: it lies in a
// temporary register, which the next instruction reads.
func goesToLoop(code *objects.Code, pc int) bool {
	call, next := code.Instrs[pc-1], code.Instrs[pc]
	return (next.Op() == bytecode.GetIter && next.C() == 1 || next.Op() == bytecode.GetYieldFrom) && next.B() == call.C() &&
		call.C() >= code.NumLocals()
}

// makeGenexpr makes the generator of a generator expression in fn: w holds its code, the iterator, and the cells. No function
// is made for it. lent says that it is the only argument of a call: see [objects.CallOwner].
func makeGenexpr(fn *objects.Function, w []value, lent bool) (value, error) {
	if !objects.Is(w[0], &objects.CodeType) {
		return value{}, objects.Errorf(&objects.SystemErrorType, "bad generator expression")
	}
	c := objects.As[objects.Code](w[0]).Loaded()
	if !c.Generates || c.ArgCount != 1 || len(w) != 2+len(c.FreeVars) {
		return value{}, objects.Errorf(&objects.SystemErrorType, "bad generator expression")
	}
	f := fn.Genexpr(c)
	g := f.SpareGenerator()
	if g == nil {
		g = makeGenerator(f, c, 1)
	}
	if lent {
		g.Owner = objects.CallOwner
	}
	*reg(g.Base, 0) = w[1]
	for i, cell := range w[2:] {
		if !objects.Is(cell, &objects.CellType) {
			return value{}, objects.Errorf(&objects.SystemErrorType, "bad generator expression")
		}
		*reg(g.Base, len(c.VarNames)+i) = cell
	}
	return objects.ToValue(g), nil
}

// consumed comes after a call of a function that only iterates over its only argument: where that is a generator expression, it is
// nobody's any more. pc is the index behind the call.
func consumed(code *objects.Code, pc int32, arg value) {
	if pc >= 2 && code.Instrs[pc-2].Op() == bytecode.MakeArgGenexpr && objects.Is(arg, &objects.GeneratorType) {
		if g := objects.As[objects.Generator](arg); g.Owner == objects.CallOwner {
			g.TakeBack()
		}
	}
}

// origin describes the running frames from rec outwards, at most depth of them: (file, line, function) each.
func origin(rec *objects.Record, depth int) value {
	var frames []value
	for ; rec != nil && len(frames) < depth; rec = rec.Prev {
		line := objects.None
		if n := rec.Code.LineAt(int(rec.PC) - 1); n > 0 {
			line = objects.Int(int64(n))
		}
		frames = append(frames, objects.ToValue(objects.NewTuple(rec.Code.Filename.Value(), line, rec.Code.Name.Value())))
	}
	return objects.ToValue(objects.NewTuple(frames...))
}

// pushGenerator pushes the frame of a generator to go on with a sent value. how says who resumes it.
func pushGenerator(t *objects.Thread, caller *objects.Record, g *objects.Generator, sent value, how objects.RecordFlags) (*objects.Record, error) {
	if t.Depth >= t.RecursionLimit {
		return caller, t.RecursionError("")
	}
	r := t.Push()
	t.Depth++
	if r.Base != g.Base {
		// Else the record was this generator's the last time too: only its resumption gives a record these registers.
		r.Code, r.Fn, r.Base = g.Code, g.Fn, g.Base
	}
	r.PC = g.PC
	r.Top = int32(t.TopIndex())
	r.Gen = g
	r.Flags = objects.RecGen | how
	if !g.Plain() {
		if g.Frame != nil {
			r.Frame = g.Frame
			g.Frame.Rec = r
			r.Flags |= objects.RecFrame
		}
		if locals := g.Locals(); !locals.IsZero() {
			r.Locals = locals
			r.Flags |= objects.RecLocals
		}
	}
	if g.State == objects.GenSuspended {
		*reg(g.Base, int(g.Sent)) = sent
	}
	g.State = objects.GenRunning
	g.Started = true
	g.Exc.Prev = t.Handled
	t.Handled = &g.Exc
	return r, nil
}

// resumeChain pushes the frame of a suspended generator as pushGenerator does and, where that one delegates to another generator
// that is suspended (and so on), the frames of those too: they would come to their SEND at once. It returns nil where the
// first frame is not to be pushed in this way.
func resumeChain(t *objects.Thread, caller *objects.Record, g *objects.Generator, sent value, how objects.RecordFlags) *objects.Record {
	for r := caller; ; {
		if !g.Plain() || t.Depth >= t.RecursionLimit {
			break
		}
		next := r.Next
		if next == nil {
			next = t.Push()
		}
		if r != caller {
			// The caller is at the instruction behind SEND: see compile.await.
			r.PC -= sendToYield
		}
		if next.Base != g.Base {
			// See pushGenerator.
			next.Code, next.Fn, next.Base = g.Code, g.Fn, g.Base
		}
		t.Cur = next
		t.Depth++
		next.PC = g.PC
		next.Top = int32(t.TopIndex())
		next.Gen = g
		next.Flags = objects.RecGen | how
		*reg(g.Base, int(g.Sent)) = sent
		g.State = objects.GenRunning
		g.Exc.Prev = t.Handled
		t.Handled = &g.Exc
		r = next
		if !g.Delegated || g.Code.Instrs[g.PC-1-sendToYield].Op() != bytecode.Send {
			break
		}
		inner := *reg(g.Base, int(g.Sent)-1)
		if !inner.IsObject() {
			break
		}
		if typ := objects.HeadType(inner); typ != &objects.GeneratorType && typ != &objects.CoroutineType {
			break
		}
		if g = objects.As[objects.Generator](inner); g.State != objects.GenSuspended {
			break
		}
		how = objects.RecGenSend
	}
	if t.Cur == caller {
		return nil
	}
	return t.Cur
}

// sendToYield is the distance of the instructions SEND and YIELD of a delegation; see compile.await.
const sendToYield = 3

// suspendChain takes the frame of a generator off the control stack at a yield of v and, where it was resumed by the SEND of
// another generator that would yield the value at once (and so on), the frames of those too. It returns the flags of the
// last of them, in whose caller the value has to be stored.
func suspendChain(t *objects.Thread, rec *objects.Record, ins bytecode.Instr, v value) objects.RecordFlags {
	for {
		flags := rec.Flags
		if g := rec.Gen; flags&^(objects.RecGenFor|objects.RecGenSend) == objects.RecGen && ins.C()&bytecode.YieldBare != 0 &&
			g.Code.Flags&objects.CoAsyncGenerator == 0 {
			// As suspend and popGenerator, where there is nothing to look after.
			g.PC = rec.PC
			g.Sent = uint16(ins.A())
			g.Delegated = ins.C()&bytecode.YieldDelegated != 0
			g.State = objects.GenSuspended
			t.Handled = g.Exc.Prev
			g.Exc.Prev = nil
			t.Depth--
			t.SetTop(int(rec.Top))
			t.Cur = rec.Prev
			rec.Gen = nil
			rec.Flags = 0
		} else {
			suspend(t, rec, ins)
		}
		if flags&objects.RecGenSend == 0 {
			return flags
		}
		rec = t.Cur
		if rec.Flags&(objects.RecGen|objects.RecTake) != objects.RecGen {
			return flags
		}
		at := int(rec.PC) - 1
		send := rec.Code.Instrs[at]
		if ins = rec.Code.Instrs[at+sendToYield]; ins.Op() != bytecode.Yield || ins.B() != send.A() || ins.C()&bytecode.YieldDelegated == 0 {
			return flags
		}
		*ra(rec.Base, send) = v
		rec.PC += sendToYield
	}
}

// suspend takes the frame of a generator off the control stack at a yield.
func suspend(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) *objects.Generator {
	g := rec.Gen
	g.PC = rec.PC
	g.Sent = uint16(ins.A())
	g.Delegated = ins.C()&bytecode.YieldDelegated != 0
	g.State = objects.GenSuspended
	if ins.C()&bytecode.YieldBare == 0 || g.Code.Flags&objects.CoAsyncGenerator != 0 {
		if !g.Registered && mustClose(g, ins) {
			g.Registered = true
			objects.RegisterFinalizer(objects.ToValue(g))
		}
	}
	popGenerator(t, rec)
	return g
}

// mustClose reports whether closing a generator suspended at a yield would run code of the program: a handler, or the
// finaliser of an event loop.
func mustClose(g *objects.Generator, ins bytecode.Instr) bool {
	return ins.C()&bytecode.YieldBare == 0 || g.Code.Flags&objects.CoAsyncGenerator != 0 && !g.Finalizer().IsZero()
}

// finishGenerator marks a generator whose frame ends.
func finishGenerator(t *objects.Thread, rec *objects.Record) {
	g := rec.Gen
	g.PC = rec.PC
	endGenerator(g)
}

func endGenerator(g *objects.Generator) {
	g.State = objects.GenClosed
	if g.Registered {
		g.Registered = false
		objects.UnregisterFinalizer(objects.ToValue(g))
	}
	clear(g.Regs())
	g.Exc.Exc = value{}
}

// closeQuietly ends a suspended generator in which GeneratorExit would meet no handler, and reports whether it is one. It is not
// resumed, so that no exception remembers its frame.
func closeQuietly(g *objects.Generator) bool {
	if g.Delegated || mustClose(g, g.Code.Instrs[g.PC-1]) {
		return false
	}
	if f := g.Frame; f != nil {
		keepLocals(f, g.Regs())
		f.PC = max(g.PC-1, 0)
	}
	endGenerator(g)
	return true
}

// popGenerator removes a generator's frame from the control stack.
func popGenerator(t *objects.Thread, rec *objects.Record) {
	g := rec.Gen
	t.Handled = g.Exc.Prev
	g.Exc.Prev = nil
	if g.Frame != nil && g.State != objects.GenClosed {
		g.Frame.Rec = nil
	}
	t.Depth--
	t.SetTop(int(rec.Top))
	t.Cur = rec.Prev
	if rec.Prev == nil {
		t.Cur = nil
	}
	// Of the fields that Reset clears a generator uses these only.
	rec.Gen = nil
	if rec.Flags&(objects.RecFrame|objects.RecLocals) != 0 {
		rec.Frame, rec.Locals = nil, value{}
	}
	rec.Flags = 0
}

// resume is the hook of next(), send(), throw() and close().
func resume(t *objects.Thread, g *objects.Generator, sent value, exc error) (v value, done bool, err error) {
	return resumeAs(t, g, sent, exc, objects.RecEntry)
}

// drain is the hook of Go code that consumes a generator.
func drain(t *objects.Thread, g *objects.Generator, take func(value) bool) (v value, done bool, err error) {
	outer := t.Take
	t.Take = take
	v, done, err = resumeAs(t, g, objects.None, nil, objects.RecEntry|objects.RecTake)
	t.Take = outer
	return v, done, err
}

func resumeAs(t *objects.Thread, g *objects.Generator, sent value, exc error, how objects.RecordFlags) (v value, done bool, err error) {
	created := g.State == objects.GenCreated
	r, err := pushGenerator(t, t.Cur, g, sent, how)
	if err != nil {
		return value{}, false, err
	}
	if t.NativeDepth >= objects.NativeDepthLimit {
		g.State = objects.GenSuspended
		if created {
			g.State = objects.GenCreated
		}
		popGenerator(t, r)
		return value{}, false, t.RecursionError("")
	}
	t.NativeDepth++
	if exc != nil {
		v, err = raiseInto(t, r, exc)
	} else {
		v, err = runLoop(t)
	}
	t.NativeDepth--
	if err != nil {
		return value{}, false, err
	}
	return v, g.State == objects.GenClosed, nil
}

// raiseInto runs the frame on top of the stack beginning with an exception at its present instruction.
func raiseInto(t *objects.Thread, r *objects.Record, exc error) (value, error) {
	e := objects.AsException(exc)
	objects.SetContext(t, e)
	pc := int(r.PC)
	if pc > 0 {
		pc--
	}
	addTracebackAlways(t, r, e)
	target, dst := bytecode.FindHandler(r.Code.Exceptions, pc)
	if target < 0 {
		unwindFrame(t, r)
		return value{}, exc
	}
	*reg(r.Base, dst) = e.Value()
	r.PC = int32(target)
	return runLoop(t)
}

// send passes a value to an iterator that is not a generator suspended at a yield: v is the yielded value, or the result
// where done.
func send(t *objects.Thread, it, sent value) (v value, done bool, err error) {
	switch typ := objects.TypeOf(it); typ {
	case &objects.GeneratorType, &objects.CoroutineType:
		return objects.As[objects.Generator](it).Resume(t, sent)
	default:
		if sent == objects.None && typ.Next != nil {
			v, err = nextWithResult(t, it)
		} else {
			v, err = objects.CallMethod(t, it, strSend, sent)
		}
	}
	if err != nil {
		if objects.IsError(err, &objects.StopIterationType) {
			return objects.StopValue(err), true, nil
		}
		return value{}, false, err
	}
	return v, false, nil
}

// nextWithResult is next() that keeps the value of StopIteration: it is an error here, not plain exhaustion.
func nextWithResult(t *objects.Thread, it value) (value, error) {
	typ := objects.TypeOf(it)
	if typ.Flags&objects.FlagHeap != 0 {
		// A class of a program raises StopIteration with a value: its Next slot would drop it.
		v, found, err := objects.CallSpecial(t, it, strNext)
		if found || err != nil {
			return v, err
		}
	}
	t.TakeStop()
	v, err := typ.Next(t, it)
	if err == nil && v.IsZero() {
		result := t.TakeStop()
		if result.IsZero() {
			return value{}, objects.NewError(&objects.StopIterationType)
		}
		return value{}, objects.NewError(&objects.StopIterationType, result)
	}
	return v, err
}

// getAwaitable returns the iterator that await uses (PEP 492).
func getAwaitable(t *objects.Thread, o value, why int) (value, error) {
	typ := objects.TypeOf(o)
	if typ == &objects.CoroutineType {
		g := objects.As[objects.Generator](o)
		if g.State == objects.GenSuspended && g.Delegated || g.State == objects.GenRunning {
			if g.State == objects.GenSuspended {
				return value{}, objects.RuntimeErrorf("coroutine is being awaited already")
			}
		}
		return o, nil
	}
	if typ == &objects.GeneratorType && objects.As[objects.Generator](o).Code.Flags&objects.CoIterableCoroutine != 0 {
		return o, nil
	}
	typ.Version()
	if typ.Await == nil {
		switch why {
		case 1:
			return value{}, objects.TypeErrorf("'async with' received an object from __aenter__ that does not implement __await__: %s", typ)
		case 2:
			return value{}, objects.TypeErrorf("'async with' received an object from __aexit__ that does not implement __await__: %s", typ)
		}
		return value{}, objects.TypeErrorf("object %s can't be used in 'await' expression", typ)
	}
	it, err := typ.Await(t, o)
	if err != nil {
		return value{}, err
	}
	itt := objects.TypeOf(it)
	if itt == &objects.CoroutineType {
		return value{}, objects.TypeErrorf("__await__() returned a coroutine")
	}
	itt.Version()
	if itt.Next == nil {
		return value{}, objects.TypeErrorf("__await__() returned non-iterator of type '%s'", itt)
	}
	return it, nil
}

// getYieldFrom returns the iterator of `yield from`.
func getYieldFrom(t *objects.Thread, code *objects.Code, o value) (value, error) {
	switch objects.TypeOf(o) {
	case &objects.CoroutineType:
		if code.Flags&(objects.CoCoroutine|objects.CoIterableCoroutine) == 0 {
			return value{}, objects.TypeErrorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
		}
		return o, nil
	case &objects.GeneratorType:
		return o, nil
	}
	return objects.Iter(t, o)
}

// getAIter is aiter(o) for async for.
func getAIter(t *objects.Thread, o value) (value, error) {
	typ := objects.TypeOf(o)
	typ.Version()
	if typ.AIter == nil {
		return value{}, objects.TypeErrorf("'async for' requires an object with __aiter__ method, got %s", typ)
	}
	it, err := typ.AIter(t, o)
	if err != nil {
		return value{}, err
	}
	itt := objects.TypeOf(it)
	itt.Version()
	if itt.ANext == nil {
		return value{}, objects.TypeErrorf("'async for' received an object from __aiter__ that does not implement __anext__: %s", itt)
	}
	return it, nil
}

// getANext is the awaitable of the next value of an asynchronous iterator.
func getANext(t *objects.Thread, it value) (value, error) {
	typ := objects.TypeOf(it)
	typ.Version()
	if typ.ANext == nil {
		return value{}, objects.TypeErrorf("'async for' requires an iterator with __anext__ method, got %s", typ)
	}
	a, err := typ.ANext(t, it)
	if err != nil {
		return value{}, err
	}
	w, err := getAwaitable(t, a, 0)
	if err != nil {
		e := objects.TypeErrorf("'async for' received an invalid object from __anext__: %s", objects.TypeOf(a))
		objects.AsException(e).Cause = objects.AsException(err).Value()
		return value{}, e
	}
	return w, nil
}

// within is the hook of generators that pass an exception on to what they delegate to.
func within(t *objects.Thread, g *objects.Generator, f func() error) error {
	r, err := pushGenerator(t, t.Cur, g, objects.None, objects.RecEntry)
	if err != nil {
		return err
	}
	err = f()
	g.State = objects.GenSuspended
	popGenerator(t, r)
	return err
}
