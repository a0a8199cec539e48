# The modules heapq and bisect: heaps, their layout, errors.
import heapq, bisect, random, _heapq
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for f in (heapq.heappush, heapq.heappop, heapq.heappushpop, heapq.heapreplace, heapq.heapify, _heapq._heappop_max, _heapq._heapreplace_max, _heapq._heapify_max):
    t(lambda: f()); t(lambda: f(5)); t(lambda: f(5, 5)); t(lambda: f([], 1)); t(lambda: f([]))
for f in (bisect.bisect, bisect.insort, bisect.bisect_left, bisect.insort_left):
    t(lambda: f()); t(lambda: f(5, 1)); t(lambda: f([], 1, -1)); t(lambda: f([1, 2], 1, 0, 5)); t(lambda: f([1, 2], "a")); t(lambda: f([1], 1, key=5)); t(lambda: f([1], 1, hi=None)); t(lambda: f([1], 1, lo="a")); t(lambda: f([1], 1, hi="a")); t(lambda: f(a=[1], x=1, lo=0, hi=1, key=None))
rnd = random.Random(3)
data = [rnd.randrange(50) for _ in range(40)]
h = data[:]; heapq.heapify(h); print(h)
m = data[:]; _heapq._heapify_max(m); print(m)
g = []
for x in data: heapq.heappush(g, x)
print(g, heapq.heappushpop(g, 5), heapq.heapreplace(g, 99), g)
print([heapq.heappop(h) for _ in range(len(h))] == sorted(data), [_heapq._heappop_max(m) for _ in range(5)], m)
print(heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nsmallest(3, data, key=lambda x: -x), list(heapq.merge([1, 4], [2, 3], reverse=False)), heapq.nlargest(2, ["a", "bbb", "cc"], key=len))
s = []
for x in data: bisect.insort(s, x)
print(s == sorted(data), bisect.bisect_left(s, 25), bisect.bisect_right(s, 25), bisect.bisect(s, 1000), bisect.bisect([3, 2, 1], -2, key=lambda x: -x))
p = [(1, "a"), (3, "c")]; bisect.insort(p, (2, "b"), key=lambda r: r[0]); bisect.insort_left(p, (2, "z"), key=lambda r: r[0]); print(p)
class L(list):
    def insert(self, i, x): print("insert", i, x); super().insert(i, x)
l = L([1, 3]); bisect.insort(l, 2); print(l)
class Bad:
    def __lt__(self, o): raise ZeroDivisionError("lt")
t(lambda: heapq.heapify([Bad(), Bad()])); t(lambda: heapq.heappush([1], "x"))
class Shrink:
    def __init__(self, h): self.h = h
    def __lt__(self, o): self.h.clear(); return True
q = []; q.append(Shrink(q)); q.append(Shrink(q)); q.append(1); t(lambda: heapq.heapify(q))
print(bisect.bisect_left.__text_signature__, heapq.heappush.__text_signature__, heapq.heapify.__name__)
