# Which special methods each built-in type has of its own, and what else stands in its dictionary; and what their messages
# name.
import builtins
import types

seen = {}
for space in (builtins, types):
    for name, t in vars(space).items():
        if isinstance(t, type):
            seen[t.__name__] = t
for v in (iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter("é"), iter(b""), iter(bytearray()),
          iter(range(1)), iter(range(2**70)), reversed([]), reversed({}), {}.keys(), {}.values(), {}.items(), iter(int, 1)):
    seen[type(v).__name__] = type(v)
del seen["ExceptionGroup"]  # made by type() in CPython
for name, t in sorted(seen.items()):
    if t.__module__ in ("builtins", "types"):
        print(name, *(f"{a}:{type(v).__name__}" for a, v in sorted(vars(t).items())))

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

attempt(lambda: KeyError.__init__(5))
attempt(lambda: Exception.__new__(int))
attempt(lambda: object.__new__(types.SimpleNamespace))
attempt(lambda: types.SimpleNamespace.__new__(int))
class L(list): pass
attempt(lambda: object.__new__(L))
attempt(lambda: int.__getattribute__("s", "upper"))
attempt(lambda: None | None)
attempt(lambda: (None | int, int | None, None | list[int], list[int] | None))
attempt(lambda: list[int].__eq__([], []))
attempt(lambda: list[int].__len__([1]))
attempt(lambda: (int | str).__instancecheck__)
attempt(lambda: (isinstance(1, int | str), issubclass(bool, int | str), isinstance(None, int | None)))
attempt(lambda: len.__call__(x=1))
attempt(lambda: (1).__pow__(2, mod=3))
attempt(lambda: AttributeError(nam=1))
attempt(lambda: ModuleNotFoundError(naem=1))
attempt(lambda: max(1, 2, kye=1))
attempt(lambda: zip((), strict=1, a=2))
gen = (i for i in ())
attempt(lambda: gen.__del__())
attempt(lambda: list(gen))
attempt(lambda: type(gen)[int])

import warnings
warnings.simplefilter("error")
def f(): pass
attempt(lambda: f.__code__.co_lnotab)
warnings.simplefilter("ignore")
attempt(lambda: f.__code__.co_lnotab[1])

# The iterator that *list[int] asks for, and copies of what it gives.
import copy
import pickle
it = iter(list[int])
attempt(it.__reduce__)
starred = next(it)
attempt(it.__reduce__)
attempt(lambda: next(it))
attempt(lambda: (starred, copy.deepcopy(starred), pickle.loads(pickle.dumps(starred)) == starred, type(it)))
