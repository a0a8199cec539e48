package jit

import (
	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// trace is a compiled trace.
type trace struct {
	id   int
	ir   *ir.Trace
	code *asm.Code
	// obj is the Python code that the trace belongs to; head the loop head of a root trace or where a side trace begins.
	obj      *objects.Code
	head     int
	original bytecode.Instr // what ENTER_TRACE replaced
	root     *trace         // of a side trace: the root trace that it hangs from
	side     int            // number of side traces
	exits    []*exit
	loop     asm.Label
	// loopValues are what lives at the loop label; rootable says that side traces may jump there.
	loopValues []loopValue
	rootable   bool
	phiRegs    map[int]bool
	phiFields  map[int]bool
	entered    uint64
}

// exit is where a guard leaves a trace.
type exit struct {
	trace  *trace
	snap   *ir.Snapshot
	index  int
	count  int
	aborts int
	side   *trace
	slots  []asm.Slot
}

// traceAt returns the root trace at an instruction, nil where there is none.
func traceAt(code *objects.Code, pc int) *trace {
	if ins := code.Instrs[pc]; ins.Op() == bytecode.EnterTrace {
		return the.traces[ins.Long()]
	}
	return nil
}
