# The sizes that __basicsize__, __itemsize__, __sizeof__ and sys.getsizeof() tell: those of CPython on 64 bits.
import sys
class MyInt(int): pass
class MyInt2(int): __slots__=()
for t in (int, MyInt, MyInt2, bool):
    print(t, t.__basicsize__, t.__itemsize__, t(1).__sizeof__(), t(0).__sizeof__(), sys.getsizeof(t(1)))
for v in (0, 1, -1, 2**30-1, 2**30, 2**60-1, 2**60, 2**90, 2**1000): print(v.__sizeof__(), sys.getsizeof(v), MyInt(v).__sizeof__())
print(sys.int_info)
class O: pass
class S: __slots__=('a','b')
class T(tuple): pass
class D(dict): pass
class L(list): pass
for x in (O(), S(), T(), T((1,2)), D(), L(), (), (1,), [], [1], {}, {1:2}, set(), '', 'a', 'ab', b'', b'ab', 1.0, 1j, None, object(), type, O, lambda: 0, iter([]), range(3), slice(1)):
    print(type(x).__name__, type(x).__basicsize__, type(x).__itemsize__, x.__sizeof__() if not isinstance(x, type) else '', sys.getsizeof(x) if not isinstance(x, type) else '')
class E(Exception): pass
class W: __slots__ = ('__weakref__',)
class SD: __slots__ = ('__dict__', 'x')
class B(bytes): pass
class M(type): pass
for x in (E(), ValueError(), W(), SD(), B(b'ab'), set(range(4)), set(range(30)), frozenset(), {'a':1}, {i:i for i in range(6)}, {str(i):i for i in range(11)}, {i:i for i in range(100)}, {i:i for i in range(1000)}, True, range(2**70), memoryview(b'a'), property(), map(int, ()), zip(), enumerate([]), [].append, str.join, type.__dict__['__doc__'], E.__init__, super(int), classmethod(int), OSError(), StopIteration(), SyntaxError(), KeyError('a'), NotImplemented, ...):
    print(type(x).__name__, type(x).__basicsize__, type(x).__itemsize__, x.__sizeof__() if type(x).__name__ != 'memoryview' else '', sys.getsizeof(x) if type(x).__name__ != 'memoryview' else '')
