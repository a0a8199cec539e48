"""Generators: pipelines, recursion with yield from, generator expressions and send."""
from harness import main


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def odd(values):
    for v in values:
        if v & 1:
            yield v


def scaled(values, factor):
    for v in values:
        yield v * factor


def walk(low, high):
    if low < high:
        middle = (low + high) // 2
        yield from walk(low, middle)
        yield middle
        yield from walk(middle + 1, high)


def average():
    total = count = 0
    value = yield 0
    while True:
        total += value
        count += 1
        value = yield total // count


def run(n):
    piped = 0
    for v in scaled(odd(numbers(n)), 3):
        piped += v
    squares = sum(x * x for x in range(n) if x % 3)
    ordered = 0
    previous = -1
    for v in walk(0, n // 8):
        ordered += v > previous
        previous = v
    running = average()
    next(running)
    mean = 0
    for i in range(n // 2):
        mean = running.send(i)
    return piped, squares, ordered, mean


def check(n, result):
    piped, squares, ordered, mean = result
    odds = n // 2
    expected = sum(x * x for x in range(n)) - sum(x * x for x in range(0, n, 3))
    return piped == 3 * odds * odds and squares == expected and ordered == n // 8 and mean == max(0, (n // 2 - 1) // 2)


if __name__ == "__main__":
    main(run, check, 300000)
