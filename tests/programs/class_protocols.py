# Protocols: containers, numbers, context managers, hashing, copying by the special methods
class Log:
    def __init__(self): self.calls = []
    def __getattr__(self, name): raise AttributeError(f"no {name}")
    def __len__(self): return 3
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): self.calls.append(("set", k, v))
    def __delitem__(self, k): self.calls.append(("del", k))
    def __contains__(self, k): return k == 1
    def __iter__(self): return iter("abc")
    def __reversed__(self): return iter("cba")
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return False
    def __index__(self): return 2
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __complex__(self): return 1j
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return 4
    def __floor__(self): return 5
    def __ceil__(self): return 6
    def __abs__(self): return "abs"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __hash__(self): return 99
    def __eq__(self, o): return "eq"
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return []
    def __str__(self): return "S"
    def __repr__(self): return "R"
    def __format__(self, s): return f"F{s}"
    def __bytes__(self): return b"B"
    def __dir__(self): return ["z", "a"]
    def __sizeof__(self): return 12
    def __length_hint__(self): return 5
    def __enter__(self): return "in"
    def __exit__(self, *a): return True
import math
o = Log()
print(len(o), o[1], o[1:2], o[1, 2], o[...], o[::2, 0], 1 in o, 2 in o, list(o), list(reversed(o)), o(1, x=2), bool(o), [10, 20, 30][o], int(o), float(o), complex(o), round(o), round(o, 2), math.trunc(o), math.floor(o), math.ceil(o), abs(o), -o, +o, ~o, hash(o), o == 1, o != 1, o < 1, 1 > o, o >= 1, str(o), repr(o), f"{o:x}", f"{o!r}", bytes(o), dir(o), hex(o), range(o), "abc"[o], [*o], *o)
o[5] = 6; del o[7]; o[1:2] = 3; print(o.calls, not o, o and 1, [o], (o,), {o: 1}, "%s %r %d" % (o, o, o))
with o as v: print(v); raise ValueError("swallowed")
try: o.missing
except AttributeError as e: print(e)
class R:
    def __init__(self, n): self.n = n
    def __add__(self, x): return ("add", x) if x != 0 else NotImplemented
    def __radd__(self, x): return ("radd", x)
    def __iadd__(self, x): return ("iadd", x)
    def __sub__(self, x): return NotImplemented
    def __rsub__(self, x): return ("rsub", x)
    def __mul__(self, x): return NotImplemented
    def __pow__(self, x, m=None): return ("pow", x, m)
    def __rpow__(self, x): return ("rpow", x)
    def __matmul__(self, x): return "matmul"
    def __divmod__(self, x): return "divmod"
    def __rdivmod__(self, x): return "rdivmod"
    def __and__(self, x): return "and"
    def __ror__(self, x): return "ror"
    def __lshift__(self, x): return "lshift"
class S(R):
    def __radd__(self, x): return "sub first"
r = R(1); s = S(2)
print(r + 1, 1 + r, r + s, 5 - r, r ** 2, 2 ** r, pow(r, 2, 5), r @ r, divmod(r, 1), divmod(1, r), r & 1, 1 | r, r << 2)
for e in ("r + 0", "r - 1", "r - r", "r * 2", "2 * r", "r | 1", "1 & r", "r // 2", "r @ 1 @ 2", "r < r", "r % 1", "-r", "r[0]", "len(r)", "r()", "r == r", "r in r", "pow(2, r, 3)", "r >> 1", "1 @ r", "[] + r", "'a' + r", "r += 1", "r -= 1", "round(r)", "int(r)", "str(r)[:12]", "iter(r)", "r.x", "await_(r)"):
    try: print(e, "->", eval(e))
    except SyntaxError:
        try: q = R(1); exec(e, {"r": q}); print(e, "fine")
        except Exception as x: print(e, "->", type(x).__name__, x)
    except Exception as x: print(e, "->", type(x).__name__, x)
class Bad:
    def __len__(self): return "x"
    def __hash__(self): return "h"
    def __bool__(self): return 2
    def __iter__(self): return 1
    def __repr__(self): return 5
    def __str__(self): return None
    def __index__(self): return "i"
    def __int__(self): return 1.5
    def __float__(self): return "f"
    def __contains__(self, x): raise KeyError(x)
    def __eq__(self, o): raise ValueError("eq")
    def __bytes__(self): return "b"
    def __complex__(self): return 1
    def __format__(self, s): return 1
    def __dir__(self): return 5
b = Bad()
for e in ("len(b)", "hash(b)", "bool(b)", "list(b)", "repr(b)", "str(b)", "[1][b]", "int(b)", "float(b)", "1 in b", "b == 1", "1 == b", "[b] == [1]", "b in [1]", "bytes(b)", "complex(b)", "f'{b}'", "dir(b)", "{b: 1}", "if b: pass", "not b", "range(b)", "'%s' % b", "print(b)", "[b].index(2)", "[b].count(1)"):
    try: print(e, "->", eval(e))
    except Exception as x: print(e, "->", type(x).__name__, x)
