# Operators of classes: methods in Python, with what they do where one returns NotImplemented.
import sys
import traceback


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        if k == 77:
            return NotImplemented
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __imul__(self, k):
        self.x *= k
        return self

    def __truediv__(self, k):
        return Vector(self.x / k, self.y / k)

    def __rpow__(self, k):
        return k + 1

    def __matmul__(self, other):
        return NotImplemented


class Slotted:
    __slots__ = ("v",)

    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return Slotted(self.v + (other.v if isinstance(other, Slotted) else other))

    def __radd__(self, other):
        return Slotted(other + self.v)

    def __or__(self, other):
        raise ValueError(self.v)


class Child(Slotted):
    __slots__ = ()

    def __radd__(self, other):
        return "child"


class Number(int):
    def __add__(self, other):
        return "number"


def work(n):
    a, b, total = Vector(1, 2), Vector(0.5, -1), 0
    for i in range(n):
        c = a + b * 2 - a / 2
        total += c * b + (2 * c) * a
        a *= 1
        if i % 100 == 50:
            b = 1.0 * b
    return total, a, b, c


print(work(3), work(3000))


def slotted(n):
    s = Slotted(0)
    for i in range(n):
        s = s + i
        s = 1 + s
        s += Slotted(2)
    return s.v, Slotted(1) + Child(2), Number(3) + 4, 4 + Number(3), 2 ** Vector(1, 1)


print(slotted(2000))


def unsupported(n, bad):
    v, seen = Vector(1, 1), []
    for i in range(n):
        k = bad if i % 500 == 499 else 2
        try:
            w = v * k
            w = k * v
        except TypeError as e:
            seen.append(str(e))
        try:
            w = v + (v if i % 700 != 699 else 5)
        except TypeError as e:
            seen.append(str(e))
    return seen


print(unsupported(1500, 77))
for source in ("v @ v", "v + 1", "1 + v", "v + 'a'", "v @ 1", "v - 1"):
    for _ in range(20):
        v = Vector(1, 2)
        try:
            eval(source)
        except Exception as e:
            error = f"{type(e).__name__}: {e}"
    print(source, error)


def inplace(v):
    v @= v


def failing(n):
    s = Slotted(7)
    for i in range(n):
        if i == n - 1:
            s | 1


for f, arg in ((inplace, Vector(1, 2)), (failing, 5), (failing, 2000)):
    try:
        f(arg)
    except Exception as e:
        print(type(e).__name__, e, [(x.name, x.line) for x in traceback.extract_tb(e.__traceback__)])


# Deep operators, frames, and methods that change.
class Nest:
    def __init__(self, inner):
        self.inner = inner

    def __add__(self, n):
        if n == 0:
            return sys._getframe(1).f_code.co_name
        return self.inner + (n - 1) if self.inner else n


deep = None
for i in range(60):
    deep = Nest(deep)
print([deep + n for n in (0, 5, 59, 60, 70)])
try:
    x = Nest(None)
    x.inner = x
    x + 100000
except RecursionError as e:
    print("RecursionError", str(e)[:32])


def changing(n):
    v, out = Slotted(1), 0
    for i in range(n):
        if i == 1500:
            Slotted.__add__ = lambda self, other: Slotted(-1000)
        out += (v + 1).v
    return out


print(changing(3000))
