# Deep nesting in source text: compiled, or refused with CPython's error.
def compiles(name, text, mode="eval"):
    try:
        compile(text, "f", mode)
    except (SyntaxError, RecursionError, MemoryError) as e:
        print(name, type(e).__name__, e)
    else:
        print(name, "compiles")


def nested(n, head, last="pass", tail=None):
    lines = [" " * i + head for i in range(n)] + [" " * n + last]
    if tail:
        lines += [" " * i + tail for i in reversed(range(n))]
    return "\n".join(lines) + "\n"


compiles("parentheses", "(" * 100000 + ")" * 100000)
compiles("lists", "[" * 100000 + "]" * 100000)
compiles("dicts", "{1:" * 5000 + "1" + "}" * 5000)
compiles("lambdas", "lambda:" * 100000 + "1")
compiles("signs", "-" * 100000 + "1")
compiles("not", "not " * 100000 + "1")
compiles("calls", "print(" * 100000)
compiles("f-strings", "f'{" * 160 + "1" + "}'" * 160)
compiles("formats", "f'{x:" * 200 + "1" + "}'" * 200)
compiles("and", "a and " * 100000 + "1")
compiles("conditions", "1 if x else " * 1000 + "1")
compiles("targets", "x = " * 20000 + "1", "exec")
for n in 99, 101:
    compiles(f"{n} blocks", nested(n, "if x:"), "exec")
for head, tail in ("with x:", None), ("for x in y:", None), ("while x:", None), ("try:", "finally: pass"), ("try:", "except E: pass"):
    for n in 20, 21, 300:
        compiles(f"{n} of {head}", nested(n, head, tail=tail), "exec")
for n in 90, 300:
    compiles(f"{n} functions", nested(n, "def f():"), "exec")
    compiles(f"{n} classes", nested(n, "class f:"), "exec")
compiles("elif", "if x: pass\n" + "elif x: pass\n" * 3000, "exec")

name = "a" * 1000000
exec(name + "=1")
print(globals()[name])
exec("def f():\n" + "".join(f" x={i}.5\n" for i in range(70000)) + " return x\n")
print(f())
exec("def f(" + ",".join(f"a{i}" for i in range(5000)) + "): return a4999\n")
print(f(*range(5000)))
exec("def f():\n" + "".join(f" a{i} = {i}\n" for i in range(10000)) + " return a9999\n")
print(f())
print(len(eval("(" + "[]," * 100000 + ")")), len(eval("'a' " * 100000)), len(eval("f'" + "{1}" * 50000 + "'")))
