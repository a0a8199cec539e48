package operator

import (
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var itemGetterType, attrGetterType, methodCallerType objects.Type

// getter fetches one thing or several: the items of keys, or the attributes of paths.
type getter struct {
	head
	keys  *objects.Tuple
	paths [][]*objects.Str // attrgetter: the names of a dotted path
}

func oneArgument(name string, args []value, kw *objects.Tuple) error {
	if err := objects.NoKeywords(name, kw); err != nil {
		return err
	}
	if len(args) != 1 {
		return objects.CountError(name, len(args), 1, 1, false)
	}
	return nil
}

func newGetter(typ *objects.Type, args []value) (value, *getter) {
	v := typ.NewInstance()
	g := objects.As[getter](v)
	g.keys = objects.NewTuple(args...)
	return v, g
}

func getterRepr(t *thread, self value) (value, error) {
	if t.EnterRepr(self) {
		return native.Str(objects.TypeOf(self).FullName() + "(...)"), nil
	}
	defer t.LeaveRepr(self)
	var parts []string
	for _, k := range objects.As[getter](self).keys.Items() {
		s, err := objects.ReprString(t, k)
		if err != nil {
			return value{}, err
		}
		parts = append(parts, s)
	}
	return native.Str(objects.TypeOf(self).FullName() + "(" + strings.Join(parts, ", ") + ")"), nil
}

// several gives what get returns for each key: itself where there is one, else a tuple.
func (g *getter) several(get func(i int) (value, error)) (value, error) {
	if g.keys.Len() == 1 {
		return get(0)
	}
	r := objects.MakeTuple(g.keys.Len())
	for i := range r.Items() {
		v, err := get(i)
		if err != nil {
			return value{}, err
		}
		r.Items()[i] = v
	}
	return objects.ToValue(r), nil
}

func getterMethods() []objects.FuncDef {
	return []objects.FuncDef{{Name: "__reduce__", NoSig: true, Doc: "Return what pickle needs.", Fn: func(t *thread, self value, args []value) (value, error) {
		return native.Tuple(objects.ToValue(objects.TypeOf(self)), objects.ToValue(objects.As[getter](self).keys)), nil
	}}}
}

func traverseGetter(v value, visit func(value)) { visit(objects.ToValue(objects.As[getter](v).keys)) }

func initItemGetter() {
	typ := &itemGetterType
	typ.Name, typ.Module = "itemgetter", "operator"
	typ.Doc = "itemgetter(2) is a function that returns x[2] of its argument x, itemgetter(2, 5) one that returns (x[2], x[5])."
	objects.Layout[getter](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if err := objects.NoKeywords("itemgetter", kw); err != nil {
			return value{}, err
		}
		if len(args) == 0 {
			return value{}, objects.CountError("itemgetter", 0, 1, 1, false)
		}
		v, _ := newGetter(typ, args)
		return v, nil
	}
	typ.Call = func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		if err := oneArgument("itemgetter", args, kw); err != nil {
			return value{}, err
		}
		g := objects.As[getter](self)
		obj := args[0]
		if g.keys.Len() == 1 {
			key := g.keys.Item(0)
			if key.IsInline() && objects.Is(obj, &objects.TupleType) {
				items := objects.As[objects.Tuple](obj).Items()
				if i := key.Inline(); i >= 0 && i < int64(len(items)) {
					return items[i], nil
				}
			}
			return objects.GetItem(t, obj, key)
		}
		return g.several(func(i int) (value, error) { return objects.GetItem(t, obj, g.keys.Item(i)) })
	}
	typ.Repr, typ.Methods, typ.Traverse = getterRepr, getterMethods, traverseGetter
}

func initAttrGetter() {
	typ := &attrGetterType
	typ.Name, typ.Module = "attrgetter", "operator"
	typ.Doc = "attrgetter('name') is a function that returns x.name of its argument x; several names make it return a tuple.\n\nA name may have dots: attrgetter('name.first') returns x.name.first."
	objects.Layout[getter](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if err := objects.NoKeywords("attrgetter", kw); err != nil {
			return value{}, err
		}
		if len(args) == 0 {
			return value{}, objects.CountError("attrgetter", 0, 1, 1, false)
		}
		var paths [][]*objects.Str
		for _, a := range args {
			s, ok := objects.StrOf(a)
			if !ok {
				return value{}, objects.TypeErrorf("attribute name must be a string")
			}
			var path []*objects.Str
			for part := range strings.SplitSeq(s.String(), ".") {
				path = append(path, objects.Intern(part))
			}
			paths = append(paths, path)
		}
		v, g := newGetter(typ, args)
		g.paths = paths
		return v, nil
	}
	typ.Call = func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		if err := oneArgument("attrgetter", args, kw); err != nil {
			return value{}, err
		}
		g := objects.As[getter](self)
		obj := args[0]
		return g.several(func(i int) (value, error) {
			v := obj
			for _, name := range g.paths[i] {
				var err error
				if v, err = objects.GetAttr(t, v, name); err != nil {
					return value{}, err
				}
			}
			return v, nil
		})
	}
	typ.Repr, typ.Methods, typ.Traverse = getterRepr, getterMethods, traverseGetter
}

// methodCaller calls a method of its operand with fixed arguments.
type methodCaller struct {
	head
	name *objects.Str
	args []value // the values of keywords last
	kw   *objects.Tuple
}

func methodCallerRepr(t *thread, self value) (value, error) {
	m := objects.As[methodCaller](self)
	name := objects.TypeOf(self).FullName()
	if t.EnterRepr(self) {
		return native.Str(name + "(...)"), nil
	}
	defer t.LeaveRepr(self)
	parts := []string{objects.ReprStr(m.name)}
	npos := len(m.args) - m.kw.Len()
	for i, a := range m.args {
		s, err := objects.ReprString(t, a)
		if err != nil {
			return value{}, err
		}
		if i >= npos {
			s = objects.As[objects.Str](m.kw.Item(i-npos)).String() + "=" + s
		}
		parts = append(parts, s)
	}
	return native.Str(name + "(" + strings.Join(parts, ", ") + ")"), nil
}

func methodCallerReduce(t *thread, self value, args []value) (value, error) {
	m := objects.As[methodCaller](self)
	cls := objects.ToValue(objects.TypeOf(self))
	npos := len(m.args) - m.kw.Len()
	pos := append([]value{m.name.Value()}, m.args[:npos]...)
	if m.kw.Len() == 0 {
		return native.Tuple(cls, native.Tuple(pos...)), nil
	}
	partial, err := objects.H.Import(t, "functools", objects.NewTuple(native.Str("partial")), 0, nil)
	if err == nil {
		partial, err = objects.GetAttrString(t, partial, "partial")
	}
	if err != nil {
		return value{}, err
	}
	all := append([]value{cls, m.name.Value()}, m.args[npos:]...)
	fn, err := objects.Call(t, partial, all, m.kw)
	if err != nil {
		return value{}, err
	}
	return native.Tuple(fn, native.Tuple(m.args[:npos]...)), nil
}

func initMethodCaller() {
	typ := &methodCallerType
	typ.Name, typ.Module = "methodcaller", "operator"
	typ.Doc = "methodcaller('name', 1, key=2) is a function that returns x.name(1, key=2) of its argument x."
	objects.Layout[methodCaller](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if len(args)-kw.Len() < 1 {
			return value{}, objects.TypeErrorf("methodcaller needs at least one argument, the method name")
		}
		name, ok := objects.StrOf(args[0])
		if !ok {
			return value{}, objects.TypeErrorf("method name must be a string")
		}
		v := typ.NewInstance()
		m := objects.As[methodCaller](v)
		m.name, m.args, m.kw = objects.InternStr(name), append([]value(nil), args[1:]...), kw
		return v, nil
	}
	typ.Call = func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		if err := oneArgument("methodcaller", args, kw); err != nil {
			return value{}, err
		}
		m := objects.As[methodCaller](self)
		obj := args[0]
		fn, bound, err := objects.GetMethod(t, obj, m.name)
		if err != nil {
			return value{}, err
		}
		if fn.IsZero() {
			return value{}, objects.AttributeError(obj, m.name)
		}
		if bound {
			return objects.CallWith(t, fn, obj, m.args, m.kw)
		}
		return objects.Call(t, fn, append([]value(nil), m.args...), m.kw)
	}
	typ.Repr = methodCallerRepr
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", NoSig: true, Doc: "Return what pickle needs.", Fn: methodCallerReduce}}
	}
	typ.Traverse = func(v value, visit func(value)) {
		m := objects.As[methodCaller](v)
		native.Visit(visit, m.args...)
	}
}
