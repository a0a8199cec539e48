# weakref, gc.collect, __del__, resurrection: everything observed after an explicit collection.
import gc, weakref, sys
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A({self.n})"
a = A(1); r = weakref.ref(a)
print(r() is a, weakref.ref(a) is r, weakref.getweakrefcount(a), r == weakref.ref(a), hash(r) == hash(a), callable(r), type(r).__name__)
log = []
cb = weakref.ref(a, lambda ref: log.append(("callback", ref() is None)))
del a; gc.collect()
print(r(), log, cb())
for bad in (5, "s", None, [], (), {}, 1.5): attempt(lambda: weakref.ref(bad))
class L(list): pass
l = L([1]); print(weakref.ref(l)() is l); f = lambda: 1; print(weakref.ref(f)() is f, weakref.ref(A)() is A, weakref.ref({1} | {2})  is not None, weakref.ref(sys)() is sys)
class N:
    def __init__(self): self.me = self; self.other = None
    def __del__(self): log.append("del N")
log.clear(); n = N(); w = weakref.ref(n); del n; gc.collect(); print(w(), log)
class Fin:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
log.clear(); x = Fin("x"); y = Fin("y"); x.y = y; y.x = x; del x, y; gc.collect(); print(sorted(log))
saved = []
class Res:
    def __del__(self): saved.append(self); log.append("resurrect")
log.clear(); o = Res(); del o; gc.collect(); print(log, len(saved)); saved.clear(); gc.collect(); print(log, len(saved))
class Bad:
    def __del__(self): raise ValueError("in del")
def hook(u): print("unraisable", u.exc_type.__name__, u.exc_value, u.err_msg, type(u.object).__name__)
sys.unraisablehook = hook; b = Bad(); del b; gc.collect(); sys.unraisablehook = sys.__unraisablehook__
d = weakref.WeakValueDictionary(); v = A(2); d["k"] = v; d["t"] = k2 = A(3); print(sorted(d), d["k"], len(d), d.get("zz")); del v; gc.collect(); print(sorted(d), "k" in d); attempt(lambda: d["k"])
kd = weakref.WeakKeyDictionary(); k = A(4); kd[k] = "val"; print(kd[k], len(kd), list(kd.items())); del k; gc.collect(); print(len(kd)); attempt(lambda: kd[5])
ws = weakref.WeakSet(); m1, m2 = A(5), A(6); ws.add(m1); ws.add(m2); print(len(ws), m1 in ws, sorted(z.n for z in ws)); del m1; gc.collect(); print(len(ws), [z.n for z in ws])
p = A(7); px = weakref.proxy(p); print(px.n, px, type(px).__name__, px == p if 0 else "", isinstance(px, A)); px.n = 8; print(p.n); attempt(lambda: hash(px)); del p; gc.collect(); attempt(lambda: px.n); attempt(lambda: str(px))
class M:
    def m(self): return "method"
    def __call__(self): return "called"
    def __len__(self): return 3
    def __add__(self, o): return ("add", o)
mo = M(); wm = weakref.WeakMethod(mo.m); print(wm()()); cp = weakref.proxy(mo); print(cp(), len(cp), cp + 1, type(cp).__name__); del mo; gc.collect(); print(wm())
fo = A(9); fin = weakref.finalize(fo, log.append, "finalized"); print(fin.alive, fin.peek()[2]); log.clear(); del fo; gc.collect(); print(log, fin.alive, fin()); q = A(10); f2 = weakref.finalize(q, lambda: "ret"); print(f2(), f2.alive, f2.detach())
class Sub(weakref.ref):
    def __init__(self, o, cb=None, tag=None): super().__init__(o, cb); self.tag = tag
    def __new__(cls, o, cb=None, tag=None): return super().__new__(cls, o, cb)
s = A(11); sr = Sub(s, tag="t"); print(sr() is s, sr.tag, sr is weakref.ref(s), weakref.getweakrefs(s)[-1] is not None)
order = []
t = A(12); refs = [weakref.ref(t, lambda _, i=i: order.append(i)) for i in range(3)]; del t; gc.collect(); print(sorted(order))
def cb_raises(ref): raise KeyError("cb")
sys.unraisablehook = lambda u: print("unraisable cb", u.exc_value); c = A(13); rr = weakref.ref(c, cb_raises); del c; gc.collect(); sys.unraisablehook = sys.__unraisablehook__
def gen():
    try: yield 1
    finally: log.append("gen closed")
log.clear(); g = gen(); next(g); del g; gc.collect(); print(log)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), type(gc.get_count()).__name__, gc.get_threshold()[0] > 0, isinstance(gc.collect(), int), gc.is_tracked([]), gc.is_tracked(5))
objs = [A(i) for i in range(100)]; rs = [weakref.ref(o) for o in objs]; objs[:] = objs[::2]; o = None; gc.collect(); print(sum(1 for r in rs if r() is not None)); del objs; gc.collect(); print(sum(1 for r in rs if r() is not None))
class Node: pass
def ring(n):
    ns = [Node() for _ in range(n)]
    for i, nd in enumerate(ns): nd.next = ns[(i + 1) % n]
    return weakref.ref(ns[0])
rings = [ring(i) for i in range(1, 20)]; gc.collect(); print([r() for r in rings].count(None))
def local_dies():
    tmp = A(14); rt = weakref.ref(tmp); tmp = None; gc.collect(); return rt()
print(local_dies())
