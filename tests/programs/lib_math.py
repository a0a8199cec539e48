# The module math: every function at special arguments, its errors, and exact sums.
import math

inf, nan = math.inf, math.nan
floats = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 1e308, -1e308, 5e-324, -5e-324, inf, -inf, nan, 710.0, -745.2, 1e22, 171.0,
          172.0, -170.5, -200.5, 24.0, 23.0, 1e-21, 28.0]


class Number:
    def __repr__(self):
        return "Number()"

    def __float__(self):
        return 2.5

    def __index__(self):
        return 7

    def __ceil__(self):
        return "ceil"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return "trunc"


objects = [True, 5, -3, 10**400, -10**400, 2**1024, 2**1023, "a", None, b"x", 1j, [1], Number()]
pairs = [0.0, -0.0, 1.0, -1.5, inf, -inf, nan, 3.0]


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        return r.hex() if type(r) is float else repr(r)[:60]
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


functions = [n for n in dir(math) if n[0] != "_" and callable(getattr(math, n)) and n != "dist"]
print(len(functions), functions)
for n in functions:
    f = getattr(math, n)
    print(n)
    print("   ", " | ".join(show(f, x) for x in floats))
    print("   ", " | ".join(show(f, x) for x in objects))
    print("   ", show(f), show(f, 1.0, 2.0, 3.0, 4.0), show(f, 1.0, x=1))
    if not show(f, 1, 1).startswith("TypeError"):
        for x in pairs:
            print("   ", x, " | ".join(show(f, x, y) for y in pairs))
        some = [True, 5, 10**400, "a", Number()]
        for x in some:
            print("   ", str(x)[:20], " | ".join(show(f, x, y) for y in some))

for args in [((1, 2), (3,)), ((1, inf), (3, 4)), ([1, 2], [3.5, 4]), (5, 6), ("a", "b"), ((1, nan), (3, 4)), ((), ()), ((1,), (10**400,))]:
    print("dist", show(math.dist, *args))
for args in [(), (-3,), (3, 4, nan, inf), (1e308,) * 3, (5e-324,) * 3, (0.1,) * 50, (1.5e308, 1.5e308)]:
    print("hypot", show(math.hypot, *args))
for a in [[], [1, 2], [1e308, 1e308, -1e308], [inf, -inf], [inf, 1], [nan, inf], [0.1] * 10, [-0.0], ["a"], [10**400], [1e16, 1, 1e-16], 5]:
    print("fsum", show(math.fsum, a))
for p, q in [([], []), ([1, 2], [3, 4]), ([1.5, 2], [3, 4]), ([1], [2, 3]), ([1, 2], [3]), ([2**70], [3]), ([1e308], [10]), ([inf], [0]),
             ([1e308, 1e308], [1.0, 1.0]), ([nan], [1]), ([True], [2.5]), (["a"], [3]), (["a"], [1.5]), ([1j], [2.0]), ([0.1] * 10, [0.1] * 10),
             ([1, 2.5, 3], [1, 2, 3]), ([10**400], [1.5]), (5, 6), ([1e308, -1e308], [10, 10]), ([-0.0], [1]), ([2**60] * 4, [2**60] * 4),
             # What is no float and no int goes the common way, and what follows it, too.
             ([True, 0.1, 0.2, 1j, 0.1, 0.2, 0.3], [1, 1, 1, 0, 1, 1, 1]), ([2, 0.1, 3, 0.2, 0.3], [3, 1, 1, 1, 1]), ([2**70 + 1, 0.5], [1.0, 2**64 + 1]),
             # More bits than three floats have.
             ([1e300, 1e250, 1e200, 1e150, 1.0, -1e300], [1.0, 1.1, 1.3, 1.7, 1.9, 1.0]), ([1e80, 3.0, 1e-80, -1e80], [1e80, 1.0, 1e-80, 1e80])]:
    print("sumprod", show(math.sumprod, p, q))
for a in [[], [1, 2, 3], [1.5, 2], ["a", 2], 5, [2**40] * 3, [1e308, 10], [2.5, 2**70], [True, False]]:
    print("prod", show(math.prod, a), show(math.prod, a, start=5))
for x, s in [(1.0, 1), (1.0, 0), (1.0, 10**30), (1.0, -1), (inf, 3), (nan, 2), (0.0, 5), (-0.0, 2), (1.0, 1.5)]:
    print("nextafter", *(show(math.nextafter, x, y, steps=s) for y in (inf, -inf, 0.0, nan, x)))
for kw in [{"rel_tol": -1}, {"abs_tol": -1}, {"rel_tol": 0.5}, {"abs_tol": inf}]:
    print("isclose", kw, *(show(math.isclose, *p, **kw) for p in [(1, 1.2), (inf, inf), (inf, 1), (nan, nan), (0, 1e-12), (1e308, -1e308)]))
for n, k in [(5, 2), (5, 6), (0, 0), (100, 50), (-1, 2), (2, -1), (10**30, 3), (3, 10**30), (67, 33), (5.0, 2), (62, 31)]:
    print("comb, perm", show(math.comb, n, k), show(math.perm, n, k))
for x in [2**1000, 10**308, 3**2000, 10**5000, 2**64, 2**63 - 1, -5, 0]:
    print("log", show(math.log, x), show(math.log2, x), show(math.log10, x), show(math.log, x, 10), show(math.log, x, x))
for args in [(1.0, 10**30), (1.0, -10**30), (0.0, 10**30), (1.5, -1075), (1, 1.5), (inf, 3), (1.0, 1024), (0.5, 1024)]:
    print("ldexp", show(math.ldexp, *args))
for args in [(1e308, 10, -inf), (inf, 0, 1), (inf, 0, nan), (1e308, 10, 0), (inf, 1, -inf), (0.1, 10, -1)]:
    print("fma", show(math.fma, *args))
# The order of the roundings.
print(math.hypot(*[float.fromhex("0x1.0dbbf3d9d4c51p+863")] * 9))

# The C library's results that are not the nearest floats.
for f, args in [(math.exp, (5.66, 2.467, -708.5, -745.1)), (math.exp2, (3.7, 0.574, -1073.3)), (math.expm1, (0.358, 1.026, 1.867)),
                (math.log, (0.691, 4.182, 4.249)), (math.log2, (3.029, 0.86, 5.617)), (math.log10, (2.732, 3.015, 1.366)),
                (math.log1p, (1.881, 0.43)), (math.sin, (2.924, 0.259, 3.226)), (math.cos, (1.995, 2.385, 2.262)),
                (math.tan, (4.882, 5.344, 1.768, 0.0607, 0.787, 1e22)), (math.sinh, (1.545, 0.378)), (math.cosh, (5.66, 2.467)),
                (math.atanh, (0.703,)), (math.erfc, (2.222, 2.001)), (math.gamma, (0.544, 1.175, 4.169, 36.466)), (math.lgamma, (5.976, 3.68)),
                (math.atan, (0.128,))]:
    print(f.__name__, *(f(x) for x in args))
print(2.33**8.62, 6.48**5.54, 6.11**18.07, 10.0**23, 3.0**34, 9.0**17, 0.5**1074.5, 0.995**1831.56, 0.998**1822.82, 1.02**1068.66)
