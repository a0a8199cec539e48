"""Matrices: multiplication in lists of lists and in one flat list, LU decomposition with pivots, determinants."""
from harness import main


def make(n, seed):
    out = []
    for i in range(n):
        row = []
        for j in range(n):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            row.append(seed / 0x40000000 - 1.0 + (n if i == j else 0))
        out.append(row)
    return out


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def multiply_flat(a, b, n):
    c = [0.0] * (n * n)
    for i in range(n):
        for k in range(n):
            f = a[i * n + k]
            at, to = k * n, i * n
            for _ in range(n):
                c[to] += f * b[at]
                to += 1
                at += 1
    return c


def decompose(a):
    a = [row[:] for row in a]
    n = len(a)
    order = list(range(n))
    sign = 1
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(a[i][k]))
        if pivot != k:
            a[k], a[pivot] = a[pivot], a[k]
            order[k], order[pivot] = order[pivot], order[k]
            sign = -sign
        top = a[k]
        for i in range(k + 1, n):
            row = a[i]
            factor = row[k] = row[k] / top[k]
            for j in range(k + 1, n):
                row[j] -= factor * top[j]
    return a, order, sign


def solve(lu, order, b):
    n = len(lu)
    x = [b[i] for i in order]
    for i in range(n):
        for j in range(i):
            x[i] -= lu[i][j] * x[j]
    for i in reversed(range(n)):
        for j in range(i + 1, n):
            x[i] -= lu[i][j] * x[j]
        x[i] /= lu[i][i]
    return x


def run(n):
    a, b = make(n, 1), make(n, 2)
    product = multiply(a, b)
    flat = multiply_flat([v for row in a for v in row], [v for row in b for v in row], n)
    lu, order, sign = decompose(a)
    solutions = [solve(lu, order, column) for column in zip(*product)]
    determinant = float(sign)
    for i in range(n):
        determinant *= lu[i][i] / n
    return product, flat, [list(row) for row in zip(*solutions)], determinant


def check(n, result):
    product, flat, solved, determinant = result
    a, b = make(n, 1), make(n, 2)
    for i in range(n):
        for j in range(n):
            if abs(product[i][j] - flat[i * n + j]) > 1e-9 * n or abs(solved[i][j] - b[i][j]) > 1e-6:
                return False
    x = [sum(row) for row in b]  # (ab)1 is a(b1)
    for row, line in zip(a, product):
        if abs(sum(u * v for u, v in zip(row, x)) - sum(line)) > 1e-6 * n:
            return False
    return determinant > 0 or n < 3


if __name__ == "__main__":
    main(run, check, 100)
