package objects

import (
	"slices"
	"strings"
	"weak"
)

// Making classes: type.__new__ and what it needs (language reference, 3.3.3; the C3 order after Barrett et al., "A
// Monotonic Superclass Linearization for Dylan").

// CalculateMetaclass returns the most derived of meta and the types of the bases.
func CalculateMetaclass(meta *Type, bases []Value) (*Type, error) {
	for _, b := range bases {
		bt := TypeOf(b)
		switch {
		case meta.IsSubtype(bt):
		case bt.IsSubtype(meta):
			meta = bt
		default:
			return nil, TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return meta, nil
}

// solidBase returns the base that decides the layout of the instances: the nearest one that adds fields or slots.
func (typ *Type) solidBase() *Type {
	for {
		typ.ready()
		if typ.Base == nil || typ.solid == typ || typ.nslots > typ.Base.nslots {
			return typ
		}
		typ = typ.Base
	}
}

// bestBase finds the base whose layout the new class extends.
func bestBase(bases []Value) (*Type, error) {
	var base, winner *Type
	for _, v := range bases {
		b, ok := TypeFrom(v)
		if !ok {
			return nil, TypeErrorf("bases must be types")
		}
		b.ready()
		if b.Flags&FlagBase == 0 {
			return nil, TypeErrorf("type '%s' is not an acceptable base type", b)
		}
		candidate := b.solidBase()
		switch {
		case winner == nil:
			base, winner = b, candidate
		case winner.IsSubtype(candidate):
		case candidate.IsSubtype(winner):
			base, winner = b, candidate
		default:
			return nil, TypeErrorf("multiple bases have instance lay-out conflict")
		}
	}
	return base, nil
}

// incompleteBase is the error of deriving from a class whose mro() is still running.
func incompleteBase(base *Type) error {
	return TypeErrorf("Cannot extend an incomplete type '%s'", base.Name)
}

// mergeMRO is the C3 merge of the bases' orders.
func mergeMRO(typ *Type, bases []Value) ([]*Type, error) {
	for i, b := range bases {
		for _, o := range bases[:i] {
			if o == b {
				return nil, TypeErrorf("duplicate base class %s", As[Type](b).Name)
			}
		}
	}
	if len(bases) == 1 {
		base := As[Type](bases[0])
		base.ready()
		if base.MRO == nil {
			return nil, incompleteBase(base)
		}
		return append([]*Type{typ}, base.MRO...), nil
	}
	lists := make([][]*Type, 0, len(bases)+1)
	direct := make([]*Type, len(bases))
	for i, v := range bases {
		b := As[Type](v)
		b.ready()
		if b.MRO == nil {
			return nil, incompleteBase(b)
		}
		direct[i] = b
		lists = append(lists, b.MRO)
	}
	lists = append(lists, direct)
	mro := []*Type{typ}
next:
	for {
		empty := true
		for i, l := range lists {
			if len(l) == 0 {
				continue
			}
			empty = false
			candidate := l[0]
			for j, o := range lists {
				if j != i && len(o) > 1 && containsType(o[1:], candidate) {
					candidate = nil
					break
				}
			}
			if candidate == nil {
				continue
			}
			mro = append(mro, candidate)
			for j := range lists {
				if len(lists[j]) > 0 && lists[j][0] == candidate {
					lists[j] = lists[j][1:]
				}
			}
			continue next
		}
		if empty {
			return mro, nil
		}
		var names []string
		seen := map[*Type]bool{}
		for _, l := range lists {
			if len(l) > 0 && !seen[l[0]] {
				seen[l[0]] = true
				names = append(names, l[0].Name)
			}
		}
		return nil, TypeErrorf("Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(names, ", "))
	}
}

func containsType(l []*Type, typ *Type) bool {
	for _, x := range l {
		if x == typ {
			return true
		}
	}
	return false
}

// computeMRO fills the MRO through the metaclass's mro() where it has its own.
func (typ *Type) computeMRO(t *Thread) error {
	custom := false
	if typ.typ != &TypeType {
		d := typ.typ.Lookup(strMro)
		custom = !(Is(d, &MethodDescrType) && As[MethodDescr](d).Owner == &TypeType)
	}
	if !custom {
		mro, err := mergeMRO(typ, typ.Bases.Items())
		if err == nil {
			typ.MRO = mro
		}
		return err
	}
	r, _, err := CallSpecial(t, ToValue(typ), strMro)
	if err != nil {
		return err
	}
	items, err := ToSlice(t, r)
	if err != nil {
		return err
	}
	if len(items) == 0 {
		return TypeErrorf("type MRO must not be empty")
	}
	solid := typ.solidBase()
	mro := make([]*Type, len(items))
	for i, v := range items {
		b, ok := TypeFrom(v)
		if !ok {
			return TypeErrorf("mro() returned a non-class ('%s')", TypeOf(v))
		}
		if !solid.IsSubtype(b.solidBase()) {
			return TypeErrorf("mro() returned base with unsuitable layout ('%s')", b)
		}
		mro[i] = b
	}
	typ.MRO = mro
	return nil
}

// mangleName is the private name of a class attribute (language reference, 6.2.1).
func mangleName(class, name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class = strings.TrimLeft(class, "_")
	if class == "" {
		return name
	}
	return "_" + class + name
}

// slotSpec is what __slots__ asks for.
type slotSpec struct {
	names             []*Str
	dict, weakref     bool
	declared          bool
	mayDict, mayWeaks bool
}

// readSlots reads __slots__ of a class body.
func readSlots(t *Thread, name *Str, base *Type, ns *Dict) (*slotSpec, error) {
	s := &slotSpec{mayDict: !base.HasDict, mayWeaks: base.Flags&(FlagWeakrefs|FlagTupleSub|FlagBytesSub|FlagIntSub) == 0}
	v := ns.GetStr(strSlots)
	if v.IsZero() {
		s.dict, s.weakref = s.mayDict, s.mayWeaks
		return s, nil
	}
	s.declared = true
	var items []Value
	if _, ok := StrOf(v); ok {
		items = []Value{v}
	} else {
		var err error
		if items, err = ToSlice(t, v); err != nil {
			return nil, err
		}
	}
	if len(items) > 0 && (base.Flags&(FlagTupleSub|FlagBytesSub|FlagIntSub) != 0 || base.IsSubtype(&TypeType)) {
		return nil, TypeErrorf("nonempty __slots__ not supported for subtype of '%s'", base.Name)
	}
	seen := map[*Str]bool{}
	for _, v := range items {
		n, ok := StrOf(v)
		if !ok {
			return nil, TypeErrorf("__slots__ items must be strings, not '%s'", TypeOf(v))
		}
		text := n.String()
		if !IsIdentifier(text) {
			return nil, TypeErrorf("__slots__ must be identifiers")
		}
		switch text {
		case "__dict__":
			if !s.mayDict || s.dict {
				return nil, TypeErrorf("__dict__ slot disallowed: we already got one")
			}
			s.dict = true
			continue
		case "__weakref__":
			if !s.mayWeaks || s.weakref {
				return nil, TypeErrorf("__weakref__ slot disallowed: we already got one")
			}
			s.weakref = true
			continue
		}
		m := Intern(mangleName(name.String(), text))
		if seen[m] {
			continue
		}
		seen[m] = true
		if ns.HasStr(m) && m != strQualname && m != strClasscell && m != strClassdictcell {
			return nil, ValueErrorf("%s in __slots__ conflicts with class variable", ReprStr(n))
		}
		s.names = append(s.names, m)
	}
	sortNames(s.names)
	return s, nil
}

func sortNames(names []*Str) {
	for i := 1; i < len(names); i++ {
		for j := i; j > 0 && names[j].String() < names[j-1].String(); j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
}

// typeNew is type.__new__ with one or three arguments.
func typeNew(t *Thread, meta *Type, args []Value, kw *Tuple) (Value, error) {
	npos := len(args) - kw.Len()
	if npos != 3 {
		return Value{}, TypeErrorf("type.__new__() takes exactly 3 arguments (%d given)", npos)
	}
	name, ok := StrOf(args[0])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 1 must be str, not %s", argTypeName(args[0]))
	}
	bases, ok := TupleOf(args[1])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 2 must be tuple, not %s", TypeOf(args[1]))
	}
	ns, ok := DictOf(args[2])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 3 must be dict, not %s", TypeOf(args[2]))
	}
	for _, b := range bases.Items() {
		if _, isType := TypeFrom(b); isType {
			continue
		}
		entries, err := FindAttr(t, b, strMroEntries)
		if err != nil {
			return Value{}, err
		}
		if !entries.IsZero() {
			return Value{}, TypeErrorf("type() doesn't support MRO entry resolution; use types.new_class()")
		}
	}
	winner, err := CalculateMetaclass(meta, bases.Items())
	if err != nil {
		return Value{}, err
	}
	if winner != meta {
		if !funcEqual(winner.New, typeNew) {
			return winner.New(t, winner, args, kw)
		}
		meta = winner
	}
	if bases.Len() == 0 {
		bases = NewTuple(ToValue(&ObjectType))
	}
	base, err := bestBase(bases.Items())
	if err != nil {
		return Value{}, err
	}
	typ, err := newClass(t, meta, name, bases, base, ns)
	if err != nil {
		return Value{}, err
	}
	if err := typ.setNames(t); err != nil {
		return Value{}, err
	}
	if err := typ.callInitSubclass(t, args[npos:], kw); err != nil {
		return Value{}, err
	}
	return ToValue(typ), nil
}

// checkTypeName refuses names that CPython's types cannot have.
func checkTypeName(t *Thread, name *Str) error {
	if err := checkEncodable(t, name.Value()); err != nil {
		return err
	}
	for i := range name.Len() {
		if name.At(i) == 0 {
			return ValueErrorf("type name must not contain null characters")
		}
	}
	return nil
}

// checkEncodable is the UnicodeEncodeError of a str that has no form in UTF-8: one with a lone surrogate.
func checkEncodable(t *Thread, s Value) error {
	if As[Str](s).IsASCII() {
		return nil
	}
	_, err := Encode(t, s, "utf-8", "strict")
	return err
}

// newClass builds the type object of a class.
func newClass(t *Thread, meta *Type, name *Str, bases *Tuple, base *Type, ns *Dict) (*Type, error) {
	if err := checkTypeName(t, name); err != nil {
		return nil, err
	}
	text := name.String()
	slots, err := readSlots(t, name, base, ns)
	if err != nil {
		return nil, err
	}
	if slots.declared {
		// Further bases may bring a __dict__ or weak references.
		for _, v := range bases.Items() {
			b := As[Type](v)
			if b == base {
				continue
			}
			if slots.mayDict && b.HasDict {
				slots.dict = true
			}
			if slots.mayWeaks && b.Flags&FlagWeakrefs != 0 {
				slots.weakref = true
			}
		}
	}
	typ := &Type{Head: Head{meta}, Name: text, Base: base, Bases: bases}
	typ.Flags = FlagHeap | FlagBase | FlagReady | base.Flags&inheritedFlags
	if slots.declared {
		typ.Flags |= FlagHasSlots
	}
	typ.dict = ns.Copy()
	d := typ.dict
	if err := typ.fillCells(t, d); err != nil {
		return nil, err
	}
	for i := 0; ; {
		k, _, next, ok := d.NextEntry(i)
		if !ok {
			break
		}
		i = next
		if !IsInstance(k, &StrType) {
			if err := H.Warn(t, &RuntimeWarningType, "non-string key in the __dict__ of class "+text, 1); err != nil {
				return nil, err
			}
			break
		}
	}
	q := d.GetStr(strQualname)
	if !q.IsZero() {
		qs, ok := StrOf(q)
		if !ok {
			return nil, TypeErrorf("type __qualname__ must be a str, not %s", TypeOf(q))
		}
		typ.Qual = qs.String()
		d.DeleteStr(strQualname)
	}
	if !d.HasStr(strModule) {
		if g := t.currentGlobals(); g != nil {
			if m := g.GetStr(strName); !m.IsZero() {
				d.SetStr(strModule, m)
			}
		}
	}
	if fn := d.GetStr(strNew); Is(fn, &FunctionType) {
		d.SetStr(strNew, NewStaticMethod(fn))
	}
	for _, n := range [...]*Str{strInitSubclass, strClassGetitem} {
		if fn := d.GetStr(n); Is(fn, &FunctionType) {
			d.SetStr(n, NewClassMethod(fn))
		}
	}
	typ.solid = base.solid
	typ.Alloc = base.Alloc
	typ.nslots = base.nslots
	typ.AttrsOffset = base.AttrsOffset
	typ.HasDict = base.HasDict
	isMeta := base.IsSubtype(&TypeType)
	for _, n := range slots.names {
		typ.nslots++
		def := &MemberDef{Name: n.String(), Slot: typ.nslots}
		d.SetStr(n, ToValue(&Member{Head: Head{&MemberType}, Def: def, Owner: typ}))
	}
	typ.slotNames = slots.names
	if slots.dict && !isMeta {
		typ.HasDict = true
		if !d.HasStr(strDict) {
			d.SetStr(strDict, ToValue(&GetSet{Head: Head{&GetSetType}, Def: &classDictGetSet, Owner: typ}))
		}
	}
	if slots.weakref {
		typ.Flags |= FlagWeakrefs
		if !d.HasStr(strWeakref) && !isMeta {
			d.SetStr(strWeakref, ToValue(&GetSet{Head: Head{&GetSetType}, Def: &weakrefGetSet, Owner: typ}))
		}
	}
	if typ.AttrsOffset == 0 && (typ.HasDict || typ.nslots > 0) && !isMeta {
		typ.AttrsOffset = typ.solid.size
	}
	if doc := d.GetStr(strDoc); doc.IsZero() {
		d.SetStr(strDoc, None)
	} else if Is(doc, &StrType) {
		if err := checkEncodable(t, doc); err != nil {
			return nil, err
		}
	}
	if d.HasStr(compareStrs[OpEq]) && !d.HasStr(strHash) {
		d.SetStr(strHash, None)
	}
	if err := typ.computeMRO(t); err != nil {
		return nil, err
	}
	typ.inheritFlags()
	typ.fixSlots()
	for _, v := range bases.Items() {
		As[Type](v).addSubclass(typ)
	}
	return typ, nil
}

// fillCells gives the cells of a class body what super(), __class__ and annotation scopes read there, and takes them out of the
// namespace, where slots of these names may follow.
func (typ *Type) fillCells(t *Thread, d *Dict) error {
	for _, c := range [...]struct {
		name *Str
		v    Value
	}{{strClasscell, ToValue(typ)}, {strClassdictcell, ToValue(d)}} {
		cell := d.GetStr(c.name)
		if cell.IsZero() {
			continue
		}
		if !Is(cell, &CellType) {
			text, err := ReprString(t, ToValue(TypeOf(cell)))
			if err != nil {
				return err
			}
			return TypeErrorf("%s must be a nonlocal cell, not %s", c.name, text)
		}
		As[Cell](cell).V = c.v
		d.DeleteStr(c.name)
	}
	return nil
}

// inheritFlags takes over what a class has from all its bases.
func (typ *Type) inheritFlags() {
	typ.Traverse = typ.solid.Traverse
	for _, b := range typ.MRO {
		if b == typ {
			continue
		}
		b.ready()
		typ.Flags |= b.Flags & FlagHasDel
		if typ.Flags&(FlagSequence|FlagMapping) == 0 {
			// The first base that is one of them decides which.
			typ.Flags |= b.Flags & (FlagSequence | FlagMapping)
		}
		if b.Flags&FlagHeap == 0 {
			typ.Flags |= b.Flags & inheritedFlags &^ FlagWeakrefs
		}
	}
}

// setNames calls __set_name__ of the attributes of a new class.
func (typ *Type) setNames(t *Thread) error {
	var names, values []Value
	for i := 0; ; {
		k, v, next, ok := typ.dict.NextEntry(i)
		if !ok {
			break
		}
		i = next
		if !Is(v, &FunctionType) && v.IsObject() {
			names, values = append(names, k), append(values, v)
		}
	}
	for i, v := range values {
		_, _, err := CallSpecial(t, v, strSetName, ToValue(typ), names[i])
		if err != nil {
			name, _ := ReprString(t, names[i])
			AsException(err).AddNote(StrValue("Error calling __set_name__ on '" + TypeOf(v).TpName() + "' instance " + name + " in '" + typ.Name + "'"))
			return err
		}
	}
	return nil
}

// callInitSubclass calls __init_subclass__ of the base with the keywords of the class statement.
func (typ *Type) callInitSubclass(t *Thread, args []Value, kw *Tuple) error {
	if !slices.Contains(typ.MRO, typ) {
		// mro() has left the class itself out.
		return superError(typ, ToValue(typ))
	}
	fn, _, err := SuperLookup(t, typ, ToValue(typ), strInitSubclass)
	if err != nil {
		return err
	}
	// A class whose mro() puts it last inherits nothing there but what every object has.
	if raw := superRaw(typ, typ, strInitSubclass); raw.IsZero() || Is(raw, &ClassMethodDescrType) && As[ClassMethodDescr](raw).Owner == &ObjectType {
		// object's does nothing but refuse keywords.
		if kw.Len() > 0 {
			return TypeErrorf("%s.__init_subclass__() takes no keyword arguments", typ.QualName())
		}
		return nil
	}
	_, err = Call(t, fn, args, kw)
	return err
}

// currentGlobals are the globals of the running Python frame, nil where there is none.
func (t *Thread) currentGlobals() *Dict {
	if t.Cur != nil {
		return t.Cur.Fn.Globals
	}
	return nil
}

// setBases is assignment to __bases__.
func (typ *Type) setBases(t *Thread, v Value) error {
	bases, ok := TupleOf(v)
	if !ok {
		return TypeErrorf("can only assign tuple to %s.__bases__, not %s", typ.Name, TypeOf(v))
	}
	if bases.Len() == 0 {
		return TypeErrorf("can only assign non-empty tuple to %s.__bases__, not ()", typ.Name)
	}
	for _, b := range bases.Items() {
		bt, ok := TypeFrom(b)
		if !ok {
			return TypeErrorf("%s.__bases__ must be tuple of classes, not '%s'", typ.Name, TypeOf(b))
		}
		if bt.IsSubtype(typ) || bt.basedOn(typ) {
			return TypeErrorf("a __bases__ item causes an inheritance cycle")
		}
	}
	newBase, err := bestBase(bases.Items())
	if err != nil {
		return err
	}
	old := typ.Base
	if newBase.solid != old.solid {
		if old.Flags&FlagHeap != 0 {
			return TypeErrorf("__bases__ assignment: '%s' deallocator differs from '%s'", newBase, old)
		}
		return TypeErrorf("__bases__ assignment: '%s' object layout differs from '%s'", newBase, old)
	}
	if newBase.nslots != old.nslots || newBase.HasDict != old.HasDict && newBase.HasDict {
		return TypeErrorf("__bases__ assignment: '%s' object layout differs from '%s'", newBase, old)
	}
	oldBases := typ.Bases
	typ.Bases, typ.Base = bases, newBase
	var undo []oldMRO
	if err := typ.recomputeMRO(t, &undo); err != nil {
		for _, u := range slices.Backward(undo) {
			if slices.Equal(u.typ.MRO, u.new) {
				u.typ.MRO = u.old
			}
		}
		if typ.Bases == bases {
			typ.Bases, typ.Base = oldBases, old
		}
		return err
	}
	if typ.Bases != bases {
		// An mro() of the program has set others meanwhile.
		return nil
	}
	for _, b := range oldBases.Items() {
		As[Type](b).removeSubclass(typ)
	}
	for _, b := range bases.Items() {
		As[Type](b).addSubclass(typ)
	}
	typ.modified()
	typ.refixSlots()
	return nil
}

// basedOn reports whether other is on the chain of first bases, which an assignment to __bases__ changes before the orders.
func (typ *Type) basedOn(other *Type) bool {
	for b := typ; b != nil; b = b.Base {
		if b == other {
			return true
		}
	}
	return false
}

// oldMRO is an order that was replaced, for the case that a later one fails.
type oldMRO struct {
	typ      *Type
	old, new []*Type
}

// recomputeMRO renews the order of a class and of all classes derived from it; undo is what to restore where that fails.
func (typ *Type) recomputeMRO(t *Thread, undo *[]oldMRO) error {
	old := typ.MRO
	if err := typ.computeMRO(t); err != nil {
		return err
	}
	*undo = append(*undo, oldMRO{typ, old, typ.MRO})
	var subs []*Type
	typ.Subclasses(func(sub *Type) { subs = append(subs, sub) })
	for _, sub := range subs {
		if err := sub.recomputeMRO(t, undo); err != nil {
			return err
		}
	}
	return nil
}

func (typ *Type) refixSlots() {
	if typ.Flags&FlagHeap != 0 {
		typ.inheritFlags()
		typ.fixSlots()
	}
	typ.Subclasses(func(sub *Type) { sub.refixSlots() })
}

func (typ *Type) removeSubclass(sub *Type) {
	live := make([]weak.Pointer[Type], 0, len(typ.subclasses))
	for _, w := range typ.subclasses {
		if s := w.Value(); s != nil && s != sub {
			live = append(live, w)
		}
	}
	typ.subclasses = live
}
