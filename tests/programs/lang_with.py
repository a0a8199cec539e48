# The with statement: protocol, suppression, several managers, errors.
class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter": raise RuntimeError("enter " + self.name)
        return self.name.upper()
    def __exit__(self, et, ev, tb):
        print("exit", self.name, et and et.__name__, ev, tb is not None)
        if self.fail == "exit": raise RuntimeError("exit " + self.name)
        return self.suppress
with M("a") as v:
    print("body", v)
with M("a") as x, M("b") as y:
    print(x, y)
with (M("c") as x, M("d"),):
    print("parenthesised", x)
with (M("e")) as z: print(z)
with M("s", suppress=True):
    raise ValueError("gone")
print("after")
try:
    with M("o", suppress=False), M("i"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
with M("outer", suppress=True), M("inner", fail="exit"):
    raise ValueError("v")
try:
    with M("x"), M("y", fail="enter"), M("z"):
        print("never")
except RuntimeError as e:
    print(e)
def ret():
    with M("r"):
        return "returned"
print(ret())
def loop():
    for i in range(3):
        with M(str(i)):
            if i == 0: continue
            if i == 1: break
loop()
class T: pass
t = T()
with M("target") as t.attr, M("list") as (a, *b):
    print(t.attr, a, b)
d = {}
with M("sub") as d["k"]: pass
print(d)
class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): return None
class OnInstance: pass
oi = OnInstance()
oi.__enter__ = lambda: 1
oi.__exit__ = lambda *a: None
for bad in (NoExit(), NoEnter(), oi, 5):
    try:
        with bad: print("never")
    except TypeError as e:
        print(e)
try:
    with M("unpack") as (p, q): pass
except ValueError as e:
    print(e)
from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext
@contextmanager
def tag(n):
    print(f"<{n}>")
    try:
        yield n
    except ZeroDivisionError as e:
        print("handled", e)
    finally:
        print(f"</{n}>")
with tag("p") as n: print("in", n)
with tag("z"): 1 / 0
try:
    with tag("q"): raise KeyError("through")
except KeyError as e:
    print("out", e)
with suppress(KeyError, ValueError): {}["x"]
with ExitStack() as st:
    for i in range(3): st.enter_context(tag(i))
    st.callback(print, "callback")
    print("stack body")
class C:
    def close(self): print("closed")
with closing(C()): print("closing")
with nullcontext(5) as five: print(five)
@tag("deco")
def decorated(): print("decorated")
decorated()
decorated()
class Truthy:
    def __enter__(self): return self
    def __exit__(self, *a): return [1]
with Truthy(): raise Exception
class Boom:
    def __bool__(self): raise OverflowError("bool")
class Weird:
    def __enter__(self): return self
    def __exit__(self, *a): return Boom()
try:
    with Weird(): raise ValueError("orig")
except OverflowError as e:
    print(repr(e), repr(e.__context__))
with Weird(): pass
import sys
def gen():
    with M("gen"):
        yield 1
        yield 2
g = gen()
next(g)
g.close()
print(sys.exc_info())
