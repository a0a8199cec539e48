# Truth, short circuits, comparison chains, conditional expressions, identity and membership.
def t(v):
    print("eval", v)
    return v
print(t(0) or t(2), t(1) or t(2), t(0) and t(2), t(1) and t(2))
print(t(1) and t(0) or t(3), not t(""))
print(t(1) < t(2) < t(3), t(3) < t(2) < t(1))
print("yes" if t(1) else "no", "yes" if t([]) else "no")
for v in (0, 0.0, -0.0, "", (), [], {}, set(), None, False, range(0), b"", 0j):
    print(repr(v), bool(v), not v)
for v in (1, 0.1, " ", (0,), [None], {0: 0}, {0}, True, range(1), b"0", ..., NotImplemented.__class__):
    print(bool(v), end=" ")
print()
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Bool:
    def __init__(self, b): self.b = b
    def __bool__(self): return self.b
print(bool(Len(0)), bool(Len(2)), bool(Bool(False)), bool(Bool(True)))
for bad in (Len(-1), Len("x"), Bool(1), Bool(None), Len(1 << 70)):
    try:
        print(bool(bad))
    except Exception as e:
        print(type(e).__name__, e)
print(1 in [1, 2], 3 not in [1, 2], "b" in "abc", "" in "x", 1 in {1: 2}, (1, 2) in [(1, 2)])
a = [1]
b = a
print(a is b, a is not b, a is [1], None is None)
nan = float("nan")
print(nan in [nan], nan == nan, [nan] == [nan], nan is nan)
print(1 == True, 0 == False, "1" == 1, None == 0, [] == (), 1 != 1.0)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], (1, "a") < (1, "b"), "Z" < "a", {1} < {1, 2}, {1, 3} < {1, 2})
for expr in ("1 < 'a'", "[] < ()", "None < 1", "{} < {}", "1j < 2j", "object() < object()", "1 in 5", "'a' in 5", "5 in 'abc'"):
    try:
        print(eval(expr))
    except TypeError as e:
        print(expr, "->", e)
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): print("eq", self.v); return NotImplemented
    def __lt__(self, o): print("lt", self.v); return NotImplemented
    def __gt__(self, o): print("gt", self.v); return "greater"
x, y = Cmp(1), Cmp(2)
print(x == y, x != y, x < y, x > y)
try:
    x <= y
except TypeError as e:
    print(e)
class In:
    def __contains__(self, v): return v
print(5 in In(), [] in In(), 0 not in In())
class It:
    def __iter__(self): return iter([1, 2, 3])
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(2 in It(), 9 in It(), 20 in Seq(), 25 in Seq(), list(Seq()))
print(all([]), any([]), all([1, 0]), any([0, 1]), all(x > 0 for x in (1, 2)))
assert 1, "fine"
try:
    assert 1 == 2, ("message", 3)
except AssertionError as e:
    print(repr(e))
try:
    assert []
except AssertionError as e:
    print(repr(e))
v = None
print(v or "default", v is None or v.x, (v and v.x))
def classify(n):
    if n < 0: return "neg"
    elif n == 0: return "zero"
    elif n < 10: return "small"
    else: return "big"
print([classify(n) for n in (-5, 0, 5, 50)])
print(isinstance(1, (str, int)), isinstance("a", int | str), isinstance(None, int | None), issubclass(bool, int))
