# Built-in functions of iteration: enumerate, zip, map, filter, iter, next
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("enumerate()", "enumerate(5)", "list(enumerate('ab', 5))", "list(enumerate('ab', start=-1))", "enumerate('a', 'b')", "enumerate('a', 1, 2)", "list(enumerate([], 2 ** 70))", "next(enumerate('a', 2 ** 70))", "list(zip())", "zip(5)", "zip('a', 5)", "list(zip('ab', [1, 2, 3]))", "list(zip('ab', [1], strict=True))", "list(zip([1], 'ab', strict=True))", "list(zip('ab', 'cd', [1], strict=True))", "zip('a', foo=1)", "list(zip(*[(1, 2), (3, 4)]))", "map()", "map(str)", "list(map(5, [1]))", "list(map(int, ['1', 'a']))", "list(map(lambda a, b: a + b, [1, 2], [3, 4, 5]))", "list(map(None, [1]))", "map(str, 5)", "filter()", "filter(None)", "list(filter(None, [0, 1, '', 'a']))", "list(filter(lambda x: x > 1, [1, 2]))", "list(filter(5, [1]))", "filter(None, 5)", "next(filter(lambda: 1, [1]))", "iter()", "iter(5)", "iter(5, 6)", "list(iter([1, 2].pop, 1))", "list(iter(lambda it=iter('abc'): next(it), 'c'))", "iter([], 1)", "next()", "next(5)", "next([])", "next(iter([]))", "next(iter([]), 'd')", "next(iter([1]), 'd')", "next(iter([]), 1, 2)", "repr(iter([]))[:15]", "repr(zip())[:4]", "repr(map(str, []))[:4]", "list(iter('ab'))", "list(iter({'a': 1}))", "list(iter(b'ab'))", "aiter(5)", "anext(5)")
it = iter([1, 2, 3, 4]); print(list(zip(it, it)), list(it))
m = map(lambda x: 10 // x, [5, 0, 2]); print(next(m))
try: next(m)
except ZeroDivisionError as e: print(e, next(m), list(m))
z = zip([1, 2], iter([3])); print(list(z), list(z))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
class Bad:
    def __iter__(self): return 5
class NoNext:
    def __iter__(self): return self
class Stop:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("done", self.n)
        return self.n
t("list(Seq())", "3 in Seq()", "9 in Seq()", "iter(Bad())", "list(NoNext())", "list(Stop())", "max(Seq())", "tuple(reversed([*Seq()]))", "a, *b = Stop()", "[*Stop(), *Seq()]", "dict(zip('abc', Stop()))", "sum(Seq())", "next(Seq())", "list(enumerate(Stop()))", "sorted(Stop(), reverse=True)", "list(map(pow, Seq(), Stop()))", "5 in Bad()", "5 in NoNext()", "[x for x in Bad()]", "''.join(Seq())", "set(Seq())", "{**Seq()}", "print(*Stop())")
s = Stop(); list(s)
try: next(s)
except StopIteration as e: print(e.args, e.value)
