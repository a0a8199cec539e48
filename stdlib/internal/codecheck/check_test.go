package main

import (
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib"
	"github.com/adder-lang/adder/stdlib/lib"
)

// thread is the one thread of the tests: it holds the interpreter's lock.
var thread = sync.OnceValue(interp.Init)

// TestEmbeddedLibrary takes every file of the embedded library through compiler, marshal and verifier.
func TestEmbeddedLibrary(t *testing.T) {
	archive, ok := lib.FS()
	if !ok {
		t.Skip("this build contains no library")
	}
	th := thread()
	files := 0
	var n counts
	err := fs.WalkDir(archive, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".py") {
			return err
		}
		src, err := archive.ReadFile(name)
		if err != nil {
			return err
		}
		files++
		code, err := stdlib.CompileFile(th, src, name)
		if err == nil {
			err = check(th, code, &n)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 500 || n.codes < 20*files {
		t.Errorf("only %d files and %d code objects", files, n.codes)
	}
	t.Logf("%d files, %d code objects, %d instructions, %d bytes", files, n.codes, n.instrs, n.bytes)
}

// TestDifferences checks that the comparison sees what differs.
func TestDifferences(t *testing.T) {
	th := thread()
	const text = "def f(a, *, b=1.5):\n    try:\n        return [x for x in a if x in {1, 2}], 'né', b'c', 1j, 10**30\n    except E:\n        pass\n"
	compileText := func() *objects.Code {
		code, err := stdlib.CompileFile(th, []byte(text), "f.py")
		if err != nil {
			t.Fatal(err)
		}
		return code
	}
	inner := func(c *objects.Code) *objects.Code {
		for _, k := range c.Consts {
			if objects.Is(k, &objects.CodeType) {
				return objects.As[objects.Code](k)
			}
		}
		t.Fatal("no function")
		return nil
	}
	if err := sameCode(compileText(), compileText()); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(c *objects.Code){
		"argument count":  func(c *objects.Code) { c.ArgCount++ },
		"first line":      func(c *objects.Code) { c.FirstLine++ },
		"flags":           func(c *objects.Code) { c.Flags ^= objects.CoNested },
		"name":            func(c *objects.Code) { c.Name = objects.Intern("g") },
		"variable":        func(c *objects.Code) { c.VarNames[0] = objects.Intern("g") },
		"instruction":     func(c *objects.Code) { c.Instrs[0] ^= 1 << 16 },
		"exception table": func(c *objects.Code) { c.Exceptions[0].Reg++ },
		"position":        func(c *objects.Code) { c.Positions()[1].EndCol++ },
		"inlined":         func(c *objects.Code) { c.Inlined[0].End++ },
		"site":            func(c *objects.Code) { c.Sites[0].Name = objects.Intern("g") },
		"constant":        func(c *objects.Code) { c.Consts[len(c.Consts)-1] = objects.Int(77) },
		"type of one":     func(c *objects.Code) { c.Consts = append(c.Consts, objects.True) },
	} {
		c := compileText()
		change(inner(c))
		if sameCode(compileText(), c) == nil {
			t.Errorf("%s: no difference is seen", name)
		}
	}
	if sameConst(objects.Float(0), objects.Float(negZero())) == nil || sameConst(objects.Int(1), objects.True) == nil {
		t.Error("constants that are equal only to == pass as the same")
	}
}

func negZero() float64 { z := 0.0; return -z }
