// Package array is the module array: sequences of machine values. An array is its bytes; kind.go converts items from and
// to Python's values.
package array

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "array",
	Doc:  "Arrays of characters, integers or floats that are stored as plain machine values.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "_array_reconstructor", Sig: "arraytype, typecode, mformat_code, items, /", Doc: "Make an array of what was pickled: the bytes of the items, and the code of their form.", Fn: reconstruct},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if arrayType.Name == "" {
			initArray()
			initIterator()
		}
		native.Export(m, &arrayType)
		m.Set("ArrayType", objects.ToValue(&arrayType))
		objects.NewType(&iteratorType)
		codes := ""
		for _, k := range kinds {
			codes += string(k.code)
		}
		m.Set("typecodes", native.Str(codes))
		abc, err := interp.ImportModule(t, "collections.abc")
		if err != nil {
			return err
		}
		sequence, err := objects.GetAttrString(t, abc, "MutableSequence")
		if err != nil {
			return err
		}
		_, err = objects.CallMethod(t, sequence, objects.Intern("register"), objects.ToValue(&arrayType))
		return err
	},
}
