# Game of life, queens, sudoku, hanoi, knapsack, edit distance, primes: plain algorithms.
def life(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    k = (x + dx, y + dy)
                    counts[k] = counts.get(k, 0) + 1
    return {k for k, n in counts.items() if n == 3 or (n == 2 and k in cells)}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
c = glider
for _ in range(20):
    c = life(c)
print(sorted(c))
r = {(0, 1), (1, 0), (1, 1), (1, 2), (2, 2)}
for _ in range(30):
    r = life(r)
print(len(r), min(r), max(r))
def queens(n):
    count = 0
    cols, d1, d2 = [False] * n, [False] * (2 * n), [False] * (2 * n)
    def place(row):
        nonlocal count
        if row == n:
            count += 1
            return
        for c in range(n):
            if not (cols[c] or d1[row + c] or d2[row - c + n]):
                cols[c] = d1[row + c] = d2[row - c + n] = True
                place(row + 1)
                cols[c] = d1[row + c] = d2[row - c + n] = False
    place(0)
    return count
print([queens(n) for n in range(1, 8)])
def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append((a, c))
        hanoi(n - 1, b, a, c, moves)
    return moves
m = hanoi(8, "A", "B", "C", [])
print(len(m), m[:3], m[-1])
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            if best[c - w] + v > best[c]:
                best[c] = best[c - w] + v
    return best[cap]
print(knapsack([(i * 7 % 13 + 1, i * 11 % 17 + 3) for i in range(20)], 60))
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print(edit("kitten", "sitting"), edit("intention" * 3, "execution" * 3))
def solve(board):
    for i, v in enumerate(board):
        if v == 0:
            r, c = divmod(i, 9)
            used = set()
            for k in range(9):
                used |= {board[r * 9 + k], board[k * 9 + c], board[(r // 3 * 3 + k // 3) * 9 + c // 3 * 3 + k % 3]}
            for d in range(1, 10):
                if d not in used:
                    board[i] = d
                    if solve(board):
                        return True
            board[i] = 0
            return False
    return True
b = [int(x) for x in "530070000600195000098000060800060003400803001700020006060000280000419005000080079"]
print(solve(b), "".join(map(str, b)))
def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            t[i + 1][j + 1] = t[i][j] + a[i] if a[i] == b[j] else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
print(lcs("AGGTABQWERTY", "GXTXAYBQXWXEX"))
def quicksort(l):
    if len(l) < 2: return l
    p = l[len(l) // 2]
    return quicksort([x for x in l if x < p]) + [x for x in l if x == p] + quicksort([x for x in l if x > p])
def mergesort(l):
    if len(l) < 2: return l
    h = len(l) // 2
    a, b, out, i, j = mergesort(l[:h]), mergesort(l[h:]), [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]: out.append(a[i]); i += 1
        else: out.append(b[j]); j += 1
    return out + a[i:] + b[j:]
data = [(i * 7919 + 13) % 1000 for i in range(300)]
print(quicksort(data) == mergesort(data) == sorted(data), quicksort(data)[:8])
def bfs(start, goal, walls, size):
    q, seen = [(start, 0)], {start}
    while q:
        (x, y), d = q.pop(0)
        if (x, y) == goal: return d
        for n in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= n[0] < size and 0 <= n[1] < size and n not in walls and n not in seen:
                seen.add(n); q.append((n, d + 1))
print(bfs((0, 0), (19, 19), {(i, 10) for i in range(19)} | {(i + 1, 14) for i in range(19)}, 20))
perms = []
def permute(a, k=0):
    if k == len(a): perms.append("".join(a))
    for i in range(k, len(a)):
        a[k], a[i] = a[i], a[k]; permute(a, k + 1); a[k], a[i] = a[i], a[k]
permute(list("abcd")); print(len(perms), perms[:5], len(set(perms)))
pascal = [[1]]
for _ in range(12): pascal.append([a + b for a, b in zip([0] + pascal[-1], pascal[-1] + [0])])
print(pascal[-1])
def to_roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= v: out += s; n -= v
    return out
print([to_roman(n) for n in (1994, 2024, 49, 3999)])
