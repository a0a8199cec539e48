# Corners of the language: names that classes declare global, code objects made anew, imports by the function, warnings of
# the parser that are errors, generators that pass exceptions on.
import sys, types, warnings
def attempt(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__ + ":", e)
def outer(x):
    class C:
        global x
        def m(self, y): return x + y
    return C()
x = 0
print(outer(6).m(2))
def hidden():
    y = 1
    class C:
        global y
        y = 2
        locals()["y"] = 3
        vals = [(i, y) for i in range(2)]
        funcs = [(lambda: y)() for i in range(2)]
    return C.vals, C.funcs
print(hidden(), y)
class Reversed(type):
    def mro(cls): return type.mro(cls)[::-1]
class A: pass
class B(A, metaclass=Reversed): pass
print([c.__name__ for c in B.__mro__])
# Code objects from their attributes.
def f(a, b=2, *c, d=5, **e):
    "doc"
    try: return [a + i for i in range(b)], c, d, e, (lambda: a)()
    except ValueError as x: return x
def rebuild(c):
    return types.CodeType(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags,
                          c.co_code, c.co_consts, c.co_names, c.co_varnames, c.co_filename, c.co_name, c.co_qualname,
                          c.co_firstlineno, c.co_linetable, c.co_exceptiontable, c.co_freevars, c.co_cellvars)
code = rebuild(f.__code__)
g = types.FunctionType(code, globals(), "g", (2,)); g.__kwdefaults__ = {"d": 7}
print(code == f.__code__, g(1), g(1, 3, 4, 5, k=1), g.__doc__, (lambda: "x").__code__.co_consts[0])
attempt(lambda: types.CodeType()); attempt(lambda: types.CodeType(*range(16))); attempt(lambda: types.CodeType(*range(19)))
print(type(types.FunctionType.__globals__).__name__, type(types.FunctionType.__code__).__name__, type(types.TracebackType.tb_frame).__name__)
# locals() in comprehensions.
def inlined(x):
    a = 1
    r = [sorted(locals()) for x in range(1) for y in range(1)]
    return r, x, [sorted(locals()) for z in [1] if [sorted(locals()) for w in [2]]]
print(inlined(7), inlined.__code__.co_nlocals)
print([sorted(locals()) for zz in range(1)])
# The function __import__.
attempt(lambda: __import__("a", level=-1)); attempt(lambda: __import__(5)); attempt(lambda: __import__("")); print(__import__)
attempt(lambda: __import__("x", {}, {}, [], 1)); attempt(lambda: __import__("x", {"__package__": "a.b"}, {}, [], 3)); attempt(lambda: __import__("x", {"__package__": 5}, {}, [], 1))
# Warnings that are errors.
warnings.simplefilter("error", SyntaxWarning)
for src in ("'\\z'", "b'\\407'", "0xfor x", "x is (1, 2)", "x is -1", "x is not 'a'"):
    try: compile(src, "<src>", "eval"); print("ok")
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
for src in ("[i for i in (lambda: (j := 0))]", "[i for i in [j for k in (j := [])]]", "def f[T = (x := 3)](): pass", "f = lambda: (yield from a), (yield from b)"):
    attempt(lambda: compile(src, "<src>", "exec"))
def kw(**k): return k
attempt(lambda: kw(**{1: 3}, **{1: 5})); attempt(lambda: {**None}); attempt(lambda: sorted([1], revers=True)); attempt(lambda: str(b"", "no such codec"))
class BadLen:
    def __iter__(self): return iter(range(3))
    def __len__(self): raise RuntimeError("len fails")
attempt(lambda: bytearray().extend(BadLen()))
# Generators.
def inner():
    try: yield 1
    except RuntimeError:
        fr = sys._getframe()
        print(fr.f_code.co_name, fr.f_back.f_code.co_name)
        yield 2
def delegating(): return (yield from inner())
it = delegating(); next(it); print(it.throw(RuntimeError), list(it))
class Odd(Exception):
    def __new__(cls, *a): return cls
it = inner(); next(it); attempt(lambda: it.throw(Odd)); print(list(it))
def loop():
    yield 1
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    def plain(): pass
    plain.__code__ = loop.__code__
    print(w[0].category.__name__, w[0].message)
tb = types.TracebackType(None, sys._getframe(), 1, 2); print(tb.tb_lasti, tb.tb_lineno)
class Prop:
    def __getattr__(self, name): raise AttributeError("none")
try: Prop().spam
except AttributeError as e: print(e.name, type(e.obj).__name__)
chain = (sys
         ._getframe()
         .f_lineno)
print(chain - sys._getframe().f_lineno)
def unbound(): return [1 for (l[0], l) in [[1, 2]]]
attempt(unbound); attempt(lambda: [l for i in [1] if l.append(1) for l in [[]]])
