# dataclasses: generated methods, options, fields, inheritance, errors.
from dataclasses import *
from typing import ClassVar, Any
import dataclasses
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    count: ClassVar[int] = 5
p, q = P(1), P(1)
print(p, p == q, p != P(2), p.tags is not q.tags, P.count, P.__match_args__, P.__hash__, [f.name for f in fields(P)], asdict(p), astuple(P(1, 2, [3])), replace(p, x=9), is_dataclass(P), is_dataclass(p), is_dataclass(5), P.__doc__)
attempt(lambda: P()); attempt(lambda: P(1, 2, 3, 4)); attempt(lambda: P(1, z=2)); attempt(lambda: hash(p)); attempt(lambda: p < q); attempt(lambda: replace(p, nope=1)); attempt(lambda: asdict(5)); attempt(lambda: fields(5))
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "b"
f = F(1)
print(f, hash(f) == hash(F(1)), F(1) < F(2), F(1, "a") < F(1, "b"), sorted([F(3), F(1), F(2)]), {f: 1}[F(1)], F(2) >= F(1))
attempt(lambda: setattr(f, "a", 5)); attempt(lambda: delattr(f, "a")); attempt(lambda: F(1) < 5)
@dataclass
class Shape:
    name: Any = None
    sides: int = 4
@dataclass
class Closed(Shape):
    filled: bool = True
    name: str = "square"
print(Closed(), [f.name for f in fields(Closed)], Closed("triangle", 3, False), Shape() == Closed())
@dataclass
class Post:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    _d: int = field(default=4, repr=False, compare=False)
    e: dict = field(default_factory=dict, metadata={"m": 1}, kw_only=True)
    def __post_init__(self, b): self.c = self.a + b
o = Post(1, 2, e={"k": 1}); print(o, o.c, o._d, fields(Post)[-1].metadata["m"], fields(Post)[0].type, fields(Post)[1].init)
attempt(lambda: Post(1, 2, 3, {})); attempt(lambda: o.b)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 2
s = S(a=1); print(s, S.__slots__, hasattr(s, "__dict__")); attempt(lambda: S(1)); attempt(lambda: setattr(s, "zz", 1))
@dataclass(eq=False, repr=False)
class NoEq:
    x: int
print(NoEq(1) == NoEq(1), NoEq.__repr__ is object.__repr__, hash(NoEq(1)) != 0)
@dataclass(unsafe_hash=True)
class UH:
    x: int
    y: int = field(hash=False, default=0)
print(hash(UH(1)) == hash(UH(1, 5)))
def make(src):
    ns = dict(globals()); exec(src, ns); return "made"
attempt(lambda: make("@dataclass\nclass A:\n a: int = 1\n b: int"))
attempt(lambda: make("@dataclass\nclass A:\n a: list = []"))
attempt(lambda: make("@dataclass(order=True, eq=False)\nclass A:\n a: int"))
attempt(lambda: make("@dataclass(order=True)\nclass A:\n a: int\n def __lt__(s, o): pass"))
attempt(lambda: make("@dataclass\nclass A(F):\n c: int = 1"))
attempt(lambda: make("@dataclass(frozen=True)\nclass A(P):\n c: int = 1"))
attempt(lambda: make("@dataclass\nclass A:\n a: int = field(default=1, default_factory=list)"))
attempt(lambda: make("@dataclass\nclass A:\n a = field()"))
@dataclass
class Own:
    x: int
    def __repr__(self): return "own repr"
    def __eq__(self, o): return "own eq"
print(Own(1), Own(1) == 2)
@dataclass
class Node:
    v: int
    kids: list["Node"] = field(default_factory=list)
n = Node(1, [Node(2), Node(3, [Node(4)])]); print(n); print(asdict(n)); n.kids.append(n); print(repr(n)[-40:])
C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=5))], namespace={"dbl": lambda self: self.x * 2}); print(C(1, 2), C(1, 2).dbl(), C.__name__)
@dataclass
class KW:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int
print(KW(1, c=3)); attempt(lambda: KW(1, 2, 3))
@dataclass
class G[T]:
    item: T
print(G(5), G[int](6), G.__type_params__)
match P(3, 4):
    case P(x, y): print("matched", x, y)
print(MISSING is dataclasses.MISSING, repr(field(default=1))[:40], asdict(p, dict_factory=lambda kv: sorted(kv, key=lambda t: t[0])))
import copy
print(copy.deepcopy(n.kids[0]) == n.kids[0], copy.replace(p, y=7))
total = 0
for i in range(200):
    pt = P(i, i * 2); pt.x += pt.y; total += pt.x
print(total)
