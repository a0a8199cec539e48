// Package bytecode declares the instructions of Adder's register machine: one table of opcodes from which names,
// disassembly, verification and the JIT's recorder derive.
//
// An instruction is one 64-bit word:
//
//	63      48 47      32 31      16 15       0
//	+---------+----------+----------+----------+
//	|    C    |    B     |    A     |  opcode  |
//	+---------+----------+----------+----------+
//
// A, B and C are registers of the frame, indexes of the code's tables, or small numbers, as the opcode's table entry
// says. A jump of 32 bits takes B (low half) and C (high half); a fused comparison and jump keeps 16 bits in C. Jumps
// are relative to the next instruction. Constants have an index of 32 bits in B and C.
//
// The wide form: where a site or a register does not fit 16 bits the compiler does not widen the instruction but shares
// sites between instructions of the same name, and spills registers past the limit into tuples; a frame has at most
// [MaxRegisters] registers.
//
// Instructions specialise in place as they run: the interpreter overwrites the opcode of a word with one of the same
// operands that assumes what it has seen (its table entry names the general opcode), and back when that fails. Every
// code array ends with a Trap, so that an address behind the last instruction is still inside the array.
package bytecode
