# The modules _queue and _statistics.
import _queue, queue, threading, time, _statistics, statistics, sys, weakref

def show(f, *a, **k):
    try:
        print(getattr(f, '__name__', f), a, k, '->', repr(f(*a, **k)))
    except Exception as e:
        print(getattr(f, '__name__', f), a, k, '->', type(e).__name__, e)

q = _queue.SimpleQueue()
print(queue.SimpleQueue is _queue.SimpleQueue, queue.Empty is _queue.Empty, _queue.Empty.__mro__, _queue.SimpleQueue[int])
print(q.empty(), q.qsize())
show(q.get_nowait); show(q.get, False); show(q.get, block=False); show(q.get, True, 0); show(q.get, timeout=0.01); show(q.get, timeout=-1); show(q.get, timeout='x'); show(q.get, True, None, 3)
show(q.get, timeout=float('nan')); show(q.get, timeout=1e30); show(q.put); show(q.put, 1, False, 5); show(q.put_nowait, 2); show(q.put, item=3); show(q.put, 4, foo=1); show(q.qsize, 1)
print(q.qsize(), q.empty(), [q.get() for _ in range(3)], q.empty())
show(_queue.SimpleQueue, 1)
class Sub(_queue.SimpleQueue): pass
s = Sub(); s.x = 1; s.put('a'); print(s.get(), weakref.ref(q)() is q)
results = []
def worker():
    while (item := q.get()) is not None: results.append(item)
threads = [threading.Thread(target=worker) for _ in range(4)]
for t in threads: t.start()
for i in range(1000): q.put(i)
for t in threads: q.put(None)
for t in threads: t.join()
print(sorted(results) == list(range(1000)), q.qsize())
def late():
    time.sleep(0.05); q.put('late')
t = threading.Thread(target=late); t.start(); print(q.get(timeout=5)); t.join()
for i in range(500): q.put(i)
print([q.get() for _ in range(500)] == list(range(500)))
q2 = queue.Queue(2); q2.put(1); q2.put(2); print(q2.full())
for kind in queue.LifoQueue, queue.PriorityQueue:
    k = kind()
    for i in 3, 1, 2: k.put(i)
    print([k.get() for _ in range(3)])

f = _statistics._normal_dist_inv_cdf
for p in (0.5, 0.1, 0.9, 0.075, 0.925, 0.01, 0.99, 1e-10, 1e-300, 1 - 1e-16, 0.3, 0.999999, 0.02425):
    print(p, f(p, 0, 1), f(p, 100.0, 15))
for a in (0, 0, 1), (1, 0, 1), (-1, 0, 1), (2, 0, 1), ('x', 0, 1), (0.5, 'x', 1), (0.5,), (float('nan'), 0, 1): show(f, *a)
nd = statistics.NormalDist(5, 2)
print(nd.inv_cdf(0.3), nd.quantiles(4), statistics.quantiles([1, 5, 2, 8], n=4), statistics.stdev([1, 2, 4, 9]), statistics.median([3, 1, 2]))
print(statistics.mean([1, 2, 3.5]), statistics.fmean([1, 2, 3.5]), statistics.mode('aabbb'), statistics.multimode('aabb'), statistics.pvariance([1, 2, 3, 4]), statistics.linear_regression([1, 2, 3], [2, 4, 6.5]))
