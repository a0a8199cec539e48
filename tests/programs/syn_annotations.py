# What may not stand in annotations, with and without `from __future__ import annotations`, and the flags of futures.
import sys
def t(src, fut):
    try:
        compile(("from __future__ import annotations\n" if fut else "") + src, 'f', 'exec'); print('ok', fut, repr(src))
    except SyntaxError as e: print(fut, repr(src), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
for src in ("x: (yield)", "x.y: (yield a)", "x[y]: (yield from x)", "x: (await y)", "x: (z := 1)", "def f(a: (yield)): pass", "def f() -> (yield): pass", "def f(*a: (z := 1)): pass",
   "class A:\n x: (yield)", "async def f():\n x: (await y)", "def f():\n x: (yield)", "def f():\n x.y: (yield)", "def f():\n x: [i for i in (yield)]", "x: (lambda: (yield))", "x: [y async for y in z]", "def f():\n  x: lambda: (yield)",
   "def f():\n  a: 1\n  nonlocal a", "async def f(a: (await x)): pass", "async def f(a: [y async for y in z]): pass"):
    for fut in (False, True): t(src, fut)
for src in 'from __future__ import barry_as_FLUFL', 'from __future__ import annotations, division', 'x = 1':
    co = compile(src + '\ndef f(): pass\nprint(f.__code__.co_flags & 0x1FF0000)', 'f', 'exec')
    print(co.co_flags)
    exec(co)
print(compile('1', 'f', 'eval', flags=0x20000).co_flags)
ns = {}
exec('from __future__ import annotations\nx: 1j\ny: 1e309j + 2.5j + 1e16j', ns)
print(ns['__annotations__'])
def f():
    try:
        exec('def f():\n  global x\n  nonlocal x')
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
f()
