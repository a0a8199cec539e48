# itertools, heapq, bisect.
from itertools import *
import heapq, bisect, operator
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
L = list
print(L(islice(count(5), 3)), L(islice(count(1, -2), 3)), L(islice(count(0.5, 0.25), 3)), L(islice(cycle("ab"), 5)), L(repeat(1, 3)), repeat(2), count(3), count(1, 2), next(count(10 ** 20)))
print(L(accumulate([1, 2, 3])), L(accumulate([3, 1, 2], max)), L(accumulate([1, 2], initial=10)), L(accumulate([], initial=1)), L(chain("ab", [1])), L(chain.from_iterable([[1], (2, 3)])), L(compress("abcd", [1, 0, 1, 0])), L(dropwhile(lambda x: x < 3, [1, 3, 2])), L(takewhile(lambda x: x < 3, [1, 3, 2])), L(filterfalse(None, [0, 1, 2])), L(filterfalse(lambda x: x % 2, range(5))))
print([(k, L(g)) for k, g in groupby("aabbca")], [(k, len(L(g))) for k, g in groupby([1, 3, 2, 4, 5], lambda x: x % 2)], L(starmap(pow, [(2, 3), (3, 2)])), L(zip_longest("ab", [1], fillvalue="-")), L(pairwise("abcd")), L(batched("abcdefg", 3)), L(batched("abcd", 2, strict=True)))
print(L(product("ab", [1, 2])), L(product([0, 1], repeat=2)), L(product()), L(permutations("abc", 2)), len(L(permutations(range(5)))), L(combinations("abcd", 2)), L(combinations([1], 2)), L(combinations_with_replacement("ab", 2)))
print(L(islice("abcdef", 2)), L(islice("abcdef", 2, 4)), L(islice("abcdef", 1, None, 2)), L(islice([], 5)))
a, b, c = tee([1, 2, 3], 3); print(next(a), L(b), L(a), L(c), tee([], 0))
for f in (lambda: islice([1], -1), lambda: islice([1], 1, 2, 0), lambda: L(islice(5, 1)), lambda: count("a"), lambda: repeat(), lambda: repeat(1, "x"), lambda: L(starmap(pow, [5])), lambda: combinations("a", -1), lambda: permutations("ab", "x"), lambda: product(5), lambda: groupby(), lambda: batched("a", 0), lambda: L(batched("abc", 2, strict=True)), lambda: chain(5).__next__(), lambda: zip_longest(1), lambda: accumulate(5), lambda: compress([1]), lambda: tee([], -1), lambda: pairwise(5), lambda: cycle(5), lambda: L(takewhile(5, [1])), lambda: zip_longest([], x=1), lambda: product([1], repeat=-1)): attempt(f)
g = groupby("aab"); k1, g1 = next(g); k2, g2 = next(g); print(k1, L(g1), k2, L(g2))
it = chain([1, 2], [3]); print(next(it), L(it), L(it)); c = cycle([]); print(next(c, "empty")); r = repeat("x", 5); next(r); print(operator.length_hint(r), r)
def lazy():
    for i in range(5): print("produce", i); yield i
print(L(islice(lazy(), 2))); z = zip_longest(lazy(), [1]); print(next(z), next(z))
h = [5, 2, 8, 1, 9]; heapq.heapify(h); print(h, heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 7), h); heapq.heappush(h, 3); print([heapq.heappop(h) for _ in range(len(h))]); attempt(lambda: heapq.heappop([]))
print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(2, ["bb", "a", "ccc"], key=len), L(heapq.merge([1, 4], [2, 3])), L(heapq.merge([4, 1], [3, 2], reverse=True)))
s = [1, 3, 3, 5]; print(bisect.bisect(s, 3), bisect.bisect_left(s, 3), bisect.bisect_right(s, 9), bisect.bisect_left([(1, "a"), (2, "b")], 2, key=lambda t: t[0])); bisect.insort(s, 4); print(s); attempt(lambda: bisect.bisect([1], 1, -1))
def dijkstra(graph, start):
    dist = {start: 0}; q = [(0, start)]
    while q:
        d, n = heapq.heappop(q)
        if d > dist[n]: continue
        for m, w in graph[n].items():
            if d + w < dist.get(m, 10 ** 9):
                dist[m] = d + w; heapq.heappush(q, (d + w, m))
    return dist
print(dijkstra({i: {(i * 3 + 1) % 20: i + 1, (i * 7 + 2) % 20: 5} for i in range(20)}, 0))
print(sum(1 for p in permutations(range(6)) if all(p[i] != i for i in range(6))), sum(x * y for x, y in combinations(range(20), 2)))
