# Equality, ordering and hashing of instances in containers
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, V) else NotImplemented
    def __hash__(s): return hash(s.v)
    def __lt__(s, o): return s.v < o.v if isinstance(o, V) else NotImplemented
    def __repr__(s): return f"V{s.v}"
class W(V):
    def __eq__(s, o): return "W" if isinstance(o, W) else super().__eq__(o)
    __hash__ = V.__hash__
print(V(1) == V(1), V(1) != V(1), V(1) == 1, 1 == V(1), W(1) == W(2), W(1) == V(1), V(1) == W(1), {V(1), V(1), W(1)}, {V(1): "a"}[V(1)], V(1) in [V(2), V(1)], [V(1), V(2)].index(V(2)), sorted([V(3), V(1)]), max(V(1), V(5)), V(1) < V(2), V(1) > V(2), [V(1)] == [V(1)], (V(1), 2) < (V(1), 3), [V(1), V(1)].count(V(1)))
for e in ("V(1) < 1", "V(1) <= V(2)", "V(1) > 'a'", "sorted([V(1), 2])", "{E(): 1}", "hash(E())", "E() == E()", "E() != 5", "E() in [E()]", "F() == F()", "F() != F()", "hash(N())", "N() == N()", "{N()}"):
    class E:
        def __eq__(s, o): return True
    class F:
        def __ne__(s, o): return "ne"
    class N: __hash__ = None
    try: print(e, eval(e))
    except TypeError as x: print(e, "->", x)
class Weird:
    def __eq__(s, o): return []
    def __lt__(s, o): return "lt"
    def __hash__(s): return 2 ** 70
w = Weird(); print(w == 1, w != 1, w < 1, 1 > w, w in [1], hash(w) == hash(2 ** 70), {w: 1}[w], [w] == [1], bool(w == w))
class Money:
    def __init__(s, a, c="EUR"): s.a, s.c = a, c
    def key(s): return (s.c, s.a)
    __eq__ = lambda s, o: s.key() == o.key()
    __lt__ = lambda s, o: s.key() < o.key()
    __hash__ = lambda s: hash(s.key())
    __add__ = lambda s, o: Money(s.a + o.a, s.c)
    __radd__ = lambda s, o: s if o == 0 else NotImplemented
    __repr__ = lambda s: f"{s.a} {s.c}"
m = [Money(3), Money(1, "USD"), Money(2)]; print(sorted(m), sum(m[::2]), min(m), {Money(3): 1}, set(m) == set(m[::-1]), m.index(Money(2)))
