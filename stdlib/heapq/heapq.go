// Package heapq is the module _heapq: binary heaps in lists. The order of comparisons is that of heapq.py, so that both
// leave the same list.
package heapq

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_heapq",
	Doc:  "Heaps in lists: the smallest item is always the first one.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "heappush", Sig: "heap, item, /", Doc: "Add item to the heap.", Fn: push},
			{Name: "heappushpop", Sig: "heap, item, /", Doc: "Add item to the heap, then take the smallest item off and return it; heappush() and heappop() would take longer.", Fn: pushPop},
			{Name: "heappop", Sig: "heap, /", Doc: "Take the smallest item off the heap and return it.", Fn: pop("heappop", less)},
			{Name: "heapreplace", Sig: "heap, item, /", Doc: "Take the smallest item off the heap and return it, with item in its place.\n\nThe size stays the same, and heappop() and heappush() would take longer. What is returned may be larger than item.", Fn: replace("heapreplace", less)},
			{Name: "heapify", Sig: "heap, /", Doc: "Rearrange a list to be a heap, in linear time.", Fn: heapify("heapify", less)},
			{Name: "_heappop_max", Sig: "heap, /", Doc: "heappop() of a heap whose largest item is the first.", Fn: pop("_heappop_max", greater)},
			{Name: "_heapreplace_max", Sig: "heap, item, /", Doc: "heapreplace() of a heap whose largest item is the first.", Fn: replace("_heapreplace_max", greater)},
			{Name: "_heapify_max", Sig: "heap, /", Doc: "heapify() with the largest item as the first.", Fn: heapify("_heapify_max", greater)},
		}
	},
}

// before says whether a stands nearer to the root than b.
type before func(t *thread, a, b value) (bool, error)

func less(t *thread, a, b value) (bool, error)    { return objects.CompareTruth(t, a, b, objects.OpLt) }
func greater(t *thread, a, b value) (bool, error) { return objects.CompareTruth(t, b, a, objects.OpLt) }

// heapArg is the argument heap; several says that the function has other arguments too.
func heapArg(v value, fn string, several bool) (*objects.List, error) {
	if l, ok := objects.ListOf(v); ok {
		return l, nil
	}
	number := ""
	if several {
		number = " 1"
	}
	return nil, objects.TypeErrorf("%s() argument%s must be list, not %s", fn, number, objects.TypeOf(v))
}

// checked compares two items; a comparison that changes the size of the list is an error.
func checked(t *thread, l *objects.List, lt before, a, b value) (bool, error) {
	n := l.Len()
	yes, err := lt(t, a, b)
	if err == nil && l.Len() != n {
		err = objects.RuntimeErrorf("list changed size during iteration")
	}
	return yes, err
}

// siftDown moves the item at pos towards the root, at most to start.
func siftDown(t *thread, l *objects.List, start, pos int, lt before) error {
	for pos > start {
		parent := (pos - 1) / 2
		yes, err := checked(t, l, lt, l.Item(pos), l.Item(parent))
		if err != nil || !yes {
			return err
		}
		a, b := l.Item(pos), l.Item(parent)
		l.SetItem(pos, b)
		l.SetItem(parent, a)
		pos = parent
	}
	return nil
}

// siftUp moves the smaller child up until a leaf is hit, then the item that was at pos from there to its place.
func siftUp(t *thread, l *objects.List, pos int, lt before) error {
	start, end := pos, l.Len()
	for limit := end / 2; pos < limit; {
		child := 2*pos + 1
		if child+1 < end {
			yes, err := checked(t, l, lt, l.Item(child), l.Item(child+1))
			if err != nil {
				return err
			}
			if !yes {
				child++
			}
		}
		a, b := l.Item(pos), l.Item(child)
		l.SetItem(pos, b)
		l.SetItem(child, a)
		pos = child
	}
	return siftDown(t, l, start, pos, lt)
}

func push(t *thread, self value, args []value) (value, error) {
	l, err := heapArg(args[0], "heappush", true)
	if err != nil {
		return value{}, err
	}
	l.Append(args[1])
	return objects.None, siftDown(t, l, 0, l.Len()-1, less)
}

func pushPop(t *thread, self value, args []value) (value, error) {
	l, err := heapArg(args[0], "heappushpop", true)
	if err != nil {
		return value{}, err
	}
	item := args[1]
	if l.Len() == 0 {
		return item, nil
	}
	yes, err := less(t, l.Item(0), item)
	if err != nil || !yes {
		return item, err
	}
	if l.Len() == 0 {
		return value{}, objects.IndexErrorf("index out of range")
	}
	top := l.Item(0)
	l.SetItem(0, item)
	return top, siftUp(t, l, 0, less)
}

func pop(name string, lt before) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		l, err := heapArg(args[0], name, false)
		if err != nil {
			return value{}, err
		}
		n := l.Len()
		if n == 0 {
			return value{}, objects.IndexErrorf("index out of range")
		}
		last := l.RemoveAt(n - 1)
		if n == 1 {
			return last, nil
		}
		top := l.Item(0)
		l.SetItem(0, last)
		return top, siftUp(t, l, 0, lt)
	}
}

func replace(name string, lt before) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		l, err := heapArg(args[0], name, true)
		if err != nil {
			return value{}, err
		}
		if l.Len() == 0 {
			return value{}, objects.IndexErrorf("index out of range")
		}
		top := l.Item(0)
		l.SetItem(0, args[1])
		return top, siftUp(t, l, 0, lt)
	}
}

func heapify(name string, lt before) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		l, err := heapArg(args[0], name, false)
		if err != nil {
			return value{}, err
		}
		for i := l.Len()/2 - 1; i >= 0; i-- {
			if err := siftUp(t, l, i, lt); err != nil {
				return value{}, err
			}
		}
		return objects.None, nil
	}
}
