// Package functools is the module _functools: partial, reduce, cmp_to_key and the cache behind lru_cache.
package functools

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	head   = objects.Head
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_functools",
	Doc:     "The native part of the module functools.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if partialType.Name == "" {
			initPartial()
			initKey()
			initCache()
		}
		objects.NewType(&keyType)
		native.Export(m, &partialType)
		native.Export(m, &cacheType)
		return nil
	},
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "reduce", Sig: "function, iterable, initial=?, /", Doc: "reduce(function, iterable[, initial], /) -> value\n\nCombine the items from left to right by function(function(a, b), c) and so on; initial, if given, comes before them.", Fn: reduce},
		{Name: "cmp_to_key", Sig: "mycmp", Doc: "Return a key= function that orders by mycmp(a, b), which is negative, 0 or positive.", Fn: func(t *thread, self value, args []value) (value, error) {
			return newKey(args[0], value{}), nil
		}},
	}
}

func reduce(t *thread, self value, args []value) (value, error) {
	fn, acc := args[0], args[2]
	typ := objects.TypeOf(args[1])
	objects.NewType(typ)
	it, err := objects.Iter(t, args[1])
	if err != nil {
		if objects.IsError(err, &objects.TypeErrorType) && typ.Iter == nil {
			err = objects.TypeErrorf("reduce() arg 2 must support iteration")
		}
		return value{}, err
	}
	for {
		v, err := objects.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if v.IsZero() {
			break
		}
		if acc.IsZero() {
			acc = v
			continue
		}
		if acc, err = objects.Call2(t, fn, acc, v); err != nil {
			return value{}, err
		}
	}
	if acc.IsZero() {
		return value{}, objects.TypeErrorf("reduce() of empty iterable with no initial value")
	}
	return acc, nil
}
