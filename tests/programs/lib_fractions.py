# fractions: construction, arithmetic, comparison, formatting, errors
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from fractions import Fraction as F
print(F(), F(3), F(6, -4), F("3/7"), F(" -1.25 "), F("1e3"), F(0.5), F(1.1).limit_denominator(100), F("7/1_0"), F(F(1, 2), F(3, 4)), F(True), repr(F(1, 3)))
a, b = F(1, 3), F(3, 4)
print(a + b, a - b, a * b, a / b, a // b, b % a, divmod(b, a), -a, +a, abs(F(-1, 2)), a ** 2, a ** -2, 2 ** F(2), round(F(4) ** F(1, 2), 5), a ** 0, a + 1, 1 - a, 2 * a, 1 / a, a + 0.5, a * 1j, 5 // b, 5 % b)
print(a < b, a == F(2, 6), a == 1 / 3, F(1, 2) == 0.5, F(2) == 2, a != b, a >= F(1, 3), sorted([b, a, 0.5, 1]), hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), bool(F(0)), int(F(7, 2)), float(a), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), F(7, 2).__floor__(), F(-7, 2).__ceil__(), F(-7, 2).__trunc__())
print(a.numerator, a.denominator, a.as_integer_ratio(), F.from_float(0.25), F.from_decimal(__import__("decimal").Decimal("0.1")), F("3.14159265").limit_denominator(100), F(10).is_integer(), a.conjugate(), a.real, a.imag, f"{a:.4f}", f"{F(1000001, 3):,.2f}", f"{F(5, 2)}", f"{F(3):>5}|", format(F(1, 3), "e"), F(1, 3).limit_denominator(2))
print(sum(F(1, n) for n in range(1, 20)), max(F(1, 2), F(2, 3)), {F(1, 2): "h"}[0.5])
x = F(1)
for _ in range(12): x = 1 + 1 / x
print(x, float(x))
for f in (lambda: F(1, 0), lambda: F("1/0"), lambda: F("a"), lambda: F(1.5, 2), lambda: F("1", 2), lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(None), lambda: F(1) / 0, lambda: F(0) ** -1, lambda: F(1) // 0, lambda: F(1, 2).limit_denominator(0), lambda: F(1) + "a", lambda: F(1) < "a", lambda: F("1/"), lambda: F([]), lambda: F(1) % 0, lambda: format(F(1, 2), "z"), lambda: F(1, "a"), lambda: F("1 / 2")): attempt(f)
