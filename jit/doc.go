// Package jit compiles hot loops: it counts loop iterations, records one, has package ir optimise the trace, generates
// machine code through package asm, and takes part in running it.
//
//	loop head, counted by the interpreter ──hot──▶ recorder (record.go): the traced loop shows it each instruction
//	                                                    │ ir.Builder: guards on what was seen
//	                                                    ▼
//	                                               optimise, generate (codegen.go)
//	                                                    │ asm: publish
//	                                                    ▼
//	ENTER_TRACE at the loop head ──Enter (driver.go)──▶ machine code ──guard fails──▶ exit: frame restored, or a
//	                                                                                  side trace, once the exit is hot
//
// A root trace is a loop: its entry loads the registers that it needs from the frame, its body is one iteration. A side
// trace begins at an exit of another trace with the values that this handed over, and ends by jumping to the loop label
// of a root trace (usually the one it left, or that of an inner loop), so that nested loops and branches stay in machine
// code.
//
// What the recorder cannot follow ends the recording with a reason from one list (abort.go); a loop that fails often is
// left to the interpreter for longer each time, and in the end for good.
package jit
