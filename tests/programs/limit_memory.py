# Sizes nobody has: MemoryError and OverflowError, and large but possible things.
def t(*exprs):
    for e in exprs:
        try: r = eval(e); print(e, "->", repr(r)[:60])
        except (MemoryError, OverflowError, ValueError, TypeError, IndexError) as ex: print(e, "->", type(ex).__name__ + ":", ex)
t("bytes(10**15)", "bytearray(10**15)", "'a' * 10**15", "[0] * 10**15", "(0,) * 10**15", "b'x' * 10**15", "bytes(10**19)", "'a' * 10**19", "[0] * 10**19", "'ab' * (2**62)", "[1, 2] * (2**62)", "range(10**30)[10**29]", "len(range(10**30))", "'x'.ljust(10**15)", "'x'.center(10**19)", "b'x'.zfill(10**15)", "'%1000000000000000d' % 1", "'{:99999999999999999999}'.format(1)", "1 << 10**20", "chr(2**40)", "'a'.expandtabs(10**19)", "[].__imul__(10**19)", "[1].__imul__(10**19)", "'abc'[10**30:]", "[1][10**30]", "slice(10**30).indices(5)", "int('1' * 4301)", "str(10**4300)", "int('0' * 5000)", "len(str(10**4299))", "'a' * -10**30", "int.from_bytes(b'\\xff' * 1000) > 0", "'x' * 10**6 == 'x' * 10**6", "len('é' * 10**6)", "sum([1] * 10**6)", "len(set(range(10**5)))", "len({i: i for i in range(10**5)})", "max(range(10**6))", "hash('x' * 10**6) == hash('x' * 10**6)", "hash((1,) * 10**5) != 0", "sorted(range(10**5, 0, -1))[:3]", "len(b''.join([b'ab'] * 10**5))", "len(','.join(map(str, range(10**5))))")
import sys
sys.set_int_max_str_digits(0)
n = 7 ** 20000
s = str(n)
print(len(s), s[:20], s[-20:], int(s) == n)
sys.set_int_max_str_digits(640)
t("str(10**640)", "len(str(10**639))", "int('1' * 641)", "'%d' % 10**640", "f'{10**700}'", "hex(10**700)[:10]", "repr(10**641)", "int('f' * 900, 16) > 0", "int('1' * 700, 8) > 0", "int('1' * 700, 7)")
a = 3 ** 5000; b = 7 ** 4000
print(a * b % (10 ** 9 + 7), a // b % (10 ** 9 + 7), a % b % (10 ** 9 + 7), (a - b) % 1000003, (a ^ b) & 0xFFFFFFFF, (a >> 1234) & 0xFFFF, (a << 77) % 99991, pow(a, b, 10 ** 12 + 39), a.bit_length(), (-a) // b % 1000, -a % b % 1000)
