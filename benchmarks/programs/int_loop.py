"""Integers: nested loops over local ints with branches, products, shifts and remainders."""
from harness import main

INNER = 100


def run(n):
    total = 0
    i = 0
    while i < n:
        for j in range(INNER):
            if (i + j) & 1:
                total += i * j
            else:
                total -= (j >> 1) + i % 7
        i += 1
    return total


def check(n, result):
    evens, odds = range(0, INNER, 2), range(1, INNER, 2)
    expected = 0
    for i in range(n):
        added, taken = (odds, evens) if i % 2 == 0 else (evens, odds)
        expected += i * sum(added) - sum(j // 2 for j in taken) - len(taken) * (i % 7)
    return result == expected


if __name__ == "__main__":
    main(run, check, 12000)
