# copy: shallow, deep, cycles, hooks, replace
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import copy
a = [1, [2, 3], {"k": [4]}, (5, [6]), {7}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(9); a[2]["k"].append(9); a[3][1].append(9); print(s, d, s[1] is a[1], d[1] is a[1], d[3] is a[3])
t = (1, 2, ("x",)); print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy("s") == "s", copy.copy(None), copy.deepcopy(len) is len)
l = [1]; l.append(l); c = copy.deepcopy(l); print(c, c[1] is c, c is not l)
class P:
    def __init__(self, x): self.x = x; self.me = self
p = P([1]); q = copy.deepcopy(p); r = copy.copy(p); print(q.me is q, q.x is p.x, r.me is p, r.x is p.x, type(q).__name__)
class H:
    def __init__(self, n): self.n = n
    def __copy__(self): return H(self.n + 1)
    def __deepcopy__(self, memo): return H(self.n + 100)
print(copy.copy(H(1)).n, copy.deepcopy([H(1), H(2)])[1].n)
class R:
    def __reduce__(self): return (list, ((1, 2),))
class S:
    __slots__ = ("a", "b")
s = S(); s.a = [1]; u = copy.copy(s); v = copy.deepcopy(s); print(copy.copy(R()), u.a is s.a, v.a, v.a is s.a, hasattr(u, "b"))
class G:
    def __getstate__(self): return {"z": 1}
    def __setstate__(self, st): self.st = st
g = copy.copy(G()); print(g.st, vars(g))
from collections import namedtuple, OrderedDict, deque, defaultdict, Counter
for v in (namedtuple("N", "a b")(1, [2]), OrderedDict(a=[1]), deque([1, [2]], 5), defaultdict(list, {1: [2]}), Counter("aab"), range(3), frozenset([1]), b"x", bytearray(b"x"), 1.5, 2 ** 90, {1: {2: 3}}, slice(1, 2)): w = copy.deepcopy(v); print(w, w == v, type(w) is type(v))
attempt(lambda: copy.copy(iter([1])).__next__()); attempt(lambda: copy.deepcopy((i for i in []))); attempt(lambda: copy.replace(namedtuple("N", "a b")(1, 2), b=5)); attempt(lambda: copy.replace(5)); memo = {}; x = [1]; print(copy.deepcopy([x, x], memo)[0] is copy.deepcopy([x, x])[0], len(memo) > 0); y = copy.deepcopy([x, x]); print(y[0] is y[1])
