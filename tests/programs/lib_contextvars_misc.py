# contextvars, keyword, token, colorsys, graphlib, secrets' shapes, uuid of names
import contextvars, keyword, colorsys, token
v = contextvars.ContextVar("v", default=0); t = v.set(1); print(v.get(), t.old_value is contextvars.Token.MISSING, t.var is v, v.name); ctx = contextvars.copy_context(); print(ctx[v], len(ctx) >= 1, v in ctx)
def change(): v.set(99); return v.get()
print(ctx.run(change), v.get(), ctx[v]); v.reset(t); print(v.get()); w = contextvars.ContextVar("w")
for f in (lambda: w.get(), lambda: w.get(5), lambda: v.reset(t), lambda: contextvars.ContextVar(), lambda: contextvars.ContextVar(5), lambda: ctx[w], lambda: ctx.get(w, 7), lambda: v.reset(5), lambda: ctx.run(), lambda: contextvars.ContextVar("z", 5), lambda: {v: 1}[v]):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:60].split(" at 0x")[0].split("<")[0])
print(keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(keyword.kwlist), keyword.softkwlist, [round(x, 4) for x in colorsys.rgb_to_hsv(.2, .4, .6)], [round(x, 4) for x in colorsys.hls_to_rgb(.5, .5, .5)], token.tok_name[token.NAME], token.ISEOF(0))
import io, tokenize
for k in tokenize.generate_tokens(io.StringIO("def f(a, b=1.5):\n    # c\n    return f'{a!r:>{b}}' + \"x\" ** 2\n").readline): print(token.tok_name[k.type], repr(k.string), k.start, k.end)
for bad in ("x = (", "'abc", "  a\n b\n", "a\n  b\n c", "0777", "1_"):
    try: print(len(list(tokenize.generate_tokens(io.StringIO(bad).readline))))
    except (tokenize.TokenError, SyntaxError) as e: print(bad.__repr__(), type(e).__name__, e.args[0])
import linecache, codeop, code; print(codeop.compile_command("x = 1") is not None, codeop.compile_command("if x:"), linecache.getline("/no", 1) == "")
try: codeop.compile_command("x = = 1")
except SyntaxError as e: print(e.msg)
