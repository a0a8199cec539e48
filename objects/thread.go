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

	// scratch is memory for text that is being put together; whoever uses it takes it away meanwhile, because formatting
	// a value may run a program's code.
	scratch []byte

	// chunk is the register memory in use; top is the index of the first free register.
	chunk *chunk
	top   int

	// Cur is the call record of the running frame, nil outside of Python code. Records are linked in both directions and
	// used again, so that their addresses stay valid while calls nest.
	Cur *Record
	// first is the bottom of the control stack.
	first *Record

	// Handled is the exception being handled (sys.exception()), nil outside of handlers.
	Handled *ExcState
	excBase ExcState

	// functionSite is for NewFunction.
	functionSite functionSite

	// Take is who is offered the values of the generator that runs with RecTake.
	Take func(v Value) bool

	// Depth counts Python calls, NativeDepth nested entries from Go into the interpreter and other recursion in Go.
	Depth       int
	NativeDepth int
	// RecursionLimit is sys.getrecursionlimit().
	RecursionLimit int

	// Ident is threading.get_ident().
	Ident uint64
	// TraceFunc and ProfileFunc are what settrace and setprofile installed, or zero.
	TraceFunc, ProfileFunc Value
	// MidFrame tells the loop that it takes over a frame that the other one has begun.
	MidFrame bool
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
	// stopped is that StopIteration itself where Python code raised it.
	stopped *Exception
	// SpareList, SpareTuple and SpareRange are exhausted iterators for LoopIter, nil where there is none.
	SpareList  *ListIterator
	SpareTuple *TupleIterator
	SpareRange *RangeIterator
	// Sample is a sequence of numbers without a pattern, by which the interpreter samples loops.
	Sample uint32
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
	t.first = &Record{}
	return t
}

// takeScratch returns memory to append text to. giveScratch gives it back; it keeps no more than some pages.
func (t *Thread) takeScratch() []byte {
	b := t.scratch
	t.scratch = nil
	if b == nil {
		b = make([]byte, 0, 256)
	}
	return b[:0]
}

func (t *Thread) giveScratch(b []byte) {
	if cap(b) <= 16<<10 {
		t.scratch = b
	}
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

// Index returns the register index of the mark within its chunk.
func (m Mark) Index() int { return m.top }

// ChunkChanged reports whether another chunk than the mark's is in use.
func (t *Thread) ChunkChanged(m Mark) bool { return t.chunk != m.chunk }

// Mark returns the present position.
func (t *Thread) Mark() Mark { return Mark{t.chunk, t.top} }

// Release gives back everything that was reserved since the mark.
func (t *Thread) Release(m Mark) {
	t.chunk = m.chunk
	t.top = m.top
}

// Top returns the address of the first free register.
func (t *Thread) Top() *Value { return &t.chunk.regs[t.top] }

// Chunk limits for the interpreter: ChunkStart is the address of the first register of the chunk in use, SetTop makes
// register i the first free one.
func (t *Thread) ChunkStart() unsafe.Pointer { return unsafe.Pointer(&t.chunk.regs[0]) }

// ChunkRegisters is the number of registers of a chunk.
const ChunkRegisters = chunkRegisters

// Layout of Thread for machine code. The registers of a chunk begin at its address.
const (
	ThreadChunkOffset = unsafe.Offsetof(Thread{}.chunk)
	ThreadTopOffset   = unsafe.Offsetof(Thread{}.top)
	_                 = -unsafe.Offsetof(chunk{}.regs) // is 0
)

// TopIndex and SetTop read and set the index of the first free register.
func (t *Thread) TopIndex() int { return t.top }
func (t *Thread) SetTop(i int)  { t.top = i }

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

// SetPoll asks the thread to come to a safepoint; bits are Poll bits.
func (t *Thread) SetPoll(bits uint32) { t.Poll.Or(bits) }

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

// Record is a call record: one frame on the control stack. Fields that most calls do not need (Frame, Gen, Locals, Self,
// mark) are zero in a record that is not in use; a flag says that they have to be cleared when the frame returns.
type Record struct {
	Prev, Next *Record
	Code       *Code
	Fn         *Function
	// Base is the address of register 0.
	Base unsafe.Pointer
	// PC is the index of the instruction behind the one that runs or, in a caller, behind the call.
	PC int32
	// Top is the caller's top of the register memory.
	Top int32
	// Dst is the caller's register that receives the result.
	Dst   uint16
	Flags RecordFlags
	// Frame is the frame object, nil until somebody asks.
	Frame *Frame
	// Gen owns the registers where the frame is a generator's.
	Gen *Generator
	// Locals is the namespace of a module or class body; Globals and Builtins are those of code without a function.
	Locals Value
	// Self is the new instance while __init__ runs for a call of its type.
	Self Value
	// mark restores the register memory where the frame began a new chunk.
	mark Mark
}

// Push makes the next record of the control stack the running frame and returns it.
func (t *Thread) Push() *Record {
	r := t.first
	if t.Cur != nil {
		if r = t.Cur.Next; r == nil {
			r = &Record{Prev: t.Cur}
			t.Cur.Next = r
		}
	}
	t.Cur = r
	return r
}

// SetMark keeps the position of the register memory to go back to when the frame returns.
func (r *Record) SetMark(m Mark) { r.mark = m; r.Flags |= RecChunk }

// Reset clears the fields that are rarely used; the frame has ended.
func (r *Record) Reset() {
	r.Frame, r.Gen, r.Locals, r.Self, r.mark = nil, nil, Value{}, Value{}, Mark{}
	r.Flags = 0
}

// MarkOf returns the position kept by SetMark.
func (r *Record) MarkOf() Mark { return r.mark }

// ForgetFree clears the records above the running one, so that what they refer to can die.
func (t *Thread) ForgetFree() {
	r := t.first
	if t.Cur != nil {
		r = t.Cur.Next
	}
	for ; r != nil; r = r.Next {
		r.Code, r.Fn, r.Base = nil, nil, nil
	}
}

// RecordFlags say how a frame was entered.
type RecordFlags uint16

// The flags of a record.
const (
	RecEntry    RecordFlags = 1 << iota // return leaves the loop: the frame was entered from Go
	RecInit                             // __init__ called for an instance: the result is the instance
	RecGen                              // a generator's frame
	RecGenFor                           // resumed by a for loop: exhaustion goes on behind it
	RecGenSend                          // resumed by SEND
	RecFrame                            // a frame object exists
	RecChunk                            // the frame began a chunk of registers
	RecLocals                           // Locals is set
	RecTraced                           // the trace function saw the call
	RecProfiled                         // the profile function saw the call
	RecPolling                          // the frame is at a safepoint: PC is the instruction that runs next
	RecOperator                         // a method of the binary instruction before the caller's PC, which may return NotImplemented
	RecTake                             // what the generator yields is offered to Thread.Take first
)

// Hooks are what objects needs of the interpreter. The interpreter sets them before the first Python code runs.
type Hooks struct {
	// CallFunction runs a Python function.
	CallFunction func(t *Thread, fn *Function, args []Value, kw *Tuple) (Value, error)
	// Resume continues a generator: sent is the value of the yield expression, or exc is raised there. It returns the
	// next yielded value, or done with the returned value.
	Resume func(t *Thread, g *Generator, sent Value, exc error) (v Value, done bool, err error)
	// Drain continues a generator again and again while take accepts what it yields, and returns what take did not
	// accept as Resume does. take must not run Python code: the generator is still on the stack.
	Drain func(t *Thread, g *Generator, take func(v Value) bool) (v Value, done bool, err error)
	// Within calls f with the frame of a suspended generator on the stack, which f's calls see as their caller.
	Within func(t *Thread, g *Generator, f func() error) error
	// Import is __import__ through the import system.
	Import func(t *Thread, name string, fromlist *Tuple, level int, globals *Dict) (Value, error)
	// ImportLevel is the function __import__ itself, its arguments unchecked.
	ImportLevel func(t *Thread, name, globals, fromlist Value, level int) (Value, error)
	// Compile compiles source text; mode is "exec", "eval", "single" or "func_type".
	Compile func(t *Thread, source Value, filename string, mode string, flags int, dontInherit bool, optimize int) (Value, error)
	// Exec runs a code object in namespaces.
	Exec func(t *Thread, code *Code, globals *Dict, locals Value, closure *Tuple) (Value, error)
	// Warn issues a warning of a category.
	Warn func(t *Thread, category *Type, message string, stackLevel int) error
	// FrameOf returns the frame object of a record.
	FrameOf func(t *Thread, r *Record) *Frame
	// FrameBack returns f_back, FramePC the index of the instruction that a frame is at, CurrentFrame the frame object
	// depth levels up from the running one.
	FrameBack    func(t *Thread, f *Frame) *Frame
	FramePC      func(f *Frame) int32
	CurrentFrame func(t *Thread, depth int) *Frame
	// SetLine is assignment to f_lineno.
	SetLine func(t *Thread, f *Frame, line Value) error
	// SysAttr returns an attribute of the module sys, zero where it is absent.
	SysAttr func(t *Thread, name string) (Value, error)
	// FSDecode is os.fsdecode of a str, bytes or path object.
	FSDecode func(t *Thread, v Value) (string, error)
	// CloseQuietly ends a suspended generator in which GeneratorExit would meet no handler, and reports whether it is one.
	CloseQuietly func(g *Generator) bool
	// GeneratorFrame returns the frame object of a generator that has not ended.
	GeneratorFrame func(t *Thread, g *Generator) *Frame
	// Unraisable reports an exception that nobody can catch.
	Unraisable func(t *Thread, err error, where string, obj Value)
	// Blocking runs f with the lock released.
	Blocking func(t *Thread, f func())
	// TypeParam makes a type parameter or alias of PEP 695; the module _typing sets it. kind is one of TypeParamKind; arg
	// is the function that evaluates a bound, constraints, default or value, or the parameters, and may be zero.
	TypeParam func(t *Thread, kind TypeParamKind, name, arg, arg2 Value) (Value, error)
	// Shadows reports whether a file shadows the module of the standard library of that name; nil: never.
	Shadows func(module, origin string) bool
	// Open is the built-in open; Input the built-in input.
	Open  CallFunc
	Input func(t *Thread, prompt Value) (Value, error)
	// Collect runs a full collection and returns the number of unreachable objects found; save may be nil.
	Collect func(t *Thread, save func(Value)) int
	// ClearDead forgets the values in the registers of the running thread that nothing reads any more.
	ClearDead func()
	// Roots visits everything that the interpreter itself refers to.
	Roots func(visit func(Value))
}

// TypeParamKind says what Hooks.TypeParam makes.
type TypeParamKind uint8

// The kinds.
const (
	MakeTypeVar         TypeParamKind = iota // name; arg evaluates the bound, arg2 the constraints
	MakeParamSpec                            // name
	MakeTypeVarTuple                         // name
	SetTypeParamDefault                      // name is the parameter, arg evaluates its default
	MakeTypeAlias                            // name, arg are the type parameters or None, arg2 evaluates the value
	SubscriptGeneric                         // name is the tuple of parameters: Generic[...]
)

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
	Thread   *Thread
	// Rec is the running record, nil once the frame has ended or while its generator is suspended.
	Rec *Record
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
	// Event is the event that a trace or profile function is being told of, empty for none; Starting says that the frame
	// has not run an instruction yet.
	Event    string
	Starting bool
	// Exposed says that somebody has taken f_locals, through which the registers may be changed at any time.
	Exposed bool
	// LastLine and LastPC are where the trace function was called last.
	LastLine, LastPC int32
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
	Lasti int32 // tb_lasti as the constructor was given it, 0: derived from PC
}
