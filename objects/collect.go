package objects

import (
	"cmp"
	"slices"
	"sync"
	"unsafe"
	"weak"
)

// Finalisation: objects with __del__ (and what else must be told of its end) stand in a registry, which keeps them alive.
// A collection marks from the roots of the interpreter through the Traverse slots; what stands in the registry and was not
// reached is finalised, once (PEP 442), and leaves it. Go's collector frees the memory later.

var finalizable struct {
	sync.Mutex
	objects map[unsafe.Pointer]uint64 // with the number of the registration
	count   uint64
}

// registerDel enters an object whose class has a Del slot.
func registerDel(v Value) { RegisterFinalizer(v) }

// RegisterFinalizer enters an object into the registry: its Del slot is called once nothing refers to it.
func RegisterFinalizer(v Value) {
	finalizable.Lock()
	if finalizable.objects == nil {
		finalizable.objects = map[unsafe.Pointer]uint64{}
	}
	finalizable.count++
	finalizable.objects[v.word] = finalizable.count
	finalizable.Unlock()
}

// UnregisterFinalizer takes an object out of the registry, as closing a generator or a file does.
func UnregisterFinalizer(v Value) {
	finalizable.Lock()
	delete(finalizable.objects, v.word)
	finalizable.Unlock()
}

// recent holds the coroutines and steps of asynchronous generators that were made last. What is not awaited has to be said once it
// is lost; nearly all are awaited at once, and are spared the registry: an object enters it when it leaves here unstarted.
//
// Concurrency: written under the global lock only.
var recent struct {
	values [64]Value
	next   uint8
}

// NoteAwaitable remembers an awaitable that was just made.
func NoteAwaitable(v Value) {
	p := &recent.values[recent.next%uint8(len(recent.values))]
	recent.next++
	if !p.IsZero() {
		registerUnstarted(*p)
	}
	*p = v
}

// registerUnstarted enters an awaitable into the registry where nobody has awaited it.
func registerUnstarted(v Value) {
	switch typ := TypeOf(v); typ {
	case &CoroutineType:
		if g := As[Generator](v); g.State == GenCreated && !g.Registered {
			g.Registered = true
			RegisterFinalizer(v)
		}
	default:
		if s := As[asyncGenStep](v); s.state == awaitInit {
			RegisterFinalizer(v)
		}
	}
}

// flushAwaitables empties recent, as a collection does first.
func flushAwaitables() {
	for i, v := range recent.values {
		if !v.IsZero() {
			registerUnstarted(v)
			recent.values[i] = Value{}
		}
	}
}

// NumFinalizers is the number of objects in the registry.
func NumFinalizers() int {
	finalizable.Lock()
	defer finalizable.Unlock()
	return len(finalizable.objects)
}

// Traverse calls visit for everything that v refers to: its type where a program made it, its attributes, its fields.
func Traverse(v Value, visit func(Value)) {
	if !v.IsObject() {
		return
	}
	typ := TypeOf(v)
	if typ.Flags&FlagHeap != 0 {
		visit(ToValue(typ))
	}
	if typ.Flags&FlagReady == 0 {
		typ.ready()
	}
	if typ.Traverse != nil {
		typ.Traverse(v, visit)
	}
	traverseAttrs(v, visit)
}

// marker is a set of reached objects with a stack of those still to be looked into.
type marker struct {
	seen map[unsafe.Pointer]struct{}
	work []Value
}

func (m *marker) visit(v Value) {
	if !v.IsObject() {
		return
	}
	if _, ok := m.seen[v.word]; ok {
		return
	}
	m.seen[v.word] = struct{}{}
	m.work = append(m.work, v)
}

func (m *marker) run() {
	for n := len(m.work); n > 0; n = len(m.work) {
		v := m.work[n-1]
		m.work = m.work[:n-1]
		Traverse(v, m.visit)
	}
}

// Reachable marks from roots, which is called with the function to call for each root, and returns a test.
func Reachable(roots func(visit func(Value))) func(Value) bool {
	m := mark(roots)
	return func(v Value) bool { return m.has(v) }
}

func mark(roots func(visit func(Value))) *marker {
	m := &marker{seen: map[unsafe.Pointer]struct{}{}}
	roots(m.visit)
	m.run()
	return m
}

func (m *marker) has(v Value) bool {
	_, ok := m.seen[v.word]
	return ok
}

// ReachableObjects returns all objects that can be reached from the roots.
func ReachableObjects(roots func(visit func(Value))) []Value {
	m := mark(roots)
	all := make([]Value, 0, len(m.seen))
	for p := range m.seen {
		all = append(all, Value{p})
	}
	return all
}

// extraRoots are functions that visit what native modules keep in Go variables, such as the functions of atexit.
var extraRoots []func(visit func(Value))

// AddRoots adds a function that visits values which only Go variables hold. A native module calls it once, when it is
// first imported.
func AddRoots(f func(visit func(Value))) { extraRoots = append(extraRoots, f) }

// ExtraRoots visits what the functions given to AddRoots know.
func ExtraRoots(visit func(Value)) {
	for _, f := range extraRoots {
		f(visit)
	}
}

// finalized holds the objects whose finaliser has run and that may live on (gc.is_finalized).
var finalized struct {
	sync.Mutex
	m map[weak.Pointer[Head]]struct{}
}

// IsFinalized reports whether the finaliser of an object has run.
func IsFinalized(v Value) bool {
	if !v.IsObject() {
		return false
	}
	finalized.Lock()
	defer finalized.Unlock()
	_, ok := finalized.m[weak.Make(headOf(v))]
	return ok
}

// setFinalized remembers that finalisers have run, and forgets the objects that are gone.
func setFinalized(dead []Value) {
	finalized.Lock()
	defer finalized.Unlock()
	if finalized.m == nil {
		finalized.m = map[weak.Pointer[Head]]struct{}{}
	}
	for p := range finalized.m {
		if p.Value() == nil {
			delete(finalized.m, p)
		}
	}
	for _, v := range dead {
		finalized.m[weak.Make(headOf(v))] = struct{}{}
	}
}

// Collect finalises the registered objects that cannot be reached from the roots. Weak references to them are cleared
// before; an object that a finaliser makes reachable again lives on without one. It returns the number of objects that it
// found unreachable: the finalised ones, those that have weak references, and all that can be reached from these alone.
// save, where it is not nil, is called with each.
func Collect(t *Thread, roots func(visit func(Value)), save func(Value)) int {
	flushAwaitables()
	if NumFinalizers() == 0 && !anyWeakRefs() {
		return 0
	}
	reached := mark(roots)
	finalizable.Lock()
	var dead []Value
	for p := range finalizable.objects {
		if v := (Value{p}); !reached.has(v) {
			dead = append(dead, v)
		}
	}
	// In the order in which they were made.
	slices.SortFunc(dead, func(a, b Value) int {
		return cmp.Compare(finalizable.objects[a.word], finalizable.objects[b.word])
	})
	for _, v := range dead {
		delete(finalizable.objects, v.word)
	}
	finalizable.Unlock()
	lost := &marker{seen: map[unsafe.Pointer]struct{}{}}
	look := func(v Value) {
		if v.IsObject() && !reached.has(v) && !lost.has(v) {
			lost.visit(v)
			if save != nil {
				save(v)
			}
		}
	}
	for _, v := range dead {
		look(v)
	}
	eachWeaklyReferenced(look)
	for n := len(lost.work); n > 0; n = len(lost.work) {
		v := lost.work[n-1]
		lost.work = lost.work[:n-1]
		Traverse(v, look)
	}
	var refs [][]weak.Pointer[WeakRef]
	for _, v := range dead {
		if TypeOf(v).Flags&FlagWeakrefs != 0 {
			refs = append(refs, clearReferences(v))
		}
	}
	if len(dead) > 0 {
		setFinalized(dead)
	}
	for _, v := range dead {
		finalize(t, v)
	}
	for _, list := range refs {
		queueCallbacks(list)
	}
	return len(lost.seen)
}

// finalize calls the Del slot of an object.
func finalize(t *Thread, v Value) {
	del := TypeOf(v).Del
	if del == nil {
		return
	}
	if err := del(t, v); err != nil {
		H.Unraisable(t, err, "", TypeOf(v).Lookup(strDel))
	}
}

// FinalizeAll finalises everything in the registry, as the end of the program does: first what the given values lead to,
// each object before those that it refers to, then the rest in the order in which it was made.
func FinalizeAll(t *Thread, first []Value) {
	flushAwaitables()
	if NumFinalizers() == 0 {
		return
	}
	m := &marker{seen: map[unsafe.Pointer]struct{}{}}
	var found []Value
	for _, v := range first {
		m.visit(v)
		for n := len(m.work); n > 0; n = len(m.work) {
			v := m.work[n-1]
			m.work = m.work[:n-1]
			found = append(found, v)
			if typ := TypeOf(v); typ != &ModuleType && typ != &TypeType && typ != &FunctionType {
				Traverse(v, m.visit)
			}
		}
	}
	for _, v := range found {
		finalizable.Lock()
		_, registered := finalizable.objects[v.word]
		delete(finalizable.objects, v.word)
		finalizable.Unlock()
		if registered {
			finalize(t, v)
		}
	}
	Collect(t, func(func(Value)) {}, nil)
}

// IsTracked is gc.is_tracked: whether an object can be part of a cycle, as CPython's collector sees it. Dictionaries and
// tuples that hold only atoms cannot.
func IsTracked(v Value) bool {
	if !v.IsObject() {
		return false
	}
	typ := TypeOf(v)
	switch typ {
	case &TypeType:
		return As[Type](v).Flags&FlagHeap != 0
	case &TupleType:
		return len(As[Tuple](v).Items()) > 0
	case &DictType:
		d := As[Dict](v)
		for i := 0; ; {
			k, x, next, ok := d.NextEntry(i)
			if !ok {
				return false
			}
			if CanRefer(k) || CanRefer(x) {
				return true
			}
			i = next
		}
	}
	return CanRefer(v)
}

// CanRefer reports whether objects of the type of v take part in garbage collection in CPython (Py_TPFLAGS_HAVE_GC).
func CanRefer(v Value) bool {
	if !v.IsObject() {
		return false
	}
	typ := TypeOf(v)
	switch typ {
	case &CodeType, &RangeType, &BytesType, &StrType, &IntType, &FloatType, &ComplexType, &BoolType:
		return false
	case &TupleType:
		return As[Tuple](v).Len() > 0
	case &MethodDescrType, &ClassMethodDescrType, &GetSetType, &MemberType, &SlotWrapperType, &MethodWrapperType, &ModuleType:
		return true
	}
	return typ.Traverse != nil || typ.Flags&FlagHeap != 0
}
