package objects

import "unsafe"

// Attribute access: the protocol functions and object's own behaviour (GenericGetAttr, GenericSetAttr).

// GetAttr returns the attribute name of v; AttributeError where it has none. name must be interned.
func GetAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, err := LookupAttr(t, v, name)
	if err != nil {
		noteAttribute(err, v, name)
	} else if r.IsZero() {
		err = AttributeError(v, name)
	}
	return r, err
}

// noteAttribute records in an AttributeError that a program raised which attribute of which object was asked for, unless
// it says so itself: tracebacks suggest names from it.
func noteAttribute(err error, v Value, name *Str) {
	if !IsError(err, &AttributeErrorType) {
		return
	}
	if a := (*AttributeErrorObject)(unsafe.Pointer(err.(*Exception))); a.Obj.IsZero() && a.Name.IsZero() {
		a.Obj, a.Name = v, ToValue(name)
	}
}

// LookupAttr is GetAttr with absence as the zero Value: an AttributeError that a program raised counts as absence too.
func LookupAttr(t *Thread, v Value, name *Str) (Value, error) {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	return typ.GetAttr(t, v, name)
}

// FindAttr is like getattr with a default: any AttributeError is absence.
func FindAttr(t *Thread, v Value, name *Str) (Value, error) {
	r, err := LookupAttr(t, v, name)
	if err != nil && IsError(err, &AttributeErrorType) {
		return Value{}, nil
	}
	return r, err
}

// GetAttrString is GetAttr by Go string.
func GetAttrString(t *Thread, v Value, name string) (Value, error) {
	return GetAttr(t, v, Intern(name))
}

// SetAttr sets the attribute name of v, or deletes it where val is zero.
func SetAttr(t *Thread, v Value, name *Str, val Value) error {
	typ := TypeOf(v)
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.SetAttr == nil {
		what := "assign to"
		if val.IsZero() {
			what = "del"
		}
		if typ.GetAttr == nil {
			return TypeErrorf("'%s' object has no attributes (%s .%s)", typ, what, name)
		}
		return TypeErrorf("'%s' object has only read-only attributes (%s .%s)", typ, what, name)
	}
	return typ.SetAttr(t, v, name, val)
}

// GenericGetAttr is object.__getattribute__: data descriptors of the type, then the instance, then the rest of the type
// (language reference, 3.3.2.2). Absence is the zero Value.
func GenericGetAttr(t *Thread, self Value, name *Str) (Value, error) {
	typ := TypeOf(self)
	v := typ.Lookup(name)
	var get DescrGetFunc
	if !v.IsZero() {
		vt := TypeOf(v)
		if vt.Flags&FlagReady == 0 {
			vt.ready()
		}
		get = vt.DescrGet
		if get != nil && vt.DescrSet != nil {
			return get(t, v, self, typ)
		}
	}
	if typ.AttrsOffset != 0 && self.IsObject() {
		a := AttrsOf(self)
		iv := a.get(name)
		if iv.IsZero() && a.shape == dictShape {
			var err error
			if iv, err = (*Dict)(a.ext).FindName(t, name); err != nil {
				return Value{}, err
			}
		}
		if !iv.IsZero() {
			return iv, nil
		}
	}
	if get != nil {
		return get(t, v, self, typ)
	}
	return v, nil
}

// GenericSetAttr is object.__setattr__ and object.__delattr__.
func GenericSetAttr(t *Thread, self Value, name *Str, val Value) error {
	typ := TypeOf(self)
	v := typ.Lookup(name)
	if !v.IsZero() {
		vt := TypeOf(v)
		if vt.Flags&FlagReady == 0 {
			vt.ready()
		}
		if vt.DescrSet != nil {
			return vt.DescrSet(t, v, self, val)
		}
	}
	if typ.HasDict && self.IsObject() {
		a := attrsReady(self)
		if !val.IsZero() {
			a.set(name, val)
			return nil
		}
		if a.remove(name) {
			return nil
		}
		return AttributeError(self, name)
	}
	if v.IsZero() {
		if !funcEqual(typ.SetAttr, GenericSetAttr) {
			return AttributeError(self, name)
		}
		return withObjName(Errorf(&AttributeErrorType,
			"'%s' object has no attribute '%s' and no __dict__ for setting new attributes", typ, name), self, name)
	}
	return withObjName(Errorf(&AttributeErrorType, "'%s' object attribute '%s' is read-only", typ, name), self, name)
}

// typeGetAttr is type.__getattribute__: data descriptors of the metatype, then the type and its bases, then the rest of
// the metatype.
func typeGetAttr(t *Thread, self Value, name *Str) (Value, error) {
	typ := As[Type](self)
	meta := typ.typ
	if meta.Flags&FlagReady == 0 {
		meta.ready()
	}
	m := meta.Lookup(name)
	var get DescrGetFunc
	if !m.IsZero() {
		mt := TypeOf(m)
		if mt.Flags&FlagReady == 0 {
			mt.ready()
		}
		get = mt.DescrGet
		if get != nil && mt.DescrSet != nil {
			return get(t, m, self, meta)
		}
	}
	if v := typ.Lookup(name); !v.IsZero() {
		vt := TypeOf(v)
		if vt.Flags&FlagReady == 0 {
			vt.ready()
		}
		if vt.DescrGet != nil {
			return vt.DescrGet(t, v, Value{}, typ)
		}
		return v, nil
	}
	if get != nil {
		return get(t, m, self, meta)
	}
	return m, nil
}

// typeSetAttr is type.__setattr__.
func typeSetAttr(t *Thread, self Value, name *Str, val Value) error {
	typ := As[Type](self)
	typ.ready()
	if typ.Flags&FlagImmutable != 0 {
		return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", name, typ)
	}
	meta := typ.typ
	if m := meta.Lookup(name); !m.IsZero() {
		if set := TypeOf(m).DescrSet; set != nil {
			return set(t, m, self, val)
		}
	}
	if val.IsZero() {
		if !typ.dict.DeleteStr(name) {
			return withObjName(Errorf(&AttributeErrorType, "type object '%s' has no attribute '%s'", typ.TpName(), name), self, name)
		}
	} else {
		typ.dict.SetStr(name, val)
	}
	typ.modified()
	typ.updateSlots(name)
	return nil
}

// SetTypeAttr sets an attribute in the dictionary of a type from Go, whatever its flags, and keeps slots and caches right.
func SetTypeAttr(typ *Type, name *Str, val Value) {
	typ.ready()
	typ.dict.SetStr(name, val)
	typ.modified()
	typ.updateSlots(name)
}
