# weakref and gc: references, dictionaries, finalisers, cycles
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import weakref, gc
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"C{self.n}"
    def m(self): return self.n
a = C(1); r = weakref.ref(a); log = []; s = weakref.ref(a, lambda w: log.append("gone")); print(r() is a, r == weakref.ref(a), r is weakref.ref(a), hash(r) == hash(a), weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), r.__callback__)
p = weakref.proxy(a); print(p.n, p.m(), p, bool(p), type(p).__name__); p.n = 5; print(a.n); m = weakref.WeakMethod(a.m); print(m()()); f = weakref.finalize(a, log.append, "finalised"); print(f.alive, f.peek()[2:])
k, l = C(2), C(3); d = weakref.WeakValueDictionary(x=a, y=k); e = weakref.WeakKeyDictionary({a: 1, l: 2}); z = weakref.WeakSet([a, k]); print(sorted(d), len(e), len(z), a in z, d["x"], e[l], d.get("q"), "x" in d)
del a; gc.collect(); print(r(), s(), log, f.alive, sorted(d), len(e), len(z), m()); attempt(lambda: p.n); attempt(lambda: str(p) and bool(p)); attempt(lambda: d["x"])
for g in (lambda: weakref.ref(5), lambda: weakref.ref([]), lambda: weakref.ref("a"), lambda: weakref.proxy(None), lambda: weakref.ref(), lambda: weakref.WeakKeyDictionary({1: 2}), lambda: weakref.WeakSet([5]), lambda: weakref.WeakMethod(len), lambda: weakref.ref({1}) and "set", lambda: weakref.ref(lambda: 0) and "function", lambda: weakref.ref(C) and "class", lambda: weakref.finalize(5, print), lambda: hash(weakref.proxy(k)), lambda: weakref.ref(type("S", (), {"__slots__": ()})())): attempt(g)
class Node:
    def __init__(self): self.me = self
    def __del__(self): log.append("del")
log.clear(); n = Node(); w = weakref.ref(n); del n; gc.collect(); print(w(), log); print(gc.isenabled(), gc.is_tracked([]), gc.is_tracked(5), isinstance(gc.get_threshold(), tuple), gc.get_referents([1, "a"]) == [1, "a"] or "order"); gc.disable(); print(gc.isenabled()); gc.enable()
class Sub(weakref.ref):
    def __call__(self): return ("sub", super().__call__())
print(Sub(k)(), isinstance(Sub(k), weakref.ref), weakref.ReferenceType is weakref.ref)

import sys, weakref
def f():
    a, b = 1, 2
    d = sys._getframe().f_locals
    print(reversed(d), type(d.keys()).__name__, type(d.items()).__name__, list(d.values())[:2], type(d.values()).__name__)
f()
class It:
    def __iter__(self): return self
    def __next__(self): return 1
class NoIt: pass
def fn(): pass
x = It()
p = weakref.proxy(x)
print(next(p), iter(p) is x)
for o in (fn, NoIt):
    y = o if o is fn else o()
    q = weakref.proxy(y)
    try: next(q)
    except TypeError as e: print(e)
    try: iter(q)
    except TypeError as e: print(e)
class Gen:
    def __iter__(self): return iter([1, 2])
g = Gen()
print(list(weakref.proxy(g)))
