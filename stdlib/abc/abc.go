// Package abc is the module _abc: the caches behind abc.ABCMeta.
package abc

import (
	"weak"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// classSet is a set of classes that does not keep them alive.
type classSet map[weak.Pointer[objects.Type]]struct{}

func (s classSet) has(c *objects.Type) bool {
	if len(s) == 0 {
		return false
	}
	_, ok := s[weak.Make(c)]
	return ok
}

func (s *classSet) add(c *objects.Type) {
	if *s == nil {
		*s = classSet{}
	}
	(*s)[weak.Make(c)] = struct{}{}
}

// data is what an abstract base class keeps: the classes registered with it, and the answers given so far.
//
// Concurrency: without the global lock each would have a lock of its own.
type data struct {
	objects.Head
	registry, cache, negative classSet
	// negativeVersion is the value of invalidation for which negative holds.
	negativeVersion uint64
}

var dataType objects.Type

// invalidation grows with each register(): negative answers from before are void.
var invalidation uint64

var names struct {
	impl, class, subclasscheck, subclasshook, abstractmethods, isabstract, tpflags *objects.Str
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_abc",
	Doc:     "The machinery of abc.ABCMeta: which classes are registered, and which answers of issubclass() are already known.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if dataType.Name == "" {
			dataType.Name, dataType.Module = "_abc_data", "_abc"
			dataType.Doc = "What an abstract base class remembers."
			dataType.Flags = objects.FlagNoInstantiate
			objects.Layout[data](&dataType)
			objects.NewType(&dataType)
			for _, n := range []struct {
				p    **objects.Str
				name string
			}{{&names.impl, "_abc_impl"}, {&names.class, "__class__"}, {&names.subclasscheck, "__subclasscheck__"},
				{&names.subclasshook, "__subclasshook__"}, {&names.abstractmethods, "__abstractmethods__"},
				{&names.isabstract, "__isabstractmethod__"}, {&names.tpflags, "__abc_tpflags__"}} {
				*n.p = objects.Intern(n.name)
			}
		}
		return nil
	},
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "get_cache_token", Doc: "Return a number that changes with every registration of a class.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Int(int64(invalidation)), nil
		}},
		{Name: "_abc_init", Sig: "self, /", Doc: "Prepare a new abstract base class: collect its abstract methods and give it empty caches.", Fn: initClass},
		{Name: "_abc_register", Sig: "self, subclass, /", Doc: "Make subclass a virtual subclass of self and return it.", Fn: register},
		{Name: "_abc_instancecheck", Sig: "self, instance, /", Doc: "Answer isinstance(instance, self).", Fn: instanceCheck},
		{Name: "_abc_subclasscheck", Sig: "self, subclass, /", Doc: "Answer issubclass(subclass, self).", Fn: subclassCheck},
		{Name: "_get_dump", Sig: "self, /", Doc: "Return the registry, the two caches and the version of the negative one, to look at while debugging.", Fn: dump},
		{Name: "_reset_registry", Sig: "self, /", Doc: "Forget the classes registered with self.", Fn: func(t *thread, self value, args []value) (value, error) {
			d, err := dataOf(t, args[0])
			if err == nil {
				d.registry = nil
			}
			return objects.None, err
		}},
		{Name: "_reset_caches", Sig: "self, /", Doc: "Forget the answers that self has given so far.", Fn: func(t *thread, self value, args []value) (value, error) {
			d, err := dataOf(t, args[0])
			if err == nil {
				d.cache, d.negative = nil, nil
			}
			return objects.None, err
		}},
	}
}

// dataOf returns the data of an abstract base class.
func dataOf(t *thread, cls value) (*data, error) {
	v := value{}
	if typ, ok := objects.TypeFrom(cls); ok {
		v = typ.Lookup(names.impl)
	}
	if v.IsZero() {
		var err error
		if v, err = objects.GetAttr(t, cls, names.impl); err != nil {
			return nil, err
		}
	}
	if !objects.Is(v, &dataType) {
		return nil, objects.TypeErrorf("_abc_impl is set to a wrong type")
	}
	return objects.As[data](v), nil
}

// isAbstract reports whether an attribute of a class is an abstract method.
func isAbstract(t *thread, v value) (bool, error) {
	if objects.Is(v, &objects.FunctionType) {
		// Most attributes: a function that no decorator has marked has no such attribute.
		found := value{}
		if a, err := objects.FindAttr(t, v, names.isabstract); err != nil {
			return false, err
		} else if found = a; found.IsZero() {
			return false, nil
		}
		return objects.Truth(t, found)
	}
	a, err := objects.FindAttr(t, v, names.isabstract)
	if err != nil || a.IsZero() {
		return false, err
	}
	return objects.Truth(t, a)
}

func initClass(t *thread, self value, args []value) (value, error) {
	typ, ok := objects.TypeFrom(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("_abc_init() argument must be a class")
	}
	var abstract []value
	dict := typ.Dict()
	for i := 0; ; {
		k, v, next, ok := dict.NextEntry(i)
		if !ok {
			break
		}
		i = next
		yes, err := isAbstract(t, v)
		if err != nil {
			return value{}, err
		}
		if yes {
			abstract = append(abstract, k)
		}
	}
	for _, b := range typ.Bases.Items() {
		base, ok := objects.TypeFrom(b)
		if !ok || base.Flags&objects.FlagHeap == 0 {
			continue
		}
		inherited, err := objects.FindAttr(t, b, names.abstractmethods)
		if err != nil {
			return value{}, err
		}
		if inherited.IsZero() {
			continue
		}
		err = objects.Each(t, inherited, func(k value) error {
			name, ok := objects.StrOf(k)
			if !ok {
				return nil
			}
			v, err := objects.FindAttr(t, args[0], objects.InternStr(name))
			if err != nil || v.IsZero() {
				return err
			}
			yes, err := isAbstract(t, v)
			if yes {
				abstract = append(abstract, k)
			}
			return err
		})
		if err != nil {
			return value{}, err
		}
	}
	set := objects.NewFrozenset(t, abstract)
	if err := objects.SetAttr(t, args[0], names.abstractmethods, set); err != nil {
		return value{}, err
	}
	objects.SetTypeAttr(typ, names.impl, objects.ToValue(&data{Head: objects.MakeHead(&dataType)}))
	// The classes of collections.abc say so whether their subclasses match patterns of sequences or mappings.
	if flags := dict.GetStr(names.tpflags); !flags.IsZero() {
		const sequence, mapping = 1 << 5, 1 << 6
		n, ok := objects.Int64Of(flags)
		if !ok {
			return objects.None, nil
		}
		if n&(sequence|mapping) == sequence|mapping {
			return value{}, objects.TypeErrorf("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
		}
		if n&sequence != 0 {
			typ.Flags |= objects.FlagSequence
		}
		if n&mapping != 0 {
			typ.Flags |= objects.FlagMapping
		}
		dict.DeleteStr(names.tpflags)
	}
	return objects.None, nil
}

// setCollection passes the pattern flags of a class on to a registered class and what derives from it.
func setCollection(typ *objects.Type, flags objects.TypeFlags) {
	const both = objects.FlagSequence | objects.FlagMapping
	if typ.Flags&objects.FlagHeap != 0 {
		typ.Flags = typ.Flags&^both | flags
	}
	typ.Subclasses(func(sub *objects.Type) { setCollection(sub, flags) })
}

func register(t *thread, self value, args []value) (value, error) {
	sub, ok := objects.TypeFrom(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("Can only register classes")
	}
	if yes, err := objects.IsSubclassOf(t, args[1], args[0]); err != nil || yes {
		return args[1], err
	}
	yes, err := objects.IsSubclassOf(t, args[0], args[1])
	if err != nil {
		return value{}, err
	}
	if yes {
		return value{}, objects.RuntimeErrorf("Refusing to create an inheritance cycle")
	}
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	d.registry.add(sub)
	invalidation++
	if typ, ok := objects.TypeFrom(args[0]); ok {
		if f := typ.Flags & (objects.FlagSequence | objects.FlagMapping); f != 0 {
			setCollection(sub, f)
		}
	}
	return args[1], nil
}

func instanceCheck(t *thread, self value, args []value) (value, error) {
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	cls, err := objects.GetAttr(t, args[1], names.class)
	if err != nil {
		return value{}, err
	}
	typ, isType := objects.TypeFrom(cls)
	if isType && d.cache.has(typ) {
		return objects.True, nil
	}
	subtype := objects.TypeOf(args[1])
	if isType && subtype == typ {
		if d.negativeVersion == invalidation && d.negative.has(typ) {
			return objects.False, nil
		}
		return objects.CallMethod(t, args[0], names.subclasscheck, cls)
	}
	r, err := objects.CallMethod(t, args[0], names.subclasscheck, cls)
	if err != nil {
		return value{}, err
	}
	if yes, err := objects.Truth(t, r); err != nil || yes {
		return r, err
	}
	return objects.CallMethod(t, args[0], names.subclasscheck, objects.ToValue(subtype))
}

func subclassCheck(t *thread, self value, args []value) (value, error) {
	sub, ok := objects.TypeFrom(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("issubclass() arg 1 must be a class")
	}
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	if d.cache.has(sub) {
		return objects.True, nil
	}
	if d.negativeVersion < invalidation {
		d.negative, d.negativeVersion = nil, invalidation
	} else if d.negative.has(sub) {
		return objects.False, nil
	}
	yes := func() (value, error) {
		d.cache.add(sub)
		return objects.True, nil
	}
	hook, err := objects.CallMethod(t, args[0], names.subclasshook, args[1])
	if err != nil {
		return value{}, err
	}
	switch hook {
	case objects.True:
		return yes()
	case objects.False:
		d.negative.add(sub)
		return objects.False, nil
	case objects.NotImplemented:
	default:
		return value{}, objects.Errorf(&objects.AssertionErrorType, "__subclasshook__ must return either False, True, or NotImplemented")
	}
	if typ, ok := objects.TypeFrom(args[0]); ok && sub.IsSubtype(typ) {
		return yes()
	}
	// The sets may change while Python code runs.
	var registered []*objects.Type
	for w := range d.registry {
		if c := w.Value(); c != nil {
			registered = append(registered, c)
		} else {
			delete(d.registry, w)
		}
	}
	for _, c := range registered {
		if c == sub {
			return yes()
		}
	}
	for _, c := range registered {
		ok, err := objects.IsSubclassOf(t, args[1], objects.ToValue(c))
		if err != nil {
			return value{}, err
		}
		if ok {
			return yes()
		}
	}
	list, err := objects.CallMethod(t, args[0], objects.Intern("__subclasses__"))
	if err != nil {
		return value{}, err
	}
	if _, ok := objects.ListOf(list); !ok {
		return value{}, objects.TypeErrorf("__subclasses__() must return a list")
	}
	found := false
	err = objects.Each(t, list, func(c value) error {
		if found {
			return nil
		}
		var err error
		found, err = objects.IsSubclassOf(t, args[1], c)
		return err
	})
	if err != nil {
		return value{}, err
	}
	if found {
		return yes()
	}
	d.negative.add(sub)
	return objects.False, nil
}

func dump(t *thread, self value, args []value) (value, error) {
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	refs := func(s classSet) (value, error) {
		out := objects.NewSet()
		for w := range s {
			if c := w.Value(); c != nil {
				r, err := objects.NewWeakRef(t, &objects.WeakrefType, objects.ToValue(c), value{})
				if err != nil {
					return value{}, err
				}
				if err := out.Add(t, r); err != nil {
					return value{}, err
				}
			}
		}
		return objects.ToValue(out), nil
	}
	var parts [3]value
	for i, s := range [...]classSet{d.registry, d.cache, d.negative} {
		if parts[i], err = refs(s); err != nil {
			return value{}, err
		}
	}
	return native.Tuple(parts[0], parts[1], parts[2], objects.Int(int64(d.negativeVersion))), nil
}
