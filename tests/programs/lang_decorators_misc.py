# Decorators, global, del, pass, chained operators, docstrings, semicolons, line joining, ellipsis, star-expressions.
log = []
def d(tag):
    log.append(("eval", tag))
    def apply(f):
        log.append(("apply", tag)); return f
    return apply
@d(1)
@d(2)
def f(a=log.append("default")): pass
@d("class")
class K:
    @d("method")
    def m(self): pass
    @staticmethod
    @d("static")
    def s(): return "s"
    @(lambda f: property(f))
    def p(self): return "p"
print(log, K().p, K.s())
ds = {"x": [lambda f: "replaced"]}
@ds["x"][0]
def g(): pass
print(g)
@(yes := d("walrus"))
def h(): pass
a = 1; b = 2; print(a, b); del a; c = d = 5
try: a
except NameError as e: print(e)
total = 1 + \
    2 + \
    3
long = (1 +
        # comment inside
        2

        + 3)
print(total, long, [
    1,
    2,
], {
    "k": 1,
}["k"])
if total: print("one line"); print("two")
while False: pass
else: print("else")
for i in 1, 2, *[3, 4]: print(i, end=",")
print()
def r(): return 1, *range(2), 3
def y(): yield 1, *[2]
print(r(), list(y()), [*r(), *"ab"], {**{"a": 1}, **{"b": 2}}, (lambda *a: a)(*[1], *[2]))
x = *[1, 2], 3
print(x, ..., Ellipsis is ..., type(...).__name__)
def stub(): ...
def doc():
    """First line.

    Indented line.
    """
print(stub(), repr(doc.__doc__))
def outer():
    global made_global
    made_global = "yes"
    def inner():
        global made_global
        made_global += "!"
    inner()
outer(); print(made_global)
print(1 < 2 == 2 != 3 >= 3 in [3] is not None, (1 < 2) == True, not 1 == 2, -2 ** 2, 2 ** 3 ** 2, 7 // 2 * 2, 1 - 1 - 1, 2 * 3 % 4, 1 | 2 & 3 ^ 1, ~1 + 1, not True or True, 1 if 0 else 2 if 0 else 3, (lambda: 1, 2)[1], 5 - -5, + - + 5, 0 or [] or "last", 1 and 2 and 3, 3 > 2 > 1, 1 << 2 + 1, "a" "b" * 2, 10 - 2 * 3, -7 // 2, 6 / 2 / 3, 2 ** -1, 1 + 2 < 4)
_ = 5; print(_, __name__, __doc__)
class soft: match = 1; case = 2; type = 3
match = soft.match; type = type; case = 3; print(match, case, soft.type)
print(type(5), match == 1, [case for case in (1,)])
type X = int
print(X.__name__, type(X).__name__)
def types(type, match, case, _): return type, match, case, _
print(types(1, 2, 3, 4), types(type=1, match=2, case=3, _=4))
if (n := 10) > 5 and (m := n * 2) > 15: print(n, m)
print([last := i for i in range(3)], last, any((hit := w) == "b" for w in "abc"), hit)
try:
    del undefined_name
except NameError as e: print(e)
def dl():
    v = 1; del v
    try: return v
    except UnboundLocalError as e: return str(e)
print(dl())
def param(p):
    del p
    try: p
    except UnboundLocalError as e: print(e)
param(1)
def cond(flag):
    if flag: val = 1
    return val
print(cond(True))
try: cond(False)
except UnboundLocalError as e: print(e)
lst = [1, 2, 3, 4]; del lst[0], lst[-1:]; print(lst); del (lst[0]), [lst[0]]; print(lst)
i = 0
i += (i := 5) + 1
print(i)
def order():
    out = []
    def t(v): out.append(v); return v
    t(1) + t(2) * t(3); {t(4): t(5)}; [t(6), t(7)][t(0)]; t(8) if t(9) else t(10); (t(11) < t(12) < t(13)); f"{t(14)}{t(15):{t(16)}}"; (lambda a, b=t(17): 0)(t(18)); t(19) and t(20); print(t(21), end="", sep=t(22) and ""); t([1])[t(0):t(1)]
    return out
print(order())
print("done"); pass; ...; 5; "expression statement"
