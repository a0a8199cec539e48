# Messages of calls with wrong arguments
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
def none(): pass
def one(a): pass
def two(a, b=2): pass
def three(a, b, c): pass
def star(a, *args, k, **kw): return a, args, k, kw
def pos(a, b, /, c=3): return a, b, c
def only(*, k, j=1): return k, j
def mixed(a, /, b, *, c): return a, b, c
class C:
    def m(self, x): return x
    @classmethod
    def c(cls, x, y): return x
    @staticmethod
    def s(x): return x
    def __call__(self, *, z): return z
c = C()
t("none(1)", "none(a=1)", "one()", "one(1, 2)", "one(b=1)", "one(1, a=1)", "two()", "two(1, 2, 3)", "two(b=1)", "three()", "three(1)", "three(1, 2)", "three(1, 2, 3, 4)", "three(c=1)", "three(1, 2, 3, d=4)", "star()", "star(1)", "star(1, 2, k=3, z=4)", "star(1, k=2, a=3)", "pos()", "pos(1)", "pos(a=1, b=2)", "pos(1, 2, 3, 4)", "pos(1, 2, a=3)", "only()", "only(1)", "only(1, k=2)", "only(k=1, z=2)", "mixed(1, 2)", "mixed(1, 2, 3)", "mixed(1, b=2, c=3)", "mixed(a=1, b=2, c=3)", "mixed(1, 2, c=3, d=4)", "c.m()", "c.m(1, 2)", "C.m(1)", "C.m()", "c.c(1)", "C.c()", "c.s()", "c.s(1, 2)", "c()", "c(1)", "c(z=1)", "(lambda: 1)(2)", "(lambda x: x)()", "(lambda x, *, y: x)(1)", "C(1)", "one(*[1, 2])", "one(**{'a': 1, 'b': 2})", "one(**{1: 2})", "one(*5)", "one(**5)", "one(1, **{'a': 2})", "star(**{'a': 1}, **{'a': 2})", "star(1, k=1, **{'k': 2})", "two(*(), **{'a': 1})", "print(*'abc', sep='-')", "5()", "'a'()", "None()", "[1]()", "c.nope()", "len(*[])", "two(1, 2, b=3)", "int('1', 2, 3)", "'a'.upper(1)", "[].append(x=1)", "dict.get()", "str.join()", "list.append([])", "(1).bit_length(2)", "max(key=1)", "two.__call__()", "C.__init__(c, 1)", "exec()", "isinstance()", "abs(1, 2)", "''.join(a=1)", "star(1, 2, 3, k=4)", "only(**{'k': 1, 'j': 2})")
def many(a, b, c, d, e=5, *, f, g, h): pass
t("many()", "many(1)", "many(1, 2, 3, 4)", "many(1, 2, 3, 4, f=1)", "many(1, 2, 3, 4, 5, 6, 7)", "many(1, 2, 3, 4, 5, 6, f=1, g=2, h=3)")
