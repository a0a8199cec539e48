# Class scopes and __class__ in comprehensions; __dict__ of modules and classes; setting attributes through a base
class _C:
    res = None
    try:
        res = [__class__ for x in [1]]
    except NameError as e: print(type(e).__name__, e)
class _C:
    __class__ = 2
    try: res = [__class__ for x in [1]]; print(res)
    except NameError as e: print(type(e).__name__, e)
try:
    class C:
        lst = [__class__ for x in range(3)]
except NameError as e: print(type(e).__name__, e)
class Base: pass
class Meta1(Base, type): pass
class D(type, Base): pass
dd = Base.__dict__["__dict__"]
for cls in (Meta1,D):
    try: c = cls("C", (), {})
    except Exception as e: print(type(e), e); continue
    for f in (lambda: dd.__set__(c, {}), lambda: dd.__delete__(c), lambda: dd.__get__(c), lambda: setattr(c,"__dict__",{}), lambda: delattr(c,"__dict__"), lambda: type(c.__dict__)):
        try: print(f())
        except Exception as e: print(type(e), e)
import types
class M1(types.ModuleType, Base): pass
class M2(Base, types.ModuleType): pass
for cls in M1, M2:
    m = cls("spam")
    for f in (lambda: dd.__set__(m, {}), lambda: dd.__delete__(m), lambda: dd.__get__(m).keys(), lambda: setattr(m,"__dict__",{}), lambda: delattr(m,"__dict__"), lambda: type(m.__dict__)):
        try: print(f())
        except Exception as e: print(type(e), e)
class X: __slots__='a'
def t(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: X().a)
t(lambda: delattr(X(),'a'))
t(lambda: X().b)
class O:
    class I: __slots__='a'
t(lambda: O.I().a)
def f(): "doc"
print(classmethod(f).__dict__, staticmethod(f).__dict__)
t(lambda: object.__setattr__(str,"foo",42))
t(lambda: object.__delattr__(str,"foo"))
t(lambda: type.__setattr__(str,"foo",42))
class A(dict):
    def __setattr__(self,k,v): object.__setattr__(self,k,v)
a=A(); a.x=1; print(a.x)
class M(type):
    def __setattr__(cls,k,v): object.__setattr__(cls,k,v)
class C(metaclass=M): pass
def g(): C.x=1
t(g)
t(lambda: type("My",(),{1:2}))
t(lambda: dir(type("Z",(),{"__dir__":lambda s:5})()))
t(lambda: dir(type("Z",(),{"__class__":5,"__dict__":6})()))
t(lambda: dir(type("Z",(),{"__dir__":lambda s:[1,"a"]})()))
import types
class M1(types.ModuleType): pass
class M2(types.ModuleType): pass
class M3(types.ModuleType): __slots__=()
class M4(types.ModuleType): __slots__=('a',)
import itertools
for a,b in itertools.permutations((M1,M2,M3,M4,types.ModuleType),2):
    m=a("x")
    try: m.__class__=b; print(a.__name__,b.__name__,"ok")
    except TypeError as e: print(a.__name__,b.__name__,e)
class Q(int): __eq__ = str.__eq__; __add__ = str.__add__
t(lambda: Q(1) == Q(1)); t(lambda: Q(1) + Q(1))
class R: __repr__ = object.__str__
t(lambda: repr(R())); t(lambda: str(R()))
class B1: pass
class B2: pass
class X1(B1): pass
class X2(X1): pass
class Meta(type):
    fail = False
    def mro(cls):
        if Meta.fail and cls.__name__ == "Y2": raise RuntimeError("mro")
        return type.mro(cls)
class Y1(B1, metaclass=Meta): pass
class Y2(Y1): pass
Meta.fail = True
t(lambda: setattr(Y1, "__bases__", (B2,))); print(Y1.__bases__, Y2.__mro__)
t(lambda: setattr(B1, "__bases__", (X2,)))
class P:
    def __getattr__(self, n): raise AssertionError(n)
t(lambda: P().__reduce_ex__(4)[1:])
t(lambda: dict.__getitem__()); t(lambda: list.__getitem__([1], 0)); t(lambda: dict.__contains__({1: 2}, 1))
class DD(dict):
    def __getitem__(self, k): return dict.__getitem__(self, k) + 1
t(lambda: DD(a=1)["a"])
t(lambda: range(3).__class__.start.__set__(range(3), 1)); t(lambda: setattr(1j, "real", 2))
print(*(type(vars(c)[n]).__name__ for c, n in ((range, "start"), (slice, "stop"), (complex, "real"), (type, "__base__"), (type, "__mro__"), (staticmethod, "__func__"), (super, "__self__"))))
