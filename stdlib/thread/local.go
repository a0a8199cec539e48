package thread

import (
	"weak"

	"github.com/adder-lang/adder/objects"
)

var localType objects.Type

// local is a threading.local: a dictionary for each thread that uses it.
type local struct {
	objects.Head
	dicts map[*thread]*objects.Dict
	args  []value
	kw    *objects.Tuple
}

// used lists the locals that hold a dictionary for a thread, so that its end can drop them.
var used map[*thread][]weak.Pointer[local]

// dict returns the dictionary of the running thread; in a thread that uses the object first, __init__ runs again.
func (l *local) dict(t *thread) (*objects.Dict, error) {
	if d := l.dicts[t]; d != nil {
		return d, nil
	}
	d := objects.NewDict()
	first := len(l.dicts) == 0
	if l.dicts == nil {
		l.dicts = map[*thread]*objects.Dict{}
	}
	l.dicts[t] = d
	used[t] = append(used[t], weak.Make(l))
	self := objects.ToValue(l)
	if init := objects.TypeOf(self).Init; !first && objects.TypeOf(self).Flags&objects.FlagHeap != 0 && init != nil {
		if err := init(t, self, l.args, l.kw); err != nil {
			delete(l.dicts, t)
			return nil, err
		}
	}
	return d, nil
}

// dropLocals forgets what a thread that has ended kept in thread-local objects.
func dropLocals(t *thread) {
	for _, w := range used[t] {
		if l := w.Value(); l != nil {
			delete(l.dicts, t)
		}
	}
	delete(used, t)
}

func initLocal() {
	dictName := objects.Intern("__dict__")
	typ := &localType
	typ.Name, typ.Module = "_local", "_thread"
	typ.Doc = "An object that has other attributes in each thread."
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs
	objects.Layout[local](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if len(args) > 0 && typ.Flags&objects.FlagHeap == 0 {
			return value{}, objects.TypeErrorf("Initialization arguments are not supported")
		}
		v := typ.Alloc(typ)
		l := objects.As[local](v)
		l.args, l.kw = append([]value(nil), args...), kw
		_, err := l.dict(t)
		return v, err
	}
	typ.Init = func(t *thread, self value, args []value, kw *objects.Tuple) error {
		if len(args) > 0 {
			return objects.TypeErrorf("Initialization arguments are not supported")
		}
		return nil
	}
	typ.GetAttr = func(t *thread, self value, name *objects.Str) (value, error) {
		d, err := objects.As[local](self).dict(t)
		if err != nil {
			return value{}, err
		}
		if name == dictName {
			return objects.ToValue(d), nil
		}
		cls := objects.TypeOf(self)
		v := cls.Lookup(name)
		var get objects.DescrGetFunc
		if !v.IsZero() {
			vt := objects.TypeOf(v)
			objects.NewType(vt)
			if get = vt.DescrGet; get != nil && vt.DescrSet != nil {
				return get(t, v, self, cls)
			}
		}
		if own := d.GetStr(name); !own.IsZero() {
			return own, nil
		}
		if get != nil {
			return get(t, v, self, cls)
		}
		return v, nil
	}
	typ.SetAttr = func(t *thread, self value, name *objects.Str, val value) error {
		d, err := objects.As[local](self).dict(t)
		if err != nil {
			return err
		}
		cls := objects.TypeOf(self)
		if name == dictName {
			return objects.Errorf(&objects.AttributeErrorType, "'%s' object attribute '__dict__' is read-only", cls)
		}
		if v := cls.Lookup(name); !v.IsZero() {
			vt := objects.TypeOf(v)
			objects.NewType(vt)
			if vt.DescrSet != nil {
				return vt.DescrSet(t, v, self, val)
			}
		}
		if !val.IsZero() {
			d.SetStr(name, val)
			return nil
		}
		if !d.DeleteStr(name) {
			return objects.AttributeError(self, name)
		}
		return nil
	}
	typ.Traverse = func(self value, visit func(value)) {
		l := objects.As[local](self)
		for _, d := range l.dicts {
			visit(objects.ToValue(d))
		}
		for _, a := range l.args {
			visit(a)
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{{Name: "__dict__", Get: func(t *thread, self value) (value, error) {
			d, err := objects.As[local](self).dict(t)
			if err != nil {
				return value{}, err
			}
			return objects.ToValue(d), nil
		}}}
	}
}
