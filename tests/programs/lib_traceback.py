# The traceback module on exceptions of every shape, printed to standard output.
import traceback, sys, io
def show(e, **k): print("".join(traceback.format_exception(e, **k)), end=""); print("-----")
def boom(n):
    if n == 0: raise ValueError("bottom")
    return boom(n - 1)
def catch(f, *a):
    try: f(*a)
    except BaseException as e: return e
show(catch(boom, 2)); show(catch(boom, 20)); show(catch(boom, 3), limit=2); show(catch(boom, 3), limit=-1); show(catch(boom, 2), chain=False)
def chained():
    try: boom(0)
    except ValueError as e: raise KeyError("from") from e
def context():
    try: boom(0)
    except ValueError: raise KeyError("during")
def suppressed():
    try: boom(0)
    except ValueError: raise KeyError("alone") from None
def notes():
    e = ValueError("x"); e.add_note("n1"); e.add_note("multi\nline"); raise e
def group():
    raise ExceptionGroup("g", [catch(boom, 0), KeyError("k"), ExceptionGroup("inner", [catch(context)])])
def multi(): raise ValueError("line 1\nline 2\n\nline 4")
def empty(): raise ValueError
def syntax(): compile("a = (1 +\n  b c)\n", "<src>", "exec")
def custom():
    class Local(Exception): pass
    raise Local("local class")
def unprintable():
    class Bad(Exception):
        def __str__(self): raise RuntimeError
    raise Bad
def system(): raise SystemExit(3)
def cyc():
    a, b = ValueError("a"), KeyError("b"); a.__cause__ = b; b.__cause__ = a; raise a
def long_line(): return [1, 2, 3].index("a very long argument to make the line longer than the usual eighty columns of text" + str(len("and more")))
def two_lines(): return (1 +
    None)
def three_lines(): return boom(
        0
    )
def deep_call(): return max(1, int(str(len("x" * 3)) + "z"))
def unicode_line(): return "日本語テキスト" + 1 + "é"
def tabs():
	return None	+	1
for f in (chained, context, suppressed, notes, group, multi, empty, syntax, custom, unprintable, system, cyc, long_line, two_lines, three_lines, deep_call, unicode_line, tabs): show(catch(f))
e = catch(boom, 1); out = io.StringIO(); traceback.print_tb(e.__traceback__, file=out); print(out.getvalue()); traceback.print_exception(type(e), e, None, file=sys.stdout); print(traceback.format_exception_only(e), traceback.format_exception_only(ValueError, ValueError("v")), traceback.format_exception_only(catch(syntax)), traceback.format_exception_only(catch(group), show_group=True)[:2])
st = traceback.extract_tb(e.__traceback__); print(st[0].name, st[-1].line, len(st), st[-1] == st[-1], repr(st[0])[:14], traceback.StackSummary.from_list([("f.py", 1, "fn", "the line")]).format(), traceback.format_list([("g.py", 5, "q", None)]), list(traceback.walk_tb(e.__traceback__))[0][1])
try: boom(0)
except ValueError: print(traceback.format_exc().splitlines()[-1]); traceback.print_exc(limit=0, file=sys.stdout)
print(traceback.format_exc()); te = traceback.TracebackException.from_exception(catch(chained)); print(te.exc_type_str, te.__cause__.exc_type_str, te.__suppress_context__, str(te), te == traceback.TracebackException.from_exception(catch(chained)) if 0 else "", len(list(te.format())), list(te.format_exception_only())); print(list(traceback.TracebackException.from_exception(catch(group), max_group_width=1).format())[-3:])
class Sub(ValueError):
    __module__ = "some.module"
show(Sub("qualified")); show(Sub()); show(KeyError("'quoted'")); show(OSError(2, "No such file", "name")); show(ImportError("imp", name="x")); show(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")); show(KeyboardInterrupt()); show(StopIteration(5)); show(AssertionError()); show(ExceptionGroup("empty-ish", [ValueError()]))
