# Names: local, global, parameters, default values, nested functions, returns of several kinds.
g = 1
def read(): return g
def write():
    global g
    g = 2
def local():
    g = 3
    return g
print(read(), local(), g)
write()
print(g, read())
def nothing(): pass
def early(n):
    if n > 0: return "positive"
    if n < 0: return "negative"
print(nothing(), early(1), early(-1), early(0))
def default(a, b=10, c="x"): return a, b, c
print(default(1), default(1, 2), default(1, c="y"), default(c=3, a=1))
def outer():
    n = 5
    def inner(): return n * 2
    n = 6
    return inner
print(outer()())
def adder(k):
    return lambda v: v + k
print(adder(3)(4), list(map(adder(10), [1, 2])))
def swap(a, b): return b, a
p, q = swap(1, 2)
print(p, q)
def many(*args, **kwargs): return len(args), sorted(kwargs)
print(many(), many(1, 2), many(x=1, a=2))
def is_even(n): return True if n == 0 else is_odd(n - 1)
def is_odd(n): return False if n == 0 else is_even(n - 1)
print(is_even(10), is_odd(7), is_even(101))
acc = []
def collect(v):
    acc.append(v)
    return acc
collect(1); collect(2)
print(acc)
def power(base, exp):
    result = 1
    while exp:
        if exp % 2: result *= base
        base *= base
        exp //= 2
    return result
print(power(3, 13), power(2, 100))
functions = {"add": lambda a, b: a + b, "mul": lambda a, b: a * b}
for name, f in functions.items(): print(name, f(3, 4))
print((lambda: "called")(), (lambda a, b=2: a * b)(5))
