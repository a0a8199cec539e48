# Iteration by classes: __iter__, __next__, __getitem__, __contains__, __reversed__, __len__
class Count:
    def __init__(s, a, b): s.a, s.b = a, b
    def __iter__(s): s.i = s.a; return s
    def __next__(s):
        if s.i >= s.b: raise StopIteration
        s.i += 1; return s.i - 1
class Sq:
    def __getitem__(s, i):
        if isinstance(i, slice): return [s[k] for k in range(*i.indices(6))]
        if not -6 <= i < 6: raise IndexError(f"{i} out")
        return (i % 6) ** 2
    def __len__(s): return 6
c, q = Count(1, 5), Sq()
print(list(c), list(c), sum(c), max(q), 16 in q, 17 in q, q[1:4], q[-1], list(reversed(q)), [*q], dict(zip(c, q)), sorted(q, reverse=True), list(map(str, c)), any(v > 20 for v in q), tuple(enumerate(c, 1)))
a, *b, d = q; print(a, b, d); x, y = Count(0, 2); print(x, y)
for v in c:
    for w in Count(0, 2): print(v, w, end="; ")
print()
for n in (lambda: q[9], lambda: next(q), lambda: iter(5), lambda: [1 for _ in q[1]], lambda: len(c), lambda: reversed(c), lambda: c[0], lambda: 5 in 5):
    try: print(n())
    except Exception as e: print(type(e).__name__, e)
class Tree:
    def __init__(s, v, *k): s.v, s.k = v, k
    def __iter__(s):
        yield s.v
        for k in s.k: yield from k
    def __reversed__(s):
        for k in reversed(s.k): yield from reversed(k)
        yield s.v
    def __contains__(s, v): return s.v == v or any(v in k for k in s.k)
    def __len__(s): return 1 + sum(map(len, s.k))
    def __bool__(s): return True
t = Tree(1, Tree(2, Tree(3), Tree(4)), Tree(5)); print(list(t), list(reversed(t)), 4 in t, 9 in t, len(t), bool(t), [v for v in t if v % 2], max(t), "-".join(map(str, t)))
