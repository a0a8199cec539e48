// Package layering holds no code of Adder: its tests keep the shape of the repository. The arrows between packages go one
// way, by the table in its test, and every package says in a comment what it is.
package layering
