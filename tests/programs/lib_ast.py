# ast: parse, dump, unparse, visitors, literal_eval, compile of trees.
import ast
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", str(e).partition(" at 0x")[0])
SRC = '''
@dec(1)
async def f(a, /, b: int = 2, *c, d=3, **e) -> str:
    """doc"""
    async with x as y, z: await w
    async for i in j: yield i
    return [k async for k in l if m]
class A[T: int](B, metaclass=C):
    x: int = 1; y = z = 2; w += 3
    def m(self): return super().m()
for i, (j, *k) in enumerate(l):
    if i < j <= k and not (a or b): continue
    elif x is not None: break
    else: pass
else: del a.b, c[0], d[1:2:3]
while (n := n - 1) > 0: print(n, *args, sep="", **kw)
try: raise E from F
except (G, H) as g: assert g, "msg"
except* I if 0 else J: ...
finally: global q
'''.replace("except* I if 0 else J: ...\n", "")
tree = ast.parse(SRC)
print(ast.dump(tree)); print(ast.dump(tree.body[0], include_attributes=True)[:600]); print(ast.unparse(tree)); print(ast.dump(ast.parse("x = 1"), indent=2))
for e in ("1 + 2 * 3 - -4 ** 2", "(1 + 2) * 3", "not a and b or c", "a if b else c", "lambda x, *y, z=1: x", "f'{a!r:>{w}} {{b}} {c=}'", "{1: 2, **d}", "{*a, 1}", "[x for y in z if w for v in u]", "(i for i in j)", "{k: v for k, v in m}", "a[1:2, ::3, ...]", "'it\\'s' \"q\"", "b'x'", "1j", "1e100", "a < b == c not in d", "await_", "(yield)", "x.y.z(1, *a, k=v, **w)", "(a, )", "()", "-(-1)", "(-1) ** 2", "2 ** -1", "~(not a)", "a @ b // c % d", "a << b & c | d ^ e", "(a := 5)", "[*a, *b]", "'\\n\\t\\x00é'", "None, True, ..."):
    t = ast.parse(e, mode="eval"); print(e, "|", ast.dump(t.body), "|", ast.unparse(t))
for s in ("match x:\n case [1, *_]: pass\n case {'a': b, **r} if c: pass\n case A(1, k=2) | None as q: pass", "with (a as b, c): pass", "try:\n a\nexcept* B as c:\n d", "type X[T, *U, **V] = int", "from . import a as b, c", "from ..x import *", "import a.b as c", "nonlocal_ = 1\nx: int", "def f[T](x): return", "if a:\n b\nelif c:\n d\nelse:\n e", "@d\nclass A: pass", "for x in y: pass\nelse: z", "global a, b", "return_", "async def f():\n async with a: pass"):
    t = ast.parse(s); print(ast.dump(t)); print(ast.unparse(t))
class V(ast.NodeVisitor):
    def __init__(self): self.names = []
    def visit_Name(self, n): self.names.append((n.id, type(n.ctx).__name__)); self.generic_visit(n)
v = V(); v.visit(tree); print(v.names)
class Tr(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 2), n) if isinstance(n.value, int) else n
    def visit_Pass(self, n): return None
t2 = ast.fix_missing_locations(Tr().visit(ast.parse("x = 1 + 20\nif x: pass; y = 3"))); ns = {}; exec(compile(t2, "<t>", "exec"), ns); print(ns["x"], ns["y"], ast.unparse(t2))
n = ast.Name(id="a", ctx=ast.Load()); print(n._fields, n._attributes, ast.dump(n), isinstance(n, ast.expr), type(ast.Name("x").ctx).__name__, ast.BinOp._fields, ast.Module([], []).body, repr(type(n)), ast.Constant(5).kind, issubclass(ast.Name, ast.AST))
for x in ("[1, 'a', (2.5, None), {3: b'x'}, {1, 2}, -5, 1+2j, True]", "x", "1 + 1", "f()", "[", "{1: [2]}", " 5", "set()", "-'a'"): attempt(lambda: ast.literal_eval(x))
attempt(lambda: compile(ast.Expression(ast.Name("q", ast.Store(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=1)), "f", "eval")); attempt(lambda: compile(ast.Module([ast.Expr(ast.Constant(1))], []), "f", "exec")); attempt(lambda: eval(compile(ast.parse("6 * 7", mode="eval"), "f", "eval"))); attempt(lambda: ast.parse("a b")); attempt(lambda: compile(ast.Module([5], []), "f", "exec")); attempt(lambda: ast.parse(b"x = 1").body[0].targets[0].id); attempt(lambda: ast.Name(1, 2, 3, 4, 5)); attempt(lambda: compile(ast.Expression(ast.Constant([])), "", "eval"))
e = ast.parse("foo(a,\n    b)").body[0].value; print(e.lineno, e.col_offset, e.end_lineno, e.end_col_offset, ast.get_source_segment("foo(a,\n    b)", e.args[1]), [type(c).__name__ for c in ast.walk(e)], [type(c).__name__ for c in ast.iter_child_nodes(e)], ast.get_docstring(tree.body[0]))
print(ast.dump(ast.parse("x = 1 # type: int\n", type_comments=True)), ast.dump(ast.parse("(int, str) -> bool", mode="func_type")), ast.dump(ast.parse("def f(): pass", feature_version=(3, 8))))
