# Generators in loops, which the JIT resumes and suspends itself.
import gc
import sys


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd_squares(items):
    for x in items:
        if x & 1:
            yield x * x


def total(n):
    s = 0
    for x in count(n):
        s += x
    return s


def pipeline(n):
    s = 0
    for x in odd_squares(count(n)):
        s += x
    for x in odd_squares(odd_squares(range(n))):
        s ^= x
    return s


print([total(n) for n in (0, 1, 5, 3000)], [pipeline(n) for n in (0, 1, 2, 3000)])


# Short ones, made anew each time, and ones that are left early.
def pair(x):
    yield x
    yield x + 0.5


def short(n):
    out = 0
    for i in range(n):
        for v in pair(i):
            out += v
        for v in count(i):
            if v == 3:
                break
            out += v
    return out


print(short(10), short(700))


# Two loops share one generator; a generator that ends is iterated again.
def shared(n):
    g, a, b = count(n), 0, 0
    for x in g:
        a += x
        if x % 10 == 9:
            for y in g:
                b += y
                if y % 7 == 6:
                    break
    for x in g:
        a += 1000000
    return a, b, list(g)


print(shared(2000))


# Values of several types, unbound variables, several yields.
def mixed(n):
    for i in range(n):
        if i % 3 == 0:
            yield i
        elif i % 3 == 1:
            yield i / 2
        else:
            word = str(i)
            yield word
    yield None


def classify(n):
    seen = {}
    for v in mixed(n):
        name = type(v).__name__
        seen[name] = seen.get(name, 0) + (len(v) if name == "str" else 1)
    return seen, v


print(classify(3000))


# Cleaning up: finally, with, close, and exceptions in the generator and in the loop.
log = []


def guarded(n, fail=-1):
    try:
        for i in range(n):
            if i == fail:
                raise ValueError(i)
            yield i
    finally:
        log.append(n)


def use(n):
    s = 0
    for x in guarded(n):
        s += x
    try:
        for x in guarded(n, n // 2):
            s += x
    except ValueError as e:
        s += e.args[0] * 1000
    g = guarded(n)
    for x in g:
        if x == 40:
            break
    g.close()
    return s


print(use(50), use(1500), len(log), log[-3:])


def failing(n):
    for i in count(n):
        yield 100 // (n - 1 - i)


def catch(n):
    s = 0
    try:
        for x in failing(n):
            s += x
    except ZeroDivisionError as e:
        tb, names = e.__traceback__, []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        return s, names


print(catch(5), catch(2000))


# A generator that resumes itself, one that is looked at while it runs, and one that looks at its loop.
def own():
    for i in range(1000):
        try:
            next(me)
        except ValueError as e:
            yield str(e), me.gi_running
        yield i


me = own()
texts = set()
for x in me:
    if isinstance(x, tuple):
        texts.add(x)
print(texts, me.gi_running, me.gi_frame)


def watcher(n):
    for i in range(n):
        if i % 500 == 499:
            f = sys._getframe(1)
            yield f.f_code.co_name, f.f_locals["k"]
        yield i


def watched(n):
    k, got = 0, []
    for x in watcher(n):
        k += 1
        if isinstance(x, tuple):
            got.append(x)
    return k, got


print(watched(2000))


def meddler(n):
    for i in range(n):
        if i == 1200:
            sys._getframe(1).f_locals["k"] = -5000
        yield i


def meddled(n):
    k = 0
    for x in meddler(n):
        k += 1
    return k


print(meddled(2000))


# Sending, delegating, recursion.
def averager():
    total = n = 0
    value = None
    while True:
        value = yield value
        if value is None:
            return n
        total += value
        n += 1
        value = total / n


def delegating(n):
    got = yield from count(n)
    yield got
    yield from [1, 2, 3]
    yield (yield from count(2))


def leaves(tree):
    if isinstance(tree, list):
        for child in tree:
            yield from leaves(child)
    else:
        yield tree


def inorder(lo, hi):
    if lo < hi:
        mid = (lo + hi) // 2
        for x in inorder(lo, mid):
            yield x
        yield mid
        for x in inorder(mid + 1, hi):
            yield x


a = averager()
next(a)
for v in count(1500):
    last = a.send(v)
print(last)
s = 0
for x in delegating(1500):
    s += x or 0
print(s)
deep = 1
for i in range(40):
    deep = [deep, i, [i]]
s = []
for _ in range(20):
    s = 0
    for x in leaves(deep):
        s += x
print(s)
s = 0
for x in inorder(0, 2000):
    s = s * 3 + x & 0xFFFFFF
print(s)


# Hooks, and the collector, in the midst of it.
def traced(n):
    for i in range(n):
        if i == 900:
            sys.settrace(lambda frame, event, arg: events.append((event, frame.f_code.co_name)))
        if i == 903:
            sys.settrace(None)
        if i % 400 == 0:
            gc.collect()
        yield i


events = []
s = 0
for x in traced(1500):
    s += x
print(s, [e for e in events if e[1] == "traced"][:4])


def expressions(n):
    s = sum(x * x for x in range(n)) + sum(x for x in count(n) if x % 3)
    s += max(len(str(x)) for x in count(n)) + len([y for x in count(n) for y in pair(x)])
    return s, any(x > 500 for x in count(n)), all(x < 10 for x in count(n)), dict((x, x) for x in count(5))


for _ in range(4):
    r = expressions(900)
print(r)
