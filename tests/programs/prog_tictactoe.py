# Tic-tac-toe by minimax with a cache
from functools import lru_cache
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def winner(b): return next((b[i] for i, j, k in LINES if b[i] != "." and b[i] == b[j] == b[k]), None)
@lru_cache(maxsize=None)
def value(b, me):
    w = winner(b)
    if w: return 1 if w == "X" else -1
    if "." not in b: return 0
    return (max if me == "X" else min)(value(b[:i] + me + b[i + 1:], "O" if me == "X" else "X") for i, c in enumerate(b) if c == ".")
def move(b, me):
    options = [(value(b[:i] + me + b[i + 1:], "O" if me == "X" else "X"), -i) for i, c in enumerate(b) if c == "."]
    return -(max if me == "X" else min)(options, key=lambda o: (o[0], o[1]) if me == "X" else (o[0], -o[1]))[1]
b, me = "." * 9, "X"
while not winner(b) and "." in b:
    i = move(b, me); b = b[:i] + me + b[i + 1:]; print(i, b[:3], b[3:6], b[6:]); me = "O" if me == "X" else "X"
print("winner", winner(b), value("." * 9, "X"), value.cache_info().currsize, value("X...O...X", "O"), value("XX.OO....", "X"), value("XX.OO....", "O"))
