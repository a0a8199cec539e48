# select, poll and epoll on pipes, and selectors.
import select, os, time, selectors, errno

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), *a, *k.items(), '->', repr(r))
    except Exception as e:
        print(getattr(f, '__name__', f), *a, *k.items(), '->', type(e).__name__, e)

for n in sorted(dir(select)):
    if n.isupper(): print(n, getattr(select, n), end=' ')
print(); print(select.error is OSError)
r, w = os.pipe()
os.dup2(r, 50); os.close(r); r = 50
os.dup2(w, 51); os.close(w); w = 51
show(select.select, [r], [w], [r], 0); show(select.select, [r], [], [], 0.01); show(select.select, (r,), (w,), ())
os.write(w, b'x')
show(select.select, [r], [w], [], None); show(select.select, [r], [], [], 5.0)
class F:
    def fileno(self): return r
class Bad:
    def fileno(self): return 'x'
f = F()
print(select.select([f], [], [], 0)[0] == [f], select.select(iter([r]), [], [], 0))
for a in ([], [], []), ([], [], [], -1), ([], [], [], 'x'), ([], [], [], float('nan')), ([], [], [], 1e30), (1, [], []), (['x'], [], [], 0), ([Bad()], [], [], 0), ([-1], [], [], 0), ([5000], [], [], 0), ([1.5], [], [], 0), ([True + 10**30], [], [], 0), ([],):
    if a != ([], [], []): 
        try: print(select.select(*a))
        except Exception as e: print(type(e).__name__, e)

p = select.poll()
print(type(p).__name__, type(p).__module__)
show(p.poll, 0); show(p.register, r); show(p.poll, 0); show(p.register, w, select.POLLOUT); print(sorted(p.poll()))
show(p.modify, r, select.POLLPRI); show(p.poll, 10); show(p.modify, 999, 1); show(p.unregister, 999); show(p.unregister, w); show(p.register, -1); show(p.register, 'x'); show(p.register, r, 'x'); show(p.register, r, -1); show(p.register, r, 70000)
show(p.poll, 'x'); show(p.poll, -1.5) if 0 else None; show(p.poll, 0.5); show(p.poll, 1e30); show(p.poll, None, 1); show(p.register)
p.register(999); print(p.poll(0)); p.unregister(999)
p = select.poll(); p.register(w); os.close(r); print(p.poll(), select.POLLERR); os.close(w); print(p.poll(100))
show(select.poll, 1); show(type(p))

r, w = os.pipe()
os.dup2(r, 50); os.close(r); r = 50
os.dup2(w, 51); os.close(w); w = 51
e = select.epoll()
print(e.fileno() > 2, e.closed, os.get_inheritable(e.fileno()))
show(e.poll, 0); show(e.register, r, select.EPOLLIN); show(e.register, r); show(e.register, w, eventmask=select.EPOLLOUT); show(e.poll); os.write(w, b'y'); print(sorted(e.poll(1)), e.poll(1, 1) != [])
show(e.modify, w, 0); show(e.poll, timeout=0, maxevents=10); show(e.modify, 999, 0); show(e.unregister, w); show(e.unregister, w); show(e.register, -1); show(e.register, 'x'); show(e.register, r, 'x'); show(e.poll, 'x'); show(e.poll, 0, 0); show(e.poll, 0, -2); show(e.poll, 0, 'x'); show(e.modify, r)
with e as e2: print(e2 is e)
print(e.closed); show(e.poll); show(e.fileno); show(e.register, r); show(e.close); show(e.__enter__)
show(select.epoll, 0); show(select.epoll, -2); show(select.epoll, 'x'); show(select.epoll, 1, 5); show(select.epoll, flags=5)
x = select.epoll(10, select.EPOLL_CLOEXEC); y = select.epoll.fromfd(x.fileno()); print(x.fileno() == y.fileno(), y.closed); x.close(); show(select.epoll.fromfd, 'x')
t = time.monotonic(); select.select([], [], [], 0.05); print(0.04 < time.monotonic() - t < 2)
t = time.monotonic(); select.poll().poll(50); print(0.04 < time.monotonic() - t < 2)
t = time.monotonic(); select.epoll().poll(0.05); print(0.04 < time.monotonic() - t < 2)
for cls in selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    s = cls()
    k = s.register(r, selectors.EVENT_READ, 'data'); s.register(w, selectors.EVENT_WRITE)
    print(cls.__name__, sorted((k.fd, ev, k.data) for k, ev in s.select(1)), len(s.get_map()))
    s.modify(w, selectors.EVENT_READ); print([(k.fd, ev) for k, ev in s.select(0)])
    show(s.register, r, 1); show(s.register, w + 1000, 0); s.unregister(w); show(s.unregister, w); s.close()
import signal
def handler(*a): print('signal')
signal.signal(signal.SIGALRM, handler)
os.read(r, 1)
for f in (lambda: select.select([r], [], [], 0.2), lambda: (p := select.poll(), p.register(r), p.poll(200))[2], lambda: (p := select.epoll(), p.register(r), p.poll(0.2))[2]):
    signal.setitimer(signal.ITIMER_REAL, 0.05); t = time.monotonic(); print(f(), time.monotonic() - t > 0.15)
def handler(*a): raise KeyError('stop')
signal.signal(signal.SIGALRM, handler)
for f in (lambda: select.select([r], [], []), lambda: (p := select.poll(), p.register(r), p.poll())[2], lambda: (p := select.epoll(), p.register(r), p.poll())[2]):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try: f()
    except KeyError as e: print(e)
