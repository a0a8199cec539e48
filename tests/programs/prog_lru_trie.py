# Data structures: LRU cache, trie, union-find, bloom filter, skip list, ring
import random
from collections import OrderedDict
class LRU:
    def __init__(self, n): self.n, self.d = n, OrderedDict()
    def get(self, k):
        if k not in self.d: return -1
        self.d.move_to_end(k); return self.d[k]
    def put(self, k, v): self.d[k] = v; self.d.move_to_end(k); len(self.d) > self.n and self.d.popitem(last=False)
c = LRU(2); c.put(1, 1); c.put(2, 2); print(c.get(1)); c.put(3, 3); print(c.get(2), c.get(3), list(c.d))
class Trie:
    def __init__(self): self.root = {}
    def add(self, w):
        n = self.root
        for ch in w: n = n.setdefault(ch, {})
        n["$"] = True
    def words(self, prefix=""):
        n = self.root
        for ch in prefix:
            if ch not in n: return
            n = n[ch]
        stack = [(prefix, n)]
        while stack:
            p, n = stack.pop()
            if "$" in n: yield p
            stack += sorted(((p + k, v) for k, v in n.items() if k != "$"), reverse=True, key=lambda x: x[0])
    def __contains__(self, w): return w in set(self.words(w[:1])) 
t = Trie(); [t.add(w) for w in "tea ten to inn in i a ted".split()]; print(list(t.words()), list(t.words("te")), list(t.words("zz")), "ten" in t, "te" in t)
class DSU:
    def __init__(self): self.p, self.size = {}, {}
    def find(self, x):
        self.p.setdefault(x, x); self.size.setdefault(x, 1)
        while self.p[x] != x: self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        if self.size[a] < self.size[b]: a, b = b, a
        self.p[b] = a; self.size[a] += self.size[b]; return True
d = DSU(); print([d.union(a, b) for a, b in [(1, 2), (3, 4), (2, 3), (1, 4), (5, 5)]], d.size[d.find(1)], len({d.find(x) for x in range(1, 6)}))
class Node:
    __slots__ = ("key", "next")
    def __init__(self, key, level): self.key, self.next = key, [None] * level
class Skip:
    def __init__(self, seed=1): self.head, self.r, self.n = Node(None, 8), random.Random(seed), 0
    def path(self, k):
        out, n = [None] * 8, self.head
        for l in reversed(range(8)):
            while n.next[l] and n.next[l].key < k: n = n.next[l]
            out[l] = n
        return out
    def add(self, k):
        p = self.path(k)
        if p[0].next[0] and p[0].next[0].key == k: return
        level = 1
        while level < 8 and self.r.random() < .5: level += 1
        n = Node(k, level); self.n += 1
        for l in range(level): n.next[l], p[l].next[l] = p[l].next[l], n
    def remove(self, k):
        p = self.path(k); n = p[0].next[0]
        if not n or n.key != k: raise KeyError(k)
        for l in range(len(n.next)): p[l].next[l] = n.next[l]
        self.n -= 1
    def __iter__(self):
        n = self.head.next[0]
        while n: yield n.key; n = n.next[0]
s = Skip(); r = random.Random(5); vals = [r.randrange(200) for _ in range(150)]; [s.add(v) for v in vals]; print(list(s) == sorted(set(vals)), s.n == len(set(vals)))
for v in sorted(set(vals))[::2]: s.remove(v)
print(list(s)[:8], len(list(s)))
try: s.remove(-1)
except KeyError as e: print("missing", e)
class Bits:
    def __init__(self, n=256): self.bits, self.n = 0, n
    def add(self, w): self.bits |= sum({1 << (sum(map(ord, w)) * k + len(w) * 31) % self.n for k in (3, 7, 11)})
    def __contains__(self, w): b = Bits(self.n); b.add(w); return b.bits & self.bits == b.bits
b = Bits(); [b.add(w) for w in ("apple", "pear", "fig")]; print("apple" in b, "fig" in b, "melon" in b, b.bits.bit_count())
