# contextlib, io.StringIO and BytesIO, copy, abc, types, string and textwrap helpers, pprint, heap of small modules.
import contextlib, io, sys, abc, types, pprint, keyword, operator, numbers, reprlib, graphlib, bisect, colorsys
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
s = io.StringIO("line one\nline two\r\nlast"); print(s.readline(), list(s), s.tell(), s.seek(0), s.read(4), s.getvalue()[:4], s.readable(), s.seekable(), s.closed, s.newlines); s.seek(0, 2); print(s.write("é𝄞"), s.getvalue()[-3:]); s.truncate(4); print(s.getvalue(), s.readlines()); s.close(); attempt(lambda: s.read()); attempt(lambda: io.StringIO(5)); attempt(lambda: io.StringIO().write(b"x")); attempt(lambda: io.StringIO("a").seek(1, 1)); print(io.StringIO("a\r\nb", newline=None).read() == "a\nb", list(io.StringIO("a\nb")))
b = io.BytesIO(b"abcdef"); print(b.read(2), b.read1(1), b.peek(1) if hasattr(b, "peek") else "", b.seek(-2, 2), b.read(), b.getvalue(), b.getbuffer()[0], b.write(b"gh"), b.getvalue()); attempt(lambda: b.write("x")); attempt(lambda: b.seek(-1)); ba = bytearray(3); b.seek(0); print(b.readinto(ba), ba, list(io.BytesIO(b"a\nb\n")))
t = io.TextIOWrapper(io.BytesIO("é\nx".encode()), encoding="utf-8"); print(t.readline(), t.encoding, t.read()); w = io.TextIOWrapper(raw := io.BytesIO(), encoding="utf-16-le", newline="\r\n", write_through=True); w.write("a\nb"); w.flush(); print(raw.getvalue()); attempt(lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="ascii").read()); attempt(lambda: io.TextIOWrapper(io.BytesIO(), encoding="nope")); r = io.BufferedReader(io.BytesIO(b"0123456789"), 4); print(r.peek(2)[:2], r.read(3), r.read1(2), r.readline(), io.BufferedWriter(io.BytesIO()).write(b"abc"))
print("captured:", end=" ")
with contextlib.redirect_stdout(io.StringIO()) as out: print("hidden"); print("more")
print(repr(out.getvalue()))
@contextlib.contextmanager
def cm(tag, fail=False):
    print("enter", tag)
    try: yield tag
    except ValueError as e: print("swallowed", e)
    finally: print("exit", tag)
with cm("a") as a, cm("b"): raise ValueError(a)
@contextlib.contextmanager
def bad_twice(): yield 1; yield 2
@contextlib.contextmanager
def never(): return; yield
for c in (bad_twice, never):
    try:
        with c(): print("body")
    except RuntimeError as e: print(e)
class CD(contextlib.ContextDecorator):
    def __enter__(self): print("cd in"); return self
    def __exit__(self, *a): print("cd out")
@CD()
def deco(x): print("body", x); return x * 2
print(deco(4))
with contextlib.ExitStack() as st:
    st.push(lambda *a: print("pushed", a[0])); st.enter_context(cm("s")); st.callback(lambda x, k=0: print("cb", x, k), 1, k=2); moved = st.pop_all(); print("moved")
moved.close()
try:
    with contextlib.ExitStack() as st: st.callback(lambda: 1 / 0); raise KeyError("first")
except ZeroDivisionError as e: print(e, repr(e.__context__))
with contextlib.suppress(ZeroDivisionError): 1 / 0
with contextlib.chdir("/") if 0 else contextlib.nullcontext("n") as n: print(n)
class AB(abc.ABC):
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def c(cls): ...
    def concrete(self): return self.p
attempt(AB)
class Impl(AB): p = 5; c = 6
print(Impl().concrete(), AB.__abstractmethods__ == {"p", "c"}, abc.get_cache_token() >= 0)
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C): return True if hasattr(C, "quack") else NotImplemented
class Duck: quack = 1
print(issubclass(Duck, Hook), isinstance(Duck(), Hook), issubclass(int, Hook)); Hook.register(int); print(issubclass(int, Hook), isinstance(5, Hook))
pprint.pprint({"b": list(range(30)), "a": {"nested": ["x" * 30, "y" * 40, ("t",)], 1: None}}); pprint.pprint([1, [2, [3, [4]]]], depth=2); print(pprint.pformat({"k": "long text " * 12}, width=50), pprint.isreadable([1]), pprint.saferepr({2: 1, 1: 2}))
print(keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(keyword.kwlist), isinstance(5, numbers.Integral), isinstance(5.0, numbers.Real), isinstance(1j, numbers.Real), reprlib.repr(list(range(100))), reprlib.repr("x" * 100), list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0], colorsys.rgb_to_hsv(0.5, 0.5, 1.0))
class RR:
    @reprlib.recursive_repr()
    def __repr__(self): return f"<{self.me}>"
rr = RR(); rr.me = rr; print(rr)
ns = types.SimpleNamespace(x=1); ns.y = [ns]; print(ns, types.SimpleNamespace(**{"a": 1}) == types.SimpleNamespace(a=1)); mp = types.MappingProxyType({"a": 1}); print(mp["a"], mp | {"b": 2}, len(mp), list(mp)); attempt(lambda: mp.__setitem__("x", 1)); attempt(lambda: mp["q"]); attempt(lambda: types.MappingProxyType(5))
print(types.FunctionType, types.LambdaType is types.FunctionType, types.GeneratorType, types.NoneType, types.EllipsisType, types.MethodType, types.BuiltinFunctionType, types.ModuleType, types.CellType(5).cell_contents, types.CodeType, types.TracebackType, types.FrameType, types.GetSetDescriptorType, types.MemberDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.GenericAlias, types.UnionType)
C = types.new_class("C", (), {}, lambda ns: ns.update(x=1)); print(C.x, types.prepare_class("D")[0], types.new_class("E", (C,)).__mro__[1].__name__)
import json
print(json.dumps({"a": [1, 2.5, None, True, "é\"\n"], "b": {"c": ()}}), json.loads('{"a": [1, 2.5, null, "\\u00e9"]}'), json.dumps([1, {"k": 2}], indent=2), json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")), json.dumps("é", ensure_ascii=False)); attempt(lambda: json.loads("{bad}")); attempt(lambda: json.loads("")); attempt(lambda: json.dumps(object)); attempt(lambda: json.dumps({(1,): 2})); attempt(lambda: json.loads("[1,]")); print(json.loads("[1e5, -0, 0.1, 1E400, 123456789012345678901234567890]"), json.dumps(float("nan")), json.dumps({1: 2, None: 3, True: 4}))
