package jit

import (
	"unsafe"

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
	// globals and builtins are the namespaces that the recorded function had.
	globals, builtins *objects.Dict
	linear            bool
	// wide says that the trace needs an activation with many slots.
	wide bool
	// depth is the largest number of inlined frames.
	depth int
	loop  asm.Label
	// loopValues are what lives at the loop label: what a side trace has to provide to jump there.
	loopValues []loopValue
	stops      []*stop
	steps      []step
	entered    uint64
	misses     uint64
	dead       bool
	// iter is the register of the iterator that decides how long the loop of a root trace runs, -1 for none that tells.
	iter int
	// saved is what the first entries have saved, and worth what an iteration saves, in instructions of the interpreter: see
	// compiler.judge.
	saved uint64
	worth int
}

// loopValue is a value that lives at the loop label of a root trace, and where.
type loopValue struct {
	ref ir.Ref
	at  home
}

// step is an instruction that the interpreter executes for a trace.
type step struct {
	ins bytecode.Instr
	// results are the registers that it writes and the trace reads.
	results []int
	what    string // for dumps
}

// location is where Go finds a value at a stop.
type location struct {
	kind  locationKind
	typ   ir.Type
	slot  int16
	value objects.Value // of a constant
}

type locationKind uint8

const (
	locNone locationKind = iota // nobody wants it
	locConst
	locValue // a word of the activation's values
	locRaw   // a word of its raw numbers
)

// stopKind says what a return of machine code to Go is for.
type stopKind uint8

const (
	stopExit   stopKind = iota // a guard failed
	stopHelper                 // a helper is to be called
	stopStep                   // an instruction is to be executed
	stopStore                  // a value is to be stored while the write barrier is on
	stopBox                    // a number needs an object
	stopPush                   // a frame is to be pushed
	stopResume                 // a generator's frame is to be pushed
	stopYield                  // a generator's frame is to be popped
)

// stop is a place where machine code returns to Go; its number is its index in compiler.stops. Traces have many, most of them exits
// and stores.
type stop struct {
	kind stopKind
	// Of an exit. poll says that it is one only because something waits, leave that it is the end of a trace.
	poll, leave bool
	label       asm.Label
	trace       *trace
	snap        *ir.Snapshot
	locs        []location // of the snapshot's values, in the order of Snapshot.Each
	args        []location // of a call or store
	resume      uintptr
	// Of a store.
	offset int64          // -1: of a word of an array, which is the third argument
	word   unsafe.Pointer // what is stored, where it is a constant address
	*stopCall
	// Of an exit.
	index, count, aborts int32
	slot                 asm.Slot
	side                 *trace
}

// stopCall is what stops have that are neither exits nor stores.
type stopCall struct {
	helper *helper
	step   *step
	result location
	taken  location   // of a step that jumps: whether it did
	values []location // of a step: where results go
	push   *ir.Push
	yield  *ir.Yield
	caller int32 // of a resumption: where the caller goes on
}

// original returns the instruction that stands at a place, whatever the JIT has put there.
func original(ins bytecode.Instr) bytecode.Instr {
	if ins.Op() == bytecode.EnterTrace {
		return the.traces[ins.Long()].original
	}
	return ins
}

// traceAt returns the root trace at an instruction, nil where there is none.
func traceAt(code *objects.Code, pc int) *trace {
	if ins := code.Instrs[pc]; ins.Op() == bytecode.EnterTrace {
		return the.traces[ins.Long()]
	}
	return nil
}

// codeInfo is what the JIT knows of a code object.
type codeInfo struct {
	live  *bytecode.Live
	loops bool         // has a jump backwards
	heads map[int]bool // the instructions that jumps backwards lead to
}

// info analyses a code object, once.
func (c *compiler) info(code *objects.Code) *codeInfo {
	if i, ok := code.JIT.(*codeInfo); ok {
		return i
	}
	i := &codeInfo{live: newLiveness(code), heads: map[int]bool{}}
	for pc, ins := range code.Instrs {
		if d, ok := jumpOf(original(ins)); ok && d < 0 {
			i.loops = true
			i.heads[pc+1+d] = true
		}
	}
	code.JIT = i
	return i
}
