# Pattern matching: every kind of pattern, guards, bindings and errors.
from dataclasses import dataclass
def literal(v):
    match v:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "float"
        case "a" | "b": return "a or b"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case False: return "false"
        case 1 + 2j: return "complex"
        case _: return "other"
print([literal(v) for v in (0, -1, 1.5, "a", "b", b"x", None, True, False, 1 + 2j, 1, "c", [])])
def seq(v):
    match v:
        case []: return "empty"
        case [x]: return f"one {x}"
        case (1, 2): return "exact"
        case [x, y] if x == y: return f"pair same {x}"
        case [x, y]: return f"pair {x} {y}"
        case [1, *rest]: return f"starts 1 {rest}"
        case [*init, 9]: return f"ends 9 {init}"
        case [first, *_, last]: return f"first {first} last {last}"
        case _: return "no sequence"
for v in ([], [5], (1, 2), [3, 3], (3, 4), [1, 5, 6], [2, 5, 9], [2, 3, 4], "ab", b"ab", range(2), {1, 2}, iter([1])):
    print(seq(v))
def mapping(v):
    match v:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": ("sq" | "square") as t, **rest}: return f"{t} {rest}"
        case {1: x, **rest} if rest: return f"one={x} {rest}"
        case {}: return "some dict"
        case _: return "no mapping"
for v in ({"type": "circle", "r": 2, "z": 1}, {"type": "sq", "a": 1}, {1: 2}, {1: 2, 3: 4}, {}, [], 5):
    print(mapping(v))
@dataclass
class Point:
    x: int
    y: int
class Plain:
    def __init__(self): self.name = "plain"
class Shape:
    __match_args__ = ("kind", "size")
    def __init__(self, kind, size): self.kind, self.size = kind, size
def cls(v):
    match v:
        case Point(0, 0): return "origin"
        case Point(x=0, y=y): return f"on y axis {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(x=px): return f"point x={px}"
        case Plain(name=n): return f"plain {n}"
        case Shape("box", size): return f"box {size}"
        case Shape(kind, size=s): return f"{kind} of {s}"
        case int(n) | float(n): return f"number {n}"
        case str() as s: return f"string {s}"
        case list([a, b]): return f"list {a} {b}"
        case dict(d): return f"dict {d}"
        case bool(): return "never, bool is int"
        case _: return "unknown"
for v in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Plain(), Shape("box", 3), Shape("ball", 4), 5, 2.5, True, "hi", [1, 2], {"a": 1}, (1, 2)):
    print(cls(v))
class Color:
    RED = 1
    class Deep:
        BLUE = 2
def value(v):
    match v:
        case Color.RED: return "red"
        case Color.Deep.BLUE: return "blue"
        case other: return f"other {other}"
print(value(1), value(2), value(3))
def nested(v):
    match v:
        case {"items": [Point(x, _), {"k": [a, *_]}]}: return x, a
        case [[a, b], [c, d]]: return a, b, c, d
        case ((1 | 2) as n, [("x" | "y") as s, *_]): return n, s
        case (a, b) | [a, b, _]: return "either", a, b
print(nested({"items": [Point(1, 2), {"k": [7, 8]}]}), nested([[1, 2], [3, 4]]), nested([2, ["y", 0]]), nested([1, 2, 3]), nested(5))
for src in (
    "match 1:\n case Point(1, 2, 3): pass\n case _: print('no match')",
    "match Point(1,2):\n case Point(1, 2, 3): pass",
    "match Plain():\n case Plain(1): pass",
    "match Point(1,2):\n case Point(1, x=1): pass",
    "match 1:\n case int(1, 2): pass",
    "match 1:\n case undefined(): pass",
    "five = 5\nmatch 1:\n case five(): pass",
    "match 1:\n case x: pass\n case 2: pass",
    "match 1:\n case [a, a]: pass",
    "match 1:\n case a | b: pass",
    "match 1:\n case {'k': 1, 'k': 2}: pass",
    "match 1:\n case [*a, *b]: pass",
    "match 1:\n case _ | 1: pass",
    "match 1:\n case {**r, 'a': 1}: pass",
    "match 1:\n case Point(x=1, x=2): pass",
    "match 1:\n case 1 + 1: pass",
):
    try:
        exec(src)
    except Exception as e:
        print(type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg)
match = 1
case = {"match": match}
print(match, case, match * 2 if case else None)
match (match, case):
    case (1, {"match": m}):
        print("tuple subject", m)
match x := 5, 6:
    case a, b:
        print(x, a, b)
def command(line):
    match line.split():
        case ["go", ("north" | "south" | "east" | "west") as d]: return "going " + d
        case ["get", obj, *more]: return f"get {obj} and {len(more)} more"
        case ["quit" | "exit"]: return "bye"
        case []: return "empty"
        case [cmd, *_]: return "unknown " + cmd
print([command(c) for c in ("go north", "go up", "get a b c", "exit", "", "jump")])
class Neg:
    def __eq__(self, other): return other == 42
match Neg():
    case 41: print("41")
    case 42: print("42 by __eq__")
