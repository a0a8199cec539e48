package objects

import (
	"math/bits"
	"slices"
)

// A stable merge sort that makes use of order already there (Peters's timsort, as the notes on list.sort describe it). Runs
// are found from left to right, short ones are filled up by binary insertion, and the order of merges is that of powersort
// (Munro and Wild, "Nearly-Optimal Mergesorts"). Merging goes over to galloping, exponential search, while one run wins
// often. Programs can count comparisons, so that runs, searches and thresholds are those of CPython.

const (
	// maxMinRun bounds the length that short runs are extended to, from half of it on: up to there binary insertion needs
	// few comparisons and moves little memory.
	maxMinRun = 64
	// minGallop is how often one run must win in a row before galloping pays, at first.
	minGallop = 7
)

// mergeRun is a sorted run that waits to be merged; power is the depth in the merge tree of its border to the next one.
type mergeRun struct {
	start, n, power int
}

// merger is the state of one sort.
type merger[E any] struct {
	a    []E
	less func(x, y E) bool
	runs []mergeRun
	buf  []E
	// gallop is the present threshold for galloping: lower where it has paid.
	gallop int
}

// powersort sorts a slice stably.
func powersort[E any](a []E, less func(x, y E) bool) {
	n := len(a)
	if n < 2 {
		return
	}
	m := &merger[E]{a: a, less: less, gallop: minGallop}
	least := minRun(n)
	for start := 0; start < n; {
		length := countRun(a[start:], less)
		if length < least {
			want := min(least, n-start)
			insertionSort(a[start:start+want], length, less)
			length = want
		}
		if k := len(m.runs); k > 0 {
			power := runPower(m.runs[k-1].start, m.runs[k-1].n, length, n)
			for k > 1 && m.runs[k-2].power > power {
				m.mergeAt(k - 2)
				k--
			}
			m.runs[k-1].power = power
		}
		m.runs = append(m.runs, mergeRun{start: start, n: length})
		start += length
	}
	for k := len(m.runs); k > 1; k = len(m.runs) {
		at := k - 2
		if at > 0 && m.runs[at-1].n < m.runs[at+1].n {
			at--
		}
		m.mergeAt(at)
	}
}

// minRun chooses the length of runs so that n divided by it is a power of two, or little less.
func minRun(n int) int {
	shift := max(bits.Len(uint(n))-bits.Len(maxMinRun)+1, 0)
	least := n >> shift
	if least<<shift != n {
		least++
	}
	return least
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

// countRun returns the length of the run at the beginning, which it makes an ascending one. Items that are equal may stand
// in a falling run: they are turned round twice, which leaves them in order.
func countRun[E any](a []E, less func(x, y E) bool) int {
	n := 1
	for n < len(a) && !less(a[n], a[n-1]) {
		n++
	}
	if n >= len(a) {
		return n
	}
	if n > 1 {
		if less(a[0], a[n-1]) {
			return n
		}
		slices.Reverse(a[:n])
	}
	equal := n // where the last stretch of equal items begins
	n++
	for n < len(a) {
		if less(a[n], a[n-1]) {
			slices.Reverse(a[equal:n])
			equal = n
		} else if less(a[n-1], a[n]) {
			break
		}
		n++
	}
	slices.Reverse(a[equal:n])
	slices.Reverse(a[:n])
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

// mergeAt merges the run at an index with the next one.
func (m *merger[E]) mergeAt(k int) {
	r1, r2 := m.runs[k], m.runs[k+1]
	m.runs[k].n += r2.n
	m.runs[k].power = r2.power
	m.runs = slices.Delete(m.runs, k+1, k+2)
	left, right := m.a[r1.start:r1.start+r1.n], m.a[r2.start:r2.start+r2.n]
	// Items of the left run that belong before all of the right one stay; so do those of the right run that belong
	// behind all of the left one.
	skip := m.behind(right[0], left, 0)
	left = left[skip:]
	if len(left) == 0 {
		return
	}
	right = right[:m.before(left[len(left)-1], right, len(right)-1)]
	if len(right) == 0 {
		return
	}
	dst := m.a[r1.start+skip:][:len(left)+len(right)]
	if need := min(len(left), len(right)); cap(m.buf) < need {
		m.buf = make([]E, 1<<bits.Len(uint(need)))
	}
	if len(left) <= len(right) {
		m.mergeUp(dst, len(left))
	} else {
		m.mergeDown(dst, len(left))
	}
}

// mergeUp merges the runs that dst consists of, the left one of which has n items, from the beginning. The first item of
// the right run comes first of all, the last of the left run last.
func (m *merger[E]) mergeUp(dst []E, n int) {
	left, right := m.buf[:n], dst[n:]
	copy(left, dst[:n])
	dst[0] = right[0]
	d, i, j := 1, 0, 1
merge:
	for j < len(right) && i < n-1 {
		l, r := 0, 0
		for l < m.gallop && r < m.gallop {
			if m.less(right[j], left[i]) {
				dst[d] = right[j]
				j++
				l, r = 0, r+1
			} else {
				dst[d] = left[i]
				i++
				l, r = l+1, 0
			}
			d++
			if j == len(right) || i == n-1 {
				break merge
			}
		}
		m.gallop++
		for pays := true; pays; pays = l >= minGallop || r >= minGallop {
			m.gallop = max(m.gallop-1, 1)
			l = m.behind(right[j], left[i:], 0)
			d += copy(dst[d:], left[i:i+l])
			if i += l; i >= n-1 {
				break merge
			}
			dst[d] = right[j]
			d++
			if j++; j == len(right) {
				break merge
			}
			r = m.before(left[i], right[j:], 0)
			d += copy(dst[d:], right[j:j+r])
			if j += r; j == len(right) {
				break merge
			}
			dst[d] = left[i]
			d++
			if i++; i == n-1 {
				break merge
			}
		}
		m.gallop++
	}
	d += copy(dst[d:], right[j:])
	copy(dst[d:], left[i:])
	clear(left)
}

// mergeDown merges as mergeUp does, from the end. The last item of the left run comes last of all.
func (m *merger[E]) mergeDown(dst []E, n int) {
	left, right := dst[:n], m.buf[:len(dst)-n]
	copy(right, dst[n:])
	i, j := n-1, len(right)-1
	dst[i+j+1] = left[i]
	i--
merge:
	for i >= 0 && j > 0 {
		l, r := 0, 0
		for l < m.gallop && r < m.gallop {
			if m.less(right[j], left[i]) {
				dst[i+j+1] = left[i]
				i--
				l, r = l+1, 0
			} else {
				dst[i+j+1] = right[j]
				j--
				l, r = 0, r+1
			}
			if i < 0 || j == 0 {
				break merge
			}
		}
		m.gallop++
		for pays := true; pays; pays = l >= minGallop || r >= minGallop {
			m.gallop = max(m.gallop-1, 1)
			l = i + 1 - m.behind(right[j], left[:i+1], i)
			copy(dst[i+j+2-l:], left[i+1-l:i+1])
			if i -= l; i < 0 {
				break merge
			}
			dst[i+j+1] = right[j]
			if j--; j == 0 {
				break merge
			}
			r = j + 1 - m.before(left[i], right[:j+1], j)
			copy(dst[i+j+2-r:], right[j+1-r:j+1])
			if j -= r; j <= 0 {
				break merge
			}
			dst[i+j+1] = left[i]
			if i--; i < 0 {
				break merge
			}
		}
		m.gallop++
	}
	copy(dst[j+1:], left[:i+1])
	copy(dst, right[:j+1])
	clear(right)
}

// behind returns where x belongs in a sorted slice that is not empty, behind its equals: the first i with x < a[i]. The
// search spreads from the index hint.
func (m *merger[E]) behind(x E, a []E, hint int) int {
	if m.less(x, a[hint]) {
		// It is at hint or before: steps back of 1, 3, 7, ...
		last, step := 0, 1
		for step <= hint && m.less(x, a[hint-step]) {
			last, step = step, 2*step+1
		}
		step = min(step, hint+1)
		return m.bisectBehind(x, a, hint-step+1, hint-last)
	}
	last, step := 0, 1
	for step < len(a)-hint && !m.less(x, a[hint+step]) {
		last, step = step, 2*step+1
	}
	step = min(step, len(a)-hint)
	return m.bisectBehind(x, a, hint+last+1, hint+step)
}

func (m *merger[E]) bisectBehind(x E, a []E, lo, hi int) int {
	for lo < hi {
		mid := lo + (hi-lo)/2
		if m.less(x, a[mid]) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return hi
}

// before is as behind, but before the equals of x: the first i with not a[i] < x.
func (m *merger[E]) before(x E, a []E, hint int) int {
	if m.less(a[hint], x) {
		last, step := 0, 1
		for step < len(a)-hint && m.less(a[hint+step], x) {
			last, step = step, 2*step+1
		}
		step = min(step, len(a)-hint)
		return m.bisectBefore(x, a, hint+last+1, hint+step)
	}
	last, step := 0, 1
	for step <= hint && !m.less(a[hint-step], x) {
		last, step = step, 2*step+1
	}
	step = min(step, hint+1)
	return m.bisectBefore(x, a, hint-step+1, hint-last)
}

func (m *merger[E]) bisectBefore(x E, a []E, lo, hi int) int {
	for lo < hi {
		mid := lo + (hi-lo)/2
		if m.less(a[mid], x) {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return hi
}
