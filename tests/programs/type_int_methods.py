# int: methods, conversions, bases and their errors
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("int()", "int('12')", "int(' 12 ')", "int('1_000')", "int('1__0')", "int('_1')", "int('')", "int('a')", "int('0x1f', 16)", "int('1f', 16)", "int('0b101', 0)", "int('0o17', 0)", "int('010', 0)", "int('0', 0)", "int('zz', 36)", "int('1', 37)", "int('1', 1)", "int('2', 2)", "int(1.9)", "int(-1.9)", "int(float('inf'))", "int(float('nan'))", "int('1.5')", "int(b'12')", "int(bytearray(b'7'))", "int(b'\\xff')", "int(None)", "int([])", "int(1, 10)", "int('1', base='x')", "int(x=1)", "int('٣')", "int('+5')", "int('- 5')", "int('--5')", "int(True)", "int(1j)", "int('9' * 30)", "int('1' * 5000)", "len(str(10 ** 4000))", "str(10 ** 5000)", "int('\\x00')", "int('1\\x00')", "int('é')")
t("(5).bit_length()", "(-5).bit_length()", "(0).bit_length()", "(2 ** 64).bit_length()", "(255).bit_count()", "(-7).bit_count()", "(2 ** 100 - 1).bit_count()", "(5).to_bytes(2, 'big')", "(5).to_bytes(2, 'little')", "(-5).to_bytes(2, 'big', signed=True)", "(-5).to_bytes(2, 'big')", "(256).to_bytes(1, 'big')", "(128).to_bytes(1, 'big', signed=True)", "(5).to_bytes()", "(5).to_bytes(2, 'middle')", "(5).to_bytes(-1, 'big')", "(0).to_bytes(0, 'big')", "int.from_bytes(b'\\x01\\x02', 'big')", "int.from_bytes(b'\\xff\\xfe', 'little', signed=True)", "int.from_bytes([1, 2, 3])", "int.from_bytes('a')", "int.from_bytes([256])", "int.from_bytes(b'')", "(5).as_integer_ratio()", "(5).conjugate()", "(5).real, (5).imag, (5).numerator, (5).denominator", "(5).is_integer()", "(5).__round__(-1)", "round(15, -1)", "round(25, -1)", "round(-15, -1)", "round(5, 2)", "round(5, 'a')", "round(12345, -2)", "round(1, -400)", "(5).__index__()", "(5).__pow__(2, 3)", "(5).__add__('a')", "(5).__divmod__(0)")
t("7 // 2, -7 // 2, 7 // -2, -7 // -2", "7 % 3, -7 % 3, 7 % -3, -7 % -3", "divmod(7, -2), divmod(-7, 2)", "1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "2 ** -1", "0 ** -1", "0 ** 0", "(-2) ** 3", "(-8) ** (1/3)", "1 << 70", "1 << -1", "1 >> -1", "-1 >> 100", "5 >> 10 ** 20", "1 << 10 ** 20", "0 << 10 ** 20", "~5, ~-1", "5 & -2, 5 | -8, 5 ^ -3", "pow(2, 10, 7)", "pow(3, -1, 7)", "pow(2, -1, 4)", "pow(2, 3, 0)", "pow(2, 3, -5)", "pow(2, 3, 1)", "pow(2, 1.5, 3)", "pow('a', 2)", "2 ** 100 // 3 ** 20", "-(2 ** 100) % 97", "2 ** 64 / 2 ** 63", "10 ** 400 / 10 ** 399", "10 ** 400 / 1", "1 / 10 ** 400", "10 ** 400 * 1.0", "float(10 ** 400)", "2 ** 1023 * 2 / 2", "5 + 1.5", "5 == 5.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53", "10 ** 30 < 1e30, 10 ** 30 == 1e30", "hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(-2)", "1 < 'a'", "1 + None", "-'a'", "~1.5", "1 & 1.0", "1 @ 2", "5 if 0 else 6", "abs(-2 ** 80)", "bin(-5), oct(-8), hex(-255)", "bin(1.5)", "hex('a')", "sum([2 ** 62] * 4)", "(1).__bool__(), bool(0)", "1_000_000", "0xff, 0b11, 0o17")

# Arithmetic, digits and bytes around the sizes at which ints change their form.
import random
random.seed(17)
total = 0
for bits in (47, 48, 49, 62, 63, 64, 65, 126, 127, 128, 129, 191, 192, 255, 256, 600, 2047, 2048, 2049, 16383, 16384, 20000):
    for a in ((1 << bits) - 1, 1 << bits, -(1 << bits), (1 << bits) + 1, random.getrandbits(bits) | 1, -random.getrandbits(bits) - 1):
        b = random.getrandbits(random.choice((5, 40, 64, 70, 127, 128, bits))) | 1
        if random.random() < 0.5:
            b = -b
        quotient, rest = divmod(a, b)
        checks = (quotient * b + rest == a, a // b == quotient, a % b == rest, (a + b) - b == a, (a - b) + b == a, (a ^ b) ^ b == a,
                  (a & b) + (a | b) == a + b, ~a == -a - 1, a << 70 >> 70 == a, (a >> 65 << 65) + (a & (1 << 65) - 1) == a, int(hex(a), 16) == a,
                  int(oct(a), 8) == a, int(bin(a), 2) == a, abs(a) == max(a, -a), hash(a) == hash(a + b - b), a * b == b * a,
                  int.from_bytes(a.to_bytes(bits // 8 + 2, "little", signed=True), "little", signed=True) == a, (a * b) & 0xFFFFFFFFFFFFFFFF == (a * b) % (1 << 64))
        if not all(checks):
            print("wrong", bits, a, b, checks)
        if bits < 14000:
            digits = str(a)
            if int(digits) != a or len(digits.lstrip("-")) != len(str(abs(a))):
                print("wrong digits", bits, a)
            total = (total * 31 + hash(digits[-9:].lstrip("0")[:1] + digits[:3] == "") + int(digits[:6] + digits[-6:])) % (1 << 61)
        if bits < 1000:
            total = (total + hash(float(a)) + hash(a / b)) % (1 << 61)
    print(bits, total)
