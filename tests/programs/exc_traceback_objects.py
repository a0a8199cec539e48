# Traceback, frame and code objects seen from Python.
import sys
def a(): b(1)
def b(x):
    y = x + 1
    c(y)
def c(z):
    raise ValueError(z)
try:
    a()
except ValueError as e:
    tb = e.__traceback__
    chain = []
    while tb:
        fr = tb.tb_frame
        chain.append((fr.f_code.co_name, tb.tb_lineno, fr.f_lineno, sorted(fr.f_locals) if fr.f_code.co_name != "<module>" else None))
        tb = tb.tb_next
    print(chain)
    t = e.__traceback__
    print(t.tb_next.tb_next.tb_frame.f_locals, t.tb_next.tb_frame.f_back is t.tb_frame, t.tb_lasti >= 0)
    print(e.with_traceback(t.tb_next).__traceback__.tb_frame.f_code.co_name)
    t2 = t.tb_next
    t2.tb_next = None
    print(t.tb_next.tb_next)
    for bad in ("t.tb_next = t", "t.tb_next = 5", "t.tb_lineno = 1", "t.tb_frame = 1"):
        try: exec(bad)
        except Exception as x: print(bad, type(x).__name__, x)
def reraised():
    try: c(9)
    except ValueError as e: raise e
try: reraised()
except ValueError as e:
    t = e.__traceback__; n = []
    while t: n.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    print(n)
def bare():
    try: c(9)
    except ValueError: raise
try: bare()
except ValueError as e:
    t = e.__traceback__; n = []
    while t: n.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    print(n)
stored = ValueError("stored")
for i in range(2):
    try: raise stored
    except ValueError as e:
        n = 0; t = e.__traceback__
        while t: n += 1; t = t.tb_next
        print("entries", n)
import types
tb = types.TracebackType(None, sys._getframe(), 0, 42)
print(tb.tb_lineno, tb.tb_next, type(tb).__name__)
import traceback
try: a()
except ValueError as e:
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
    print("".join(traceback.format_exception_only(e)), end="")
    print(len(traceback.format_exception(e)), traceback.format_tb(e.__traceback__)[-1], end="")
    print([(f.lineno, f.end_lineno, f.colno, f.end_colno) for f in traceback.extract_tb(e.__traceback__)])
def gen():
    yield 1
    raise KeyError("in gen")
try:
    for v in gen(): pass
except KeyError as e:
    print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])
try: exec(compile("def q():\n  1/0\nq()", "<virtual>", "exec"))
except ZeroDivisionError as e:
    print([(f.filename.rpartition("/")[2], f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
traceback.print_exception(ValueError("no traceback"), file=sys.stdout)
traceback.print_exception(stored.with_traceback(None), file=sys.stdout)
def shown():
    traceback.print_stack(limit=1, file=sys.stdout)
    print([f.name for f in traceback.extract_stack()])
shown()
te = traceback.TracebackException.from_exception(ValueError("x"))
print(te.exc_type_str, list(te.format()))
def capture():
    secret = "shown"
    try: 1 / 0
    except ZeroDivisionError as e:
        return traceback.TracebackException.from_exception(e, capture_locals=True)
print([f.locals["secret"] for f in capture().stack])
def positions(f):
    return list(f.__code__.co_positions())[:0], sorted({p[0] - f.__code__.co_firstlineno for p in f.__code__.co_positions() if p[0]})
print(positions(gen), [l for l in sorted({x[2] - gen.__code__.co_firstlineno for x in gen.__code__.co_lines() if x[2]})])
