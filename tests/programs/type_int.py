# int: construction, methods, conversions, big values, errors.
import operator
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("int()", "int(3.9)", "int(-3.9)", "int('12')", "int(' -12 \\n')", "int('1_000')", "int('ff', 16)", "int('0xff', 16)", "int('0xff', 0)", "int('0b11', 0)", "int('z', 36)", "int(b'12')", "int(bytearray(b'7'))", "int(True)", "int('+5')", "int('٣')", "int('10', base=2)", "int(1e20)", "int('0' * 10)")
t("int('')", "int('a')", "int('1__0')", "int('_1')", "int('12', 37)", "int('12', 1)", "int('8', 8)", "int(5, 10)", "int(None)", "int([])", "int('1.5')", "int(float('inf'))", "int(float('nan'))", "int('010', 0)", "int(b'x')", "int('5', x=1)", "int(base=10)", "int('1' + chr(0))", "int(1j)", "int('é' * 3)", "int('10', 2.0)")
t("(5).bit_length()", "(0).bit_length()", "(-256).bit_length()", "(255).bit_count()", "(-7).bit_count()", "(5).conjugate()", "(5).real", "(5).imag", "(5).numerator", "(5).denominator", "(5).as_integer_ratio()", "(5).is_integer()", "(258).to_bytes(2)", "(258).to_bytes(4, 'little')", "(-2).to_bytes(2, 'big', signed=True)", "(256).to_bytes(1)", "(-1).to_bytes(1)", "(1).to_bytes(0)", "(1).to_bytes(2, 'x')", "(1).to_bytes(-1)", "int.from_bytes(b'\\x01\\x02')", "int.from_bytes(b'\\xff\\xfe', 'little', signed=True)", "int.from_bytes([1, 2], 'big')", "int.from_bytes(b'')", "int.from_bytes('x')", "(10).__index__()", "(3).__divmod__(2)", "(3).__pow__(2, 5)", "(5).__round__(-1)", "(15).__round__(-1)", "round(25, -1)", "round(12345, -2)", "round(5, 2)", "(5).__floor__()", "(5).__trunc__()", "(5).__bool__()", "(5).__add__(1.5)", "(5).__radd__(2)", "(5).__eq__('5')", "(5).__hash__()")
t("7 // 2", "-7 // 2", "7 // -2", "-7 % 3", "7 % -3", "divmod(-7, 2)", "divmod(7, -2)", "1 // 0", "1 % 0", "1 / 0", "divmod(1, 0)", "0 ** -1", "2 ** -2", "0 ** 0", "pow(3, 4, 5)", "pow(3, -1, 7)", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2, 3, -5)", "pow(2, 10**3, 10**9 + 7)", "1 << 70", "1 << -1", "1 >> -1", "-5 >> 1", "1 >> 100", "-1 >> 100", "~0", "~-1", "5 & -2", "-5 | 3", "-5 ^ 3", "-(2**70) & 0xffff", "2**70 ^ 2**69", "-(2**64) | 1", "1 << 2**70", "0 << 2**70", "5 / 2", "10**400 / 10**399", "10**400 / 3", "2**1024 * 1.0", "2**53 / 1", "(2**53 + 1) / 1")
t("2**63 - 1 + 1", "-2**63 - 1", "2**48", "2**48 - 1", "-2**48 - 1", "(2**48 - 1) + 1", "2**31 * 2**31", "2**32 * 2**32", "2**127 + 2**127", "3**100", "10**50 // 7**20", "10**50 % 7**20", "-10**50 // 7**20", "-10**50 % 7**20", "(10**30) ** 2", "(2**100) >> 90", "hash(2**61 - 1)", "hash(2**61)", "hash(-1)", "hash(-2)", "hash(2**100)", "hash(-2**100)", "hash(True)", "2**100 == float(2**100)", "2**53 + 1 == float(2**53 + 1)", "2**53 + 1 > float(2**53)", "10**400 > 1e308", "10**22 == 1e22", "1 < float('nan')", "10**400 < float('inf')")
t("str(2**100)", "repr(-10**25)", "hex(255)", "hex(-255)", "oct(8)", "bin(10)", "bin(-10)", "hex(2**70)", "bin(2**70)[-5:]", "hex(1.5)", "str(10**100)", "int('9' * 50)", "int('f' * 40, 16)", "int('-' + '1' * 30)", "len(str(3**1000))", "int(str(7**500)) == 7**500", "float(2**62)", "float(10**400)", "int('1' * 5000)", "str(10**5000)")
t("5 + 'a'", "'a' + 5", "5 - None", "5 * None", "5 // 'x'", "5 % []", "5 ** 'x'", "5 << 1.0", "5 & 1.0", "-'a'", "~1.5", "+[]", "5 < 'a'", "pow(2, 3, 1.5)", "pow('a', 2)", "abs('x')", "divmod('a', 1)", "bin('x')", "chr(-1)", "chr(0x110000)", "chr('a')", "ord('ab')", "ord(5)", "round('x')", "range(1.5)", "[1][1.0]", "5()", "5[0]", "(5).foo")
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def __add__(self, o): return I(int(self) + o)
    def __index__(self): return 99
class Ix:
    def __index__(self): return 3
class Bad:
    def __index__(self): return "x"
    def __int__(self): return 1.5
class Tr:
    def __int__(self): return True
t("I(5)", "I(5) + 1", "1 + I(5)", "I(5) * 2", "type(I(5) * 2).__name__", "I(5) == 5", "hash(I(5))", "[10, 20, 30, 40][Ix()]", "hex(Ix())", "range(Ix())", "int(Ix())", "int(Bad())", "[1][Bad()]", "bin(Bad())", "int(Tr())", "operator.index(I(3))", "'abc'[I(1)]", "{I(1): 2}[1]", "I.from_bytes(b'\\x05')", "I('7', base=8)", "bool(I(0))", "int.__new__(I, 3)", "int.__new__(str, 3)", "isinstance(True, int)", "True + True", "True & False", "True ^ True", "~True", "-True", "bool('x')", "bool(1, 2)", "bool.from_bytes(b'\\x01')", "True.real", "int.mro()", "True.__or__(2)", "str(True)", "bool.__new__(bool, [])", "sum([True, 2])", "max(True, 0)", "f'{True:d} {True}'")
x = 1
for i in range(1, 60):
    x = x * i
print(x)
a, b = 0, 1
for i in range(300):
    a, b = b, a + b
print(a)
s = 0
for i in range(200):
    s = (s * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
print(s)
print(sum(i * i for i in range(10 ** 4)), [2 ** i for i in range(60, 68)], [-(2 ** i) for i in range(47, 51)])
