// Package weakref is the module _weakref; the references themselves stand in package objects.
package weakref

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_weakref",
	Doc:  "References that do not keep objects alive.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "getweakrefcount", Sig: "object, /", Doc: "Return how many weak references object has.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(len(objects.WeakRefs(args[0])))), nil
			}},
			{Name: "getweakrefs", Sig: "object, /", Doc: "Return the weak references of object in a list.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.ToValue(objects.NewList(objects.WeakRefs(args[0])...)), nil
			}},
			{Name: "proxy", Sig: "object, callback=None, /", Doc: "Return what acts like object but does not keep it alive; callback, if given, is called with it when object is gone.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.NewWeakProxy(t, args[0], args[1])
			}},
			{Name: "_remove_dead_weakref", Sig: "dct, key, /", Doc: "Delete key from dct if its value is a weak reference to an object that is gone.", Fn: removeDead},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		m.Set("ref", objects.ToValue(&objects.WeakrefType))
		m.Set("ReferenceType", objects.ToValue(&objects.WeakrefType))
		m.Set("ProxyType", objects.ToValue(&objects.WeakProxyType))
		m.Set("CallableProxyType", objects.ToValue(&objects.WeakCallableProxyType))
		return nil
	},
}

func removeDead(t *thread, self value, args []value) (value, error) {
	d, ok := objects.DictOf(args[0])
	if !ok {
		return value{}, objects.TypeErrorf("_remove_dead_weakref() argument 1 must be dict, not %s", objects.TypeOf(args[0]))
	}
	v, err := d.Get(t, args[1])
	if err != nil || v.IsZero() {
		return objects.None, err
	}
	if !objects.IsInstance(v, &objects.WeakrefType) {
		return value{}, objects.TypeErrorf("not a weakref")
	}
	if objects.As[objects.WeakRef](v).Get().IsZero() {
		_, err = d.Delete(t, args[1])
	}
	return objects.None, err
}
