# Operator overloading: binary, reflected, in-place, unary, comparison, containers, conversion, errors.
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"V({self.v})"
names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()
for n in names:
    def op(self, o, n=n): return f"{n}({self.v},{getattr(o, 'v', o)})"
    def rop(self, o, n=n): return f"r{n}({self.v},{o})"
    setattr(V, f"__{n}__", op)
    setattr(V, f"__r{n}__", rop)
a, b = V("a"), V("b")
print(a + b, a - 1, a * b, a / 2, a // b, a % b, a ** b, a << 1, a >> 1, a & b, a | b, a ^ b, a @ b, divmod(a, 3))
print(1 + a, 2 - a, "x" * a, 1.5 / a, 1 // a, 1 % a, 2 ** a, 1 << a, 1 >> a, 1 & a, 1 | a, 1 ^ a, [] @ a, divmod(1, a))
class I:
    def __init__(self): self.log = []
for n in names[:-1]:
    def iop(self, o, n=n):
        self.log.append((n, o))
        return self
    setattr(I, f"__i{n}__", iop)
i = I(); j = i
i += 1; i -= 2; i *= 3; i /= 4; i //= 5; i %= 6; i **= 7; i <<= 8; i >>= 9; i &= 10; i |= 11; i ^= 12; i @= 13
print(i is j, i.log)
c = a
c += 5
print(c)
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __index__(self): return 5
    def __complex__(self): return 1j
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __hash__(self): return 11
    def __bytes__(self): return b"by"
import math
u = U()
print(-u, +u, ~u, abs(u), round(u), round(u, 2), math.trunc(u), math.floor(u), math.ceil(u), hex(u), complex(u), float(u), int(u), hash(u), bytes(u), [1] * 6 and list(range(10))[u], "x" * u)
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Derived(Base):
    def __radd__(self, o): return "Derived.radd"
class Derived2(Base): pass
print(Base() + Derived(), Base() + Derived2(), Derived() + Base(), 1 + Base())
class NI:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
    def __iadd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __pow__(self, o, m=None): return ("pow", o, m)
n = NI()
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
def iadd():
    x = NI(); x += 1
attempt(lambda: n + 1); attempt(lambda: 1 + n); attempt(lambda: n + n); attempt(iadd); attempt(lambda: n == 1); attempt(lambda: n != n); attempt(lambda: n < 1); attempt(lambda: n > n); attempt(lambda: pow(n, 2, 3)); attempt(lambda: n ** 2); attempt(lambda: 2 ** n); attempt(lambda: pow(2, n, 3)); attempt(lambda: -n); attempt(lambda: n()); attempt(lambda: n[0]); attempt(lambda: len(n)); attempt(lambda: iter(n)); attempt(lambda: n @ 1); attempt(lambda: int(n)); attempt(lambda: hash(n)); attempt(lambda: 5 in n); attempt(lambda: float(n)); attempt(lambda: n.__sub__); attempt(lambda: "a" % n); attempt(lambda: divmod(n, 1))
def setitem(): n[0] = 1
def delitem(): del n[0]
attempt(setitem); attempt(delitem)
class O:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return ("lt", self.v, o.v)
    def __le__(self, o): return ("le", self.v, o.v)
    def __eq__(self, o): return ("eq", self.v, o.v)
    def __ne__(self, o): return ("ne", self.v, o.v)
    def __gt__(self, o): return ("gt", self.v, o.v)
    def __ge__(self, o): return ("ge", self.v, o.v)
x, y = O(1), O(2)
print(x < y, x <= y, x == y, x != y, x > y, x >= y, x < y < x)
attempt(lambda: hash(x))
class EqOnly:
    def __eq__(self, o): return True
print(EqOnly() != 1, EqOnly() == 1, 1 == EqOnly(), EqOnly.__hash__)
class SubInt(int):
    def __add__(self, o): return "sub add"
    def __radd__(self, o): return "sub radd"
print(1 + SubInt(2), SubInt(2) + 1, SubInt(3) * 2, True + SubInt(1))
class C:
    def __len__(self): return 3
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == "yes"
    def __iter__(self): yield from "abc"
    def __reversed__(self): return "rev"
    def __missing__(self, k): return "missing"
    def __call__(self, *a, **k): return (a, k)
k = C()
k[1] = 2; k[1:2] = 3; del k["x"]; k[1, 2] += ("t",)
print(len(k), k[0], k[1:2:3], "yes" in k, "no" in k, list(k), reversed(k), k(1, z=2), [*k], bool(k))
from functools import total_ordering
@total_ordering
class TO:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(TO(1) <= TO(1), TO(2) > TO(1), TO(1) >= TO(2), sorted([TO(3), TO(1)])[0].v)
class Frac:
    def __init__(self, n, d=1):
        g = math.gcd(n, d); self.n, self.d = n // g, d // g
    def __add__(self, o):
        if isinstance(o, int): o = Frac(o)
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __repr__(self): return f"{self.n}/{self.d}"
print(sum((Frac(1, i) for i in range(1, 12)), Frac(0)), sum([Frac(1, 2), 1, Frac(1, 3)]))
