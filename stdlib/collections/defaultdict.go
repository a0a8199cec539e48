package collections

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var defaultDictType, getterType objects.Type

// defaultDict is a dict that makes the values of missing keys.
type defaultDict struct {
	objects.Dict
	factory value // zero or None: none
}

func missing(t *thread, self value, args []value) (value, error) {
	d := objects.As[defaultDict](self)
	if !native.Given(d.factory) {
		return value{}, objects.KeyError(args[0])
	}
	key := args[0]
	v, err := objects.Call0(t, d.factory)
	if err != nil {
		return value{}, err
	}
	return v, objects.SetItem(t, self, key, v)
}

func defaultDictRepr(t *thread, self value) (value, error) {
	d := objects.As[defaultDict](self)
	base, err := objects.DictType.Repr(t, self)
	if err != nil {
		return value{}, err
	}
	factory := "None"
	if native.Given(d.factory) {
		if t.EnterRepr(objects.ToValue(&d.factory)) {
			factory = "..."
		} else {
			factory, err = objects.ReprString(t, d.factory)
			t.LeaveRepr(objects.ToValue(&d.factory))
			if err != nil {
				return value{}, err
			}
		}
	}
	s, _ := objects.StrOf(base)
	return native.Str(objects.TypeOf(self).Name + "(" + factory + ", " + s.String() + ")"), nil
}

func defaultDictCopy(t *thread, self value, args []value) (value, error) {
	return objects.Call2(t, objects.ToValue(objects.TypeOf(self)), native.None(objects.As[defaultDict](self).factory), self)
}

func initDefaultDict() {
	typ := &defaultDictType
	typ.Name, typ.Module, typ.Base = "defaultdict", "collections", &objects.DictType
	typ.Doc = "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nA key that is missing gets the result of default_factory() as its value. Further arguments are those of dict."
	typ.Flags = objects.FlagBase | objects.FlagDictSub | objects.FlagWeakrefs
	objects.Layout[defaultDict](typ)
	typ.Init = func(t *thread, self value, args []value, kw *objects.Tuple) error {
		d := objects.As[defaultDict](self)
		var factory value
		if len(args)-kw.Len() > 0 {
			if factory = args[0]; factory != objects.None && !objects.Callable(factory) {
				return objects.TypeErrorf("first argument must be callable or None")
			}
			args = args[1:]
		}
		d.factory = factory
		return objects.DictType.Init(t, self, args, kw)
	}
	typ.Repr = defaultDictRepr
	typ.Number.Binary[objects.OpOr] = func(t *thread, a, b value) (value, error) {
		self, other := a, b
		if !objects.IsInstance(a, typ) {
			self, other = b, a
		}
		if _, ok := objects.DictOf(other); !ok {
			return objects.NotImplemented, nil
		}
		r, err := objects.Call2(t, objects.ToValue(objects.TypeOf(self)), native.None(objects.As[defaultDict](self).factory), a)
		if err != nil {
			return value{}, err
		}
		return r, objects.DictUpdate(t, objects.As[objects.Dict](r), b)
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "__missing__", Sig: "key, /", NoSig: true, Doc: "__missing__(key)\n\nd[key] of an absent key: store default_factory() under it and return that; without a factory, raise KeyError.\n", Fn: missing},
			{Name: "copy", NoSig: true, Doc: "D.copy() -> another defaultdict with the same factory and items", Fn: defaultDictCopy},
			{Name: "__copy__", NoSig: true, Doc: "D.copy() -> another defaultdict with the same factory and items", Fn: defaultDictCopy},
			{Name: "__reduce__", NoSig: true, Doc: "Return what pickle needs.", Fn: func(t *thread, self value, args []value) (value, error) {
				ctor := native.Tuple()
				if f := objects.As[defaultDict](self).factory; native.Given(f) {
					ctor = native.Tuple(f)
				}
				items, err := objects.CallMethod(t, self, objects.Intern("items"))
				if err != nil {
					return value{}, err
				}
				it, err := objects.Iter(t, items)
				if err != nil {
					return value{}, err
				}
				return native.Tuple(objects.ToValue(objects.TypeOf(self)), ctor, objects.None, objects.None, it), nil
			}},
			native.ClassGetitem(),
		}
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "default_factory", Doc: "called without arguments for the value of a missing key, or None",
			Offset: unsafe.Offsetof(defaultDict{}.factory), Optional: true}}
	}
	typ.Traverse = func(v value, visit func(value)) {
		if f := objects.DictType.Traverse; f != nil {
			f(v, visit)
		}
		native.Visit(visit, objects.As[defaultDict](v).factory)
	}
}

// tupleGetter is the descriptor of a field of a named tuple.
type tupleGetter struct {
	head
	index int
	doc   value
}

func initTupleGetter() {
	typ := &getterType
	typ.Name, typ.Module = "_tuplegetter", "_collections"
	objects.Layout[tupleGetter](typ)
	typ.New = objects.NewBound("_tuplegetter", "index, doc, /", func(t *thread, typ *objects.Type, args []value) (value, error) {
		i, err := objects.IndexInt(t, args[0], &objects.OverflowErrorType)
		if err != nil {
			return value{}, err
		}
		v := typ.NewInstance()
		g := objects.As[tupleGetter](v)
		g.index, g.doc = i, args[1]
		return v, nil
	})
	typ.DescrGet = func(t *thread, self, obj value, owner *objects.Type) (value, error) {
		if obj.IsZero() || obj == objects.None {
			return self, nil
		}
		g := objects.As[tupleGetter](self)
		p, ok := objects.TupleOf(obj)
		if !ok {
			return value{}, objects.TypeErrorf("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.index, objects.TypeOf(obj))
		}
		if uint(g.index) >= uint(p.Len()) {
			return value{}, objects.IndexErrorf("tuple index out of range")
		}
		return p.Item(g.index), nil
	}
	typ.DescrSet = func(t *thread, self, obj, v value) error {
		what := "can't set attribute"
		if v.IsZero() {
			what = "can't delete attribute"
		}
		return objects.Errorf(&objects.AttributeErrorType, "%s", what)
	}
	typ.Repr = func(t *thread, self value) (value, error) {
		g := objects.As[tupleGetter](self)
		i, _ := objects.ReprString(t, objects.Int(int64(g.index)))
		d, err := objects.ReprString(t, g.doc)
		return native.Str("_tuplegetter(" + i + ", " + d + ")"), err
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "__doc__", Offset: unsafe.Offsetof(tupleGetter{}.doc)}}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
			g := objects.As[tupleGetter](self)
			return native.Tuple(objects.ToValue(objects.TypeOf(self)), native.Tuple(objects.Int(int64(g.index)), g.doc)), nil
		}}}
	}
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[tupleGetter](v).doc) }
}
