# complex: construction, arithmetic, repr, errors.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("1j", "1 + 2j", "-1j", "0j", "-0j", "complex()", "complex(1)", "complex(1, 2)", "complex('1+2j')", "complex('j')", "complex(' (1-2j) ')", "complex('nan+infj')", "complex('1e5j')", "complex('1_0+2j')", "complex(1j, 2)", "complex(1, 1j)", "complex(1.5, -0.0)", "complex('a')", "complex('1 + 2j')", "complex('')", "complex(None)", "complex([])", "complex('1', 2)", "complex(1, '2')", "complex(real=1, imag=2)", "complex('1+2')", "(1+2j).real", "(1+2j).imag", "(1+2j).conjugate()", "abs(3+4j)", "abs(0j)", "(1+2j) + 1", "1 - (1+2j)", "(1+2j) * (3-1j)", "(1+2j) / (3-1j)", "1j / 0", "(1+2j) // 1", "(1+2j) % 1", "divmod(1j, 1)", "(1+2j) ** 2", "(1+2j) ** -1", "0j ** -1", "0j ** 0", "1j ** 2", "2 ** 1j", "(1+2j) ** 0.5", "pow(1j, 2, 3)", "1j == 1j", "1+0j == 1", "1j != 1", "1j < 2j", "bool(0j)", "bool(1j)", "hash(1+0j) == hash(1)", "hash(1j)", "hash(1.5+2j)", "int(1j)", "float(1j)", "round(1j)", "complex(1e300, 1e300) * 1e10", "complex(float('inf'), float('nan'))", "complex(-0.0, -0.0)", "complex(1, float('-inf'))", "str(1e16+1e-5j)", "repr(1.0+1.0j)", "-(1+2j)", "+(1-2j)", "~1j", "1j + 'a'", "[1][1j]", "f'{1+2j:.2f}'", "f'{1+2j:>10}|'", "f'{1.5+2j:e}'", "format(1j, '')", "format(1j, '=5')", "format(1j, 'd')", "format(1+2j, '+g')", "format(1+2j, '010.1f')", "'%s' % 1j", "'%d' % 1j", "sum([1j, 2])", "sum([1j, 2.5], 1)", "sorted([1j, 2j])", "max(1j, 2j)", "(1+2j).__eq__('a')", "complex.__text_signature__", "(3+4j).__abs__()", "1j.imag", "(1+2j).real.is_integer()", "isinstance(1j, complex)", "{1+0j: 'a'}[1]", "1e400j", "complex.from_number if 0 else 1")
class C(complex):
    def __repr__(self): return "C" + complex.__repr__(self)
class Cx:
    def __complex__(self): return 3 + 4j
class CxBad:
    def __complex__(self): return 1.0
t("C(1, 2)", "C(1, 2) + 1", "type(C(1) * 2).__name__", "complex(Cx())", "complex(CxBad())", "complex(C(1, 2))", "abs(C(3, 4))", "C('1j')", "C(1) == 1")
z = 0j
c = -0.4 + 0.6j
for i in range(20):
    z = z * z + c
    if abs(z) > 2:
        break
print(i, round(z.real, 9), round(z.imag, 9))
def mandel(c, n=50):
    z = 0
    for i in range(n):
        z = z * z + c
        if z.real * z.real + z.imag * z.imag > 4:
            return i
    return n
for y in range(-5, 6):
    print("".join(" .:-=+*#%@"[min(mandel(complex(x / 15 - 0.7, y / 5)) // 2, 9)] for x in range(-20, 21)))
