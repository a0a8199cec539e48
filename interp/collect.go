package interp

import (
	"runtime"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// collect is a full collection: what no root reaches is finalised, weak references to it are cleared, and their
// callbacks run. It returns the number of objects found unreachable and calls save with each (objects.Collect).
func collect(t *objects.Thread, save func(value)) int {
	clearDead(t)
	n := objects.Collect(t, Roots, save)
	// What was only reachable from the finalised objects, and weakly, dies in Go's collection.
	runtime.GC()
	objects.SweepWeakRefs()
	objects.RunPending(t)
	return n
}

// clearDead zeroes the temporaries of the frames of the running thread that nothing reads any more, and what lies above the
// running frame, so that values that a program has dropped can die.
func clearDead(t *objects.Thread) {
	var callee *objects.Record
	for r := t.Cur; r != nil; callee, r = r, r.Prev {
		pc := int(r.PC) - 1
		if r.Flags&objects.RecPolling != 0 {
			pc++
		}
		n := r.Code.NRegs
		if callee != nil && r.Gen == nil {
			// The registers of a generator lie elsewhere.
			gap := int64(uintptr(callee.Base)-uintptr(r.Base))/8 - int64(n)
			switch {
			case gap < 0 && gap >= -int64(n):
				// The window of the callee lies over the end of this one.
				n += int(gap)
			case gap > 0 && gap < objects.ChunkRegisters && callee.Flags&objects.RecEntry == 0 && callee.Gen == nil:
				// Arguments that have been copied to the callee's window.
				clear(window(r.Base, n, int(gap)))
			}
		}
		first := r.Code.NumLocals()
		if pc < 0 || first >= n {
			continue
		}
		// A callee that Go code has called may still use the arguments of the call.
		left := callee != nil && callee.Flags&objects.RecEntry == 0
		live := liveness(r.Code)
		regs := window(r.Base, 0, n)
		for i := first; i < n; i++ {
			if !live.Has(pc, i) || left && !live.After(pc, i) {
				regs[i] = value{}
			}
		}
	}
	t.ForgetStop()
	t.ForgetFree()
	t.ClearAbove()
}

// liveness says which temporaries of a code object are read later.
func liveness(c *objects.Code) *bytecode.Live {
	code := make([]bytecode.Instr, len(c.Instrs))
	for pc, i := range c.Instrs {
		code[pc] = objects.GeneralInstr(c, i)
	}
	return bytecode.Liveness(code, c.Exceptions, c.NumLocals(), c.NRegs)
}

// Roots visits everything that the interpreter itself refers to.
func Roots(visit func(value)) {
	objects.ExtraRoots(visit)
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
