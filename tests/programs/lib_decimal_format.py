# decimal: __format__, conversions from and to text, ints, floats and fractions, comparison and hash across the numeric types
import math, operator, pickle, copy, warnings, zlib
from decimal import *
from fractions import Fraction
D = Decimal

def attempt(f):
    try: return repr(f())
    except Exception as e: return f"{type(e).__name__}: {e}"

for v in ("-0.01", "1234567.891", "nan", "-inf", "0E+5", "12e10", "-0", "9.995"):
    for s in ("z.1f", "+z.1f", "z#", "_", "010", "<010", "0<10", "é^20", "x=20", "015,.2f", "020,", "20,", "n", ".3n", ",n", "10.", "e", ".0e", ".3e", ".3g", ".0g", "%", ".2%", "E", "G", ".1", "00", "99999999999999999999", "\0<9", "5é", ".30f", ".0f", "s", ",.2e", ",g", "*>z10.1f"):
        print(repr(s), v, attempt(lambda: format(D(v), s)))
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_05UP):
    with localcontext(rounding=rounding): print(rounding, f"{D('-1.25'):.1f} {D('1.25'):.1f} {D('1.0500001'):.1f} {D('9.99'):.1e} {D('-0.999'):.2%}")
with localcontext(capitals=0): print(f"{D('1e9')} {D('1e9'):g} {D('1e9'):G} {D('1e9')!r} {D('1e9').to_eng_string()}")
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(format(D("1234.5"), "N"), [str(w.message) for w in seen])
for override in ({"decimal_point": ",", "thousands_sep": ".", "grouping": "\x03\x02"}, {"thousands_sep": "é"}, {"grouping": "\x02\x7f"}, {"grouping": "\xff"}, {"decimal_point": ""}, {"decimal_point": "12345"}, {"thousands_sep": 1}, 5):
    for s in (",.1f", "020,.1f", ".1f"): print(override, s, attempt(lambda: D(1234567).__format__(s, override)))

for text in ("", " 1 ", "1_000.5_0", "_1", "1e_5", "\u0661\u0662", "\uff11\uff12e\uff13", "1\0", "\ud800", "1 2", "1e1000000000000000000", "1e-2000000000000000000", "0e99999999999999999999", "+.5", "5.", ".", "-sNaN007", "InFiNiTy", "infin", "1__0", "\u30001\u3000"):
    print(ascii(text), attempt(lambda: D(text)), attempt(lambda: getcontext().create_decimal(text)))
for parts in ((), (1,), (0, (1, 2), -1), [1, [3, 4], 2], (2, (1,), 0), ("0", (1,), 0), (0, (10,), 0), (0, (-1,), 0), (0, 5, 0), (0, (1,), 1.5), (0, (1,), "F"), (1, (1, 2), "N"), (0, (), "n"), (0, (1,), "x"), (0, (), 0), (0, (0, 0, 1), -2), (0, (1,), 10**30)):
    print(parts, attempt(lambda: D(parts)))
for x in (0, -1, 2**63, -2**64, 2**127, 2**128, 10**40, True, 0.1, 1e300, 5e-324, float("inf"), -0.0, 1.5, 10**28 + 5):
    print(x, D(x), D.from_float(x), getcontext().create_decimal(x), hash(D(x)) == hash(x), D(x) == x, D(x) <= x)
print([attempt(lambda: f(D(v))) for v in ("2.5", "-2.5", "1e20", "nan", "-inf", "123456789012345678901234567890.5") for f in (int, round, math.floor, math.ceil, math.trunc, float, complex, bool)])
print([attempt(lambda: round(D("123.455"), n)) for n in (0, 1, 2, -2, 30, 10**30, "1", None)])
print([D(v).as_tuple() for v in ("-1.20", "nan12", "-inf", "0E+3", "snan")], [attempt(D(v).as_integer_ratio) for v in ("-1.25", "1e5", "0E-3", "nan", "inf", "0.000")])
for x in (1, 1.5, Fraction(3, 2), Fraction(1, 3), 1.5 + 0j, 1j, "1.5", None, float("nan"), 10**30):
    print([attempt(lambda: op(D("1.5"), x)) for op in (operator.eq, operator.ne, operator.lt, operator.ge)], [attempt(lambda: op(x, D("nan"))) for op in (operator.eq, operator.gt)])
print(hash(D("1.50")) == hash(Fraction(3, 2)), hash(D("1e300")) == hash(10**300), hash(D("1e-5")) == hash(Fraction(1, 10**5)), hash(D("inf")), hash(D("-inf")), {D(1): 2}[1.0])
for x in (D("1.50"), D("-nan7"), D("1e-9")): print([pickle.loads(pickle.dumps(x, p)) for p in range(6)], copy.copy(x) is x, copy.deepcopy(x) is x, x.__reduce__(), x.__sizeof__())
print(pickle.loads(pickle.dumps(D(5).as_tuple())), sum([D("0.1")] * 10), min(D(3), 2, D("2.0")), sorted([D("NaN").is_nan(), D(2) > 1]), [str(D(10) ** -n) for n in range(5, 8)])
state = 7
def pick(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n
def one_of(*c): return c[pick(len(c))]
lines = []
for i in range(1500):
    v = one_of("", "-") + "".join(str(pick(10)) for _ in range(1 + pick(one_of(3, 10, 30)))) + one_of("", f"E{pick(60) - 40}")
    s = one_of("", "<", ">", "=", "^", "*<", "é^") + one_of("", "+", " ", "-") + one_of("", "0") + one_of("", str(pick(40))) + one_of("", ",") + one_of("", f".{pick(30)}", ".0") + one_of("", "e", "E", "f", "F", "g", "G", "%", "n")
    with localcontext(rounding=one_of(ROUND_HALF_EVEN, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR)): lines.append(f"{v} {s} {attempt(lambda: format(D(v), s))}")
    if i % 300 == 299: print(f"{zlib.crc32(chr(10).join(lines).encode()):08x}", lines[-1])
