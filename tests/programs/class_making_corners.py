# What a class may do to its own making: mro() of a metaclass, __new__ restored, odd names in __slots__ and __slotnames__.
class B: pass
class M(type):
    def mro(cls):
        del M.mro
        return (B,)
try:
    class A(metaclass=M): pass
except TypeError as e: print(e)
class M(type):
    def mro(cls):
        return (B,)
try:
    class A(metaclass=M): pass
    print(A.__mro__, A.__dict__)
except TypeError as e: print(e)
class M(type):
    def mro(cls):
        return (cls,)
try:
    class A(metaclass=M): pass
    print(A.__mro__)
    A()
except TypeError as e: print(e)
class M(type):
    def mro(cls):
        return (cls, int)
try:
    class A(metaclass=M): pass
    print(A.__mro__)
except TypeError as e: print(e)
class M(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != 'X':
            try:
                class X(cls): pass
            except TypeError as e: print(e)
            try: print(cls())
            except TypeError as e: print(e)
            try: print(cls.foo)
            except AttributeError as e: print(e)
            try: print(super(cls, cls))
            except TypeError as e: print(e)
        return type.mro(cls)
class A(metaclass=M): pass
class A(object):
    def __new__(cls, *args, **kwargs):
        raise AssertionError
class B(A):
    __new__ = object.__new__
    def __init__(self, foo): self.foo = foo
try: B(3)
except TypeError as e: print(e)
del B.__new__
del A.__new__
try: print(B(3).foo)
except TypeError as e: print(e)
class P:
   def __new__(cls, *a): return object.__new__(cls)
del P.__new__
try: P(1)
except TypeError as e: print(e)
class P:
   def __new__(cls, *a): return object.__new__(cls)
   def __init__(self, *a): pass
del P.__new__
try: P(1); print('okay')
except TypeError as e: print(e)
class Q:
   def __init__(self, *a): pass
Q.__new__ = object.__new__
try: Q(1); print('okay')
except TypeError as e: print(e)
del Q.__new__
try: Q(1); print('okay')
except TypeError as e: print(e)
try: object.__new__(Q, 1); print('okay')
except TypeError as e: print(e)
class A:
    __slotnames__ = ['spam', 'y']
    def __getattr__(self, attr):
        if attr == 'spam':
            return 42
        raise AttributeError(attr)
print(A().__reduce_ex__(2)[2])
class A:
    __slotnames__ = [1]
try: print(A().__reduce_ex__(2)[2])
except TypeError as e: print(e)
class C1:
    def __init__(self): self.b=42
try:
    class C3:
        __classcell__ = 42
        __slots__ = ["__classcell__"]
except TypeError as e: print(e)
class C2(C1):
    __slots__ = ["__classcell__", "__qualname__"]
    def __init__(self): super().__init__()
print(C2.__dict__['__classcell__'], C2.__qualname__, C2.__dict__['__qualname__'], C2().b)

for name in 'A\0B', 'A\udcdcB':
    try:
        type(name, (), {})
    except ValueError as e:
        print(type(e).__name__, e)
try:
    type('A', (), {'__doc__': 'x\udcdcy'})
except ValueError as e:
    print(type(e).__name__, e)
class Module(type(__builtins__)):
    __dict__ = 8
try:
    dir(Module('m'))
except TypeError as e:
    print(e)
class M(type):
    def mro(cls):
        return ()
try:
    class E(metaclass=M): pass
except TypeError as e:
    print(e)
class Evil:
    def __hash__(self):
        return hash('attr')
    def __eq__(self, other):
        if 'attr' in Holder.__dict__:
            del Holder.attr
        return False
class Descr:
    def __get__(self, obj, cls=None):
        return 1
class Holder:
    attr = Descr()
h = Holder()
h.__dict__[Evil()] = 0
print(h.attr, hasattr(h, 'attr'))
array = bytearray(b',')
def items():
    array.clear()
    yield b'A'
try:
    array.join(items())
except BufferError as e:
    print(e)
print(array.join([b'A', b'B']))
