package objects

import (
	"runtime"
	"sync"
	"unsafe"
	"weak"
)

// Weak references: on Go's weak pointers, which are dereferenced only here. A reference dies when the Go collector finds
// its referent unreachable; its callback runs at a safepoint of the main thread afterwards.

// WeakRef is a weakref.ref, or a proxy.
type WeakRef struct {
	Head
	ptr      weak.Pointer[Head]
	callback Value // zero: none
	hash     int64
	hashed   bool
	cleared  bool // set when the referent is finalised
	queued   bool // the callback waits, or has been called
}

// weakRefs finds the references to an object. The entries go when the object dies.
var weakRefs struct {
	sync.Mutex
	m map[weak.Pointer[Head]][]weak.Pointer[WeakRef]
}

// pending are callbacks whose referents have died, in the order of their making.
var pending struct {
	sync.Mutex
	refs []*WeakRef
}

// WakeMain makes the main thread poll; the interpreter sets it.
var WakeMain func()

func headOf(v Value) *Head { return (*Head)(v.word) }

// NewWeakRef makes a reference of a type; one without a callback is shared.
func NewWeakRef(t *Thread, typ *Type, v, callback Value) (Value, error) {
	if !v.IsObject() || TypeOf(v).Flags&FlagWeakrefs == 0 {
		return Value{}, TypeErrorf("cannot create weak reference to '%s' object", TypeOf(v))
	}
	callback = noneToZero(callback)
	// Programs ask for references to classes again and again: caches and registries by class have them as keys.
	var class *Type
	if callback.IsZero() && typ == &WeakrefType {
		if class, _ = TypeFrom(v); class != nil {
			if r := class.weakRef.Value(); r != nil && !r.cleared {
				return ToValue(r), nil
			}
		}
	}
	ptr := weak.Make(headOf(v))
	weakRefs.Lock()
	defer weakRefs.Unlock()
	if weakRefs.m == nil {
		weakRefs.m = map[weak.Pointer[Head]][]weak.Pointer[WeakRef]{}
	}
	list, known := weakRefs.m[ptr]
	live := list[:0]
	for _, w := range list {
		r := w.Value()
		if r == nil {
			continue
		}
		live = append(live, w)
		if callback.IsZero() && r.callback.IsZero() && r.typ == typ && typ.Flags&FlagHeap == 0 && !r.cleared {
			if class != nil {
				class.weakRef = w
			}
			return ToValue(r), nil
		}
	}
	r := As[WeakRef](typ.newObject())
	r.ptr, r.callback = ptr, callback
	self := weak.Make(r)
	live = append(live, self)
	if class != nil {
		class.weakRef = self
	}
	weakRefs.m[ptr] = live
	if !known {
		runtime.AddCleanup(headOf(v), referentDied, ptr)
	}
	return ToValue(r), nil
}

// referentDied runs on a goroutine of the collector.
func referentDied(ptr weak.Pointer[Head]) {
	weakRefs.Lock()
	list := weakRefs.m[ptr]
	delete(weakRefs.m, ptr)
	weakRefs.Unlock()
	queueCallbacks(list)
}

// queueCallbacks lets the main thread call the callbacks of references whose referents are dead.
func queueCallbacks(list []weak.Pointer[WeakRef]) {
	wake := false
	pending.Lock()
	// The reference made last is called first.
	for i := len(list) - 1; i >= 0; i-- {
		if r := list[i].Value(); r != nil && !r.callback.IsZero() && !r.queued {
			r.cleared, r.queued = true, true
			pending.refs = append(pending.refs, r)
			wake = true
		}
	}
	pending.Unlock()
	if wake && WakeMain != nil {
		WakeMain()
	}
}

// clearReferences kills the references to an object that is being finalised, and returns them: their callbacks are queued
// after the finaliser has run, as where a count of references falls to zero.
func clearReferences(v Value) []weak.Pointer[WeakRef] {
	ptr := weak.Make(headOf(v))
	weakRefs.Lock()
	list := weakRefs.m[ptr]
	delete(weakRefs.m, ptr)
	weakRefs.Unlock()
	for _, w := range list {
		if r := w.Value(); r != nil {
			r.cleared = true
		}
	}
	return list
}

// anyWeakRefs reports whether a weak reference exists.
func anyWeakRefs() bool {
	weakRefs.Lock()
	defer weakRefs.Unlock()
	return len(weakRefs.m) > 0
}

// eachWeaklyReferenced calls f for each object that has weak references.
func eachWeaklyReferenced(f func(Value)) {
	weakRefs.Lock()
	list := make([]weak.Pointer[Head], 0, len(weakRefs.m))
	for p := range weakRefs.m {
		list = append(list, p)
	}
	weakRefs.Unlock()
	for _, p := range list {
		if h := p.Value(); h != nil {
			f(Value{unsafe.Pointer(h)})
		}
	}
}

// SweepWeakRefs queues the callbacks of the references whose referents the last collection of Go has found dead: the
// goroutine that is told of each may run later.
func SweepWeakRefs() {
	weakRefs.Lock()
	var dead []weak.Pointer[Head]
	for p := range weakRefs.m {
		if p.Value() == nil {
			dead = append(dead, p)
		}
	}
	weakRefs.Unlock()
	for _, p := range dead {
		referentDied(p)
	}
}

// RunPending calls the callbacks of dead references and finalisers that wait; the main thread does at safepoints.
func RunPending(t *Thread) {
	pending.Lock()
	refs := pending.refs
	pending.refs = nil
	pending.Unlock()
	for _, r := range refs {
		cb := r.callback
		r.callback = Value{}
		if _, err := Call1(t, cb, ToValue(r)); err != nil {
			H.Unraisable(t, err, "", cb)
		}
	}
}

// Get returns the referent, zero where it is dead.
func (r *WeakRef) Get() Value {
	if r.cleared {
		return Value{}
	}
	p := r.ptr.Value()
	if p == nil {
		return Value{}
	}
	return Value{unsafe.Pointer(p)}
}

// WeakRefs returns the live references to an object (weakref.getweakrefs).
func WeakRefs(v Value) []Value {
	if !v.IsObject() {
		return nil
	}
	weakRefs.Lock()
	defer weakRefs.Unlock()
	var out []Value
	for _, w := range weakRefs.m[weak.Make(headOf(v))] {
		if r := w.Value(); r != nil && !r.cleared {
			out = append(out, ToValue(r))
		}
	}
	return out
}

// weakrefGetSet is __weakref__ of instances.
var weakrefGetSet = GetSetDef{Name: "__weakref__", Doc: "the first of the weak references to the object",
	Get: func(t *Thread, v Value) (Value, error) {
		if refs := WeakRefs(v); len(refs) > 0 {
			return refs[0], nil
		}
		return None, nil
	}}

func refHash(t *Thread, self Value) (int64, error) {
	r := As[WeakRef](self)
	if r.hashed {
		return r.hash, nil
	}
	v := r.Get()
	if v.IsZero() {
		return 0, TypeErrorf("weak object has gone away")
	}
	h, err := Hash(t, v)
	if err == nil {
		r.hash, r.hashed = h, true
	}
	return h, err
}

func refCompare(t *Thread, a, b Value, op CompareOp) (Value, error) {
	if op != OpEq && op != OpNe || !IsInstance(a, &WeakrefType) || !IsInstance(b, &WeakrefType) {
		return NotImplemented, nil
	}
	x, y := As[WeakRef](a).Get(), As[WeakRef](b).Get()
	if x.IsZero() || y.IsZero() {
		return Bool((a == b) == (op == OpEq)), nil
	}
	return Compare(t, x, y, op)
}

func weakRepr(t *Thread, self Value) (Value, error) {
	r := As[WeakRef](self)
	kind := "weakref"
	if !IsInstance(self, &WeakrefType) {
		kind = "weakproxy"
	}
	v := r.Get()
	if v.IsZero() {
		return StrValue("<" + kind + " at " + Address(self) + "; dead>"), nil
	}
	text := "<" + kind + " at " + Address(self) + "; to '" + TypeOf(v).TpName() + "' at " + Address(v)
	if kind == "weakref" {
		if n, err := FindAttr(t, v, strName); err == nil {
			if s, ok := StrOf(orNone(n)); ok {
				text += " (" + s.String() + ")"
			}
		}
	}
	return StrValue(text + ">"), nil
}

// unproxy returns what a proxy stands for; other values stay.
func unproxy(v Value) (Value, error) {
	if !Is(v, &WeakProxyType) && !Is(v, &WeakCallableProxyType) {
		return v, nil
	}
	r := As[WeakRef](v).Get()
	if r.IsZero() {
		return r, Errorf(&ReferenceErrorType, "weakly-referenced object no longer exists")
	}
	return r, nil
}

// NewWeakProxy is weakref.proxy(v, callback).
func NewWeakProxy(t *Thread, v, callback Value) (Value, error) {
	if Callable(v) {
		return NewWeakRef(t, &WeakCallableProxyType, v, callback)
	}
	return NewWeakRef(t, &WeakProxyType, v, callback)
}

func proxyType(typ *Type, name string) {
	typ.Name = name
	typ.Module = "weakref"
	typ.Flags = FlagNoInstantiate
	layout[WeakRef](typ)
	unary := func(f UnaryFunc) UnaryFunc {
		return func(t *Thread, self Value) (Value, error) {
			v, err := unproxy(self)
			if err != nil {
				return v, err
			}
			return f(t, v)
		}
	}
	typ.Repr = weakRepr
	typ.Hash = hashNotImplemented
	typ.Str = unary(ToStr)
	typ.Iter = unary(Iter)
	typ.Next = unary(func(t *Thread, v Value) (Value, error) {
		vt := TypeOf(v)
		vt.ready()
		if vt.Next == nil {
			return Value{}, TypeErrorf("Weakref proxy referenced a non-iterator '%s' object", vt)
		}
		return vt.Next(t, v)
	})
	typ.GetAttr = func(t *Thread, self Value, n *Str) (Value, error) {
		v, err := unproxy(self)
		if err != nil {
			return v, err
		}
		return LookupAttr(t, v, n)
	}
	typ.SetAttr = func(t *Thread, self Value, n *Str, x Value) error {
		v, err := unproxy(self)
		if err != nil {
			return err
		}
		return SetAttr(t, v, n, x)
	}
	typ.Compare = func(t *Thread, a, b Value, op CompareOp) (Value, error) {
		x, err := unproxy(a)
		if err != nil {
			return x, err
		}
		y, err := unproxy(b)
		if err != nil {
			return y, err
		}
		return Compare(t, x, y, op)
	}
	typ.Bool = func(t *Thread, self Value) (bool, error) {
		v, err := unproxy(self)
		if err != nil {
			return false, err
		}
		return Truth(t, v)
	}
	typ.Len = func(t *Thread, self Value) (int, error) {
		v, err := unproxy(self)
		if err != nil {
			return 0, err
		}
		return Len(t, v)
	}
	typ.GetItem = func(t *Thread, self, key Value) (Value, error) {
		v, err := unproxy(self)
		if err != nil {
			return v, err
		}
		return GetItem(t, v, key)
	}
	typ.SetItem = func(t *Thread, self, key, x Value) error {
		v, err := unproxy(self)
		if err != nil {
			return err
		}
		return SetItem(t, v, key, x)
	}
	typ.Contains = func(t *Thread, self, x Value) (bool, error) {
		v, err := unproxy(self)
		if err != nil {
			return false, err
		}
		return Contains(t, v, x)
	}
	for op := range NumBinaryOps {
		both := func(f func(t *Thread, op BinaryOp, a, b Value) (Value, error)) BinaryFunc {
			return func(t *Thread, a, b Value) (Value, error) {
				x, err := unproxy(a)
				if err != nil {
					return x, err
				}
				y, err := unproxy(b)
				if err != nil {
					return y, err
				}
				return f(t, op, x, y)
			}
		}
		typ.Number.Binary[op] = both(Binary)
		if op != OpDivmod {
			typ.Number.Inplace[op] = both(InplaceBinary)
		}
	}
	for op := OpNeg; op <= OpAbs; op++ {
		typ.Number.Unary[op] = unary(func(t *Thread, v Value) (Value, error) { return Unary(t, op, v) })
	}
	typ.Number.Unary[OpIndex] = unary(Index)
	typ.Methods = func() []FuncDef {
		return []FuncDef{
			{Name: "__bytes__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := unproxy(self)
				if err != nil {
					return v, err
				}
				return CallMethod(t, v, strBytes)
			}},
			{Name: "__reversed__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
				v, err := unproxy(self)
				if err != nil {
					return v, err
				}
				return CallMethod(t, v, strReversed)
			}},
		}
	}
}

func initWeakref() {
	typ := &WeakrefType
	typ.Name = "ReferenceType"
	typ.Module = "weakref"
	typ.Flags = FlagBase
	layout[WeakRef](typ)
	typ.New = func(t *Thread, typ *Type, args []Value, kw *Tuple) (Value, error) {
		if kw.Len() > 0 && typ == &WeakrefType {
			return Value{}, TypeErrorf("ref() takes no keyword arguments")
		}
		args = args[:len(args)-kw.Len()]
		if len(args) < 1 || len(args) > 2 {
			return Value{}, CountError("__new__", len(args), 1, 2, false)
		}
		cb := Value{}
		if len(args) == 2 {
			cb = args[1]
		}
		return NewWeakRef(t, typ, args[0], cb)
	}
	typ.Init = func(t *Thread, self Value, args []Value, kw *Tuple) error {
		if len(args)-kw.Len() > 2 {
			return CountError("__init__", len(args)-kw.Len(), 1, 2, false)
		}
		return nil
	}
	typ.Call = func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		if len(args) > 0 {
			return Value{}, TypeErrorf("__call__() takes exactly 0 positional arguments (%d given)", len(args))
		}
		return orNone(As[WeakRef](self).Get()), nil
	}
	typ.Hash, typ.Compare, typ.Repr = refHash, refCompare, weakRepr
	typ.Traverse = func(v Value, visit func(Value)) { visitOpt(visit, As[WeakRef](v).callback) }
	typ.GetSets = func() []GetSetDef {
		return []GetSetDef{{Name: "__callback__", Member: true, Get: func(t *Thread, v Value) (Value, error) { return orNone(As[WeakRef](v).callback), nil }}}
	}
	typ.Methods = func() []FuncDef {
		return []FuncDef{{Name: "__class_getitem__", Kind: ClassFunc, Sig: "object, /", Doc: "See PEP 585", Fn: classGetitem}}
	}
	proxyType(&WeakProxyType, "ProxyType")
	proxyType(&WeakCallableProxyType, "CallableProxyType")
	WeakCallableProxyType.Call = func(t *Thread, self Value, args []Value, kw *Tuple) (Value, error) {
		v, err := unproxy(self)
		if err != nil {
			return v, err
		}
		return Call(t, v, args, kw)
	}
}
