# Namespaces of a program's own for exec(): what is read through __getitem__, and built-ins that are no dictionary.
class G(dict):
    def __getitem__(self, k):
        print("get", k); return dict.__getitem__(self, k)
    def __setitem__(self, k, v):
        print("set", k); return dict.__setitem__(self, k, v)
    def __delitem__(self, k):
        print("del", k); return dict.__delitem__(self, k)
    def get(self, k, d=None):
        print("GET", k); return dict.get(self,k,d)
g = G(x=1)
src = '''
x
y = 2
def f():
    global w
    w = x
    print(x, y)
    del w
f()
print(y)
del y
class A: pass
import sys
try: nope
except NameError as e: print(e)
'''
exec(src, g)
print('---- builtins')
import builtins
b = G(builtins.__dict__)
exec('''
print(len("abc"))
def f(): return len("abcd")
print(f())
try: nope
except NameError as e: print(e)
class A: pass
import sys
''', {'__builtins__': b})
class M:
    def __getitem__(self, k):
        print("Mget", k)
        return getattr(builtins, k)
try:
  exec('''
print(len("abc"))
def f(): return len("abcd")
print(f())
try: nope
except NameError as e: print(e)
except AttributeError as e: print(e)
class A: pass
import sys
print(type(f.__builtins__))
''', {'__builtins__': M()})
except BaseException as e: print(type(e), e)
for b in (123, M(), [], "", None):
  try: exec("", {'__builtins__': b}); print('ok')
  except BaseException as e: print(type(e), e)
  try: exec("x", {'__builtins__': b}); print('ok')
  except BaseException as e: print(type(e), e)

print('---- what reductions of iterators find')
only = M()
ns = {'__builtins__': {'iter': iter}, 'x': iter([1, 2])}
print(eval('x.__reduce__()', ns) == (iter, ([1, 2],), 0))
try:
    eval('x.__reduce__()', {'__builtins__': {}, 'x': iter([1, 2])})
except AttributeError as e:
    print(e)


class Name:
    """A key that equals a name, and moves an iterator when it is compared."""
    def __init__(self, name, it):
        self.name, self.it = name, it

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        list(self.it)
        return other == self.name


for make in (lambda: iter([1, 2]), lambda: iter((1, 2)), lambda: iter('ab'), lambda: iter(b'ab'), lambda: iter(bytearray(2)),
             lambda: iter(int, 0), lambda: iter(range(3)), lambda: iter(tuple[int]), lambda: reversed([1, 2])):
    it = make()
    name = 'reversed' if 'reverse' in type(it).__name__ else 'iter'
    own = dict(builtins.__dict__)
    del own[name]
    own[Name(name, it)] = getattr(builtins, name)
    r = eval('it.__reduce__()', {'__builtins__': own, 'it': it})
    print(type(it).__name__, r[0].__name__, r[1:])
it = reversed([1])
list(it)
print(it.__reduce__())
print('---- names that are found by comparing')
class Key:
    def __hash__(self):
        return hash('name')
    def __eq__(self, other):
        return other == 'name'
print(eval('name', {Key(): 'from globals'}))
print(eval('name', {}, {Key(): 'from locals'}))
print(eval('name', {'__builtins__': {Key(): 'from builtins'}}))
class WithKey:
    pass
w = WithKey()
w.__dict__[Key()] = 'from the instance'
print(w.name, getattr(w, 'name'), hasattr(w, 'other'))

print('---- closures')
from types import CellType
def make():
    a, b = 1, 2
    def f():
        nonlocal a
        a += b
    return f
f = make()
cells = CellType(40), CellType(2)
exec(f.__code__, closure=cells)
print(cells[0].cell_contents)
for given in (), None, list(cells), (cells[0],), (cells[0], 2), cells + cells:
    try:
        exec(f.__code__, closure=given)
    except TypeError as e:
        print(e)
for code, given in ('1', cells), (compile('1', '', 'exec'), cells), (compile('1', '', 'exec'), ()), ('1', None):
    try:
        exec(code, closure=given)
        print('ran')
    except TypeError as e:
        print(e)
try:
    eval(f.__code__)
except TypeError as e:
    print(e)
