package stdlib

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/abc"
	"github.com/adder-lang/adder/stdlib/imp"
	"github.com/adder-lang/adder/stdlib/itertools"
	"github.com/adder-lang/adder/stdlib/marshal"
	"github.com/adder-lang/adder/stdlib/posix"
	"github.com/adder-lang/adder/stdlib/timemodule"
	"github.com/adder-lang/adder/stdlib/warnings"
	"github.com/adder-lang/adder/stdlib/weakref"
)

// natives are the native modules, sys and builtins aside, sorted by name.
var natives = []*objects.ModuleDef{
	&imp.Def,
	&itertools.Def,
	&marshal.Def,
	&posix.Def,
	&timemodule.Def,
	&warnings.Def,
	&weakref.Def,
	&abc.Def,
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
