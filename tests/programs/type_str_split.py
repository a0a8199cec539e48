# str: split, rsplit, splitlines, partition, join and their edges
def t(*exprs):
    for e in exprs:
        try:
            print(e, "->", repr(eval(e)))
        except Exception as ex:
            print(e, "->", type(ex).__name__ + ":", ex)
t("''.split()", "''.split(',')", "' a  b '.split()", "' a  b '.split(' ')", "'a,b,c'.split(',', 1)", "'a,b,c'.rsplit(',', 1)", "'a,b,c'.split(',', 0)", "'a b c'.split(None, 1)", "' a b c '.rsplit(None, 1)", "'a'.split('')", "'a'.split(1)", "'a'.split(sep='a')", "'aXXbXXc'.split('XX')", "'a\\u2003b\\x1cc'.split()", "'abc'.split('abc')", "'a,b'.split(',', maxsplit=-1)", "'a'.split(None, 'x')", "'aaa'.rsplit('aa')")
t("'a\\nb\\r\\nc\\rd'.splitlines()", "'a\\nb\\n'.splitlines(True)", "''.splitlines()", "'\\n'.splitlines()", "'a\\x0bb\\x0cc\\x1cd\\x85e\\u2028f'.splitlines()", "'a\\r\\n\\r\\nb'.splitlines(keepends=True)", "'a'.splitlines(1, 2)")
t("'a=b=c'.partition('=')", "'a=b=c'.rpartition('=')", "'abc'.partition('=')", "'abc'.rpartition('=')", "'abc'.partition('')", "'abc'.partition(1)", "'=a'.partition('=')", "'a='.rpartition('=')")
t("','.join([])", "','.join(['a'])", "','.join('abc')", "','.join(['a', 1])", "','.join(5)", "','.join({'x': 1, 'y': 2})", "''.join(str(i) for i in range(5))", "','.join(['a', b'b'])", "'é'.join(['日', '\\U0001f600'])", "','.join(x for x in 5)")
class S(str): pass
t("type(S('a b').split()[0]).__name__", "type(','.join([S('a')])).__name__", "S('a-b').partition('-')", "S('-').join('ab')")
t("'a.b.c'.replace('.', '')", "'aaa'.replace('a', 'b', 2)", "'abc'.replace('', '-')", "''.replace('', 'x')", "'abc'.replace('', '-', 2)", "'a'.replace('a')", "'a'.replace(1, 'b')", "'aaa'.replace('aa', 'b')", "'abc'.replace('b', '日')", "'x'.replace('x', 'y', count=1)", "'a'.replace('a', 'b', -1)", "'日本日'.replace('日', 'a')")
text = "the quick brown fox\njumps over\tthe lazy dog\n"
print([line.split() for line in text.splitlines()], text.split("the"), text.rsplit(maxsplit=2), text.expandtabs(4).split("\n"))

# Pieces at the sizes where the way of splitting changes.
for n in (0, 1, 31, 32, 33, 62, 63, 64, 65, 66, 200):
    for text in ("," * n, "a" * n, ("ab," * n)[:n], (" a" * n)[:n], ("a  b" * n)[:n], "x" + "\t" * n, ("\xe9 ," * n)[:n]):
        comma, space = text.split(","), text.split()
        if ",".join(comma) != text or "".join(space) != "".join(c for c in text if not c.isspace()) or "" in space:
            print("wrong", n, ascii(text))
        print(n, len(comma), len(space), ascii(comma[-1][-3:]), ascii(space[-1:]), end="; ")
    print()
# Steps through strings of one, two and four bytes a character.
for s in ("hello world", "h\xe9llo", "h\u20acllo", "h\U0001f600llo", "x", ""):
    print([ascii(s[i:j:k]) for i in (None, 1, -2) for j in (None, 3, -9) for k in (1, 2, -1, -3)], s[::-1][::-1] == s, s[::2].isascii())

# Every way of split(), with and without a limit.
for s in ["", " ", "a", " a b  c ", "a\x01b c\x02 d", "\t x\ny\x1cz", "a b c d e f g h i j k l m", "é x  y", "a,b,,c", ",", "aXbXc", "日本 語 x"]:
    for sep in (None, " ", ",", "X", "ab", "語", ", "):
        for lim in (-1, 0, 1, 2, 3, 100):
            print(repr(s), sep, lim, s.split(sep, lim), s.rsplit(sep, lim))
class S(str): pass
print(S("a b").split(), type(S("ab").split()[0]), type(S("ab").split(",")[0]), type(S("ab").split(None, 1)[0]), type(S("ab").split(",", 1)[0]))
try: "a".split("")
except ValueError as e: print(e)
