# collections.OrderedDict: order, moves, subclasses, views, iterators, copies, pickles and errors
from collections import OrderedDict as O
import pickle, copy
def tryit(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class L(O):
    def __setitem__(s,k,v): print('set',k,v); super().__setitem__(k,v)
    def __delitem__(s,k): print('del',k); super().__delitem__(k)
    def __getitem__(s,k): print('get',k); return super().__getitem__(k)
    def __contains__(s,k): print('in',k); return super().__contains__(k)
    def __missing__(s,k): print('missing',k); return 99
    def keys(s): print('keys'); return super().keys()
    def items(s): print('items'); return super().items()
    def __iter__(s): print('iter'); return super().__iter__()
l=L([('a',1),('b',2),('c',3)], d=4)
print(l)
tryit(lambda: l.pop('a')); tryit(lambda: l.pop('zz', 5)); tryit(lambda: l.pop('zz')); tryit(lambda: l.popitem()); tryit(lambda: l.popitem(last=False))
tryit(lambda: l.popitem(False)); tryit(lambda: l.popitem()); tryit(lambda: l.popitem(last=False))
l['x']=1; l['y']=2
tryit(lambda: l.setdefault('x')); tryit(lambda: l.setdefault('q', 7)); tryit(lambda: l.setdefault(key='r', default=8))
l.attr = 5
c=l.copy(); print(c, type(c), c.__dict__)
c=copy.copy(l); print(c, c.__dict__)
c=copy.deepcopy(l); print(c, c.__dict__)
print(l.__reduce__()[:4], type(l.__reduce__()[4]))
print(l==c, l==dict(c), l!=c)
tryit(lambda: l.move_to_end('x')); print(list(l)); tryit(lambda: l.move_to_end('x', last=False)); print(list(l)); tryit(lambda: l.move_to_end('nope')); tryit(lambda: l.move_to_end('nope', False, 3)); tryit(lambda: l.move_to_end())
l.update({'m':1}, n=2); l.update([('o',3)]); l |= {'p':4}
print(type(l|{'a':1}), type({'a':1}|l))
tryit(lambda: L.fromkeys('ab', 3)); tryit(lambda: O.fromkeys('ab')); tryit(lambda: O.fromkeys(5))
o=O(a=1,b=2)
print(o.keys(), o.values(), o.items(), type(iter(o.keys())), type(iter(o.items())), type(reversed(o)), reversed(o.items()).__class__)
print(list(reversed(o)), list(reversed(o.items())), list(reversed(o.values())), list(reversed(o.keys())))
def mut(f):
    for k in o:
        f(k)
tryit(lambda: mut(lambda k: o.__setitem__('n'+k,1)))
o=O(a=1,b=2,c=3)
tryit(lambda: mut(lambda k: o.move_to_end(k)))
o=O(a=1,b=2,c=3)
tryit(lambda: mut(lambda k: o.pop(k)))
o=O(a=1,b=2,c=3)
tryit(lambda: mut(lambda k: o.__setitem__(k, 7)))
tryit(lambda: mut(lambda k: o.clear()))
o=O(a=1,b=2,c=3)
o['self']=o; print(o); print(o.items()); del o['self']
for p in range(6): print(pickle.loads(pickle.dumps(o,p))==o)
o.z=5; print(pickle.loads(pickle.dumps(o)).__dict__, o.__reduce__()[:3])
it=iter(o); next(it); print(it.__reduce__(), it.__length_hint__() if hasattr(it,'__length_hint__') else None); print(list(it))
it=iter(o.items()); next(it); print(it.__reduce__())
tryit(lambda: O([1,2])); tryit(lambda: O(5)); tryit(lambda: O([(1,2,3)])); tryit(lambda: O({},{})); tryit(lambda: o.update(1,2)); tryit(lambda: O.update()); tryit(lambda: o.popitem(1,2)); tryit(lambda: o.pop()); tryit(lambda: o.pop('nope')); tryit(lambda: O().popitem()); tryit(lambda: o['nope']); tryit(lambda: o.__delitem__('nope')); tryit(lambda: o.setdefault([],1)); tryit(lambda: o.move_to_end([]))
tryit(lambda: o | [1]); tryit(lambda: [1] | o); tryit(lambda: o.__or__([1])); tryit(lambda: o.__ior__([('e',9)]))
print(O(a=1,b=2)==O(b=2,a=1), O(a=1,b=2)=={'b':2,'a':1}, {'b':2,'a':1}==O(a=1,b=2), O()!=O(), O(a=1)<O() if 0 else '')
tryit(lambda: O()<O()); tryit(lambda: hash(O()))


print({**o}, dict(o), list(o.items()))
print(o.keys() & {'a','q'}, sorted(o.keys() | {'z'}), sorted(o.items() ^ set()), o.keys()=={'a','b'}, 'a' in o.keys(), ('a',1) in o.items(), o.keys().mapping)
d=O((i,i) for i in range(1000))
for i in range(999,-1,-1): d.move_to_end(i, last=False)
print(list(d)==list(range(1000)))
for i in range(500): d.popitem(last=False); d[i+1000]=1; d.move_to_end(i+1000, last=i%2==0)
print(list(d)[:5], list(d)[-5:], len(d), next(reversed(d)))
import sys, weakref; w=weakref.ref(d); print(w() is d)
class P(O):
    def __init__(self): super().__init__(); self.q=1
p=P(); p['a']=1; print(p, p.q, pickle.loads(pickle.dumps(p)) if 0 else '')
class Miss(O):
    def __missing__(s,k): return 0
m=Miss(a=1); print(m['q'], m.pop('b',5), m.pop('a',6), m.pop('a',default=6)); tryit(lambda: m.pop('a')); tryit(lambda: m.popitem())
o=O(a=1); tryit(lambda: o.copy()); print(o.__sizeof__()>0, o.__class_getitem__(int))
tryit(lambda: O.__init__(o, b=3)); print(o)
tryit(lambda: O(None)); tryit(lambda: o.update(None)); 
class K:
    def keys(s): return ['u','v']
    def __getitem__(s,k): return k*2
print(O(K()))
class S(O): __slots__=('sl',)
s=S(); s.sl=3; print(s.sl, s.__reduce__()[:3]); tryit(lambda: setattr(s,'foo',1))
o=O.__new__(O); print(o, len(o)); 

# Values that empty an OrderedDict while it is compared.
class Emptying:
    def __init__(self, od):
        self.od = od
    def __eq__(self, other):
        self.od.clear()
        return True
for n in 1, 2, 3:
    for compare in (lambda a, b: a == b, lambda a, b: a != b, lambda a, b: a == dict(b), lambda a, b: dict(b) == a):
        a, b = O(), O()
        for i in range(n):
            a[i], b[i] = Emptying(a), Emptying(b)
        print(n, compare(a, b), len(a), len(b))
