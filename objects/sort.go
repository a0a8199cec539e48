package objects

import (
	"slices"
	"strings"
	"unsafe"
)

// Sorting: what list.sort does with keys. The sort itself is in sortmerge.go.
// Before, the keys are looked at once: where all are ints, floats or strings, comparing needs no dispatch.

// sortPair is a key and the item that it stands for.
type sortPair[K any] struct {
	key K
	val Value
}

// Sort is list.sort: stable, by the values of a key function (zero: the items themselves).
func (p *List) Sort(t *Thread, key Value, reverse bool) error {
	// The list is empty while it is sorted, so that a comparison or key function cannot disturb it.
	saved := *p
	items := saved.Items()
	p.data, p.n, p.cap, p.scan = nil, 0, 0, false
	if reverse {
		saved.Reverse()
	}
	var err error
	if key.IsZero() {
		err = sortValues(t, &saved, items)
	} else {
		err = sortByKey(t, &saved, key, items)
	}
	if reverse {
		saved.Reverse()
	}
	if p.data != nil || p.n != 0 {
		if err == nil {
			err = ValueErrorf("list modified during sort")
		}
	}
	p.data, p.n, p.cap, p.scan = saved.data, saved.n, saved.cap, saved.scan
	return err
}

// The classes of keys that are compared directly.
const (
	sortGeneral = iota
	sortInts
	sortFloats
	sortStrs
)

func sortClass(items []Value) int {
	if len(items) < 2 {
		return sortGeneral
	}
	class := sortGeneral
	switch v := items[0]; {
	case v.IsInline():
		class = sortInts
	case v.IsFloat():
		class = sortFloats
	case Is(v, &StrType):
		class = sortStrs
	default:
		return sortGeneral
	}
	for _, v := range items[1:] {
		same := false
		switch class {
		case sortInts:
			same = v.IsInline()
		case sortFloats:
			same = v.IsFloat()
		default:
			same = Is(v, &StrType)
		}
		if !same {
			return sortGeneral
		}
	}
	return class
}

func sortValues(t *Thread, l *List, items []Value) error {
	switch sortClass(items) {
	case sortInts:
		// Equal ints are the same value: stability does not matter. The words of non-negative inline ints and of
		// negative ones sort as their numbers once shifted.
		w := make([]int64, len(items))
		for i, v := range items {
			w[i] = v.Inline()
		}
		slices.Sort(w)
		for i, x := range w {
			items[i] = InlineInt(x)
		}
		return nil
	case sortFloats:
		powersort(items, func(a, b Value) bool { return a.Float() < b.Float() })
		return nil
	case sortStrs:
		powersort(items, func(a, b Value) bool { return As[Str](a).Compare(As[Str](b)) < 0 })
		return nil
	}
	var err error
	powersort(items, func(a, b Value) bool {
		if err != nil {
			return false
		}
		var less bool
		less, err = lessThan(t, a, b)
		return less
	})
	return err
}

func sortByKey(t *Thread, l *List, key Value, items []Value) error {
	keys := make([]Value, len(items))
	for i, v := range items {
		k, err := Call1(t, key, v)
		if err != nil {
			return err
		}
		keys[i] = k
	}
	switch sortClass(keys) {
	case sortInts:
		sortPairs(items, keys, func(v Value) int64 { return v.Inline() }, func(a, b sortPair[int64]) bool { return a.key < b.key })
		return nil
	case sortFloats:
		sortPairs(items, keys, Value.Float, func(a, b sortPair[float64]) bool { return a.key < b.key })
		return nil
	case sortStrs:
		sortPairs(items, keys, As[Str], func(a, b sortPair[*Str]) bool { return a.key.Compare(b.key) < 0 })
		return nil
	}
	var err error
	sortPairs(items, keys, func(v Value) Value { return v }, func(a, b sortPair[Value]) bool {
		if err != nil {
			return false
		}
		var less bool
		less, err = lessThan(t, a.key, b.key)
		return less
	})
	return err
}

func sortPairs[K any](items, keys []Value, convert func(Value) K, less func(a, b sortPair[K]) bool) {
	pairs := make([]sortPair[K], len(items))
	for i := range pairs {
		pairs[i] = sortPair[K]{convert(keys[i]), items[i]}
	}
	powersort(pairs, less)
	for i := range pairs {
		items[i] = pairs[i].val
	}
}

// lessThan is bool(a < b) with the commonest types done directly.
func lessThan(t *Thread, a, b Value) (bool, error) {
	if BothInline(a, b) {
		return a.Inline() < b.Inline(), nil
	}
	if a.IsFloat() && b.IsFloat() {
		return a.Float() < b.Float(), nil
	}
	if ta := objectType(a); ta != nil && ta == objectType(b) {
		switch ta {
		case &StrType:
			return As[Str](a).Compare(As[Str](b)) < 0, nil
		case &TupleType:
			x, y := As[Tuple](a).Items(), As[Tuple](b).Items()
			for i := 0; i < len(x) && i < len(y); i++ {
				eq, err := Equal(t, x[i], y[i])
				if err != nil {
					return false, err
				}
				if !eq {
					if err := t.EnterNative(" in comparison"); err != nil {
						return false, err
					}
					less, err := lessThan(t, x[i], y[i])
					t.LeaveNative()
					return less, err
				}
			}
			return len(x) < len(y), nil
		}
	}
	return CompareTruth(t, a, b, OpLt)
}

// Compare orders two strings by code points: negative, zero or positive.
func (s *Str) Compare(o *Str) int {
	if s == o {
		return 0
	}
	if s.kind == 1 && o.kind == 1 {
		return strings.Compare(unsafe.String((*byte)(s.data), s.n), unsafe.String((*byte)(o.data), o.n))
	}
	for i := range min(s.n, o.n) {
		if d := int(s.At(i)) - int(o.At(i)); d != 0 {
			return d
		}
	}
	return s.n - o.n
}
