// Package suggestions is the module _suggestions: the near names that tracebacks propose.
package suggestions

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_suggestions",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "_generate_suggestions", Sig: "candidates, item, /", Doc: "Of a list of names the one that a mistyped one most likely means, or None.", Fn: suggest},
		}
	},
}

func suggest(t *thread, self value, args []value) (value, error) {
	item, ok := objects.StrOf(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("_generate_suggestions() argument 2 must be str, not %s", objects.TypeOf(args[1]))
	}
	list, ok := objects.ListOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("candidates must be a list")
	}
	names := make([]*objects.Str, list.Len())
	for i, v := range list.Items() {
		if names[i], ok = objects.StrOf(v); !ok {
			return value{}, objects.TypeErrorf("all elements in 'candidates' must be strings")
		}
	}
	if s := objects.Suggest(item, names); s != nil {
		return s.Value(), nil
	}
	return objects.None, nil
}
