package typing

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var typeVarType, paramSpecType, typeVarTupleType objects.Type

// parameter is a TypeVar, ParamSpec or TypeVarTuple.
type parameter struct {
	head
	objects.Attrs
	name                                    value
	bound, constraints, def                 lazy
	covariant, contravariant, inferVariance bool
}

func newParameter(t *thread, typ *objects.Type, name value) (value, *parameter) {
	v := typ.NewInstance()
	p := objects.As[parameter](v)
	p.name = name
	p.def.v = noDefault
	return v, p
}

// setModule records the module that made a parameter by a call, None where its globals have no name.
func setModule(t *thread, v value) error {
	return objects.SetAttr(t, v, objects.Intern("__module__"), callerModule(t))
}

// typeCheck is typing._type_check.
func typeCheck(t *thread, v value, msg string) (value, error) {
	if v == objects.None {
		return objects.ToValue(&objects.NoneType), nil
	}
	return callTyping(t, "_type_check", v, native.Str(msg))
}

// variance reads the three arguments about variance.
func (p *parameter) variance(t *thread, args []value) error {
	for i, b := range [...]*bool{&p.covariant, &p.contravariant, &p.inferVariance} {
		if args[i].IsZero() {
			continue
		}
		ok, err := objects.Truth(t, args[i])
		if err != nil {
			return err
		}
		*b = ok
	}
	if p.covariant && p.contravariant {
		return objects.ValueErrorf("Bivariant types are not supported.")
	}
	if p.inferVariance && (p.covariant || p.contravariant) {
		return objects.ValueErrorf("Variance cannot be specified with infer_variance.")
	}
	return nil
}

func nameArg(fn string, v value) error {
	if _, ok := objects.StrOf(v); !ok {
		return objects.TypeErrorf("%s() argument 'name' must be str, not %s", fn, native.TypeName(v))
	}
	return nil
}

func newTypeVar(t *thread, typ *objects.Type, args []value) (value, error) {
	// The bound arguments: name, bound, default, covariant, contravariant, infer_variance, *constraints.
	if err := nameArg("typevar", args[0]); err != nil {
		return value{}, err
	}
	v, p := newParameter(t, typ, args[0])
	if err := p.variance(t, args[3:6]); err != nil {
		return value{}, err
	}
	if native.Given(args[1]) {
		b, err := typeCheck(t, args[1], "Bound must be a type.")
		if err != nil {
			return value{}, err
		}
		p.bound.v = b
	}
	constraints := objects.As[objects.Tuple](args[6])
	switch n := constraints.Len(); {
	case n == 1:
		return value{}, objects.TypeErrorf("A single constraint is not allowed")
	case n > 0 && !p.bound.v.IsZero():
		return value{}, objects.TypeErrorf("Constraints cannot be combined with bound=...")
	case n > 0:
		checked := objects.MakeTuple(n)
		for i, c := range constraints.Items() {
			x, err := typeCheck(t, c, "TypeVar(name, constraint, ...): constraints must be types.")
			if err != nil {
				return value{}, err
			}
			checked.Items()[i] = x
		}
		p.constraints.v = objects.ToValue(checked)
	}
	p.def.v = native.Or(args[2], noDefault)
	return v, setModule(t, v)
}

func newParamSpec(t *thread, typ *objects.Type, args []value) (value, error) {
	if err := nameArg("paramspec", args[0]); err != nil {
		return value{}, err
	}
	v, p := newParameter(t, typ, args[0])
	if err := p.variance(t, args[3:6]); err != nil {
		return value{}, err
	}
	if native.Given(args[1]) {
		b, err := typeCheck(t, args[1], "Bound must be a type.")
		if err != nil {
			return value{}, err
		}
		p.bound.v = b
	}
	p.def.v = native.Or(args[2], noDefault)
	return v, setModule(t, v)
}

func newTypeVarTuple(t *thread, typ *objects.Type, args []value) (value, error) {
	if err := nameArg("typevartuple", args[0]); err != nil {
		return value{}, err
	}
	v, p := newParameter(t, typ, args[0])
	p.def.v = native.Or(args[1], noDefault)
	return v, setModule(t, v)
}

func parameterRepr(t *thread, self value) (value, error) {
	p := objects.As[parameter](self)
	s, _ := objects.StrOf(p.name)
	sign := "~"
	switch {
	case p.inferVariance || objects.TypeOf(self) == &typeVarTupleType:
		return p.name, nil
	case p.covariant:
		sign = "+"
	case p.contravariant:
		sign = "-"
	}
	return native.Str(sign + s.String()), nil
}

// prepareSubst is __typing_prepare_subst__ of a TypeVar: it adds the default where the argument is missing.
func prepareSubst(t *thread, self value, args []value) (value, error) {
	alias := args[0]
	given, err := objects.ToTuple(t, args[1])
	if err != nil {
		return value{}, err
	}
	params, err := objects.GetAttrString(t, alias, "__parameters__")
	if err != nil {
		return value{}, err
	}
	at, err := objects.CallMethod(t, params, objects.Intern("index"), self)
	if err != nil {
		return value{}, err
	}
	i, err := objects.IndexInt(t, at, &objects.OverflowErrorType)
	if err != nil {
		return value{}, err
	}
	if i < given.Len() {
		return objects.ToValue(given), nil
	}
	if i == given.Len() {
		d, err := objects.As[parameter](self).def.get(t, noDefault)
		if err != nil {
			return value{}, err
		}
		if d != noDefault {
			return native.Tuple(append(append([]value(nil), given.Items()...), d)...), nil
		}
	}
	s, err := objects.StrString(t, alias)
	if err != nil {
		return value{}, err
	}
	return value{}, objects.TypeErrorf("Too few arguments for %s; actual %d, expected at least %d", s, given.Len(), i+1)
}

func parameterMethods(typ *objects.Type) func() []objects.FuncDef {
	return func() []objects.FuncDef {
		subst := func(name string) func(t *thread, self value, args []value) (value, error) {
			return func(t *thread, self value, args []value) (value, error) {
				return callTyping(t, name, append([]value{self}, args...)...)
			}
		}
		defs := []objects.FuncDef{
			{Name: "__reduce__", Fn: func(t *thread, self value, args []value) (value, error) { return objects.As[parameter](self).name, nil }},
			{Name: "has_default", Fn: func(t *thread, self value, args []value) (value, error) {
				d := &objects.As[parameter](self).def
				return objects.Bool(!d.eval.IsZero() || d.v != noDefault), nil
			}},
			{Name: "__mro_entries__", Sig: "bases, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return value{}, objects.TypeErrorf("Cannot subclass an instance of %s", typ.Name)
			}},
		}
		one, two := "arg, /", "alias, args, /"
		switch typ {
		case &typeVarType:
			defs = append(defs, objects.FuncDef{Name: "__typing_subst__", Sig: one, Fn: subst("_typevar_subst")},
				objects.FuncDef{Name: "__typing_prepare_subst__", Sig: two, Fn: prepareSubst})
		case &paramSpecType:
			defs = append(defs, objects.FuncDef{Name: "__typing_subst__", Sig: one, Fn: subst("_paramspec_subst")},
				objects.FuncDef{Name: "__typing_prepare_subst__", Sig: two, Fn: subst("_paramspec_prepare_subst")})
		default:
			defs = append(defs, objects.FuncDef{Name: "__typing_subst__", Sig: one, Fn: func(t *thread, self value, args []value) (value, error) {
				return value{}, objects.TypeErrorf("Substitution of bare TypeVarTuple is not supported")
			}}, objects.FuncDef{Name: "__typing_prepare_subst__", Sig: two, Fn: subst("_typevartuple_prepare_subst")})
		}
		return defs
	}
}

func parameterGetSets(typ *objects.Type) func() []objects.GetSetDef {
	return func() []objects.GetSetDef {
		flag := func(name string, f func(p *parameter) bool) objects.GetSetDef {
			return getter(name, "", func(t *thread, self value) (value, error) { return objects.Bool(f(objects.As[parameter](self))), nil })
		}
		defs := []objects.GetSetDef{
			objects.DictGetSet(),
			getter("__name__", "", func(t *thread, self value) (value, error) { return objects.As[parameter](self).name, nil }),
			getter("__default__", "what the parameter stands for if no argument is given, or NoDefault", func(t *thread, self value) (value, error) {
				return objects.As[parameter](self).def.get(t, noDefault)
			}),
		}
		if typ == &typeVarTupleType {
			return defs
		}
		defs = append(defs,
			flag("__covariant__", func(p *parameter) bool { return p.covariant }),
			flag("__contravariant__", func(p *parameter) bool { return p.contravariant }),
			flag("__infer_variance__", func(p *parameter) bool { return p.inferVariance }),
			getter("__bound__", "", func(t *thread, self value) (value, error) {
				return objects.As[parameter](self).bound.get(t, objects.None)
			}))
		if typ == &typeVarType {
			return append(defs, getter("__constraints__", "", func(t *thread, self value) (value, error) {
				return objects.As[parameter](self).constraints.get(t, native.Tuple())
			}))
		}
		return append(defs,
			getter("args", "the annotation of *args", func(t *thread, self value) (value, error) { return newPart(&paramSpecArgsType, self), nil }),
			getter("kwargs", "the annotation of **kwargs", func(t *thread, self value) (value, error) { return newPart(&paramSpecKwargsType, self), nil }))
	}
}

func initParameters() {
	const rest = ", bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False"
	for i, typ := range [...]*objects.Type{&typeVarType, &paramSpecType, &typeVarTupleType} {
		typ.Name, typ.Module = [...]string{"TypeVar", "ParamSpec", "TypeVarTuple"}[i], "typing"
		typ.Doc = [...]string{"A type parameter that stands for a type.", "A type parameter that stands for the parameters of a callable.",
			"A type parameter that stands for any number of types."}[i]
		typ.Flags = objects.FlagWeakrefs
		objects.LayoutAttrs[parameter](typ, unsafe.Offsetof(parameter{}.Attrs), true)
		typ.Repr = parameterRepr
		typ.Methods, typ.GetSets = parameterMethods(typ), parameterGetSets(typ)
		if i < 2 {
			typ.Number.Binary[objects.OpOr] = union
		}
		typ.Traverse = func(v value, visit func(value)) {
			p := objects.As[parameter](v)
			native.Visit(visit, p.name, p.bound.v, p.bound.eval, p.constraints.v, p.constraints.eval, p.def.v, p.def.eval)
		}
	}
	typeVarType.New = objects.NewBound("typevar", "name, *constraints"+rest, newTypeVar)
	paramSpecType.New = objects.NewBound("paramspec", "name, *"+rest, newParamSpec)
	typeVarTupleType.New = objects.NewBound("typevartuple", "name, *, default=typing.NoDefault", newTypeVarTuple)
	typeVarTupleType.Iter = func(t *thread, self value) (value, error) {
		u, err := unpack(t, self)
		if err != nil {
			return value{}, err
		}
		return objects.Iter(t, native.Tuple(u))
	}
}

// unpack is typing.Unpack[v].
func unpack(t *thread, v value) (value, error) {
	u, err := typingAttr(t, "Unpack")
	if err != nil {
		return value{}, err
	}
	return objects.GetItem(t, u, v)
}

// unpackAll unpacks the TypeVarTuples among type parameters.
func unpackAll(t *thread, params *objects.Tuple) (*objects.Tuple, error) {
	r := params
	for i, p := range params.Items() {
		if !objects.Is(p, &typeVarTupleType) {
			continue
		}
		u, err := unpack(t, p)
		if err != nil {
			return nil, err
		}
		if r == params {
			r = objects.NewTuple(params.Items()...)
		}
		r.Items()[i] = u
	}
	return r, nil
}

// makeParameter serves the syntax of type parameters (PEP 695).
func makeParameter(t *thread, kind objects.TypeParamKind, name, arg, arg2 value) (value, error) {
	switch kind {
	case objects.MakeTypeVar:
		v, p := newParameter(t, &typeVarType, name)
		p.bound.eval, p.constraints.eval, p.inferVariance = arg, arg2, true
		return v, setModule(t, v)
	case objects.MakeParamSpec:
		v, p := newParameter(t, &paramSpecType, name)
		p.inferVariance = true
		return v, setModule(t, v)
	case objects.MakeTypeVarTuple:
		v, _ := newParameter(t, &typeVarTupleType, name)
		return v, setModule(t, v)
	case objects.SetTypeParamDefault:
		p := objects.As[parameter](name)
		p.def = lazy{eval: arg}
		return name, nil
	case objects.MakeTypeAlias:
		params := objects.NewTuple()
		if native.Given(arg) {
			params = objects.As[objects.Tuple](arg)
		}
		return makeAlias(&aliasType, name, params, lazy{eval: arg2}, callerModule(t)), nil
	default:
		params, err := unpackAll(t, objects.As[objects.Tuple](name))
		if err != nil {
			return value{}, err
		}
		return callTyping(t, "_GenericAlias", objects.ToValue(&genericType), objects.ToValue(params))
	}
}
