# A matrix class: operators, determinant, inverse by fractions, powers
from fractions import Fraction
class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(Fraction, r)) for r in rows]
        if len({len(r) for r in self.rows}) != 1: raise ValueError("ragged")
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    shape = property(lambda s: (len(s.rows), len(s.rows[0])))
    def __getitem__(self, k): return self.rows[k[0]][k[1]]
    def __setitem__(self, k, v): self.rows[k[0]][k[1]] = Fraction(v)
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, o.rows, strict=True)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __sub__(self, o): return self + -1 * o
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"{self.shape} @ {o.shape}")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __pow__(self, n):
        r, b = Matrix.identity(self.shape[0]), self
        while n: r, b, n = (r @ b if n & 1 else r), b @ b, n >> 1
        return r
    def __eq__(self, o): return self.rows == o.rows
    T = property(lambda s: Matrix(zip(*s.rows)))
    def minor(self, i, j): return Matrix([r[:j] + r[j + 1:] for k, r in enumerate(self.rows) if k != i])
    def det(self): return self[0, 0] if self.shape == (1, 1) else sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(self.shape[1]))
    def inverse(self):
        d = self.det()
        if not d: raise ZeroDivisionError("singular")
        n = self.shape[0]
        return Matrix([[(-1) ** (i + j) * (self.minor(j, i).det() if n > 1 else 1) / d for j in range(n)] for i in range(n)])
    def __str__(self): return "\n".join(" ".join(f"{str(v):>6}" for v in r) for r in self.rows)
    def __iter__(self): return (v for r in self.rows for v in r)
m = Matrix([[2, 1, 0], [1, 3, -1], [0, 5, 4]]); print(m, m.det(), m.inverse(), m @ m.inverse() == Matrix.identity(3), m.T, m + m == 2 * m, m - m, sep="\n"); print((Matrix([[1, 1], [1, 0]]) ** 50)[0, 1], list(m), max(m)); m[0, 0] = "1/3"; print(m[0, 0], m.shape)
for f in (lambda: Matrix([[1], [1, 2]]), lambda: m @ Matrix([[1]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: m + Matrix([[1]]), lambda: m[5, 5], lambda: Matrix([["x"]])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
