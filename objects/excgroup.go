package objects

import (
	"strconv"
	"unsafe"
)

// BaseExceptionGroup and ExceptionGroup (PEP 654).

func groupNew(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
	args = args[:len(args)-kw.Len()]
	if len(args) != 2 {
		return Value{}, TypeErrorf("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if _, ok := StrOf(args[0]); !ok {
		return Value{}, TypeErrorf("BaseExceptionGroup.__new__() argument 1 must be str, not %s", argTypeName(args[0]))
	}
	seq := args[1]
	st := TypeOf(seq)
	st.ready()
	_, isTuple := TupleOf(seq)
	_, isList := ListOf(seq)
	if !isTuple && !isList && (st.GetItem == nil || st.Len == nil || st.Flags&FlagDictSub != 0) {
		return Value{}, TypeErrorf("second argument (exceptions) must be a sequence")
	}
	excs, err := ToTuple(t, seq)
	if err != nil {
		return Value{}, err
	}
	if excs.Len() == 0 {
		return Value{}, ValueErrorf("second argument (exceptions) must be a non-empty sequence")
	}
	nested := false
	for i, e := range excs.Items() {
		if !IsInstance(e, &BaseExceptionType) {
			return Value{}, ValueErrorf("Item %d of second argument (exceptions) is not an exception", i)
		}
		if !IsInstance(e, &ExceptionType) {
			nested = true
		}
	}
	switch {
	case typ == &BaseExceptionGroupType:
		if !nested {
			typ = &ExceptionGroupType
		}
	case nested && typ == &ExceptionGroupType:
		return Value{}, TypeErrorf("Cannot nest BaseExceptions in an ExceptionGroup")
	case nested && typ.IsSubtype(&ExceptionType):
		return Value{}, TypeErrorf("Cannot nest BaseExceptions in '%s'", typ.Name)
	}
	v := typ.newObject()
	g := As[ExceptionGroupObject](v)
	g.args = NewTuple(args...)
	g.Msg, g.Exceptions = args[0], excs
	return v, nil
}

// NewExceptionGroup makes an ExceptionGroup, or a BaseExceptionGroup where an exception requires it.
func NewExceptionGroup(t *Thread, msg string, excs []Value) (Value, error) {
	return groupNew(t, &BaseExceptionGroupType, []Value{StrValue(msg), ToValue(NewTuple(excs...))}, nil)
}

// GroupMatch says how leaves of a group are selected.
type groupMatch func(t *Thread, exc Value) (bool, error)

// matcher makes the condition of split() and subgroup(): a class, a tuple of classes or a function.
func matcher(t *Thread, cond Value) (groupMatch, error) {
	const message = "expected a function, exception type or tuple of exception types"
	if typ, ok := TypeFrom(cond); ok {
		if typ.IsSubtype(&BaseExceptionType) {
			return func(t *Thread, exc Value) (bool, error) { return IsInstance(exc, typ), nil }, nil
		}
	} else if p, ok := TupleOf(cond); ok {
		for _, c := range p.Items() {
			typ, ok := TypeFrom(c)
			if !ok || !typ.IsSubtype(&BaseExceptionType) {
				return nil, TypeErrorf(message)
			}
		}
		return func(t *Thread, exc Value) (bool, error) {
			for _, c := range p.Items() {
				if IsInstance(exc, As[Type](c)) {
					return true, nil
				}
			}
			return false, nil
		}, nil
	}
	if _, isType := TypeFrom(cond); !isType && Callable(cond) {
		return func(t *Thread, exc Value) (bool, error) {
			r, err := Call1(t, cond, exc)
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}, nil
	}
	return nil, TypeErrorf(message)
}

// derive makes a group of the same kind of some exceptions and copies what belongs to the raising.
func (g *ExceptionGroupObject) derive(t *Thread, excs []Value) (Value, error) {
	v, err := CallMethod(t, ToValue(g), Intern("derive"), ToValue(NewList(excs...)))
	if err != nil {
		return Value{}, err
	}
	if !IsInstance(v, &BaseExceptionGroupType) {
		return Value{}, TypeErrorf("derive must return an instance of BaseExceptionGroup")
	}
	e := As[Exception](v)
	e.Tb, e.Context, e.Cause = g.Tb, g.Context, g.Cause
	e.Suppress = g.Suppress
	notes, err := FindAttr(t, ToValue(g), strNotes)
	if err != nil {
		return Value{}, err
	}
	if !notes.IsZero() {
		if l, err := ToList(t, notes); err == nil && iterableType(notes) {
			return v, SetAttr(t, v, strNotes, ToValue(l))
		}
	}
	return v, nil
}

// SplitGroup splits an exception by a condition into the matching part and the rest; each is zero where it is empty.
func splitGroup(t *Thread, exc Value, match groupMatch, wantRest bool) (matched, rest Value, err error) {
	if err := t.EnterNative(" in exceptiongroup_split_recursive"); err != nil {
		return Value{}, Value{}, err
	}
	defer t.LeaveNative()
	ok, err := match(t, exc)
	if err != nil {
		return Value{}, Value{}, err
	}
	if ok {
		return exc, Value{}, nil
	}
	if !IsInstance(exc, &BaseExceptionGroupType) {
		return Value{}, exc, nil
	}
	g := As[ExceptionGroupObject](exc)
	var yes, no []Value
	for _, e := range g.Exceptions.Items() {
		m, r, err := splitGroup(t, e, match, wantRest)
		if err != nil {
			return Value{}, Value{}, err
		}
		if !m.IsZero() {
			yes = append(yes, m)
		}
		if !r.IsZero() {
			no = append(no, r)
		}
	}
	if len(yes) > 0 {
		if matched, err = g.derive(t, yes); err != nil {
			return Value{}, Value{}, err
		}
	}
	if wantRest && len(no) > 0 {
		rest, err = g.derive(t, no)
	}
	return matched, rest, err
}

// SplitByType is what except* does: it splits an exception by a class or a tuple of classes. A naked exception that
// matches is wrapped into a group.
func SplitByType(t *Thread, exc, cls Value) (matched, rest Value, err error) {
	m, err := matcher(t, cls)
	if err != nil {
		return Value{}, Value{}, err
	}
	if !IsInstance(exc, &BaseExceptionGroupType) {
		ok, err := m(t, exc)
		if err != nil || !ok {
			return Value{}, exc, err
		}
		g, err := NewExceptionGroup(t, "", []Value{exc})
		if err == nil {
			As[Exception](g).Tb = As[Exception](exc).Tb
		}
		return g, Value{}, err
	}
	return splitGroup(t, exc, m, true)
}

func initExceptionGroups() {
	typ := &BaseExceptionGroupType
	typ.New = groupNew
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if kw.Len() > 0 {
			return TypeErrorf("%s() takes no keyword arguments", TypeOf(self).Name)
		}
		return excInit(t, self, args, kw)
	}
	typ.Str = func(t *Thread, self Value) (Value, error) {
		g := As[ExceptionGroupObject](self)
		msg, err := StrString(t, g.Msg)
		n := g.Exceptions.Len()
		return StrValue(msg + " (" + strconv.Itoa(n) + " sub-exception" + plural(n) + ")"), err
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		traverseException(v, visit)
		if p := As[ExceptionGroupObject](v).Exceptions; p != nil {
			visit(ToValue(p))
		}
	}
	typ.Members = func() []MemberDef {
		return []MemberDef{{Name: "message", Doc: "exception message", Offset: unsafe.Offsetof(ExceptionGroupObject{}.Msg), ReadOnly: true, Optional: true}}
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{{Name: "exceptions", Member: true, Doc: "nested exceptions", Get: func(t *Thread, v Value) (Value, error) {
			return ToValue(As[ExceptionGroupObject](v).Exceptions), nil
		}}}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "derive", Sig: "excs, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return groupNew(t, &BaseExceptionGroupType, []Value{As[ExceptionGroupObject](self).Msg, args[0]}, nil)
			}},
			{Name: "split", Sig: "matcher_value, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				m, err := matcher(t, args[0])
				if err != nil {
					return Value{}, err
				}
				yes, no, err := splitGroup(t, self, m, true)
				if err != nil {
					return Value{}, err
				}
				return ToValue(NewTuple(orNone(yes), orNone(no))), nil
			}},
			{Name: "subgroup", Sig: "matcher_value, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				m, err := matcher(t, args[0])
				if err != nil {
					return Value{}, err
				}
				yes, _, err := splitGroup(t, self, m, false)
				return orNone(yes), err
			}},
			{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem},
		}
	}
	typ = &ExceptionGroupType
	typ.Name = "ExceptionGroup"
	typ.Flags = FlagBase | FlagExceptionSub
	typ.Base = &BaseExceptionGroupType
	typ.Bases = NewTuple(ToValue(&BaseExceptionGroupType), ToValue(&ExceptionType))
	typ.MRO = []*Type{typ, &BaseExceptionGroupType, &ExceptionType, &BaseExceptionType, &ObjectType}
}
