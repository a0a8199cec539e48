# Attribute hooks: __getattr__, __getattribute__, __setattr__, __delattr__, __dir__
class P:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattribute__(self, n):
        if n not in ("log", "__dict__", "__class__"): object.__getattribute__(self, "log").append(("get", n))
        return object.__getattribute__(self, n)
    def __getattr__(self, n):
        if n.startswith("no"): raise AttributeError(f"really {n}", name=n, obj=self)
        return n.upper()
    def __setattr__(self, n, v): self.log.append(("set", n)); object.__setattr__(self, n, v)
    def __delattr__(self, n): self.log.append(("del", n)); object.__delattr__(self, n)
p = P(); p.x = 1; print(p.x, p.y, hasattr(p, "nope"), hasattr(p, "yes"), getattr(p, "none", "dflt"), p.log); del p.x
try: del p.x
except AttributeError as e: print(e)
try: p.nothing
except AttributeError as e: print(e, e.name)
print(p.log[-4:], vars(p).keys())
class R:
    def __getattr__(self, n): return self.__dict__[n] if n in self.__dict__ else len(n)
r = R(); print(r.abc, r.__foo__, f"{r.q}"); r.abc = "set"; print(r.abc)
try: print(len(r))
except TypeError as e: print(e)
class Attr(dict):
    __getattr__ = dict.__getitem__; __setattr__ = dict.__setitem__; __delattr__ = dict.__delitem__
a = Attr(x=1); a.y = 2; print(a.x, a["y"], a); del a.x; print(a)
try: a.zz
except KeyError as e: print("KeyError", e)
class M(type):
    def __getattr__(c, n): return f"{c.__name__}.{n}"
    def __setattr__(c, n, v): print("class set", n); super().__setattr__(n, v)
class K(metaclass=M): z = 1
K.w = 5; print(K.q, K.z, K.w, hasattr(K(), "q"))
class S:
    def __getattribute__(self, n): raise AttributeError("blocked " + n)
for e in ("S().x", "S().__class__", "hasattr(S(), 'y')", "getattr(S(), 'z', 9)", "repr(S())[:9]"):
    try: print(e, eval(e))
    except Exception as x: print(e, type(x).__name__, x)
