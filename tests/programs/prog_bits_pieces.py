# Bits and pieces: fizzbuzz, anagrams, pangrams, luhn, isbn, game of life, knight, towers, change
from itertools import groupby
from functools import lru_cache
luhn = lambda s: sum(sum(divmod(2 * int(c), 10)) if i % 2 else int(c) for i, c in enumerate(reversed(s))) % 10 == 0
print([luhn(s) for s in ("4539578763621486", "8273123273520569", "0", "18")], [sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate("0306406152")) % 11])
words = "listen silent enlist google elbow below state taste night thing".split(); print(sorted([sorted(g) for _, g in groupby(sorted(words, key=sorted), key=sorted)], key=len)[-1], {"".join(sorted(w)) for w in words if len(w) == 5})
def knight(n, start=(0, 0)):
    moves = [(1, 2), (2, 1), (2, -1), (1, -2), (-1, -2), (-2, -1), (-2, 1), (-1, 2)]; board, at = {start: 0}, start
    free = lambda p: [(p[0] + a, p[1] + b) for a, b in moves if 0 <= p[0] + a < n and 0 <= p[1] + b < n and (p[0] + a, p[1] + b) not in board]
    for k in range(1, n * n):
        opts = sorted(free(at), key=lambda q: (len(free(q)), q))
        if not opts: return k, board
        at = opts[0]; board[at] = k
    return n * n, board
k, b = knight(6); print(k); [print(*(f"{b.get((x, y), -1):3}" for x in range(6))) for y in range(6)]
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield f"{a}{c}"; yield from hanoi(n - 1, b, a, c)
print(list(hanoi(3)), sum(1 for _ in hanoi(10)))
@lru_cache(None)
def change(n, coins=(50, 20, 10, 5, 2, 1)): return 1 if n == 0 else 0 if n < 0 or not coins else change(n - coins[0], coins) + change(n, coins[1:])
print(change(100), change(200))
@lru_cache
def lev(a, b): return len(a) or len(b) if not a or not b else min(lev(a[1:], b) + 1, lev(a, b[1:]) + 1, lev(a[1:], b[1:]) + (a[0] != b[0]))
print(lev("kitten", "sitting"), lev("flaw", "lawn"), lev("", "abc"))
def spiral(n):
    m, x, y, dx, dy = [[0] * n for _ in range(n)], 0, 0, 1, 0
    for k in range(1, n * n + 1):
        m[y][x] = k
        if not (0 <= x + dx < n and 0 <= y + dy < n and m[y + dy][x + dx] == 0): dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return m
print(*spiral(5), sep="\n"); life = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(8):
    near = {}
    for x, y in life:
        for p in ((x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1) if a or b): near[p] = near.get(p, 0) + 1
    life = {p for p, n in near.items() if n == 3 or n == 2 and p in life}
print(sorted(life));
print([n for n in range(100, 1000) if all(n % int(c) == 0 for c in str(n) if c != "0") and "0" not in str(n)][:12], "".join(chr(c) for c in range(97, 123) if chr(c) not in "the quick brown fox jumps over a dog"), [" ".join(map(str, r)) for r in ([1], [1, 1])], bin(37 ^ 37 >> 1), [i ^ i >> 1 for i in range(8)])
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(); TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
def say(n): return ONES[n] if n < 20 else TENS[n // 10 - 2] + ("-" + ONES[n % 10] if n % 10 else "") if n < 100 else ONES[n // 100] + " hundred" + (" and " + say(n % 100) if n % 100 else "") if n < 1000 else say(n // 1000) + " thousand" + (" " + say(n % 1000) if n % 1000 else "")
print([say(n) for n in (0, 13, 42, 100, 999, 1234, 70015)])
