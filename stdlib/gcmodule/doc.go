// Package gcmodule is the module gc. Adder's memory is Go's: what this module adds are finalisers and weak references
// (objects.Collect), and the questions about who refers to whom, which are answered by walking the objects from the
// interpreter's roots. There are no generations, so that a number of one is checked and otherwise ignored, and thresholds
// are only kept.
package gcmodule

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// The flags of set_debug, with CPython's values.
const (
	debugStats         = 1
	debugCollectable   = 2
	debugUncollectable = 4
	debugSaveAll       = 32
	debugLeak          = debugCollectable | debugUncollectable | debugSaveAll
)

// generations is the number of generations that CPython has.
const generations = 3

// state is what the functions keep.
//
// Concurrency: without the global lock it would have a lock of its own.
var state struct {
	disabled   bool
	collecting bool
	thresholds [generations]int
	debug      int
	frozen     int
	stats      [generations]struct{ collections, collected int }
	garbage    *objects.List
	callbacks  *objects.List
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "gc",
	Doc:     "Finalisation on demand, and questions about which object refers to which.\n\nObjects are freed by Go's collector; collect() finalises what cannot be reached.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if state.garbage == nil {
			state.garbage, state.callbacks = objects.NewList(), objects.NewList()
			state.thresholds = [generations]int{2000, 10, 10}
			objects.AddRoots(func(visit func(value)) {
				visit(objects.ToValue(state.garbage))
				visit(objects.ToValue(state.callbacks))
			})
		}
		m.Set("garbage", objects.ToValue(state.garbage))
		m.Set("callbacks", objects.ToValue(state.callbacks))
		for _, c := range [...]struct {
			name  string
			value int64
		}{
			{"DEBUG_STATS", debugStats}, {"DEBUG_COLLECTABLE", debugCollectable}, {"DEBUG_UNCOLLECTABLE", debugUncollectable},
			{"DEBUG_SAVEALL", debugSaveAll}, {"DEBUG_LEAK", debugLeak},
		} {
			m.Set(c.name, objects.Int(c.value))
		}
		return nil
	},
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "enable", Doc: "Undo disable().", Fn: func(t *thread, self value, args []value) (value, error) {
			state.disabled = false
			return objects.None, nil
		}},
		{Name: "disable", Doc: "Make isenabled() return False; Go's collector runs all the same.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.disabled = true
			return objects.None, nil
		}},
		{Name: "isenabled", Doc: "Return False after disable(), otherwise True.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(!state.disabled), nil
		}},
		{Name: "collect", Sig: "generation=2", Doc: "Finalise what the program cannot reach any more, and return how many objects that was.", Fn: collect},
		{Name: "get_count", Doc: "Return three numbers: of the objects that may need finalisation, 0 and 0.", Fn: getCount},
		{Name: "get_stats", Doc: "Return a list with a dict for each generation, which counts its collections and what they found.", Fn: getStats},
		{Name: "get_threshold", Doc: "Return the numbers that set_threshold() was given.", Fn: getThreshold},
		{Name: "set_threshold", NoSig: true, Doc: "set_threshold(threshold0, [threshold1, [threshold2]])\nKeep up to three numbers for get_threshold(), without any effect.", Raw: setThreshold},
		{Name: "get_debug", Doc: "Return the flags that set_debug() was given.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(int64(state.debug)), nil
		}},
		{Name: "set_debug", Sig: "flags, /", Doc: "Choose by DEBUG_ flags what collect() reports, and whether it puts what it finds into gc.garbage.", Fn: setDebug},
		{Name: "get_objects", Sig: "generation=None", Doc: "Return a list of the objects that the interpreter can reach and that can be part of a cycle.", Fn: getObjects},
		{Name: "get_referrers", Sig: "*objs", Doc: "Return the objects that have a reference to one of objs.", Fn: getReferrers},
		{Name: "get_referents", Sig: "*objs", Doc: "Return the objects that objs have references to.", Fn: getReferents},
		{Name: "is_tracked", Sig: "obj, /", Doc: "Tell whether obj can be part of a cycle, which a number or a string cannot.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(objects.IsTracked(args[0])), nil
		}},
		{Name: "is_finalized", Sig: "obj, /", Doc: "Tell whether the finaliser of obj has run.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(objects.IsFinalized(args[0])), nil
		}},
		{Name: "freeze", Doc: "Count the tracked objects for get_freeze_count(), and do nothing else.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.frozen = len(tracked())
			return objects.None, nil
		}},
		{Name: "unfreeze", Doc: "Make get_freeze_count() return 0.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.frozen = 0
			return objects.None, nil
		}},
		{Name: "get_freeze_count", Doc: "Return how many objects the last freeze() counted.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(int64(state.frozen)), nil
		}},
	}
}

// tracked lists the objects that the interpreter reaches and that gc.is_tracked says yes to.
func tracked() []value {
	all := reachable()
	list := all[:0]
	for _, v := range all {
		if objects.IsTracked(v) {
			list = append(list, v)
		}
	}
	clear(all[len(list):])
	return list
}
