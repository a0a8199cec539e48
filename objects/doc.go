// Package objects holds the values of Python and everything that all of them share.
//
// A [Value] is one machine word: an int of 49 bits, a float, or a pointer to an object. An object is a Go struct that
// begins with a [Head], which names its [Type]. A Type is what CPython's type object is: a table of slots (functions
// that the operators, attribute access, calls and iteration go through), a method resolution order, a dictionary and a
// version that changes whenever a lookup through it may give another answer.
//
// Data passes through the package by three conventions.
//
//   - Every slot and every built-in function takes the [Thread] first and returns (Value, error) or an error. A raised
//     Python exception is the error, always an *[Exception]; there are no panics for it. The zero Value with a nil error
//     means exhaustion or absence.
//   - Arguments are a slice that points into the thread's register stack: positional ones first, then the values of the
//     keywords that a tuple of names gives. It is valid only during the call.
//   - What needs the interpreter (calling a Python function, resuming a generator, importing, compiling, warning) goes
//     through [Hooks], which the interpreter fills at start.
//
// Built-in types and functions are declared in tables ([FuncDef], [MemberDef], [GetSetDef]) whose signature text also
// drives argument checking, so that the messages of a wrong call are made in one place (bind.go). Types are filled by
// [Init] rather than by variable initialisers: their functions refer to the types again, which Go rejects as a cycle.
//
// The layouts of Thread, [Frame], [Code], [Function], [Cell], [Generator] and [Traceback] stand here too, because
// objects refer to them and machine code reads them.
package objects
