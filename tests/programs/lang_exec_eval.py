# exec, eval and compile: namespaces, flags, closures, annotations, code objects.
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
x = "global x"
print(eval("x"), eval("x + '!'", {"x": "given"}), eval("x", {}, {"x": "local"}), eval(compile("1 + 2", "f", "eval")), eval("(lambda: x)()"), eval(b"1 + 1"), eval("  1"), eval("[i for i in range(3)]"))
def scopes():
    x = "local x"; y = 1
    exec("y = 2; z = 3; print(x, y)")
    return y, "z" in locals(), eval("x + str(y)"), eval("[y for _ in range(2)]"), eval("[(lambda: y)() for _ in [1]]") if 0 else None
print(scopes())
g = {}; exec("a = 1\ndef f(): return a\nclass C: b = a", g); print(g["f"](), g["C"].b, sorted(k for k in g if k != "__builtins__"), "__builtins__" in g)
l = {}; exec("p = 1\ndef f(): return p", {}, l); attempt(l["f"])
class Map(dict):
    def __missing__(self, k): return f"missing {k}"
print(eval("anything + '?'", {}, Map())); attempt(lambda: eval("x", Map(), {}))
attempt(lambda: eval("len('abc')", {"__builtins__": {}})); attempt(lambda: eval("abs(-1)", {"__builtins__": {"abs": abs}})); attempt(lambda: eval("q", {"__builtins__": {}})); attempt(lambda: exec("import math", {"__builtins__": {}})); attempt(lambda: eval("x", 5)); attempt(lambda: eval("x", {}, 5)); attempt(lambda: eval("x = 1")); attempt(lambda: exec("x", None, None)); attempt(lambda: exec("return 1")); attempt(lambda: eval("")); attempt(lambda: exec("x = ", {})); attempt(lambda: eval("1\0")); attempt(lambda: exec(5)); attempt(lambda: eval(lambda: 1)); attempt(lambda: compile("x", "f", "exec", flags=1 << 30)); attempt(lambda: compile("x", "f", "exec", optimize=9)); attempt(lambda: compile("1", "f", "single").co_filename)
def outer():
    v = 1
    def inner(): return v
    return inner
attempt(lambda: exec(outer().__code__)); clos = outer(); exec(clos.__code__, closure=clos.__closure__); attempt(lambda: exec("1", closure=()))
for s in ("1 + 1", "'text'", "None", "x", "for i in range(2): i", "def f(): 5"): exec(compile(s + "\n", "<single>", "single"))
c = compile("a = 1\nb = a + 2\n\ndef f(x, *y, z=1, **w):\n    'doc'\n    q = x\n    return lambda: q\n", "<name>", "exec")
print(c.co_name, c.co_names, c.co_consts[:2], c.co_filename, c.co_flags & 0x40, c.co_argcount, [k.co_name for k in c.co_consts if hasattr(k, "co_name")])
fc = next(k for k in c.co_consts if hasattr(k, "co_name")); print(fc.co_varnames, fc.co_cellvars, fc.co_freevars, fc.co_argcount, fc.co_kwonlyargcount, fc.co_flags & 0x0c, fc.co_firstlineno, fc.co_consts[0], fc.co_nlocals, fc.co_qualname, hash(fc) == hash(fc), fc == fc.replace(), fc != fc.replace(co_name="other"), fc.replace(co_filename="zz").co_filename, sorted({l for _, _, l in fc.co_lines() if l}))
import types
fn = types.FunctionType(next(k for k in compile("def h(a, b=2): return a, b, glob", "f", "exec").co_consts if hasattr(k, "co_name")), {"glob": "G"}, "renamed", (9,)); print(fn(1), fn.__name__, fn.__defaults__)
attempt(lambda: types.FunctionType(clos.__code__, {})); print(types.FunctionType(clos.__code__, {}, closure=clos.__closure__)()); attempt(lambda: types.FunctionType(5, {})); attempt(lambda: types.CodeType()); attempt(lambda: setattr(clos, "__code__", 5)); attempt(lambda: setattr(clos, "__code__", scopes.__code__)); attempt(lambda: setattr(clos, "__name__", 5)); attempt(lambda: setattr(clos, "__defaults__", 5)); attempt(lambda: setattr(clos, "__closure__", ())); attempt(lambda: setattr(clos, "__dict__", 5)); attempt(lambda: setattr(clos, "__annotations__", 5))
def one(): return 1
def two(): return 2
one.__code__ = two.__code__; print(one(), one.__name__)
exec("from __future__ import annotations\ndef f(x: undefined_type) -> also.undefined: pass\nv: nope = 1\nprint(f.__annotations__, __annotations__)", {})
attempt(lambda: exec("def f(x: undefined_type): pass", {})); exec("v: int = 1\nw: 'str'\nprint(__annotations__)", {}); exec("class A:\n a: int\n b: list[int] = []\nprint(A.__annotations__)", {})
def ann():
    loc: undefined_is_fine = 1
    (paren): also_fine = 2
    return loc + paren
attempt(ann); ns = {}; exec("x: int\n(y): int = 1\nz.q: int = 1 if 0 else 2" .replace("z.q", "z"), ns); print(ns["__annotations__"])
code = compile("result = sum(i * i for i in range(n))", "<calc>", "exec"); out = []
for n in (3, 10, 100): d = {"n": n}; exec(code, d); out.append(d["result"])
print(out, eval("__name__"), eval("__name__", {"__name__": "custom"}))
src = "\n".join(f"def f{i}(x): return x + {i}" for i in range(50)) + "\nr = 0\n" + "\n".join(f"r = f{i}(r)" for i in range(50)); d = {}; exec(src, d); print(d["r"], len([k for k in d if k.startswith("f")]))
print(eval("1,"), eval("(yield_ := 5)"), eval("1 if 0 else 2"), eval("not 1"), eval("[*[1], 2]"), eval("lambda: (yield)").__name__, eval("'a' 'b'"), eval("\n1"), eval("1 # comment"), eval("(\n1\n+\n2)"))

print('--- top-level await')
import ast
import asyncio
from types import FunctionType

async def arange(n):
    for i in range(n):
        yield i

for source in ('a = await asyncio.sleep(0, 1)', 'async for i in arange(1):\n    a = 1', 'async with asyncio.Lock():\n    a = 1',
               'a = [x async for x in arange(2)][1]', 'a = 1'):
    for mode in 'single', 'exec':
        co = compile(source, '?', mode, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        ns = {'asyncio': asyncio, 'arange': arange}
        r = FunctionType(co, ns)()
        if r is not None:
            asyncio.run(r)
        print(co.co_flags, r is None, ns['a'])
