package interp

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// What the traced loop does beyond the plain one: it reports to sys.settrace and sys.setprofile and shows each
// instruction to the JIT while that records.

// traceAction says what the traced loop does with the instruction it has fetched.
type traceAction uint8

const (
	traceRun    traceAction = iota
	traceReload             // a trace function has moved the frame to another line
)

// wantTraced reports whether the thread has to run in the traced loop.
func wantTraced(t *objects.Thread) bool {
	return !t.TraceFunc.IsZero() || !t.ProfileFunc.IsZero() || jit != nil && jit.Recording(t)
}

// wantHooks reports whether a trace or a profile function is set.
func wantHooks(t *objects.Thread) bool { return !t.TraceFunc.IsZero() || !t.ProfileFunc.IsZero() }

// traceInstr runs before each instruction of the traced loop and returns the instruction to run.
func traceInstr(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) (traceAction, bytecode.Instr, error) {
	if ins.Op() == bytecode.EnterTrace {
		ins = jit.Original(ins)
	}
	if jit != nil && jit.Recording(t) {
		jit.Record(t, rec, ins)
	}
	if t.TraceFunc.IsZero() || t.InTrace {
		return traceRun, ins, nil
	}
	f := rec.Frame
	if f == nil || f.Trace.IsZero() {
		return traceRun, ins, nil
	}
	pc := rec.PC - 1
	if ins.Op() == bytecode.ReturnGenerator || ins.Op() == bytecode.MakeCell {
		return traceRun, ins, nil
	}
	line := rec.Code.Positions()[pc].Line
	if line > 0 && (line != f.LastLine || loopsBack(rec.Code, ins, pc, f.LastPC)) {
		f.LastLine = line
		if !f.NoTraceLines {
			f.LastPC = pc
			if err := callTrace(t, rec, "line", objects.None); err != nil {
				return traceRun, ins, err
			}
			if rec.PC-1 != pc {
				// The program goes on at the line that the function chose, which is no event of its own.
				f.LastPC = rec.PC - 1
				f.LastLine = rec.Code.Positions()[rec.PC-1].Line
				rec.PC--
				return traceReload, ins, nil
			}
		}
	}
	f.LastPC = pc
	if f.TraceOpcodes && f.Code.TraceOpcodes {
		if err := callTrace(t, rec, "opcode", objects.None); err != nil {
			return traceRun, ins, err
		}
	}
	return traceRun, ins, nil
}

// loopsBack reports whether an instruction of the same line as the one before begins another turn of a loop. CPython has
// the head of a for loop in front of its body, so that there the jump back is what comes before FOR_ITER, unless that is
// the jump into the loop, and the jump of FOR_ITER to the body is none.
func loopsBack(code *objects.Code, ins bytecode.Instr, pc, last int32) bool {
	if last < 0 {
		return false
	}
	if ins.Op().General() == bytecode.ForIter {
		body := pc + 1 + int32(ins.SC())
		return last != body-1
	}
	return pc <= last && code.Instrs[last].Op().General() != bytecode.ForIter
}

// callTrace calls the frame's trace function; what it returns becomes the new one.
func callTrace(t *objects.Thread, rec *objects.Record, event string, arg value) error {
	f := frameOf(t, rec)
	fn := f.Trace
	if event == "call" {
		fn = t.TraceFunc
	}
	if fn.IsZero() {
		return nil
	}
	outer := f.Event
	f.Event = event
	defer func() { f.Event = outer }()
	t.InTrace = true
	r, err := objects.Call3(t, fn, objects.ToValue(f), objects.Intern(event).Value(), arg)
	t.InTrace = false
	if err != nil {
		t.TraceFunc = value{}
		f.Trace = value{}
		return err
	}
	if r != objects.None {
		f.Trace = r
	} else if event == "call" {
		f.Trace = value{}
	}
	return nil
}

func callProfile(t *objects.Thread, rec *objects.Record, event string, arg value) error {
	f := frameOf(t, rec)
	outer := f.Event
	f.Event = event
	defer func() { f.Event = outer }()
	t.InTrace = true
	_, err := objects.Call3(t, t.ProfileFunc, objects.ToValue(frameOf(t, rec)), objects.Intern(event).Value(), arg)
	t.InTrace = false
	if err != nil {
		t.ProfileFunc = value{}
	}
	return err
}

// traceCall runs when a frame is entered or a generator resumed.
func traceCall(t *objects.Thread, rec *objects.Record) error {
	if t.InTrace || !wantHooks(t) || makesGenerator(rec) {
		return nil
	}
	f := frameOf(t, rec)
	start := rec.Gen == nil || rec.PC > 0 && rec.Code.Instrs[rec.PC-1].Op() == bytecode.ReturnGenerator
	if start {
		// The line is that of the def or class until the first instruction runs.
		f.Starting = true
		defer func() { f.Starting = false }()
	}
	if !t.TraceFunc.IsZero() {
		if start {
			f.LastLine, f.LastPC = -1, -1
		}
		if err := callTrace(t, rec, "call", objects.None); err != nil {
			return err
		}
	}
	if !t.ProfileFunc.IsZero() {
		return callProfile(t, rec, "call", objects.None)
	}
	return nil
}

// makesGenerator says that a frame only makes the generator of a call, which is no event.
func makesGenerator(rec *objects.Record) bool {
	return rec.Gen == nil && rec.Code.Flags&(objects.CoGenerator|objects.CoCoroutine|objects.CoAsyncGenerator) != 0
}

// traceReturn runs when a frame returns or yields.
func traceReturn(t *objects.Thread, rec *objects.Record, v value) error {
	if t.InTrace || makesGenerator(rec) {
		return nil
	}
	if !t.TraceFunc.IsZero() && rec.Frame != nil && !rec.Frame.Trace.IsZero() {
		if err := callTrace(t, rec, "return", v); err != nil {
			return err
		}
	}
	if !t.ProfileFunc.IsZero() {
		return callProfile(t, rec, "return", v)
	}
	return nil
}

// traceException runs when an exception is raised in a frame or reaches it.
func traceException(t *objects.Thread, rec *objects.Record, err error) error {
	if jit != nil && jit.Recording(t) {
		jit.Abort(t, "exception")
	}
	if t.InTrace || t.TraceFunc.IsZero() || rec.Frame == nil || rec.Frame.Trace.IsZero() {
		return err
	}
	e := objects.AsException(err)
	tb := objects.None
	if e.Tb != nil {
		tb = objects.ToValue(e.Tb)
	}
	arg := objects.ToValue(objects.NewTuple(objects.ToValue(e.Type()), e.Value(), tb))
	if terr := callTrace(t, rec, "exception", arg); terr != nil {
		return terr
	}
	return err
}

// traceUnwind runs when an exception leaves a frame.
func traceUnwind(t *objects.Thread, rec *objects.Record) {
	if t.InTrace || makesGenerator(rec) {
		return
	}
	if !t.TraceFunc.IsZero() && rec.Frame != nil && !rec.Frame.Trace.IsZero() {
		_ = callTrace(t, rec, "return", objects.None)
	}
	if !t.ProfileFunc.IsZero() {
		_ = callProfile(t, rec, "return", objects.None)
	}
}

// callProfiled calls what is no Python function while a profile function is set, which hears of built-in functions and
// methods before and after.
func callProfiled(t *objects.Thread, rec *objects.Record, callee value, args []value, kw *objects.Tuple) (value, error) {
	shown := callee
	switch {
	case t.InTrace:
		return objects.Call(t, callee, args, kw)
	case objects.Is(callee, &objects.BuiltinType):
	case objects.Is(callee, &objects.MethodDescrType) && len(args)-kw.Len() > 0:
		bound, err := objects.MethodDescrType.DescrGet(t, callee, args[0], objects.TypeOf(args[0]))
		if err != nil {
			return objects.Call(t, callee, args, kw)
		}
		shown = bound
	default:
		return objects.Call(t, callee, args, kw)
	}
	if err := callProfile(t, rec, "c_call", shown); err != nil {
		return value{}, err
	}
	v, err := objects.Call(t, callee, args, kw)
	if t.ProfileFunc.IsZero() {
		return v, err
	}
	event := "c_return"
	if err != nil {
		event = "c_exception"
	}
	if perr := callProfile(t, rec, event, shown); perr != nil {
		return value{}, perr
	}
	return v, err
}
