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
	typ.Doc = "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x"
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
			{Name: "getter", Sig: "object, /", NoSig: true, Doc: "Descriptor to obtain a copy of the property with a different getter.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return propertyCopy(t, self, args[0], Value{}, Value{})
			}},
			{Name: "setter", Sig: "object, /", NoSig: true, Doc: "Descriptor to obtain a copy of the property with a different setter.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return propertyCopy(t, self, Value{}, args[0], Value{})
			}},
			{Name: "deleter", Sig: "object, /", NoSig: true, Doc: "Descriptor to obtain a copy of the property with a different deleter.", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				return propertyCopy(t, self, Value{}, Value{}, args[0])
			}},
			{Name: "__set_name__", Sig: "owner, name, /", NoSig: true, Doc: "Method to set name of a property.", Raw: func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
				if len(args) != 2 {
					return Value{}, TypeErrorf("__set_name__() takes 2 positional arguments but %d were given", len(args))
				}
				As[Property](self).Name = args[1]
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
	wrapperType(&ClassMethodType, "classmethod", "classmethod(function) -> method\n\nConvert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.",
		func(v Value) *Value { return &As[ClassMethod](v).Func })
	ClassMethodType.DescrGet = func(t *Thread, self, obj Value, owner *Type) (Value, error) {
		if owner == nil {
			owner = TypeOf(obj)
		}
		fn := As[ClassMethod](self).Func
		return NewMethod(fn, ToValue(owner)), nil
	}
	layoutAttrs[StaticMethod](&StaticMethodType, unsafe.Offsetof(StaticMethod{}.Attrs), true)
	wrapperType(&StaticMethodType, "staticmethod", "staticmethod(function) -> method\n\nConvert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.",
		func(v Value) *Value { return &As[StaticMethod](v).Func })
	StaticMethodType.DescrGet = func(t *Thread, self, obj Value, owner *Type) (Value, error) {
		return As[StaticMethod](self).Func, nil
	}
	StaticMethodType.Call = func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		return Call(t, As[StaticMethod](self).Func, args, kw)
	}
}
