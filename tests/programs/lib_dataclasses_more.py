# dataclasses: fields, defaults, order, frozen, slots, inheritance, errors
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from dataclasses import *
from typing import ClassVar
@dataclass
class A:
    x: int
    y: str = "d"
    z: list = field(default_factory=list, compare=False)
    c: ClassVar[int] = 9
    w: InitVar[int] = 0
    def __post_init__(self, w): self.total = self.x + w
a = A(1, w=5); print(a, a.total, A(1) == A(1, z=[2]), A(1) == A(2), A(1) != 5, [f.name for f in fields(A)], asdict(a), astuple(a), replace(a, x=7, w=0), is_dataclass(A), is_dataclass(a), A.__match_args__, A.__hash__, a.c, A.y)
@dataclass(order=True, frozen=True)
class P: x: int; y: int = 0
print(P(1) < P(1, 1), sorted([P(2), P(1, 5), P(1)]), hash(P(1)) == hash(P(1)), {P(1): "v"}[P(1, 0)], max(P(1), P(3)), P(1) <= P(1))
@dataclass(slots=True, kw_only=True)
class K: a: int; b: int = 2
print(K(a=1), K.__slots__, hasattr(K(a=1), "__dict__"))
@dataclass
class B(A): q: float = 1.5; y: str = "over"
print(B(1), [f.name for f in fields(B)], B(1, q=2) == B(1), B(1) == A(1))
@dataclass(repr=False, eq=False)
class N: x: int = 3
print(N() == N(), "N object" in repr(N()), N.__eq__ is object.__eq__)
@dataclass
class T: child: "T" = None; items: dict = field(default_factory=dict); h: int = field(default=1, repr=False, kw_only=True, metadata={"m": 1}); i: int = field(init=False, default=4)
t = T(T(), {"k": [T()]}); print(t, asdict(t), fields(T)[2].metadata, T(h=9).h, t.i)
M = make_dataclass("M", ["a", ("b", int), ("c", list, field(default_factory=list))], namespace={"s": lambda self: self.a + self.b}); print(M(1, 2), M(1, 2).s(), M.__annotations__)
match P(1, 2):
    case P(x, y=2): print("matched", x)
for f in (lambda: A(), lambda: A(1, 2, 3, 4, 5), lambda: A(1, q=2), lambda: setattr(P(1), "x", 2), lambda: delattr(P(1), "x"), lambda: setattr(P(1), "new", 2), lambda: A(1) < A(2), lambda: P(1) < 5, lambda: hash(A(1)), lambda: K(1), lambda: setattr(K(a=1), "zz", 1), lambda: fields(5), lambda: asdict(5), lambda: replace(P(1), zz=1), lambda: replace(T(), i=5), lambda: field(default=1, default_factory=list), lambda: replace(a, x=1), lambda: make_dataclass("Z", ["class"]), lambda: make_dataclass("Z", ["a", "a"]), lambda: astuple(A)): attempt(f)
for src in ("@dataclass\nclass Z:\n a: int = 1\n b: int", "@dataclass\nclass Z:\n a: list = []", "@dataclass(order=True)\nclass Z:\n a: int\n def __lt__(s, o): pass", "@dataclass(frozen=True)\nclass Z(A): pass", "@dataclass\nclass Z(P): pass", "@dataclass(eq=False, order=True)\nclass Z: pass", "@dataclass\nclass Z:\n a: int\n _: KW_ONLY\n b: int = 1\nprint(Z(1, b=2))", "@dataclass(slots=True)\nclass Z:\n __slots__ = ()\n a: int", "@dataclass(unsafe_hash=True)\nclass Z:\n a: int\nprint(hash(Z(1)) == hash(Z(1)))", "@dataclass\nclass Z:\n a: int = field()\n b = field()"): attempt(lambda: exec(src, globals()))
