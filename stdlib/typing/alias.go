package typing

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var paramSpecArgsType, paramSpecKwargsType, aliasType, genericType objects.Type

// part is P.args or P.kwargs of a ParamSpec.
type part struct {
	head
	origin value
}

func newPart(typ *objects.Type, origin value) value {
	v := typ.NewInstance()
	objects.As[part](v).origin = origin
	return v
}

func initParamSpecParts() {
	for i, typ := range [...]*objects.Type{&paramSpecArgsType, &paramSpecKwargsType} {
		suffix := [...]string{".args", ".kwargs"}[i]
		typ.Name, typ.Module = [...]string{"ParamSpecArgs", "ParamSpecKwargs"}[i], "typing"
		typ.Doc = [...]string{"The type of the attribute args of a ParamSpec.", "The type of the attribute kwargs of a ParamSpec."}[i]
		typ.Flags = objects.FlagWeakrefs
		objects.Layout[part](typ)
		typ.New = objects.NewBound([...]string{"paramspecargs", "paramspeckwargs"}[i], "origin", func(t *thread, typ *objects.Type, args []value) (value, error) {
			return newPart(typ, args[0]), nil
		})
		typ.Repr = func(t *thread, self value) (value, error) {
			origin := objects.As[part](self).origin
			if objects.Is(origin, &paramSpecType) {
				s, _ := objects.StrOf(objects.As[parameter](origin).name)
				return native.Str(s.String() + suffix), nil
			}
			s, err := objects.ReprString(t, origin)
			return native.Str(s + suffix), err
		}
		typ.Compare = func(t *thread, a, b value, op objects.CompareOp) (value, error) {
			if objects.TypeOf(a) != objects.TypeOf(b) || op != objects.OpEq && op != objects.OpNe {
				return objects.NotImplemented, nil
			}
			return objects.Compare(t, objects.As[part](a).origin, objects.As[part](b).origin, op)
		}
		typ.Members = func() []objects.MemberDef {
			return []objects.MemberDef{{Name: "__origin__", Offset: unsafe.Offsetof(part{}.origin), ReadOnly: true}}
		}
		typ.Methods = func() []objects.FuncDef {
			return []objects.FuncDef{{Name: "__mro_entries__", Sig: "bases, /", Fn: func(t *thread, self value, args []value) (value, error) {
				return value{}, objects.TypeErrorf("Cannot subclass an instance of %s", typ.Name)
			}}}
		}
		typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[part](v).origin) }
	}
}

// alias is a TypeAliasType.
type alias struct {
	head
	name, module value
	params       *objects.Tuple
	val          lazy
}

func makeAlias(typ *objects.Type, name value, params *objects.Tuple, val lazy, module value) value {
	v := typ.NewInstance()
	a := objects.As[alias](v)
	a.name, a.params, a.val, a.module = name, params, val, module
	return v
}

func newAlias(t *thread, typ *objects.Type, args []value) (value, error) {
	if err := nameArg("typealias", args[0]); err != nil {
		return value{}, err
	}
	params := objects.NewTuple()
	if !args[2].IsZero() {
		p, ok := objects.TupleOf(args[2])
		if !ok {
			return value{}, objects.TypeErrorf("type_params must be a tuple")
		}
		params = p
	}
	return makeAlias(typ, args[0], params, lazy{v: args[1]}, callerModule(t)), nil
}

func initAlias() {
	typ := &aliasType
	typ.Name, typ.Module, typ.Doc = "TypeAliasType", "typing", "Type alias."
	typ.Flags = objects.FlagWeakrefs
	objects.Layout[alias](typ)
	typ.New = objects.NewBound("typealias", "name, value, *, type_params=()", newAlias)
	typ.Repr = func(t *thread, self value) (value, error) { return objects.As[alias](self).name, nil }
	typ.Number.Binary[objects.OpOr] = objects.UnionOr
	typ.GetItem = func(t *thread, self, key value) (value, error) {
		if objects.As[alias](self).params.Len() == 0 {
			return value{}, objects.TypeErrorf("Only generic type aliases are subscriptable")
		}
		return objects.NewGenericAlias(t, self, key)
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			getter("__name__", "", func(t *thread, self value) (value, error) { return objects.As[alias](self).name, nil }),
			getter("__parameters__", "", func(t *thread, self value) (value, error) {
				p, err := unpackAll(t, objects.As[alias](self).params)
				return objects.ToValue(p), err
			}),
			getter("__type_params__", "", func(t *thread, self value) (value, error) {
				return objects.ToValue(objects.As[alias](self).params), nil
			}),
			getter("__value__", "", func(t *thread, self value) (value, error) { return objects.As[alias](self).val.get(t, objects.None) }),
			getter("__module__", "", func(t *thread, self value) (value, error) { return objects.As[alias](self).module, nil }),
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", Fn: func(t *thread, self value, args []value) (value, error) { return objects.As[alias](self).name, nil }}}
	}
	typ.Traverse = func(v value, visit func(value)) {
		a := objects.As[alias](v)
		native.Visit(visit, a.name, a.module, a.val.v, a.val.eval)
		visit(objects.ToValue(a.params))
	}
}

func initGeneric() {
	typ := &genericType
	typ.Name, typ.Module = "Generic", "typing"
	typ.Doc = "The base class of generic classes.\n\nA class with type parameters, as in class C[T], has it without saying so."
	typ.Flags = objects.FlagBase | objects.FlagMutable
	forward := func(name string) objects.CallFunc {
		return func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
			return callTypingKw(t, name, append([]value{self}, args...), kw)
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "__class_getitem__", Kind: objects.ClassFunc, Sig: "*args, **kwargs", NoSig: true, Doc: "Return the class with arguments for its type parameters.", Raw: forward("_generic_class_getitem")},
			{Name: "__init_subclass__", Kind: objects.ClassFunc, Sig: "*args, **kwargs", NoSig: true, Doc: "Find out the type parameters of a subclass.", Raw: forward("_generic_init_subclass")},
		}
	}
}
