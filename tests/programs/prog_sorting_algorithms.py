# Sorting algorithms against sorted, with keys, stability and comparisons counted
import random
class V:
    n = 0
    def __init__(self, k, i): self.k, self.i = k, i
    def __lt__(self, o): V.n += 1; return self.k < o.k
    def __le__(self, o): V.n += 1; return self.k <= o.k
    def __repr__(self): return f"{self.k}.{self.i}"
def bubble(a):
    for n in range(len(a), 1, -1):
        swapped = False
        for i in range(n - 1):
            if a[i + 1] < a[i]: a[i], a[i + 1] = a[i + 1], a[i]; swapped = True
        if not swapped: break
    return a
def insertion(a):
    for i in range(1, len(a)):
        v, j = a[i], i
        while j and v < a[j - 1]: a[j] = a[j - 1]; j -= 1
        a[j] = v
    return a
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r, out = merge(a[:m]), merge(a[m:]), []
    while l and r: out.append((r if r[0] < l[0] else l).pop(0))
    return out + l + r
def quick(a): return a if len(a) < 2 else quick([x for x in a[1:] if x < a[0]]) + [a[0]] + quick([x for x in a[1:] if not x < a[0]])
def shell(a):
    g = len(a) // 2
    while g:
        for i in range(g, len(a)):
            v, j = a[i], i
            while j >= g and v < a[j - g]: a[j] = a[j - g]; j -= g
            a[j] = v
        g //= 2
    return a
def heap(a):
    def down(i, n):
        while (c := 2 * i + 1) < n:
            c += c + 1 < n and a[c] < a[c + 1]
            if not a[i] < a[c]: return
            a[i], a[c] = a[c], a[i]; i = c
    for i in reversed(range(len(a) // 2)): down(i, len(a))
    for n in range(len(a) - 1, 0, -1): a[0], a[n] = a[n], a[0]; down(0, n)
    return a
def radix(a):
    for s in range(0, 32, 8):
        b = [[] for _ in range(256)]
        for v in a: b[v >> s & 255].append(v)
        a = [v for x in b for v in x]
    return a
r = random.Random(3); data = [r.randrange(50) for _ in range(60)]
for f in (bubble, insertion, merge, quick, shell, heap): V.n = 0; got = f([V(k, i) for i, k in enumerate(data)]); print(f.__name__, [v.k for v in got] == sorted(data), [v.i for v in got] == [i for _, i in sorted(zip(data, range(60)))], V.n, got[:4])
V.n = 0; sorted([V(k, i) for i, k in enumerate(data)]); print("sorted", V.n); V.n = 0; sorted([V(k, i) for i, k in enumerate(range(100))]); print(V.n); V.n = 0; [V(k, k) for k in range(50)].sort(reverse=True); print(V.n); V.n = 0; min(map(V, data, data)), max(map(V, data, data)); print(V.n)
big = [r.getrandbits(32) for _ in range(400)]; print(radix(big) == sorted(big), all(f(list(big)) == sorted(big) for f in (merge, quick, shell, heap)), sorted(big, key=lambda v: v % 100)[:3], sorted("The quick brown Fox".split(), key=str.lower), sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda p: (-p[0], p[1])))
for a in ([], [1], [2, 1], [1] * 5, list(range(10)), list(range(10, 0, -1))): assert all(f(a[:]) == sorted(a) for f in (bubble, insertion, merge, quick, shell, heap)), a
