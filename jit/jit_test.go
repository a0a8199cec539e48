package jit

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/adder-lang/adder/asm"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

var startOnce sync.Once
var mainThread *objects.Thread

// machine makes the interpreter, once for all tests.
func machine(t *testing.T) *objects.Thread {
	t.Helper()
	if !asm.Supported() {
		t.Skip("no machine code on this platform")
	}
	startOnce.Do(func() { mainThread = interp.Init() })
	return mainThread
}

// run executes a program that leaves its results in the list out, and returns them as text.
func run(t *testing.T, th *objects.Thread, src string) string {
	t.Helper()
	code, err := objects.H.Compile(th, objects.NewBytes([]byte(src)), "test.py", "exec", 0, true, 0)
	if err != nil {
		t.Fatal(err)
	}
	d := objects.NewDict()
	d.SetStr(objects.Intern("__name__"), objects.StrValue("test"))
	d.SetStr(objects.Intern("out"), objects.ToValue(objects.NewList()))
	if _, err := objects.H.Exec(th, objects.As[objects.Code](code), d, objects.ToValue(d), nil); err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	var b strings.Builder
	for _, v := range objects.As[objects.List](d.GetStr(objects.Intern("out"))).Items() {
		switch {
		case v.IsInline():
			fmt.Fprintf(&b, "%d ", v.Inline())
		case v.IsFloat():
			fmt.Fprintf(&b, "%x ", v.Float())
		default:
			s, err := objects.ReprString(th, v)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(s + " ")
		}
	}
	return b.String()
}

// programs are loops that the JIT compiles, in whole or in part, with the number of traces that they have to give at
// least when every loop is hot after two iterations.
var programs = []struct {
	name   string
	traces int
	src    string
}{
	{"while", 1, `
def f(n):
    s = i = 0
    while i < n:
        s += i
        i += 1
    return s
out.append(f(1000))
`},
	{"range", 1, `
def f(n):
    s = 0
    for i in range(n):
        s += i * 3
    return s
out.append(f(1000)); out.append(f(0)); out.append(f(1)); out.append(f(7))
`},
	{"float", 1, `
def f(n):
    x, y = 0.5, 1.0
    for i in range(n):
        x = x * 0.999 + y / 3.0
        y -= 0.001
    return x
out.append(f(2000))
`},
	{"branch", 2, `
def f(n):
    a = b = 0
    for i in range(n):
        if i & 1:
            a += i
        else:
            b -= i
    return a * 1000003 + b
out.append(f(999))
`},
	{"nested", 2, `
def f(n):
    t = i = 0
    while i < n:
        j = 0
        while j < i:
            t += j ^ i
            j += 1
        i += 1
    return t
out.append(f(120))
`},
	{"overflow", 1, `
def f(n):
    x = 1
    for i in range(n):
        x = x * 3
    return x
out.append(f(25)); out.append(f(29))
`},
	{"type change", 1, `
def f(n):
    s = 0
    for i in range(n):
        if i == 700:
            s = s + 0.5
        s += 1
    return s
out.append(f(1000))
`},
	{"nan", 1, `
def f(n):
    x = 1e308
    c = 0
    for i in range(n):
        x = x * 10.0
        y = x - x
        if y < 1.0:
            c += 1
        if not y < 1.0:
            c += 1000
    return c
out.append(f(300))
`},
	{"variable written first in the loop", 1, `
def f(n):
    last = None
    seen = 0
    for i in range(n):
        if i == 900:
            seen = last
        last = i
    return seen
out.append(f(1000))
`},
	{"shifts and division", 1, `
def f(n):
    h = 7
    for i in range(1, n):
        h = (h << 5 ^ h >> 2) + i & 1048575
        h += 1000 // i + 1000 % i - (-i // 3)
    return h
out.append(f(3000))
`},
	{"break and continue", 1, `
def f(n):
    s = 0
    for i in range(n):
        if i % 7 == 3:
            continue
        if i > 5000:
            break
        s += i
    else:
        s = -1
    return s
out.append(f(10000)); out.append(f(100))
`},
	{"generator around a loop", 1, `
def g(n):
    s = 0
    for i in range(n):
        s += i
        if i % 100 == 99:
            yield s
for v in g(1000):
    out.append(v)
`},
	{"a variable that is None or a number", 2, `
def f(items, n):
    seen = None
    left = n
    for a, b in items:
        if a <= left:
            left -= a
        elif seen is None:
            seen = left + b / a
    return left, seen
items = [(1 + i * 7 % 23, i) for i in range(300)]
out.append(f(items, 2000)); out.append(f(items, 1900)); out.append(f(items, 10**6)); out.append(f(items, 100))
`},
	{"a helper that fails", 2, `
def f(items):
    seen = []
    for x in items:
        seen.append(repr(x))
    return seen
out.append(f([1, "a", 2.5, None] * 5 + [[1], {}, f.__name__, (1, 2)] * 5))
`},
	{"inner loops whose iterators have no object", 2, `
def f(n):
    t = 0
    for i in range(n):
        for j in range(i % 7):
            t += j
        k = len(str(i))
        for j in range(k, -3, -2):
            t += repr(j).count("-") + j
            if t % 50 == 49:
                break
        a = [(lambda: x) for x in range(3)]
        t += sum(g() for g in a)
    return t
out.append(f(300))
def g(it):
    t = 0
    for i in it:
        for j in it:
            t += j
            if j % 10 == 9:
                break
        t *= 2
    return t
out.append(g(iter(range(60)))); out.append(g(range(60)))
`},
	{"bytes and strings", 2, `
def f(data, words):
    b = bytearray(data)
    n = 0
    for i in range(len(data)):
        b[i] = b[i] * 7 + i & 255
        n += b[-1 - i] ^ data[i]
        w = words[i % len(words)]
        if w == "two":
            n += 1
        elif w == words[0]:
            b.append(n & 255)
        elif w != "":
            n += len(b)
        elif w == "".join(words[:0]):
            n += 3
    return n, bytes(b[-9:])
words = ["one", "two", "three", "", "t\u00e4o", "t\u4e00o", "o" + "ne", "twx"]
out.append(f(bytes(range(256)) * 3, words)); out.append(f(b"abc" * 90, words[::-1]))
`},
	{"recursion", 4, `
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def place(row, used, n):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        bit = 1 << c
        if not used & bit:
            count += place(row + 1, used | bit, n)
    return count
def even(n):
    return True if n == 0 else odd(n - 1)
def odd(n):
    return False if n == 0 else even(n - 1)
out.append(fib(20)); out.append(fib(8.5)); out.append(place(0, 0, 6)); out.append([even(i) for i in range(200)])
`},
	{"generators", 2, `
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
def odd(it):
    for x in it:
        if x & 1:
            yield x * x
def f(n):
    s = 0
    for x in odd(count(n)):
        s += x
        if x > 2000000:
            break
    for i in range(n):
        for x in count(i % 4):
            s += x
    return s
out.append(f(10)); out.append(f(2000)); out.append(f(0))
`},
	{"exception in the loop", 1, `
def f(n):
    s = 0
    try:
        for i in range(n):
            s += 100 // (900 - i)
    except ZeroDivisionError:
        return s, i
for v in f(1000):
    out.append(v)
`},
}

// TestPrograms runs each program without the JIT and with every loop hot at once, and compares the results.
func TestPrograms(t *testing.T) {
	th := machine(t)
	for _, p := range programs {
		t.Run(p.name, func(t *testing.T) {
			interp.SetJIT(nil, 61, 0)
			want := run(t, th, p.src)
			var log bytes.Buffer
			if err := Start(Options{Eager: true, Log: &log}); err != nil {
				t.Fatal(err)
			}
			defer interp.SetJIT(nil, 61, 0)
			got := run(t, th, p.src)
			if got != want {
				t.Errorf("got %s, want %s\n%s", got, want, log.String())
			}
			if n := len(the.traces); n < p.traces {
				t.Errorf("%d traces, want %d\n%s", n, p.traces, log.String())
			}
		})
	}
}

// TestHot compiles loops at the ordinary threshold, with exits that become side traces in time.
func TestHot(t *testing.T) {
	th := machine(t)
	for _, p := range programs {
		if err := Start(Options{}); err != nil {
			t.Fatal(err)
		}
		got := run(t, th, p.src)
		interp.SetJIT(nil, 61, 0)
		if want := run(t, th, p.src); got != want {
			t.Errorf("%s: got %s, want %s", p.name, got, want)
		}
	}
}

// TestAbortTexts checks that every reason has its text.
func TestAbortTexts(t *testing.T) {
	for a := NoAbort + 1; a < numAborts; a++ {
		if a.String() == "" {
			t.Errorf("abort %d has no text", a)
		}
	}
}
