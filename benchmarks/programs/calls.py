"""Calls: recursion, defaults, keywords, closures and functions as arguments."""
from harness import main


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def clamp(value, low=0, high=1000):
    if value < low:
        return low
    if value > high:
        return high
    return value


def counter():
    count = 0

    def increase(by):
        nonlocal count
        count += by
        return count

    return increase


def apply(function, value):
    return function(value)


def run(n):
    total = 0
    increase = counter()
    for i in range(n):
        total += clamp(i) + clamp(i, 10) + clamp(value=i, high=i & 255)
        total += apply(increase, 1)
    for _ in range(n // 2000):
        total += fib(15)
    return total


def check(n, result):
    expected = n // 2000 * 610
    for i in range(n):
        expected += min(i, 1000) + min(max(i, 10), 1000) + min(i, i & 255) + i + 1
    return result == expected


if __name__ == "__main__":
    main(run, check, 120000)
