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
	pc := int(rec.PC) - 1
	if ins.Op() == bytecode.ReturnGenerator || ins.Op() == bytecode.MakeCell {
		return traceRun, ins, nil
	}
	line := rec.Code.Positions[pc].Line
	if line > 0 && (line != f.LastLine || pc <= int(f.LastPC)) && isLineStart(rec.Code, pc, int(f.LastPC), line, f.LastLine) {
		f.LastLine = line
		if !f.NoTraceLines {
			before := rec.PC
			if err := callTrace(t, rec, "line", objects.None); err != nil {
				return traceRun, ins, err
			}
			if rec.PC != before {
				f.LastPC = rec.PC
				return traceReload, ins, nil
			}
		}
	}
	f.LastPC = int32(pc)
	if f.TraceOpcodes {
		if err := callTrace(t, rec, "opcode", objects.None); err != nil {
			return traceRun, ins, err
		}
	}
	return traceRun, ins, nil
}

// isLineStart decides whether an instruction begins a line for the tracer: another line than the one before, or a jump
// back.
func isLineStart(code *objects.Code, pc, last int, line, lastLine int32) bool {
	return line != lastLine || pc <= last
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
	if t.InTrace {
		return nil
	}
	if !t.TraceFunc.IsZero() {
		f := frameOf(t, rec)
		f.LastLine, f.LastPC = -1, -1
		if err := callTrace(t, rec, "call", objects.None); err != nil {
			return err
		}
	}
	if !t.ProfileFunc.IsZero() {
		return callProfile(t, rec, "call", objects.None)
	}
	return nil
}

// traceReturn runs when a frame returns or yields.
func traceReturn(t *objects.Thread, rec *objects.Record, v value) error {
	if t.InTrace {
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
	if t.InTrace {
		return
	}
	if !t.TraceFunc.IsZero() && rec.Frame != nil && !rec.Frame.Trace.IsZero() {
		_ = callTrace(t, rec, "return", objects.None)
	}
	if !t.ProfileFunc.IsZero() {
		_ = callProfile(t, rec, "return", objects.None)
	}
}
