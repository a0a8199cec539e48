"""Recursion: Ackermann, Takeuchi, towers of Hanoi, mutual recursion, permutations and partitions."""
from harness import main


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def hanoi(disks, source, target, spare, pegs):
    if disks == 0:
        return 0
    moves = hanoi(disks - 1, source, spare, target, pegs)
    disk = pegs[source].pop()
    if pegs[target] and pegs[target][-1] < disk:
        raise ValueError("a disk above a smaller one")
    pegs[target].append(disk)
    return moves + 1 + hanoi(disks - 1, spare, target, source, pegs)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def permutations(items, at, visit):
    if at == len(items):
        visit(items)
        return
    for i in range(at, len(items)):
        items[at], items[i] = items[i], items[at]
        permutations(items, at + 1, visit)
        items[at], items[i] = items[i], items[at]


def partitions(total, largest):
    if total == 0:
        return 1
    if total < 0 or largest == 0:
        return 0
    return partitions(total - largest, largest) + partitions(total, largest - 1)


def run(n):
    out = []
    for i in range(n):
        pegs = [list(range(9, 0, -1)), [], []]
        moves = hanoi(9, 0, 2, 1, pegs)
        inversions = [0, 0]

        def visit(items):
            inversions[0] += 1
            inversions[1] += items[0] * items[-1]

        permutations([1, 2, 3, 4, 5, 6], 0, visit)
        out.append((ackermann(2, 20 + i % 3), tak(11, 6, i % 4), moves, pegs[2], even(400 + i), inversions, partitions(22, 22)))
    return out


def tak_by_table(x, y, z, known):
    if y >= x:
        return z
    key = (x, y, z)
    if key not in known:
        known[key] = tak_by_table(tak_by_table(x - 1, y, z, known), tak_by_table(y - 1, z, x, known), tak_by_table(z - 1, x, y, known), known)
    return known[key]


def check(n, result):
    for i, (a, t, moves, peg, is_even, counts, parts) in enumerate(result):
        products = sum(x * y for x in range(1, 7) for y in range(1, 7) if x != y)
        if a != 2 * (20 + i % 3) + 3 or t != tak_by_table(11, 6, i % 4, {}) or moves != 511 or peg != list(range(9, 0, -1)):
            return False
        if is_even != (i % 2 == 0) or counts != [720, products * 24] or parts != 1002:
            return False
    return len(result) == n


if __name__ == "__main__":
    main(run, check, 100)
