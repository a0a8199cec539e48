package objects

// __build_class__: what the class statement calls.

// resolveBases replaces bases by what their __mro_entries__ give (PEP 560).
func resolveBases(t *Thread, bases []Value) ([]Value, error) {
	var out []Value
	for i, b := range bases {
		if _, ok := TypeFrom(b); ok {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		fn, err := FindAttr(t, b, strMroEntries)
		if err != nil {
			return nil, err
		}
		if fn.IsZero() {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		r, err := Call1(t, fn, ToValue(NewTuple(bases...)))
		if err != nil {
			return nil, err
		}
		p, ok := TupleOf(r)
		if !ok {
			return nil, TypeErrorf("__mro_entries__ must return a tuple")
		}
		if out == nil {
			out = append(make([]Value, 0, len(bases)), bases[:i]...)
		}
		out = append(out, p.Items()...)
	}
	if out == nil {
		return bases, nil
	}
	return out, nil
}

func buildClass(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
	npos := len(args) - kw.Len()
	if npos < 2 {
		return Value{}, TypeErrorf("__build_class__: not enough arguments")
	}
	if !Is(args[0], &FunctionType) {
		return Value{}, TypeErrorf("__build_class__: func must be a function")
	}
	fn := As[Function](args[0])
	name, ok := StrOf(args[1])
	if !ok {
		return Value{}, TypeErrorf("__build_class__: name is not a string")
	}
	orig := append([]Value(nil), args[2:npos]...)
	bases, err := resolveBases(t, orig)
	if err != nil {
		return Value{}, err
	}
	resolved := len(bases) != len(orig) || !sameItems(bases, orig)
	// The keyword metaclass is taken out; the rest goes on to the metaclass.
	var meta Value
	var kwNames, kwValues []Value
	for i := range kw.Len() {
		if As[Str](kw.Item(i)).String() == "metaclass" {
			meta = args[npos+i]
			continue
		}
		kwNames = append(kwNames, kw.Item(i))
		kwValues = append(kwValues, args[npos+i])
	}
	if meta.IsZero() {
		meta = ToValue(&TypeType)
		if len(bases) > 0 {
			meta = ToValue(TypeOf(bases[0]))
		}
	}
	if mt, isType := TypeFrom(meta); isType {
		if mt, err = CalculateMetaclass(mt, bases); err != nil {
			return Value{}, err
		}
		meta = ToValue(mt)
	}
	var names *Tuple
	if len(kwNames) > 0 {
		names = NewTuple(kwNames...)
	}
	baseTuple := ToValue(NewTuple(bases...))
	call := []Value{ToValue(name), baseTuple}
	var ns Value
	prepare, err := FindAttr(t, meta, strPrepare)
	if err != nil {
		return Value{}, err
	}
	if prepare.IsZero() || Is(prepare, &BuiltinType) {
		ns = ToValue(NewDict())
	} else if ns, err = Call(t, prepare, append(call, kwValues...), names); err != nil {
		return Value{}, err
	}
	if nt := TypeOf(ns); nt != &DictType {
		nt.ready()
		_, isList := ListOf(ns)
		_, isTuple := TupleOf(ns)
		if nt.GetItem == nil || isList || isTuple {
			what := "<metaclass>"
			if mt, isType := TypeFrom(meta); isType {
				what = mt.Name
			}
			return Value{}, TypeErrorf("%s.__prepare__() must return a mapping, not %s", what, nt)
		}
	}
	cell, err := H.Exec(t, fn.Code, fn.Globals, ns, fn.Closure)
	if err != nil {
		return Value{}, err
	}
	if resolved {
		if err := SetItem(t, ns, ToValue(strOrigBases), ToValue(NewTuple(orig...))); err != nil {
			return Value{}, err
		}
	}
	cls, err := Call(t, meta, append([]Value{ToValue(name), baseTuple, ns}, kwValues...), names)
	if err != nil {
		return Value{}, err
	}
	if _, isType := TypeFrom(cls); isType && Is(cell, &CellType) {
		// __classcell__ must have reached type.__new__.
		c := As[Cell](cell).V
		if c.IsZero() {
			return Value{}, RuntimeErrorf("__class__ not set defining '%s' as %s. Was __classcell__ propagated to type.__new__?", name, classText(t, cls))
		}
		if c != cls {
			return Value{}, TypeErrorf("__class__ set to %s defining '%s' as %s", classText(t, c), name, classText(t, cls))
		}
	}
	return cls, nil
}

func classText(t *Thread, v Value) string {
	s, err := ReprString(t, v)
	if err != nil {
		return "?"
	}
	return s
}
