# collections: namedtuple, deque, Counter, OrderedDict, defaultdict, ChainMap, User*.
from collections import *
import collections.abc as cabc
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
P = namedtuple("P", "x y z", defaults=[0])
p = P(1, 2)
print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._fields, P._field_defaults, P._make([1, 2, 3]), p == (1, 2, 0), hash(p) == hash((1, 2, 0)), P.x.__doc__, P.__doc__)
x, *rest = p
print(x, rest, p + (5,), P(z=1, y=2, x=3), repr(P), isinstance(p, tuple), P.__match_args__)
attempt(lambda: P(1)); attempt(lambda: P(1, 2, 3, 4)); attempt(lambda: namedtuple("Q", "a a")); attempt(lambda: namedtuple("Q", "a class", rename=True)._fields); attempt(lambda: namedtuple("Q", "_a")); attempt(lambda: namedtuple("1Q", "a")); attempt(lambda: setattr(p, "x", 5)); attempt(lambda: p._replace(q=1)); attempt(lambda: P._make([1]))
d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0); print(d, d.maxlen, d[0], d[-1], len(d))
d.rotate(1); print(d); d.rotate(-2); print(d); d.extend([7, 8]); d.extendleft("ab"); print(d)
e = deque("abcabc"); e.remove("b"); e.insert(2, "X"); e.reverse(); print(e, e.count("a"), e.index("X"), e.pop(), e.popleft(), e.copy() == e, "X" in e)
del e[0]; e[0] = "new"; e += "zz"; print(e, e * 2, e + deque([1]), deque([1]) < deque([2]), list(reversed(e)), bool(deque()), deque(range(3), 2))
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1]).remove(5), lambda: deque([1])[3], lambda: deque([1]).index(9), lambda: deque(5), lambda: deque([], -1), lambda: hash(deque()), lambda: deque([1], 1).insert(0, 2), lambda: deque([1]) + [2], lambda: deque([1])[0:1], lambda: deque("ab", maxlen=3), lambda: deque([1]).rotate("a")): attempt(f)
def mut():
    q = deque([1, 2])
    for v in q: q.append(v)
attempt(mut)
c = Counter("abracadabra"); print(c, c["z"], c.most_common(2), sorted(c.elements())[:4], c.total(), list(c))
c.update("aab"); c.subtract({"a": 10, "q": 1}); print(c, +c, -c, c + Counter(a=20), c - Counter(b=1), c & Counter(a=1, b=1), c | Counter(z=9), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2))
del c["a"]; del c["nothere"]; print(c.get("zz"), Counter({"k": 2}), Counter(["x"]), Counter(k=3).copy())
od = OrderedDict([("b", 1), ("a", 2), ("c", 3)])
od.move_to_end("b"); print(od); od.move_to_end("c", last=False); print(od, od.popitem(last=False), od.popitem(), list(reversed(od)), od == {"a": 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), od | {"q": 1})
attempt(lambda: od.move_to_end("zz")); attempt(lambda: OrderedDict().popitem()); attempt(lambda: od.pop("zz")); print(od.pop("zz", 5), od.setdefault("n", 1), od)
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dd, dd.get("z"), "z" in dd, dd.default_factory is list, dd.copy(), dd | {"c": 5}); dd.default_factory = None; attempt(lambda: dd["zz"]); attempt(lambda: defaultdict(5)); attempt(lambda: defaultdict(lambda: 1 / 0)["x"])
tree = lambda: defaultdict(tree); t = tree(); t["a"]["b"]["c"] = 1; print(t["a"]["b"]["c"], list(t))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m["a"], m["b"], dict(m), m, m.new_child({"z": 1})["z"], m.parents, len(m), list(m)); m["b"] = 9; print(m.maps); attempt(lambda: m["q"]); attempt(lambda: m.pop("zz"))
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
u = UD(a=1); u["b"] = 2; u.update({"c": 3}); print(u, u.data, "A" in u, len(u), {**u})
ul = UserList([3, 1, 2]); ul.sort(); print(ul, ul[0:2], ul + [9], UserString("abc").upper(), type(ul[0:1]).__name__)
print(isinstance([], cabc.Sequence), isinstance({}, cabc.Mapping), isinstance(5, cabc.Hashable), isinstance([], cabc.Hashable), isinstance((i for i in ()), cabc.Generator), issubclass(set, cabc.MutableSet), isinstance(len, cabc.Callable), isinstance(range(2), cabc.Sequence), isinstance("", cabc.Reversible), isinstance({}.keys(), cabc.KeysView), isinstance(iter([]), cabc.Iterator), isinstance(b"", cabc.Buffer))
class Seq(cabc.Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
s = Seq(); print(list(s), 20 in s, s.index(10), s.count(0), list(reversed(s)), isinstance(s, cabc.Collection)); attempt(lambda: s.index(99))
class MS(cabc.MutableSet):
    def __init__(self, it=()): self.d = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d.append(x) if x not in self.d else None
    def discard(self, x): self.d.remove(x) if x in self.d else None
a, b = MS([1, 2, 3]), MS([2, 3, 4]); print(list(a & b), list(a | b), list(a - b), list(a ^ b), a == MS([3, 2, 1]), a <= MS(range(9)), a.isdisjoint(MS([9])), a.pop()); a |= b; print(list(a))
class MM(cabc.Mapping):
    def __getitem__(self, k): return {"x": 1, "y": 2}[k]
    def __iter__(self): return iter("xy")
    def __len__(self): return 2
mm = MM(); print(dict(mm), mm.get("z", 0), "x" in mm, list(mm.items()), mm == {"x": 1, "y": 2}, type(mm.keys()).__name__, {**mm})
attempt(lambda: cabc.Sequence()); attempt(lambda: cabc.Iterable())
