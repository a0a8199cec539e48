# contextlib: contextmanager, ExitStack, suppress, closing, redirects, decorators
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import contextlib as c, io, sys
@c.contextmanager
def tag(n, swallow=False):
    print(f"<{n}>")
    try: yield n.upper()
    except ValueError as e:
        print("caught", e)
        if not swallow: raise
    finally: print(f"</{n}>")
with tag("a") as v, tag("b"): print(v)
with tag("s", True): raise ValueError("x")
try: [0 for _ in [1] if tag("q").__enter__() and 1 / 0]
except ZeroDivisionError as e: err = repr(e)
import gc; gc.collect(); print(err)
@tag("deco")
def f(x): print("in f", x); return x * 2
print(f(3), f(4))
@c.contextmanager
def bad(): yield 1; yield 2
@c.contextmanager
def none():
    if False: yield
def use(m):
    with m: return "body"
def fail(m, e):
    with m: raise e
for g in (lambda: use(bad()), lambda: use(none()), lambda: fail(bad(), KeyError(1)), lambda: fail(tag("t"), StopIteration(3)), lambda: fail(tag("t"), ValueError("v")), lambda: use(5), lambda: use(object()), lambda: use(c)): attempt(g)
with c.suppress(KeyError, ZeroDivisionError): {}["x"]; print("never")
with c.suppress(ExceptionGroup): pass
with c.ExitStack() as s:
    s.enter_context(tag("one")); s.callback(print, "callback", end="!\n"); s.push(lambda t, e, tb: print("push", t.__name__) or True)
    raise KeyError("swallowed")
with c.ExitStack() as s: [s.enter_context(tag(str(i))) for i in range(2)]; k = s.pop_all()
print("kept"); k.close()
class R:
    def close(self): print("closed")
with c.closing(R()) as r: print(type(r).__name__)
o = io.StringIO()
with c.redirect_stdout(o): print("hidden")
with c.redirect_stderr(o): print("err", file=sys.stderr)
print(repr(o.getvalue()))
with c.nullcontext(5) as n: print(n)
class D(c.ContextDecorator):
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__); return True
@D()
def h(): raise ValueError
print(h(), issubclass(D, c.AbstractContextManager), isinstance(tag("z"), c.AbstractContextManager), c.nullcontext().__enter__())
class Only: 
    def __enter__(self): return 1
attempt(lambda: use(Only())); attempt(lambda: c.ExitStack().enter_context(5)); import os
with c.chdir("/"): print(os.getcwd())
class E2:
    def __enter__(self): raise RuntimeError("enter failed")
    def __exit__(self, *a): print("not called")
attempt(lambda: use(E2()))
