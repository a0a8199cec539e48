# Where the carets of a traceback point, for each kind of expression.
import sys
class Obj:
    attr = None
    def method(self, *a, **k): raise ValueError("in method")
    def __add__(self, o): raise TypeError("add fails")
    def __getitem__(self, k): raise KeyError(k)
    def __call__(self): return 1 / 0
o = Obj()
a, b, c = 1, 0, None
def e1(): return a / b
def e2(): return (a + 2) * (3 / b) - 1
def e3(): return c.attr.deeper
def e4(): return o.attr.missing.more
def e5(): return o["key"]["other"]
def e6(): return o.method(1, 2,
                          key=3)
def e7(): return o() + 1
def e8(): return [1, 2, 3][10]
def e9(): return undefined + 1
def e10(): return -c
def e11(): return a < c
def e12(): return a in c
def e13(): x, y = c
def e14(): x, y = 1, 2, 3
def e15():
    for i in c: pass
def e16(): raise ValueError("plain raise")
def e17(): assert a == b, "assertion text"
def e18(): return (
    a +
    b / b
)
def e19(): return f"{a} {c.x}"
def e20(): return [z / 0 for z in range(3)]
def e21(): del a_local
def e22(): o.attr.x = 1
def e23(): c[0] = 1
def e24(): return lambda: 0 if c() else 1
def e25(): return sum([1, "a"])
def e26(): return "é" + 1 + "日本" / 2
def e27(): "日本語" + (1 / 0)
def e28(): import no_such_module
def e29(): from itertools import no_such_name
def e30(): return (lambda q: q.zz)(5)
def e31():
    with c: pass
def e32():
    global gl
    gl += c
gl = 1
def e33(): return o + o + o
def e34(): return a if c.x else b
def e35(): return {**c}
def e36(): return print(*c)
def e37(): return print(**c)
def e38(): return not_defined()
def e39(): return a.b.c.d(1)(2)
def e40(): return ((a)
            / (b))
def e41(): return 5 if True else 6, c.y
def e42(): return "x" % (1, 2)
def e43(): return c is None and c.z
def e44(): return a ** "x"
def e45(): return (yield_ := c.w)
def e46():
    class Inner(c): pass
def e47():
    @c
    def f(): pass
def e48():
    match o:
        case Obj(1): pass
def e49(): return [
    1,
    c.listing,
    3,
]
def e50():
    while c.loop:
        pass
def e51(): return a.__class__.__name__.upper().zz
def e52(): x = y_local; y_local = 1
def e53(): raise KeyError("chained") from c.nothing
for i in range(1, 54):
    f = globals()[f"e{i}"]
    try:
        f()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
print("done", file=sys.stderr)
