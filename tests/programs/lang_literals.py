# Literals and operators: numbers, strings, precedence, chained comparison, conditional, unpacking
print(0xFF, 0o17, 0b101, 1_000, 1e3, 1.5e-3, .5, 5., 1e400, 3j, 1.5J, 0x_ff, 00)
print('a' "b" r'\n', b'x'.decode(), "\x41\u00e9\U0001f600\N{BULLET}\101\
joined", '''tri
ple''', r"\'", b"\x00\xff", rb"\n", "\a\b\f\v\0".encode(), f"{1}" "{2}" f'{3}')
print(2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, not 1 == 2, not (1 and 0), 1 or 2 and 3, 1 | 2 ^ 3 & 4 << 1, 5 - 3 - 1, 7 // 2 * 2 + 7 % 2, ~-1, - - 1, +-+1, 1 if 0 else 2 if 0 else 3, 10 - 2 * 3, 2 * 3 % 4, -7 // 2, -(7 // 2), 1 < 2 == 2 < 3, 1 in [1] == True, (1 in [1]) == True, not None is None)
def f(v, log=[]): log.append(v); return v
print(f(1) < f(3) < f(2) < f(9), f.__defaults__, 1 < 2 > 0 != 5, "a" < "b" <= "b" in "abc")
log = f.__defaults__[0]; log.clear(); print(f(0) and f(1) or f(2), log); log.clear(); f(1) + f(2) * f(3); print(log); log.clear(); {f(1): f(2), f(3): f(4)}; print(log); log.clear()
d = {}; d[f("k")] = f("v"); print(log); log.clear(); [f(1), f(2)][f(0)] ; print(log); log.clear()
a, *b = *range(3), *"xy"; print(a, b, [*b, *b], {*b}, {**{"p": 1}, "q": 2, **{"p": 3}}, (*b,), *b)
x = y = z = []; x.append(1); print(y, z is x); i, l = 0, [5, 6, 7]; i, l[i] = 2, 9; print(i, l)
n = 5; n += 2; n -= 1; n *= 3; n //= 2; n **= 2; n %= 50; n <<= 2; n >>= 1; n |= 1; n &= 0xff; n ^= 3; n /= 4; print(n)
s = "abcdef"; print(s[1:4], s[:-1], s[::-1], s[::2], s[-3:-1], s[10:], s[slice(1, None, 2)], [0, 1, 2, 3, 4][1:-1:2])
print((lambda: (yield))().__class__.__name__, (lambda *a, **k: (a, k))(1, 2, z=3), (lambda x, /, y=2, *, z=3: x + y + z)(1))
if (m := len(s)) > 5 and (h := m // 2): print(m, h)
print([y := 1, y ** 2, y + 1], [w for v in (1, 2) if (w := v * 10)], w)
print(f"{3:>5}|{'x':^5}|{1.5:.2f}|{10:#x}|{s!r}|{s=}|{n = }|{1 + 1=:>4}|{'nested ' + f'{s[0]}'}|{{}}|{d['k']}|{(lambda q: q * 2)(4)}|{'a' if n else 'b'}|{[1, 2][0]}|{s[1:3]}|{10 ** 6:,}|{0.5:%}|{'é'!a}|{True:5}|{None}")
print(f"{'''multi
line'''}", f"{'a' 'b'}", f'{"quote"}', f"{ {'k': 1}['k'] }", f"{1:{2}{'d'}}", f"{3.14159:{'.'}{2}f}", rf"\n{1}", f"{'\n'}x", f"{1, 2}", f"{*[1, 2],}")
while True:
    break
else: print("never")
for _ in (): pass
else: print("for else")
print("" == 0, [] == (), None == False, 0 == False, {1} == {1.0})
print(__name__, __doc__, ..., type(...).__name__, __debug__, NotImplemented is NotImplemented)
pass; print(1); print(2)
if 1: print("one line"); print("two")
print("a" if 1 else "b", ("t",), (), [], {}, {1}, {1: 2}, {**{}}, set())
del a, b[0]; print(b)
assert True, "no"; (c) = 5; [e, [g]] = 1, [2]; (k, l), = [(3, 4)]; print(c, e, g, k, l)
