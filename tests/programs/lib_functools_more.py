# functools: caches, partial, reduce, singledispatch, total_ordering, cached_property, wraps
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import functools as f
@f.lru_cache(maxsize=3)
def sq(x, y=0): print("compute", x); return x * x + y
print([sq(v) for v in (1, 2, 1, 3, 4, 1, 2)], sq.cache_info(), sq.cache_parameters(), sq(1, y=0), sq(1.0), sq.__wrapped__(9)); sq.cache_clear(); print(sq.cache_info())
@f.lru_cache(None, typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty.cache_info().currsize)
@f.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info().hits); attempt(lambda: fib([])); attempt(lambda: f.lru_cache("a")(1)); attempt(lambda: f.lru_cache(5)(5))
p = f.partial(int, base=2); print(p("101"), p, p.func, p.args, p.keywords, p("11", base=3), f.partial(p, "11")(), f.partial(print, 1, sep="-")(2, 3), f.partial(f.partial(max, 1), 2).args); attempt(lambda: f.partial()); attempt(lambda: f.partial(5)); attempt(lambda: p()); p.x = 1; print(p.x, p.__dict__)
class C:
    def m(self, a, b): return (a, b)
    half = f.partialmethod(m, 1)
    @f.cached_property
    def slow(self): print("once"); return 42
    @f.singledispatchmethod
    def show(self, x): return f"any {x}"
    @show.register
    def _(self, x: int): return f"int {x}"
    @show.register(list)
    def _(self, x): return f"list {len(x)}"
c = C(); print(c.half(2), c.slow, c.slow, c.__dict__, c.show(1), c.show("a"), c.show([1])); del c.slow; c.slow; c.slow = 5; print(c.slow, C.slow.__doc__)
print(f.reduce(lambda a, b: a * b, range(1, 6)), f.reduce(max, [3, 9, 2], 5), f.reduce(lambda a, b: a + [b], "ab", [])); attempt(lambda: f.reduce(max, [])); attempt(lambda: f.reduce(max, 5)); attempt(lambda: f.reduce(max)); attempt(lambda: f.reduce(5, [1, 2]))
@f.singledispatch
def d(x): return "default"
@d.register
def _(x: int | float): return "number"
@d.register(dict)
def _(x): return "dict"
class MyDict(dict): pass
print(d(1), d(1.5), d("a"), d({}), d(MyDict()), d(True), d.dispatch(bool)(1), sorted(k.__name__ for k in d.registry)); attempt(lambda: d()); attempt(lambda: d.register(5))
@f.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) <= V(2), V(1) > V(2), V(2) >= V(2), max(V(3), V(5)).v); attempt(lambda: V(1) <= 5); attempt(lambda: f.total_ordering(type("E", (), {})))
def deco(g):
    @f.wraps(g)
    def w(*a): "inner"; return g(*a)
    return w
@deco
def named(x: int) -> str: "doc string"; return str(x)
print(named.__name__, named.__doc__, named.__annotations__, named.__wrapped__(5), f.WRAPPER_ASSIGNMENTS, named.__qualname__); print(sorted(["b", "A", "c"], key=f.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower())))); attempt(lambda: f.cmp_to_key()); k = f.cmp_to_key(lambda a, b: a - b); print(k(1) < k(2), k(1) == k(1), k(5).obj); attempt(lambda: k(1) < 5); attempt(lambda: hash(k(1)))
