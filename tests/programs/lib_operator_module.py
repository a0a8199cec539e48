# operator: functions, itemgetter, attrgetter, methodcaller
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import operator as o
print([getattr(o, n)(7, 3) for n in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor lt le eq ne ge gt".split()], [getattr(o, n)(7) for n in "neg pos abs inv not_ truth index".split()], o.concat([1], [2]), o.contains([1], 1), o.countOf([1, 1], 1), o.indexOf([1, 2], 2), o.is_(1, 1), o.is_not(1, 2), o.matmul.__name__)
d = {"a": 1}; o.setitem(d, "b", 2); o.delitem(d, "a"); print(d, o.getitem(d, "b"), o.length_hint([1, 2]), o.length_hint(5, 9), o.length_hint(iter([1, 2, 3])))
l = [1]; m = o.iadd(l, [2]); print(m is l, l, o.imul(l, 2), o.ior(1, 2), o.iconcat([1], [2]), o.ipow(2, 3))
print(o.itemgetter(1)("abc"), o.itemgetter(0, 2)("abc"), o.itemgetter("x")({"x": 5}), o.itemgetter(slice(1, 3))("abcd"), o.attrgetter("real")(5), o.attrgetter("real", "imag")(5), o.attrgetter("__class__.__name__")(5), o.methodcaller("upper")("a"), o.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(o.itemgetter(1), o.attrgetter("a.b", "c"), o.methodcaller("m", 1, k=2), sorted([(1, "b"), (2, "a")], key=o.itemgetter(1)), list(map(o.attrgetter("imag"), [1j, 2])), o.call(max, 1, 2))
for f in (lambda: o.itemgetter(), lambda: o.attrgetter(), lambda: o.attrgetter(1), lambda: o.methodcaller(), lambda: o.methodcaller(1), lambda: o.itemgetter(5)("a"), lambda: o.attrgetter("x")(1), lambda: o.methodcaller("x")(1), lambda: o.add(1), lambda: o.add(1, "a"), lambda: o.indexOf([1], 2), lambda: o.index(1.5), lambda: o.length_hint(5, "a"), lambda: o.countOf(5, 1), lambda: o.truediv(1, 0), lambda: o.concat(1, 2), lambda: o.itemgetter("a")([1]), lambda: o.lt(1, "a"), lambda: o.not_([])): attempt(f)
print([o.__lt__(1, 2), o.__add__(1, 2), o.__contains__([1], 2), o.__not__(0)], o.is_none(None) if hasattr(o, "is_none") else "")
