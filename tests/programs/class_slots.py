# __slots__: storage, inheritance, dict and weakref, conflicts and errors.
class S:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
s = S(1)
print(s.x, hasattr(s, "y"), hasattr(s, "__dict__"), S.__slots__, type(S.x).__name__, S.x.__name__)
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
attempt(lambda: s.y)
attempt(lambda: setattr(s, "z", 1))
attempt(lambda: delattr(s, "y"))
s.y = 2; del s.x
attempt(lambda: s.x)
attempt(lambda: S.x.__get__(5))
attempt(lambda: S.x.__get__(None, S) is S.x)
attempt(lambda: S.x.__set__(5, 1))
class Sub(S): pass
b = Sub(5); b.anything = 1
print(b.x, b.__dict__)
class Sub2(S):
    __slots__ = ("z",)
c = Sub2(1); c.z = 3
print(c.x, c.z, Sub2.__slots__)
attempt(lambda: setattr(c, "w", 1))
class WithDict:
    __slots__ = ("a", "__dict__")
d = WithDict(); d.a = 1; d.b = 2
print(d.__dict__, d.a)
class Str: __slots__ = "single"
t = Str(); t.single = 1; print(t.single, Str.__slots__)
class Map: __slots__ = {"k": "doc for k"}
print(Map.k.__doc__)
class It: __slots__ = iter(["p", "q"])
i = It(); i.p = 1; print(i.p)
class Mangle:
    __slots__ = ("__private",)
    def __init__(self): self.__private = 5
m = Mangle(); print(m._Mangle__private)
class Empty: __slots__ = ()
attempt(lambda: setattr(Empty(), "x", 1))
class E2(Empty, S): __slots__ = ()
print(E2(3).x)
class P1: __slots__ = ("a",)
class P2: __slots__ = ("b",)
attempt(lambda: type("Both", (P1, P2), {}))
attempt(lambda: type("Bad", (), {"__slots__": ("x",), "x": 1}))
attempt(lambda: type("Bad", (), {"__slots__": ("1x",)}))
attempt(lambda: type("Bad", (), {"__slots__": (5,)}))
attempt(lambda: type("Bad", (int,), {"__slots__": ("x",)}))
attempt(lambda: type("Ok", (int,), {"__slots__": ()})(5))
attempt(lambda: type("Bad", (), {"__slots__": ("__dict__", "__dict__")}))
attempt(lambda: type("Bad", (tuple,), {"__slots__": ("x",)}))
attempt(lambda: type("Ok", (list,), {"__slots__": ("x",)})([1]))
class C1: __slots__ = ("a", "b")
class C2: __slots__ = ("a", "b")
class C3: __slots__ = ("a", "c")
o = C1(); o.a = 1
o.__class__ = C2; print(o.a, type(o).__name__)
attempt(lambda: setattr(o, "__class__", C3))
class N: pass
attempt(lambda: setattr(N(), "__class__", C1))
import weakref
attempt(lambda: weakref.ref(s))
class W: __slots__ = ("__weakref__",)
w = W(); print(weakref.ref(w)() is w)
class L(list): __slots__ = ("extra",)
l = L([1, 2]); l.extra = "e"; print(l, l.extra)
import copy, pickle
class V:
    __slots__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
    def __eq__(self, o): return (self.a, self.b) == (o.a, o.b)
v = V(1, [2])
v2 = copy.copy(v); v3 = copy.deepcopy(v)
print(v2 == v, v2.b is v.b, v3 == v, v3.b is v.b)
attempt(lambda: V(1, 2).__dict__)
attempt(lambda: vars(V(1, 2)))
class Count:
    __slots__ = ("n",)
    def __init__(self): self.n = 0
    def inc(self): self.n += 1; return self
k = Count()
for _ in range(1000): k.inc()
print(k.n)
attempt(lambda: hash(V(1, 2)))
