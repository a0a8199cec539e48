# Text work: word counts, JSON parser and printer, CSV, run-length, caesar, templates, wrapping, number words.
TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity."""
words = [w.strip(".,").lower() for w in TEXT.split()]
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:5], len(set(words)))
print(max(words, key=len), " ".join(w.capitalize() for w in words[:5]), TEXT.count("it was"), TEXT.title()[:20])
class JSON:
    def __init__(self, s): self.s, self.i = s, 0
    def ws(self):
        while self.i < len(self.s) and self.s[self.i] in " \n\t\r": self.i += 1
    def fail(self, what): raise ValueError(f"{what} at {self.i}")
    def value(self):
        self.ws()
        if self.i >= len(self.s): self.fail("unexpected end")
        c = self.s[self.i]
        if c == "{":
            d = {}; self.i += 1; self.ws()
            if self.s[self.i] == "}": self.i += 1; return d
            while True:
                self.ws(); k = self.string(); self.ws()
                if self.s[self.i] != ":": self.fail("expected ':'")
                self.i += 1; d[k] = self.value(); self.ws()
                if self.s[self.i] == "}": self.i += 1; return d
                if self.s[self.i] != ",": self.fail("expected ','")
                self.i += 1
        if c == "[":
            l = []; self.i += 1; self.ws()
            if self.s[self.i] == "]": self.i += 1; return l
            while True:
                l.append(self.value()); self.ws()
                if self.s[self.i] == "]": self.i += 1; return l
                if self.s[self.i] != ",": self.fail("expected ','")
                self.i += 1
        if c == '"': return self.string()
        for lit, v in (("true", True), ("false", False), ("null", None)):
            if self.s.startswith(lit, self.i): self.i += len(lit); return v
        j = self.i
        while j < len(self.s) and self.s[j] in "+-0123456789.eE": j += 1
        if j == self.i: self.fail(f"unexpected {c!r}")
        t, self.i = self.s[self.i:j], j
        return float(t) if any(x in t for x in ".eE") else int(t)
    def string(self):
        if self.s[self.i] != '"': self.fail("expected string")
        self.i += 1; out = []
        while (c := self.s[self.i]) != '"':
            if c == "\\":
                self.i += 1; c = self.s[self.i]
                if c == "u": out.append(chr(int(self.s[self.i + 1:self.i + 5], 16))); self.i += 4
                else: out.append({"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}.get(c, c))
            else: out.append(c)
            self.i += 1
        self.i += 1
        return "".join(out)
def dump(v):
    if isinstance(v, dict): return "{" + ", ".join(f"{dump(k)}: {dump(x)}" for k, x in v.items()) + "}"
    if isinstance(v, list): return "[" + ", ".join(map(dump, v)) + "]"
    if isinstance(v, str): return '"' + v.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return {True: "true", False: "false", None: "null"}[v] if v is None or isinstance(v, bool) else repr(v)
doc = '{"name": "x\\ny \\u00e9 \\"q\\"", "list": [1, -2.5, 3e3, true, false, null, [], {}], "nested": {"a": {"b": [{"c": 1}]}}}'
v = JSON(doc).value(); print(v); print(dump(v)); print(JSON(dump(v)).value() == v)
for bad in ("", "{", '{"a" 1}', "[1 2]", "nope", '"open', '{"a": }'):
    try: print(JSON(bad).value())
    except (ValueError, IndexError) as e: print(repr(bad), type(e).__name__, e)
def csv(line):
    out, cur, q = [], "", False
    for ch in line:
        if ch == '"': q = not q
        elif ch == "," and not q: out.append(cur); cur = ""
        else: cur += ch
    return out + [cur]
print(csv('a,"b,c",,"d ""e"""'), csv(""))
def rle(s):
    out = []; i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i)); i = j
    return out
print(rle("aaabccdddd"), "".join(c * n for c, n in rle("aaabccdddd")))
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("hello", 5), -5))
print([w for w in ("level", "noon", "hello", "A man a plan a canal Panama") if (n := "".join(filter(str.isalnum, w.lower()))) == n[::-1]])
def wrap(text, width):
    lines, cur = [], ""
    for w in text.split():
        if len(cur) + len(w) + bool(cur) > width: lines.append(cur); cur = w
        else: cur = f"{cur} {w}" if cur else w
    return lines + [cur]
for l in wrap(TEXT, 30): print(f"|{l:<30}|")
ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
def say(n):
    if n < 20: return ones[n]
    if n < 100: return tens[n // 10 - 2] + ("-" + ones[n % 10] if n % 10 else "")
    if n < 1000: return ones[n // 100] + " hundred" + (" and " + say(n % 100) if n % 100 else "")
    return say(n // 1000) + " thousand" + (" " + say(n % 1000) if n % 1000 else "")
print([say(n) for n in (0, 13, 42, 100, 999, 12345)])
tmpl = "Dear {name}, you owe {amount:>10,.2f} {cur!r} since {when[0]}-{when[1]:02d}."
print(tmpl.format(name="Ann", amount=1234567.891, cur="EUR", when=(2024, 3)))
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("pear", 12, 0.25), ("fig", 100, 12.125)]
for row in table: print(" | ".join(f"{str(c):<6}" if isinstance(c, str) else f"{c:>6}" for c in row))
print("\n".join(f"{i:2d} {i * i:4d} {i ** 3:6d} {i / 3:8.4f} {bin(i):>8} {i:#06x}" for i in range(1, 12, 3)))
trans = str.maketrans("abc", "xyz", "!"); print("aabbcc!!".translate(trans), "é".encode().hex(), "\u00e9\u0301".encode("unicode_escape"), "A-B_C d".replace("-", " ").split(), "x".join("abc"), "%s=%d;%5.1f%%" % ("k", 5, 99.5))
import string, textwrap
print(string.ascii_letters[:30], string.punctuation, string.Template("$a ${b}c $$").substitute(a=1, b=2), string.capwords("the end"), textwrap.fill(TEXT, 40), textwrap.dedent("  a\n    b\n"), textwrap.shorten(TEXT, 25), textwrap.indent("x\ny", "> "), sep="\n")
