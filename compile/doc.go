// Package compile turns a syntax tree into a code object of the register machine.
//
// It works in two passes. The symbol table (symtable.go) finds the scopes of a program and decides for every name in
// each of them whether it is local, a cell, free or global, as the language reference (4.2) and PEP 695 and 709 say.
// The code generator (unit.go and the files beside it) then walks each scope once and emits instructions; jumps are
// patched when their target is known, and the exception table is made from the handler that each instruction was
// emitted under.
//
// Locals have fixed registers; intermediate values take temporaries above them like a stack, so that the registers from
// some height on are dead at any call. An expression that already lies in a register is used from there; a name that
// may be unbound is checked once on each path.
package compile
