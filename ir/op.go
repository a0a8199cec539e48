package ir

// Op is an operation.
type Op uint8

// The operations.
const (
	Nop        Op = iota
	ConstInt      // Imm
	ConstFloat    // Imm: IEEE bits
	Base          // the address of register 0 of the frame
	LoadInt       // register Imm of the frame as an i64; guard that it is a small int
	LoadFloat     // register Imm as an f64; guard that it is a float
	LoadObject    // register Imm as an object of the layout Aux; guard its type
	Inherit       // in a side trace: word Imm of those that the parent's exit stored, of the instruction's type
	FieldInt      // the i64 field at byte offset Imm of object A
	Loop          // the loop label
	Phi           // register Imm: A on entry, B after an iteration
	Add           // A + B, 64 bits, known not to overflow
	Sub
	Mul
	AddOv // A + B; guard that 64 bits do not overflow
	SubOv
	MulOv
	Neg // -A, known not to overflow
	And
	Or
	Xor
	Shl      // A << B, B known to be in 0…63
	ShlOv    // A << B; guard that no bits are lost
	Sar      // A >> B, B known to be in 0…63
	DivFloor // A // B, B known to be positive
	ModFloor // A % B, B known to be positive
	IntToFloat
	FAdd
	FSub
	FMul
	FDiv // B known not to be zero
	FNeg
	FSqrt
	FAbs
	// Guards on comparisons; the trace goes on where the comparison holds.
	Lt
	Le
	Eq
	Ne
	Gt
	Ge
	FLt
	FLe
	FEq
	FNe
	FGt
	FGe
	// The same comparisons negated, for floats: not (A < B) is also true where one is NaN.
	FNotLt
	FNotLe
	FNotGt
	FNotGe
	StoreReg   // register Imm of the frame := A; guard that the collector's write barrier is off
	StoreField // the i64 field at byte offset Imm of object A := B
	Poll       // leave where something waits
	Jump       // back to the loop label
	Link       // on to the loop label of trace Imm, with the values that Trace.LinkArgs gives
	NumOps
)

// Type is the type of a value.
type Type uint8

// The types.
const (
	Void   Type = iota
	I64         // a raw int of 64 bits; a result past a small int's 49 bits becomes an object when the trace is left
	F64         // a raw float
	Object      // the address of an object of known layout
	Addr        // the address of the frame's registers
)

// Info describes an operation.
type Info struct {
	Name   string
	Args   int  // SSA operands
	Type   Type // of the result
	Guard  bool // may leave: has a snapshot
	Pure   bool // the result depends on the operands alone
	Comm   bool // commutative
	Imm    bool // Imm is part of the operation
	Effect bool // must stay, and in order
}

// Ops describes every operation.
var Ops = [NumOps]Info{
	Nop:        {Name: "nop"},
	ConstInt:   {Name: "int", Type: I64, Pure: true, Imm: true},
	ConstFloat: {Name: "float", Type: F64, Pure: true, Imm: true},
	Base:       {Name: "base", Type: Addr},
	LoadInt:    {Name: "loadint", Type: I64, Guard: true, Imm: true},
	LoadFloat:  {Name: "loadfloat", Type: F64, Guard: true, Imm: true},
	LoadObject: {Name: "loadobject", Type: Object, Guard: true, Imm: true},
	Inherit:    {Name: "inherit", Imm: true},
	FieldInt:   {Name: "field", Args: 1, Type: I64, Imm: true},
	Loop:       {Name: "loop", Effect: true},
	Phi:        {Name: "phi", Args: 2, Imm: true},
	Add:        {Name: "add", Args: 2, Type: I64, Pure: true, Comm: true},
	Sub:        {Name: "sub", Args: 2, Type: I64, Pure: true},
	Mul:        {Name: "mul", Args: 2, Type: I64, Pure: true, Comm: true},
	AddOv:      {Name: "addov", Args: 2, Type: I64, Pure: true, Comm: true, Guard: true},
	SubOv:      {Name: "subov", Args: 2, Type: I64, Pure: true, Guard: true},
	MulOv:      {Name: "mulov", Args: 2, Type: I64, Pure: true, Comm: true, Guard: true},
	Neg:        {Name: "neg", Args: 1, Type: I64, Pure: true},
	And:        {Name: "and", Args: 2, Type: I64, Pure: true, Comm: true},
	Or:         {Name: "or", Args: 2, Type: I64, Pure: true, Comm: true},
	Xor:        {Name: "xor", Args: 2, Type: I64, Pure: true, Comm: true},
	Shl:        {Name: "shl", Args: 2, Type: I64, Pure: true},
	ShlOv:      {Name: "shlov", Args: 2, Type: I64, Pure: true, Guard: true},
	Sar:        {Name: "sar", Args: 2, Type: I64, Pure: true},
	DivFloor:   {Name: "divfloor", Args: 2, Type: I64, Pure: true},
	ModFloor:   {Name: "modfloor", Args: 2, Type: I64, Pure: true},
	IntToFloat: {Name: "inttofloat", Args: 1, Type: F64, Pure: true},
	FAdd:       {Name: "fadd", Args: 2, Type: F64, Pure: true, Comm: true},
	FSub:       {Name: "fsub", Args: 2, Type: F64, Pure: true},
	FMul:       {Name: "fmul", Args: 2, Type: F64, Pure: true, Comm: true},
	FDiv:       {Name: "fdiv", Args: 2, Type: F64, Pure: true},
	FNeg:       {Name: "fneg", Args: 1, Type: F64, Pure: true},
	FSqrt:      {Name: "fsqrt", Args: 1, Type: F64, Pure: true},
	FAbs:       {Name: "fabs", Args: 1, Type: F64, Pure: true},
	Lt:         {Name: "lt", Args: 2, Guard: true}, Le: {Name: "le", Args: 2, Guard: true},
	Eq: {Name: "eq", Args: 2, Guard: true, Comm: true}, Ne: {Name: "ne", Args: 2, Guard: true, Comm: true},
	Gt: {Name: "gt", Args: 2, Guard: true}, Ge: {Name: "ge", Args: 2, Guard: true},
	FLt: {Name: "flt", Args: 2, Guard: true}, FLe: {Name: "fle", Args: 2, Guard: true},
	FEq: {Name: "feq", Args: 2, Guard: true, Comm: true}, FNe: {Name: "fne", Args: 2, Guard: true, Comm: true},
	FGt: {Name: "fgt", Args: 2, Guard: true}, FGe: {Name: "fge", Args: 2, Guard: true},
	FNotLt: {Name: "fnotlt", Args: 2, Guard: true}, FNotLe: {Name: "fnotle", Args: 2, Guard: true},
	FNotGt: {Name: "fnotgt", Args: 2, Guard: true}, FNotGe: {Name: "fnotge", Args: 2, Guard: true},
	StoreReg:   {Name: "storereg", Args: 1, Guard: true, Imm: true, Effect: true},
	StoreField: {Name: "storefield", Args: 2, Imm: true, Effect: true},
	Poll:       {Name: "poll", Guard: true, Effect: true},
	Jump:       {Name: "jump", Effect: true},
	Link:       {Name: "link", Imm: true, Effect: true},
}

// String returns the operation's name in IR text.
func (op Op) String() string { return Ops[op].Name }

// Ref names a value: the index of the instruction that makes it.
type Ref uint16

// NoRef is no value.
const NoRef Ref = 0xFFFF

// Instr is one instruction: 16 bytes.
type Instr struct {
	Op   Op
	Type Type
	A, B Ref
	// Snap is the index of the snapshot of a guard.
	Snap uint16
	Imm  int64
}

// Slot is a register of the frame and the value that it holds at a snapshot.
type Slot struct {
	Reg uint16
	Ref Ref
}

// Snapshot says how the interpreter goes on where a guard fails.
type Snapshot struct {
	// PC is the instruction that the interpreter runs next.
	PC int32
	// Slots are the registers whose value differs from memory.
	Slots []Slot
	// Fields are fields of objects whose value differs from memory.
	Fields []Field
}

// Field is a raw field of an object and the value that it holds at a snapshot.
type Field struct {
	Obj    Ref
	Offset int32
	Ref    Ref
}

// Trace is a trace.
type Trace struct {
	Instrs []Instr
	Snaps  []Snapshot
	// LoopAt is the index of the Loop instruction, -1 where the trace does not loop.
	LoopAt int
	// Types are the object layouts that LoadObject instructions guard, by the index kept in B.
	Types []Layout
	// LinkArgs are, where the trace ends in Link, the values for the target's loop label, in the order of its LoopValues.
	LinkArgs []Ref
	// Inherited are, in a side trace, the values that the parent's exit hands over: see Inherit.
	Inherited int
}

// Layout is an object type as a guard sees it: the address of its Type, which is a variable or kept alive by the trace.
type Layout struct {
	Name string
	// Word returns the address of the type object.
	Word func() uintptr
}

// MaxInstrs bounds the length of a trace.
const MaxInstrs = 4000
