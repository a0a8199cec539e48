"""Floats: a midpoint integration of 4/(1+x*x) and a chain of Newton steps for square roots."""
from harness import main


def run(n):
    step = 1.0 / n
    area = 0.0
    for i in range(n):
        x = (i + 0.5) * step
        area += 4.0 / (1.0 + x * x)
    roots = 0.0
    k = 1
    while k * 8 <= n:
        v = float(k)
        r = v
        for _ in range(6):
            r = 0.5 * (r + v / r)
        if r * r > v:
            roots += 1.0
        else:
            roots += 0.5
        k += 1
    return area * step, roots


def check(n, result):
    pi, roots = result
    return abs(pi - 3.141592653589793) < 1.0 / (n * n) + 1e-9 and n // 8 * 0.5 <= roots <= n // 8


if __name__ == "__main__":
    main(run, check, 500000)
