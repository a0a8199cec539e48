# pprint and reprlib
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
from pprint import pprint, pformat, PrettyPrinter, isreadable, isrecursive, saferepr
import reprlib
d = {"name": "x" * 30, "list": list(range(30)), "nested": {"a": {"b": {"c": [1, 2, {"d": (1, 2, 3)}]}}}, "set": {3, 1, 2}, "text": "the quick brown fox jumps over the lazy dog " * 3, "bytes": b"0123456789" * 12, "tuple": ("a" * 40, "b" * 40), "empty": [{}, [], (), set()], 5: None, (1, 2): 3}
pprint(d); pprint(d, width=40, compact=True); pprint(d, depth=2); pprint(d, indent=4, width=60, sort_dicts=False); print(pformat([1, 2, 3]), pformat(["a" * 20] * 5, width=30)); pprint("short"); pprint(list("abcdefghij"), width=10, compact=True); pprint({"k": 1_000_000}, underscore_numbers=True)
l = [1]; l.append(l); print(isrecursive(l), isreadable(l), isreadable([1]), saferepr({"b": 1, "a": 2}).replace("0x", "")); 
from collections import OrderedDict, Counter, defaultdict, deque, ChainMap, namedtuple
from dataclasses import dataclass, field
pprint(OrderedDict((k, k * 10) for k in "abcdef"), width=30); pprint(Counter("abracadabra"), width=20); pprint(defaultdict(int, a=1, b=2), width=20); pprint(deque(range(20), maxlen=30), width=40); pprint(ChainMap({"a": 1}, {"b": 2}), width=20); pprint(namedtuple("P", "x y")(1, "a" * 80)); pprint(frozenset(range(30)), width=40)
@dataclass
class C:
    x: int
    items: list = field(default_factory=list)
    hidden: int = field(default=5, repr=False)
pprint(C(1, list(range(25))), width=40); pprint([C(1), C(2)]); pprint({"z": C(3)}, width=10)
from types import SimpleNamespace, MappingProxyType
pprint(SimpleNamespace(a=1, b="x" * 70)); pprint(MappingProxyType({"a": "y" * 80}))
class R:
    def __repr__(self): return "R(\n  multi\n)"
pprint([R(), R()]); PrettyPrinter(width=20, indent=2).pprint({"key": ["value"] * 3})
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(20)}), reprlib.repr(set(range(20))), reprlib.repr(10 ** 100), reprlib.repr((1,)), reprlib.repr([[[[[[[1]]]]]]]))
r = reprlib.Repr(maxlist=2, maxstring=8, maxlevel=2); print(r.repr([1, 2, 3]), r.repr("abcdefghijk"), r.repr([[[1]]]))
class Rec:
    def __init__(self): self.me = self
    @reprlib.recursive_repr("<...>")
    def __repr__(self): return f"Rec({self.me!r})"
print(Rec()); attempt(lambda: pformat([1], width=0)); attempt(lambda: pformat([1], indent=-1)); attempt(lambda: pformat([1], depth=0))
