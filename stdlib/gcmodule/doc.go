// Package gcmodule is the module gc. Adder's memory is Go's: what this module adds are finalisers and weak references
// (objects.Collect), and the questions about who refers to whom, which are answered by walking the objects from the
// interpreter's roots. There are no generations, so that a number of one is checked and otherwise ignored, and thresholds
// are only kept.
package gcmodule

import (
	"github.com/adder-lang/adder/interp"
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
	Name: "gc",
	Doc: "This module provides access to the garbage collector for reference cycles.\n\n" +
		"Objects are freed by Go's collector; collect() finalises what cannot be reached.",
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
		{Name: "enable", Doc: "Enable automatic garbage collection.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.disabled = false
			return objects.None, nil
		}},
		{Name: "disable", Doc: "Disable automatic garbage collection.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.disabled = true
			return objects.None, nil
		}},
		{Name: "isenabled", Doc: "Returns true if automatic garbage collection is enabled.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(!state.disabled), nil
		}},
		{Name: "collect", Sig: "generation=2", Doc: "Run the garbage collector: finalise what cannot be reached.\n\nThe number of unreachable objects found is returned.", Fn: collect},
		{Name: "get_count", Doc: "Return a three-tuple of the current collection counts.", Fn: getCount},
		{Name: "get_stats", Doc: "Return a list of dictionaries containing per-generation statistics.", Fn: getStats},
		{Name: "get_threshold", Doc: "Return the current collection thresholds.", Fn: getThreshold},
		{Name: "set_threshold", NoSig: true, Doc: "set_threshold(threshold0, [threshold1, [threshold2]])\nSet the collection thresholds, which are kept and have no effect.", Raw: setThreshold},
		{Name: "get_debug", Doc: "Get the garbage collection debugging flags.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(int64(state.debug)), nil
		}},
		{Name: "set_debug", Sig: "flags, /", Doc: "Set the garbage collection debugging flags.", Fn: setDebug},
		{Name: "get_objects", Sig: "generation=None", Doc: "Return a list of the objects that the interpreter can reach and that can be part of a cycle.", Fn: getObjects},
		{Name: "get_referrers", Sig: "*objs", Doc: "Return the list of objects that directly refer to any of 'objs'.", Fn: getReferrers},
		{Name: "get_referents", Sig: "*objs", Doc: "Return the list of objects that are directly referred to by 'objs'.", Fn: getReferents},
		{Name: "is_tracked", Sig: "obj, /", Doc: "Returns true if the object can be part of a cycle.\n\nSimple atomic objects will return false.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(objects.IsTracked(args[0])), nil
		}},
		{Name: "is_finalized", Sig: "obj, /", Doc: "Returns true if the object has been already finalized by the GC.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Bool(objects.IsFinalized(args[0])), nil
		}},
		{Name: "freeze", Doc: "Freeze all current tracked objects. Here it only counts them.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.frozen = len(tracked())
			return objects.None, nil
		}},
		{Name: "unfreeze", Doc: "Unfreeze all objects in the permanent generation.", Fn: func(t *thread, self value, args []value) (value, error) {
			state.frozen = 0
			return objects.None, nil
		}},
		{Name: "get_freeze_count", Doc: "Return the number of objects in the permanent generation.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(int64(state.frozen)), nil
		}},
	}
}

// tracked lists the objects that the interpreter reaches and that gc.is_tracked says yes to.
func tracked() []value {
	all := objects.ReachableObjects(interp.Roots)
	list := all[:0]
	for _, v := range all {
		if objects.IsTracked(v) {
			list = append(list, v)
		}
	}
	clear(all[len(list):])
	return list
}
