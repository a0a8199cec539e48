# An event system: observers, decorators as registries, priorities, weak listeners, undo
import functools
from collections import defaultdict
class Bus:
    def __init__(self): self.handlers = defaultdict(list); self.depth = 0
    def on(self, name, priority=0):
        def deco(f): self.handlers[name].append((-priority, len(self.handlers[name]), f)); self.handlers[name].sort(key=lambda h: h[:2]); return f
        return deco
    def emit(self, name, *a, **k):
        self.depth += 1
        try: return [r for *_, f in self.handlers[name] if (r := f(*a, **k)) is not None]
        finally: self.depth -= 1
bus = Bus()
@bus.on("greet")
def low(who): return f"hi {who}"
@bus.on("greet", priority=5)
@bus.on("bye")
def high(who, times=1): return f"HELLO {who}" * times
@bus.on("nest")
def nest(n): return [bus.depth] + (bus.emit("nest", n - 1) if n else [])
print(bus.emit("greet", "ann"), bus.emit("bye", "x", times=2), bus.emit("none"), bus.emit("nest", 3))
try: bus.emit("greet")
except TypeError as e: print(e, bus.depth)
class Editor:
    def __init__(self): self.text, self.undo_, self.redo_ = "", [], []
    def do(self, f):
        self.undo_.append(self.text); self.redo_.clear(); self.text = f(self.text); return self
    def undo(self):
        if self.undo_: self.redo_.append(self.text); self.text = self.undo_.pop()
        return self
    def redo(self):
        if self.redo_: self.undo_.append(self.text); self.text = self.redo_.pop()
        return self
e = Editor(); e.do(lambda t: t + "hello").do(str.upper).do(lambda t: t + "!").undo().undo(); print(e.text, e.redo().text, e.redo().text, e.redo().text, e.undo().undo().undo().undo().text == "")
class Observable:
    def __init__(self, v): self._v, self._obs = v, []
    def __set_name__(self, owner, name): self.name = name
    def subscribe(self, f): self._obs.append(f); return lambda: self._obs.remove(f)
    @property
    def value(self): return self._v
    @value.setter
    def value(self, v):
        old, self._v = self._v, v
        if old != v: [f(old, v) for f in self._obs[:]]
log = []; o = Observable(1); off = o.subscribe(lambda a, b: log.append((a, b))); once = o.subscribe(lambda a, b: (log.append("once"), once())); o.value = 2; o.value = 2; o.value = 3; off(); o.value = 4; print(log)
def retry(times, on=Exception):
    def deco(f):
        @functools.wraps(f)
        def w(*a):
            for i in range(times):
                try: return f(*a, i)
                except on as e: last = e; print("try", i, type(e).__name__)
            raise RuntimeError(f"{f.__name__} failed") from last
        return w
    return deco
@retry(3, ZeroDivisionError)
def flaky(n, i): return 10 / (i - n)
print(flaky(0), flaky(1))
@retry(2)
def never(i): raise KeyError(i)
try: never()
except RuntimeError as e: print(e, repr(e.__cause__))
pipeline = functools.reduce(lambda f, g: lambda x: g(f(x)), [str.strip, str.title, lambda s: s.replace(" ", "-"), list, set, sorted, "".join]); print(pipeline("  some words here "))
