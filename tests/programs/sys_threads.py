# threading: start, join, locks, conditions, events, queues, locals, timers by join only.
import threading, queue, sys, _thread
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
res = []
def work(n): res.append(sum(range(n)))
ts = [threading.Thread(target=work, args=(i * 1000,)) for i in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(res), [t.is_alive() for t in ts])
lock = threading.Lock(); n = 0
def inc():
    global n
    for _ in range(2000):
        with lock: n += 1
ts = [threading.Thread(target=inc) for _ in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]; print(n)
print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.release()); attempt(lock.release); attempt(lambda: lock.acquire(False, 5)); attempt(lambda: lock.acquire(timeout=-2))
rl = threading.RLock()
def rec(d):
    with rl: return d if d == 0 else rec(d - 1)
print(rec(10)); attempt(rl.release)
q = queue.Queue(maxsize=3); out = []
def producer():
    for i in range(10): q.put(i)
    q.put(None)
def consumer():
    while (v := q.get()) is not None: out.append(v * v); q.task_done()
    q.task_done()
a, b = threading.Thread(target=producer), threading.Thread(target=consumer); a.start(); b.start(); a.join(); b.join(); q.join(); print(out, q.empty()); attempt(lambda: q.get_nowait()); attempt(lambda: q.get(timeout=0.01)); [q.put(1) for _ in range(3)]; attempt(lambda: q.put_nowait(1))
pq = queue.PriorityQueue(); [pq.put(x) for x in (3, 1, 2)]; print([pq.get() for _ in range(3)]); lq = queue.LifoQueue(); lq.put(1); lq.put(2); print(lq.get()); sq = queue.SimpleQueue(); sq.put("s"); print(sq.get(), sq.empty())
cond = threading.Condition(); items = []
def waiter():
    with cond:
        cond.wait_for(lambda: len(items) >= 3); items.append("seen")
t = threading.Thread(target=waiter); t.start()
for i in range(3):
    with cond: items.append(i); cond.notify_all()
t.join(); print(items)
ev = threading.Event(); got = []
t = threading.Thread(target=lambda: (ev.wait(), got.append("event"))); t.start(); print(ev.is_set(), ev.wait(0.01)); ev.set(); t.join(); print(got, ev.is_set())
loc = threading.local(); loc.x = "main"
def tl(i, seen):
    seen.append(hasattr(loc, "x")); loc.x = i; seen.append(loc.x)
seen = []; t = threading.Thread(target=tl, args=(1, seen)); t.start(); t.join(); print(seen, loc.x)
class LocSub(threading.local):
    def __init__(self, v): self.v = v
ls = LocSub(5); ls.v = 6; r = []; t = threading.Thread(target=lambda: r.append(ls.v)); t.start(); t.join(); print(r, ls.v)
class T(threading.Thread):
    def __init__(self, v): super().__init__(name="named"); self.v = v
    def run(self): self.result = self.v * 2
t = T(21); t.start(); t.join(); print(t.result, t.name, t.daemon); attempt(t.start); attempt(lambda: threading.Thread(target=1, args=2) and threading.current_thread().join()); attempt(lambda: T(1).join())
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name, threading.active_count(), threading.get_ident() == threading.main_thread().ident, [t.name for t in threading.enumerate()])
bar = threading.Barrier(3); order = []
def bw(): order.append(bar.wait())
ts = [threading.Thread(target=bw) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(order))
sem = threading.Semaphore(2); print(sem.acquire(), sem.acquire(), sem.acquire(blocking=False)); sem.release(2); bs = threading.BoundedSemaphore(1); attempt(bs.release)
def thrown(): raise SystemExit(5)
t = threading.Thread(target=thrown); t.start(); t.join(); print("SystemExit in a thread is silent")
tm = threading.Timer(0.01, lambda: got.append("timer")); tm.start(); tm.join(); c = threading.Timer(100, print); c.start(); c.cancel(); c.join(); print(got)
def gen_thread(g, o):
    for v in g: o.append(v)
g = iter(range(300)); o = []; gl = threading.Lock()
def safe():
    while True:
        with gl: v = next(g, None)
        if v is None: return
        o.append(v)
ts = [threading.Thread(target=safe) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(o) == list(range(300)))
d = {}; l = []
def writer(i):
    for j in range(500): d[(i, j)] = j; l.append(j)
ts = [threading.Thread(target=writer, args=(i,)) for i in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]; print(len(d), len(l))
traced = []
threading.settrace(lambda f, e, a: traced.append(e)); t = threading.Thread(target=lambda: 1); t.start(); t.join(); threading.settrace(None); print("call" in traced)
done = _thread.allocate_lock(); done.acquire(); _thread.start_new_thread(lambda a, k=0: (print("raw", a, k), done.release()), (1,), {"k": 2}); done.acquire(); attempt(lambda: _thread.start_new_thread(5, ())); print(_thread.get_ident() > 0, type(lock).__name__, threading.TIMEOUT_MAX > 1000, threading.stack_size())
def busy():
    x = 0
    while not stop: x += 1
stop = False; t = threading.Thread(target=busy, daemon=True); t.start(); s = 0
for i in range(20000): s += i
stop = True; t.join(); print("busy ended", s, t.daemon)
# the switch interval; frames and exceptions of other threads
import time
for seconds in (0.25, 1e-6, 1e-9, 3, 0, -1, "x", True): attempt(lambda: (sys.setswitchinterval(seconds), sys.getswitchinterval()))
def turns(interval):
    "How often two threads take turns within 0.3 seconds, each of which only counts."
    sys.setswitchinterval(interval)
    log = [0]; end = time.monotonic() + 0.3
    def count(me):
        while time.monotonic() < end:
            if log[-1] != me: log.append(me)
    pair = [threading.Thread(target=count, args=(me,)) for me in (1, 2)]
    for t in pair: t.start()
    for t in pair: t.join()
    return len(log)
print(turns(100) < 6, any(turns(1e-5) > 6 for _ in range(5))); sys.setswitchinterval(0.005)
ready = threading.Event(); leave = threading.Event()
def inner(where): ready.set(); leave.wait()
def outer():
    try: 1 / 0
    except ZeroDivisionError: inner("here")
t = threading.Thread(target=outer); t.start(); ready.wait()
frame = sys._current_frames()[t.ident]; names = []
while frame: names.append((frame.f_code.co_name, frame.f_locals.get("where"))); frame = frame.f_back
print(("inner", "here") in names, names[names.index(("inner", "here")) + 1:], sys._current_frames()[threading.get_ident()] is sys._getframe(), len(sys._current_frames()), {repr(e) for e in sys._current_exceptions().values()}, repr(sys._current_exceptions()[t.ident]))
leave.set(); t.join(); print(t.ident in sys._current_frames(), list(sys._current_exceptions().values()))
