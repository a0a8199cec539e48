# Coroutines, await protocol, async with, async for, driven by hand.
class Future:
    def __init__(self, name): self.name = name
    def __await__(self):
        got = yield self.name
        return f"{self.name}={got}"
def drive(coro, *values):
    out = []
    try:
        out.append(coro.send(None))
        for v in values:
            out.append(coro.throw(v) if isinstance(v, BaseException) else coro.send(v))
    except StopIteration as e:
        out.append(("done", e.value))
    except Exception as e:
        out.append((type(e).__name__, str(e)))
    return out
async def two():
    a = await Future("f1")
    b = await Future("f2")
    return a, b
print(drive(two(), 1, 2))
async def outer():
    x = await two()
    try: await Future("risky")
    except ValueError as e: return x, f"caught {e}"
print(drive(outer(), "a", "b", ValueError("oops")))
print(drive(two(), KeyError("k")))
class ACM:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    async def __aenter__(self):
        r = await Future("enter " + self.n); return r
    async def __aexit__(self, t, v, tb):
        await Future("exit " + self.n); print("exit", self.n, t and t.__name__); return self.sup
async def withs():
    async with ACM("a") as a, ACM("b", True) as b:
        print(a, b); raise KeyError("in body")
    return "after"
print(drive(withs(), 1, 2, 3, 4))
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return await Future(f"n{self.n}")
async def fors():
    out = []
    async for v in AIter(3):
        if len(out) == 1: out.append("skip"); continue
        out.append(v)
    else: out.append("else")
    out.append([x async for x in AIter(1)])
    return out
print(drive(fors(), 1, 2, 3, 4))
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("agen got", got)
            await Future(f"between {i}")
    finally:
        print("agen finally")
async def use_agen():
    out = []
    async for v in agen(2): out.append(v)
    g = agen(5)
    out.append(await g.__anext__())
    out.append(await g.asend("hi"))
    try: await g.athrow(ValueError("t"))
    except ValueError as e: out.append(str(e))
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: out.append("stopped")
    return out
print(drive(use_agen(), *range(3)))
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
c = two()
print(type(c).__name__, c.cr_frame is not None, c.cr_running, c.cr_await, c.__name__, type(agen(1)).__name__)
c.close()
attempt(lambda: c.send(None))
attempt(lambda: iter(two))
async def bad_await(): await 5
async def bad_with():
    async with 5: pass
async def bad_for():
    async for x in [1]: pass
class BadAw:
    def __await__(self): return 5
async def bad_aw(): await BadAw()
class BadAI:
    def __aiter__(self): return 5
async def bad_ai():
    async for x in BadAI(): pass
for f in (bad_await, bad_with, bad_for, bad_aw, bad_ai): print(drive(f()))
async def stop(): raise StopIteration("x")
print(drive(stop()))
async def agstop():
    yield 1
    raise StopAsyncIteration
async def use_stop(): return [x async for x in agstop()]
print(drive(use_stop()))
co = two(); co.send(None)
attempt(lambda: co.send("x") and co.throw(KeyError("z")))
attempt(lambda: list(Future("q").__await__()))
cw = two().__await__(); print(type(cw).__name__, next(cw)); cw.close()
async def twice():
    c = simple(); await c
    try: await c
    except RuntimeError as e: return str(e)
async def simple(): return 1
print(drive(twice()))
import types
@types.coroutine
def gcoro():
    x = yield "g1"
    return x * 2
async def use_g(): return await gcoro() + await gcoro()
print(drive(use_g(), 5, 6))
async def comp(): return [await Future(str(i)) for i in range(2)], {i: await Future("d") for i in range(1)}
print(drive(comp(), "x", "y", "z"))
class Loop:
    def __init__(self): self.q = []
    def spawn(self, name, c): self.q.append((name, c, None))
    def run(self):
        while self.q:
            name, c, v = self.q.pop(0)
            try: self.q.append((name, c, c.send(v)))
            except StopIteration as e: print("task", name, "->", e.value)
async def worker(n):
    t = 0
    for i in range(n): t += await Sleep(i)
    return t
class Sleep:
    def __init__(self, v): self.v = v
    def __await__(self): return (yield self.v)
loop = Loop()
for i in (3, 1, 2): loop.spawn(f"w{i}", worker(i))
loop.run()
async def fin():
    try: await Future("in try"); return 1
    finally: await Future("in finally")
print(drive(fin(), 1, 2))
