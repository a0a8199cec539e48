package sre

import (
	"sync"
	"testing"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

// machineThread makes the interpreter once for all tests.
var machineThread = sync.OnceValue(interp.Init)

// TestObjects calls the methods of patterns and matches: results, and the messages of errors.
func TestObjects(t *testing.T) {
	th := machineThread()
	m, err := objects.NewNativeModule(th, &Def)
	if err != nil {
		t.Fatal(err)
	}
	// (?P<x>a)|b
	words := []uint32{opInfo, 4, 0, 1, 1, opBranch, 9, opMark, 0, opLiteral, 'a', opMark, 1, opJump, 7, 5, opLiteral, 'b',
		opJump, 2, opFailure, opSuccess}
	list := objects.NewList()
	for _, w := range words {
		list.Append(objects.Int(int64(w)))
	}
	text := objects.StrValue
	index := objects.NewDict()
	index.SetStr(objects.Intern("x"), objects.Int(1))
	p, err := objects.Call(th, m.Get("compile"), []value{text("(?P<x>a)|b"), objects.Int(32), objects.ToValue(list), objects.Int(1),
		objects.ToValue(index), objects.ToValue(objects.NewTuple(objects.None, text("x")))}, nil)
	if err != nil {
		t.Fatal(err)
	}
	call := func(self value, name string, args ...value) string {
		t.Helper()
		v, err := objects.CallMethod(th, self, objects.Intern(name), args...)
		if err != nil {
			return err.Error()
		}
		s, err := objects.ReprString(th, v)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	found, err := objects.CallMethod(th, p, objects.Intern("search"), text("xab"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		got, want string
	}{
		{call(p, "__repr__"), `"re.compile('(?P<x>a)|b')"`},
		{call(p, "findall", text("xab")), "['a', '']"},
		{call(p, "split", text("1a2b3")), "['1', 'a', '2', None, '3']"},
		{call(p, "split", text("1a2b3"), objects.Int(1)), "['1', 'a', '2b3']"},
		{call(p, "sub", text("-"), text("xaby")), "'x--y'"},
		{call(p, "subn", text("-"), text("xaby"), objects.Int(1)), "('x-by', 1)"},
		{call(p, "fullmatch", text("ab")), "None"},
		{call(p, "match", objects.Int(1)), "TypeError: expected string or bytes-like object, got 'int'"},
		{call(p, "match", objects.NewBytes([]byte("a"))), "TypeError: cannot use a string pattern on a bytes-like object"},
		{call(found, "__repr__"), `"<re.Match object; span=(1, 2), match='a'>"`},
		{call(found, "groups"), "('a',)"},
		{call(found, "groupdict"), "{'x': 'a'}"},
		{call(found, "group", text("x"), objects.Int(0)), "('a', 'a')"},
		{call(found, "span", objects.Int(1)), "(1, 2)"},
		{call(found, "__getitem__", text("y")), "IndexError: no such group"},
		{call(found, "__getattribute__", text("lastgroup")), "'x'"},
		{call(found, "__getattribute__", text("regs")), "((1, 2), (1, 2))"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}
