# with: several managers, exceptions in enter and exit, targets
class M:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self):
        print("enter", self.n)
        if self.fail == "enter": raise RuntimeError("enter " + self.n)
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t and t.__name__, v)
        if self.fail == "exit": raise KeyError("exit " + self.n)
        return self.swallow
def run(f):
    try: print("->", f())
    except Exception as e: print("!", type(e).__name__, e, "from", repr(e.__context__))
def a():
    with M("a") as x, M("b") as (y): return x + y
def b():
    with (M("a", True), M("b")): raise ValueError("v")
    return "after"
def c():
    with M("a"), M("b", fail="enter"): print("never")
def d():
    with M("a"), M("b", fail="exit"): raise ValueError("v")
def e():
    for i in range(3):
        with M(str(i)):
            if i == 0: continue
            if i == 1: break
    return i
def f():
    with M("a", fail="exit", swallow=True): return 1
def g():
    try:
        with M("a"): 1 / 0
    except ZeroDivisionError: return "caught"
    finally: print("fin")
for k in (a, b, c, d, e, f, g): run(k)
class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
for o in (5, None, NoExit(), NoEnter(), "s", M):
    try:
        with o: print("in")
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
def gen():
    with M("gen"): yield 1; yield 2
it = gen(); print(next(it)); it.close(); print(list(gen()))
