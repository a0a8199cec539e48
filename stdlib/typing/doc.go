// Package typing is the module _typing: type parameters, type aliases and Generic, which the syntax of PEP 695 makes
// without importing the typing module. Their rarer operations (unions, substitution) call functions of that module.
package typing

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	head   = objects.Head
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_typing",
	Doc:  "The native part of the module typing.\n",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "_idfunc", Sig: "x, /", Fn: func(t *thread, self value, args []value) (value, error) { return args[0], nil }}}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if typeVarType.Name == "" {
			initNoDefault()
			initParameters()
			initParamSpecParts()
			initAlias()
			initGeneric()
			objects.H.TypeParam = makeParameter
		}
		for _, typ := range [...]*objects.Type{&typeVarType, &paramSpecType, &typeVarTupleType, &paramSpecArgsType, &paramSpecKwargsType,
			&aliasType, &genericType} {
			native.Export(m, typ)
		}
		m.Set("NoDefault", noDefault)
		return nil
	},
}

// callTyping calls a function of the typing module.
func callTyping(t *thread, name string, args ...value) (value, error) {
	return callTypingKw(t, name, args, nil)
}

func callTypingKw(t *thread, name string, args []value, kw *objects.Tuple) (value, error) {
	fn, err := typingAttr(t, name)
	if err != nil {
		return value{}, err
	}
	return objects.Call(t, fn, append([]value(nil), args...), kw)
}

func typingAttr(t *thread, name string) (value, error) {
	mod, err := objects.H.Import(t, "typing", objects.NewTuple(native.Str(name)), 0, nil)
	if err != nil {
		return value{}, err
	}
	return objects.GetAttrString(t, mod, name)
}

// union is X | Y with a type parameter on either side.
func union(t *thread, a, b value) (value, error) { return callTyping(t, "_make_union", a, b) }

// callerModule is the name of the module whose code runs, None where there is none.
func callerModule(t *thread) value {
	if t.Cur == nil || t.Cur.Fn == nil || t.Cur.Fn.Globals == nil {
		return objects.None
	}
	return native.None(t.Cur.Fn.Globals.GetStr(objects.Intern("__name__")))
}

// lazy is a value, or the function that evaluates it when it is first asked for.
type lazy struct{ v, eval value }

func (l *lazy) get(t *thread, def value) (value, error) {
	if l.v.IsZero() && !l.eval.IsZero() {
		v, err := objects.Call0(t, l.eval)
		if err != nil {
			return value{}, err
		}
		l.v = v
	}
	return native.Or(l.v, def), nil
}

func getter(name, doc string, f func(t *thread, self value) (value, error)) objects.GetSetDef {
	return objects.GetSetDef{Name: name, Doc: doc, Get: f}
}

var (
	noDefaultType objects.Type
	noDefault     value
)

func initNoDefault() {
	typ := &noDefaultType
	typ.Name, typ.Doc = "NoDefaultType", "The type of NoDefault."
	objects.Layout[head](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if len(args) > 0 {
			return value{}, objects.TypeErrorf("NoDefaultType takes no arguments")
		}
		return noDefault, nil
	}
	typ.Repr = func(t *thread, self value) (value, error) { return native.Str("typing.NoDefault"), nil }
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			return native.Str("NoDefault"), nil
		}}}
	}
	objects.NewType(typ)
	noDefault = typ.NewInstance()
}
