package objects

import (
	"runtime"
	"testing"
)

// newClass makes a class with built-in functions as methods.
func testClass(t *testing.T, th *Thread, name string, methods ...FuncDef) *Type {
	t.Helper()
	ns := NewDict()
	for i := range methods {
		def := &methods[i]
		// A method descriptor binds as a function does.
		ns.SetStr(Intern(def.Name), ToValue(&MethodDescr{Head{&MethodDescrType}, def, &ObjectType}))
	}
	v := call(t, th, ToValue(&TypeType), StrValue(name), ToValue(NewTuple()), ToValue(ns))
	return As[Type](v)
}

// TestCollect finalises a cycle of objects with __del__ once, and clears weak references to them before.
func TestCollect(t *testing.T) {
	th := newTestThread(t)
	deleted := 0
	C := testClass(t, th, "C", FuncDef{Name: "__del__", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		deleted++
		return None, nil
	}})
	a, b := call(t, th, ToValue(C)), call(t, th, ToValue(C))
	other := Intern("other")
	for _, p := range [][2]Value{{a, b}, {b, a}} {
		if err := SetAttr(th, p[0], other, p[1]); err != nil {
			t.Fatal(err)
		}
	}
	called := false
	cb := NewBuiltin(&FuncDef{Name: "cb", Sig: "ref, /", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		called = true
		return None, nil
	}}, Value{})
	ref := call(t, th, ToValue(&WeakrefType), a, cb)
	if call(t, th, ref) != a || len(WeakRefs(a)) != 1 {
		t.Fatal("the reference does not give its referent")
	}
	root := ToValue(NewList(a))
	if n := Collect(th, func(visit func(Value)) { visit(root) }, nil); n != 0 || deleted != 0 {
		t.Fatalf("collected %d reachable objects", n)
	}
	if n := Collect(th, func(visit func(Value)) {}, nil); n < 2 || deleted != 2 {
		t.Fatalf("found %d, finalised %d, want 2", n, deleted)
	}
	if FinalizeAll(th, nil); deleted != 2 {
		t.Fatalf("finalised again: %d", deleted)
	}
	RunPending(th)
	if call(t, th, ref) != None || !called {
		t.Fatal("the reference outlived its referent")
	}
}

// TestWeakRefs lets the Go collector kill a referent.
func TestWeakRefs(t *testing.T) {
	th := newTestThread(t)
	C := testClass(t, th, "C")
	x := call(t, th, ToValue(C))
	ref := call(t, th, ToValue(&WeakrefType), x)
	if call(t, th, ToValue(&WeakrefType), x) != ref {
		t.Fatal("references without a callback are not shared")
	}
	if As[WeakRef](ref).Get() != x {
		t.Fatal("dead too early")
	}
	x = Value{}
	for range 20 {
		th.ClearAbove()
		runtime.GC()
		if As[WeakRef](ref).Get().IsZero() {
			return
		}
	}
	t.Fatal("the referent does not die")
}

// TestBuiltins calls functions of the module builtins.
func TestBuiltins(t *testing.T) {
	th := newTestThread(t)
	list := func(v ...Value) Value { return ToValue(NewList(v...)) }
	for _, c := range []struct {
		name string
		args []Value
		want string
	}{
		{"sum", []Value{list(Float(0.1), Float(0.2), Float(0.3), Int(1))}, "1.6"},
		{"sum", []Value{list(Int(1), Int(2))}, "3"},
		{"min", []Value{list(Int(3), Int(1), Int(2))}, "1"},
		{"max", []Value{Int(3), Int(1)}, "3"},
		{"sorted", []Value{list(StrValue("b"), StrValue("a"))}, "['a', 'b']"},
		{"all", []Value{list(Int(1), Int(0))}, "False"},
		{"any", []Value{list(Int(1), Int(0))}, "True"},
		{"len", []Value{list(None)}, "1"},
		{"isinstance", []Value{True, ToValue(&IntType)}, "True"},
		{"issubclass", []Value{ToValue(&BoolType), ToValue(NewTuple(ToValue(&StrType), ToValue(&IntType)))}, "True"},
		{"hasattr", []Value{list(), StrValue("append")}, "True"},
		{"callable", []Value{ToValue(&IntType)}, "True"},
		{"hex", []Value{Int(-255)}, "'-0xff'"},
		{"ord", []Value{StrValue("é")}, "233"},
		{"ascii", []Value{StrValue("é€😀")}, `"'\\xe9\\u20ac\\U0001f600'"`},
		{"repr", []Value{ToValue(&ListType)}, `"<class 'list'>"`},
	} {
		v := call(t, th, BuiltinsDict(th).GetStr(Intern(c.name)), c.args...)
		if got := repr(t, th, v); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		expr func() (Value, error)
		want string
	}{
		{func() (Value, error) { return Binary(th, OpOr, ToValue(&IntType), None) }, "int | None"},
		{func() (Value, error) { return GetItem(th, ToValue(&ListType), ToValue(&IntType)) }, "list[int]"},
		{func() (Value, error) {
			return Iter(th, call(t, th, ToValue(&ZipType), list(Int(1), Int(2)), ToValue(NewTuple(None, True))))
		}, "[(1, None), (2, True)]"},
		{func() (Value, error) { return Binary(th, OpMul, list(Int(1)), Int(3)) }, "[1, 1, 1]"},
		{func() (Value, error) {
			return GetItem(th, ToValue(NewRange(th, Int(0), Int(10), Int(1))), NewSlice(None, None, Int(-3)))
		}, "range(9, -1, -3)"},
	} {
		v, err := c.expr()
		if err != nil {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		if TypeOf(v) == &ZipType {
			l, err := ToList(th, v)
			if err != nil {
				t.Fatal(err)
			}
			v = ToValue(l)
		}
		if got := repr(t, th, v); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
