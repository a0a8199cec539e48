# ast.parse(feature_version=…): the first version that has each piece of syntax, and where the error for older ones points.
import ast
samples = [
 'x: int = 1', '(x): int', 'a.b: int = 2', 'a @ b', 'a @= b', 'async def f(): pass', 'async def f():\n  async for x in y: pass', 'async def f():\n  async with y: pass',
 'async def f():\n  async with (y, z): pass', 'async def f():\n  await x', 'async def f():\n  return [x async for x in y]', 'def f(a, /): pass', 'def f(a=1, /, b=2): pass', 'lambda a, /: 1', 'lambda a=1, /: 1',
 'with (a as b, c as d): pass', 'with (a): pass', 'with (a, b): pass', 'try: pass\nexcept* E: pass', 'match x:\n  case 1: pass', '(x := 1)', 'f(x := 1)', 'if x := 1: pass', '[x := 1]', 'a[x := 1]', '{(x := 1)}', '{x := 1}',
 'type X = int', 'type X[T] = int', 'def f[T](): pass', 'class A[T]: pass', 'def f[T = int](): pass', 'class A[*Ts = *x]: pass', 'class A[**P = int]: pass', '1_000', '0x_f', '1_0.0', '1_0j', 'f"{x}"', "f'{x!r:{y}}'", "f'{'a'}'",
 'del (a)', 'def f(*, a): pass', 'a[*b]', 'for x in *a, b: pass', 'return *a, b', 'def f(*args: *Ts): pass', '@a[0].b\ndef f(): pass', '@(a)\ndef f(): pass', 'while True:\n  try: pass\n  finally: continue',
 'match x:\n  case 1: pass', 'print(a, end=1)', 'await x', '{**a}', '[*a]', 'f(**a, **b)', 'f(*a, *b)', 'x = yield', 'nonlocal x', 'async = 1', 'await = 1', 'async def f():\n  async with a: pass\n  x @ y', 'match = 1', 'match x', 'with a as b, c as d: pass', 'import a.b', '0o17', 'b"a"', 'def f(a, *, b:int=1)->int: pass']
for s in samples:
    out = []
    for v in range(3, 14):
        try: ast.parse(s, feature_version=(3, v)); out.append('.')
        except SyntaxError as e: out.append((e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset))
        except ValueError as e: out.append(str(e))
    line = []
    for o in out:
        if not line or line[-1] != o: line.append(o)
    print(repr(s), line)
