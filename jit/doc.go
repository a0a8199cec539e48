// Package jit compiles hot loops: it counts loop iterations, records one, has package ir optimise the trace, generates
// machine code through package asm, and takes part in running it.
//
//	loop head, counted by the interpreter ──hot──▶ recorder (record*.go): the traced loop shows it each instruction
//	                                                    │ ir.Builder: guards on what was seen
//	                                                    ▼
//	                                               optimise, generate (codegen.go, alloc.go, emit.go)
//	                                                    │ asm: publish
//	                                                    ▼
//	ENTER_TRACE at the loop head ──Enter (driver.go)──▶ machine code ──guard fails──▶ exit: frames restored, or a
//	                                                      │    ▲                      side trace, once the exit is hot
//	                                                      ▼    │
//	                                             helper, or one step of the interpreter
//
// # Recording
//
// The recorder keeps, for each frame of the trace, the SSA value that every register holds. Calls of short Python
// functions and classes without loops are followed: their frames exist only in snapshots, until the trace leaves or calls
// something that could look at them. What has no code of its own is one of two kinds of call. A helper (helpers.go) is a
// Go function that runs no Python code, such as looking a str up in a dict; where it fails, nothing has happened, and
// the interpreter runs the instruction again. Everything else is a step: the frames are restored and the interpreter
// executes the one instruction (interp.Step), whatever it does; afterwards everything that was known of memory is
// forgotten.
//
// # Traces
//
// A root trace is a loop: its entry loads the registers that it needs from the frame, its body is one iteration. A side
// trace begins at an exit of another trace with the values that this handed over, and ends by jumping to the loop label
// of a root trace (usually the one it left, or that of an inner loop), so that nested loops and branches stay in machine
// code. Before it jumps it computes the target's entry anew from what it knows (recorder.replay).
//
// A linear trace (linear.go) begins at the entry of a function, where a call returns to, or at the head of a loop that does not
// close; it ends with a call, a return or another such place, where all registers go to memory (record_frame.go) and the frame
// is pushed or popped in earnest (emit_frame.go). The code jumps to the trace that begins there, or leaves to the interpreter as
// long as there is none. A generator in a for loop is recorded through, its frame being the root frame meanwhile
// (record_gen.go, emit_gen.go).
//
// What the recorder cannot follow ends the recording with a reason from one list (abort.go); a loop that fails often is
// left to the interpreter for longer each time, and in the end for good. So is a trace whose entry hardly ever fits, or
// that runs for a few iterations only.
//
// # Where values lie
//
// Code generation walks the trace forwards and keeps values in registers; the one that is needed last gives way to a word
// of the activation (alloc.go). At a call of Go every live value is in a word, where the collector sees it. Stores into
// memory that the collector scans test its write barrier and leave them to Go while it is on; that, and the boxing of
// numbers that do not fit a word, are cold calls that keep all registers.
package jit
