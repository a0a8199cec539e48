"""Decorators: wrappers with and without arguments, memoising, dispatch, partial application and functools' own."""
from functools import lru_cache, partial, reduce, singledispatch, total_ordering, wraps

from harness import main


def counted(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def bounded(low, high):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            return min(max(function(*args), low), high)

        return wrapper

    return decorate


def memoised(function):
    table = {}

    @wraps(function)
    def wrapper(*args):
        try:
            return table[args]
        except KeyError:
            value = table[args] = function(*args)
            return value

    wrapper.table = table
    return wrapper


class Registered:
    handlers = {}

    def __init__(self, name):
        self.name = name

    def __call__(self, function):
        self.handlers[self.name] = function
        return function


@counted
@bounded(0, 1000)
def polynomial(x, y=1):
    return x * x - 40 * x + y


@memoised
def binomial(n, k):
    if k == 0 or k == n:
        return 1
    return binomial(n - 1, k - 1) + binomial(n - 1, k)


@lru_cache(maxsize=None)
def collatz(n):
    return 0 if n == 1 else 1 + collatz(3 * n + 1 if n % 2 else n // 2)


@singledispatch
def size(value):
    return 1


@size.register(str)
def _(value):
    return len(value)


@size.register(list)
@size.register(tuple)
def _(value):
    return sum(size(v) for v in value)


@Registered("double")
def double(x):
    return 2 * x


@Registered("square")
def square(x):
    return x * x


@total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def run(n):
    polynomial.calls = 0
    chain = compose(Registered.handlers["double"], Registered.handlers["square"], partial(max, 10))
    total = sizes = greater = longest = 0
    base = Version(1, 5)
    for i in range(n):
        total += polynomial(i % 90) + chain(i % 50)
        sizes += size([i, "abc", (1, "de")])
        greater += Version(i % 3, i % 7) >= base
        longest = max(longest, collatz(1 + i % 3000))
    return total, sizes, greater, longest, polynomial.calls, binomial(60, 30), len(binomial.table), polynomial.__name__


def check(n, result):
    total, sizes, greater, longest, calls, choose, entries, name = result
    expected = above = 0
    for i in range(n):
        x = i % 90
        expected += min(max(x * x - 40 * x + 1, 0), 1000) + max(10, (i % 50 * 2) ** 2)
        above += (i % 3, i % 7) >= (1, 5)
    return (total == expected and sizes == 7 * n and greater == above and calls == n and choose == 118264581564861424
            and entries >= 900 and name == "polynomial" and longest <= 216)


if __name__ == "__main__":
    main(run, check, 30000)
