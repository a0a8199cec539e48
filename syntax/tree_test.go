package syntax

import (
	"archive/zip"
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"strings"
	"testing"
)

// archive is where the build puts the library.
const archive = "../stdlib/lib/stdlib.zip"

// archiveFiles is how many files of the library are recorded.
const archiveFiles = 543

// TestArchiveTrees compares the trees of the library's files with hashes of CPython's `ast.dump(tree,
// include_attributes=True, indent=1)`, recorded by internal/astcheck.
func TestArchiveTrees(t *testing.T) {
	z, err := zip.OpenReader(archive)
	if errors.Is(err, os.ErrNotExist) {
		t.Skipf("the library's archive %s has not been built", archive)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files := map[string]*zip.File{}
	for _, f := range z.File {
		files[f.Name] = f
	}
	list, err := os.Open("testdata/ast_hashes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	n := 0
	for sc := bufio.NewScanner(list); sc.Scan(); n++ {
		name, hash, _ := strings.Cut(sc.Text(), "\t")
		f := files[name]
		if f == nil {
			t.Errorf("%s is not in the archive", name)
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		res, err := Parse(src, Options{Filename: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		h := sha256.New()
		if err := WriteDump(h, res.Mod); err != nil {
			t.Fatal(err)
		}
		if hex.EncodeToString(h.Sum(nil)) != hash {
			t.Errorf("%s: the tree differs from CPython's", name)
		}
	}
	if n != archiveFiles {
		t.Errorf("%d files recorded, want %d", n, archiveFiles)
	}
}

// sample has every kind of node.
const sample = `
type A[T: int = str, *Ts = *tuple[int], **P = [int]] = T
@dec
async def f[T](a, /, b: int = 1, *c, d, e=2, **g) -> T:
    async with x as y, z: await w
    async for i in j: continue
    else: pass
    return [k async for k in l if m]
class C(B, metaclass=M):
    x: int = 3
    global g; nonlocal n
    del a, b[0], c.d
def h(*args: *Ts):
    try: raise E from None
    except (A, B) as e: pass
    except: pass
    else: pass
    finally: pass
    try: assert a, b
    except* E: pass
    while 1 < a <= b is not c not in d: break
    if a and b or not c: import a.b as c, d
    elif x: from .. import e
    else: from a.b import *
    lambda x, *y, z=1, **w: (yield)
    yield from a
    for i, *j in k: pass
    with a, (b): pass
    a = b, *c = {**d, 1: 2} if {3} else {k: v for k, v in x} | {i for i in j} @ (q for q in r)
    a += 1.5 // 2j ** -~+x % "s" b"t"[1:2:3, ...] if (n := 10 ** 30) else None
match s:
    case [1, *r, -2 + 3j] | {"k": v, **rest} | C(1, k=2) | None | a.b as z if g: print(f"{x!r:>{w}} {y=}")
    case _: u"u", True, False
`

// TestRoundTrip takes each node of a tree apart and makes it anew from its fields.
func TestRoundTrip(t *testing.T) {
	src := strings.ReplaceAll(sample, `"s" b"t"`, `b"t"`)
	res, err := ParseString(src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var again func(n any) any
	again = func(n any) any {
		c := ClassOf(n)
		if c == nil {
			return n
		}
		seen[c.Name] = true
		f := c.Values(n, nil)
		if len(f) != len(c.Fields) {
			t.Fatalf("%s: %d values for %d fields", c.Name, len(f), len(c.Fields))
		}
		for i, v := range f {
			if l, ok := v.([]any); ok {
				if c.Fields[i].Quantity != Seq {
					t.Fatalf("%s.%s is a list", c.Name, c.Fields[i].Name)
				}
				for j := range l {
					l[j] = again(l[j])
				}
				continue
			}
			if v == nil && c.Fields[i].Quantity == One {
				t.Fatalf("%s.%s is None", c.Name, c.Fields[i].Name)
			}
			f[i] = again(v)
		}
		var p Pos
		if c.Attributes {
			p = n.(Node).Span()
		}
		return c.New(p, f)
	}
	want := Dump(res.Mod)
	if got := Dump(again(res.Mod).(Mod)); got != want {
		t.Errorf("the tree made anew differs:\n%s", got)
	}
	for _, c := range Classes {
		if !seen[c.Name] && c.Base != "mod" && c.Name != "TypeIgnore" {
			t.Errorf("the sample has no %s", c.Name)
		}
	}
	n := 0
	Walk(res.Mod, func(any) bool { n++; return true })
	if lines := strings.Count(want, "("); n < 200 || n > lines {
		t.Errorf("Walk visited %d nodes, the dump has %d brackets", n, lines)
	}
}

func TestDump(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"f(x)", "Expression(body=Call(func=Name(id='f', ctx=Load(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1), " +
			"args=[Name(id='x', ctx=Load(), lineno=1, col_offset=2, end_lineno=1, end_col_offset=3)], " +
			"lineno=1, col_offset=0, end_lineno=1, end_col_offset=4))"},
	} {
		res, err := ParseString(c.src, Options{Mode: EvalMode})
		if err != nil {
			t.Fatal(err)
		}
		if got := Dump(res.Mod, ""); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", c.src, got, c.want)
		}
	}
}

func TestConstRepr(t *testing.T) {
	for want, c := range map[string]Const{
		"1e+16": {Kind: FloatConst, Float: 1e16}, "1000000000000000.0": {Kind: FloatConst, Float: 1e15},
		"0.0001": {Kind: FloatConst, Float: 0.0001}, "1e-05": {Kind: FloatConst, Float: 0.00001},
		"2j": {Kind: ComplexConst, Float: 2}, "(1-2.5j)": {Kind: ComplexConst, Real: 1, Float: -2.5},
		"1267650600228229401496703205376": {Kind: IntConst, Big: new(big.Int).Lsh(big.NewInt(1), 100)},
		`"it's"`:                          {Kind: StrConst, Str: "it's"}, `'"it\'s"'`: {Kind: StrConst, Str: `"it's"`},
		`'\ud800\x00é\u200b\U000e0001'`: {Kind: StrConst, Str: "\xED\xA0\x80\x00é\u200b\U000e0001"},
		`b'\xff\n'`:                     {Kind: BytesConst, Str: "\xff\n"},
		"(1,)":                          {Kind: TupleConst, Elts: []Const{{Kind: IntConst, Int: 1}}},
		"frozenset({None})":             {Kind: FrozensetConst, Elts: []Const{{}}},
	} {
		if got := c.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestLongExpression reads a sum and chains that must not take stack for each of their parts.
func TestLongExpression(t *testing.T) {
	const million, n = 1000000, 100000
	for name, src := range map[string]string{
		"sum":        strings.Repeat("1+", million) + "1",
		"attributes": "a" + strings.Repeat(".b", n),
		"calls":      "a" + strings.Repeat("()", n),
		"disjuncts":  strings.Repeat("a or ", n) + "a",
	} {
		res, err := ParseString(src, Options{Mode: EvalMode})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		nodes := 0
		Walk(res.Mod, func(any) bool { nodes++; return true })
		if nodes < n {
			t.Errorf("%s: Walk visited only %d nodes", name, nodes)
		}
	}
	if _, err := ParseString(strings.Repeat("1+", n)+"\n", Options{}); err == nil || err.(*Error).Msg != "invalid syntax" {
		t.Errorf("an unfinished sum gives %v", err)
	}
}

func TestDeepNesting(t *testing.T) {
	for _, c := range []struct{ src, kind, msg string }{
		{strings.Repeat("(", 100000), "SyntaxError", "too many nested parentheses"},
		{strings.Repeat("-", 100000) + "1", "MemoryError", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("not ", 100000) + "1", "MemoryError", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("lambda:", 100000) + "1", "MemoryError", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("a if b else ", 100000) + "1", "MemoryError", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("1**", 100000) + "1", "MemoryError", "Parser stack overflowed - Python source too complex to parse"},
		{"for " + strings.Repeat("*", 100000) + "a in b: pass", "SyntaxError", "invalid syntax"},
		{strings.Repeat("f'{", 200), "SyntaxError", "too many nested f-strings"},
	} {
		_, err := ParseString(c.src+"\n", Options{})
		e, ok := err.(*Error)
		if !ok || e.Kind != c.kind || e.Msg != c.msg {
			t.Errorf("%.20q…: %v, want %s: %s", c.src, err, c.kind, c.msg)
		}
	}
	for _, src := range []string{strings.Repeat("(", 190) + "1" + strings.Repeat(")", 190), strings.Repeat("-", 5000) + "1"} {
		if _, err := ParseString(src+"\n", Options{}); err != nil {
			t.Errorf("%.20q…: %v", src, err)
		}
	}
}

// TestErrorTime nests what is wrong deeply, where reading it again at each level would take for ever.
func TestErrorTime(t *testing.T) {
	for _, unit := range []string{"(", "[", "{", "{a:", "f(", "f(a=", "[x for ", "[x for y in ", "lambda x=(", "a[", "(*", "f(*", "{**"} {
		src := strings.Repeat(unit, 60) + " $ "
		for i := len(src) - 1; i >= 0; i-- {
			if j := strings.IndexByte("([{", src[i]); j >= 0 {
				src += ")]}"[j : j+1]
			}
		}
		if _, err := ParseString(src+"\n", Options{}); err == nil {
			t.Errorf("%s… is accepted", unit)
		}
	}
}

func ExampleDump() {
	res, err := ParseString("pass\n", Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(Dump(res.Mod))
	// Output:
	// Module(
	//  body=[
	//   Pass(
	//    lineno=1,
	//    col_offset=0,
	//    end_lineno=1,
	//    end_col_offset=4)])
}

func TestCharClass(t *testing.T) {
	for c := 0; c < 256; c++ {
		var want uint8
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128:
			want = identStart | identPart
		case c >= '0' && c <= '9':
			want = identPart | digitChar | hexChar
		}
		if c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' {
			want |= hexChar
		}
		if charClass[c] != want {
			t.Errorf("class of %#x is %d, want %d", c, charClass[c], want)
		}
	}
}
