# Built-in functions of attributes, types and calls: getattr, isinstance, vars, type, super, callable
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
class A:
    x = 1
    def m(self): return 2
class B(A):
    __slots__ = ("y",)
    @property
    def p(self): raise AttributeError("inner")
    @property
    def q(self): return 1
t("getattr(A, 'x')", "getattr(A(), 'z')", "getattr(A(), 'z', 5)", "getattr(A())", "getattr(A(), 1)", "getattr(A(), 'x', 1, 2)", "getattr(B(), 'p', 'default')", "getattr(B(), 'p')", "hasattr(B(), 'p')", "hasattr(A(), 'x')", "hasattr(A(), 1)", "hasattr(A())", "setattr(A(), 'z', 1)", "setattr(A(), 'z')", "setattr(A(), 1, 2)", "setattr(1, 'x', 2)", "setattr(int, 'x', 2)", "setattr(B(), 'q', 2)", "setattr(B(), 'y', 2)", "delattr(A(), 'x')", "delattr(B(), 'y')", "delattr(B(), 'q')", "delattr(int, 'real')", "delattr(A)", "vars(B)['__slots__']", "vars(5)", "vars(1, 2)", "sorted(vars(A()))", "dir(5)[:2]", "dir(1, 2)", "isinstance(1, int)", "isinstance(1, 'int')", "isinstance(1, (int, 'a'))", "isinstance(1, (str, (int,)))", "isinstance(1)", "isinstance(1, int | str)", "isinstance(1, list[int])", "issubclass(B, A)", "issubclass(1, A)", "issubclass(A, 1)", "issubclass(bool, (str, int))", "issubclass(int, int | None)", "type()", "type(1)", "type(1, 2)", "type('X', (), {}).__name__", "type('X', (int,), {'a': 1})(5) + 1", "type(1, (), {})", "type('X', 5, {})", "type('X', (), 5)", "type('X', (5,), {})", "type('X', (bool,), {})", "type('X', (int, str), {})", "type('X', (A, B), {})", "type('X\\0', (), {})", "callable(len), callable(5), callable(A), callable(A())", "callable()", "super()", "super(A)", "super(A, 5)", "super(5)", "super(A, B()).m()", "super(B, B()).x", "super(A, A()).m()", "object.__getattribute__(A(), 'x')", "A.__name__, A.__qualname__, A.__module__", "A.m(5)", "A.m()", "A().m(1)", "A.__dict__['x']", "A.__mro__", "B.mro()", "A.__subclasses__()", "A().__class__ is A", "A.__class__", "id(A) == id(A)", "property(5).fget", "property().fget", "staticmethod()", "staticmethod(5)", "classmethod(5).__func__", "classmethod()", "type(B.p).__name__", "B.p.fget(5)", "B().y", "B().z")
t("print(1, sep=5)", "print(1, end=5)", "print(1, foo=2)", "print(1, file=5)", "input(1, 2)", "open()", "open('/no/such/file')", "open('x', 'q')", "open('x', 'rw')", "open('x', 'rb', encoding='utf-8')", "open(5.5)", "open('a\\0b')", "exec()", "exec(5)", "eval()", "eval('1 +')", "eval('1', 5)", "eval('x', {'x': 7})", "eval('x', {}, {'x': 8})", "eval(b'1+1')", "eval('\\0')", "compile('1', 'f', 'bad')", "compile('1')", "compile(5, 'f', 'exec')", "eval(compile('1+1', 'f', 'eval'))", "exec('x=1', 5)", "globals(1)", "locals(1)", "__import__('no_such_module')", "__import__()", "__import__('')", "repr()", "repr(1, 2)", "ascii()", "format()", "format(1, 2)", "breakpoint and 1", "memoryview()", "memoryview('a')", "bytes('a')", "bytes(-1)", "bytes([256])", "bytes(['a'])", "bytes(1.5)", "bytes(3)", "bytes('é', 'latin-1')", "bytes(5, 'ascii')", "bytearray('a')", "frozenset(5)", "set(1, 2)", "dict(1)", "dict([1])", "dict(['abc'])", "dict([(1, 2, 3)])", "dict(a=1, **{'b': 2})", "dict([], [])", "list(1)", "tuple(1)", "object(5)", "hash()")
class Loop:
    def __getattr__(self, name): return getattr(self, "other_" + name) if len(name) < 30 else name
print(Loop().abc, hasattr(Loop(), "x"))
