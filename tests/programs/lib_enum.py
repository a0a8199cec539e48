# enum: Enum, IntEnum, StrEnum, Flag, auto, aliases, lookup, functional API, errors.
from enum import *
import enum
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.CRIMSON, list(Color.__members__), Color.RED in Color, 1 in Color, 9 in Color, isinstance(Color.RED, Color), Color.RED == 1, Color.RED != Color.BLUE, hash(Color.RED) == hash("RED"), f"{Color.GREEN} {Color.GREEN!r:>20}", Color, type(Color).__name__, {Color.RED: 1}[Color(1)], list(reversed(Color)))
attempt(lambda: Color(9)); attempt(lambda: Color["PINK"]); attempt(lambda: Color.PINK); attempt(lambda: setattr(Color, "RED", 5)); attempt(lambda: setattr(Color.RED, "value", 5)); attempt(lambda: delattr(Color, "RED")); attempt(lambda: Color.RED < Color.BLUE); attempt(lambda: type("Sub", (Color,), {})); attempt(lambda: Color()); attempt(lambda: Color.RED.BLUE); attempt(lambda: Color.RED()); attempt(lambda: Color.RED + 1)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([(m.name, m.value) for m in Auto])
class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    X = auto(); Y = auto()
print([m.value for m in Named])
class I(IntEnum):
    ONE = 1
    TWO = 2
print(I.ONE + 1, I.TWO > I.ONE, I(2), I.ONE == 1, str(I.ONE), repr(I.ONE), f"{I.TWO:03}", [10, 20, 30][I.ONE], sorted([I.TWO, I.ONE]), isinstance(I.ONE, int), I.ONE.bit_length(), hash(I.ONE) == hash(1), I.TWO * 2.5)
class S(StrEnum):
    LOW = auto()
    HIGH = "high!"
print(S.LOW, S.HIGH + "x", S("low"), S.LOW == "low", repr(S.LOW), S.LOW.upper(), f"{S.HIGH:>7}")
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6
rw = Perm.R | Perm.W
print(rw, repr(rw), rw is Perm.RW, Perm.R in rw, Perm.X in rw, ~Perm.R, rw & Perm.R, rw ^ Perm.R, Perm(0), bool(Perm(0)), Perm(7), list(Perm), list(rw), len(rw), rw.value, Perm["RW"], Perm.R | Perm.X, repr(Perm(5)))
attempt(lambda: Perm(8)); attempt(lambda: Perm.R | 1); attempt(lambda: Perm("x"))
class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | IF.B, IF.A | 8, repr(IF(11)), IF.A + 1, ~IF.A, IF(3) == 3, list(IF(3)))
class Keep(Flag, boundary=KEEP):
    A = 1
print(repr(Keep(5)))
class Conf(Flag, boundary=CONFORM):
    A = 1
print(repr(Conf(5)))
class Crate(Enum):
    FLAT = 60, 40, 12
    CUBE = 35, 35, 35
    def __init__(self, *sides): self.longest = max(sides)
    @property
    def litres(self):
        a, b, c = self.value
        return a * b * c / 1000
    @classmethod
    def roomiest(cls): return sorted(cls, key=lambda crate: crate.litres)[-1]
print(Crate.FLAT.longest, Crate.CUBE.litres, Crate.roomiest(), Crate.FLAT.value, Crate((35, 35, 35)))
class WithNew(Enum):
    def __new__(cls, v, label):
        o = object.__new__(cls); o._value_ = v; o.label = label; return o
    A = 1, "first"
    B = 2, "second"
print(WithNew(2).label, WithNew.A.value)
class Miss(Enum):
    X = 1
    @classmethod
    def _missing_(cls, v): return cls.X if v == "any" else None
print(Miss("any")); attempt(lambda: Miss("other"))
@unique
class U(Enum): A = 1; B = 2
attempt(lambda: unique(Color))
F = Enum("F", "A B C"); print(list(F), F.B.value); G = Enum("G", {"X": 10, "Y": 20}); print(list(G)); H = IntEnum("H", ["P", "Q"], start=5); print(list(H), H.P == 5); K = Flag("K", "a b c"); print(list(K))
class Op(Enum):
    ADD = member(lambda a, b: a + b)
    def nonm(self): return "method"
    Z = nonmember(5)
print([m.name for m in Op], Op.ADD.value(1, 2), Op.Z, Op.ADD.nonm())
class Str(str, Enum):
    A = "a"
print(Str.A, repr(Str.A), Str.A == "a", Str.A.upper(), f"{Str.A}", str.__str__(Str.A))
class Cmp(Enum):
    LO = 1; HI = 2
    def __lt__(self, o): return self.value < o.value
print(sorted([Cmp.HI, Cmp.LO]), Cmp.LO < Cmp.HI)
attempt(lambda: exec("class D(Enum):\n A = 1\n A = 2"))
attempt(lambda: exec("class D(Enum):\n _x_ = 1"))
attempt(lambda: exec("class D(IntEnum):\n A = 'x'"))
import pickle, copy
print(copy.deepcopy(Color.RED) is Color.RED, Color.RED.__class__, Color.__doc__, Color.RED.__doc__, dir(Color)[:3], enum.EnumType is enum.EnumMeta)
match Color.GREEN:
    case Color.RED: print("red")
    case Color.GREEN: print("green")
with_alias = {n: m.value for n, m in Color.__members__.items()}; print(with_alias)
