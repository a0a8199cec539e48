package contextvars

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var varType, tokenType, missingType objects.Type

// missing is Token.MISSING.
var missing value

// variable is a ContextVar.
type variable struct {
	objects.Head
	name value
	def  value // zero: no default
	// version and at are where the variable was found last: the version of the context's dictionary and its position there.
	version uint64
	at      int
}

// in returns the value of the variable in a context, zero where it has none.
func (v *variable) in(t *thread, c *context) (value, error) {
	if v.version == c.vars.Version() {
		return c.vars.EntryValue(v.at), nil
	}
	key := objects.ToValue(v)
	x, err := c.vars.Get(t, key)
	if err != nil || x.IsZero() {
		return x, err
	}
	for i := 0; ; {
		k, _, next, ok := c.vars.NextEntry(i)
		if !ok {
			return x, nil
		}
		if k == key {
			v.version, v.at = c.vars.Version(), next-1
			return x, nil
		}
		i = next
	}
}

// token remembers what a variable was before set().
type token struct {
	objects.Head
	ctx  *context
	v    value
	old  value // zero: it had no value
	used bool
}

// newVar checks the arguments of ContextVar(), which takes a name and default.
func newVar(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
	n := len(args) - kw.Len()
	var def value
	for i, k := range kw.Items() {
		if s, _ := objects.StrOf(k); s.String() == "default" {
			def = args[n+i]
		}
	}
	switch {
	case len(args) > 2:
		return value{}, objects.TypeErrorf("ContextVar() takes at most 2 arguments (%d given)", len(args))
	case n == 0:
		return value{}, objects.TypeErrorf("ContextVar() takes exactly 1 positional argument (0 given)")
	case n > 1:
		return value{}, objects.TypeErrorf("ContextVar() takes at most 1 positional argument (%d given)", n)
	case kw.Len() > 0 && def.IsZero():
		s, _ := objects.StrOf(kw.Item(0))
		return value{}, objects.TypeErrorf("ContextVar() got an unexpected keyword argument '%s'", s)
	}
	if _, ok := objects.StrOf(args[0]); !ok {
		return value{}, objects.TypeErrorf("context variable name must be a str")
	}
	v := varType.NewInstance()
	x := objects.As[variable](v)
	x.name, x.def = args[0], def
	return v, nil
}

func varRepr(t *thread, self value) (value, error) {
	v := objects.As[variable](self)
	text, err := objects.ReprString(t, v.name)
	if err != nil {
		return value{}, err
	}
	text = "<ContextVar name=" + text
	if !v.def.IsZero() {
		d, err := objects.ReprString(t, v.def)
		if err != nil {
			return value{}, err
		}
		text += " default=" + d
	}
	return native.Str(text + " at " + objects.Address(self) + ">"), nil
}

func varGet(t *thread, self value, args []value) (value, error) {
	if !t.Context.IsZero() {
		v, err := objects.As[variable](self).in(t, current(t))
		if err != nil || !v.IsZero() {
			return v, err
		}
	}
	if !args[0].IsZero() {
		return args[0], nil
	}
	if d := objects.As[variable](self).def; !d.IsZero() {
		return d, nil
	}
	return value{}, objects.NewError(&objects.LookupErrorType, self)
}

func varSet(t *thread, self value, args []value) (value, error) {
	c := current(t)
	old, err := c.vars.Get(t, self)
	if err != nil {
		return value{}, err
	}
	v := tokenType.NewInstance()
	tok := objects.As[token](v)
	tok.ctx, tok.v, tok.old = c, self, old
	return v, c.own().Set(t, self, args[0])
}

func varReset(t *thread, self value, args []value) (value, error) {
	r, err := objects.ReprString(t, args[0])
	if err != nil {
		return value{}, err
	}
	if !objects.Is(args[0], &tokenType) {
		return value{}, objects.TypeErrorf("expected an instance of Token, got %s", r)
	}
	c, tok := current(t), objects.As[token](args[0])
	switch {
	case tok.used:
		return value{}, objects.RuntimeErrorf("%s has already been used once", r)
	case tok.v != self:
		return value{}, objects.ValueErrorf("%s was created by a different ContextVar", r)
	case tok.ctx != c:
		return value{}, objects.ValueErrorf("%s was created in a different Context", r)
	}
	tok.used = true
	if tok.old.IsZero() {
		_, err = c.own().Delete(t, self)
	} else {
		err = c.own().Set(t, self, tok.old)
	}
	return objects.None, err
}

func initVar() {
	typ := &varType
	typ.Name, typ.Module = "ContextVar", "_contextvars"
	objects.Layout[variable](typ)
	typ.New = newVar
	typ.Repr = varRepr
	typ.Traverse = func(v value, visit func(value)) {
		x := objects.As[variable](v)
		native.Visit(visit, x.name, x.def)
	}
	typ.Members = func() []objects.MemberDef {
		return []objects.MemberDef{{Name: "name", Offset: unsafe.Offsetof(variable{}.name), ReadOnly: true}}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "get", Sig: "default=?, /", Doc: "Return the value in the current context.\n\nIf there is none, return the argument default, or else the default the variable was made with, or else raise LookupError.", Fn: varGet},
			{Name: "set", Sig: "value, /", Doc: "Give the variable a value in the current context.\n\nThe result is a Token, with which reset() undoes this.", Fn: varSet},
			{Name: "reset", Sig: "token, /", Doc: "Undo the set() that returned token: the variable has the value it had before, or none.", Fn: varReset},
			native.ClassGetitem(),
		}
	}
}

func tokenRepr(t *thread, self value) (value, error) {
	tok := objects.As[token](self)
	r, err := objects.ReprString(t, tok.v)
	if err != nil {
		return value{}, err
	}
	used := ""
	if tok.used {
		used = " used"
	}
	return native.Str("<Token" + used + " var=" + r + " at " + objects.Address(self) + ">"), nil
}

func initToken() {
	typ := &missingType
	typ.Name = "Token.MISSING"
	typ.Flags = objects.FlagNoInstantiate
	objects.Layout[objects.Head](typ)
	typ.Repr = func(t *thread, self value) (value, error) { return native.Str("<Token.MISSING>"), nil }
	missing = typ.NewInstance()

	typ = &tokenType
	typ.Name, typ.Module = "Token", "_contextvars"
	objects.Layout[token](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		return value{}, objects.RuntimeErrorf("Tokens can only be created by ContextVars")
	}
	typ.Repr = tokenRepr
	typ.Hash = objects.HashNotImplemented
	typ.Traverse = func(v value, visit func(value)) {
		tok := objects.As[token](v)
		native.Visit(visit, tok.v, tok.old)
		if tok.ctx != nil {
			visit(objects.ToValue(tok.ctx))
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "var", Get: func(t *thread, self value) (value, error) { return objects.As[token](self).v, nil }},
			{Name: "old_value", Get: func(t *thread, self value) (value, error) {
				return native.Or(objects.As[token](self).old, missing), nil
			}},
		}
	}
	typ.Methods = func() []objects.FuncDef { return []objects.FuncDef{native.ClassGetitem()} }
	objects.NewType(typ)
	typ.Dict().SetStr(objects.Intern("MISSING"), missing)
}
