# re: groups, names, alternatives, back-references, look-around
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import re
m = re.match(r"(?P<y>\d{4})-(?P<m>\d\d)(-(\d\d))?", "2024-05"); print(m.groups(), m.groupdict(), m.group(0, 1, "m"), m["y"], m.span("m"), m.start(3), m.lastindex, m.lastgroup, m.re.pattern, m.string, m.pos, m.endpos, m.expand(r"\g<m>/\1"), m.groups("none"), bool(m), m.regs)
print(re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"\w\d", "a1b2"), re.findall(r"(a)|b", "ab"), re.findall("", "ab"), [x.span() for x in re.finditer(r"a*", "baac")], re.search(r"(?<=x)y", "xy").start(), re.search(r"(?<!x)y", "xy zy").start(), re.search(r"a(?!b)", "abac").start(), re.match(r"(a)(?=b)", "ab").group(), re.fullmatch(r"a|ab", "ab"), re.match(r"(\w+) \1", "the the").group(), re.match(r"(?P<q>['\"]).*?(?P=q)", "'a'b'").group(), re.match(r"(a)?(?(1)b|c)", "c").group())
print(re.split(r",\s*", "a, b,c"), re.split(r"(,)", "a,b"), re.split(r"x*", "axbc"), re.split(",", "a,b,c", maxsplit=1), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m[0].upper() * 2, "banana", count=2), re.subn("a", "", "banana"), re.sub(r"(?P<n>\d)", r"<\g<n>>", "a1"), re.sub("x*", "-", "abxd"), re.escape("a.b*c[d]"), re.sub(r"\b", "|", "hi yo"))
print(re.match("(?i)ABC", "abc").group(), re.findall("^a", "a\na", re.M), re.match("a.b", "a\nb", re.S) is not None, re.match(r"""a  # comment
 \ b""", "a b", re.X).group(), re.findall(r"\w+", "é日 a", re.A), re.findall(r"(?s:.)(?-i:B)", "\nB", re.I), re.compile("a", re.I | re.M).flags, re.compile("x"), re.compile(b"x").match(b"xy").group(), re.match(r"a{2,3}?", "aaaa").group(), re.match(r"(?>a+)b", "aab").group(), re.match(r"a++b", "aab").group(), re.findall(r"[^\W\d_]+", "ab1_c"), re.findall(r"[a-c\-\]]", "a-]d"))
for p in ("(", ")", "[", "a{2,1}", "*", "a**", "(?P<1>a)", "(?P<a>x)(?P<a>y)", r"\1", "(?P=z)", "(?z)", "[b-a]", "(?<=a*)b", "\\", "(?(2)a)", "a(?i)b", "(?P<a", "x{99999999999}", r"\q", "(?:", "[a", "(?P>a)", "(?<a)", r"\x1", r"\u12"):
    try: re.compile(p); print(p, "fine")
    except re.error as e: print(repr(p), e, e.pos, e.lineno, e.colno)
    except OverflowError as e: print(repr(p), e)
for f in (lambda: re.match("a", 5), lambda: re.match(b"a", "a"), lambda: re.match("a", b"a"), lambda: re.sub("a", 5, "a"), lambda: m.group(9), lambda: m["zz"], lambda: re.sub("(a)", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.compile(5), lambda: re.compile(re.compile("a"), re.I), lambda: re.sub("a", r"\q", "a"), lambda: re.split("", "abc"), lambda: re.compile("a").match("ba", 1).span(), lambda: re.compile("^a").match("ba", 1), lambda: re.compile("a$").match("ab", 0, 1).group(), lambda: re.findall("a", "a", 1, 2), lambda: re.compile("a") == re.compile("a"), lambda: hash(re.compile("a")) == hash(re.compile("a")), lambda: re.template if hasattr(re, "template") else "none"): attempt(f)
