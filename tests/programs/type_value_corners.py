# Floats from long text, dictionaries that lose entries while they are iterated over, views of released memory, StopIteration
def t(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
print(float('1' + '0' * 10000 + 'e-10000'), float('0.' + '0' * 9999 + '1e10000'), float('-' + '1' * 2000 + 'e-1990'), float('0' * 900 + '1'), float('9' * 900), float('1e-' + '9' * 500), float('2.5' + '0' * 900 + '1e0'))
def loses(kind):
    d = {0: 0}
    for _ in getattr(d, kind)(): del d[0]; d[0] = 0
for kind in ("keys", "values", "items"): t(lambda: loses(kind))
d = {1: 1, 2: 2}; d.popitem(); d[3] = 3; del d[1]; d[4] = 4; print(d, d.popitem(), d.popitem(), d, {**d})
class H(int):
    n = 0
    def __hash__(self): H.n += 1; return int.__hash__(self)
s = dict.fromkeys([H(1), H(2)]); H.n = 0; dict.fromkeys(set(s)); dict.fromkeys(s); dict.fromkeys(frozenset(s)); print(H.n)
m = memoryview(bytearray(b"abcd"))
class I:
    def __index__(self): m.release(); return 2
print(bytes(m[:I()])); t(lambda: m[0])
m = memoryview(bytearray(b"abcd")); t(lambda: m.__setitem__(slice(0, I()), b"xy"))
m = memoryview(bytearray(b"abcd")); t(lambda: m.__setitem__(I(), 1)); m = memoryview(bytearray(b"abcd")); t(lambda: m.__setitem__(0, I()))
class FS(str):
    def __float__(self): return 9.5
class F2(float):
    def __float__(self): return 2.5
print(float(FS("8")), float(F2(1)))
t(lambda: memoryview(b"a") < b"b"); t(lambda: b"a" < memoryview(b"b")); print(b"a" == memoryview(b"a"), b"a" < bytearray(b"b"), bytearray(b"a") < memoryview(b"b"))
import weakref
v = memoryview(b"x"); print(weakref.ref(v)() is v)
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("a", 2)
try: next(It())
except StopIteration as e: print(e.args)
import sys
for a in ((), (None,), (3,), ((1, 2),)):
    try: sys.exit(*a)
    except SystemExit as e: print(e.args, e.code)
