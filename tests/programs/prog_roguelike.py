# A maze: generation with a seed, solving by depth and breadth, drawing, field of view
import random
from collections import deque
def maze(w, h, seed):
    r = random.Random(seed); g = [["#"] * (2 * w + 1) for _ in range(2 * h + 1)]; stack = [(0, 0)]; g[1][1] = " "
    while stack:
        x, y = stack[-1]; opts = [(dx, dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)) if 0 <= x + dx < w and 0 <= y + dy < h and g[2 * (y + dy) + 1][2 * (x + dx) + 1] == "#"]
        if not opts: stack.pop(); continue
        dx, dy = r.choice(opts); g[2 * y + 1 + dy][2 * x + 1 + dx] = g[2 * (y + dy) + 1][2 * (x + dx) + 1] = " "; stack.append((x + dx, y + dy))
    return g
def solve(g, start, end):
    prev, q = {start: None}, deque([start])
    while q:
        p = q.popleft()
        if p == end: break
        for d in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            n = p[0] + d[0], p[1] + d[1]
            if g[n[1]][n[0]] != "#" and n not in prev: prev[n] = p; q.append(n)
    path = [end]
    while prev[path[-1]]: path.append(prev[path[-1]])
    return path[::-1]
for seed in (1, 2):
    g = maze(10, 5, seed); path = solve(g, (1, 1), (19, 9))
    for x, y in path: g[y][x] = "."
    print("\n".join("".join(r) for r in g), len(path), sep="\n")
class Entity:
    def __init__(self, name, hp, attack): self.name, self.hp, self.attack = name, hp, attack
    alive = property(lambda s: s.hp > 0)
    def hit(self, other, r):
        dmg = r.randint(1, self.attack); other.hp -= dmg
        return f"{self.name} hits {other.name} for {dmg}" + ("" if other.alive else f", {other.name} dies")
class Troll(Entity):
    def __init__(self): super().__init__("troll", 20, 5)
    def hit(self, other, r): self.hp += 1; return super().hit(other, r) + " and heals"
r = random.Random(9); hero, foes = Entity("hero", 30, 8), [Entity("rat", 4, 2), Troll(), Entity("bat", 3, 1)]
while hero.alive and foes:
    foe = foes[0]; print(hero.hit(foe, r))
    if foe.alive: print(foe.hit(hero, r))
    else: foes.pop(0)
print(hero.hp, [f.name for f in foes])
def line(x0, y0, x1, y1):
    dx, dy, sx, sy = abs(x1 - x0), -abs(y1 - y0), 1 if x0 < x1 else -1, 1 if y0 < y1 else -1; e = dx + dy
    while True:
        yield x0, y0
        if (x0, y0) == (x1, y1): return
        e2 = 2 * e
        if e2 >= dy: e += dy; x0 += sx
        if e2 <= dx: e += dx; y0 += sy
print(list(line(0, 0, 7, 3)), list(line(3, 3, 0, 1))); room = ["..#....", "..#.#..", "....#..", ".......", "..##..."]
print("\n".join("".join("@" if (x, y) == (1, 2) else room[y][x] if all(room[b][a] != "#" or (a, b) == (x, y) for a, b in line(1, 2, x, y)) else " " for x in range(7)) for y in range(5)))
