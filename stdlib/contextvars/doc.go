// Package contextvars is the module _contextvars (PEP 567). A context is a dictionary from variables to values that is
// shared by its copies until one of them changes: copying costs nothing, the first change after it costs one copy.
package contextvars

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_contextvars",
	Doc:  "Context Variables",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "copy_context", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.ToValue(current(t).copy()), nil
			}},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		initTypes()
		for _, typ := range [...]*objects.Type{&contextType, &varType, &tokenType} {
			native.Export(m, typ)
		}
		return nil
	},
}

func initTypes() {
	if contextType.Name == "" {
		initContext()
		initVar()
		initToken()
	}
}

// NewVariable makes a ContextVar without a default for a native module.
func NewVariable(name string) objects.Value {
	initTypes()
	objects.NewType(&varType)
	v := varType.NewInstance()
	objects.As[variable](v).name = native.Str(name)
	return v
}

// Get returns the value that a ContextVar has in the thread's context, zero where it has none.
func Get(t *objects.Thread, v objects.Value) (objects.Value, error) {
	if t.Context.IsZero() {
		return value{}, nil
	}
	return objects.As[variable](v).in(t, current(t))
}

// Set gives a ContextVar a value in the thread's context.
func Set(t *objects.Thread, v, x objects.Value) error {
	return current(t).own().Set(t, v, x)
}
