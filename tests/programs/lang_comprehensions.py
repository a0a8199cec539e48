# Comprehensions of all kinds, scopes, nesting, conditions and evaluation order.
print([x * x for x in range(6)])
print([x for x in range(20) if x % 3 == 0 if x % 2])
print([(x, y) for x in range(3) for y in "ab"])
print([[r * c for c in range(3)] for r in range(3)])
print({x % 4 for x in range(10)})
print({k: v for k, v in zip("abc", range(3))})
print({x: {y: x + y for y in range(2)} for x in range(2)})
print(list(x + 1 for x in (y * 2 for y in range(4))))
print(sum(x for x in range(100) if x & 1))
x = "outer"
lst = [x for x in range(3)]
print(x, lst)
print([y for x in [[1, 2], [3]] for y in x])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ["xyz"]], [b for a, *b in ["xyz"]])
log = []
def t(v):
    log.append(v)
    return v
{t(k): t(v) for k, v in [(1, 2), (3, 4)]}
print(log)
def source():
    print("source evaluated")
    return [1, 2]
g = (v for v in source())
print("generator made")
print(list(g))
print([last := v for v in range(4)], last)
print([y := 5, y ** 2], [z for v in range(5) if (z := v * v) > 3])
class K:
    n = 3
    items = [i * 2 for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as e:
        bad = str(e)
print(K.items, K.bad)
def f():
    fs = [lambda: i for i in range(3)]
    loc = [sorted(locals()) for _ in [0]]
    return [h() for h in fs], loc
print(f())
def nested():
    m = 10
    return [[m + i + j for j in range(2)] for i in range(2)], {i: (lambda: i + m)() for i in range(2)}
print(nested())
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as e:
    print("err", e)
try:
    [v for v in 5]
except TypeError as e:
    print(e)
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, {*[1, 2], 3}, (*[1], *[2]))
print([i for i in range(5) if i if i > 2 or i == 1])
print([(lambda q: q * v)(2) for v in range(3)])
print([v if v % 2 else -v for v in range(5)])
i = 100
print([i for i in range(3)][-1], i, [[i for i in range(i)] for i in range(3)])
