# What is never awaited, cr_origin, and anext() with a default.
import asyncio
import gc
import sys
import warnings


async def never():
    pass


async def numbers():
    yield 1


def report(make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        make()
        gc.collect()
    print(sorted(str(w.message) for w in caught if w.category is RuntimeWarning))


def lost():
    never()


def several():
    for _ in range(200):
        never()


def steps():
    g = numbers()
    g.asend(None)
    numbers().athrow(ValueError)
    numbers().aclose()


def awaited():
    async def main():
        await never()
        async for i in numbers():
            pass
        for c in [never() for _ in range(100)]:
            await c
    asyncio.run(main())


def closed():
    never().close()


for make in lost, steps, awaited, closed:
    report(make)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    several()
    gc.collect()
print(len(caught), {str(w.message) for w in caught})
c = never()
frame = c.cr_frame
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    frame.clear()
print([str(w.message) for w in caught])
c.close()

sys.set_coroutine_origin_tracking_depth(2)
def outer():
    return inner()
def inner():
    return never()
c = outer()
print([(line, name) for _, line, name in c.cr_origin])
c.close()
report(lambda: inner() and None)
sys.set_coroutine_origin_tracking_depth(0)
c = outer()
print(c.cr_origin)
c.close()


class Iter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Bad:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        return 42


async def main():
    it = Iter(2)
    print(await anext(it), await anext(it, 'default'), await anext(it, 'default'))
    g = numbers()
    print(await anext(g, 'none'), await anext(g, 'none'))
    for args in (Bad(),), (Bad(), 1):
        try:
            await anext(*args)
        except TypeError as e:
            print(e)


asyncio.run(main())

# super that is not the built-in
class Own:
    def __init__(self, *args):
        self.args = args

    x = 'own'

    def m(self):
        return 'method'


class Sub:
    def zero(self):
        return super().x, super().m(), super().args

    def two(self):
        return super(Sub, self).args == (Sub, self)


super = Own
print(Sub().zero(), Sub().two())
del super


class Outer:
    def f(self):
        class Inner:
            x = __class__
            def g(self):
                return __class__
        return Inner.x is Outer, Inner().g() is Inner


print(Outer().f())
