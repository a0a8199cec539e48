# Inheritance: the MRO, super, cooperative initialisers, mixins, class attributes, metaclass conflicts
class A:
    def __init__(self, **k): print("A", k); self.a = k.pop("a", 0)
    def who(self): return ["A"]
class B(A):
    def __init__(self, b=1, **k): print("B", b); super().__init__(**k); self.b = b
    def who(self): return ["B"] + super().who()
class C(A):
    def __init__(self, c=2, **k): print("C", c); super().__init__(**k); self.c = c
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
d = D(a=1, b=5, c=6); print(d.who(), [k.__name__ for k in D.__mro__], vars(d), D.__bases__, D.__base__.__name__, issubclass(D, A), isinstance(d, C))
for make in ("class E(A, B): pass", "class F(B, A): pass", "class G(A, A): pass", "class H(int, str): pass", "class I(bool): pass", "class J(type(None)): pass", "class K(5): pass", "class L(len): pass", "class M(range): pass", "class N(D, metaclass=int): pass", "class O(A, x=1): pass", "class P(*[A], **{}): pass", "class Q(object, A): pass", "class R(type, A): pass"):
    try: exec(make); print(make, "fine")
    except TypeError as e: print(make, "->", e)
class Base:
    shared = []
    count = 0
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; cls.shared.append(cls.__name__)
    def bump(self): type(self).count += 1; return self.count
class S1(Base, tag="one"): pass
class S2(S1): count = 10
print(Base.shared, S1.tag, S2.tag, S1().bump(), S1().bump(), S2().bump(), Base.count, S1.count, S2.count, "count" in vars(S1))
class Mixin:
    def dump(self): return {k: v for k, v in vars(self).items() if not k.startswith("_")}
    def __eq__(self, o): return self.dump() == o.dump()
class Point(Mixin):
    def __init__(self, x, y): self.x, self.y, self._z = x, y, 0
print(Point(1, 2).dump(), Point(1, 2) == Point(1, 2), Point(1, 2) != Point(2, 1), Point.__hash__)
class Meta(type):
    def __new__(m, name, bases, ns, **kw): ns["made"] = sorted(k for k in ns if not k.startswith("__")); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns); cls.kw = kw
    def __call__(cls, *a): print("call", cls.__name__, a); return super().__call__(*a)
    def __len__(cls): return 42
    def __getattr__(cls, n): return f"meta {n}"
    def __iter__(cls): return iter([1, 2])
    @property
    def prop(cls): return "p"
    @classmethod
    def __prepare__(m, name, bases, **kw): return {"prepared": 1}
class WithMeta(metaclass=Meta, opt=3):
    x = 1
    def f(self): return self.prepared
w = WithMeta(); print(WithMeta.made, WithMeta.kw, len(WithMeta), WithMeta.zzz, list(WithMeta), WithMeta.prop, w.f(), type(WithMeta), hasattr(w, "prop"), isinstance(WithMeta, Meta))
class X: __slots__ = ("a", "__dict__")
class Y(X): __slots__ = "b"
y = Y(); y.a = 1; y.b = 2; y.c = 3; print(y.__dict__, Y.__slots__, X.a.__class__.__name__)
class Z: __slots__ = ("a",)
z = Z()
for s in ("z.b = 1", "z.a", "del z.a", "z.__dict__", "Z.a = 5; z.a = 1", "class V(Z, Y): __slots__ = ('q',)", "class U: __slots__ = ('a',); a = 1", "class T: __slots__ = (1,)", "class W: __slots__ = ('a b',)"):
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, "->", type(e).__name__, e)
class Sup:
    def __getattr__(self, n): return f"dyn {n}"
class Sub(Sup):
    def go(self): 
        try: return super().nothing
        except AttributeError as e: return str(e)
    def cls(self): return __class__.__name__, super().__class__.__name__, repr(super())[:20]
print(Sub().go(), Sub().x, Sub().cls())
class Priv:
    def __init__(self): self.__v = 1
    def __m(self): return self.__v
    def get(self): return self.__m()
print(Priv().get(), vars(Priv()), hasattr(Priv(), "__v"), [n for n in dir(Priv) if "Priv" in n])
def outside(self): return self.a * 2
A.added = outside; print(d.added()); d.added = lambda: "own"; print(d.added()); d.__class__ = C; print(d.who(), type(d).__name__)
try: d.__class__ = int
except TypeError as e: print(e)
A.__name__ = "Renamed"; print(A, A.__qualname__)
