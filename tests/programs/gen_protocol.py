# Generators: send, throw, close, return values, delegation, errors
def g():
    got = []
    try:
        while True:
            x = yield len(got)
            got.append(x)
    except ValueError as e:
        yield f"caught {e}"
    except GeneratorExit:
        print("closing", got); raise
    finally:
        print("finally")
    return "done"
a = g(); print(next(a), a.send("x"), a.send(5), a.throw(ValueError("v")))
try: next(a)
except StopIteration as e: print(e.value)
b = g(); next(b); b.close(); print(list(b), b.gi_frame, b.gi_running)
def attempt(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
c = g(); attempt(lambda: c.send(1)); attempt(lambda: c.throw(KeyError("k"))); attempt(lambda: next(c))
def outer():
    r = yield from inner()
    print("got", r)
    r = yield from [10, 20]
    print("list", r)
    try: yield from inner()
    except RuntimeError as e: print("outer", e); yield "end"
def inner():
    try: x = yield 1; print("inner", x); y = yield 2; return x, y
    except KeyError: yield "key"; return "after key"
o = outer(); print(next(o), o.send("s"), o.send("t"), next(o), next(o)); attempt(lambda: o.throw(KeyError)); attempt(lambda: next(o)); attempt(lambda: next(o))
def stop(): yield 1; raise StopIteration(5)
s = stop(); next(s); attempt(lambda: next(s))
def ignores():
    try: yield 1
    except GeneratorExit: yield 2
i = ignores(); next(i); attempt(i.close)
def running():
    yield next(r)
r = running(); attempt(lambda: next(r))
e = (x * y for x in range(3) for y in range(3) if x != y); print(next(e), list(e), e.gi_code.co_name, type(e).__name__)
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 10)), list(takewhile(lambda v: v < 50, fib())), sum(islice(fib(), 90)), next(v for v in fib() if v > 10 ** 6))
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(4)), max(tree(6)))
def ret(): return 1; yield
attempt(lambda: next(ret())); print(list(ret()))
def cleanup():
    for k in range(3):
        try: yield k
        finally: print("clean", k)
import gc
for k in cleanup():
    if k == 1: break
gc.collect()
d = cleanup(); next(d); del d; gc.collect()
h = (n for n in [1, 0]); attempt(lambda: [1 // n for n in h]); attempt(lambda: [*(1 // n for n in [1, 0])])
attempt(lambda: (x for x in 5)); attempt(lambda: list(x for x in [1] for y in x)); attempt(lambda: g().throw(5)); attempt(lambda: g().throw(ValueError, "old", None)); attempt(lambda: g().send()); attempt(lambda: next(g(), 1, 2)); attempt(lambda: g().x)
import types, inspect
print(inspect.getgeneratorstate(b), isinstance(a, types.GeneratorType), inspect.isgeneratorfunction(g), g().__name__, g().__qualname__)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for j in range(self.n): yield j * j
print(list(It(4)), sum(It(5)), [*zip(It(3), It(3))], 9 in It(4), tuple(It(0)), dict(enumerate(It(3))))
def coro():
    total = 0
    while (v := (yield total)) is not None: total += v
    return total
k = coro(); next(k); [k.send(v) for v in range(10)]
try: k.send(None)
except StopIteration as stop_: print(stop_.value, stop_.args)
