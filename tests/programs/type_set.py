# set and frozenset: operations, order, methods, errors.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
def steps():
    s = {3, 1, 2}
    s.add(5); s.add(1); s.discard(9); s.remove(2); print(sorted(s), len(s))
    s.update([7, 8], (9,)); s |= {10}; s &= {1, 3, 7, 10}; s -= {3}; s ^= {1, 99}; print(sorted(s))
    s.intersection_update([7, 99], range(100)); s.difference_update([7]); s.symmetric_difference_update({5}); print(sorted(s))
    a, b = {1, 2, 3}, {3, 4}
    print(a | b, a & b, a - b, a ^ b, a < b, {3} < b, b >= {4}, a == {3, 2, 1}, a != b, a.isdisjoint({9}))
    print(a.union([5], "x") == {1, 2, 3, 5, "x"}, a.intersection([2], [2, 3]), a.difference([1], [2]), a.symmetric_difference([1, 9]), a.issubset(range(5)), a.issuperset([1]), a.copy() == a, a.copy() is a)
    f = frozenset([1, 2]); print(f, f | {3}, {3} | f, type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([2, 1])], f == {1, 2}, frozenset(f) is f, f.copy() is f)
    print(set(), frozenset(), {1}, set("hello") == {"h", "e", "l", "o"}, set(range(3)), {i % 3 for i in range(9)}, {*[1], *(2,)})
    n = {frozenset([1]), frozenset()}; print(frozenset([1]) in n, {1} in n, {1} in {frozenset([1])}); n.discard({1}); print(n); n.remove(set()); print(n)
    e = {1}; x = e.pop(); print(x, e)
    print({1, 1.0, True}, {"a": 1}.keys() | {1} == {"a", 1}, len({0, -0.0, False, 0j}))
steps()
t("{1}.remove(2)", "set().pop()", "{[]}", "{1}.add([])", "set(5)", "set(1, 2)", "{1} | [2]", "{1} - [1]", "{1} < [1]", "{1} + {2}", "{1}[0]", "hash({1})", "{{1}}", "frozenset([[]])", "frozenset({1}).add(2)", "{1}.union(5)", "{1}.update(1)", "{1}.issubset(5)", "[] in {1}", "{1}.discard([])", "set(x=1)", "{1}.foo", "{1}.remove()", "{1} == [1]", "{1}.__or__([1])", "{1}.__eq__([1])", "set[int]", "bool(set())", "{1, 2} > {1}", "{1} <= {1}", "not {1} < {1}", "{1}.isdisjoint('a')", "max({1, 5, 3})", "sum({1, 2})", "sorted({'b', 'a'})", "set('').union('a')", "frozenset('a') == set('a')", "iter(set()).__next__()", "repr(frozenset({1}))", "set.__text_signature__", "{None, None}", "frozenset().union()", "hash(frozenset())", "hash(frozenset([1, 2, 3]))", "hash(frozenset(range(100)))")
print({3, 1, 2}, {10, 5, 100, 33}, {-1, -2, 0}, set(range(10, 0, -1)), {2**40, 1, 2**61}, {8, 0, 16, 24}, {1.5, 2, 0.25})
print({"apple", "banana", "cherry"}, set("hello world"), {"a", 1, None, (1, 2), 2.5}, frozenset("xyz"), {b"a", "a"}, {"", "\u00e9", "\u20ac"})
s = set()
for i in range(50):
    s.add(i * i % 71)
print(s)
for i in range(0, 71, 3):
    s.discard(i)
print(s, len(s))
s.update(range(1000, 1010))
print(s)
print({i * 3 for i in range(20)} & {i * 2 for i in range(30)}, {i * 3 for i in range(12)} | {i * 5 for i in range(9)}, {i * 3 for i in range(12)} - {i * 2 for i in range(30)}, set(range(20)) ^ set(range(10, 30)))
print([w for w in {"the", "quick", "brown", "fox", "jumps", "over", "lazy", "dog"}], list({(i, i + 1) for i in range(6)}))
t1 = set(range(5)); order = []
while t1: order.append(t1.pop())
print(order)
try:
    for x in (q := {1, 2, 3}): q.add(x + 10)
except RuntimeError as e: print(e)
class S(set):
    def __repr__(self): return "S" + repr(sorted(self))
print(S([2, 1]), S([1]) | {2}, type(S([1]) | {2}).__name__, type(S([1]).copy()).__name__, S([1]) == {1}, {S([1]) == frozenset([1])})
class E:
    def __init__(self, n): self.n = n
    def __hash__(self): return 7
    def __eq__(self, o): return self.n == o.n
    def __repr__(self): return f"E{self.n}"
es = {E(i % 4) for i in range(12)}
print(sorted(e.n for e in es), E(2) in es, E(9) in es, es)
