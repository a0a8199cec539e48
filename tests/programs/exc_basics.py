# Exceptions: hierarchy, attributes, args, raising forms, context, cause, notes, groups.
def attempt(f):
    try: print("ok", f())
    except BaseException as e: print(type(e).__name__ + ":", e, e.args)
def r(*a):
    def f():
        if len(a) == 2: raise a[0] from a[1]
        raise a[0]
    return f
for x in (ValueError, ValueError("a"), ValueError("a", 2), KeyError("k"), KeyError(), KeyError("a", "b"), StopIteration(5), SystemExit(2), OSError(2, "msg"), OSError(2, "msg", "file"), OSError(13, "x"), OSError("plain"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "why"), UnicodeEncodeError("ascii", "é", 0, 1, "why"), ImportError("imp", name="n", path="p"), SyntaxError("syn"), SyntaxError("syn", ("f.py", 3, 4, "text")), AttributeError("at", name="n", obj=5), NameError("nm", name="q"), 5, "str", None, int, object(), NotImplemented):
    attempt(r(x))
attempt(r(ValueError("v"), 5)); attempt(r(ValueError("v"), KeyError)); attempt(r(ValueError("v"), None))
print([c.__name__ for c in KeyError.__mro__], [c.__name__ for c in FileNotFoundError.__mro__], issubclass(UnicodeDecodeError, ValueError), IOError is OSError, EnvironmentError is OSError)
print(repr(ValueError()), repr(ValueError("a")), repr(ValueError(1, 2)), repr(OSError(2, "m", "f")), repr(KeyError("k")), str(KeyError("k")), str(KeyError("a", "b")), repr(ExceptionGroup("g", [ValueError(1)])), str(ExceptionGroup("g", [ValueError(1), KeyError(2)])))
e = OSError(2, "No such", "f1", None, "f2"); print(e.errno, e.strerror, e.filename, e.filename2, e, type(OSError(11, "x")).__name__, type(OSError(17, "x")).__name__, type(OSError(4, "")).__name__)
try:
    try: raise KeyError("first")
    except KeyError as k: raise ValueError("second") from k
except ValueError as v: print(repr(v.__cause__), repr(v.__context__), v.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("implicit")
except ValueError as v: print(v.__cause__, repr(v.__context__), v.__suppress_context__, v.__traceback__.tb_lineno > 0)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("none") from None
except ValueError as v: print(v.__cause__, repr(v.__context__), v.__suppress_context__)
n = ValueError("noted"); n.add_note("one"); n.add_note("two"); print(n.__notes__); attempt(lambda: n.add_note(5))
class My(Exception):
    def __init__(self, code, msg="default"): super().__init__(msg); self.code = code
    def __str__(self): return f"[{self.code}] {self.args[0]}"
attempt(r(My(5))); attempt(r(My(6, "given"))); attempt(r(My))
class Sub(My, KeyError): pass
try: raise Sub(1)
except LookupError as x: print("lookup", x, repr(x))
class BadStr(Exception):
    def __str__(self): raise RuntimeError("in str")
try: raise BadStr
except BadStr as b:
    try: str(b)
    except RuntimeError as q: print(q)
class NewRet(Exception):
    def __new__(cls): return 5
attempt(r(NewRet))
e = ValueError("x"); e.args = (1, 2); print(e, e.args, e == ValueError(1, 2)); e.custom = 1; print(e.__dict__)
attempt(lambda: setattr(e, "__cause__", 5)); attempt(lambda: setattr(e, "__context__", 5)); attempt(lambda: setattr(e, "__traceback__", 5)); attempt(lambda: setattr(e, "args", 5)); attempt(lambda: delattr(e, "__cause__")); attempt(lambda: e.with_traceback(5)); attempt(lambda: ValueError(x=1)); attempt(lambda: BaseException.__new__(int))
print(e.with_traceback(None) is e, e.__traceback__, StopIteration(3).value, StopIteration().value, SystemExit().code, SystemExit(1, 2).code, ImportError("a", name="b").name)
eg = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [KeyError(2), ValueError(3)])])
m, rest = eg.split(ValueError); print(m, m.exceptions, rest, rest.exceptions); print(eg.subgroup(lambda x: isinstance(x, KeyError)), eg.subgroup(OSError), eg.derive([ValueError(9)]), eg.message)
for bad in ((), ("m",), ("m", []), ("m", 5), ("m", [5]), (5, [ValueError()]), ("m", [KeyboardInterrupt()])):
    attempt(lambda: ExceptionGroup(*bad))
print(repr(BaseExceptionGroup("b", [ValueError()])), repr(BaseExceptionGroup("b", [KeyboardInterrupt()])))
def star(exc):
    out = []
    try: raise exc
    except* ValueError as g: out.append(("V", g.exceptions))
    except* (KeyError, OSError) as g: out.append(("K", [type(x).__name__ for x in g.exceptions]))
    else: out.append("else")
    finally: out.append("fin")
    return out
print(star(eg)); print(star(ValueError("naked"))); print(star(ExceptionGroup("k", [OSError(1, "x")])))
try: star(ExceptionGroup("t", [TypeError("t"), ValueError("v")]))
except ExceptionGroup as g: print("rest", repr(g))
try:
    try: raise ExceptionGroup("o", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
except ExceptionGroup as g: print(repr(g), [repr(x) for x in g.exceptions])
try:
    try: raise ExceptionGroup("o", [ValueError(1)])
    except* ValueError: raise
except ExceptionGroup as g: print("re", repr(g))
try:
    try: raise ValueError(1)
    except* ExceptionGroup: pass
except TypeError as x: print(x)
for i in range(3):
    try: raise ExceptionGroup("loop", [ValueError(i)])
    except* ValueError as g: print(g.exceptions)
for code in ("int('x')", "[][1]", "{}['q']", "1/0", "None.a", "undefined", "'a'+1", "import_('x')", "len(5)", "(lambda: x)()", "assert_()", "open('/nonexistent/file')", "'é'.encode('ascii')", "b'\\xff'.decode()", "float('q')", "[].pop()", "next(iter([]))", "chr(-1)", "2**-1 if 0 else 0**-1", "10**400*1.0", "int('1'*5000)", "__import__('nosuch')", "'%d'%'x'", "'{'.format()", "[1,2].index(3)", "(1).x", "''.join([1])", "{1,2}[0]", "object()<object()", "abs()", "print(sepp=1)", "bytes(-1)", "range(0,1,0)", "sorted([1,'a'])", "dict([1])", "iter(1)", "hash([])", "isinstance(1,1)", "exec('(')", "eval('a b')", "memoryview(1)", "type('a',1,{})", "getattr(1,2)", "setattr(1,'a',1)", "complex('x')", "slice()", "max([])", "sum('a')", "round('a')", "ord('')", "open(-5)", "str(b'', 'zz')", "''.encode('zz')"):
    try: eval(code)
    except Exception as x: print(code, "->", type(x).__name__, x)
