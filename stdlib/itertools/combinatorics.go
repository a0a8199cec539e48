package itertools

import (
	"github.com/adder-lang/adder/objects"
)

// product, permutations, combinations and combinations_with_replacement.

var productType, permutationsType, combinationsType, replacementType objects.Type

type product struct {
	head
	pools   [][]value
	idx     []int
	started bool
	stopped bool
}

func newProduct(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	n := len(args) - kw.Len()
	repeat := 1
	for i := range kw.Len() {
		if k := objects.As[objects.Str](kw.Item(i)); k.String() != "repeat" {
			return value{}, objects.TypeErrorf("product() got an unexpected keyword argument '%s'", k)
		}
		var err error
		if repeat, err = objects.SizeArg(t, args[n+i]); err != nil {
			return value{}, err
		}
		if repeat < 0 {
			return value{}, objects.ValueErrorf("repeat argument cannot be negative")
		}
	}
	if n > 0 && repeat > (1<<63-1)/8/n {
		return value{}, objects.OverflowErrorf("repeat argument too large")
	}
	if err := objects.CheckSize(n*repeat, 32); err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	p := objects.As[product](v)
	if repeat == 0 {
		n = 0
	}
	first := make([][]value, n)
	for i := range first {
		items, err := objects.ToSlice(t, args[i])
		if err != nil {
			return value{}, err
		}
		first[i] = append([]value(nil), items...)
		p.stopped = p.stopped || len(items) == 0
	}
	p.pools = make([][]value, 0, n*repeat)
	for range repeat {
		if n > 0 {
			p.pools = append(p.pools, first...)
		}
	}
	p.idx = make([]int, len(p.pools))
	return v, nil
}

func productNext(t *thread, self value) (value, error) {
	p := objects.As[product](self)
	if p.stopped {
		p.started = true
		return value{}, nil
	}
	if p.started {
		i := len(p.idx) - 1
		for ; i >= 0; i-- {
			if p.idx[i]++; p.idx[i] < len(p.pools[i]) {
				break
			}
			p.idx[i] = 0
		}
		if i < 0 {
			p.stopped = true
			return value{}, nil
		}
	}
	p.started = true
	r := objects.MakeTuple(len(p.pools))
	items := r.Items()
	for i, j := range p.idx {
		items[i] = p.pools[i][j]
	}
	return objects.ToValue(r), nil
}

// selection is r of the values of a pool; what idx means depends on the type.
type selection struct {
	head
	pool             []value
	idx, cycles      []int
	r                int
	started, stopped bool
}

func (s *selection) result() value {
	r := objects.MakeTuple(s.r)
	items := r.Items()
	for i := range items {
		items[i] = s.pool[s.idx[i]]
	}
	return objects.ToValue(r)
}

// newSelection makes a New slot; fill prepares the indexes for a pool of n values.
func newSelection(name, sig string, fill func(s *selection, n int)) objects.NewFunc {
	return objects.NewBound(name, sig, func(t *thread, typ *objects.Type, args []value) (value, error) {
		items, err := objects.ToSlice(t, args[0])
		if err != nil {
			return value{}, err
		}
		pool := append([]value(nil), items...)
		r := len(pool)
		if typ := args[1]; !typ.IsZero() && typ != objects.None {
			if name == "permutations" && !objects.IsInt(typ) {
				return value{}, objects.TypeErrorf("Expected int as r")
			}
			if r, err = objects.SizeArg(t, typ); err != nil {
				return value{}, err
			}
		} else if name != "permutations" {
			_, err := objects.Index(t, typ)
			return value{}, err
		}
		if r < 0 {
			return value{}, objects.ValueErrorf("r must be non-negative")
		}
		if err := objects.CheckSize(r, 8); err != nil {
			return value{}, err
		}
		v := typ.NewInstance()
		s := objects.As[selection](v)
		s.pool, s.r = pool, r
		fill(s, len(pool))
		return v, nil
	})
}

func upTo(n int) []int {
	l := make([]int, n)
	for i := range l {
		l[i] = i
	}
	return l
}

func permutationsNext(t *thread, self value) (value, error) {
	s := objects.As[selection](self)
	if s.stopped {
		return value{}, nil
	}
	if !s.started {
		s.started = true
		return s.result(), nil
	}
	n := len(s.pool)
	for i := s.r - 1; i >= 0; i-- {
		s.cycles[i]--
		if s.cycles[i] > 0 {
			j := n - s.cycles[i]
			s.idx[i], s.idx[j] = s.idx[j], s.idx[i]
			return s.result(), nil
		}
		// Position i has had every value: put its index back to the end.
		first := s.idx[i]
		copy(s.idx[i:], s.idx[i+1:])
		s.idx[n-1] = first
		s.cycles[i] = n - i
	}
	s.stopped = true
	return value{}, nil
}

func combinationsNext(t *thread, self value) (value, error) {
	s := objects.As[selection](self)
	if s.stopped {
		return value{}, nil
	}
	if !s.started {
		s.started = true
		return s.result(), nil
	}
	n := len(s.pool)
	i := s.r - 1
	for i >= 0 && s.idx[i] == n-s.r+i {
		i--
	}
	if i < 0 {
		s.stopped = true
		return value{}, nil
	}
	s.idx[i]++
	for j := i + 1; j < s.r; j++ {
		s.idx[j] = s.idx[j-1] + 1
	}
	return s.result(), nil
}

func replacementNext(t *thread, self value) (value, error) {
	s := objects.As[selection](self)
	if s.stopped {
		return value{}, nil
	}
	if !s.started {
		s.started = true
		return s.result(), nil
	}
	n := len(s.pool)
	i := s.r - 1
	for i >= 0 && s.idx[i] == n-1 {
		i--
	}
	if i < 0 {
		s.stopped = true
		return value{}, nil
	}
	k := s.idx[i] + 1
	for j := i; j < s.r; j++ {
		s.idx[j] = k
	}
	return s.result(), nil
}

func initCombinatorics() {
	declare[product](&productType, "product", "product(*iterables, repeat=1) --> product object\n\nTuples of an item of each iterable, in all combinations; the last place changes fastest. repeat goes through the\niterables so many times.", true, productNext)
	productType.New = newProduct
	productType.Traverse = func(v value, visit func(value)) {
		for _, p := range objects.As[product](v).pools {
			visitSlice(visit, p)
		}
	}
	declare[selection](&permutationsType, "permutations", "Tuples of r items of the iterable (by default all), in every selection and order.", true, permutationsNext)
	permutationsType.New = newSelection("permutations", "iterable, r=None", func(s *selection, n int) {
		if s.stopped = s.r > n; s.stopped {
			return
		}
		s.idx = upTo(n)
		s.cycles = make([]int, s.r)
		for i := range s.cycles {
			s.cycles[i] = n - i
		}
	})
	declare[selection](&combinationsType, "combinations", "Tuples of r items of the iterable in every selection, each in the order of the iterable.", true, combinationsNext)
	combinationsType.New = newSelection("combinations", "iterable, r", func(s *selection, n int) {
		if s.stopped = s.r > n; !s.stopped {
			s.idx = upTo(s.r)
		}
	})
	declare[selection](&replacementType, "combinations_with_replacement", "Tuples of r items of the iterable in every selection, where an item may be taken again.", true, replacementNext)
	replacementType.New = newSelection("combinations_with_replacement", "iterable, r", func(s *selection, n int) {
		if s.stopped = n == 0 && s.r > 0; !s.stopped {
			s.idx = make([]int, s.r)
		}
	})
	for _, typ := range [...]*objects.Type{&permutationsType, &combinationsType, &replacementType} {
		typ.Traverse = func(v value, visit func(value)) { visitSlice(visit, objects.As[selection](v).pool) }
	}
}
