# Corners of built-in types that CPython's own tests look into.
print([False ** i for i in range(3)], False ** False, 0 ** False, True ** 0, (2 ** 70) ** 0, (-0.0) ** float("-inf"), 0.0 ** float("-inf"))
for base in (list, set, frozenset, tuple, float, bytearray):
    class Plain(base): pass
    try: print(base.__name__, Plain(newarg=3))
    except TypeError as e: print(base.__name__, "TypeError", e)
    class WithInit(base):
        def __init__(self, arg, newarg=None): self.newarg = newarg
    try: print(WithInit(base(), newarg=3).newarg)
    except TypeError as e: print(base.__name__, "TypeError", e)
    class WithNew(base):
        def __new__(cls, arg, newarg=None):
            self = super().__new__(cls, arg); self.newarg = newarg; return self
    try: print(WithNew(base(), newarg=3).newarg)
    except TypeError as e: print(base.__name__, "TypeError", e)
class F(float):
    def __float__(self): return 42.0
print(float(F(1)), F(1) + 1)
class X:
    def __init__(self, victim): self.victim = victim
    def __eq__(self, other): self.victim.clear(); return NotImplemented
a, b = [], []
a.append(X(b)); b.append(X(a)); print(a == b, a, b)
class K:
    def __init__(self, s): self.s = s
    def __hash__(self): return 1
    def __eq__(self, other): self.s.clear(); return False
s = set(); s.add(K(s)); s.add(1); print(len(s)); s = set(); s.add(K(s)); print(1 in s, s & {1}, len(s))
import builtins
it = iter("ab"); saved = builtins.iter; del builtins.iter
try: it.__reduce__()
except AttributeError as e: print("AttributeError", e)
finally: builtins.iter = saved
