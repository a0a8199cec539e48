# Scopes: global, nonlocal, class bodies, comprehensions, deletion, unbound names
x = "global"
def reads(): return x
def shadows():
    x = "local"
    def inner(): return x
    return inner()
def writes():
    global x
    x = "written"
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def down():
        nonlocal n
        n -= 1
        return n
    return up, down
print(reads(), shadows()); writes(); print(x)
up, down = counter(); print(up(), up(5), down(), up.__closure__[0].cell_contents)
def unbound():
    try: print(y)
    except UnboundLocalError as e: print(e)
    y = 1
    del y
    try: y
    except UnboundLocalError as e: print(e)
    try: del y
    except UnboundLocalError as e: print(e)
unbound()
def free():
    def inner(): return z
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    z = 1
    print(inner())
    del z
    try: inner()
    except NameError as e: print(e)
free()
class K:
    x = "class"
    y = x + "!"
    def m(self): return x
    l = [x for _ in range(2)]
    try: m2 = [y for _ in range(1)]
    except NameError as e: err = str(e)
    g = list(z for z in y)
print(K.y, K().m(), K.l, getattr(K, "err", K.__dict__.get("m2")), K.g[:3])
fs = [lambda: i for i in range(3)]; print([f() for f in fs]); fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
print([x for x in range(3)], x, [(a, b) for a in range(2) for b in range(a)])
def nested():
    def a():
        def b():
            def c():
                nonlocal v
                v += 1
                return v
            return c
        return b
    v = 10
    return a()()(), v
print(nested())
def loop():
    for i in range(3): last = i
    print(i, last)
    try:
        for j in []: pass
        print(j)
    except UnboundLocalError as e: print(e)
    with_e = None
    try: raise ValueError(1)
    except ValueError as e: with_e = e
    try: e
    except UnboundLocalError as err: print(err)
    print([q := 5, q + 1], q, (lambda: q)())
    if any((hit := v) > 1 for v in [0, 2, 3]): print(hit)
loop()
exec("ex = 5\ndef f(): return ex"); print(f())
ns = {"x": 1}; exec("y = x + 1\nx = 9", ns); print(ns["y"], ns["x"], x)
def local_dict():
    a = 1; l = locals(); l["b"] = 2; a = 3
    return sorted(l.items()), "b" in locals(), eval("a + 1")
print(local_dict())
del x
try: reads()
except NameError as e: print(e)
try: del never_there
except NameError as e: print(e)
print(sorted(k for k in globals() if len(k) == 1))
import builtins
builtins.hello = "from builtins"; print(hello); del builtins.hello
len = lambda v: "mine"; print(len([])); del len; print(len([]))
