package jit

import (
	"unsafe"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/ir"
	"github.com/adder-lang/adder/objects"
)

// Recording of names, attributes and items.

var nameBool, nameLen, nameInit *objects.Str

func internNames() {
	nameBool, nameLen = objects.Intern("__bool__"), objects.Intern("__len__")
	nameInit = objects.Intern("__init__")
}

// plainlyTrue reports whether every instance of a class is true.
func plainlyTrue(typ *objects.Type) bool {
	return typ.Lookup(nameBool).IsZero() && typ.Lookup(nameLen).IsZero()
}

// guardVersion makes sure that a type has not been changed.
func (r *recorder) guardVersion(typ *objects.Type) {
	r.b.GuardWord(r.b.Const(objects.ToValue(typ)), objects.TypeVersionOffset, ir.TypeVersion,
		ir.Word{Name: "version", Bits: typ.Version()}, r.here)
}

// guardDict makes sure that a dictionary has the keys that it has at present.
func (r *recorder) guardDict(d *objects.Dict) ir.Ref {
	ref := r.b.Const(objects.ToValue(d))
	r.b.GuardWord(ref, objects.DictVersionOffset, ir.DictLayout, ir.Word{Name: "keys", Bits: d.Version()}, r.here)
	return ref
}

// entry reads an entry of a dictionary whose keys are guarded.
func (r *recorder) entry(d *objects.Dict, i int) ir.Ref {
	ref := r.guardDict(d)
	entries := r.b.Load(ir.Addr, ref, objects.DictEntriesOffset, ir.DictLayout, ir.Width64)
	v := r.b.Load(ir.Val, entries, uintptr(i)*objects.DictEntrySize+objects.DictValueOffset, ir.DictEntry, ir.Width64)
	return r.stable(v, d.EntryValue(i))
}

// stable returns a constant for a value that hardly ever changes: a function, a class, a module.
func (r *recorder) stable(ref ir.Ref, v value) ir.Ref {
	if !v.IsObject() {
		return ref
	}
	switch objects.TypeOf(v) {
	case &objects.FunctionType, &objects.TypeType, &objects.ModuleType, &objects.BuiltinType, &objects.MethodDescrType:
		return r.guardIs(ref, v)
	}
	if objects.TypeOf(v).IsSubtype(&objects.TypeType) {
		return r.guardIs(ref, v)
	}
	return ref
}

// inModule reports whether the running frame's namespace is its module's.
func (r *recorder) inModule() bool {
	rec := r.top().rec
	return rec.Flags&objects.RecLocals == 0 || rec.Locals == objects.ToValue(rec.Fn.Globals)
}

// loadGlobal records LOAD_GLOBAL, and LOAD_NAME in a module.
func (r *recorder) loadGlobal(ins bytecode.Instr) {
	f := r.top()
	name := f.code.Sites[ins.B()].Name
	g := f.rec.Fn.Globals
	if objects.TypeOf(objects.ToValue(g)) != &objects.DictType {
		r.interpret(ins)
		return
	}
	if i := g.FindStr(name); i >= 0 {
		r.write(ins.A(), r.entry(g, i))
		return
	}
	b := f.rec.Fn.Builtins
	if objects.TypeOf(objects.ToValue(b)) != &objects.DictType {
		r.interpret(ins)
		return
	}
	i := b.FindStr(name)
	if i < 0 {
		r.fail(AbortException)
		return
	}
	r.guardDict(g)
	r.write(ins.A(), r.entry(b, i))
}

// storeGlobal records an assignment to a global that exists.
func (r *recorder) storeGlobal(ins bytecode.Instr) {
	f := r.top()
	g := f.rec.Fn.Globals
	i := -1
	if objects.TypeOf(objects.ToValue(g)) == &objects.DictType {
		i = g.FindStr(f.code.Sites[ins.B()].Name)
	}
	if i < 0 {
		r.interpret(ins)
		return
	}
	v := r.b.Box(r.read(ins.A()))
	ref := r.guardDict(g)
	entries := r.b.Load(ir.Addr, ref, objects.DictEntriesOffset, ir.DictLayout, ir.Width64)
	r.b.StoreVal(entries, uintptr(i)*objects.DictEntrySize+objects.DictValueOffset, ir.DictEntry, v)
}

// cell returns the cell in a register; the compiler puts nothing else there.
func (r *recorder) cell(n int) ir.Ref { return r.read(n) }

func (r *recorder) loadCell(n int) ir.Ref {
	return r.b.Load(ir.Val, r.cell(n), objects.CellValueOffset, ir.CellValue, ir.Width64)
}

// guardShape makes sure that an instance has the shape that it has at present, and its class the contents.
func (r *recorder) guardShape(ref ir.Ref, v value) *objects.Attrs {
	typ := objects.TypeOf(v)
	a := objects.AttrsOf(v)
	r.object(ref, v)
	r.guardVersion(typ)
	r.b.GuardWord(ref, typ.AttrsOffset+objects.ShapeOffset, ir.Attribute, shapeWord(a.Shape()), r.here)
	return a
}

func shapeWord(s *objects.Shape) ir.Word { return ir.Address("shape", unsafe.Pointer(s)) }

// instanceSlot finds the attribute of an instance that is in its own slots: the position in the shape, or -1.
func instanceSlot(v value, name *objects.Str, set bool) int {
	if !v.IsObject() {
		return -1
	}
	typ := objects.TypeOf(v)
	flag := objects.FlagDefaultGetAttr
	if set {
		flag = objects.FlagDefaultSetAttr
	}
	if typ.Flags&flag == 0 || typ.AttrsOffset == 0 {
		return -1
	}
	if c := typ.Lookup(name); !c.IsZero() {
		ct := objects.TypeOf(c)
		if ct.DescrSet != nil && (set || ct.DescrGet != nil) {
			return -1
		}
	}
	a := objects.AttrsOf(v)
	if a == nil || a.Shape() == nil || a.Shape().IsDict() {
		return -1
	}
	return a.Shape().Find(name)
}

// memberOffset is where a value of __slots__ lies in an instance.
func memberOffset(v value, name *objects.Str, set bool) (uintptr, bool) {
	site := objects.Site{Name: name}
	kind := objects.SiteEmpty
	if set {
		kind = site.CacheStore(v)
	} else {
		kind = site.CacheAttr(v)
	}
	return uintptr(site.Offset), kind == objects.SiteSlot
}

// slotAddress returns the object and the offset at which position i of a shape lies.
func (r *recorder) slotAddress(ref ir.Ref, typ *objects.Type, s *objects.Shape, i int) (ir.Ref, uintptr) {
	if i < s.Inline {
		return ref, typ.AttrsOffset + objects.InlineOffset + uintptr(i)*8
	}
	return r.b.Load(ir.Addr, ref, typ.AttrsOffset+objects.ExtOffset, ir.Attribute, ir.Width64), uintptr(i-s.Inline) * 8
}

// loadAttr records LOAD_ATTR.
func (r *recorder) loadAttr(ins bytecode.Instr) {
	f := r.top()
	s := &f.code.Sites[ins.C()]
	ref, v := r.read(ins.B()), f.register(ins.B())
	if r.b.TypeOf(ref) != ir.Val || !v.IsObject() {
		r.interpret(ins)
		return
	}
	typ := objects.TypeOf(v)
	switch {
	case s.Kind == objects.SiteModule && s.HitModule(v):
		r.guardIs(ref, v)
		r.write(ins.A(), r.entry(s.Dict, int(s.Offset)))
		return
	case s.Kind == objects.SiteTypeAttr && s.HitType(v):
		r.guardIs(ref, v)
		r.guardVersion(s.Type)
		r.write(ins.A(), r.b.Const(s.Value))
		return
	}
	if i := instanceSlot(v, s.Name, false); i >= 0 {
		a := r.guardShape(ref, v)
		obj, offset := r.slotAddress(ref, typ, a.Shape(), i)
		r.write(ins.A(), r.b.Load(ir.Val, obj, offset, ir.Attribute, ir.Width64))
		return
	}
	if offset, ok := memberOffset(v, s.Name, false); ok {
		r.guardShape(ref, v)
		x := r.b.Load(ir.Val, ref, offset, ir.Attribute, ir.Width64)
		r.b.Emit(ir.GuardBound, x, ir.NoRef, r.here)
		r.write(ins.A(), x)
		return
	}
	switch {
	case s.Kind == objects.SiteClassValue && s.MethodHit(v):
		if typ.AttrsOffset != 0 {
			r.guardShape(ref, v)
		} else {
			r.object(ref, v)
			r.guardVersion(typ)
		}
		r.write(ins.A(), r.b.Const(s.Value))
	case s.Kind == objects.SiteProperty && s.Type == typ && s.Version == typ.ValidVersion() && r.inlinable(objects.As[objects.Function](s.Value), 1):
		r.object(ref, v)
		r.guardVersion(typ)
		r.enter(objects.As[objects.Function](s.Value), r.b.Const(s.Value), []ir.Ref{ref}, ins.A())
	default:
		r.interpret(ins)
	}
}

// storeAttr records STORE_ATTR.
func (r *recorder) storeAttr(ins bytecode.Instr) {
	f := r.top()
	name := f.code.Sites[ins.C()].Name
	ref, v := r.read(ins.A()), f.register(ins.A())
	if r.b.TypeOf(ref) != ir.Val || !v.IsObject() {
		r.interpret(ins)
		return
	}
	typ := objects.TypeOf(v)
	if i := instanceSlot(v, name, true); i >= 0 {
		x := r.b.Box(r.read(ins.B()))
		a := r.guardShape(ref, v)
		obj, offset := r.slotAddress(ref, typ, a.Shape(), i)
		r.b.StoreVal(obj, offset, ir.Attribute, x)
		return
	}
	if offset, ok := memberOffset(v, name, true); ok {
		x := r.b.Box(r.read(ins.B()))
		r.guardShape(ref, v)
		r.b.StoreVal(ref, offset, ir.Attribute, x)
		return
	}
	site := objects.Site{Name: name}
	if site.CacheNew(v) && site.Offset >= 0 {
		x := r.b.Box(r.read(ins.B()))
		r.guardShape(ref, v)
		r.b.StoreVal(ref, uintptr(site.Offset), ir.Attribute, x)
		r.b.StoreWord(ref, typ.AttrsOffset+objects.ShapeOffset, ir.Attribute, shapeWord(site.Next))
		return
	}
	r.interpret(ins)
}

// loadMethod records LOAD_METHOD.
func (r *recorder) loadMethod(ins bytecode.Instr) {
	f := r.top()
	s := &f.code.Sites[ins.C()]
	ref, v := r.read(ins.B()), f.register(ins.B())
	if r.b.TypeOf(ref) != ir.Val || !v.IsObject() {
		r.interpret(ins)
		return
	}
	typ := objects.TypeOf(v)
	switch {
	case s.Kind == objects.SiteModule && s.HitModule(v):
		r.guardIs(ref, v)
		r.write(ins.A(), r.entry(s.Dict, int(s.Offset)))
		r.write(ins.A()+1, r.b.Const(value{}))
		return
	case s.Kind == objects.SiteTypeAttr && s.HitType(v):
		r.guardIs(ref, v)
		r.guardVersion(s.Type)
		r.write(ins.A(), r.b.Const(s.Value))
		r.write(ins.A()+1, r.b.Const(value{}))
		return
	}
	if typ.Flags&objects.FlagDefaultGetAttr != 0 {
		fn := typ.Lookup(s.Name)
		if objects.Is(fn, &objects.FunctionType) || objects.Is(fn, &objects.MethodDescrType) {
			if typ.AttrsOffset == 0 {
				r.object(ref, v)
				r.guardVersion(typ)
			} else {
				a := objects.AttrsOf(v)
				if a.Shape() == nil || a.Shape().Shadows(s.Name) {
					r.interpret(ins)
					return
				}
				r.guardShape(ref, v)
			}
			r.write(ins.A(), r.b.Const(fn))
			r.write(ins.A()+1, ref)
			return
		}
	}
	r.interpret(ins)
}

// index returns the position that an index into a sequence of n items means, guarded to be within it; NoRef where it
// is not at present.
func (r *recorder) index(k ir.Ref, vk value, n ir.Ref, length int) ir.Ref {
	i, ok := r.int64Of(k, vk)
	if !ok || i >= int64(length) || i < -int64(length) {
		return ir.NoRef
	}
	k = r.number(k, vk)
	if i < 0 {
		if _, isConst := r.b.ConstOf(k); !isConst {
			r.b.Emit(ir.Lt, k, r.b.Int(0), r.here)
		}
		k = r.b.Emit(ir.Add, k, n, nil)
	}
	r.b.Emit(ir.Below, k, n, r.here)
	return k
}

// loadItem records LOAD_ITEM.
func (r *recorder) loadItem(ins bytecode.Instr) {
	f := r.top()
	a, k := r.read(ins.B()), r.read(ins.C())
	va, vk := f.register(ins.B()), f.register(ins.C())
	if r.b.TypeOf(a) != ir.Val || !va.IsObject() {
		r.interpret(ins)
		return
	}
	if parts := r.slices[k]; parts != nil && partsPlain(vk) {
		switch typ := objects.TypeOf(va); typ {
		case &objects.ListType, &objects.TupleType, &objects.StrType:
			r.object(a, va)
			part := r.call(helperPart, a, parts[0], parts[1])
			r.b.SetType(part, typ)
			r.write(ins.A(), part)
			return
		}
	}
	isInt := r.rawKind(k, vk) == ir.I64 && vk.IsInline()
	switch typ := objects.TypeOf(va); {
	case typ == &objects.ListType && isInt:
		r.object(a, va)
		n := r.b.Load(ir.I64, a, objects.ListLenOffset, ir.ListLen, ir.Width64)
		i := r.index(k, vk, n, objects.As[objects.List](va).Len())
		if i == ir.NoRef {
			r.fail(AbortException)
			return
		}
		data := r.b.Load(ir.Addr, a, objects.ListDataOffset, ir.ListData, ir.Width64)
		r.write(ins.A(), r.b.LoadItem(data, i, ir.ListItems))
		return
	case typ == &objects.TupleType && isInt:
		if items := r.tuples[a]; items != nil {
			if c, ok := r.b.ConstOf(k); ok && c.IsInline() && c.Inline() >= 0 && c.Inline() < int64(len(items)) {
				r.write(ins.A(), items[c.Inline()])
				return
			}
		}
		r.object(a, va)
		n := r.b.Load(ir.I64, a, objects.TupleLenOffset, ir.Immutable, ir.Width64)
		i := r.index(k, vk, n, objects.As[objects.Tuple](va).Len())
		if i == ir.NoRef {
			r.fail(AbortException)
			return
		}
		data := r.b.Load(ir.Addr, a, objects.TupleDataOffset, ir.Immutable, ir.Width64)
		r.write(ins.A(), r.b.LoadItem(data, i, ir.Immutable))
		return
	case typ == &objects.StrType && isInt:
		r.object(a, va)
		n := r.b.Load(ir.I64, a, objects.StrLenOffset, ir.Immutable, ir.Width64)
		i := r.index(k, vk, n, objects.As[objects.Str](va).Len())
		if i == ir.NoRef {
			r.fail(AbortException)
			return
		}
		s := r.call(helperStrItem, a, i)
		r.b.SetType(s, &objects.StrType)
		r.write(ins.A(), s)
		return
	case (typ == &objects.BytesType || typ == &objects.ByteArrayType) && isInt:
		data, i := r.byteIndex(a, k, va, vk)
		if i == ir.NoRef {
			r.fail(AbortException)
			return
		}
		class := ir.Immutable
		if typ == &objects.ByteArrayType {
			class = ir.ByteItems
		}
		r.write(ins.A(), r.b.LoadByte(data, i, class))
		return
	case typ == &objects.RangeType && isInt:
		r.object(a, va)
		r.write(ins.A(), r.call(helperItem, a, r.number(k, vk)))
		return
	case typ == &objects.DictType:
		if v, ok := objects.As[objects.Dict](va).GetNoCall(r.t, r.present(k, vk)); ok && !v.IsZero() {
			r.object(a, va)
			item := r.call(helperDictGet, a, k)
			r.b.Emit(ir.GuardBound, item, ir.NoRef, r.here)
			r.write(ins.A(), item)
			return
		}
	}
	r.interpret(ins)
}

// buildSlice records BUILD_SLICE. The parts are remembered, so that taking a part of a sequence needs no slice.
func (r *recorder) buildSlice(ins bytecode.Instr) {
	parts := []ir.Ref{r.read(ins.B()), r.read(ins.B() + 1)}
	step := r.b.Const(objects.None)
	if ins.C() == 3 {
		step = r.read(ins.B() + 2)
	}
	ref := r.call(helperSlice, parts[0], parts[1], step)
	r.b.SetType(ref, &objects.SliceType)
	if ins.C() == 2 {
		r.slices[ref] = parts
	}
	r.write(ins.A(), ref)
}

// partsPlain reports whether the parts of a slice are small ints or None.
func partsPlain(v value) bool {
	s := objects.As[objects.Slice](v)
	return (s.Start.IsInline() || s.Start == objects.None) && (s.Stop.IsInline() || s.Stop == objects.None)
}

// byteIndex returns the contents of a bytes object or bytearray and the index into them, guarded to be within; the index is
// NoRef where it is not at present.
func (r *recorder) byteIndex(a, k ir.Ref, va, vk value) (data, i ir.Ref) {
	r.object(a, va)
	offset, class := objects.BytesDataOffset, ir.Immutable
	if objects.Is(va, &objects.ByteArrayType) {
		offset, class = objects.ByteArrayDataOffset, ir.ByteItems
	}
	size, _ := objects.ByteSize(va)
	n := r.b.Load(ir.I64, a, offset+8, class, ir.Width64)
	i = r.index(k, vk, n, size)
	return r.b.Load(ir.Addr, a, offset, class, ir.Width64), i
}

// storeItem records STORE_ITEM.
func (r *recorder) storeItem(ins bytecode.Instr) {
	f := r.top()
	a, k, x := r.read(ins.A()), r.read(ins.B()), r.read(ins.C())
	va, vk, vx := f.register(ins.A()), f.register(ins.B()), f.register(ins.C())
	if r.b.TypeOf(a) != ir.Val || !va.IsObject() {
		r.interpret(ins)
		return
	}
	switch typ := objects.TypeOf(va); {
	case typ == &objects.ListType && r.rawKind(k, vk) == ir.I64 && vk.IsInline():
		l := objects.As[objects.List](va)
		if !l.Scan() && vx.IsObject() {
			r.interpret(ins)
			return
		}
		x = r.b.Box(x)
		r.object(a, va)
		n := r.b.Load(ir.I64, a, objects.ListLenOffset, ir.ListLen, ir.Width64)
		i := r.index(k, vk, n, l.Len())
		if i == ir.NoRef {
			r.fail(AbortException)
			return
		}
		// An object goes only into memory that the collector scans.
		if l.Scan() {
			r.b.Emit(ir.Ne, r.b.Load(ir.I64, a, objects.ListScanOffset, ir.ListData, ir.WidthU8), r.b.Int(0), r.here)
		} else {
			r.b.Emit(ir.GuardPlain, x, ir.NoRef, r.here)
		}
		data := r.b.Load(ir.Addr, a, objects.ListDataOffset, ir.ListData, ir.Width64)
		r.b.StoreItem(data, i, x, ir.ListItems)
	case typ == &objects.DictType && objects.As[objects.Dict](va).Plain(r.present(k, vk)):
		r.object(a, va)
		r.call(helperDictSet, a, k, x)
	case typ == &objects.ByteArrayType && r.rawKind(k, vk) == ir.I64 && vk.IsInline() && r.rawKind(x, vx) == ir.I64:
		n, ok := r.int64Of(x, vx)
		data, i := r.byteIndex(a, k, va, vk)
		if i == ir.NoRef || !ok || n < 0 || n > 255 {
			r.fail(AbortException)
			return
		}
		b := r.number(x, vx)
		r.b.Emit(ir.Below, b, r.b.Int(256), r.here)
		r.b.StoreByte(data, i, b, ir.ByteItems)
	default:
		r.interpret(ins)
	}
}

// buildTuple records BUILD_TUPLE. The tuple's items are remembered, so that taking it apart needs no tuple.
func (r *recorder) buildTuple(ins bytecode.Instr) {
	n := ins.C()
	if n > maxHelperArgs {
		r.interpret(ins)
		return
	}
	items := r.window(ins.B(), n)
	ref := r.call(helperTuple, items...)
	r.b.SetType(ref, &objects.TupleType)
	if n > 0 {
		r.tuples[ref] = items
	}
	r.write(ins.A(), ref)
}

// unpack records UNPACK_SEQUENCE.
func (r *recorder) unpack(ins bytecode.Instr) {
	f := r.top()
	src, v := r.read(ins.B()), f.register(ins.B())
	n := ins.C()
	if items := r.tuples[src]; len(items) == n && n > 0 {
		for i, x := range items {
			r.write(ins.A()+i, x)
		}
		return
	}
	if r.b.TypeOf(src) == ir.Val && v.IsObject() {
		switch typ := objects.TypeOf(v); {
		case typ == &objects.TupleType && objects.As[objects.Tuple](v).Len() == n:
			r.object(src, v)
			r.b.Emit(ir.Eq, r.b.Load(ir.I64, src, objects.TupleLenOffset, ir.Immutable, ir.Width64), r.b.Int(int64(n)), r.here)
			data := r.b.Load(ir.Addr, src, objects.TupleDataOffset, ir.Immutable, ir.Width64)
			for i := range n {
				r.write(ins.A()+i, r.b.LoadItem(data, r.b.Int(int64(i)), ir.Immutable))
			}
			return
		case typ == &objects.ListType && objects.As[objects.List](v).Len() == n:
			r.object(src, v)
			r.b.Emit(ir.Eq, r.b.Load(ir.I64, src, objects.ListLenOffset, ir.ListLen, ir.Width64), r.b.Int(int64(n)), r.here)
			data := r.b.Load(ir.Addr, src, objects.ListDataOffset, ir.ListData, ir.Width64)
			for i := range n {
				r.write(ins.A()+i, r.b.LoadItem(data, r.b.Int(int64(i)), ir.ListItems))
			}
			return
		}
	}
	r.interpret(ins)
}

// rangeIter makes the iterator of a range that the trace has made; there is no object until somebody else than a loop
// wants it.
func (r *recorder) rangeIter(dst int, v *objects.Range, parts [3]ir.Ref) bool {
	c, ok := r.b.ConstOf(parts[2])
	if !ok || len(r.frames) > 1 || dst < r.code.NumLocals() {
		return false
	}
	step := c.Inline()
	low, high := parts[0], parts[1]
	if step < 0 {
		low, high = high, low
	}
	it := &rangeState{obj: r.b.Const(value{}), cur: parts[0], step: parts[2], left: r.b.Int(0)}
	if n, _ := objects.Int64Of(v.Length); n == 0 {
		r.b.Emit(ir.Ge, low, high, r.here)
	} else {
		r.b.Emit(ir.Lt, low, high, r.here)
		it.left = r.b.Emit(ir.Sub, high, low, nil)
		if step != 1 && step != -1 {
			last := r.b.Emit(ir.Sub, it.left, r.b.Int(1), nil)
			it.left = r.b.Emit(ir.Add, r.b.Emit(ir.DivFloor, last, r.b.Int(max(step, -step)), nil), r.b.Int(1), nil)
		}
	}
	r.write(dst, it.obj)
	r.iters[dst] = it
	return true
}

// getIter records GET_ITER.
func (r *recorder) getIter(ins bytecode.Instr) {
	src, v := r.read(ins.B()), r.register(ins.B())
	if r.b.TypeOf(src) != ir.Val || !v.IsObject() {
		r.interpret(ins)
		return
	}
	switch objects.TypeOf(v) {
	case &objects.RangeType:
		if parts, ok := r.ranges[src]; ok {
			if r.rangeIter(ins.A(), objects.As[objects.Range](v), parts) {
				return
			}
			it := r.call(helperRangeIter, parts[0], parts[1], parts[2])
			r.b.SetType(it, &objects.RangeIteratorType)
			r.write(ins.A(), it)
			return
		}
	case &objects.ListType:
		r.object(src, v)
		it := r.call(helperListIter, src)
		r.b.SetType(it, &objects.ListIterType)
		r.write(ins.A(), it)
		return
	case &objects.TupleType:
		r.object(src, v)
		it := r.call(helperTupleIter, src)
		r.b.SetType(it, &objects.TupleIterType)
		r.write(ins.A(), it)
		return
	case &objects.RangeIteratorType, &objects.ListIterType, &objects.TupleIterType, &objects.GeneratorType:
		// Iterators are their own.
		r.object(src, v)
		r.write(ins.A(), src)
		return
	}
	if objects.PlainIterable(v) {
		r.write(ins.A(), r.call(helperIter, src))
		return
	}
	r.interpret(ins)
}
