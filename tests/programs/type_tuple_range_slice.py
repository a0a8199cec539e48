# tuple, range, slice, None, Ellipsis, NotImplemented.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("()", "(1,)", "(1, 2) + (3,)", "(1, 2) * 2", "2 * (1,)", "(1, 2)[0]", "(1, 2)[-1]", "(1, 2, 3)[::2]", "(1, 2)[5]", "(1, 2)['a']", "(1, 2) + [3]", "(1,) * 'a'", "tuple()", "tuple('abc')", "tuple([1])", "tuple(5)", "tuple(1, 2)", "(1, 2).index(2)", "(1, 2).index(3)", "(1, 1).count(1)", "(1, 2) < (1, 3)", "(1,) < (1, 0)", "() < (1,)", "(1, 'a') < (1, 2)", "(1, 2) == [1, 2]", "hash((1, 2))", "hash(())", "hash((1, 'a', 2.5)) == hash((1, 'a', 2.5))", "hash(([],))", "1 in (1, 2)", "len((1,))", "(1, (2, [3]))", "(1, 2).__contains__(2)", "(1, 2).foo", "tuple[int, str]", "(1, 2).append(3)", "(1,).__setitem__", "tuple(x * x for x in range(4))", "tuple({'a': 1})", "(*range(3), *'ab')", "((),)", "max((1, 5), (2, 0))", "sorted(((2, 1), (1, 2)))", "(1, 2) is tuple((1, 2))", "tuple(reversed((1, 2)))", "(1, 2, 3)[1:] + (4,)", "(0.0, -0.0) == (-0.0, 0.0)", "hash((0,))", "hash((1, 2, 3))", "hash((-1,)) == hash((-2,))")
t("range(5)", "range(1, 5)", "range(1, 10, 3)", "range(5, 0, -2)", "list(range(5, 0, -2))", "range(0)", "len(range(1, 10, 3))", "range(10)[3]", "range(10)[-1]", "range(10)[2:8:2]", "range(10)[::-1]", "range(10)[20]", "range(10)['a']", "5 in range(10)", "5.0 in range(10)", "'a' in range(10)", "7 in range(0, 10, 2)", "range(10).index(5)", "range(10).index(50)", "range(10).count(3)", "range(3) == range(0, 3, 1)", "range(0) == range(2, 1)", "range(0, 3, 2) == range(0, 4, 2)", "hash(range(3)) == hash(range(0, 3, 1))", "range(1, 5).start", "range(1, 5).step", "range(5).stop", "range('a')", "range(1.0)", "range()", "range(1, 2, 0)", "range(1, 2, 3, 4)", "range(10**20)", "len(range(10**20))", "range(10**20)[10**19]", "10**19 in range(10**20)", "list(reversed(range(3)))", "list(range(10**18, 10**18 + 3))", "list(range(-2**63, -2**63 + 2))", "range(3) < range(4)", "range(3) + range(2)", "bool(range(0))", "range(True)", "range(2**64, 2**64 + 5)[2]", "list(range(2**48 - 2, 2**48 + 2))", "range(5).start_", "iter(range(3)).__length_hint__()", "sum(range(1, 101))", "max(range(5))", "range(stop=5)", "range(10).index('x')", "repr(range(0, 10, 1))", "range(0, -10, -3)[2]", "range(5)[1:1]")
t("slice(1)", "slice(1, 2)", "slice(1, 2, 3)", "slice(None)", "slice()", "slice(1, 2, 3, 4)", "slice(1, 2).start", "slice(1, 2).step", "slice(1, 10, 2).indices(5)", "slice(None, None, -1).indices(5)", "slice(-3, None).indices(5)", "slice(0, 5, 0).indices(5)", "slice(1).indices(-1)", "slice(1) == slice(1)", "slice(1) < slice(2)", "hash(slice(1, 2)) == hash(slice(1, 2))", "slice('a', 'b')", "'abc'[slice(1, None)]", "[1, 2, 3]['a':]", "[1, 2, 3][1.0:2]", "slice(1).foo", "slice(5, 2, -1).indices(10)", "slice(100, -100, -1).indices(5)", "slice('a').indices(5)", "list(range(10))[-3:-1]", "list(range(10))[8:2:-2]", "'hello'[-100:100]", "[1,2,3][None:2]")
t("None", "None == 0", "None.foo", "None()", "None + 1", "None[0]", "bool(None)", "type(None)", "type(None)()", "type(None)(1)", "hash(None) == hash(None)", "None is None", "...", "Ellipsis", "type(...)", "type(...)()", "repr(Ellipsis)", "bool(...)", "NotImplemented", "type(NotImplemented)", "type(NotImplemented)()", "None < None", "len(None)", "iter(None)", "None.__class__", "None.__bool__()", "None.__eq__(None)", "None.__eq__(1)", "str(None)", "[None] * 2", "None or 5", "type(None).__name__")
class T(tuple):
    __slots__ = ()
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
t("T(1, 2)", "T(1, 2).first", "T(1) + (2,)", "type(T(1)[0:1]).__name__", "T(1, 2) == (1, 2)", "hash(T(1)) == hash((1,))", "T(1).x")
class Sl:
    def __getitem__(self, k): return k
t("Sl()[1:2]", "Sl()[1:2, 3]", "Sl()[...]", "Sl()[::]", "Sl()[()]", "Sl()[1,]", "Sl()[*[1, 2]]", "Sl()[*[1], 2:3]", "Sl()[a := 1]", "Sl()[lambda: 1]() if 0 else 1")
