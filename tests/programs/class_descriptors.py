# Descriptors: data and non-data, precedence, __set_name__, property details, methods, slots of lookup.
class Data:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return ("data", self.name, obj.__dict__.get(self.name))
    def __set__(self, obj, value): obj.__dict__[self.name] = ("stored", value)
    def __delete__(self, obj): print("delete", self.name); obj.__dict__.pop(self.name, None)
class NonData:
    def __get__(self, obj, owner=None): return ("nondata", obj is None, owner.__name__)
class SetOnly:
    def __set__(self, obj, value): obj.__dict__["so"] = value * 2
class A:
    d = Data()
    n = NonData()
    so = SetOnly()
a = A()
print(a.d, a.n, A.n, isinstance(A.d, Data), isinstance(a.so, SetOnly))
a.d = 5; a.n = "instance"; a.so = 4
print(a.d, a.n, a.so, a.__dict__)
a.__dict__["d"] = "raw"
print(a.d)
del a.d
del a.n
print(a.n)
try: del a.so
except AttributeError as e: print(e)
A.d = "replaced"
print(a.d, A.d)
class P:
    def __init__(self): self._x = 0
    def getx(self): return self._x
    def setx(self, v): self._x = v
    def delx(self): self._x = None
    x = property(getx, setx, delx, "doc of x")
    @property
    def ro(self):
        "ro doc"
        return 1
    @property
    def failing(self): raise AttributeError("inside")
    w = property(None, setx)
    e = property()
p = P()
p.x = 3
print(p.x, P.x.__doc__, P.ro.__doc__, P.x.fget is P.__dict__["x"].fget, P.ro.fset, P.ro.__name__)
del p.x
print(p.x)
for s in ("p.ro = 1", "del p.ro", "p.w", "p.e", "p.e = 1", "p.failing", "P.ro.fget.zz", "P.x.__get__()", "property(1, 2, 3, 4, 5)", "P.x.zz = 1"):
    try: exec(s); print(s, "ok")
    except Exception as ex: print(s, "->", type(ex).__name__, ex)
P.ro2 = P.ro.setter(lambda self, v: print("set", v))
p.ro2 = 9
print(P.ro.getter(lambda s: 2).__get__(p), P.x.deleter(len).fdel, P.x.__isabstractmethod__)
class Q(P):
    @property
    def x(self): return ("sub", super().x)
    @P.ro.getter
    def ro(self): return 100
q = Q(); print(q.x, q.ro)
class Meth:
    def m(self, *a): return (self.__class__.__name__, a)
    @classmethod
    def c(cls, *a): return (cls.__name__, a)
    @staticmethod
    def s(*a): return a
class SubM(Meth): pass
o = SubM()
print(o.m(1), SubM.m(o, 2), o.c(3), SubM.c(4), Meth.c(), o.s(5), SubM.s(6))
print(SubM.c.__self__.__name__, o.m.__func__ is Meth.m, SubM.__dict__.get("m"), type(Meth.__dict__["c"]).__name__, Meth.__dict__["s"].__func__(1), Meth.__dict__["c"].__wrapped__.__name__)
print(o.m == o.m, o.m is o.m, hash(o.m) == hash(o.m), o.m != SubM().m)
import types
def free(self, x): return (self, x)
bound = types.MethodType(free, "me")
print(bound(1), bound.__self__, bound.__name__, free.__get__("you")(2), free.__get__(None, int) is free)
o.inst = free.__get__(5)
print(o.inst(1))
class Lookup:
    x = 1
    def __getattr__(self, n): return f"getattr {n}"
lk = Lookup(); lk.y = 2
print(lk.x, lk.y, lk.z, getattr(lk, "q", "default"))
class GA:
    def __getattribute__(self, n):
        if n.startswith("u"): raise AttributeError(f"no {n}")
        if n == "real": return object.__getattribute__(self, "v")
        return "intercepted " + n
    def __getattr__(self, n): return "fallback " + n
    def __setattr__(self, n, v): print("set", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("del", n)
g = GA(); g.v = 7; del g.v
print(g.real, g.anything, g.unknown)
class Dyn:
    def __dir__(self): return ["b", "a"]
print(dir(Dyn()), "x" in dir(a), sorted(n for n in dir(P) if not n.startswith("_")))
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, obj, t):
        v = obj.__dict__[self.n] = self.f(obj)
        print("computed", self.n)
        return v
class UL:
    @Lazy
    def val(self): return 42
u = UL(); print(u.val, u.val)
class BadName:
    def __set_name__(self, o, n): raise ValueError("bad name")
try:
    class X: b = BadName()
except ValueError as e: print(e, e.__notes__)
class Special:
    pass
sp = Special()
sp.__len__ = lambda: 5
try: len(sp)
except TypeError as e: print(e)
Special.__len__ = lambda self: 6
print(len(sp))
class CallDesc:
    class D:
        def __get__(self, o, t): return lambda *a: ("via descriptor", a)
    __call__ = D(); __getitem__ = D()
print(CallDesc()(1), CallDesc()[2])
