package marshal_test

import (
	"sync"
	"testing"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/marshal"
)

// thread is the one thread of the tests: it holds the interpreter's lock.
var thread = sync.OnceValue(interp.Init)

// seeds are programs with every kind of instruction operand.
var seeds = []string{
	"x = 1\n",
	"def f(a, /, b=2, *c, d=4.5, **e):\n    'doc'\n    return a + b, c, d, e, 10**30, 1j, b'x', ..., None\n",
	"def f():\n    x = 1\n    def g():\n        nonlocal x\n        x += 1\n        return x\n    del x\n    return g\n",
	"class C(B, metaclass=M):\n    y = [lambda: i for i in z]\n    def m(self):\n        return super().m(*a, **k), f(x, y=1), self.n(p=2)\n",
	"def g():\n    yield 1\n    r = yield from h()\n    for i in range(3):\n        x = yield i\n    return r\n",
	"async def f():\n    async with a as b, c:\n        async for x in y:\n            await x\n    return [z async for z in w]\n",
	"try:\n    with a as (b, *c):\n        raise E from F\nexcept (A, B) as e:\n    del e\nexcept C:\n    raise\nelse:\n    pass\nfinally:\n    x[1:2] = y\n",
	"try:\n    f()\nexcept* E as g:\n    pass\n",
	"match x:\n    case [1, *r] | {'a': r}: pass\n    case P(q, k=1) if q: pass\n    case str() as s: pass\n",
	"def f[T: int, *U, **V](x: T) -> U:\n    type A[W] = list[W]\n    global q\n    import a.b as c\n    from d import e\n    return f'{x!r:>{w}}' 'y'\n",
	"x = {**a, 'b': 1}, {1, 2, 3}, [*p, *q], a < b < c, not d, -e, f if g else h, {i: j for i, j in k if i in {1, 2}}\n",
}

// FuzzCode changes the bytes of code objects: reading gives an error or a code object that passed the verifier, which can
// then be written, shown and analysed. There is no panic, no hang, and memory stays in proportion to the input.
func FuzzCode(f *testing.F) {
	th := thread()
	for _, text := range seeds {
		v, err := objects.H.Compile(th, objects.StrValue(text), "f.py", "exec", 0, true, -1)
		if err != nil {
			f.Fatalf("%s: %v", text, err)
		}
		data, err := marshal.Dump(th, v, marshal.Version, true)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(readCode)
}

func readCode(t *testing.T, data []byte) {
	th := thread()
	v, err := marshal.Load(th, data, true)
	if err != nil {
		if _, ok := err.(*objects.Exception); !ok {
			t.Fatalf("%T: %v", err, err)
		}
		return
	}
	again, err := marshal.Dump(th, v, marshal.Version, true)
	if err != nil {
		// A list may contain itself, and buffers nest deeper than what was read.
		return
	}
	if _, err := marshal.Load(th, again, true); err != nil {
		t.Fatalf("what was written cannot be read: %v", err)
	}
	useCode(t, v, 0)
}

// useCode takes the code objects in a constant through what works on code without running it.
func useCode(t *testing.T, v objects.Value, depth int) {
	switch {
	case depth > 20:
	case objects.Is(v, &objects.TupleType):
		for _, x := range objects.As[objects.Tuple](v).Items() {
			useCode(t, x, depth+1)
		}
	case objects.Is(v, &objects.CodeType):
		c := objects.As[objects.Code](v)
		objects.Disassemble(c)
		if len(c.Instrs)*c.NRegs < 1<<16 {
			bytecode.Liveness(c.Instrs, c.Exceptions, 0, c.NRegs)
		}
		for _, name := range []string{"co_varnames", "co_cellvars", "co_freevars", "co_names", "co_consts", "co_nlocals", "co_flags",
			"co_firstlineno", "co_code", "co_linetable", "co_exceptiontable", "co_stacksize", "__doc__"} {
			if _, err := objects.GetAttr(thread(), v, objects.Intern(name)); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		for _, k := range c.Consts {
			useCode(t, k, depth+1)
		}
	}
}

// TestDamagedCode changes each byte of some code objects in turn, and cuts them short everywhere.
func TestDamagedCode(t *testing.T) {
	th := thread()
	read, refused := 0, 0
	for _, text := range seeds {
		v, err := objects.H.Compile(th, objects.StrValue(text), "f.py", "exec", 0, true, -1)
		if err != nil {
			t.Fatal(err)
		}
		data, err := marshal.Dump(th, v, marshal.Version, true)
		if err != nil {
			t.Fatal(err)
		}
		for i := range data {
			if _, err := marshal.Load(th, data[:i], true); err == nil {
				t.Errorf("%q is read from %d of %d bytes", text, i, len(data))
			}
			for _, change := range []byte{1, 0x10, 0x80, 0xFF} {
				damaged := append([]byte(nil), data...)
				damaged[i] ^= change
				if _, err := marshal.Load(th, damaged, true); err != nil {
					refused++
				} else {
					read++
				}
				readCode(t, damaged)
			}
		}
	}
	if read == 0 || refused < read/4 {
		t.Errorf("%d damaged code objects are read, %d refused", read, refused)
	}
	t.Logf("%d read, %d refused", read, refused)
}

// TestVerifier checks that code which would take the interpreter out of its arrays is refused.
func TestVerifier(t *testing.T) {
	th := thread()
	v, err := objects.H.Compile(th, objects.StrValue("def f(a):\n    x = a\n    def g(): return x\n    try:\n        yield x + 1\n    except E:\n        while a: a()\n"), "f.py", "exec", 0, true, -1)
	if err != nil {
		t.Fatal(err)
	}
	inner := objects.As[objects.Code](objects.As[objects.Code](v).Consts[0])
	find := func(c *objects.Code, op bytecode.Op) int {
		for pc, i := range c.Instrs {
			if i.Op() == op {
				return pc
			}
		}
		t.Fatalf("no %s in\n%s", op, objects.Disassemble(c))
		return 0
	}
	put := func(c *objects.Code, pc int, i bytecode.Instr) { c.Instrs[pc] = i }
	if err := objects.CheckCode(inner); err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func(c *objects.Code){
		"register":          func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.Move, 0, c.NRegs, 0)) },
		"constant":          func(c *objects.Code) { put(c, 3, bytecode.MakeLong(bytecode.LoadConst, 0, int32(len(c.Consts)))) },
		"negative constant": func(c *objects.Code) { put(c, 3, bytecode.MakeLong(bytecode.LoadConst, 0, -1)) },
		"site":              func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.LoadGlobal, 0, len(c.Sites), 0)) },
		"name":              func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.ImportFrom, 0, 0, len(c.Names))) },
		"jump ahead":        func(c *objects.Code) { put(c, 3, bytecode.MakeLong(bytecode.JumpTo, 0, int32(len(c.Instrs)))) },
		"jump to the trap":  func(c *objects.Code) { put(c, 3, bytecode.MakeLong(bytecode.JumpTo, 0, int32(len(c.Instrs)-1-4))) },
		"jump back":         func(c *objects.Code) { put(c, 3, bytecode.MakeLong(bytecode.JumpTo, 0, -5)) },
		"window of a call":  func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.Call, c.NRegs-1, 1, 0)) },
		"window of a tuple": func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.BuildTuple, 0, c.NRegs-1, 2)) },
		"no code": func(c *objects.Code) {
			put(c, 3, bytecode.MakeLong(bytecode.MakeFunction, 0, 0))
			c.Consts[0] = objects.None
		},
		"trap":               func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.Trap, 0, 0, 0)) },
		"unknown opcode":     func(c *objects.Code) { put(c, 3, bytecode.Instr(255)) },
		"specialised opcode": func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.LoadAttrInline, 0, 0, 0)) },
		"machine code":       func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.EnterTrace, 0, 0, 0)) },
		"no end":             func(c *objects.Code) { c.Instrs = c.Instrs[:len(c.Instrs)-1] },
		"fall off the end":   func(c *objects.Code) { put(c, len(c.Instrs)-2, bytecode.Make(bytecode.Move, 0, 0, 0)) },
		"handler's end":      func(c *objects.Code) { c.Exceptions[0].End = int32(len(c.Instrs)) },
		"handler's target":   func(c *objects.Code) { c.Exceptions[0].Target = int32(len(c.Instrs) - 1) },
		"handler's register": func(c *objects.Code) { c.Exceptions[0].Reg = uint16(c.NRegs) },
		"handlers out of order": func(c *objects.Code) {
			c.Exceptions[0], c.Exceptions[1] = c.Exceptions[1], c.Exceptions[0]
		},
		"too few registers":     func(c *objects.Code) { c.NRegs = c.NumLocals() - 1 },
		"too many parameters":   func(c *objects.Code) { c.ArgCount = len(c.VarNames) + 1 },
		"yield of no generator": func(c *objects.Code) { c.Flags &^= objects.CoGenerator },
		"yield before generator": func(c *objects.Code) {
			put(c, find(c, bytecode.ReturnGenerator), bytecode.Make(bytecode.Clear, 0, 0, 0))
		},
		"cell that is none": func(c *objects.Code) { put(c, find(c, bytecode.MakeCell), bytecode.Make(bytecode.Clear, 0, 0, 0)) },
		"cell overwritten":  func(c *objects.Code) { put(c, 3, bytecode.Make(bytecode.Not, len(c.VarNames), 0, 0)) },
	} {
		c := *inner
		c.Instrs = append([]bytecode.Instr(nil), c.Instrs...)
		c.Consts = append([]objects.Value(nil), c.Consts...)
		c.Exceptions = append([]bytecode.Handler(nil), c.Exceptions...)
		damage(&c)
		if err := objects.CheckCode(&c); err == nil {
			t.Errorf("%s: accepted\n%s", name, objects.Disassemble(&c))
		}
	}
}
