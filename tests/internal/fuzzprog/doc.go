// Package fuzzprog makes random Python programs, compares what interpreters do with them and shrinks those on which they differ.
//
// A Generator draws from a seed a Program: a tree of statements, so that a Shrinker can take parts away. Programs are
// deterministic and end: every loop has a bound, what a loop may cost is divided among the loops inside it, values are kept
// small where they are assigned in loops, recursion counts down. They print as they go; an exception is printed by its type and message, or
// ends the program. A Comparison runs a program under the reference and under each interpreter and reports the first
// Difference of standard output, the last line of standard error or the exit code.
//
// The command tests/internal/differential joins the parts.
package fuzzprog
