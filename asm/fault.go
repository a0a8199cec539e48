package asm

import "fmt"

// Handler is what the code generator's driver does between stretches of machine code. The View points into the
// running goroutine's stack; it must not outlive the call.
type Handler interface {
	// Start stores the inputs and returns the address of the code to enter; 0 enters none.
	Start(v View) (code uintptr)
	// Exit handles exit number n and returns the address at which to resume; 0 ends the activation.
	Exit(n uint32, v View) (code uintptr)
}

// Fault says that machine code accessed memory that it must not: a defect of Adder, reported as an error so that it
// does not end the process.
type Fault struct {
	Addr  uintptr // the address accessed, if the processor told
	Cause string  // the Go runtime's text
}

func (f *Fault) Error() string {
	return fmt.Sprintf("fault in machine code at address %#x: %s", f.Addr, f.Cause)
}

func newFault(r any) *Fault {
	f := &Fault{Cause: fmt.Sprint(r)}
	if a, ok := r.(interface{ Addr() uintptr }); ok {
		f.Addr = a.Addr()
	}
	return f
}
