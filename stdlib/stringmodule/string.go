// Package stringmodule is the module _string: what string.Formatter takes from str.format.
package stringmodule

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
	Name: "_string",
	Doc:  "What string.Formatter takes from str.format().",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "formatter_parser", Sig: "object, /", NoSig: true, Doc: "Go through a format string, with a tuple of text, field name, format and conversion for every piece.", Fn: func(t *thread, self value, args []value) (value, error) {
				s, ok := objects.StrOf(args[0])
				if !ok {
					return value{}, objects.TypeErrorf("expected str, got %s", native.TypeName(args[0]))
				}
				return objects.FormatterParser(s), nil
			}},
			{Name: "formatter_field_name_split", Sig: "object, /", NoSig: true, Doc: "Take a field name apart: its first part, and an iterator over the attributes and items that follow.", Fn: func(t *thread, self value, args []value) (value, error) {
				s, ok := objects.StrOf(args[0])
				if !ok {
					return value{}, objects.TypeErrorf("expected str, got %s", native.TypeName(args[0]))
				}
				return objects.FormatterFieldNameSplit(s)
			}},
		}
	},
}
