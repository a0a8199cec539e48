// Package programs knows the form of the test programs and of their recorded expectations, and runs them. The recorder and
// the test share it, so that both run a program in the same way.
package programs
