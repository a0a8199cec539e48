"""Dicts: counting, grouping, lookups with and without a default, deletion, iteration, with string and int keys."""
from harness import main


def run(n):
    counts = {}
    groups = {}
    state = 1
    for i in range(n):
        state = (state * 16807) % 2147483647
        key = state % 5000
        counts[key] = counts.get(key, 0) + 1
        if key in groups:
            groups[key].append(i)
        else:
            groups[key] = [i]
    names = {}
    for key in counts:
        names["key" + str(key)] = counts[key]
    total = 0
    for i in range(n // 2):
        name = "key" + str(i % 5000)
        if name in names:
            total += names[name]
    removed = 0
    for key in list(groups):
        if key % 3 == 0:
            removed += len(groups.pop(key))
    inverse = {}
    for key, value in names.items():
        inverse.setdefault(value, []).append(key)
    return counts, groups, total, removed, inverse


def check(n, result):
    counts, groups, total, removed, inverse = result
    expected = sum(counts.get(i % 5000, 0) for i in range(n // 2))
    kept = sum(len(g) for g in groups.values())
    return sum(counts.values()) == n == kept + removed and total == expected and sum(len(v) for v in inverse.values()) == len(counts)


if __name__ == "__main__":
    main(run, check, 250000)
