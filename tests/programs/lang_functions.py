# Definitions, parameters of every kind, calls of every shape, and their errors.
def plain():
    pass
print(plain())
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3))
print(f(1, 2, 3, 4, c=5, z=6))
print(f(*[1, 2, 3], **{"c": 4, "e": 5}))
print(f(1, *(2,), *[3, 4], c=1, **{"x": 1}, **{"y": 2}))
def po(a, b=2, /, c=3, *, d=4):
    return a, b, c, d
print(po(1), po(1, 5, 6, d=7), po(1, c=9))
def pk(a, /, **kw):
    return a, kw
print(pk(1, a=2))
def attempt(call):
    try:
        print(call())
    except TypeError as e:
        print("TypeError:", e)
def two(a, b): return a + b
attempt(lambda: two(1))
attempt(lambda: two())
attempt(lambda: two(1, 2, 3))
attempt(lambda: two(1, a=2))
attempt(lambda: two(1, c=2))
attempt(lambda: two(**{"a": 1, "b": 2, "z": 3}))
attempt(lambda: po(a=1))
attempt(lambda: po(1, b=2))
attempt(lambda: po(1, 2, 3, 4))
attempt(lambda: f(1))
attempt(lambda: f(1, 2, c=3, **{"c": 4}))
attempt(lambda: f(*5))
attempt(lambda: f(**5))
attempt(lambda: f(c=1, **{1: 2}))
def kwonly(*, a, b, c=1): return a, b, c
attempt(lambda: kwonly())
attempt(lambda: kwonly(a=1))
attempt(lambda: kwonly(1))
attempt(lambda: kwonly(a=1, bb=2))
def three(a, b, c): pass
attempt(lambda: three())
attempt(lambda: three(1))
def default_mutable(x, acc=[]):
    acc.append(x)
    return acc
print(default_mutable(1), default_mutable(2))
print(f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__)
print(po.__code__.co_argcount, po.__code__.co_posonlyargcount, po.__code__.co_kwonlyargcount, po.__code__.co_varnames)
def annotated(x: int, y: "str" = "a", *z: float, k: list = None, **w: dict) -> bool:
    "A doc string."
    return True
print(annotated.__annotations__)
print(annotated.__doc__)
two.attr = 5
print(two.attr, two.__dict__)
two.__defaults__ = (10,)
print(two(1))
two.__defaults__ = None
attempt(lambda: two(1))
print((lambda x, *y, **z: (x, y, z))(1, 2, a=3))
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)])
def ack(m, n):
    if m == 0: return n + 1
    if n == 0: return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
def evaluation_order(log):
    def t(x):
        log.append(x)
        return x
    def g(*a, **k): return a, k
    g(t(1), *[t(2)], t(3), k=t(4), **{"z": t(5)})
    return log
print(evaluation_order([]))
def deco(fn):
    print("decorating", fn.__name__)
    def inner(*a, **k):
        return ("wrapped", fn(*a, **k))
    return inner
def deco_arg(n):
    print("factory", n)
    return lambda fn: lambda *a: (n, fn(*a))
@deco
@deco_arg(3)
def decorated(x): return x * 2
print(decorated(4))
def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t): return a + t
print(many(*range(20)))
attempt(lambda: 5())
attempt(lambda: "abc"(1))
attempt(lambda: len())
attempt(lambda: len(1, 2))
attempt(lambda: len(5))
