# inspect: signatures, members, sources, frames, predicates.
import inspect, functools
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
def f(a, b: int = 2, /, c=3, *args: str, d, e: "x" = None, **kw) -> bool:
    "Doc line.\n\n    indented"
    return True
s = inspect.signature(f)
print(s, list(s.parameters), s.return_annotation, [(p.name, p.kind.name, p.default is p.empty, p.annotation is p.empty) for p in s.parameters.values()])
b = s.bind(1, d=4, z=5); print(b.args, b.kwargs, b.arguments); b.apply_defaults(); print(b.arguments, b)
attempt(lambda: s.bind()); attempt(lambda: s.bind(1, 2, 3)); attempt(lambda: s.bind(a=1, d=2)); print(s.bind_partial(1).arguments, s.replace(return_annotation=int), s == inspect.signature(f), s.parameters["b"], repr(s.parameters["args"]))
class C:
    attr = 1
    def __init__(self, x, *, y=1): pass
    def m(self, q): "m doc"
    @classmethod
    def c(cls, w): pass
    @staticmethod
    def s(z): pass
    @property
    def p(self): return 1
    async def co(self): pass
    def g(self): yield
    async def ag(self): yield
    def __call__(self, called): pass
print(inspect.signature(C), inspect.signature(C.m), inspect.signature(C(1).m), inspect.signature(C.c), inspect.signature(C.s), inspect.signature(C(1)), inspect.signature(functools.partial(f, 1, d=2)), inspect.signature(lambda *a, **k: 0), inspect.signature(len), inspect.signature(str.split), inspect.signature(int.from_bytes) if 0 else "")
attempt(lambda: inspect.signature(5)); attempt(lambda: inspect.signature(type))
@functools.wraps(f)
def w(*a): pass
print(inspect.signature(w), inspect.signature(w, follow_wrapped=False), inspect.unwrap(w) is f, inspect.getfullargspec(f))
print(inspect.isfunction(f), inspect.ismethod(C(1).m), inspect.isclass(C), inspect.isgeneratorfunction(C.g), inspect.iscoroutinefunction(C.co), inspect.isasyncgenfunction(C.ag), inspect.isbuiltin(len), inspect.isroutine(str.join), inspect.ismethoddescriptor(str.join), inspect.isdatadescriptor(C.p), inspect.ismodule(inspect), inspect.iscode(f.__code__), inspect.isabstract(C), inspect.isgenerator(C(1).g()), inspect.isframe(inspect.currentframe()), inspect.istraceback(None), inspect.isawaitable(5))
print([n for n, _ in inspect.getmembers(C) if not n.startswith("__")], [n for n, v in inspect.getmembers(C, inspect.isfunction) if not n.startswith("__")], [(a.name, a.kind) for a in inspect.classify_class_attrs(C) if not a.name.startswith("__")])
print(inspect.getdoc(f), inspect.getdoc(C.m), inspect.cleandoc("  a\n    b\n  c"), inspect.getmodule(f).__name__, inspect.getsourcefile(f).rpartition("/")[2], inspect.getsourcelines(C.m), inspect.getsource(f).count("\n"), inspect.getcomments(f), inspect.getmro(C)[-1])
def outer():
    x = 1
    def inner():
        return x, missing_global, len
    return inner
cv = inspect.getclosurevars(outer()); print(cv.nonlocals, cv.globals, sorted(cv.builtins), cv.unbound)
def fr(): return inspect.currentframe().f_back.f_code.co_name, [i.function for i in inspect.stack()][:2], inspect.getframeinfo(inspect.currentframe()).lineno > 0, inspect.getargvalues(inspect.currentframe()).args
def caller(): return fr()
print(caller())
def glocals():
    y = 5
    yield y
g = glocals(); next(g); print(inspect.getgeneratorlocals(g), inspect.getgeneratorstate(g))
async def cor(): pass
c = cor(); print(inspect.getcoroutinestate(c)); c.close(); print(inspect.getcoroutinestate(c))
print(inspect.getattr_static(C, "p").__class__.__name__, inspect.getattr_static(5, "zz", "dflt"), inspect.indentsize("    x"), inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY, default=5), inspect.Signature([inspect.Parameter("q", inspect.Parameter.POSITIONAL_ONLY)]))
attempt(lambda: inspect.Parameter("1", inspect.Parameter.KEYWORD_ONLY)); attempt(lambda: inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)])); attempt(lambda: inspect.getsource(len)); attempt(lambda: inspect.getsource(5)); attempt(lambda: inspect.getcallargs(f, 1))
print(inspect.getcallargs(f, 1, 2, 3, 4, d=5, z=6), inspect.get_annotations(f), inspect.get_annotations(lambda: 1), inspect.formatannotation(int), f.__code__.co_flags & inspect.CO_VARARGS != 0, inspect.CO_GENERATOR)
code = f.__code__; print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals, code.co_varnames, code.co_names, code.co_consts[0], code.co_firstlineno, code.co_freevars, code.co_flags, code.replace(co_name="zz").co_name, code == f.__code__)
