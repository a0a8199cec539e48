package objects

import "unsafe"

// function and cell.

// Local returns the value of local variable i of a frame, looking into its cell where it has one.
func (f *Frame) Local(i int) Value {
	code := f.Code
	if i < len(code.VarNames) {
		for j, n := range code.CellVars {
			if n == code.VarNames[i] {
				if c := f.Reg(len(code.VarNames) + j); Is(c, &CellType) {
					return As[Cell](c).V
				}
			}
		}
		return f.Reg(i)
	}
	v := f.Reg(i)
	if Is(v, &CellType) {
		return As[Cell](v).V
	}
	return v
}

// Reg returns register i of a frame, zero where the frame has none (any more).
func (f *Frame) Reg(i int) Value {
	if regs := f.Registers(); i < len(regs) {
		return regs[i]
	}
	return Value{}
}

// Registers returns the registers of a frame: those of the running record, of the generator, or the copy.
func (f *Frame) Registers() []Value {
	if f.Rec != nil {
		return unsafe.Slice((*Value)(f.Rec.Base), f.Code.NRegs)
	}
	if f.Gen != nil && f.Gen.State != GenClosed {
		return f.Gen.Regs()
	}
	return f.Regs
}

// NewFunction makes a function of a code object; builtins are taken from the globals.
func NewFunction(t *Thread, code *Code, globals *Dict) *Function {
	fn := &Function{Head: Head{&FunctionType}, Code: code, Globals: globals}
	if site := &t.functionSite; site.globals == globals && site.version == globals.Version() {
		if v := globals.EntryValue(site.builtins); Is(v, &DictType) {
			fn.Builtins, fn.ModuleName = As[Dict](v), globals.EntryValue(site.name)
			return fn
		}
	}
	fn.Builtins = BuiltinsOf(t, globals)
	fn.ModuleName = globals.GetStr(strName)
	if b, n := globals.FindStr(strBuiltins), globals.FindStr(strName); b >= 0 && n >= 0 {
		t.functionSite = functionSite{globals, globals.Version(), b, n}
	}
	return fn
}

// functionSite is an inline cache: where the globals that a function was made in last have what each function copies.
type functionSite struct {
	globals        *Dict
	version        uint64
	builtins, name int // positions
}

// BuiltinsOf returns the built-ins that code with these globals sees: a dictionary. It is the program's, of a class derived from
// dict perhaps, or, where that has put something else into its globals, one of builtinsMappingType, which holds it.
func BuiltinsOf(t *Thread, globals *Dict) *Dict {
	b := globals.GetStr(strBuiltins)
	switch {
	case b.IsZero() && t.Cur != nil:
		// As the running code, whose built-ins may be restricted.
		return t.Cur.Fn.Builtins
	case b.IsZero():
		return BuiltinsDict(t)
	case IsInstance(b, &ModuleType):
		return InstanceDict(b)
	}
	if d, ok := DictOf(b); ok {
		return d
	}
	d := NewDict()
	d.SetStr(strBuiltins, b)
	d.typ = &builtinsMappingType
	return d
}

// builtinsMappingType is the type of the dictionary that stands for built-ins that are none, and no program sees: the only value
// is the mapping.
var builtinsMappingType Type

// BuiltinsValue returns what a program sees of the built-ins of a function or frame.
func BuiltinsValue(builtins *Dict) Value {
	if builtins.typ == &builtinsMappingType {
		return builtins.GetStr(strBuiltins)
	}
	return ToValue(builtins)
}

// FindBuiltin looks a name up in built-ins; the zero value is none of that name.
func FindBuiltin(t *Thread, builtins *Dict, name *Str) (Value, error) {
	if builtins.typ == &DictType {
		return builtins.FindName(t, name)
	}
	v, err := GetItem(t, BuiltinsValue(builtins), name.Value())
	if err != nil && IsError(err, &KeyErrorType) {
		err = nil
	}
	return v, err
}

func functionGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	if obj.IsZero() {
		return self, nil
	}
	return NewMethod(self, obj), nil
}

func functionCall(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	return H.CallFunction(t, As[Function](self), args, kw)
}

func (fn *Function) changed() { fn.Version++ }

// more returns what few functions have, to change it.
func (fn *Function) more() *functionExtra {
	if fn.extra == nil {
		fn.extra = new(functionExtra)
	}
	return fn.extra
}

// Name is __name__.
func (fn *Function) Name() *Str {
	if x := fn.extra; x != nil && x.name != nil {
		return x.name
	}
	return fn.Code.Name
}

// QualName is __qualname__.
func (fn *Function) QualName() *Str {
	if x := fn.extra; x != nil && x.qualName != nil {
		return x.qualName
	}
	return fn.Code.QualName
}

// Doc is __doc__, zero where there is none.
func (fn *Function) Doc() Value {
	if fn.Code.HasDoc {
		fn.Code.Loaded()
	}
	return fn.docNow()
}

// docNow is Doc, but zero where that would load the code.
func (fn *Function) docNow() Value {
	if x := fn.extra; x != nil && !x.doc.IsZero() {
		return x.doc
	}
	if c := fn.Code; c.HasDoc && len(c.Consts) > 0 {
		return c.Consts[0]
	}
	return Value{}
}

// KwDefaults is __kwdefaults__, nil where there is none.
func (fn *Function) KwDefaults() *Dict {
	if fn.extra == nil {
		return nil
	}
	return fn.extra.kwDefaults
}

// SetKwDefaults sets __kwdefaults__ of a new function.
func (fn *Function) SetKwDefaults(d *Dict) { fn.more().kwDefaults = d }

// TypeParams is __type_params__, nil where there is none.
func (fn *Function) TypeParams() *Tuple {
	if fn.extra == nil {
		return nil
	}
	return fn.extra.typeParams
}

// SetTypeParams sets __type_params__.
func (fn *Function) SetTypeParams(p *Tuple) { fn.more().typeParams = p }

// SetAnnotations sets __annotations__: a dict, a tuple of pairs that becomes one when it is read, or zero.
func (fn *Function) SetAnnotations(v Value) { fn.more().annotations = v }

func (fn *Function) annotationsOrNone() Value {
	if fn.extra == nil {
		return Value{}
	}
	return fn.extra.annotations
}

// Genexpr returns the function that the generators of a generator expression in fn have; it has no closure.
func (fn *Function) Genexpr(code *Code) *Function {
	x := fn.more()
	for _, g := range x.genexprs {
		if g.Code == code {
			return g
		}
	}
	g := &Function{Head: Head{&FunctionType}, Code: code, Globals: fn.Globals, Builtins: fn.Builtins, ModuleName: fn.ModuleName}
	x.genexprs = append(x.genexprs, g)
	return g
}

// annotations returns __annotations__, made into a dict when it is first asked for.
func (fn *Function) annotations() Value {
	x := fn.more()
	if d, ok := DictOf(x.annotations); ok {
		return ToValue(d)
	}
	d := NewDict()
	if p, ok := TupleOf(x.annotations); ok {
		for i := 0; i+1 < p.Len(); i += 2 {
			if s, ok := StrOf(p.Item(i)); ok {
				d.SetStr(InternStr(s), p.Item(i+1))
			}
		}
	}
	x.annotations = ToValue(d)
	return x.annotations
}

func functionNew(t *Thread, typ *Type, args []Value) (Value, error) {
	if !Is(args[0], &CodeType) {
		return Value{}, TypeErrorf("function() argument 'code' must be code, not %s", TypeOf(args[0]))
	}
	code := As[Code](args[0]).Loaded()
	globals, ok := DictOf(args[1])
	if !ok {
		return Value{}, TypeErrorf("function() argument 'globals' must be dict, not %s", TypeOf(args[1]))
	}
	fn := NewFunction(t, code, globals)
	if name := noneToZero(args[2]); !name.IsZero() {
		s, ok := StrOf(name)
		if !ok {
			return Value{}, TypeErrorf("arg 3 (name) must be None or string")
		}
		fn.more().name = s
	}
	if v := noneToZero(args[3]); !v.IsZero() {
		d, ok := TupleOf(v)
		if !ok {
			return Value{}, TypeErrorf("arg 4 (defaults) must be None or tuple")
		}
		fn.Defaults = d
	}
	nfree := len(code.FreeVars)
	closure, isTuple := TupleOf(orNone(args[4]))
	if !isTuple {
		if nfree > 0 && noneToZero(args[4]).IsZero() {
			return Value{}, TypeErrorf("arg 5 (closure) must be tuple")
		} else if !noneToZero(args[4]).IsZero() {
			return Value{}, TypeErrorf("arg 5 (closure) must be None or tuple")
		}
	}
	if closure.Len() != nfree {
		return Value{}, ValueErrorf("%s requires closure of length %d, not %d", code.Name, nfree, closure.Len())
	}
	for _, c := range closure.Items() {
		if !Is(c, &CellType) {
			return Value{}, TypeErrorf("arg 5 (closure) expected cell, found %s", TypeOf(c))
		}
	}
	if nfree > 0 {
		fn.Closure = closure
	}
	if v := noneToZero(args[5]); !v.IsZero() {
		d, ok := DictOf(v)
		if !ok {
			return Value{}, TypeErrorf("arg 6 (kwdefaults) must be None or dict")
		}
		fn.more().kwDefaults = d
	}
	return ToValue(fn), nil
}

func functionGetSets() []GetSetDef {
	type F = Function
	get := func(f func(fn *F) Value) func(t *Thread, v Value) (Value, error) {
		return func(t *Thread, v Value) (Value, error) { return orNone(f(As[F](v))), nil }
	}
	tuple := func(p *Tuple) Value {
		if p == nil {
			return None
		}
		return ToValue(p)
	}
	name := func(what string, p func(*functionExtra) **Str) func(t *Thread, self, v Value) error {
		return func(t *Thread, self, v Value) error {
			s, ok := StrOf(orNone(v))
			if !ok {
				return TypeErrorf("%s must be set to a string object", what)
			}
			*p(As[F](self).more()) = s
			return nil
		}
	}
	return []GetSetDef{
		{Name: "__code__", Get: get(func(fn *F) Value { return ToValue(fn.Code.Loaded()) }), Set: func(t *Thread, self, v Value) error {
			fn := As[F](self)
			if v.IsZero() || !Is(v, &CodeType) {
				return TypeErrorf("__code__ must be set to a code object")
			}
			code := As[Code](v).Loaded()
			if len(code.FreeVars) != fn.Closure.Len() {
				return ValueErrorf("%s() requires a code object with %d free vars, not %d", fn.Name(), fn.Closure.Len(), len(code.FreeVars))
			}
			const kinds = CoGenerator | CoCoroutine | CoAsyncGenerator
			if code.Flags&kinds != fn.Code.Flags&kinds {
				if err := H.Warn(t, &DeprecationWarningType, "Assigning a code object of non-matching type is deprecated "+
					"(e.g., from a generator to a plain function)", 1); err != nil {
					return err
				}
			}
			// What was the old code's stays.
			x := fn.more()
			x.name, x.qualName, x.doc = fn.Name(), fn.QualName(), orNone(fn.Doc())
			fn.Code = code
			fn.changed()
			return nil
		}},
		{Name: "__defaults__", Get: get(func(fn *F) Value { return tuple(fn.Defaults) }), Set: func(t *Thread, self, v Value) error {
			fn := As[F](self)
			v = noneToZero(v)
			fn.changed()
			if v.IsZero() {
				fn.Defaults = nil
				return nil
			}
			d, ok := TupleOf(v)
			if !ok {
				return TypeErrorf("__defaults__ must be set to a tuple object")
			}
			fn.Defaults = d
			return nil
		}},
		{Name: "__kwdefaults__", Get: get(func(fn *F) Value {
			if d := fn.KwDefaults(); d != nil {
				return ToValue(d)
			}
			return None
		}), Set: func(t *Thread, self, v Value) error {
			fn := As[F](self)
			v = noneToZero(v)
			fn.changed()
			if v.IsZero() {
				fn.more().kwDefaults = nil
				return nil
			}
			d, ok := DictOf(v)
			if !ok {
				return TypeErrorf("__kwdefaults__ must be set to a dict object")
			}
			fn.more().kwDefaults = d
			return nil
		}},
		{Name: "__annotations__", Get: func(t *Thread, v Value) (Value, error) { return As[F](v).annotations(), nil },
			Set: func(t *Thread, self, v Value) error {
				v = noneToZero(v)
				if !v.IsZero() {
					if _, ok := DictOf(v); !ok {
						return TypeErrorf("__annotations__ must be set to a dict object")
					}
				}
				As[F](self).SetAnnotations(v)
				return nil
			}},
		{Name: "__type_params__", Get: func(t *Thread, v Value) (Value, error) {
			if p := As[F](v).TypeParams(); p != nil {
				return ToValue(p), nil
			}
			return ToValue(NewTuple()), nil
		}, Set: func(t *Thread, self, v Value) error {
			p, ok := TupleOf(orNone(v))
			if !ok {
				return TypeErrorf("__type_params__ must be set to a tuple")
			}
			As[F](self).SetTypeParams(p)
			return nil
		}},
		{Name: "__name__", Get: get(func(fn *F) Value { return ToValue(fn.Name()) }), Set: name("__name__", func(x *functionExtra) **Str { return &x.name })},
		{Name: "__qualname__", Get: get(func(fn *F) Value { return ToValue(fn.QualName()) }), Set: name("__qualname__", func(x *functionExtra) **Str { return &x.qualName })},
		{Name: "__doc__", Member: true, Get: get((*F).Doc), Set: func(t *Thread, self, v Value) error {
			As[F](self).more().doc = orNone(v)
			return nil
		}},
		{Name: "__dict__", Get: dictGetSet.Get, Set: func(t *Thread, self, v Value) error {
			if v.IsZero() {
				return TypeErrorf("cannot delete __dict__")
			}
			return dictGetSet.Set(t, self, v)
		}},
	}
}

func functionMembers() []MemberDef {
	type F = Function
	return []MemberDef{
		{Name: "__closure__", ReadOnly: true, Optional: true, Get: func(fn Value) Value {
			if c := As[F](fn).Closure; c != nil {
				return ToValue(c)
			}
			return Value{}
		}},
		{Name: "__globals__", ReadOnly: true, Get: func(fn Value) Value { return ToValue(As[F](fn).Globals) }},
		{Name: "__module__", Offset: unsafe.Offsetof(F{}.ModuleName), Optional: true},
		{Name: "__builtins__", ReadOnly: true, Get: func(fn Value) Value { return BuiltinsValue(As[F](fn).Builtins) }},
	}
}

func initFunction() {
	typ := &FunctionType
	typ.Name = "function"
	typ.Doc = "Make a function that runs a code object.\n\nglobals is the dictionary of its global variables, and name stands in for the\nname that the code object has. argdefs is a tuple of defaults for the last\nparameters, and kwdefaults a dictionary of those for keyword-only ones. closure\nis a tuple with a cell for each free variable."
	typ.TextSig = "(code, globals, name=None, argdefs=None, closure=None,\n         kwdefaults=None)"
	typ.Flags = FlagMethodDescr | FlagWeakrefs
	layoutAttrs[Function](typ, unsafe.Offsetof(Function{}.Attrs), true)
	typ.New = NewBound("function", "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", functionNew)
	typ.Call = functionCall
	typ.DescrGet = functionGet
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		return StrValue("<function " + As[Function](v).QualName().String() + " at " + Address(v) + ">"), nil
	}
	typ.GetSets, typ.Members = functionGetSets, functionMembers
	typ.Traverse = func(v Value, visit func(Value)) {
		fn := As[Function](v)
		visit(ToValue(fn.Code))
		visit(ToValue(fn.Globals))
		for _, x := range [...]Value{fn.annotationsOrNone(), fn.docNow(), fn.ModuleName} {
			visitOpt(visit, x)
		}
		for _, p := range [...]*Tuple{fn.Closure, fn.Defaults, fn.TypeParams()} {
			if p != nil {
				visit(ToValue(p))
			}
		}
		if d := fn.KwDefaults(); d != nil {
			visit(ToValue(d))
		}
	}
}

func initCell() {
	typ := &CellType
	typ.Name = "cell"
	typ.Doc = "Make a cell, the place of a variable that several functions share.\n\nA cell without contents is empty, and reading its cell_contents raises\nValueError."
	layout[Cell](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if err := NoKeywords("cell", kw); err != nil {
			return Value{}, err
		}
		if len(args) > 1 {
			return Value{}, CountError("cell", len(args), 0, 1, false)
		}
		c := NewCell(Value{})
		if len(args) == 1 {
			c.V = args[0]
		}
		return ToValue(c), nil
	}
	typ.Hash = hashNotImplemented
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &CellType) || !Is(b, &CellType) {
			return NotImplemented, nil
		}
		x, y := As[Cell](a).V, As[Cell](b).V
		if !x.IsZero() && !y.IsZero() {
			return Compare(t, x, y, op)
		}
		n := 0
		if !x.IsZero() {
			n++
		}
		if !y.IsZero() {
			n--
		}
		return compareResult(n, op), nil
	}
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		c := As[Cell](v)
		if c.V.IsZero() {
			return StrValue("<cell at " + Address(v) + ": empty>"), nil
		}
		return StrValue("<cell at " + Address(v) + ": " + TypeOf(c.V).TpName() + " object at " + Address(c.V) + ">"), nil
	}
	typ.Traverse = func(v Value, visit func(Value)) { visitOpt(visit, As[Cell](v).V) }
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{{Name: "cell_contents", Get: func(t *Thread, v Value) (Value, error) {
			if x := As[Cell](v).V; !x.IsZero() {
				return x, nil
			}
			return Value{}, ValueErrorf("cell is empty")
		}, Set: func(t *Thread, self, v Value) error { As[Cell](self).V = v; return nil }}}
	}
}
