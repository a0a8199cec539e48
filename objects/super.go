package objects

// super: attribute lookup behind a class in another type's MRO.

// SuperLookup finds name behind start in the MRO of obj's type, or of obj where it is a class below start, and binds it.
// where is that type. The value is zero where the name is absent there; LOAD_SUPER then asks the super object itself.
func SuperLookup(t *Thread, start *Type, obj Value, name *Str) (v Value, where *Type, err error) {
	where, err = superCheck(t, start, obj)
	if err != nil {
		return Value{}, nil, err
	}
	v, err = superFind(t, start, obj, where, name)
	return v, where, err
}

// SuperMethod is [SuperLookup] for a call: where the attribute is a function, it is returned unbound and bound is true.
func SuperMethod(t *Thread, start *Type, obj Value, name *Str) (v Value, bound bool, err error) {
	where, err := superCheck(t, start, obj)
	if err != nil {
		return Value{}, false, err
	}
	v = superRaw(start, where, name)
	if v.IsZero() {
		return v, false, nil
	}
	vt := TypeOf(v)
	if vt.Flags&FlagMethodDescr != 0 && !isClassReceiver(obj, where) {
		return v, true, nil
	}
	v, err = superBind(t, v, obj, where)
	return v, false, err
}

// isClassReceiver reports whether super is bound to a class rather than to an instance.
func isClassReceiver(obj Value, where *Type) bool { return obj.word == ToValue(where).word }

func superRaw(start, where *Type, name *Str) Value {
	if name == strClass {
		// super().__class__ is super itself.
		return Value{}
	}
	mro := where.MRO
	i := 0
	for i < len(mro) && mro[i] != start {
		i++
	}
	for i++; i < len(mro); i++ {
		if v := mro[i].Dict().GetStr(name); !v.IsZero() {
			return v
		}
	}
	return Value{}
}

func superBind(t *Thread, v, obj Value, where *Type) (Value, error) {
	vt := TypeOf(v)
	vt.ready()
	if vt.DescrGet == nil {
		return v, nil
	}
	if isClassReceiver(obj, where) {
		obj = Value{}
	}
	return vt.DescrGet(t, v, obj, where)
}

func superFind(t *Thread, start *Type, obj Value, where *Type, name *Str) (Value, error) {
	v := superRaw(start, where, name)
	if v.IsZero() {
		return v, nil
	}
	return superBind(t, v, obj, where)
}

// superCheck returns the type whose MRO is searched.
func superCheck(t *Thread, start *Type, obj Value) (*Type, error) {
	if c, ok := TypeFrom(obj); ok && c.IsSubtype(start) {
		return c, nil
	}
	typ := TypeOf(obj)
	if typ.IsSubtype(start) {
		return typ, nil
	}
	c, err := FindAttr(t, obj, strClass)
	if err != nil {
		return nil, err
	}
	if !c.IsZero() {
		if ct, ok := TypeFrom(c); ok && ct != typ && ct.IsSubtype(start) {
			return ct, nil
		}
	}
	return nil, superError(start, obj)
}

// superError is the error of super() with an object that has nothing to do with the class.
func superError(start *Type, obj Value) error {
	what, name := "instance of", TypeOf(obj).Name
	if c, ok := TypeFrom(obj); ok {
		what, name = "type", c.Name
	}
	return TypeErrorf("super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", what, name, start.Name)
}

// NewSuper is super(start, obj); obj is zero for the unbound form.
func NewSuper(t *Thread, start *Type, obj Value) (Value, error) {
	s := &Super{Head: Head{&SuperType}, Start: start}
	return ToValue(s), s.bind(t, obj)
}

func (s *Super) bind(t *Thread, obj Value) error {
	if obj.IsZero() || obj == None {
		return nil
	}
	where, err := superCheck(t, s.Start, obj)
	if err != nil {
		return err
	}
	s.Obj, s.ObjType = obj, where
	return nil
}

// superFromFrame finds the class cell and the first argument of the running method.
func superFromFrame(t *Thread) (*Type, Value, error) {
	if t.Cur == nil {
		return nil, Value{}, RuntimeErrorf("super(): no current frame")
	}
	f := H.FrameOf(t, t.Cur)
	code := f.Code
	if code.ArgCount == 0 {
		return nil, Value{}, RuntimeErrorf("super(): no arguments")
	}
	self := f.Local(0)
	if self.IsZero() {
		return nil, Value{}, RuntimeErrorf("super(): arg[0] deleted")
	}
	for i, n := range code.FreeVars {
		if n != strClass {
			continue
		}
		cell := f.Reg(len(code.VarNames) + len(code.CellVars) + i)
		if !Is(cell, &CellType) {
			return nil, Value{}, RuntimeErrorf("super(): bad __class__ cell")
		}
		c := As[Cell](cell).V
		if c.IsZero() {
			return nil, Value{}, RuntimeErrorf("super(): empty __class__ cell")
		}
		typ, ok := TypeFrom(c)
		if !ok {
			return nil, Value{}, RuntimeErrorf("super(): __class__ is not a type (%s)", TypeOf(c))
		}
		return typ, self, nil
	}
	return nil, Value{}, RuntimeErrorf("super(): __class__ cell not found")
}

func superInit(t *Thread, self Value, args []Value, kw *Tuple) error {
	if kw.Len() > 0 {
		return TypeErrorf("super() takes no keyword arguments")
	}
	if len(args) > 2 {
		return CountError("super()", len(args), 0, 2, false)
	}
	s := As[Super](self)
	var start *Type
	var obj Value
	if len(args) == 0 {
		var err error
		if start, obj, err = superFromFrame(t); err != nil {
			return err
		}
	} else {
		typ, ok := TypeFrom(args[0])
		if !ok {
			return TypeErrorf("super() argument 1 must be a type, not %s", TypeOf(args[0]))
		}
		start = typ
		if len(args) == 2 {
			obj = args[1]
		}
	}
	s.Start, s.Obj, s.ObjType = start, Value{}, nil
	return s.bind(t, obj)
}

func superGetAttr(t *Thread, self Value, name *Str) (Value, error) {
	s := As[Super](self)
	if s.ObjType != nil {
		v, err := superFind(t, s.Start, s.Obj, s.ObjType, name)
		if err != nil || !v.IsZero() {
			return v, err
		}
	}
	return GenericGetAttr(t, self, name)
}

func initSuper() {
	typ := &SuperType
	typ.Name = "super"
	typ.Doc = "super() -> super(__class__, first argument of the method)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object\n\nFinds attributes in the classes that follow type in the method resolution\norder of obj, an instance or a subclass of type. A method calls the one that\nit overrides through it:\nclass Loud(Greeter):\n    def greet(self, name):\n        super().greet(name.upper())\n"
	typ.Flags = FlagBase
	layout[Super](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = superInit
	typ.GetAttr = superGetAttr
	typ.DescrGet = func(t *Thread, self, obj Value, owner *Type) (Value, error) {
		s := As[Super](self)
		if obj.IsZero() || obj == None || !s.Obj.IsZero() {
			return self, nil
		}
		if s.typ != &SuperType {
			return Call2(t, ToValue(s.typ), ToValue(s.Start), obj)
		}
		return NewSuper(t, s.Start, obj)
	}
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		s := As[Super](v)
		name := "NULL"
		if s.Start != nil {
			name = s.Start.Name
		}
		if s.ObjType == nil {
			return StrValue("<super: <class '" + name + "'>, NULL>"), nil
		}
		return StrValue("<super: <class '" + name + "'>, <" + s.ObjType.Name + " object>>"), nil
	}
	typ.Traverse = func(v Value, visit func(Value)) { visitOpt(visit, As[Super](v).Obj) }
	typ.GetSets = func() []GetSetDef {
		typeOrNone := func(typ *Type) Value {
			if typ == nil {
				return None
			}
			return ToValue(typ)
		}
		return []GetSetDef{
			{Name: "__thisclass__", Member: true, Doc: "the class invoking super()", Get: func(t *Thread, v Value) (Value, error) { return typeOrNone(As[Super](v).Start), nil }},
			{Name: "__self__", Member: true, Doc: "the object whose attributes are looked up, if there is one", Get: func(t *Thread, v Value) (Value, error) { return orNone(As[Super](v).Obj), nil }},
			{Name: "__self_class__", Member: true, Doc: "the class in whose order attributes are looked up, if there is one", Get: func(t *Thread, v Value) (Value, error) { return typeOrNone(As[Super](v).ObjType), nil }},
		}
	}
}
