def fib(n):
    if n < 2:
        return n
    return fib(n-1) + fib(n-2)
out.append(fib(20))
def loop(n):
    s = 0
    i = 0
    while i < n:
        s += i
        i += 1
    return s
out.append(loop(1000))
def f2(n):
    t = 0
    for i in range(n):
        for j in range(i):
            if j & 1:
                continue
            t += j
    return t
out.append(f2(50))
def gen(n):
    for i in range(n):
        x = yield i * 2
        if x: out.append(x)
for v in gen(4): out.append(v)
out.append(sum([x for x in range(10) if x % 2]))
def mk():
    c = 0
    def inc():
        nonlocal c
        c += 1
        return c
    return inc
k = mk(); k(); out.append(k())
class A:
    z = 5
    def __init__(self, a, b=3):
        self.a = a
        self.b = b
    def m(self, x):
        return self.a + self.b + x
    @property
    def p(self): return self.a * 10
class B(A):
    def m(self, x):
        return super().m(x) + 100
out.append(B(1).m(2))
out.append(B(1, b=7).p)
try:
    [][3]
except IndexError as e:
    out.append("IE")
finally:
    out.append("fin")
def tf():
    try:
        return 1
    finally:
        out.append("f")
out.append(tf())
def kw(a, *args, k=1, **kws):
    return a + len(args) + k + len(kws)
out.append(kw(1, 2, 3, k=10, z=3))
out.append(kw(*[1, 2], **{"q": 1}))
a, *b = [1, 2, 3]
out.append(len(b))
d = {"x": 1, "y": 2}
for q in d: out.append(q)
match d:
    case {"x": 1, **rest}:
        out.append("matched")
class CM:
    def __enter__(self): return 42
    def __exit__(self, *a): out.append("exit"); return True
with CM() as v:
    out.append(v)
    raise ValueError
def yf():
    r = yield from gen(2)
    yield 99
for v in yf(): out.append(v)
out.append(list(map(lambda x: x+1, [1,2]))[1])
def deep(n): return deep(n+1)
try:
    deep(0)
except RecursionError:
    out.append("rec")
