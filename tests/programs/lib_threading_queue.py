# threading and queue: locks, events, conditions, barriers, pools of workers
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import threading, queue, time
n = 0; lock = threading.Lock()
def work():
    global n
    for _ in range(500):
        with lock: n += 1
ts = [threading.Thread(target=work, name=f"w{i}") for i in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(n, [t.name for t in ts], any(t.is_alive() for t in ts), threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
q = queue.Queue(2); out = []
def consume():
    while (v := q.get()) is not None: out.append(v * v); q.task_done()
    q.task_done()
c = threading.Thread(target=consume); c.start()
for i in range(6): q.put(i)
q.put(None); q.join(); c.join(); print(out, q.empty(), q.qsize(), q.full(), q.maxsize)
attempt(lambda: q.get_nowait()); attempt(lambda: q.get(timeout=0.01)); q.put(1); q.put(2); attempt(lambda: q.put_nowait(3)); attempt(lambda: q.put(3, timeout=0.01)); attempt(lambda: [q.task_done() for _ in range(9)]); print(repr(q.get()))
l = queue.LifoQueue(); p = queue.PriorityQueue()
for v in (3, 1, 2): l.put(v); p.put((v, "x" * v))
print([l.get() for _ in range(3)], [p.get() for _ in range(3)]); s = queue.SimpleQueue(); s.put(5); print(s.get(), s.empty())
e = threading.Event(); log = []
def waiter(): e.wait(); log.append("woke")
w = threading.Thread(target=waiter, daemon=True); w.start(); print(e.is_set(), e.wait(0.01)); e.set(); w.join(); print(log, e.is_set(), w.daemon)
cond = threading.Condition(); items = []
def taker():
    with cond: cond.wait_for(lambda: items); log.append(items.pop())
k = threading.Thread(target=taker); k.start()
with cond: items.append("item"); cond.notify_all()
k.join(); print(log)
b = threading.Barrier(3); order = []
def meet(i): b.wait(); order.append(i)
m = [threading.Thread(target=meet, args=(i,)) for i in range(3)]; [t.start() for t in m]; [t.join() for t in m]; print(sorted(order), b.parties, b.broken)
sem = threading.Semaphore(2); print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False)); sem.release(); bs = threading.BoundedSemaphore(1); attempt(bs.release); r = threading.RLock(); print(r.acquire(), r.acquire()); r.release(); r.release(); attempt(r.release); attempt(lock.release); print(lock.acquire(timeout=0.01), lock.acquire(False), lock.locked()); lock.release()
loc = threading.local(); loc.x = 1
def other(): log.append(hasattr(loc, "x")); loc.x = 2
t = threading.Thread(target=other); t.start(); t.join(); print(log[-1], loc.x)
got = []; threading.excepthook = lambda a: got.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
t = threading.Thread(target=lambda: 1 / 0, name="bad"); t.start(); t.join(); print(got)
attempt(t.start); attempt(lambda: threading.Thread(target=print).join()); attempt(lambda: threading.current_thread().join()); attempt(lambda: threading.Thread(5)); tm = threading.Timer(0.01, lambda: log.append("timer")); tm.start(); tm.join(); print(log[-1])
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
with ThreadPoolExecutor(3) as ex:
    fs = [ex.submit(pow, i, 2) for i in range(5)]; print([f.result() for f in fs], list(ex.map(lambda v: v + 1, range(4))), sorted(f.result() for f in as_completed(fs))); bad = ex.submit(int, "x"); print(type(bad.exception()).__name__, bad.done(), wait(fs).not_done); attempt(bad.result)
attempt(lambda: ex.submit(print))
