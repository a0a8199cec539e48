"""N queens: by sets of columns and diagonals, by bits, by permutations of a generator, and all symmetries."""
from harness import main

SOLUTIONS = [1, 1, 0, 0, 2, 10, 4, 40, 92, 352]


def with_lists(n):
    columns, rising, falling = [False] * n, [False] * (2 * n), [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        count = 0
        for column in range(n):
            up, down = row + column, row - column + n
            if not (columns[column] or rising[up] or falling[down]):
                columns[column] = rising[up] = falling[down] = True
                count += place(row + 1)
                columns[column] = rising[up] = falling[down] = False
        return count

    return place(0)


def with_bits(n):
    full = (1 << n) - 1

    def place(columns, rising, falling):
        if columns == full:
            return 1
        count = 0
        free = full & ~(columns | rising | falling)
        while free:
            bit = free & -free
            free ^= bit
            count += place(columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
        return count

    return place(0, 0, 0)


def boards(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from boards(n, placed + (column,))


def symmetries(board):
    n = len(board)
    for _ in range(2):
        for _ in range(4):
            yield board
            turned = [0] * n
            for row, column in enumerate(board):
                turned[column] = n - 1 - row
            board = tuple(turned)
        board = tuple(reversed(board))


def run(n):
    counts = []
    for i in range(n):
        size = 4 + i % 4
        counts.append((size, with_lists(size), with_bits(size + 1), sum(1 for _ in boards(size))))
    found = list(boards(7))
    return counts, found, {min(symmetries(board)) for board in found}


def check(n, result):
    counts, found, distinct = result
    for i, (size, a, b, c) in enumerate(counts):
        if size != 4 + i % 4 or not a == c == SOLUTIONS[size] or b != SOLUTIONS[size + 1]:
            return False
    return len(counts) == n and len(set(found)) == 40 and len(distinct) == 6 and all(s in set(found) for b in distinct for s in symmetries(b))


if __name__ == "__main__":
    main(run, check, 120)
