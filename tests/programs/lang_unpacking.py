# Assignment targets, starred targets, chained and augmented assignment, del.
a, b = 1, 2
a, b = b, a
print(a, b)
[c, d] = "xy"
print(c, d)
(e, (f, g)), h = (1, [2, 3]), 4
print(e, f, g, h)
first, *rest = range(5)
print(first, rest)
*init, last = "abc"
print(init, last)
x, *mid, y = [1, 2]
print(x, mid, y)
a = b = c = []
a.append(1)
print(a, b, c is a)
i = 0
lst = [10, 20, 30]
i, lst[i] = 2, "set"
print(i, lst)
d = {}
d["a"], d["b"] = 1, 2
print(d)
class O: pass
o = O()
o.x, *o.rest = 1, 2, 3
print(o.x, o.rest)
for src in ("a, b = 1", "a, b = 1, 2, 3", "a, b = [1]", "a, b, *c = [1]", "a, b = {}", "a, (b, c) = 1, 2", "*a, = 5", "a, b = iter([1, 2, 3])", "a, b, c = 'ab'", "a, *b, c = ()"):
    try:
        exec(src)
        print(src, "ok")
    except Exception as ex:
        print(src, "->", type(ex).__name__, ex)
x = [1, 2, 3]
y = x
x += [4]
print(y)
x = (1,)
y = x
x += (2,)
print(x, y)
t = ([1], 2)
try:
    t[0] += [2]
except TypeError as ex:
    print(ex, t)
del lst[0]
print(lst)
del lst[:]
print(lst)
d = {"a": 1, "b": 2}
del d["a"], o.x
print(d, hasattr(o, "x"))
v = w = 5
del v, (w)
try: v
except NameError as ex: print(ex)
log = []
def t(n):
    log.append(n)
    return n
arr = [0] * 5
arr[t(1)], arr[t(2)] = t(3), t(4)
print(log, arr)
log.clear()
class L:
    def __getitem__(self, k): log.append(("get", k)); return 1
    def __setitem__(self, k, v): log.append(("set", k, v))
    def __delitem__(self, k): log.append(("del", k))
l = L()
l[t(1)] += t(2)
del l[3], l[1:2], l[1, 2:3, ...]
l[::2] = 0
print(log)
if (n := len("four")) > 3:
    print("walrus", n)
while (n := n - 1):
    print(n, end=" ")
print()
print((m := 3) + m, [k := 1, k + 1])
x: int = 5
y: "str"
print(x, __annotations__)
try: print(undefined_annotated)
except NameError as ex: print(ex)
(z): int = 1
o.attr: int = 3
print(__annotations__, o.attr)
_, _, q = 1, 2, 3
print(q)
a, b, c = {1: 2, 3: 4, 5: 6}
print(a, b, c)
a = [1, 2, 3, 4, 5]
a[1:3] = ["x"]
a[0], a[-1] = a[-1], a[0]
print(a)
(a, b), c = "ab", "c"
print(a, b, c)
a, b = b, c = c, a
print(a, b, c)
