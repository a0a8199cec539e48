package objects

import "unsafe"

// The checks of a cache in parts that are small enough to be inlined in the interpreter's loop. Versions are unique, so that
// an object whose type has the site's version has the site's type, and its shape lies at ShapeOffset.

// TypeVersion returns the version of the type of an object, 0 while it has none.
func TypeVersion(o Value) uint64 { return (*Head)(o.word).typ.version }

// ShapeAt returns the shape that lies at an offset in an object.
func ShapeAt(o Value, offset int32) *Shape {
	return *(**Shape)(unsafe.Add(o.word, uintptr(offset)))
}

// FieldAt returns the address of the value that lies at an offset in an object.
func FieldAt(o Value, offset int32) *Value { return (*Value)(unsafe.Add(o.word, uintptr(offset))) }

// InlineSlot returns the address of the attribute that a site has cached for o, where o has the cached shape and the
// attribute lies in the instance; else nil. o is an object. A type without attributes has its type word where the shape
// would be, which equals no shape.
func (s *Site) InlineSlot(o Value) *Value {
	typ := (*Head)(o.word).typ
	a := (*Attrs)(unsafe.Add(o.word, typ.AttrsOffset))
	if a.shape == s.Shape && s.Shape != nil && typ.version == s.Version {
		return (*Value)(unsafe.Add(o.word, uintptr(s.Offset)))
	}
	return nil
}

// MethodHit reports whether the function that a site has cached is what looking its name up in o finds.
func (s *Site) MethodHit(o Value) bool {
	typ := TypeOf(o)
	if typ.version != s.Version || s.Version == 0 {
		return false
	}
	if s.Shape == nil {
		return typ == s.Type
	}
	return (*Attrs)(unsafe.Add(o.word, typ.AttrsOffset)).shape == s.Shape
}

// Shadows reports whether an instance of this shape may have the attribute itself; the shape is not a dictionary's.
func (s *Shape) Shadows(name *Str) bool { return s == dictShape || s.Find(name) >= 0 }

// IsDict reports whether the attributes are in a dictionary.
func (s *Shape) IsDict() bool { return s == dictShape }

// CacheAttr fills a site for reading the attribute name of o through the generic protocol, where that can be done. It is
// called after a read that succeeded.
func (s *Site) CacheAttr(o Value) SiteKind {
	typ := TypeOf(o)
	if typ.Flags&FlagDefaultGetAttr == 0 || !o.IsObject() {
		return SiteEmpty
	}
	version := typ.Version()
	v := typ.Lookup(s.Name)
	if !v.IsZero() {
		vt := TypeOf(v)
		if vt == &MemberType {
			return s.cacheSlot(o, typ, As[Member](v))
		}
		if vt.DescrGet != nil && vt.DescrSet != nil {
			return SiteEmpty
		}
	}
	if typ.AttrsOffset == 0 {
		return SiteEmpty
	}
	a := AttrsOf(o)
	if a.shape == nil || a.shape == dictShape {
		return SiteEmpty
	}
	i := a.shape.Find(s.Name)
	if i < 0 || i >= a.shape.Inline {
		return SiteEmpty
	}
	s.Shape, s.Version = a.shape, version
	s.ShapeOffset = int32(typ.AttrsOffset)
	s.Offset = int32(typ.AttrsOffset + InlineOffset + uintptr(i)*8)
	s.Kind = SiteInline
	return SiteInline
}

// CacheStore fills a site for assigning to an attribute that o already has.
func (s *Site) CacheStore(o Value) SiteKind {
	typ := TypeOf(o)
	if typ.Flags&FlagDefaultSetAttr == 0 || !o.IsObject() || typ.AttrsOffset == 0 {
		return SiteEmpty
	}
	if v := typ.Lookup(s.Name); !v.IsZero() {
		if vt := TypeOf(v); vt == &MemberType {
			return s.cacheSlot(o, typ, As[Member](v))
		} else if vt.DescrSet != nil {
			return SiteEmpty
		}
	}
	a := AttrsOf(o)
	if a.shape == nil || a.shape == dictShape {
		return SiteEmpty
	}
	i := a.shape.Find(s.Name)
	if i < 0 || i >= a.shape.Inline {
		return SiteEmpty
	}
	s.Shape, s.Version = a.shape, typ.Version()
	s.ShapeOffset = int32(typ.AttrsOffset)
	s.Offset = int32(typ.AttrsOffset + InlineOffset + uintptr(i)*8)
	s.Kind = SiteInline
	return SiteInline
}

// cacheSlot fills a site for reading or assigning a member of __slots__.
func (s *Site) cacheSlot(o Value, typ *Type, m *Member) SiteKind {
	i := m.Def.Slot - 1
	if i < 0 || m.Def.ReadOnly || typ.AttrsOffset == 0 || !typ.IsSubtype(m.Owner) {
		return SiteEmpty
	}
	a := AttrsOf(o)
	if a.shape == nil || a.shape == dictShape || i >= a.shape.Inline {
		return SiteEmpty
	}
	s.Shape, s.Version = a.shape, typ.Version()
	s.ShapeOffset = int32(typ.AttrsOffset)
	s.Offset = int32(typ.AttrsOffset + InlineOffset + uintptr(i)*8)
	s.Kind = SiteSlot
	return SiteSlot
}

// StoreNew adds an attribute by the transition that a site has cached; false where it does not apply. It serves the
// assignments of __init__, each of which adds a name.
func (s *Site) StoreNew(o, v Value) bool {
	if s.Kind != SiteAdd || !o.IsObject() {
		return false
	}
	typ := (*Head)(o.word).typ
	if typ.version != s.Version {
		return false
	}
	a := (*Attrs)(unsafe.Add(o.word, typ.AttrsOffset))
	if a.shape != s.Shape {
		return false
	}
	if s.Offset >= 0 {
		*(*Value)(unsafe.Add(o.word, uintptr(s.Offset))) = v
		a.shape = s.Next
		return true
	}
	a.Push(s.Next, v)
	return true
}

// CacheNew fills a site with the transition that adds its name to o, before the assignment.
func (s *Site) CacheNew(o Value) bool {
	typ := TypeOf(o)
	if typ.Flags&FlagDefaultSetAttr == 0 || !typ.HasDict || !o.IsObject() {
		return false
	}
	if v := typ.Lookup(s.Name); !v.IsZero() && TypeOf(v).DescrSet != nil {
		return false
	}
	a := attrsReady(o)
	if a.shape == dictShape || a.shape.Find(s.Name) >= 0 || a.shape.Count-a.shape.Fixed() >= maxShapeAttrs {
		return false
	}
	s.Shape, s.Version = a.shape, typ.Version()
	s.ShapeOffset = int32(typ.AttrsOffset)
	s.Next = a.shape.With(s.Name)
	s.Offset = -1
	if i := s.Next.Count - 1; i < s.Next.Inline {
		s.Offset = int32(typ.AttrsOffset + InlineOffset + uintptr(i)*8)
	}
	s.Kind = SiteAdd
	return true
}

// CacheMethod fills a site with the function that LOAD_METHOD found on the type of o.
func (s *Site) CacheMethod(o, fn Value) bool {
	typ := TypeOf(o)
	if typ.Flags&FlagDefaultGetAttr == 0 {
		return false
	}
	s.Shape = nil
	if typ.AttrsOffset != 0 && o.IsObject() {
		a := AttrsOf(o)
		if a.shape == nil || a.shape.Shadows(s.Name) {
			return false
		}
		s.Shape = a.shape
		s.ShapeOffset = int32(typ.AttrsOffset)
	}
	s.Type, s.Version, s.Value, s.Kind = typ, typ.Version(), fn, SiteMethod
	return true
}

// CacheOther fills a site for reads that found v elsewhere than in the instance: a class attribute, a property with a
// Python getter, an attribute of a module or of a class.
func (s *Site) CacheOther(o, v Value) {
	typ := TypeOf(o)
	if typ == &ModuleType {
		d := moduleDict(o)
		if i := d.FindStr(s.Name); i >= 0 && d.EntryValue(i) == v && typ.Lookup(s.Name).IsZero() {
			s.Kind, s.Dict, s.DictVersion, s.Offset = SiteModule, d, d.Version(), int32(i)
		}
		return
	}
	if typ == &TypeType {
		cls := As[Type](o)
		if c := cls.Lookup(s.Name); c == v && !c.IsZero() && typ.Lookup(s.Name).IsZero() {
			s.Kind, s.Type, s.Version, s.Value = SiteTypeAttr, cls, cls.Version(), v
		}
		return
	}
	if typ.Flags&FlagDefaultGetAttr == 0 {
		return
	}
	c := typ.Lookup(s.Name)
	if c.IsZero() {
		return
	}
	ct := TypeOf(c)
	if ct == &PropertyType {
		if get := As[Property](c).Get; Is(get, &FunctionType) && As[Function](get).Code.ArgCount == 1 {
			s.Kind, s.Type, s.Version, s.Value = SiteProperty, typ, typ.Version(), get
		}
		return
	}
	if c != v || ct.DescrGet != nil {
		return
	}
	shape := (*Shape)(nil)
	if typ.AttrsOffset != 0 && o.IsObject() {
		shape = AttrsOf(o).shape
		if shape == nil || shape.Shadows(s.Name) {
			return
		}
	}
	s.Kind, s.Shape, s.Type, s.Version, s.Value = SiteClassValue, shape, typ, typ.Version(), v
}

// HitModule reports whether o is the module whose entry a site has cached.
func (s *Site) HitModule(o Value) bool {
	return Is(o, &ModuleType) && moduleDict(o) == s.Dict && s.Dict.version == s.DictVersion
}

// HitType reports whether o is the class whose attribute a site has cached.
func (s *Site) HitType(o Value) bool {
	return o.word == unsafe.Pointer(s.Type) && s.Type.version == s.Version
}

// ValidVersion returns the version of the type, 0 while it has none.
func (typ *Type) ValidVersion() uint64 { return typ.version }

// moduleDict returns the dictionary of a module.
func moduleDict(o Value) *Dict { return (*Dict)(As[Module](o).ext) }
