# Metaclasses, __prepare__, __init_subclass__, __class_getitem__, type() calls, conflicts, MRO errors.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"injected": name.lower()}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, [k for k in ns if not k.startswith("__")])
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a)
        return super().__call__(*a, **k)
    def __iter__(cls): return iter([cls.__name__, "iter"])
    def __len__(cls): return 99
    def __contains__(cls, x): return x == "in"
    def __getattr__(cls, n): return f"meta {n}"
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __instancecheck__(cls, o): return o == "inst"
    def __subclasscheck__(cls, o): return o is int
    @property
    def prop(cls): return "meta prop " + cls.__name__
    def mm(cls): return "meta method " + cls.__name__
class A(metaclass=Meta, flag=1):
    x = injected + "!"
    def __init__(self, v=0): self.v = v
class B(A, other=2):
    pass
a = A(5)
print(A, A.x, list(A), len(B), "in" in A, A.zz, A.prop, B.mm(), type(B), a.v, isinstance("inst", A), isinstance("no", A), isinstance(a, A), issubclass(int, A), issubclass(B, A))
for s in ("a.mm()", "a.prop", "len(a)", "a.injected"):
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append(cls.__name__)
class S1(Base, tag="one"): pass
class S2(S1): pass
print(Base.subs, S1.tag, S2.tag, [c.__name__ for c in Base.__subclasses__()])
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(G[int], G[1, 2])
T = type("T", (Base,), {"y": 5, "m": lambda self: self.y})
print(T, T().m(), T.__bases__, T.__name__, T.__qualname__, T.__module__)
T.__name__ = "Renamed"; print(T.__name__, T)
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
attempt(lambda: type("C", (X1, X2), {}))
attempt(lambda: type("D", (X1, object), {}).__class__)
attempt(lambda: M1("E", (X1,), {}).__mro__[1])
attempt(lambda: type("F", (S1, Base, S1), {}))
attempt(lambda: type("F", (Base, S1), {}))
attempt(lambda: type("F", (object, Base), {}))
attempt(lambda: type("F", (5,), {}))
attempt(lambda: type("F", (bool,), {}))
attempt(lambda: type("F", (type(None),), {}))
attempt(lambda: type("F", (int, str), {}))
attempt(lambda: type("F", (int, dict), {}))
attempt(lambda: type("F\0", (), {}))
attempt(lambda: type("F", [], {}))
attempt(lambda: type("F", (), {}, k=1))
attempt(lambda: type("F", (Base,), {}, tag="t").tag)
attempt(lambda: type())
attempt(lambda: type.__call__(int, "5"))
attempt(lambda: type.mro(S2)[0])
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: setattr(S1, "__bases__", ()))
attempt(lambda: setattr(S1, "__bases__", (int,)))
attempt(lambda: setattr(S1, "__name__", 5))
attempt(lambda: delattr(S1, "__name__"))
attempt(lambda: setattr(S1(), "__class__", int))
attempt(lambda: setattr(S1(), "__class__", 5))
attempt(lambda: object.__new__(int))
attempt(lambda: object.__new__(5))
attempt(lambda: object(1))
attempt(lambda: int.__new__(object))
class O: pass
class R1(O): pass
class R2(O): pass
class R3(R1, R2): pass
print([c.__name__ for c in R3.__mro__], R3.__base__.__name__)
R3.__bases__ = (R2, R1); print([c.__name__ for c in R3.__mro__])
o = R1(); o.__class__ = R2; print(type(o).__name__)
class CustomMro(type):
    def mro(cls): return [cls, O, object]
class CM(metaclass=CustomMro): pass
print([c.__name__ for c in CM.__mro__])
def factory(name, bases, ns): return (name, bases, sorted(k for k in ns if not k.startswith("__")))
class NotAClass(metaclass=factory):
    a = 1
print(NotAClass)
class Ent:
    def __mro_entries__(self, bases): return (Base,)
class WithEntries(Ent(), tag="e"): pass
print(WithEntries.__bases__, WithEntries.__orig_bases__[0].__class__.__name__)
def deco(cls): cls.decorated = True; return cls
@deco
class Dec: pass
print(Dec.decorated)
class Cell:
    def who(self): return __class__.__name__
    w2 = lambda self: __class__
class SubCell(Cell): pass
print(SubCell().who(), SubCell().w2())
class Singleton(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a)
        return cls._i[cls]
class Sing(metaclass=Singleton): pass
print(Sing() is Sing())
class NewOnly:
    def __new__(cls, *a): return 42
    def __init__(self, *a): print("never")
print(NewOnly(1, 2))
class Im(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __init__(self, a, b): self.s = a + b
print(Im(1, 2), Im(1, 2).s)
from abc import ABC, abstractmethod
class Abs(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def g(self): ...
attempt(lambda: Abs())
class Half(Abs):
    def f(self): return 1
attempt(lambda: Half())
class Full(Half): g = 2
attempt(lambda: Full().f())
Abs.register(list); print(isinstance([], Abs), issubclass(list, Abs), sorted(Abs.__abstractmethods__))
