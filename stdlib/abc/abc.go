// Package abc is the module _abc: the registries and caches behind abc.ABCMeta.
//
// A class keeps the classes registered with it, and two caches of answers to issubclass, all weakly. Registering a class
// anywhere makes the negative caches of all classes stale, which a counter tells.
package abc

import (
	"weak"

	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "_abc", Doc: "Module contains faster C implementation of abc.ABCMeta", Methods: methods}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "get_cache_token", Doc: "Returns the current ABC cache token.", Fn: func(*thread, value, []value) (value, error) {
			return objects.Int(int64(counter)), nil
		}},
		{Name: "_abc_init", Sig: "object, /", Doc: "Internal ABC helper for class set-up. Should be never used outside abc module.", Fn: abcInit},
		{Name: "_abc_register", Sig: "self, subclass, /", Doc: "Internal ABC helper for subclasss registration. Should be never used outside abc module.", Fn: register},
		{Name: "_abc_instancecheck", Sig: "self, instance, /", Doc: "Internal ABC helper for instance checks. Should be never used outside abc module.", Fn: instanceCheck},
		{Name: "_abc_subclasscheck", Sig: "self, subclass, /", Doc: "Internal ABC helper for subclasss checks. Should be never used outside abc module.", Fn: subclassCheckFn},
		{Name: "_get_dump", Sig: "self, /", Doc: "Internal ABC helper for cache and registry debugging.", Fn: getDump},
		{Name: "_reset_registry", Sig: "self, /", Doc: "Internal ABC helper to reset registry of a given class.", Fn: func(t *thread, self value, args []value) (value, error) {
			d, err := dataOf(t, args[0])
			if err == nil {
				d.registry = nil
			}
			return objects.None, err
		}},
		{Name: "_reset_caches", Sig: "self, /", Doc: "Internal ABC helper to reset both caches of a given class.", Fn: func(t *thread, self value, args []value) (value, error) {
			d, err := dataOf(t, args[0])
			if err == nil {
				d.cache, d.negative = nil, nil
			}
			return objects.None, err
		}},
	}
}

// counter grows with each registration.
var counter uint64

// classSet is a set of classes that does not keep them alive.
type classSet map[weak.Pointer[objects.Type]]struct{}

func (s *classSet) add(c *objects.Type) {
	if *s == nil {
		*s = classSet{}
	}
	(*s)[weak.Make(c)] = struct{}{}
}

func (s classSet) has(c *objects.Type) bool {
	_, ok := s[weak.Make(c)]
	return ok
}

// data is what a class keeps under _abc_impl.
type data struct {
	objects.Head
	registry, cache, negative classSet
	version                   uint64 // of the negative cache
}

var dataType objects.Type

func newData() *data {
	if dataType.Name == "" {
		dataType.Name, dataType.Module = "_abc_data", "_abc"
		objects.Layout[data](&dataType)
		objects.NewType(&dataType)
	}
	return &data{Head: objects.MakeHead(&dataType), version: counter}
}

var strImpl = "_abc_impl"

func dataOf(t *thread, cls value) (*data, error) {
	v, err := objects.GetAttrString(t, cls, strImpl)
	if err != nil {
		return nil, err
	}
	if objects.TypeOf(v) != &dataType {
		return nil, objects.TypeErrorf("_abc_impl is set to a wrong type")
	}
	return objects.As[data](v), nil
}

// abcInit computes __abstractmethods__ and gives the class its caches.
func abcInit(t *thread, self value, args []value) (value, error) {
	cls, ok := objects.TypeFrom(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("_abc_init() argument must be a type")
	}
	abstract := objects.NewSet()
	isAbstract := func(v value) (bool, error) {
		f, err := objects.FindAttr(t, v, objects.Intern("__isabstractmethod__"))
		if err != nil || f.IsZero() {
			return false, err
		}
		return objects.Truth(t, f)
	}
	d := cls.Dict()
	for i := 0; ; {
		k, v, next, ok := d.NextEntry(i)
		if !ok {
			break
		}
		i = next
		if yes, err := isAbstract(v); err != nil {
			return value{}, err
		} else if yes {
			if err := abstract.Add(t, k); err != nil {
				return value{}, err
			}
		}
	}
	for _, b := range cls.Bases.Items() {
		names, err := objects.FindAttr(t, b, objects.Intern("__abstractmethods__"))
		if err != nil {
			return value{}, err
		}
		if names.IsZero() {
			continue
		}
		err = objects.Each(t, names, func(k value) error {
			name, ok := objects.StrOf(k)
			if !ok {
				return nil
			}
			v, err := objects.FindAttr(t, args[0], objects.InternStr(name))
			if err != nil || v.IsZero() {
				return err
			}
			if yes, err := isAbstract(v); err != nil {
				return err
			} else if yes {
				return abstract.Add(t, k)
			}
			return nil
		})
		if err != nil {
			return value{}, err
		}
	}
	names := objects.NewFrozenset(t, objects.SetItems(objects.ToValue(abstract)))
	if err := objects.SetAttr(t, args[0], objects.Intern("__abstractmethods__"), names); err != nil {
		return value{}, err
	}
	objects.SetTypeAttr(cls, objects.Intern(strImpl), objects.ToValue(newData()))
	// collections.abc marks what sequence and mapping patterns match.
	flags := objects.Intern("__abc_tpflags__")
	if v := d.GetStr(flags); !v.IsZero() && v.IsInline() {
		const sequence, mapping = 1 << 5, 1 << 6
		switch n := v.Inline(); {
		case n&sequence != 0 && n&mapping != 0:
			return value{}, objects.TypeErrorf("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING")
		case n&sequence != 0:
			cls.Flags |= objects.FlagSequence
		case n&mapping != 0:
			cls.Flags |= objects.FlagMapping
		}
		d.DeleteStr(flags)
	}
	return objects.None, nil
}

func register(t *thread, self value, args []value) (value, error) {
	sub, ok := objects.TypeFrom(args[1])
	if !ok {
		return value{}, objects.TypeErrorf("Can only register classes")
	}
	is, err := objects.IsSubclassOf(t, args[1], args[0])
	if err != nil || is {
		return args[1], err
	}
	cyclic, err := objects.IsSubclassOf(t, args[0], args[1])
	if err != nil {
		return value{}, err
	}
	if cyclic {
		return value{}, objects.RuntimeErrorf("Refusing to create an inheritance cycle")
	}
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	d.registry.add(sub)
	counter++
	if cls, ok := objects.TypeFrom(args[0]); ok {
		markCollection(sub, cls.Flags&(objects.FlagSequence|objects.FlagMapping))
	}
	return args[1], nil
}

// markCollection makes a registered class, and those derived from it, match the patterns of its abstract class.
func markCollection(c *objects.Type, flags objects.TypeFlags) {
	if flags == 0 || c.Flags&objects.FlagImmutable != 0 {
		return
	}
	c.Flags |= flags
	c.Subclasses(func(s *objects.Type) { markCollection(s, flags) })
}

func instanceCheck(t *thread, self value, args []value) (value, error) {
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	sub, err := objects.GetAttrString(t, args[1], "__class__")
	if err != nil {
		return value{}, err
	}
	if c, ok := objects.TypeFrom(sub); ok && d.cache.has(c) {
		return objects.True, nil
	}
	typ := objects.TypeOf(args[1])
	check := objects.Intern("__subclasscheck__")
	if sub == objects.ToValue(typ) {
		if d.version == counter && d.negative.has(typ) {
			return objects.False, nil
		}
		return objects.CallMethod(t, args[0], check, sub)
	}
	r, err := objects.CallMethod(t, args[0], check, sub)
	if err != nil {
		return value{}, err
	}
	if yes, err := objects.Truth(t, r); err != nil || yes {
		return r, err
	}
	return objects.CallMethod(t, args[0], check, objects.ToValue(typ))
}

func subclassCheckFn(t *thread, self value, args []value) (value, error) {
	yes, err := subclassCheck(t, args[0], args[1])
	return objects.Bool(yes), err
}

func subclassCheck(t *thread, self, subclass value) (bool, error) {
	sub, ok := objects.TypeFrom(subclass)
	if !ok {
		return false, objects.TypeErrorf("issubclass() arg 1 must be a class")
	}
	d, err := dataOf(t, self)
	if err != nil {
		return false, err
	}
	if d.cache.has(sub) {
		return true, nil
	}
	if d.version < counter {
		d.negative = nil
		d.version = counter
	} else if d.negative.has(sub) {
		return false, nil
	}
	r, err := objects.CallMethod(t, self, objects.Intern("__subclasshook__"), subclass)
	if err != nil {
		return false, err
	}
	switch r {
	case objects.True:
		d.cache.add(sub)
		return true, nil
	case objects.False:
		d.negative.add(sub)
		return false, nil
	case objects.NotImplemented:
	default:
		return false, objects.Errorf(&objects.AssertionErrorType, "__subclasshook__ must return either False, True, or NotImplemented")
	}
	if cls, ok := objects.TypeFrom(self); ok && sub.IsSubtype(cls) {
		d.cache.add(sub)
		return true, nil
	}
	var registered []*objects.Type
	for w := range d.registry {
		if c := w.Value(); c != nil {
			if c == sub {
				d.cache.add(sub)
				return true, nil
			}
			registered = append(registered, c)
		}
	}
	for _, c := range registered {
		yes, err := objects.IsSubclassOf(t, subclass, objects.ToValue(c))
		if err != nil {
			return false, err
		}
		if yes {
			d.cache.add(sub)
			return true, nil
		}
	}
	subs, err := objects.CallMethod(t, self, objects.Intern("__subclasses__"))
	if err != nil {
		return false, err
	}
	found := false
	err = objects.Each(t, subs, func(c value) error {
		if found {
			return nil
		}
		yes, err := objects.IsSubclassOf(t, subclass, c)
		found = yes
		return err
	})
	if err != nil {
		return false, err
	}
	if found {
		d.cache.add(sub)
	} else {
		d.negative.add(sub)
	}
	return found, nil
}

func getDump(t *thread, self value, args []value) (value, error) {
	d, err := dataOf(t, args[0])
	if err != nil {
		return value{}, err
	}
	set := func(s classSet) value {
		var items []value
		for w := range s {
			if c := w.Value(); c != nil {
				items = append(items, objects.ToValue(c))
			}
		}
		v, _ := objects.NewSetOf(t, items)
		return v
	}
	return objects.ToValue(objects.NewTuple(set(d.registry), set(d.cache), set(d.negative), objects.Int(int64(d.version)))), nil
}
