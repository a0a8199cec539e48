# tuple and range: methods, comparison, hashing, errors
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("()", "(1,)", "1, 2", "tuple('ab')", "tuple()", "tuple(5)", "tuple(1, 2)", "(1, 2)[0]", "(1, 2)[5]", "(1, 2)['a']", "(1, 2)[:1]", "(1, 2)[::-1]", "(1, 2) + (3,)", "(1, 2) + [3]", "(1, 2) * 2", "2 * (1,)", "(1,) * 'a'", "(1, 2) < (1, 3)", "(1, 2) < (1, 2, 0)", "(1, 'a') < (1, 2)", "(1, 2) == [1, 2]", "(1, 2).count(1)", "(1, 2).index(3)", "(1, 2, 1).index(1, 1)", "(1, 2).index(2, 5)", "(1, 2).index()", "(1, 2).append(3)", "(1, 2).__setitem__(0, 1)", "hash((1, 2)) == hash((1, 2))", "hash((1, [2]))", "1 in (1, 2)", "(1, (2, 3))", "((),)", "len((1, 2))", "bool(()), bool((0,))", "(1, 2) < 5", "max((1, 2)), sum((1, 2)), sorted((2, 1))", "(*(1, 2), 3)", "tuple(x * x for x in range(4))", "(1, 2).__getnewargs__()", "tuple([1, 2]) is tuple([1, 2])", "(1, 2) is (1, 2) or True", "(1, 2, 3)[-2:]", "() < (0,)")
t("range(5)", "range(1, 5)", "range(1, 10, 3)", "range(5)[2]", "range(5)[-1]", "range(5)[9]", "range(5)[1:3]", "range(10)[::-2]", "range(5)['a']", "range(5) == range(0, 5, 1)", "range(0) == range(2, 2)", "range(0, 5, 2) == range(0, 6, 2)", "range(5) == [0, 1, 2, 3, 4]", "hash(range(5)) == hash(range(0, 5))", "3 in range(5), 5 in range(5), 1.0 in range(5), 1.5 in range(5), 'a' in range(5)", "range(0, 10, 3).index(6)", "range(5).index(7)", "range(5).index('a')", "range(5).count(3)", "range(5).count('a')", "len(range(0, -10, -3))", "len(range(2 ** 70))", "range(2 ** 70)[2 ** 69]", "2 ** 69 in range(2 ** 70)", "range(5).start, range(5).stop, range(5).step", "range(5).start_", "setattr(range(5), 'start', 1)", "list(range(5, 1))", "list(range(5, 1, -2))", "bool(range(0))", "range(5) + range(3)", "range(5) * 2", "range(5) < range(6)", "range(1, 2, 3, 4)", "range(True)", "max(range(3)), min(range(3)), sum(range(101))", "list(reversed(range(0, 10, 3)))", "next(reversed(range(5)))", "next(range(5))", "iter(range(5)).__length_hint__()", "range(-5)", "repr(range(0, 2 ** 70, 5))", "list(range(2 ** 70, 2 ** 70 + 2))", "range(0, 10, 2 ** 70)[0]", "range(10)[slice(8, None)]", "range(10)[2:100]", "range(5)[1.0]")
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __repr__(self): return "T" + super().__repr__()
x = T(1, 2, 3); print(x, x[0], x[1:], x + (4,), x * 2, type(x[:]).__name__, x == (1, 2, 3), hash(x) == hash((1, 2, 3)), {x: 1}[1, 2, 3], isinstance(x, tuple), len(x), list(x), x.count(1))
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
for bad in ("a, b = 1", "a, b = 1, 2, 3", "a, b, c = 1, 2", "a, *b = ()", "a, b = {1}", "*a, b, c = [1]", "a, b = 'abc'", "[a, b] = range(3)", "a, (b, c) = 1, 2", "for a, b in [(1, 2, 3)]: pass", "(a, b), c = [1], 2", "a = b, c = 1, 2; print(a, b, c)", "a, b = b, a = 5, 6; print(a, b)", "*a, = 'xy'; print(a)", "a, b = {'x': 1, 'y': 2}.items(); print(a, b)"):
    try: exec(bad)
    except Exception as e: print(bad, "->", type(e).__name__, e)
