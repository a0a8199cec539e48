"""Spectral norm: power iteration on an infinite matrix that is computed and never stored."""
from math import sqrt

from harness import main


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    out = []
    for i in range(len(vector)):
        total = 0.0
        for j, v in enumerate(vector):
            total += entry(i, j) * v
        out.append(total)
    return out


def transposed_times(vector):
    indices = range(len(vector))
    return [sum(entry(j, i) * vector[j] for j in indices) for i in indices]


def run(n):
    u = [1.0] * n
    v = u
    for _ in range(6):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return sqrt(uv / vv), v


def check(n, result):
    norm, v = result
    # The norm grows with n from 1 to the limit that the game of benchmarks gives for the whole matrix.
    if not 0.999999 < norm < 1.2742242 or n >= 60 and norm < 1.27421:
        return False
    # v is close to an eigenvector: one more step stretches it by the norm's square.
    w = transposed_times(times(v))
    return all(abs(a / b / (norm * norm) - 1) < 1e-3 for a, b in zip(w, v))


if __name__ == "__main__":
    main(run, check, 220)
