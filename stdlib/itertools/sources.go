package itertools

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// count, cycle, repeat, chain and accumulate.

var countType, cycleType, repeatType, chainType, accumulateType objects.Type

// count counts inline ints in cur and step; anything else in long and longStep.
type count struct {
	head
	cur, step      int64
	long, longStep value // long is zero while cur counts
}

func isNumber(v value) bool {
	if v.IsInline() || v.IsFloat() {
		return true
	}
	objects.NewType(objects.TypeOf(v))
	n := &objects.TypeOf(v).Number
	return n.Unary[objects.OpIndex] != nil || n.Unary[objects.OpToInt] != nil || n.Unary[objects.OpToFloat] != nil ||
		objects.IsInstance(v, &objects.ComplexType)
}

func newCount(t *thread, typ *objects.Type, args []value) (value, error) {
	start, step := args[0], args[1]
	if !start.IsZero() && !isNumber(start) || !step.IsZero() && !isNumber(step) {
		return value{}, objects.TypeErrorf("a number is required")
	}
	if start.IsZero() {
		start = objects.Int(0)
	}
	if step.IsZero() {
		step = objects.Int(1)
	}
	v := typ.NewInstance()
	c := objects.As[count](v)
	if start.IsInline() && step.IsInline() {
		c.cur, c.step = start.Inline(), step.Inline()
	} else {
		c.long, c.longStep = start, step
	}
	return v, nil
}

func countNext(t *thread, self value) (value, error) {
	c := objects.As[count](self)
	if c.long.IsZero() {
		v := objects.Int(c.cur)
		// Both are ints of 49 bits at first: 64 bits hold many steps before the value leaves the inline range.
		if n := c.cur + c.step; objects.FitsInline(n) {
			c.cur = n
		} else {
			c.long, c.longStep = objects.Int(n), objects.Int(c.step)
		}
		return v, nil
	}
	v := c.long
	next, err := objects.Binary(t, objects.OpAdd, v, c.longStep)
	if err != nil {
		return value{}, err
	}
	c.long = next
	return v, nil
}

func countRepr(t *thread, self value) (value, error) {
	c := objects.As[count](self)
	cur, step := c.long, c.longStep
	if cur.IsZero() {
		cur, step = objects.Int(c.cur), objects.Int(c.step)
	}
	s, err := objects.ReprString(t, cur)
	if err != nil {
		return value{}, err
	}
	if one, ok := objects.Int64Of(step); !ok || one != 1 {
		r, err := objects.ReprString(t, step)
		if err != nil {
			return value{}, err
		}
		s += ", " + r
	}
	return objects.StrValue(objects.TypeOf(self).Name + "(" + s + ")"), nil
}

type cycle struct {
	head
	it    value // zero once the first round is over
	saved []value
	i     int
	// complete says that saved, which a pickled state brought along, holds all items while it still gives some of them.
	complete bool
}

func newCycle(t *thread, typ *objects.Type, args []value) (value, error) {
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	objects.As[cycle](v).it = it
	return v, nil
}

func cycleNext(t *thread, self value) (value, error) {
	c := objects.As[cycle](self)
	if !c.it.IsZero() {
		v, err := objects.Next(t, c.it)
		if err != nil {
			return value{}, err
		}
		if !v.IsZero() {
			if !c.complete {
				c.saved = append(c.saved, v)
			}
			return v, nil
		}
		c.it = value{}
	}
	if len(c.saved) == 0 {
		return value{}, nil
	}
	v := c.saved[c.i]
	if c.i++; c.i == len(c.saved) {
		c.i = 0
	}
	return v, nil
}

type repeat struct {
	head
	v    value
	left int // negative: without end
}

func newRepeat(t *thread, typ *objects.Type, args []value) (value, error) {
	left := -1
	if !args[1].IsZero() {
		n, err := objects.SizeArg(t, args[1])
		if err != nil {
			return value{}, err
		}
		left = max(n, 0)
	}
	v := typ.NewInstance()
	r := objects.As[repeat](v)
	r.v, r.left = args[0], left
	return v, nil
}

func repeatNext(t *thread, self value) (value, error) {
	r := objects.As[repeat](self)
	if r.left == 0 {
		return value{}, nil
	}
	if r.left > 0 {
		r.left--
	}
	return r.v, nil
}

func repeatRepr(t *thread, self value) (value, error) {
	r := objects.As[repeat](self)
	s, err := objects.ReprString(t, r.v)
	if err != nil {
		return value{}, err
	}
	if r.left >= 0 {
		n, _ := objects.ReprString(t, objects.Int(int64(r.left)))
		s += ", " + n
	}
	return objects.StrValue(objects.TypeOf(self).Name + "(" + s + ")"), nil
}

func repeatMethods() []objects.FuncDef {
	return []objects.FuncDef{{Name: "__length_hint__", NoSig: true, Doc: "Return how many times are left.",
		Fn: func(t *thread, self value, args []value) (value, error) {
			r := objects.As[repeat](self)
			if r.left < 0 {
				return value{}, objects.TypeErrorf("len() of unsized object")
			}
			return objects.Int(int64(r.left)), nil
		}}}
}

type chain struct {
	head
	source, active value
}

func newChain(typ *objects.Type, source value) value {
	v := typ.NewInstance()
	objects.As[chain](v).source = source
	return v
}

func chainNext(t *thread, self value) (value, error) {
	c := objects.As[chain](self)
	for {
		if c.active.IsZero() {
			if c.source.IsZero() {
				return value{}, nil
			}
			v, err := objects.Next(t, c.source)
			if err != nil || v.IsZero() {
				c.source = value{}
				return value{}, err
			}
			it, err := objects.Iter(t, v)
			if err != nil {
				c.source = value{}
				return value{}, err
			}
			c.active = it
		}
		v, err := objects.Next(t, c.active)
		if err != nil || !v.IsZero() {
			return v, err
		}
		c.active = value{}
	}
}

func chainMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "from_iterable", Kind: objects.ClassFunc, Sig: "iterable, /",
			Doc: "Like chain(*iterable), but each iterable is only asked for when the one before has ended.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				it, err := objects.Iter(t, args[0])
				if err != nil {
					return value{}, err
				}
				return newChain(objects.As[objects.Type](self), it), nil
			}},
		native.ClassGetitem(),
	}
}

type accumulate struct {
	head
	it, fn, total, initial value
}

func newAccumulate(t *thread, typ *objects.Type, args []value) (value, error) {
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	a := objects.As[accumulate](v)
	a.it = it
	if args[1] != objects.None {
		a.fn = args[1]
	}
	if args[2] != objects.None {
		a.initial = args[2]
	}
	return v, nil
}

func accumulateNext(t *thread, self value) (value, error) {
	a := objects.As[accumulate](self)
	if !a.initial.IsZero() {
		a.total, a.initial = a.initial, value{}
		return a.total, nil
	}
	v, err := objects.Next(t, a.it)
	if err != nil || v.IsZero() {
		return value{}, err
	}
	if !a.total.IsZero() {
		if a.fn.IsZero() {
			v, err = objects.Binary(t, objects.OpAdd, a.total, v)
		} else {
			v, err = objects.Call2(t, a.fn, a.total, v)
		}
		if err != nil {
			return value{}, err
		}
	}
	a.total = v
	return v, nil
}

func initSources() {
	declare[count](&countType, "count", "The numbers start, start + step, start + 2*step and so on without end.", true, countNext)
	countType.New = objects.NewBound("count", "start=0, step=1", newCount)
	countType.Repr = countRepr
	countType.Traverse = func(v value, visit func(value)) {
		c := objects.As[count](v)
		native.Visit(visit, c.long, c.longStep)
	}
	declare[cycle](&cycleType, "cycle", "The items of the iterable over and over again.", true, cycleNext)
	cycleType.New = objects.NewBound("cycle", "iterable, /", newCycle)
	cycleType.Traverse = func(v value, visit func(value)) {
		c := objects.As[cycle](v)
		native.Visit(visit, c.it)
		visitSlice(visit, c.saved)
	}
	declare[repeat](&repeatType, "repeat", "repeat(object [,times])\n\nThe same object again and again: so many times, or without end.", true, repeatNext)
	repeatType.New = objects.NewBound("repeat", "object, times=?", newRepeat)
	repeatType.Repr = repeatRepr
	repeatType.Methods = repeatMethods
	repeatType.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[repeat](v).v) }

	declare[chain](&chainType, "chain", "The items of the first iterable, then those of the second, and so on.", true, chainNext)
	chainType.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if err := objects.OwnNoKeywords(&chainType, typ, kw); err != nil {
			return value{}, err
		}
		it, err := objects.Iter(t, native.Tuple(args[:len(args)-kw.Len()]...))
		return newChain(typ, it), err
	}
	chainType.Methods = chainMethods
	chainType.Traverse = func(v value, visit func(value)) {
		c := objects.As[chain](v)
		native.Visit(visit, c.source, c.active)
	}
	declare[accumulate](&accumulateType, "accumulate", "The running totals of the items, or what func(total, item) makes of them; initial, if given, is the first total.", true, accumulateNext)
	accumulateType.New = objects.NewBound("accumulate", "iterable, func=None, *, initial=None", func(t *thread, typ *objects.Type, args []value) (value, error) {
		for i := range args {
			if args[i].IsZero() {
				args[i] = objects.None
			}
		}
		return newAccumulate(t, typ, args)
	})
	accumulateType.Traverse = func(v value, visit func(value)) {
		a := objects.As[accumulate](v)
		native.Visit(visit, a.it, a.fn, a.total, a.initial)
	}
}
