"""Generators that one loop or call alone has are used again; others must not be. A collection in one leaves other memory alone."""
import sys, gc
def f(it):
    a = any(it)
    return a, list(it)
print(f(x > 2 for x in range(6)))
def g(n): return any(x == n for x in range(10)), all(x < n for x in range(10)), sum(x*n for x in range(10)), list(x+n for x in range(3)), "-".join(str(x) for x in range(n)), tuple(x for x in range(n)), sorted({x for x in range(n)}), set(x%3 for x in range(n)), dict((x,x) for x in range(n))
for n in range(12): print(g(n))
keep=[]
def h():
    keep.append(sys._getframe())
    return True
for i in range(3): any(h() and x > 1 for x in range(3))
print([type(k.f_back).__name__ for k in keep])
# nested
print([any(all(a != b for b in range(a+1, 5)) for a in range(5)) for _ in range(3)])
def rec(n):
    return n if n == 0 else sum(rec(x) for x in range(n)) + 1
print([rec(i) for i in range(8)])
class L(list):
    def __init__(self, it):
        self.it = it
        super().__init__(it)
a = L(x for x in range(3)); b = L(x for x in range(4)); print(a, b, list(a.it), list(b.it), a.it is b.it)
def spy():
    for o in gc.get_objects():
        if type(o).__name__ == 'generator': keep.append(o)
    return 0
for i in range(2): any(spy() for x in range(2))
gens=[k for k in keep if type(k).__name__=='generator']
print(len(gens) >= 2)
def err(n):
    try: return any(1//(x-n) for x in range(-1, 3, 2) if x != 5) 
    except ZeroDivisionError as e: return repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name
for n in (1, 7, -1, 1): print(err(n))
import itertools
print(any(x for x in (i for i in [0,0,1])), max((x for x in [3,9,2])), sum((x for x in [1,2]), 5))
def ends(n):
    if n <= 1: yield n; return
    for a in ends(n-1): yield a
    yield from ends(n-2)
print(list(ends(9)), sum(1 for _ in ends(12)))
class T:
    def __init__(s, l, v, r): s.l, s.v, s.r = l, v, r
    def __iter__(s):
        if s.l: yield from s.l
        yield s.v
        if s.r: yield from s.r
    def walk(s):
        if s.l:
            for x in s.l.walk(): yield x
        yield s.v
        if s.r:
            yield from s.r.walk()
def mk(lo, hi):
    if lo >= hi: return None
    m = (lo+hi)//2
    return T(mk(lo, m), m, mk(m+1, hi))
t = mk(0, 40); print(list(t) == list(t.walk()) == list(range(40)), [x for x in t.walk()][:3])
def two():
    a = ends(4); b = ends(4)
    out = []
    for x in a:
        out.append(x)
        for y in ends(3): out.append(y)
    for x in a: out.append('again')
    return out, list(b), list(a)
print(two())
def cond(c, g):
    out=[]
    for x in (ends(3) if c else g): out.append(x)
    return out
g = ends(4); print(cond(True, g), cond(False, g), list(g), cond(False, g))
def saved(store):
    g = ends(3); store.append(g); return g
st=[]
for x in saved(st): pass
for x in ends(3): pass
print(list(st[0]), [list(ends(3)), list(ends(4))])
def outer():
    def inner(n):
        for i in range(n): yield i
    r=[]
    for x in inner(3): r.append(x)
    for x in inner(2):
        for y in inner(2): r.append((x, y))
    return r
print(outer(), outer())
def y1():
    x = yield from sub()
    yield x
def sub():
    yield 1
    return 'r'
it = y1(); next(it); held = it.gi_yieldfrom; print(next(it), list(held)); it2 = y1(); next(it2); print(list(held), held is it2.gi_yieldfrom)
def boom(n):
    yield n
    raise ValueError(n)
for i in range(3):
    try:
        for x in boom(i): pass
    except ValueError as e: print(e, e.__traceback__.tb_next.tb_frame.f_locals)
def brk():
    r=[]
    for i in range(3):
        for x in ends(5):
            r.append(x)
            if x: break
    return r
print(brk(), list(ends(5)))
def deep(n):
    if n: 
        for x in deep(n-1): yield x
    yield n
for _ in range(3): print(sum(deep(60)), sum(x for x in deep(30)))
def chg():
    yield 1
def other():
    yield 2
for x in chg(): print(x)
chg.__code__ = other.__code__
for x in chg(): print(x)
for x in chg(): print(x)


def collecting(n):
    gc.collect()
    kept = [[i] for i in range(20)]
    return sum(map(len, kept)) + n


for i in range(20):
    texts = ["text %d" % j for j in range(50)]
    assert any(collecting(x) > 21 for x in range(3))
    assert sum(len(t) for t in texts) == 50 * 7 - 10, texts
print("collected")
