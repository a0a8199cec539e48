# Messages and positions of SyntaxError, IndentationError and TabError.
def show(src):
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, "|", e.msg, "|", e.lineno, e.offset, e.end_lineno, e.end_offset, "|", repr(e.text))
for s in """x = 
1 +
(1
[1, 2
{1: 2
)
(]
a b
a b c
if x
if x:
while True print(1)
for i in range(3)
for i range(3): pass
def f(
def f(:
def f()
class C
class C(:
else: pass
elif x: pass
try: pass
try:\\n pass\\nx
return 1
yield 1
await x
break
continue
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(**k, a): pass
def f(*a, *b): pass
def f(a, /, b, /): pass
def f(/, a): pass
def f(*a, /): pass
def f(1): pass
def f(a.b): pass
lambda a, a: 1
lambda *: 1
f(a=1, 2)
f(**a, *b)
f(**a, b)
f(a=1, a=2)
f(1=2)
f(a.b=2)
f(True=2)
f(x for x in y, 1)
f(a for a in b, c for c in d)
1 = x
f() = 1
a + 1 = 2
(a, 1) = 2
[a, f()] = 2
None = 1
True = 1
... = 1
__debug__ = 1
'a' = 1
f'{x}' = 1
{} = 1
lambda: 1 = 2
a if b else c = 1
a < b = 1
-a = 1
x += 1 = 2
(x) += 1
[x] += 1
(a, b) += 1
f() += 1
a := 1
(a.b := 1)
(a[0] := 1)
(1 := 2)
del f()
del 1
del a + b
del (a, b), [c]
del None
del *a
for 1 in x: pass
for f() in x: pass
for a, 1 in x: pass
for x in *a, b: pass
with a as 1: pass
with a as f(): pass
import a.b as c.d
from a import
from a import (b
from a import b,
from . import *
from a import *, b
import
import a as
from a import b as 1
*a
*a = 1
*a, *b = 1
print *a
print 1
print "x"
exec "x"
print(a b)
raise a, b
assert
assert (a, b)
global x, 
nonlocal x
def f():\\n x = 1\\n global x
def f():\\n print(x)\\n global x
def f(x):\\n global x
def f(x):\\n nonlocal x
def f():\\n nonlocal zz
class C:\\n nonlocal q
x = yield = 1
async def f(): yield from x
async x
def f(): await x
def f(): async with a: pass
def f(): async for a in b: pass
[x async for x in y]
def f(): [await x for x in y]
async def f():\\n return 1\\n yield 2
a not b
a is is b
a == == b
a <> b
a && b
a || b
!a
a ? b : c
a++
++a
a--b
a =+ 1
$x
x = ?
x = `a`
0777
1a
1__2
0xz
'abc
\"abc
'''abc
f'{'
f'{a'
f'{a b}'
b'é'
'\\\\N{foo}'
'\\\\x1'
'a' b'b'
x = \\\\ 1
x \\\\
  x = 1
if 1:\\nx
if 1:\\n  x\\n y
if 1:\\n  x\\n   y
if 1:\\n\\tx\\n        y
def f():\\n\\tx\\n  y
class C:
for x in y:\\n
while 1:\\nelse: pass
try:\\n x\\nexcept:\\n y\\nexcept A:\\n z
try:\\n x\\nexcept A, B:\\n y
try:\\n x\\nexcept* :\\n y
try:\\n x\\nexcept A:\\n y\\nexcept* B:\\n z
try:\\n x\\nexcept* A:\\n return
try:\\n x\\nfinally
with a, b
with (a, b: pass
match x:\\n case 1
match x:\\ncase 1: pass
match x:\\n case a: pass\\n case b: pass
match x:\\n case a.b(): pass\\n case {**a, **b}: pass
match x:\\n case {a: 1}: pass
match x:\\n case 1 + x: pass
match x:\\n case -x: pass
match x:\\n case a, a: pass
match x:\\n case (a | b): pass
match x:\\n case C(a=1, b): pass
match x:\\n pass
type X
type X = 
type 1 = 2
type X[T, T] = int
type X[T: (yield)] = 1
type X[*T: int] = 1
type X[T = int, U] = 1
def f[T](x: (y := 1)): pass
class C[T]((yield)): pass
def f() -> : pass
def f(a: ): pass
x: int: str
x: (yield)
(x, y): int
x, y: int
f(): int = 1
@
@f
@f\\nx = 1
@f(\\ndef g(): pass
from __future__ import nope
from __future__ import braces
x = 1\\nfrom __future__ import annotations
[x for x in range(3) if]
[for x in y]
[x for x in]
[x for 1 in y]
[x, y for x in y]
{x: y for x in y, 1}
{a: 1, b}
{a, b: 1}
{a: }
{**a for a in b}
[*a for a in b]
(*a for a in b)
{1: *a}
[x := 1 for y in z for x in w]
[y := 1 for y in z]
[(y := 1) for y in z]
class C: [(q := 1) for y in z]
[x for x in (y := z)]
a[1:2:3:4]
a[]
a[*b] = 1
a[**b]
a.1
a..b
a.
(a.)
(,)
(a,,b)
[,]
{,}
f(,)
f(a,,b)
{a b}
(a b)
[a b]
(a, b c)
f(a, b c)
f(a b=1)
f"{a b}"
x = (1, 2
x = [1, 2\\ny = 3
x = {1: 2\\ny = 3
foo(1, 2\\nbar()
if a = b: pass
if (a = b): pass
while a = b: pass
f(a = b = c)
a = 1 if b
a = if b
a = not
a = -
a = b or
a = lambda
a = b.c.
import a, 
pass pass
x = 5 y = 6
if x: pass else: pass
if x: if y: pass
for x in y: for z in w: pass
def f(): def g(): pass
class A: class B: pass
with open('a') as f, open('b') as g
print('a' 'b' c)
def f(x, (y, z)): pass
def None(): pass
class True: pass
import None
def f(None): pass
f(None=1)
x.None = 1
for None in x: pass
with a as None: pass
[None for None in x]
lambda None: 1
global None
except A: pass
finally: pass
case 1: pass
\\x0c x
x = 1;; y = 2
;
:
x: 
=
a @ = b
a ** = b
a != = b
0_
0b2
0o9
1e
1.2.3
1.e5.
1j2
''' '''a
é = 1
x = “quoted”
x = 1\u00a0+ 2
a→b
x\u200b = 1
""".replace("\\\\", "\0").strip("\n").split("\n"):
    show(s.replace("\\n", "\n").replace("\\t", "\t").replace("\\x0c", "\x0c").replace("\0", "\\"))
show("if 1:\n\tx = 1\n        y = 2\n")
show("x = 1\n\0y = 2")
show("a = 'line\nb")
show('"""never\nclosed\n')
show("def f():\n    '''doc\n  x\n")
show("\ufeffx = 1")
show("(" * 250)
show("x = " + "[" * 201)
show("def f():\n" + "  if 1:\n  " * 3)
show("\n" * 5 + "    indented = 1")
show("if 1:\n    a\n  b\n")
show("for a in b:\n    pass\n   else:\n    pass")
show("x = {\n 'a': 1,\n 'b': 2\n\ny = 5\n")
show("f(\n  a,\n  b\n  c\n)")
for mode, src in (("eval", "x = 1"), ("eval", ""), ("eval", "1; 2"), ("eval", "1\n2"), ("single", "x = 1\ny = 2"), ("single", ""), ("eval", "  1"), ("eval", "return"), ("exec", "  ")):
    try: compile(src, "<m>", mode); print(mode, repr(src), "ok")
    except SyntaxError as e: print(mode, repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
