# Properties: getters, setters, deleters, inheritance, errors
class T:
    def __init__(self, c): self.c = c
    @property
    def f(self): "fahrenheit"; return self.c * 9 / 5 + 32
    @f.setter
    def f(self, v): self.c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): print("deleted"); self.c = None
    ro = property(lambda s: 5, doc="read only")
    wo = property(None, lambda s, v: print("set", v))
class U(T):
    @T.f.getter
    def f(self): return "u" + str(super().f)
class V(T): f = 7
t = T(100); print(t.f); t.f = 50; print(t.c, T.f.__doc__, T.ro.__doc__, t.ro, U(0).f, V(1).f); del t.f; t.wo = 3; u = U(1); u.f = 212; print(u.c)
for e in ("t.ro = 1", "del t.ro", "t.wo", "del t.wo", "t.f", "T(1).f = 'a'", "T.ro = 1; print(t.ro)", "T.f.fget(T(0))", "print(T(0).f, T.f.fset is not None)", "property(1, 2, 3, 4, 5)", "t.__dict__['f'] = 1; T(3).f", "V(1).f = 2", "print(type(T.f).__name__, T.f.__name__)"):
    try: exec(e)
    except Exception as x: print(e, "->", type(x).__name__, x)
class Meta(type):
    @property
    def size(cls): return len(cls.__name__)
class W(metaclass=Meta): pass
print(W.size, hasattr(W(), "size"))
class C:
    _n = 0
    @classmethod
    def make(cls, *a): cls._n += 1; return cls, a
    @staticmethod
    def st(*a): return a
    class Inner: v = 1
print(C.make(1), C().make(2), C._n, C.st(1), C().st(2), C.Inner.v, C().Inner is C.Inner)
class Lazy:
    def __init__(self, f): self.f, self.n = f, f.__name__
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o); print("computed"); return v
class D:
    @Lazy
    def slow(self): return 42
d = D(); print(d.slow, d.slow, vars(d), type(D.slow).__name__)
