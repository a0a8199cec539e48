# Where frames stand: f_lineno of frames that ended, f_lasti beside co_lines() and co_positions(), generators that are closed.
import sys


def places(f):
    """The lines of the frames of a traceback, once they have ended, counted from their first."""
    try:
        f()
    except Exception as e:
        tb, lines = e.__traceback__.tb_next, []
        while tb:
            lines.append((tb.tb_frame.f_lineno - tb.tb_frame.f_code.co_firstlineno, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        print(f.__name__, lines)


def in_except():
    try:
        1 / 0
    except:
        1 / 0
        pass


def other_except():
    try:
        1 / 0
    except TypeError as e:
        pass


def second_except():
    try:
        1 / 0
    except TypeError:
        pass
    except KeyError:
        pass


def named_except():
    try:
        1 / 0
    except Exception as e:
        1 / 0
        pass


def in_try():
    try:
        1 / 0
    finally:
        pass


def in_finally():
    try:
        1 / 0
    finally:
        1 / 0
        pass


class Noop:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def after_with():
    with Noop():
        1 / 0
        pass


class ExitFails(Noop):
    def __exit__(self, *args):
        raise ValueError


def with_exit():
    with ExitFails():
        1 / 0


for f in in_except, other_except, second_except, named_except, in_try, in_finally, after_with, with_exit:
    places(f)


def line_of(frame):
    for start, end, line in frame.f_code.co_lines():
        if start <= frame.f_lasti < end:
            return line


def g(n):
    yield n
    yield 2


def traced(a):
    x = 1
    for i in range(2):
        x += i
    return x


def tracer(frame, event, arg):
    if frame.f_code in (traced.__code__, g.__code__):
        positions = list(frame.f_code.co_positions())
        print(event, frame.f_lineno - frame.f_code.co_firstlineno, line_of(frame) == frame.f_lineno,
              event in ('call', 'return') or positions[frame.f_lasti // 2][0] == frame.f_lineno)
    return tracer


sys.settrace(tracer)
traced(1)
list(g(1))
x = g(1)
next(x)
x.close()
sys.settrace(None)
for f in traced, g:
    spans = list(f.__code__.co_lines())
    print(spans[0][0], all(a[1] == b[0] for a, b in zip(spans, spans[1:])), len(f.__code__.co_code) >= spans[-1][1],
          len(list(f.__code__.co_positions())) * 2 == spans[-1][1])
print(list(compile('x = 1', 'f', 'exec').co_lines())[0][2], next(compile('x = 1', 'f', 'exec').co_positions()))

x = g(1); f = x.gi_frame
print(f.f_locals, x.close(), f.f_locals, x.gi_frame)
x = g(1); next(x); f = x.gi_frame
print(f.f_locals, x.close(), x.close(), x.gi_frame, x.gi_running, x.gi_suspended, list(x))


def closing():
    try:
        yield 5
    finally:
        print('closing')


def delegating():
    yield from closing()


for make in closing, delegating:
    x = make(); next(x); x.close()
    print(x.gi_frame)


def jump(f, first, target):
    """Run f; at its line first go to target instead."""
    done = []

    def trace(frame, event, arg):
        if frame.f_code is f.__code__ and event == 'line' and not done and frame.f_lineno == f.__code__.co_firstlineno + first:
            done.append(1)
            frame.f_lineno = f.__code__.co_firstlineno + target
        return trace

    sys.settrace(trace)
    try:
        r = f()
        if hasattr(r, 'send'):
            r.send(None)
    except (ValueError, StopIteration, ZeroDivisionError) as e:
        print(f.__name__, type(e).__name__, e)
    finally:
        sys.settrace(None)


class Numbers:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


async def async_for():
    a = 1
    async for i in Numbers():
        print('never')
    print('after')


def unreachable():
    try:
        a = 1
    finally:
        print('one')
        return
    print('never')


def between():
    print(1)
    with Noop():
        print('not this')
    with ExitFails():
        print('this')


jump(async_for, 1, 3)
jump(async_for, 1, 4)
jump(unreachable, 4, 6)
jump(between, 3, 5)
