# Parsers: INI, CSV, markdown, XML-like, key paths, roman, dates, units
import re
def ini(t):
    out, cur = {}, None
    for n, l in enumerate(t.splitlines(), 1):
        l = l.split("#")[0].strip()
        if not l: continue
        if m := re.fullmatch(r"\[(.+)\]", l): cur = out.setdefault(m[1], {})
        elif "=" in l and cur is not None: k, v = map(str.strip, l.split("=", 1)); cur[k] = int(v) if re.fullmatch(r"-?\d+", v) else {"true": True, "false": False}.get(v, v)
        else: raise SyntaxError(f"line {n}: {l!r}")
    return out
print(ini("[a]\nx = 1 # c\ny= no\n[b]\nt=true\n"))
for bad in ("x=1", "[a]\nfoo"):
    try: ini(bad)
    except SyntaxError as e: print(e)
def md(t):
    out, inlist = [], False
    inline = lambda s: re.sub(r"`(.+?)`", r"<code>\1</code>", re.sub(r"\*(.+?)\*", r"<i>\1</i>", re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", re.sub(r"\[(.+?)\]\((.+?)\)", r'<a href="\2">\1</a>', s.replace("&", "&amp;").replace("<", "&lt;")))))
    for l in t.split("\n"):
        item = l.startswith("- ")
        if item != inlist: out.append("<ul>" if item else "</ul>"); inlist = item
        if m := re.match(r"(#{1,3}) (.*)", l): out.append(f"<h{len(m[1])}>{inline(m[2])}</h{len(m[1])}>")
        elif item: out.append(f"<li>{inline(l[2:])}</li>")
        elif l: out.append(f"<p>{inline(l)}</p>")
    return "\n".join(out + ["</ul>"] * inlist)
print(md("# Title *x*\ntext **bold** & `a<b`\n- one\n- [two](http://x)\n\n## Sub\n- last"))
def xml(s):
    stack = [("root", {}, [])]
    for close, tag, attrs, single, text in re.findall(r"<(/?)(\w+)((?:\s+\w+=\"[^\"]*\")*)\s*(/?)>|([^<]+)", s):
        if text: text.strip() and stack[-1][2].append(text.strip())
        elif close:
            done = stack.pop()
            if done[0] != tag: raise ValueError(f"</{tag}> closes <{done[0]}>")
        else:
            node = (tag, dict(re.findall(r'(\w+)="([^"]*)"', attrs)), []); stack[-1][2].append(node)
            if not single: stack.append(node)
    if len(stack) > 1: raise ValueError(f"<{stack[-1][0]}> is open")
    return stack[0][2]
print(xml('<a x="1"><b/>hi<c y="2" z="3">deep</c></a><d/>'))
for bad in ("<a><b></a>", "<a>"):
    try: xml(bad)
    except ValueError as e: print(e)
def dig(d, path):
    for k in re.findall(r"[^.\[\]]+", path): d = d[int(k) if isinstance(d, list) else k]
    return d
doc = {"a": [{"b": {"c": 5}}, 2]}
for p in ("a[0].b.c", "a[1]", "a[9]", "x.y", "a.b"):
    try: print(p, dig(doc, p))
    except Exception as e: print(p, type(e).__name__, e)
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
def duration(t):
    if not re.fullmatch(r"(\d+[smhd]\s*)+", t): raise ValueError(f"bad duration {t!r}")
    return sum(int(n) * UNITS[u] for n, u in re.findall(r"(\d+)([smhd])", t))
for t in ("1h 30m", "45s", "2d3h", "5x", ""):
    try: print(t, duration(t), end="; ")
    except ValueError as e: print(e, end="; ")
print(); log = "10:00 INFO start\n10:01 ERROR disk full\n10:02 INFO ok\n10:05 WARN slow (3.5s)\nbroken line\n"
pat = re.compile(r"^(?P<h>\d\d):(?P<m>\d\d) (?P<lvl>[A-Z]+) (?P<msg>.*)$", re.M); print([m.groupdict() for m in pat.finditer(log) if m["lvl"] != "INFO"], len(pat.findall(log)), sum(int(h) * 60 + int(m) for h, m, *_ in pat.findall(log)))
def sexpr(s):
    toks = s.replace("(", " ( ").replace(")", " ) ").split(); 
    def read():
        t = toks.pop(0)
        if t == "(":
            l = []
            while toks[0] != ")": l.append(read())
            toks.pop(0); return l
        return int(t) if t.lstrip("-").isdigit() else t
    return read()
ev = lambda x: x if isinstance(x, int) else {"+": sum, "*": lambda a: __import__("math").prod(a), "-": lambda a: a[0] - sum(a[1:]), "max": max}[x[0]]([ev(v) for v in x[1:]])
print(sexpr("(+ 1 (* 2 3) (- 10 4 3))"), ev(sexpr("(+ 1 (* 2 3) (- 10 4 3) (max 7 2))")))
