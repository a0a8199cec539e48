# Name mangling, __new__/__init__ interplay, repr defaults, copy protocols, class attributes, comparison of bound data.
class A:
    __x = 1
    def __init__(self): self.__y = 2; self.__z__ = 3; self._A__w = 4
    def get(self): return self.__x, self.__y, self.__z__, self.__w
    def __m(self): return "private"
    def call(self): return self.__m()
    class __Inner: pass
    def local(self):
        __loc = 5
        return sorted(locals())
    def kw(self, __p=1): return __p
a = A()
print(a.get(), a.call(), a.local(), a.kw(_A__p=7), sorted(n for n in vars(A) if n.startswith("_A")))
try: a.__y
except AttributeError as e: print(e)
class _B:
    def f(self): self.__q = 1; return self.__dict__
class __:
    def f(self): self.__q = 1; return self.__dict__
print(_B().f(), __().f())
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
class BadInit:
    def __init__(self): return 5
attempt(BadInit)
class BadRepr:
    def __repr__(self): return 5
class BadHash:
    def __hash__(self): return "x"
class BadLen:
    def __len__(self): return 1.5
class BigHash:
    def __hash__(self): return 2 ** 64 + 5
class BadBool:
    def __bool__(self): return 1
class BadIndex:
    def __index__(self): return 1.0
class BadDir:
    def __dir__(self): return 5
class BadContains:
    def __contains__(self, x): return "truthy"
class BadStr:
    def __str__(self): return b"x"
class BadIter:
    def __iter__(self): return [1]
for f in (lambda: repr(BadRepr()), lambda: str(BadRepr()), lambda: hash(BadHash()), lambda: len(BadLen()), lambda: hash(BigHash()), lambda: bool(BadBool()), lambda: [1][BadIndex()], lambda: dir(BadDir()), lambda: 1 in BadContains(), lambda: str(BadStr()), lambda: f"{BadStr()}", lambda: list(BadIter()), lambda: print(BadStr()), lambda: "%s" % BadRepr(), lambda: [BadRepr()].__repr__()):
    attempt(f)
attempt(lambda: object().__reduce_ex__(2)[1])
attempt(lambda: A.__dict__["zz"])
attempt(lambda: A.__dict__.__setitem__)
print(type(A.__dict__).__name__, A.__dict__["__module__"], A.__weakref__.__class__.__name__, A.__basicsize__ > 0, A.__flags__ != 0)
print(object.__repr__(a)[:19], repr(A), repr(A.get).startswith("<function A.get at 0x"), repr(a.get).startswith("<bound method A.get of <__main__.A object at 0x"), repr(len), repr([].append).startswith("<built-in method append of list object"), repr(str.join), repr(int.__add__), repr((5).__add__).startswith("<method-wrapper '__add__' of int"), repr(int.real), repr(dict.fromkeys)[:38], repr(type), repr(A.__init__)[:20])
import copy
class Node:
    def __init__(self, v): self.v, self.next = v, None
n1, n2 = Node(1), Node([2]); n1.next, n2.next = n2, n1
m = copy.deepcopy(n1)
print(m.next.next is m, m.next is not n2, m.next.v, copy.copy(n1).next is n2, copy.copy([1, [2]]), copy.deepcopy({"a": [1]}), copy.copy((1,)), copy.deepcopy((1, [2])))
class CP:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep"
print(copy.copy(CP()), copy.deepcopy([CP()]))
class Cnt:
    instances = 0
    registry = []
    def __new__(cls, *a, **k):
        o = super().__new__(cls); cls.instances += 1; return o
    def __init__(self, x): self.x = x; self.registry.append(x)
class SubCnt(Cnt): pass
Cnt(1); SubCnt(2); SubCnt(3)
print(Cnt.instances, SubCnt.instances, Cnt.registry, "instances" in SubCnt.__dict__)
class Ctx:
    x = [i for i in range(3)]
    y = {n: n * 2 for n in x}
    if True:
        z = "cond"
    for loop in range(2): pass
    def f(): return "no self"
    g = f()
    del f
    try: raise KeyError
    except KeyError as e: caught = True
print(Ctx.x, Ctx.y, Ctx.z, Ctx.loop, Ctx.g, Ctx.caught, hasattr(Ctx, "f"), hasattr(Ctx, "e"))
class Doc:
    "class doc"
    x: int = 1
    y: "str"
    def f(self): "f doc"
print(Doc.__doc__, Doc.f.__doc__, Doc.__annotations__, Doc.__static_attributes__, Doc.__firstlineno__ > 0, A.__static_attributes__ == tuple(A.__static_attributes__), sorted(A.__static_attributes__))
Doc.__doc__ = "changed"; print(Doc.__doc__)
class Eq:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return NotImplemented if not isinstance(o, Eq) else self.n == o.n
    def __hash__(self): return hash(self.n)
print(Eq(1) == Eq(1), Eq(1) == 1, Eq(1) in [Eq(1)], [Eq(1)].index(Eq(1)), {Eq(1), Eq(1)}.__len__(), (Eq(1),) == (Eq(1),), {"k": Eq(2)} == {"k": Eq(2)}, [Eq(1), Eq(2), Eq(1)].count(Eq(1)))
class Super:
    def m(self): return "Super"
    @classmethod
    def c(cls): return "Super.c " + cls.__name__
    v = 10
class Sb(Super):
    def m(self): return "Sb>" + super().m() + ">" + super(Sb, self).m() + str(super().v)
    @classmethod
    def c(cls): return "Sb>" + super().c()
    def bad(self): return super().nothing
    def loc(self):
        def inner(): return super(Sb, self).m()
        return inner()
    def comp(self): return [super(Sb, self).m() for _ in range(1)]
s = Sb(); print(s.m(), Sb.c(), s.c(), s.loc(), s.comp(), super(Sb, s).m(), super(Sb, Sb).c(), super(Sb).__self__)
attempt(s.bad); attempt(lambda: super(int, s)); attempt(lambda: super(Sb, 5)); attempt(lambda: super()); attempt(lambda: super(5))
def nosuper(self): return super().m()
attempt(lambda: nosuper(s))
def setsuper(): super(Sb, s).v = 1
attempt(setsuper)
