"""Mandelbrot: escape times with real arithmetic and with complex numbers, drawn as rows of bytes."""
from harness import main

LIMIT = 60


def escape(cr, ci):
    zr = zi = 0.0
    for i in range(LIMIT):
        rr, ii = zr * zr, zi * zi
        if rr + ii > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return LIMIT


def escape_complex(c):
    z = 0j
    for i in range(LIMIT):
        if z.real * z.real + z.imag * z.imag > 4.0:
            return i
        z = z * z + c
    return LIMIT


def run(n):
    rows = []
    for y in range(n):
        ci = 2.5 * y / n - 1.25
        row = bytearray()
        for x in range(n):
            row.append(escape(3.0 * x / n - 2.25, ci))
        rows.append(bytes(row))
    coarse = []
    for y in range(0, n, 4):
        for x in range(0, n, 4):
            coarse.append(escape_complex(complex(3.0 * x / n - 2.25, 2.5 * y / n - 1.25)))
    return rows, coarse


def check(n, result):
    rows, coarse = result
    again = [rows[y][x] for y in range(0, n, 4) for x in range(0, n, 4)]
    differing = sum(a != b for a, b in zip(again, coarse))
    if any(len(row) != n for row in rows) or len(again) != len(coarse) or differing > len(again) // 100:
        return False
    # The set mirrors in the real axis; rounding may move a point of its edge.
    mirrored = sum(a != b for y in range(1, n) for a, b in zip(rows[y], rows[n - y]))
    inside = sum(row.count(LIMIT) for row in rows)
    return mirrored <= n * n // 100 and (n < 40 or 0.18 < inside / (n * n) < 0.23)


if __name__ == "__main__":
    main(run, check, 280)
