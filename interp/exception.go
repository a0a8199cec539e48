package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// addTraceback adds an entry for the running instruction to the traceback of an exception that is raised or passes
// through. A fresh exception gets the one being handled as its context first.
func addTraceback(t *objects.Thread, rec *objects.Record, err error) {
	e := objects.AsException(err)
	if e.Tb == nil && !e.Raised {
		objects.SetContext(t, e)
	}
	e.Raised = true
	addTracebackAlways(t, rec, e)
}

func addTracebackAlways(t *objects.Thread, rec *objects.Record, e *objects.Exception) {
	e.Tb = objects.NewTraceback(e.Tb, frameOf(t, rec), max(rec.PC-1, 0))
}

// reraisedAt returns the pc of a frame that raises on. Where the instruction has no line it is the place that its handler was
// entered from, the end of a finally part or where the exception passed: a frame that ends shows that in its f_lineno.
func reraisedAt(rec *objects.Record, err error, pc int) int32 {
	code, tb := rec.Code, objects.AsException(err).Tb
	if rec.Flags&objects.RecFrame == 0 || tb == nil || tb.Frame != rec.Frame || code.LineAt(pc-1) > 0 {
		return int32(pc)
	}
	from := tb.PC
	for _, h := range code.Exceptions {
		// The cleanup of a handler: POP_EXC, RERAISE.
		if int(h.Target) != pc-2 {
			continue
		}
		if h.Start <= tb.PC && tb.PC < h.Target {
			// Raised in the handler itself.
			return tb.PC + 1
		}
		for i := h.Start; i < h.End; i++ {
			if code.Instrs[i].Op() == bytecode.Reraise && code.LineAt(int(i)) > 0 {
				from = i
			}
		}
	}
	return from + 1
}

// raise is RAISE. It returns the error to go on with; again says that it is the handled exception raised anew, whose
// traceback gets no entry here.
func raise(t *objects.Thread, base unsafe.Pointer, ins bytecode.Instr) (err error, again bool) {
	if ins.C() == 0 {
		handled := t.HandledException()
		if handled.IsZero() {
			return objects.RuntimeErrorf("No active exception to reraise"), false
		}
		e := objects.As[objects.Exception](handled)
		e.Raised = true
		return e, true
	}
	return raiseValue(t, base, ins), false
}

// raiseValue is `raise x` and `raise x from y`.
func raiseValue(t *objects.Thread, base unsafe.Pointer, ins bytecode.Instr) error {
	e, err := instantiate(t, *ra(base, ins))
	if err != nil {
		return err
	}
	if ins.C() == 2 {
		cause := *rb(base, ins)
		if typ, ok := objects.TypeFrom(cause); ok && typ.Flags&objects.FlagExceptionSub != 0 {
			c, err := objects.Call0(t, cause)
			if err != nil {
				return err
			}
			if !objects.IsInstance(c, &objects.BaseExceptionType) {
				return objects.TypeErrorf("calling %s should have returned an instance of BaseException, not %s",
					reprOf(t, cause), reprOf(t, objects.ToValue(objects.TypeOf(c))))
			}
			cause = c
		} else if cause != objects.None && !objects.IsInstance(cause, &objects.BaseExceptionType) {
			return objects.TypeErrorf("exception causes must derive from BaseException")
		}
		e.Cause = cause
		e.Suppress = true
	}
	objects.SetContext(t, e)
	e.Raised = true
	return e
}

// reprOf is repr(v) for a message, with the type's name where repr fails.
func reprOf(t *objects.Thread, v value) string {
	s, err := objects.ReprString(t, v)
	if err != nil {
		return "<" + objects.TypeOf(v).TpName() + " object>"
	}
	return s
}

// instantiate returns the exception that `raise v` raises.
func instantiate(t *objects.Thread, v value) (*objects.Exception, error) {
	if typ, ok := objects.TypeFrom(v); ok && typ.Flags&objects.FlagExceptionSub != 0 {
		e, err := objects.Call0(t, v)
		if err != nil {
			return nil, err
		}
		if !objects.IsInstance(e, &objects.BaseExceptionType) {
			return nil, objects.TypeErrorf("calling %s should have returned an instance of BaseException, not %s",
				reprOf(t, v), reprOf(t, objects.ToValue(objects.TypeOf(e))))
		}
		return objects.As[objects.Exception](e), nil
	}
	if objects.IsInstance(v, &objects.BaseExceptionType) {
		return objects.As[objects.Exception](v), nil
	}
	return nil, objects.TypeErrorf("exceptions must derive from BaseException")
}

// matches is whether an exception is caught by `except match:`.
func matches(t *objects.Thread, exc, match value) (bool, error) {
	if typ, ok := objects.TypeFrom(match); ok && typ.Flags&objects.FlagExceptionSub != 0 {
		return objects.TypeOf(exc).IsSubtype(typ), nil
	}
	if err := checkMatch(match, "catching classes that do not inherit from BaseException is not allowed"); err != nil {
		return false, err
	}
	for _, m := range tupleItems(match) {
		if ok, err := matches(t, exc, m); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

func tupleItems(v value) []value {
	tp, _ := objects.TupleOf(v)
	return tp.Items()
}

// checkMatch rejects what cannot stand in an except clause.
func checkMatch(match value, msg string) error {
	if tp, ok := objects.TupleOf(match); ok {
		for _, m := range tp.Items() {
			if typ, ok := objects.TypeFrom(m); !ok || typ.Flags&objects.FlagExceptionSub == 0 {
				return objects.TypeErrorf("%s", msg)
			}
		}
		return nil
	}
	if typ, ok := objects.TypeFrom(match); !ok || typ.Flags&objects.FlagExceptionSub == 0 {
		return objects.TypeErrorf("%s", msg)
	}
	return nil
}

// matchGroup is `except* match:`: it splits the exception into the part that matches (w[1], or None) and the rest (w[0]).
func matchGroup(t *objects.Thread, exc, match value, w []value) error {
	if exc == objects.None {
		w[0], w[1] = objects.None, objects.None
		return nil
	}
	if err := checkMatch(match, "catching classes that do not inherit from BaseException is not allowed"); err != nil {
		return err
	}
	group := &objects.BaseExceptionGroupType
	bad := func(m value) bool {
		typ, ok := objects.TypeFrom(m)
		return ok && typ.IsSubtype(group)
	}
	if bad(match) {
		return objects.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
	}
	for _, m := range tupleItems(match) {
		if bad(m) {
			return objects.TypeErrorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	ok, err := matches(t, exc, match)
	if err != nil {
		return err
	}
	isGroup := objects.IsInstance(exc, group)
	if ok {
		w[0] = objects.None
		if isGroup {
			w[1] = exc
			return nil
		}
		// A naked exception is wrapped.
		g, err := objects.Call2(t, objects.ToValue(&objects.BaseExceptionGroupType), objects.StrValue(""),
			objects.ToValue(objects.NewTuple(exc)))
		if err != nil {
			return err
		}
		e := objects.As[objects.Exception](exc)
		objects.As[objects.Exception](g).Tb = e.Tb
		w[1] = g
		return nil
	}
	if !isGroup {
		w[0], w[1] = exc, objects.None
		return nil
	}
	pair, err := objects.CallMethod(t, exc, objects.Intern("split"), match)
	if err != nil {
		return err
	}
	tp, isTuple := objects.TupleOf(pair)
	if !isTuple {
		return objects.TypeErrorf("%s.split must return a tuple, not %s", objects.TypeOf(exc), objects.TypeOf(pair))
	}
	if tp.Len() < 2 {
		return objects.TypeErrorf("%s.split must return a 2-tuple, got tuple of size %d", objects.TypeOf(exc), tp.Len())
	}
	w[1], w[0] = tp.Item(0), tp.Item(1)
	return nil
}

// prepReraiseStar decides what is raised behind except* clauses: results holds what they raised and, last, what no
// clause took.
func prepReraiseStar(t *objects.Thread, orig value, results *objects.List) (value, error) {
	var raised, reraised []value
	for i := range results.Len() {
		v := results.Item(i)
		if v == objects.None {
			continue
		}
		if i == results.Len()-1 || objects.SameGroupOrigin(v, orig) {
			reraised = append(reraised, v)
		} else {
			raised = append(raised, v)
		}
	}
	if !objects.IsInstance(orig, &objects.BaseExceptionGroupType) {
		// A naked exception was caught and wrapped, or not caught at all.
		if len(raised) == 0 {
			if len(reraised) > 0 {
				if objects.IsInstance(reraised[0], &objects.BaseExceptionGroupType) {
					return orig, nil
				}
				return reraised[0], nil
			}
			return objects.None, nil
		}
	}
	if len(raised) == 0 {
		if len(reraised) == 0 {
			return objects.None, nil
		}
		return objects.ProjectGroup(t, orig, reraised)
	}
	if len(reraised) > 0 && objects.IsInstance(orig, &objects.BaseExceptionGroupType) {
		rest, err := objects.ProjectGroup(t, orig, reraised)
		if err != nil {
			return value{}, err
		}
		raised = append(raised, rest)
	} else {
		raised = append(raised, reraised...)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	return objects.Call2(t, objects.ToValue(&objects.BaseExceptionGroupType), objects.StrValue(""),
		objects.ToValue(objects.NewList(raised...)))
}

// beforeWith looks up the context manager's methods and enters it: w[0] is its exit function, w[1] what enter returned.
func beforeWith(t *objects.Thread, mgr value, w []value, async bool) error {
	enterName, exitName, kind := strEnter, strExit, "context manager"
	if async {
		enterName, exitName, kind = strAenter, strAexit, "asynchronous context manager"
	}
	enterFn, err := objects.BindSpecial(t, mgr, enterName)
	if err != nil {
		return err
	}
	if enterFn.IsZero() {
		return objects.TypeErrorf("'%s' object does not support the %s protocol", objects.TypeOf(mgr), kind)
	}
	exit, err := objects.BindSpecial(t, mgr, exitName)
	if err != nil {
		return err
	}
	if exit.IsZero() {
		return objects.TypeErrorf("'%s' object does not support the %s protocol (missed %s method)",
			objects.TypeOf(mgr), kind, exitName)
	}
	r, err := objects.Call0(t, enterFn)
	if err != nil {
		return err
	}
	w[0], w[1] = exit, r
	return nil
}

// withExcept calls the exit function with an exception.
func withExcept(t *objects.Thread, exit, exc value) (value, error) {
	e := objects.As[objects.Exception](exc)
	tb := objects.None
	if e.Tb != nil {
		tb = objects.ToValue(e.Tb)
	}
	return objects.Call3(t, exit, objects.ToValue(e.Type()), exc, tb)
}

// stopIterationError turns an exception that leaves a generator into what callers may see (PEP 479).
func stopIterationError(rec *objects.Record, exc value) value {
	e := objects.As[objects.Exception](exc)
	flags := rec.Code.Flags
	var msg string
	switch {
	case e.Matches(&objects.StopIterationType):
		switch {
		case flags&objects.CoAsyncGenerator != 0:
			msg = "async generator raised StopIteration"
		case flags&objects.CoCoroutine != 0:
			msg = "coroutine raised StopIteration"
		default:
			msg = "generator raised StopIteration"
		}
	case flags&objects.CoAsyncGenerator != 0 && e.Matches(&objects.StopAsyncIterationType):
		msg = "async generator raised StopAsyncIteration"
	default:
		return exc
	}
	r := objects.AsException(objects.RuntimeErrorf("%s", msg))
	r.Cause, r.Context = exc, exc
	r.Suppress = true
	r.Raised = true
	r.Tb = e.Tb
	return r.Value()
}
