package contextvars

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var contextType objects.Type

// context is a Context.
type context struct {
	objects.Head
	vars *objects.Dict
	// shared says that another context has the same dictionary: it is copied before a change.
	shared  bool
	entered bool
	// prev is the context that was current when this one was entered.
	prev value
}

func newContext() *context {
	c := objects.As[context](contextType.NewInstance())
	c.vars = objects.NewDict()
	return c
}

// current returns the context of the running thread.
func current(t *thread) *context {
	if t.Context.IsZero() {
		c := newContext()
		c.entered = true
		t.Context = objects.ToValue(c)
	}
	return objects.As[context](t.Context)
}

func (c *context) copy() *context {
	n := objects.As[context](contextType.NewInstance())
	n.vars, n.shared = c.vars, true
	c.shared = true
	return n
}

// own makes the dictionary safe to change.
func (c *context) own() *objects.Dict {
	if c.shared {
		c.vars, c.shared = c.vars.Copy(), false
	}
	return c.vars
}

// get returns the value of a variable, zero where it has none.
func (c *context) get(t *thread, key value) (value, error) {
	if !objects.Is(key, &varType) {
		r, err := objects.ReprString(t, key)
		if err != nil {
			return value{}, err
		}
		return value{}, objects.TypeErrorf("a ContextVar key was expected, got %s", r)
	}
	return c.vars.Get(t, key)
}

func (c *context) run(t *thread, args []value, kw *objects.Tuple) (value, error) {
	if len(args) == kw.Len() {
		return value{}, objects.TypeErrorf("run() missing 1 required positional argument")
	}
	if c.entered {
		r, err := objects.ReprString(t, objects.ToValue(c))
		if err != nil {
			return value{}, err
		}
		return value{}, objects.RuntimeErrorf("cannot enter context: %s is already entered", r)
	}
	c.prev, c.entered = objects.ToValue(current(t)), true
	t.Context = objects.ToValue(c)
	v, err := objects.Call(t, args[0], args[1:], kw)
	t.Context, c.prev, c.entered = c.prev, value{}, false
	return v, err
}

// view calls a method of the dictionary of a context: keys, values or items.
func view(name string) func(*thread, value, []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		c := objects.As[context](self)
		// What iterates goes on over the variables of now.
		c.shared = true
		v, err := objects.CallMethod(t, objects.ToValue(c.vars), objects.Intern(name))
		if err != nil {
			return value{}, err
		}
		return objects.Iter(t, v)
	}
}

func initContext() {
	typ := &contextType
	typ.Name, typ.Module = "Context", "_contextvars"
	typ.TextSig = ""
	objects.Layout[context](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		if len(args) > 0 {
			return value{}, objects.TypeErrorf("Context() does not accept any arguments")
		}
		return objects.ToValue(newContext()), nil
	}
	typ.Hash = objects.HashNotImplemented
	typ.Compare = func(t *thread, a, b value, op objects.CompareOp) (value, error) {
		if !objects.Is(a, &contextType) || !objects.Is(b, &contextType) || op != objects.OpEq && op != objects.OpNe {
			return objects.NotImplemented, nil
		}
		return objects.Compare(t, objects.ToValue(objects.As[context](a).vars), objects.ToValue(objects.As[context](b).vars), op)
	}
	typ.Len = func(t *thread, self value) (int, error) { return objects.As[context](self).vars.Len(), nil }
	typ.GetItem = func(t *thread, self, key value) (value, error) {
		v, err := objects.As[context](self).get(t, key)
		if err == nil && v.IsZero() {
			err = objects.KeyError(key)
		}
		return v, err
	}
	typ.Contains = func(t *thread, self, key value) (bool, error) {
		v, err := objects.As[context](self).get(t, key)
		return !v.IsZero(), err
	}
	typ.Iter = func(t *thread, self value) (value, error) { return view("keys")(t, self, nil) }
	typ.Traverse = func(v value, visit func(value)) {
		c := objects.As[context](v)
		native.Visit(visit, c.prev)
		if c.vars != nil {
			visit(objects.ToValue(c.vars))
		}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "get", Sig: "key, default=None, /", Doc: "Return the value that the variable key has in this context, or default if it has none here.", Fn: func(t *thread, self value, args []value) (value, error) {
				v, err := objects.As[context](self).get(t, args[0])
				if err != nil || !v.IsZero() {
					return v, err
				}
				return native.None(args[1]), nil
			}},
			{Name: "items", Doc: "Return an iterator over pairs of a variable and its value.", Fn: view("items")},
			{Name: "keys", Doc: "Return an iterator over the variables that have a value here.", Fn: view("keys")},
			{Name: "values", Doc: "Return an iterator over the values that variables have here.", Fn: view("values")},
			{Name: "copy", Doc: "Return another context in which the variables have the same values.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.ToValue(objects.As[context](self).copy()), nil
			}},
			{Name: "run", NoSig: true, Raw: func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
				return objects.As[context](self).run(t, args, kw)
			}},
		}
	}
}
