package itertools

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// What copy and pickle go by: __reduce__ gives the call that makes an iterator like this one, and the state it has come to, which
// __setstate__ takes over. 3.13 has them for the last time, so that all warn.

const pickleWarning = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14."

func warnPickle(t *thread) error {
	return objects.H.Warn(t, &objects.DeprecationWarningType, pickleWarning, 1)
}

// reduces declares __reduce__. What f gives follows the type: the arguments of the call, and the state where there is one.
func reduces(f func(t *thread, self value) ([]value, error)) objects.FuncDef {
	return objects.FuncDef{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the iterator again.",
		Fn: func(t *thread, self value, args []value) (value, error) {
			if err := warnPickle(t); err != nil {
				return value{}, err
			}
			parts, err := f(t, self)
			if err != nil {
				return value{}, err
			}
			return native.Tuple(append([]value{objects.ToValue(objects.TypeOf(self))}, parts...)...), nil
		}}
}

// setsState declares __setstate__.
func setsState(f func(t *thread, self, state value) error) objects.FuncDef {
	return objects.FuncDef{Name: "__setstate__", Sig: "state, /", NoSig: true, Doc: "Take over the state that was pickled.",
		Fn: func(t *thread, self value, args []value) (value, error) {
			if err := warnPickle(t); err != nil {
				return value{}, err
			}
			return objects.None, f(t, self, args[0])
		}}
}

// methodsOf adds methods to those that a type declares already.
func methodsOf(typ *objects.Type, more ...objects.FuncDef) {
	own := typ.Methods
	typ.Methods = func() []objects.FuncDef {
		if own == nil {
			return more
		}
		return append(own(), more...)
	}
}

// stateItems are the items of a state that is a tuple of at least and at most so many.
func stateItems(state value, least, most int) ([]value, error) {
	s, ok := objects.TupleOf(state)
	if !ok {
		return nil, objects.TypeErrorf("state is not a tuple")
	}
	if n := s.Len(); n < least || n > most {
		word, limit := "exactly", least
		switch {
		case least == most:
		case n < least:
			word = "at least"
		default:
			word, limit = "at most", most
		}
		plural := "s"
		if limit == 1 {
			plural = ""
		}
		return nil, objects.TypeErrorf("function takes %s %d argument%s (%d given)", word, limit, plural, n)
	}
	return s.Items(), nil
}

// clipped reads an index of a state and brings it into a range.
func clipped(t *thread, v value, low, high int) (int, error) {
	if !objects.IsInt(v) {
		return 0, objects.TypeErrorf("an integer is required")
	}
	n, err := objects.IndexInt(t, v, &objects.OverflowErrorType)
	return max(min(n, high), low), err
}

func indexTuple(idx []int) value {
	items := make([]value, len(idx))
	for i, n := range idx {
		items[i] = objects.Int(int64(n))
	}
	return native.Tuple(items...)
}

func invalidState() error { return objects.ValueErrorf("invalid arguments") }

func orNone(v value) value {
	if v.IsZero() {
		return objects.None
	}
	return v
}

// initPickle adds the methods to the types, which are filled otherwise.
func initPickle() {
	methodsOf(&countType, reduces(func(t *thread, self value) ([]value, error) {
		c := objects.As[count](self)
		switch {
		case !c.long.IsZero():
			return []value{native.Tuple(c.long, c.longStep)}, nil
		case c.step != 1:
			return []value{native.Tuple(objects.Int(c.cur), objects.Int(c.step))}, nil
		}
		return []value{native.Tuple(objects.Int(c.cur))}, nil
	}))
	methodsOf(&repeatType, reduces(func(t *thread, self value) ([]value, error) {
		r := objects.As[repeat](self)
		if r.left < 0 {
			return []value{native.Tuple(r.v)}, nil
		}
		return []value{native.Tuple(r.v, objects.Int(int64(r.left)))}, nil
	}))
	methodsOf(&cycleType, reduces(reduceCycle), setsState(func(t *thread, self, state value) error {
		items, err := stateItems(state, 2, 2)
		if err != nil {
			return err
		}
		saved, ok := objects.ListOf(items[0])
		if !ok {
			return objects.TypeErrorf("argument 1 must be list, not %s", objects.TypeOf(items[0]))
		}
		first, err := objects.IndexInt(t, items[1], &objects.OverflowErrorType)
		if err != nil {
			return err
		}
		c := objects.As[cycle](self)
		c.saved, c.complete, c.i = append([]value(nil), saved.Items()...), first != 0, 0
		return nil
	}))
	done := func(pick func(s *source) *bool) []objects.FuncDef {
		return []objects.FuncDef{reduces(func(t *thread, self value) ([]value, error) {
			s := objects.As[source](self)
			return []value{native.Tuple(s.fn, s.it), objects.Int(btoi(*pick(s)))}, nil
		}), setsState(func(t *thread, self, state value) error {
			on, err := objects.Truth(t, state)
			if err == nil {
				*pick(objects.As[source](self)) = on
			}
			return err
		})}
	}
	flag := func(s *source) *bool { return &s.done }
	methodsOf(&takeWhileType, done(flag)...)
	methodsOf(&dropWhileType, done(flag)...)
	pair := reduces(func(t *thread, self value) ([]value, error) {
		s := objects.As[source](self)
		return []value{native.Tuple(s.fn, s.it)}, nil
	})
	methodsOf(&starMapType, pair)
	methodsOf(&filterFalseType, pair)
	methodsOf(&compressType, reduces(func(t *thread, self value) ([]value, error) {
		s := objects.As[source](self)
		return []value{native.Tuple(s.it, s.fn)}, nil
	}))
	methodsOf(&chainType, reduces(func(t *thread, self value) ([]value, error) {
		c, empty := objects.As[chain](self), native.Tuple()
		switch {
		case c.source.IsZero():
			return []value{empty}, nil
		case c.active.IsZero():
			return []value{empty, native.Tuple(c.source)}, nil
		}
		return []value{empty, native.Tuple(c.source, c.active)}, nil
	}), setsState(func(t *thread, self, state value) error {
		items, err := stateItems(state, 1, 2)
		if err != nil {
			return err
		}
		for _, v := range items {
			objects.NewType(objects.TypeOf(v))
			if objects.TypeOf(v).Next == nil {
				return objects.TypeErrorf("Arguments must be iterators.")
			}
		}
		c := objects.As[chain](self)
		c.source, c.active = items[0], value{}
		if len(items) == 2 {
			c.active = items[1]
		}
		return nil
	}))
	methodsOf(&isliceType, reduces(func(t *thread, self value) ([]value, error) {
		s := objects.As[islice](self)
		if s.it.IsZero() {
			it, err := objects.Iter(t, objects.ToValue(objects.NewList()))
			return []value{native.Tuple(it, objects.Int(0)), objects.Int(0)}, err
		}
		stop := objects.None
		if s.stop >= 0 {
			stop = objects.Int(int64(s.stop))
		}
		return []value{native.Tuple(s.it, objects.Int(int64(s.next)), stop, objects.Int(int64(s.step))), objects.Int(int64(s.count))}, nil
	}), setsState(func(t *thread, self, state value) (err error) {
		if !objects.IsInt(state) {
			return objects.TypeErrorf("an integer is required")
		}
		objects.As[islice](self).count, err = objects.IndexInt(t, state, &objects.OverflowErrorType)
		return err
	}))
	methodsOf(&zipLongestType, reduces(func(t *thread, self value) ([]value, error) {
		z := objects.As[zipLongest](self)
		its := make([]value, len(z.its))
		for i, it := range z.its {
			if its[i] = it; it.IsZero() {
				its[i] = native.Tuple()
			}
		}
		return []value{native.Tuple(its...), z.fill}, nil
	}), setsState(func(t *thread, self, state value) error {
		objects.As[zipLongest](self).fill = state
		return nil
	}))
	initPickleGroups()
	initPickleCombinatorics()
}

func btoi(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func reduceCycle(t *thread, self value) ([]value, error) {
	c := objects.As[cycle](self)
	saved := objects.ToValue(objects.NewList(append([]value(nil), c.saved...)...))
	if !c.it.IsZero() {
		return []value{native.Tuple(c.it), native.Tuple(saved, objects.Bool(c.complete))}, nil
	}
	it, err := objects.Iter(t, saved)
	if err != nil {
		return nil, err
	}
	if c.i > 0 {
		if _, err := objects.CallMethod(t, it, objects.Intern("__setstate__"), objects.Int(int64(c.i))); err != nil {
			return nil, err
		}
	}
	return []value{native.Tuple(it), native.Tuple(saved, objects.True)}, nil
}

// initPickleGroups is initPickle for groupby, its groups and accumulate.
func initPickleGroups() {
	methodsOf(&groupByType, reduces(func(t *thread, self value) ([]value, error) {
		g := objects.As[groupBy](self)
		made := native.Tuple(g.it, orNone(g.fn))
		if g.target.IsZero() || g.curKey.IsZero() || g.curItem.IsZero() {
			return []value{made}, nil
		}
		return []value{made, native.Tuple(g.curKey, g.curItem, g.target)}, nil
	}), setsState(func(t *thread, self, state value) error {
		items, err := stateItems(state, 3, 3)
		if err != nil {
			return err
		}
		g := objects.As[groupBy](self)
		g.curKey, g.curItem, g.target = items[0], items[1], items[2]
		return nil
	}))
	methodsOf(&grouperType, objects.FuncDef{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the iterator again.",
		Fn: func(t *thread, self value, args []value) (value, error) {
			if err := warnPickle(t); err != nil {
				return value{}, err
			}
			r := objects.As[grouper](self)
			if r.parent.current != r {
				iter, err := objects.BuiltinNamed(t, "iter")
				return native.Tuple(iter, native.Tuple(native.Tuple())), err
			}
			return native.Tuple(objects.ToValue(&grouperType), native.Tuple(objects.ToValue(r.parent), r.key)), nil
		}})
	methodsOf(&accumulateType, objects.FuncDef{Name: "__reduce__", NoSig: true, Doc: "Tell pickle how to make the iterator again.", Fn: reduceAccumulate},
		setsState(func(t *thread, self, state value) error {
			objects.As[accumulate](self).total = state
			return nil
		}))
}

func reduceAccumulate(t *thread, self value, args []value) (value, error) {
	if err := warnPickle(t); err != nil {
		return value{}, err
	}
	a := objects.As[accumulate](self)
	typ, fn := objects.ToValue(objects.TypeOf(self)), orNone(a.fn)
	before := func(v value) (value, error) {
		its, err := objects.Iter(t, native.Tuple(native.Tuple(v), a.it))
		return newChain(&chainType, its), err
	}
	switch {
	case !a.initial.IsZero():
		it, err := before(a.initial)
		return native.Tuple(typ, native.Tuple(it, fn), objects.None), err
	case a.total == objects.None:
		// None as a state says that there is no total: it becomes the first item, whose result is left out.
		it, err := before(objects.None)
		if err != nil {
			return value{}, err
		}
		again, err := objects.Call2(t, typ, it, fn)
		return native.Tuple(objects.ToValue(&isliceType), native.Tuple(again, objects.Int(1), objects.None)), err
	}
	return native.Tuple(typ, native.Tuple(a.it, fn), orNone(a.total)), nil
}

// initPickleCombinatorics is initPickle for product and the selections.
func initPickleCombinatorics() {
	methodsOf(&productType, reduces(func(t *thread, self value) ([]value, error) {
		p := objects.As[product](self)
		if p.started && p.stopped {
			return []value{native.Tuple(native.Tuple())}, nil
		}
		pools := make([]value, len(p.pools))
		for i, pool := range p.pools {
			pools[i] = native.Tuple(pool...)
		}
		if !p.started {
			return []value{native.Tuple(pools...)}, nil
		}
		return []value{native.Tuple(pools...), indexTuple(p.idx)}, nil
	}), setsState(func(t *thread, self, state value) error {
		p := objects.As[product](self)
		s, ok := objects.TupleOf(state)
		if !ok || s.Len() != len(p.pools) {
			return invalidState()
		}
		idx := make([]int, s.Len())
		for i, v := range s.Items() {
			n, err := clipped(t, v, 0, len(p.pools[i])-1)
			if err != nil {
				return err
			}
			if len(p.pools[i]) == 0 {
				p.started, p.stopped = true, true
				return nil
			}
			idx[i] = max(n, 0)
		}
		p.idx, p.started = idx, true
		return nil
	}))
	state := func(s *selection) []value {
		r := objects.Int(int64(s.r))
		switch {
		case !s.started:
			return []value{native.Tuple(native.Tuple(s.pool...), r)}
		case s.stopped:
			return []value{native.Tuple(native.Tuple(), r)}
		}
		return []value{native.Tuple(native.Tuple(s.pool...), r), indexTuple(s.idx)}
	}
	plain := reduces(func(t *thread, self value) ([]value, error) { return state(objects.As[selection](self)), nil })
	// high is the greatest index that place i can have in a pool of n values.
	sets := func(high func(i, n, r int) int) objects.FuncDef {
		return setsState(func(t *thread, self, state value) error {
			s := objects.As[selection](self)
			given, ok := objects.TupleOf(state)
			if !ok || given.Len() != s.r {
				return invalidState()
			}
			idx := make([]int, s.r)
			for i, v := range given.Items() {
				n, err := clipped(t, v, 0, high(i, len(s.pool), s.r))
				if err != nil {
					return err
				}
				idx[i] = max(n, 0)
			}
			s.started = true
			if !s.stopped {
				s.idx = idx
			}
			return nil
		})
	}
	methodsOf(&combinationsType, plain, sets(func(i, n, r int) int { return i + n - r }))
	methodsOf(&replacementType, plain, sets(func(i, n, r int) int { return n - 1 }))
	methodsOf(&permutationsType, reduces(func(t *thread, self value) ([]value, error) {
		s := objects.As[selection](self)
		parts := state(s)
		if len(parts) == 2 {
			parts[1] = native.Tuple(parts[1], indexTuple(s.cycles))
		}
		return parts, nil
	}), setsState(setPermutations))
}

func setPermutations(t *thread, self, state value) error {
	items, err := stateItems(state, 2, 2)
	if err != nil {
		return err
	}
	var parts [2]*objects.Tuple
	for i, v := range items {
		var ok bool
		if parts[i], ok = objects.TupleOf(v); !ok {
			return objects.TypeErrorf("argument %d must be tuple, not %s", i+1, objects.TypeOf(v))
		}
	}
	s := objects.As[selection](self)
	n := len(s.pool)
	if parts[0].Len() != n || parts[1].Len() != s.r {
		return invalidState()
	}
	idx, cycles := make([]int, n), make([]int, s.r)
	for i, v := range parts[0].Items() {
		if idx[i], err = clipped(t, v, 0, n-1); err != nil {
			return err
		}
	}
	for i, v := range parts[1].Items() {
		if cycles[i], err = clipped(t, v, 1, max(n-i, 1)); err != nil {
			return err
		}
	}
	s.started = true
	if !s.stopped {
		s.idx, s.cycles = idx, cycles
	}
	return nil
}
