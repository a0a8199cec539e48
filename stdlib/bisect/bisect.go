// Package bisect is the module _bisect: binary search in sorted sequences.
package bisect

import (
	"math"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// sig is the signature of all four functions.
const sig = "a, x, lo=0, hi=None, *, key=None"

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_bisect",
	Doc:  "Bisection algorithms: keep a list in sorted order without sorting it after each insertion.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "bisect_right", Sig: sig, Doc: "Return where x goes into the sorted list a behind any items equal to it: items before that are <= x, the others > x.\n\nOnly a[lo:hi] is searched. key, if given, is called with items, not with x.", Fn: func(t *thread, self value, args []value) (value, error) {
				i, err := search(t, args, args[1], true)
				return objects.Int(int64(i)), err
			}},
			{Name: "bisect_left", Sig: sig, Doc: "Return where x goes into the sorted list a before any items equal to it: items before that are < x, the others >= x.\n\nOnly a[lo:hi] is searched. key, if given, is called with items, not with x.", Fn: func(t *thread, self value, args []value) (value, error) {
				i, err := search(t, args, args[1], false)
				return objects.Int(int64(i)), err
			}},
			{Name: "insort_right", Sig: sig, Doc: "Insert x into the sorted list a, behind any items equal to it.", Fn: func(t *thread, self value, args []value) (value, error) {
				return insort(t, args, true)
			}},
			{Name: "insort_left", Sig: sig, Doc: "Insert x into the sorted list a, before any items equal to it.", Fn: func(t *thread, self value, args []value) (value, error) {
				return insort(t, args, false)
			}},
		}
	},
}

// smallInts tells whether a small int is looked for in a list without a key function.
func smallInts(a, x, key value) (l *objects.List, n int64, ok bool) {
	if key != objects.None || !x.IsInline() || !objects.Is(a, &objects.ListType) {
		return nil, 0, false
	}
	return objects.As[objects.List](a), x.Inline(), true
}

// search finds where x belongs in args[0]: behind the items equal to it, or before them.
func search(t *thread, args []value, x value, right bool) (int, error) {
	a, key := args[0], native.Or(args[4], objects.None)
	lo := 0
	var err error
	if !args[2].IsZero() {
		if lo, err = objects.SizeArg(t, args[2]); err != nil {
			return 0, err
		}
	}
	hi, err := native.Size(t, args[3], math.MinInt)
	if err != nil {
		return 0, err
	}
	if lo < 0 {
		return 0, objects.ValueErrorf("lo must be non-negative")
	}
	if hi == math.MinInt || hi == -1 {
		if hi, err = objects.Len(t, a); err != nil {
			return 0, err
		}
	}
	if l, n, ok := smallInts(a, x, key); ok {
		// A list of small ints: no Python code runs until something else comes.
		for lo < hi && hi <= l.Len() {
			mid := int(uint(lo+hi) >> 1)
			item := *l.At(mid)
			if !item.IsInline() {
				break
			}
			if i := item.Inline(); i > n || i == n && !right {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
	}
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		item, err := objects.GetItem(t, a, objects.Int(int64(mid)))
		if err != nil {
			return 0, err
		}
		if key != objects.None {
			if item, err = objects.Call1(t, key, item); err != nil {
				return 0, err
			}
		}
		var left bool
		if right {
			left, err = objects.CompareTruth(t, x, item, objects.OpLt)
		} else {
			left, err = objects.CompareTruth(t, item, x, objects.OpLt)
			left = !left
		}
		if err != nil {
			return 0, err
		}
		if left {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo, nil
}

func insort(t *thread, args []value, right bool) (value, error) {
	x := args[1]
	if key := args[4]; native.Given(key) {
		k, err := objects.Call1(t, key, x)
		if err != nil {
			return value{}, err
		}
		x = k
	}
	i, err := search(t, args, x, right)
	if err != nil {
		return value{}, err
	}
	if l, ok := objects.ListOf(args[0]); ok && objects.Is(args[0], &objects.ListType) {
		l.Insert(i, args[1])
		return objects.None, nil
	}
	_, err = objects.CallMethod(t, args[0], objects.Intern("insert"), objects.Int(int64(i)), args[1])
	return objects.None, err
}
