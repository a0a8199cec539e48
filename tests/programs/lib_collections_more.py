# collections: Counter, OrderedDict, deque, ChainMap, defaultdict, namedtuple, UserDict
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from collections import *
c = Counter("abracadabra"); print(c, c.most_common(2), c["z"], sorted(c.elements())[:4], c.total(), c + Counter("ab"), c - Counter("aaab"), c & Counter("aab"), c | Counter("zz"), +Counter(a=-1, b=2), -Counter(a=-1), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2)); c.update("zz"); c.subtract({"a": 10}); print(c, dict(c), Counter({"x": 1}, y=2), Counter(), c.copy() == c); attempt(lambda: Counter(5)); attempt(lambda: Counter.fromkeys("a")); del c["nothing"]; attempt(lambda: c.most_common("a"))
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); o.move_to_end("c", last=False); print(o, o.popitem(), o.popitem(last=False), o, list(reversed(OrderedDict(x=1, y=2))), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, o | {"q": 1}, OrderedDict.fromkeys("ab")); attempt(lambda: o.move_to_end("zz")); attempt(lambda: OrderedDict().popitem()); attempt(lambda: o.pop("zz"))
d = deque([1, 2, 3], maxlen=4); d.append(4); d.append(5); d.appendleft(0); d.extend([7, 8]); print(d, d.maxlen, d.pop(), d.popleft(), d); d.extendleft("ab"); d.rotate(1); print(d, d.index("a"), d.count("a"), "b" in d, d[0], d[-1], list(reversed(d)), d.copy() == d, deque("abc") < deque("abd"), deque([1]) + deque([2]), deque([1]) * 3); d.reverse(); d.insert(0, "x") if len(d) < 4 else d.clear(); d.rotate(-5); print(d, deque(range(5)), deque([1, 2]) == [1, 2])
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque(5), lambda: deque([], -1), lambda: deque([], "a"), lambda: deque([1], maxlen=1).insert(0, 2), lambda: deque([1])[0:1], lambda: hash(deque()), lambda: deque([1, 2], 2).rotate("x")): attempt(f)
q = deque([1, 2, 3])
try:
    for x in q: q.append(1)
except RuntimeError as e: print(e)
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); m["c"] = 4; print(m, m["a"], m["b"], sorted(m), len(m), m.maps, m.new_child({"a": 0})["a"], m.parents, m.pop("c"), dict(m)); attempt(lambda: m["zz"]); attempt(lambda: m.pop("b")); attempt(lambda: m.__delitem__("b"))
dd = defaultdict(list, x=[1]); dd["y"].append(2); print(dd, dd.default_factory, dd.get("z"), "z" in dd, dd["z"], dd, defaultdict(int)["q"], dd.copy(), defaultdict(lambda: 5)["k"]); attempt(lambda: defaultdict()["x"]); attempt(lambda: defaultdict(5)); attempt(lambda: defaultdict(int)[[]])
P = namedtuple("P", "x y z", defaults=[0]); p = P(1, 2); print(p, p.x, p[1], p._asdict(), p._replace(x=9), P._make([7, 8, 9]), P._fields, P._field_defaults, p == (1, 2, 0), hash(p) == hash((1, 2, 0)), P(**{"x": 1, "y": 2}), [*p], p + (5,), p < P(1, 3), P.x.__doc__, P.__doc__, namedtuple("Q", ["a", "def", "a"], rename=True)._fields, isinstance(p, tuple), "%s-%s" % p[:2], P.__match_args__)
for f in (lambda: P(1), lambda: P(1, 2, 3, 4), lambda: P(1, 2, w=3), lambda: p._replace(q=1), lambda: setattr(p, "x", 5), lambda: namedtuple("Q", "a a"), lambda: namedtuple("Q", "class"), lambda: namedtuple("Q", "_a"), lambda: namedtuple("1Q", "a"), lambda: namedtuple("Q", "a b", defaults=[1, 2, 3]), lambda: P._make([1]), lambda: p.w, lambda: namedtuple("Q", 5)): attempt(f)
class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __missing__(self, k): return f"?{k}"
u = U(a=1); u["b"] = 2; print(u, u["A"], u["zz"], "A" in u, u.data, u.get("q"), u | {"c": 3}); class_ = type("UL", (UserList,), {}); l = class_([3, 1]); l.append(2); l.sort(); print(l, l[:2], type(l[:2]).__name__, l + [1], l.data); print(UserString("abc").upper(), UserString("a") + "b", UserString("abc")[1:], len(UserString("xy")))
