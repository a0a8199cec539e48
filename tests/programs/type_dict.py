# dict: methods, views, order, mutation while iterating, missing keys, errors.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
def steps():
    d = {"a": 1, "b": 2}
    d["c"] = 3; d["a"] = 10; print(d)
    del d["a"]; d["a"] = 1; print(d)
    print(d.get("z"), d.get("z", 5), d.pop("b"), d.pop("zz", "def"), d.setdefault("n", []), d.setdefault("c", 9), d)
    d.update(x=1, y=2); d.update({"x": 5}); d.update([("p", 1), ["q", 2]]); d.update(zip("uv", range(2)), w=1); print(d)
    print(d.popitem(), d.popitem(), list(d), len(d))
    e = d.copy(); e.clear(); print(e, len(d), "x" in d, "nope" in d)
    print({"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}); d |= {"new": 1}; d |= [("pair", 2)]; print(d)
    k, v, i = d.keys(), d.values(), d.items()
    d["late"] = 0
    print(len(k), "late" in k, 0 in v, ("late", 0) in i, list(k)[-1], list(reversed(d))[:2], list(reversed(d.items()))[0])
    print(k & {"x", "zz"}, sorted(k | {"1"})[:2], sorted(k - {"x"}), {"a": 1}.keys() == {"a"}, {"a": 1}.items() == {("a", 1)}, {"a": 1}.keys() <= {"a", "b"}, {"a"} ^ {"b": 1}.keys() == {"a", "b"}, k.isdisjoint({"none"}))
    print({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), k.mapping["x"])
    print(dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), dict(zip("ab", "cd")), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(**{"k w": 1}))
    m = {1: "int", 1.0: "float", True: "bool", "1": "str"}; print(m)
    r = {}; r["self"] = r; print(r); r["l"] = [r]; print(r)
    print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {} == [], {1: [1]} == {1: [1]})
steps()
t("{}['a']", "{}[1, 2]", "{}.pop('a')", "{}.popitem()", "{[]: 1}", "{{}: 1}", "{}[[]]", "[] in {}", "{}.get([])", "{}.get()", "dict(5)", "dict([1])", "dict([(1,)])", "dict([(1, 2, 3)])", "dict(['ab', 'cd'])", "dict(['abc'])", "{}.update(5)", "{}.update([1])", "{} < {}", "{} + {}", "{} | [1]", "{}.keys() + 1", "{}.keys()[0]", "{}.foo", "hash({})", "dict.fromkeys(5)", "dict(None)", "{'a': 1}.setdefault()", "{1: 2}.get(1, 2, 3)", "{1: 2}.items() - {(1, 2)}", "{1: []}.items() & {1}", "{**{1: 2}, **5}", "{**[1]}", "dict[str, int]", "{1: 2}.__or__([])", "{1: 2}.__ror__({0: 1})", "iter({}).__next__()", "next(iter({1: 2}))", "{}.pop()", "{'k': 1}.pop('k', 2, 3)", "{}.update({}, {})", "dict({}, {})", "{1: 2}.values() == {1: 2}.values()", "{1, 2} <= {1: 1, 2: 2}.keys()")
def changing():
    d = {i: i for i in range(4)}
    for stmt in ("d[100] = 1", "del d[3]", "d.clear()"):
        try:
            for k in d:
                exec(stmt)
        except RuntimeError as e:
            print(stmt, "->", e)
    d = {1: 1}
    for k in d:
        d[k] += 1
    print(d)
    it = iter({1: 1, 2: 2})
    print(next(it), it.__length_hint__(), list(it))
    d = {1: 1, 2: 2}
    it = iter(d.items())
    next(it)
    del d[1]
    d[3] = 3
    try:
        print(next(it))
    except RuntimeError as e:
        print(e)
changing()
class Miss(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v
m = Miss(a="x")
print(m["q"], m, m.get("zz"), "zz" in m, type(m.copy()).__name__, type(m | {}).__name__)
class H:
    def __init__(self, v): self.v = v
    def __hash__(self): print("hash", self.v); return 1
    def __eq__(self, o): print("eq", self.v, o.v); return self.v == o.v
d = {H(1): "one"}
d[H(2)] = "two"
print(d[H(2)], len(d))
class BadEq:
    def __hash__(self): return 5
    def __eq__(self, o): raise ValueError("eq")
d = {BadEq(): 1}
try:
    d[BadEq()]
except ValueError as e:
    print(e)
class NoHash:
    __hash__ = None
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)
big = {}
for i in range(2000):
    big[i * 7 % 1999] = i
for i in range(0, 1999, 2):
    big.pop(i, None)
print(len(big), sum(big), list(big)[:6], list(big.items())[-3:])
words = "the quick brown fox jumps over the lazy dog the end".split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print(count, max(count, key=count.get), sorted(count.items(), key=lambda p: (-p[1], p[0]))[:3])
class M:
    def keys(self): return ["x", "y"]
    def __getitem__(self, k): return k.upper()
print(dict(M()), {**M()}, (lambda **k: k)(**M()))
