package objects

import "testing"

func strOf(t *testing.T, th *Thread, v Value) string {
	t.Helper()
	s, err := StrString(th, v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestExceptions makes exceptions and compares class, str() and repr() with CPython's.
func TestExceptions(t *testing.T) {
	th := newTestThread(t)
	str := func(s string) Value { return StrValue(s) }
	tuple := func(v ...Value) Value { return ToValue(NewTuple(v...)) }
	for _, c := range []struct {
		typ              *Type
		args             []Value
		class, str, repr string
	}{
		{&ValueErrorType, nil, "ValueError", "", "ValueError()"},
		{&ValueErrorType, []Value{str("a"), Int(1)}, "ValueError", "('a', 1)", "ValueError('a', 1)"},
		{&KeyErrorType, []Value{str("a")}, "KeyError", "'a'", "KeyError('a')"},
		{&OSErrorType, []Value{Int(2), str("gone"), str("f")}, "FileNotFoundError", "[Errno 2] gone: 'f'", "FileNotFoundError(2, 'gone')"},
		{&OSErrorType, []Value{Int(2), str("gone"), str("f"), None, str("g")}, "FileNotFoundError", "[Errno 2] gone: 'f' -> 'g'", "FileNotFoundError(2, 'gone')"},
		{&OSErrorType, []Value{str("x")}, "OSError", "x", "OSError('x')"},
		{&SyntaxErrorType, []Value{str("bad"), tuple(str("d/f.py"), Int(3), Int(1), str("x"))}, "SyntaxError", "bad (f.py, line 3)", "SyntaxError('bad', ('d/f.py', 3, 1, 'x'))"},
		{&UnicodeDecodeErrorType, []Value{str("utf-8"), NewBytes([]byte{0xff}), Int(0), Int(1), str("why")}, "UnicodeDecodeError", "'utf-8' codec can't decode byte 0xff in position 0: why", ""},
		{&UnicodeEncodeErrorType, []Value{str("ascii"), str("aéé"), Int(1), Int(3), str("why")}, "UnicodeEncodeError", "'ascii' codec can't encode characters in position 1-2: why", ""},
		{&BaseExceptionGroupType, []Value{str("m"), ToValue(NewList(NewError(&TypeErrorType, Int(1)).(*Exception).Value()))}, "ExceptionGroup", "m (1 sub-exception)", "ExceptionGroup('m', [TypeError(1)])"},
	} {
		v := call(t, th, ToValue(c.typ), c.args...)
		if got := TypeOf(v).Name; got != c.class {
			t.Errorf("class %s, want %s", got, c.class)
		}
		if got := strOf(t, th, v); got != c.str {
			t.Errorf("%s: str %q, want %q", c.class, got, c.str)
		}
		if c.repr != "" && repr(t, th, v) != c.repr {
			t.Errorf("repr %s, want %s", repr(t, th, v), c.repr)
		}
	}
	for _, c := range []struct {
		typ  *Type
		args []Value
		want string
	}{
		{&BaseExceptionGroupType, []Value{Int(1), Int(2)}, "TypeError: BaseExceptionGroup.__new__() argument 1 must be str, not int"},
		{&BaseExceptionGroupType, []Value{str("m"), ToValue(NewList())}, "ValueError: second argument (exceptions) must be a non-empty sequence"},
		{&UnicodeDecodeErrorType, nil, "TypeError: function takes exactly 5 arguments (0 given)"},
		{&SyntaxErrorType, []Value{str("bad"), tuple(Int(1))}, "TypeError: function takes at least 4 arguments (1 given)"},
		{&ObjectType, []Value{Int(1)}, "TypeError: object() takes no arguments"},
		{&ListType, []Value{Int(1)}, "TypeError: 'int' object is not iterable"},
		{&RangeType, []Value{Int(1), Int(2), Int(0)}, "ValueError: range() arg 3 must not be zero"},
		{&EllipsisType, []Value{Int(1)}, "TypeError: EllipsisType takes no arguments"},
		{&ListIterType, nil, "TypeError: cannot create 'list_iterator' instances"},
		{&SuperType, []Value{ToValue(&IntType), str("")}, "TypeError: super(type, obj): obj (instance of str) is not an instance or subtype of type (int)."},
		{&TypeType, []Value{str("C"), tuple(ToValue(&BoolType)), ToValue(NewDict())}, "TypeError: type 'bool' is not an acceptable base type"},
		{&TypeType, []Value{str("C"), tuple(ToValue(&ObjectType), ToValue(&IntType)), ToValue(NewDict())}, "TypeError: Cannot create a consistent method resolution order (MRO) for bases object, int"},
	} {
		_, err := Call(th, ToValue(c.typ), c.args, nil)
		if err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// TestExceptionGroups splits a nested group.
func TestExceptionGroups(t *testing.T) {
	th := newTestThread(t)
	exc := func(typ *Type) Value { return NewError(typ, Int(1)).(*Exception).Value() }
	inner, err := NewExceptionGroup(th, "inner", []Value{exc(&TypeErrorType), exc(&ValueErrorType)})
	if err != nil {
		t.Fatal(err)
	}
	g, err := NewExceptionGroup(th, "outer", []Value{inner, exc(&ValueErrorType)})
	if err != nil {
		t.Fatal(err)
	}
	yes, no, err := SplitByType(th, g, ToValue(&ValueErrorType))
	if err != nil {
		t.Fatal(err)
	}
	if got := repr(t, th, yes); got != "ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError(1)]), ValueError(1)])" {
		t.Error(got)
	}
	if got := repr(t, th, no); got != "ExceptionGroup('outer', [ExceptionGroup('inner', [TypeError(1)])])" {
		t.Error(got)
	}
}
