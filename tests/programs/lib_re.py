# re: syntax, methods, groups, flags, substitution, errors.
import re
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
def m(p, s, flags=0):
    try:
        r = re.search(p, s, flags)
        print(repr(p), repr(s), r and (r.span(), r.group(), r.groups()))
    except re.error as e: print(repr(p), "error:", e)
for p, s in (("a.c", "xabcx"), ("^ab$", "ab"), ("^ab$", "ab\n"), (r"\Aab\Z", "ab\n"), ("a*", "aaa"), ("a+?", "aaa"), ("a{2,3}", "aaaa"), ("a{2,3}?", "aaaa"), ("a{,2}", "aaa"), ("a{x}", "a{x}"), ("(a)(b)?", "a"), ("(?:a|b)+", "abab"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("[a-c]+", "xxabcd"), ("[^a-c]+", "abxyc"), (r"[\d\s]+", "ab1 2c"), (r"\w+\W\w+", "foo-bar"), (r"\bfoo\b", "a foo b"), (r"\Boo", "foo"), (r"(\w)\1", "hello"), (r"(?P<x>a)(?P=x)", "aa"), ("(?=b)b", "ab"), ("a(?!b)", "abac"), ("(?<=a)b", "ab"), ("(?<!a)b", "abcb"), ("(?i)ABC", "xabc"), ("(?i:A)b", "ab"), ("(?s).+", "a\nb"), ("(?m)^b", "a\nb"), ("(?x) a  b # c", "ab"), (r"(a)?(?(1)b|c)", "ab"), (r"(a)?(?(1)b|c)", "c"), ("(a+)+$", "aaaaaaaaaaaaaaaaab"), ("[]a]+", "]a"), (r"[\]\-a]+", "-]a"), ("a++b", "aaab"), ("(?>a+)a", "aaa"), (r"\x41\u0042\n", "AB\n"), ("é+", "caféé"), (r"\d+", "٣٤"), (r"(?a)\d+", "٣4"), ("", "abc"), ("x*", "abc"), ("(?:(a)|b)*", "ab"), ("(a*)*", "aa"), (r"\.", "a.b"), ("[a\\]b]", "]"), ("(?i)straße", "STRASSE"), ("(?i)É", "é"), ("a|", "b"), ("(?#comment)a", "a"), (r"\N{BULLET}", "•"), ("[[]", "["), ("(?s:.)(?-i:x)", "\nx")):
    m(p, s)
for p in ("(", ")", "[", "a**", "*a", "(?P<1>a)", "(?P<a>x)(?P<a>y)", r"\1", "(?P=x)", "a{3,2}", "[z-a]", "(?<=a+)b", "\\", r"\q", "(?z)", "(?P<x", "(?", "[a", "(?(9)a)", "x(?i)", r"\x4", "(?P>x)", r"[\q]", "(?i", "(?-)", "(?<x>a)"):
    m(p, "x")
p = re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)")
x = p.match("2024-05 rest")
print(x.group(0, 1, "m"), x.groupdict(), x["y"], x[2], x.start("m"), x.end(), x.span(1), x.pos, x.endpos, x.lastindex, x.lastgroup, x.string, x.re is p, x.expand(r"\g<m>/\1"), repr(x), x.regs); attempt(lambda: x.group(9)); attempt(lambda: x["zz"])
print(p, p.pattern, p.flags, p.groups, p.groupindex, re.compile(p) is p, re.compile("a", re.I | re.X), p == re.compile(p.pattern), hash(p) == hash(re.compile(p.pattern)))
print(p.fullmatch("2024-05"), p.fullmatch("2024-05x"), p.match("x2024-05"), p.search("ab2024-05", 3), p.search("2024-05", 0, 5), re.match("a", "b"))
print(re.findall("a", "banana"), re.findall("(a)(n)?", "banana"), re.findall(r"\w+", "the quick fox"), [k.span() for k in re.finditer("an", "banana")], re.findall("", "ab"), re.findall("a*", "baac"))
print(re.split(",", "a,b,c"), re.split("(,)", "a,b"), re.split(r"\s+", " a b ", maxsplit=1), re.split("x*", "axbc"), re.split("(a)|b", "1a2b3"), re.sub("a", "o", "banana"), re.sub("a", "o", "banana", count=2), re.sub("(a)(n)", r"\2\1", "banana"), re.sub("a", lambda k: k.group().upper(), "banana"), re.subn("x*", "-", "abxd"), re.sub(r"(?P<w>\w+)", r"<\g<w>>", "hi you"), re.sub("a", r"\\n\n", "a"), re.sub("(x)?a", r"[\1]", "a"), re.sub("", "-", "ab"))
for f in (lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\g<", "a"), lambda: re.compile(5), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.compile(p, re.I), lambda: re.sub("a", 5, "a"), lambda: re.compile("a", 1 << 20), lambda: re.match("a"), lambda: re.sub("a", r"\q", "a")): attempt(f)
print(re.escape("a.b*c[é]\n -"), re.match(b"\\w+", b"ab\xe9"), re.findall(rb"\d", b"a1b2"), re.sub(b"a", b"b", b"aa"), re.I, repr(re.I | re.M), re.RegexFlag(0), re.purge())
try: re.compile("a(b")
except re.error as e: print(e.msg, e.pattern, e.pos, e.lineno, e.colno, type(e).__name__)
tok = re.compile(r"\s*(?:(\d+\.?\d*)|(\w+)|(.))")
print([t.lastindex and t.group(t.lastindex) for t in tok.finditer("x1 = 3.14*(y + 42) - z")])
sc = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)]); print(sc.scan("abc 12 de!"))
text = "The year 1999, then 2024; and 31/12/2000 or 1/2/03. " * 20
print(len(re.findall(r"\b\d{4}\b", text)), len(re.findall(r"(\d+)/(\d+)/(\d+)", text)), len(re.sub(r"[aeiou]", "", text)), len(re.split(r"[;,.]\s", text)))
