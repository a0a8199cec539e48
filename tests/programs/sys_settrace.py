# sys.settrace, sys.setprofile: events, local functions, return values, exceptions, frames' line numbers.
import sys
ev = []
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return None
    name = frame.f_code.co_name
    if event == "exception": arg = (arg[0].__name__, str(arg[1]))
    elif event in ("call", "line"): assert arg is None
    ev.append((event, name, frame.f_lineno - frame.f_code.co_firstlineno, arg if event != "return" or not hasattr(arg, "send") else "gen"))
    return tracer
def run(f, *a, t=tracer):
    ev.clear()
    sys.settrace(t)
    try: r = f(*a)
    except Exception as e: r = repr(e)
    finally: sys.settrace(None)
    print("==", f.__name__, r)
    for e in ev:
        if e[1] != "run": print(*e)
def simple(x):
    y = x + 1
    if y > 2:
        y = 0
    return y
run(simple, 1); run(simple, 5)
def loop():
    t = 0
    for i in range(3):
        t += i
    while t > 1:
        t -= 2
    else:
        t = 9
    return t
run(loop)
def raising():
    try:
        1 / 0
    except ZeroDivisionError:
        x = 1
    finally:
        y = 2
    raise KeyError("k")
run(raising)
def calls():
    a = simple(1)
    b = [simple(i) for i in (1, 2)]
    return a
run(calls)
def gen():
    yield 1
    yield 2
def use():
    for v in gen():
        pass
run(use)
def comp(): return [i
                    for i in range(2)
                    if i]
run(comp)
def withs():
    with CM() as c:
        x = c
    return 1
class CM:
    def __enter__(self): return 5
    def __exit__(self, *a): return None
run(withs)
def nested():
    def inner():
        return 1
    class K:
        a = 1
        def m(self): return 2
    return inner() + K().m()
run(nested)
def multi():
    x = (1 +
         2 +
         simple(3))
    if (x and
            not x): pass
    return {
        "a": x,
        "b": 2,
    }
run(multi)
def only_calls(frame, event, arg):
    if frame.f_code.co_filename == __file__: ev.append((event, frame.f_code.co_name, 0, None))
run(calls, t=only_calls)
def local_off(frame, event, arg):
    if frame.f_code.co_filename != __file__: return
    def once(f, e, a): ev.append((e, f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, None)); return None
    return once
run(loop, t=local_off)
def prof(frame, event, arg):
    if frame.f_code.co_filename != __file__: return
    n = arg.__name__ if event.startswith("c_") else arg
    if n != "setprofile": ev.append((event, frame.f_code.co_name, n if event != "return" or isinstance(n, int) else type(n).__name__))
def profiled(f):
    ev.clear(); sys.setprofile(prof)
    try: f()
    except Exception as e: pass
    finally: sys.setprofile(None)
    print("-- profile", f.__name__)
    for e in ev:
        if e[1] != "profiled": print(*e)
def body():
    len([1]); sorted([2, 1], key=lambda v: -v); abs(-1)
    return simple(1)
profiled(body); profiled(use)
def cfail():
    int("x")
profiled(cfail)
print(sys.gettrace(), sys.getprofile())
def bad_trace(frame, event, arg): raise ValueError("tracer fails")
sys.settrace(bad_trace)
try: simple(1)
except ValueError as e: print(e, sys.gettrace())
finally: sys.settrace(None)
seen = []
def opc(frame, event, arg):
    if frame.f_code.co_name == "simple": frame.f_trace_opcodes = True; frame.f_trace_lines = False; seen.append(event); return opc
sys.settrace(opc); simple(1); sys.settrace(None); print("opcode" in seen, "line" in seen, seen[0], seen[-1])
def jump():
    a = 1
    a = 2
    a = 3
    return a
def jumper(frame, event, arg):
    if frame.f_code.co_name == "jump" and event == "line" and frame.f_lineno == frame.f_code.co_firstlineno + 2: frame.f_lineno = frame.f_code.co_firstlineno + 4
    return jumper
sys.settrace(jumper); r = jump(); sys.settrace(None); print("jumped", r)
hot = []
def hotloop():
    s = 0
    for i in range(3000): s += i
    return s
def count_lines(frame, event, arg):
    if event == "line": hot.append(frame.f_lineno)
    return count_lines if frame.f_code.co_name == "hotloop" else None
sys.settrace(count_lines); hotloop(); sys.settrace(None); print(len(hot), hotloop())
