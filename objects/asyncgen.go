package objects

// Asynchronous generators (PEP 525): the awaitables that asend(), athrow() and aclose() give.

// AsyncGenWrapped marks a value that the body of an asynchronous generator yields, as against what it awaits.
type AsyncGenWrapped struct {
	Head
	V Value
}

// WrapAsync wraps a yielded value.
func WrapAsync(v Value) Value { return ToValue(&AsyncGenWrapped{Head{&AsyncGenWrappedType}, v}) }

type awaitState uint8

const (
	awaitInit awaitState = iota
	awaitIter
	awaitClosed
)

// asyncGenStep is the awaitable of asend() and __anext__(), or of athrow() and aclose().
type asyncGenStep struct {
	Head
	gen   *Generator
	state awaitState
	sent  Value   // of asend
	args  []Value // of athrow; nil for aclose
}

// firstStep calls the hooks of an asynchronous generator that is used for the first time.
func (g *Generator) firstStep(t *Thread) error {
	if g.HooksInited {
		return nil
	}
	g.HooksInited = true
	if hook := noneToZero(t.AsyncGenFinalizer); !hook.IsZero() {
		g.more().finalizer = hook
	}
	if first := noneToZero(t.AsyncGenFirstIter); !first.IsZero() {
		_, err := Call1(t, first, ToValue(g))
		return err
	}
	return nil
}

// asyncResult turns the end of the body into StopAsyncIteration.
func asyncResult(v Value, done bool, err error) (Value, error) {
	if err == nil && done {
		return Value{}, NewError(&StopAsyncIterationType)
	}
	return v, err
}

// unwrap turns a yielded value into StopIteration, which ends the awaiting of the step; what the body awaits passes.
func (g *Generator) unwrap(v Value, err error) (Value, error) {
	if err != nil {
		if IsError(err, &StopAsyncIterationType) || IsError(err, &GeneratorExitType) {
			g.AsyncClosed = true
		}
		g.AsyncRunning = false
		return Value{}, err
	}
	if Is(v, &AsyncGenWrappedType) {
		g.AsyncRunning = false
		return Value{}, NewError(&StopIterationType, As[AsyncGenWrapped](v).V)
	}
	return v, nil
}

func asendSend(t *Thread, s *asyncGenStep, arg Value) (Value, error) {
	if s.state == awaitClosed {
		return Value{}, RuntimeErrorf("cannot reuse already awaited __anext__()/asend()")
	}
	if s.state == awaitInit {
		if s.gen.AsyncRunning {
			s.state = awaitClosed
			return Value{}, RuntimeErrorf("anext(): asynchronous generator is already running")
		}
		if arg == None {
			arg = orNone(s.sent)
		}
		s.state = awaitIter
	}
	s.gen.AsyncRunning = true
	v, err := s.gen.unwrap(asyncResult(s.gen.Resume(t, arg)))
	if err != nil {
		s.state = awaitClosed
	}
	return v, err
}

func asendThrow(t *Thread, s *asyncGenStep, args []Value) (Value, error) {
	if s.state == awaitClosed {
		return Value{}, RuntimeErrorf("cannot reuse already awaited __anext__()/asend()")
	}
	if s.state == awaitInit {
		if s.gen.AsyncRunning {
			s.state = awaitClosed
			return Value{}, RuntimeErrorf("anext(): asynchronous generator is already running")
		}
		s.state = awaitIter
		s.gen.AsyncRunning = true
	}
	e, err := throwArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	v, err := s.gen.unwrap(asyncResult(s.gen.Throw(t, e)))
	if err != nil {
		s.state = awaitClosed
	}
	return v, err
}

func athrowSend(t *Thread, s *asyncGenStep, arg Value) (Value, error) {
	g := s.gen
	if s.state == awaitClosed {
		return Value{}, RuntimeErrorf("cannot reuse already awaited aclose()/athrow()")
	}
	if g.State == GenClosed {
		s.state = awaitClosed
		return Value{}, NewError(&StopIterationType)
	}
	var v Value
	var err error
	if s.state == awaitInit {
		if g.AsyncRunning {
			s.state = awaitClosed
			name := "athrow"
			if s.args == nil {
				name = "aclose"
			}
			return Value{}, RuntimeErrorf("%s(): asynchronous generator is already running", name)
		}
		if g.AsyncClosed {
			s.state = awaitClosed
			return Value{}, NewError(&StopAsyncIterationType)
		}
		if arg != None {
			return Value{}, RuntimeErrorf("can't send non-None value to a just-started coroutine")
		}
		s.state = awaitIter
		g.AsyncRunning = true
		if s.args == nil {
			g.AsyncClosed = true
			v, err = asyncResult(g.Throw(t, AsException(NewError(&GeneratorExitType))))
		} else {
			var e *Exception
			if e, err = throwArgs(t, s.args); err == nil {
				v, err = asyncResult(g.Throw(t, e))
			}
		}
	} else {
		v, err = asyncResult(g.Resume(t, arg))
	}
	return s.athrowResult(v, err)
}

// athrowResult treats what came of a step of athrow() or aclose().
func (s *asyncGenStep) athrowResult(v Value, err error) (Value, error) {
	g := s.gen
	if s.args != nil {
		v, err = g.unwrap(v, err)
		if err != nil {
			s.state = awaitClosed
			g.AsyncRunning = false
		}
		return v, err
	}
	if err == nil {
		if !Is(v, &AsyncGenWrappedType) {
			return v, nil
		}
		err = RuntimeErrorf("async generator ignored GeneratorExit")
	} else if IsError(err, &StopAsyncIterationType) || IsError(err, &GeneratorExitType) {
		err = NewError(&StopIterationType)
	}
	g.AsyncRunning = false
	s.state = awaitClosed
	return Value{}, err
}

func athrowThrow(t *Thread, s *asyncGenStep, args []Value) (Value, error) {
	if s.state == awaitClosed {
		return Value{}, RuntimeErrorf("cannot reuse already awaited aclose()/athrow()")
	}
	if s.state == awaitInit {
		if s.gen.AsyncRunning {
			s.state = awaitClosed
			name := "athrow"
			if s.args == nil {
				name = "aclose"
			}
			return Value{}, RuntimeErrorf("%s(): asynchronous generator is already running", name)
		}
		s.state = awaitIter
		s.gen.AsyncRunning = true
	}
	e, err := throwArgs(t, args)
	if err != nil {
		return Value{}, err
	}
	v, err := asyncResult(s.gen.Throw(t, e))
	return s.athrowResult(v, err)
}

// stepType fills the type of an awaitable.
func stepType(typ *Type, name string, send func(t *Thread, s *asyncGenStep, arg Value) (Value, error),
	throw func(t *Thread, s *asyncGenStep, args []Value) (Value, error)) {
	typ.Name = name
	typ.Flags = FlagNoInstantiate
	layout[asyncGenStep](typ)
	typ.Iter, typ.Await = selfIter, selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		v, err := send(t, As[asyncGenStep](self), None)
		if err != nil && IsError(err, &StopIterationType) {
			t.NoteStop(err.(*Exception))
			return Value{}, nil
		}
		return v, err
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		s := As[asyncGenStep](v)
		visit(ToValue(s.gen))
		visitOpt(visit, s.sent)
		for _, a := range s.args {
			visit(a)
		}
	}
	typ.Del = func(t *Thread, self Value) error {
		s := As[asyncGenStep](self)
		if s.state != awaitInit {
			return nil
		}
		method := "asend"
		switch {
		case typ == &AsyncGenAThrowType && s.args == nil:
			method = "aclose"
		case typ == &AsyncGenAThrowType:
			method = "athrow"
		}
		msg := "coroutine method '" + method + "' of '" + s.gen.QualName.String() + "' was never awaited"
		if err := H.Warn(t, &RuntimeWarningType, msg, 1); err != nil {
			H.Unraisable(t, err, "", self)
		}
		return nil
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "send", Sig: "object, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return send(t, As[asyncGenStep](self), args[0])
			}},
			{Name: "throw", Sig: "type, value=?, tb=?, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return throw(t, As[asyncGenStep](self), given(args))
			}},
			{Name: "close", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				s := As[asyncGenStep](self)
				if s.state == awaitClosed {
					return None, nil
				}
				_, err := throw(t, s, []Value{NewError(&GeneratorExitType).(*Exception).Value()})
				if err == nil {
					return Value{}, RuntimeErrorf("coroutine ignored GeneratorExit")
				}
				if IsError(err, &StopIterationType) || IsError(err, &StopAsyncIterationType) || IsError(err, &GeneratorExitType) {
					return None, nil
				}
				return Value{}, err
			}},
		}
	}
}

func initAsyncGen() {
	generatorType(&AsyncGenType, "async_generator", "async_generator")
	typ := &AsyncGenType
	step := func(t *Thread, self Value, typ *Type, sent Value, args []Value) (Value, error) {
		g := As[Generator](self)
		if err := g.firstStep(t); err != nil {
			return Value{}, err
		}
		v := ToValue(&asyncGenStep{Head: Head{typ}, gen: g, sent: sent, args: args})
		NoteAwaitable(v)
		return v, nil
	}
	typ.AIter = selfIter
	typ.ANext = func(t *Thread, self Value) (Value, error) { return step(t, self, &AsyncGenASendType, Value{}, nil) }
	typ.GetSets = func() []GetSetDef {
		return append(generatorGetSets("ag", "await", "async generator"), GetSetDef{Name: "ag_running", Member: true, Get: func(t *Thread, v Value) (Value, error) {
			return Bool(As[Generator](v).AsyncRunning), nil
		}})
	}
	typ.Methods = func() []FuncDef {
		return append(generatorTypeMethods(), []FuncDef{
			{Name: "asend", Sig: "object, /", NoSig: true, Doc: "asend(v)\n\nReturn what, awaited, goes on with v as the result of the yield and gives the next value.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return step(t, self, &AsyncGenASendType, args[0], nil)
			}},
			{Name: "athrow", Sig: "type, value=?, tb=?, /", NoSig: true, Doc: "athrow(value)\nathrow(type[,value[,tb]])\n\nRaise the exception where the generator stands.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				if len(given(args)) > 1 {
					if err := H.Warn(t, &DeprecationWarningType, "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.", 1); err != nil {
						return Value{}, err
					}
				}
				return step(t, self, &AsyncGenAThrowType, Value{}, append([]Value(nil), given(args)...))
			}},
			{Name: "aclose", NoSig: true, Doc: "aclose()\n\nReturn what, awaited, ends the generator by GeneratorExit.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return step(t, self, &AsyncGenAThrowType, Value{}, nil)
			}},
		}...)
	}
	stepType(&AsyncGenASendType, "async_generator_asend", asendSend, asendThrow)
	stepType(&AsyncGenAThrowType, "async_generator_athrow", athrowSend, athrowThrow)
	AsyncGenWrappedType.Name = "async_generator_wrapped_value"
	AsyncGenWrappedType.Flags = FlagNoInstantiate
	layout[AsyncGenWrapped](&AsyncGenWrappedType)
}
