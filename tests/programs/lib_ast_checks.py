# compile() of trees that a program has made: contexts, positions and lists are checked
import ast
P=dict(lineno=1,col_offset=0,end_lineno=1,end_col_offset=1)
def fix(n): return ast.fix_missing_locations(n)
def mod(*s): return fix(ast.Module(list(s),[]))
def ex(e): return fix(ast.Expression(e))
N=lambda i="a",c=ast.Load(): ast.Name(i,c)
S=ast.Store
C=ast.Constant
def args(**given):
 for part in ast.arguments._fields: given.setdefault(part, None if part.endswith("arg") else [])
 return ast.arguments(**given)
tests=dict(
 store=lambda: ex(N("a",S())), none=lambda: ex(N("None")), boolop=lambda: ex(ast.BoolOp(ast.And(),[N()])),
 cmp0=lambda: ex(ast.Compare(N(),[],[])), cmp1=lambda: ex(ast.Compare(N(),[ast.Lt()],[N(),N()])),
 dict_=lambda: ex(ast.Dict([N()],[])), comp=lambda: ex(ast.ListComp(N(),[])), comp2=lambda: ex(ast.ListComp(N(),[ast.comprehension(N(),N(),[],0)])),
 fn=lambda: mod(ast.FunctionDef("f",args(),[],[])), afn=lambda: mod(ast.AsyncFunctionDef("f",args(),[],[])),
 fnd=lambda: mod(ast.FunctionDef("f",args(defaults=[C(1)]),[ast.Pass()],[])), fnk=lambda: mod(ast.FunctionDef("f",args(kwonlyargs=[ast.arg("x")]),[ast.Pass()],[])),
 cls=lambda: mod(ast.ClassDef("f",[],[],[],[])), dele=lambda: mod(ast.Delete([])), dele2=lambda: mod(ast.Delete([N()])), asg=lambda: mod(ast.Assign([],N())), asg2=lambda: mod(ast.Assign([N()],N())), asg3=lambda: mod(ast.Assign([C(1)],N())),
 aug=lambda: mod(ast.AugAssign(N(),ast.Add(),N())), ann=lambda: mod(ast.AnnAssign(ast.Attribute(N(),"x",S()),N(),None,1)),
 for_=lambda: mod(ast.For(N("a",S()),N(),[],[])), wh=lambda: mod(ast.While(N(),[],[])), if_=lambda: mod(ast.If(N(),[],[])), with_=lambda: mod(ast.With([],[ast.Pass()])), with2=lambda: mod(ast.With([ast.withitem(N())],[])),
 match=lambda: mod(ast.Match(N(),[])), raise_=lambda: mod(ast.Raise(None,N())), try_=lambda: mod(ast.Try([ast.Pass()],[],[],[])), try2=lambda: mod(ast.Try([],[],[],[])), try3=lambda: mod(ast.Try([ast.Pass()],[],[ast.Pass()],[ast.Pass()])), try4=lambda: mod(ast.Try([ast.Pass()],[ast.ExceptHandler(None,None,[])],[],[])), trys=lambda: mod(ast.TryStar([ast.Pass()],[],[],[])),
 imp=lambda: mod(ast.Import([])), impf=lambda: mod(ast.ImportFrom("a",[],0)), impn=lambda: mod(ast.ImportFrom("a",[ast.alias("b")],-1)), glob=lambda: mod(ast.Global([])), nonl=lambda: mod(ast.Nonlocal([])),
 named=lambda: ex(ast.NamedExpr(C(1),N())), named2=lambda: ex(ast.NamedExpr(N(),N())), star=lambda: ex(ast.Starred(N(),S())), const=lambda: ex(C([1])), const2=lambda: ex(C(N())),
 line=lambda: ast.Expression(ast.Name("a",ast.Load(),lineno=5,col_offset=0,end_lineno=3,end_col_offset=1)), line2=lambda: ast.Expression(ast.Name("a",ast.Load(),lineno=5,col_offset=10,end_lineno=5,end_col_offset=1)), line3=lambda: ast.Expression(ast.Name("a",ast.Load(),lineno=-5,col_offset=0,end_lineno=5,end_col_offset=1)), line4=lambda: ast.Expression(ast.Name("a",ast.Load(),lineno=5,col_offset=-2,end_lineno=5,end_col_offset=1)),
 nolin=lambda: ast.Expression(ast.Name("a",ast.Load())), linx=lambda: ast.Expression(ast.Name("a",ast.Load(),lineno="x",col_offset=0)), linn=lambda: ast.Expression(ast.Name("a",ast.Load(),lineno=None,col_offset=0)),
 notstmt=lambda: ast.Module([5],[]), notexpr=lambda: ast.Expression(5), nonestmt=lambda: ast.Module([None],[]), missing=lambda: ast.Expression(ast.Name(ctx=ast.Load(),**P)), badop=lambda: ast.Expression(ast.BinOp(N(),5,N(),**P)),
 ident=lambda: ex(N(5)), lst=lambda: ast.Module(5,[]), sub=lambda: ex(ast.Subscript(N(),N("b",S()),ast.Load())), lam=lambda: ex(ast.Lambda(args(defaults=[N()]),N())),
)
pt=dict(val=ast.MatchValue(N()), val2=ast.MatchValue(C(None)), val3=ast.MatchValue(ast.UnaryOp(ast.UAdd(),C(1))), val4=ast.MatchValue(ast.BinOp(C(1),ast.Add(),C(1))), val5=ast.MatchValue(ast.BinOp(C(1),ast.Sub(),C(1j))), sing=ast.MatchSingleton(5), map_=ast.MatchMapping([C(1)],[],None), map2=ast.MatchMapping([C(None)],[ast.MatchAs()],"_"), map3=ast.MatchMapping([N()],[ast.MatchAs()],None), cls=ast.MatchClass(C(1),[],[],[]), cls2=ast.MatchClass(N(),[],["a"],[]), star=ast.MatchStar("x"), as_=ast.MatchAs(ast.MatchAs(),None), as2=ast.MatchAs(None,"_"), or_=ast.MatchOr([ast.MatchAs()]), seq=ast.MatchSequence([ast.MatchStar("_")]), seq2=ast.MatchSequence([ast.MatchStar("True")]), attr=ast.MatchValue(ast.Attribute(ast.Call(N(),[],[]),"x",ast.Load())), neg=ast.MatchValue(ast.UnaryOp(ast.USub(),C("a"))))
for k,p in pt.items(): tests["pat_"+k]=lambda p=p: mod(ast.Match(N(),[ast.match_case(p,None,[ast.Pass()])]))
for k,f in tests.items():
    try:
        t=f(); c=compile(t,"f","eval" if isinstance(t,ast.Expression) else "exec"); print(k,"ok")
    except Exception as e: print(k,type(e).__name__,e)
