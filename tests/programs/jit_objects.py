# Hot loops over objects, strings, dicts, sets, comprehensions and exceptions.
class Particle:
    def __init__(self, x, v):
        self.x, self.v = x, v
    def step(self, dt):
        self.x += self.v * dt
        if self.x > 100.0 or self.x < 0.0:
            self.v = -self.v
ps = [Particle(i * 10.0, 1.5 - i * 0.25) for i in range(10)]
for _ in range(600):
    for p in ps: p.step(0.5)
print([round(p.x, 6) for p in ps])
def words(n):
    d = {}
    for i in range(n):
        k = "k" + str(i % 37)
        d[k] = d.get(k, 0) + i
    return sorted(d.items())[:4], len(d)
print(words(4000))
def sets(n):
    s = set()
    for i in range(n):
        v = i * i % 101
        if v in s: s.discard(v)
        else: s.add(v)
    return len(s), sum(s)
print(sets(5000))
def chars(text):
    vowels = 0
    out = []
    for ch in text:
        if ch in "aeiou": vowels += 1
        elif ch != " ": out.append(ch.upper())
    return vowels, "".join(out)[:20], len(out)
print(chars("the quick brown fox jumps over the lazy dog " * 60))
def comp(n): return sum([x * 2 for x in range(n) if x % 3]), len({x % 17 for x in range(n)}), {k: v for k, v in zip(range(3), range(n, n + 3))}
print([comp(500) for _ in range(8)][-1])
def exceptions(n):
    c = 0
    for i in range(n):
        try:
            if i % 5 == 0: raise ValueError(i)
            if i % 7 == 0: {}[i]
        except ValueError as e: c += e.args[0] % 3
        except KeyError: c -= 1
        finally: c += 1
    return c
print(exceptions(3000))
class Stack:
    def __init__(self): self._items = []
    def push(self, v): self._items.append(v)
    def pop(self): return self._items.pop()
    def __len__(self): return len(self._items)
    def __bool__(self): return bool(self._items)
def stack(n):
    s = Stack(); t = 0
    for i in range(n):
        s.push(i)
        if i % 3 == 2: t += s.pop() - s.pop()
    while s: t += s.pop()
    return t, len(s)
print(stack(4000))
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    @property
    def norm(self): return self.x * self.x + self.y * self.y
def vectors(n):
    acc = Vec(0, 0); d = Vec(1, -2)
    for i in range(n): acc = acc + d * (i % 4)
    return acc.x, acc.y, acc.norm
print(vectors(3000))
def tuples(n):
    best = (0, 0)
    for i in range(n):
        t = (i * 7919 % 1009, i)
        if t > best: best = t
    return best
print(tuples(4000))
def matrix(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    c = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            s = 0
            for k in range(n): s += a[i][k] * a[k][j]
            c[i][j] = s
    return sum(map(sum, c)), c[1][2]
print(matrix(30))
def kwargs(n):
    def f(a, b=2, *, c=3): return a + b * c
    t = 0
    for i in range(n): t += f(i) + f(i, c=1) + f(b=i, a=1)
    return t
print(kwargs(2000))
def star(n):
    def f(*a, **k): return len(a) + len(k)
    t = 0
    for i in range(n): t += f(*(1,) * (i % 4)) + f(x=1, **{"y": 2})
    return t
print(star(2000))
def slices(n):
    l = list(range(50)); t = 0
    for i in range(n): t += sum(l[i % 10:i % 10 + 5]) + l[-1] + len(l[::3])
    return t
print(slices(2000))
def sorting(n):
    x = 12345; l = []
    for _ in range(n): x = (x * 1103515245 + 12345) % 2147483648; l.append(x % 1000)
    l2 = l[:]
    for i in range(1, len(l)):
        j = i; v = l[i]
        while j > 0 and l[j - 1] > v: l[j] = l[j - 1]; j -= 1
        l[j] = v
    return l == sorted(l2), l[:5], l[-1]
print(sorting(250))
def fstrings(n):
    t = 0
    for i in range(n): t += len(f"{i}:{i * 2:>5}|{i / 4:.2f}")
    return t
print(fstrings(2000))
def isinst(n):
    t = 0
    for i in range(n):
        v = i if i % 3 else str(i) if i % 2 else [i]
        if isinstance(v, int): t += v
        elif isinstance(v, str): t += len(v)
        else: t += v[0]
    return t
print(isinst(3000))
def matching(n):
    t = 0
    for i in range(n):
        match (i % 3, i % 2):
            case (0, y): t += y
            case (x, 0): t += x * 10
            case _: t += 100
    return t
print(matching(3000))
def withs(n):
    class CM:
        count = 0
        def __enter__(self): CM.count += 1; return self
        def __exit__(self, *a): CM.count += 2
    for i in range(n):
        with CM(): pass
    return CM.count
print(withs(2000))
def bytesum(data):
    h = 0
    for b in data: h = (h * 33 ^ b) & 0xFFFFFF
    return h
print(bytesum(bytes(range(256)) * 12))
def gens(n):
    def evens(it):
        for v in it:
            if not v & 1: yield v
    def sq(it):
        for v in it: yield v * v
    return sum(sq(evens(range(n)))), sum(x for x in range(n) if x % 3 == 0)
print(gens(3000))
