package objects

// Generators and coroutines. The interpreter runs them (Hooks.Resume); here stand the protocol around it and the
// attributes.

// noun is what messages call the object.
func (g *Generator) noun() string {
	switch {
	case g.Code.Flags&CoCoroutine != 0:
		return "coroutine"
	case g.Code.Flags&CoAsyncGenerator != 0:
		return "async generator"
	}
	return "generator"
}

func (g *Generator) alreadyRunning() error { return ValueErrorf("%s already executing", g.noun()) }

// Resume continues with a sent value (zero: None). done says that the body returned v.
func (g *Generator) Resume(t *Thread, sent Value) (v Value, done bool, err error) {
	switch g.State {
	case GenRunning:
		return Value{}, false, g.alreadyRunning()
	case GenClosed:
		if g.Code.Flags&CoCoroutine != 0 {
			return Value{}, false, RuntimeErrorf("cannot reuse already awaited coroutine")
		}
		return None, true, nil
	case GenCreated:
		if !sent.IsZero() && sent != None {
			return Value{}, false, TypeErrorf("can't send non-None value to a just-started %s", g.noun())
		}
	}
	return H.Resume(t, g, orNone(sent), nil)
}

// drain continues while take accepts what is yielded: see [Hooks].
func (g *Generator) drain(t *Thread, take func(Value) bool) (v Value, done bool, err error) {
	if g.State == GenRunning || g.State == GenClosed {
		return g.Resume(t, None)
	}
	return H.Drain(t, g, take)
}

// delegate returns the iterator that a suspended generator delegates to, zero where there is none.
func (g *Generator) delegate() Value {
	if g.State != GenSuspended || !g.Delegated {
		return Value{}
	}
	return g.Regs()[g.Sent-1]
}

// Throw raises an exception where the generator is suspended, or in the iterator that it delegates to.
func (g *Generator) Throw(t *Thread, exc *Exception) (v Value, done bool, err error) {
	switch g.State {
	case GenRunning:
		return Value{}, false, g.alreadyRunning()
	case GenClosed:
		if g.Code.Flags&CoCoroutine != 0 {
			return Value{}, false, RuntimeErrorf("cannot reuse already awaited coroutine")
		}
		return Value{}, false, exc
	case GenCreated:
		return H.Resume(t, g, None, exc)
	}
	sub := g.delegate()
	if sub.IsZero() {
		return H.Resume(t, g, None, exc)
	}
	var inner error
	if exc.Matches(&GeneratorExitType) {
		inner = H.Within(t, g, func() error { return closeIterator(t, sub) })
		if inner == nil {
			inner = exc
		}
		return H.Resume(t, g, None, inner)
	}
	fn := Value{}
	if !isGenerator(sub) {
		if fn, err = FindAttr(t, sub, strThrow); err != nil {
			return Value{}, false, err
		}
		if fn.IsZero() {
			return H.Resume(t, g, None, exc)
		}
	}
	inner = H.Within(t, g, func() error {
		var err error
		if isGenerator(sub) {
			s := As[Generator](sub)
			v, done, err = s.Throw(t, exc)
			if done {
				err = NewError(&StopIterationType, v)
			}
		} else {
			v, err = Call1(t, fn, exc.Value())
		}
		return err
	})
	if inner == nil {
		return v, false, nil
	}
	// The delegation's handler turns StopIteration into the value of the expression.
	return H.Resume(t, g, None, inner)
}

// isGenerator reports whether v is a generator or coroutine (not an asynchronous generator).
func isGenerator(v Value) bool { return Is(v, &GeneratorType) || Is(v, &CoroutineType) }

// closeIterator closes what a generator delegates to.
func closeIterator(t *Thread, sub Value) error {
	if isGenerator(sub) {
		_, err := As[Generator](sub).Close(t)
		return err
	}
	fn, err := FindAttr(t, sub, strClose)
	if err != nil {
		// Closing goes on where the iterator cannot say how.
		H.Unraisable(t, err, "", sub)
		return nil
	}
	if fn.IsZero() {
		return nil
	}
	_, err = Call0(t, fn)
	return err
}

// Close raises GeneratorExit inside and returns what the body returns.
func (g *Generator) Close(t *Thread) (Value, error) {
	switch g.State {
	case GenRunning:
		return Value{}, g.alreadyRunning()
	case GenCreated:
		g.State = GenClosed
		g.Started = true
		g.Base = nil
		return None, nil
	case GenClosed:
		return None, nil
	}
	if H.CloseQuietly(g) {
		return None, nil
	}
	exc := error(AsException(NewError(&GeneratorExitType)))
	if sub := g.delegate(); !sub.IsZero() {
		err := H.Within(t, g, func() error { return closeIterator(t, sub) })
		if err != nil {
			exc = err
		}
	}
	v, done, err := H.Resume(t, g, None, exc)
	switch {
	case err != nil:
		if IsError(err, &StopIterationType) || IsError(err, &GeneratorExitType) {
			return None, nil
		}
		return Value{}, err
	case done:
		return v, nil
	}
	return Value{}, RuntimeErrorf("%s ignored GeneratorExit", g.noun())
}

// Finalize ends a generator that nothing refers to any more: it is closed, or a coroutine that never ran is reported.
func (g *Generator) Finalize(t *Thread) {
	switch {
	case g.State == GenClosed || g.State == GenRunning:
		return
	case g.Code.Flags&CoAsyncGenerator != 0 && !g.Finalizer().IsZero() && !g.AsyncClosed:
		if _, err := Call1(t, g.Finalizer(), ToValue(g)); err != nil {
			H.Unraisable(t, err, "", ToValue(g))
		}
		return
	case g.Code.Flags&CoCoroutine != 0 && g.State == GenCreated:
		g.warnUnawaited(t)
		return
	}
	if _, err := g.Close(t); err != nil {
		H.Unraisable(t, err, "", ToValue(g))
	}
}

// warnUnawaited says that a coroutine was never awaited, by the function of the module warnings that knows about cr_origin.
func (g *Generator) warnUnawaited(t *Thread) {
	self := ToValue(g)
	if m, err := H.Import(t, "warnings", nil, 0, nil); err == nil {
		fn, err := FindAttr(t, m, strWarnUnawaited)
		if err == nil && !fn.IsZero() {
			if _, err = Call1(t, fn, self); err == nil {
				return
			}
		}
		if err != nil {
			if !IsError(err, &RuntimeWarningType) {
				// The function failed: the plain warning says what it would have.
				defer g.warnPlainly(t)
			}
			H.Unraisable(t, err, "", self)
			return
		}
	}
	g.warnPlainly(t)
}

func (g *Generator) warnPlainly(t *Thread) {
	if err := H.Warn(t, &RuntimeWarningType, "coroutine '"+g.QualName.String()+"' was never awaited", 1); err != nil {
		H.Unraisable(t, err, "", ToValue(g))
	}
}

// stopResult turns the end of a body into StopIteration.
func stopResult(v Value, done bool, err error) (Value, error) {
	if err != nil || !done {
		return v, err
	}
	if v == None || v.IsZero() {
		return Value{}, NewError(&StopIterationType)
	}
	return Value{}, NewError(&StopIterationType, v)
}

// generatorNext is the Next slot: the value of the end is noted for those who ask for StopIteration.
func generatorNext(t *Thread, self Value) (Value, error) {
	v, done, err := As[Generator](self).Resume(t, None)
	if done {
		if v != None {
			t.stopValue, t.stopped = v, nil
		}
		return Value{}, nil
	}
	return v, err
}

// throwArgs makes the exception of throw(value) or throw(type[, value[, traceback]]).
func throwArgs(t *Thread, args []Value) (*Exception, error) {
	if len(args) > 1 {
		if err := H.Warn(t, &DeprecationWarningType, "the (type, exc, tb) signature of throw() is deprecated, "+
			"use the single-arg signature instead.", 1); err != nil {
			return nil, err
		}
	}
	var tb *Traceback
	if len(args) > 2 && args[2] != None {
		if !Is(args[2], &TracebackType) {
			return nil, TypeErrorf("throw() third argument must be a traceback object")
		}
		tb = As[Traceback](args[2])
	}
	val := None
	if len(args) > 1 {
		val = args[1]
	}
	var exc Value
	if typ, ok := TypeFrom(args[0]); ok && typ.IsSubtype(&BaseExceptionType) {
		e, err := Instantiate(t, typ, val)
		if err != nil {
			// What making the exception raises is thrown in its place.
			return AsException(err), nil
		}
		exc = e
	} else if IsInstance(args[0], &BaseExceptionType) {
		if val != None {
			return nil, TypeErrorf("instance exception may not have a separate value")
		}
		exc = args[0]
	} else {
		return nil, TypeErrorf("exceptions must be classes or instances deriving from BaseException, not %s", TypeOf(args[0]))
	}
	e := As[Exception](exc)
	if tb != nil {
		e.Tb = tb
	}
	return e, nil
}

// Instantiate makes an exception of a class from a value as the raise statement of old did: an instance stays, a tuple
// gives the arguments, None gives none.
func Instantiate(t *Thread, typ *Type, val Value) (Value, error) {
	if IsInstance(val, typ) {
		return val, nil
	}
	var args []Value
	if p, ok := TupleOf(val); ok {
		args = p.Items()
	} else if val != None {
		args = []Value{val}
	}
	v, err := Call(t, ToValue(typ), args, nil)
	if err == nil && !IsInstance(v, &BaseExceptionType) {
		r, rerr := ReprString(t, ToValue(typ))
		if rerr != nil {
			return Value{}, rerr
		}
		err = TypeErrorf("calling %s should have returned an instance of BaseException, not %s", r, TypeOf(v))
	}
	return v, err
}

func generatorMethods() []FuncDef {
	return []FuncDef{
		{Name: "send", Sig: "object, /", NoSig: true, Doc: "send(value)\n\nResume, with value as the result of the expression that is suspended. Return\nwhat is yielded next, or raise StopIteration.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return stopResult(As[Generator](self).Resume(t, args[0]))
		}},
		{Name: "throw", Sig: "type, value=?, tb=?, /", NoSig: true, Doc: "throw(value)\nthrow(type[,value[,tb]])\n\nResume, with an exception raised in the expression that is suspended. Return\nwhat is yielded next, or raise StopIteration.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			e, err := throwArgs(t, given(args))
			if err != nil {
				return Value{}, err
			}
			return stopResult(As[Generator](self).Throw(t, e))
		}},
		{Name: "close", NoSig: true, Doc: "close()\n\nEnd the generator: GeneratorExit is raised where it stands. What it returns then is the result.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return As[Generator](self).Close(t)
		}},
	}
}

// generatorTypeMethods are those that the type has beside the steps.
func generatorTypeMethods() []FuncDef {
	return []FuncDef{
		sizeMethod("Return how many bytes the generator takes.", func(v Value) int { return valueSize * len(As[Generator](v).Regs()) }),
		{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
	}
}

// given cuts omitted arguments off.
func given(args []Value) []Value {
	n := len(args)
	for n > 0 && args[n-1].IsZero() {
		n--
	}
	return args[:n]
}

// generatorGetSets declares the attributes; prefix is gi, cr or ag, noun what the documentation calls the object.
func generatorGetSets(prefix, await, noun string) []GetSetDef {
	str := func(p func(g *Generator) **Str, name, doc string) GetSetDef {
		return GetSetDef{Name: name, Doc: doc + " of the " + noun, Get: func(t *Thread, v Value) (Value, error) { return ToValue(*p(As[Generator](v))), nil },
			Set: func(t *Thread, self, v Value) error {
				s, ok := StrOf(orNone(v))
				if !ok {
					return TypeErrorf("%s must be set to a string object", name)
				}
				*p(As[Generator](self)) = s
				return nil
			}}
	}
	sets := []GetSetDef{
		str(func(g *Generator) **Str { return &g.Name }, "__name__", "name"),
		str(func(g *Generator) **Str { return &g.QualName }, "__qualname__", "qualified name"),
		{Name: prefix + "_code", Get: func(t *Thread, v Value) (Value, error) { return ToValue(As[Generator](v).Code), nil }},
		{Name: prefix + "_frame", Get: func(t *Thread, v Value) (Value, error) {
			g := As[Generator](v)
			if g.State == GenClosed || H.GeneratorFrame == nil {
				return None, nil
			}
			return ToValue(H.GeneratorFrame(t, g)), nil
		}},
		{Name: prefix + "_" + await, Doc: "object being iterated or awaited on, or None", Get: func(t *Thread, v Value) (Value, error) {
			sub := orNone(As[Generator](v).delegate())
			Disown(sub)
			return sub, nil
		}},
	}
	if prefix != "ag" {
		sets = append(sets, GetSetDef{Name: prefix + "_running", Get: func(t *Thread, v Value) (Value, error) {
			return Bool(As[Generator](v).State == GenRunning), nil
		}})
	}
	return append(sets, GetSetDef{Name: prefix + "_suspended", Get: func(t *Thread, v Value) (Value, error) {
		return Bool(As[Generator](v).State == GenSuspended), nil
	}})
}

func traverseGenerator(v Value, visit func(Value)) {
	g := As[Generator](v)
	visit(ToValue(g.Code))
	if g.Fn != nil {
		visit(ToValue(g.Fn))
	}
	for _, r := range g.Regs() {
		if r.IsObject() {
			visit(r)
		}
	}
	for _, x := range [...]Value{g.Exc.Exc, g.Origin(), g.Finalizer(), g.Locals()} {
		visitOpt(visit, x)
	}
}

func generatorType(typ *Type, name, noun string) {
	typ.Name = name
	typ.Flags = FlagWeakrefs | FlagNoInstantiate
	layout[Generator](typ)
	typ.Traverse = traverseGenerator
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		return StrValue("<" + noun + " object " + As[Generator](v).QualName.String() + " at " + Address(v) + ">"), nil
	}
	typ.Del = func(t *Thread, self Value) error {
		As[Generator](self).Finalize(t)
		return nil
	}
}

// coroutineWrapper is what __await__ of a coroutine gives.
type coroutineWrapper struct {
	Head
	coro *Generator
}

func initGenerator() {
	generatorType(&GeneratorType, "generator", "generator")
	typ := &GeneratorType
	typ.Iter, typ.Next = selfIter, generatorNext
	typ.GetSets = func() []GetSetDef { return generatorGetSets("gi", "yieldfrom", "generator") }
	typ.Methods = func() []FuncDef { return append(generatorMethods(), generatorTypeMethods()...) }

	generatorType(&CoroutineType, "coroutine", "coroutine")
	typ = &CoroutineType
	typ.Await = func(t *Thread, self Value) (Value, error) {
		return ToValue(&coroutineWrapper{Head{&CoroutineWrapperType}, As[Generator](self)}), nil
	}
	typ.GetSets = func() []GetSetDef {
		return append(generatorGetSets("cr", "await", "coroutine"), GetSetDef{Name: "cr_origin", Member: true, Get: func(t *Thread, v Value) (Value, error) {
			return orNone(As[Generator](v).Origin()), nil
		}})
	}
	typ.Methods = func() []FuncDef { return append(generatorMethods(), generatorTypeMethods()...) }

	typ = &CoroutineWrapperType
	typ.Name = "coroutine_wrapper"
	typ.Doc = "The iterator that __await__() of a coroutine returns: each step resumes the\ncoroutine."
	typ.Flags = FlagNoInstantiate
	layout[coroutineWrapper](typ)
	coro := func(v Value) *Generator { return As[coroutineWrapper](v).coro }
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) { return generatorNext(t, ToValue(coro(self))) }
	typ.Traverse = func(v Value, visit func(Value)) { visit(ToValue(coro(v))) }
	typ.Methods = func() []FuncDef {
		methods := generatorMethods()
		for i := range methods {
			fn := methods[i].Fn
			methods[i].Fn = func(t *Thread, self Value, args []Value) (Value, error) {
				return fn(t, ToValue(coro(self)), args)
			}
		}
		return methods
	}
}
