// Package ir is the intermediate representation of a trace: a straight line of typed SSA instructions with guards, which
// may end in a jump back to its loop label.
//
// A trace has two parts. The entry loads what the loop needs from the registers of the interpreter's frame and guards
// its types; the body, from the LOOP instruction on, is one iteration. A register that the loop changes is a PHI: its
// value at the loop label is the entry's the first time and the end of the body's afterwards. Because a PHI has one type,
// types are guarded once, on entry, and not in every iteration.
//
//	0000  addr base                     address of the frame's registers
//	0001  val  loadreg   r1             register 1 as a boxed value
//	0002  i64  unboxint  0001           guard: it is a small int                exit 0
//	0003  val  loadreg   r2
//	0004  void guardtype 0003 list      guard: register 2 is a list             exit 0
//	0005  i64  load      0003.8         its length, which the loop does not change
//	----  loop
//	0007  i64  phi       r1 0002 0010
//	0008  void below     0007 0005      guard                                   exit 1 {r1: 0007}
//	0010  i64  addov     0007 +1        guard: no overflow                      exit 2 {r1: 0007}
//	0011  void poll                                                             exit 3 {r1: 0010}
//	0012  void jump
//
// Numbers are raw ([I64], [F64]) wherever they can be; everything else is a boxed value ([Val]), the word of an
// objects.Value. Numbers are boxed where they leave for memory.
//
// # Snapshots
//
// Every guard has a snapshot: where the interpreter goes on, and which SSA value each register that differs from the
// frame's memory holds there. Snapshots are sparse; a register of the root frame that is not in one still has its value
// in memory. The frames of calls that the trace follows exist in snapshots only ([Inlined]), and so do range iterators
// that nobody but their loop has seen ([Iter]).
//
// # Memory
//
// Loads and stores name an alias class ([Class]); what one class stores never changes what another loads. The builder
// remembers what fields hold (the heap cache), and calls of Go name the classes that they may change: those that may run
// Python code change all of them. [Hoist] moves loads that the loop leaves alone before it.
//
// Instructions lie in one flat slice and name their operands by index. Constants are instructions too. The builder folds,
// finds common subexpressions and drops guards that are known to hold while it appends (build.go, fold.go); passes run
// over the finished trace in the order of [Passes].
package ir
