# Context variables: values, tokens, contexts, errors.
import contextvars as c
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
v=c.ContextVar('v'); d=c.ContextVar('d',default=5)
import re
def r(x): return re.sub('0x[0-9a-f]+','0x',repr(x))
t(lambda:r(v)); t(lambda:r(d))
for f in [lambda:c.ContextVar(),lambda:c.ContextVar(1),lambda:c.ContextVar('a',1),lambda:c.ContextVar('a',default=1,x=2),lambda:c.ContextVar(name='q').name,lambda:v.get(1,2),lambda:v.set(),lambda:v.reset(5),lambda:c.Token(),lambda:c.Context(1),lambda:c.Context().run(),lambda:hash(c.Context()),lambda:c.Context()['a'],lambda:'a' in c.Context(),lambda:c.Context().get('a'),lambda:c.ContextVar[int],lambda:c.Token[int],lambda:c.Context()==c.Context(),lambda:c.Context()==5,lambda:c.Context()<c.Context(),lambda:c.Token.MISSING,lambda:len(c.Context()),lambda:c.copy_context(1),lambda:d.get(),lambda:d.get(7),lambda:v.get(8),lambda:type('X',(c.Context,),{}),lambda:type('X',(c.ContextVar,),{}),lambda:c.Token.__doc__,lambda:repr(c.Context())[:9],lambda:c.Context().run(5),lambda:type(c.Token.MISSING),lambda:hash(c.ContextVar('z'))!=0, lambda: setattr(v,'name',1), lambda:setattr(v,'foo',1)]: t(f)
try: v.get()
except LookupError as e: print(r(e.args[0]))
tok=v.set(1); print(r(tok), tok.var is v, tok.old_value is c.Token.MISSING); tok2=v.set(2); print(tok2.old_value, v.get()); v.reset(tok2); print(v.get()); print(r(tok2))
try: v.reset(tok2)
except RuntimeError as e: print(re.sub('0x[0-9a-f]+','0x',str(e)))
try: d.reset(tok)
except ValueError as e: print(re.sub('0x[0-9a-f]+','0x',str(e)))
ctx=c.copy_context(); print(len(ctx), ctx[v], v in ctx, d in ctx, ctx.get(d), ctx.get(d,'x'), list(ctx)==[v], list(ctx.items())==[(v,1)], list(ctx.values()), list(ctx.keys())==[v])
def f(a,*,k=0): v.set(10); d.set(20); return v.get(),d.get(),a,k
print(ctx.run(f,1,k=2), v.get(), d.get(), ctx[v], ctx[d], len(ctx))
def g():
    try: ctx.run(f,1)
    except RuntimeError as e: return re.sub('0x[0-9a-f]+','0x',str(e))
print(ctx.run(g))
try: c.Context().run(lambda: v.reset(tok))
except ValueError as e: print(re.sub('0x[0-9a-f]+','0x',str(e)))
c2=ctx.copy(); print(c2==ctx, c2 is ctx, type(c2).__name__); c2.run(v.set,99); print(ctx[v], c2[v], c2==ctx)
try: ctx[c.ContextVar('no')]
except KeyError as e: print(r(e.args[0]))
import threading
res=[]; th=threading.Thread(target=lambda: res.append((v.get('none'),d.get()))); th.start(); th.join(); print(res)
def gen():
    t=v.set('in gen'); yield v.get(); v.reset(t); yield v.get()
print(list(gen()), v.get())
print(c.Context.__hash__, c.Token.__hash__)
