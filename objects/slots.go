package objects

import (
	"slices"
	"sync"
	"unsafe"
)

// slotDef ties a special method to a slot: how a built-in type's slot appears as a method (call), and what fills the
// slot of a class that defines the method in Python (generic). One slot may have several special methods, as
// __add__ and __radd__, which share a generic function.
type slotDef struct {
	name     string
	sig      string // signature after self, as in FuncDef
	doc      string
	offset   uintptr        // of the slot within Slots
	generic  unsafe.Pointer // the code of the generic function
	nargs    int            // arguments after self; -1 where call checks their number by itself
	keywords bool           // call takes keyword arguments
	call     func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error)

	str *Str
}

// fnPointer returns the word of a function value, as a slot holds it.
func fnPointer[F any](f F) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&f)) }

// slotAt returns the address of the slot at an offset; slots are function values, one word each.
func (s *Slots) slotAt(offset uintptr) *unsafe.Pointer {
	return (*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(s), offset))
}

var (
	slotDefs []slotDef
	// slotsByName finds the definitions of a special method: __add__ belongs to the number slot and to Concat.
	slotsByName map[*Str][]int
)

type slotCall = func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error)

func unarySlot(get func(*Slots) UnaryFunc) slotCall {
	return func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		return get(s)(t, self)
	}
}

// wrapNext raises StopIteration where the slot reports exhaustion.
func wrapNext(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	t.ForgetStop()
	v, err := s.Next(t, self)
	if err == nil && v.IsZero() {
		err = t.stopIteration()
	}
	return v, err
}

func compareSlot(op CompareOp) slotCall {
	return func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		return s.Compare(t, self, args[0], op)
	}
}

// binaryNames are the special methods of the binary operators: plain, reflected, in place.
var binaryNames = [NumBinaryOps][3]string{
	OpAdd: {"__add__", "__radd__", "__iadd__"}, OpSub: {"__sub__", "__rsub__", "__isub__"},
	OpMul: {"__mul__", "__rmul__", "__imul__"}, OpMatMul: {"__matmul__", "__rmatmul__", "__imatmul__"},
	OpTrueDiv:  {"__truediv__", "__rtruediv__", "__itruediv__"},
	OpFloorDiv: {"__floordiv__", "__rfloordiv__", "__ifloordiv__"},
	OpMod:      {"__mod__", "__rmod__", "__imod__"}, OpPow: {"__pow__", "__rpow__", "__ipow__"},
	OpLShift: {"__lshift__", "__rlshift__", "__ilshift__"}, OpRShift: {"__rshift__", "__rrshift__", "__irshift__"},
	OpAnd: {"__and__", "__rand__", "__iand__"}, OpXor: {"__xor__", "__rxor__", "__ixor__"},
	OpOr: {"__or__", "__ror__", "__ior__"}, OpDivmod: {"__divmod__", "__rdivmod__", ""},
}

// binarySymbols are the operators in messages; in-place ones add "=".
var binarySymbols = [NumBinaryOps]string{"+", "-", "*", "@", "/", "//", "%", "** or pow()", "<<", ">>", "&", "^", "|", "divmod()"}

var unaryNames = [NumUnaryOps]string{"__neg__", "__pos__", "__invert__", "__abs__", "__int__", "__float__", "__index__"}

var unaryDocs = [NumUnaryOps]string{"-self", "+self", "~self", "abs(self)", "int(self)", "float(self)",
	"Return the integer that self stands for, for use as a position or a size."}

var compareNames = [...]string{"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"}

var (
	binaryStrs  [NumBinaryOps][3]*Str
	unaryStrs   [NumUnaryOps]*Str
	compareStrs [6]*Str

	genericBinary  [NumBinaryOps]BinaryFunc
	genericInplace [NumBinaryOps]BinaryFunc
	genericUnary   [NumUnaryOps]UnaryFunc
)

// initSlots fills the table. It runs once from Init: the generic functions refer to types, so that a variable
// initialiser would be a cycle.
func initSlots() {
	off := func(p unsafe.Pointer, s *Slots) uintptr { return uintptr(p) - uintptr(unsafe.Pointer(s)) }
	var z Slots
	add := func(name, sig, doc string, p unsafe.Pointer, generic unsafe.Pointer, nargs int, call slotCall) {
		slotDefs = append(slotDefs, slotDef{name: name, sig: sig, doc: doc, offset: off(p, &z), generic: generic,
			nargs: nargs, call: call, str: Intern(name)})
	}
	slotDefs = make([]slotDef, 0, 110)
	add("__getattribute__", "name, /", "Return getattr(self, name).", unsafe.Pointer(&z.GetAttr), fnPointer(slotGetAttr), 1, callGetAttr)
	add("__getattr__", "", "", unsafe.Pointer(&z.GetAttr), fnPointer(slotGetAttr), 1, nil)
	add("__setattr__", "name, value, /", "What setattr(self, name, value) calls.", unsafe.Pointer(&z.SetAttr), fnPointer(slotSetAttr), 2, callSetAttr)
	add("__delattr__", "name, /", "What delattr(self, name) calls.", unsafe.Pointer(&z.SetAttr), fnPointer(slotSetAttr), 1, callDelAttr)
	add("__repr__", "", "Return repr(self).", unsafe.Pointer(&z.Repr), fnPointer(slotRepr), 0, unarySlot(func(s *Slots) UnaryFunc { return s.Repr }))
	add("__hash__", "", "Return hash(self).", unsafe.Pointer(&z.Hash), fnPointer(slotHash), 0,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			h, err := s.Hash(t, self)
			return Int(h), err
		})
	add("__call__", "*args, **kwargs", "Call self as a function.", unsafe.Pointer(&z.Call), fnPointer(slotCallFn), -1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return s.Call(t, self, args, kw)
		})
	slotDefs[len(slotDefs)-1].keywords = true
	add("__str__", "", "Return str(self).", unsafe.Pointer(&z.Str), fnPointer(slotStr), 0, unarySlot(func(s *Slots) UnaryFunc { return s.Str }))
	for op, name := range compareNames {
		compareStrs[op] = Intern(name)
		add(name, "value, /", "Return self"+compareText[op]+"value.", unsafe.Pointer(&z.Compare), fnPointer(slotCompare), 1, compareSlot(CompareOp(op)))
	}
	add("__iter__", "", "Implement iter(self).", unsafe.Pointer(&z.Iter), fnPointer(slotIter), 0, unarySlot(func(s *Slots) UnaryFunc { return s.Iter }))
	add("__next__", "", "Implement next(self).", unsafe.Pointer(&z.Next), fnPointer(slotNext), 0, wrapNext)
	add("__get__", "instance, owner=None, /", "Compute the attribute for an instance, or for the class itself if that is None.", unsafe.Pointer(&z.DescrGet), fnPointer(slotDescrGet), -1, callDescrGet)
	add("__set__", "instance, value, /", "Assign value to the attribute of an instance.", unsafe.Pointer(&z.DescrSet), fnPointer(slotDescrSet), 2,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.DescrSet(t, self, args[0], args[1])
		})
	add("__delete__", "instance, /", "What del does to the attribute of an instance.", unsafe.Pointer(&z.DescrSet), fnPointer(slotDescrSet), 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.DescrSet(t, self, args[0], Value{})
		})
	add("__init__", "*args, **kwargs", "Fill a new instance in; help(type(self)) tells with which arguments.", unsafe.Pointer(&z.Init), fnPointer(slotInit), -1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.Init(t, self, args, kw)
		})
	slotDefs[len(slotDefs)-1].keywords = true
	add("__del__", "", "Clean up when nothing refers to the instance any more.", unsafe.Pointer(&z.Del), fnPointer(slotDel), 0,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.Del(t, self)
		})
	add("__buffer__", "flags, /", "Return a memoryview of the object's memory, got with these buffer flags.", unsafe.Pointer(&z.Buffer), fnPointer(slotBuffer), 1, callBuffer)
	add("__release_buffer__", "buffer, /", "Give back a memoryview that __buffer__ made.", unsafe.Pointer(&z.ReleaseBuffer), fnPointer(slotReleaseBuffer), 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.ReleaseBuffer(t, self, args[0])
		})
	add("__await__", "", "Return the iterator that an await expression runs to its end.", unsafe.Pointer(&z.Await), fnPointer(slotAwait), 0, unarySlot(func(s *Slots) UnaryFunc { return s.Await }))
	add("__aiter__", "", "Return the asynchronous iterator for an async for loop.", unsafe.Pointer(&z.AIter), fnPointer(slotAIter), 0, unarySlot(func(s *Slots) UnaryFunc { return s.AIter }))
	add("__anext__", "", "Return what gives the next value, or StopAsyncIteration, when awaited.", unsafe.Pointer(&z.ANext), fnPointer(slotANext), 0, unarySlot(func(s *Slots) UnaryFunc { return s.ANext }))
	for op := range NumBinaryOps {
		for i, name := range binaryNames[op] {
			if name != "" {
				binaryStrs[op][i] = Intern(name)
			}
		}
		genericBinary[op] = makeBinary(op)
		genericInplace[op] = makeInplace(op)
		names := binaryNames[op]
		symbol := binarySymbols[op]
		if op == OpDivmod {
			add(names[0], "value, /", "Return divmod(self, value).", unsafe.Pointer(&z.Number.Binary[op]), fnPointer(genericBinary[op]), 1, callBinary(op))
			add(names[1], "value, /", "Return divmod(value, self).", unsafe.Pointer(&z.Number.Binary[op]), fnPointer(genericBinary[op]), 1, callReflected(op))
			continue
		}
		if op == OpPow {
			add(names[0], "value, mod=None, /", "Return pow(self, value, mod).", unsafe.Pointer(&z.Number.Binary[op]), fnPointer(genericBinary[op]), -1, callPow)
			add(names[1], "value, mod=None, /", "Return pow(value, self, mod).", unsafe.Pointer(&z.Number.Binary[op]), fnPointer(genericBinary[op]), -1, callReflectedPow)
			add(names[2], "value, /", "Return self**=value.", unsafe.Pointer(&z.Number.Inplace[op]), fnPointer(genericInplace[op]), 1, callInplace(op))
			continue
		}
		add(names[0], "value, /", "Return self"+symbol+"value.", unsafe.Pointer(&z.Number.Binary[op]), fnPointer(genericBinary[op]), 1, callBinary(op))
		add(names[1], "value, /", "Return value"+symbol+"self.", unsafe.Pointer(&z.Number.Binary[op]), fnPointer(genericBinary[op]), 1, callReflected(op))
		add(names[2], "value, /", "Return self"+symbol+"=value.", unsafe.Pointer(&z.Number.Inplace[op]), fnPointer(genericInplace[op]), 1, callInplace(op))
	}
	for op, name := range unaryNames {
		unaryStrs[op] = Intern(name)
		genericUnary[op] = makeUnary(UnaryOp(op))
		add(name, "", unaryDocs[op], unsafe.Pointer(&z.Number.Unary[op]), fnPointer(genericUnary[op]), 0,
			unarySlot(func(s *Slots) UnaryFunc { return s.Number.Unary[op] }))
	}
	add("__bool__", "", "True if self else False", unsafe.Pointer(&z.Bool), fnPointer(slotBool), 0,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			b, err := s.Bool(t, self)
			return Bool(b), err
		})
	add("__len__", "", "Return len(self).", unsafe.Pointer(&z.Len), fnPointer(slotLen), 0,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			n, err := s.Len(t, self)
			return Int(int64(n)), err
		})
	add("__getitem__", "key, /", "Return self[key].", unsafe.Pointer(&z.GetItem), fnPointer(slotGetItem), 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return s.GetItem(t, self, args[0])
		})
	add("__setitem__", "key, value, /", "Set self[key] to value.", unsafe.Pointer(&z.SetItem), fnPointer(slotSetItem), 2,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.SetItem(t, self, args[0], args[1])
		})
	add("__delitem__", "key, /", "Delete self[key].", unsafe.Pointer(&z.SetItem), fnPointer(slotSetItem), 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return None, s.SetItem(t, self, args[0], Value{})
		})
	add("__contains__", "key, /", "Return bool(key in self).", unsafe.Pointer(&z.Contains), fnPointer(slotContains), 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			b, err := s.Contains(t, self, args[0])
			return Bool(b), err
		})
	// The sequence slots share names with the number slots, which come first and win where a type has both. A class of
	// a program never fills them.
	add("__add__", "value, /", "Return self+value.", unsafe.Pointer(&z.Concat), nil, 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return s.Concat(t, self, args[0])
		})
	repeat := func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		return s.Repeat(t, self, args[0])
	}
	add("__mul__", "value, /", "Return self*value.", unsafe.Pointer(&z.Repeat), nil, 1, indexArg(repeat))
	add("__rmul__", "value, /", "Return value*self.", unsafe.Pointer(&z.Repeat), nil, 1, indexArg(repeat))
	add("__iadd__", "value, /", "Implement self+=value.", unsafe.Pointer(&z.InplaceConcat), nil, 1,
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return s.InplaceConcat(t, self, args[0])
		})
	add("__imul__", "value, /", "Implement self*=value.", unsafe.Pointer(&z.InplaceRepeat), nil, 1, indexArg(
		func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
			return s.InplaceRepeat(t, self, args[0])
		}))
	slotsByName = make(map[*Str][]int, len(slotDefs))
	for i := range slotDefs {
		slotsByName[slotDefs[i].str] = append(slotsByName[slotDefs[i].str], i)
	}
}

// indexArg converts the argument to an index first, as the sequence slots of CPython take a Py_ssize_t.
func indexArg(f slotCall) slotCall {
	return func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		n, err := IndexInt(t, args[0], &OverflowErrorType)
		if err != nil {
			return Value{}, err
		}
		args[0] = Int(int64(n))
		return f(t, s, self, args, kw)
	}
}

func attrName(v Value) (*Str, error) {
	name, ok := StrOf(v)
	if !ok {
		return nil, TypeErrorf("attribute name must be string, not '%s'", TypeOf(v))
	}
	return InternStr(name), nil
}

func callGetAttr(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	name, err := attrName(args[0])
	if err != nil {
		return Value{}, err
	}
	v, err := s.GetAttr(t, self, name)
	if err == nil && v.IsZero() {
		err = AttributeError(self, name)
	}
	return v, err
}

func callSetAttr(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	name, err := attrName(args[0])
	if err != nil {
		return Value{}, err
	}
	if err := checkSetAttr(s, self, "__setattr__"); err != nil {
		return Value{}, err
	}
	return None, s.SetAttr(t, self, name, args[1])
}

// checkSetAttr refuses the __setattr__ of a base where a built-in type between it and the type of self has its own: else
// object.__setattr__(str, "x", 1) could change a built-in type.
func checkSetAttr(s *Slots, self Value, name string) error {
	typ := TypeOf(self)
	defining := typ
	for i := len(typ.MRO) - 1; i >= 0; i-- {
		if b := typ.MRO[i]; !funcEqual(b.SetAttr, slotSetAttr) && funcEqual(b.SetAttr, typ.SetAttr) {
			defining = b
			break
		}
	}
	for b := defining; b != nil && !funcEqual(b.SetAttr, s.SetAttr); b = b.Base {
		if !funcEqual(b.SetAttr, slotSetAttr) {
			return TypeErrorf("can't apply this %s to %s object", name, typ)
		}
	}
	return nil
}

func callDelAttr(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	name, err := attrName(args[0])
	if err != nil {
		return Value{}, err
	}
	if err := checkSetAttr(s, self, "__delattr__"); err != nil {
		return Value{}, err
	}
	return None, s.SetAttr(t, self, name, Value{})
}

func callDescrGet(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	if len(args) < 1 || len(args) > 2 {
		return Value{}, CountError("", len(args), 1, 2, false)
	}
	obj := args[0]
	if obj == None {
		obj = Value{}
	}
	var owner *Type
	if len(args) == 2 && args[1] != None {
		o, ok := TypeFrom(args[1])
		if !ok {
			owner = TypeOf(args[1])
		} else {
			owner = o
		}
	}
	if obj.IsZero() && owner == nil {
		return Value{}, TypeErrorf("__get__(None, None) is invalid")
	}
	if owner == nil {
		owner = TypeOf(obj)
	}
	return s.DescrGet(t, self, obj, owner)
}

func callBinary(op BinaryOp) slotCall {
	return func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		return s.Number.Binary[op](t, self, args[0])
	}
}

func callReflected(op BinaryOp) slotCall {
	return func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		return s.Number.Binary[op](t, args[0], self)
	}
}

func callInplace(op BinaryOp) slotCall {
	return func(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
		return s.Number.Inplace[op](t, self, args[0])
	}
}

func callPow(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	return pow3Slot(t, s, self, args, kw, false)
}

func callReflectedPow(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	return pow3Slot(t, s, self, args, kw, true)
}

func pow3Slot(t *Thread, s *Slots, self Value, args []Value, kw *Tuple, reflected bool) (Value, error) {
	if len(args) < 1 || len(args) > 2 {
		return Value{}, CountError("", len(args), 1, 2, false)
	}
	a, b := self, args[0]
	if reflected {
		a, b = b, a
	}
	if len(args) == 2 && args[1] != None && s.Number.Pow3 != nil {
		return s.Number.Pow3(t, a, b, args[1])
	}
	return s.Number.Binary[OpPow](t, a, b)
}

func callBuffer(t *Thread, s *Slots, self Value, args []Value, kw *Tuple) (Value, error) {
	flags, err := IndexInt(t, args[0], &OverflowErrorType)
	if err != nil {
		return Value{}, err
	}
	buf, err := s.export(t, self, flags)
	if err != nil {
		return Value{}, err
	}
	return NewMemoryView(buf), nil
}

// SlotWrapper is a special method of a built-in type: "slot wrapper" (wrapper_descriptor).
type SlotWrapper struct {
	Head
	def   *slotDef
	Owner *Type
}

// MethodWrapper is a slot wrapper bound to an object.
type MethodWrapper struct {
	Head
	Wrapper *SlotWrapper
	Self    Value
}

// addSlotWrappers puts the special methods for a built-in type's own slots into its dictionary.
func (typ *Type) addSlotWrappers(own *Slots) {
	for i := range slotDefs {
		d := &slotDefs[i]
		if d.call == nil || *own.slotAt(d.offset) == nil {
			continue
		}
		if d.name == "__hash__" && funcEqual(own.Hash, hashNotImplemented) {
			continue
		}
		if typ.dict.HasStr(d.str) {
			continue
		}
		typ.dict.SetStr(d.str, ToValue(&SlotWrapper{Head{&SlotWrapperType}, d, typ}))
	}
	if own.New != nil && !typ.dict.HasStr(strNew) {
		typ.dict.SetStr(strNew, ToValue(&Builtin{Head: Head{&BuiltinType}, Def: &newDef, Self: ToValue(typ), IsNew: true}))
	}
}

// inheritSlots copies the slots that typ lacks from a base.
func (typ *Type) inheritSlots(base *Type) {
	// Comparison and hashing are inherited together: a type that defines equality alone is not hashable.
	if typ.Compare == nil && typ.Hash == nil {
		typ.Compare, typ.Hash = base.Compare, base.Hash
	}
	const size = unsafe.Sizeof(Slots{})
	seqOffset := unsafe.Offsetof(Slots{}.Sequence)
	cmpOffset, hashOffset := unsafe.Offsetof(Slots{}.Compare), unsafe.Offsetof(Slots{}.Hash)
	for off := uintptr(0); off < size; off += 8 {
		if off == seqOffset || off == cmpOffset || off == hashOffset {
			continue
		}
		p := typ.Slots.slotAt(off)
		if *p == nil {
			*p = *base.Slots.slotAt(off)
		}
	}
	if base.Sequence && funcEqual(typ.GetItem, base.GetItem) {
		typ.Sequence = true
	}
}

// fixSlots fills every slot of a class made by a program from what its special methods resolve to.
func (typ *Type) fixSlots() {
	for _, defs := range slotsByOffset() {
		typ.fixSlotOf(defs)
	}
	typ.fixNew()
	typ.setAttrFlags()
}

// inherits reports whether a type is derived from a built-in type, whose slots may then be its own. A class may as well hold
// the wrapper of some other type's slot (__eq__ = str.__eq__), which refuses its instances.
func (typ *Type) inherits(owner *Type) bool { return slices.Contains(typ.MRO, owner) }

// fixSlot decides what one slot holds: the slot of a built-in base where all special methods of the slot resolve to its
// wrappers, else the generic function.
func (typ *Type) fixSlot(offset uintptr) {
	for _, defs := range slotsByOffset() {
		if defs[0].offset == offset {
			typ.fixSlotOf(defs)
			return
		}
	}
}

// slotsByOffset groups the special methods by the slot that they belong to, in the order of the table.
var slotsByOffset = sync.OnceValue(func() [][]*slotDef {
	var groups [][]*slotDef
	at := map[uintptr]int{}
	for i := range slotDefs {
		d := &slotDefs[i]
		k, ok := at[d.offset]
		if !ok {
			k = len(groups)
			at[d.offset] = k
			groups = append(groups, nil)
		}
		groups[k] = append(groups[k], d)
	}
	return groups
})

// fixSlotOf is fixSlot for the slot of the given special methods.
func (typ *Type) fixSlotOf(defs []*slotDef) {
	offset := defs[0].offset
	var specific unsafe.Pointer
	useGeneric := false
	var generic unsafe.Pointer
	found := false
	for _, d := range defs {
		v := typ.lookupSlow(d.str)
		if v.IsZero() {
			continue
		}
		if d.generic == nil {
			// A sequence slot: kept only as inherited from a built-in base.
			if w, ok := wrapperOf(v); ok && w.def.offset == offset && typ.inherits(w.Owner) {
				specific = *w.Owner.Slots.slotAt(offset)
				found = true
			}
			continue
		}
		if d.name == "__hash__" && v == None {
			typ.Hash = hashNotImplemented
			return
		}
		var owner *Type
		if w, ok := wrapperOf(v); ok && w.def.str == d.str && typ.inherits(w.Owner) {
			if w.def.offset != offset {
				// The wrapper of the other slot of that name (Concat for __add__): it serves through that slot.
				continue
			}
			owner = w.Owner
		} else if Is(v, &MethodDescrType) {
			// A method that stands for a slot (dict.__getitem__).
			if m := As[MethodDescr](v); m.Def.Name == d.name && typ.inherits(m.Owner) && *m.Owner.Slots.slotAt(offset) != nil {
				owner = m.Owner
			}
		}
		if owner != nil {
			fn := *owner.Slots.slotAt(offset)
			if specific == nil || specific == fn {
				specific = fn
				found = true
				continue
			}
		}
		found = true
		useGeneric = true
		generic = d.generic
	}
	slot := typ.Slots.slotAt(offset)
	switch {
	case !found:
		*slot = nil
	case useGeneric:
		*slot = generic
	default:
		*slot = specific
	}
	if offset == unsafe.Offsetof(Slots{}.GetItem) {
		typ.Sequence = false
		if !useGeneric && found {
			for _, b := range typ.MRO {
				if b.Flags&FlagHeap == 0 && b.GetItem != nil {
					typ.Sequence = b.Sequence
					break
				}
			}
		}
	}
	if offset == unsafe.Offsetof(Slots{}.Del) && useGeneric {
		typ.Flags |= FlagHasDel
	}
}

func wrapperOf(v Value) (*SlotWrapper, bool) {
	if Is(v, &SlotWrapperType) {
		return As[SlotWrapper](v), true
	}
	return nil, false
}

// fixNew sets the New slot from __new__: a built-in one is used directly. As in CPython a class that once had or inherits a
// __new__ of Python code keeps the slot for it when the name becomes object's again, which then refuses arguments.
func (typ *Type) fixNew() {
	v := typ.lookupSlow(strNew)
	typ.Flags &^= FlagDefaultNew
	if v.IsZero() {
		// mro() has left object out.
		typ.New = nil
		return
	}
	if Is(v, &BuiltinType) && As[Builtin](v).IsNew {
		owner := As[Type](As[Builtin](v).Self)
		if owner == &ObjectType && (funcEqual(typ.New, slotNew) || typ.New == nil && funcEqual(typ.Base.New, slotNew)) {
			typ.New = slotNew
			return
		}
		typ.New = owner.New
		if owner == &ObjectType {
			typ.Flags |= FlagDefaultNew
		}
		return
	}
	typ.New = slotNew
}

// updateSlots is called when a special method of a class is set or deleted: the slots of the class and of all classes
// derived from it may change.
func (typ *Type) updateSlots(name *Str) {
	s := name.String()
	if len(s) < 5 || s[0] != '_' || s[1] != '_' {
		return
	}
	ids := slotsByName[name]
	if ids == nil && name != strNew {
		return
	}
	typ.updateSlotsOf(ids, name == strNew)
}

func (typ *Type) updateSlotsOf(ids []int, isNew bool) {
	if typ.Flags&FlagHeap != 0 {
		for _, i := range ids {
			typ.fixSlot(slotDefs[i].offset)
		}
		if isNew {
			typ.fixNew()
		}
		typ.setAttrFlags()
	}
	typ.Subclasses(func(sub *Type) { sub.updateSlotsOf(ids, isNew) })
}
