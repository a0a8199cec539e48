# abc, types, numbers, collections.abc
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import abc, types, numbers, collections.abc as c
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @abc.abstractmethod
    def name(self): return "base"
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
    def describe(self): return f"{self.name()} {self.area}"
class Half(Shape):
    def name(self): return super().name() + " half"
class Sq(Half):
    def __init__(self, s=2): self.s = s
    area = property(lambda self: self.s ** 2)
    @classmethod
    def make(cls): return cls(3)
attempt(lambda: Shape()); attempt(lambda: Half()); print(Sq().describe(), Sq.make().area, sorted(Shape.__abstractmethods__), Half.__abstractmethods__ == {"area", "make"}, abc.ABC.__class__.__name__)
@Shape.register
class Other: pass
print(issubclass(Other, Shape), isinstance(Other(), Shape), Shape in Other.__mro__)
class HasX(abc.ABC):
    @classmethod
    def __subclasshook__(cls, k): return hasattr(k, "x") or NotImplemented
class WithX: x = 1
print(isinstance(WithX(), HasX), isinstance(5, HasX)); attempt(lambda: Shape.register(5)); attempt(lambda: Shape.register(object) and object in (Shape,)); 
class One(abc.ABC):
    @abc.abstractmethod
    def only(self): ...
attempt(lambda: One())
checks = [c.Hashable, c.Iterable, c.Iterator, c.Reversible, c.Sized, c.Container, c.Collection, c.Callable, c.Sequence, c.MutableSequence, c.Set, c.MutableSet, c.Mapping, c.MutableMapping, c.KeysView, c.Generator, c.ByteString if hasattr(c, "Nope") else c.Awaitable, c.Buffer]
for v in (1, "a", b"a", [], (), {}, set(), frozenset(), range(1), iter([]), (i for i in []), {}.keys(), len, bytearray(), memoryview(b""), type): print(type(v).__name__, [k.__name__ for k in checks if isinstance(v, k)])
class Seq(c.Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = Seq(3, 1, 3); print(s.index(1), s.count(3), 1 in s, list(reversed(s)), list(s)); attempt(lambda: s.index(9)); attempt(lambda: c.Sequence()); attempt(lambda: c.Mapping())
class M(c.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m["a"] = 1; m.update(b=2, c=3); print(m.pop("a"), m.setdefault("z", 9), list(m.items()), list(m.keys()), "b" in m, m == {"b": 2, "c": 3, "z": 9}, m.get("q", 0), m.popitem(), len(m)); m.clear(); attempt(lambda: m.popitem()); attempt(lambda: m.pop("x"))
class S(c.Set):
    def __init__(self, it): self.i = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.i
    def __iter__(self): return iter(self.i)
    def __len__(self): return len(self.i)
a, b = S("abc"), S("bcd"); print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a == S("cba"), a.isdisjoint(S("x")), a > S("a"))
print([k.__name__ for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(5, k)], isinstance(1.5, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Integral))
n = types.SimpleNamespace(a=1, b=[2]); n.c = 3; del n.a; print(n, n == types.SimpleNamespace(b=[2], c=3), vars(n)); p = types.MappingProxyType({"k": 1}); print(p, p["k"], p | {"j": 2}); attempt(lambda: p.__setitem__("x", 1)); attempt(lambda: n.zz)
print(types.FunctionType is type(lambda: 0), types.MethodType(lambda self: self * 2, 5)(), types.new_class("N", (int,), {}, lambda ns: ns.update(v=1)).v, types.resolve_bases((int,)), types.prepare_class("x")[1:], isinstance(len, types.BuiltinFunctionType), types.NoneType, types.EllipsisType, isinstance(1 .__add__, types.MethodWrapperType), types.GenericAlias(list, (int,)), types.CellType(5).cell_contents, types.ModuleType("mod", "doc").__doc__, types.DynamicClassAttribute.__name__, type(int | str) is types.UnionType, types.coroutine.__name__)
f = types.FunctionType((lambda x, y=1: x + y).__code__, {}, "renamed", (10,)); print(f(5), f.__name__, f.__defaults__, f.__code__.co_varnames, f.__code__.co_argcount)
