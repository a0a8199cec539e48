// Package asm makes machine code and runs it inside a Go program, without cgo.
//
// It knows nothing of Python. It has an assembler behind one interface ([Assembler], one port a processor: amd64,
// arm64), executable memory ([Memory], [Code]), the trampoline with its driver ([Run], [RunWide], [Handler]), a
// disassembler, and a [SelfTest] that checks at run time what all of this assumes of Go. Where machine code is not
// possible ([Supported] is false: another system or processor, or the tag nojit) the same interface returns
// [ErrUnsupported].
//
// # From instructions to running code
//
//	New ─▶ Assembler ──Finish──▶ Object ──Memory.Publish──▶ Code ──Run──▶ exits
//	        (obj.Prog list)      (bytes)     (write mapping)   (run mapping)
//
// Instructions are encoded by golang-asm, through its obj.Link with a diagnostic function of our own, so that a bad
// instruction makes Finish return an error. Registers are plain numbers ([Reg]); a register allocator works with
// [GPRs] and [FPRs] and needs no knowledge of the processor: every operation has a separate destination, none has
// fixed operands, flags never live between operations, and what a port needs for itself is never allocatable. So a
// backward pass may decide the registers of a whole trace, and a forward pass then calls the Assembler.
//
// # What machine code sees
//
//	CtxReg ──▶ Context (one a thread, a Go object)
//	           ┌───────────────────────────────┐
//	           │ g, base, sp                   │ set by the trampoline at each entry
//	           │ barrier                       │ copy of the write barrier's flag, constant until the exit
//	           │ flag, attention               │ where that flag is; the thread's word for polls
//	           │ epoch, save                   │ the driver's and the port's own
//	           │ Aux[0…7]                      │ raw words for the code generator
//	           └───────────────────────────────┘
//
//	SlotReg ──┐  the activation's arrays: local variables of Run, on the goroutine's stack
//	          ▼
//	 raw[n-1] … raw[1] raw[0] │ value[0] value[1] … value[n-1]
//	 ints and floats, no       │ pointers and boxed values: the collector scans them
//	 meaning for the collector │ as it scans any local variable
//
// n is [NarrowSlots] in an activation of Run and [WideSlots] in one of RunWide; since both arrays grow away from
// SlotReg the code does not depend on it, except that a trace which uses more than NarrowSlots words of a kind must
// run in a wide activation.
//
// # An exit
//
//	machine code                      Go
//	────────────                      ──
//	guard fails ─▶ jmp *slot ─▶ cold stub (or the side trace attached to the slot)
//	                              store live values  ─▶ ValueSlot(i)
//	                              store live numbers ─▶ RawSlot(i)
//	                              Exit(n) ───────────▶ Handler.Exit(n, view)
//	                                                    restores interpreter frames, or calls a helper,
//	                                                    or lets the scheduler have its way
//	resume label: load what lives ◀─── enter ───────── returns Code.Label(resume), or 0 to end
//
// # Rules
//
// They are few, each has a stress test that fails without it, and they bind whoever generates code:
//
//  1. At an exit every live pointer and boxed value is in a ValueSlot. Registers do not survive an exit, and the
//     collector sees the slots only. Slots keep their content while the activation lasts: clear what must die.
//  2. A store of a value into heap memory that has pointers comes after [Assembler.BranchBarrier], whatever is
//     stored, and goes through Go while the barrier is on. The flag is constant between an entry and the next exit.
//     Stores into the activation's slots and into the Context need nothing.
//  3. Every loop and every entry has an [Assembler.Poll]; its exit returns to Go, where the scheduler stops the
//     goroutine if it wants to.
//  4. Code never touches the stack pointer, the link register, or a register outside the allocatable ones. So a
//     fault looks to Go as if the trampoline had called it, and the driver turns it into a [Fault].
//  5. Published code is never written; side traces are attached with [Code.SetSlot]. [Code.Free] is for code that no
//     activation is inside.
//  6. A [View] stays on the stack: it is a pointer to Run's local variables.
package asm
