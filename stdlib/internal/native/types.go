package native

import "github.com/adder-lang/adder/objects"

// ClassGetitem declares __class_getitem__ for a type that may be parametrised.
func ClassGetitem() objects.FuncDef {
	return objects.FuncDef{Name: "__class_getitem__", Kind: objects.ClassFunc, Sig: "object, /", Doc: "See PEP 585",
		Fn: func(t *objects.Thread, self objects.Value, args []objects.Value) (objects.Value, error) {
			return objects.NewGenericAlias(t, self, args[0])
		}}
}

// Self is the Iter slot of iterators.
func Self(_ *objects.Thread, self objects.Value) (objects.Value, error) { return self, nil }

// Visit calls visit for the values that are not zero.
func Visit(visit func(objects.Value), values ...objects.Value) {
	for _, v := range values {
		if !v.IsZero() {
			visit(v)
		}
	}
}

// Export completes a type and binds it in a module under its name.
func Export(m *objects.Module, typ *objects.Type) { m.Set(typ.Name, objects.NewType(typ)) }
