package objects

import (
	"math/bits"
	"slices"
	"strings"
	"unsafe"
)

// Sorting: a stable merge sort that makes use of order already there. Runs are found from left to right, short ones are
// filled up by insertion, and the order of merges is that of powersort (Munro and Wild, "Nearly-Optimal Mergesorts").
// Before, the keys are looked at once: where all are ints, floats or strings, comparing needs no dispatch.

// minRun is the length that short runs are extended to: below it insertion is faster than merging.
const minRun = 24

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

// mergeRun is a sorted run that waits to be merged; power is the depth in the merge tree of its border to the next one.
type mergeRun struct {
	start, n, power int
}

// powersort sorts a slice stably.
func powersort[E any](a []E, less func(x, y E) bool) {
	n := len(a)
	if n < 2 {
		return
	}
	var stack []mergeRun
	var buf []E
	for start := 0; start < n; {
		length := countRun(a[start:], less)
		if length < minRun && start+length < n {
			want := min(minRun, n-start)
			insertionSort(a[start:start+want], length, less)
			length = want
		}
		run := mergeRun{start: start, n: length}
		if k := len(stack); k > 0 {
			power := runPower(stack[k-1].start, stack[k-1].n, length, n)
			for k > 1 && stack[k-2].power > power {
				buf = mergeAt(a, &stack, buf, less)
				k--
			}
			stack[k-1].power = power
		}
		stack = append(stack, run)
		start += length
	}
	for len(stack) > 1 {
		buf = mergeAt(a, &stack, buf, less)
	}
}

// runPower is the depth of the border between two neighbouring runs in a nearly optimal merge tree over n items: the
// first binary digit in which the middles of the runs differ as fractions of n.
func runPower(start, n1, n2, n int) int {
	a := uint64(2*start + n1)
	b := a + uint64(n1+n2)
	power := 0
	for m := uint64(n); ; {
		power++
		if a >= m {
			a -= m
			b -= m
		} else if b >= m {
			return power
		}
		a <<= 1
		b <<= 1
	}
}

// countRun returns the length of the run at the beginning; a strictly falling one is reversed.
func countRun[E any](a []E, less func(x, y E) bool) int {
	if len(a) < 2 {
		return len(a)
	}
	n := 2
	if less(a[1], a[0]) {
		for n < len(a) && less(a[n], a[n-1]) {
			n++
		}
		slices.Reverse(a[:n])
		return n
	}
	for n < len(a) && !less(a[n], a[n-1]) {
		n++
	}
	return n
}

// insertionSort sorts a, whose first n items are sorted, by binary insertion.
func insertionSort[E any](a []E, n int, less func(x, y E) bool) {
	for i := max(n, 1); i < len(a); i++ {
		x := a[i]
		lo, hi := 0, i
		for lo < hi {
			m := int(uint(lo+hi) >> 1)
			if less(x, a[m]) {
				hi = m
			} else {
				lo = m + 1
			}
		}
		copy(a[lo+1:i+1], a[lo:i])
		a[lo] = x
	}
}

// mergeAt merges the two topmost runs. buf is scratch memory, which is returned for the next merge.
func mergeAt[E any](a []E, stack *[]mergeRun, buf []E, less func(x, y E) bool) []E {
	s := *stack
	k := len(s)
	r1, r2 := s[k-2], s[k-1]
	s[k-2].n = r1.n + r2.n
	*stack = s[:k-1]
	left, right := a[r1.start:r1.start+r1.n], a[r2.start:r2.start+r2.n]
	// Items of the left run that belong before all of the right one stay; so do those of the right run that belong
	// behind all of the left one.
	skip := gallopRight(right[0], left, less)
	left = left[skip:]
	if len(left) == 0 {
		return buf
	}
	right = right[:gallopLeft(left[len(left)-1], right, less)]
	if len(right) == 0 {
		return buf
	}
	base := r1.start + skip
	dst := a[base : base+len(left)+len(right)]
	if need := min(len(left), len(right)); cap(buf) < need {
		buf = make([]E, 1<<bits.Len(uint(need)))
	}
	if len(left) <= len(right) {
		tmp := buf[:len(left)]
		copy(tmp, left)
		i, j, k := 0, 0, 0
		for i < len(tmp) && j < len(right) {
			if less(right[j], tmp[i]) {
				dst[k] = right[j]
				j++
			} else {
				dst[k] = tmp[i]
				i++
			}
			k++
		}
		copy(dst[k:], tmp[i:])
		clear(tmp)
		return buf
	}
	tmp := buf[:len(right)]
	copy(tmp, right)
	i, j, w := len(left)-1, len(tmp)-1, len(dst)-1
	for i >= 0 && j >= 0 {
		if less(tmp[j], left[i]) {
			dst[w] = left[i]
			i--
		} else {
			dst[w] = tmp[j]
			j--
		}
		w--
	}
	copy(dst[w-j:w+1], tmp[:j+1])
	clear(tmp)
	return buf
}

// gallopRight returns the number of items of a that do not belong behind x: the first i with x < a[i].
func gallopRight[E any](x E, a []E, less func(x, y E) bool) int {
	lo, hi := 0, 1
	for hi <= len(a) && !less(x, a[hi-1]) {
		lo = hi
		hi = hi*2 + 1
	}
	hi = min(hi, len(a)+1) - 1
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if less(x, a[m]) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// gallopLeft returns the first i with not a[i] < x, searched from the end.
func gallopLeft[E any](x E, a []E, less func(x, y E) bool) int {
	n := len(a)
	off := 1
	hi := n
	for off <= n && !less(a[n-off], x) {
		hi = n - off
		off = off*2 + 1
	}
	lo := max(n-off, -1) + 1
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if less(a[m], x) {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
