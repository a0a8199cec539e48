# What copy and pickle see of the iterators of itertools.
import itertools as I, warnings, operator, copy, pickle
warnings.simplefilter('ignore')
def show(r):
    # iterators are shown by what they give
    if isinstance(r, tuple): return '(' + ', '.join(map(show, r)) + ')'
    if isinstance(r, list): return '[' + ', '.join(map(show, r)) + ']'
    if isinstance(r, type): return r.__name__
    if hasattr(r, '__next__'): return '<%s>' % type(r).__name__
    if callable(r): return getattr(r, '__name__', '?')
    return repr(r)
def taken(it, n):
    for _ in range(n): next(it, None)
    return it
makers = {
 'count': lambda: I.count(3), 'count2': lambda: I.count(3, 2), 'countf': lambda: I.count(1.5), 'countn': lambda: I.count(-3),
 'repeat': lambda: I.repeat('x'), 'repeat3': lambda: I.repeat('x', 3),
 'cycle': lambda: I.cycle('abc'), 'cycle0': lambda: I.cycle(''),
 'takewhile': lambda: I.takewhile(bool, [1, 1, 0, 1]), 'dropwhile': lambda: I.dropwhile(bool, [1, 1, 0, 1, 0]), 'starmap': lambda: I.starmap(operator.add, [(1, 2), (3, 4), (5, 6)]),
 'filterfalse': lambda: I.filterfalse(None, [0, 1, 0, 0]), 'filterfalsef': lambda: I.filterfalse(bool, [0, 1, 0, 0]), 'compress': lambda: I.compress('abcd', [1, 0, 1, 1]),
 'chain': lambda: I.chain('ab', 'cd'), 'chain0': lambda: I.chain(), 'fromit': lambda: I.chain.from_iterable(['ab', 'c']),
 'islice': lambda: I.islice('abcdef', 1, 5, 2), 'islice1': lambda: I.islice('abc', 2), 'isliceN': lambda: I.islice('abcdef', 1, None),
 'zip_longest': lambda: I.zip_longest('abc', 'x', fillvalue='-'), 'zip_longest0': lambda: I.zip_longest(),
 'groupby': lambda: I.groupby('aabbb'), 'groupbyk': lambda: I.groupby('aAbB', str.lower),
 'accumulate': lambda: I.accumulate([1, 2, 3]), 'accumulatef': lambda: I.accumulate([1, 2, 3], operator.mul), 'accumulatei': lambda: I.accumulate([1, 2, 3], initial=10), 'accumulateN': lambda: I.accumulate([None, None], lambda a, b: None),
 'product': lambda: I.product('ab', 'cd'), 'productr': lambda: I.product('ab', repeat=2), 'product0': lambda: I.product(), 'producte': lambda: I.product('ab', ''),
 'comb': lambda: I.combinations('abcd', 2), 'comb0': lambda: I.combinations('a', 2), 'cwr': lambda: I.combinations_with_replacement('abc', 2), 'cwr0': lambda: I.combinations_with_replacement('', 1),
 'perm': lambda: I.permutations('abc', 2), 'permn': lambda: I.permutations('abc'), 'perm0': lambda: I.permutations('a', 2),
}
for name, make in makers.items():
    for n in (0, 1, 2, 3, 4, 20):
        it = taken(make(), n)
        print(name, n, show(it.__reduce__()))
        c = copy.copy(taken(make(), n))
        rest = list(I.islice(c, 6))
        if 'groupby' in name: rest = [(k, list(g)) for k, g in copy.copy(taken(make(), n))]
        print('   ', rest)
        if name not in ('accumulateN',):
            try:
                d = pickle.loads(pickle.dumps(taken(make(), n)))
                print('   ', list(I.islice(d, 6)) == list(I.islice(taken(make(), n), 6)) if 'groupby' not in name else '')
            except Exception as e: print(type(e).__name__, e)
g = I.groupby('aab'); k, grp = next(g)
print(show(grp.__reduce__())); next(grp); print(show(grp.__reduce__())); next(g); print(show(grp.__reduce__()))
g = I.groupby('aab'); k, grp = next(g)
print(list(copy.copy(grp)))
for it, states in ((I.cycle('ab'), (5, (), ([1],), ([1], 'x'), ((1,), 1))), (I.chain(), (5, (), (1,), (iter('a'),), (iter('a'), 5), (iter(['x']), iter('y')), (1, 2, 3))), (I.product('ab', 'c'), (5, (), (0, 0), (9, -1), ('a', 0), (1, 0, 0))),
   (I.combinations('abc', 2), (5, (), (0, 1), (9, 9), (-1, -1), ('a', 1), (1,))), (I.combinations_with_replacement('abc', 2), ((1,), (9, -5), 5)), (I.permutations('abc', 2), (5, (), ((0, 1, 2), (3, 2)), ((0, 1), (3, 2)), ((9, 9, 9), (9, 9)), ((-1, -1, -1), (-1, -1)), (5, 5))),
   (I.islice('abc', 2), ('a', 1, -1, None)), (I.takewhile(bool, [1]), (0, 1, 'x', [])), (I.dropwhile(bool, [1, 2]), (0, 1)), (I.zip_longest('a', ''), ('z', 5)), (I.groupby('ab'), (5, (), (1, 2, 3), (1, 2))), (I.accumulate([1, 2]), (5, 'x', None))):
    for s in states:
        c = copy.copy(it)
        try:
            r = c.__setstate__(s)
            print(type(it).__name__, s if not any(hasattr(x, '__next__') for x in (s if isinstance(s, tuple) else ())) else '-', r, show(c.__reduce__()), [x if not isinstance(x, tuple) or type(c) is not I.groupby else x[0] for x in I.islice(c, 4)])
        except Exception as e: print(type(it).__name__, s if not any(hasattr(x, '__next__') for x in (s if isinstance(s, tuple) else ())) else '-', type(e).__name__, e)
for t in (I.batched, I.pairwise):
    print(t.__name__, '__setstate__' in vars(t), '__reduce__' in vars(t))
warnings.simplefilter('error')
for name in ('count', 'cycle', 'chain', 'product', 'groupby', 'perm', 'islice', 'accumulate', 'repeat', 'zip_longest'):
    for f in (lambda x: x.__reduce__(), lambda x: x.__setstate__(()), copy.copy):
        try: f(makers[name]()); print(name, 'ok')
        except Exception as e: print(name, type(e).__name__, e)
import gc
class Sub(I.count): pass
warnings.simplefilter('ignore')
s = Sub(2); s.x = 1
print(show(s.__reduce__()), copy.copy(s))
