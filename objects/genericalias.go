package objects

import "strings"

// types.GenericAlias (PEP 585) and types.UnionType (PEP 604).

// GenericAlias is a parametrised type: list[int].
type GenericAlias struct {
	Head
	Origin  Value
	Args    *Tuple
	params  *Tuple // made on demand
	starred bool
}

// Union is X | Y of types.
type Union struct {
	Head
	Args   *Tuple
	params *Tuple
}

// NewGenericAlias is GenericAlias(origin, args); args is a tuple or a single argument.
func NewGenericAlias(t *Thread, origin, args Value) (Value, error) {
	p, ok := TupleOf(args)
	if !ok {
		p = NewTuple(args)
	}
	return ToValue(&GenericAlias{Head: Head{&GenericAliasType}, Origin: origin, Args: p}), nil
}

// aliasItemRepr shows a type argument.
func aliasItemRepr(t *Thread, b *strings.Builder, v Value) error {
	if v == Ellipsis {
		b.WriteString("...")
		return nil
	}
	if l, ok := ListOf(v); ok {
		b.WriteByte('[')
		for i, x := range l.Items() {
			if i > 0 {
				b.WriteString(", ")
			}
			if err := aliasItemRepr(t, b, x); err != nil {
				return err
			}
		}
		b.WriteByte(']')
		return nil
	}
	s, err := typeItemRepr(t, v)
	b.WriteString(s)
	return err
}

// typeItemRepr is the name of a type where v is one, else its representation.
func typeItemRepr(t *Thread, v Value) (string, error) {
	if v == ToValue(&NoneType) {
		return "None", nil
	}
	origin, err := FindAttr(t, v, Intern("__origin__"))
	if err != nil {
		return "", err
	}
	args, err := FindAttr(t, v, Intern("__args__"))
	if err != nil {
		return "", err
	}
	if origin.IsZero() || args.IsZero() {
		q, err := FindAttr(t, v, strQualname)
		if err != nil {
			return "", err
		}
		m, err := FindAttr(t, v, strModule)
		if err != nil {
			return "", err
		}
		if !q.IsZero() && !m.IsZero() && m != None {
			qs, err := StrString(t, q)
			if err != nil {
				return "", err
			}
			ms, err := StrString(t, m)
			if err != nil || ms == "builtins" {
				return qs, err
			}
			return ms + "." + qs, nil
		}
	}
	return ReprString(t, v)
}

func aliasRepr(t *Thread, self Value) (Value, error) {
	a := As[GenericAlias](self)
	var b strings.Builder
	if a.starred {
		b.WriteByte('*')
	}
	if err := aliasItemRepr(t, &b, a.Origin); err != nil {
		return Value{}, err
	}
	b.WriteByte('[')
	for i, x := range a.Args.Items() {
		if i > 0 {
			b.WriteString(", ")
		}
		if err := aliasItemRepr(t, &b, x); err != nil {
			return Value{}, err
		}
	}
	if a.Args.Len() == 0 {
		b.WriteString("()")
	}
	b.WriteByte(']')
	return StrValue(b.String()), nil
}

// typeParameters collects the type variables among arguments, in order, each once.
func typeParameters(t *Thread, args []Value) (*Tuple, error) {
	var params []Value
	add := func(v Value) {
		for _, p := range params {
			if p == v {
				return
			}
		}
		params = append(params, v)
	}
	for _, v := range args {
		if _, ok := TypeFrom(v); ok {
			continue
		}
		// What has __typing_subst__ is a type variable.
		if !TypeOf(v).Lookup(Intern("__typing_subst__")).IsZero() {
			add(v)
			continue
		}
		var inner *Tuple
		if l, ok := ListOf(v); ok {
			var err error
			if inner, err = typeParameters(t, l.Items()); err != nil {
				return nil, err
			}
		} else {
			p, err := FindAttr(t, v, Intern("__parameters__"))
			if err != nil {
				return nil, err
			}
			inner, _ = TupleOf(orNone(p))
		}
		for _, p := range inner.Items() {
			add(p)
		}
	}
	return NewTuple(params...), nil
}

func (a *GenericAlias) parameters(t *Thread) (*Tuple, error) {
	if a.params == nil {
		p, err := typeParameters(t, a.Args.Items())
		if err != nil {
			return nil, err
		}
		a.params = p
	}
	return a.params, nil
}

// unpackedArgs gives what stands in the brackets behind an alias as a tuple, with the arguments of unpacked tuples of known length in
// their place: *tuple[int, str].
func unpackedArgs(t *Thread, item Value) (Value, error) {
	given, ok := TupleOf(item)
	if !ok {
		given = NewTuple(item)
	}
	var out []Value
	for _, x := range given.Items() {
		if _, isType := TypeFrom(x); !isType {
			v, err := FindAttr(t, x, Intern("__typing_unpacked_tuple_args__"))
			if err != nil {
				return Value{}, err
			}
			if inner, ok := TupleOf(orNone(v)); ok && (inner.Len() == 0 || inner.Item(inner.Len()-1) != Ellipsis) {
				out = append(out, inner.Items()...)
				continue
			}
		}
		out = append(out, x)
	}
	return ToValue(NewTuple(out...)), nil
}

// substitute replaces the type variables of arguments: C[T][int].
func substitute(t *Thread, self Value, args []Value, params *Tuple, item Value) ([]Value, error) {
	n := params.Len()
	if n == 0 {
		r, err := ReprString(t, self)
		if err != nil {
			return nil, err
		}
		return nil, TypeErrorf("%s is not a generic class", r)
	}
	subject, err := unpackedArgs(t, item)
	if err != nil {
		return nil, err
	}
	for _, p := range params.Items() {
		prep, err := FindAttr(t, p, Intern("__typing_prepare_subst__"))
		if err != nil {
			return nil, err
		}
		if prep.IsZero() || prep == None {
			continue
		}
		if subject, err = Call2(t, prep, self, subject); err != nil {
			return nil, err
		}
	}
	given, ok := TupleOf(subject)
	if !ok {
		given = NewTuple(subject)
	}
	if given.Len() != n {
		word := "few"
		if given.Len() > n {
			word = "many"
		}
		r, err := ReprString(t, self)
		if err != nil {
			return nil, err
		}
		return nil, TypeErrorf("Too %s arguments for %s; actual %d, expected %d", word, r, given.Len(), n)
	}
	lookup := func(v Value) Value {
		for i, p := range params.Items() {
			if p == v {
				return given.Item(i)
			}
		}
		return Value{}
	}
	var out []Value
	for _, a := range args {
		if _, ok := TypeFrom(a); ok {
			out = append(out, a)
			continue
		}
		if l, ok := TupleOf(a); ok {
			sub, err := substitute(t, self, l.Items(), params, item)
			if err != nil {
				return nil, err
			}
			out = append(out, ToValue(NewTuple(sub...)))
			continue
		}
		if l, ok := ListOf(a); ok {
			sub, err := substitute(t, self, l.Items(), params, item)
			if err != nil {
				return nil, err
			}
			out = append(out, ToValue(NewList(sub...)))
			continue
		}
		unpack, err := FindAttr(t, a, Intern("__typing_is_unpacked_typevartuple__"))
		if err != nil {
			return nil, err
		}
		subst, err := FindAttr(t, a, Intern("__typing_subst__"))
		if err != nil {
			return nil, err
		}
		r := a
		if !subst.IsZero() {
			x := lookup(a)
			if r, err = Call1(t, subst, x); err != nil {
				return nil, err
			}
		} else {
			inner, err := FindAttr(t, a, Intern("__parameters__"))
			if err != nil {
				return nil, err
			}
			if ip, ok := TupleOf(orNone(inner)); ok && ip.Len() > 0 {
				var sub []Value
				for _, p := range ip.Items() {
					x := lookup(p)
					if x.IsZero() {
						x = p
					}
					if xs, ok := TupleOf(x); ok && TypeOf(p).Iter != nil {
						// A TypeVarTuple.
						sub = append(sub, xs.Items()...)
					} else {
						sub = append(sub, x)
					}
				}
				if r, err = GetItem(t, a, ToValue(NewTuple(sub...))); err != nil {
					return nil, err
				}
			}
		}
		if !unpack.IsZero() {
			if ok, err := Truth(t, unpack); err != nil {
				return nil, err
			} else if xs, isTuple := TupleOf(r); ok && isTuple {
				out = append(out, xs.Items()...)
				continue
			}
		}
		out = append(out, r)
	}
	return out, nil
}

// aliasOwn are the attributes that an alias answers itself; all others are the origin's.
var aliasOwn = map[string]bool{"__class__": true, "__bases__": true, "__copy__": true, "__deepcopy__": true,
	"__origin__": true, "__args__": true, "__unpacked__": true, "__parameters__": true, "__typing_unpacked_tuple_args__": true,
	"__mro_entries__": true, "__reduce_ex__": true, "__reduce__": true}

func initGenericAlias() {
	typ := &GenericAliasType
	typ.Name = "GenericAlias"
	typ.Module = "types"
	typ.Doc = "A class with the types it holds (PEP 585): dict[str, int] has __origin__ dict\nand __args__ (str, int)."
	typ.Flags = FlagBase | FlagWeakrefs
	layout[GenericAlias](typ)
	typ.New = NewBound("GenericAlias", "origin, args, /", func(t *Thread, typ *Type, args []Value) (Value, error) {
		v, err := NewGenericAlias(t, args[0], args[1])
		if err == nil && typ != &GenericAliasType {
			a := As[GenericAlias](v)
			s := As[GenericAlias](typ.newObject())
			s.Origin, s.Args = a.Origin, a.Args
			v = ToValue(s)
		}
		return v, err
	})
	typ.Repr = aliasRepr
	typ.Call = func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		v, err := Call(t, As[GenericAlias](self).Origin, args, kw)
		if err != nil {
			return v, err
		}
		// Instances remember the alias where they can.
		if v.IsObject() {
			if err := SetAttr(t, v, strOrigClass, self); err != nil && !IsError(err, &AttributeErrorType) && !IsError(err, &TypeErrorType) {
				return Value{}, err
			}
		}
		return v, nil
	}
	typ.GetAttr = func(t *Thread, self Value, name *Str) (Value, error) {
		if !aliasOwn[name.String()] {
			origin := As[GenericAlias](self).Origin
			v, err := LookupAttr(t, origin, name)
			if err == nil && v.IsZero() {
				err = AttributeError(origin, name)
			}
			return v, err
		}
		return GenericGetAttr(t, self, name)
	}
	typ.GetItem = func(t *Thread, self, item Value) (Value, error) {
		a := As[GenericAlias](self)
		params, err := a.parameters(t)
		if err != nil {
			return Value{}, err
		}
		args, err := substitute(t, self, a.Args.Items(), params, item)
		if err != nil {
			return Value{}, err
		}
		n := &GenericAlias{Head: Head{a.typ}, Origin: a.Origin, Args: NewTuple(args...), starred: a.starred}
		return ToValue(n), nil
	}
	typ.Iter = func(t *Thread, self Value) (Value, error) {
		return ToValue(&aliasIterator{Head{&aliasIteratorType}, As[GenericAlias](self)}), nil
	}
	initAliasIterator()
	typ.Hash = func(t *Thread, self Value) (int64, error) {
		a := As[GenericAlias](self)
		h, err := Hash(t, a.Origin)
		if err != nil {
			return 0, err
		}
		h2, err := tupleHash(t, ToValue(a.Args))
		return fixHash(h ^ h2), err
	}
	typ.Compare = func(t *Thread, x, y Value, op CompareOp) (Value, error) {
		if !IsInstance(x, &GenericAliasType) || !IsInstance(y, &GenericAliasType) || op != OpEq && op != OpNe {
			return NotImplemented, nil
		}
		a, b := As[GenericAlias](x), As[GenericAlias](y)
		if a.starred != b.starred {
			return Bool(op == OpNe), nil
		}
		eq, err := Equal(t, a.Origin, b.Origin)
		if err == nil && eq {
			eq, err = Equal(t, ToValue(a.Args), ToValue(b.Args))
		}
		return Bool(eq == (op == OpEq)), err
	}
	typ.Number.Binary[OpOr] = UnionOr
	typ.Traverse = func(v Value, visit func(Value)) {
		visit(As[GenericAlias](v).Origin)
		visit(ToValue(As[GenericAlias](v).Args))
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "__origin__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return As[GenericAlias](v).Origin, nil }},
			{Name: "__args__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return ToValue(As[GenericAlias](v).Args), nil }},
			{Name: "__unpacked__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return Bool(As[GenericAlias](v).starred), nil }},
			{Name: "__parameters__", Doc: "The type variables that are still open.", Get: func(t *Thread, v Value) (Value, error) {
				p, err := As[GenericAlias](v).parameters(t)
				return ToValue(p), err
			}},
			{Name: "__typing_unpacked_tuple_args__", Get: func(t *Thread, v Value) (Value, error) {
				a := As[GenericAlias](v)
				if a.starred && a.Origin == ToValue(&TupleType) {
					return ToValue(a.Args), nil
				}
				return None, nil
			}},
		}
	}
	typ.Methods = func() []FuncDef {
		check := func(name, fn string) FuncDef {
			return FuncDef{Name: name, Sig: "object, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return Value{}, TypeErrorf("%s() argument 2 cannot be a parameterized generic", fn)
			}}
		}
		return []FuncDef{
			{Name: "__mro_entries__", Sig: "bases, /", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return ToValue(NewTuple(As[GenericAlias](self).Origin)), nil
			}},
			check("__instancecheck__", "isinstance"), check("__subclasscheck__", "issubclass"),
			reduceMethod(func(t *Thread, self Value) (Value, error) {
				a := As[GenericAlias](self)
				if a.starred {
					n := &GenericAlias{Head: Head{&GenericAliasType}, Origin: a.Origin, Args: a.Args}
					it := &aliasIterator{Head{&aliasIteratorType}, n}
					return reduceCall(t, "next", func() []Value { return []Value{ToValue(NewTuple(ToValue(it)))} })
				}
				return ToValue(NewTuple(ToValue(&GenericAliasType), ToValue(NewTuple(a.Origin, ToValue(a.Args))))), nil
			}),
			{Name: "__dir__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				l, err := Dir(t, As[GenericAlias](self).Origin)
				if err != nil {
					return Value{}, err
				}
				for n := range aliasOwn {
					s := StrValue(n)
					if i, err := l.find(t, s, 0, l.Len()); err == nil && i < 0 {
						l.Append(s)
					}
				}
				return ToValue(l), nil
			}},
		}
	}
}

// aliasIterator gives one item, the starred alias: *tuple[int] unpacks into it.
type aliasIterator struct {
	Head
	alias *GenericAlias // nil once exhausted
}

var aliasIteratorType Type

func initAliasIterator() {
	typ := &aliasIteratorType
	typ.Name = "generic_alias_iterator"
	typ.Flags = FlagNoInstantiate
	layout[aliasIterator](typ)
	typ.Iter = selfIter
	typ.Next = func(t *Thread, self Value) (Value, error) {
		it := As[aliasIterator](self)
		a := it.alias
		if a == nil {
			return Value{}, nil
		}
		it.alias = nil
		return ToValue(&GenericAlias{Head: Head{&GenericAliasType}, Origin: a.Origin, Args: a.Args, starred: true}), nil
	}
	typ.Traverse = func(v Value, visit func(Value)) {
		if a := As[aliasIterator](v).alias; a != nil {
			visit(ToValue(a))
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__reduce__", NoSig: true, Fn: func(t *Thread, self Value, args []Value) (Value, error) {
			return reduceCall(t, "iter", func() []Value {
				if a := As[aliasIterator](self).alias; a != nil {
					return []Value{ToValue(NewTuple(ToValue(a)))}
				}
				return []Value{ToValue(NewTuple(ToValue(NewTuple())))}
			})
		}}}
	}
}

// unionable reports whether v may be an operand of X | Y for types.
func unionable(v Value) bool {
	if v == None || Is(v, &UnionType) || Is(v, &GenericAliasType) {
		return true
	}
	if _, ok := TypeFrom(v); ok {
		return true
	}
	return TypeOf(v).FullName() == "typing.TypeAliasType"
}

// UnionOr is X | Y of types.
func UnionOr(t *Thread, a, b Value) (Value, error) {
	if !unionable(a) || !unionable(b) {
		return NotImplemented, nil
	}
	return NewUnion(t, a, b)
}

// NewUnion makes the union of types: flat, without duplicates, of a single type that type itself.
func NewUnion(t *Thread, types ...Value) (Value, error) {
	var args []Value
	add := func(v Value) error {
		if v == None {
			v = ToValue(&NoneType)
		}
		for _, x := range args {
			if x == v {
				return nil
			}
			// Types compare by identity; aliases by their parts.
			if Is(x, &GenericAliasType) || Is(v, &GenericAliasType) {
				if eq, err := Equal(t, x, v); err != nil || eq {
					return err
				}
			}
		}
		args = append(args, v)
		return nil
	}
	for _, v := range types {
		if Is(v, &UnionType) {
			for _, x := range As[Union](v).Args.Items() {
				if err := add(x); err != nil {
					return Value{}, err
				}
			}
			continue
		}
		if err := add(v); err != nil {
			return Value{}, err
		}
	}
	if len(args) == 1 {
		return args[0], nil
	}
	return ToValue(&Union{Head: Head{&UnionType}, Args: NewTuple(args...)}), nil
}

func initUnion() {
	typ := &UnionType
	typ.Name = "UnionType"
	typ.Module = "types"
	typ.Doc = "One of several types (PEP 604), as in int | None."
	typ.Flags = FlagWeakrefs | FlagNoInstantiate
	layout[Union](typ)
	typ.Repr = func(t *Thread, self Value) (Value, error) {
		var b strings.Builder
		for i, x := range As[Union](self).Args.Items() {
			if i > 0 {
				b.WriteString(" | ")
			}
			s, err := typeItemRepr(t, x)
			if err != nil {
				return Value{}, err
			}
			b.WriteString(s)
		}
		return StrValue(b.String()), nil
	}
	typ.Hash = func(t *Thread, self Value) (int64, error) {
		f := &Set{Head: Head{&FrozensetType}}
		for _, x := range As[Union](self).Args.Items() {
			if err := f.Add(t, x); err != nil {
				return 0, err
			}
		}
		return f.setHash(), nil
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		if !Is(a, &UnionType) || !Is(b, &UnionType) || op != OpEq && op != OpNe {
			return NotImplemented, nil
		}
		x, y := As[Union](a).Args, As[Union](b).Args
		eq := x.Len() == y.Len()
		for i := 0; eq && i < x.Len(); i++ {
			found := false
			for _, v := range y.Items() {
				same, err := Equal(t, x.Item(i), v)
				if err != nil {
					return Value{}, err
				}
				found = found || same
			}
			eq = found
		}
		return Bool(eq == (op == OpEq)), nil
	}
	typ.Number.Binary[OpOr] = UnionOr
	params := func(t *Thread, u *Union) (*Tuple, error) {
		if u.params == nil {
			p, err := typeParameters(t, u.Args.Items())
			if err != nil {
				return nil, err
			}
			u.params = p
		}
		return u.params, nil
	}
	typ.GetItem = func(t *Thread, self, item Value) (Value, error) {
		u := As[Union](self)
		p, err := params(t, u)
		if err != nil {
			return Value{}, err
		}
		args, err := substitute(t, self, u.Args.Items(), p, item)
		if err != nil {
			return Value{}, err
		}
		r := args[0]
		for _, a := range args[1:] {
			if r, err = Binary(t, OpOr, r, a); err != nil {
				return Value{}, err
			}
		}
		return r, nil
	}
	typ.Traverse = func(v Value, visit func(Value)) { visit(ToValue(As[Union](v).Args)) }
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "__args__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return ToValue(As[Union](v).Args), nil }},
			{Name: "__parameters__", Doc: "The type variables that are still open.", Get: func(t *Thread, v Value) (Value, error) {
				p, err := params(t, As[Union](v))
				return ToValue(p), err
			}},
		}
	}
}
