# Descriptors that fail where a special method is looked up, __flags__, weak references to classes derived from built-in types.
class E:
    @property
    def __eq__(self): raise AttributeError('x')
    @property
    def __lt__(self): raise ValueError('x')
    @property
    def __bool__(self): raise ValueError('b')
    @property
    def __len__(self): raise ValueError('l')
    @property
    def __hash__(self): raise AttributeError('h')
    @property
    def __add__(self): raise AttributeError('a')
    @property
    def __contains__(self): raise AttributeError('c')
    @property
    def __repr__(self): raise AttributeError('r')
    @property
    def __call__(self): raise AttributeError('call')
e = E()
for f in (lambda: E() == E(), lambda: e != e, lambda: e < e, lambda: bool(e), lambda: hash(e), lambda: e + 1, lambda: 1 in e,
          lambda: repr(e)[:5], lambda: e(), lambda: len(e)):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
class A: pass
class S: __slots__ = ()
class W: __slots__ = ('__weakref__',)
class D: __slots__ = ('__dict__',)
class I(int): pass
class T(tuple): pass
class E(Exception): pass
class L(list): __slots__=()
class M(type): pass
class SS(A): __slots__ = ('x',)
for c in (A, S, W, D, I, T, E, L, M, SS, int, str, list, dict, type, object, Exception, type(lambda: 0), type(None), tuple, float, property, set):
    f = c.__flags__
    print(c.__name__, [b for b in (2, 3, 4, 7, 8, 9, 10, 14, 24,25,26,27,28,29,30,31) if f >> b & 1])
import weakref
for b in (int, tuple, bytes, str, float, list, dict, frozenset):
    class C(b): pass
    try: weakref.ref(C()); print(b.__name__, 'ok', '__weakref__' in C.__dict__)
    except TypeError as e: print(b.__name__, e, '__weakref__' in C.__dict__)
    try:
        class D(b): __slots__ = ('__weakref__',)
        print('fine')
    except TypeError as e: print(e)
    try:
        class F(b, W): pass
        print('__weakref__' in F.__dict__)
    except (TypeError, NameError) as e: print(e)
    class W: pass
    try:
        class F(b, W): pass
        weakref.ref(F()); print('ok')
    except TypeError as e: print(e)
