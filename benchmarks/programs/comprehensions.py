"""Comprehensions: of lists, sets, dicts and generators, nested, filtered and over each other's results."""
from harness import main


def triples(limit):
    return [(a, b, c) for c in range(1, limit) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]


def inverted(words):
    return {letter: {w for w in words if letter in w} for letter in sorted({c for w in words for c in w})}


def transposed(rows):
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


def primes(limit):
    composite = {m for p in range(2, int(limit ** 0.5) + 1) for m in range(p * p, limit, p)}
    return [k for k in range(2, limit) if k not in composite]


def run(n):
    squares = [i * i for i in range(n)]
    odd = [v for v in squares if v & 1]
    remainders = {v % 97 for v in squares}
    last = {v % 97: i for i, v in enumerate(squares)}
    pairs = sum(x * y for x, y in zip(squares, reversed(odd)))
    words = ["".join([chr(97 + (i * k + k) % 26) for k in range(1, 6)]) for i in range(n // 200)]
    index = inverted(words)
    rows = [[i * 10 + j for j in range(10)] for i in range(n // 100 + 1)]
    flat = [v for row in transposed(rows) for v in row]
    labels = [f"{'even' if i % 2 == 0 else 'odd'}-{i}" for i in range(n // 4) if i % 3 if i % 5]
    lengths = {k: [len(w) for w in group if w] for k, group in {c: [s for s in labels if s.endswith(c)] for c in "0123456789"}.items()}
    matrix = [[sum(a * b for a, b in zip(r, s)) for s in rows[:10]] for r in rows[:10]]
    return squares, odd, remainders, last, pairs, words, index, flat, lengths, len(triples(40)), primes(n // 10 + 2), matrix


def check(n, result):
    squares, odd, remainders, last, pairs, words, index, flat, lengths, triple_count, found, matrix = result
    m = len(odd)
    expected = sum(k * k * (2 * (m - 1 - k) + 1) ** 2 for k in range(m))
    labels = [i for i in range(n // 4) if i % 3 and i % 5]
    if any(v != 1000 * i * k + 450 * (i + k) + 285 for i, row in enumerate(matrix) for k, v in enumerate(row)):
        return False
    return (squares == list(map(lambda i: i * i, range(n))) and m == n // 2 and pairs == expected and remainders == set(last) and len(remainders) <= 49
            and all(last[r] >= n - 97 or n < 97 for r in last) and sum(len(g) for g in index.values()) == sum(len(set(w)) for w in set(words))
            and sorted(flat) == list(range((n // 100 + 1) * 10)) and sum(map(len, lengths.values())) == len(labels) and triple_count == 15
            and all(p % q for p in found[-5:] for q in range(2, p)) and found[:1] in ([], [2]))


if __name__ == "__main__":
    main(run, check, 120000)
