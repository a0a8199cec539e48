package objects

import "unsafe"

// enumerate, reversed, zip, map and filter.

type enumerateObject struct {
	Head
	it    Value
	count Value // an int
}

type reversedObject struct {
	Head
	seq   Value // zero once exhausted
	index int
}

// iterGroup is the iterators that zip and map draw from.
type iterGroup struct {
	Head
	fn     Value // of map and filter
	its    []Value
	strict bool
}

func groupOf(t *Thread, typ *Type, fn Value, args []Value) (*iterGroup, error) {
	g := As[iterGroup](typ.newObject())
	g.fn = fn
	for _, a := range args {
		it, err := Iter(t, a)
		if err != nil {
			return nil, err
		}
		g.its = append(g.its, it)
	}
	return g, nil
}

// nextOf is next(it), at once where it iterates over a list.
func nextOf(t *Thread, it Value) (Value, error) {
	if HeadType(it) == &ListIterType {
		if li := As[ListIterator](it); li.List != nil && li.Index < li.List.n {
			v := *li.List.At(li.Index)
			li.Index++
			return v, nil
		}
	}
	return Next(t, it)
}

func zipNext(t *Thread, self Value) (Value, error) {
	g := As[iterGroup](self)
	if len(g.its) == 0 {
		return Value{}, nil
	}
	r := MakeTuple(len(g.its))
	for i, it := range g.its {
		v, err := nextOf(t, it)
		if err != nil {
			return Value{}, err
		}
		if v.IsZero() {
			if g.strict {
				return Value{}, g.strictError(t, i)
			}
			return Value{}, nil
		}
		r.Items()[i] = v
	}
	return ToValue(r), nil
}

// NextPair is next() of an iterator of pairs whose pair is to be unpacked: the two values are stored at dst and behind it,
// and no tuple is made. found is false at the end; ok is false where the iterator gives no pairs.
func NextPair(t *Thread, self Value, dst *Value) (found, ok bool, err error) {
	pair := unsafe.Slice(dst, 2)
	switch HeadType(self) {
	case &DictItemIterType:
		e, err := As[DictIterator](self).step(false)
		if e == nil {
			return false, true, err
		}
		pair[0], pair[1] = e.key, e.value
		return true, true, nil
	case &EnumerateType:
		e := As[enumerateObject](self)
		if n := e.count; n.IsInline() {
			v, err := nextOf(t, e.it)
			if err != nil || v.IsZero() {
				return false, true, err
			}
			e.count = Int(n.Inline() + 1)
			pair[0], pair[1] = n, v
			return true, true, nil
		}
	case &ZipType:
		if g := As[iterGroup](self); len(g.its) == 2 && !g.strict {
			a, err := nextOf(t, g.its[0])
			if err != nil || a.IsZero() {
				return false, true, err
			}
			b, err := nextOf(t, g.its[1])
			if err != nil || b.IsZero() {
				return false, true, err
			}
			pair[0], pair[1] = a, b
			return true, true, nil
		}
	}
	return false, false, nil
}

// strictError checks the lengths once argument i is exhausted.
func (g *iterGroup) strictError(t *Thread, i int) error {
	span := func(n int) string {
		if n == 1 {
			return " "
		}
		return "s 1-"
	}
	if i > 0 {
		return ValueErrorf("zip() argument %d is shorter than argument%s%d", i+1, span(i), i)
	}
	for j := 1; j < len(g.its); j++ {
		v, err := Next(t, g.its[j])
		if err != nil {
			return err
		}
		if !v.IsZero() {
			return ValueErrorf("zip() argument %d is longer than argument%s%d", j+1, span(j), j)
		}
	}
	return nil
}

func mapNext(t *Thread, self Value) (Value, error) {
	g := As[iterGroup](self)
	if len(g.its) == 1 {
		v, err := nextOf(t, g.its[0])
		if err != nil || v.IsZero() {
			return v, err
		}
		return Call1(t, g.fn, v)
	}
	if len(g.its) == 2 {
		a, err := nextOf(t, g.its[0])
		if err != nil || a.IsZero() {
			return a, err
		}
		b, err := nextOf(t, g.its[1])
		if err != nil || b.IsZero() {
			return b, err
		}
		return Call2(t, g.fn, a, b)
	}
	args := make([]Value, len(g.its))
	for i, it := range g.its {
		v, err := nextOf(t, it)
		if err != nil || v.IsZero() {
			return v, err
		}
		args[i] = v
	}
	return Call(t, g.fn, args, nil)
}

func filterNext(t *Thread, self Value) (Value, error) {
	g := As[iterGroup](self)
	next := TypeOf(g.its[0]).Next
	plain := g.fn == None || g.fn == ToValue(&BoolType)
	for {
		v, err := next(t, g.its[0])
		if err != nil || v.IsZero() {
			return v, err
		}
		test := v
		if !plain {
			if test, err = Call1(t, g.fn, v); err != nil {
				return Value{}, err
			}
		}
		if ok, err := Truth(t, test); err != nil {
			return Value{}, err
		} else if ok {
			return v, nil
		}
	}
}

func traverseGroup(v Value, visit func(Value)) {
	g := As[iterGroup](v)
	visitOpt(visit, g.fn)
	for _, it := range g.its {
		visit(it)
	}
}

// strictKeyword reads the only keyword that zip takes.
func strictKeyword(t *Thread, name string, args []Value, kw *Tuple) (bool, []Value, error) {
	npos := len(args) - kw.Len()
	if kw.Len() == 0 {
		return false, args, nil
	}
	var bound [1]Value
	keyword := &FuncDef{Name: name, Sig: "*, strict=False"}
	if err := keyword.BindArgs(bound[:], args[npos:], kw); err != nil {
		return false, nil, err
	}
	strict, err := Truth(t, bound[0])
	return strict, args[:npos], err
}

func enumerateNext(t *Thread, self Value) (Value, error) {
	e := As[enumerateObject](self)
	v, err := nextOf(t, e.it)
	if err != nil || v.IsZero() {
		return v, err
	}
	n := e.count
	if n.IsInline() {
		e.count = Int(n.Inline() + 1)
	} else if e.count, err = Binary(t, OpAdd, n, InlineInt(1)); err != nil {
		return Value{}, err
	}
	return ToValue(NewTuple(n, v)), nil
}

func reversedNew(t *Thread, typ *Type, args []Value) (Value, error) {
	seq := args[0]
	fn, unbound, err := lookupSpecial(t, seq, strReversed)
	if err != nil {
		return Value{}, err
	}
	st := TypeOf(seq)
	if fn == None {
		return Value{}, TypeErrorf("'%s' object is not reversible", st)
	}
	if !fn.IsZero() {
		if unbound {
			return Call1(t, fn, seq)
		}
		return Call0(t, fn)
	}
	if st.GetItem == nil || st.Len == nil || st.Flags&FlagDictSub != 0 {
		return Value{}, TypeErrorf("'%s' object is not reversible", st)
	}
	n, err := Len(t, seq)
	if err != nil {
		return Value{}, err
	}
	r := As[reversedObject](typ.newObject())
	r.seq, r.index = seq, n-1
	return ToValue(r), nil
}

func reversedNext(t *Thread, self Value) (Value, error) {
	r := As[reversedObject](self)
	if r.seq.IsZero() || r.index < 0 {
		return Value{}, nil
	}
	v, err := GetItem(t, r.seq, Int(int64(r.index)))
	if err != nil {
		if IsError(err, &IndexErrorType) || IsError(err, &StopIterationType) {
			r.seq = Value{}
			err = nil
		}
		return Value{}, err
	}
	r.index--
	if r.index < 0 {
		r.seq = Value{}
	}
	return v, nil
}

// enumerateError is the error of a call of enumerate with unfit keywords or without arguments.
func enumerateError(n int, kw *Tuple) error {
	known := 0
	for _, k := range kw.Items() {
		s, _ := StrOf(k)
		name := s.String()
		if name == "iterable" || name == "start" && (n == 2 && kw.Len() < 2 || kw.Len() == 2) {
			known++
			continue
		}
		return TypeErrorf("'%s' is an invalid keyword argument for enumerate()", name)
	}
	if n == 0 {
		return TypeErrorf("enumerate() missing required argument 'iterable'")
	}
	return nil
}

func initItertypes() {
	typ := &EnumerateType
	typ.Name = "enumerate"
	typ.Doc = "Number the items of an iterable.\n\nEach step gives a tuple: first (start, first item), then (start + 1, second\nitem), and so on."
	typ.TextSig = "(iterable, start=0)"
	typ.Flags = FlagBase
	layout[enumerateObject](typ)
	bound := NewBound("enumerate", "iterable, start=0", func(t *Thread, typ *Type, args []Value) (Value, error) {
		start := InlineInt(0)
		if !args[1].IsZero() {
			var err error
			if start, err = Index(t, args[1]); err != nil {
				return Value{}, err
			}
		}
		it, err := Iter(t, args[0])
		if err != nil {
			return Value{}, err
		}
		e := As[enumerateObject](typ.newObject())
		e.it, e.count = it, start
		return ToValue(e), nil
	})
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		// CPython's fast path of calls has messages of its own.
		if typ == &EnumerateType && len(args) <= 2 && (len(args) == 0 || kw.Len() > 0) {
			if err := enumerateError(len(args), kw); err != nil {
				return Value{}, err
			}
		}
		return bound(t, typ, args, kw)
	}
	typ.Convert = func(t *Thread, v Value) (Value, error) {
		it, err := Iter(t, v)
		if err != nil {
			return Value{}, err
		}
		return ToValue(&enumerateObject{Head{&EnumerateType}, it, InlineInt(0)}), nil
	}
	typ.Iter, typ.Next = selfIter, enumerateNext
	typ.Traverse = func(v Value, visit func(Value)) { visit(As[enumerateObject](v).it) }
	typ.Methods = func() []FuncDef {
		return []FuncDef{reduceMethod(func(t *Thread, self Value) (Value, error) {
			e := As[enumerateObject](self)
			return ToValue(NewTuple(ToValue(e.typ), ToValue(NewTuple(e.it, e.count)))), nil
		}), {Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem}}
	}

	typ = &ReversedType
	typ.Name = "reversed"
	typ.Doc = "Iterate over a sequence from the last item to the first.\n\nThe argument has a method __reversed__, or else a length and items that are\nfound by number."
	typ.TextSig = "(sequence, /)"
	typ.Flags = FlagBase
	layout[reversedObject](typ)
	typ.New = NewBound("reversed", "sequence, /", reversedNew)
	typ.Iter, typ.Next = selfIter, reversedNext
	typ.Traverse = func(v Value, visit func(Value)) { visitOpt(visit, As[reversedObject](v).seq) }
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			hintMethod(func(t *Thread, self Value) (int, error) {
				r := As[reversedObject](self)
				if r.seq.IsZero() {
					return 0, nil
				}
				n, err := Len(t, r.seq)
				if err != nil || n < r.index+1 {
					return 0, err
				}
				return r.index + 1, nil
			}),
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				r := As[reversedObject](self)
				if r.seq.IsZero() {
					return ToValue(NewTuple(ToValue(r.typ), ToValue(NewTuple(ToValue(NewTuple()))))), nil
				}
				return ToValue(NewTuple(ToValue(r.typ), ToValue(NewTuple(r.seq)), Int(int64(r.index)))), nil
			}),
			{Name: "__setstate__", Sig: "object, /", NoSig: true, Doc: "Take over the state that was pickled.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				i, err := stateIndex(t, args[0])
				if err != nil {
					return Value{}, err
				}
				r := As[reversedObject](self)
				if !r.seq.IsZero() {
					n, err := Len(t, r.seq)
					if err != nil {
						return Value{}, err
					}
					r.index = min(max(i, -1), n-1)
				}
				return None, nil
			}},
		}
	}

	typ = &ZipType
	typ.Name = "zip"
	typ.Doc = "Walk through several iterables side by side.\n\nEach step gives a tuple with the next item of every iterable. The first that\nends ends it all; with strict=True the others must end there as well, else\nValueError is raised.\n\n>>> list(zip('ab', [1, 2, 3]))\n[('a', 1), ('b', 2)]"
	typ.Flags = FlagBase
	layout[iterGroup](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		strict := false
		if typ == &ZipType || kw.Len() > 0 {
			var err error
			if strict, args, err = strictKeyword(t, "zip", args, kw); err != nil {
				return Value{}, err
			}
		}
		g, err := groupOf(t, typ, Value{}, args)
		if err != nil {
			if IsError(err, &TypeErrorType) {
				for i, a := range args {
					if !iterableType(a) {
						return Value{}, TypeErrorf("'%s' object is not iterable", TypeOf(args[i]))
					}
				}
			}
			return Value{}, err
		}
		g.strict = strict
		return ToValue(g), nil
	}
	typ.Iter, typ.Next, typ.Traverse = selfIter, zipNext, traverseGroup
	typ.Methods = func() []FuncDef {
		return []FuncDef{reduceMethod(func(t *Thread, self Value) (Value, error) {
			g := As[iterGroup](self)
			its := ToValue(NewTuple(g.its...))
			if g.strict {
				return ToValue(NewTuple(ToValue(g.typ), its, True)), nil
			}
			return ToValue(NewTuple(ToValue(g.typ), its)), nil
		}), {Name: "__setstate__", Sig: "object, /", NoSig: true, Doc: "Take over the state that was pickled.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			var err error
			As[iterGroup](self).strict, err = Truth(t, args[0])
			return None, err
		}}}
	}

	typ = &MapType
	typ.Name = "map"
	typ.Doc = "Iterate over the results of calling a function on the items of iterables.\n\nEach call takes the next item of every iterable as its arguments; the first\niterable that ends ends it all."
	typ.Flags = FlagBase
	layout[iterGroup](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if err := OwnNoKeywords(&MapType, typ, kw); err != nil {
			return Value{}, err
		}
		args = args[:len(args)-kw.Len()]
		if len(args) < 2 {
			return Value{}, TypeErrorf("map() must have at least two arguments.")
		}
		g, err := groupOf(t, typ, args[0], args[1:])
		if err != nil {
			return Value{}, err
		}
		return ToValue(g), nil
	}
	typ.Iter, typ.Next, typ.Traverse = selfIter, mapNext, traverseGroup
	reduce := reduceMethod(func(t *Thread, self Value) (Value, error) {
		g := As[iterGroup](self)
		return ToValue(NewTuple(ToValue(g.typ), ToValue(NewTuple(append([]Value{g.fn}, g.its...)...)))), nil
	})
	typ.Methods = func() []FuncDef { return []FuncDef{reduce} }

	typ = &FilterType
	typ.Name = "filter"
	typ.Doc = "Iterate over those items for which a function returns a true value.\n\nIf the function is None, the items themselves have to be true."
	typ.TextSig = "(function, iterable, /)"
	typ.Flags = FlagBase
	layout[iterGroup](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if err := OwnNoKeywords(&FilterType, typ, kw); err != nil {
			return Value{}, err
		}
		args = args[:len(args)-kw.Len()]
		if len(args) != 2 {
			return Value{}, CountError("filter", len(args), 2, 2, false)
		}
		g, err := groupOf(t, typ, args[0], args[1:])
		if err != nil {
			return Value{}, err
		}
		return ToValue(g), nil
	}
	typ.Iter, typ.Next, typ.Traverse = selfIter, filterNext, traverseGroup
	typ.Methods = func() []FuncDef { return []FuncDef{reduce} }
}
