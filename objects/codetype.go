package objects

import (
	"encoding/binary"
	"slices"
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
)

// code: its type.

func strTuple(cache **Tuple, names []*Str) Value {
	if *cache == nil {
		p := MakeTuple(len(names))
		for i, n := range names {
			p.Items()[i] = ToValue(n)
		}
		*cache = p
	}
	return ToValue(*cache)
}

// codeKey is what decides equality of code objects.
func codeKey(c *Code) *Tuple {
	consts := make([]Value, len(c.Consts))
	for i, v := range c.Consts {
		// Constants compare with their types: 1, 1.0 and True differ.
		consts[i] = ToValue(NewTuple(ToValue(TypeOf(v)), v))
	}
	return NewTuple(ToValue(c.Name), Int(int64(c.ArgCount)), Int(int64(c.PosOnlyArgCount)), Int(int64(c.KwOnlyArgCount)),
		Int(int64(c.Flags)), Int(int64(c.FirstLine)), ToValue(NewTuple(consts...)), strTuple(&c.names, c.Names),
		strTuple(&c.varNames, c.shownVarNames()), strTuple(&c.cellVars, c.CellVars), strTuple(&c.freeVars, c.FreeVars))
}

// sameInstrs compares the instructions without what specialisation made of them.
func sameInstrs(a, b []bytecode.Instr) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].WithOp(a[i].Op().General()) != b[i].WithOp(b[i].Op().General()) {
			return false
		}
	}
	return true
}

// resumeLine is the line of the RESUME that co_code begins with.
func (c *Code) resumeLine() int32 {
	if c.Flags&CoOptimized == 0 && c.Name.String() == "<module>" {
		return 0
	}
	return c.FirstLine
}

// codeLines are the items of co_lines().
func codeLines(c *Code) *List {
	l := MakeList(0)
	from, line := 0, c.resumeLine()
	end := func(to int) {
		shown := Int(int64(line))
		if line <= 0 && from > 0 {
			shown = None
		}
		l.Append(ToValue(NewTuple(Int(int64(from)), Int(int64(to)), shown)))
	}
	for i, p := range c.Positions() {
		if p.Line != line {
			end(disOffset(i))
			from, line = disOffset(i), p.Line
		}
	}
	end(disOffset(len(c.Positions())))
	return l
}

// codePositions is what co_positions() gives: the places of the units of co_code, in turn.
type codePositions struct {
	Head
	code *Code
	unit int // the next one
	last Value
}

var codePositionsType Type

func codePositionsNext(t *Thread, self Value) (Value, error) {
	it := As[codePositions](self)
	i := it.unit
	it.unit++
	place := func(line, endLine, col, endCol Value) Value {
		it.last = ToValue(NewTuple(line, endLine, col, endCol))
		return it.last
	}
	if i == 0 {
		line := it.code.resumeLine()
		return place(Int(int64(line)), Int(int64(max(line, 1))), Int(0), Int(0)), nil
	}
	i--
	const units = disInstr / 2
	switch {
	case i/units >= len(it.code.Positions()):
		return Value{}, nil
	case i%units > 0:
		return it.last, nil
	}
	p := it.code.Positions()[i/units]
	return place(positiveOrNone(p.Line, 1), positiveOrNone(p.EndLine, 1), positiveOrNone(p.Col, 0), positiveOrNone(p.EndCol, 0)), nil
}

func initCodePositions() {
	typ := &codePositionsType
	typ.Name = "positions_iterator"
	typ.Flags = FlagNoInstantiate
	layout[codePositions](typ)
	typ.Iter, typ.Next = selfIter, codePositionsNext
	typ.Traverse = func(v Value, visit func(Value)) {
		it := As[codePositions](v)
		visit(ToValue(it.code))
		visitOpt(visit, it.last)
	}
}

// lineTable is co_lnotab, the table of old: pairs of bytes, how far to go on in co_code and by how many lines, the latter
// signed; longer ways are several pairs.
func lineTable(c *Code) []byte {
	var table []byte
	line, at := c.resumeLine(), 0
	if line == 0 {
		line = c.FirstLine
	}
	for i, p := range c.Positions() {
		if p.Line <= 0 || p.Line == line {
			continue
		}
		code, lines := disOffset(i)-at, p.Line-line
		line, at = p.Line, disOffset(i)
		for ; code > 255; code -= 255 {
			table = append(table, 255, 0)
		}
		for lines > 127 || lines < -128 {
			step := max(min(lines, 127), -128)
			table = append(table, byte(code), byte(step))
			code, lines = 0, lines-step
		}
		table = append(table, byte(code), byte(lines))
	}
	return table
}

func positiveOrNone(n int32, low int32) Value {
	if n < low {
		return None
	}
	return Int(int64(n))
}

// shownVarNames are the names of co_varnames: in a function the variables of inlined comprehensions count as its own.
func (c *Code) shownVarNames() []*Str {
	if len(c.Inlined) == 0 || c.Flags&CoOptimized == 0 {
		return c.VarNames
	}
	names := slices.Clone(c.VarNames)
	for _, v := range c.Inlined {
		if !slices.Contains(names, v.Name) && !slices.Contains(c.CellVars, v.Name) {
			names = append(names, v.Name)
		}
	}
	return names
}

// codeReplace is code.replace(): a copy with some attributes changed.
func codeReplace(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	if len(args) > kw.Len() {
		return Value{}, TypeErrorf("replace() takes 0 positional arguments but %d were given", len(args)-kw.Len())
	}
	old := As[Code](self).Loaded()
	c := NewCode()
	hash := c.hash
	*c = *old
	c.hash, c.names, c.varNames, c.cellVars, c.freeVars = hash, nil, nil, nil, nil
	c.JIT, c.Calls = nil, 0
	// Each copy specialises on its own.
	c.Instrs = make([]bytecode.Instr, len(old.Instrs))
	for i, in := range old.Instrs {
		c.Instrs[i] = GeneralInstr(old, in)
	}
	c.Sites = make([]Site, len(old.Sites))
	for i := range old.Sites {
		c.Sites[i].Name = old.Sites[i].Name
	}
	for i := range kw.Len() {
		key := As[Str](kw.Item(i)).String()
		v := args[i]
		number := func(p *int) error {
			n, err := IndexInt(t, v, &OverflowErrorType)
			*p = n
			return err
		}
		text := func(p **Str) error {
			s, ok := StrOf(v)
			if !ok {
				return TypeErrorf("replace() argument '%s' must be str, not %s", key, TypeOf(v))
			}
			*p = s
			return nil
		}
		names := func(p *[]*Str) error {
			x, ok := TupleOf(v)
			if !ok {
				return TypeErrorf("replace() argument '%s' must be tuple, not %s", key, TypeOf(v))
			}
			if x.Len() != len(*p) {
				return ValueErrorf("code: %s must keep its length", key)
			}
			out := make([]*Str, x.Len())
			for i, n := range x.Items() {
				s, ok := StrOf(n)
				if !ok {
					return TypeErrorf("name tuples must contain only strings, not '%s'", TypeOf(n))
				}
				out[i] = InternStr(s)
			}
			*p = out
			return nil
		}
		var err error
		n := 0
		switch key {
		case "co_argcount":
			err = number(&c.ArgCount)
		case "co_posonlyargcount":
			err = number(&c.PosOnlyArgCount)
		case "co_kwonlyargcount":
			err = number(&c.KwOnlyArgCount)
		case "co_flags":
			err = number(&n)
			c.Flags = CodeFlags(n)
		case "co_firstlineno":
			err = number(&n)
			c.FirstLine = int32(n)
		case "co_name":
			err = text(&c.Name)
		case "co_qualname":
			err = text(&c.QualName)
		case "co_filename":
			err = text(&c.Filename)
		case "co_names":
			err = names(&c.Names)
		case "co_varnames":
			shown := c.shownVarNames()
			err = names(&shown)
			c.VarNames = shown[:len(c.VarNames)]
		case "co_cellvars":
			err = names(&c.CellVars)
		case "co_freevars":
			err = names(&c.FreeVars)
		case "co_consts":
			x, ok := TupleOf(v)
			if !ok {
				err = TypeErrorf("replace() argument 'co_consts' must be tuple, not %s", TypeOf(v))
			} else if x.Len() < len(c.Consts) {
				err = ValueErrorf("code: co_consts must not become shorter")
			} else {
				c.Consts = append([]Value(nil), x.Items()...)
			}
		case "co_nlocals", "co_stacksize":
			err = number(&n)
		case "co_code":
			b, ok := BytesOf(v)
			if !ok || string(b) != string(codeBytes(old)) {
				err = ValueErrorf("code: co_code cannot be replaced")
			}
		case "co_linetable", "co_exceptiontable":
			if _, ok := BytesOf(v); !ok {
				err = TypeErrorf("replace() argument '%s' must be bytes, not %s", key, TypeOf(v))
			}
		default:
			err = TypeErrorf("replace() got an unexpected keyword argument '%s'", key)
		}
		if err != nil {
			return Value{}, err
		}
	}
	if c.ArgCount < c.PosOnlyArgCount || c.ArgCount < 0 || c.PosOnlyArgCount < 0 || c.KwOnlyArgCount < 0 || c.NumParams() > len(c.VarNames) {
		return Value{}, ValueErrorf("code: varnames is too small")
	}
	return ToValue(c), nil
}

func initCode() {
	typ := &CodeType
	typ.Name = "code"
	typ.Doc = "Create a code object.  Not for mere mortals."
	typ.Flags = FlagWeakrefs
	layout[Code](typ)
	typ.TextSig = "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)"
	typ.New = NewBound("code", "argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, "+
		"varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /", codeNew)
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		c := As[Code](v)
		line, err := ReprString(t, Int(int64(c.FirstLine)))
		return StrValue("<code object " + c.Name.String() + " at " + Address(v) + ", file \"" + c.Filename.String() + "\", line " + line + ">"), err
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &CodeType) || !Is(b, &CodeType) || op != OpEq && op != OpNe {
			return NotImplemented, nil
		}
		x, y := As[Code](a).Loaded(), As[Code](b).Loaded()
		eq := x == y
		if !eq && sameInstrs(x.Instrs, y.Instrs) {
			var err error
			if eq, err = Equal(t, ToValue(codeKey(x)), ToValue(codeKey(y))); err != nil {
				return Value{}, err
			}
		}
		return Bool(eq == (op == OpEq)), nil
	}
	typ.Hash = func(t *Thread, v Value) (int64, error) {
		c := As[Code](v).Loaded()
		if c.hash == 0 {
			h, err := tupleHash(t, ToValue(codeKey(c)))
			if err != nil {
				return 0, err
			}
			c.hash = h
		}
		return c.hash, nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		for _, x := range As[Code](v).Consts {
			visitOpt(visit, x)
		}
	}
	typ.GetSets = func() []GetSetDef {
		computed := map[string]bool{"co_varnames": true, "co_cellvars": true, "co_freevars": true, "co_code": true, "_co_code_adaptive": true}
		get := func(name string, f func(c *Code) Value) GetSetDef {
			return GetSetDef{Name: name, Member: !computed[name], Get: func(t *Thread, v Value) (Value, error) { return f(As[Code](v).Loaded()), nil }}
		}
		num := func(name string, f func(c *Code) int) GetSetDef {
			return get(name, func(c *Code) Value { return Int(int64(f(c))) })
		}
		return []GetSetDef{
			num("co_argcount", func(c *Code) int { return c.ArgCount }),
			num("co_posonlyargcount", func(c *Code) int { return c.PosOnlyArgCount }),
			num("co_kwonlyargcount", func(c *Code) int { return c.KwOnlyArgCount }),
			num("co_nlocals", func(c *Code) int { return len(c.shownVarNames()) }),
			num("co_stacksize", func(c *Code) int { return c.NRegs - c.NumLocals() }),
			num("co_flags", func(c *Code) int { return int(c.Flags) }),
			num("co_firstlineno", func(c *Code) int { return int(c.FirstLine) }),
			get("co_name", func(c *Code) Value { return ToValue(c.Name) }),
			get("co_qualname", func(c *Code) Value { return ToValue(c.QualName) }),
			get("co_filename", func(c *Code) Value { return ToValue(c.Filename) }),
			get("co_consts", func(c *Code) Value { return ToValue(NewTuple(c.Consts...)) }),
			get("co_names", func(c *Code) Value { return strTuple(&c.names, c.Names) }),
			get("co_varnames", func(c *Code) Value { return strTuple(&c.varNames, c.shownVarNames()) }),
			get("co_cellvars", func(c *Code) Value { return strTuple(&c.cellVars, c.CellVars) }),
			get("co_freevars", func(c *Code) Value { return strTuple(&c.freeVars, c.FreeVars) }),
			get("co_code", func(c *Code) Value { return NewBytes(codeBytes(c)) }),
			get("_co_code_adaptive", func(c *Code) Value { return NewBytes(codeBytes(c)) }),
			{Name: "co_lnotab", Get: func(t *Thread, v Value) (Value, error) {
				if err := H.Warn(t, &DeprecationWarningType, "co_lnotab is deprecated, use co_lines instead.", 1); err != nil {
					return Value{}, err
				}
				return NewBytes(lineTable(As[Code](v).Loaded())), nil
			}},
			get("co_linetable", func(c *Code) Value {
				b := make([]byte, 0, 16*len(c.Positions()))
				for _, p := range c.Positions() {
					for _, n := range [...]int32{p.Line, p.EndLine, p.Col, p.EndCol} {
						b = binary.AppendVarint(b, int64(n))
					}
				}
				return NewBytes(b)
			}),
			get("co_exceptiontable", func(c *Code) Value {
				var b []byte
				for _, h := range c.Exceptions {
					for _, n := range [...]int32{h.Start, h.End, h.Target, int32(h.Reg)} {
						b = binary.AppendVarint(b, int64(n))
					}
				}
				return NewBytes(b)
			}),
		}
	}
	typ.Methods = func() []FuncDef {
		replace := FuncDef{Name: "replace", Sig: "**changes", NoSig: true, Doc: "Make another code object, which differs in the attributes that the keyword\narguments name.", Raw: codeReplace}
		same := replace
		same.Name = "__replace__"
		return []FuncDef{
			{Name: "co_lines", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return Iter(t, ToValue(codeLines(As[Code](self).Loaded())))
			}},
			{Name: "co_positions", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(&codePositions{Head: Head{&codePositionsType}, code: As[Code](self).Loaded()}), nil
			}},
			replace, same,
			sizeMethod("", func(v Value) int {
				c := As[Code](v).Loaded()
				return int(unsafe.Sizeof(bytecode.Instr(0)))*len(c.Instrs) + int(unsafe.Sizeof(bytecode.Position{}))*len(c.Positions())
			}),
			{Name: "_varname_from_oparg", Sig: "oparg", NoSig: true, Doc: "Return the name of the local variable in a place. For the interpreter's own use.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				i, err := IndexInt(t, args[0], &OverflowErrorType)
				if err != nil {
					return Value{}, err
				}
				names := As[Code](self).Loaded().localNames()
				if uint(i) >= uint(len(names)) {
					return Value{}, IndexErrorf("tuple index out of range")
				}
				return ToValue(names[i]), nil
			}},
		}
	}
}
