# f-strings: PEP 498, 701 nesting, conversions, format specs, debugging form.
name, n, pi, items = "ann", 42, 3.14159, [1, 2]
print(f"{name} {n} {pi:.2f} {items}")
print(f"{name!r} {name!s} {'é'!a} {name!r:>8}|{name:^9}|{name:*<6}|")
print(f"{n:5d}|{n:<5}|{n:05}|{n:+}|{n:x}|{n:#x}|{n:b}|{n:o}|{n:,}|{n:e}")
print(f"{n=} {n = } {name=!r} {pi=:.3f} {n + 1=} { n }")
print(f"{{}} {{{n}}} }}{{")
print(f"{'nested ' + f'{n} {f"{pi:.1f}"}'}")
print(f"{"same quotes"} {'\n'.join(["a", "b"])}")
print(f"{n:{5 + 3}} {pi:{10}.{2}} {name:{'>'}{10}}")
width, prec = 10, 4
print(f"{pi:{width}.{prec}}|{pi:{width}.{prec}e}")
print(f"{(lambda x: x * 2)(n)} {[x for x in range(3)]} { {'a': 1}['a'] } {n if n > 1 else 0}")
print(f"""multi
{n}
line {
    n
    + 1  # a comment
}""")
print(rf"\d{n}\n" fr"{name}\t" "plain" f"{n}" 'x')
print(f"{n!r:^{width}}|", f"{n:}", f"{name:}|")
print(f'{n:>{width}}' f"{'a' 'b'}")
print(f"{1_000_000:,} {1234567.891:,.2f} {0.5:%} {12345:_} {255:_b} {1e10:g} {1e-7} {-0.0}")
print(f"{True} {None} {...} {1 + 2j} {b'x'} {int}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __str__(self): return "str"
    def __repr__(self): return "repr"
f = F()
print(f"{f} {f:abc} {f!s} {f!r:>6} {f:{n}} {f=} {f=!s} {f=:q}")
class G: pass
for bad in ("f'{G():x}'", "f'{n:q}'", "f'{name:d}'", "f'{undefined}'", "f'{pi:d}'", "f'{[]:5}'", "f'{n:.2}'", "f'{name:,}'", "f'{n:,_}'", "f'{name:=5}'", "f'{None:5}'"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, str(e).replace(" at 0x", "")[:60])
for bad in ("f'{'", "f'{}'", "f'}'", "f'{a b}'", "f'{a!x}'", "f'{a!}'", "f'{a:{b:{c}}}'", "f'{!r}'", "f'{lambda x: 1}'", "f'{a'", "f'{*a}'", "f'{ }'", "f'{a = !r:'", "f'{a['", "f\"{'\"", "f'{a;b}'", "f'{=}'"):
    try:
        compile(bad, "<f>", "eval")
        print(bad, "ok")
    except SyntaxError as e:
        print(bad, "->", e.msg)
print(f"{n:{'0'}>{3 + 2}}", f"{'x':\x3e5}", f"\N{BULLET} {n} \u00e9 \x41 \101")
print(f"{'a' if n else 'b':>3}", f"{n,}", f"{*items, 3}", f"{(yield_ := 5)} {yield_}")
print(f"{n:%}", f"{n!r}{n!s}{n}", f"{'{'}{'}'}")
x = 5
print(f"{x:=+6}", f"{(x:=7)}", f"{x!=7}", f"{x==7}", f"{x>=7=}")
def g():
    y = yield f"{(yield 1)} {x}"
    print("got", y)
it = g()
print(next(it), it.send("sent"))
d = {"k": [1, {"z": "deep"}]}
print(f"{d["k"][1]["z"]} {d['k'][0]:>4}")
print(f"{d=}", f"{ d = }", f'{"quoted"=}')
print(__import__("ast").unparse(__import__("ast").parse("f'{a!r:>{w}} {b=}'")))
