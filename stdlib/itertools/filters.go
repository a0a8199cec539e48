package itertools

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Iterators that select from one source or call a function for each value of it.

var compressType, dropWhileType, takeWhileType, filterFalseType, starMapType, isliceType objects.Type

// source is an iterator and a function (or a second iterator) beside it.
type source struct {
	head
	fn, it value
	// done is the end of takewhile, the beginning of dropwhile.
	done bool
}

// newSource makes the New slot of a type that is called with a function and an iterable.
func newSource(name string) objects.NewFunc {
	first := "predicate"
	if name == "filterfalse" || name == "starmap" {
		first = "function"
	}
	return objects.NewBound(name, first+", iterable, /", func(t *thread, typ *objects.Type, args []value) (value, error) {
		it, err := objects.Iter(t, args[1])
		if err != nil {
			return value{}, err
		}
		v := typ.NewInstance()
		s := objects.As[source](v)
		s.fn, s.it = args[0], it
		return v, nil
	})
}

func traverseSource(v value, visit func(value)) {
	s := objects.As[source](v)
	native.Visit(visit, s.fn, s.it)
}

func (s *source) test(t *thread, v value) (bool, error) {
	r, err := objects.Call1(t, s.fn, v)
	if err != nil {
		return false, err
	}
	return objects.Truth(t, r)
}

func dropWhileNext(t *thread, self value) (value, error) {
	s := objects.As[source](self)
	for {
		v, err := objects.Next(t, s.it)
		if err != nil || v.IsZero() || s.done {
			return v, err
		}
		ok, err := s.test(t, v)
		if err != nil {
			return value{}, err
		}
		if !ok {
			s.done = true
			return v, nil
		}
	}
}

func takeWhileNext(t *thread, self value) (value, error) {
	s := objects.As[source](self)
	if s.done {
		return value{}, nil
	}
	v, err := objects.Next(t, s.it)
	if err != nil || v.IsZero() {
		return v, err
	}
	ok, err := s.test(t, v)
	if err != nil {
		return value{}, err
	}
	if !ok {
		s.done = true
		return value{}, nil
	}
	return v, nil
}

func filterFalseNext(t *thread, self value) (value, error) {
	s := objects.As[source](self)
	plain := s.fn == objects.None || s.fn == objects.ToValue(&objects.BoolType)
	for {
		v, err := objects.Next(t, s.it)
		if err != nil || v.IsZero() {
			return v, err
		}
		var ok bool
		if plain {
			ok, err = objects.Truth(t, v)
		} else {
			ok, err = s.test(t, v)
		}
		if err != nil {
			return value{}, err
		}
		if !ok {
			return v, nil
		}
	}
}

func starMapNext(t *thread, self value) (value, error) {
	s := objects.As[source](self)
	v, err := objects.Next(t, s.it)
	if err != nil || v.IsZero() {
		return v, err
	}
	args, err := objects.ToTuple(t, v)
	if err != nil {
		return value{}, err
	}
	// The callee may reuse the memory of its arguments, a tuple's items must stay.
	switch items := args.Items(); len(items) {
	case 1:
		return objects.Call1(t, s.fn, items[0])
	case 2:
		return objects.Call2(t, s.fn, items[0], items[1])
	case 3:
		return objects.Call3(t, s.fn, items[0], items[1], items[2])
	default:
		return objects.Call(t, s.fn, append([]value(nil), items...), nil)
	}
}

func compressNext(t *thread, self value) (value, error) {
	s := objects.As[source](self)
	for {
		v, err := objects.Next(t, s.it)
		if err != nil || v.IsZero() {
			return v, err
		}
		sel, err := objects.Next(t, s.fn)
		if err != nil || sel.IsZero() {
			return sel, err
		}
		ok, err := objects.Truth(t, sel)
		if err != nil {
			return value{}, err
		}
		if ok {
			return v, nil
		}
	}
}

type islice struct {
	head
	it               value // zero once exhausted
	next, stop, step int   // stop is negative where there is none
	count            int
}

func sliceArg(t *thread, v value, def int) (int, bool) {
	if v.IsZero() || v == objects.None {
		return def, true
	}
	n, err := objects.IndexInt(t, v, &objects.OverflowErrorType)
	if err != nil || n < 0 {
		return 0, false
	}
	return n, true
}

func newIslice(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	if kw.Len() > 0 {
		if err := objects.OwnNoKeywords(&isliceType, typ, kw); err != nil {
			return value{}, err
		}
		args = args[:len(args)-kw.Len()]
	}
	if len(args) < 2 || len(args) > 4 {
		return value{}, objects.CountError("islice", len(args), 2, 4, false)
	}
	start, stop, step := 0, -1, 1
	var ok bool
	if len(args) == 2 {
		if stop, ok = sliceArg(t, args[1], -1); !ok {
			return value{}, objects.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
	} else {
		if stop, ok = sliceArg(t, args[2], -1); !ok {
			return value{}, objects.ValueErrorf("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		if start, ok = sliceArg(t, args[1], 0); !ok {
			return value{}, objects.ValueErrorf("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
		}
		if len(args) == 4 {
			if step, ok = sliceArg(t, args[3], 1); !ok || step < 1 {
				return value{}, objects.ValueErrorf("Step for islice() must be a positive integer or None.")
			}
		}
	}
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	s := objects.As[islice](v)
	s.it, s.next, s.stop, s.step = it, start, stop, step
	return v, nil
}

func isliceNext(t *thread, self value) (value, error) {
	s := objects.As[islice](self)
	if s.it.IsZero() {
		return value{}, nil
	}
	for s.count < s.next {
		v, err := objects.Next(t, s.it)
		if err != nil || v.IsZero() {
			s.it = value{}
			return value{}, err
		}
		s.count++
		if s.stop >= 0 && s.count >= s.stop {
			break
		}
	}
	if s.stop >= 0 && s.count >= s.stop {
		s.it = value{}
		return value{}, nil
	}
	v, err := objects.Next(t, s.it)
	if err != nil || v.IsZero() {
		s.it = value{}
		return value{}, err
	}
	s.count++
	if s.next += s.step; s.next < 0 || s.stop >= 0 && s.next > s.stop {
		s.next = s.stop
		if s.stop < 0 {
			s.next = 1<<63 - 1
		}
	}
	return v, nil
}

func initFilters() {
	declare[source](&dropWhileType, "dropwhile", "The items of the iterable from the first one on for which predicate is false.", true, dropWhileNext)
	declare[source](&takeWhileType, "takewhile", "The items of the iterable before the first one for which predicate is false.", true, takeWhileNext)
	declare[source](&filterFalseType, "filterfalse", "The items of the iterable for which function is false; if it is None, the items that are false themselves.", true, filterFalseNext)
	declare[source](&starMapType, "starmap", "The results of calling function with the items of each tuple as its arguments.", true, starMapNext)
	declare[source](&compressType, "compress", "The items of data beside which there is a true item in selectors.", true, compressNext)
	for _, typ := range [...]*objects.Type{&dropWhileType, &takeWhileType, &filterFalseType, &starMapType, &compressType} {
		typ.New = newSource(typ.Name)
		typ.Traverse = traverseSource
	}
	compressType.New = objects.NewBound("compress", "data, selectors", func(t *thread, typ *objects.Type, args []value) (value, error) {
		it, err := objects.Iter(t, args[0])
		if err != nil {
			return value{}, err
		}
		sel, err := objects.Iter(t, args[1])
		if err != nil {
			return value{}, err
		}
		v := typ.NewInstance()
		s := objects.As[source](v)
		s.it, s.fn = it, sel
		return v, nil
	})
	declare[islice](&isliceType, "islice", "islice(iterable, stop)\nislice(iterable, start, stop[, step])\n\nThe items that the slice would have if the iterable were a sequence. No number may be negative.", true, isliceNext)
	isliceType.New = newIslice
	isliceType.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[islice](v).it) }
}
