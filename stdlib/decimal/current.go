package decimal

import (
	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/contextvars"
)

// variable is the context variable that holds the current context.
var variable value

// The templates: a thread's first context is a copy of defaultContext.
var defaultContext, basicContext, extendedContext *context

func initTemplates() {
	variable = contextvars.NewVariable("decimal_context")
	defaultContext = newContext(&contextType, nil)
	basicContext = newContext(&contextType, defaultContext)
	basicContext.Prec = 9
	basicContext.Round = decnum.RoundHalfUp
	basicContext.traps |= decnum.Clamped | decnum.Underflow
	extendedContext = newContext(&contextType, defaultContext)
	extendedContext.Prec = 9
	extendedContext.traps = 0
}

// current returns the current context.
func current(t *thread) (*context, error) {
	v, err := contextvars.Get(t, variable)
	if err != nil {
		return nil, err
	}
	if !v.IsZero() {
		return objects.As[context](v), nil
	}
	c := defaultContext.copy()
	c.status = 0
	return c, contextvars.Set(t, variable, objects.ToValue(c))
}

// setCurrent makes a context the current one; a template is copied first.
func setCurrent(t *thread, v value) error {
	c, ok := contextOf(v)
	if !ok {
		return objects.TypeErrorf("argument must be a context")
	}
	if c == defaultContext || c == basicContext || c == extendedContext {
		c = c.copy()
		c.status = 0
	}
	return contextvars.Set(t, variable, objects.ToValue(c))
}

// contextArg is an optional argument that is a context; the current one where it is missing or None.
func contextArg(t *thread, v value) (*context, error) {
	if v.IsZero() || v == objects.None {
		return current(t)
	}
	c, ok := contextOf(v)
	if !ok {
		return nil, objects.TypeErrorf("optional argument must be a context")
	}
	return c, nil
}

func moduleFunctions() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "getcontext", Doc: "The context that is in force.\n\n", Fn: func(t *thread, self value, args []value) (value, error) {
			c, err := current(t)
			if err != nil {
				return value{}, err
			}
			return objects.ToValue(c), nil
		}},
		{Name: "setcontext", Sig: "context, /", Doc: "Put a context in force.\n\n", Fn: func(t *thread, self value, args []value) (value, error) {
			return objects.None, setCurrent(t, args[0])
		}},
		{Name: "localcontext", Sig: "ctx=None, **kwargs",
			Doc: "Make a context manager that puts a copy of ctx, or of the current context,\nin force for the time of the with statement. Keywords change attributes of\nthe copy.\n\n",
			Raw: func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
				bound := make([]value, localArgs.NumParams())
				if err := localArgs.BindArgs(bound, args, kw); err != nil {
					return value{}, err
				}
				return localContext(t, bound)
			}},
	}
}

var managerType objects.Type

// manager is what localcontext() returns.
type manager struct {
	objects.Head
	local, outer value
}

// localArgs are the arguments of localcontext() as they are checked.
var localArgs = objects.FuncDef{Sig: "ctx=None, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None"}

func localContext(t *thread, args []value) (value, error) {
	outer, err := current(t)
	if err != nil {
		return value{}, err
	}
	from := outer
	if !args[0].IsZero() && args[0] != objects.None {
		var ok bool
		if from, ok = contextOf(args[0]); !ok {
			return value{}, objects.TypeErrorf("optional argument must be a context")
		}
	}
	local := from.copy()
	if err := local.setAll(t, args[1:]); err != nil {
		return value{}, err
	}
	v := managerType.NewInstance()
	m := objects.As[manager](v)
	m.local, m.outer = objects.ToValue(local), objects.ToValue(outer)
	return v, nil
}

func initManager() {
	typ := &managerType
	typ.Name, typ.Module = "ContextManager", "decimal"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[manager](typ)
	typ.Traverse = func(v value, visit func(value)) {
		m := objects.As[manager](v)
		visit(m.local)
		visit(m.outer)
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "__enter__", Fn: func(t *thread, self value, args []value) (value, error) {
				m := objects.As[manager](self)
				return m.local, setCurrent(t, m.local)
			}},
			{Name: "__exit__", Sig: "*args", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.None, setCurrent(t, objects.As[manager](self).outer)
			}},
		}
	}
}
