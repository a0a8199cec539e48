# Class bodies: execution, namespaces, decorators, nested classes, __set_name__, __init_subclass__, __class_getitem__
print("before")
class A:
    print("in body", __name__, __qualname__, "x" in locals())
    x = 1
    if x: y = x + 1
    else: z = 0
    for i in range(3): pass
    try: 1 / 0
    except ZeroDivisionError: caught = True
    del i
    def f(self): return x
    class B:
        def g(self): return __class__.__qualname__
    lam = lambda self: self.y
    locals()["dyn"] = 5
    def __class_getitem__(cls, k): return cls.__name__, k
print(A.y, hasattr(A, "z"), hasattr(A, "i"), A.caught, A.B().g(), A().lam(), A.dyn, A[int, "k"], A.__dict__.keys() >= {"x", "f"}, A.B.__qualname__, A.f.__qualname__)
x = "module"; print(A().f())
class Field:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, o, t): return (self.name, o is None)
class R:
    registry = {}
    def __init_subclass__(cls, /, key=None, **k): super().__init_subclass__(**k); R.registry[key or cls.__name__.lower()] = cls
class S(R, key="special"): f = g = Field()
class T(R): h = Field()
print(R.registry, S.f, S().g, T.h)
def deco(*a):
    def d(c): print("deco", a, c.__name__); c.tags = getattr(c, "tags", ()) + a; return c
    return d
@deco(1)
@deco(2, 3)
class D: pass
print(D.tags)
def make(base, **ns): return type("Made", (base,), ns)
M = make(A, w=9, m=lambda self: (self.w, self.x)); print(M().m(), M.__name__, M.__module__, M.__mro__[1].__name__)
for s in ("class X(R, bad=1): pass", "class X(key='z'): pass", "class X:\n 1 / 0", "class X(A, R, A): pass", "class X(1): pass", "class X(metaclass=lambda n, b, d, **k: (n, b, sorted(k))): pass\nprint(X)", "class X(*[A], **{'metaclass': type}): pass\nprint(X.__bases__)", "class X:\n def __init_subclass__(cls): raise ValueError('no sub')\nclass Y(X): pass", "class X:\n class F:\n  def __set_name__(s, o, n): raise KeyError(n)\n f = F()", "class X:\n __slots__ = ['a']\n def __init__(s): s.a = s.b = 1\nX()", "class X(A.B):\n def g(self): return super().g() + '!'\nprint(X().g())", "class X:\n def f(self): return super().nope\nX().f()", "class X:\n x = x\nprint(X.x)", "def f():\n q = 5\n class X: q = q\n return X.q\nprint(f())", "def f():\n q = 5\n class X:\n  r = q\n  def m(s): return q\n return X.r, X().m()\nprint(f())", "class X:\n nonlocal q", "class X:\n return 1", "class X: yield 1", "class X:\n __class__ = 5\nprint(X().__class__)"):
    try: exec(s)
    except Exception as e: print(repr(s[:30]), type(e).__name__, e, getattr(e, "__notes__", ""))
class Meta(type):
    def __call__(cls, *a, **k): o = super().__call__(*a, **k); o.via = "meta"; return o
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
    def __contains__(cls, v): return v in cls.vals
    def __getitem__(cls, k): return cls.vals[k]
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __repr__(cls): return f"<<{cls.__name__}>>"
class Q(metaclass=Meta): vals = [1, 2]
class P(metaclass=Meta): vals = []
print(Q().via, isinstance(5, Q), isinstance(Q(), Q), issubclass(int, Q), issubclass(str, Q), 1 in Q, Q[1], sorted([Q, P]), Q)
