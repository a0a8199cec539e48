# Assignment to every kind of target
class O: pass
o, l, d = O(), [0] * 5, {}
o.a = o.b = 3; l[0], l[-1] = 1, 9; l[1:3] = "xyz"; d["k"], d[1, 2] = 5, 6; (o.c, [l[0], *d["r"]]) = 7, (8, 9, 10)
print(vars(o), l, d)
a, b, *c, e = "abcdefg"; print(a, b, c, e); [x, (y, *z)] = 1, (2, 3, 4); print(x, y, z)
for o.i, l[0] in enumerate("pq"): print(o.i, l)
with open("/dev/null") as o.f, open("/dev/null") as d["f"]: print(o.f.closed)
print([v for o.v in range(3) for v in [o.v * 2]], o.v)
import math as d_m; print(d_m.floor(2.5))
for s in ("1 = x", "f() = 1", "a + 1 = 2", "(a, 1) = 1, 2", "'a' = 1", "None = 1", "a, b += 1", "[*a] += 1", "*a = 1", "*a, *b = 1, 2", "x: int, y: int = 1", "(x): int = 5", "x.y: int = 1", "a = yield", "True: int = 1", "f(x)[0]: int = 3", "a := 1", "(a := 1) = 2", "for 1 in x: pass", "with a as 1: pass", "import a as 1", "lambda: 1 = 2", "{a} = 1", "{**a} = 1", "a if b else c = 1", "a < b = 1", "-a = 1", "f'{a}' = 1", "... = 1", "a = 1 = b", "del a + 1", "__debug__ = 1", "def f(None): pass", "class True: pass", "x = *a", "print(x = 1 = 2)", "a.b.c = d.e = 1 + "):
    try: compile(s, "<s>", "exec"); print(s, "compiles")
    except SyntaxError as e: print(s, "->", e.msg, e.offset)
