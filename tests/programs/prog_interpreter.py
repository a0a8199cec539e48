# A tokenizer, a parser and an interpreter for a small language, all in Python.
class Token:
    def __init__(self, kind, text):
        self.kind, self.text = kind, text
    def __repr__(self):
        return f"{self.kind}:{self.text}"
KEYWORDS = {"let", "while", "if", "else", "print", "fn", "return"}
def tokenize(src):
    i = 0
    while i < len(src):
        c = src[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(src) and (src[j].isdigit() or src[j] == "."):
                j += 1
            yield Token("num", src[i:j])
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(src) and (src[j].isalnum() or src[j] == "_"):
                j += 1
            word = src[i:j]
            yield Token("kw" if word in KEYWORDS else "id", word)
            i = j
        elif src[i:i + 2] in ("==", "!=", "<=", ">=", "&&", "||"):
            yield Token("op", src[i:i + 2])
            i += 2
        elif c in "+-*/%<>=!(){},;":
            yield Token("op", c)
            i += 1
        else:
            raise SyntaxError(f"bad character {c!r} at {i}")
    yield Token("end", "")
class Parser:
    PREC = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6}
    def __init__(self, src):
        self.toks = list(tokenize(src))
        self.pos = 0
    @property
    def cur(self):
        return self.toks[self.pos]
    def take(self, text=None):
        t = self.cur
        if text is not None and t.text != text:
            raise SyntaxError(f"expected {text!r}, got {t!r}")
        self.pos += 1
        return t
    def program(self):
        out = []
        while self.cur.kind != "end":
            out.append(self.stmt())
        return out
    def block(self):
        self.take("{")
        out = []
        while self.cur.text != "}":
            out.append(self.stmt())
        self.take("}")
        return out
    def stmt(self):
        t = self.cur.text
        if t == "let":
            self.take()
            name = self.take().text
            self.take("=")
            e = self.expr()
            self.take(";")
            return ("let", name, e)
        if t == "while":
            self.take()
            return ("while", self.expr(), self.block())
        if t == "if":
            self.take()
            c, a = self.expr(), self.block()
            b = []
            if self.cur.text == "else":
                self.take()
                b = self.block()
            return ("if", c, a, b)
        if t in ("print", "return"):
            self.take()
            e = self.expr()
            self.take(";")
            return (t, e)
        if t == "fn":
            self.take()
            name = self.take().text
            self.take("(")
            params = []
            while self.cur.text != ")":
                params.append(self.take().text)
                if self.cur.text == ",":
                    self.take()
            self.take(")")
            return ("fn", name, params, self.block())
        e = self.expr()
        if self.cur.text == "=":
            self.take()
            v = self.expr()
            self.take(";")
            return ("set", e[1], v)
        self.take(";")
        return ("expr", e)
    def expr(self, level=1):
        left = self.unary()
        while self.cur.kind == "op" and self.PREC.get(self.cur.text, 0) >= level:
            op = self.take().text
            left = ("bin", op, left, self.expr(self.PREC[op] + 1))
        return left
    def unary(self):
        t = self.take()
        if t.text in ("-", "!"):
            return ("un", t.text, self.unary())
        if t.kind == "num":
            return ("num", float(t.text) if "." in t.text else int(t.text))
        if t.text == "(":
            e = self.expr()
            self.take(")")
            return e
        if t.kind == "id":
            if self.cur.text == "(":
                self.take()
                args = []
                while self.cur.text != ")":
                    args.append(self.expr())
                    if self.cur.text == ",":
                        self.take()
                self.take(")")
                return ("call", t.text, args)
            return ("var", t.text)
        raise SyntaxError(f"unexpected {t!r}")
class Return(Exception):
    pass
class Interp:
    def __init__(self):
        self.out = []
        self.fns = {}
        self.scopes = [{}]
        self.count = 0
    def run(self, stmts):
        for s in stmts:
            getattr(self, "do_" + s[0])(*s[1:])
    def do_let(self, name, e):
        self.scopes[-1][name] = self.ev(e)
    do_set = do_let
    def do_while(self, c, body):
        while self.ev(c):
            self.run(body)
    def do_if(self, c, a, b):
        self.run(a if self.ev(c) else b)
    def do_print(self, e):
        self.out.append(self.ev(e))
    def do_return(self, e):
        raise Return(self.ev(e))
    def do_fn(self, name, params, body):
        self.fns[name] = params, body
    def do_expr(self, e):
        self.ev(e)
    def ev(self, e):
        self.count += 1
        match e:
            case ("num", v):
                return v
            case ("var", name):
                try:
                    return self.scopes[-1][name]
                except KeyError:
                    raise NameError(f"unknown variable {name}") from None
            case ("un", "-", x):
                return -self.ev(x)
            case ("un", "!", x):
                return not self.ev(x)
            case ("bin", "&&", a, b):
                return self.ev(a) and self.ev(b)
            case ("bin", "||", a, b):
                return self.ev(a) or self.ev(b)
            case ("bin", op, a, b):
                x, y = self.ev(a), self.ev(b)
                return {"+": lambda: x + y, "-": lambda: x - y, "*": lambda: x * y, "/": lambda: x / y, "%": lambda: x % y, "<": lambda: x < y, ">": lambda: x > y, "<=": lambda: x <= y, ">=": lambda: x >= y, "==": lambda: x == y, "!=": lambda: x != y}[op]()
            case ("call", name, args):
                params, body = self.fns[name]
                self.scopes.append(dict(zip(params, map(self.ev, args), strict=True)))
                try:
                    self.run(body)
                except Return as r:
                    return r.args[0]
                finally:
                    self.scopes.pop()
PROGRAM = """
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
fn gcd(a, b) { while b != 0 { let t = a % b; a = b; b = t; } return a; }
let i = 0; let s = 0;
while i < 50 { if i % 2 == 0 && i > 3 || i == 1 { s = s + i * i; } else { s = s - 1; } i = i + 1; }
print s; print fib(12); print gcd(1071, 462); print -(3 + 4) * 2.5; print !(1 < 2); print 7 / 2; print 10 % 3 + 2 * 3 - 1;
"""
it = Interp()
it.run(Parser(PROGRAM).program())
print(it.out, it.count)
for bad in ("print x;", "let = 5;", "print 1 / 0;", "print @;", "fn f(a) { return a; } print f(1, 2);", "print (1;"):
    try:
        Interp().run(Parser(bad).program())
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
