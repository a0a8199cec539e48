package asm

import "fmt"

// Reg names a register of the processor without saying which processor. The zero Reg is no register.
//
// Integer registers are numbered from firstGPR and floating-point registers from firstFPR, each in the order of the
// hardware's own numbers. Which of them a code generator may allocate, each port says in [GPRs] and [FPRs]. All
// registers that are neither allocatable nor fixed belong to the port (temporaries), to Go or to the system.
type Reg uint8

// NoReg stands where an operand has no register, as in a [Mem] without an index.
const NoReg Reg = 0

const (
	firstGPR Reg = 1
	firstFPR Reg = 33
	lastReg  Reg = 64
)

// IsFloat reports whether r is a floating-point register.
func (r Reg) IsFloat() bool { return r >= firstFPR && r <= lastReg }

// IsInt reports whether r is an integer register.
func (r Reg) IsInt() bool { return r >= firstGPR && r < firstFPR }

// String gives the hardware's name of r, as the disassembler spells it.
func (r Reg) String() string {
	switch {
	case r == NoReg:
		return "-"
	case r.IsInt():
		return gprName(int(r - firstGPR))
	case r.IsFloat():
		return fprName(int(r - firstFPR))
	}
	return fmt.Sprintf("Reg(%d)", uint8(r))
}

// Mem is the operand Base + Index*Scale + Disp. Base must be an integer register; Index may be [NoReg]; Scale is
// 1, 2, 4 or 8 bytes and counts only with an index.
type Mem struct {
	Base  Reg
	Index Reg
	Scale uint8
	Disp  int32
}

// At is the operand base + disp.
func At(base Reg, disp int) Mem { return Mem{Base: base, Disp: int32(disp)} }

// Ctx is the operand at an offset, in bytes, into the running thread's [Context].
func Ctx(offset uintptr) Mem { return Mem{Base: CtxReg, Disp: int32(offset)} }

// ValueSlot is the operand of word i of the activation's array of values (pointers and boxed values).
func ValueSlot(i int) Mem { return Mem{Base: SlotReg, Disp: int32(8 * i)} }

// RawSlot is the operand of word i of the activation's array of raw numbers. It lies below the values, counting
// down, so that code is the same for activations of every size and both arrays start within an 8-bit displacement.
func RawSlot(i int) Mem { return Mem{Base: SlotReg, Disp: int32(-8 * (i + 1))} }

// Width says how many bits of memory an operand has and how they widen to 64.
type Width uint8

// The widths. Stores ignore the sign.
const (
	U8  Width = iota // 8 bits, zero-extended
	S8               // 8 bits, sign-extended
	U16              // 16 bits, zero-extended
	S16              // 16 bits, sign-extended
	U32              // 32 bits, zero-extended
	S32              // 32 bits, sign-extended
	W64              // 64 bits; the only width of a float
	numWidths
)

var widthNames = [numWidths]string{"u8", "s8", "u16", "s16", "u32", "s32", "w64"}

func (w Width) String() string { return nameOf(widthNames[:], int(w)) }

// Bytes is the size of the operand.
func (w Width) Bytes() int { return [...]int{1, 1, 2, 2, 4, 4, 8}[w] }

// Cond is a comparison of two operands. Floats use the first six only.
type Cond uint8

// The comparisons. Those of floats are Python's: every one but NE is false where an operand is NaN.
const (
	EQ  Cond = iota // a == b
	NE              // a != b
	LT              // a < b, signed
	LE              // a <= b, signed
	GT              // a > b, signed
	GE              // a >= b, signed
	ULT             // a < b, unsigned
	ULE             // a <= b, unsigned
	UGT             // a > b, unsigned
	UGE             // a >= b, unsigned
	numConds
)

var condNames = [numConds]string{"eq", "ne", "lt", "le", "gt", "ge", "ult", "ule", "ugt", "uge"}

func (c Cond) String() string { return nameOf(condNames[:], int(c)) }

// IntOp is an operation on two 64-bit integers.
type IntOp uint8

// The integer operations. Shift counts are taken modulo 64. Only Add, Sub, Mul and Shl can overflow.
const (
	Add IntOp = iota
	Sub
	Mul
	And
	Or
	Xor
	Shl // shift left
	Shr // shift right, zeros enter
	Sar // shift right, the sign enters
	numIntOps
)

var intOpNames = [numIntOps]string{"add", "sub", "mul", "and", "or", "xor", "shl", "shr", "sar"}

func (op IntOp) String() string { return nameOf(intOpNames[:], int(op)) }

// FloatOp is an operation on one or two float64s.
type FloatOp uint8

// The float operations, each rounded once, as IEEE 754 and Python have them. FNeg and FAbs change the sign bit
// only, of NaN too.
const (
	FAdd FloatOp = iota
	FSub
	FMul
	FDiv
	FNeg  // one operand
	FAbs  // one operand
	FSqrt // one operand
	numFloatOps
)

var floatOpNames = [numFloatOps]string{"fadd", "fsub", "fmul", "fdiv", "fneg", "fabs", "fsqrt"}

func (op FloatOp) String() string { return nameOf(floatOpNames[:], int(op)) }

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("?%d", i)
}
