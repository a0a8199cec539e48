# set and frozenset: methods, operators with other types, errors
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("set(5)", "set('hello') == set('olleh')", "{1, 2} | {3}", "{1, 2} | [3]", "{1, 2} & {2, 5}", "{1, 2} - {2}", "{1, 2} ^ {2, 3}", "{1, 2} + {3}", "{1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1} >= {2}, {1} == {1.0}", "{1} < [1]", "{1} == [1]", "{1}.union([2], (3,))", "{1}.union()", "{1}.union(5)", "{1, 2, 3}.intersection([1, 2], {2})", "{1, 2}.difference([1], [5])", "{1, 2}.symmetric_difference([2, 3])", "{1}.symmetric_difference()", "{1}.issubset([1, 2]), {1}.issuperset([]), {1}.isdisjoint([2])", "{1}.issubset(5)", "{1}.add([])", "{1}.add()", "{1}.remove(2)", "{1}.remove([])", "{1}.discard(2)", "{1}.discard([])", "set().pop()", "{1}.pop()", "{1}.update([2], [3])", "{1}.update(5)", "{1}.copy()", "{1}.clear()", "{1}[0]", "hash({1})", "hash(frozenset([1, 2])) == hash(frozenset([2, 1]))", "frozenset()", "frozenset([1])", "frozenset([1]).add(2)", "frozenset([1]) | {2}", "{2} | frozenset([1])", "type({2} | frozenset()).__name__, type(frozenset() | {2}).__name__", "{frozenset([1]): 2}[frozenset([1])]", "{1} in {frozenset([1])}", "{{1}}", "1 in {1}, [] in {1}", "len({1, 1, 1.0, True})", "{1}.intersection_update([1, 2])", "{1}.difference_update([1])", "{1}.symmetric_difference_update([1])", "{1}.__or__([1])", "{1}.__ior__([1])", "{1} | None", "sorted({3, 1, 2})", "max({1, 5}), sum({1, 2})", "bool(set())", "repr(set())", "repr({1})", "set([[1]])", "{*'ab'} == set('ab')", "{x % 3 for x in range(9)}", "{1: 2}.keys() | {5}", "set(x=1)", "set([1], [2])", "frozenset(frozenset([1])) == {1}", "{1}.x", "{1} and 2", "{1, 2}.__contains__(1)", "{1}.remove({1})", "{frozenset([1])}.remove({1})", "{frozenset([1])}.discard({1})", "frozenset([1]).union([2]), frozenset([1]).copy()", "{1}.isdisjoint(5)", "{1} - 5", "{1}.__sub__(5)", "set.union({1}, [2])", "set.union([1], [2])", "set[int]", "{1, 2}.__len__()", "{1} < 5")
s = {1, 2, 3}; u = s; s |= {4}; print(u is s, s); s -= {1}; s &= {2, 3, 9}; s ^= {3, 10}; print(s)
f = frozenset([1]); g = f; f |= {2}; print(g is f, f, type(f).__name__)
for op in ("s.add(9)", "s.discard(1)", "s.clear()"):
    s = {1, 2, 3}
    try:
        for x in s: exec(op)
    except RuntimeError as e: print(op, e)
class S(set):
    def __repr__(self): return "S" + repr(sorted(self))
a = S([1, 2]); print(a, a | {3}, type(a | {3}).__name__, type(a.copy()).__name__, type({3} | a).__name__, a & {1}, a - {1}, a == {1, 2})
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
class H(K):
    __hash__ = lambda self: hash(self.v)
t("{K(1)}", "len({H(1), H(1), H(2)})", "H(1) in {H(1)}", "hash(K(1))", "K.__hash__")
print(sorted(map(sorted, {frozenset("ab"), frozenset("ba"), frozenset("c")})))

# Sets of numbers that get members of other types, and the other way, at every size.
import gc
for n in (0, 3, 4, 5, 18, 19, 20, 100):
    numbers = set(range(n))
    copy, union = numbers.copy(), numbers | {-1, 2.5}
    for member in ("text" * 3, (1, 2), 10 ** 30):
        copy.add(member)
    gc.collect()
    print(n, len(copy), copy - numbers == {"text" * 3, (1, 2), 10 ** 30}, copy & numbers == numbers, sorted(union)[:3])
    mixed = numbers | {"a"}
    mixed.discard("a")
    mixed |= set(range(n, 2 * n))
    print(list(mixed) == list(range(2 * n)), mixed.isdisjoint({"a"}), mixed.isdisjoint({n // 2}), list(frozenset(mixed)) == list(mixed))
    mixed ^= {"b" * 2, 0}
    gc.collect()
    print(len(mixed), "b" * 2 in mixed, 0 in mixed, tuple(numbers) == tuple(range(n)))


class Meddler:
    """Equal to the other member, and a comparison empties the set."""

    def __init__(self, victims):
        self.victims = victims

    def __hash__(self):
        return 5

    def __eq__(self, other):
        for victim in self.victims:
            victim.clear()
            victim.update(range(3))
        return False


left, right = {5, 1, 2}, set()
right.update({5, 7, Meddler([left])})
try:
    result = left & right | left - right | right - left
    print(len(result) == len(set(result)))
except RuntimeError as error:
    print(error)
