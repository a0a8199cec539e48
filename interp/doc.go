// Package interp runs code objects: the loop of the register machine, calls, exceptions, generators, imports, and the
// hooks that package objects needs of it.
//
// # The loop
//
// One function runs any number of nested Python calls: calling a Python function, resuming a generator in a for loop or
// an await, and running __init__ for a new instance push a call record and go on in the loop. Go recursion happens only
// where Go code calls back (a key function of sorted, __eq__ within a dict lookup); such an entry pushes a record marked
// as an entry, whose return leaves the loop.
//
// The state of a frame is its record (objects.Record): the code, the address of register 0, and the index of the next
// instruction. The loop keeps these in local variables and stores the index before anything that may raise or look.
//
//	register memory of a thread (chunks that never move)
//	┌──────────── caller ───────────┬─────── callee ────────┐
//	│ locals │ cells │ temporaries  │ …                     │ free
//	└────────┴───────┴──┬─┬────────┬┴───────────────────────┘
//	                    │f│ a0 a1  │   CALL f: the arguments become the callee's first registers
//
// # Two loops
//
// loop.go is the template; genloop writes loop_traced.go from it, the same function with the constant traced set. The
// traced loop reports to sys.settrace and sys.setprofile and lets the JIT record. Control moves from one to the other
// at calls, backward jumps and polls, so that hooks that are not in use cost nothing.
//
// # Exceptions
//
// An error from any operation goes to the handler that the exception table names for the instruction, with the exception
// in a register; where there is none the record is popped and the search goes on in the caller, up to the entry, which
// returns the error to Go.
package interp
