# Built-in iterators and functions over iterables.
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("list(map(lambda x: x + 1, [1, 2]))", "list(map(lambda x, y: x * y, [1, 2, 3], [4, 5]))", "list(map(None, [1]))", "map(lambda x: x)", "map()", "list(map(5, [1]))", "list(filter(None, [0, 1, '', 'a']))", "list(filter(lambda x: x > 1, [1, 2, 3]))", "filter(None)", "list(zip())", "list(zip([1, 2], 'ab', (True, False)))", "list(zip([1], [1, 2], strict=True))", "list(zip([1, 2], [1], strict=True))", "list(zip([1, 2], [1, 2], [1], strict=True))", "zip(1)", "zip([], 5)", "list(enumerate('ab'))", "list(enumerate('ab', 5))", "list(enumerate('ab', start=2**62))", "enumerate()", "enumerate(5)", "enumerate('a', 'b')", "list(reversed([1, 2, 3]))", "reversed({1})", "reversed(5)", "list(reversed({1: 2, 3: 4}))", "iter(5)", "next(iter([]))", "next(iter([]), 'd')", "next([])", "next(iter([1]), 1, 2)", "sum([1, 2, 3])", "sum([1.5, 2])", "sum([], 5)", "sum([1], start=10)", "sum('ab')", "sum(5)", "sum([b'a'], b'')", "min(1, 2)", "min([3, 1])", "min([])", "min()", "min(5)", "min([], default=None)", "min(1, 2, default=3)", "min('a', 1)", "max('b', 'a', key=ord)", "max([1, 2], key=5)", "min([[2], [1, 5]])", "any([])", "all([])", "any(5)", "all([1, 0, 1 / 1])", "sorted([2, 1], reverse=1)", "len(iter([]))", "list(iter([1, 2].pop, 1))", "iter(5, 1)", "abs(-5)", "abs('a')", "divmod(7, 3)", "divmod(7)", "pow(2, 3)", "pow(2)", "round(2.7)", "round(1.25, 1)", "round('a')", "hash(1)", "hash([])", "id()", "callable(len)", "callable(5)", "isinstance(1, int)", "isinstance(1, 5)", "isinstance(1, (int, 5))", "isinstance('a', (int, 5))", "issubclass(1, int)", "issubclass(int, 5)", "chr(97)", "ord('a')", "bin(5)", "repr('x')", "ascii('é')", "format(5, '03')", "type(5)", "type(1, 2)", "type('X', (), {}).__name__", "type('X', 5, {})", "type(5, (), {})", "getattr(5, 'real')", "getattr(5, 'zz')", "getattr(5, 'zz', 1)", "getattr(5, 1)", "hasattr(5, 'real')", "hasattr(5, 1)", "setattr(5, 'a', 1)", "vars(5)", "dir(5)[:2]", "input", "eval('1 + 1')", "eval('x', {'x': 5})", "eval('x + y', {'x': 1}, {'y': 2})", "eval('1 +')", "eval(5)", "exec('a = 1') is None", "compile('1', 'f', 'eval').co_filename", "compile('1', 'f', 'zz')", "compile(5, 'f', 'eval')", "__import__('math').pi", "__import__('nope_mod')", "print(1, 2, sep='-')", "print(1, end='!\\n')", "print(1, sep=5)", "print(1, foo=5)", "slice(1)", "bool()", "object()  is None", "object(1)", "super()", "staticmethod(len)(['a'])", "memoryview(b'a')[0]", "globals() is globals()", "aiter(5)", "anext(5)")
class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if not 0 <= i < self.n: raise IndexError(i)
        return i * i
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
class BadIter:
    def __iter__(self): return 5
class NoIter:
    __iter__ = None
class Raises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")
class Hint:
    def __init__(self, h): self.h = h
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return self.h
t("list(Seq(4))", "list(reversed(Seq(4)))", "3 in Seq(4)", "9 in Seq(4)", "list(It(3))", "max(It(5))", "2 in It(4)", "list(BadIter())", "list(NoIter())", "1 in NoIter()", "list(Raises())", "sorted(Raises())", "dict(Raises())", "list(Hint(5))", "list(Hint(-1))", "list(Hint('x'))", "list(Hint(NotImplemented))", "sum(It(5))", "tuple(It(2))", "','.join(map(str, It(3)))", "list(zip(It(3), It(2)))", "list(map(lambda a, b: a - b, It(3), Seq(2)))", "[*It(2), *Seq(2)]", "iter(Seq(3)).__length_hint__()", "list(iter(Seq(0)))", "len(Seq(-1))", "bool(Seq(0))")
z = zip([1, 2, 3], It(2))
print(next(z), list(z), list(z))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), next(it, "done"))
m = map(print, ["lazy"])
print("before")
list(m)
e = enumerate(It(2))
print(next(e), next(e), next(e, None), iter(e) is e)
def count_to(n):
    i = 0
    def f():
        nonlocal i
        i += 1
        return i
    return iter(f, n)
print(list(count_to(5)))
l = [1, 2, 3]
it = iter(l)
next(it)
l.append(4)
print(list(it))
l.append(5)
print(list(it))
r = iter(range(3)); print(next(r), list(r), next(r, "end"))
import operator
print(operator.length_hint([1, 2]), operator.length_hint(It(1), 7), type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter("é")).__name__, type(iter({})).__name__, type(iter({}.items())).__name__, type(iter(set())).__name__, type(iter(range(0))).__name__, type(iter(range(2**70))).__name__, type(iter(b"")).__name__, type(reversed([])).__name__, type(iter(Seq(1))).__name__, type(iter(len, 1)).__name__)
