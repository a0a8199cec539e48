// Package posix is the module posix: the system calls behind os. Every call that may wait runs without the global lock and
// is made again where a signal interrupts it (PEP 475).
//
// fork() is left out: a child of a Go program would have one thread and no collector. Processes are started by
// posix_spawn and _posixsubprocess.
package posix
