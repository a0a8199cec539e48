# Comprehensions: scopes, conditions, nesting, walrus, errors, side effects
x = "outer"
print([x for x in range(3)], x, {x: y for x, y in zip("ab", [1, 2])}, {x % 3 for x in range(7)}, [(i, j) for i in range(3) for j in range(i)], [[c for c in r] for r in ("ab", "cd")], [v for v in range(30) if v % 2 if v % 3 if v > 10], [a if a > 1 else -a for a in range(4)])
print([y for y in [1, 2, 3] if (z := y * 2) > 2], z, [last := k for k in range(3)], last, sum(v * v for v in range(5)), list(map(lambda f: f(2), [lambda q, k=k: q + k for k in range(3)])), [*(i for i in "ab"), *[1]], dict((k, v) for v, k in enumerate("abc")))
def f(n): return [n + m for m in range(n) for n in [m * 10]]
print(f(3)); nested = [[1, [2, 3]], [4, [5, 6]]]; print([a + sum(b) for a, b in nested], [(a, c) for a, (b, c) in nested], [q for (p, *q) in [(1, 2, 3), (4,)]])
class C:
    n = 3; items = [i for i in range(n)]; pairs = [(a, b) for a in items for b in "x"]; total = sum(items)
    def m(self): return [self.n * v for v in self.items]
print(C.items, C.pairs, C().m()); calls = []
def note(v): calls.append(v); return v
print([note(a) + note(b) for a in note([1, 2]) if note(a > 1) for b in note([3])], calls)
for s in ("[x for x in 5]", "[a for a in range(3) if 1 / a]", "{[]: 1 for _ in 'a'}", "{[] for _ in 'a'}", "[u for v in 'a']", "[i for i in [1, 2] for j in i]", "[(a, b) for a, b in [1]]", "[yield_ for yield_ in ()]", "{**{k: 1} for k in 'a'}", "[*a for a in 'b']", "[x for x, in [(1,), (2,)]]", "[i := 0 for i in 'a']", "[(j := i) for i in (j := 'ab')]", "[await x for x in 'a']", "(x for x in 1/0)", "list(1/0 for _ in 'a')", "{k: v for k, v in [(1, 2, 3)]}", "[x async for x in 'a']", "[a, b for a, b in []]", "dict(a for a in [1])"):
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, getattr(e, "msg", e))
gens = [(v * k for v in range(2)) for k in (1, 2)]; print([list(g) for g in gens]); it = iter(range(6)); print([(a, b) for a in it for b in it]); grid = {(r, c): r * c for r in range(3) for c in range(3) if r != c}; print(grid, max(grid, key=grid.get), {v: k for k, v in grid.items()})
print([[0 if i != j else 1 for j in range(3)] for i in range(3)], [list(c) for c in zip(*[[1, 2], [3, 4]])], "".join(c for c in "h3ll0" if c.isalpha()), [w for l in ["a b", "c"] for w in l.split()], any(x > 3 for x in [1, 5]), all([]), sorted({len(w): w for w in "a bb cc d".split()}.items()), [i for i in range(10)][::3], (lambda: [x for x in "ab"])())
