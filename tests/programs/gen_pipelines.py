# Generators in pipelines: reading, filtering, grouping, windows, merging
import itertools, heapq
DATA = "id,name,qty\n1,apple,3\n2,pear,x\n3,fig,7\n\n4,plum,11\n5,kiwi,0".split("\n")
def lines(src):
    for n, l in enumerate(src, 1):
        if l.strip(): yield n, l
def records(ls):
    _, head = next(ls); keys = head.split(",")
    for n, l in ls: yield n, dict(zip(keys, l.split(",")))
def typed(rs, bad):
    for n, r in rs:
        try: r["qty"] = int(r["qty"]); yield r
        except ValueError as e: bad.append((n, str(e)))
bad = []; good = list(typed(records(lines(DATA)), bad)); print(good, bad)
def window(it, n):
    buf = []
    for v in it:
        buf.append(v)
        if len(buf) == n: yield tuple(buf); del buf[0]
def chunks(it, n):
    it = iter(it)
    while c := list(itertools.islice(it, n)): yield c
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flatten(y)
    else: yield x
def merge(*its):
    heap = []
    for k, it in enumerate(map(iter, its)):
        for v in it: heap.append((v, k, it)); break
    heapq.heapify(heap)
    while heap:
        v, k, it = heap[0]; yield v
        try: heapq.heapreplace(heap, (next(it), k, it))
        except StopIteration: heapq.heappop(heap)
print(list(window(range(6), 3)), list(chunks("abcdefgh", 3)), list(flatten([1, [2, (3, [4, []])], 5])), list(merge([1, 4, 9], [2, 3], [], range(0, 10, 5))))
def average():
    t = n = 0; a = None
    while True: v = yield a; t += v; n += 1; a = t / n
a = average(); next(a); print([a.send(v) for v in (10, 20, 60)]); a.close()
def tee_log(it, log):
    for v in it: log.append(f"in {v}"); yield v; log.append(f"out {v}")
log = []; print(next(tee_log(iter([1, 2]), log)), sum(tee_log([3, 4], log)), log)
def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)): found.append(n); yield n
print(list(itertools.islice(primes(), 15)), next(p for p in primes() if p > 500)); print(list((yield_ for yield_ in (x * 2 for x in (y + 1 for y in range(4))) if yield_ > 2)))
def tree(d, depth=0):
    for k in sorted(d): yield "  " * depth + k; yield from tree(d[k], depth + 1)
print("\n".join(tree({"a": {"b": {}, "c": {"d": {}}}, "e": {}})))
