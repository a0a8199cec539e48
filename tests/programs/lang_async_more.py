# async: comprehension, iteration, context, generators, without a loop
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): got = yield self.v; return (self.v, got)
async def simple(): return 5
async def chain(): a = await Aw(1); b = await Aw(2); return a, b, await simple()
def drive(c, *sends):
    out = []
    try:
        v = c.send(None)
        for s in sends: out.append(v); v = c.send(s)
        out.append(v)
    except StopIteration as e: return out, "returned", e.value
    except Exception as e: return out, type(e).__name__, str(e)
    return out, "open", c.close()
print(drive(simple()), drive(chain(), "x", "y"), drive(chain(), "x"))
async def agen(n):
    try:
        for i in range(n): got = yield i; got is not None and print("got", got); await Aw(f"w{i}")
    finally: print("agen done")
async def walk(): return [x async for x in agen(2)], {x: 1 async for x in agen(1)}, [x async for x in agen(3) if x != 1]
print(drive(walk(), *"abcdef"))
async def loop():
    out = []
    async for x in agen(3):
        out.append(x)
        if x == 1: break
    else: out.append("else")
    return out
import gc
r = drive(loop(), 1, 2); gc.collect(); print(r)
class CM:
    async def __aenter__(self): return await Aw("enter")
    async def __aexit__(self, t, v, tb): print("exit", t and t.__name__); await Aw("exit"); return t is KeyError
async def ctx(e):
    async with CM() as c, CM():
        if e: raise e
    return c
for e in (None, KeyError(1), ValueError(2)): print(drive(ctx(e), *range(4)))
async def bad1(): await 5
async def bad2():
    async for x in [1]: pass
async def bad3():
    async with 5: pass
async def bad4(): raise StopIteration(1)
async def bad5():
    async for x in B(): pass
class B:
    def __aiter__(self): return 5
class BadAwait:
    def __await__(self): return 5
async def bad6(): await BadAwait()
async def bad7(): return [await x for x in (simple(), 7)]
for b in (bad1, bad2, bad3, bad4, bad5, bad6, bad7): print(b.__name__, drive(b()))
c = simple(); drive(c); print(drive(c)); c2 = chain(); c2.send(None)
try: c2.throw(ValueError("t"))
except ValueError as e: print(e, c2.cr_frame, c2.cr_running)
g = agen(5); a = g.asend(None)
try: a.send(None)
except StopIteration as e: print("yielded", e.value)
n = g.asend("sent"); print(n.send(None)); cl = g.aclose()
try: cl.send(None)
except (StopIteration, RuntimeError) as e: print(type(e).__name__, e)
n.close(); print(type(g).__name__, type(c).__name__, type(n).__name__, simple.__code__.co_flags & 128 != 0, agen.__code__.co_flags & 512 != 0)
for s in ("await x", "async def f(): yield 1; return 2", "def f(): await x", "async def f(): yield from x", "[x async for x in y]", "async with a: pass", "def f():\n async for x in y: pass", "lambda: await x", "async def f(): lambda: await x", "async def f(): [x async for x in y]", "async def f():\n def g(): await x"):
    try: compile(s, "s", "exec"); print(s, "compiles")
    except SyntaxError as e: print(s, "->", e.msg)
