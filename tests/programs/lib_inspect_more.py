# inspect: signatures, members, sources of functions
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import inspect
def f(a, b: int = 2, /, c="x", *args: str, d, e=5, **kw) -> bool: "doc"
s = inspect.signature(f); print(s, list(s.parameters), s.return_annotation, [(p.name, p.kind.name, p.default is p.empty) for p in s.parameters.values()]); b = s.bind(1, 2, 3, 4, d=5, z=6); print(b.arguments, b.args, b.kwargs); b.apply_defaults(); print(b); print(s.replace(return_annotation=int), inspect.signature(lambda x, *, y: 0), inspect.getdoc(f), f.__kwdefaults__, f.__defaults__)
class C:
    "class doc"
    x = 1
    def m(self, q): "m doc"
    @classmethod
    def c(cls, r): pass
    @staticmethod
    def s(t): pass
    @property
    def p(self): return 1
    def __init__(self, a, b=1): pass
class D(C):
    def m(self, q): pass
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.c), inspect.signature(C.s), [n for n, _ in inspect.getmembers(C) if not n.startswith("_")], inspect.isclass(C), inspect.isfunction(C.m), inspect.ismethod(C(1).m), inspect.isbuiltin(len), inspect.ismodule(inspect), inspect.getmro(D), inspect.getdoc(D.m), inspect.classify_class_attrs(D)[-1].kind, inspect.isdatadescriptor(C.p), inspect.isroutine(len), inspect.isabstract(C), inspect.iscode(f.__code__), inspect.getattr_static(C, "p").fget.__name__, inspect.unwrap(f) is f, inspect.cleandoc("  a\n    b\n  c"), inspect.isgeneratorfunction(f), inspect.iscoroutinefunction(f), inspect.getfullargspec(f), inspect.getmodulename("/a/b.py"))
for g in (lambda: s.bind(1), lambda: s.bind(), lambda: s.bind(1, 2, 3, zz=4), lambda: s.bind(1, d=1, a=2), lambda: inspect.signature(5), lambda: inspect.Parameter("1", inspect.Parameter.POSITIONAL_ONLY), lambda: inspect.Parameter("a", 9), lambda: inspect.Signature([inspect.Parameter("a", 4), inspect.Parameter("b", 1)]), lambda: inspect.getsource(len), lambda: inspect.getfile(int), lambda: inspect.signature(int.__add__), lambda: inspect.signature(len), lambda: inspect.signature(print), lambda: inspect.signature(sorted), lambda: inspect.signature("a".split), lambda: inspect.signature(dict.get), lambda: inspect.getsource(f).strip(), lambda: inspect.getsourcelines(C.c)[1]): attempt(g)
def outer():
    v = 1
    def inner(): return v, len
    return inspect.getclosurevars(inner).nonlocals, inspect.currentframe().f_code.co_name, inspect.stack()[0].function, inspect.getargvalues(inspect.currentframe()).args
print(outer()); import functools; print(inspect.signature(functools.partial(f, 1, d=3)), inspect.signature(functools.wraps(f)(lambda *a: 0)), inspect.Signature.from_callable(C.m), inspect.formatannotation(list[int]), inspect.formatannotation(int))
