"""Writes tables.go: values of elementary functions at the points between which package libm interpolates.

Run by hand:  python3 tables.py > tables.go && gofmt -w tables.go
"""
import math
from decimal import Decimal as D, getcontext

import points

getcontext().prec = 420


def arctan_inverse(n):
    """arctan(1/n) for whole n."""
    s, term, k = D(0), D(1) / n, 1
    while abs(term) > D(10) ** -415:
        s += term / k if k % 4 == 1 else -term / k
        term /= n * n
        k += 2
    return s


PI = 4 * (4 * arctan_inverse(5) - arctan_inverse(239))
getcontext().prec = 60


def sin(x):
    s, term, k = D(0), x, 1
    while abs(term) > D(10) ** -58:
        s += term
        term *= -x * x / ((k + 1) * (k + 2))
        k += 2
    return s


def atan(x):
    """The series after three halvings of the angle."""
    for _ in range(3):
        x = x / (1 + (1 + x * x).sqrt())
    s, p, k = D(0), x, 1
    while abs(p) > D(10) ** -58:
        s += p / k if k % 4 == 1 else -p / k
        p *= x * x
        k += 2
    return 8 * s


def pair(v):
    hi = float(v)
    return "{%s, %s}" % (hi.hex(), float(v - D(hi)).hex())


def table(name, doc, values):
    print("// %s %s\nvar %s = [...]num{" % (name, doc, name))
    for v in values:
        print("\t%s," % pair(v))
    print("}\n")


def solve(rows):
    """The solution of linear equations, a row of coefficients and the right side each."""
    n = len(rows)
    for i in range(n):
        p = max(range(i, n), key=lambda j: abs(rows[j][i]))
        rows[i], rows[p] = rows[p], rows[i]
        for j in range(n):
            if j != i:
                f = rows[j][i] / rows[i][i]
                rows[j] = [u - f * v for u, v in zip(rows[j], rows[i])]
    return [row[n] / row[i] for i, row in enumerate(rows)]


def minimax(f, powers, low, high, points=1000, weight=lambda x: 1):
    """Coefficients of those powers of x whose sum departs least from f between low and high; errors count by their weight.

    Remez' exchange on a grid: the error is made to alternate between equal extremes at one point more than there are
    coefficients, then the points move to where the extremes really lie, until they stay or go round between
    neighbours of the grid.
    """
    grid = [low + (high - low) * D(i) / points for i in range(points + 1)]
    weights = [weight(x) for x in grid]
    values = [f(x) * w for x, w in zip(grid, weights)]
    k = len(powers) + 1
    at = [round(points * (1 - math.cos(math.pi * (i + 0.5) / k)) / 2) for i in range(k)]
    for _ in range(40):
        c = solve([[grid[p] ** q * weights[p] for q in powers] + [D((-1) ** i), values[p]] for i, p in enumerate(at)])[:-1]
        error = [v - w * sum(ci * x**q for ci, q in zip(c, powers)) for x, v, w in zip(grid, values, weights)]
        extremes = []
        for i, e in enumerate(error):
            if not extremes or (error[extremes[-1]] > 0) != (e > 0):
                extremes.append(i)
            elif abs(e) > abs(error[extremes[-1]]):
                extremes[-1] = i
        while len(extremes) > k:
            # A zero of all the powers splits an extreme in two small ones of no account.
            del extremes[min(range(len(extremes)), key=lambda j: abs(error[extremes[j]]))]
        if extremes == at:
            break
        at = extremes
    return c


def rounded_minimax(f, powers, low, high, weight=lambda x: 1):
    """Like minimax, of floats: each coefficient is rounded in turn, and those after it make up for that.

    Lawson's algorithm: least squares with a weight for each point, to be multiplied by the error there again and again. It
    takes longer than Remez' but needs no theory of the powers left.
    """
    points, rounds = 200, 600
    grid = [(low + high) / 2 + (high - low) / 2 * D(math.cos(math.pi * i / points)) for i in range(points + 1)]
    weights = [weight(x) for x in grid]
    rest = [f(x) * w for x, w in zip(grid, weights)]
    basis = [[x**q * w for q in powers] for x, w in zip(grid, weights)]
    done = []
    while basis[0]:
        share = [D(1)] * len(grid)
        n = len(basis[0])
        least = None
        for _ in range(rounds):
            rows = [[s * b[i] for s, b in zip(share, basis)] for i in range(n)]
            c = solve([[sum(u * b[j] for u, b in zip(row, basis)) for j in range(n)] + [sum(u * v for u, v in zip(row, rest))] for row in rows])
            errors = [abs(v - sum(ci * bi for ci, bi in zip(c, b))) for v, b in zip(rest, basis)]
            most = max(errors)
            if least is None or most < least:
                least, best = most, float(c[0])
            share = [s * e / most for s, e in zip(share, errors)]
        done.append(best)
        rest = [v - D(best) * b[0] for v, b in zip(rest, basis)]
        basis = [b[1:] for b in basis]
    return done


def inverse(x):
    return 1 / x if x else 0


def coefficients(name, doc, values):
    print("// %s %s\nvar %s = [...]float64{" % (name, doc, name))
    print("\t%s,\n}\n" % ", ".join(float(v).hex() for v in values))


print("// Code generated by tables.py; DO NOT EDIT.\n\npackage libm\n")
LN2 = D(2).ln()
print("// exp2Table is 2**(j/128), rounded, and what the rounding lost, as a part of the whole.")
print("var exp2Table = [...]struct{ value, tail float64 }{")
for j in range(128):
    v = (D(j) / 128 * LN2).exp()
    print("\t{%s, %s}," % (float(v).hex(), float(v / D(float(v)) - 1).hex()))
print("}\n")
HALF = LN2 / 256
coefficients("expPoly", "approximates exp(r)-1-r from r² on, for |r| <= ln2/256.", rounded_minimax(lambda r: r.exp() - 1 - r, range(2, 6), -HALF, HALF))
HALF = D(1) / 256
coefficients("exp2Poly", "approximates 2**r-1 for |r| <= 1/256; the first is ln2, and the others make up for its rounding.",
             [LN2] + rounded_minimax(lambda r: (r * LN2).exp() - 1 - r * D(float(LN2)), range(2, 6), -HALF, HALF))
print("// circleTable is the sine and the cosine of j/128, up to 0.86.")
print("var circleTable = [...]struct{ sin, cos num }{")
for j in range(111):
    print("\t{num%s, num%s}," % (pair(sin(D(j) / 128)), pair((1 - sin(D(j) / 128) ** 2).sqrt())))
print("}\n")
coefficients("sinPoly", "approximates sin(r)-r from r³ on, for |r| <= 1/256.", minimax(lambda r: sin(r) - r, (3, 5), D(0), HALF))
coefficients("cosPoly", "approximates 1-cos(r) from r² on, for |r| <= 1/256.", minimax(lambda r: 2 * sin(r / 2) ** 2, (2, 4, 6), D(0), HALF))
# The interval, longer than the one of use, is that where the results agree with the C library's most often.
coefficients("sinSmallPoly", "approximates sin(r)-r from r³ on, for |r| <= 0.245.",
             minimax(lambda r: sin(r) - r, (3, 5, 7, 9, 11), D(0), D("0.245")))
rest, parts = PI / 2, []
for bits in (25, 52, 80):
    parts.append(D(round(rest * 2**bits)) / 2**bits)
    rest -= parts[-1]
coefficients("quarterParts", "is pi/2 in parts: the products of the first three with a whole number below 2^26 are exact.", parts + [rest])


def tan(x):
    s = sin(x)
    return s / (1 - s * s).sqrt()


coefficients("tanSmallPoly", "approximates tan(r)-r from r³ on, for |r| <= 0.061.",
             minimax(lambda r: tan(r) - r, (3, 5, 7, 9, 11), D(0), D("0.061"), weight=inverse))
coefficients("tanPoly", "approximates tan(r)-r from r³ on, for |r| <= 1/512.",
             minimax(lambda r: tan(r) - r, (3, 5), D(0), HALF / 2, weight=inverse))
print("// tanTable holds points near multiples of 1/256, from 1/16 on, where the tangent and the cotangent are very close to floats")
print("// (Gal and Bachelis, \"An accurate elementary mathematical library for the IEEE floating point standard\", 1991).")
print("var tanTable = [...]struct{ x, tan, cot float64 }{")
for j, m in enumerate(points.TAN):
    x = D(16 + j) / 256 + D(m) / 2**56
    print("\t{%s, %s, %s}," % (float(x).hex(), float(tan(x)).hex(), float(1 / tan(x)).hex()))
print("}\n")
table("atanTable", "is arctan(j/128).", [atan(D(j) / 128) for j in range(129)])



def asin(x):
    s, term, n = D(0), x, 0
    while abs(term) > D(10) ** -58:
        s += term / (2 * n + 1)
        term *= x * x * (2 * n + 1) / (2 * n + 2)
        n += 1
    return s


def tangent(f, slope, powers, nodes):
    """Coefficients of those powers of x whose sum has the values and the slopes of f at the nodes."""
    return solve([[x**q for q in powers] + [f(x)] for x in nodes] + [[q * x ** (q - 1) for q in powers] + [slope(x)] for x in nodes])


# The relative error has one sign and, with its square root a Chebyshev polynomial of degree 7, equal extremes.
coefficients("asinSmallPoly", "approximates asin(r)-r from r³ on, for |r| <= 0.1255.",
             tangent(lambda r: asin(r) - r, lambda r: 1 / (1 - r * r).sqrt() - 1, range(3, 15, 2),
                     [D("0.1255") * D(math.cos(j * math.pi / 14)) for j in (1, 3, 5)]))
print("// asinTable is, for the middles of the steps of 1/256 from 1/8 to 15/16, the arc sine in two parts and the coefficients of its")
print("// Taylor series.")
print("var asinTable = [...][12]float64{")
for j in range(32, 240):
    c = D(2 * j + 1) / 512
    a = [asin(c), 1 / (1 - c * c).sqrt()]
    for n in range(9):
        # From the differential equation (1-x²)y'' = xy'.
        a.append(((n + 1) * (2 * n + 1) * c * a[n + 1] + n * n * a[n]) / ((1 - c * c) * (n + 2) * (n + 1)))
    a.insert(1, a[0] - D(float(a[0])))
    print("\t{%s}," % ", ".join(float(v).hex() for v in a))
print("}\n")
coefficients("atanSixth", "is the coefficient of the sixth power in Taylor's series of the arctangent at j/256, from 17/256 to 1.",
             [-c * (3 * c**4 - 10 * c**2 + 3) / (3 * (1 + c * c) ** 6) for c in (D(j) / 256 for j in range(17, 257))])


def reciprocals(name, per, offsets, log):
    """Points of a logarithm: the mantissas from 11/16 to 11/8 in steps, per to 2."""
    print("var %s = [...]struct{ inv, log float64 }{" % name)
    below = per * 5 // 8
    for j, m in enumerate(offsets):
        low, width = (D(11) / 16 + D(j) / (2 * per), 1 / D(2 * per)) if j < below else (1 + D(j - below) / per, 1 / D(per))
        inv = float(1 / (low + width / 2))
        inv += m * math.ulp(inv)
        print("\t{%s, %s}," % (inv.hex(), float(D(round(-log(D(inv)) * 2**43)) / 2**43).hex()))
    print("}\n")


print("// logPoints is, for the 80 mantissas from 11/16 on in steps of 1/256 and the 48 from 1 on in steps of 1/128, a reciprocal near that")
print("// of the middle of the step, and its negative logarithm, which is very close to a multiple of 2^-43.")
reciprocals("logPoints", 128, points.LOG, lambda x: x.ln())
print("// log2Points is alike, to the base 2, in 40 and 24 steps of twice the width.")
reciprocals("log2Points", 64, points.LOG2, lambda x: x.ln() / LN2)
HALF = D(31) / 32 / 256
coefficients("logPoly", "approximates log(1+r)-r from r² on, for |r| <= 31/32/256.", minimax(lambda r: (1 + r).ln() - r, range(2, 7), -HALF, HALF))
HALF = D(31) / 32 / 128
coefficients("log2Poly", "approximates log2(1+r)-r/ln2 from r² on, for |r| <= 31/32/128.",
             minimax(lambda r: (1 + r).ln() / LN2 - r / LN2, range(2, 8), -HALF, HALF))
coefficients("logNearPoly", "approximates log(1+r)-r+r²/2 from r³ on, for r from -1/16 to 0.0647.",
             minimax(lambda r: (1 + r).ln() - r + r * r / 2, range(3, 13), D(-1) / 16, D(265) / 4096, weight=lambda r: inverse((1 + r).ln())))
HALF = D(362) / 2**16
coefficients("powPoly", "approximates log(1+r)-r+r²/2 from r³ on, for |r| <= 362/65536.",
             rounded_minimax(lambda r: (1 + r).ln() - r + r * r / 2, range(3, 9), -HALF, HALF, lambda r: inverse((1 + r).ln())))
print("// powTable is, for the mantissas from 271/384 on in steps of 1/256, and of 1/128 above 1, a reciprocal of 8 bits near that of the")
print("// middle of the step, and its negative logarithm in two parts, the first a multiple of 2^-42.")
print("var powTable = [...]struct{ inv, log, tail float64 }{")
for j in range(128):
    inv = 2 / sum(max(x, 2 * x - 1) for x in (D(271) / 384 + D(i) / 256 for i in (j, j + 1)))
    n = 256 if inv < 1 else 128
    inv = D(round(inv * n)) / n
    log = D(round(-inv.ln() * 2**42)) / 2**42
    print("\t{%s, %s, %s}," % (float(inv).hex(), float(log).hex(), float(-inv.ln() - log).hex()))
print("}\n")

getcontext().prec = 420
n = int((2 / PI) * D(2) ** 1280)
print("// twoOverPi is 2/pi: the 1,280 bits after the point.")
print("var twoOverPi = [...]uint64{")
for k in range(20):
    print("\t%#x," % (n >> (64 * (19 - k)) & 2**64 - 1))
print("}")
