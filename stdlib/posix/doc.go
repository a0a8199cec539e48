// Package posix is the module posix: the system calls behind os.
//
// Paths are bytes as the system sees them; arguments that are bytes give results that are bytes. Calls that may block run
// without the global lock and are repeated when a signal interrupts them (PEP 475). There is no fork: a Go process cannot
// go on in a child with one thread.
package posix
