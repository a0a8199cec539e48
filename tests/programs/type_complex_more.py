# complex: construction, arithmetic, formatting, cmath-free functions
z = 3 + 4j; w = complex("1-2j")
print(z, -z, z + w, z - w, z * w, z / w, z ** 2, z ** 0.5, z ** w, abs(z), z.conjugate(), z.real, z.imag, z == complex(3, 4), z == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), bool(0j), complex(), complex("j"), complex(" ( 1+j ) "), complex("nan+infj"), complex(1.5), complex(1j, 2j), 1j * 1j, 1j ** 2, (-1) ** 0.5, 2 ** 1j, 0j ** 0, repr(-0j), str(complex(-0.0, -0.0)), 1e400j, 5 - 0j, -1j, +1j, complex(True, False))
print(f"{z}", f"{z:.2f}", f"{z:>12}", f"{z:+.1e}", "{:,}".format(1234567 + 1j), "%s" % z, format(z, ""), f"{1j:g}", [1j, 2.5 - 0j], {1j: 2}, z.__complex__(), complex(z), z.__getnewargs__(), sum([1j, 2, 3.5]), complex.from_number(5) if hasattr(complex, "from_number") else "")
class C:
    def __complex__(self): return 1 + 1j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
print(complex(C()), complex(F()), complex(I()), complex(F(), I()), z.__add__("a"), z.__eq__("a"), 2 - z, 2 / z, 2.5 * z, True + z)
for f in (lambda: z < w, lambda: z // 1, lambda: z % 2, lambda: divmod(z, 1), lambda: int(z), lambda: float(z), lambda: z / 0, lambda: 0j ** -1, lambda: complex("1 + 2j"), lambda: complex("a"), lambda: complex("1+2"), lambda: complex(1, "2"), lambda: complex("1", 2), lambda: complex([]), lambda: z & 1, lambda: ~z, lambda: round(z), lambda: math_floor(z), lambda: pow(z, 2, 3), lambda: z + "a", lambda: "%d" % z, lambda: "%f" % z, lambda: format(z, "d"), lambda: format(z, "010"), lambda: z.foo, lambda: setattr(z, "real", 1), lambda: max(z, w), lambda: sorted([z, w]), lambda: range(z), lambda: [1][z], lambda: chr(z), lambda: (1e200 + 1e200j) ** 2, lambda: abs(1e308 + 1e308j), lambda: complex(1, 2, 3), lambda: complex(real="1"), lambda: complex(b"1"), lambda: 1j ** 1e400):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
m = 0j; n = 0
for c in [complex(a / 10, b / 10) for a in range(-20, 8, 3) for b in range(-10, 11, 4)]:
    m = 0
    for k in range(40):
        if abs(m) > 2: break
        m = m * m + c
    n = n * 3 + k & 0xffff
print(n)
