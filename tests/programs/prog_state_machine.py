# State machines: a turnstile by a table, a parser by match, an automaton by classes
import enum, re
class S(enum.Enum): LOCKED = "locked"; OPEN = "open"
TABLE = {(S.LOCKED, "coin"): (S.OPEN, "unlock"), (S.LOCKED, "push"): (S.LOCKED, "alarm"), (S.OPEN, "coin"): (S.OPEN, "refund"), (S.OPEN, "push"): (S.LOCKED, "lock")}
state = S.LOCKED
for e in "push coin coin push push kick coin".split():
    try: state, action = TABLE[state, e]; print(e, action, state.name)
    except KeyError as x: print("no", x)
def command(text):
    match text.split():
        case []: return "nothing"
        case ["quit" | "exit"]: return "bye"
        case ["go", ("north" | "south" | "east" | "west") as d]: return f"going {d}"
        case ["go", other]: return f"cannot go {other}"
        case ["take", *things] if things: return f"taking {', '.join(things)}"
        case ["take"]: return "take what?"
        case ["add", x, y] if x.isdigit() and y.isdigit(): return int(x) + int(y)
        case [verb, *_]: return f"unknown {verb}"
for t in ("", "quit", "exit", "go north", "go up", "take a b", "take", "add 2 3", "add x 3", "sing a song"): print(repr(t), command(t))
def shape(v):
    match v:
        case {"type": "circle", "r": (int() | float()) as r}: return f"circle {3 * r * r}"
        case {"type": "rect", "w": w, "h": h, **rest}: return f"rect {w * h} {sorted(rest)}"
        case [int(x), int(y)]: return f"point {x},{y}"
        case [[a, b], *more]: return f"nested {a} {b} {len(more)}"
        case str() as s if len(s) > 3: return f"long {s}"
        case None | True | False: return f"const {v}"
        case -1 | 0: return "small"
        case 1.5: return "float"
        case _: return f"other {type(v).__name__}"
for v in ({"type": "circle", "r": 2}, {"type": "rect", "w": 2, "h": 3, "z": 1}, {"type": "rect"}, [1, 2], (3, 4), [[1, 2], 3, 4], "abc", "abcd", None, True, -1, 0, 1.5, 7, [], {}, b"ab", {1}): print(v, shape(v))
class DFA:
    def __init__(self, start, accept, edges): self.start, self.accept, self.edges = start, accept, edges
    def accepts(self, s):
        q = self.start
        for c in s:
            q = self.edges.get((q, c))
            if q is None: return False
        return q in self.accept
third = DFA(0, {0}, {(q, c): (q * 2 + int(c)) % 3 for q in range(3) for c in "01"})
print([n for n in range(20) if third.accepts(bin(n)[2:])], all(third.accepts(bin(n)[2:]) == (n % 3 == 0) for n in range(200)))
