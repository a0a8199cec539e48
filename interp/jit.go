package interp

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// JIT is what the interpreter knows of the compiler of hot loops. A build without it never sets one.
type JIT interface {
	// Hot is called at a loop head, rec.PC being the index of its first instruction, each time that the loop has
	// counted another edgeBudget iterations. It reports whether recording begins, so that the traced loop takes over.
	Hot(t *objects.Thread, rec *objects.Record) (record bool)
	// HotCall is called when a function has been called as often as SetJIT said; rec is its new frame, before its first
	// instruction. Where recording begins it asks the thread to poll, so that the traced loop takes over.
	HotCall(t *objects.Thread, rec *objects.Record)
	// Enter runs the machine code of a trace at the loop head where ENTER_TRACE stands. On return the frames of the
	// thread are as after the last instruction that ran, t.Cur.PC being the next one; t.Cur may be a frame above rec.
	// With an error it was raised by the instruction before t.Cur.PC. Where the trace does not fit the frame, moved is
	// false and nothing has changed: the interpreter runs the loop itself.
	Enter(t *objects.Thread, rec *objects.Record, trace int) (moved bool, err error)
	// Original returns the instruction that ENTER_TRACE replaced.
	Original(ins bytecode.Instr) bytecode.Instr
	// Record is called by the traced loop before each instruction while a recording is on. It reports whether recording
	// goes on.
	Record(t *objects.Thread, rec *objects.Record, ins bytecode.Instr) bool
	// Recording reports whether the thread is being recorded.
	Recording(t *objects.Thread) bool
	// Forget is called when a thread has ended.
	Forget(t *objects.Thread)
	// Abort ends a recording without a trace: a frame was entered or left in a way that it cannot follow.
	Abort(t *objects.Thread, reason string)
}

var jit JIT

// hotCalls is the number of calls of a function (objects.Code.Calls) at which the JIT hears of it; 0: never.
var hotCalls uint32

// SetJIT installs the compiler of hot loops; period is the number of loop iterations between two calls of Hot, calls the
// number of calls of a function at which HotCall is called.
func SetJIT(j JIT, period int, calls uint32) {
	jit, hotCalls = j, calls
	if period > 0 {
		edgeBudget = period
	}
}

// hotCall tells the JIT of a function that is called often.
func hotCall(t *objects.Thread, rec *objects.Record) {
	if jit != nil {
		jit.HotCall(t, rec)
	}
}

// jitEdge tells the JIT of a loop head.
func jitEdge(t *objects.Thread, rec *objects.Record) (edgeAction, error) {
	if jit.Hot(t, rec) {
		return edgeSwitch, nil
	}
	return edgeContinue, nil
}
