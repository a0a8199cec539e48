# The module cmath: what its functions give for infinities, NaN, signed zeros, large and ordinary arguments.
import cmath
import math

inf, nan = math.inf, math.nan


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        return "%s %s" % (r.real.hex(), r.imag.hex()) if type(r) is complex else repr(r)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


values = [-inf, -1e308, -1.0, -0.0, 0.0, 1e-310, 0.75, 1.0, 709.0, inf, nan]
functions = [n for n in dir(cmath) if n[0] != "_" and callable(getattr(cmath, n))]
print(functions)
for n in functions:
    f = getattr(cmath, n)
    print(n, f.__text_signature__)
    for x in values:
        print("   ", x, " | ".join(show(f, x, y) if n == "rect" else show(f, complex(x, y)) for y in values))
    for args in [(), (1, 2), ("a",), (None,), (True,), (10**400,), (1, 2, 3), ([], [])]:
        print("   ", *map(str, args), show(f, *args)[:200])


class HasComplex:
    def __complex__(self):
        return 1 + 2j


class HasFloat:
    def __float__(self):
        return 2.0


class HasIndex:
    def __index__(self):
        return 3


class Wrong:
    def __complex__(self):
        return 1.0


for o in HasComplex(), HasFloat(), HasIndex(), Wrong():
    print(show(cmath.sqrt, o), show(cmath.log, o, o), show(cmath.phase, o), show(cmath.rect, o, o), show(complex, o))
for args in [(0, 5), (5, 0), (5, 1), (0,), (2, nan), (inf, 2), (8, 2)]:
    print(args, show(cmath.log, *args))
for a, b, kw in [(1, 1, {}), (1, 1 + 1e-10j, {}), (1, 2, {"rel_tol": 0.5}), (inf, inf, {}), (inf, 1, {}), (nan, nan, {}),
                 (1, 2, {"abs_tol": -1}), (0, 1e-10, {"abs_tol": 1e-9}), (complex(inf, 1), complex(inf, 1), {}), (1, 2, {"x": 1})]:
    print(a, b, kw, show(cmath.isclose, a, b, **kw))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
