# Recursion, which the JIT runs as traces that push and pop frames.
import sys
import threading
import traceback


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print(fib(18), [fib(i) for i in range(12)], fib(7.5), fib(True))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(sum(even(i) for i in range(300)), even(901 - 1))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 30))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def insert(self, value):
        if value < self.value:
            if self.left is None:
                self.left = Tree(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Tree(value)
        else:
            self.right.insert(value)

    def height(self, extra=0):
        left = self.left.height() if self.left else 0
        right = self.right.height(extra=0) if self.right else 0
        return 1 + max(left, right) + extra

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.value
        if self.right:
            yield from self.right.walk()


root = Tree(500)
x = 7
for _ in range(600):
    x = x * 1103 % 1009
    root.insert(x)
print(root.height(), root.height(2), sum(root.walk()), list(root.walk())[:8])


def closures(depth):
    total = 0

    def go(n, step):
        nonlocal total
        total += step
        return 0 if n == 0 else 1 + go(n - 1, step + 1)
    return go(depth, 0), total


print([closures(d) for d in range(40, 50)])


# Loops that call themselves, with and without a value before the first iteration.
def subsets(items, start=0, chosen=()):
    count = 1
    for i in range(start, len(items)):
        doubled = items[i] * 2
        if doubled % 3:
            count += subsets(items, i + 1, chosen + (doubled,))
        else:
            count += 2
    return count


print(subsets(list(range(14))), subsets([1.5, 2.5, 3.5] * 3))


# The limit, and the state of the frames where it is reached.
def deep(n):
    return 1 + deep(n + 1)


for _ in range(3):
    try:
        deep(0)
    except RecursionError as e:
        frames = traceback.extract_tb(e.__traceback__)
        print(e, len(frames) > 900, frames[-1].name, frames[-1].line)


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


limit = sys.getrecursionlimit()
sys.setrecursionlimit(60000)
print(depth(50000))
sys.setrecursionlimit(limit)


# Exceptions that pass through many frames, and handlers on the way.
def risky(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        return risky(n - 1)
    except ValueError as e:
        if n % 10 == 0 and n:
            raise KeyError(n) from e
        raise
    except KeyError:
        return n


print([risky(i) for i in range(11, 40)])


def divide(n):
    return 10 // n + (divide(n - 1) if n > -3 else 0)


for _ in range(60):
    try:
        divide(5)
    except ZeroDivisionError as e:
        tb = e.__traceback__
        lines = []
        while tb:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_frame.f_locals.get("n")))
            tb = tb.tb_next
print(lines)


# Frames that somebody looks at.
def look(n):
    if n == 0:
        f, seen = sys._getframe(), []
        while f.f_code.co_name == "look":
            seen.append(f.f_locals["n"])
            f = f.f_back
        return seen
    r = look(n - 1)
    return r


for _ in range(40):
    seen = look(20)
print(seen)


# Functions that change while they run.
def first(n):
    return n if n < 2 else first(n - 1) + second(n - 2)


def second(n):
    return n if n < 2 else first(n - 1) + 1


print(first(18))
keep = second


def second(n):
    return -n


print(first(18), keep(18))
first.__code__ = (lambda n: n * 1000).__code__
print(first(18), keep(18))


# Hooks that are set in the midst of it.
def hooked(n):
    if n == 50:
        sys.setprofile(lambda frame, event, arg: calls.append((event, frame.f_code.co_name)) if frame.f_code.co_name == "hooked" else None)
    r = 0 if n == 0 else 1 + hooked(n - 1)
    if n == 50:
        sys.setprofile(None)
    return r


calls = []
for _ in range(30):
    hooked(20)
calls = []
print(hooked(60), calls.count(("call", "hooked")), calls.count(("return", "hooked")))

results = {}


def work(name, n):
    results[name] = fib(n)


threads = [threading.Thread(target=work, args=(i, 15 + i)) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results[0], results[1], results[2], results[3])


# Code that was copied from a function with a hot loop is its own.
def add(n):
    total = 0
    for _ in range(n):
        total += 123456789012
    return total


add(5000)
copy = type(add)(add.__code__.replace(co_consts=tuple(7 if c == 123456789012 else c for c in add.__code__.co_consts)), globals())
print(copy(5000), add(5000))
