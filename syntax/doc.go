// Package syntax turns the source text of a Python 3.13 program into an abstract syntax tree.
//
// Text passes through it in three steps. Decoding (source.go, PEP 263) makes the bytes of a file text with one kind of
// line end. The lexer (lexer.go) makes tokens with positions, line by line and only as the parser asks for them; it is
// also the ground of Python's tokenize module (tokenize.go). The parser is a recursive descent over the grammar with
// precedence climbing for binary operators, in the files named after what they read. The tree (ast.go) has the shape of
// Python's own ast module, node for node and position for position; nodes_table.go describes the nodes as Python sees
// them, and Dump and Walk derive from it.
//
// Errors are CPython's in type, message and position. A correct program is read in one pass, which knows nothing of
// mistakes and stops at the first token that fits nowhere. Only then a second pass reads the program again with the
// checks of the diagnose files, which know particular mistakes, consulted in CPython's order; that pass remembers its
// results, so that trying much costs no more than time in proportion to the program. Input in hostile shapes ends in
// errors too: nesting is limited where CPython limits it, and long sums and chains take no stack.
package syntax
