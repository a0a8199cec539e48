# functools and operator.
from functools import *
import functools, operator
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
calls = []
@lru_cache(maxsize=3)
def sq(n): calls.append(n); return n * n
print([sq(i) for i in (1, 2, 3, 1, 4, 2, 1)], calls, sq.cache_info(), sq.cache_parameters(), sq.__wrapped__(9), sq.__name__); sq.cache_clear(); print(sq.cache_info()); attempt(lambda: sq([]))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())
@lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(1), ty(1.0), ty(True), ty(x=1), ty.cache_info().currsize)
@lru_cache
def kw(a, *b, c=1, **d): return (a, b, c, d)
print(kw(1, c=2), kw(1, 2, z=3), kw.cache_info().misses)
@lru_cache(maxsize=0)
def nocache(): return 1
nocache(); nocache(); print(nocache.cache_info()); attempt(lambda: lru_cache("x"))
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, repr(partial(print, 1, sep="-"))); partial(print, 1, 2, sep="-")(3, end="!\n")
pp = partial(partial(lambda *a, **k: (a, k), 1, x=1), 2, y=2); print(pp(3, z=3), pp.args, pp.keywords); pp.attr = 5; print(pp.__dict__); attempt(lambda: partial()); attempt(lambda: partial(5))
class C:
    def m(self, a, b): return (a, b)
    pm = partialmethod(m, 1)
    @cached_property
    def cp(self): print("computing"); return 42
    @singledispatchmethod
    def sd(self, x): return "default"
    @sd.register
    def _(self, x: int): return "int"
c = C(); print(c.pm(2), c.cp, c.cp, c.__dict__, c.sd(1), c.sd("x")); del c.cp; print(c.cp)
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, range(1, 6), 10), reduce(max, [3]), reduce(lambda a, b: [a, b], "abc")); attempt(lambda: reduce(operator.add, [])); attempt(lambda: reduce(1, [1, 2])); attempt(lambda: reduce(operator.add, 5))
@singledispatch
def show(x): return f"object {x}"
@show.register(int)
def _(x): return f"int {x}"
@show.register
def _(x: list | tuple): return f"seq {len(x)}"
show.register(type(None), lambda x: "none")
print(show(1), show(True), show([1]), show((1, 2)), show(None), show("s"), show.dispatch(bool) is show.dispatch(int), sorted(k.__name__ for k in show.registry)); attempt(lambda: show()); attempt(lambda: show.register(5))
def deco(f):
    @wraps(f)
    def w(*a, **k):
        "wrapper doc"
        return f(*a, **k)
    return w
@deco
def orig(x: int) -> str:
    "orig doc"
    return str(x)
print(orig.__name__, orig.__doc__, orig.__annotations__, orig.__wrapped__.__name__, WRAPPER_ASSIGNMENTS[:3])
print(sorted(["b", "a", "C"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))), cmp_to_key(lambda a, b: 0)(1) < cmp_to_key(lambda a, b: 0)(2))
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __gt__(s, o): return s.v > o.v
print(T(1) < T(2), T(1) <= T(1), T(2) >= T(3)); attempt(lambda: total_ordering(type("E", (), {})))
print(operator.add(1, 2), operator.getitem([1, 2], 1), operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)("abc"), operator.attrgetter("real")(5), operator.attrgetter("real", "imag")(1j), operator.attrgetter("__class__.__name__")(5), operator.methodcaller("upper")("a"), operator.methodcaller("split", ",", maxsplit=1)("a,b,c"), operator.contains([1], 1), operator.not_(1), operator.truth([]), operator.is_(1, 1), operator.concat([1], [2]), operator.countOf([1, 1], 1), operator.indexOf([1, 2], 2), operator.index(True), operator.floordiv(7, 2), operator.pow(2, 3), operator.xor(5, 1), operator.neg(3), operator.inv(3), operator.matmul.__name__, operator.iadd([1], [2]), operator.call(len, "ab"))
print(operator.itemgetter(slice(1, 3))("abcd"), repr(operator.itemgetter(1, "a")), repr(operator.attrgetter("a.b")), repr(operator.methodcaller("f", 1, k=2))); attempt(lambda: operator.itemgetter()); attempt(lambda: operator.attrgetter(5)); attempt(lambda: operator.attrgetter("zz")(5)); attempt(lambda: operator.itemgetter(9)([1])); attempt(lambda: operator.add(1)); attempt(lambda: operator.add(1, "a")); attempt(lambda: operator.index(1.5)); attempt(lambda: operator.length_hint([], "x")); attempt(lambda: operator.indexOf([1], 5))
d = {"a": 1}; operator.setitem(d, "b", 2); operator.delitem(d, "a"); print(d, sorted([{"k": 2}, {"k": 1}], key=operator.itemgetter("k")))
