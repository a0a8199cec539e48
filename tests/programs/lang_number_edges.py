# Ints at the edges of machine words, in loops hot enough to be compiled
E = [2 ** k + d for k in (15, 31, 32, 47, 48, 52, 53, 61, 62, 63, 64, 127, 128) for d in (-1, 0, 1)]; E += [-v for v in E] + [0, 1, -1]
acc = 0
for a in E:
    for b in E[::5]: acc = (acc * 31 + (a + b) + (a - b) * 3 + a * b + (a & b) + (a | b) + (a ^ b) + (a // b if b else 0) + (a % b if b else 0) + (a < b) + (a == b)) % (2 ** 89 - 1)
print(acc); v = 1
for i in range(200): v = v * 3 + i; v = v if v < 2 ** 200 else v >> 150
print(v); h = 0xcbf29ce484222325
for i in range(300): h = ((h ^ i) * 0x100000001b3) & 0xffffffffffffffff
print(h); c = 2 ** 48 - 50
for i in range(100): c += 1
print(c, c == 2 ** 48 + 50); c = -2 ** 48 + 50
for i in range(100): c -= 1
print(c); c = 2 ** 63 - 10
for i in range(20): c += 1
print(c, -c, ~c, c.bit_length()); s = 1
for i in range(140): s <<= 1; s |= i & 1
print(s, s >> 100, s & 0xffff, -s >> 130, hash(s), hash(-s)); f = 0
for i in range(1, 60): f += i ** i % 1000
print(f); x, y = 0, 1
for _ in range(150): x, y = y, x + y
print(x, x % 10 ** 9, x // 10 ** 20, divmod(-x, 10 ** 15), float(x), int(float(x)), x / y, round(x, -25), str(x)[::-1], int(str(x)[:20]) * 7, pow(3, x, 10 ** 9 + 7), x.bit_count(), hex(x), f"{x:,}", f"{-x:_x}", f"{x:e}")
mix = [1, 1.0, True, 2 ** 60, 2.0 ** 60, -2 ** 70, 1e300, False, 0.5]; t = 0
for r in range(30):
    for m in mix: t = t + m if r % 2 else t - m / 2
print(t, [a < b for a in mix for b in mix].count(True), [a == b for a in mix for b in mix].count(True), sorted(mix), max(mix), sum(mix[:4]), {a: 1 for a in mix}); q = [10 ** 18 // d for d in range(-9, 10) if d], [(-7) % d for d in (3, -3, 2 ** 64, -2 ** 64)], [2 ** 64 // -3, -2 ** 64 // 3, 2 ** 100 % -7], [5 << 0, 5 >> 200, -5 >> 200, 0 << 999], [(2 ** 49 - 1) * (2 ** 14), (2 ** 31) ** 2, (-2 ** 31) ** 3]
print(q); 
for d in (0, 0.0, False):
    for op in ("//", "%", "/"):
        try: eval(f"7 {op} d")
        except ZeroDivisionError as e: print(op, repr(d), e)
