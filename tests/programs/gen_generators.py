# Generators: send, throw, close, yield from, return values, errors, state.
def simple():
    yield 1
    yield 2
    return "ret"
g = simple()
print(next(g), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value, e.args)
try: next(g)
except StopIteration as e: print("again", e.value)
print(list(simple()), tuple(simple()), sum(simple()), [*simple()])
def echo():
    got = None
    while True:
        got = yield ("echo", got)
        if got == "stop": return "bye"
e = echo()
print(next(e), e.send("a"), e.send("b"))
try: e.send("stop")
except StopIteration as s: print(s.value)
try: echo().send("x")
except TypeError as x: print(x)
def catching():
    while True:
        try:
            yield "ready"
        except ValueError as x:
            print("caught", x)
        except GeneratorExit:
            print("closing")
            return
c = catching()
next(c)
print(c.throw(ValueError("v1")), c.throw(ValueError("v2")))
c.close()
c.close()
try: c.throw(KeyError("after close"))
except KeyError as x: print("KeyError", x)
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
s = stubborn(); next(s)
try: s.close()
except RuntimeError as x: print(x)
def inner():
    x = yield "i1"
    print("inner got", x)
    try: yield "i2"
    except ValueError as v: print("inner caught", v); yield "i3"
    return "inner result"
def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [10, 20]
    r2 = yield from ()
    print("empty", r2)
    return "outer result"
o = outer()
print(next(o), o.send("hello"), o.throw(ValueError("thrown")), next(o), next(o))
try: next(o)
except StopIteration as x: print(x.value)
def raises():
    yield 1
    raise KeyError("boom")
r = raises(); next(r)
try: next(r)
except KeyError as x: print("KeyError", x)
print(list(r))
def leak():
    yield 1
    raise StopIteration("bad")
try: list(leak())
except RuntimeError as x: print(x, repr(x.__cause__))
def reenter():
    yield next(me)
me = reenter()
try: next(me)
except ValueError as x: print(x)
import inspect
g = simple()
print(inspect.getgeneratorstate(g), g.gi_running, g.gi_frame is not None, g.gi_code.co_name, g.gi_yieldfrom, g.__name__, g.__qualname__)
next(g); print(inspect.getgeneratorstate(g))
list(g); print(inspect.getgeneratorstate(g), g.gi_frame)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice, takewhile
print(list(islice(fib(), 15)), sum(takewhile(lambda v: v < 1000, fib())))
def primes():
    yield 2
    found = [2]; n = 3
    while True:
        if all(n % p for p in found):
            found.append(n); yield n
        n += 2
print([p for p, _ in zip(primes(), range(15))])
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
def deleg(n):
    if n == 0: yield "deep"
    else: yield from deleg(n - 1)
print(list(deleg(50)))
gen = (x * x for x in range(5))
print(next(gen), list(gen), gen.__name__)
def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
wf = with_finally()
for v in wf:
    if v == 1: break
wf.close()
f = with_finally(); next(f); f.close()
try:
    f = with_finally(); next(f); f.throw(ZeroDivisionError("zd"))
except ZeroDivisionError as x: print("out", x)
def pipeline(src, *stages):
    for st in stages: src = st(src)
    return src
def double(it):
    for v in it: yield v * 2
def odd(it):
    for v in it:
        if v % 2: yield v
def running(it):
    t = 0
    for v in it:
        t += v
        yield t
print(list(pipeline(range(10), odd, double, running)))
def unstarted():
    print("never"); yield
u = unstarted(); u.close(); print(list(u))
u = unstarted()
try: u.throw(ValueError("early"))
except ValueError as x: print(x)
for bad in ("u.send()", "u.throw()", "u.throw(5)", "simple().throw(int)", "next(simple)", "u.gi_frame = 1", "(yield)"):
    try: print(eval(bad) if "=" not in bad else exec(bad))
    except (TypeError, AttributeError, SyntaxError) as x: print(bad, type(x).__name__, str(x).split(" (<")[0])
def yf_throw():
    try: yield from [1, 2]
    except ValueError as x: yield f"caught {x}"
y = yf_throw(); next(y); print(y.throw(ValueError("no throw on list")))
def args_gen(a, *b, c=3, **d):
    yield a; yield b; yield c; yield d
print(list(args_gen(1, 2, c=4, z=5)))
def coroutine_average():
    total = count = 0; avg = None
    while True:
        v = yield avg
        total += v; count += 1; avg = total / count
a = coroutine_average(); next(a); print([a.send(v) for v in (10, 20, 60)])
def exc_ctx():
    try: raise KeyError("outer")
    except KeyError:
        try: yield 1
        except ValueError as v: print(repr(v.__context__))
        yield 2
k = exc_ctx(); next(k); print(k.throw(ValueError("ctx")))
