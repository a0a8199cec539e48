package interp

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// execute runs an instruction that the loop leaves to it. It returns the number of instructions to skip.
func execute(t *objects.Thread, rec *objects.Record, code *objects.Code, base unsafe.Pointer, ins bytecode.Instr) (int, error) {
	dst := ra(base, ins)
	var v value
	var err error
	switch ins.Op() {
	case bytecode.DeleteGlobal:
		return 0, deleteGlobal(rec, &code.Sites[ins.B()])
	case bytecode.DeleteName:
		return 0, deleteName(t, rec, &code.Sites[ins.B()])
	case bytecode.DeleteDeref:
		c := objects.As[objects.Cell](*rb(base, ins))
		if c.V.IsZero() {
			return 0, unboundError(code, int(rec.PC), ins.B())
		}
		c.V = value{}
		return 0, nil
	case bytecode.LoadClassDeref:
		v, err = loadClassDeref(t, code, *rb(base, ins), *rc(base, ins), ins.B())
	case bytecode.LoadFromDict:
		v, err = loadFromDict(t, rec, &code.Sites[ins.B()], *rc(base, ins))
	case bytecode.LoadLocals:
		v = rec.Locals
		if rec.Flags&objects.RecLocals == 0 {
			v = objects.ToValue(rec.Fn.Globals)
		}

	case bytecode.DeleteAttr:
		return 0, objects.SetAttr(t, *dst, code.Sites[ins.C()].Name, value{})
	case bytecode.LoadSuper:
		return 0, loadSuper(t, window(base, ins.A(), 3), code.Sites[ins.B()].Name, ins.C()&1 != 0, ins.C()&2 != 0)
	case bytecode.DeleteItem:
		return 0, objects.SetItem(t, *dst, *rb(base, ins), value{})
	case bytecode.BuildSlice:
		w := window(base, ins.B(), 3)
		step := objects.None
		if ins.C() == 3 {
			step = w[2]
		}
		v = objects.NewSlice(w[0], w[1], step)

	case bytecode.BuildSet:
		v, err = objects.NewSetOf(t, window(base, ins.B(), ins.C()))
	case bytecode.BuildMap:
		n := ins.C()
		d := objects.NewDictSize(n)
		w := window(base, ins.B(), 2*n)
		for i := 0; i < 2*n; i += 2 {
			if err = d.Set(t, w[i], w[i+1]); err != nil {
				return 0, err
			}
		}
		v = objects.ToValue(d)
	case bytecode.BuildString:
		v, err = objects.JoinStrings(window(base, ins.B(), ins.C()))
	case bytecode.SetAdd:
		return 0, objects.As[objects.Set](*dst).Add(t, *rb(base, ins))
	case bytecode.MapAdd:
		return 0, objects.As[objects.Dict](*dst).Set(t, *rb(base, ins), *rc(base, ins))
	case bytecode.ListExtend:
		l := objects.As[objects.List](*dst)
		if ins.C() == 1 {
			return 0, extendArgs(t, value{}, l, *rb(base, ins))
		}
		src := *rb(base, ins)
		err = l.ExtendFrom(t, src)
		if err != nil && objects.IsError(err, &objects.TypeErrorType) && !iterable(src) {
			err = objects.TypeErrorf("Value after * must be an iterable, not %s", objects.TypeOf(src))
		}
		return 0, err
	case bytecode.SetUpdate:
		return 0, objects.As[objects.Set](*dst).Update(t, *rb(base, ins))
	case bytecode.DictUpdate:
		src := *rb(base, ins)
		return 0, dictUpdate(t, objects.As[objects.Dict](*dst), src)
	case bytecode.KeywordDict:
		src := *rb(base, ins)
		if !objects.Is(src, &objects.DictType) {
			d := objects.NewDict()
			if err := dictMerge(t, d, src, *rc(base, ins)); err != nil {
				return 0, err
			}
			src = objects.ToValue(d)
		}
		*dst = src
		return 0, nil
	case bytecode.DictMerge:
		return 0, dictMerge(t, objects.As[objects.Dict](*dst), *rb(base, ins), *rc(base, ins))
	case bytecode.ListToTuple:
		v = objects.ToValue(objects.NewTuple(objects.As[objects.List](*rb(base, ins)).Items()...))
	case bytecode.UnpackEx:
		before, after := ins.C()&0xFF, ins.C()>>8
		return 0, unpackEx(t, *rb(base, ins), window(base, ins.A(), before+after+1), before, after)
	case bytecode.FormatSimple:
		v = *rb(base, ins)
		if !objects.Is(v, &objects.StrType) {
			v, err = objects.Format(t, v, value{})
		}
	case bytecode.FormatSpec:
		v, err = objects.Format(t, *rb(base, ins), *rc(base, ins))
	case bytecode.Convert:
		switch ins.C() {
		case 1:
			v, err = objects.ToStr(t, *rb(base, ins))
		case 2:
			v, err = objects.Repr(t, *rb(base, ins))
		default:
			v, err = objects.Ascii(t, *rb(base, ins))
		}

	case bytecode.RangeIter:
		// CALL and GET_ITER do the same.
		return 0, nil
	case bytecode.GetIter:
		v, err = objects.Iter(t, *rb(base, ins))
	case bytecode.GetAIter:
		v, err = getAIter(t, *rb(base, ins))
	case bytecode.GetANext:
		v, err = getANext(t, *rb(base, ins))
	case bytecode.EndAsyncFor:
		e := objects.As[objects.Exception](*dst)
		if e.Matches(&objects.StopAsyncIterationType) {
			return 0, nil
		}
		e.Raised = true
		return 0, e
	case bytecode.GetAwaitable:
		v, err = getAwaitable(t, *rb(base, ins), ins.C())
	case bytecode.GetYieldFrom:
		v, err = getYieldFrom(t, code, *rb(base, ins))
	case bytecode.AsyncGenWrap:
		v = objects.WrapAsync(*rb(base, ins))

	case bytecode.MakeGenexpr, bytecode.MakeArgGenexpr:
		v, err = makeGenexpr(rec.Fn, window(base, ins.B(), ins.C()), ins.Op() == bytecode.MakeArgGenexpr)
	case bytecode.MakeFunction:
		fn := objects.NewFunction(t, objects.As[objects.Code](code.Consts[ins.Long()]), rec.Fn.Globals)
		fn.Builtins = rec.Fn.Builtins
		v = objects.ToValue(fn)
	case bytecode.SetFuncAttr:
		setFunctionAttr(objects.As[objects.Function](*dst), *rb(base, ins), ins.C())
		return 0, nil
	case bytecode.LoadBuildClass:
		v, err = objects.FindBuiltin(t, rec.Fn.Builtins, strBuildClass)
		if v.IsZero() && err == nil {
			err = objects.NameErrorf(&objects.NameErrorType, strBuildClass, "__build_class__ not found")
		}

	case bytecode.CheckExcMatch:
		var ok bool
		ok, err = matches(t, *rb(base, ins), *rc(base, ins))
		v = objects.Bool(ok)
	case bytecode.CheckEgMatch:
		return 0, matchGroup(t, *rb(base, ins), *rc(base, ins), window(base, ins.A(), 2))
	case bytecode.PrepReraiseStar:
		v, err = prepReraiseStar(t, *rb(base, ins), objects.As[objects.List](*rc(base, ins)))
	case bytecode.LoadAssertionError:
		v = objects.ToValue(&objects.AssertionErrorType)
	case bytecode.BeforeWith:
		return 0, beforeWith(t, *rb(base, ins), window(base, ins.A(), 2), false)
	case bytecode.BeforeAsyncWith:
		return 0, beforeWith(t, *rb(base, ins), window(base, ins.A(), 2), true)
	case bytecode.WithExit:
		v, err = objects.Call3(t, *rb(base, ins), objects.None, objects.None, objects.None)
	case bytecode.WithExceptExit:
		v, err = withExcept(t, *rb(base, ins), *rc(base, ins))
	case bytecode.CleanupThrow:
		e := objects.As[objects.Exception](*dst)
		if e.Matches(&objects.StopIterationType) {
			*rb(base, ins) = objects.StopValue(e)
			return 0, nil
		}
		e.Raised = true
		return 0, e

	case bytecode.ImportName:
		w := window(base, ins.A(), 2)
		v, err = importName(t, rec, code.Sites[ins.B()].Name, w[1], w[0])
	case bytecode.ImportFrom:
		v, err = importFrom(t, *rb(base, ins), code.Names[ins.C()])
	case bytecode.ImportStar:
		return 0, importStar(t, rec, *dst)

	case bytecode.MatchSequence:
		v = objects.Bool(objects.TypeOf(*rb(base, ins)).Flags&objects.FlagSequence != 0)
	case bytecode.MatchMapping:
		v = objects.Bool(objects.TypeOf(*rb(base, ins)).Flags&objects.FlagMapping != 0)
	case bytecode.MatchKeys:
		v, err = matchKeys(t, *rb(base, ins), objects.As[objects.Tuple](*rc(base, ins)))
	case bytecode.MatchClass:
		w := window(base, ins.B(), 3)
		v, err = matchClass(t, w[0], w[1], objects.As[objects.Tuple](w[2]), ins.C())
	case bytecode.GetLen:
		var n int
		n, err = objects.Len(t, *rb(base, ins))
		v = objects.Int(int64(n))
	case bytecode.DictCopyRest:
		v, err = copyRest(t, *rb(base, ins), objects.As[objects.Tuple](*rc(base, ins)))

	case bytecode.SetupAnnotations:
		return 0, setupAnnotations(t, rec)
	case bytecode.PrintExpr:
		hook := sysAttr(t, strDisplayhook)
		if hook.IsZero() {
			return 0, objects.RuntimeErrorf("lost sys.displayhook")
		}
		_, err = objects.Call1(t, hook, *dst)
		return 0, err
	case bytecode.Intrinsic1:
		v, err = intrinsic1(t, rec, ins.C(), *rb(base, ins))
	case bytecode.Intrinsic2:
		w := window(base, ins.B(), 2)
		v, err = intrinsic2(t, ins.C(), w[0], w[1])
	default:
		return 0, objects.Errorf(&objects.SystemErrorType, "unknown opcode %d", int(ins.Op()))
	}
	if err != nil {
		return 0, err
	}
	*dst = v
	return 0, nil
}

func iterable(v value) bool {
	typ := objects.TypeOf(v)
	return typ.Iter != nil || typ.GetItem != nil
}

// extendArgs adds the values of *src to an argument list.
func extendArgs(t *objects.Thread, callee value, l *objects.List, src value) error {
	err := l.ExtendFrom(t, src)
	if err != nil && objects.IsError(err, &objects.TypeErrorType) && !iterable(src) {
		if !callee.IsZero() {
			return objects.TypeErrorf("%s argument after * must be an iterable, not %s", objects.FunctionStr(t, callee), objects.TypeOf(src))
		}
		return objects.TypeErrorf("Value after * must be an iterable, not %s", objects.TypeOf(src))
	}
	return err
}

// dictUpdate adds the items of a mapping: {**src}.
func dictUpdate(t *objects.Thread, d *objects.Dict, src value) error {
	if _, ok := exactDict(src); !ok {
		keys, err := objects.FindAttr(t, src, objects.Intern("keys"))
		if err != nil {
			return err
		}
		if keys.IsZero() {
			return objects.TypeErrorf("'%s' object is not a mapping", objects.TypeOf(src))
		}
	}
	err := objects.DictUpdate(t, d, src)
	if err != nil && objects.IsError(err, &objects.AttributeErrorType) {
		err = objects.TypeErrorf("'%s' object is not a mapping", objects.TypeOf(src))
	}
	return err
}

// dictMerge adds **src to the keywords of a call; a repeated key is an error.
func dictMerge(t *objects.Thread, d *objects.Dict, src, callee value) error {
	add := func(k, v value) error {
		old, err := d.Get(t, k)
		if err != nil {
			return err
		}
		if !old.IsZero() {
			if s, ok := objects.StrOf(k); ok {
				return objects.TypeErrorf("%s got multiple values for keyword argument '%s'", objects.FunctionStr(t, callee), s)
			}
			s, err := objects.StrString(t, k)
			if err != nil {
				return err
			}
			return objects.TypeErrorf("%s got multiple values for keyword argument '%s'", objects.FunctionStr(t, callee), s)
		}
		return d.Set(t, k, v)
	}
	if s, ok := exactDict(src); ok {
		for i := 0; ; {
			k, v, next, ok := s.NextEntry(i)
			if !ok {
				return nil
			}
			i = next
			if err := add(k, v); err != nil {
				return err
			}
		}
	}
	keysFn, err := objects.FindAttr(t, src, objects.Intern("keys"))
	if err != nil {
		return err
	}
	if keysFn.IsZero() {
		return objects.TypeErrorf("%s argument after ** must be a mapping, not %s", objects.FunctionStr(t, callee), objects.TypeOf(src))
	}
	keys, err := objects.Call0(t, keysFn)
	if err != nil {
		return err
	}
	return objects.Each(t, keys, func(k value) error {
		v, err := objects.GetItem(t, src, k)
		if err != nil {
			return err
		}
		return add(k, v)
	})
}

// setFunctionAttr completes a function as SET_FUNCTION_ATTRIBUTE says.
func setFunctionAttr(fn *objects.Function, v value, kind int) {
	switch kind {
	case 1:
		fn.Defaults = objects.As[objects.Tuple](v)
	case 2:
		fn.SetKwDefaults(objects.As[objects.Dict](v))
	case 3:
		fn.SetAnnotations(v)
	case 4:
		fn.Closure = objects.As[objects.Tuple](v)
	case 5:
		fn.SetTypeParams(objects.As[objects.Tuple](v))
	}
}

// loadSuper is super(w[1], w[2]).name where w[0] is the global super. For a method w[0], w[1] become the function and
// self, or the attribute and no value.
func loadSuper(t *objects.Thread, w []value, name *objects.Str, method, noArgs bool) error {
	if w[0] == objects.ToValue(&objects.SuperType) {
		if cls, ok := objects.TypeFrom(w[1]); ok {
			var v value
			var bound bool
			var err error
			if method {
				v, bound, err = objects.SuperMethod(t, cls, w[2], name)
			} else {
				v, _, err = objects.SuperLookup(t, cls, w[2], name)
			}
			if err != nil {
				return err
			}
			if !v.IsZero() {
				self := w[2]
				w[0], w[1] = v, value{}
				if bound {
					w[1] = self
				}
				return nil
			}
		}
	}
	args := w[1:3]
	if noArgs && w[0] != objects.ToValue(&objects.SuperType) {
		args = nil
	}
	s, err := objects.Call(t, w[0], args, nil)
	if err != nil {
		return err
	}
	v, err := objects.GetAttr(t, s, name)
	if err != nil {
		return err
	}
	w[0], w[1] = v, value{}
	return nil
}

// matchKeys returns the values of the keys of a mapping pattern, or None where one is missing.
func matchKeys(t *objects.Thread, subject value, keys *objects.Tuple) (value, error) {
	seen := objects.NewSet()
	get, err := objects.GetAttr(t, subject, objects.Intern("get"))
	if err != nil {
		return value{}, err
	}
	missing := objects.NewMarker()
	values := make([]value, keys.Len())
	for i, k := range keys.Items() {
		dup, err := objects.Contains(t, objects.ToValue(seen), k)
		if err != nil {
			return value{}, err
		}
		if dup {
			return value{}, objects.ValueErrorf("mapping pattern checks duplicate key (%s)", reprOf(t, k))
		}
		if err := seen.Add(t, k); err != nil {
			return value{}, err
		}
		v, err := objects.Call2(t, get, k, missing)
		if err != nil {
			return value{}, err
		}
		if v == missing {
			return objects.None, nil
		}
		values[i] = v
	}
	return objects.ToValue(objects.NewTuple(values...)), nil
}

// matchClass returns the attributes that a class pattern extracts, or None where it does not match (PEP 634).
func matchClass(t *objects.Thread, subject, cls value, names *objects.Tuple, npos int) (value, error) {
	typ, ok := objects.TypeFrom(cls)
	if !ok {
		return value{}, objects.TypeErrorf("called match pattern must be a class")
	}
	is, err := objects.IsInstanceOf(t, subject, cls)
	if err != nil || !is {
		return objects.None, err
	}
	var values []value
	var seen []*objects.Str
	get := func(name *objects.Str) (value, error) {
		for _, s := range seen {
			if s.Equal(name) {
				return value{}, objects.TypeErrorf("%s() got multiple sub-patterns for attribute '%s'", typ, name)
			}
		}
		seen = append(seen, name)
		return objects.FindAttr(t, subject, name)
	}
	if npos > 0 {
		args, err := objects.FindAttr(t, cls, strMatchArgs)
		if err != nil {
			return value{}, err
		}
		self := false
		var list *objects.Tuple
		if args.IsZero() {
			self = typ.Flags&objects.FlagMatchSelf != 0
		} else if list, ok = objects.TupleOf(args); !ok || objects.TypeOf(args) != &objects.TupleType {
			return value{}, objects.TypeErrorf("%s.__match_args__ must be a tuple (got %s)", typ, objects.TypeOf(args))
		}
		allowed := list.Len()
		if self {
			allowed = 1
		}
		if npos > allowed {
			return value{}, objects.TypeErrorf("%s() accepts %d positional sub-pattern%s (%d given)", typ, allowed, pluralS(allowed), npos)
		}
		if self {
			values = append(values, subject)
		} else {
			for i := range npos {
				name, ok := objects.StrOf(list.Item(i))
				if !ok {
					return value{}, objects.TypeErrorf("__match_args__ elements must be strings (got %s)", objects.TypeOf(list.Item(i)))
				}
				v, err := get(objects.InternStr(name))
				if err != nil || v.IsZero() {
					return objects.None, err
				}
				values = append(values, v)
			}
		}
	}
	for _, n := range names.Items() {
		v, err := get(objects.As[objects.Str](n))
		if err != nil || v.IsZero() {
			return objects.None, err
		}
		values = append(values, v)
	}
	return objects.ToValue(objects.NewTuple(values...)), nil
}

// copyRest is the **rest of a mapping pattern.
func copyRest(t *objects.Thread, subject value, keys *objects.Tuple) (value, error) {
	d := objects.NewDict()
	if err := objects.DictUpdate(t, d, subject); err != nil {
		return value{}, err
	}
	for _, k := range keys.Items() {
		if _, err := d.Delete(t, k); err != nil {
			return value{}, err
		}
	}
	return objects.ToValue(d), nil
}

func setupAnnotations(t *objects.Thread, rec *objects.Record) error {
	ns := rec.Locals
	if rec.Flags&objects.RecLocals == 0 {
		ns = objects.ToValue(rec.Fn.Globals)
	}
	if d, ok := exactDict(ns); ok {
		if !d.HasStr(strAnnotations) {
			d.SetStr(strAnnotations, objects.ToValue(objects.NewDict()))
		}
		return nil
	}
	_, err := objects.GetItem(t, ns, strAnnotations.Value())
	if err != nil && objects.IsError(err, &objects.KeyErrorType) {
		return objects.SetItem(t, ns, strAnnotations.Value(), objects.ToValue(objects.NewDict()))
	}
	return err
}

func intrinsic1(t *objects.Thread, rec *objects.Record, n int, v value) (value, error) {
	switch n {
	case bytecode.IntrinsicStopIterationError:
		return stopIterationError(rec, v), nil
	}
	h := objects.H.TypeParam
	if h == nil {
		// The module _typing makes type parameters; importing it sets the hook.
		if _, err := ImportModule(t, "_typing"); err != nil {
			return value{}, err
		}
		h = objects.H.TypeParam
	}
	none := value{}
	switch n {
	case bytecode.IntrinsicTypeVar:
		return h(t, objects.MakeTypeVar, v, none, none)
	case bytecode.IntrinsicParamSpec:
		return h(t, objects.MakeParamSpec, v, none, none)
	case bytecode.IntrinsicTypeVarTuple:
		return h(t, objects.MakeTypeVarTuple, v, none, none)
	case bytecode.IntrinsicSubscriptGeneric:
		return h(t, objects.SubscriptGeneric, v, none, none)
	case bytecode.IntrinsicTypeAlias:
		p := objects.As[objects.Tuple](v)
		return h(t, objects.MakeTypeAlias, p.Item(0), p.Item(1), p.Item(2))
	}
	return value{}, objects.Errorf(&objects.SystemErrorType, "unknown intrinsic %d", n)
}

func intrinsic2(t *objects.Thread, n int, a, b value) (value, error) {
	h := objects.H.TypeParam
	if h == nil {
		if _, err := ImportModule(t, "_typing"); err != nil {
			return value{}, err
		}
		h = objects.H.TypeParam
	}
	switch n {
	case bytecode.IntrinsicTypeVarBound:
		return h(t, objects.MakeTypeVar, a, b, value{})
	case bytecode.IntrinsicTypeVarConstraints:
		return h(t, objects.MakeTypeVar, a, value{}, b)
	case bytecode.IntrinsicSetDefault:
		return h(t, objects.SetTypeParamDefault, a, b, value{})
	}
	return value{}, objects.Errorf(&objects.SystemErrorType, "unknown intrinsic %d", n)
}
