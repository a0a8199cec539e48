// Package atexit is the module atexit: functions that run when the program ends.
package atexit

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// callback is a registered function with its arguments.
type callback struct {
	fn   value
	args []value
	kw   *objects.Tuple
}

// callbacks are the registered functions in the order of registration.
var callbacks []callback

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "atexit",
	Doc:  "Functions that are called when the program ends: register() adds one, unregister() takes it away again.\n",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "register", Sig: "func, /, *args, **kwargs", Doc: "Have func called with these arguments when the program ends, and return func.\n\nWhat was registered last is called first.", Raw: register},
			{Name: "unregister", Sig: "func, /", Doc: "Forget func, however often it was registered.", Fn: unregister},
			{Name: "_clear", Doc: "Forget every registered function.", Fn: func(*thread, value, []value) (value, error) {
				callbacks = nil
				return objects.None, nil
			}},
			{Name: "_run_exitfuncs", Doc: "Call the registered functions now, the last one first, and forget them.", Fn: func(t *thread, self value, args []value) (value, error) {
				Run(t)
				return objects.None, nil
			}},
			{Name: "_ncallbacks", Doc: "Return how many calls are registered.", Fn: func(*thread, value, []value) (value, error) {
				return objects.Int(int64(len(callbacks))), nil
			}},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		objects.AddRoots(func(visit func(value)) {
			for _, c := range callbacks {
				visit(c.fn)
				native.Visit(visit, c.args...)
			}
		})
		return nil
	},
}

func register(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	if len(args) == kw.Len() {
		return value{}, objects.TypeErrorf("register() takes at least 1 argument (0 given)")
	}
	if !objects.Callable(args[0]) {
		return value{}, objects.TypeErrorf("the first argument must be callable")
	}
	callbacks = append(callbacks, callback{args[0], append([]value(nil), args[1:]...), kw})
	return args[0], nil
}

func unregister(t *thread, self value, args []value) (value, error) {
	for i := 0; i < len(callbacks); i++ {
		eq, err := objects.Equal(t, callbacks[i].fn, args[0])
		if err != nil {
			return value{}, err
		}
		if eq && i < len(callbacks) {
			callbacks = append(callbacks[:i:i], callbacks[i+1:]...)
			i--
		}
	}
	return objects.None, nil
}

// Run calls the registered functions, the last one first, and forgets them. Exceptions are reported.
func Run(t *thread) {
	for len(callbacks) > 0 {
		c := callbacks[len(callbacks)-1]
		callbacks = callbacks[:len(callbacks)-1]
		if _, err := objects.Call(t, c.fn, c.args, c.kw); err != nil {
			r, rerr := objects.ReprString(t, c.fn)
			if rerr != nil {
				r = "<object repr() failed>"
			}
			objects.H.Unraisable(t, err, "Exception ignored in atexit callback "+r, value{})
		}
	}
}

// Visit calls f for everything that the registered functions keep alive.
func Visit(f func(value)) {
	for _, c := range callbacks {
		f(c.fn)
		for _, a := range c.args {
			f(a)
		}
	}
}
