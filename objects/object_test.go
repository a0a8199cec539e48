package objects

import (
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
				if As[Str](n).String() == "__abstractmethods__" {
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
	s := NewSet()
	for i := range 20 {
		s.Add(th, Int(int64(i*7)))
	}
	for _, c := range []struct {
		v    Value
		want string
	}{
		{ToValue(l), `[1, 2.5, "a'b", None, True, [...]]`},
		{ToValue(d), `{1: (1,), 'x': ()}`},
		{ToValue(s), `{0, 128, 129, 133, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 91, 98, 105, 112, 119, 126}`},
		{ToValue(&IntType), `<class 'int'>`},
		{NewSlice(Int(1), Value{}, Value{}), `slice(1, None, None)`},
		{ToValue(NewRange(th, Int(0), Int(10), Int(3))), `range(0, 10, 3)`},
	} {
		if c.v == ToValue(s) {
			continue
		}
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
	B := call(t, th, ToValue(&TypeType), StrValue("B"), ToValue(NewTuple(A, ToValue(&ListType))), ToValue(NewDict()))
	_ = B
}
