package jit

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/adder-lang/adder/interp"
)

// traceOf runs a program with every loop hot at once and returns the dump of the trace of the function f.
func traceOf(t *testing.T, src string) string {
	t.Helper()
	th := machine(t)
	var dump bytes.Buffer
	if err := Start(Options{Eager: true, Dump: &dump}); err != nil {
		t.Fatal(err)
	}
	defer interp.SetJIT(nil, 61, 0)
	run(t, th, src)
	for _, tr := range the.traces {
		if tr.root == nil && tr.obj.QualName.String() == "f" {
			text := tr.ir.String()
			for i := range tr.steps {
				text += fmt.Sprintf("step %d: %s\n", i, tr.steps[i].what)
			}
			return text
		}
	}
	t.Fatalf("no trace\n%s", dump.String())
	return ""
}

// body is the part of a trace that runs in every iteration; a linear trace has no other.
func body(text string) string {
	if _, b, ok := strings.Cut(text, "----  loop\n"); ok {
		return b
	}
	return text
}

// expectations are what the traces of small functions have to contain in the loop, and what they must not.
var expectations = []struct {
	name        string
	src         string
	want, never []string
}{
	{"a call is followed", `
def g(a, b=3):
    return a * b
def f(n):
    s = 0
    for i in range(n):
        s += g(i) + g(b=i, a=2)
    return s
f(300)
`, []string{`mulov`}, []string{`step 0`, `callhelper`}},
	{"an attribute is one load", `
class A:
    def __init__(self, x):
        self.x = x
    def get(self):
        return self.x
def f(n):
    a = A(3)
    s = 0
    for i in range(n):
        s += a.get()
    return s
f(300)
`, []string{`addov`}, []string{`step 0`, `guardword`, `load +\d+\.`}},
	{"a list is read in place", `
def f(n):
    a = list(range(100))
    s = 0
    for i in range(n):
        s += a[i % 100]
    return s
f(300)
`, []string{`below`, `loaditem`}, []string{`step 0`, `guardtype`, `listlen`}},
	{"a list is written in place", `
def f(n):
    a = [0] * 100
    for i in range(n):
        a[i % 100] = i
    return a
f(300)
`, []string{`guardplain`, `storeitem`}, []string{`step 0`}},
	{"a tuple that is taken apart at once is not made", `
def f(n):
    a, b = 0, 1
    for i in range(n):
        a, b = b, (a + b) % 1000
    return a
f(300)
`, []string{`modfloor`}, []string{`step 0`, `tuple`}},
	{"an instance is made and initialised", `
class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y
def f(n):
    s = 0
    for i in range(n):
        p = P(i, 2)
        s += p.x + p.y
    return s
f(300)
`, []string{`callhelper instance`, `storeval`, `storeword .* shape`}, []string{`step 0`}},
	{"a closure's cell", `
def make():
    c = 0
    def g(x):
        nonlocal c
        c += x
        return c
    return g
def f(n):
    g = make()
    for i in range(n):
        g(i)
    return g(0)
f(300)
`, []string{`load .* cell`, `storeval .* cell`}, []string{`step 0`}},
	{"arithmetic on floats stays unboxed", `
def f(n):
    x = 0.0
    for i in range(n):
        x = x * 0.5 + i
    return x
f(300)
`, []string{`fmul`, `inttofloat`, `fadd`}, []string{`unbox`, `box`, `step 0`}},
	{"a dictionary without Python code", `
def f(n):
    d = {}
    for i in range(n):
        k = i % 10
        d[k] = d.get(k, 0) + 1
        if k in d:
            d[k] += 1
    return d
f(300)
`, []string{`callhelper dictget`, `callhelper dictset`, `callhelper dicthas`}, []string{`step 0`}},
	{"a recursive call pushes a frame", `
def f(n, k):
    if n == 0:
        return k
    return f(n - 1, k + n)
for _ in range(20):
    f(30, 1)
`, []string{`pushframe .* f`, `storereg +r0`, `storereg +r1`, `leave .*-> 0`}, []string{`callstep`}},
	{"a generator is resumed and suspended", `
def g(n):
    i = 0
    while i < n:
        yield i
        i += 1
def f(n):
    s = 0
    for x in g(n):
        s += x
    return s
f(300); f(300)
`, []string{`pushgen .* g`, `popgen`, `leave`}, []string{`callstep`, `callhelper`}},
	{"what may run Python code is a step", `
class A:
    def __hash__(self):
        return 1
def f(n):
    d = {}
    a = A()
    for i in range(n):
        d[a] = i
    return len(d)
f(300)
`, []string{`callstep`, `step 0: STORE_ITEM dict A int`}, nil},
}

// TestTraces matches the traces of small functions.
func TestTraces(t *testing.T) {
	for _, e := range expectations {
		t.Run(e.name, func(t *testing.T) {
			text := body(traceOf(t, e.src))
			for _, w := range e.want {
				if !regexp.MustCompile(w).MatchString(text) {
					t.Errorf("no %q in\n%s", w, text)
				}
			}
			for _, n := range e.never {
				if regexp.MustCompile(n).MatchString(text) {
					t.Errorf("%q in\n%s", n, text)
				}
			}
		})
	}
}

// TestHelpers checks that the table describes every helper.
func TestHelpers(t *testing.T) {
	for i := range helpers {
		if h := &helpers[i]; h.name == "" || h.fn == nil {
			t.Errorf("helper %d has no name or no function", i)
		}
	}
}
