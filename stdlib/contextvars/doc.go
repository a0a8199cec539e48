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
		if contextType.Name == "" {
			initContext()
			initVar()
			initToken()
		}
		for _, typ := range [...]*objects.Type{&contextType, &varType, &tokenType} {
			native.Export(m, typ)
		}
		return nil
	},
}
