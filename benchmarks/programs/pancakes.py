"""Pancakes: flips over all permutations in two orders, with lists and slices, and cycles of permutations."""
from harness import main


def flips(items):
    count = 0
    items = items[:]
    first = items[0]
    while first:
        items[:first + 1] = items[first::-1]
        first = items[0]
        count += 1
    return count


def by_swaps(items):
    """Heap's order: each permutation is made from the last one by one exchange."""
    state, i = [0] * len(items), 0
    yield items
    while i < len(items):
        if state[i] < i:
            other = state[i] if i & 1 else 0
            items[other], items[i] = items[i], items[other]
            yield items
            state[i] += 1
            i = 0
        else:
            state[i] = 0
            i += 1


def by_order(items):
    """Lexicographic order: the next larger arrangement."""
    while True:
        yield items
        i = len(items) - 2
        while i >= 0 and items[i] > items[i + 1]:
            i -= 1
        if i < 0:
            return
        j = len(items) - 1
        while items[j] < items[i]:
            j -= 1
        items[i], items[j] = items[j], items[i]
        items[i + 1:] = items[:i:-1]


def cycles(items):
    seen, count = [False] * len(items), 0
    for i in range(len(items)):
        if not seen[i]:
            count += 1
            while not seen[i]:
                seen[i] = True
                i = items[i]
    return count


def run(n):
    out = []
    for i in range(n):
        size = 5 + i % 2
        most = total = fixed = 0
        for permutation in by_swaps(list(range(size))):
            count = flips(permutation)
            total += count
            most = max(most, count)
            fixed += cycles(permutation) == 1
        again, previous, ordered = 0, [], True
        for permutation in by_order(list(range(size))):
            again += flips(permutation)
            ordered = ordered and previous < permutation
            previous = permutation[:]
        out.append((size, most, total, again, fixed, ordered))
    return out


def check(n, result):
    most = {5: (7, 24), 6: (10, 120)}
    for i, (size, longest, total, again, fixed, ordered) in enumerate(result):
        if size != 5 + i % 2 or (longest, fixed) != most[size] or total != again or not ordered:
            return False
    return len(result) == n


if __name__ == "__main__":
    main(run, check, 140)
