# Poker hands: parsing, ranking, comparing
from collections import Counter
import random
R = "23456789TJQKA"
def rank(hand):
    v = sorted((R.index(c[0]) for c in hand), reverse=True); s = {c[1] for c in hand}
    if v == [12, 3, 2, 1, 0]: v = [3, 2, 1, 0, -1]
    groups = sorted(((n, c) for c, n in Counter(v).items()), reverse=True); counts = tuple(n for n, _ in groups)
    straight, flush = len(set(v)) == 5 and v[0] - v[4] == 4, len(s) == 1
    kind = 8 if straight and flush else {(4, 1): 7, (3, 2): 6}.get(counts) or (5 if flush else 4 if straight else {(3, 1, 1): 3, (2, 2, 1): 2, (2, 1, 1, 1): 1}.get(counts, 0))
    return kind, tuple(c for _, c in groups)
NAMES = "high pair two-pair trips straight flush full quads straight-flush".split()
for h in ("2H 3D 5S 9C KD", "2H 2D 5S 9C KD", "2H 2D 5S 5C KD", "2H 2D 2S 5C KD", "AH 2D 3S 4C 5D", "2H 4H 6H 8H KH", "2H 2D 2S 5C 5D", "2H 2D 2S 2C 5D", "TH JH QH KH AH", "TD JH QH KH AH"): print(h, NAMES[rank(h.split())[0]], rank(h.split()))
print(sorted(["2H 2D 5S 9C KD", "2S 2C 5H 9D AC", "3H 3D 4S 6C 7D"], key=lambda h: rank(h.split())))
r = random.Random(2024); deck = [a + b for a in R for b in "SHDC"]; tally = Counter()
for _ in range(2000): tally[NAMES[rank(r.sample(deck, 5))[0]]] += 1
print(sorted(tally.items()), r.sample(deck, 5)); r.shuffle(deck); print(deck[:5])
