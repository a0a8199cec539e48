package interp

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/adder-lang/adder/objects"
)

var machineOnce sync.Once
var machineThread *objects.Thread

// machine makes the interpreter, once for all tests.
func machine() *objects.Thread {
	machineOnce.Do(func() {
		machineThread = Init()
		Release(machineThread)
	})
	return machineThread
}

// run executes a program that leaves its results in the list out, and returns their representations.
func run(t *testing.T, src string) string {
	t.Helper()
	th := machine()
	Acquire(th)
	defer Release(th)
	code, err := compileSource(th, objects.NewBytes([]byte(src)), "test.py", "exec", 0, true, 0)
	if err != nil {
		t.Fatal(err)
	}
	d := objects.NewDict()
	d.SetStr(objects.Intern("__name__"), objects.StrValue("test"))
	d.SetStr(objects.Intern("__builtins__"), objects.ToValue(S.Builtins))
	d.SetStr(objects.Intern("out"), objects.ToValue(objects.NewList()))
	if _, err := execCode(th, objects.As[objects.Code](code), d, objects.ToValue(d), nil); err != nil {
		for tb := objects.AsException(err).Tb; tb != nil; tb = tb.Next {
			t.Logf("line %d, in %s", tb.LineNumber(), tb.Frame.Code.Name)
		}
		t.Fatal(err)
	}
	var parts []string
	for _, v := range objects.As[objects.List](d.GetStr(objects.Intern("out"))).Items() {
		s, err := objects.StrString(th, v)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

// TestLanguage runs a program through calls, closures, classes, generators, exceptions, patterns and context managers.
func TestLanguage(t *testing.T) {
	src, err := os.ReadFile("testdata/language.py")
	if err != nil {
		t.Fatal(err)
	}
	got := run(t, string(src))
	const want = "6765 499500 9800 0 2 4 6 25 2 106 10 IE fin f 1 14 4 2 x y matched 42 exit 0 2 99 3 rec"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestBalance checks that programs leave the control stack and the register memory as they found them, exceptions and
// abandoned generators included.
func TestBalance(t *testing.T) {
	th := machine()
	before := fmt.Sprint(th.Depth, th.NativeDepth, th.TopIndex(), th.Cur == nil)
	run(t, `
def g():
    try:
        yield 1
        yield 2
    finally:
        out.append("closed")
it = g()
out.append(next(it))
it.close()
def f(n):
    if n == 0:
        raise ValueError(n)
    return f(n - 1)
for i in range(50):
    try:
        f(i)
    except ValueError:
        pass
out.append(sorted([3, 1, 2], key=lambda x: -x)[0])
`)
	if after := fmt.Sprint(th.Depth, th.NativeDepth, th.TopIndex(), th.Cur == nil); after != before {
		t.Errorf("depth, native depth, top and frame are %s, were %s", after, before)
	}
}
