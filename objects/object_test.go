package objects

import (
	"sync"
	"testing"
)

func newTestThread(t testing.TB) *Thread {
	Init()
	return NewThread()
}

func call(t *testing.T, th *Thread, fn Value, args ...Value) Value {
	t.Helper()
	v, err := Call(th, fn, args, nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func repr(t *testing.T, th *Thread, v Value) string {
	t.Helper()
	s, err := ReprString(th, v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryTypeGetsReady(t *testing.T) {
	th := newTestThread(t)
	d := BuiltinsDict(th)
	for i := 0; ; {
		k, v, next, ok := d.NextEntry(i)
		if !ok {
			break
		}
		i = next
		if typ, isType := TypeFrom(v); isType {
			if typ.Dict().Len() == 0 {
				t.Errorf("%s has no attributes", repr(t, th, k))
			}
			names, err := Dir(th, v)
			if err != nil {
				t.Fatalf("dir(%s): %v", repr(t, th, k), err)
			}
			for _, n := range names.Items() {
				// type itself lacks these, as in CPython.
				if s := As[Str](n).String(); s == "__abstractmethods__" || s == "__annotations__" {
					continue
				}
				if _, err := GetAttr(th, v, InternStr(As[Str](n))); err != nil {
					t.Errorf("%s.%s: %v", typ.Name, repr(t, th, n), err)
				}
			}
		}
	}
}

func TestReprs(t *testing.T) {
	th := newTestThread(t)
	l := NewList(Int(1), Float(2.5), StrValue("a'b"), None, True)
	l.Append(ToValue(l))
	d := NewDict()
	d.Set(th, Int(1), ToValue(NewTuple(Int(1))))
	d.Set(th, StrValue("x"), ToValue(NewTuple()))
	for _, c := range []struct {
		v    Value
		want string
	}{
		{ToValue(l), `[1, 2.5, "a'b", None, True, [...]]`},
		{ToValue(d), `{1: (1,), 'x': ()}`},
		{ToValue(&IntType), `<class 'int'>`},
		{NewSlice(Int(1), Value{}, Value{}), `slice(1, None, None)`},
		{ToValue(NewRange(th, Int(0), Int(10), Int(3))), `range(0, 10, 3)`},
	} {
		if got := repr(t, th, c.v); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestClassCreation(t *testing.T) {
	th := newTestThread(t)
	ns := NewDict()
	ns.SetStr(Intern("__slots__"), ToValue(NewTuple(StrValue("a"), StrValue("b"))))
	A := call(t, th, ToValue(&TypeType), StrValue("A"), ToValue(NewTuple()), ToValue(ns))
	x := call(t, th, A)
	if err := SetAttr(th, x, Intern("a"), Int(5)); err != nil {
		t.Fatal(err)
	}
	if v, err := GetAttr(th, x, Intern("a")); err != nil || v != Int(5) {
		t.Fatal(v, err)
	}
	if err := SetAttr(th, x, Intern("c"), Int(5)); err == nil || err.Error() != "AttributeError: 'A' object has no attribute 'c' and no __dict__ for setting new attributes" {
		t.Fatal(err)
	}
	_, err := Call(th, ToValue(&TypeType), []Value{StrValue("B"), ToValue(NewTuple(A, ToValue(&ListType))), ToValue(NewDict())}, nil)
	if err == nil || err.Error() != "TypeError: multiple bases have instance lay-out conflict" {
		t.Fatal(err)
	}
	// Attributes beside slots, in a class derived from one with slots.
	C := call(t, th, ToValue(&TypeType), StrValue("C"), ToValue(NewTuple(A)), ToValue(NewDict()))
	y := call(t, th, C)
	for i, n := range []string{"b", "z", "a"} {
		if err := SetAttr(th, y, Intern(n), Int(int64(i))); err != nil {
			t.Fatal(err)
		}
	}
	d, err := GetAttr(th, y, Intern("__dict__"))
	if err != nil || repr(t, th, d) != "{'z': 1}" {
		t.Fatal(repr(t, th, d), err)
	}
	if v, err := GetAttr(th, y, Intern("b")); err != nil || v != Int(0) {
		t.Fatal(v, err)
	}
	// A class derived from list keeps attributes behind the list.
	L := call(t, th, ToValue(&TypeType), StrValue("L"), ToValue(NewTuple(ToValue(&ListType))), ToValue(NewDict()))
	l := call(t, th, L, ToValue(NewTuple(Int(1), Int(2))))
	if err := SetAttr(th, l, Intern("q"), Int(7)); err != nil {
		t.Fatal(err)
	}
	if v, err := GetAttr(th, l, Intern("q")); err != nil || v != Int(7) || repr(t, th, l) != "[1, 2]" {
		t.Fatal(v, err)
	}
}

func BenchmarkInit(b *testing.B) {
	for range b.N {
		initOnce = sync.Once{}
		Init()
		b.StopTimer()
		slotDefs, slotsByName = nil, nil
		b.StartTimer()
	}
}
