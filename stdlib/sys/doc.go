// Package sys is the module sys: what a program can see and change of the interpreter itself.
package sys
