# Number theory: primes, factors, roman numerals, bases, perfect numbers, continued fractions
import math
from itertools import count, takewhile
def primes(n):
    s = bytearray([1]) * (n + 1); s[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if s[i]: s[i * i::i] = bytes(len(s[i * i::i]))
    return [i for i, v in enumerate(s) if v]
def factor(n):
    out, d = {}, 2
    while d * d <= n:
        while n % d == 0: out[d] = out.get(d, 0) + 1; n //= d
        d += 1 + (d > 2)
    if n > 1: out[n] = out.get(n, 0) + 1
    return out
print(primes(60), len(primes(10000)), [factor(n) for n in (1, 2, 360, 1001, 2 ** 31 - 1, 10 ** 12 + 1)], [n for n in range(2, 1000) if sum(d for d in range(1, n) if n % d == 0) == n])
V = list(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()))
def roman(n):
    out = ""
    for v, s in V: out += s * (n // v); n %= v
    return out
def arabic(s):
    t = [dict(I=1, V=5, X=10, L=50, C=100, D=500, M=1000)[c] for c in s]
    return sum(-v if v < w else v for v, w in zip(t, t[1:] + [0]))
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(arabic(roman(n)) == n for n in range(1, 4000)))
def base(n, b):
    if n < 0: return "-" + base(-n, b)
    d = "0123456789abcdefghijklmnopqrstuvwxyz"; return d[n] if n < b else base(n // b, b) + d[n % b]
print([base(n, b) for n, b in ((255, 2), (255, 16), (-10 ** 30, 36), (0, 7))], all(int(base(n, b), b) == n for n in range(500) for b in (2, 7, 36)))
def gcdx(a, b): return (a, 1, 0) if not b else (lambda g, x, y: (g, y, x - a // b * y))(*gcdx(b, a % b))
print(gcdx(240, 46), pow(3, -1, 11), math.gcd(12, 18, 30), math.lcm(4, 6, 10), math.comb(30, 15), math.perm(10, 3), math.factorial(25), math.isqrt(10 ** 40), math.prod(range(1, 11)))
def crt(rs, ms):
    M = math.prod(ms); return sum(r * (M // m) * pow(M // m, -1, m) for r, m in zip(rs, ms)) % M
print(crt([2, 3, 2], [3, 5, 7]), crt([1, 2, 3, 4], [5, 7, 9, 11]))
def cf(x, n=8):
    out = []
    for _ in range(n):
        i = int(x); out.append(i)
        if x - i < 1e-9: break
        x = 1 / (x - i)
    return out
print(cf(math.pi, 5), cf(1.5), cf(2 ** 0.5), [n for n in range(1, 500) if n == sum(int(d) ** len(str(n)) for d in str(n))], list(takewhile(lambda t: t < 100, (n * (n + 1) // 2 for n in count(1)))))
def collatz(n):
    s = [n]
    while n != 1: n = 3 * n + 1 if n % 2 else n // 2; s.append(n)
    return s
print(collatz(7), max(range(1, 1000), key=lambda n: len(collatz(n))), sum(map(int, str(2 ** 1000))), len(str(math.factorial(200))), [a for a in range(1, 30) if pow(2, a, 29) == 1], sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0))
pascal = [[1]]
for _ in range(8): pascal.append([1] + [a + b for a, b in zip(pascal[-1], pascal[-1][1:])] + [1])
print(*("".join(f"{v:4}" for v in r).center(40).rstrip() for r in pascal), sep="\n")
