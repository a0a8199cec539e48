package ir

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// Ref names a value: the index of the instruction that makes it.
type Ref uint16

// NoRef is no value.
const NoRef Ref = 0xFFFF

// NoSnap is no snapshot: of a call that cannot fail.
const NoSnap uint16 = 0xFFFF

// Instr is one instruction: 24 bytes.
type Instr struct {
	Op      Op
	Type    Type
	A, B, C Ref
	// Snap is the index of the snapshot of a guard.
	Snap uint16
	Aux  uint32
	Imm  int64
}

// Slot is a register of a frame and the value that it holds at a snapshot.
type Slot struct {
	Reg uint16
	Ref Ref
}

// Inlined is the frame of a call that the trace follows, at a snapshot.
type Inlined struct {
	Code *objects.Code
	// Fn is the function object.
	Fn Ref
	// PC is the instruction at which the frame goes on.
	PC int32
	// Dst is the caller's register that receives the result; with Init the result is Self.
	Dst  uint16
	Init bool
	// Operator says that the function is that of a binary operator.
	Operator bool
	Self     Ref
	// Slots are all registers that are bound or live.
	Slots []Slot
}

// Snapshot says how the interpreter goes on where a guard fails.
type Snapshot struct {
	// PC is the instruction at which the root frame goes on.
	PC int32
	// Slots are the registers of the root frame whose value differs from memory.
	Slots []Slot
	// Frames are the inlined frames above it, the innermost last.
	Frames []Inlined
	// Below is the number of frames under the root frame whose registers the trace knows.
	Below int
	// Iters are the range iterators in registers of the root frame whose position differs from memory.
	Iters []Iter
}

// Iter is a range iterator at a snapshot: the object, or the zero word where none has been made yet, and its parts.
type Iter struct {
	Reg                  uint16
	Obj, Cur, Left, Step Ref
}

// Each calls f with the address of every reference of the snapshot, in a fixed order.
func (s *Snapshot) Each(f func(*Ref)) {
	for i := range s.Slots {
		f(&s.Slots[i].Ref)
	}
	for i := range s.Frames {
		fr := &s.Frames[i]
		f(&fr.Fn)
		if fr.Init {
			f(&fr.Self)
		}
		for j := range fr.Slots {
			f(&fr.Slots[j].Ref)
		}
	}
	for i := range s.Iters {
		it := &s.Iters[i]
		f(&it.Obj)
		f(&it.Cur)
		f(&it.Left)
		f(&it.Step)
	}
}

// Trace is a trace.
type Trace struct {
	Instrs []Instr
	Snaps  []Snapshot
	// LoopAt is the index of the Loop instruction, -1 where the trace does not loop.
	LoopAt int
	// Head is the instruction of the loop head, at which the entry's guards leave.
	Head int32
	// Consts are the objects that the trace refers to; they live as long as it does.
	Consts []objects.Value
	// Words are the machine words that guards compare with and stores write: addresses, versions.
	Words []Word
	// Args are the operands of calls.
	Args []Ref
	// LinkArgs are, where the trace ends in Link, the values for the target's loop label, in the order of its loop values.
	LinkArgs []Ref
	// Pushes and Pops describe the frames that the trace pushes and the callers that it returns to.
	Pushes []Push
	Pops   []Pop
	// Resumes and Yields describe how it goes into generators and out of them.
	Resumes []Resume
	Yields  []Yield
	// Kept are values whose type decided the way of the recording: their guards stay although nobody needs the values.
	Kept []Ref
	// Inherited is the number of values that the parent's exit hands to a side trace: see Inherit.
	Inherited int
}

// Push describes a frame that a trace pushes.
type Push struct {
	Code *objects.Code
	// PC is where the caller goes on; Dst its register that receives the result.
	PC  int32
	Dst uint16
}

// Pop describes the caller that a trace returns to: it must be at PC of Code, in the function Fn or, where that is nil, in
// one with these namespaces.
type Pop struct {
	Code              *objects.Code
	PC                int32
	Fn                *objects.Function
	Globals, Builtins *objects.Dict
}

// Resume describes the resumption of a generator by a for loop: the generator is to be in State at PC of Code, and the
// loop goes on at CallerPC.
type Resume struct {
	Code     *objects.Code
	PC       int32
	State    objects.GenState
	CallerPC int32
}

// Yield describes how a generator that a for loop has resumed goes back to it: at the instruction Instr before PC, or, with
// End, by returning. Caller is what the caller must be; without a Code it is known already.
type Yield struct {
	Caller Pop
	Instr  bytecode.Instr
	PC     int32
	End    bool
}

// Word is a machine word with a name for dumps. Ptr is set where the word is an address, and keeps what lies there
// alive.
type Word struct {
	Name string
	Bits uint64
	Ptr  unsafe.Pointer
}

// Address makes the word of an address.
func Address(name string, p unsafe.Pointer) Word { return Word{name, uint64(uintptr(p)), p} }

// CallArgs returns the operands of a call.
func (t *Trace) CallArgs(in *Instr) []Ref { return t.Args[in.Imm>>16:][:in.Imm&0xFFFF] }

// EachOperand calls f with the address of every operand of an instruction, those of its snapshot left out.
func (t *Trace) EachOperand(in *Instr, f func(*Ref)) {
	n := Ops[in.Op].Args
	if n > 0 {
		f(&in.A)
	}
	if n > 1 {
		f(&in.B)
	}
	if n > 2 {
		f(&in.C)
	}
	if in.Op == CallHelper {
		args := t.CallArgs(in)
		for i := range args {
			f(&args[i])
		}
	}
	if in.Op == Link {
		for i := range t.LinkArgs {
			f(&t.LinkArgs[i])
		}
	}
}

// IsConst reports whether a value is a constant.
func (t *Trace) IsConst(r Ref) bool {
	if r == NoRef {
		return false
	}
	op := t.Instrs[r].Op
	return op == ConstInt || op == ConstFloat || op == ConstVal
}

// ConstValue returns the value of a constant object.
func (t *Trace) ConstValue(r Ref) (objects.Value, bool) {
	if in := &t.Instrs[r]; in.Op == ConstVal {
		return t.Consts[in.Imm], true
	}
	return objects.Value{}, false
}

// MaxInstrs bounds the length of a trace.
const MaxInstrs = 6000
