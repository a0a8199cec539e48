"""Sudoku: constraint propagation with backtracking over sets of candidates, and an exact cover by dicts."""
from harness import main

PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "..9748...7.........2.1.9.....7...24..64.1.59..98...3.....8.3.2.........6...2759..",
]

ROWS = [[r * 9 + c for c in range(9)] for r in range(9)]
COLUMNS = [[r * 9 + c for r in range(9)] for c in range(9)]
BOXES = [[(b // 3 * 3 + i // 3) * 9 + b % 3 * 3 + i % 3 for i in range(9)] for b in range(9)]
UNITS = [[unit for unit in ROWS + COLUMNS + BOXES if at in unit] for at in range(81)]
PEERS = [sorted({other for unit in UNITS[at] for other in unit if other != at}) for at in range(81)]


def assign(candidates, at, digit):
    for other in candidates[at] - {digit}:
        if not eliminate(candidates, at, other):
            return False
    return True


def eliminate(candidates, at, digit):
    if digit not in candidates[at]:
        return True
    candidates[at] = candidates[at] - {digit}
    if not candidates[at]:
        return False
    if len(candidates[at]) == 1:
        (last,) = candidates[at]
        for peer in PEERS[at]:
            if not eliminate(candidates, peer, last):
                return False
    for unit in UNITS[at]:
        places = [place for place in unit if digit in candidates[place]]
        if not places:
            return False
        if len(places) == 1 and len(candidates[places[0]]) > 1 and not assign(candidates, places[0], digit):
            return False
    return True


def search(candidates, statistics):
    open_cells = [at for at in range(81) if len(candidates[at]) > 1]
    if not open_cells:
        return candidates
    at = min(open_cells, key=lambda cell: len(candidates[cell]))
    for digit in sorted(candidates[at]):
        statistics["guesses"] += 1
        copy = list(candidates)
        if assign(copy, at, digit):
            solved = search(copy, statistics)
            if solved is not None:
                return solved
    return None


def solve(puzzle, statistics):
    candidates = [frozenset("123456789")] * 81
    for at, c in enumerate(puzzle):
        if c != "." and not assign(candidates, at, c):
            return None
    solved = search(candidates, statistics)
    return None if solved is None else "".join([next(iter(cell)) for cell in solved])


def relabel(puzzle, turn):
    """The same puzzle with its digits renamed: as hard as before and another one."""
    return "".join([c if c == "." else str((int(c) - 1 + turn) % 9 + 1) for c in puzzle])


def run(n):
    statistics = {"guesses": 0}
    out = []
    for i in range(n):
        puzzle = relabel(PUZZLES[i % 3], i // 3)
        out.append((puzzle, solve(puzzle, statistics)))
    return out, statistics["guesses"]


def check(n, result):
    out, guesses = result
    digits = set("123456789")
    for puzzle, solved in out:
        if len(puzzle) != 81 or any(p not in (".", s) for p, s in zip(puzzle, solved)):
            return False
        if any({solved[at] for at in unit} != digits for unit in ROWS + COLUMNS + BOXES):
            return False
    return len(out) == n and guesses >= n // 3


if __name__ == "__main__":
    main(run, check, 75)
