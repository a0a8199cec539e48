package objects

import "unsafe"

// property, classmethod and staticmethod.

func noneToZero(v Value) Value {
	if v == None {
		return Value{}
	}
	return v
}

func propertyInit(t *Thread, self Value, args []Value) error {
	p := As[Property](self)
	p.Get, p.Set, p.Del = noneToZero(args[0]), noneToZero(args[1]), noneToZero(args[2])
	p.Doc, p.Name, p.getterDoc = Value{}, Value{}, false
	doc := noneToZero(args[3])
	if doc.IsZero() && !p.Get.IsZero() {
		d, err := FindAttr(t, p.Get, strDoc)
		if err != nil {
			return err
		}
		if d = noneToZero(d); !d.IsZero() {
			doc, p.getterDoc = d, true
		}
	}
	if p.typ != &PropertyType {
		// A subclass keeps the documentation where instances can see it.
		if err := SetAttr(t, self, strDoc, orNone(doc)); err != nil {
			// Without a place for it, documentation that was given is dropped, but a getter's is an error.
			if p.getterDoc || !IsError(err, &AttributeErrorType) {
				return err
			}
		}
		return nil
	}
	p.Doc = doc
	return nil
}

// propertyName returns the name of a property for messages, zero where it has none.
func propertyName(t *Thread, p *Property) (Value, error) {
	if !p.Name.IsZero() {
		return p.Name, nil
	}
	if p.Get.IsZero() {
		return Value{}, nil
	}
	return FindAttr(t, p.Get, strName)
}

// accessError is the error of using a function that the property lacks.
func (p *Property) accessError(t *Thread, obj Value, what string) error {
	name, err := propertyName(t, p)
	if err != nil {
		return err
	}
	q := TypeOf(obj).QualName()
	if name.IsZero() {
		return Errorf(&AttributeErrorType, "property of '%s' object has no %s", q, what)
	}
	text, err := ReprString(t, name)
	if err != nil {
		return err
	}
	return Errorf(&AttributeErrorType, "property %s of '%s' object has no %s", text, q, what)
}

func propertyGet(t *Thread, self, obj Value, owner *Type) (Value, error) {
	if obj.IsZero() {
		return self, nil
	}
	p := As[Property](self)
	if p.Get.IsZero() {
		return Value{}, p.accessError(t, obj, "getter")
	}
	return Call1(t, p.Get, obj)
}

func propertySet(t *Thread, self, obj, v Value) error {
	p := As[Property](self)
	if v.IsZero() {
		if p.Del.IsZero() {
			return p.accessError(t, obj, "deleter")
		}
		_, err := Call1(t, p.Del, obj)
		return err
	}
	if p.Set.IsZero() {
		return p.accessError(t, obj, "setter")
	}
	_, err := Call2(t, p.Set, obj, v)
	return err
}

// propertyCopy makes a property with some of its functions replaced, through the type so that subclasses stay.
func propertyCopy(t *Thread, self Value, get, set, del Value) (Value, error) {
	p := As[Property](self)
	pick := func(v, old Value) Value {
		if v.IsZero() || v == None {
			return orNone(old)
		}
		return v
	}
	doc := orNone(p.Doc)
	if p.getterDoc && !get.IsZero() {
		doc = None
	} else if p.getterDoc {
		doc = None
	}
	v, err := Call(t, ToValue(p.typ), []Value{pick(get, p.Get), pick(set, p.Set), pick(del, p.Del), doc}, nil)
	if err == nil && IsInstance(v, &PropertyType) {
		As[Property](v).Name = p.Name
	}
	return v, err
}

// isAbstract reports whether a function is marked as an abstract method.
func isAbstract(t *Thread, fn Value) (bool, error) {
	if fn.IsZero() {
		return false, nil
	}
	v, err := FindAttr(t, fn, strIsabstractmethod)
	if err != nil || v.IsZero() {
		return false, err
	}
	return Truth(t, v)
}

func initProperty() {
	typ := &PropertyType
	typ.Name = "property"
	typ.Doc = "An attribute that calls functions of the class where it is used.\n\nReading it calls fget(self), assigning calls fset(self, value) and deleting\ncalls fdel(self); doc is its doc string, by default that of fget. As a\ndecorator it takes fget, and the others come from decorators of its own:\n\nclass Square:\n    @property\n    def area(self):\n        return self.side ** 2\n    @area.setter\n    def area(self, value):\n        self.side = value ** 0.5"
	typ.TextSig = "(fget=None, fset=None, fdel=None, doc=None)"
	typ.Flags = FlagBase
	layout[Property](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) { return typ.newObject(), nil }
	typ.Init = InitBound("property", "fget=None, fset=None, fdel=None, doc=None", func(t *Thread, self Value, args []Value) error {
		return propertyInit(t, self, args)
	})
	typ.DescrGet = propertyGet
	typ.DescrSet = propertySet
	typ.Traverse = func(v Value, visit func(Value)) {
		p := As[Property](v)
		for _, x := range [...]Value{p.Get, p.Set, p.Del, p.Doc, p.Name} {
			visitOpt(visit, x)
		}
	}
	typ.Members = func() []MemberDef {
		return []MemberDef{
			{Name: "fget", Offset: unsafe.Offsetof(Property{}.Get), ReadOnly: true, Optional: true},
			{Name: "fset", Offset: unsafe.Offsetof(Property{}.Set), ReadOnly: true, Optional: true},
			{Name: "fdel", Offset: unsafe.Offsetof(Property{}.Del), ReadOnly: true, Optional: true},
			{Name: "__doc__", Offset: unsafe.Offsetof(Property{}.Doc), Optional: true},
		}
	}
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{
			{Name: "__name__", Get: func(t *Thread, v Value) (Value, error) {
				n, err := propertyName(t, As[Property](v))
				if err == nil && n.IsZero() {
					err = AttributeError(v, strName)
				}
				return n, err
			}, Set: func(t *Thread, self, v Value) error { As[Property](self).Name = v; return nil }},
			{Name: "__isabstractmethod__", Get: func(t *Thread, v Value) (Value, error) {
				p := As[Property](v)
				for _, f := range [...]Value{p.Get, p.Set, p.Del} {
					if ok, err := isAbstract(t, f); ok || err != nil {
						return Bool(ok), err
					}
				}
				return False, nil
			}},
		}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "getter", Sig: "object, /", NoSig: true, Doc: "Copy the property, with another function to read it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return propertyCopy(t, self, args[0], Value{}, Value{})
			}},
			{Name: "setter", Sig: "object, /", NoSig: true, Doc: "Copy the property, with another function to set it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return propertyCopy(t, self, Value{}, args[0], Value{})
			}},
			{Name: "deleter", Sig: "object, /", NoSig: true, Doc: "Copy the property, with another function to delete it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return propertyCopy(t, self, Value{}, Value{}, args[0])
			}},
			{Name: "__set_name__", Sig: "*args", NoSig: true, Varargs: true, Doc: "Tell the property under which name a class has it.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				given := As[Tuple](args[0]).Items()
				if len(given) != 2 {
					return Value{}, TypeErrorf("__set_name__() takes 2 positional arguments but %d were given", len(given))
				}
				As[Property](self).Name = given[1]
				return None, nil
			}},
		}
	}
}

// wrapperAttrs are the attributes that classmethod and staticmethod copy from what they wrap.
func copyFunctionAttrs(t *Thread, self, fn Value) error {
	for _, n := range [...]*Str{strModule, strName, strQualname, strDoc, strAnnotations} {
		v, err := FindAttr(t, fn, n)
		if err != nil {
			return err
		}
		if !v.IsZero() {
			attrsReady(self).set(n, v)
		}
	}
	return nil
}

// wrapperType fills classmethod and staticmethod, which differ in how they bind.
func wrapperType(typ *Type, name, doc string, fn func(Value) *Value) {
	typ.Name = name
	typ.Doc = doc
	typ.TextSig = "(function, /)"
	typ.Flags = FlagBase | FlagWeakrefs
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		v := typ.newObject()
		*fn(v) = None
		return v, nil
	}
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if err := NoKeywords(name, kw); err != nil {
			return err
		}
		if len(args) != 1 {
			return CountError(name, len(args), 1, 1, false)
		}
		*fn(self) = args[0]
		return copyFunctionAttrs(t, self, args[0])
	}
	typ.Traverse = func(v Value, visit func(Value)) { visitOpt(visit, *fn(v)) }
	typ.Repr = func(t *Thread, v Value) (Value, error) {
		r, err := ReprString(t, *fn(v))
		return StrValue("<" + name + "(" + r + ")>"), err
	}
	typ.GetSets = func() []GetSetDef {
		inner := func(t *Thread, v Value) (Value, error) { return *fn(v), nil }
		return []GetSetDef{
			{Name: "__func__", Member: true, Get: inner},
			{Name: "__wrapped__", Member: true, Get: inner},
			{Name: "__isabstractmethod__", Get: func(t *Thread, v Value) (Value, error) {
				ok, err := isAbstract(t, *fn(v))
				return Bool(ok), err
			}},
			dictGetSet,
		}
	}
}

func initClassMethod() {
	layoutAttrs[ClassMethod](&ClassMethodType, unsafe.Offsetof(ClassMethod{}.Attrs), true)
	wrapperType(&ClassMethodType, "classmethod", "classmethod(function) -> method\n\nTurn a function into a method that gets the class as its first argument.\n\nA call on an instance passes the instance's class, and a call on a subclass\npasses the subclass:\n\n  class Point:\n      @classmethod\n      def origin(cls):\n          return cls(0, 0)",
		func(v Value) *Value { return &As[ClassMethod](v).Func })
	ClassMethodType.DescrGet = func(t *Thread, self, obj Value, owner *Type) (Value, error) {
		if owner == nil {
			owner = TypeOf(obj)
		}
		fn := As[ClassMethod](self).Func
		return NewMethod(fn, ToValue(owner)), nil
	}
	layoutAttrs[StaticMethod](&StaticMethodType, unsafe.Offsetof(StaticMethod{}.Attrs), true)
	wrapperType(&StaticMethodType, "staticmethod", "staticmethod(function) -> method\n\nKeep a function in a class without making it a method of the instances.\n\nCalled on the class or on an instance, it gets the arguments of the call and\nno others:\n\n  class Angle:\n      @staticmethod\n      def radians(degrees):\n          return degrees * 0.017453292519943295",
		func(v Value) *Value { return &As[StaticMethod](v).Func })
	StaticMethodType.DescrGet = func(t *Thread, self, obj Value, owner *Type) (Value, error) {
		return As[StaticMethod](self).Func, nil
	}
	StaticMethodType.Call = func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		return Call(t, As[StaticMethod](self).Func, args, kw)
	}
}
