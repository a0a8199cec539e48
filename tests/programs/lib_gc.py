# The module gc, as far as a collector without generations shows the same.
import gc, weakref
class S: __slots__=()
class T: __slots__=('a',)
class I(int): pass
class J(int): __slots__=()
print([gc.is_tracked(x) for x in (S(),T(),I(1),J(1),weakref.ref(S),{}, {1:2},{1:[]},{1:()},{1:""}, (),(1,2),([],),[],set(),frozenset(),frozenset([1]),range(3),iter([]),iter(range(3)),slice(1,2),b'',bytearray(),memoryview(b''),int,type,S,len,[].append,print,gc,None,1j,(lambda:1),(lambda:1).__code__,Exception(),property(),object(),enumerate([]),{}.keys(),str.join,int.real, ...,NotImplemented)])
for a in [lambda: gc.collect(5), lambda: gc.collect(-1), lambda: gc.get_objects(3), lambda: gc.get_objects("a"), lambda: gc.set_threshold(), lambda: gc.set_threshold(1,2,3,4), lambda: gc.set_threshold("a"), lambda: gc.set_debug("x"),lambda: gc.set_threshold(1), lambda: gc.get_threshold(),lambda: gc.set_threshold(700,10),lambda: gc.get_threshold(), lambda: sorted(map(repr,gc.get_referents(5,"a",[1,[2]]))), lambda: gc.collect(2**80), lambda:gc.get_objects(None)[0] is not None,lambda:gc.set_threshold(1,2,3),lambda:gc.get_threshold(),lambda:gc.set_debug(True),lambda:gc.get_debug(),lambda:gc.set_debug(0),lambda:gc.is_tracked(),lambda:gc.get_referrers(), lambda:gc.collect(1,2),lambda:gc.get_stats(1),lambda:gc.set_threshold(threshold0=1)]:
    try: print(a())
    except BaseException as e: print(type(e).__name__, e)
gc.set_debug(0)
gc.set_threshold(2000,10,10)
L=[1,2]; M=[L]; D={'k':L}
r=gc.get_referrers(L); print(sum(x is M for x in r), sum(x is D for x in r), any(x is globals() for x in r))
class A:
    def __init__(s): s.l=L
a=A()
print(sum(x is a for x in gc.get_referrers(L)), L in gc.get_referents(a), A in gc.get_referents(a))
print(any(x is M for x in gc.get_objects()))
log=[]
def cb(phase,info): log.append((phase,sorted(info), info['generation']))
gc.callbacks.append(cb); gc.collect(); gc.collect(1); print(log); gc.callbacks.remove(cb)
class R:
    def __del__(self): global res; res=self
x=R(); print(gc.is_finalized(x)); del x; gc.collect(); print(gc.is_finalized(res), gc.is_finalized(3))
class C: pass
# A collection that came by itself may have found the object before the one that counts, so that there are several tries.
def tries(f): return any(f() for i in range(50))
def found():
    global w
    c=C(); c.me=c; w=weakref.ref(c); gc.collect(); del c
    return gc.collect() >= 1
print(tries(found), w())
gc.freeze(); print(gc.get_freeze_count()>0); gc.unfreeze(); print(gc.get_freeze_count())
st=gc.get_stats(); print(len(st), sorted(st[2]), st[2]['collections']>0)
gc.set_debug(gc.DEBUG_SAVEALL)
def saved():
    global w
    c=C(); c.me=c; w=weakref.ref(c); gc.collect(); del c; gc.collect()
    return any(type(o) is C for o in gc.garbage)
print(tries(saved)); gc.garbage.clear(); gc.set_debug(0)
def f(): yield 1
class Q:
    def __del__(self): print("del", gc.collect())
q=Q(); q.q=q; del q; gc.collect()
# What a frame has dropped dies although it stands in the caller of the function that collects.
def gc_collect():
    gc.collect(); gc.collect()
class Z:
    def __del__(self): print("del Z", self.n)
    def make(self, n): self.n = n; return self
Z().make(1); gc_collect(); print("a")
z = Z(); z.n = 2; print(z.make(2) is z); z = None; gc_collect(); print("b")
def drop(z): del z; gc_collect(); print("c")
drop(Z().make(3))
class H:
    def drop(self, z, k=1): z = None; gc_collect(); print("d", k)
H().drop(Z().make(4)); H().drop(Z().make(5), k=2)
for i in range(2):
    z = Z().make(6 + i); w = weakref.ref(z, lambda r: print("cb")); z = None; gc_collect(); print("e", w())
