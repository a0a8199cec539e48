// Package syntax turns the source text of a Python 3.13 program into an abstract syntax tree.
//
// Text passes through it in three steps: decoding (PEP 263), the lexer, which makes tokens with positions, and the
// parser, a recursive descent over the grammar with precedence climbing for binary operators. The tree has the shape
// of Python's own ast module, node for node and position for position, and the errors are CPython's in type, message
// and position.
package syntax
