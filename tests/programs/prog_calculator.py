# A calculator: tokens, precedence climbing, variables, functions
import re, math
TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|(.))")
class Calc:
    OPS = {"+": (1, lambda a, b: a + b), "-": (1, lambda a, b: a - b), "*": (2, lambda a, b: a * b), "/": (2, lambda a, b: a / b), "%": (2, lambda a, b: a % b), "^": (4, lambda a, b: a ** b)}
    def __init__(self): self.vars = {"pi": math.pi}; self.funcs = {"sqrt": math.sqrt, "max": max, "abs": abs}
    def run(self, text):
        self.toks = [("num", float(n) if "." in n or "e" in n.lower() else int(n)) if n else ("id", i) if i else ("op", o) for n, i, o in TOKEN.findall(text) if (n or i or o).strip()]
        self.toks.append(("end", None))
        if len(self.toks) > 2 and self.toks[0][0] == "id" and self.toks[1] == ("op", "="):
            name = self.toks[0][1]; del self.toks[:2]; self.vars[name] = v = self.expr(0)
        else: v = self.expr(0)
        if self.toks[0][0] != "end": raise SyntaxError(f"unexpected {self.toks[0][1]!r}")
        return v
    def expr(self, level):
        left = self.unary()
        while self.toks[0][0] == "op" and self.toks[0][1] in self.OPS and self.OPS[self.toks[0][1]][0] > level:
            op = self.toks.pop(0)[1]; p, f = self.OPS[op]
            left = f(left, self.expr(p - (op == "^")))
        return left
    def unary(self):
        kind, v = self.toks.pop(0)
        if (kind, v) == ("op", "-"): return -self.expr(3)
        if kind == "num": return v
        if kind == "id":
            if self.toks[0] == ("op", "("):
                self.toks.pop(0); args = [self.expr(0)]
                while self.toks[0] == ("op", ","): self.toks.pop(0); args.append(self.expr(0))
                self.close(); return self.funcs[v](*args)
            return self.vars[v]
        if v == "(": r = self.expr(0); self.close(); return r
        raise SyntaxError(f"unexpected {v!r}")
    def close(self):
        if self.toks.pop(0) != ("op", ")"): raise SyntaxError("expected )")
c = Calc()
for line in "1+2*3\n(1+2)*3\n2^3^2\n-2^2\n10/4\n7%4-1\nx = 5\nx*x-1\nsqrt(16)+max(1, x, 3)\n1/0\ny+1\n(1+2\n1 2\n2 $ 3\nabs(-3.5e1)\nround(pi)\n\n2*-3\n1.5+.5".split("\n"):
    try: print(line, "=", c.run(line))
    except Exception as e: print(line, "!", type(e).__name__, e)
