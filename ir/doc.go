// Package ir is the intermediate representation of a trace: a straight line of typed SSA instructions with guards, which
// may end in a jump back to its loop label.
//
// A trace has two parts. The entry loads what the loop needs from the registers of the interpreter's frame and guards
// its types; the body, from the LOOP instruction on, is one iteration. A register that the loop changes is a PHI: its
// value at the loop label is the entry's the first time and the end of the body's afterwards. Because a PHI has one type,
// types are guarded once, on entry, and not in every iteration.
//
//	0000  p    base                     address of the frame's registers
//	0001  i64  loadint   r1             guard: register 1 is a small int        exit 0
//	0002  i64  loadint   r2                                                     exit 1
//	----  loop
//	0004  i64  phi       r1 0001 0007
//	0005  void lt        0004 0002      guard                                   exit 2 {r1: 0004}
//	0007  i64  addov     0004 +1        guard: no overflow                      exit 3 {r1: 0004}
//	0008  void poll                                                             exit 4 {r1: 0007}
//	0009  void jump
//
// Every guard has a snapshot: where the interpreter goes on, and which SSA value each register that differs from the
// frame's memory holds there. Snapshots are sparse; a register that is not in one still has its value in memory.
//
// Instructions lie in one flat slice and name their operands by index. Constants are instructions too. The builder folds,
// finds common subexpressions and drops guards that are known to hold while it appends (build.go, fold.go); passes run
// over the finished trace in the order of [Passes].
package ir
