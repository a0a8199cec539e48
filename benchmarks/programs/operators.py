"""Operators: vectors, fractions, polynomials and intervals with overloaded arithmetic, comparison and indexing."""
from math import gcd

from harness import main


class Fraction:
    __slots__ = ("p", "q")

    def __init__(self, p, q=1):
        if q < 0:
            p, q = -p, -q
        d = gcd(p, q)
        self.p, self.q = p // d, q // d

    def __add__(self, other):
        if isinstance(other, int):
            return Fraction(self.p + other * self.q, self.q)
        return Fraction(self.p * other.q + other.p * self.q, self.q * other.q)

    __radd__ = __add__

    def __neg__(self):
        return Fraction(-self.p, self.q)

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if isinstance(other, int):
            return Fraction(self.p * other, self.q)
        if not isinstance(other, Fraction):
            return NotImplemented
        return Fraction(self.p * other.p, self.q * other.q)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self.p * other.q == other.p * self.q

    def __lt__(self, other):
        return self.p * other.q < other.p * self.q

    def __hash__(self):
        return hash((self.p, self.q))

    def __bool__(self):
        return self.p != 0


class Vector:
    def __init__(self, *items):
        self.items = items

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.items, other.items)])

    def __rmul__(self, factor):
        return Vector(*[factor * a for a in self.items])

    def __matmul__(self, other):
        return sum([a * b for a, b in zip(self.items, other.items)])

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)

    def __iadd__(self, other):
        self.items = tuple([a + b for a, b in zip(self.items, other.items)])
        return self

    def __abs__(self):
        return (self @ self) ** 0.5


class Polynomial:
    def __init__(self, coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        value = 0
        for c in reversed(self.coefficients):
            value = value * x + c
        return value

    def __mul__(self, other):
        out = [0] * (len(self.coefficients) + len(other.coefficients) - 1)
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                out[i + j] += a * b
        return Polynomial(out)

    def __pow__(self, n):
        result = Polynomial([1])
        for _ in range(n):
            result = result * self
        return result

    def __eq__(self, other):
        return self.coefficients == other.coefficients


class Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __contains__(self, x):
        return self.low <= x < self.high

    def __and__(self, other):
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def __bool__(self):
        return self.low < self.high

    def __invert__(self):
        return Interval(-self.high, -self.low)


def run(n):
    total = sum(Fraction(1, k * (k + 1)) for k in range(1, n // 20 + 2))
    distinct = {Fraction(i % 12, 1 + i % 12) for i in range(n)}
    position, velocity = Vector(0.0, 0.0, 0.0), Vector(1.0, 2.0, -2.0)
    for i in range(n):
        position += 0.5 * velocity + 0.5 * velocity
    inside = 0
    window = Interval(10, 60)
    for i in range(n):
        if i % 100 in window:
            inside += 1
        if window & Interval(i % 100, 200):
            inside += 1
        if -11 in ~window:
            inside += 1
    square = Polynomial([1, 1]) ** 12
    values = [square(x % 9) for x in range(n // 4)]
    return total, distinct, abs(position), inside, square.coefficients, values, bool(total - total), Vector(1, 2, 3) @ Vector(4, 5, 6)


def check(n, result):
    total, distinct, length, inside, coefficients, values, nothing, product = result
    m = n // 20 + 1
    expected = sum((10 <= i % 100 < 60) + (i % 100 < 60) + 1 for i in range(n))
    return ((total.p, total.q) == (m, m + 1) and len(distinct) == min(n, 12) and abs(length - 3 * n) < 1e-6 * n and inside == expected
            and coefficients[:4] == [1, 12, 66, 220] and values == [(x % 9 + 1) ** 12 for x in range(n // 4)] and nothing is False and product == 32
            and min(distinct) == Fraction(0))


if __name__ == "__main__":
    main(run, check, 40000)
