"""Game of life: on a set of living cells, on a grid of lists and on rows held in integers."""
from harness import main

GUN = """........................O...........
......................O.O...........
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO..............
OO........O...O.OO....O.O...........
..........O.....O.......O...........
...........O...O....................
............OO......................"""


def cells(text):
    return {(x, y) for y, line in enumerate(text.split("\n")) for x, c in enumerate(line) if c == "O"}


def step_set(living):
    counts = {}
    for x, y in living:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    at = (x + dx, y + dy)
                    counts[at] = counts.get(at, 0) + 1
    return {at for at, count in counts.items() if count == 3 or count == 2 and at in living}


def step_grid(grid, size):
    out = []
    for y in range(size):
        above, row, below = grid[y - 1], grid[y], grid[(y + 1) % size]
        line = []
        for x in range(size):
            left, right = x - 1, (x + 1) % size
            around = above[left] + above[x] + above[right] + row[left] + row[right] + below[left] + below[x] + below[right]
            line.append(1 if around == 3 or around == 2 and row[x] else 0)
        out.append(line)
    return out


def step_bits(rows, size):
    """The same torus with a row in one integer: the counts are added bit by bit, in parallel."""
    mask = (1 << size) - 1

    def turned(row):
        return (row << 1 | row >> size - 1) & mask, (row >> 1 | row << size - 1) & mask

    out = []
    for y in range(size):
        ones = twos = fours = 0
        a, b, c = rows[y - 1], rows[y], rows[(y + 1) % size]
        for bits in (a, *turned(a), *turned(b), c, *turned(c)):
            carry = ones & bits
            ones ^= bits
            fours |= twos & carry
            twos ^= carry
        out.append(twos & ~fours & (ones | b))
    return out


def run(n):
    living = cells(GUN)
    sizes = []
    for _ in range(n):
        living = step_set(living)
        sizes.append(len(living))
    size = 40
    grid = [[1 if (x * 7 + y * 13 + x * y) % 5 < 2 else 0 for x in range(size)] for y in range(size)]
    rows = [sum(v << x for x, v in enumerate(line)) for line in grid]
    for _ in range(n // 4):
        grid = step_grid(grid, size)
        rows = step_bits(rows, size)
    return sizes, living, grid, rows


def check(n, result):
    sizes, living, grid, rows = result
    if [sum(v << x for x, v in enumerate(line)) for line in grid] != rows or len(living) != sizes[-1]:
        return False
    first = cells(GUN)
    born = [(x, y) for x in range(-1, 38) for y in range(-1, 11)
            if 3 - ((x, y) in first) <= sum((x + dx, y + dy) in first for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy) <= 3]
    if sizes[0] != len(born):
        return False
    # The gun repeats after 30 generations and has then sent one more glider, of five cells.
    return sizes[29:n:30] == [36 + 5 * (k + 1) for k in range(n // 30)]


if __name__ == "__main__":
    main(run, check, 600)
