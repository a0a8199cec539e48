package objects

// Iterators and generators that a loop or a call owns. A loop over a list, a tuple or a range has an iterator that nobody else
// ever sees; when it is exhausted the next loop takes it. Programs run many short loops, and an allocation costs as much as
// several steps of one.

// LoopIter returns the iterator of v for a loop that alone will have it, zero where v is no exact list, tuple or small range.
func (t *Thread) LoopIter(v Value) Value {
	switch objectType(v) {
	case &ListType:
		it := t.SpareList
		if it == nil {
			it = &ListIterator{Head: Head{&ListIterType}}
		}
		t.SpareList = nil
		it.List, it.Index, it.Owned = As[List](v), 0, true
		return ToValue(it)
	case &TupleType:
		it := t.SpareTuple
		if it == nil {
			it = &TupleIterator{Head: Head{&TupleIterType}}
		}
		t.SpareTuple = nil
		it.Tuple, it.Index, it.Owned = As[Tuple](v), 0, true
		return ToValue(it)
	case &RangeType:
		if r := As[Range](v); r.Small {
			return t.loopRange(r.start, r.step, r.length)
		}
	}
	return Value{}
}

// LoopRange returns the iterator of range(*args) for a loop that alone will have it, zero where the arguments are not one to
// three small ints, or the last is a step of 0.
func (t *Thread) LoopRange(args []Value) Value {
	start, stop, step := int64(0), int64(0), int64(1)
	for _, a := range args {
		if !a.IsInline() {
			return Value{}
		}
	}
	switch len(args) {
	case 1:
		stop = args[0].Inline()
	case 3:
		if step = args[2].Inline(); step == 0 {
			return Value{}
		}
		fallthrough
	case 2:
		start, stop = args[0].Inline(), args[1].Inline()
	default:
		return Value{}
	}
	return t.loopRange(start, step, members(start, stop, step))
}

func (t *Thread) loopRange(start, step, n int64) Value {
	it := t.SpareRange
	if it == nil {
		it = &RangeIterator{Head: Head{&RangeIteratorType}}
	}
	t.SpareRange = nil
	it.Cur, it.Step, it.Remaining, it.Owned = start, step, n, true
	return ToValue(it)
}

// Disown takes an iterator away from its loop: somebody else has got hold of it.
func Disown(v Value) {
	switch objectType(v) {
	case &ListIterType:
		As[ListIterator](v).Owned = false
	case &TupleIterType:
		As[TupleIterator](v).Owned = false
	case &RangeIteratorType:
		As[RangeIterator](v).Owned = false
	case &GeneratorType:
		As[Generator](v).Owner = NoOwner
	}
}

// GeneratorOwner says who alone has a generator.
type GeneratorOwner uint8

// The owners of generators.
const (
	NoOwner GeneratorOwner = iota // or several, or not known
	// CallOwner is the call of which a generator expression is the only argument. If the function called only iterates over it
	// ([FuncDef.Consumes], [Type.Consumes]) nobody has it once the call has ended.
	CallOwner
	// LoopOwner is the for loop, or the `yield from`, over what the call of a generator function has just made. Nobody has it
	// once it has ended.
	LoopOwner
)

// maxSpare is the number of generators of a function that wait for their next use, less one.
const maxSpare = 7

// TakeBack is called with a generator that nobody but its owner has had, and its owner no longer: the next one of the function
// takes its memory.
func (g *Generator) TakeBack() {
	if g.Frame != nil || g.extra != nil || g.Registered || g.Base == nil {
		return
	}
	g.Owner = NoOwner
	if g.State != GenClosed && (g.State != GenSuspended || !H.CloseQuietly(g)) {
		return
	}
	fn := g.Fn
	if fn.extra == nil && fn.Closure != nil {
		// A closure may well be called no more.
		return
	}
	x := fn.more()
	g.Sent = 0
	if next := x.spare; next != nil {
		if next.Sent == maxSpare {
			return
		}
		g.Sent = next.Sent + 1
		*(*Value)(g.Base) = ToValue(next)
	}
	x.spare = g
}

// SpareGenerator returns a generator of the function that has been taken back, as new, or nil.
//
// Concurrency: without the global lock each thread would have its own.
func (fn *Function) SpareGenerator() *Generator {
	x := fn.extra
	if x == nil || x.spare == nil {
		return nil
	}
	g := x.spare
	x.spare = nil
	if g.Code != fn.Code {
		return nil
	}
	if first := (*Value)(g.Base); !first.IsZero() {
		x.spare = As[Generator](*first)
		*first = Value{}
	}
	g.PC, g.State, g.Started, g.Delegated = 1, GenCreated, false, false
	g.Name, g.QualName = fn.Name(), fn.QualName()
	return g
}
