package objects

// StructSeqDef declares a structseq: a tuple type whose items have names, such as time.struct_time. Fields past Visible
// are attributes that are not items of the sequence.
type StructSeqDef struct {
	Name    string // with the module: "time.struct_time"
	Doc     string
	Fields  []StructSeqField
	Visible int // 0: all
}

// StructSeqField is a field; an empty name is an item without attribute.
type StructSeqField struct{ Name, Doc string }

// structSeq is an instance: the visible items, and the hidden ones behind them in the same memory.
type structSeq struct {
	Tuple
	hidden []Value
}

// NewStructSeqType makes the type of a structseq.
func NewStructSeqType(def StructSeqDef) *Type {
	visible := def.Visible
	if visible == 0 {
		visible = len(def.Fields)
	}
	module, name := "", def.Name
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			module, name = name[:i], name[i+1:]
			break
		}
	}
	typ := &Type{Name: name, Module: module, Doc: def.Doc, Base: &TupleType}
	typ.Flags = FlagTupleSub
	if module != "sys" {
		typ.Flags |= FlagMutable
	}
	var names []string // of those that have one; repr() gives them to the items in turn
	for _, f := range def.Fields {
		if f.Name != "" {
			names = append(names, f.Name)
		}
	}
	unnamed := len(def.Fields) - len(names)
	layout[structSeq](typ)
	typ.GetSets = func() []GetSetDef {
		var list []GetSetDef
		for i, f := range def.Fields {
			if f.Name == "" {
				continue
			}
			list = append(list, GetSetDef{Name: f.Name, Doc: f.Doc, Member: true, Get: func(t *Thread, self Value) (Value, error) {
				s := As[structSeq](self)
				if i < visible {
					return s.Item(i), nil
				}
				if i-visible < len(s.hidden) {
					return s.hidden[i-visible], nil
				}
				return None, nil
			}})
		}
		return list
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__reduce__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				s := As[structSeq](self)
				d := NewDict()
				for i := visible; i < len(def.Fields); i++ {
					if i-visible < len(s.hidden) {
						d.SetStr(Intern(def.Fields[i].Name), s.hidden[i-visible])
					}
				}
				return ToValue(NewTuple(ToValue(typ), ToValue(NewTuple(ToValue(NewTuple(s.Items()...)), ToValue(d))))), nil
			}},
			{Name: "__replace__", Sig: "**changes", Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
				if len(args) > kw.Len() {
					return Value{}, TypeErrorf("__replace__() takes no positional arguments (%d given)", len(args)-kw.Len())
				}
				if unnamed > 0 {
					return Value{}, TypeErrorf("__replace__() is not supported for %s because it has unnamed field(s)", def.Name)
				}
				s := As[structSeq](self)
				vals := append(append([]Value(nil), s.Items()...), s.hidden...)
				var unexpected []Value
			names:
				for k := range kw.Len() {
					key := As[Str](kw.Item(k))
					for i, f := range def.Fields {
						if f.Name == key.String() && i < len(vals) {
							vals[i] = args[k]
							continue names
						}
					}
					unexpected = append(unexpected, kw.Item(k))
				}
				if unexpected != nil {
					text, err := ReprString(t, ToValue(NewList(unexpected...)))
					if err != nil {
						return Value{}, err
					}
					return Value{}, TypeErrorf("Got unexpected field name(s): %s", text)
				}
				return NewStructSeq(typ, visible, vals...), nil
			}},
		}
	}
	typ.New = NewBound("structseq", "sequence, dict=?", func(t *Thread, cls *Type, args []Value) (Value, error) {
		var items []Value
		err := Each(t, args[0], func(v Value) error {
			items = append(items, v)
			return nil
		})
		if err != nil {
			if IsError(err, &TypeErrorType) && TypeOf(args[0]).Iter == nil {
				err = TypeErrorf("constructor requires a sequence")
			}
			return Value{}, err
		}
		d, ok := DictOf(args[1])
		if !ok && !args[1].IsZero() {
			return Value{}, TypeErrorf("%s() takes a dict as second arg, if any", def.Name)
		}
		if n := len(items); n < visible || n > len(def.Fields) {
			if visible != len(def.Fields) {
				word, limit := "at least", visible
				if n > len(def.Fields) {
					word, limit = "at most", len(def.Fields)
				}
				return Value{}, TypeErrorf("%s() takes an %s %d-sequence (%d-sequence given)", def.Name, word, limit, n)
			}
			return Value{}, TypeErrorf("%s() takes a %d-sequence (%d-sequence given)", def.Name, visible, n)
		}
		given := len(items)
		for len(items) < len(def.Fields) {
			items = append(items, None)
		}
		if d != nil {
			found := 0
			for i := given; i < len(def.Fields); i++ {
				if v := d.GetStr(Intern(def.Fields[i].Name)); !v.IsZero() {
					items[i] = v
					found++
				}
			}
			if d.Len() > found {
				return Value{}, TypeErrorf("%s() got duplicate or unexpected field name(s)", def.Name)
			}
		}
		return NewStructSeq(typ, visible, items...), nil
	})
	typ.Repr = func(t *Thread, self Value) (Value, error) {
		s := As[structSeq](self)
		out := def.Name + "("
		for i := range visible {
			if i > 0 {
				out += ", "
			}
			r, err := ReprString(t, s.Item(i))
			if err != nil {
				return Value{}, err
			}
			out += names[i] + "=" + r
		}
		return StrValue(out + ")"), nil
	}
	typ.ready()
	typ.dict.SetStr(Intern("n_fields"), Int(int64(len(def.Fields))))
	typ.dict.SetStr(Intern("n_sequence_fields"), Int(int64(visible)))
	typ.dict.SetStr(Intern("n_unnamed_fields"), Int(int64(unnamed)))
	args := make([]Value, 0, visible)
	for _, f := range def.Fields[:visible] {
		if f.Name != "" {
			args = append(args, Intern(f.Name).Value())
		}
	}
	typ.dict.SetStr(strMatchArgs, ToValue(NewTuple(args...)))
	return typ
}

// NewStructSeq makes an instance of a structseq type from all its fields; visible is the number of items of the sequence.
func NewStructSeq(typ *Type, visible int, values ...Value) Value {
	s := As[structSeq](typ.Alloc(typ))
	SetTupleItems(&s.Tuple, append([]Value(nil), values[:visible]...))
	s.hidden = append([]Value(nil), values[visible:]...)
	return ToValue(s)
}
