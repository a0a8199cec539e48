# list: slices, sorting, aliasing, growth while iterating, subclasses
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
def do(code, start=(1, 2, 3, 4, 5)):
    a = list(start)
    try: exec(code); print(code, a)
    except Exception as e: print(code, type(e).__name__ + ":", e, a)
for code in ("a[1:3] = []", "a[1:1] = 'xy'", "a[::2] = [7, 8, 9]", "a[::2] = [1]", "a[::-1] = range(5)", "a[5:] = [6]", "a[10:12] = [6]", "a[-2:] = ()", "a[3:1] = [0]", "a[:] = a[::-1]", "a[1:2] = a", "a[0:2] = 5", "a[0:2:1] = iter('abc')", "del a[::2]", "del a[1:4]", "del a[::-2]", "del a[10]", "del a[-6]", "a[5] = 1", "a[-5] = 0", "a['x'] = 1", "a[1.0] = 1", "a.insert(-100, 0)", "a.insert(2, a)", "a += 5", "a += 'ab'", "a += a", "a *= 0", "a *= 2", "a *= 1.5", "a.extend(a)", "a.extend([x for x in a if x > 3])", "a.pop(-1); a.pop(0)", "a.pop('x')", "a.remove(9)", "a.remove(3)", "a.sort(reverse=True)", "a.sort(key=lambda x: -x % 3)", "a.sort(key=lambda x: 1 / (x - 3))", "a.sort(1)", "a.sort(foo=1)", "a.reverse()", "a.clear()", "a.append(a.pop(0))", "a.index(3, 4)", "a[0], a[1] = a[1], a[0]", "a[a[0]], a[0] = 9, 8", "del a[:]", "a[True] = 'one'", "a[slice(None, None, 2)] = 'xyz'", "a[slice(0, 4, 2)] = 'xyz'"): do(code)
t("[1, 2] * 2", "[[]] * 2", "[1] + [2]", "[1] + (2,)", "[1, 2] == [1, 2.0]", "[1, [2]] < [1, [3]]", "[1, 2] > [1]", "[] < 5", "[1, 2].index(2, -1)", "[1, 2].index(1, 1)", "[1].count([])", "[None, 0, False].count(0)", "list(range(3))[::-1]", "[1, 2, 3][5:]", "[1, 2, 3][-100:100]", "[1, 2, 3][2:0:-1]", "[x for x in range(10)][2:8:3]", "[*range(3), *'ab']", "list({'a': 1}.items())", "sorted([[2], [1, 5], [1]])", "sorted(['b', 'A', 'a', 'B'])", "sorted(['b', 'A', 'a', 'B'], key=str.lower)", "sorted(range(6), key=lambda x: x % 3)", "sorted(range(6), key=lambda x: x % 3, reverse=True)", "sorted('banana', key='banana'.index)", "sorted([True, 0, 2.5, -1])", "sorted([(2, 'a'), (1, 'b')], key=lambda p: p[1])", "[3, 1, 2].sort()", "[1, 2].copy().append(3)", "[[1, 2], [3]][0][1]", "[1, 2, 3].__contains__(2)", "[0] * 3 == [0, 0, 0]", "list('abc').pop(1)", "[] or [1]", "[1, 2].__iadd__([3])", "[1].__mul__(2), [1].__rmul__(2)", "[1] @ [2]", "list(reversed([1, 2, 3]))", "[1, 2, 3].__sizeof__() > 0")
a = [1, 2, 3]; out = []
for x in a:
    out.append(x)
    if x < 3 and len(a) < 8: a.append(x + 10)
print(a, out)
a = [1, 2, 3, 4]
for x in a: a.remove(x)
print(a)
a = []; a.append(a); print(a, a == a, repr([a]))
it = iter([1, 2, 3]); print(next(it), it.__reduce__()[1], list(it), next(it, None))
class L(list):
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return "got" if i == 0 else super().__getitem__(i)
l = L([1, 2]); l.append(3); print(l, l[0], l[2], l + [1], type(l + [1]).__name__, list(l), [*l], type(l[:]).__name__, l.copy(), type(l.copy()).__name__, l == [1, 2, 6])
words = "the quick brown fox jumps over the lazy dog the end".split()
print(sorted(words, key=lambda w: (-words.count(w), w)), sorted(set(words), key=len), sorted(words, key=len, reverse=True))
big = list(range(1000, 0, -1)); big.sort(key=lambda v: v % 37); print(big[:5], big[-5:], [v for v in big if v % 37 == 5][:4])
m = [[i * j for j in range(4)] for i in range(3)]; print([list(r) for r in zip(*m)], [sum(r) for r in m], [v for r in m for v in r if v % 2])

# Comparisons that change the lists they compare.
class Changer:
    def __init__(self, lists, answer):
        self.lists, self.answer = lists, answer

    def __eq__(self, other):
        for changed in self.lists:
            changed.clear()
        return self.answer

    def __lt__(self, other):
        return "less"


for answer in (True, False):
    first, second = [1, 2, 3], [1, 2, 3]
    first[1] = Changer([first], answer)
    print(first == second, first, second)
    first, second = [1, 2, 3], [1, 2, 3]
    first[1] = Changer([second], answer)
    print(first < second, second)
nan = float("nan")
print([nan] == [nan], [1, nan] < [1, nan], [1, 2.0] == [1.0, 2], [True] == [1], [1] < [2, 3], [2] < [1, 9], [1] < [1, 0])

# Lists whose length is known from the beginning, and that grow, shrink and change afterwards.
for n in range(14):
    source = [chr(97 + i) for i in range(n)]
    for made in (list(source), source[:], source.copy(), source + [], [*source], list(tuple(source)), list(dict.fromkeys(source)),
                 list(zip(source, source)), list(enumerate(source)), list(map(str.upper, source)), " ".join(source).split()):
        before = len(made)
        made.append("x")
        made += ["y", 3]
        made.insert(0, None)
        made[1:2] = [1, 2, 3]
        made.reverse()
        made *= 2
        del made[:3]
        if made.pop() is not None or len(made) != 2 * (before + 4 + (2 if before else 2)) - 4:
            print("wrong", n, made)
    print(n, made)
empty = [None] * 3
while empty:
    empty.pop()
print(empty, sum([]), sum([1, 2], 3), sum([1 << 47] * 5, 1 << 47), sum({1, 2, 3}), sum({4: 5}.values()), sum(b"abc"), sum([1, 2.5, 3]), sum([True, 2]), sum([1 << 60, 1]))
