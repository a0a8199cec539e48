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
	g, regs := objects.NewGenerator(c.NRegs + 1)
	copy(regs, unsafe.Slice((*value)(rec.Base), c.NRegs))
	clear(regs[c.NumLocals():])
	typ := &objects.GeneratorType
	switch {
	case c.Flags&objects.CoAsyncGenerator != 0:
		typ = &objects.AsyncGenType
	case c.Flags&objects.CoCoroutine != 0:
		typ = &objects.CoroutineType
	}
	g.Head = objects.MakeHead(typ)
	g.Code, g.Fn, g.Regs, g.PC, g.YieldFrom = c, rec.Fn, regs, rec.PC, -1
	g.Name, g.QualName = rec.Fn.Name, rec.Fn.QualName
	if rec.Flags&objects.RecLocals != 0 {
		g.Locals = rec.Locals
	}
	return objects.ToValue(g)
}

// pushGenerator pushes the frame of a generator to go on with a sent value. how says who resumes it.
func pushGenerator(t *objects.Thread, caller *objects.Record, g *objects.Generator, sent value, how objects.RecordFlags) (*objects.Record, error) {
	if t.Depth >= t.RecursionLimit {
		return caller, t.RecursionError("")
	}
	r := t.Push()
	t.Depth++
	r.Code, r.Fn, r.Base = g.Code, g.Fn, unsafe.Pointer(&g.Regs[0])
	r.PC = g.PC
	r.Top = int32(t.TopIndex())
	r.Gen = g
	r.Flags = objects.RecGen | how
	if g.Frame != nil {
		r.Frame = g.Frame
		g.Frame.Rec = r
		r.Flags |= objects.RecFrame
	}
	if !g.Locals.IsZero() {
		r.Locals = g.Locals
		r.Flags |= objects.RecLocals
	}
	if g.State == objects.GenSuspended {
		g.Regs[g.Sent] = sent
	}
	g.State = objects.GenRunning
	g.Started = true
	g.Exc.Prev = t.Handled
	t.Handled = &g.Exc
	return r, nil
}

// suspend takes the frame of a generator off the control stack at a yield.
func suspend(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) *objects.Generator {
	g := rec.Gen
	g.PC = rec.PC
	g.Sent = uint16(ins.A())
	g.Delegated = ins.C() == 1
	g.YieldFrom = -1
	if g.Delegated {
		// The iterator lies before the register that receives what is sent; see compile.await.
		g.YieldFrom = int32(ins.A() - 1)
	}
	g.State = objects.GenSuspended
	if !g.Registered && mustClose(g, int(rec.PC)-1) {
		g.Registered = true
		objects.RegisterFinalizer(objects.ToValue(g))
	}
	popGenerator(t, rec)
	return g
}

// mustClose reports whether closing a generator suspended at pc would run code of the program: a handler, or the
// finaliser of an event loop.
func mustClose(g *objects.Generator, pc int) bool {
	if g.Code.Flags&objects.CoAsyncGenerator != 0 && !g.Finalizer.IsZero() {
		return true
	}
	target, _ := findHandler(g.Code, pc)
	if g.Delegated && target >= 0 {
		// The innermost handler belongs to the delegation.
		target, _ = findHandler(g.Code, target)
	}
	// The handler around the whole body only turns StopIteration into RuntimeError.
	return target >= 0 && g.Code.Instrs[target] != bytecode.Make(bytecode.Intrinsic1, g.Code.Instrs[target].A(),
		g.Code.Instrs[target].B(), bytecode.IntrinsicStopIterationError)
}

// finishGenerator marks a generator whose frame ends.
func finishGenerator(t *objects.Thread, rec *objects.Record) {
	g := rec.Gen
	g.State = objects.GenClosed
	if g.Registered {
		g.Registered = false
		objects.UnregisterFinalizer(objects.ToValue(g))
	}
	g.PC = rec.PC
	clear(g.Regs)
	g.Exc.Exc = value{}
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
	created := g.State == objects.GenCreated
	r, err := pushGenerator(t, t.Cur, g, sent, objects.RecEntry)
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
	target, dst := findHandler(r.Code, pc)
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
