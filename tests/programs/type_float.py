# float: repr, methods, arithmetic, rounding, special values, errors.
import math
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
inf, nan = float("inf"), float("nan")
t("float()", "float('1.5')", "float(' -2e3 ')", "float('inf')", "float('-Infinity')", "float('NaN')", "float('1_0.5')", "float(b'2.5')", "float(3)", "float(True)", "float('.5')", "float('5.')", "float('1e400')", "float('-1e-400')", "float('٣.٥')", "float('0x1p3')", "float('')", "float('a')", "float('1e')", "float('1__0')", "float(None)", "float([])", "float('1 2')", "float(10**400)", "float(1j)", "float('-')", "float('nan5')", "float(b'x')")
t("1e16", "1e15", "123456789012345680.0", "0.1", "0.1 + 0.2", "1/3", "2/3", "1e-4", "1e-5", "0.00001234", "1.0", "-0.0", "1e300 * 1e10", "-1e300 * 1e10", "5e-324", "2.2250738585072014e-308", "1.7976931348623157e308", "9007199254740993.0", "1e22", "1e23", "3.0e-5", "100000.0", "1234567890123456789.0", "0.1 * 3", "4.35 * 100", "2 ** 0.5", "1e21", "1.1 ** 10")
t("7.5 // 2", "-7.5 // 2", "7.5 % -2", "-7.5 % 2", "divmod(-7.5, 2)", "1.0 // 0", "1.0 % 0", "1.0 / 0", "0.0 / 0.0", "divmod(1.0, 0.0)", "0.0 ** -1", "(-8) ** (1/3)", "(-2.0) ** 3", "2.0 ** 1024", "inf - inf", "inf * 0", "inf // 1", "5 % inf", "-5 % inf", "-0.0 % 5", "0.0 == -0.0", "nan == nan", "nan != nan", "inf > 10**400", "nan < 1", "1.0 ** nan", "nan ** 0", "(-1.0) ** inf", "inf ** -1", "1e308 + 1e308", "5.0 // 0.1", "5.0 % 0.1", "-1e-20 % 1.0", "3.0 // inf", "-3.0 // inf")
t("round(2.5)", "round(3.5)", "round(-2.5)", "round(0.5)", "round(2.675, 2)", "round(1e16)", "round(1234.5, -2)", "round(1.5, None)", "round(0.1 + 0.2, 10)", "round(1e300, 5)", "round(inf)", "round(nan)", "round(inf, 2)", "round(5.015, 2)", "round(-0.4)", "round(0.05, 1)", "round(1.005, 2)", "round(1e22, -22)", "round(1.5, 400)", "round(1.5, -400)", "round(2.5, 1.0)", "round(1e308, -308)", "round(1.7e308, -308)")
t("(2.5).is_integer()", "(2.0).is_integer()", "(0.75).as_integer_ratio()", "(-1.5).as_integer_ratio()", "inf.as_integer_ratio()", "nan.as_integer_ratio()", "(255.5).hex()", "(0.1).hex()", "(-0.0).hex()", "inf.hex()", "(5e-324).hex()", "float.fromhex('0x1.8p1')", "float.fromhex('-0x.1p4')", "float.fromhex('inf')", "float.fromhex('1.8')", "float.fromhex('0x1p2000')", "float.fromhex('zz')", "(1.5).real", "(1.5).imag", "(1.5).conjugate()", "(1.5).__trunc__()", "(1.5).__floor__()", "(1.5).__ceil__()", "(-1.5).__floor__()", "float.__getformat__('double')", "(3.7).__int__()", "(1.5).__abs__()", "(2.0).__pow__(3)", "(2.0).__rpow__(3)", "(1.5).__divmod__(1)", "(1.5).__eq__(1)", "(1.5).__eq__('a')", "float.__text_signature__")
t("hash(1.0)", "hash(0.5)", "hash(1.5)", "hash(-1.0)", "hash(inf)", "hash(-inf)", "hash(1e300)", "hash(0.1)", "hash(2.0**61)", "hash(-0.0)", "{1.0: 'a'}[1]", "1.0 in [1]", "hash(float(10**20)) == hash(10**20)", "hash(1e-320)")
t("1.5 + 'a'", "1.5 - None", "'a' * 1.5", "[1] * 2.0", "1.5 << 1", "1.5 & 1", "~1.5", "1.5 < 'a'", "[1][1.5]", "1.5()", "1.5[0]", "(1.5).foo", "range(1.0)", "pow(2.0, 3, 5)", "math.factorial(1.5)", "'%d' % 1.9", "chr(1.0)", "int(1e30)", "int(-1.5)", "float('1') .is_integer(3)")
t("1 < 1.5", "1.5 == 3/2", "2**53 == 2.0**53", "2**53 + 1 == 2.0**53", "2**53 + 1 > 2.0**53", "-(10**400) < -1e308", "0.1 + 0.2 == 0.3", "1e16 + 1 == 1e16", "True == 1.0", "1.0 == 1+0j", "max(1, 1.0)", "max(1.0, 1)", "min(nan, 1)", "min(1, nan)", "sorted([3.5, 1, 2.25, -inf, inf])", "sum([0.1] * 10)", "sum([1e100, 1.0, -1e100])", "sum([0.1, 0.2, 0.3], 0.0)", "math.fsum([0.1] * 10)", "abs(-0.0)", "-0.0", "+nan", "abs(-inf)")
class F(float):
    def __repr__(self): return f"F({float(self)})"
class Fl:
    def __float__(self): return 2.5
class FlBad:
    def __float__(self): return "x"
class FlIx:
    def __index__(self): return 4
t("F(1.5)", "F(1.5) + 1", "type(F(1.5) + 1).__name__", "F('2.5')", "float(Fl())", "float(FlBad())", "float(FlIx())", "math.sqrt(Fl())", "1.0 + Fl()", "F.fromhex('0x1p1')", "str(F(1))", "float.__new__(F, 3)", "F(2) == 2", "hash(F(0.5))", "isinstance(F(1), float)", "float(F(1.5))", "type(float(F(1.5))).__name__", "F(3) // 2", "-F(1)")
x = 0.0
for i in range(1000):
    x = x * 0.99 + i * 0.001
print(x)
y = 1.0
n = 0
while y > 1e-10:
    y /= 3
    n += 1
print(n, y)
h = 0.0
for i in range(1, 5000):
    h += 1.0 / i if i % 2 else -1.0 / i
print(h)
print([i * 0.1 for i in range(12)], [10.0 ** i for i in range(-6, 24, 3)])
