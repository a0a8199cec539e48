package objects

// Frames, tracebacks, and the write-through view of local variables (PEP 667).

// CurrentPC returns the index of the instruction that the frame runs or ended at.
func (f *Frame) CurrentPC() int { return int(H.FramePC(f)) }

// lasti is f_lasti.
func (f *Frame) lasti() int {
	if f.Starting {
		return 0
	}
	return disOffset(f.CurrentPC())
}

// Line returns f_lineno; 0 where the instruction has no line.
func (f *Frame) Line() int32 {
	if f.Starting {
		return f.Code.FirstLine
	}
	return f.Code.LineAt(f.CurrentPC())
}

// LineAt returns the source line of an instruction, 0 for none.
func (c *Code) LineAt(pc int) int32 {
	if pc >= 0 && pc < len(c.Positions()) {
		return c.Positions()[pc].Line
	}
	return c.FirstLine
}

// LineOf returns tb_lineno.
func (tb *Traceback) LineOf() int32 {
	if tb.Line != 0 {
		return tb.Line
	}
	return tb.Frame.Code.LineAt(int(tb.PC))
}

// NewTraceback puts a frame before a chain of tracebacks.
func NewTraceback(next *Traceback, f *Frame, pc int32) *Traceback {
	return &Traceback{Head: Head{&TracebackType}, Next: next, Frame: f, PC: pc}
}

// FrameLocals is f_locals of a function's frame: a mapping that reads and writes the variables.
type FrameLocals struct {
	Head
	Frame *Frame
}

// names are the names of the registers that have one.
func (c *Code) localNames() []*Str {
	names := make([]*Str, 0, c.NumLocals())
	names = append(names, c.VarNames...)
	names = append(names, c.CellVars...)
	return append(names, c.FreeVars...)
}

// isCellArg reports whether register i is a parameter that also has a cell, which then holds its value.
func (c *Code) cellOf(i int) int {
	if i < len(c.VarNames) {
		for j, n := range c.CellVars {
			if n == c.VarNames[i] {
				return len(c.VarNames) + j
			}
		}
	}
	return i
}

// inlined returns the variables of the inlined comprehensions around the present instruction, inner ones first.
func (f *Frame) inlined(yield func(v *InlinedVar) bool) {
	if len(f.Code.Inlined) == 0 || f.Rec == nil && (f.Gen == nil || f.Gen.State == GenClosed) {
		return
	}
	pc := int32(f.CurrentPC())
	for i := range f.Code.Inlined {
		if v := &f.Code.Inlined[i]; v.Start <= pc && pc < v.End && !yield(v) {
			return
		}
	}
}

// value returns the value of the variable, zero while it is unbound.
func (v *InlinedVar) value(f *Frame) Value {
	r := f.Reg(int(v.Reg))
	if v.Cell && Is(r, &CellType) {
		return As[Cell](r).V
	}
	return r
}

func (v *InlinedVar) set(f *Frame, x Value) {
	p := &f.Registers()[v.Reg]
	if v.Cell && Is(*p, &CellType) {
		p = &As[Cell](*p).V
	}
	*p = x
}

// inlinedVar finds the variable of an inlined comprehension that hides others of the name.
func (f *Frame) inlinedVar(name *Str) *InlinedVar {
	for v := range f.inlined {
		if v.Name == name || v.Name.Equal(name) {
			return v
		}
	}
	return nil
}

// hasInlined reports whether a variable of an inlined comprehension is bound.
func (f *Frame) hasInlined() bool {
	for v := range f.inlined {
		if !v.value(f).IsZero() {
			return true
		}
	}
	return false
}

// eachLocal calls f for every variable that is bound: name and register.
func (f *Frame) eachLocal(visit func(name *Str, v Value)) {
	code := f.Code
	for i, n := range code.localNames() {
		if code.cellOf(i) != i {
			continue
		}
		if v := f.Local(i); !v.IsZero() && f.inlinedVar(n) == nil {
			visit(n, v)
		}
	}
	for v := range f.inlined {
		if x := v.value(f); f.inlinedVar(v.Name) == v && !x.IsZero() {
			visit(v.Name, x)
		}
	}
}

// findLocal returns the register of a variable, or -1.
func (f *Frame) findLocal(name *Str) int {
	for i, n := range f.Code.localNames() {
		if f.Code.cellOf(i) == i && (n == name || n.Equal(name)) {
			return i
		}
	}
	return -1
}

// setLocal stores a variable.
func (f *Frame) setLocal(i int, v Value) {
	regs := f.Registers()
	if i >= len(regs) {
		return
	}
	if i >= len(f.Code.VarNames) && Is(regs[i], &CellType) {
		As[Cell](regs[i]).V = v
		return
	}
	regs[i] = v
}

// FrameLocalsSnapshot is what locals() gives: the namespace of a module or class body, a new dict in a function.
func FrameLocalsSnapshot(t *Thread, f *Frame) (Value, error) {
	if f.Code.Flags&CoOptimized == 0 && !f.hasInlined() {
		return f.LocalsNS, nil
	}
	d := NewDict()
	f.eachLocal(func(n *Str, v Value) { d.SetStr(n, v) })
	if f.Extra != nil {
		return ToValue(d), d.mergeDict(t, f.Extra, true)
	}
	return ToValue(d), nil
}

// Locals returns f_locals.
func (f *Frame) Locals() Value {
	if f.Code.Flags&CoOptimized == 0 && !f.hasInlined() {
		return f.LocalsNS
	}
	f.Exposed = true
	return ToValue(&FrameLocals{Head{&FrameLocalsType}, f})
}

func frameLocalsGet(t *Thread, self, key Value) (Value, error) {
	f := As[FrameLocals](self).Frame
	if s, ok := StrOf(key); ok {
		if v := f.inlinedVar(s); v != nil {
			return v.value(f), nil
		}
		if i := f.findLocal(s); i >= 0 {
			return f.Local(i), nil
		}
	}
	if f.Extra != nil {
		return f.Extra.Get(t, key)
	}
	_, err := Hash(t, key)
	return Value{}, err
}

func frameLocalsDict(t *Thread, self Value) *Dict {
	v, err := FrameLocalsSnapshot(t, As[FrameLocals](self).Frame)
	if err != nil {
		return NewDict()
	}
	return As[Dict](v)
}

func initFrameLocals() {
	typ := &FrameLocalsType
	typ.Name = "FrameLocalsProxy"
	typ.Flags = FlagMapping
	layout[FrameLocals](typ)
	typ.New = NewBound("FrameLocalsProxy", "frame, /", func(t *Thread, typ *Type, args []Value) (Value, error) {
		if !Is(args[0], &FrameType) {
			return Value{}, TypeErrorf("expect frame, not %s", TypeOf(args[0]))
		}
		return ToValue(&FrameLocals{Head{typ}, As[Frame](args[0])}), nil
	})
	typ.GetItem = func(t *Thread, self, key Value) (Value, error) {
		v, err := frameLocalsGet(t, self, key)
		if err == nil && v.IsZero() {
			r, rerr := ReprString(t, key)
			if rerr != nil {
				return Value{}, rerr
			}
			err = Errorf(&KeyErrorType, "local variable '%s' is not defined", r)
		}
		return v, err
	}
	typ.SetItem = func(t *Thread, self, key, v Value) error {
		if v.IsZero() {
			return TypeErrorf("cannot remove variables from FrameLocalsProxy")
		}
		f := As[FrameLocals](self).Frame
		if s, ok := StrOf(key); ok {
			if w := f.inlinedVar(s); w != nil {
				w.set(f, v)
				return nil
			}
			if i := f.findLocal(s); i >= 0 {
				f.setLocal(i, v)
				return nil
			}
		}
		if f.Extra == nil {
			f.Extra = NewDict()
		}
		return dictSetItem(t, ToValue(f.Extra), key, v)
	}
	typ.Len = func(t *Thread, self Value) (int, error) { return frameLocalsDict(t, self).Len(), nil }
	typ.Iter = func(t *Thread, self Value) (Value, error) { return Iter(t, keysList(frameLocalsDict(t, self))) }
	typ.Contains = func(t *Thread, self, key Value) (bool, error) {
		v, err := frameLocalsGet(t, self, key)
		return !v.IsZero(), err
	}
	typ.Repr = func(t *Thread, self Value) (Value, error) {
		if t.EnterRepr(self) {
			return StrValue("{...}"), nil
		}
		defer t.LeaveRepr(self)
		return dictRepr(t, ToValue(frameLocalsDict(t, self)))
	}
	typ.Hash = hashNotImplemented
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if Is(b, &FrameLocalsType) {
			return compareSame(a, b, op, As[FrameLocals](a).Frame == As[FrameLocals](b).Frame)
		}
		return dictCompare(t, ToValue(frameLocalsDict(t, a)), b, op)
	}
	typ.Number.Binary[OpOr] = func(t *Thread, a, b Value) (Value, error) {
		if Is(a, &FrameLocalsType) {
			a = ToValue(frameLocalsDict(t, a))
		}
		if Is(b, &FrameLocalsType) {
			b = ToValue(frameLocalsDict(t, b))
		}
		return dictOr(t, a, b)
	}
	update := func(t *Thread, self, other Value) error {
		var d *Dict
		switch o, ok := DictOf(other); {
		case ok:
			d = o
		case Is(other, &FrameLocalsType):
			d = frameLocalsDict(t, other)
		default:
			return TypeErrorf("update() argument must be dict or another FrameLocalsProxy")
		}
		for _, e := range d.entries {
			if !e.key.IsZero() {
				if err := typ.SetItem(t, self, e.key, e.value); err != nil {
					return err
				}
			}
		}
		return nil
	}
	typ.Number.Inplace[OpOr] = func(t *Thread, a, b Value) (Value, error) { return a, update(t, a, b) }
	typ.Traverse = func(v Value, visit func(Value)) { visit(ToValue(As[FrameLocals](v).Frame)) }
	typ.Methods = func() []FuncDef {
		forward := func(name string) FuncDef {
			return FuncDef{Name: name, NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := CallMethod(t, ToValue(frameLocalsDict(t, self)), Intern(name))
				if err != nil || name == "copy" {
					return v, err
				}
				l, err := ToList(t, v)
				return ToValue(l), err
			}}
		}
		return []FuncDef{forward("keys"), forward("values"), forward("items"), forward("copy"), forward("__reversed__"),
			{Name: "get", Sig: "key, default=None, /", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := frameLocalsGet(t, self, args[0])
				if err == nil && v.IsZero() {
					v = orNone(args[1])
				}
				return v, err
			}},
			{Name: "update", Sig: "other, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return None, update(t, self, args[0])
			}},
			{Name: "setdefault", Sig: "key, default=None, /", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := frameLocalsGet(t, self, args[0])
				if err == nil && v.IsZero() {
					v = orNone(args[1])
					err = typ.SetItem(t, self, args[0], v)
				}
				return v, err
			}},
		}
	}
}

func initFrame() {
	initFrameLocals()
	typ := &FrameType
	typ.Name = "frame"
	typ.Flags = FlagNoInstantiate
	layout[Frame](typ)
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		f := As[Frame](v)
		file, err := ReprString(t, ToValue(f.Code.Filename))
		line, _ := ReprString(t, Int(int64(f.Line())))
		return StrValue("<frame at " + Address(v) + ", file " + file + ", line " + line + ", code " + f.Code.Name.String() + ">"), err
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		f := As[Frame](v)
		visit(ToValue(f.Code))
		if f.Globals != nil {
			visit(ToValue(f.Globals))
		}
		if f.Back != nil {
			visit(ToValue(f.Back))
		}
		for _, r := range f.Registers() {
			visitOpt(visit, r)
		}
		visitOpt(visit, f.LocalsNS)
		visitOpt(visit, f.Trace)
		if f.Extra != nil {
			visit(ToValue(f.Extra))
		}
	}
	typ.GetSets = func() []GetSetDef {
		get := func(name string, f func(t *Thread, f *Frame) Value) GetSetDef {
			return GetSetDef{Name: name, Get: func(t *Thread, v Value) (Value, error) { return orNone(f(t, As[Frame](v))), nil }}
		}
		flag := func(name string, p func(f *Frame) *bool, inverse bool) GetSetDef {
			d := get(name, func(t *Thread, f *Frame) Value { return Bool(*p(f) != inverse) })
			d.Set = func(t *Thread, self, v Value) error {
				if v != True && v != False {
					return TypeErrorf("attribute value type must be bool")
				}
				*p(As[Frame](self)) = (v == True) != inverse
				return nil
			}
			return d
		}
		trace := get("f_trace", func(t *Thread, f *Frame) Value { return f.Trace })
		trace.Set = func(t *Thread, self, v Value) error {
			f := As[Frame](self)
			f.Trace = noneToZero(v)
			if !f.Trace.IsZero() && f.TraceOpcodes {
				f.Code.TraceOpcodes = true
			}
			return nil
		}
		line := get("f_lineno", func(t *Thread, f *Frame) Value {
			if n := f.Line(); n > 0 {
				return Int(int64(n))
			}
			return None
		})
		line.Set = func(t *Thread, self, v Value) error {
			if H.SetLine == nil {
				return ValueErrorf("f_lineno can only be set in a trace function")
			}
			return H.SetLine(t, As[Frame](self), v)
		}
		// As in CPython the events of instructions begin only where the frame has a trace function by then.
		opcodes := flag("f_trace_opcodes", func(f *Frame) *bool { return &f.TraceOpcodes }, false)
		setOpcodes := opcodes.Set
		opcodes.Set = func(t *Thread, self, v Value) error {
			err := setOpcodes(t, self, v)
			if f := As[Frame](self); err == nil && (!f.TraceOpcodes || !f.Trace.IsZero()) {
				f.Code.TraceOpcodes = f.TraceOpcodes
			}
			return err
		}
		lines := flag("f_trace_lines", func(f *Frame) *bool { return &f.NoTraceLines }, true)
		lines.Member = true
		return []GetSetDef{
			get("f_back", func(t *Thread, f *Frame) Value {
				if H.FrameBack != nil {
					f.Back = H.FrameBack(t, f)
				}
				if f.Back == nil {
					return None
				}
				return ToValue(f.Back)
			}),
			get("f_code", func(t *Thread, f *Frame) Value { return ToValue(f.Code) }),
			get("f_globals", func(t *Thread, f *Frame) Value { return ToValue(f.Globals) }),
			get("f_builtins", func(t *Thread, f *Frame) Value { return BuiltinsValue(f.Builtins) }),
			get("f_locals", func(t *Thread, f *Frame) Value { return f.Locals() }),
			get("f_lasti", func(t *Thread, f *Frame) Value { return Int(int64(f.lasti())) }),
			line, trace,
			lines, opcodes,
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{sizeMethod("Return how many bytes the frame takes.", func(v Value) int {
			return valueSize * len(As[Frame](v).Registers())
		}), {Name: "clear", NoSig: true, Doc: "F.clear(): clear all references held by the frame", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			f := As[Frame](self)
			if f.Gen != nil && f.Gen.State != GenClosed {
				if f.Gen.State == GenRunning {
					return Value{}, RuntimeErrorf("cannot clear an executing frame")
				}
				if f.Gen.State == GenSuspended {
					return Value{}, RuntimeErrorf("cannot clear a suspended frame")
				}
				f.Gen.Finalize(t)
				_, err := f.Gen.Close(t)
				return None, err
			}
			if f.Rec != nil {
				return Value{}, RuntimeErrorf("cannot clear an executing frame")
			}
			clear(f.Regs)
			f.Extra = nil
			return None, nil
		}}}
	}
}

func initTraceback() {
	typ := &TracebackType
	typ.Name = "traceback"
	typ.Doc = "One entry of a traceback: a frame and where it stands."
	layout[Traceback](typ)
	typ.New = NewBound("traceback", "tb_next, tb_frame, tb_lasti, tb_lineno", func(t *Thread, typ *Type, args []Value) (Value, error) {
		var next *Traceback
		if Is(args[0], &TracebackType) {
			next = As[Traceback](args[0])
		} else if args[0] != None {
			return Value{}, TypeErrorf("expected traceback object or None, got '%s'", TypeOf(args[0]))
		}
		if !Is(args[1], &FrameType) {
			return Value{}, TypeErrorf("traceback() argument 'tb_frame' must be frame, not %s", TypeOf(args[1]))
		}
		pc, err := IndexInt(t, args[2], &OverflowErrorType)
		if err != nil {
			return Value{}, err
		}
		line, err := IndexInt(t, args[3], &OverflowErrorType)
		tb := NewTraceback(next, As[Frame](args[1]), int32(disPC(pc)))
		tb.Line, tb.Lasti = int32(line), int32(pc)
		return ToValue(tb), err
	})
	typ.Traverse = func(v Value, visit func(Value)) {
		tb := As[Traceback](v)
		visit(ToValue(tb.Frame))
		if tb.Next != nil {
			visit(ToValue(tb.Next))
		}
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "tb_next", Get: func(t *Thread, v Value) (Value, error) {
				if n := As[Traceback](v).Next; n != nil {
					return ToValue(n), nil
				}
				return None, nil
			}, Set: func(t *Thread, self, v Value) error {
				tb := As[Traceback](self)
				switch {
				case v.IsZero():
					return TypeErrorf("can't delete tb_next attribute")
				case v == None:
					tb.Next = nil
					return nil
				case !Is(v, &TracebackType):
					return TypeErrorf("expected traceback object, got '%s'", TypeOf(v))
				}
				for n := As[Traceback](v); n != nil; n = n.Next {
					if n == tb {
						return ValueErrorf("traceback loop detected")
					}
				}
				tb.Next = As[Traceback](v)
				return nil
			}},
			{Name: "tb_lineno", Get: func(t *Thread, v Value) (Value, error) {
				if n := As[Traceback](v).LineOf(); n > 0 {
					return Int(int64(n)), nil
				}
				return None, nil
			}},
		}
	}
	typ.Members = func() []MemberDef {
		return []MemberDef{
			{Name: "tb_frame", ReadOnly: true, Get: func(v Value) Value { return ToValue(As[Traceback](v).Frame) }},
			{Name: "tb_lasti", ReadOnly: true, Get: func(v Value) Value {
				tb := As[Traceback](v)
				if tb.Lasti != 0 {
					return Int(int64(tb.Lasti))
				}
				return Int(int64(disOffset(int(tb.PC))))
			}},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__dir__", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return ToValue(NewList(StrValue("tb_frame"), StrValue("tb_next"), StrValue("tb_lasti"), StrValue("tb_lineno"))), nil
		}}}
	}
}
