# itertools: every function, its edges and messages
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import itertools as i
L = list
print(L(i.accumulate([1, 2, 3])), L(i.accumulate([1, 2, 3], max)), L(i.accumulate([], initial=5)), L(i.accumulate([1, 2], lambda a, b: a * 10 + b, initial=9)), L(i.batched("abcdefg", 3)), L(i.chain("ab", [1], ())), L(i.chain.from_iterable(["ab", "c"])), L(i.combinations("abcd", 2)), L(i.combinations([1], 2)), L(i.combinations("ab", 0)), L(i.combinations_with_replacement("ab", 2)), L(i.compress("abcdef", [1, 0, 1, 0, 1])), L(i.islice(i.count(10, -2), 3)), L(i.islice(i.count(0.5, 0.25), 3)), L(i.islice(i.cycle("ab"), 5)), L(i.cycle([])), L(i.dropwhile(lambda x: x < 3, [1, 4, 2])), L(i.filterfalse(None, [0, 1, "", 2])), [(k, L(g)) for k, g in i.groupby("aabbca")], [(k, L(g)) for k, g in i.groupby([1, 3, 2, 4], lambda x: x % 2)])
print(L(i.islice("abcdefg", 2)), L(i.islice("abcdefg", 2, 4)), L(i.islice("abcdefg", 1, None, 2)), L(i.pairwise("abcd")), L(i.pairwise("a")), L(i.permutations("abc", 2)), len(L(i.permutations(range(5)))), L(i.permutations([], 0)), L(i.product("ab", [1, 2])), L(i.product("ab", repeat=2)), L(i.product()), L(i.product([], "a")), L(i.repeat(5, 3)), L(i.starmap(pow, [(2, 3), (3, 2)])), L(i.takewhile(str.isalpha, "ab1c")), L(i.zip_longest("abc", [1], fillvalue="-")), L(i.zip_longest()))
a, b = i.tee([1, 2, 3]); print(next(a), L(b), L(a)); g = i.groupby("aab"); k1, g1 = next(g); k2, g2 = next(g); print(k1, L(g1), k2, L(g2)); print(i.count(5), i.count(1, 2), i.repeat(1), i.repeat("x", 2), i.repeat(1, 3).__length_hint__())
for f in (lambda: i.islice([], -1), lambda: i.islice([], 1, 2, 0), lambda: i.islice([]), lambda: i.islice([], "a"), lambda: i.count("a"), lambda: i.repeat(), lambda: i.repeat(1, "a"), lambda: i.combinations("a", -1), lambda: i.permutations("a", -1), lambda: i.product("a", repeat=-1), lambda: i.product(5), lambda: i.chain(5).__next__(), lambda: L(i.chain.from_iterable([1])), lambda: L(i.starmap(pow, [1])), lambda: i.tee([], -1), lambda: i.batched("a", 0), lambda: L(i.batched("abc", 2, strict=True)), lambda: L(i.accumulate([1, "a"])), lambda: i.groupby(), lambda: i.groupby(5), lambda: i.compress("a"), lambda: i.zip_longest("a", foo=1), lambda: i.cycle(), lambda: L(i.takewhile(5, [1])), lambda: i.combinations("a"), lambda: i.permutations(5), lambda: i.pairwise(), lambda: L(i.filterfalse(lambda: 1, [1])), lambda: i.dropwhile(None), lambda: next(i.repeat(1, 0)), lambda: i.count(step=2).__next__(), lambda: i.product("ab", foo=1), lambda: i.combinations("abc", "a")): attempt(f)
primes = lambda: (n for n in i.count(2) if all(n % d for d in range(2, int(n ** 0.5) + 1)))
print(L(i.islice(primes(), 10)), L(i.takewhile(lambda p: p < 30, primes())), sum(i.islice(primes(), 50)), next(i.dropwhile(lambda p: p < 100, primes())), dict(zip("abc", i.count())), L(map(lambda a, b: a * b, i.count(1), [5, 6])), ["".join(p) for p in i.permutations("abc")][::2], max(i.chain([1], [5], [3])), L(i.islice(i.chain.from_iterable(i.repeat("ab")), 5)))
def roundrobin(*its):
    its = [iter(x) for x in its]
    while its:
        for it in L(its):
            try: yield next(it)
            except StopIteration: its.remove(it)
print("".join(roundrobin("abc", "d", "ef")), L(i.starmap(lambda *a: sum(a), i.product(range(3), repeat=2))), L(zip(*i.tee(range(4), 3))))

# Keywords of classes derived from iterator types: refused unless an __init__ may want them.
import itertools
for base, args in ((map, (int, '1')), (filter, (None, [1])), (itertools.chain, ('a',)), (itertools.islice, ('abc', 2)), (itertools.starmap, (int, ()))):
    class Plain(base):
        pass
    class Init(base):
        def __init__(self, *args, extra=0):
            self.extra = extra
    try:
        Plain(*args, extra=1)
    except TypeError as e:
        print(e)
    print(Init(*args, extra=1).extra, list(Init(*args)))
