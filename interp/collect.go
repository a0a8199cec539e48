package interp

import (
	"runtime"
	"unsafe"

	"github.com/adder-lang/adder/objects"
)

// collect is a full collection: what no root reaches is finalised, weak references to it are cleared, and their
// callbacks run. It returns the number of finalised objects.
func collect(t *objects.Thread) int {
	clearDead(t)
	n := objects.Collect(t, func(visit func(value)) { roots(visit) })
	// What was only reachable from the finalised objects, and weakly, dies in Go's collection.
	runtime.GC()
	objects.RunPending(t)
	return n
}

// clearDead zeroes the registers of the running frame that nothing reads any more, and what lies above it, so that
// values that a program has dropped can die. In frames below, the temporaries above a call belong to the called frame.
func clearDead(t *objects.Thread) {
	if r := t.Cur; r != nil && r.PC > 0 {
		for _, l := range r.Code.Live {
			if l.PC == r.PC-1 {
				regs := unsafe.Slice((*value)(r.Base), r.Code.NRegs)
				clear(regs[l.Temp:])
				break
			}
		}
	}
	t.ForgetFree()
	t.ClearAbove()
}

// roots visits everything that the interpreter itself refers to.
func roots(visit func(value)) {
	some := func(v value) {
		if !v.IsZero() {
			visit(v)
		}
	}
	for _, d := range []*objects.Dict{S.Modules, S.Sys, S.Builtins} {
		if d != nil {
			visit(objects.ToValue(d))
		}
	}
	eachThread(func(t *objects.Thread) {
		t.VisitRegisters(func(regs []value) {
			for _, v := range regs {
				some(v)
			}
		})
		for r := t.Cur; r != nil; r = r.Prev {
			some(objects.ToValue(r.Fn))
			some(r.Locals)
			some(r.Self)
			if r.Frame != nil {
				visit(objects.ToValue(r.Frame))
			}
			if r.Gen != nil {
				visit(objects.ToValue(r.Gen))
			}
		}
		for s := t.Handled; s != nil; s = s.Prev {
			some(s.Exc)
		}
		for _, v := range []value{t.TraceFunc, t.ProfileFunc, t.AsyncGenFirstIter, t.AsyncGenFinalizer, t.Context} {
			some(v)
		}
	})
}
