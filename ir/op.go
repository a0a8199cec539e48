package ir

// Op is an operation.
type Op uint8

// The operations.
const (
	Nop        Op = iota
	ConstInt      // Imm
	ConstFloat    // Imm: IEEE bits
	ConstVal      // the value Consts[Imm]
	Base          // the address of register 0 of the root frame
	LoadReg       // register Imm of the root frame as a boxed value, of any kind; the zero word too
	Inherit       // in a side trace: word Imm of those that the parent's exit stored, of the instruction's type
	Loop          // the loop label
	Phi           // A on entry, B after an iteration; Imm names the place that it stands for, for dumps only

	// From boxed values and back.
	UnboxInt    // A as an i64; guard that it is a small int
	UnboxFloat  // A as an f64; guard that it is a float
	BoxInt      // A as a value; what does not fit a small int becomes an object
	BoxFloat    // A as a value
	GuardType   // guard that A is an object whose type is Consts[Imm]
	GuardIs     // guard that A is the value B
	GuardIsNot  // guard that A is not the value B
	GuardBound  // guard that A is not the zero word
	GuardPlain  // guard that A is a small int or a float, not an object
	GuardWord   // guard that the word at byte offset Imm of A is Words[Aux]; class C
	GuardNoWord // guard that it is not

	// Memory. Aux is the alias class, C of a load its width.
	Load      // the field at byte offset Imm of object A
	LoadItem  // word B of the array A
	LoadByte  // byte B of the array A
	StoreByte // byte B of the array A := the low byte of C
	StrEqual  // 1 where the strings A and B are equal, else 0
	Store     // the raw field at byte offset Imm of object A := B, an i64
	StoreVal  // the value or pointer at byte offset Imm of object A := B; tests the collector's write barrier
	StoreItem // word B of the array A := C; tests the write barrier
	StoreWord // the pointer at byte offset Imm of object A := Words[C]; tests the write barrier
	StoreReg  // register Imm of the frame at B := A; tests the write barrier

	// Ints of 64 bits.
	Add // A + B, known not to overflow
	Sub
	Mul
	AddOv // A + B; guard that 64 bits do not overflow
	SubOv
	MulOv
	And
	Or
	Xor
	Shl      // A << B, B known to be in 0…63
	ShlOv    // A << B; guard that no bits are lost
	Sar      // A >> B, B known to be in 0…63
	DivFloor // A // B, B known to be positive
	ModFloor // A % B, B known to be positive
	IntToFloat
	FloatToInt // truncates; guard that the result fits 64 bits

	FAdd
	FSub
	FMul
	FDiv // B known not to be zero
	FNeg
	FSqrt // A known not to be negative
	FAbs

	// Guards on comparisons; the trace goes on where the comparison holds.
	Lt
	Le
	Eq
	Ne
	Gt
	Ge
	Below // A < B as numbers without sign: an index within a length
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

	// Calls into Go. Aux is the number of the helper or the index of what is to be done; the operands are Args[Imm>>16:][:Imm&0xFFFF].
	CallHelper // a function that runs no Python code; guard that it succeeds, else the instruction is run again
	CallStep   // one instruction by the interpreter, with the frames restored; results are Result
	Result     // result number Imm of the CallStep A
	Poll       // leave where something waits
	Jump       // back to the loop label
	Link       // on to the loop label of trace Imm, with the values that Trace.LinkArgs gives

	// The control stack. A frame that is pushed or popped in earnest is the root frame from then on.
	PushFrame // push the frame of a call, Trace.Pushes[Aux], of the function A; the address of its register 0
	PopFrame  // pop the root frame; guard that its caller is as Trace.Pops[Aux] says; the address of the caller's register 0
	PushGen   // push the frame of the generator A, Trace.Resumes[Aux]; guard that it is suspended there; the address of its register 0
	PopGen    // suspend or end the generator whose frame is the root frame, Trace.Yields[Aux]; guard that its caller is as
	// that says; the address of the caller's register 0
	Leave // on to the code of the place where the snapshot goes on; everything lies in memory
	NumOps
)

// Type is the type of a value.
type Type uint8

// The types.
const (
	Void Type = iota
	I64       // a raw int of 64 bits; a result past a small int's 49 bits becomes an object when it is boxed
	F64       // a raw float
	Val       // a boxed value: the word of an objects.Value
	Addr      // an address inside an object; never zero, never one past the end
)

// Info describes an operation.
type Info struct {
	Name   string
	Args   int  // SSA operands: A, B, C in this order
	Type   Type // of the result; Void where the instruction says
	Guard  bool // may leave: has a snapshot
	Pure   bool // the result depends on the operands alone
	Comm   bool // commutative
	Effect bool // must stay, and in order
}

// Ops describes every operation.
var Ops = [NumOps]Info{
	Nop:        {Name: "nop"},
	ConstInt:   {Name: "int", Type: I64, Pure: true},
	ConstFloat: {Name: "float", Type: F64, Pure: true},
	ConstVal:   {Name: "const", Type: Val, Pure: true},
	Base:       {Name: "base", Type: Addr},
	LoadReg:    {Name: "loadreg", Args: 1, Type: Val},
	Inherit:    {Name: "inherit"},
	Loop:       {Name: "loop", Effect: true},
	Phi:        {Name: "phi", Args: 2},

	UnboxInt:    {Name: "unboxint", Args: 1, Type: I64, Guard: true, Pure: true},
	UnboxFloat:  {Name: "unboxfloat", Args: 1, Type: F64, Guard: true, Pure: true},
	BoxInt:      {Name: "boxint", Args: 1, Type: Val, Pure: true},
	BoxFloat:    {Name: "boxfloat", Args: 1, Type: Val, Pure: true},
	GuardType:   {Name: "guardtype", Args: 1, Guard: true},
	GuardIs:     {Name: "guardis", Args: 2, Guard: true},
	GuardIsNot:  {Name: "guardisnot", Args: 2, Guard: true},
	GuardBound:  {Name: "guardbound", Args: 1, Guard: true},
	GuardPlain:  {Name: "guardplain", Args: 1, Guard: true},
	GuardWord:   {Name: "guardword", Args: 1, Guard: true},
	GuardNoWord: {Name: "guardnoword", Args: 1, Guard: true},

	Load:      {Name: "load", Args: 1},
	LoadItem:  {Name: "loaditem", Args: 2, Type: Val},
	LoadByte:  {Name: "loadbyte", Args: 2, Type: I64},
	StoreByte: {Name: "storebyte", Args: 3, Effect: true},
	StrEqual:  {Name: "strequal", Args: 2, Type: I64, Pure: true, Comm: true},
	Store:     {Name: "store", Args: 2, Effect: true},
	StoreVal:  {Name: "storeval", Args: 2, Effect: true},
	StoreItem: {Name: "storeitem", Args: 3, Effect: true},
	StoreWord: {Name: "storeword", Args: 1, Effect: true},
	StoreReg:  {Name: "storereg", Args: 2, Effect: true},

	Add: {Name: "add", Args: 2, Type: I64, Pure: true, Comm: true}, Sub: {Name: "sub", Args: 2, Type: I64, Pure: true},
	Mul:      {Name: "mul", Args: 2, Type: I64, Pure: true, Comm: true},
	AddOv:    {Name: "addov", Args: 2, Type: I64, Pure: true, Comm: true, Guard: true},
	SubOv:    {Name: "subov", Args: 2, Type: I64, Pure: true, Guard: true},
	MulOv:    {Name: "mulov", Args: 2, Type: I64, Pure: true, Comm: true, Guard: true},
	And:      {Name: "and", Args: 2, Type: I64, Pure: true, Comm: true},
	Or:       {Name: "or", Args: 2, Type: I64, Pure: true, Comm: true},
	Xor:      {Name: "xor", Args: 2, Type: I64, Pure: true, Comm: true},
	Shl:      {Name: "shl", Args: 2, Type: I64, Pure: true},
	ShlOv:    {Name: "shlov", Args: 2, Type: I64, Pure: true, Guard: true},
	Sar:      {Name: "sar", Args: 2, Type: I64, Pure: true},
	DivFloor: {Name: "divfloor", Args: 2, Type: I64, Pure: true}, ModFloor: {Name: "modfloor", Args: 2, Type: I64, Pure: true},
	IntToFloat: {Name: "inttofloat", Args: 1, Type: F64, Pure: true},
	FloatToInt: {Name: "floattoint", Args: 1, Type: I64, Pure: true, Guard: true},

	FAdd: {Name: "fadd", Args: 2, Type: F64, Pure: true, Comm: true}, FSub: {Name: "fsub", Args: 2, Type: F64, Pure: true},
	FMul: {Name: "fmul", Args: 2, Type: F64, Pure: true, Comm: true}, FDiv: {Name: "fdiv", Args: 2, Type: F64, Pure: true},
	FNeg: {Name: "fneg", Args: 1, Type: F64, Pure: true}, FSqrt: {Name: "fsqrt", Args: 1, Type: F64, Pure: true},
	FAbs: {Name: "fabs", Args: 1, Type: F64, Pure: true},

	Lt: {Name: "lt", Args: 2, Guard: true}, Le: {Name: "le", Args: 2, Guard: true},
	Eq: {Name: "eq", Args: 2, Guard: true, Comm: true}, Ne: {Name: "ne", Args: 2, Guard: true, Comm: true},
	Gt: {Name: "gt", Args: 2, Guard: true}, Ge: {Name: "ge", Args: 2, Guard: true},
	Below: {Name: "below", Args: 2, Guard: true},
	FLt:   {Name: "flt", Args: 2, Guard: true}, FLe: {Name: "fle", Args: 2, Guard: true},
	FEq: {Name: "feq", Args: 2, Guard: true, Comm: true}, FNe: {Name: "fne", Args: 2, Guard: true, Comm: true},
	FGt: {Name: "fgt", Args: 2, Guard: true}, FGe: {Name: "fge", Args: 2, Guard: true},
	FNotLt: {Name: "fnotlt", Args: 2, Guard: true}, FNotLe: {Name: "fnotle", Args: 2, Guard: true},
	FNotGt: {Name: "fnotgt", Args: 2, Guard: true}, FNotGe: {Name: "fnotge", Args: 2, Guard: true},

	CallHelper: {Name: "callhelper", Guard: true, Effect: true},
	CallStep:   {Name: "callstep", Guard: true, Effect: true},
	Result:     {Name: "result", Args: 1, Type: Val},
	Poll:       {Name: "poll", Guard: true, Effect: true},
	Jump:       {Name: "jump", Effect: true},
	Link:       {Name: "link", Effect: true},

	PushFrame: {Name: "pushframe", Args: 1, Type: Addr, Guard: true, Effect: true},
	PopFrame:  {Name: "popframe", Type: Addr, Guard: true, Effect: true},
	PushGen:   {Name: "pushgen", Args: 1, Type: Addr, Guard: true, Effect: true},
	PopGen:    {Name: "popgen", Type: Addr, Guard: true, Effect: true},
	Leave:     {Name: "leave", Guard: true, Effect: true},
}

// String returns the operation's name in IR text.
func (op Op) String() string { return Ops[op].Name }

// Class is an alias class: stores of one class never change what loads of another see.
type Class uint8

// The alias classes.
const (
	Immutable Class = iota // never stored to once the object is visible
	ListItems
	ListLen
	ListData  // the array and what kind of memory it is
	Attribute // values and shapes of instances
	CellValue
	DictEntry   // values of dictionary entries
	DictLayout  // the array of entries and the version
	TypeVersion // versions of types, code of functions
	Iterator    // positions of iterators
	ByteItems   // contents and size of bytearrays
	NumClasses
)

var classNames = [NumClasses]string{"immutable", "listitems", "listlen", "listdata", "attribute", "cell", "dictentry", "dictlayout",
	"typeversion", "iterator", "byteitems"}

// String returns the class's name in IR text.
func (c Class) String() string { return classNames[c] }

// Effects is a set of alias classes that something may store to.
type Effects uint16

// AllEffects are those of arbitrary Python code.
const AllEffects Effects = 1<<NumClasses - 1

// Has reports whether the set contains a class.
func (e Effects) Has(c Class) bool { return c != Immutable && e>>c&1 != 0 }
