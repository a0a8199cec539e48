package objects

import (
	"sync/atomic"
	"unsafe"
)

// Thread is the state of one Python thread: its registers, its control stack, and what polls look at.
type Thread struct {
	// Poll is not zero while something waits for a safepoint: a lock request, a signal, a pending finaliser, a changed
	// hook. Loops and calls test it; machine code too.
	Poll atomic.Uint32

	// chunk is the register memory in use; top is the index of the first free register.
	chunk *chunk
	top   int

	// Records is the control stack; the last one is the running frame.
	Records []Record

	// Handled is the exception being handled (sys.exception()), nil outside of handlers.
	Handled *ExcState
	excBase ExcState

	// Depth counts Python calls, NativeDepth nested entries from Go into the interpreter and other recursion in Go.
	Depth       int
	NativeDepth int
	// RecursionLimit is sys.getrecursionlimit().
	RecursionLimit int

	// Ident is threading.get_ident().
	Ident uint64
	// TraceFunc and ProfileFunc are what settrace and setprofile installed, or zero.
	TraceFunc, ProfileFunc Value
	// InTrace is set while a hook runs, which is itself not traced.
	InTrace bool
	// AsyncExc is an exception that another thread asked this one to raise.
	AsyncExc atomic.Pointer[Exception]
	// AsyncGenFirstIter and AsyncGenFinalizer are the hooks of sys.set_asyncgen_hooks.
	AsyncGenFirstIter, AsyncGenFinalizer Value
	// OriginTracking is sys.set_coroutine_origin_tracking_depth.
	OriginTracking int
	// Context is the current contextvars context, made on demand.
	Context Value
	// stopValue is the value of the StopIteration that a Next slot turned into exhaustion last.
	stopValue Value
	// reprActive holds the containers whose repr is being made, to stop cycles.
	reprActive []unsafe.Pointer
	// State is what the interpreter keeps for the thread.
	State any
}

// The bits of Thread.Poll.
const (
	PollLock     = 1 << iota // another thread wants the lock
	PollSignal               // a signal arrived
	PollPending              // finalisers or weak reference callbacks wait
	PollHooks                // a hook was installed or removed
	PollAsyncExc             // AsyncExc is set
)

// ExcState is one level of the stack of handled exceptions: a generator has its own.
type ExcState struct {
	Exc  Value // an exception, or zero
	Prev *ExcState
}

// chunkRegisters is the size of a chunk of registers in values (256 KiB): large enough that a chunk switch is rare,
// small enough that a thread is cheap.
const chunkRegisters = 32 << 10

// chunk is a piece of register memory. It never moves: frames and machine code keep addresses in it. The spare register
// behind the last keeps any "one past" address inside the allocation.
type chunk struct {
	regs [chunkRegisters + 1]Value
	prev *chunk
	next *chunk
	// savedTop is top at the time that the next chunk was begun.
	savedTop int
}

// NativeDepthLimit bounds nested entries from Go: each takes a Go stack frame of the interpreter, and Go's own stack
// overflow cannot be caught. CPython's C recursion limit is of the same order.
const NativeDepthLimit = 9000

// NewThread makes the state of a thread.
func NewThread() *Thread {
	t := &Thread{chunk: new(chunk), RecursionLimit: 1000}
	t.Handled = &t.excBase
	t.Records = make([]Record, 0, 64)
	return t
}

// Reserve takes n registers from the thread's register memory and returns the address of the first; they keep whatever
// they held. Release gives them back. The mark is what Release needs.
func (t *Thread) Reserve(n int) (base *Value, mark Mark) {
	mark = Mark{t.chunk, t.top}
	if t.top+n > chunkRegisters {
		t.newChunk(n)
	}
	base = &t.chunk.regs[t.top]
	t.top += n
	return base, mark
}

// Mark is a position in the register memory.
type Mark struct {
	chunk *chunk
	top   int
}

// Mark returns the present position.
func (t *Thread) Mark() Mark { return Mark{t.chunk, t.top} }

// Release gives back everything that was reserved since the mark.
func (t *Thread) Release(m Mark) {
	t.chunk = m.chunk
	t.top = m.top
}

// Top returns the address of the first free register.
func (t *Thread) Top() *Value { return &t.chunk.regs[t.top] }

// Extend makes n registers from base on belong to the running frame, where base lies in the current chunk at or below
// the top: the window of a call that is placed over its arguments. It reports false where they do not fit the chunk;
// the caller then reserves and copies.
func (t *Thread) Extend(base unsafe.Pointer, n int) bool {
	i := (uintptr(base) - uintptr(unsafe.Pointer(&t.chunk.regs[0]))) / 8
	if i > uintptr(t.top) || int(i)+n > chunkRegisters {
		return false
	}
	t.top = int(i) + n
	return true
}

// newChunk begins another chunk. A request that no chunk could satisfy is impossible: windows are bounded by the
// compiler, argument lists are passed by reference beyond that bound.
func (t *Thread) newChunk(n int) {
	if n > chunkRegisters {
		panic("objects: register window larger than a chunk")
	}
	c := t.chunk.next
	if c == nil {
		c = &chunk{prev: t.chunk}
		t.chunk.next = c
	}
	t.chunk.savedTop = t.top
	t.chunk = c
	t.top = 0
}

// ClearAbove zeroes the registers above the top, so that what was deleted can die.
func (t *Thread) ClearAbove() {
	clear(t.chunk.regs[t.top:])
	t.chunk.next = nil
}

// VisitRegisters calls f with every part of the register memory that is in use.
func (t *Thread) VisitRegisters(f func([]Value)) {
	f(t.chunk.regs[:t.top])
	for c := t.chunk.prev; c != nil; c = c.prev {
		f(c.regs[:c.savedTop])
	}
}

// EnterNative counts a nested recursion in Go; Leave undoes it. It fails with RecursionError at the limit, so that Go's
// stack, whose overflow cannot be caught, never runs out.
func (t *Thread) EnterNative(where string) error {
	if t.NativeDepth >= NativeDepthLimit {
		return t.recursionError(where)
	}
	t.NativeDepth++
	return nil
}

// LeaveNative undoes EnterNative.
func (t *Thread) LeaveNative() { t.NativeDepth-- }

// EnterCall counts a recursion that CPython counts as a Python call.
func (t *Thread) recursionError(where string) error {
	return Errorf(&RecursionErrorType, "maximum recursion depth exceeded%s", where)
}

// RecursionError makes the error of too deep a recursion; where is empty or begins with a space.
func (t *Thread) RecursionError(where string) error { return t.recursionError(where) }

// Record is a call record: one frame on the control stack.
type Record struct {
	Code *Code
	// Base is the address of register 0.
	Base unsafe.Pointer
	// PC is the index of the instruction that runs or, in a caller, of the call.
	PC int32
	// Dst is the caller's register that receives the result.
	Dst   uint16
	Flags RecordFlags
	Fn    *Function
	// Globals and Builtins are the function's; Locals is the namespace of a module or class body, else nil.
	Globals  *Dict
	Builtins *Dict
	Locals   Value
	// Frame is the frame object, nil until somebody asks.
	Frame *Frame
	// Gen owns the registers where the frame is a generator's.
	Gen *Generator
	// mark restores the register memory when the frame returns.
	Mark Mark
	// Self is the new instance while __init__ runs for a call of its type.
	Self Value
}

// RecordFlags say how a frame was entered.
type RecordFlags uint16

// The flags of a record.
const (
	RecEntry  RecordFlags = 1 << iota // return leaves the loop: the frame was entered from Go
	RecInit                           // __init__ called for an instance: the result is the instance
	RecGen                            // a generator's frame
	RecTraced                         // settrace reported its call
)

// Hooks are what objects needs of the interpreter. The interpreter sets them before the first Python code runs.
type Hooks struct {
	// CallFunction runs a Python function.
	CallFunction func(t *Thread, fn *Function, args []Value, kw *Tuple) (Value, error)
	// Resume continues a generator: sent is the value of the yield expression, or exc is raised there. It returns the
	// next yielded value, or done with the returned value.
	Resume func(t *Thread, g *Generator, sent Value, exc error) (v Value, done bool, err error)
	// Import is __import__ through the import system.
	Import func(t *Thread, name string, fromlist *Tuple, level int, globals *Dict) (Value, error)
	// Compile compiles source text; mode is "exec", "eval", "single" or "func_type".
	Compile func(t *Thread, source Value, filename string, mode string, flags int, dontInherit bool, optimize int) (Value, error)
	// Exec runs a code object in namespaces.
	Exec func(t *Thread, code *Code, globals *Dict, locals Value, closure *Tuple) (Value, error)
	// Warn issues a warning of a category.
	Warn func(t *Thread, category *Type, message string, stackLevel int) error
	// FrameOf returns the frame object of a record, by index from the bottom.
	FrameOf func(t *Thread, index int) *Frame
	// FrameBack returns the frame that called a frame, nil for none.
	FrameBack func(t *Thread, f *Frame) *Frame
	// SetLine is assignment to f_lineno.
	SetLine func(t *Thread, f *Frame, line Value) error
	// SysAttr returns an attribute of the module sys, zero where it is absent.
	SysAttr func(t *Thread, name string) (Value, error)
	// FSDecode is os.fsdecode of a str, bytes or path object.
	FSDecode func(t *Thread, v Value) (string, error)
	// GeneratorFrame returns the frame object of a generator that has not ended.
	GeneratorFrame func(t *Thread, g *Generator) *Frame
	// Unraisable reports an exception that nobody can catch.
	Unraisable func(t *Thread, err error, where string, obj Value)
	// Blocking runs f with the lock released.
	Blocking func(t *Thread, f func())
	// Shadows reports whether a file shadows the module of the standard library of that name; nil: never.
	Shadows func(module, origin string) bool
	// Open is the built-in open; Input the built-in input.
	Open  CallFunc
	Input func(t *Thread, prompt Value) (Value, error)
	// Collect runs a full collection and returns the number of unreachable objects found.
	Collect func(t *Thread) int
}

// H are the hooks in use.
var H Hooks

// Frame is a frame object. While its frame runs, registers are read from the record; afterwards from the copy.
type Frame struct {
	Head
	Code     *Code
	Fn       *Function
	Globals  *Dict
	Builtins *Dict
	LocalsNS Value // the namespace of a module or class body
	Back     *Frame
	// Thread and Index find the running record; Thread is nil once the frame has ended.
	Thread *Thread
	Index  int
	// Gen is the generator whose frame this is.
	Gen *Generator
	// Regs are the registers: the live ones of a running frame, a copy of an ended one.
	Regs []Value
	// PC is the last instruction of an ended frame.
	PC int32
	// Trace is f_trace; TraceLines and TraceOpcodes are f_trace_lines and f_trace_opcodes.
	Trace        Value
	NoTraceLines bool
	TraceOpcodes bool
	// LastLine is the line that the trace function saw last.
	LastLine int32
	// extra are locals that f_locals added beyond the variables of the code (PEP 667).
	Extra *Dict
}

// Traceback is a traceback object.
type Traceback struct {
	Head
	Next  *Traceback
	Frame *Frame
	PC    int32
	Line  int32 // 0: derived from PC when it is read
}
