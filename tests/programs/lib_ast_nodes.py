# Nodes of syntax trees: copies, pickles, their dictionaries and the types of their fields.
import ast, copy, pickle, warnings
warnings.simplefilter('always')
n = ast.parse('x = f(1, *a)[2:]; class_ = lambda: 1', 'f')
for proto in range(6): print(ast.dump(pickle.loads(pickle.dumps(n, proto))) == ast.dump(n), end=' ')
print(ast.dump(copy.deepcopy(n)) == ast.dump(n))
print(sorted(ast.Constant(1).__dict__), ast.AST().__dict__)
for c in (ast.FunctionDef, ast.arguments, ast.Constant, ast.Name, ast.withitem, ast.Load, ast.Module, ast.alias, ast.MatchSingleton):
    print(c.__name__, c._field_types, c.__annotations__ is c._field_types if '__annotations__' in vars(c) else '')
class Sub(ast.AST):
    _fields = ('a', 'b', 'c')
    _field_types = {'a': int | None, 'b': list[int]}
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    s = Sub(); print(s.__dict__, hasattr(s, 'a'))
    print([str(x.message) for x in w])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    f = ast.FunctionDef(); print(sorted(f.__dict__))
    print(ast.Name('x').ctx.__class__.__name__, [str(x.message) for x in w])
class Own(ast.AST):
    def __init__(self): pass
print(Own().__dict__)
class New(ast.Constant):
    def __new__(cls, *args): return ast.Constant.__new__(cls, *args)
print(ast.dump(New(5)))
