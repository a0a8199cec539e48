# match: keys that are equal, wildcards inside of parts, sequences by length, classes of several kinds
import collections, collections.abc
def t(src):
    try: ns = {}; exec(src, ns); print("ok", ns.get("r"))
    except Exception as e: print(type(e).__name__, e)
def case(*c, subject="x", pre="x = 1"): t(pre + "\nmatch " + subject + ":\n" + "".join(f" case {p}: r = {i}\n" for i, p in enumerate(c)))
case("{0: _, False: _}"); case("{0: _, 0.0: _}"); case("{0: _, 0j: _}"); case("{'a': _, 'a': _}"); case("{1: _, -1: _}")
case("f''"); case("{f'': _}"); case("(_ as y) | [y]"); case("_ | 1"); case("y | 1"); case("_", "1"); case("y", "1"); case("_ as z"); case("[_ | 1]"); case("[(_ | 1), 2]"); case("1 | _"); case("_ if r else 0")
class Seq(collections.abc.Sequence):
    def __getitem__(self, i): return i
    def __len__(self): return 42
match Seq():
    case [a, *_, b]: print(a, b)
d = collections.defaultdict(int, {0: 1})
match d:
    case {1: 0}: print("no")
    case {0: _, **z}: print("defaultdict", z, d)
class M(collections.UserDict, collections.abc.Sequence): pass
class L(list, collections.abc.Mapping): __getitem__ = list.__getitem__
for v in (M(), L(), collections.deque([1]), collections.OrderedDict(), collections.Counter(), range(2), "ab", b"c", bytearray(b"d"), memoryview(b"e")):
    match v:
        case [*_]: print(type(v).__name__, "sequence")
        case {}: print(type(v).__name__, "mapping")
        case _: print(type(v).__name__, "neither")
