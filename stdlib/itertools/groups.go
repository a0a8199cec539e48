package itertools

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Iterators that put values together: zip_longest, pairwise, batched, groupby and tee.

var zipLongestType, pairwiseType, batchedType, groupByType, grouperType, teeType, teeDataType objects.Type

type zipLongest struct {
	head
	its    []value // zero where exhausted
	active int
	fill   value
}

func newZipLongest(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	n := len(args) - kw.Len()
	fill := objects.None
	for i := range kw.Len() {
		if k := objects.As[objects.Str](kw.Item(i)); k.String() != "fillvalue" {
			return value{}, objects.TypeErrorf("zip_longest() got an unexpected keyword argument")
		}
		fill = args[n+i]
	}
	its := make([]value, n)
	for i := range its {
		it, err := objects.Iter(t, args[i])
		if err != nil {
			return value{}, err
		}
		its[i] = it
	}
	v := typ.NewInstance()
	z := objects.As[zipLongest](v)
	z.its, z.active, z.fill = its, n, fill
	return v, nil
}

func zipLongestNext(t *thread, self value) (value, error) {
	z := objects.As[zipLongest](self)
	if z.active == 0 {
		return value{}, nil
	}
	r := objects.MakeTuple(len(z.its))
	items := r.Items()
	for i, it := range z.its {
		if it.IsZero() {
			items[i] = z.fill
			continue
		}
		v, err := objects.Next(t, it)
		if err != nil {
			z.active = 0
			return value{}, err
		}
		if v.IsZero() {
			if z.active--; z.active <= 0 {
				z.active = 0
				return value{}, nil
			}
			z.its[i] = value{}
			v = z.fill
		}
		items[i] = v
	}
	return objects.ToValue(r), nil
}

type pairwise struct {
	head
	it, old value
}

func pairwiseNext(t *thread, self value) (value, error) {
	p := objects.As[pairwise](self)
	if p.it.IsZero() {
		return value{}, nil
	}
	if p.old.IsZero() {
		v, err := objects.Next(t, p.it)
		if err != nil || v.IsZero() {
			p.it = value{}
			return value{}, err
		}
		p.old = v
		if p.it.IsZero() {
			p.old = value{}
			return value{}, nil
		}
	}
	old := p.old
	v, err := objects.Next(t, p.it)
	if err != nil || v.IsZero() {
		p.it, p.old = value{}, value{}
		return value{}, err
	}
	p.old = v
	return native.Tuple(old, v), nil
}

type batched struct {
	head
	it     value
	n      int
	strict bool
}

func newBatched(t *thread, typ *objects.Type, args []value) (value, error) {
	n, err := objects.SizeArg(t, args[1])
	if err != nil {
		return value{}, err
	}
	strict := false
	if !args[2].IsZero() {
		if strict, err = objects.Truth(t, args[2]); err != nil {
			return value{}, err
		}
	}
	if n < 1 {
		return value{}, objects.ValueErrorf("n must be at least one")
	}
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	b := objects.As[batched](v)
	b.it, b.n, b.strict = it, n, strict
	return v, nil
}

func batchedNext(t *thread, self value) (value, error) {
	b := objects.As[batched](self)
	if b.it.IsZero() {
		return value{}, nil
	}
	var items []value
	for len(items) < b.n {
		v, err := objects.Next(t, b.it)
		if err != nil {
			b.it = value{}
			return value{}, err
		}
		if v.IsZero() {
			b.it = value{}
			if len(items) == 0 {
				return value{}, nil
			}
			if b.strict {
				return value{}, objects.ValueErrorf("batched(): incomplete batch")
			}
			break
		}
		items = append(items, v)
	}
	return native.Tuple(items...), nil
}

type groupBy struct {
	head
	it, fn          value // fn is zero where the values are their own keys
	target          value // the key of the group that was given last
	curKey, curItem value
	current         *grouper
}

// grouper is the iterator over one group; it ends where its parent has gone on.
type grouper struct {
	head
	parent *groupBy
	key    value
}

// step reads the next value and its key; more is false at the end.
func (g *groupBy) step(t *thread) (more bool, err error) {
	v, err := objects.Next(t, g.it)
	if err != nil || v.IsZero() {
		return false, err
	}
	key := v
	if !g.fn.IsZero() {
		if key, err = objects.Call1(t, g.fn, v); err != nil {
			return false, err
		}
	}
	g.curItem, g.curKey = v, key
	return true, nil
}

func groupByNext(t *thread, self value) (value, error) {
	g := objects.As[groupBy](self)
	g.current = nil
	for {
		if !g.curKey.IsZero() {
			if g.target.IsZero() {
				break
			}
			same, err := objects.Equal(t, g.target, g.curKey)
			if err != nil {
				return value{}, err
			}
			if !same {
				break
			}
		}
		if more, err := g.step(t); err != nil || !more {
			return value{}, err
		}
	}
	g.target = g.curKey
	v := grouperType.NewInstance()
	r := objects.As[grouper](v)
	r.parent, r.key = g, g.target
	g.current = r
	return native.Tuple(g.curKey, v), nil
}

func grouperNext(t *thread, self value) (value, error) {
	r := objects.As[grouper](self)
	g := r.parent
	if g.current != r {
		return value{}, nil
	}
	if g.curItem.IsZero() {
		if more, err := g.step(t); err != nil || !more {
			return value{}, err
		}
	}
	same, err := objects.Equal(t, r.key, g.curKey)
	if err != nil || !same {
		return value{}, err
	}
	v := g.curItem
	g.curItem = value{}
	return v, nil
}

// teeData is the source that the iterators of one tee share.
type teeData struct {
	head
	it      value
	running bool
}

// teeNode is a value that some iterator of a tee has not read yet; the list is held by the iterators alone, so that what
// all of them have read can go.
type teeNode struct {
	v    value
	next *teeNode
}

type teeIter struct {
	head
	data *teeData
	pos  *teeNode // the node before the next one
}

func teeNext(t *thread, self value) (value, error) {
	it := objects.As[teeIter](self)
	n := it.pos.next
	if n == nil {
		d := it.data
		if d.running {
			return value{}, objects.RuntimeErrorf("cannot re-enter the tee iterator")
		}
		d.running = true
		v, err := objects.Next(t, d.it)
		d.running = false
		if err != nil || v.IsZero() {
			return value{}, err
		}
		n = &teeNode{v: v}
		it.pos.next = n
	}
	it.pos = n
	return n.v, nil
}

// newTee makes an iterator over an iterable, sharing the source where it is a tee's iterator already.
func newTee(t *thread, iterable value) (value, error) {
	it, err := objects.Iter(t, iterable)
	if err != nil {
		return value{}, err
	}
	if objects.IsInstance(it, &teeType) {
		return copyTee(it), nil
	}
	d := objects.As[teeData](teeDataType.NewInstance())
	d.it = it
	v := teeType.NewInstance()
	r := objects.As[teeIter](v)
	r.data, r.pos = d, &teeNode{}
	return v, nil
}

func copyTee(v value) value {
	c := teeType.NewInstance()
	a, b := objects.As[teeIter](v), objects.As[teeIter](c)
	b.data, b.pos = a.data, a.pos
	return c
}

func tee(t *thread, self value, args []value) (value, error) {
	n := 2
	if !args[len(args)-1].IsZero() && len(args) == 2 {
		var err error
		if n, err = objects.SizeArg(t, args[1]); err != nil {
			return value{}, err
		}
	}
	if n < 0 {
		return value{}, objects.ValueErrorf("n must be >= 0")
	}
	if err := objects.CheckSize(n, 8); err != nil {
		return value{}, err
	}
	if n == 0 {
		return native.Tuple(), nil
	}
	strCopy := objects.Intern("__copy__")
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	fn, err := objects.FindAttr(t, it, strCopy)
	if err != nil {
		return value{}, err
	}
	if fn.IsZero() {
		if it, err = newTee(t, it); err != nil {
			return value{}, err
		}
	}
	r := objects.MakeTuple(n)
	r.Items()[0] = it
	for i := 1; i < n; i++ {
		c, err := objects.CallMethod(t, it, strCopy)
		if err != nil {
			return value{}, err
		}
		r.Items()[i] = c
	}
	return objects.ToValue(r), nil
}

func initGroups() {
	declare[zipLongest](&zipLongestType, "zip_longest", "Tuples of the first items of all iterables, of the second ones and so on, until the longest has ended; fillvalue\nstands for items that are missing.", true, zipLongestNext)
	zipLongestType.New = newZipLongest
	zipLongestType.Traverse = func(v value, visit func(value)) {
		z := objects.As[zipLongest](v)
		visitSlice(visit, z.its)
		native.Visit(visit, z.fill)
	}
	declare[pairwise](&pairwiseType, "pairwise", "Pairs of an item and the one that follows it.", true, pairwiseNext)
	pairwiseType.New = objects.NewBound("pairwise", "iterable, /", func(t *thread, typ *objects.Type, args []value) (value, error) {
		it, err := objects.Iter(t, args[0])
		if err != nil {
			return value{}, err
		}
		v := typ.NewInstance()
		objects.As[pairwise](v).it = it
		return v, nil
	})
	pairwiseType.Traverse = func(v value, visit func(value)) {
		p := objects.As[pairwise](v)
		native.Visit(visit, p.it, p.old)
	}
	declare[batched](&batchedType, "batched", "Tuples of n items, the last of which may have fewer; that is an error if strict is true.", true, batchedNext)
	batchedType.New = objects.NewBound("batched", "iterable, n, *, strict=False", newBatched)
	batchedType.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[batched](v).it) }

	declare[groupBy](&groupByType, "groupby", "Pairs of a key and an iterator over neighbouring items that have it.\n\nkey(item) is the key of an item; without that function it is the item itself.", true, groupByNext)
	groupByType.New = objects.NewBound("groupby", "iterable, key=None", func(t *thread, typ *objects.Type, args []value) (value, error) {
		it, err := objects.Iter(t, args[0])
		if err != nil {
			return value{}, err
		}
		v := typ.NewInstance()
		g := objects.As[groupBy](v)
		g.it = it
		if !args[1].IsZero() && args[1] != objects.None {
			g.fn = args[1]
		}
		return v, nil
	})
	groupByType.Traverse = func(v value, visit func(value)) {
		g := objects.As[groupBy](v)
		native.Visit(visit, g.it, g.fn, g.target, g.curKey, g.curItem)
	}
	declare[grouper](&grouperType, "_grouper", "", false, grouperNext)
	grouperType.New = objects.NewBound("_grouper", "parent, tgtkey, /", func(t *thread, typ *objects.Type, args []value) (value, error) {
		if !objects.IsInstance(args[0], &groupByType) {
			return value{}, objects.TypeErrorf("_grouper() argument 1 must be itertools.groupby, not %s", objects.TypeOf(args[0]))
		}
		v := typ.NewInstance()
		r := objects.As[grouper](v)
		r.parent, r.key = objects.As[groupBy](args[0]), args[1]
		r.parent.current = r
		return v, nil
	})
	grouperType.Traverse = func(v value, visit func(value)) {
		r := objects.As[grouper](v)
		visit(objects.ToValue(r.parent))
		native.Visit(visit, r.key)
	}
	declare[teeIter](&teeType, "_tee", "One of the iterators that tee() returns.", false, teeNext)
	teeType.Flags |= objects.FlagWeakrefs
	teeType.New = objects.NewBound("_tee", "iterable, /", func(t *thread, typ *objects.Type, args []value) (value, error) {
		return newTee(t, args[0])
	})
	teeType.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__copy__", NoSig: true, Doc: "Return another iterator that goes on from here.",
			Fn: func(t *thread, self value, args []value) (value, error) { return copyTee(self), nil }}}
	}
	teeType.Traverse = func(v value, visit func(value)) {
		it := objects.As[teeIter](v)
		visit(objects.ToValue(it.data))
		for n := it.pos.next; n != nil; n = n.next {
			visit(n.v)
		}
	}
	teeDataType.Name, teeDataType.Module, teeDataType.Doc = "_tee_dataobject", "itertools", "What the iterators of one tee() have in common."
	teeDataType.Flags = objects.FlagNoInstantiate
	objects.Layout[teeData](&teeDataType)
	teeDataType.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[teeData](v).it) }
}
