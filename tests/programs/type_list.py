# list: methods, slices, sorting, comparison, errors.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
def steps():
    a = [3, 1, 2]
    a.append(5); a.extend("xy"); a.extend(range(2)); print(a)
    a.insert(0, "first"); a.insert(100, "last"); a.insert(-1, "before"); print(a)
    print(a.pop(), a.pop(0), a.pop(-2), a)
    a.remove("x"); print(a, a.index("y"), a.count(1))
    a.reverse(); print(a)
    b = a.copy(); b.clear(); print(a, b, a.copy() is a)
    a[1:3] = ["A", "B", "C"]; print(a)
    a[::2] = [0] * len(a[::2]); print(a)
    del a[0], a[-1], a[1:3]; print(a)
    a[len(a):] = [7, 8]; a[:0] = [9]; print(a)
    a += (1, 2); a *= 2; print(a, len(a))
    a[2:2] = a; print(len(a), a[:6])
    del a[::3]; print(a)
    c = a; c += [1]; print(c is a)
    d = [[]] * 3; d[0].append(1); print(d)
    e = [1, 2]; e.append(e); print(e, e[2] is e, repr(e))
    f = [1, 2, 3, 4, 5]; f[1:4] = []; print(f); f[5:9] = "z"; print(f); f[::-1] = [1, 2, 3]; print(f)
steps()
l = [5, 3, 8, 1]
t("sorted(l)", "sorted(l, reverse=True)", "sorted(['b', 'A', 'c'], key=str.lower)", "sorted([(1, 'b'), (0, 'z'), (1, 'a')])", "sorted([3, 'a'])", "sorted(5)", "sorted([1, 2], key=5)", "sorted([[2], [1]], key=lambda x: x[0])", "sorted(l, key=lambda x: -x)", "sorted([1.5, 1, True, 0])", "sorted({'b': 1, 'a': 2})", "sorted('hello', reverse=True)", "sorted([(1, 2), (1,), ()])", "sorted([None, None])", "sorted([None])", "sorted(l, lambda x: x)", "sorted(iterable=l)", "[].sort(5)", "sorted(l, cmp=1)")
t("[1, 2][2]", "[1, 2]['a']", "[1, 2][1.0]", "[][0]", "[1, 2, 3][-4]", "[1, 2].pop(5)", "[].pop()", "[1].remove(2)", "[1].index(2)", "[1, 2, 1].index(1, 1)", "[1, 2].index(2, 0, 1)", "[1, 2].index(2, -1)", "[1].insert('a', 1)", "[1].insert(1)", "[1].extend(5)", "[1] + (2,)", "[1] + None", "[1] * 'a'", "[1] * 1.5", "[1] * -1", "2 * [1, 2]", "[1].append()", "[1].append(1, 2)", "[1].foo", "[1].__setitem__(5, 1)", "[1, 2].__setitem__(slice(None, None, 2), [1, 2])", "[1].__setitem__(slice(0, 1), 5)", "[1].__delitem__(3)", "[1][::0]", "hash([])", "{[]: 1}", "[1] < 5", "[1](0)", "list(5)", "list(1, 2)", "list(x=1)", "list('abc')", "list({1: 2})", "list(range(3))", "[*'ab', *[1]]", "[1, [2, [3]]] == [1, [2, [3]]]", "[1, 2] < [1, 2, 3]", "[1, 'a'] < [2, 1]", "[1, 'a'] < [1, 1]", "[] == ()", "[1, 2] != [1, 2]", "3 in [1, 2, 3]", "len([1, 2])", "bool([])", "list(reversed([1, 2]))", "[1, 2].__reversed__().__length_hint__()", "[1, 2] * 2", "min([])", "max([], default=5)", "max([1, 2], key=lambda x: -x)", "sum([[1], [2]], [])", "sum(['a'])", "sum(['a'], '')", "[0] * (1 << 62)", "list.append([], 1)", "list.append(5, 1)", "[1].copy(1)", "list.__text_signature__", "[[1, 2], [3]].__repr__()", "[1,2,3].__eq__(5)", "[].__iadd__(5)", "[1].index('x', 'y')", "[1, 2, 3][True]", "[1, 2, 3][slice(1, None)]", "[1].sort(key=None, reverse=0)", "[3, 1].sort()")
class K:
    def __init__(self, k, n): self.k, self.n = k, n
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return f"{self.k}{self.n}"
ks = [K(i * 7 % 5, i) for i in range(12)]
print(sorted(ks))
print(sorted(ks, reverse=True))
def mutate():
    a = [3, 1, 2]
    try:
        a.sort(key=lambda x: a.append(x))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
    print(len(a))
    b = [1, 2, 3]
    try:
        b.sort(key=lambda x: 1 / (x - 2))
    except ZeroDivisionError as e:
        print(e, b)
    it = iter([1, 2, 3])
    print(next(it), it.__length_hint__(), list(it), list(it))
    c = [1, 2, 3, 4, 5, 6]
    for x in c:
        if x % 2: c.remove(x)
    print(c)
    class Evil:
        def __eq__(self, o):
            d.clear()
            return False
    d = [Evil(), Evil(), Evil()]
    print(d.count(1), len(d), [Evil()].index if 0 else "")
mutate()
x = [(i * 7919) % 1009 for i in range(300)]
y = sorted(x)
print(y[:10], y[-5:], all(p <= q for p, q in zip(y, y[1:])), sorted(x, key=lambda v: v % 10)[:12])
x.sort(reverse=True)
print(x[:5], sorted(map(str, x))[:8], sorted([v / 7 for v in x])[:3], sorted([v - 500 for v in x], key=abs)[:5])
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = "t"
    def __getitem__(self, i): return ("got", i)
    def __repr__(self): return f"L{list(self)}"
q = L([1, 2])
print(q, q[0], q.tag, q + [3], type(q + [3]).__name__, q[0:1], len(q), q == [1, 2], type(q.copy()).__name__, sorted(q))
grid = [[0] * 4 for _ in range(3)]
for r in range(3):
    for c in range(4):
        grid[r][c] = r * c
print(grid, list(zip(*grid)), [row[::-1] for row in grid])
