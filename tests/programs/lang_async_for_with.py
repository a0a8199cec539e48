# A small event loop of our own: tasks, futures, queues and timeouts without any library.
class Future:
    def __init__(self): self.done = False; self.value = None; self.waiters = []
    def set(self, v): self.done, self.value = True, v; loop.ready.extend((w, v) for w in self.waiters); self.waiters.clear()
    def __await__(self):
        if not self.done: yield self
        return self.value
class Task(Future):
    def __init__(self, coro, name): super().__init__(); self.coro, self.name = coro, name
    def step(self, v):
        try: f = self.coro.send(v)
        except StopIteration as e: self.set(e.value)
        except Exception as e: self.error = e; self.set(None); print("task", self.name, "failed:", repr(e))
        else:
            if f is None: loop.ready.append((self, None))
            elif f.done: loop.ready.append((self, f.value))
            else: f.waiters.append(self)
class Yield:
    def __await__(self): yield None
class Loop:
    def __init__(self): self.ready = []; self.steps = 0
    def spawn(self, coro, name): t = Task(coro, name); self.ready.append((t, None)); return t
    def run(self):
        while self.ready: t, v = self.ready.pop(0); self.steps += 1; t.step(v)
loop = Loop()
class Queue:
    def __init__(self): self.items = []; self.getters = []
    def put(self, v):
        if self.getters: self.getters.pop(0).set(v)
        else: self.items.append(v)
    async def get(self):
        if self.items: return self.items.pop(0)
        f = Future(); self.getters.append(f); return await f
class Lock:
    def __init__(self): self.held = False; self.waiting = []
    async def __aenter__(self):
        while self.held: f = Future(); self.waiting.append(f); await f
        self.held = True
    async def __aexit__(self, *exc):
        self.held = False
        if self.waiting: self.waiting.pop(0).set(None)
async def ticker(n):
    for i in range(n): await Yield(); yield i
async def producer(q, n):
    async for i in ticker(n): print("put", i); q.put(i)
    q.put(None)
async def consumer(q, name):
    out = []
    while (v := await q.get()) is not None: print(name, "got", v); out.append(v)
    return out
async def locked(lock, name, log):
    for i in range(2):
        async with lock: log.append((name, i, "in")); await Yield(); log.append((name, i, "out"))
async def fails(): await Yield(); raise ValueError("in task")
async def gather(*tasks): return [await t for t in tasks]
async def main():
    q = Queue(); p = loop.spawn(producer(q, 4), "p"); c = loop.spawn(consumer(q, "c1"), "c")
    print("consumed", await c, await p)
    lock, log = Lock(), []
    await gather(*[loop.spawn(locked(lock, n, log), n) for n in "ab"])
    print(log)
    t = loop.spawn(fails(), "bad"); await t; print(repr(t.error))
    print(await gather(*[loop.spawn(square(i), str(i)) for i in range(5)]))
    print([x async for x in ticker(4) if x % 2], {x: x * x async for x in ticker(3)}, sum([x async for x in ticker(10)]))
    agen = ticker(10)
    async for x in agen:
        if x == 2: break
    print(await anext(agen), await anext(agen)); await agen.aclose(); print(await anext(agen, "closed"))
    return "main done"
async def square(i):
    for _ in range(i): await Yield()
    return i * i
t = loop.spawn(main(), "main"); loop.run(); print(t.value, loop.steps)
async def fib(n): return n if n < 2 else await fib(n - 1) + await fib(n - 2)
t = loop.spawn(fib(15), "fib"); loop.run(); print(t.value)
async def agen_send():
    got = []
    while True:
        v = yield len(got)
        if v is None: return
        got.append(v)
async def drive():
    g = agen_send(); r = [await g.asend(None), await g.asend("a"), await g.asend("b")]
    try: await g.asend(None)
    except StopAsyncIteration: r.append("end")
    return r
t = loop.spawn(drive(), "drive"); loop.run(); print(t.value)
