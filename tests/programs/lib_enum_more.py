# enum: members, aliases, auto, flags, unique, functional API, errors
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from enum import *
class Color(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return f"<{self.name}>"
print(Color.RED, repr(Color.RED), Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.__members__, Color.RED.pretty, Color.default(), Color.RED in Color, 1 in Color, 9 in Color, Color.RED == 1, Color.RED != Color.GREEN, hash(Color.RED) == hash("RED"), Color.RED.name, Color.RED.value, type(Color.RED), isinstance(Color.RED, Color), f"{Color.RED}", {Color.RED: 1}[Color.CRIMSON], list(reversed(Color)), bool(Color.RED), Color)
for f in (lambda: Color(5), lambda: Color["X"], lambda: Color.X, lambda: setattr(Color, "RED", 2), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN, lambda: type("Sub", (Color,), {}), lambda: Color(), lambda: setattr(Color.RED, "value", 5), lambda: Color.RED(), lambda: Color(1, 2, 3), lambda: Color.RED + 1): attempt(f)
class N(IntEnum):
    A = auto(); B = auto(); C = 10; D = auto()
print(list(N), N.A + 1, N.B < 5, sorted([N.C, N.A]), [1, 2, 3][N.A], f"{N.C}", str(N.D), repr(N.D), N.A == 1, int(N.C), N(10), max(N), sum(N), f"{N.A:03}", isinstance(N.A, int))
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW, P.RW & P.W, ~P.R, P.R ^ P.RW, bool(P(0)), P(7), P(0), list(P.RW), P.R in P.RW, P.RW.value, repr(P.R | P.X), len(P.RW), P["RW"], (P.R | P.W) is P.RW, P(5).name, [m.name for m in P], P.R | P(0)); attempt(lambda: P(16)); attempt(lambda: P.R | 1); attempt(lambda: P("a"))
class I(IntFlag): A = 1; B = 4
print(I.A | I.B, I(5), I.A | 8, I(3), ~I.A, I.A + 1, I.A & 5, repr(I(8)), isinstance(I.A | 2, I))
class S(StrEnum): ONE = auto(); TWO = "deux"
print(S.ONE, S.TWO.upper(), S("one"), S.ONE == "one", f"{S.TWO:>6}", repr(S.ONE), "x" + S.ONE, isinstance(S.ONE, str), S.ONE in {"one"})
F = Enum("F", "A B C"); G = Enum("G", {"X": 10, "Y": 20}); H = IntEnum("H", ["P", "Q"], start=5); print(list(F), G.Y.value, list(H), F.A.value, F.__name__)
@unique
class U(Enum): A = 1; B = 2
attempt(lambda: unique(Enum("D", {"a": 1, "b": 1}))); attempt(lambda: Enum("Z", {"a": 1, "mro": 2}))
class Clock(Enum):
    NOON = 12, 0; LATE = 23, 45
    def __init__(self, hour, minute): self.hour = hour; self.total = hour * 60 + minute
    @property
    def text(self): return "%d:%02d" % divmod(self.total, 60)
print(Clock.LATE.text, Clock((12, 0)), Clock.NOON.value, [time.hour for time in Clock])
class A(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() * (count + 1)
    X = auto(); Y = auto()
    @classmethod
    def _missing_(cls, v): return cls.X if v == "?" else None
print(A.Y.value, A("?")); attempt(lambda: A("!"))
class M(str, Enum): K = "v"
class W(Enum):
    _ignore_ = ["tmp"]; tmp = 3; f = lambda self: 5; Z = member(1); n = nonmember(7); D = {"a": 1}
print(M.K == "v", M.K, f"{M.K}", M.K.upper(), list(W), W.n, W.Z.f(), W({"a": 1}))
for src in ("class B(Enum):\n A = 1\n A = 2", "class B(Flag):\n A = 'x'", "class B(IntEnum):\n A = 'x'", "class B(Enum):\n mro = 1", "class B(StrEnum):\n A = 5", "class B(Enum, int):\n A = 1", "class B(Enum):\n _x_ = 1"): attempt(lambda: exec(src, globals()))
