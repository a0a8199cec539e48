# dis reads every code object; inspect.getclosurevars finds the names; co_code can be given back
import dis, inspect, io, types
def f(a, b=2):
    x = len(a) + missing
    for i in range(3):
        if i > a.foo: print(a.bar(i), b)
    return [k for k in x]
def outer():
    n = 1
    class C:
        y = abs
        def m(self): return n, self.z, C.y
    return C
async def co():
    async with f as g: yield await g
for t in (f, outer, co, outer(), "x = 1", compile("import os; os.x", "a", "exec"), lambda *a, **k: [a, k], io, dis.dis):
    s = io.StringIO()
    try:
        if t is not io: dis.dis(t, file=s)
        print("ok", isinstance(s.getvalue(), str))
    except Exception as e: print(type(e).__name__, e)
names = {i.argval for i in dis.get_instructions(f) if i.opname == "LOAD_GLOBAL"}
print(sorted(names), sorted({i.argval for i in dis.get_instructions(f) if i.opname == "LOAD_ATTR"}))
for fn in (f, outer, outer().m):
    cv = inspect.getclosurevars(fn); print(sorted(cv.nonlocals), sorted(cv.globals), sorted(cv.builtins), sorted(cv.unbound))
def add(p, q=3): return p + q + sum(v for v in (1, 2)) + len([w for w in (p, q)])
again = add.__code__.replace(co_code=add.__code__.co_code, co_name="again")
print(types.FunctionType(again, globals(), argdefs=(4,))(1), again.co_name, again.co_code == add.__code__.co_code)
c = add.__code__
made = types.CodeType(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags, c.co_code, c.co_consts, c.co_names, c.co_varnames, c.co_filename, c.co_name, c.co_qualname, c.co_firstlineno, c.co_linetable, c.co_exceptiontable, c.co_freevars, c.co_cellvars)
print(types.FunctionType(made, globals())(1, 2))
print(max(l for _, _, l in c.co_lines() if l) == c.co_firstlineno, [l for l in sorted({l for _, l in dis.findlinestarts(f.__code__) if l})][-1] - f.__code__.co_firstlineno)
