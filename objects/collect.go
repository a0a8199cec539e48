package objects

import (
	"sync"
	"unsafe"
)

// Finalisation: objects with __del__ (and what else must be told of its end) stand in a registry, which keeps them alive.
// A collection marks from the roots of the interpreter through the Traverse slots; what stands in the registry and was not
// reached is finalised, once (PEP 442), and leaves it. Go's collector frees the memory later.

var finalizable struct {
	sync.Mutex
	objects map[unsafe.Pointer]struct{}
}

// registerDel enters an object whose class has a Del slot.
func registerDel(v Value) { RegisterFinalizer(v) }

// RegisterFinalizer enters an object into the registry: its Del slot is called once nothing refers to it.
func RegisterFinalizer(v Value) {
	finalizable.Lock()
	if finalizable.objects == nil {
		finalizable.objects = map[unsafe.Pointer]struct{}{}
	}
	finalizable.objects[v.word] = struct{}{}
	finalizable.Unlock()
}

// UnregisterFinalizer takes an object out of the registry, as closing a generator or a file does.
func UnregisterFinalizer(v Value) {
	finalizable.Lock()
	delete(finalizable.objects, v.word)
	finalizable.Unlock()
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
	m := &marker{seen: map[unsafe.Pointer]struct{}{}}
	roots(m.visit)
	m.run()
	return func(v Value) bool {
		_, ok := m.seen[v.word]
		return ok
	}
}

// Collect finalises the registered objects that cannot be reached from the roots, and returns their number. Weak
// references to them are cleared before; an object that a finaliser makes reachable again lives on without one.
func Collect(t *Thread, roots func(visit func(Value))) int {
	if NumFinalizers() == 0 {
		return 0
	}
	reached := Reachable(roots)
	finalizable.Lock()
	var dead []Value
	for p := range finalizable.objects {
		if v := (Value{p}); !reached(v) {
			dead = append(dead, v)
			delete(finalizable.objects, p)
		}
	}
	finalizable.Unlock()
	for _, v := range dead {
		if TypeOf(v).Flags&FlagWeakrefs != 0 {
			clearReferences(v)
		}
	}
	for _, v := range dead {
		if del := TypeOf(v).Del; del != nil {
			if err := del(t, v); err != nil {
				fn := TypeOf(v).Lookup(strDel)
				H.Unraisable(t, err, "", fn)
			}
		}
	}
	return len(dead)
}

// FinalizeAll finalises everything in the registry, as the end of the program does.
func FinalizeAll(t *Thread) int { return Collect(t, func(func(Value)) {}) }
