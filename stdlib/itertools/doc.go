// Package itertools is the module itertools: iterators that combine, select and repeat what other iterators give.
//
// Each type is a Go struct whose Next slot draws from the Next slots of its sources, without calls of Python functions in
// between; exhaustion travels as the zero value. Sources are read no further than a result needs.
package itertools

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
	Name:    "itertools",
	Doc:     "Iterators that are made of iterators, as building blocks for loops.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if !ready {
			ready = true
			initSources()
			initFilters()
			initGroups()
			initCombinatorics()
			initPickle()
		}
		for _, typ := range [...]*objects.Type{&countType, &cycleType, &repeatType, &chainType, &accumulateType, &compressType,
			&dropWhileType, &takeWhileType, &filterFalseType, &starMapType, &isliceType, &zipLongestType, &pairwiseType,
			&batchedType, &groupByType, &grouperType, &teeType, &teeDataType, &productType, &permutationsType,
			&combinationsType, &replacementType} {
			native.Export(m, typ)
		}
		return nil
	},
}

// ready says that the types have been filled.
var ready bool

func methods() []objects.FuncDef {
	return []objects.FuncDef{{Name: "tee", Sig: "iterable, n=2, /", Doc: "Return a tuple of n iterators, each of which gives all items of the iterable.", Fn: tee}}
}

// declare fills what all iterator types have.
func declare[T any](typ *objects.Type, name, doc string, base bool, next objects.UnaryFunc) {
	typ.Name, typ.Module, typ.Doc = name, "itertools", doc
	if base {
		typ.Flags = objects.FlagBase
	}
	objects.Layout[T](typ)
	typ.Iter, typ.Next = native.Self, next
}

// visitSlice calls visit for values that may be zero.
func visitSlice(visit func(value), values []value) {
	for _, v := range values {
		if !v.IsZero() {
			visit(v)
		}
	}
}
