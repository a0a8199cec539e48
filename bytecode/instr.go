package bytecode

// Instr is one instruction.
type Instr uint64

// MaxRegisters bounds the registers of a frame: operands have 16 bits, and a frame must fit a chunk of the register
// memory together with the arguments of a call.
const MaxRegisters = 16 << 10

// Make assembles an instruction of three operands.
func Make(op Op, a, b, c int) Instr {
	return Instr(op) | Instr(uint16(a))<<16 | Instr(uint16(b))<<32 | Instr(uint16(c))<<48
}

// MakeLong assembles an instruction whose second operand has 32 bits.
func MakeLong(op Op, a int, bc int32) Instr {
	return Instr(op) | Instr(uint16(a))<<16 | Instr(uint32(bc))<<32
}

// Op returns the opcode.
func (i Instr) Op() Op { return Op(i) & 0xFF }

// A, B and C return the operands without sign.
func (i Instr) A() int { return int(uint16(i >> 16)) }
func (i Instr) B() int { return int(uint16(i >> 32)) }
func (i Instr) C() int { return int(uint16(i >> 48)) }

// SB and SC return B and C as signed numbers.
func (i Instr) SB() int { return int(int16(i >> 32)) }
func (i Instr) SC() int { return int(int16(i >> 48)) }

// Long returns B and C as one signed number of 32 bits.
func (i Instr) Long() int { return int(int32(i >> 32)) }

// WithOp returns the instruction with another opcode and the same operands.
func (i Instr) WithOp(op Op) Instr { return i&^0xFFFF | Instr(op) }

// Handler is an entry of the exception table: an exception raised by an instruction in [Start, End) continues at Target
// with the exception in register Reg. The first entry that covers the instruction wins.
type Handler struct {
	Start, End, Target int32
	Reg                uint16
}

// Position is the source extent of an instruction. Lines count from 1 (0: none), columns are byte offsets from 0 (-1: none).
type Position struct {
	Line, EndLine int32
	Col, EndCol   int32
}
