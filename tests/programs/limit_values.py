# Sizes and depths that no machine has: each is an exception, of the type that CPython gives.
import itertools
import sys


def what(text):
    try:
        r = eval(text)
    except (MemoryError, OverflowError, ValueError, RecursionError) as e:
        print(text, "->", type(e).__name__)
    else:
        print(text, "=", r if len(repr(r)) < 60 else len(repr(r)))


for text in ["bytes(10**15)", "bytearray(10**15)", "[0]*10**15", "(0,)*10**15", "'x'*10**15", "b'x'*10**15", "'x'*10**19",
             "[0]*2**62", "bytes(2**63)", "'a'.center(10**15)", "'a'.ljust(10**15)", "'1'.zfill(10**15)", "b'1'.zfill(10**15)",
             "'abc'.replace('', 'x'*10**5).replace('', 'y'*10**12)", "'%9999999999999999999999d' % 1",
             "format(1, '999999999999999999999999')", "format(1, '9999999999999999')", "format(1.5, '.99999999999999999999f')",
             "format(1.5, '.2147483648f')", "'%.2147483648f' % 1.5", "'{:{}}'.format(1, 10**15)",
             "'{0[99999999999999999999999]}'.format([1])", "1 << 10**15", "1 << 2**64", "0 << 2**64", "1 >> 2**64", "-1 >> 2**64",
             "1 << -1", "(-1)**(10**100)", "(-1)**(10**100 + 1)", "1**(10**100)", "0**(10**100)", "pow(2, 10**100, 7)",
             "list(range(10**15))", "list(range(10**30))", "bytes(range(10**15))", "len(range(10**30))", "10**17 in range(10**18)",
             "int('1' * 5000)", "str(10**5000)", "int('1' * 4300) % 97", "(1).to_bytes(10**15)", "itertools.combinations(range(9), 10**30)",
             "len('%.100000f' % 1.5)", "len('%*d' % (10**7, 1))", "len('%-*s' % (10**7, 'é'))", "len('%*s|' % (10**6, '€'))",
             "sys.setrecursionlimit(0)"]:
    what(text)


class Hint:
    def __length_hint__(self):
        return 10**15

    def __iter__(self):
        return iter([1])


for f in list, bytes, bytearray:
    try:
        print(f(Hint()))
    except MemoryError:
        print(f.__name__, "MemoryError")

# int() and str() beyond the limit of digits are allowed once the limit is off.
sys.set_int_max_str_digits(0)
x = int("7" * 100000)
print(x.bit_length(), len(str(x)), x % 97)
