// Package marshal is the module marshal: Python values and code objects as bytes.
//
// Values have CPython's format (versions 0 to 4, Python/marshal.c describes it by its type letters), so that data written
// by either can be read by the other. Code objects are Adder's own: they have a type byte of their own and begin with
// the version of the bytecode, and CPython's are rejected.
package marshal
