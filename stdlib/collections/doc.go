// Package collections is the module _collections: deque, defaultdict, OrderedDict, and what the pure part of the collections module
// takes from the interpreter for speed.
package collections

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
	Name: "_collections",
	Doc:  "The types deque, defaultdict and OrderedDict, and what Counter counts with.\n",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "_count_elements", Sig: "mapping, iterable, /", Doc: "Add one to mapping[x] for each x of iterable.", Fn: countElements}}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if dequeType.Name == "" {
			initDeque()
			initDefaultDict()
			initTupleGetter()
			initOrderedDict()
		}
		for _, typ := range [...]*objects.Type{&dequeType, &defaultDictType, &iterType, &revIterType, &getterType, &orderedType} {
			native.Export(m, typ)
		}
		return nil
	},
}

// countElements adds one to mapping[x] for each x of an iterable.
func countElements(t *thread, self value, args []value) (value, error) {
	mapping := args[0]
	it, err := objects.Iter(t, args[1])
	if err != nil {
		return value{}, err
	}
	typ := objects.TypeOf(mapping)
	d, isDict := objects.DictOf(mapping)
	// A subclass that overrides get or __setitem__ is asked through them.
	plain := isDict && typ.Lookup(objects.Intern("get")) == objects.DictType.Lookup(objects.Intern("get")) &&
		typ.Lookup(objects.Intern("__setitem__")) == objects.DictType.Lookup(objects.Intern("__setitem__"))
	get := objects.Intern("get")
	for {
		key, err := objects.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if key.IsZero() {
			return objects.None, nil
		}
		if plain {
			hash, err := objects.Hash(t, key)
			if err != nil {
				return value{}, err
			}
			n, err := d.GetHash(t, key, hash)
			if err != nil {
				return value{}, err
			}
			switch {
			case n.IsZero():
				n = objects.Int(1)
			case n.IsInline():
				n = objects.Int(n.Inline() + 1)
			default:
				if n, err = objects.Binary(t, objects.OpAdd, n, objects.Int(1)); err != nil {
					return value{}, err
				}
			}
			if err := d.SetHash(t, key, hash, n); err != nil {
				return value{}, err
			}
			continue
		}
		n, err := objects.CallMethod(t, mapping, get, key, objects.Int(0))
		if err != nil {
			return value{}, err
		}
		if n, err = objects.Binary(t, objects.OpAdd, n, objects.Int(1)); err != nil {
			return value{}, err
		}
		if err := objects.SetItem(t, mapping, key, n); err != nil {
			return value{}, err
		}
	}
}
