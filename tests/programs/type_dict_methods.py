# dict: construction, methods, views, errors
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("{}.get()", "{}.get(1)", "{}.get(1, 2)", "{}.get(1, 2, 3)", "{}.get([])", "{}[1]", "{'a': 1}['b']", "{(1, 2): 3}[1, 2]", "{}[[]]", "{}.pop(1)", "{}.pop(1, 2)", "{1: 2}.pop(1)", "{}.pop()", "{}.popitem()", "{1: 2, 3: 4}.popitem()", "{}.setdefault(1)", "{}.setdefault(1, 2)", "{}.setdefault()", "{}.update(5)", "{}.update([1])", "{}.update([(1, 2)], a=3)", "{}.update([(1,)])", "{}.update('ab')", "{}.update(['ab', 'cd'])", "{}.update({}, {})", "{}.fromkeys('ab')", "dict.fromkeys('ab', 0)", "dict.fromkeys(5)", "dict.fromkeys()", "dict.fromkeys([[]])", "{1: 2}.copy()", "{1: 2}.clear()", "{}.keys()", "{1: 2}.values()", "{1: 2}.items()", "len({1: 2}.keys())", "1 in {1: 2}", "[] in {}", "{1: 2} | {3: 4}", "{1: 2} | [(3, 4)]", "{1: 2}.__or__(5)", "{1: 2} | 5", "{1: 2} == {1: 2.0}", "{1: 2} < {}", "{1: 2} + {}", "{**{'a': 1}, 'a': 2}", "{**5}", "{**{1: 2}}", "dict(**{1: 2})", "dict(a=1)['a']", "dict({'a': 1}, b=2)", "dict([('a', 1)])", "dict(zip('ab', (1, 2)))", "{1: 'a', 1.0: 'b', True: 'c'}", "{[]: 1}", "{{}: 1}", "del_({})", "list({'a': 1, 'b': 2})", "list(reversed({'a': 1, 'b': 2}))", "list(reversed({1: 2}.items()))", "{1: 2}.keys() & {1, 3}", "{1: 2}.keys() | [5]", "{1: 2}.items() - {(1, 2)}", "{1: 2}.keys() == {1}", "{1: 2}.keys() <= {1, 2}", "{1: [2]}.items() & {1}", "{1: 2}.values() == {1: 2}.values()", "{1: 2}.keys().isdisjoint([3])", "{1: 2}.keys()[0]", "{1: 2}.items().mapping", "{1: 2}.keys().mapping[1]", "hash({}.keys())", "repr({'a': {}}.items())", "{'a': 1}.x", "{'a': 1}.has_key('a')", "{}.__missing__", "{}.__getitem__()", "{1: 2}.__contains__(1)", "{}.__class_getitem__(int)", "dict[str, int]", "{1: 2}.__eq__(5)", "{1: 2}.__lt__({})", "{}.__ior__(5)")
d = {}; d["self"] = d; print(d, d == d, {1: d.values()})
d = {i: i * i for i in range(5)}
for op in ("d[9] = 1", "del d[0]", "d.pop(1)", "d[2] = 5", "d.clear()", "d.update({2: 3})"):
    d = {i: i * i for i in range(5)}; seen = []
    try:
        for k in d:
            seen.append(k)
            if k == 1: exec(op)
    except RuntimeError as e: print(op, e, seen)
    else: print(op, "fine", seen)
class M(dict):
    def __missing__(self, k): return f"no {k}"
m = M(a=1); print(m["a"], m["b"], m.get("b"), "b" in m, m | {"c": 2}, type(m | {}).__name__, type(m.copy()).__name__, m)
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): print("eq", self.v, getattr(o, "v", o)); return self.v == o.v
    def __repr__(self): return f"K{self.v}"
x = {K(1): "a", K(2): "b"}; print(x[K(2)], K(3) in x, x)
del x[K(1)]; x[K(1)] = "c"; print(x)
e = {"x": 1, "y": 2, "z": 3}; e["x"] = 9; del e["y"]; e["y"] = 0; print(e, list(e), e.popitem(), e)
big = {}
for i in range(1000): big[i] = i
for i in range(0, 1000, 3): del big[i]
for i in range(0, 1000, 9): big[i] = -i
print(len(big), list(big)[:3], list(big)[-3:], sum(big.values()))

# Copies, unions and lists of dicts of many sizes, some of them with removed keys.
for n in (0, 1, 4, 5, 8, 9, 10, 21, 100):
    d = {str(i): i for i in range(n)}
    e = {str(i): -i for i in range(n // 2, 2 * n)}
    for holes in (False, True):
        union = d | e
        print(len(union), list(union)[:3], list(union.values())[-2:], {**d, **e} == union, dict(d) == d.copy() == d, list(d.copy()) == list(d))
        copy = d.copy()
        copy["new"] = copy.pop("1", None)
        copy.update(e)
        copy |= {0: None}
        print(len(copy), [copy[k] for k in list(copy)[-2:]], "new" in d, tuple(copy.items())[-1], sorted(d.values())[:2], set(d) == d.keys())
        for key in list(d)[::3]:
            del d[key]
print(dict(zip("abc", range(5))), dict(enumerate("xy", 3)), dict(zip([], [])), dict(zip("a", "b", strict=True)))
for bad in (lambda: dict(zip([[]], [1])), lambda: dict(zip("ab", "c", strict=True)), lambda: dict(zip("ab")), lambda: dict(enumerate(5))):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
