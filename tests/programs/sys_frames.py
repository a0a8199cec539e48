# sys._getframe, f_locals (PEP 667), f_back, f_lineno, locals() and globals().
import sys
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
def a(x):
    y = x + 1
    return b(y)
def b(z):
    fr = sys._getframe()
    out = []
    while fr:
        out.append((fr.f_code.co_name, fr.f_lineno))
        fr = fr.f_back
    return out
print(a(1))
def who(depth=0): return sys._getframe(depth + 1).f_code.co_name
def caller(): return who(), who(1)
print(caller(), sys._getframe().f_code.co_name, sys._getframe().f_globals is globals(), sys._getframe().f_locals is globals(), sys._getframe().f_back)
attempt(lambda: sys._getframe(1000)); attempt(lambda: sys._getframe("x"))
def proxy():
    v = 1
    w = [2]
    fr = sys._getframe()
    loc = fr.f_locals
    print(type(loc).__name__, sorted(loc), loc["v"], "v" in loc, len(loc) > 2)
    loc["v"] = 10
    print(v)
    v = 20
    print(loc["v"])
    loc["extra"] = "new"
    print(loc["extra"], fr.f_locals["extra"], "extra" in locals())
    attempt(lambda: loc["nothing"])
    try: del loc["v"]
    except Exception as e: print(type(e).__name__, e)
    loc.update({"w": [3]}); print(w, loc.get("zz", 5), loc.setdefault("q", 7), {**loc}["q"])
    return loc
p = proxy(); print(p["v"], p["extra"])
def snapshot():
    i = 1
    s1 = locals(); i = 2; s2 = locals()
    s1["i"] = 99
    return i, s1["i"], s2["i"], s1 is s2
print(snapshot())
def closure():
    c = 1
    def inner():
        fr = sys._getframe()
        fr.f_locals["c"] = 50
        return c, sorted(fr.f_locals)
    r = inner()
    return r, c
print(closure())
def change_caller():
    sys._getframe(1).f_locals["target"] = "changed by callee"
def with_target():
    target = "original"
    change_caller()
    return target
print(with_target())
def loop():
    for i in range(5000):
        if i == 4000: sys._getframe().f_locals["total"] = 7
        total = i if i < 10 else total
    return total
print(loop())
class C:
    n = 1
    print(sorted(k for k in locals() if not k.startswith("__")), sys._getframe().f_code.co_name)
    locals()["injected"] = 5
print(C.injected)
globals()["made"] = "by globals"; print(made)
exec("e1 = 1; print(sorted(locals())[:0], e1)"); print(e1)
def ex():
    x = 1
    exec("x = 2; y = 3")
    ns = {}
    exec("z = x + 1 if 'x' in dir() else 0", {"x": 5}, ns)
    return x, ns, eval("x + 1"), [eval("x", {"x": i}) for i in range(2)]
print(ex())
def gen():
    g = 1
    yield sys._getframe()
    yield g
it = gen(); fr = next(it); print(fr.f_code.co_name, fr.f_locals, fr.f_back, it.gi_frame is fr); fr.f_locals["g"] = 33; print(next(it))
def lines():
    fr = sys._getframe()
    l1 = fr.f_lineno
    l2 = (fr.
          f_lineno)
    return l2 - l1
print(lines())
def builtins_frame(): return sys._getframe().f_builtins["len"] is len, sys._getframe().f_trace, sys._getframe().f_lasti > 0, sys._getframe().f_trace_lines, sys._getframe().f_trace_opcodes
print(builtins_frame())
fr = None
def keep():
    secret = [1, 2]
    global fr; fr = sys._getframe()
keep(); print(fr.f_locals, fr.f_back is not None); fr.clear(); print(fr.f_locals)
attempt(lambda: sys._getframe().clear()); attempt(lambda: setattr(sys._getframe(), "f_lineno", 5)); attempt(lambda: setattr(sys._getframe(), "f_code", 1)); attempt(lambda: setattr(sys._getframe(), "f_locals", {}))
def sortkey():
    names = []
    sorted([2, 1], key=lambda v: names.append(sys._getframe(1).f_code.co_name) or v)
    return names
print(sortkey(), [sys._getframe().f_code.co_name for _ in range(1)], list(sys._getframe().f_code.co_name for _ in range(1)), (lambda: sys._getframe().f_code.co_name)(), sys._getframemodulename(), sys._getframe().f_code.co_qualname, C.__init__ is object.__init__)
print(vars() is globals(), "attempt" in dir(), __name__, __builtins__.__name__, __doc__, __spec__, __package__)
