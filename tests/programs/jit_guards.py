# Loops whose assumptions break while they are hot: overflow, types, branches, globals, exceptions.
def overflow(n):
    x = 1
    for i in range(n):
        x = x * 3 + i
    return x
print(overflow(200))
def power(n):
    x = 1
    out = []
    for i in range(n):
        x += x
        if i % 10 == 0:
            out.append(x)
    return out
print(power(140))
def edge(start, n):
    x = start
    for i in range(n):
        x += 1
    return x
print(edge(2 ** 48 - 50, 100), edge(2 ** 63 - 50, 100), edge(-2 ** 48 - 50, 100), edge(2 ** 127 - 50, 100))
def minus(start, n):
    for i in range(n):
        start -= 1
    return start
print(minus(-2 ** 48 + 50, 100), minus(-2 ** 63 + 50, 100))
def changes(values):
    t = 0
    for v in values:
        t = t + v
    return t
print(changes([1] * 3000 + [0.5] * 3000 + [2] * 10))
print(changes([1] * 2000 + [2 ** 60] * 3 + [1] * 10))
class V:
    def __init__(self, v): self.v = v
    def __radd__(self, o): return V(o + self.v)
    def __add__(self, o): return V(self.v + (o.v if isinstance(o, V) else o))
print(changes([1] * 2000 + [V(5)] + [2] * 10).v)
def strings(values):
    t = ""
    for v in values:
        t += str(v)
    return len(t)
print(strings(range(3000)))
def zero_division(n):
    bad = 0
    t = 0
    for i in range(n):
        try:
            t += 100 // (i % 50)
        except ZeroDivisionError:
            bad += 1
    return t, bad
print(zero_division(5000))
def uncaught(n):
    t = 0
    for i in range(n):
        t += 10 / (n - 5 - i)
    return t
try: uncaught(4000)
except ZeroDivisionError as e: print(e, e.__traceback__.tb_next.tb_lineno)
step = 1
def uses_global(n):
    global step
    t = 0
    for i in range(n):
        t += step
        if i == n // 2: step = 10
        if i == n - 10: step = 0.5
    return t
print(uses_global(4000))
def helper(x): return x + 1
def calls(n):
    global helper
    t = 0
    for i in range(n):
        t += helper(i)
        if i == n - 100:
            helper = lambda x: -x
    return t
print(calls(4000))
def phase(n):
    a = 0
    for i in range(n):
        if i < n // 2: a += 1
        elif i < n * 3 // 4: a += 2
        else: a -= 1
    return a
print(phase(8000))
def poly(objs, n):
    t = 0
    for i in range(n):
        t += objs[i % len(objs)].get()
    return t
class A:
    def __init__(self): self.x = 1
    def get(self): return self.x
class B(A):
    def get(self): return 2
class C:
    __slots__ = ("y",)
    def __init__(self): self.y = 3
    def get(self): return self.y
print(poly([A()], 3000), poly([A(), B()], 3000), poly([A(), B(), C()], 3000))
a = A()
def attr(n):
    t = 0
    for i in range(n):
        t += a.x
        if i == 1000: a.extra = 1
        if i == 2000: a.x = 2.5
        if i == 2500: A.get = lambda self: self.x * 2
        t += a.get()
    return t
print(attr(3000))
def list_types(n):
    l = [0] * 10
    for i in range(n):
        l[i % 10] += 1
        if i == 1500: l[3] = 1.5
        if i == 2500: l[4] = "s"; l[4] = 0
    return l
print(list_types(3000))
def grow(n):
    l = []
    for i in range(n):
        l.append(i)
        if len(l) > 100: l.pop(0)
    return len(l), l[0], l[-1]
print(grow(3000))
def index_error(n):
    l = list(range(1000)); t = 0; i = 0
    try:
        while i < n: t += l[i]; i += 1
    except IndexError as e: return t, i, str(e)
print(index_error(5000))
def locals_seen(n):
    import sys
    for i in range(n):
        x = i * 2
        if i == n - 1: return sorted(sys._getframe().f_locals.items(), key=lambda p: p[0])[:2]
print(locals_seen(3000))
def float_edges(n):
    x = 1.0; y = 1.0
    for i in range(n):
        x *= 2.0; y /= 2.0
    return x, y, x - x == 0, x * 0 != x * 0
print(float_edges(1000), float_edges(1100))
def intfloat(n):
    x = 0
    for i in range(n):
        if i == n - 5: x = x + 0.5
        else: x = x + 1
    return x
print(intfloat(3000), intfloat(4))
def nan(n):
    c = 0; v = float("nan")
    for i in range(n):
        if v == v: c += 1
        if v < i: c += 1
        if v != v: c += 2
    return c
print(nan(3000))
def boolish(n):
    t = 0
    for i in range(n):
        t += i % 2 == 0
        t += True
    return t
print(boolish(3000))
def shifts(n):
    r = 0
    for i in range(n): r ^= (1 << (i % 70)) >> (i % 3)
    return r
print(shifts(3000))
def recursive_hot(n): return n if n < 2 else recursive_hot(n - 1) + recursive_hot(n - 2)
print(recursive_hot(18))
def gen(n):
    for i in range(n): yield i * 2
def use_gen(n):
    t = 0
    for v in gen(n): t += v
    return t
print(use_gen(5000))
def closure_hot(n):
    c = 0
    def inc():
        nonlocal c
        c += 1
    for _ in range(n): inc()
    return c
print(closure_hot(5000))
def unpack_hot(n):
    a, b = 0, 1
    for i in range(n): a, b = b, (a + b) % 1000007
    return a
print(unpack_hot(5000))
