# Exceptions: context, cause, notes, groups, finally, attributes
def show(e, depth=0):
    while e is not None:
        print("  " * depth + type(e).__name__, e.args, "cause" if e.__cause__ else "context" if e.__context__ else "", e.__suppress_context__)
        e, depth = e.__cause__ or e.__context__, depth + 1
def run(f):
    try: print("result", f())
    except BaseException as e: show(e)
def ctx():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k")
def cause():
    try: {}["x"]
    except KeyError as e: raise ValueError("v") from e
def none():
    try: int("z")
    except ValueError: raise TypeError("t") from None
def fin():
    try: raise ValueError(1)
    finally: raise KeyError(2)
def ret():
    try: return "try"
    finally: print("finally")
def override():
    try: raise ValueError
    finally: return "swallowed"
def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
        finally: print("f", i, end=" ")
    else: print("no break")
    return i
def nested():
    try:
        try: raise ValueError("a")
        except KeyError: print("no")
        else: print("no")
        finally: print("inner")
    except ValueError as e: return e.args
def reraise():
    try:
        try: raise ValueError("x")
        except ValueError as e:
            e.add_note("note one"); e.add_note("two")
            raise
    except ValueError as e: return e.__notes__, e.__traceback__ is not None
def bad_raise(v):
    def f(): raise v
    return f
for f in (ctx, cause, none, fin, ret, override, loop, nested, reraise, bad_raise(5), bad_raise("s"), bad_raise(int), bad_raise(ValueError), bad_raise(None), bad_raise(KeyboardInterrupt("k")), bad_raise(StopIteration(3))): run(f)
def from_bad(): raise ValueError from 5
run(from_bad)
for e in (ValueError(), ValueError(1), ValueError(1, "b"), KeyError("k"), KeyError(), KeyError(1, 2), OSError(2, "gone"), OSError(2, "gone", "file.txt"), OSError("x"), IndexError("i"), StopIteration(5), SystemExit(3), UnicodeDecodeError("ascii", b"a\xff", 1, 2, "bad"), UnicodeEncodeError("ascii", "é", 0, 1, "no"), SyntaxError("m", ("f", 1, 2, "text")), AttributeError("a", name="n", obj=1), NameError("n", name="z"), ImportError("i", name="m", path="p"), AssertionError("x"), Exception(Exception("in"))):
    print(type(e).__name__, repr(e), "|", str(e), "|", e.args, {k: getattr(e, k) for k in ("errno", "strerror", "filename", "value", "code", "start", "reason", "lineno", "msg", "name") if hasattr(e, k)})
print(type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, OSError(2, "a") == OSError(2, "a"), isinstance(FileNotFoundError(), OSError), IOError is OSError, EnvironmentError is OSError)
def group():
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("h", [KeyError(3), ValueError(4)])])
try:
    try: group()
    except* ValueError as e: print("V", e, [type(x).__name__ for x in e.exceptions])
    except* TypeError as e: print("T", e.exceptions)
except ExceptionGroup as e: print("rest", repr(e), e.message, e.exceptions)
g = ExceptionGroup("top", [ValueError("a"), OSError("b")]); print(g.split(ValueError), g.subgroup(OSError), g.subgroup(KeyError), g.derive([KeyError(1)]))
for a in (("m", []), ("m", [1]), (1, [ValueError()]), ("m", ValueError()), ("m",), ("m", [KeyboardInterrupt()])):
    try: print(ExceptionGroup(*a))
    except Exception as e: print(type(e).__name__, e)
class MyError(Exception):
    def __init__(self, code, *, extra=None): super().__init__(code, extra); self.code, self.extra = code, extra
    def __str__(self): return f"<{self.code}>"
try: raise MyError(7, extra="x")
except MyError as e: print(e, repr(e), e.args, e.code, e.extra)
def check(v): assert v, f"bad {v!r}"
for v in (1, 0, []):
    try: check(v); print("ok")
    except AssertionError as e: print(e)
class BadStr(Exception):
    def __str__(self): raise ValueError("no str")
try: raise BadStr
except BadStr as e:
    try: str(e)
    except ValueError as v: print(v, v.__context__ is e)
