//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"runtime"
	"runtime/debug"
	"unsafe"
)

// Supported reports whether this build can make and run machine code on this processor.
func Supported() bool { return true }

// Run executes machine code on the calling goroutine until h says that it is done. It is the driver: h.Start names
// the entry, and each exit goes to h.Exit, which does what the exit asks for and names the address to resume at. The
// activation has NarrowSlots words of each kind, zero at the start, which keep their content from exit to entry.
//
// The error is a *Fault if machine code accessed memory that is not there; the state of the trace is lost then.
// A panic in h passes through.
func Run(ctx *Context, h Handler) error {
	var slots narrow // a local variable: the collector scans it with this frame
	p := &slots
	err := drive(ctx, h, noescape(unsafe.Pointer(&p.values[0])), NarrowSlots)
	runtime.KeepAlive(p)
	return err
}

// RunWide is Run with WideSlots words of each kind.
func RunWide(ctx *Context, h Handler) error {
	var slots wide
	p := &slots
	err := drive(ctx, h, noescape(unsafe.Pointer(&p.values[0])), WideSlots)
	runtime.KeepAlive(p)
	return err
}

// drive is the loop around enter.
func drive(ctx *Context, h Handler, values unsafe.Pointer, n int) (err error) {
	inside := false
	old := debug.SetPanicOnFault(true)
	defer func() {
		debug.SetPanicOnFault(old)
		if inside {
			err = newFault(recover())
		}
	}()
	view := View{values, n}
	for code := h.Start(view); code != 0; {
		if e := codeEpoch.Load(); ctx.epoch != e {
			ctx.epoch = e
			syncCode()
		}
		inside = true
		exit := enter(ctx, code, values)
		inside = false
		code = h.Exit(uint32(exit), view)
	}
	return nil
}
