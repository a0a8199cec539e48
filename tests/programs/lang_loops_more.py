# Loops: else, nested break and continue, changing what is walked, while with complex tests, hot loops
def find(rows, v):
    for i, r in enumerate(rows):
        for j, x in enumerate(r):
            if x == v: break
        else: continue
        return i, j
    else: return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
n, steps = 27, 0
while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
else: print("done", steps)
out = []
for i in range(200):
    if i % 3 == 0: continue
    if i % 50 == 49: out.append(i)
    try:
        if i > 150: break
    finally: out.append(-i) if i % 25 == 0 else None
print(out, i)
total = 0
for a in range(60):
    b = a
    while b:
        b -= 1
        if (a + b) % 7 == 0: continue
        if a * b > 2000: break
        total += a ^ b
print(total)
x = 0; seen = []
for v in (1, 2.5, 3, "4", 5, None, 7, [8], True, 9) * 20:
    try: x += v
    except TypeError as e: seen.append(str(e)); x += 1
print(x, len(seen), set(seen) == set(seen[:3]), sorted(set(seen)))
l = list(range(10)); d = {k: k for k in l}
for k in list(d): d.pop(k) if k % 2 else None
for k in l[:]: l.remove(k) if k > 5 else None
print(l, d, [k for k in range(20) if k not in l if k % 5 == 0], sum(1 for _ in range(1000)))
acc, big = 1, 0
for i in range(1, 300): acc = acc * i % (2 ** 61 - 1); big += acc << (i % 40); big ^= i
print(acc, big)
s = ""
for i in range(500): s += chr(97 + i % 26); s = s[1:] if len(s) > 30 else s
print(s); f = 1.0
for i in range(400): f = f * 1.01 if i % 2 else f - 0.001 * i
print(f); m = 2 ** 47
for i in range(300): m += 2 ** 40; m = -m if i % 97 == 0 else m
print(m); i = 5
for i in []: pass
print(i); z = [lambda: i for i in range(3)]; print([q() for q in z])
class P:
    def __init__(self): self.v = 0
    def step(self, k): self.v += k; return self.v
p = P(); print(sum(p.step(i) for i in range(300)), p.v); P.step = lambda self, k: -k; print(sum(p.step(i) for i in range(10)))
g = 0
def bump():
    global g
    g += 1
    return g
while bump() < 500: pass
print(g, [bump() for _ in range(3)]); t = (1, 2, 3)
for _ in range(200): a, b, c = t; t = (c, a, b + 1)
print(t); w = 10
while True:
    w -= 1
    if w == 5: continue
    if w < 3: break
else: print("never")
print(w, [y for y in iter(lambda it=iter("abcz"): next(it), "z")])
