# heapq and bisect
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import heapq, bisect
h = []
for v in [5, 3, 8, 1, 9, 2, 7, 3]: heapq.heappush(h, v)
print(h, [heapq.heappop(h) for _ in range(4)], h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 6), heapq.heapreplace(h, 100), h)
l = [9, 4, 7, 1, 8, 2]; heapq.heapify(l); print(l, heapq.nlargest(3, l), heapq.nsmallest(2, l), heapq.nlargest(2, "hello world", key=str.upper), heapq.nsmallest(10, [3, 1]), heapq.nlargest(0, l), heapq.nsmallest(1, []), heapq.nlargest(1, [2, 3]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge("adg", "beh", reverse=False)), list(heapq.merge([5, 2], [4, 1], reverse=True)), list(heapq.merge([(1, "b")], [(0, "a")], key=lambda p: p[0])))
class T:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
q = []
for p, n in ((3, "c"), (1, "a"), (2, "b"), (1, "a2")): heapq.heappush(q, T(p, n))
print([heapq.heappop(q).n for _ in range(4)])
for f in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappushpop([], 1), lambda: heapq.heappush(5, 1), lambda: heapq.heapify((1,)), lambda: heapq.heappush([1], "a"), lambda: heapq.heappop(), lambda: heapq.nlargest("a", []), lambda: heapq.heapify([1, "a"])): attempt(f)
a = [1, 3, 3, 3, 5, 7]
print([bisect.bisect_left(a, x) for x in range(9)], [bisect.bisect_right(a, x) for x in range(9)], bisect.bisect(a, 3, 2), bisect.bisect_left(a, 3, 2, 4), bisect.bisect([], 1))
bisect.insort(a, 4); bisect.insort_left(a, 3); bisect.insort_right(a, 7.5); print(a)
r = [("a", 5), ("b", 3), ("c", 1)]; print(bisect.bisect_left(r, -3, key=lambda p: -p[1]), bisect.bisect(["a", "B"], "b", key=str.lower)); bisect.insort(r, ("d", 4), key=lambda p: -p[1]); print(r)
for f in (lambda: bisect.bisect([1], "a"), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1,), 1), lambda: bisect.bisect(), lambda: bisect.bisect([1, 2], 1, key=5)): attempt(f)
print("".join("FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)))
