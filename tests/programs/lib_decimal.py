# decimal: arithmetic in a context, rounding, special values, signals
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from decimal import *
D = Decimal
getcontext().prec = 12
print(D("1.10") + D("2.205"), D(1) / 3, D("2") ** D("0.5"), D(10) ** -3, D(7) // 2, D(-7) // 2, D(-7) % 3, D(7) % -3, divmod(D(17), D(5)), -D("1.50"), abs(D("-2")), D("1e3") + 1, D(2).sqrt(), D(1).exp(), D(10).ln(), D(100).log10(), D("1.23456789012345678"), +D("1.23456789012345678"))
print(repr(D("1.0")), D(0.1), D(5), D("-0"), D("NaN"), D("Infinity"), D("1E+5"), D("0.000001"), D("0.0000001"), D((0, (1, 2, 3), -2)), D("  12_3 "), D("1.20").normalize(), D("1200").normalize(), D("3.14159").quantize(D("0.01")), D("2.5").to_integral_value(), D("123.456").as_tuple(), D("12.5").as_integer_ratio(), D("1.5").adjusted(), D("1E-10").to_eng_string())
for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP): print(r, [str(D(v).quantize(D("1"), rounding=r)) for v in ("2.5", "-2.5", "3.5", "2.4", "2.6", "-2.1", "10.5")])
print(D("1.0") == 1, D("0.5") == 0.5, D(1) < D(2), D("NaN") == D("NaN"), hash(D("1.0")) == hash(1), D("1.0").compare(D("1.00")), D("1.0").compare_total(D("1.00")), max(D(1), D("2")), D("NaN").is_nan(), D("inf") > 10 ** 10, D(1).is_signed(), sorted([D(3), 1, D("2.5")]), int(D("3.9")), float(D("0.1")), round(D("2.675"), 2), round(D("2.5")), D("5").min(D("NaN")), D(3).fma(2, 1), D("1.23").scaleb(2), D("123").shift(1))
print(f"{D('1234567.891'):,.2f}", f"{D('0.00012'):e}", f"{D('5'):>8}|", f"{D('0.25'):.1%}", f"{D('1e10')}", format(D("1.5"), "g"), str(D("1e-7")), f"{D('-1.5'):+}")
with localcontext() as c:
    c.prec = 5; print(D(1) / 3, c.prec, c.rounding)
    c.traps[Inexact] = True
    attempt(lambda: D(1) / 3)
with localcontext(prec=3): print(D("123456") + 0)
getcontext().clear_flags(); D(1) / 3; print([s.__name__ for s, v in getcontext().flags.items() if v], getcontext().prec, getcontext().Emax, Context(prec=4).divide(1, 7), BasicContext.prec)
for f in (lambda: D("abc"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("sNaN") + 1, lambda: D(-1).sqrt(), lambda: D(1) + 1.5, lambda: D(1) < "a", lambda: D("inf") - D("inf"), lambda: D([]), lambda: D(1) % 0, lambda: int(D("NaN")), lambda: int(D("inf")), lambda: D("1e999999") * D("1e999999"), lambda: D(1).quantize(D("1e-20")), lambda: D(0) ** 0, lambda: hash(D("sNaN")), lambda: D("NaN") < 1, lambda: D(-8) ** D("0.5"), lambda: getcontext().__setattr__("prec", 0), lambda: D((1, 2)), lambda: D(1) // 0, lambda: D("1").compare_signal(D("NaN"))): attempt(f)
p, k = D(0), D(1)
getcontext().prec = 30
for n in range(1, 30): p += 1 / k; k *= n
print(p, sum(map(D, "1.1 2.2 3.3".split())))
