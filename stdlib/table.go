package stdlib

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/collections"
	"github.com/adder-lang/adder/stdlib/imp"
	"github.com/adder-lang/adder/stdlib/itertools"
	"github.com/adder-lang/adder/stdlib/marshal"
	"github.com/adder-lang/adder/stdlib/posix"
	"github.com/adder-lang/adder/stdlib/sre"
)

// natives are the native modules, sys and builtins aside, sorted by name.
var natives = []*objects.ModuleDef{
	&collections.Def,
	&imp.Def,
	&sre.Def,
	&itertools.Def,
	&marshal.Def,
	&posix.Def,
}

// Native returns the declaration of a native module, nil where there is none.
func Native(name string) *objects.ModuleDef {
	for _, d := range natives {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// NativeNames lists the native modules, sys and builtins included.
func NativeNames() []string {
	names := []string{"builtins", "sys"}
	for _, d := range natives {
		names = append(names, d.Name)
	}
	return names
}
