# asyncio: tasks, gather, queues, locks, timeouts, cancellation
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import asyncio
async def work(n, d): await asyncio.sleep(d / 1000); return n * n
async def fails(): await asyncio.sleep(0); raise ValueError("bad")
async def gen(n):
    for i in range(n): yield i; await asyncio.sleep(0)
class CM:
    async def __aenter__(self): print("enter"); return self
    async def __aexit__(self, *a): print("exit", a[0] and a[0].__name__); return True
async def main():
    print(await asyncio.gather(work(1, 3), work(2, 1), work(3, 2)), await work(4, 0)); print(await asyncio.gather(work(1, 1), fails(), return_exceptions=True)); print([x async for x in gen(4) if x], [await work(i, 0) for i in range(3)])
    async with CM() as c: raise KeyError(1)
    t = asyncio.create_task(work(5, 1), name="t5"); print(t.get_name(), t.done()); print(await t, t.done(), t.result())
    q = asyncio.Queue(2); out = []
    async def prod():
        for i in range(5): await q.put(i)
        await q.put(None)
    async def cons():
        while (v := await q.get()) is not None: out.append(v)
    await asyncio.gather(prod(), cons()); print(out, q.empty())
    try: await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except TimeoutError as e: print("timeout", repr(e))
    async def forever():
        try: await asyncio.sleep(100)
        except asyncio.CancelledError: print("cancelled"); raise
    f = asyncio.create_task(forever()); await asyncio.sleep(0); f.cancel("why")
    try: await f
    except asyncio.CancelledError as e: print(e.args, f.cancelled())
    lock = asyncio.Lock(); order = []
    async def crit(n):
        async with lock: order.append(n); await asyncio.sleep(0); order.append(n)
    await asyncio.gather(*map(crit, range(3))); print(order)
    ev = asyncio.Event(); waiter = asyncio.create_task(ev.wait()); await asyncio.sleep(0); ev.set(); print(await waiter)
    try:
        async with asyncio.TaskGroup() as g: a = g.create_task(work(6, 0)); g.create_task(fails())
    except* ValueError as e: print("group", [str(x) for x in e.exceptions], a.done())
    done, pending = await asyncio.wait([asyncio.create_task(work(i, i * 20)) for i in range(2)], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending)); [p.cancel() for p in pending]
    async for x in gen(2): print(x)
    loop = asyncio.get_running_loop(); fut = loop.create_future(); loop.call_soon(fut.set_result, 42); print(await fut, await loop.run_in_executor(None, pow, 2, 5), await asyncio.to_thread(sum, [1, 2])); sem = asyncio.Semaphore(1); print(sem.locked()); return "end"
print(asyncio.run(main()))
c = work(1, 0)
try: c.send(5)
except TypeError as e: print(e)
c.close(); attempt(lambda: asyncio.run(5)); attempt(lambda: asyncio.get_running_loop()); print(asyncio.iscoroutinefunction(work), type(c).__name__)
