# Simulations: a queue, dice, a random walk, an epidemic, elevators, all with seeds
import random, heapq, statistics
from collections import Counter, deque
def shop(seed, n=200):
    r = random.Random(seed); t = free = 0; waits = []
    for _ in range(n): t += r.randint(1, 10); start = max(t, free); waits.append(start - t); free = start + r.randint(2, 9)
    return max(waits), round(statistics.mean(waits), 4), sum(w == 0 for w in waits)
print([shop(s) for s in range(3)]); r = random.Random(11)
print(sorted(Counter(r.randint(1, 6) + r.randint(1, 6) for _ in range(3000)).items()))
def walk(n):
    x = y = 0; far = 0; visited = {(0, 0)}
    for _ in range(n): dx, dy = r.choice([(0, 1), (1, 0), (0, -1), (-1, 0)]); x += dx; y += dy; far = max(far, abs(x) + abs(y)); visited.add((x, y))
    return x, y, far, len(visited)
print([walk(500) for _ in range(4)])
def sir(n=200, days=30):
    state = ["S"] * n; state[0] = "I"; age = [0] * n; log = []
    for _ in range(days):
        for i in [i for i, s in enumerate(state) if s == "I"]:
            for j in r.sample(range(n), 3):
                if state[j] == "S" and r.random() < 0.3: state[j] = "I"
            age[i] += 1
            if age[i] > 5: state[i] = "R"
        log.append(tuple(Counter(state)[k] for k in "SIR"))
    return log[::6]
print(sir()); print(r.gauss(0, 1), [round(r.expovariate(2), 6) for _ in range(3)], r.choices("abc", [5, 3, 1], k=12), r.sample(range(1000), 5), r.getrandbits(70))
def lift(calls, floors=10):
    pos, step, t, waiting, inside, served = 0, 1, 0, deque(calls), [], []
    while waiting or inside:
        for p in [p for p in inside if p[2] == pos]: inside.remove(p); served.append((p[3], t - p[0]))
        for p in [p for p in waiting if p[0] <= t and p[1] == pos]: waiting.remove(p); inside.append(p)
        if pos + step in (-1, floors): step = -step
        pos += step; t += 1
    return t, served[:5], sum(w for _, w in served)
print(lift([(r.randrange(40), r.randrange(10), r.randrange(10), k) for k in range(15)]))
def monty(n, switch): return sum((r.randrange(3) == r.randrange(3)) != switch for _ in range(n))
print(monty(2000, True), monty(2000, False)); inside = sum(r.random() ** 2 + r.random() ** 2 < 1 for _ in range(5000)); print(4 * inside / 5000)
events = [(0, 0, "arrive")]; log, k, busy = [], 1, False
while events and len(log) < 25:
    t, _, e = heapq.heappop(events); log.append((t, e))
    if e == "arrive": heapq.heappush(events, (t + r.randint(1, 4), k, "arrive")); heapq.heappush(events, (t + r.randint(2, 6), k + 1, "leave")); k += 2
print(log); deck = list(range(52)); r.shuffle(deck); print(deck[:10], r.uniform(1, 2), r.triangular(0, 10, 5), r.betavariate(1, 2))
