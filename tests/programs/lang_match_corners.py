# match: keys that are equal, wildcards inside of parts, sequences by length, classes of several kinds
import collections, collections.abc
def t(src):
    try: ns = {}; exec(src, ns); print("ok", ns.get("r"))
    except Exception as e: print(type(e).__name__, e)
def case(*c, subject="x", pre="x = 1"): t(pre + "\nmatch " + subject + ":\n" + "".join(f" case {p}: r = {i}\n" for i, p in enumerate(c)))
case("{1: _, True: _}"); case("{7: _, 7.0: _}"); case("{5: _, 5.0 + 0j: _}"); case("{'tea': _, 'te' 'a': _}"); case("{2: _, -2: _}")
case("f''"); case("{f'': _}"); case("(_ as y) | [y]"); case("_ | 1"); case("y | 1"); case("_", "1"); case("y", "1"); case("_ as z"); case("[_ | 1]"); case("[(_ | 1), 2]"); case("1 | _"); case("_ if r else 0")
class Stairs(collections.abc.Sequence):
    def __init__(self, count): self.count = count; self.asked = []
    def __len__(self): return self.count
    def __getitem__(self, step):
        self.asked.append(step)
        if step == self.count: raise IndexError
        return f"step {step}"
for stairs in (Stairs(1), Stairs(2), Stairs(6)):
    match stairs:
        case [bottom, *_, top]: print(bottom, "to", top)
        case [_]: print("one step")
    print(stairs.asked)
    match stairs:
        case [_, _, *middle, "step 5"]: print(middle)
        case [*every]: print("all of", every)
shelf = collections.defaultdict(list, tea=["green", "black"])
match shelf:
    case {"coffee": []}: print("made up by the match")
    case {"tea": [first, *_], **others}: print("defaultdict", first, others, "coffee" in shelf)
UserSequence = type("UserSequence", (collections.UserDict, collections.abc.Sequence), {})
class Both(list, collections.abc.Mapping):
    def __getitem__(self, key): return list.__getitem__(self, key)
for v in (UserSequence(), Both(), collections.deque([1]), collections.OrderedDict(), collections.Counter(), range(2), "ab", b"c", bytearray(b"d"), memoryview(b"e")):
    match v:
        case [*_]: print(type(v).__name__, "sequence")
        case {}: print(type(v).__name__, "mapping")
        case _: print(type(v).__name__, "neither")
