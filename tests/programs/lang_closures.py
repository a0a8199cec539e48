# Closures, nonlocal, global, cells, class scopes and the errors of unbound names.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c1, c2 = counter(), counter()
print(c1(), c1(), c1(5), c2())
def late():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [g() for g in fs]
print(late())
print([g() for g in [lambda i=i: i for i in range(3)]])
print([g() for g in [lambda: i for i in range(3)]])
x = "global"
def outer():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "changed"
            return x
        return inner() + "/" + x
    return middle(), x
print(outer(), x)
def setter():
    global x, fresh
    x = "set by function"
    fresh = 1
setter()
print(x, fresh)
def compose(*fs):
    def run(v):
        for f in reversed(fs):
            v = f(v)
        return v
    return run
print(compose(lambda v: v + 1, lambda v: v * 2)(5))
def unbound():
    try:
        print(later)
    except UnboundLocalError as e:
        print("UnboundLocalError:", e)
    later = 1
    del later
    try:
        later
    except UnboundLocalError as e:
        print("again:", e)
unbound()
def free_unbound():
    def inner():
        return v
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    v = 1
    print(inner())
    del v
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
free_unbound()
try:
    undefined_name
except NameError as e:
    print(e, e.name)
class C:
    x = "class"
    y = x + "!"
    def method(self):
        return x
    listing = [x for _ in range(2)]
    lam = lambda self: x
print(C.y, C().method(), C.listing, C().lam())
def cls_in_func():
    v = "enclosing"
    class D:
        w = v
        v = "own"
        def m(self): return v
    return D.w, D.v, D().m()
try:
    print(cls_in_func())
except NameError as e:
    print(type(e).__name__, e)
def cells():
    a, b = 1, 2
    def g(): return a, b
    return g
g = cells()
print(g.__code__.co_freevars, [c.cell_contents for c in g.__closure__], cells.__code__.co_cellvars)
g.__closure__[0].cell_contents = 100
print(g())
def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
def locals_test(a):
    b = a + 1
    def use(): return a
    return sorted(locals())
print(locals_test(1))
def gen_closure(n):
    return (n * i for i in range(4))
print(list(gen_closure(3)))
def shadow():
    e = "before"
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        e
    except UnboundLocalError as err:
        print(err)
shadow()
del fresh
try: fresh
except NameError as e: print(e)
def deep():
    a = 1
    def l1():
        b = 2
        def l2():
            c = 3
            def l3():
                nonlocal a, b, c
                a, b, c = a + 1, b + 1, c + 1
                return a, b, c
            return l3
        return l2()
    return l1()
d = deep()
print(d(), d())
