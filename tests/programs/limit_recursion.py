# RecursionError at every kind of depth, and working afterwards.
import sys
def attempt(name, f):
    try: r = f(); print(name, "ok", str(r)[:40])
    except RecursionError as e: print(name, "RecursionError", str(e)[:32])
    except Exception as e: print(name, type(e).__name__, str(e)[:60])
def f(): return f()
attempt("plain", f)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
attempt("deep enough", lambda: depth(900))
attempt("mutual", lambda: (lambda g: g(g))(lambda g: g(g)))
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __getattr__(self, n): return getattr(self, n + "x") if len(n) < 10 ** 6 else 0
    def __call__(self): return self()
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __add__(self, o): return self + o
    def __lt__(self, o): return self < o
    def __getitem__(self, k): return self[k]
    def __contains__(self, k): return k in self
    def __bool__(self): return bool(self)
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __index__(self): return [1][self]
    def __instancecheck__(self, o): return isinstance(o, self)
r = R()
attempt("repr", lambda: repr(r)); attempt("eq", lambda: r == 1); attempt("hash", lambda: hash(r)); attempt("call", lambda: r()); attempt("len", lambda: len(r)); attempt("add", lambda: r + 1); attempt("lt", lambda: r < 1); attempt("getitem", lambda: r[0]); attempt("contains", lambda: 1 in r); attempt("bool", lambda: not r); attempt("str", lambda: str(r)); attempt("fstring", lambda: f"{r}"); attempt("enter", r.__enter__); attempt("index", lambda: [1][r]); attempt("iter", lambda: list(r)); attempt("getattr", lambda: r.zz)
attempt("sorted key", lambda: (lambda k: k(k))(lambda k: sorted([1], key=lambda v: k(k))))
attempt("map", lambda: (lambda k: k(k))(lambda k: list(map(lambda v: k(k), [1]))))
def g(): yield from g()
attempt("yield from", lambda: list(g()))
def nest(n):
    if n: yield from nest(n - 1)
    yield n
attempt("nested generators", lambda: sum(nest(400)))
def cm(n): return [cm(n) for _ in [1]]
attempt("comprehension", lambda: cm(1))
class P:
    @property
    def p(self): return self.p
attempt("property", lambda: P().p)
class D:
    def __get__(self, o, t): return o.d
class HasD: d = D()
attempt("descriptor", lambda: HasD().d)
class Init:
    def __init__(self): Init()
attempt("init", Init)
class New:
    def __new__(cls): return cls()
attempt("new", New)
def deco(): return eval("deco()")
attempt("eval", deco)
def tryf():
    try: return tryf()
    finally: pass
attempt("finally", tryf)
def catch():
    try: return catch()
    except RecursionError: return "caught inside"
attempt("except", catch)
l = []
for _ in range(100000): l = [l]
attempt("list repr", lambda: repr(l)); attempt("list eq", lambda: l == [l])
def deep(mk):
    d = mk(None)
    for _ in range(100000): d = mk(d)
    return d
x, y = deep(lambda d: [d]), deep(lambda d: [d]); attempt("list eq list", lambda: x == y); attempt("list lt", lambda: x < y)
attempt("dict repr", lambda: repr(deep(lambda d: {1: d})))
import copy, functools
attempt("deepcopy", lambda: copy.deepcopy(x))
attempt("reduce", lambda: (lambda k: k(k))(lambda k: functools.reduce(lambda a, b: k(k), [1, 2])))
attempt("partial", lambda: (lambda k: k(k))(lambda k: functools.partial(k, k)()))
attempt("isinstance", lambda: isinstance(1, functools.reduce(lambda a, b: (a,), range(100000), ())))
e = ValueError(0)
for i in range(3000):
    n = ValueError(i); n.__context__ = e; e = n
print("chain", e)
old = sys.getrecursionlimit(); sys.setrecursionlimit(200); attempt("low limit", lambda: depth(300)); attempt("low ok", lambda: depth(100)); sys.setrecursionlimit(5000); attempt("raised limit", lambda: depth(4000)); sys.setrecursionlimit(old)
attempt("set too low", lambda: (lambda k, n: k(k, n))(lambda k, n: sys.setrecursionlimit(5) if n == 0 else k(k, n - 1), 50))
s = 0
for i in range(30):
    try: f()
    except RecursionError: s += 1
print("again", s, depth(500))
