# Huffman codes and LZ77 and run lengths
import heapq
from collections import Counter
def codes(text):
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(Counter(text).items()))]; heapq.heapify(heap); k = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap); heapq.heappush(heap, (a[0] + b[0], k, (a[2], b[2]))); k += 1
    out = {}
    def walk(t, p):
        if isinstance(t, tuple): walk(t[0], p + "0"); walk(t[1], p + "1")
        else: out[t] = p or "0"
    walk(heap[0][2], ""); return out
def decode(bits, table):
    back, cur, out = {v: k for k, v in table.items()}, "", []
    for b in bits:
        cur += b
        if cur in back: out.append(back[cur]); cur = ""
    return "".join(out)
def lz(s):
    i, out = 0, []
    while i < len(s):
        best = (0, 0)
        for j in range(max(0, i - 30), i):
            n = 0
            while i + n < len(s) - 1 and s[j + n] == s[i + n]: n += 1
            if n > best[1]: best = (i - j, n)
        out.append((*best, s[i + best[1]])); i += best[1] + 1
    return out
def unlz(t):
    s = ""
    for back, n, c in t:
        for _ in range(n): s += s[-back]
        s += c
    return s
for text in ("abracadabra", "aaaaaaa", "the quick brown fox jumps over the lazy dog", "z", "mississippi river mississippi mud"):
    t = codes(text); bits = "".join(t[c] for c in text); print(sorted(t.items(), key=lambda p: (len(p[1]), p)), len(bits), decode(bits, t) == text); z = lz(text); print(z[:6], len(z), unlz(z) == text)
    import itertools; r = [(c, len(list(g))) for c, g in itertools.groupby(text)]; print("".join(f"{n}{c}" if n > 1 else c for c, n in r), "".join(c * n for c, n in r) == text)
