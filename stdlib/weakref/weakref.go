// Package weakref is the module _weakref.
package weakref

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "_weakref", Doc: "Weak-reference support module.", Methods: methods, Exec: func(t *thread, m *objects.Module) error {
	for name, typ := range map[string]*objects.Type{"ref": &objects.WeakrefType, "ReferenceType": &objects.WeakrefType,
		"ProxyType": &objects.WeakProxyType, "CallableProxyType": &objects.WeakCallableProxyType} {
		m.Set(name, objects.ToValue(typ))
	}
	return nil
}}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "getweakrefcount", Sig: "object, /", Doc: "Return the number of weak references to 'object'.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.Int(int64(len(objects.WeakRefs(args[0])))), nil
		}},
		{Name: "getweakrefs", Sig: "object, /", Doc: "Return a list of all weak reference objects pointing to 'object'.", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.ToValue(objects.NewList(objects.WeakRefs(args[0])...)), nil
		}},
		{Name: "proxy", Sig: "object, callback=None, /", Doc: "Create a proxy object that weakly references 'object'.", Fn: func(t *thread, self value, args []value) (value, error) {
			cb := args[1]
			if cb.IsZero() {
				cb = objects.None
			}
			return objects.NewWeakProxy(t, args[0], cb)
		}},
		{Name: "_remove_dead_weakref", Sig: "dct, key, /", Doc: "Atomically remove key from dict if it points to a dead weakref.", Fn: removeDead},
	}
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
